"""Tables: CSV, TSV and Parquet, a row a publication: one column of raw strings, or columns of a claim's fields."""

from __future__ import annotations

import csv
import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.bulk.decoding import Stream, text_of, without_mark
from reconcile.bulk.objects import claimed, worded
from reconcile.bulk.rows import LONGEST, MOST_BYTES, MOST_ROWS, Columns, InputError, Row, Unread

TEXT, ID = "text", "id"
_DELIMITERS = ",;\t|"
# What pandas writes for a missing value of its several kinds, which cannot be compared.
_MISSING = frozenset({"<NA>", "NaT", "nan"})
# What a column of each field may be called without being named: a short list, so that nothing is taken for another.
KNOWN: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "author": ("authors", "author"),
    "booktitle": ("venue", "journal", "booktitle", "container_title", "container-title"),
    "year": ("year", "date"),
    "doi": ("doi",),
    "url": ("url",),
    "volume": ("volume",),
    "number": ("issue", "number"),
    "pages": ("pages", "page"),
}
_TOO_LONG = f"a cell is longer than {LONGEST:,} characters, or a quotation mark is not closed"

NumberedRow = tuple[int, tuple[str, ...] | None]  # its line; None where it could not be read


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a row what stands: the places of `id` and `text`, -1 for none, and of a claim's fields."""

    id: int = -1
    text: int = -1
    fields: tuple[tuple[str, int], ...] = ()

    def row(self, cells: Sequence[str], number: int) -> Row:
        """Return the row that cells make; its id is the table's own, else the number given."""
        own = cells[self.id].strip() if 0 <= self.id < len(cells) else ""
        name = own or str(number)
        if self.text >= 0:
            return worded(name, cells[self.text] if self.text < len(cells) else "")
        return claimed(name, tuple((field, cells[at]) for field, at in self.fields if at < len(cells)))


def layout_of(header: Sequence[str], columns: Columns, name: str) -> Layout:
    """Return where a table's columns stand; raises InputError where one that is named is not there.

    Without columns named, a column `text` is taken, then columns called like fields, then a table's only column.
    """
    names = [each.strip() for each in header]
    places = {each.casefold(): at for at, each in reversed(list(enumerate(names)))}
    own = places.get(ID, -1)
    wanted = [columns.text] if columns.text else list(columns.structured.values())
    if missing := [each for each in wanted if each.casefold() not in places]:
        raise InputError(f"{name}: there is no column {missing[0]!r}; its columns are {_listed(names)}")
    if columns.text:
        return Layout(own, places[columns.text.casefold()])
    if columns.structured:
        return Layout(own, fields=tuple((key, places[each.casefold()]) for key, each in columns.structured.items()))
    if TEXT in places:
        return Layout(own, places[TEXT])
    known = {key: places[each] for key, several in KNOWN.items() for each in reversed(several) if each in places}
    if "title" in known:
        return Layout(own, fields=tuple(known.items()))
    if len(names) == 1:
        return Layout(-1, 0)
    raise InputError(f"{name}: no column is called 'text' or 'title'; name one with --column, of {_listed(names)}")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(repr(each[:40]) for each in names[:20]) or "none"


@dataclass(frozen=True, slots=True)
class TableBatch:
    """Rows of a table with their numbers."""

    cells: tuple[NumberedRow, ...]
    layout: Layout
    place: int

    def rows(self) -> list[Row]:
        """Return the rows; the id of one is its cell in the column `id`, else its number."""
        return [
            Unread(str(number), f"row {number}: {_TOO_LONG}") if cells is None else self.layout.row(cells, number)
            for number, cells in self.cells
        ]

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.cells)


@dataclass(frozen=True, slots=True)
class Csv:
    """How a file of separated values is written; an empty delimiter is told by the header."""

    delimiter: str = ""
    legacy: str = "cp1252"


