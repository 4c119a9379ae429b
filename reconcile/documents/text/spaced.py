"""Tables whose columns only blanks part, under a header that names them: forms filled in with a text editor.

    No.  Title of the      Journal          Co-authors
         paper
    ---------------------------------------------------
    1.   Felt in cold      Gull Letters,    Bee A.
         water             2019, 3, 1-9     Dee C.

Cells and the header go on over several lines; a number in the first column, a year there, or an empty line, begins a
row: where the first column counts nothing, a line without it may be a row by itself. A line with the next number is a
row though a cell runs over its column. What else stands across the columns, as the name of a part, is no row, and text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reconcile.documents.fields.columns import canonical, header, is_counter
from reconcile.documents.printed.hyphens import parted_words
from reconcile.documents.text.ruled import Row, Table
from reconcile.documents.text.stacked import are_whole, one_by_one

_CELL = re.compile(r"\S+(?:\s\S+)*")
# What a row of a counting table begins with, and of one by years.
_NUMBER, _YEAR = re.compile(r"(\d{1,4})[.)]?"), re.compile(r"(?:19|20)\d\d")
_NEAR = 1  # signs by which a cell may miss where its column begins
_RULE = re.compile(r"\s*[-=_—]{3,400}\s*\Z")
_FEWEST, _MOST_COLUMNS = 3, 20
_MOST_HEADER = 4  # lines of a header
_LONGEST = 500  # signs of a line
_MOST_BETWEEN = 4  # lines across the columns between two rows


class _Lines(NamedTuple):
    """The lines of a row, from the first to before the last, each in the cells of the columns."""

    start: int
    end: int
    cells: tuple[tuple[str, ...], ...]


def spaced_tables(rows: Sequence[str]) -> Iterator[Table]:
    """Yield the tables among the rows of a text, one for each part: all have the header for their first row.

    >>> next(spaced_tables(__doc__.splitlines())).rows[1].cells
    ('1.', 'Felt in cold water', 'Gull Letters, 2019, 3, 1-9', 'Bee A., Dee C.')
    """
    at = 0
    while at < len(rows):
        head = _head(rows, at)
        if head is None:
            at += 1
            continue
        parts, left = _parts(rows, head, _begins(rows[at]))
        yield from _written(head, parts, left)
        at = parts[-1][-1].end if parts else head.end


def _begins(row: str) -> list[int]:
    return [found.start() for found in _CELL.finditer(row)]


def _written(head: Row, parts: Sequence[Sequence[_Lines]], left: Sequence[int]) -> Iterator[Table]:
    """Yield the parts of a table, the persons of its authors' column one by one; the last has the lines `left`."""
    named = header(head.cells)
    at = named.index("author") if "author" in named else -1
    whole = at >= 0 and are_whole([each[at] for part in parts for row in part for each in row.cells if each[at]])
    for part in parts:
        found = tuple(_row(row, at, whole=whole) for row in part)
        yield Table(part[0].start, part[-1].end, (head, *found), tuple(left) if part is parts[-1] else ())


def _row(row: _Lines, authors: int = -1, *, whole: bool = False) -> Row:
    """Return a row with the lines of each cell together; those of `authors` may be `whole` names, one below another."""
    cells = [[line for line in column if line] for column in zip(*row.cells, strict=True)]
    if authors >= 0:
        cells[authors] = one_by_one(cells[authors], whole=whole)
    return Row(row.start, row.end, tuple(map(_joined, cells)))


def _head(rows: Sequence[str], at: int) -> Row | None:
    """Return the header that begins on a row, on as many lines as name columns."""
    if len(rows[at]) > _LONGEST or "\t" in rows[at]:
        return None
    begins = _begins(rows[at])
    if not _FEWEST <= len(begins) <= _MOST_COLUMNS or not any(
        _leads(" ".join(row[begins[0] : begins[1]].strip() for row in rows[at:stop]).strip())
        for stop in range(at + 1, at + 1 + _MOST_HEADER)
    ):
        return None
    end = at + 1
    while end < min(len(rows), at + _MOST_HEADER) and _fits(rows[end], begins) and not _RULE.match(rows[end]):
        if _begins_row(_cells(rows[end], begins)[0]):
            break
        end += 1
    for stop in range(end, at, -1):
        head = _row(_Lines(at, stop, tuple(_cells(row, begins) for row in rows[at:stop])))
        if _leads(head.cells[0]) and header(head.cells):
            return head
    return None


def _leads(label: str) -> bool:
    """Whether a first column of this name has a sign in each row that begins one: a number, or the year."""
    return is_counter(label) or canonical(label) == "year"


def _begins_row(cell: str) -> bool:
    return cell.rstrip(".)").isdigit()


