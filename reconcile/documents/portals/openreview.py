"""A person's page in OpenReview that was copied as text: its works taken apart by their lines, their buttons left out.

`On Wool` / `Ann Lee, Bo Roe` / `Published: 02 May 2024, Last Modified: 25 June 2024` / `ICML 2024 Poster` / `Everyone`
/ `Revisions` / `BibTeX`; the last five also on one line without blanks, and older works end with `Readers: Everyone`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.owner import as_person
from reconcile.documents.blocks.runs import clean
from reconcile.documents.portals.signs import OPENREVIEW_BUTTON, OPENREVIEW_DATE
from reconcile.documents.text.plain import beside_plain

_ENDS = re.compile(rf"(.{{0,300}}?)\s?(Readers: ?)?Everyone((?:\s?{OPENREVIEW_BUTTON}){{0,5}})\Z")
_MENU = re.compile(rf"{OPENREVIEW_BUTTON}\Z")
_DATE = re.compile(OPENREVIEW_DATE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HEADING = re.compile(r"(?:Recent )?Publications\Z")
_NOT_SHOWN = re.compile(r",?\s?(?:et al\.|\.\.\.|…)?\s?\(\d{1,4} additional authors? not shown\)\Z")
_BETWEEN_PEOPLE = re.compile(r"\s*,\s*")
_FEWEST_LINES, _MOST_LINES = 3, 5  # of a work that is a paragraph, and of any, above who may read it
_LONGEST = 2000


def read_openreview_page(name: str, lines: Lines) -> Document:
    """Return a page of OpenReview: its works as entries, the rest as plain text without the buttons of the works."""
    rows = [clean(text[:_LONGEST]).strip() for text in lines.text]
    works: list[Block] = []
    for places, said, end in _works(rows):
        fields = _fields(rows[places[0]], rows[places[1]], [*(rows[at] for at in places[2:]), said])
        works.append(entry_block(fields, places[0] + 1, end, lines))
    menus = {at for at, row in enumerate(rows) if _MENU.match(row)}
    return beside_plain(name, lines, works, menus)


def _works(rows: Sequence[str]) -> Iterator[tuple[list[int], str, int]]:
    """Yield the lines of title, authors and imprint of each work, what else stands at its readers, where it ends."""
    above: list[int] = []
    for at, row in enumerate(rows):
        ends = _ENDS.match(row)
        if not ends or (ends[1] and not (ends[2] or ends[3] or _DATE.match(row))):
            above = [] if _HEADING.match(row) or _MENU.match(row) else [*above, at]
            continue
        above = _own(rows, above)
        dated_below = at + 1 < len(rows) and _DATE.fullmatch(rows[at + 1])
        if len(above) > 1:
            yield above, f"{ends[1]}\n{rows[at + 1]}" if dated_below else ends[1], at + (2 if dated_below else 1)
        above = []


def _own(rows: Sequence[str], above: list[int]) -> list[int]:
    """Return the lines of a work, of those above its readers: a paragraph, or from above the last names."""
    gap = max((at for at in above[:-_FEWEST_LINES] if not rows[at]), default=-1)
    own = [at for at in above if at > gap and rows[at]]
    if len(own) <= _MOST_LINES:
        return own
    last = own[-_MOST_LINES:]
    named = [at for at, below in enumerate(last[1:]) if all(map(as_person, _people(rows[below])))]
    return last[named[-1] :] if named else []


def _people(row: str) -> list[str]:
    return [person for person in _BETWEEN_PEOPLE.split(_NOT_SHOWN.sub("", row)) if person]


def _fields(title: str, authors: str, imprint: Sequence[str]) -> dict[str, str]:
    """Return the fields of a work; the year of its meeting is its own, and the date that of the page in OpenReview."""
    people = [*_people(authors), *(["others"] if _NOT_SHOWN.search(authors) else [])]
    said = "\n".join(imprint)
    dates = _DATE.findall(said)
    venue = " ".join(_DATE.sub("\n", said).split())
    fields = {"title": title, "author": " and ".join(people)}
    fields |= {"booktitle": venue} if venue else {}
    fields |= {"date": _YEAR.findall(dates[0])[0]} if dates and not _YEAR.search(venue) else {}
    return fields
