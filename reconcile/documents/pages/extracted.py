"""Blocks of documents without lines of their own (PDF, DOCX, ODT): the lines are those of the text as extracted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from reconcile.documents.blocks.block import BAR, Block, Kind, Mark
from reconcile.documents.blocks.encoding import Lines, repair
from reconcile.documents.blocks.labels import split_items
from reconcile.documents.blocks.runs import Reading, Run, Style, assemble, block_of, clean
from reconcile.documents.fields.columns import as_entry, header
from reconcile.documents.fields.terms import record_of


class Piece(NamedTuple):
    """Text under the same markup; it may hold line breaks."""

    text: str
    styles: tuple[Style, ...] = ()


class Draft(NamedTuple):
    """A block to be: its pieces in order; of a table row also the text of each cell, the empty ones too.

    Those of one table, or of a cell with a table in it, have the same number, which is not 0: it may be a record.
    """

    kind: Kind
    pieces: tuple[Piece, ...]
    level: int = 0
    cells: tuple[str, ...] = ()
    table: int = 0


def row_draft(cells: Sequence[Sequence[Piece]]) -> Draft:
    """Return a row of a table; bars part its cells, but for empty ones."""
    texts = ["".join(piece.text for piece in cell) for cell in cells]
    pieces: list[Piece] = []
    for cell, text in zip(cells, texts, strict=True):
        if text.strip():
            pieces += [Piece(BAR)] if pieces else []
            pieces += cell
    return Draft(Kind.ROW, tuple(pieces), cells=tuple(clean(text).strip() for text in texts))


def blocks_of(drafts: Iterable[Draft]) -> tuple[Block, ...]:
    """Return the blocks of `drafts`, every line break of which makes a line of the document."""
    rows: list[str] = []
    numbered = []
    for draft in drafts:
        rows.append("")
        numbered.append((draft, list(_number(draft.pieces, rows))))
    lines = Lines(tuple(rows), tuple(rows))
    return split_items(_with_records(_blocks(numbered, lines), lines), lines)


def _with_records(blocks: Iterable[tuple[int, Block]], lines: Lines) -> Iterator[Block]:
    """Yield the blocks of drafts, a table that describes one publication as the entry that it is."""
    for table, group in groupby(blocks, key=itemgetter(0)):
        parts = [block for _, block in group]
        record = record_of(parts, lines) if table else None
        yield from (record,) if record else parts


def _blocks(numbered: Iterable[tuple[Draft, list[Run]]], lines: Lines) -> Iterator[tuple[int, Block]]:
    """Return the blocks of drafts with the numbers of their tables.

    Rows under a header that names their columns become entries.
    """
    names: tuple[str, ...] = ()
    for draft, runs in numbered:
        block = block_of(draft.kind, _merged(assemble(runs)), lines, draft.level)
        if block is None:
            continue
        found = header(draft.cells) if draft.cells else ()
        names = found or (names if draft.cells else ())
        yield draft.table, block if found else as_entry(block, draft.cells, names)


def _number(pieces: Iterable[Piece], rows: list[str]) -> Iterator[Run]:
    """Append the pieces to the document's rows and return them as runs with their lines."""
    for text, styles in pieces:
        for number, part in enumerate(repair(text).split("\n")):
            if number:
                yield Run("\n", len(rows))
                rows.append("")
            rows[-1] += part
            yield Run(part, len(rows), styles)


def _merged(reading: Reading) -> Reading:
    """Return a reading in which marks of a kind that only space parts are one: fonts are set word by word."""
    marks: list[Mark] = []
    for mark in sorted(reading.marks, key=lambda mark: (mark.kind, mark.url, mark.start)):
        last = marks[-1] if marks else None
        joins = last and (last.kind, last.url) == (mark.kind, mark.url) and last.end <= mark.start
        if last and joins and not reading.text[last.end : mark.start].strip():
            marks[-1] = replace(last, end=mark.end)
        else:
            marks.append(mark)
    return replace(reading, marks=tuple(sorted(marks)))
