"""A narrow column of dates beside the entries: which lines begin one, and where the column of the entries stands.

2024       Bee, A. (2024). Felt in the mill. Wool, 3.
           Dee, B. (2024). Gulls of the north: A count
             of their eggs. Birds, 1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reconcile.documents.printed.gaps import Line

_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:\d{1,2}[./]|[^\W\d_]{3,9}\.?,?\s)"
_OPEN = r"(?:present|now|today|date|ongoing|heute|présent|actuel|presente|hoy|oggi|nu|heden)"
_DATES = rf"{_MONTH}?{_YEAR}(?:\s?[-–—/]\s?(?:{_MONTH}?{_YEAR}|\d\d|{_OPEN})?)?"
_STATES = (
    r"in press|to appear|forthcoming|accepted|submitted|under review|in review|in preparation|in prep\.?|im druck"
    r"|im erscheinen|sous presse|à paraître|en prensa|in stampa|in druk|ad hoc"
)
# What stands in such a column: `2024`, `2019–2021`, `Sept 2020 –`, `in press`.
LABEL = re.compile(rf"(?:{_DATES}|{_STATES}):?", re.IGNORECASE)
LONGEST_LABEL = 28
# Of the lines with a label so many stand before one column, one of them so far from it, in heights.
_FEWEST, _APART = 3, 0.8
# What begins in one column begins so near, in points; what hangs, so far right of it, in heights.
_NEAR, _HANGING = 2.0, 0.6
# Of the lines below one with a label so many stand in the column or right of it.
_MOST = 0.8
# A line below stands within so many heights.
_BELOW = 1.8


def with_side_bars(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those that stand beside a column of dates told apart: where an entry begins, one does."""
    for column in _columns(lines):
        lines = _in_column(lines, column)
    return list(lines)


def _columns(lines: Sequence[Line]) -> list[float]:
    """Return where the columns begin that have dates beside them."""
    labelled = [line for line in lines if line.beside]
    begins = Counter(round(line.beside / _NEAR) for line in labelled)
    found: list[float] = []
    for place, _ in begins.most_common():
        column = place * _NEAR
        level = [line for line in labelled if abs(line.beside - column) <= _NEAR]
        if len(level) < _FEWEST or any(abs(column - other) <= 2 * _NEAR for other in found):
            continue
        if max(line.white for line in level) >= _APART and _is_free(lines, column):
            found.append(column)
    return found


def _is_free(lines: Sequence[Line], column: float) -> bool:
    """Whether what goes on below a line with a label stands in the column, and not beneath the label."""
    below = [
        line.left
        for before, line in pairwise(lines)
        if _is_at(before.beside, column) and not line.beside and _is_below(before, line)
    ]
    return bool(below) and sum(left >= column - _NEAR for left in below) >= _MOST * len(below)


def _in_column(lines: Sequence[Line], column: float) -> list[Line]:
    """Return the lines with those of a column that begin an entry marked, labels taken as left of it."""
    hangs = _hangs(lines, column)
    return [
        replace(line, left=line.beside, begins=True)
        if _is_at(line.beside, column)
        else replace(line, begins=True)
        if hangs and _is_at(line.left, column)
        else line
        for line in lines
    ]


def _hangs(lines: Sequence[Line], column: float) -> bool:
    """Whether the further lines of the entries in a column stand right of it."""
    right = sum(column + _HANGING * line.height < line.left < column + 4 * line.height for line in lines)
    level = sum(_is_at(line.left, column) for line in lines)
    return right >= max(2, level)


def _is_at(left: float, column: float) -> bool:
    return abs(left - column) <= _NEAR


def _is_below(before: Line, line: Line) -> bool:
    return 0 < before.bottom - line.bottom < _BELOW * before.height
