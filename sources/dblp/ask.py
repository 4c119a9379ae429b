"""Asking DBLP: its search, its records, and its SPARQL service where these two do not answer.

Since September 2026 a bot wall stands before dblp.org at times and answers with a web page; the SPARQL service
is not behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from sources.dblp.query import MOST_HITS, Query, sparql_keys, sparql_search, steps
from sources.dblp.read import NotDblp, read, read_record, read_sparql
from sources.identifiers import dblp_of_arxiv
from sources.polite import Blocked, Manners, Missing, Payload, Request, Store, Wordless, polite, understood
from sources.record import Identifier, Scheme
from sources.source import Answer, Unavailable
from sources.transport import Transport

PUBLIC = "https://dblp.org"
PUBLIC_SPARQL = "https://sparql.dblp.org/sparql"
_MIRRORS = frozenset({PUBLIC, "https://dblp.uni-trier.de", "https://dblp.dagstuhl.de"})
# Others send this many keys in one query.
_BATCH = 50


class Dblp:
    """DBLP as a source. `base_url` may be a mirror (https://dblp.uni-trier.de) or a server of one's own.

    `manners` says how patiently it is asked and with whose address (then `mailto` is not needed). Without a
    `store` every question is asked anew. `sparql_url` is DBLP's own unless `base_url` is a server of one's own.
    """

    def __init__(
        self,
        *,
        mailto: str = "",
        base_url: str = PUBLIC,
        sparql_url: str = "",
        manners: Manners | None = None,
        store: Store | None = None,
    ) -> None:
        self._manners = manners = manners or Manners(mailto=mailto)
        self._base_url = base_url.rstrip("/")
        self.sparql_url = sparql_url or (PUBLIC_SPARQL if self._base_url in _MIRRORS else f"{self._base_url}/sparql")
        self._transport = Transport(manners)
        self._ask = polite(self._put, manners, store)

    @property
    def name(self) -> str:
        """The source's name, as in `Record.source`."""
        return "dblp"

    @property
    def manners(self) -> Manners:
        """How it is asked; once `manners.stop` is set, it gives what is kept and asks nothing more."""
        return self._manners

    @property
    def notices(self) -> tuple[str, ...]:
        """A sentence for each service that was set aside so far."""
        return self._ask.notices

    def search(self, *, title: str, author: Sequence[str] = (), year: int | None = None) -> Answer:
        """Return the records that have all words of the title, or else its most telling ones (three tries).

        `year` is not asked for: claims are often a year off, and a filter would hide the record.
        """
        del year
        answer = Answer()
        for query in steps(title, author):
            answer = self._search(query)
            if answer.records:
                break
        return answer

    def look_up(self, identifiers: Sequence[Identifier]) -> Answer:
        """Return the records of DBLP's own keys, and of arXiv ids under the key that CoRR's rule gives them."""
        keys = sorted({key for identifier in identifiers if (key := _key(identifier))})
        answers: list[Answer] = []
        for place, key in enumerate(keys):
            try:
                answers.append(self._record(key))
            except Blocked:
                raise
            except Unavailable as failure:
                rest = keys[place:]
                batches = [rest[start : start + _BATCH] for start in range(0, len(rest), _BATCH)]
                answers += [self._sparql(sparql_keys(batch), failure) for batch in batches]
                break
        records = {record.key: record for answer in answers for record in answer.records}
        unread = tuple(sentence for answer in answers for sentence in answer.unread)
        return Answer(tuple(records[key] for key in sorted(records)), unread)

    def _search(self, query: Query) -> Answer:
        params = (("q", str(query)), ("format", "json"), ("h", str(MOST_HITS)), ("c", "0"))
        try:
            return read(self._ask(Request(self.name, "dblp", f"{self._base_url}/search/publ/api", params)))
        except Blocked:
            raise
        except Unavailable as failure:
            return self._sparql(sparql_search(query), failure)

    def _record(self, key: str) -> Answer:
        try:
            return read_record(self._ask(Request(self.name, "dblp", f"{self._base_url}/rec/{quote(key)}.xml")))
        except Missing:
            return Answer()

    def _sparql(self, query: str, failure: Unavailable) -> Answer:
        """Ask the SPARQL service after a failure of the other; where both fail, say both."""
        try:
            return read_sparql(self._ask(Request(self.name, "sparql", self.sparql_url, (("query", query),))))
        except Unavailable as second:
            reason = f"{failure.reason}; its SPARQL service: {second.reason}"
            passing = failure.passing or second.passing
            rests = [each.retry_after for each in (failure, second) if each.retry_after is not None]
            after = min(rests, default=None)
            raise Unavailable(self.name, failure.asked, reason, passing=passing, retry_after=after) from second

    def _put(self, request: Request) -> Payload:
        """Put one request, and see that the answer can be read before anybody keeps it."""
        accept, reader = _FORMS[_form(request)]
        try:
            reply = self._transport.get(request, accept=accept)
        except Wordless as nothing:
            if _form(request) == "record":
                raise
            raise Unavailable(self.name, str(request), nothing.reason, passing=True) from nothing
        if not reply.found:
            if _form(request) != "record":
                raise Unavailable(self.name, str(request), "HTTP 404", passing=True)
            return Payload(b"", empty=True, limit=reply.limit)
        return understood(request, Payload(reply.body, limit=reply.limit), reader, NotDblp)


_FORMS: dict[str, tuple[str, Callable[[Payload], Answer]]] = {
    "record": ("application/xml", read_record),
    "search": ("application/json", read),
    "sparql": ("application/sparql-results+json", read_sparql),
}


def _form(request: Request) -> str:
    if request.lane == "sparql":
        return "sparql"
    return "search" if request.params else "record"


def _key(identifier: Identifier) -> str:
    """Return the key under which DBLP would have a publication, or nothing."""
    if identifier.scheme is Scheme.DBLP:
        return identifier.value
    key = dblp_of_arxiv(identifier.value) if identifier.scheme is Scheme.ARXIV else None
    return key.value if key else ""
