"""Reading Crossref's work messages (https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md).

Every field may be missing, empty, or of another shape than documented; none of that is an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from sources.crossref.names import read_names
from sources.identifiers import implied, normalize
from sources.markup import plain
from sources.polite import Payload
from sources.record import Date, Identifier, Record, Relation, Scheme, Type
from sources.source import Answer
from sources.text import fold

Work = Mapping[str, object]

# https://api.crossref.org/types. What is not here is a thing that holds publications, or a part of one.
_TYPES: dict[str, Type] = {
    "book": Type.BOOK,
    "book-chapter": Type.CHAPTER,
    "book-part": Type.CHAPTER,
    "book-section": Type.CHAPTER,
    "book-set": Type.BOOK,
    "book-track": Type.CHAPTER,
    "database": Type.DATASET,
    "dataset": Type.DATASET,
    "dissertation": Type.THESIS,
    "edited-book": Type.BOOK,
    "journal-article": Type.ARTICLE,
    "monograph": Type.BOOK,
    "other": Type.OTHER,
    "peer-review": Type.REVIEW,
    "posted-content": Type.PREPRINT,
    "proceedings": Type.BOOK,
    "proceedings-article": Type.PAPER,
    "reference-book": Type.BOOK,
    "reference-entry": Type.CHAPTER,
    "report": Type.REPORT,
    "report-component": Type.REPORT,
    "standard": Type.REPORT,
}
_POSTED: dict[str, Type] = {
    "dissertation": Type.THESIS,
    "letter": Type.OTHER,
    "other": Type.OTHER,
    "peer_review": Type.REVIEW,
    "report": Type.REPORT,
    "working_paper": Type.REPORT,
}
_NOT_PUBLICATIONS = frozenset(
    {
        *("book-series", "component", "grant", "journal", "journal-issue", "journal-volume", "proceedings-series"),
        *("report-component-series", "report-series", "standard-series"),
    }
)
# What a volume of papers is called, whoever describes it.
_VOLUMES = {"proceedings": "proceedings"}
# Publishers mark the article itself so. A notice is titled "Retraction: …" or (Hindawi) "Retracted: …": not these.
_RETRACTED = re.compile(r"(?:\[?(?:RETRACTED|WITHDRAWN)(?: ARTICLE| PAPER)?\]?|Retracted [Aa]rticle|REMOVED)\s?[:.]\s?")
# Which of two container titles is the series: Crossref gives [series, book] and [book, series] alike.
_SERIES = re.compile(
    r"lecture notes|advances in|studies in|progress in|springerbriefs|communications in computer|proceedings in"
    r"|(?:spie|aip conference|ifip) proceedings|monographs?$|series(?: on| in|$)|schriften|contemporary mathematics"
    r"|topics in|texts in|library of|handbooks? of"
)
_DATES = (
    ("print", "published-print"),
    ("online", "published-online"),
    ("posted", "posted"),
    ("other", "published-other"),
)


class NotCrossref(ValueError):
    """The body is not a message of Crossref."""


def read(payload: Payload) -> Answer:
    """Return the records of one answer, and a sentence for each message that is no publication or says nothing.

    Raises `NotCrossref` where the body is neither a work nor a list of works.
    """
    if payload.empty and not payload.body:
        return Answer()
    try:
        message = json.loads(payload.body)["message"]
        works = message.get("items", [message])
        named = all(isinstance(work["DOI"], str) for work in works)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as trouble:
        raise NotCrossref("the answer is not a message of Crossref") from trouble
    if not named:
        raise NotCrossref("the answer is not a message of Crossref")
    results = [read_work(work) for work in works]
    return Answer(
        tuple(result for result in results if isinstance(result, Record)),
        tuple(result for result in results if isinstance(result, str)),
    )


def read_work(work: Work) -> Record | str:
    """Return the record of one work message, or a sentence that says why it is none."""
    doi = normalize(Scheme.DOI, _text(work, "DOI"))
    key = doi.value if doi else _text(work, "DOI").lower()
    kind = _text(work, "type")
    if kind in _NOT_PUBLICATIONS:
        return f"crossref {key}: a {kind}, not a publication"
    title = _title(work)
    if not title:
        return f"crossref {key}: no title"
    container, collection = _containers(work)
    authors = read_names(_list(work, "author"))
    dates = _dates(work)
    published = [_date(work.get("issued")), *(when for name, when in dates if name != "event")]
    identifiers = ((doi, *implied(doi)) if doi else ()) + _isbns(work)
    return Record(
        type=_type(work),
        title=title,
        author=authors.people,
        author_et_al=authors.et_al,
        editor=read_names(_list(work, "editor")).people,
        issued=_earliest(when for when in published if when),
        dates=tuple((name, when) for name, when in dates if when),
        container_title=container,
        collection_title=collection,
        event=_event(work),
        volume=_text(work, "volume"),
        issue=_text(work, "issue"),
        page=_text(work, "page") or _text(work, "article-number"),
        publisher=_text(work, "publisher"),
        genre=_text(work, "subtype") or _text(work, "degree") or _VOLUMES.get(kind, ""),
        identifiers=tuple(dict.fromkeys(identifiers)),
        relations=_relations(work, doi),
        urls=_urls(work, key),
        source="crossref",
        key=key,
    )


def _title(work: Work) -> str:
    """Return the title with its subtitle, which is often its own running head or already in the title."""
    title = _text(work, "title")
    if not work.get("update-to"):
        title = _RETRACTED.sub("", title, count=1) if _RETRACTED.match(title) else title
    subtitle = _text(work, "subtitle")
    if not title or not subtitle:
        return title or subtitle
    if fold(subtitle) in fold(title) or _RETRACTED.match(title):
        return title
    if fold(subtitle).startswith(fold(title)):
        return subtitle
    joint = " " if title[-1] in ":?!–—" else ": "
    return f"{title.rstrip('.')}{joint}{subtitle}"


def _type(work: Work) -> Type:
    if _text(work, "type") == "posted-content":
        return _POSTED.get(_text(work, "subtype"), Type.PREPRINT)
    return _TYPES.get(_text(work, "type"), Type.OTHER)


def _containers(work: Work) -> tuple[str, str]:
    """Return the container's title and the title of the series that it stands in."""
    titles = list(dict.fromkeys(_texts(work, "container-title")))
    if not titles and _text(work, "type") == "posted-content":
        names = (_text(place, "name") for place in _list(work, "institution") if isinstance(place, Mapping))
        return next((name for name in names if name), ""), ""
    if len(titles) < 2:
        return (titles[0] if titles else ""), ""
    if _SERIES.search(titles[1].lower()) and not _SERIES.search(titles[0].lower()):
        return titles[0], titles[1]
    return titles[1], titles[0]


