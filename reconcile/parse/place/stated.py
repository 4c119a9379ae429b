"""Where a work appeared, as a structured entry states it: in a field of its own, or in the words of a link."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.documents.bib.kinds import kind_of_entry
from reconcile.documents.fields.columns import key_of
from reconcile.documents.fields.kinds import type_named
from reconcile.parse.place.numbers import Numbers, read_numbers
from reconcile.parse.words import cues
from reconcile.parse.words.dates import Piece
from sources.names import read_name
from sources.record import Name, Type
from sources.text import ANY_YEAR, YEAR, fold

_NO_NUMBERS = Numbers()
_IN = re.compile(r"[Ii]n(?::\s*|\s+)(?=[A-Z])")
_BEFORE_NUMBERS = re.compile(r"[\s,;:.(]*(?:vol(?:ume)?\.?)?\s*\Z", re.IGNORECASE)
_LONGEST_LABEL = 20
_DATED = re.compile(rf"\(({YEAR})\)")  # `J. Gulls, 26, 1034 (2009)`
_PAGES_LAST = re.compile(r",\s(?:pp?|S|ss?|blz|págs?)\.?\s?(?P<pages>\d{1,5}\s?[-–]{1,2}\s?\d{1,5})[\s.]{0,3}\Z")
_DATED_LAST = re.compile(rf"[\s,;]({YEAR})[\s.]{{0,3}}\Z")  # `Loom Letters, Vol. 9, pp. 88-97, 2021`
_NUMBERS = re.compile(
    rf"(?:[\d\s.,:;()\[\]/–—-]|[A-Z]\d|pp?\.|pages?|no\.|issue|art(?:icle|\.)(?: id)?|(?:{cues.MONTHS})\b)*",
    re.IGNORECASE,
)
# A column's numbers that stand without their words, and what stands before others as a journal would.
_CELL = re.compile(
    r"(?P<volume>\d{1,4}|[IVXLC]{1,7})(?:\s?[(/]\s?(?P<issue>\d{1,4}(?:[-–]\d{1,4})?)\s?\)?)?"
    r"(?:\s?[,:;/]\s?(?P<page>[A-Za-z]{0,2}\d{1,7}(?:\s?[-–—]{1,2}\s?[A-Za-z]?\d{1,7})?))?"
)
_PLACEHOLDER = "Loom, "
_ENTRY_TYPE, _PROCEEDINGS = key_of("ENTRYTYPE"), frozenset({"mvproceedings", "proceedings"})
_LINKED_WORDS = ("link", "links", "url")
_LONGEST_LINK = 500
_ADDRESS = re.compile(r"(?:https?://|www\.|ftp://|doi\.org/)\S+")
_NAMED = re.compile(r"\W*[^\W\d_]{2}")
# The kind of a thesis before its university, also as the degree alone.
_THESIS = re.compile(rf"\W*(?:{cues.THESES}|ph\.? ?d\b)[^.,;:]*[.,;:]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedPlace:
    """Where a work appeared, the numbers and names behind it, the text in which its venues are named, its year."""

    container: str = ""
    numbers: Numbers = _NO_NUMBERS
    editor: tuple[Name, ...] = ()
    publisher: str = ""
    text: str = ""
    year: str = ""


def stated_place(stated: str, *, known: bool) -> StatedPlace:
    """Return the place that a field of its own states; its numbers are not taken where they are `known`."""
    whole = _without_in(stated)
    container, numbers = _without_numbers(whole, known=known)
    behind = max((piece.end for piece in (numbers.volume, numbers.issue, numbers.page) if piece), default=len(whole))
    dated = _DATED.search(whole, len(container)) or _DATED_LAST.search(whole, behind)
    return StatedPlace(container, numbers, text=container, year=dated[1] if dated else "")


def cell_of_numbers(cell: str) -> Numbers:
    """Return the numbers in a cell that holds nothing else: `14(1): 55–70`, `47/2/211–230`, `Vol. 3 No. 2`.

    >>> numbers = cell_of_numbers("47/2/211–230")
    >>> numbers.volume.value, numbers.issue.value, numbers.page.value
    ('47', '2', '211–230')
    """
    found = _CELL.fullmatch(cell.strip())
    if not found:
        return read_numbers(f"{_PLACEHOLDER}{cell}", len(_PLACEHOLDER), len(_PLACEHOLDER) + len(cell))
    groups = ((found[name], *found.span(name)) for name in ("volume", "issue", "page"))
    return Numbers(*(Piece(*group) if group[0] else None for group in groups))


def linked_place(named: Mapping[str, str]) -> StatedPlace:
    """Return the place that the words of a link state: `link: {url: …, display: "J. Gulls 12(3), 2020"}`."""
    said = (_ADDRESS.sub(" ", named.get(name, "")[:_LONGEST_LINK]).strip(" ;,") for name in _LINKED_WORDS)
    return told_place(next((words for words in said if _NAMED.match(words) and ANY_YEAR.search(words)), ""))


def told_place(told: str) -> StatedPlace:
    """Return the place that a citation's end tells: `Loom. – 2001. – № 8. – С. 22–25.`, `Leiden: Olmo, 2020`."""
    text = _ADDRESS.sub(" ", told[:_LONGEST_LINK]).strip(" ;,")
    if not text:
        return StatedPlace()
    # Here, because it takes a tenth of a second to load, and few entries are told of in words.
    from reconcile.parse.place.container import read_container

    genre = _THESIS.match(text)
    start = genre.end() if genre else 0
    numbers = read_numbers(text, start, len(text))
    found = read_container(text, start, len(text), numbers)
    if found.span is None:
        return StatedPlace(publisher=found.publisher, text=text)
    container = text[slice(*found.span)].strip(" .,;:")
    editor = tuple(read_name(person.text) for person in found.editors)
    return StatedPlace(container, numbers, editor, found.publisher, text)


