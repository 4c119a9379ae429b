"""Tables: CSV, TSV and Parquet, a row a publication: one column of raw strings, or columns of a claim's fields."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reconcile.arguments import InputError
from reconcile.cells import MISSING
from reconcile.streaming.cells import Broken, Csv, NumberedRow, opened
from reconcile.streaming.decoding import Stream
from reconcile.streaming.objects import claimed, worded
from reconcile.streaming.rows import LONGEST, MOST_BYTES, MOST_ROWS, Columns, Row, Unread, listed, place_of

TEXT, ID = "text", "id"
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
# What stands in the place of a column's name where a file has no header: a publication string.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FEW_WORDS, _MANY_WORDS = 3, 8


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a row what stands: the places of `id` and `text`, -1 for none, and of a claim's fields.

    `width` is how many cells a row has at most, 0 where none can have more.
    """

    id: int = -1
    text: int = -1
    fields: tuple[tuple[str, int], ...] = ()
    width: int = 0

    def row(self, cells: Sequence[str], number: int) -> Row:
        """Return the row that cells make; its id is the table's own, else the number given."""
        own = cells[self.id].strip() if 0 <= self.id < len(cells) else ""
        name = own or str(number)
        if self.width and any(cells[self.width :]):
            return self._too_wide(name, len(cells), number)
        if self.text >= 0:
            return worded(name, cells[self.text] if self.text < len(cells) else "")
        return claimed(name, tuple((field, cells[at]) for field, at in self.fields if at < len(cells)))

    def unread_id(self, first: str, number: int) -> str:
        """Return the id of a row of which only the first cell is known: empty where its own id is not that cell."""
        return str(number) if self.id < 0 else first if self.id == 0 else ""

    def _too_wide(self, name: str, cells: int, line: int) -> Unread:
        """Return a row that was cut where it should not be; its own id is sure if it stands before all else."""
        first = min([self.text] if self.text >= 0 else [at for _, at in self.fields])
        said = f"line {line}: this row has {cells} cells, and the header has {self.width}"
        return Unread(name if self.id < first else "", f"{said}; put cells that hold the delimiter in quotation marks")


def layout_of(header: Sequence[str], columns: Columns, name: str, option: str = "--column") -> Layout:
    """Return where a table's columns stand; raises InputError where one is not there that is named, or is so twice.

    `option` is what a column is named with. The ids are left to `with_ids`.

    Without columns named, a column `text` is taken, then columns called like fields, then a table's only column.
    """
    names = [each.strip() for each in header]
    if columns.named:
        wanted = {"": columns.text} if columns.text else columns.structured
        places = {key: place_of(names, each, name) for key, each in wanted.items()}
        if missing := [wanted[key] for key, at in places.items() if at < 0]:
            raise InputError(f"{name}: there is no column {missing[0]!r}; its columns are {listed(names)}")
        return Layout(text=places[""]) if columns.text else Layout(fields=tuple(places.items()))
    if (text := place_of(names, TEXT, name)) >= 0:
        return Layout(text=text)
    there = {each.casefold() for each in names}
    known = {key: next((each for each in several if each in there), "") for key, several in KNOWN.items()}
    if known["title"]:
        return Layout(fields=tuple((key, place_of(names, each, name)) for key, each in known.items() if each))
    if len(names) == 1:
        return Layout(text=0)
    raise InputError(f"{name}: no column is called 'text' or 'title'; name one with {option}, of {listed(names)}")


@dataclass(frozen=True, slots=True)
class TableBatch:
    """Rows of a table with their numbers."""

    cells: tuple[NumberedRow, ...]
    layout: Layout
    place: int

    def rows(self) -> list[Row]:
        """Return the rows; the id of one is its cell in the column `id`, else its number."""
        return [
            self._unread(cells, number) if isinstance(cells, Broken) else self.layout.row(cells, number)
            for number, cells in self.cells
        ]

    def _unread(self, row: Broken, number: int) -> Unread:
        return Unread(self.layout.unread_id(row.first, number), row.why)

    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.cells)


def csv_batches(
    stream: Stream, columns: Columns, written: Csv, name: str, place: Callable[[], int]
) -> Iterator[TableBatch]:
    """Yield the rows of a CSV or TSV file in batches, numbered by the line on which each begins.

    Raises InputError where a column that is named is not there, and where there is no header.
    """
    table = opened(stream, written)
    if table is None:
        return
    if not columns.named and len(table.header) == 1 and _is_string(table.header[0]):
        raise InputError(
            f"{name}: line {table.line} should name the column and holds a string, {table.header[0][:40]!r}…;"
            " put a line above it that says text, or name it with --column"
        )
    layout = with_ids(layout_of(table.header, columns, name), table.header, columns, name)
    layout = replace(layout, width=len(table.header))
    for cells in _grouped(table.rows):
        yield TableBatch(cells, layout, place())


def with_ids(layout: Layout, header: Sequence[str], columns: Columns, name: str) -> Layout:
    """Return a layout with the place of a table's own ids, unless these are its only column and so its strings."""
    own = place_of(header, ID, name)
    return layout if own == layout.text and not columns.named else replace(layout, id=own)


def _is_string(header: str) -> bool:
    """Say whether what stands in the place of a column's name is a publication string."""
    words = len(header.split())
    return words >= _MANY_WORDS or (words >= _FEW_WORDS and bool(_YEAR.search(header)))


def _grouped(rows: Iterator[NumberedRow]) -> Iterator[tuple[NumberedRow, ...]]:
    batch: list[NumberedRow] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += sum(map(len, row[1])) if isinstance(row[1], tuple) else 0
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
    every = table.schema_arrow.names
    layout = with_ids(layout_of(every, columns, str(path)), every, columns, str(path))
    names = [every[at] for at in sorted({layout.id, layout.text, *dict(layout.fields).values()} - {-1})]
    narrow = with_ids(layout_of(names, columns, str(path)), names, columns, str(path))
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
    return "" if text in MISSING else text[:LONGEST]