def _event(work: Work) -> str:
    event = work.get("event")
    if not isinstance(event, Mapping):
        return ""
    name, acronym = _text(event, "name"), _text(event, "acronym")
    return f"{name} ({acronym})" if name and acronym and acronym not in name else name or acronym


def _dates(work: Work) -> tuple[tuple[str, Date | None], ...]:
    event = work.get("event")
    held = event.get("start") or event.get("end") if isinstance(event, Mapping) else None
    return (*((name, _date(work.get(field))) for name, field in _DATES), ("event", _date(held)))


def _earliest(dates: Iterable[Date]) -> Date | None:
    """Return the earliest date; of `2020` and `2020-05` the one that says more."""
    return min(dates, key=lambda when: (when.year, when.month or 13, when.day or 32), default=None)


def _date(value: object) -> Date | None:
    """Read `{"date-parts": [[2020, 5]]}`; `[[null]]`, `[[]]` and nonsense are no date."""
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    numbers = [int(part) for part in _run(first)] if isinstance(first, list) else []
    if not numbers or not 1000 <= numbers[0] <= 2999:
        return None
    month = numbers[1] if len(numbers) > 1 and 1 <= numbers[1] <= 12 else 0
    day = numbers[2] if month and len(numbers) > 2 and 1 <= numbers[2] <= 31 else 0
    return Date(numbers[0], month, day)


def _run(parts: list[object]) -> list[str]:
    """Return the numbers at the head of a list, as far as there are any."""
    texts = [str(part) for part in parts[:3]]
    end = next((place for place, text in enumerate(texts) if not re.fullmatch(r"[0-9]{1,4}", text)), len(texts))
    return texts[:end]


def _isbns(work: Work) -> tuple[Identifier, ...]:
    found = (normalize(Scheme.ISBN, text) for text in _texts(work, "ISBN"))
    return tuple(isbn for isbn in found if isbn)


def _relations(work: Work, doi: Identifier | None) -> tuple[Relation, ...]:
    """Return deposited relations, then notices of either direction, then what only the title says."""
    found = [*_deposited(work), *_notices(work, "updated-by", "by"), *_notices(work, "update-to", "to")]
    title = _text(work, "title")
    known = any(relation.kind in {"retraction", "withdrawal", "removal"} for relation in found)
    if doi and not known and not work.get("update-to") and _RETRACTED.match(title):
        found.append(Relation("retraction", doi, "by", "title"))
    return tuple(dict.fromkeys(found))


def _deposited(work: Work) -> Iterable[Relation]:
    relation = work.get("relation")
    for kind, others in relation.items() if isinstance(relation, Mapping) else ():
        for other in others if isinstance(others, list) else [others]:
            if not isinstance(other, Mapping):
                continue
            scheme = {"doi": Scheme.DOI, "arxiv": Scheme.ARXIV}.get(_text(other, "id-type").lower())
            target = normalize(scheme, _text(other, "id")) if scheme else None
            if target:
                yield Relation(str(kind), target, asserted_by=_text(other, "asserted-by"))


def _notices(work: Work, field: str, direction: str) -> Iterable[Relation]:
    """Read `updated-by` of an article and `update-to` of a notice; `source` is `publisher` or `retraction-watch`."""
    for notice in _list(work, field):
        target = normalize(Scheme.DOI, _text(notice, "DOI")) if isinstance(notice, Mapping) else None
        if target and isinstance(notice, Mapping):
            kind = _text(notice, "type").lower()
            yield Relation(kind, target, direction, _text(notice, "source"), _date(notice.get("updated")))


def _urls(work: Work, key: str) -> tuple[str, ...]:
    resource = work.get("resource")
    primary = resource.get("primary") if isinstance(resource, Mapping) else None
    landing = _text(primary, "URL") if isinstance(primary, Mapping) else ""
    urls = (_text(work, "URL") or f"https://doi.org/{key}", landing)
    return tuple(dict.fromkeys(url for url in urls if re.match(r"https?://[^\s<>\"]+\Z", url)))


def _text(work: Work, field: str) -> str:
    """Return the text of a field, or the first text of one that holds a list."""
    value = work.get(field)
    if isinstance(value, str):
        return plain(value)
    return next(iter(_texts(work, field)), "") if value else ""


def _texts(work: Work, field: str) -> tuple[str, ...]:
    value = work.get(field)
    values = value if isinstance(value, list) else [value]
    texts = (plain(text) for text in values if isinstance(text, str))
    return tuple(text for text in texts if text)


def _list(work: Work, field: str) -> list[object]:
    value = work.get(field)
    return value if isinstance(value, list) else []