def _without_in(container: str) -> str:
    """Return where a work appeared without the word before it: `In *ICML*`."""
    match = _IN.match(container)
    return container[match.end() :] if match else container


def _without_numbers(container: str, *, known: bool) -> tuple[str, Numbers]:
    """Return where a work appeared and the numbers behind it, which a column of venues may hold: `J. Gulls 12(3), 1-9`.

    Nothing is taken where the volume or the pages are `known`, or where more than numbers stands there; pages alone
    are taken where they are last and called so.
    """
    found = Numbers() if known else read_numbers(container, 0, len(container))
    last = _PAGES_LAST.search(container, 1) if found.page and not found.volume else None
    if last and found.page and found.page.start == last.start("pages"):
        return container[: last.start()], found
    if not (found.volume and found.page):
        return container, Numbers()
    start = min(piece.start for piece in (found.volume, found.issue, found.page) if piece)
    head = _BEFORE_NUMBERS.sub("", container[:start][-_LONGEST_LABEL:])
    head = container[:start][:-_LONGEST_LABEL] + head
    return (head, found) if head and _NUMBERS.fullmatch(container, start) else (container, Numbers())


def outlet(named: Mapping[str, str], title: str) -> str:
    """Return where a work appeared by fields that mean something else elsewhere.

    Beside a title, `publication` is the venue (Hugo, Scholar's export); beside a `releaseDate`, `publisher` is
    (JSON Resume); of a preprint, `repository` is (Zotero).
    """
    publication = named.get("publication", "")
    if publication and publication != title:
        return publication
    if "releasedate" in named:
        return named.get("publisher", "")
    return named.get("repository", "") if type_named(named.get("type", "")) is Type.PREPRINT else ""


def is_volume(named: Mapping[str, str]) -> bool:
    """Say whether a BibTeX entry is a whole volume: its `booktitle` is its own title, for its papers to inherit."""
    kind, title = named.get(_ENTRY_TYPE, "").lower(), named.get("booktitle", "")
    if kind in _PROCEEDINGS:
        return not named.get("author")  # or somebody's paper after all
    return bool(title) and kind_of_entry(kind).claims is Type.BOOK and fold(title) == fold(named.get("title", ""))