def csv_batches(
    stream: Stream, columns: Columns, written: Csv, name: str, place: Callable[[], int]
) -> Iterator[TableBatch]:
    """Yield the rows of a CSV or TSV file in batches, numbered by the line on which each begins."""
    csv.field_size_limit(LONGEST)
    lines = _lines(stream, written.legacy)
    first = next((line for line in lines if line.strip()), "")
    if not first:
        return
    delimiter = written.delimiter or max(_DELIMITERS, key=first.count)
    header = next(csv.reader([first], delimiter=delimiter))
    layout = layout_of(header, columns, name)
    for cells in _grouped(_numbered(lines, delimiter)):
        yield TableBatch(cells, layout, place())


def _lines(stream: Stream, legacy: str) -> Iterator[str]:
    """Yield the lines with their ends. A line that is too long for one goes on as the next."""
    first = True
    while line := stream.readline(MOST_BYTES):
        yield _characters(without_mark(line) if first else line, legacy)
        first = False


def _characters(line: bytes, legacy: str) -> str:
    """Return a line with its end and with the spaces at its start and end, which belong to its cells."""
    if line.isascii():
        return line.decode("ascii")
    body = line.rstrip(b"\n")
    text = text_of(b"|" + body + b"|", legacy)[1:-1]
    return text + "\n" if len(body) < len(line) else text


def _numbered(lines: Iterator[str], delimiter: str) -> Iterator[NumberedRow]:
    """Yield the rows that are not blank with the line on which each begins; the header's line is the first."""
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        number = rows.line_num + 2
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield number, None
            continue
        if any(cells):
            yield number, tuple(cells)


def _grouped(rows: Iterator[NumberedRow]) -> Iterator[tuple[NumberedRow, ...]]:
    batch: list[NumberedRow] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += sum(map(len, row[1] or ()))
        if len(batch) == MOST_ROWS or size > MOST_BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def parquet_batches(path: Path, columns: Columns) -> Iterator[TableBatch]:
    """Yield the rows of a Parquet file in batches, numbered from 1. Raises InputError where it cannot be read."""
    try:
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError as fault:
        raise InputError(
            f"{path}: reading Parquet needs pyarrow; install it with: pip install 'bibreconcile[parquet]'"
        ) from fault
    try:
        table = parquet.ParquetFile(path)
        yield from _parquet_batches(table, columns, path)
    except (OSError, importlib.import_module("pyarrow").ArrowException) as fault:
        raise InputError(f"{path}: this Parquet file cannot be read: {str(fault).splitlines()[0]}") from fault


def _parquet_batches(table: Any, columns: Columns, path: Path) -> Iterator[TableBatch]:
    layout = layout_of(table.schema_arrow.names, columns, str(path))
    names = [
        table.schema_arrow.names[at] for at in sorted({layout.id, layout.text, *dict(layout.fields).values()} - {-1})
    ]
    narrow = layout_of(names, columns, str(path))
    total, size = table.metadata.num_rows, path.stat().st_size
    number = 0
    for batch in table.iter_batches(batch_size=MOST_ROWS, columns=names):
        cells = zip(*(map(cell_text, column.to_pylist()) for column in batch.columns), strict=True)
        numbered = tuple(enumerate(cells, start=number + 1))
        number += len(numbered)
        yield TableBatch(numbered, narrow, size * number // max(total, 1))


def cell_text(value: object) -> str:
    """Return a cell's text, empty for one that is missing; a list is one of persons, a year may come as 2019.0."""
    if isinstance(value, str):
        return value[:LONGEST]
    if isinstance(value, bytes):
        return value[: 4 * LONGEST].decode("utf-8", "replace")[:LONGEST]
    plain = value.tolist() if hasattr(value, "tolist") else value  # of numpy's arrays and numbers
    if isinstance(plain, list | tuple):
        return " and ".join(str(each) for each in plain if each is not None)[:LONGEST]
    if isinstance(plain, float) and plain.is_integer():
        return str(int(plain))
    text = "" if plain is None else str(plain)
    return "" if text in _MISSING else text[:LONGEST]
