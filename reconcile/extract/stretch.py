"""The nouns of extraction: lines of a document with their marks, and the stretches that are made of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reconcile.documents.block import Block, Kind, Mark


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block's text: its line number in the source, the block's index, and its marks."""

    text: str
    number: int
    block: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that belong together. `kind` and `level` are those of the block in which the stretch begins."""

    lines: tuple[Line, ...]
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The lines, with newlines between."""
        return "\n".join(line.text for line in self.lines)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of all lines, as places in `text`."""
        moved: list[Mark] = []
        offset = 0
        for line in self.lines:
            moved += (replace(mark, start=mark.start + offset, end=mark.end + offset) for mark in line.marks)
            offset += len(line.text) + 1
        return tuple(moved)

    @property
    def blocks(self) -> tuple[int, ...]:
        """The indices of the blocks that the lines come from, in order."""
        return tuple(dict.fromkeys(line.block for line in self.lines))

    def with_lines(self, lines: Iterable[Line]) -> Stretch:
        """The same stretch made of other lines."""
        return replace(self, lines=tuple(lines))

    def joined(self, other: Stretch) -> Stretch:
        """The stretch with another's lines after its own."""
        return replace(self, lines=self.lines + other.lines)


def lines_of(block: Block, index: int) -> tuple[Line, ...]:
    """Return the lines of a block; a mark over a line break is parted."""
    numbers = block.lines
    found: list[Line] = []
    offset = 0
    waiting = deque(sorted(block.marks))
    open_marks: list[Mark] = []
    for place, text in enumerate(block.text.split("\n")):
        number = numbers[place] if place < len(numbers) else min(block.first + place, block.last)
        end = offset + len(text)
        while waiting and waiting[0].start < end:
            open_marks.append(waiting.popleft())
        within = (_clipped(mark, offset, end) for mark in open_marks if mark.end > offset)
        found.append(Line(text, number, index, tuple(within)))
        open_marks = [mark for mark in open_marks if mark.end > end]
        offset = end + 1
    return tuple(found)


def cut(line: Line, start: int, end: int) -> Line:
    """Return a part of a line, without white space at its ends, its marks moved and clipped."""
    while start < end and line.text[start].isspace():
        start += 1
    while end > start and line.text[end - 1].isspace():
        end -= 1
    within = (_clipped(mark, start, end) for mark in line.marks if mark.start < end and mark.end > start)
    return replace(line, text=line.text[start:end], marks=tuple(within))


def _clipped(mark: Mark, start: int, end: int) -> Mark:
    return replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
