"""Columns that blanks part, as inscriptis, text browsers and `pdftotext -layout` set the tables of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_CELL = re.compile(r"\S+(?:\s\S+)*")
# The first cell of a row, before at least two blanks: a year, a number, a kind of work.
_FIRST = re.compile(r"\s{0,20}\S+(?:\s\S+){0,3}\s{2,40}(?=\S)")
_WIDEST = 30
_FEWEST = 2


def aligned_cells(rows: Sequence[str]) -> list[list[str]]:
    """Return the cells of rows that have them one below the other, two blanks or more before each; else nothing.

    >>> aligned_cells(["Year  Title", "2020  Felt in Cold Water", "      Moss"])
    [['Year', 'Title'], ['2020', 'Felt in Cold Water'], ['', 'Moss']]
    """
    starts = [found.start() for found in _CELL.finditer(rows[0])]
    if len(rows) < _FEWEST or len(starts) < _FEWEST:
        return []
    if any(row[: starts[0]].strip() or any(row[start - 2 : start].strip() for start in starts[1:]) for row in rows):
        return []
    bounds = [*starts, max(map(len, rows))]
    return [[row[start:end].strip() for start, end in pairwise(bounds)] for row in rows]


def column_starts(rows: Sequence[str]) -> list[int]:
    """Return which rows have something in a narrow first column that all rows keep free but for it.

    >>> column_starts(["2020  A. Bee. Felt.", "      Oxford.", "2019  A. Bee. Moss."])
    [0, 2]
    """
    first = _FIRST.match(rows[0])
    if not first or first.end() > _WIDEST or any(row[first.end() - 2 : first.end()].strip() for row in rows):
        return []
    begins = [at for at, row in enumerate(rows) if row[: first.end()].strip()]
    if len(begins) < _FEWEST:
        return []
    if len({len(row) for row in rows}) == 1 and any(row.endswith(" ") for row in rows):
        # inscriptis fills every row of a table, and wraps none: a year may stand once before several entries
        begins = sorted({*begins, *(at for at in range(1, len(rows)) if rows[at - 1].rstrip().endswith("."))})
    return begins
