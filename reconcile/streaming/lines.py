"""Lines of a file, each bounded, in batches: one publication string a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reconcile.streaming.decoding import Stream, text_of, without_mark
from reconcile.streaming.quoted import wanted_of
from reconcile.streaming.rows import LONGEST, MOST_BYTES, MOST_ROWS, Row, Unread

Line = tuple[int, bytes]  # its number from 1, and its bytes without the line's end
_DRAIN = 1 << 20


@dataclass(frozen=True, slots=True)
class TextBatch:
    """Lines of a text file; blank ones are not among them."""

    lines: tuple[Line, ...]
    legacy: str
    place: int

    def rows(self) -> list[Row]:
        """Return a row a line; its id is the line's number."""
        return [self._row(str(number), line) for number, line in self.lines]

    def count(self) -> int:
        """Return how many lines there are."""
        return len(self.lines)

    def _row(self, name: str, line: bytes) -> Row:
        text = text_of(line, self.legacy)[:LONGEST]
        return wanted_of(name, text) if text else Unread(name, "the line holds nothing but control characters")


def text_batches(stream: Stream, legacy: str, place: Callable[[], int]) -> Iterator[TextBatch]:
    """Yield the lines of a text in batches."""
    for lines in grouped(bounded(stream, 4 * LONGEST)):
        yield TextBatch(lines, legacy, place())


def bounded(stream: Stream, limit: int) -> Iterator[Line]:
    """Yield the lines that are not blank, numbered from 1. Of a line longer than `limit` bytes the rest is left out."""
    number = 0
    while line := stream.readline(limit):
        if not line.endswith(b"\n"):
            _drain(stream)
        line = line.rstrip(b"\n") if number else without_mark(line.rstrip(b"\n"))
        number += 1
        if line.strip():
            yield number, line


def _drain(stream: Stream) -> None:
    """Read up to the end of the line, in pieces."""
    while rest := stream.readline(_DRAIN):
        if rest.endswith(b"\n"):
            return


def grouped(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield lines in runs of no more than a batch's rows and bytes, and all that come before a fault."""
    batch: list[Line] = []
    size = 0
    try:
        for line in lines:
            batch.append(line)
            size += len(line[1])
            if len(batch) == MOST_ROWS or size > MOST_BYTES:
                yield tuple(batch)
                batch, size = [], 0
    except Exception:
        if batch:
            yield tuple(batch)
        raise
    if batch:
        yield tuple(batch)