def _parts(rows: Sequence[str], head: Row, begins: Sequence[int]) -> tuple[list[list[_Lines]], list[int]]:
    """Return the rows below a header, those between two lines that are none of a row together, and those left as text.

    These begin a row as the others do, or go on with one, but nothing says where their cells part.
    """
    parts: list[list[_Lines]] = [[]]
    left: list[int] = []
    row: list[tuple[str, ...]] = []  # the open one, whose last line is the one before `at`
    across, number = 0, 0
    counts = is_counter(head.cells[0])
    for at in range(head.end, len(rows) + 1):
        text = rows[at] if at < len(rows) else ""
        blank = not text.strip() or bool(_RULE.match(text[:_LONGEST]))
        cells = None if blank else _cells_of(text, begins, number + 1 if counts else 0)
        if cells is None and not blank and row:
            cells = _cells_below(text, begins)
        if row and (not cells or cells[0]):
            whole, row = _Lines(at - len(row), at, tuple(row)), []
            if _is_filled(whole):
                parts[-1].append(whole)
            elif not _counts(whole):
                parts.append([])
        if cells:
            if row and not counts and all(cell[:1].isupper() for cell in cells[1:]):
                return [], []  # another work of the year, perhaps, and perhaps more of the one above
            row.append(cells)
            number = int(found[1]) if (found := _NUMBER.match(cells[0])) else number
            continue
        if cells is not None:
            left.append(at)
            number += bool(text[begins[0] : begins[1]].strip())
        across = 0 if parts[-1] and blank else across + (not blank)
        parts += [] if blank else [[]]
        if across > _MOST_BETWEEN:
            break
    return [part for part in parts if part], left


def _is_filled(row: _Lines) -> bool:
    """Whether a row has enough cells with something in them, and does not count the columns."""
    return sum(map(any, zip(*row.cells, strict=True))) >= _FEWEST and not _counts(row)


def _counts(row: _Lines) -> bool:
    """Whether the cells of a row count the columns."""
    return len(row.cells) == 1 and list(row.cells[0]) == [str(at + 1) for at in range(len(row.cells[0]))]


def _fits(row: str, begins: Sequence[int]) -> bool:
    """Whether a line keeps the blanks free that part the columns."""
    if not row.strip() or len(row) > _LONGEST or row[: begins[0]].strip():
        return False
    return not any(row[begin - 1 : begin].strip() for begin in begins[1:])


def _cells_of(row: str, begins: Sequence[int], number: int) -> tuple[str, ...] | None:
    """Return the cells of a line, also of one that begins the row of a number, or a year, and runs over its columns.

    Of one that does, and is not to be divided, there are no cells, and nothing of one that begins no row.
    """
    if _fits(row, begins):
        return _cells(row, begins)
    if len(row) > _LONGEST or row[: begins[0]].strip():
        return None
    found = _NUMBER.match(row, begins[0]) if number else _YEAR.match(row, begins[0])
    if found is None or not row[found.end() : found.end() + 1].isspace() or (number and int(found[1]) != number):
        return None
    return _divided(row, begins)


def _cells_below(row: str, begins: Sequence[int]) -> tuple[str, ...] | None:
    """Return the cells of a line of several with which an open row goes on, though one of them runs over its column.

    None of one that is not to be divided, and nothing of one that stands otherwise.
    """
    pieces = _begins(row) if len(row) <= _LONGEST else []
    if len(pieces) < 2 or min(abs(pieces[0] - begin) for begin in begins[1:]) > _NEAR:
        return None
    return _divided(row, begins)


def _divided(row: str, begins: Sequence[int]) -> tuple[str, ...]:
    """Return the cells of a line of which one runs over its column: by where its own blanks part it.

    A piece that begins where a column does is that one's, and as many pieces between two such as there are columns
    are theirs; else nothing is sure: what runs over a column that has nothing else may hold what belongs there.
    """
    pieces = [(found.start(), found[0]) for found in _CELL.finditer(row)]
    if len(pieces) == len(begins):
        return tuple(piece for _, piece in pieces)
    column_at = {start: at for at, begin in enumerate(begins) for start in range(begin - _NEAR, begin + _NEAR + 1)}
    placed = [(at, column_at[start]) for at, (start, _) in enumerate(pieces) if start in column_at]
    cells = [""] * len(begins)
    for (at, column), (after, following) in pairwise([*placed, (len(pieces), len(begins))]):
        between, free = after - at, following - column
        start, piece = pieces[at]
        alone = between == 1 and (free == 1 or start + len(piece) < begins[column + 1])
        if not alone and between != free:
            return ()
        for step in range(between):
            cells[column + step] = pieces[at + step][1]
    return tuple(cells)


def _cells(row: str, begins: Sequence[int]) -> tuple[str, ...]:
    return tuple(row[begin:stop].strip() for begin, stop in pairwise([*begins, len(row) + begins[-1]]))


def _joined(lines: Sequence[str]) -> str:
    """Return the lines of a cell as one, words that were parted at a line's end made whole."""
    made, whole = "", parted_words(lines)
    taken = 0
    for at, line in enumerate(lines):
        said = line[taken:].lstrip()
        moved, taken = whole.get(at, ("", 0))
        made += f"{said[:-1]}{moved} " if taken else f"{said} "
    return made.strip()
