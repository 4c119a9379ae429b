"""Tables on the pages of a PDF: which cell each stretch of text stands in, by the white between the columns.

A table is known by a header that names its columns. Beneath it everything belongs to it that leaves the white between
the columns free. Programs show a table row by row and cell by cell, so the order of the file says where a row ends,
however its cells are aligned, with rules or without.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.documents.fields.columns import header
from reconcile.documents.pdf.rows import Row, begins, is_below, rows_of, top
from reconcile.documents.pdf.text import Stretch
from reconcile.documents.printed.gaps import Cell

# Cells of a header stand this far apart, in heights; a space takes a third.
_APART = 0.45
# What joins the parts of a header that stand apart.
_JOINING = frozenset("/ & or and of".split())
# Lines of a header, and columns, at most.
_MOST_LINES = 3
_MOST_COLUMNS = 16
# The least white that parts two columns, in points.
_WHITE = 1.0
# Text that is larger by this factor is no part of the table, nor is what stands so many heights below it.
_LARGER = 1.2
_FAR = 4.0
# Heights between a page's head, or its number, and what it holds, at least.
_PARTED = 1.8
# What begins a column begins so near its edge, in points.
_ALIGNED = 4.0
# Lines across the columns that may stand between two rows, and above the first row of a page; they are headings.
_ACROSS = 2
# The columns that a row fills, at least, beneath such a line or at the head of a page.
_CLEAR = 3
# Between two words, in heights, at least.
_SPACE = 0.15

Line = Sequence[Stretch]
Gap = tuple[float, float]


class Table(NamedTuple):
    """What is known of a table: the names of its columns, the white between them, its font size, its last row."""

    names: tuple[str, ...]
    gaps: tuple[Gap, ...]
    size: float
    last: int = -1


_NONE = Table((), (), 0.0)


class Tabled(NamedTuple):
    """A page: the stretches of each cell, row by row; those outside; the table that may go on overleaf.

    `rows` is how many there are so far.
    """

    cells: tuple[tuple[Cell, tuple[Stretch, ...]], ...] = ()
    rest: tuple[Stretch, ...] = ()
    unfinished: Table | None = None
    rows: int = 0


class _Part(NamedTuple):
    """The lines of a page that belong to a table, those across its columns, and the place where it has ended."""

    table: Table
    lines: tuple[Line, ...]
    across: tuple[Line, ...]
    end: int


def tabled(shown: Sequence[Stretch], before: Tabled) -> Tabled:
    """Return the stretches of a page by the cells of its tables; a table of the page `before` may go on here."""
    lines = _lines(shown)
    cells: list[tuple[Cell, tuple[Stretch, ...]]] = []
    inside: set[int] = set()
    unfinished, rows = None, before.rows
    for table, chosen, across, end in _parts(lines, before.unfinished):
        taken = {key: column for line in chosen for key, column in _columns(line, table).items()}
        made = rows_of([stretch for stretch in shown if id(stretch) in taken], taken, table.names)
        made = sorted([*made, *({0: list(line)} for line in across)], key=top, reverse=True)
        if _repeats_header(made, table, before.unfinished):
            made, table = made[1:], table._replace(last=before.rows - 1)
        first = table.last if table.last >= 0 and not begins(made[0], table.names) else rows
        for number, row in enumerate(made, first):
            cells += [(Cell(number, at, len(table.names)), tuple(row[at])) for at in sorted(row)]
        rows = first + len(made)
        inside |= taken.keys() | {id(stretch) for line in across for stretch in line}
        unfinished = table._replace(last=rows - 1) if end >= len(lines) - _ACROSS else None
    return Tabled(tuple(cells), tuple([stretch for stretch in shown if id(stretch) not in inside]), unfinished, rows)


def _repeats_header(made: Sequence[Row], table: Table, before: Table | None) -> bool:
    """Return whether a page repeats the header of the table that goes on there, and then goes on with its last row."""
    again = before is not None and table.last < 0 and table.names == before.names
    return again and len(made) > 1 and not begins(made[1], table.names)


def _lines(shown: Sequence[Stretch]) -> list[Line]:
    """Return the stretches by the lines that they stand on, across the whole page, from the top."""
    lines: list[list[Stretch]] = []
    for stretch in sorted(shown, key=lambda stretch: -stretch.box.bottom):
        if not lines or is_below(lines[-1][0], stretch):
            lines.append([])
        lines[-1].append(stretch)
    return [sorted(line, key=lambda stretch: stretch.box.left) for line in lines]


def _parts(lines: Sequence[Line], before: Table | None) -> Iterator[_Part]:
    """Return the parts of a page that are tables, from the top."""
    at = 0
    if before and not any(_headed(lines[begin : begin + _MOST_LINES]) for begin in range(min(_ACROSS + 1, len(lines)))):
        part = _beneath(lines, _head(lines, before), before)
        if any(_is_clear(line, part.table) for line in part.lines):
            yield part
            at = part.end
    while at < len(lines):
        table = _headed(lines[at : at + _MOST_LINES])
        part = _beneath(lines, at, table) if table else _Part(_NONE, (), (), at + 1)
        if len(part.lines) > 1:
            yield part
        at = part.end


def _head(lines: Sequence[Line], table: Table) -> int:
    """Return how many lines at the head of a page are no part of a table that goes on there: a name, a number.

    They stand apart from what is below, and not where columns begin.
    """
    starts = [end for _, end in table.gaps]
    head = 0
    for at, line in enumerate(lines[:_ACROSS]):
        aligned = all(any(abs(_left(span) - start) < _ALIGNED for start in starts) for span in _spans(line))
        if not aligned and at + 1 < len(lines) and _is_apart(line, lines[at + 1]):
            head = at + 1
    return head


def _is_apart(upper: Line, lower: Line) -> bool:
    return upper[0].box.bottom - lower[0].box.bottom > _PARTED * lower[0].height


def _headed(lines: Sequence[Line]) -> Table | None:
    """Return the table whose header stands in the first of some lines, or in that and those beneath it."""
    spans = _joined(_spans(lines[0]))
    found = None
    for number, line in enumerate(lines):
        if not 1 < len(spans) <= _MOST_COLUMNS or (number and not _wrapped(spans, line)):
            return found
        if names := header([_said(span) for span in spans]):
            gaps = [(_right(one), _left(other)) for one, other in itertools.pairwise(spans)]
            found = Table(names, tuple(gaps), line[0].size)
    return found


def _joined(spans: Sequence[list[Stretch]]) -> list[list[Stretch]]:
    """Return what stands apart of a header with `/` and the like put to both sides of it: full lines are spread out."""
    joined = [list(spans[0])]
    for before, span in itertools.pairwise(spans):
        if _JOINING.isdisjoint((_said(before).strip(), _said(span).strip())):
            joined.append([])
        joined[-1] += span
    return joined


def _spans(line: Line) -> list[list[Stretch]]:
    """Return the stretches of a line that stand together."""
    spans = [[line[0]]]
    for before, stretch in itertools.pairwise(line):
        if stretch.box.left - before.box.right > _APART * stretch.height:
            spans.append([])
        spans[-1].append(stretch)
    return spans


def _wrapped(spans: Sequence[list[Stretch]], line: Line) -> bool:
    """Put the stretches of a line into the spans above them; return False, and put none, where one has none above."""
    above = [
        next((span for span in spans if _left(span) < stretch.box.right and stretch.box.left < _right(span)), None)
        for stretch in line
    ]
    if None in above:
        return False
    for span, stretch in zip(above, line, strict=True):
        if span is not None:
            span.append(stretch)
    return all(_right(one) < _left(other) for one, other in itertools.pairwise(spans))


def _said(span: Sequence[Stretch]) -> str:
    """Return what a cell of a header says."""
    text = span[0].text
    for before, stretch in itertools.pairwise(span):
        if is_below(before, stretch):
            text = text[:-1] if text.endswith("-") else f"{text} "
        elif stretch.box.left - before.box.right > _SPACE * stretch.height:
            text += " "
        text += stretch.text
    return text


def _beneath(lines: Sequence[Line], begin: int, table: Table) -> _Part:
    """Return the lines of a table from its first on: those that leave the white between its columns free."""
    chosen: list[Line] = []
    across: list[Line] = []
    end = at = begin
    while at < len(lines) and at - end <= _ACROSS:
        line = lines[at]
        if chosen and _headed(lines[at : at + _MOST_LINES]):
            break  # the next table begins
        gaps = _narrowed(table, line)
        near = not chosen or chosen[-1][0].box.bottom - line[0].box.bottom < _FAR * line[0].height
        at += 1
        if gaps is None or not near:
            continue
        narrowed = table._replace(gaps=gaps)
        if at - end > 1 and not _is_clear(line, narrowed):
            break
        across += lines[end : at - 1]
        table, end = narrowed, at
        chosen.append(line)
    if end == len(lines) and len(chosen) > 1 and len(_spans(chosen[-1])) == 1 and _is_apart(*chosen[-2:]):
        chosen.pop()  # the number of the page
    return _Part(table, tuple(chosen), tuple(across), max(end, begin + 1))


def _narrowed(table: Table, line: Line) -> tuple[Gap, ...] | None:
    """Return the white that a line leaves between the columns; None where it runs across it."""
    gaps = list(table.gaps)
    for span in _spans(line):
        left, right = _left(span), _right(span)
        if max(stretch.size for stretch in span) > _LARGER * table.size:
            return None
        for at, (begin, end) in enumerate(gaps):
            if left < begin < right:
                gaps[at] = (right, end)
            elif left < end < right:
                gaps[at] = (begin, left)
            if gaps[at][1] - gaps[at][0] < _WHITE:
                return None
    return tuple(gaps)


def _is_clear(line: Line, table: Table) -> bool:
    """Return whether a line is surely one of the table: it fills most columns, and three where there are as many."""
    if _narrowed(table, line) is None:
        return False
    return len(set(_columns(line, table).values())) >= min(_CLEAR, len(table.names))


def _columns(line: Line, table: Table) -> dict[int, int]:
    """Return the column of each stretch of a line, by its identity."""
    found: dict[int, int] = {}
    for span in _spans(line):
        middle = (_left(span) + _right(span)) / 2
        column = sum((begin + end) / 2 < middle for begin, end in table.gaps)
        found |= {id(stretch): column for stretch in span}
    return found


def _left(span: Sequence[Stretch]) -> float:
    return min(stretch.box.left for stretch in span)


def _right(span: Sequence[Stretch]) -> float:
    return max(stretch.box.right for stretch in span)
