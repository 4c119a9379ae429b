"""A list of Google Scholar that was copied as text: its works known by their counts of citations and their years.

`On Wool` / `A Lee, B Roe` / `Felt 3 (2), 1-9, 2010<tab>812<tab>2010`; counts and year also on lines of their own, and
nothing for the citations of a work that has none, or for its year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reconcile.documents.blocks.owner import as_person
from reconcile.documents.blocks.runs import clean

# The header of the list, in the languages of Scholar's pages.
HEADERS = frozenset(
    {
        ("title", "cited by", "year"),
        ("titel", "zitiert von", "jahr"),
        ("titre", "citée par", "année"),
        ("titolo", "citata da", "anno"),
        ("título", "citado por", "ano"),
        ("título", "citado por", "año"),
    }
)
_IN_A_ROW = frozenset(map(" ".join, HEADERS))
_LAST_COLUMNS = frozenset(header[1:] for header in HEADERS)
_BESIDE = re.compile(r"\t ?\d{0,6}\*?\t ?((?:19|20)\d\d)\Z")
_BELOW = re.compile(r"(?:\d{1,6}\*?\t|\t{1,2}) ?((?:19|20)\d\d)\Z")
_COUNT = re.compile(r"\d{1,6}\*?\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_SHOWN = re.compile(r"[^\W\d_]{3,20} 1[–-]\d{1,4}\Z")  # `Articles 1–14`, below the list
_PEOPLE = re.compile(r"\s*,\s*")
_MOST_LINES = 3  # of a work: its title, its people, where it appeared
_KEPT = _MOST_LINES + 1  # and its count, on a line of its own
_LONGEST_HEADER = 100
_CUT = re.compile(r"(?:\.\.\.|…)")


class Work(NamedTuple):
    """A work on the rows from `start` to `end` (half open), and its fields."""

    start: int
    end: int
    fields: dict[str, str]


def works_in(rows: Sequence[str]) -> list[Work]:
    r"""Return the works of a list that are among rows; without its header, only several that name people are one.

    >>> works_in(["Title", "Cited by", "Year", "On Sheep", "A Bee, C Dee", "Wool 3", "812*", "2010"])[0].fields
    {'title': 'On Sheep', 'author': 'A Bee and C Dee', 'imprint': 'Wool 3', 'year': '2010'}
    """
    texts = [row.strip(" \r\n").rstrip() for row in rows]
    found: list[Work] = []
    headed = False
    above: list[int] = []
    for at, text in enumerate(texts):
        year, imprint = _year(texts, at, len(above))
        if year or (found and (_SHOWN.match(text) or (not text and "\t" in rows[at]))):
            own = [*above, at] if imprint else above[:-1] if _YEAR.match(text) else above
            lines = [clean(_BESIDE.sub("", texts[place])).strip() for place in own[-_MOST_LINES:]]
            if len(lines) > 1 and (headed or any(map(as_person, _PEOPLE.split(lines[1])))):
                found.append(Work(own[-_MOST_LINES:][0], at + bool(year), _fields(lines, year)))
            above = []
            continue
        begins = _ends_header(texts, at)
        headed = headed or begins
        above = [] if begins or not text or "\t" in text else [*above[1 - _KEPT :], at]
    return found if headed or len(found) > 1 else []


def _year(texts: Sequence[str], at: int, above: int) -> tuple[str, bool]:
    """Return the year of the work that ends on a row, and whether the row says where it appeared as well."""
    text = texts[at]
    beside = _BESIDE.search(text) if above and text.count("\t") == 2 else None
    below = _BELOW.match(text) if above else None
    counted = above > 2 and _COUNT.match(texts[at - 1]) and _YEAR.match(text)
    if beside and beside.start():
        return beside[1], True
    return (text[-4:] if below or counted else ""), False


def is_header(row: str) -> bool:
    """Say whether a row is the header of a list."""
    return len(row) < _LONGEST_HEADER and " ".join(row.casefold().split()) in _IN_A_ROW


def _ends_header(texts: Sequence[str], at: int) -> bool:
    """Say whether a row is a header, or the last of one whose columns stand below one another."""
    columns = tuple(text[:_LONGEST_HEADER].strip().casefold() for text in texts[max(at - 1, 0) : at + 1])
    return is_header(texts[at]) or columns in _LAST_COLUMNS


def _fields(lines: Sequence[str], year: str) -> dict[str, str]:
    title, authors, *imprint = lines
    people = [one for one in _PEOPLE.split(authors) if one]
    named = [one for one in people if not _CUT.fullmatch(one)]
    fields = {"title": title, "author": " and ".join([*named, *["others"][: len(people) - len(named)]])}
    fields |= {"imprint": imprint[0]} if imprint else {}
    return fields | ({"year": year} if year else {})
