"""The Anthology asked: whole, for titles (once; then an index on disk answers), or paper by paper for a few ids."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from sources.anthology.bib import MEGABYTE, NotBibtex, check
from sources.anthology.index import Index, open_index
from sources.anthology.read import NAME, read, record_of
from sources.identifiers import acl_of_doi
from sources.polite import Manners, Missing, Payload, Polite, Request, Store, polite
from sources.record import Identifier, Record, Scheme
from sources.source import Answer, Unavailable
from sources.store import DiskStore
from sources.text import fold
from sources.transport import Transport

_BULK = "anthology.bib.gz"
# The bulk file is 12 MB, and five times that where a server unpacks it on the way.
_LARGEST = 256 * MEGABYTE
# Up to so many ids are asked for one by one while there is no index; for more, the bulk file is sooner there.
_FEW = 5


class Anthology:
    """The ACL Anthology as a source.

    `base_url` is the site or a mirror of it. `fetch(address) -> bytes` stands in for the network; without it the site
    is asked politely, as `manners` say, and answers are kept in `store`. The index is kept in `folder` (the store's,
    if it is on disk), else in memory.
    """

    def __init__(
        self,
        base_url: str = "https://aclanthology.org",
        *,
        mailto: str = "",
        manners: Manners | None = None,
        store: Store | None = None,
        folder: Path | None = None,
        fetch: Callable[[str], bytes] | None = None,
    ) -> None:
        self._base = base_url.rstrip("/")
        self._folder = folder or (store.path.parent if isinstance(store, DiskStore) else None)
        self._manners = manners or Manners(mailto=mailto)
        self._polite = _polite(self._manners, store)
        self._fetch = fetch or self._ask
        self._lock = threading.Lock()
        self._index: Index | None = None
        self._refused: Unavailable | None = None

    @property
    def name(self) -> str:
        """The source's name, as in `Record.source`."""
        return NAME

    @property
    def manners(self) -> Manners:
        """How it is asked; once `manners.stop` is set, it gives what is kept and asks nothing more."""
        return self._manners

    @property
    def notices(self) -> tuple[str, ...]:
        """A sentence for each service that was set aside so far."""
        return self._polite.notices

    def search(self, *, title: str, author: Sequence[str] = (), year: int | None = None) -> Answer:
        """Return up to twenty papers that share words with the title, the most alike first.

        Of those equally alike, a paper with one of the family names in `author` and of that `year` comes first.
        Raises `Unavailable` where the bulk file cannot be had or read.
        """
        index = self._whole()
        try:
            found = index.like(title)
        except sqlite3.DatabaseError as fault:
            raise self._damaged(index, title) from fault
        families = frozenset(fold(name) for name in author)
        alike = [(record_of(fields), share) for fields, share in found]
        alike.sort(key=lambda pair: (-pair[1], not _shares_author(pair[0], families), pair[0].year != year))
        return Answer(tuple(record for record, _ in alike))

    def look_up(self, identifiers: Sequence[Identifier]) -> Answer:
        """Return the papers with those ACL ids or DOIs; identifiers of other kinds are not the Anthology's."""
        dois = [found.value for found in identifiers if found.scheme is Scheme.DOI]
        named = (found if found.scheme is Scheme.ACL else _acl_of(found) for found in identifiers)
        ids = list(dict.fromkeys(found.value for found in named if found))
        if not ids and (not dois or self._index is None):
            return Answer()
        if self._index is None and len(ids) <= _FEW:
            return self._one_by_one(ids)
        index = self._whole()
        try:
            return Answer(tuple(record_of(fields) for fields in index.by_id(ids, dois)))
        except sqlite3.DatabaseError as fault:
            raise self._damaged(index, ", ".join(ids)) from fault

    def _one_by_one(self, ids: Sequence[str]) -> Answer:
        records: list[Record] = []
        unread: list[str] = []
        for key in ids:
            address = f"{self._base}/{key}.bib"
            try:
                answer = read(self._fetch(address))
            except Missing:
                continue
            except NotBibtex as fault:
                raise Unavailable(NAME, address, f"the answer {fault}") from fault
            records.extend(record for record in answer.records if record.key == key)
            unread.extend(answer.unread)
        return Answer(tuple(records), tuple(unread))

    def _whole(self) -> Index:
        """Return the index, made of the bulk file on first use; a file that was no good is not fetched again."""
        with self._lock:
            if self._refused:
                raise self._refused
            if self._index is None:
                address = f"{self._base}/{_BULK}"
                try:
                    self._index = open_index(self._fetch(address), self._folder)
                except NotBibtex as fault:
                    self._refused = Unavailable(NAME, address, f"the bulk file {fault}")
                    raise self._refused from fault
                except Unavailable as fault:
                    self._refused = None if _may_come(fault) else fault
                    raise
            return self._index

    def _ask(self, address: str) -> bytes:
        return self._polite(Request(NAME, NAME, address)).body

    def _damaged(self, index: Index, asked: str) -> Unavailable:
        return Unavailable(NAME, asked, f"the index is damaged; remove it to have it built anew: {index.place}")


def _acl_of(identifier: Identifier) -> Identifier | None:
    return acl_of_doi(identifier.value) if identifier.scheme is Scheme.DOI else None


def _shares_author(record: Record, families: frozenset[str]) -> bool:
    return any(fold(name.family) in families for name in record.author)


class _Unreadable(Unavailable):
    """What came is not BibTeX."""


def _may_come(fault: Unavailable) -> bool:
    """Whether the bulk file may come later. One that could not be read in all its tries will not: it is 12 MB."""
    if isinstance(fault, Missing | _Unreadable):
        return False
    return fault.passing or fault.retry_after is not None


def _polite(manners: Manners, store: Store | None) -> Polite:
    """Return what asks politely and keeps only what is BibTeX; a 404 raises `Missing`."""
    transport = Transport(manners, largest=_LARGEST)

    def ask(request: Request) -> Payload:
        reply = transport.get(request)
        if not reply.found:
            raise Missing(request.source, str(request), "HTTP 404, no such thing")
        try:
            check(reply.body)
        except NotBibtex as fault:
            raise _Unreadable(request.source, str(request), f"the answer {fault}", passing=True) from fault
        return Payload(reply.body, limit=reply.limit)

    return polite(ask, manners, store)
