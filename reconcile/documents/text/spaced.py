"""Tables whose columns only blanks part, under a header that names them: forms filled in with a text editor.

    No.  Title of the      Journal          Co-authors
         paper
    ---------------------------------------------------
    1.   Felt in cold      Gull Letters,    Bee A.
         water             2019, 3, 1-9     Dee C.

Cells and the header go on over several lines; a number in the first column, or an empty line, begins a row: where the
first column counts nothing, a line without it may be a row by itself. What stands across the columns, as the name of a
part, is no row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.documents.columns import header, is_counter
from reconcile.documents.printed.hyphens import parted_words
from reconcile.documents.text.ruled import Row, Table
from reconcile.documents.text.stacked import one_by_one

_CELL = re.compile(r"\S+(?:\s\S+)*")
_RULE = re.compile(r"\s*[-=_—]{3,400}\s*\Z")
_FEWEST, _MOST_COLUMNS = 3, 20
_MOST_HEADER = 4  # lines of a header
_LONGEST = 500  # signs of a line
_MOST_BETWEEN = 4  # lines across the columns between two rows
_MOST = 5000  # lines of a table


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
        begins = [found.start() for found in _CELL.finditer(rows[at])]
        parts = list(_parts(rows, head, begins))
        yield from (Table(part[0].start, part[-1].end, (head, *part)) for part in parts)
        at = parts[-1][-1].end if parts else head.end


def _head(rows: Sequence[str], at: int) -> Row | None:
    """Return the header that begins on a row, on as many lines as name columns."""
    if len(rows[at]) > _LONGEST or "\t" in rows[at]:
        return None
    begins = [found.start() for found in _CELL.finditer(rows[at])]
    if not _FEWEST <= len(begins) <= _MOST_COLUMNS or not any(
        is_counter(" ".join(row[begins[0] : begins[1]].strip() for row in rows[at:stop]).strip())
        for stop in range(at + 1, at + 1 + _MOST_HEADER)
    ):
        return None
    end = at + 1
    while end < min(len(rows), at + _MOST_HEADER) and _fits(rows[end], begins) and not _RULE.match(rows[end]):
        if _is_numbered(_cells(rows[end], begins)):
            break
        end += 1
    for stop in range(end, at, -1):
        head = _row(rows, at, stop, begins)
        if is_counter(head.cells[0]) and header(head.cells):
            return head
    return None


def _parts(rows: Sequence[str], head: Row, begins: Sequence[int]) -> Iterator[list[Row]]:
    """Yield the rows below a header, those between two lines across the columns together."""
    part: list[Row] = []
    named = header(head.cells)
    open_at, across = head.end, 0
    at = head.end
    while at < min(len(rows), head.end + _MOST):
        blank = not rows[at].strip() or bool(_RULE.match(rows[at][:_LONGEST]))
        fits = not blank and _fits(rows[at], begins)
        begun = fits and open_at < at and bool(_cells(rows[at], begins)[0])
        if open_at < at and (begun or not fits):
            part += _filled(_row(rows, open_at, at, begins, named))
            open_at = at
        if not fits:
            open_at = at + 1
            across = 0 if part and blank else across + (not blank)
            if not blank and part:
                yield part
                part = []
            if across > _MOST_BETWEEN:
                break
        at += 1
    if open_at < at:
        part += _filled(_row(rows, open_at, at, begins, named))
    if part:
        yield part


def _filled(row: Row) -> list[Row]:
    """Return a row; nothing where one cell alone is filled, or the cells count the columns."""
    counts = [cell.strip() for cell in row.cells] == [str(at + 1) for at in range(len(row.cells))]
    return [row] if sum(map(bool, row.cells)) >= _FEWEST and not counts else []


def _fits(row: str, begins: Sequence[int]) -> bool:
    """Whether a line keeps the blanks free that part the columns."""
    if not row.strip() or len(row) > _LONGEST or row[: begins[0]].strip():
        return False
    return not any(row[begin - 1 : begin].strip() for begin in begins[1:])


def _is_numbered(cells: Sequence[str]) -> bool:
    return cells[0].rstrip(".)").isdigit()


def _cells(row: str, begins: Sequence[int]) -> list[str]:
    return [row[begin:stop].strip() for begin, stop in pairwise([*begins, len(row) + begins[-1]])]


def _row(rows: Sequence[str], start: int, end: int, begins: Sequence[int], named: Sequence[str] = ()) -> Row:
    columns = zip(*[_cells(row, begins) for row in rows[start:end]], strict=True)
    cells = [[line for line in column if line] for column in columns]
    if "author" in named:
        at = named.index("author")
        cells[at] = one_by_one(cells[at])
    return Row(start, end, tuple(map(_joined, cells)))


def _joined(lines: Sequence[str]) -> str:
    """Return the lines of a cell as one, words that were parted at a line's end made whole."""
    made, whole = "", parted_words(lines)
    taken = 0
    for at, line in enumerate(lines):
        said = line[taken:].lstrip()
        moved, taken = whole.get(at, ("", 0))
        made += f"{said[:-1]}{moved} " if taken else f"{said} "
    return made.strip()
