"""Stretches as they stand in the source: their first and last line, and their verbatim text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from reconcile.documents.blocks.block import Block, Kind
from reconcile.extract.lines.stretch import Stretch


class Quoted:
    """One block's source, taken apart once however many stretches quote it."""

    def __init__(self, block: Block) -> None:
        self.block = block

    @cached_property
    def filled(self) -> int:
        """How many lines of the block's text are not empty."""
        return sum(bool(line.strip()) for line in self.block.text.split("\n"))

    @cached_property
    def rows(self) -> list[str]:
        """The lines of the block's source."""
        return self.block.source.split("\n")

    def holds_no_more_than(self, lines: int) -> bool:
        """Whether that many lines are all that the block has."""
        return self.block.kind is Kind.ENTRY or lines >= self.filled


def quote(blocks: Sequence[Quoted], stretch: Stretch) -> tuple[int, int, str]:
    """Return the first and last source line of a stretch and its verbatim text.

    A block that the stretch holds entirely counts with all its lines, those without text too; of another only
    the lines of the stretch.
    """
    numbers = [line.number for line in stretch.lines]
    texts: list[str] = []
    for index in stretch.blocks:
        quoted, mine = blocks[index], [line for line in stretch.lines if line.block == index]
        if quoted.holds_no_more_than(len(mine)):
            numbers += (quoted.block.first, quoted.block.last)
            texts.append(quoted.block.source)
            continue
        first, last = mine[0].number - quoted.block.first, mine[-1].number - quoted.block.first
        aligned = len(quoted.rows) > 1 and 0 <= first <= last < len(quoted.rows)
        texts += quoted.rows[first : last + 1] if aligned else [line.text for line in mine]
    return min(numbers), max(numbers), "\n".join(texts)
