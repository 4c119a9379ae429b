"""A .bib file as it stands: cut into pieces that give the identical bytes when they are joined, whatever is in it.

Nothing is normalised and nothing is refused: what is no entry is text, what is a broken entry is kept as broken. A
line that begins `@word{` begins a new block, whatever was read before, as for bibtexparser; so one missing brace costs
one entry, and the file is read in linear time.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from reconcile.bibtex.scan import Broken, Field, Scanned, end_of_block, scan_entry
from reconcile.documents.encoding import legacy_encoding, unmarked_utf16

__all__ = ["Field", "Kind", "Piece", "Source"]

_LINE_START = re.compile(r"(?:\A\ufeff?|(?<=[\r\n]))[^\S\r\n]*@\w*\s*[{(]")
# What follows a block on its line: a comment, or the next block.
_WITHIN = re.compile(r"%[^\r\n]*|@(\w*)\s*([{(])")
# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
_LINE_END = re.compile(r"\r\n|\r|\n")
# The only encoding in which every sequence of bytes is a text and every text is those bytes again.
_ANY = "latin-1"


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


@dataclass(frozen=True, slots=True)
class Source:
    r"""The characters of a .bib file, and how they become its bytes again.

    >>> source = Source.of_bytes(b"% mine\n@misc{a, title = {B}}")
    >>> [piece.kind.value for piece in source.pieces()]
    ['text', 'entry']
    """

    text: str
    encoding: str = "utf-8"
    errors: str = "strict"

    @classmethod
    def of_bytes(cls, content: bytes) -> Source:
        """Return the source of a file's bytes, whatever their encoding; `to_bytes` gives them back."""
        for encoding, errors in _ways(content):
            try:
                text = content.decode(encoding, errors)
                if text.encode(encoding, errors) == content:
                    return cls(text, encoding, errors)
            except UnicodeError:
                continue
        return cls(content.decode(_ANY), _ANY)

    def to_bytes(self, text: str | None = None) -> bytes:
        """Return the file's bytes, or those of a text that is to replace its own."""
        return (self.text if text is None else text).encode(self.encoding, self.errors)

    def holds(self, text: str) -> bool:
        """Say whether the file can hold a text: a file of ASCII alone stays one."""
        if self.encoding == "ascii":
            return text.isascii()
        try:
            text.encode(self.encoding)
        except UnicodeError:
            return False
        return True

    @property
    def newline(self) -> str:
        """How lines end in the file."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces in order; each begins where the one before it ends."""
        starts = [found.start() for found in _LINE_START.finditer(self.text)]
        lines = _Lines(self.text)
        for start, stop in zip([0, *starts], [*starts, len(self.text)], strict=True):
            yield from _segment(self.text, start, stop, lines)


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


def _ways(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the encodings in which a file may be, the likeliest first."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            yield encoding, "surrogatepass"
    if wide := unmarked_utf16(content[:_SAMPLE]):
        yield wide, "surrogatepass"
    yield "ascii", "strict"
    yield "utf-8", "strict"
    foreign = [row for row in content.split(b"\n") if not row.isascii()]
    valid = sum(map(_is_utf8, foreign))
    if valid * 2 >= len(foreign) and valid:
        yield "utf-8", "surrogateescape"
    yield legacy_encoding(b"\n".join(foreign)[:_SAMPLE]), "strict"


def _is_utf8(row: bytes) -> bool:
    try:
        row.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
