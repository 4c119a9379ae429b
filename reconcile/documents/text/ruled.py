"""Tables that are drawn with signs: grids, boxes, columns under dashes, cells between bars.

Pandoc, w3m, trafilatura and lynx draw them so, and people do; several lines may be one row of cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

_RULE = re.compile(
    r"\s{0,20}(?:\+(?:[-=:]{2,200}\+){2,40}|[┌├└╔╠╚╒╞╘╭╰┏┣┗][─━═┬┼┴╦╬╩╤╪╧┳╋┻]{3,2000}[┐┤┘╗╣╝╕╡╛╮╯┓┫┛])\s*\Z"
)
_BARS = "|│║┃"
_BAR = re.compile(rf"(?<!\\)[{_BARS}]")
_FEWEST_BARS = 3
_FEWEST = 2
_DASHES = re.compile(r"\s{0,20}-{2,200}(?:\s{1,20}-{2,200}){1,40}\s*\Z")
_UNDERLINE = frozenset("|:- ")
_LINE = re.compile(r"\s{0,20}-{10,2000}\s*\Z")
_COLUMN = re.compile(r"-+")
_LONGEST = 4000  # signs of a line
_MOST = 3000  # lines of a table
_HEADER = 6  # lines of a table's header, with the rule above it


class Row(NamedTuple):
    """A row of a table: on which lines it stands, from the first to before the last, and its cells."""

    start: int
    end: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """The rows of a table, and the lines that it takes; `left` are those of its rows that stay text."""

    start: int
    end: int
    rows: tuple[Row, ...]
    left: tuple[int, ...] = ()


def drawn_tables(rows: Sequence[str]) -> Iterator[Table]:
    """Yield the tables among the rows of a text, from the first.

    >>> text = ["+----+------+", "| On | Work |", "+====+======+", "| My | Wool |", "|    | 2020 |"]
    >>> next(drawn_tables(text)).rows[1]
    Row(start=3, end=5, cells=('My', 'Wool 2020'))
    """
    at = 0
    while at < len(rows):
        row, after = rows[at], rows[at + 1] if at + 1 < len(rows) else ""
        table, end = None, at + 1
        if len(row) < _LONGEST and (_LINE.match(row) or (row.strip() and _DASHES.match(after))):
            table = _dashed(rows, at)
        elif _RULE.match(row[:_LONGEST]):
            end = _end(rows, at, lambda text: _is_barred(text) or _RULE.match(text[:_LONGEST]) is not None)
            table = _boxed(rows, at, end)
        elif _is_barred(row):
            end = _end(rows, at, _is_barred)
            table = _barred(rows, at, end)
        if table:
            yield table
        at = table.end if table else end


def _end(rows: Sequence[str], start: int, belongs: Callable[[str], bool]) -> int:
    """Return where the lines end that belong to what the first begins."""
    return next((at for at in range(start + 1, len(rows)) if not belongs(rows[at])), len(rows))


def is_underline(row: str) -> bool:
    """Return whether a line is what Markdown has below the header of a table: `|---|:--|`."""
    return "-" in row and "|" in row and set(row.strip()) <= _UNDERLINE


def _is_barred(row: str) -> bool:
    """Return whether a line begins and ends with a bar and has another."""
    text = row.strip() if len(row) < _LONGEST else ""
    return text[:1] != "" and text[0] in _BARS and text[-1] in _BARS and len(_BAR.findall(text)) >= _FEWEST_BARS


def _boxed(rows: Sequence[str], start: int, end: int) -> Table | None:
    """Return the table that begins with a rule: between two rules stands a row, on several lines perhaps."""
    parts = [
        [at for at, _ in group]
        for ruled, group in groupby(enumerate(rows[start:end], start), key=lambda each: bool(_RULE.match(each[1])))
        if not ruled
    ]
    cells = {at: _cells(rows[at]) for part in parts for at in part}
    if len(parts) < 1 or len({len(each) for each in cells.values()}) != 1:
        return None
    if len(parts) <= 2 and all(cells[at][0] for at in parts[-1]):  # a rule below the header alone
        parts = [*parts[:-1], *([at] for at in parts[-1])]
    return Table(start, end, tuple(_row(part[0], part[-1] + 1, [cells[at] for at in part]) for part in parts))


def _barred(rows: Sequence[str], start: int, end: int) -> Table | None:
    """Return the table of which every line begins and ends with a bar; a line of dashes is none of its rows."""
    cells = {at: _cells(rows[at]) for at in range(start, end) if not is_underline(rows[at])}
    if len(cells) < _FEWEST or len({len(each) for each in cells.values()}) != 1:
        return None
    return Table(start, end, tuple(_row(at, at + 1, [each]) for at, each in cells.items()))


def _dashed(rows: Sequence[str], start: int) -> Table | None:
    """Return the table whose header stands over a dash line a column; blank lines part the rows between long lines."""
    long = bool(_LINE.match(rows[start]))
    at = next((at for at in range(start + 1, min(len(rows), start + _HEADER)) if _DASHES.match(rows[at])), None)
    if at is None or at == start + long:
        return None
    begins = [found.start() for found in _COLUMN.finditer(rows[at])]
    head = _row(start + long, at, [_sliced(row, begins) for row in rows[start + long : at]])
    end = at + 1
    found: list[Row] = []
    open_at = end
    closes = False
    while end < min(len(rows), at + _MOST):
        closes = bool(_LINE.match(rows[end]) or _DASHES.match(rows[end]))
        parted = not rows[end].strip()
        if closes or parted or not long:
            stop = end if closes or parted else end + 1
            if open_at < stop:
                found.append(_row(open_at, stop, [_sliced(row, begins) for row in rows[open_at:stop]]))
            open_at = end + 1
        end += 1
        if closes or (parted and not long):
            break
    return Table(start, end, (head, *found)) if found and (closes or not long) else None


def _sliced(row: str, begins: Sequence[int]) -> tuple[str, ...]:
    return tuple(row[begin:stop].strip() for begin, stop in pairwise([*begins, len(row) + max(begins)]))


def _cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in _BAR.split(row.strip())[1:-1])


def _row(start: int, end: int, lines: Sequence[Sequence[str]]) -> Row:
    """Return the row that several lines of cells make."""
    return Row(start, end, tuple(" ".join(filter(None, cells)) for cells in zip(*lines, strict=True)))
