"""Workbooks: Excel's (.xlsx, .xlsm) and OpenDocument's (.ods, .fods), each sheet a table as those in text are.

A line is a row. Where there are several sheets, the name of each has a line before its first row.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from reconcile.documents.blocks.block import BAR, Block, Document, Kind
from reconcile.documents.blocks.encoding import repair
from reconcile.documents.blocks.runs import clean
from reconcile.documents.blocks.unreadable import MAX_PARAGRAPH, Unreadable
from reconcile.documents.blocks.xml import Element, root_of
from reconcile.documents.office.opendocument import CELL, COVERED, TABLE, H, P, all_rows, number_of, qualified
from reconcile.documents.office.package import BAD_PACKAGE, check_package, check_prologs, told
from reconcile.documents.text.table import Row, blocks_of_rows

_NO_WORKBOOK = "this is no workbook, or one with a password; save it as XLSX without one, or as CSV"
_MIDNIGHT = time()
# Cells, the empty ones too, at which the reading of a workbook ends: it takes a minute to come there.
_MOST_CELLS = 5_000_000
_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 1_000
# What a broken workbook makes its library raise, besides what a broken package does.
_BROKEN = (*BAD_PACKAGE, SyntaxError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError)


class _Sheet(NamedTuple):
    """A sheet: its name, and its rows as they come, the empty ones too."""

    name: str
    rows: Iterable[Sequence[str]]


class _TooLarge(Exception):
    """A workbook has more cells than are read."""


def read_workbook(name: str, content: bytes) -> Document:
    """Return the rows of a workbook of Excel's; raises `Unreadable` for one that is broken, locked or a bomb."""
    check_package(name, content, _NO_WORKBOOK)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            check_prologs(package)
        return _document(name, _sheets_of_excel(content))
    except _BROKEN as error:
        raise _unreadable(name, error) from error


def read_ods(name: str, content: bytes) -> Document:
    """Return the rows of an OpenDocument workbook; raises `Unreadable` for one that is broken, locked or a bomb."""
    check_package(name, content, _NO_WORKBOOK)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            root = root_of(package.read("content.xml"))
        return _document(name, _sheets_of_opendocument(root))
    except _BROKEN as error:
        raise _unreadable(name, error) from error


def read_fods(name: str, content: bytes) -> Document:
    """Return the rows of an OpenDocument workbook that is one XML file; raises `Unreadable` for a broken one."""
    try:
        return _document(name, _sheets_of_opendocument(root_of(content)))
    except _BROKEN as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: Exception) -> Unreadable:
    return Unreadable(f"{name}: this workbook is broken, or has a password ({told(error)}); save it anew, or as CSV")


def _document(name: str, sheets: Sequence[_Sheet]) -> Document:
    blocks: list[Block] = []
    complaints: tuple[str, ...] = ()
    line, left = 0, _MOST_CELLS
    for sheet in sheets:
        if len(sheets) > 1:
            line += 1
            title = " ".join(clean(sheet.name).replace("_", " ").split())
            blocks += [Block(Kind.HEADING, line, line, title, sheet.name, 1, lines=(line,))] if title else []
        rows: list[Row] = []
        before = line
        try:
            for cells in sheet.rows:
                line += 1
                left -= 1 + len(cells)
                if left < 0 or line - before > _MOST_ROWS:
                    raise _TooLarge  # noqa: TRY301
                texts = tuple(clean(repair(cell)) for cell in cells)
                if any(map(str.strip, texts)):
                    rows.append(Row(line, line, texts, BAR.join(text for text in cells if text.strip())))
        except _TooLarge:
            complaints = (f"{name}: only the first {line - 1:,} rows were read; split the workbook",)
        blocks += blocks_of_rows(rows)
        if complaints:
            break
    return Document(name, tuple(blocks), complaints)


def _sheets_of_excel(content: bytes) -> Sequence[_Sheet]:
    from openpyxl import load_workbook  # here, because it takes as long to load as all else

    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()  # a file may say that it has more rows than there is room for
    return [_Sheet(str(sheet.title), map(_cells, sheet.iter_rows(values_only=True))) for sheet in workbook.worksheets]


def _cells(values: Sequence[object]) -> list[str]:
    """Return the cells of a row up to the last that is filled."""
    last = next((at for at in range(len(values), 0, -1) if values[at - 1] is not None), 0)
    return [_said(value) for value in values[: min(last, _MOST_COLUMNS)]]


def _said(value: object) -> str:
    """Return what a cell shows, as far as its value tells: no `.0` behind a year, no time behind a date.

    >>> _said(2020.0), _said(datetime(2020, 5, 1)), _said(None)
    ('2020', '2020-05-01', '')
    """
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value)) if abs(value) < 1e15 else str(value)
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == _MIDNIGHT else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)[:MAX_PARAGRAPH]


def _sheets_of_opendocument(root: Element) -> Sequence[_Sheet]:
    body = root.find(f"{qualified('office:body')}/{qualified('office:spreadsheet')}")
    if body is None:
        raise ValueError("it holds no sheets")
    return [_Sheet(table.get(qualified("table:name"), ""), _rows_of(table)) for table in body.iterfind(TABLE)]


def _rows_of(table: Element) -> Iterator[list[str]]:
    """Yield the rows of a sheet up to the last that is filled; a row that is repeated stands once, then is empty."""
    empty = 0
    for row in all_rows(table):
        cells: list[str] = []
        for cell in row.iterchildren(CELL, COVERED):
            cells += [_text_of(cell)] * number_of(cell, "table:number-columns-repeated")
        times = number_of(row, "table:number-rows-repeated", _MOST_ROWS)
        if any(cells):
            yield from ([] for _ in range(empty))
            yield cells[:_MOST_COLUMNS]
            empty = times - 1
        else:
            empty += times


def _text_of(cell: Element) -> str:
    if cell.tag == COVERED:
        return ""
    if cell.get(qualified("office:value-type")) == "date" and (dated := cell.get(qualified("office:date-value"))):
        return dated.removesuffix("T00:00:00")[:MAX_PARAGRAPH]  # what it shows may have a year of two digits
    return "\n".join("".join(map(str, line.itertext())) for line in cell.iterchildren(P, H))[:MAX_PARAGRAPH]
