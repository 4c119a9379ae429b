"""Asking Crossref's REST API, through habanero (https://api.crossref.org, https://habanero.readthedocs.io)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from sources.crossref.client import Client
from sources.crossref.read import NotCrossref, read
from sources.identifiers import arxiv_of_doi
from sources.markup import plain
from sources.polite import Manners, Missing, Payload, Request, Store, Wordless, polite, understood
from sources.record import Identifier, Record, Scheme
from sources.source import Answer, Unavailable
from sources.transport import is_page

PUBLIC = "https://api.crossref.org"
_SINGLE = "crossref-single"
_ROWS = 10
# Crossref allows more, but asks for addresses of a bearable length; others send 20 to 50.
_BATCH = 20
_BAD_REQUEST = "HTTP 400"
_MOST_FAMILY_NAMES = 4
_LONGEST_TITLE = 300
# What a DOI may hold to stand in a `filter`: a comma or a colon there is read as the filter's own (HTTP 400).
_FILTERABLE = re.compile(r"[a-z0-9./_()-]+")


class Crossref:
    """Crossref as a source. With `mailto` one is in the polite pool, which is faster.

    `manners` says how patiently it is asked and with whose address (then `mailto` is not needed). Without a
    `store` every question is asked anew.
    """

    def __init__(
        self, *, mailto: str = "", base_url: str = PUBLIC, manners: Manners | None = None, store: Store | None = None
    ) -> None:
        self._manners = manners = manners or Manners(mailto=mailto)
        self._client = Client(base_url.rstrip("/"), manners)
        self._works_url = base_url.rstrip("/") + "/works"
        self._ask = polite(self._put, manners, store)

    @property
    def name(self) -> str:
        """The source's name, as in `Record.source`."""
        return "crossref"

    @property
    def manners(self) -> Manners:
        """How it is asked; once `manners.stop` is set, it gives what is kept and asks nothing more."""
        return self._manners

    @property
    def notices(self) -> tuple[str, ...]:
        """A sentence for each service that was set aside so far."""
        return self._ask.notices

    def search(self, *, title: str, author: Sequence[str] = (), year: int | None = None) -> Answer:
        """Return the ten records that Crossref ranks first for the title and any of the family names.

        `year` is not asked for: claims are often a year off, and a filter would hide the record.
        """
        del year
        wanted = plain(title)[:_LONGEST_TITLE]
        if not wanted:
            return Answer()
        families = plain(" ".join(author[:_MOST_FAMILY_NAMES]))
        params = [("query.title", wanted), ("query.author", families), ("rows", str(_ROWS))]
        return read(self._ask(self._request("list", tuple(pair for pair in params if pair[1]))))

    def look_up(self, identifiers: Sequence[Identifier]) -> Answer:
        """Return the records of the DOIs that Crossref knows, in the order of the DOIs; other schemes are passed over.

        DOIs of arXiv are DataCite's and are not asked for.
        """
        dois = {found.value for found in identifiers if found.scheme is Scheme.DOI and not arxiv_of_doi(found.value)}
        filterable = sorted(doi for doi in dois if _FILTERABLE.fullmatch(doi))
        batches = [filterable[start : start + _BATCH] for start in range(0, len(filterable), _BATCH)]
        single = sorted(dois.difference(filterable)) + [batch[0] for batch in batches if len(batch) == 1]
        answers: list[Answer] = []
        for batch in batches:
            if len(batch) > 1:
                answers += self._batch(batch)
        answers += [self._single(doi) for doi in single]
        return _joined(answers)

    def _batch(self, dois: Sequence[str]) -> list[Answer]:
        """Ask for some DOIs at once; one by one where Crossref says 400, as one bad DOI spoils the whole filter."""
        filters = ",".join(f"doi:{doi}" for doi in dois)
        try:
            return [read(self._ask(self._request("list", (("filter", filters), ("rows", str(len(dois)))))))]
        except Unavailable as failure:
            if failure.reason != _BAD_REQUEST:
                raise
        return [self._single(doi) for doi in dois]

    def _single(self, doi: str) -> Answer:
        try:
            return read(self._ask(Request(self.name, _SINGLE, f"{self._works_url}/{quote(doi, safe='/')}")))
        except Missing:
            return Answer()

    def _request(self, lane: str, params: tuple[tuple[str, str], ...]) -> Request:
        return Request(self.name, f"crossref-{lane}", self._works_url, params)

    def _put(self, request: Request) -> Payload:
        """Put one request, and see that the answer can be read before anybody keeps it."""
        try:
            reply = self._client.put(request, **_asked(request))
        except Wordless as nothing:
            if request.lane == _SINGLE:
                raise
            raise Unavailable(self.name, str(request), nothing.reason, passing=True) from nothing
        if not reply.found:
            # A web page that says 404 says nothing of a DOI.
            if request.lane != _SINGLE or is_page(reply.media_type, reply.body):
                raise Unavailable(self.name, str(request), "HTTP 404", passing=True)
            return Payload(b"", empty=True, limit=reply.limit)
        return understood(request, Payload(reply.body, limit=reply.limit), read, NotCrossref)


def _asked(request: Request) -> dict[str, object]:
    """Return the parameters of a request in habanero's words."""
    params = dict(request.params)
    asked: dict[str, object] = {name.replace(".", "_"): text for name, text in params.items() if "." in name}
    if "rows" in params:
        asked["limit"] = int(params["rows"])
    if "filter" in params:
        asked["filter"] = {"doi": [part.removeprefix("doi:") for part in params["filter"].split(",")]}
    return asked


def _joined(answers: Sequence[Answer]) -> Answer:
    """Join answers into one, in the order of the DOIs."""
    records: dict[str, Record] = {record.key: record for answer in answers for record in answer.records}
    unread = tuple(sentence for answer in answers for sentence in answer.unread)
    return Answer(tuple(records[key] for key in sorted(records)), unread)
