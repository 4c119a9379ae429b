"""Tables in text: CSV and TSV, a row an entry where the header names what its columns hold; sheets are read alike."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.cells import field_limit
from reconcile.documents.blocks.block import BAR, Block, Document, Kind, block_of_entry
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.runs import clean
from reconcile.documents.blocks.unreadable import MAX_PARAGRAPH
from reconcile.documents.fields.columns import (
    AROUND,
    canonical,
    counts_columns,
    fields_of_row,
    header,
    is_counter,
    is_only_labels,
    labels,
    names_column,
)
from reconcile.documents.text.plain import read_plain
from sources.markup import unescaped

_DELIMITERS = ",;\t|"
_SAMPLE = 20
_PEOPLE = frozenset({"author", "editor"})
# Exports have entities in their cells: `Wool &amp; felt`. In an address none ends so: `?a=1&para=2`.
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]\w{1,30});")
_FEWEST_ABOVE, _FEWEST_PARTED = 3, 2  # columns that the first row of a header names, and the second
_FIGURE = re.compile(r"\d")
_ANSWERS = frozenset({"n", "no"})  # counters that say no, too
# What parts people who stand on one line.
_BETWEEN_PEOPLE = ",;&"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that is not empty: its lines, its cells, and what it is in the file."""

    first: int
    last: int
    cells: tuple[str, ...]
    source: str


def read_table(name: str, lines: Lines) -> Document:
    """Return the rows of a CSV or TSV file; one whose quotes do not close is read as plain text."""
    try:
        with field_limit(MAX_PARAGRAPH):
            rows = list(_rows(lines, _delimiter(lines.text)))
    except csv.Error as error:
        document = read_plain(name, lines)
        reason = f"{name}: this table is broken ({error}) and was read as plain text; save it anew"
        return Document(name, document.blocks, (reason,))
    return Document(name, tuple(blocks_of_rows(rows)))


def _delimiter(lines: Sequence[str]) -> str:
    """Return the sign that parts the rows at the head of a table into most columns, and all into as many."""
    head = [line for line in lines if line.strip()][:_SAMPLE]

    def regularity(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader((line[:MAX_PARAGRAPH] for line in head), delimiter=delimiter)]
        same = sum(width == widths[0] for width in widths)
        return (same if widths and widths[0] > 1 else 0, widths[0] if widths else 0)

    return max(_DELIMITERS, key=regularity)


def _rows(lines: Lines, delimiter: str) -> Iterator[Row]:
    """Return the rows of a table in text."""
    reader = csv.reader((f"{line}\n" for line in lines.text), delimiter=delimiter)
    last = 0
    for cells in reader:
        first, last = last + 1, reader.line_num
        if any(map(str.strip, cells)):
            end = min(last, len(lines.text))
            yield Row(first, end, tuple(map(clean, cells)), lines.source(first, end))


def blocks_of_rows(rows: Sequence[Row]) -> Iterator[Block]:
    """Yield the blocks of a table: entries below a header, rows where there is none.

    Above the header may stand lines for the whole table, and amid its rows such as part it: both have one cell. Where
    another table begins, of courses or of money, the header above says nothing more.
    """
    tops = _headers(rows)
    names: tuple[str, ...] = ()
    counters: frozenset[int] = frozenset()
    for at, row in enumerate(rows):
        if at in tops or counts_columns(row.cells):
            names = tops.get(at, names)
        elif not at and is_only_labels(_one_line(row)):
            counters = frozenset(place for place, label in enumerate(row.cells) if is_counter(label.strip()))
        elif names and _begins_another(row, names):
            names = ()
        elif names and not _is_line(row, names):
            yield _entry(row, names)
        elif filled := [cell for place, cell in enumerate(_one_line(row)) if cell and place not in counters]:
            kind = Kind.HEADING if tops and len(filled) == 1 else Kind.ROW
            yield Block(kind, row.first, row.last, BAR.join(filled), row.source, lines=(row.first,))


def _headers(rows: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    """Return the headers of a table by their places; the first row of several cells is one if it looks at all so."""
    tops: dict[int, tuple[str, ...]] = {}
    named = labels
    below: Row | None = None
    for at, row in enumerate(rows):
        if row is below:
            tops[at] = tops[at - 1]
            continue
        cells = _one_line(row)
        below = rows[at + 1] if at + 1 < len(rows) else None
        whole = _under_groups(cells, _one_line(below)) if below else []
        if whole and (found := named(whole)):
            tops[at] = found
        else:
            below = None
            if found := named(cells):
                tops[at] = found
        if sum(map(bool, cells)) > 1:
            named = header
    return tops


def _under_groups(cells: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return the labels of a header of two rows, of which the second parts columns of the first; else nothing.

    >>> _under_groups(["No", "Title", "Journal", "", "", "Year"], ["", "", "Name", "Vol.", "Pages", ""])
    ['No', 'Title', 'Journal Name', 'Vol.', 'Pages', 'Year']
    """
    parted = [at for at, cell in enumerate(below) if cell]
    fits = len(below) <= len(cells) and "" in cells and all(cells[:1])
    if not fits or sum(map(bool, cells)) < _FEWEST_ABOVE or not _FEWEST_PARTED <= len(parted) < len(cells):
        return []
    made, group = list(cells), ""
    for at, cell in enumerate(below):
        group = cells[at] or group
        if not cell:
            continue
        ways = (f"{group} {cell}", group, cell) if cells[at] else (f"{group} {cell}", cell)
        made[at] = next((way for way in ways if canonical(way.strip(AROUND))), "")
        if not made[at]:
            return []
    # of the columns that the second row names, some must have nothing above
    return made if any(not cells[at] for at in parted) else []


def _begins_another(row: Row, names: Sequence[str]) -> bool:
    """Whether a row is the header of a table of something else: a counter, columns that are known, and no figure.

    `No` is an answer as well, to `Open access`: it counts only where the first column of the table above did.
    """
    first, *others = (cell.strip(AROUND) for cell in row.cells)
    counts = bool(first) and is_counter(first) and (first.lower() not in _ANSWERS or not names[0])
    return counts and sum(map(names_column, others)) > 1 and not any(map(_FIGURE.search, row.cells))


def _one_line(row: Row) -> list[str]:
    return [" ".join(cell.split()) for cell in row.cells]


def _is_line(row: Row, names: Sequence[str]) -> bool:
    """Whether a row has one cell, and not that of a title: a line across the table."""
    filled = [place for place, cell in enumerate(row.cells) if cell.strip()]
    return len(filled) == 1 and (filled[0] >= len(names) or canonical(names[filled[0]]) != "title")


def _entry(row: Row, names: Sequence[str]) -> Block:
    told = [_ENTITY.sub(lambda entity: unescaped(entity[0]), cell) for cell in row.cells]
    cells = [" ".join(cell.split()) for cell in told]
    fields = fields_of_row(
        names,
        [
            _people(whole) if canonical(name) in _PEOPLE else cell
            for name, cell, whole in zip(names, cells, told, strict=False)
        ],
    )
    return block_of_entry(fields, ". ".join(filter(None, cells)), row.first, row.last, row.source)


def _people(cell: str) -> str:
    """Return the people of a cell on one line; where nothing else parts them, their lines do."""
    lines = [line.strip() for line in cell.splitlines() if line.strip()]
    between = " " if any(mark in cell for mark in _BETWEEN_PEOPLE) or " and " in cell else "; "
    return " ".join(between.join(lines).split())
