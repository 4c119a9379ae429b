"""The rows of a table on a page: which stretches of text are one row's, by the order of the file.

Programs show a table row by row, and a row cell by cell. The few that go line by line tear rows apart.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from reconcile.documents.pdf.text import Stretch

# Text above the last by this share of its height is another row's.
_UP = 0.8
# A row without year and number that lacks so many cells may be a line of the row above.
_LACKING = 2
# Stretches on one line differ in height by no more than this share of theirs.
_LEVEL = 0.3
_ANCHORS = frozenset({"", "year", "date"})

Row = dict[int, list[Stretch]]


def rows_of(shown: Sequence[Stretch], columns: Mapping[int, int], names: Sequence[str]) -> list[Row]:
    """Return stretches, in the order of the file, as rows of cells.

    `columns` are the columns of the stretches by their identities, `names` those of the header.
    """
    rows: list[Row] = []
    column, base = len(names), 0.0
    for stretch in shown:
        at = columns[id(stretch)]
        if at < column or (at == column and stretch.box.bottom > base + _UP * stretch.height):
            rows.append({})
        rows[-1].setdefault(at, []).append(stretch)
        column, base = at, stretch.box.bottom
    return _mended(rows, names) if _is_torn(rows, names) else rows


def _is_torn(rows: Sequence[Row], names: Sequence[str]) -> bool:
    """Return whether the rows are lines of a table whose file goes line by line: none has a cell of two lines."""
    # What stands first beneath a header may be the rest of a row of the page before.
    if any(not begins(row, names) and len(row) + _LACKING <= len(names) for row in rows[2:]):
        return all(_levels(stretches) == 1 for row in rows for at, stretches in row.items() if at != max(row))
    return False


def _levels(stretches: Sequence[Stretch]) -> int:
    """Return on how many lines stretches stand that follow each other."""
    return 1 + sum(is_below(before, stretch) for before, stretch in itertools.pairwise(stretches))


def is_below(before: Stretch, stretch: Stretch) -> bool:
    """Return whether a stretch stands on a line below another."""
    return before.box.bottom - stretch.box.bottom > _LEVEL * stretch.height


def _mended(rows: Sequence[Row], names: Sequence[str]) -> list[Row]:
    """Return rows with those that do not begin one put to the row above."""
    mended: list[Row] = []
    for row in rows:
        if not mended or begins(row, names):
            mended.append({})
        for at, stretches in row.items():
            mended[-1].setdefault(at, []).extend(stretches)
    return mended


def begins(row: Row, names: Sequence[str]) -> bool:
    """Return whether a row has a year or a number, where the table has a column of them."""
    anchors = {at for at, name in enumerate(names) if name in _ANCHORS}
    return not anchors or not anchors.isdisjoint(row)


def top(row: Row) -> float:
    """Return the height of the highest line of a row."""
    return max(stretch.box.bottom for stretches in row.values() for stretch in stretches)
