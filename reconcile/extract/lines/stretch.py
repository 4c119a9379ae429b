"""The nouns of extraction: lines of a document with their marks, and the stretches that are made of them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reconcile.documents.blocks.block import Block, Kind, Mark

_SOLID = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a block's text: its line number in the source, the block's index, and its marks.

    `open_marks` are the kinds, with their addresses, of those that go on in the next line of the block.
    """

    text: str
    number: int
    block: int
    marks: tuple[Mark, ...] = ()
    open_marks: frozenset[tuple[str, str]] = frozenset()


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
        """The marks of all lines, as places in `text`.

        One that begins within a line and goes on in the next is one; what begins with its line may be a field in each.
        """
        moved: list[Mark] = []
        offset = 0
        begun: dict[tuple[str, str], int] = {}  # where in `moved` the marks stand that the line above left open
        for line in self.lines:
            left_open: dict[tuple[str, str], int] = {}
            for mark in line.marks:
                kind, end = (mark.kind, mark.url), mark.end + offset
                at = begun.get(kind) if mark.start == 0 else None
                goes_on = (mark.start > 0 or at is not None) and mark.end == len(line.text)
                if at is None:
                    at = len(moved)
                    moved.append(replace(mark, start=mark.start + offset))
                moved[at] = replace(moved[at], end=end)
                if goes_on and kind in line.open_marks:
                    left_open[kind] = at
            begun = left_open
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
    """Return the lines of a block; a mark over a line break is parted, and open in the upper line."""
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
        going_on = [mark for mark in open_marks if mark.end > end + 1]
        found.append(Line(text, number, index, tuple(within), frozenset((mark.kind, mark.url) for mark in going_on)))
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
    left_open = frozenset[tuple[str, str]]() if _SOLID.search(line.text, end) else line.open_marks
    return replace(line, text=line.text[start:end], marks=tuple(within), open_marks=left_open)


def as_title(line: Line) -> Line:
    """Return a line marked as a title, so that a full one is not taken to go on in the names below it."""
    return replace(line, marks=(Mark(0, len(line.text), "strong"), *line.marks))


def _clipped(mark: Mark, start: int, end: int) -> Mark:
    return replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
