"""Bytes of lines to characters: UTF-8 line by line, and what the head of the file says where a line is none.

The encoding is settled once, by the head of the file, so that a line reads alike wherever in a run it is met.
"""

from __future__ import annotations

import io
import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from reconcile.documents.blocks.encoding import MARKS, SUSPECT, is_utf8, legacy_encoding, repair, unmarked_utf16

HEAD = 1 << 16  # bytes by which form and encoding of a file are told
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Stream(Protocol):
    """What is read from: a binary file, or one that is made into UTF-8 on the way."""

    def readline(self, size: int = -1, /) -> bytes:
        """Return the next line with its end, no more than `size` bytes of it."""
        ...

    def read(self, size: int = -1, /) -> bytes:
        """Return the next `size` bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Encoding:
    """`wide` is UTF-16 or UTF-32 where the whole file is in it; `legacy` is for lines that are no UTF-8."""

    wide: str = ""
    legacy: str = "cp1252"


def encoding_of(head: bytes) -> Encoding:
    """Return how a file is encoded that begins with `head`."""
    whole = head[: head.rfind(b"\n") + 1] or head
    if not head.startswith(_WIDE_MARKS) and b"\x00" not in head and is_utf8(whole):
        return Encoding()
    for mark, name in MARKS:
        if head.startswith(mark) and mark != BOM_UTF8:
            return Encoding(wide=name)
    if wide := unmarked_utf16(head):
        return Encoding(wide=wide)
    foreign = [row for row in whole.split(b"\n") if not row.isascii()]
    valid = sum(map(is_utf8, foreign))
    if not foreign or (valid and valid * 2 >= len(foreign)):
        return Encoding()  # a UTF-8 file with lines pasted from elsewhere
    return Encoding(legacy=legacy_encoding(b"\n".join(foreign)))


def text_of(line: bytes, legacy: str) -> str:
    r"""Return the characters of a line, without control characters, mojibake and space around it.

    >>> text_of("MÃ¼ller, J. ".encode(), "cp1252"), text_of(b"M\xfcller", "cp1252")
    ('Müller, J.', 'Müller')
    """
    if line.isascii():
        return _CONTROLS.sub(" ", line.decode("ascii")).strip()
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode(legacy, errors="replace")
    if SUSPECT.search(text):
        text = repair(text)
    return _CONTROLS.sub(" ", text).strip("\ufeff \t\r\n\xa0")


def lines_of(text: bytes, legacy: str) -> str:
    """Return the characters of many lines, read at once where nothing is the matter with any, else one by one."""
    if is_utf8(text):
        whole = text.decode("utf-8")
        if not SUSPECT.search(whole) and not _CONTROLS.search(whole):
            return whole.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(text_of(line, legacy) for line in text.splitlines())


def without_mark(line: bytes) -> bytes:
    """Return the first line of a file without UTF-8's byte order mark."""
    return line.removeprefix(BOM_UTF8)


class Recoded:
    """A file in UTF-16 or UTF-32, read as UTF-8. `size` counts characters here, which is near enough for a bound."""

    def __init__(self, stream: BinaryIO, encoding: str, newline: str | None = "\n") -> None:
        self._text = io.TextIOWrapper(stream, encoding, errors="replace", newline=newline)

    def readline(self, size: int = -1, /) -> bytes:
        """Return the next line with its end."""
        return self._text.readline(size).encode("utf-8", "replace")

    def read(self, size: int = -1, /) -> bytes:
        """Return the next characters."""
        return self._text.read(size).encode("utf-8", "replace")
