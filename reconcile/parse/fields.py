"""Structured entries: the fields of BibTeX, BibLaTeX, CSL-JSON and tables, read into a record."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from reconcile.documents.columns import NAMES, canonical, key_of
from reconcile.parse import cues
from reconcile.parse.dates import Piece, read_date, years
from reconcile.parse.numbers import Numbers, read_numbers
from reconcile.parse.people import read_people
from reconcile.parse.pieces import blank_marks
from sources.identifiers import find, from_url, normalize
from sources.names import read_name
from sources.record import Date, Identifier, Name, Record, Scheme, Type
from sources.text import fold

_IDENTIFIER_FIELDS: tuple[tuple[Scheme, tuple[str, ...]], ...] = (
    (Scheme.DOI, ("doi", "di", "doilink")),
    (Scheme.ARXIV, ("eprint", "arxivid", "arxiv")),
    (Scheme.ACL, ("aclid", "anthologyid", "acl")),
    (Scheme.DBLP, ("dblp", "dblpkey", "bibkey", "id")),
    (Scheme.OPENREVIEW, ("openreview", "openreviewid")),
    (Scheme.ISBN, ("isbn",)),
)
_URL_FIELDS = ("url", "ee", "link", "links", "pdf", "website", "paper", "html", "uri", "doiurl")
_TYPES: Mapping[str, Type] = {
    "article": Type.ARTICLE, "articlejournal": Type.ARTICLE, "journalarticle": Type.ARTICLE, "journal": Type.ARTICLE,
    "inproceedings": Type.PAPER, "conference": Type.PAPER, "paperconference": Type.PAPER, "conferencepaper": Type.PAPER,
    "incollection": Type.CHAPTER, "inbook": Type.CHAPTER, "chapter": Type.CHAPTER, "bookchapter": Type.CHAPTER,
    "book": Type.BOOK, "proceedings": Type.BOOK, "collection": Type.BOOK, "mvbook": Type.BOOK,
    "phdthesis": Type.THESIS, "mastersthesis": Type.THESIS, "thesis": Type.THESIS, "dissertation": Type.THESIS,
    "techreport": Type.REPORT, "report": Type.REPORT, "dataset": Type.DATASET, "software": Type.SOFTWARE,
    "patent": Type.PATENT, "preprint": Type.PREPRINT, "postedcontent": Type.PREPRINT,
    "unpublished": Type.PREPRINT, "online": Type.WEBPAGE, "webpage": Type.WEBPAGE, "speech": Type.SPEECH,
}  # fmt: skip
_MOST_URLS = 20
_BRACES = re.compile(r"[{}]")
_AND = re.compile(r"(?<!\s)\s++and\s+", re.IGNORECASE)
_IN = re.compile(r"[Ii]n(?::\s*|\s+)(?=[A-Z])")
_OTHERS = re.compile(r"\s*(?:others|et al\.?|…|\.\.\.)\s*", re.IGNORECASE)
_ARXIV_NUMBER = re.compile(r"\d{4}\.\d{4,5}")  # its first half is no year
_BEFORE_NUMBERS = re.compile(r"[\s,;:.(]*(?:vol(?:ume)?\.?)?\s*\Z", re.IGNORECASE)
_LONGEST_LABEL = 20
_NUMBERS = re.compile(r"(?:[\d\s.,:;()\[\]/–—-]|[A-Z]\d|pp?\.|pages?|no\.|issue|art(?:icle|\.))*", re.IGNORECASE)
_PREPRINT = re.compile(r"arxiv|\bcorr\b|preprint|biorxiv", re.IGNORECASE)


def record_of_fields(fields: tuple[tuple[str, str], ...]) -> tuple[Record, str, str]:
    """Return the claim of a structured entry, the text in which its venues are named, and words on its kind."""
    named = _named(fields)

    def field(key: str) -> str:
        return next((named[name] for name in NAMES[key] if named.get(name)), "")

    author, et_al = _people(field("author"))
    editor, _ = _people(field("editor"))
    title = " ".join(
        part for part in (": ".join(filter(None, (field("title").rstrip(" ."), field("subtitle")))),) if part
    )
    container = _without_in(field("journal") or field("booktitle") or _outlet(named, field("title")))
    pages = _pages(field("page"), field("first page"), field("last page"))
    container, numbers = _without_numbers(container, known=bool(field("volume") or field("issue") or pages))
    kind = _type(field("type"))
    record = Record(
        type=kind,
        title=" ".join(title.split()),
        author=author,
        author_et_al=et_al,
        editor=editor,
        issued=_date(field("year"), field("date"), field("month")) or _date("", _ARXIV_NUMBER.sub(" ", container), ""),
        container_title=" ".join((container or (field("school") if kind is Type.THESIS else "")).split()),
        collection_title=field("series"),
        volume=field("volume") or _value(numbers.volume),
        issue=field("issue") or _value(numbers.issue),
        page=pages or _pages(_value(numbers.page), "", ""),
        publisher=("" if field("publisher") == container else field("publisher")) or field("school"),
        identifiers=_identifiers(named),
        urls=tuple(
            dict.fromkeys(
                url for name in _URL_FIELDS for url in named.get(name, "").split() if url.startswith(("http", "ftp"))
            )
        ),
        source="claim",
    )
    venue = "\n".join(part for part in (container, _archive(named), _noted(field("note"))) if part)
    return record, venue, f"{field('type')} {venue} {field('note')}"


def _named(fields: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the fields by their names as names are compared; a header like `Conference/Journal` by its field's."""
    named: dict[str, str] = {}
    for name, value in fields:
        if value and value.strip():
            known = key_of(name)
            field = canonical(name)
            known = known if not field or known in NAMES[field] else NAMES[field][0]
            named.setdefault(known, _plain(value))
    return named


