"""The columns of citations and years that a list of Google Scholar leaves when it is copied as text."""

from __future__ import annotations

import re
from collections.abc import Sequence

Numbered = tuple[int, str]

# `812<tab>2010` after the venue, or on a line of its own; nothing stands for the citations of an uncited paper.
_BESIDE = re.compile(r"\t ?\d{1,6}\*?\t ?((?:19|20)\d\d)\Z")
_BELOW = re.compile(r"(?:\d{1,6}\*?\t|\t{1,2}) ?((?:19|20)\d\d)\Z")
_COUNT = re.compile(r"\d{1,6}\*?\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def without_counts(rows: Sequence[Numbered]) -> list[Numbered]:
    """Return the rows without the counts, each year at the end of its paper, and papers parted by empty rows.

    >>> [text for _, text in without_counts([(0, "On Sheep"), (1, "A. Bee"), (2, "Wool 3"), (3, "812*"), (4, "2010")])]
    ['On Sheep', 'A. Bee', 'Wool 3, 2010', '']
    """
    kept: list[Numbered] = []
    paper = 0
    for number, row in rows:
        text = row.strip(" \r\n").rstrip()
        beside = _BESIDE.search(text) if paper and text.count("\t") == 2 else None
        below = _BELOW.match(text)
        if not beside and not below and paper > 2 and _YEAR.match(text) and _COUNT.match(kept[-1][1].strip()):
            kept.pop()
            below = _YEAR.match(text)
        if beside and beside.start():
            kept.append((number, text[: beside.start()]))
        if not (beside or below):
            kept.append((number, row))
            paper = paper + 1 if text and "\t" not in text else 0
            continue
        _date(kept, text[-4:])
        kept.append((number, ""))
        paper = 0
    return kept


def _date(kept: list[Numbered], year: str) -> None:
    """Put the year at the end of the last row, if it is not in it."""
    if kept and kept[-1][1].strip() and year not in kept[-1][1]:
        number, text = kept[-1]
        kept[-1] = number, f"{text.rstrip()}, {year}"
