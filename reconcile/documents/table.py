"""Tables in text: CSV and TSV, a row an entry where the header names what its columns hold."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from reconcile.cells import field_limit
from reconcile.documents.block import BAR, Block, Document, Kind
from reconcile.documents.columns import is_counter, is_only_labels, labels
from reconcile.documents.encoding import Lines
from reconcile.documents.runs import clean
from reconcile.documents.text.plain import read_plain
from reconcile.documents.unreadable import MAX_PARAGRAPH

_DELIMITERS = ",;\t|"
_SAMPLE = 20


def read_table(name: str, lines: Lines) -> Document:
    """Return the rows of a CSV or TSV file; one whose quotes do not close is read as plain text."""
    try:
        with field_limit(MAX_PARAGRAPH):
            rows = list(_rows(lines.text, _delimiter(lines.text)))
    except csv.Error as error:
        document = read_plain(name, lines)
        reason = f"{name}: this table is broken ({error}) and was read as plain text; save it anew"
        return Document(name, document.blocks, (reason,))
    first = rows[0][2] if rows else []
    names = labels(first) if first else ()
    if not names and is_only_labels(first):
        rows = _uncounted(rows)
    return Document(name, tuple(_blocks(rows, names, lines)))


def _delimiter(lines: Sequence[str]) -> str:
    """Return the sign that parts the rows at the head of a table into most columns, and all into as many."""
    head = [line for line in lines if line.strip()][:_SAMPLE]

    def regularity(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader((line[:MAX_PARAGRAPH] for line in head), delimiter=delimiter)]
        same = sum(width == widths[0] for width in widths)
        return (same if widths and widths[0] > 1 else 0, widths[0] if widths else 0)

    return max(_DELIMITERS, key=regularity)


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    """Return first line, last line and cells of every row that is not empty."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    last = 0
    for cells in reader:
        first, last = last + 1, reader.line_num
        cleaned = [" ".join(clean(cell).split()) for cell in cells]
        if any(cleaned):
            yield first, min(last, len(lines)), cleaned


def _uncounted(rows: Sequence[tuple[int, int, list[str]]]) -> list[tuple[int, int, list[str]]]:
    """Return the rows below a header, without the columns that only count them."""
    dropped = {at for at, label in enumerate(rows[0][2]) if is_counter(label)}
    return [
        (first, last, [cell for at, cell in enumerate(cells) if at not in dropped]) for first, last, cells in rows[1:]
    ]


def _blocks(rows: Sequence[tuple[int, int, list[str]]], names: Sequence[str], lines: Lines) -> Iterator[Block]:
    for first, last, cells in rows[1 if names else 0 :]:
        source = lines.source(first, last)
        filled = [cell for cell in cells if cell]
        if names:
            fields = tuple((name, cell) for name, cell in zip(names, cells, strict=False) if name and cell)
            yield Block(Kind.ENTRY, first, last, ". ".join(filled), source, lines=(first,), fields=fields)
        elif filled:
            yield Block(Kind.ROW, first, last, BAR.join(filled), source, lines=(first,))
