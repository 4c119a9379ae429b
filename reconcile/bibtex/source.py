"""A .bib file as it stands: cut into pieces that give the identical bytes when they are joined, whatever is in it.

Nothing is normalised and nothing is refused. How a text is cut is said in `reconcile/documents/bib/pieces.py`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.documents.bib.pieces import Kind, Piece, pieces_of
from reconcile.documents.bib.scan import Field
from reconcile.documents.blocks.encoding import LINE_END, is_utf8, legacy_encoding, repair, unmarked_utf16

__all__ = ["Field", "Kind", "Piece", "Source", "characters"]

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
# The only encoding in which every sequence of bytes is a text and every text is those bytes again.
_ANY = "latin-1"
_LEGACY = "cp1252"  # of bytes in a UTF-8 file that are none
_UNDECODED = re.compile("[\udc80-\udcff]+")


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
        found = LINE_END.search(self.text)
        return found[0] if found else "\n"

    def pieces(self) -> Iterator[Piece]:
        """Return the pieces in order; each begins where the one before it ends."""
        return pieces_of(self.text)


def characters(value: str) -> str:
    """Return a value of a source with the bytes read that were no UTF-8, without mojibake and control characters."""
    if value.isascii():
        return value if value.isprintable() else " ".join(value.split())
    return repair(" ".join(_UNDECODED.sub(_as_legacy, value).split()))


def _as_legacy(found: re.Match[str]) -> str:
    return found[0].encode("utf-8", "surrogateescape").decode(_LEGACY, "replace")


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
    valid = sum(map(is_utf8, foreign))
    if valid * 2 >= len(foreign) and valid:
        yield "utf-8", "surrogateescape"
    yield legacy_encoding(b"\n".join(foreign)[:_SAMPLE]), "strict"
