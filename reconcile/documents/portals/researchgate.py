"""A person's page in ResearchGate that was copied as text: its works taken apart, its buttons and questions left out.

`On Wool` / `Article` / `Full-text available` / `Jul 2024 · Felt` / `212 Reads · 4 Citations` / names / an abstract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.owner import as_person
from reconcile.documents.blocks.runs import clean
from reconcile.documents.portals.signs import GATE_DATE, GATE_READY, GATE_TYPES
from reconcile.documents.text.plain import beside_plain

_COUNT = r"[\d.,]{1,9}k? (?:reads?|citations?)\b"
_TYPE = re.compile(rf"(?:{GATE_TYPES})\Z", re.IGNORECASE)
_DATED = re.compile(rf"({GATE_DATE})(?:\s?·\s?(?!{_COUNT})(\S.{{0,500}}))?(?:\s?·.{{0,60}})?\Z", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?:{GATE_READY}|{_COUNT}.{{0,60}}|\[(?:\.\.\.|…)\])\Z", re.IGNORECASE)
_BUTTON = re.compile(
    r"(?:download|recommend|follow|share|view|cite|request (?:full-text|file)|add (?:file|full-text|supplementary "
    r"resources?)|read full-text|[\d.,]{1,9} recommendations?)\Z",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"Question · .{1,40} · [\d.,]{1,9} answers?\Z", re.IGNORECASE)
_CHAPTER = re.compile(r"Chapter \d{1,3}[.:]?\s+(?=\S)", re.IGNORECASE)
_BETWEEN_PEOPLE = re.compile(r"\s*[·,;]\s*")
_MOST_LINES = 30  # below the date of a work
_LONGEST = 2000


def read_gate_page(name: str, lines: Lines) -> Document:
    """Return a person's page in ResearchGate: its works as entries, the rest as plain text without its buttons."""
    rows = [clean(text[:_LONGEST]).strip() for text in lines.text]
    buttons = {at for at, row in enumerate(rows) if _BUTTON.match(row)}
    asked = {place for at, row in enumerate(rows) if _QUESTION.match(row) for place in (at - 1, at)}
    return beside_plain(name, lines, tuple(_works(rows, lines)), buttons | asked)


def _works(rows: Sequence[str], lines: Lines) -> Iterator[Block]:
    """Yield the works with the lines on which they stand, an abstract with them: up to an empty line or a button."""
    for at in range(1, len(rows)):
        if not (rows[at - 1] and _TYPE.match(rows[at])):
            continue
        dates = [below for below in range(at + 1, min(at + 4, len(rows))) if _DATED.match(rows[below])]
        if not dates or not all(_BETWEEN.match(row) for row in rows[at + 1 : dates[0]]):
            continue
        dated = _DATED.match(rows[dates[0]])
        below = dates[0] + 1
        venue = dated[2] if dated and dated[2] else ""
        if not venue and (venue := _venue(rows, below)):
            below += 1
        end, people = _people(rows, below)
        fields = {"title": _CHAPTER.sub("", rows[at - 1], count=1) or rows[at - 1], "type": rows[at]}
        fields |= {"date": dated[1]} if dated else {}
        fields |= {"booktitle": venue} if venue else {}
        fields |= {"author": " and ".join(people)} if people else {}
        yield entry_block(fields, at, end, lines)


def _venue(rows: Sequence[str], at: int) -> str:
    """Return what stands below a work's date and above the first of its people."""
    if at + 1 >= len(rows) or _BETWEEN.match(rows[at]) or _BUTTON.match(rows[at]):
        return ""
    return rows[at] if not as_person(rows[at]) and as_person(rows[at + 1]) else ""


def _people(rows: Sequence[str], at: int) -> tuple[int, list[str]]:
    """Return where the lines of a work end that stand below its date, and the people whom they name."""
    people: list[str] = []
    named = True
    end = at
    while end < min(len(rows), at + _MOST_LINES) and rows[end] and not _BUTTON.match(rows[end]):
        here = [person for person in _BETWEEN_PEOPLE.split(rows[end]) if person]
        if named and not _BETWEEN.match(rows[end]):
            named = all(map(as_person, here))
            people += here if named else []
        end += 1
    return end, people
