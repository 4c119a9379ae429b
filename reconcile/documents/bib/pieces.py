"""The text of a .bib file cut into pieces that give the identical text when they are joined, whatever is in it.

What is no entry is text, what is a broken entry is kept as broken. A line that begins `@word{` begins a new block,
whatever was read before, as for bibtexparser; so one missing brace costs one entry, and the text is read in linear
time. An entry behind `%` is commented out, as for biber.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from reconcile.documents.bib.scan import Broken, Field, Scanned, end_of_block, scan_entry

_LINE_START = re.compile(r"(?:\A\ufeff?|(?<=[\r\n]))[^\S\r\n]*@\w*\s*[{(]")
# What follows a block on its line: a comment, or the next block.
_WITHIN = re.compile(r"%[^\r\n]*|@(\w*)\s*([{(])")


class Kind(StrEnum):
    """What a piece of a file is."""

    TEXT = "text"
    STRING = "string"
    PREAMBLE = "preamble"
    COMMENT = "comment"
    ENTRY = "entry"
    BROKEN = "broken"


_BLOCKS = {"string": Kind.STRING, "preamble": Kind.PREAMBLE, "comment": Kind.COMMENT}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a file, on line `line` (from 1). `type` (in small letters) and `inside` are an entry's own."""

    kind: Kind
    start: int
    end: int
    line: int
    type: str = ""
    inside: Scanned = field(default=Scanned("", 0, (), 0))

    @property
    def key(self) -> str:
        """An entry's key."""
        return self.inside.key

    @property
    def fields(self) -> tuple[Field, ...]:
        """An entry's fields, in order."""
        return self.inside.fields

    @property
    def is_entry(self) -> bool:
        """Whether this is an entry, or was meant to be one."""
        return self.kind is Kind.ENTRY or (self.kind is Kind.BROKEN and self.type not in _BLOCKS)


def pieces_of(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text in order; each begins where the one before it ends."""
    starts = [found.start() for found in _LINE_START.finditer(text)]
    lines = _Lines(text)
    for start, stop in zip([0, *starts], [*starts, len(text)], strict=True):
        yield from _segment(text, start, stop, lines)


class _Lines:
    """Numbers lines, going forward."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at, self._line = 0, 1
        self._mark = "\n" if "\n" in text else "\r"

    def of(self, place: int) -> int:
        self._line += self._text.count(self._mark, self._at, place)
        self._at = place
        return self._line


def _segment(text: str, start: int, stop: int, lines: _Lines) -> Iterator[Piece]:
    """Yield the pieces between two lines that begin a block; after a block that is broken there is no other."""
    at = start
    found = _next(text, at, stop)
    while found is not None:
        if found.start() > at:
            yield Piece(Kind.TEXT, at, found.start(), lines.of(at))
        piece = _block(text, found, stop, lines.of(found.start()))
        yield piece
        at = piece.end
        found = _next(text, at, stop)
    if at < stop:
        yield Piece(Kind.TEXT, at, stop, lines.of(at))


def _next(text: str, at: int, stop: int) -> re.Match[str] | None:
    """Return the next start of a block that stands in no comment."""
    return next((found for found in _WITHIN.finditer(text, at, stop) if found[2]), None)


def _block(text: str, found: re.Match[str], stop: int, line: int) -> Piece:
    kind, opening = found[1].lower(), found.end() - 1
    try:
        if kind in _BLOCKS:
            return Piece(_BLOCKS[kind], found.start(), end_of_block(text, opening, stop), line, kind)
        inside = scan_entry(text, opening, stop)
        return Piece(Kind.ENTRY, found.start(), inside.end, line, kind, inside)
    except Broken:
        return Piece(Kind.BROKEN, found.start(), stop, line, kind)
