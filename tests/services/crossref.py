"""Crossref's REST API, as far as it is asked here (https://api.crossref.org/swagger-ui/index.html)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from urllib.parse import unquote

from tests.services.ranking import Index
from tests.services.reply import Question, Reply, as_json, as_text
from tests.services.rows import Row, of_crossref

_PARTICLES = frozenset({"da", "de", "del", "della", "der", "di", "du", "la", "le", "van", "von"})
_MOST_ROWS, _MOST_OFFSET = 1000, 10_000
# By pool: requests per second and at once, for a single record and for a list (announced for 2025-12-01).
LIMITS = {"public-single": (5, 1), "public-array": (1, 1), "polite-single": (10, 3), "polite-array": (3, 3)}
# What each kind of query looks at, and how much it counts.
_FIELDS = (
    ("query.title", "title", 1.0),
    ("query.bibliographic", "all", 1.0),
    ("query", "all", 1.0),
    ("query.author", "author", 0.5),
    ("query.container-title", "container", 0.5),
)

Message = dict[str, object]


def answer(question: Question) -> Reply:
    """Answer `works` and `works/DOI`."""
    path = unquote(question.path).strip("/")
    if path == "works":
        return _with_limits(_list(question), question, "array")
    if path.startswith("works/"):
        return _with_limits(_single(path.removeprefix("works/")), question, "single")
    return _not_found()


def message_of(row: Row) -> Message:
    """Return the work message of a row, with the fields that were seen."""
    dates = {"date-parts": [[part for part in (row.year, row.month) if part]]} if row.year else None
    message = {
        "DOI": row.doi.lower(),
        "URL": f"https://doi.org/{row.doi.lower()}",
        "prefix": row.doi.partition("/")[0],
        "type": row.type,
        "title": [row.title],
        "author": [_person(name, place) for place, name in enumerate(row.named)],
        "container-title": [row.container] if row.container else [],
        "issued": dates,
        "published": dates,
        "volume": row.volume,
        "issue": row.issue,
        "page": row.pages,
        "article-number": row.article_number,
        "publisher": row.publisher,
    }
    return {name: value for name, value in message.items() if value}


def _person(name: str, place: int) -> Message:
    """Divide a name before its last word and the particles that stand before that."""
    parts = name.split()
    start = len(parts) - 1
    while start > 1 and (parts[start - 1].islower() or parts[start - 1].lower() in _PARTICLES):
        start -= 1
    given = {"given": " ".join(parts[:start])} if start else {}
    order = "additional" if place else "first"
    return given | {"family": " ".join(parts[start:]), "sequence": order, "affiliation": []}


def _single(doi: str) -> Reply:
    row = of_crossref().get(doi.lower())
    if row is None:
        return _not_found()
    message = message_of(row) | {"score": 1}
    envelope = {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": message}
    return as_json(envelope, rows=(row.row,))


def _list(question: Question) -> Reply:
    count, offset = question.get("rows", "20"), question.get("offset", "0")
    if not (count.isdigit() and int(count) <= _MOST_ROWS):
        return _refused("integer-not-valid", count, f"Integer specified as {count} but must be at most {_MOST_ROWS}.")
    if not (offset.isdigit() and int(offset) <= _MOST_OFFSET):
        return _refused("integer-not-valid", offset, "Offset is not valid")
    filters = [part.partition(":") for part in question.get("filter").split(",") if part]
    # A DOI with a comma in it falls apart into a filter that does not exist.
    for name, colon, value in filters:
        if name != "doi" or not colon:
            return _refused(
                "filter-not-available", name or value, f"Filter {name} specified but there is no such filter"
            )
    ranked = _ranked(question, {value.lower() for _, _, value in filters})
    shown = ranked[int(offset) : int(offset) + int(count)]
    fields = tuple(name for name in question.get("select").split(",") if name)
    message = {
        "facets": {},
        "total-results": len(ranked),
        "items": [_selected(message_of(row) | {"score": score}, fields) for score, row in shown],
        "items-per-page": int(count),
        "query": {"start-index": int(offset), "search-terms": None},
    }
    envelope = {"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": message}
    return as_json(envelope, rows=tuple(row.row for _, row in shown))


def _selected(message: Message, fields: tuple[str, ...]) -> Message:
    return {name: value for name, value in message.items() if name in fields} if fields else message


def _ranked(question: Question, dois: set[str]) -> list[tuple[float, Row]]:
    """Return the rows that share a word with each first-rate query, best first; all that the filter leaves without."""
    known = list(of_crossref().items())
    asked = [(_index(text).scores(question.get(name)), part) for name, text, part in _FIELDS if question.get(name)]
    totals = [sum(scores[place] * part for scores, part in asked) for place in range(len(known))]
    must = [scores for scores, part in asked if part == 1.0] or [scores for scores, _ in asked]
    kept = [
        (round(totals[place], 4) if asked else 1.0, row)
        for place, (doi, row) in enumerate(known)
        if (not dois or doi in dois) and all(scores[place] for scores in must)
    ]
    return sorted(kept, key=lambda pair: (-pair[0], pair[1].doi.lower()))


@cache
def _index(text: str) -> Index:
    return Index([_texts(row)[text] for row in of_crossref().values()])


def _texts(row: Row) -> dict[str, str]:
    author = " ".join(row.named)
    every = " ".join((row.title, author, row.container, str(row.year or ""), row.volume, row.pages))
    return {"title": row.title, "author": author, "container": row.container, "all": every}


def _with_limits(reply: Reply, question: Question, kind: str) -> Reply:
    polite = bool(question.get("mailto")) or "mailto:" in question.headers.get("User-Agent", "")
    pool = f"{'polite' if polite else 'public'}-{kind}"
    count, at_once = LIMITS[pool]
    headers = (
        ("x-rate-limit-limit", str(count)),
        ("x-rate-limit-interval", "1s"),
        ("x-concurrency-limit", str(at_once)),
        ("x-api-pool", pool),
    )
    return replace(reply, headers=reply.headers + headers)


def _refused(kind: str, value: str, text: str) -> Reply:
    message = [{"type": kind, "value": value, "message": text}]
    return as_json({"status": "failed", "message-type": "validation-failure", "message": message}, status=400)


def _not_found() -> Reply:
    return as_text("Resource not found.", status=404)
