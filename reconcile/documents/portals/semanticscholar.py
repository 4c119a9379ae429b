"""A page of Semantic Scholar that was copied as text: its papers taken apart, its summaries and buttons left out.

`On Wool` / `Ann Lee, Bo Roe, +5 authors, Carl Bee` / `Felt Conference` / `16 January 2024` / `TLDR` / a sentence / `21`
/ `PDF` / `Save` / `Alert` / `Cite`; a paper ends with these buttons, and below them the next one begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.owner import as_person
from reconcile.documents.blocks.runs import clean
from reconcile.documents.portals.signs import DAY
from reconcile.documents.text.plain import beside_plain

_LAST_BUTTON = re.compile(r"(?:save alert )?cite\Z", re.IGNORECASE)
_DATE = re.compile(rf"(?:published )?({DAY}|(?:19|20)\d\d)\Z", re.IGNORECASE)
_CUT = re.compile(r"\+ ?\d{1,5} (?:authors?|more)\Z", re.IGNORECASE)
_BETWEEN_PEOPLE = re.compile(r"\s*,\s*")
_MOST_LINES = 14  # of a paper below its title
_VENUE_LINES = 2  # between people and date
_LONGEST = 2000


def read_semantic_scholar_page(name: str, lines: Lines) -> Document:
    """Return a page of Semantic Scholar: its papers as entries, the rest as plain text."""
    rows = [clean(text[:_LONGEST]).strip() for text in lines.text]
    ends = [at for at, row in enumerate(rows) if _LAST_BUTTON.match(row)]
    papers: list[Block] = []
    dropped: set[int] = set()
    for above, end in pairwise([-1, *ends]):
        own = [at for at in range(max(above + 1, end - _MOST_LINES), end) if rows[at]]
        dated = next((at for at in own if _DATE.match(rows[at])), end)
        told = [at for at in own if at < dated][-_VENUE_LINES - 2 :]
        people = next((place for place in range(1, len(told)) if _people(rows[told[place]])), 0)
        if dated < end and people:
            papers.append(_paper(rows, [*told[people - 1 :], dated], lines))
            dropped |= set(range(dated + 1, end + 1))
    return beside_plain(name, lines, papers, dropped)


def _paper(rows: Sequence[str], places: Sequence[int], lines: Lines) -> Block:
    """Return the entry of a paper on the rows of title, people, venue if there is one, and date."""
    title, people, *venue, date = (rows[at] for at in places)
    dated = _DATE.match(date)
    fields = {"title": title, "author": " and ".join(_people(people)), "date": dated[1] if dated else ""}
    fields |= {"booktitle": " ".join(venue)} if venue else {}
    return entry_block(fields, places[0] + 1, places[-1] + 1, lines)


def _people(row: str) -> list[str]:
    """Return the people whom a row names, `others` for those that are only counted; nothing where it has other words.

    >>> _people("Ann Lee, +5 authors, Carl Bee"), _people("Wool in rain, and felt")
    (['Ann Lee', 'others', 'Carl Bee'], [])
    """
    pieces = _BETWEEN_PEOPLE.split(row)
    people = ["others" if _CUT.match(piece) else piece for piece in pieces]
    return people if all(one == "others" or as_person(one) for one in people) else []
