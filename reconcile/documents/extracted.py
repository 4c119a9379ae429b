"""Blocks of documents without lines of their own (PDF, DOCX): the lines are those of the text as extracted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reconcile.documents.block import Block, Kind
from reconcile.documents.encoding import Lines, repair
from reconcile.documents.labels import split_items
from reconcile.documents.runs import Run, Style, assemble, block_of


class Piece(NamedTuple):
    """Text under the same markup; it may hold line breaks."""

    text: str
    styles: tuple[Style, ...] = ()


class Draft(NamedTuple):
    """A block to be: its pieces in order."""

    kind: Kind
    pieces: tuple[Piece, ...]
    level: int = 0


def blocks_of(drafts: Iterable[Draft]) -> tuple[Block, ...]:
    """Return the blocks of `drafts`, every line break of which makes a line of the document."""
    rows: list[str] = []
    numbered = []
    for draft in drafts:
        rows.append("")
        numbered.append((draft, list(_number(draft.pieces, rows))))
    lines = Lines(tuple(rows), tuple(rows))
    made = (block_of(draft.kind, assemble(runs), lines, draft.level) for draft, runs in numbered)
    return split_items((block for block in made if block is not None), lines)


def _number(pieces: Iterable[Piece], rows: list[str]) -> Iterator[Run]:
    """Append the pieces to the document's rows and return them as runs with their lines."""
    for text, styles in pieces:
        for number, part in enumerate(repair(text).split("\n")):
            if number:
                yield Run("\n", len(rows))
                rows.append("")
            rows[-1] += part
            yield Run(part, len(rows), styles)
