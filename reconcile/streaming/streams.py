"""Streams of bytes: one whose beginning is looked at before it is read, and one in which every line ends at LF."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Source(Protocol):
    """What is read from: a buffered file, standard input, a file that is unpacked on the way."""

    def read(self, size: int = -1, /) -> bytes:
        """Return the next `size` bytes, fewer only at the end."""
        ...

    def read1(self, size: int = -1, /) -> bytes:
        """Return up to `size` of the next bytes, as many as are there; none only at the end."""
        ...


class Begun(io.RawIOBase):
    """A stream whose first bytes (`head`) were looked at and are still to be read.

    What a pipe holds at first depends on how its writer writes, so the head is waited for.
    """

    def __init__(self, source: Source, size: int) -> None:
        self._source = source
        self.head = self._held = source.read(size)

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, into: WriteableBuffer, /) -> int:
        """Read what is there into a buffer; return how many bytes that is."""
        view = memoryview(into)
        block = self._held[: len(view)] or self._source.read1(len(view))
        self._held = self._held[len(view) :]
        view[: len(block)] = block
        return len(block)


class Lined(io.RawIOBase):
    """A stream in which LF, CR LF and CR (in the files of an old Mac, or of a Mac's Excel) are all LF."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._returned = False

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, into: WriteableBuffer, /) -> int:
        """Read what is there into a buffer; return how many bytes that is."""
        view = memoryview(into)
        while block := self._source.read1(len(view)):
            ends = self._ended(block)
            if ends:
                view[: len(ends)] = ends
                return len(ends)
        return 0

    def _ended(self, block: bytes) -> bytes:
        """Return a block with its line ends made one; what began with the last block's CR is not begun again."""
        behind, self._returned = self._returned, block.endswith(b"\r")
        if behind and block.startswith(b"\n"):
            block = block[1:]
        return ends_made_one(block)


def ends_made_one(text: bytes) -> bytes:
    r"""Return a text in which every line ends at LF.

    >>> ends_made_one(b"one\rtwo\r\nthree\n")
    b'one\ntwo\nthree\n'
    """
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text
