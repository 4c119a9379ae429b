"""Rows of separated values with the lines on which they begin, none lost: one that cannot be read says why.

A quotation mark that is not closed would take what follows it for one cell. The row that has it is given up alone, and
reading goes on at the line after its first.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.cells import field_limit
from reconcile.streaming.decoding import Stream, text_of, without_mark
from reconcile.streaming.rows import LONGEST, MOST_BYTES

_DELIMITERS = ",;\t|"
# What Excel writes above a table, so that it opens with the right delimiter everywhere.
_SAID = re.compile(r"\ufeff?sep=(.)\r?\n?", re.IGNORECASE)
_TOO_LONG = f"a cell is longer than {LONGEST:,} characters, or a quotation mark is not closed"
_NOT_CLOSED = "a quotation mark is not closed, or stands within a cell; write it twice there"
_HEAD = 4096  # bytes of a line that is too long in which its first cell is looked for
_NEXT = ["", ""]  # a line that no cell can take where the one before it is whole

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that cannot be read: why, and its first cell where that is whole."""

    why: str
    first: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """A line of which only the head was read, because it is too long."""

    head: str


Line = str | Cut
NumberedRow = tuple[int, Cells | Broken]  # the line on which it begins


@dataclass(frozen=True, slots=True)
class Csv:
    """How a file of separated values is written; an empty delimiter is told by the header."""

    delimiter: str = ""
    legacy: str = "cp1252"


@dataclass(frozen=True, slots=True)
class Opened:
    """A table that is being read: its header and the line of that, what parts the cells, and the rows."""

    header: Cells
    line: int
    rows: Iterator[NumberedRow]


def said_delimiter(line: str) -> str:
    r"""Return the delimiter that a line above the header names; the empty string for any other line.

    >>> said_delimiter("sep=;\r\n"), said_delimiter("title;year")
    (';', '')
    """
    found = _SAID.fullmatch(line)
    return found[1] if found else ""


def opened(stream: Stream, written: Csv) -> Opened | None:
    """Return a table whose header was read; None for an empty one."""
    lines = _Lines(_lines(stream, written.legacy))
    first = next(lines, "")
    while first and not first.strip():
        first = next(lines, "")
    if not first:
        return None
    delimiter = said_delimiter(first)
    if delimiter:
        first = next(lines, "")
    delimiter = delimiter or written.delimiter or max(_DELIMITERS, key=first.count)
    line = lines.taken[-1][0] if lines.taken else 1
    lines.taken.clear()
    with field_limit(LONGEST):
        header = tuple(next(csv.reader([first], delimiter=delimiter), []))
    return Opened(header, line, _rows(lines, delimiter))


class _Lines:
    """Numbered lines, of which `taken` are those of the row being read; they may be put back."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self.taken: list[tuple[int, Line]] = []
        self._back: deque[tuple[int, Line]] = deque()
        self._fresh = enumerate(lines, start=1)

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        number, line = self._back.popleft() if self._back else next(self._fresh)
        self.taken.append((number, line))
        if isinstance(line, Cut):
            raise csv.Error(_TOO_LONG)
        return line

    def put_back(self) -> None:
        """Put back all lines of the row but its first."""
        self._back.extendleft(reversed(self.taken[1:]))
        self.taken.clear()


def _rows(lines: _Lines, delimiter: str) -> Iterator[NumberedRow]:
    """Yield the rows that are not blank."""
    while True:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            while (cells := _next(reader)) is not None:
                number = lines.taken[0][0]
                lines.taken.clear()
                if any(cells):
                    yield number, tuple(cells)
        except csv.Error as fault:
            number, first = lines.taken[0]
            why = _TOO_LONG if "limit" in str(fault) or str(fault) == _TOO_LONG else _NOT_CLOSED
            lines.put_back()
            whole = None if isinstance(first, Cut) else _by_itself(first, delimiter)
            yield number, whole or _broken(number, why, first, delimiter)
        else:
            return


def _next(reader: Iterator[list[str]]) -> list[str] | None:
    """Return the next row; None where there is none. The limit is set for each: rows are handed out in between."""
    with field_limit(LONGEST):
        return next(reader, None)


def _broken(number: int, why: str, line: Line, delimiter: str) -> Broken:
    first, found, _ = (line.head if isinstance(line, Cut) else line).partition(delimiter)
    first = first.strip()
    if len(first) > 1 and first[0] == first[-1] == '"':
        first = first[1:-1]
    return Broken(f"line {number}: {why}", first if found and '"' not in first else "")


def _by_itself(line: str, delimiter: str) -> Cells | None:
    """Return the cells of a line whose quotation marks are closed, if not as they should be; None for any other.

    >>> _by_itself('1,"Best" of Both Worlds', ","), _by_itself('1,"Best of Both Worlds', ",")
    (('1', 'Best of Both Worlds'), None)
    """
    try:
        with field_limit(LONGEST):
            rows = list(csv.reader([line, *_NEXT], delimiter=delimiter))
    except csv.Error:
        return None
    return tuple(rows[0]) if len(rows) == 1 + len(_NEXT) else None


def _lines(stream: Stream, legacy: str) -> Iterator[Line]:
    """Yield the lines with their ends, of one that is too long the head."""
    first = True
    while line := stream.readline(MOST_BYTES):
        if len(line) >= MOST_BYTES and not line.endswith(b"\n"):
            _drain(stream)
            yield Cut(_characters(line[:_HEAD], legacy))
            continue
        yield _characters(without_mark(line) if first else line, legacy)
        first = False


def _drain(stream: Stream) -> None:
    """Read up to the end of the line, in pieces."""
    while rest := stream.readline(MOST_BYTES):
        if rest.endswith(b"\n"):
            return


def _characters(line: bytes, legacy: str) -> str:
    """Return a line with its end and with the spaces at its start and end, which belong to its cells."""
    if line.isascii():
        return line.decode("ascii")
    body = line.rstrip(b"\n")
    text = text_of(b"|" + body + b"|", legacy)[1:-1]
    return text + "\n" if len(body) < len(line) else text
