"""How deep the parts of a mail stand in one another, before the library takes them apart.

It looks at every line once for each part that is open there, and goes one call deeper: so what is made to take long is
known by its headers alone. Boundaries are read by the library itself, so that both see the same parts.
"""

from __future__ import annotations

import re
from email.message import Message
from email.parser import BytesHeaderParser

_MOST_DEEP = 200  # parts in one another: a hundred mails, each forwarded with the one before
_MOST_BLOCKS = 5000  # of headers that say what a part holds
_MOST_LOOKS = 10_000_000  # at lines, for all parts that are open there: two seconds
_HEADER = re.compile(rb"[!-9;-~]{1,200}:|[ \t]|From ")
_HOLDS = re.compile(rb"^content-type:\s*(?:multipart|message)", re.IGNORECASE | re.MULTILINE)
_TYPED = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)
_DIGEST = "multipart/digest"  # whose parts are mails where they do not say what they are
_NO_MULTIPART = b""
_HEADERS = BytesHeaderParser()


class _Walk:
    """The parts that are open at a line: the boundary of each that has one, and whether it is a digest."""

    def __init__(self) -> None:
        self.open: list[tuple[bytes, bool]] = []
        self.block: list[bytes] | None = []  # the headers that are being read
        self.blocks = 0

    def read(self, line: bytes) -> None:
        """Go on by a line."""
        if line.startswith(b"--") and self.open and self._ends(line[2:].rstrip(b" \t")):
            return
        if self.block is None:
            return
        if line and _HEADER.match(line):
            self.block.append(line)
            return
        self._opens(b"\n".join(self.block))
        if line and self.block is not None:
            self.block = None  # no header, but the first line of what the part says

    def _ends(self, boundary: bytes) -> bool:
        """Whether a line is the seam of an open part, before the next part of it or behind its last."""
        for at in range(len(self.open) - 1, -1, -1):
            name = self.open[at][0]
            if name and boundary in (name, name + b"--"):
                last = boundary != name
                del self.open[at + (not last) :]
                self.block = None if last else []
                return True
        return False

    def _opens(self, block: bytes) -> None:
        """Open the part that headers tell of."""
        in_digest = bool(self.open) and self.open[-1][1]
        self.block = None
        if in_digest and not _TYPED.search(block):
            self.open.append((_NO_MULTIPART, False))
            self.block = []
        elif _HOLDS.search(block):
            self.blocks += 1
            part = _HEADERS.parsebytes(block)
            if part.get_content_maintype() == "message":
                self.open.append((_NO_MULTIPART, False))
                self.block = []
            elif boundary := _boundary(part):
                self.open.append((boundary, part.get_content_type() == _DIGEST))


def _boundary(part: Message) -> bytes:
    try:
        return (part.get_boundary() or "").encode("ascii", "surrogateescape")
    except (LookupError, TypeError, ValueError):  # which the library meets again
        return _NO_MULTIPART


def is_too_deep(content: bytes) -> bool:
    r"""Say whether so many parts of a mail stand in one another that it takes long to take them apart.

    >>> is_too_deep(b"Content-Type: message/rfc822\n\n" * 3), is_too_deep(b"Content-Type: message/rfc822\n\n" * 300)
    (False, True)
    """
    walk = _Walk()
    looks = 0
    for line in content.splitlines():
        walk.read(line)
        looks += len(walk.open)
        if len(walk.open) > _MOST_DEEP or walk.blocks > _MOST_BLOCKS or looks > _MOST_LOOKS:
            return True
    return False