def _without_in(container: str) -> str:
    """Return where a work appeared without the word before it: `In *ICML*`."""
    match = _IN.match(container)
    return container[match.end() :] if match else container


def _without_numbers(container: str, *, known: bool) -> tuple[str, Numbers]:
    """Return where a work appeared and the numbers behind it, which a column of venues may hold: `J. Gulls 12(3), 1-9`.

    Nothing is taken where the volume or the pages are `known`, or where more than numbers stands there.
    """
    found = Numbers() if known else read_numbers(container, 0, len(container))
    if not (found.volume and found.page):
        return container, Numbers()
    start = min(piece.start for piece in (found.volume, found.issue, found.page) if piece)
    head = _BEFORE_NUMBERS.sub("", container[:start][-_LONGEST_LABEL:])
    head = container[:start][:-_LONGEST_LABEL] + head
    return (head, found) if head and _NUMBERS.fullmatch(container, start) else (container, Numbers())


def _value(piece: Piece | None) -> str:
    return piece.value if piece else ""


def _outlet(named: Mapping[str, str], title: str) -> str:
    """Return where a work appeared by fields that mean something else elsewhere.

    Beside a title, `publication` is the venue (Hugo, Scholar's export); beside a `releaseDate`, `publisher` is
    (JSON Resume).
    """
    publication = named.get("publication", "")
    if publication and publication != title:
        return publication
    return named.get("publisher", "") if "releasedate" in named else ""


def _pages(pages: str, first: str, last: str) -> str:
    """Return the range of pages, given whole or as its two ends."""
    pages = pages if "-" in pages or "–" in pages or not first else "-".join(filter(None, (first, last)))
    return re.sub(r"\s?[-–—]{1,3}\s?", "-", pages)


def _plain(value: str) -> str:
    """Return a value without BibTeX's braces; a JSON value keeps its own."""
    value = value.strip()
    return value if value.startswith(("[", '{"')) else _BRACES.sub("", value).strip()


def _archive(named: Mapping[str, str]) -> str:
    """Return the archive that the fields name, as a venue's text."""
    return "arXiv" if fold(named.get("archiveprefix", "") or named.get("eprinttype", "")) == "arxiv" else ""


def _noted(note: str) -> str:
    """Return a note where it speaks of a venue or a state: `To appear in NAACL 2024`, `arXiv preprint`."""
    return note if re.search(rf"appear|accepted|{cues.VENUE_STEMS}", note, re.IGNORECASE) else ""


def _type(text: str) -> Type:
    return _TYPES.get(fold(text).replace(" ", ""), Type.OTHER)


def _people(text: str) -> tuple[tuple[Name, ...], bool]:
    """Return the names of `Gao, Lei and Yue Niu and others`, of a JSON list, and of lists that people type."""
    if text.startswith(("[", "{")) and text.endswith(("]", "}")):
        return _people_of_json(text)
    parts = [part.strip() for part in _AND.split(text) if part.strip()]
    et_al = bool(parts) and bool(_OTHERS.fullmatch(parts[-1]))
    parts = parts[:-1] if et_al else parts
    if any(mark in text for mark in ";\n|") or (parts and _is_list(parts)):
        people = read_people(blank_marks(text), 0, len(text))
        return tuple(
            Name(literal=one.text) if one.literal else read_name(one.text) for one in people.persons
        ), people.et_al or et_al
    return tuple(read_name(part) for part in parts), et_al


def _is_list(parts: list[str]) -> bool:
    """Whether commas part persons here, as in `A. Li, B. Wu and C. Xu`, not the halves of one name."""
    first = parts[0].split(",")
    return len(first) > 3 or (
        len(first) > 1
        and all(" " in half.strip() or "." in half for half in first[:2])
        and " " in first[1].strip()
        and " " in first[0].strip()
    )


def _people_of_json(text: str) -> tuple[tuple[Name, ...], bool]:
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return (), False
    names = []
    for one in listed if isinstance(listed, list) else [listed]:
        if isinstance(one, str):
            names.append(read_name(one))
        elif isinstance(one, dict):
            parts = {str(key): str(value) for key, value in one.items()}
            literal = parts.get("literal") or parts.get("name") or ""
            whole = ", ".join(
                filter(
                    None,
                    (
                        " ".join(filter(None, (parts.get("non-dropping-particle"), parts.get("family")))),
                        parts.get("suffix"),
                        parts.get("given"),
                    ),
                )
            )
            names.append(Name(literal=literal) if literal and not whole else read_name(whole))
    return tuple(name for name in names if str(name)), False


def _date(year: str, date: str, month: str) -> Date | None:
    for text in (date, year):
        found = years(text, 0, len(text))
        if found:
            parts = re.findall(r"\d+", text)
            if text.lstrip().startswith("{") or text.lstrip().startswith("[") or "date-parts" in text:
                return read_date("-".join(parts[:3]), found[0].value)
            return read_date(text if len(text) > 4 else f"{month} {text}", found[0].value)
    return None


def _identifiers(named: Mapping[str, str]) -> tuple[Identifier, ...]:
    found: list[Identifier] = []
    for scheme, names in _IDENTIFIER_FIELDS:
        for name in names:
            identifier = normalize(scheme, named[name]) if named.get(name) else None
            if identifier and (scheme is not Scheme.DBLP or name != "id" or "/" in named[name]):
                found.append(identifier)
    for name in _URL_FIELDS:
        linked = [from_url(url) for url in named.get(name, "").split()[:_MOST_URLS]]
        found += [identifier for identifier in linked if identifier]
    for name in ("note", "journal", "howpublished", "eprint", "doi", "containertitle", "archivelocation", "number"):
        found += [one.identifier for one in find(named.get(name, "")[:2000])]
    return tuple(dict.fromkeys(found))
