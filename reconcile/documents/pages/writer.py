"""A page being written block by block: what the readers of running text have in common."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reconcile.documents.blocks.block import BAR, Block, Kind
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.runs import Run, Style, assemble, block_of
from reconcile.documents.fields.columns import as_entry, header
from reconcile.documents.pages.scholar import HEADERS


@dataclass(slots=True)
class Writer:
    """The blocks so far, and the runs, kind and level of the block that is open."""

    lines: Lines
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    separate: bool = False
    cells: list[int] = field(default_factory=list)
    columns: tuple[str, ...] = ()

    def begin(self, kind: Kind, level: int = 0) -> None:
        """Close the open block and open one of this kind."""
        self.close()
        self.kind, self.level = kind, level

    def close(self) -> None:
        """Close the open block; a plain paragraph is open afterwards."""
        if self.runs:
            block = block_of(self.kind, assemble(self.runs), self.lines, self.level)
            if block is not None:
                block = self._row(block)
                self.blocks.append(replace(block, kind=Kind.PARAGRAPH, level=0) if _is_badge(block) else block)
            self.runs = []
        self.kind, self.level = Kind.PARAGRAPH, 0
        self.separate = False
        self.cells = []

    def _row(self, block: Block) -> Block:
        """Return a block as it is; a row under a header that names the columns is an entry."""
        if block.kind is not Kind.ROW:
            self.columns = ()
            return block
        ends = [0, *self.cells] if self.cells and self.cells[-1] == len(self.runs) else [0, *self.cells, len(self.runs)]
        cells = [
            assemble(run for run in self.runs[start:end] if run.text != BAR).text.strip()
            for start, end in itertools.pairwise(ends)
        ]
        if _is_scholars(cells):
            return replace(block, kind=Kind.HEADING, level=_DEEPEST, text=_SCHOLARS, marks=(), lines=block.lines[:1])
        if found := header(cells):
            self.columns = found
            return block
        return as_entry(block, cells, self.columns)

    def add(self, text: str, line: int, styles: tuple[Style, ...] = ()) -> None:
        """Append text on one source line to the open block."""
        line = min(line, len(self.lines.raw))  # docutils counts a line too many below a text that is nearly a field
        if self.separate and text.strip():
            self.runs.append(Run(BAR, line))
            self.separate = False
        self.runs.append(Run(text, line, styles))

    def next_cell(self) -> None:
        """End a cell of a table row; a bar parts it from the next cell that is not empty."""
        begun = self.cells[-1] if self.cells else 0
        self.cells.append(len(self.runs))
        self.separate = self.separate or any(run.text.strip() for run in self.runs[begun:])

    def add_entries(self, entries: tuple[Block, ...]) -> None:
        """Append structured entries after the open block."""
        kind, level = self.kind, self.level
        self.close()
        self.blocks.extend(entries)
        self.kind, self.level = kind, level


# The header of Google Scholar's list, with buttons in its first cell; what it says in plain text, too.
_SCHOLARS = "Title Cited by Year"
_DEEPEST = 9  # a heading of what follows, whatever stands above


def _is_scholars(cells: Sequence[str]) -> bool:
    return tuple(cell.partition("\n")[0].strip().casefold() for cell in cells) in HEADERS


def _is_badge(block: Block) -> bool:
    """Return whether a list item is nothing but a venue label, which belongs to what follows."""
    badges = sum(mark.end - mark.start for mark in block.marks if mark.kind == "badge")
    return block.kind is Kind.ITEM and badges == len(block.text)
