"""A list of JSON taken apart into its items, of which one may be broken, without holding the list."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator

from reconcile.arguments import InputError
from reconcile.streaming.decoding import Stream, without_mark
from reconcile.streaming.lines import Line
from reconcile.streaming.rows import LONGEST_OBJECT

_CHUNK = 1 << 18
_SPACE = re.compile(r"[ \t\r\n]*")
_BETWEEN = re.compile(r"[ \t\r\n,]*")
_LONGEST_INDENT = 1_000
_MOST_PASSED = 1 << 14
# What breaks off may read on as something else: `-Infinity`, `\\ud83d\\ude00`, and a text without its end.
_MAY_GO_ON = 16
_UNENDED = "Unterminated string"


def items(stream: Stream, name: str) -> Iterator[Line]:
    """Yield the items of a list as bytes, from 1; several lists, one behind the other, are read as one.

    An item that is no valid JSON is given as it stands, and ends where a line begins as its own does, with an object
    or the end of the list. Raises InputError where there is no such line, where the list is not closed, where
    something else stands behind it, and where there is no list.
    """
    text = _Text(stream)
    if not text.next_char():
        return
    if text.next_char() != "[":
        raise InputError(
            f"{name}: the JSON is no list; give a list of objects, or one object a line with --format jsonl"
        )
    number = 0
    while text.next_char() == "[":
        text.at += 1
        while (char := text.next_char(_BETWEEN)) and char != "]":
            number += 1
            item = text.item()
            yield number, item
            if text.lost:
                raise InputError(
                    f"{name}: item {number} of the list is no valid JSON, and where the next one begins cannot be told;"
                    " mend it, or give one object a line with --format jsonl"
                )
        if not char:
            raise InputError(f"{name}: the list is not closed and breaks off behind item {number}; fetch it anew")
        text.at += 1
    if text.next_char():
        raise InputError(f"{name}: something else stands behind item {number}, the last of the list; take it out")


class _Text:
    """Characters of a stream, of which no more is held than the item being read.

    `lost` says that an item was no valid JSON and that no other was found behind it.
    """

    def __init__(self, stream: Stream) -> None:
        self.at = 0
        self.lost = False
        self._fault = 0
        self._indent = ""
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._scanner = json.JSONDecoder()
        self._buffer = self._decoder.decode(without_mark(stream.read(_CHUNK)))

    def next_char(self, passed: re.Pattern[str] = _SPACE) -> str:
        """Return the next character that is none of those passed over, empty at the end."""
        before = ""
        while True:
            run = passed.match(self._buffer, self.at)
            assert run is not None  # noqa: S101 -- it may be empty
            before, self.at = (before + run[0])[-_LONGEST_INDENT:], run.end()
            if self.at < len(self._buffer) or not self._fill(_CHUNK):
                break
        _, begun, indent = before.rpartition("\n")
        if begun:
            self._indent = indent.partition(",")[0]
        return self._buffer[self.at : self.at + 1]

    def item(self) -> bytes:
        """Return the item that begins here, as it stands where it is no valid JSON."""
        if self.at > _MOST_PASSED:  # a fault's line is counted from the start of what is held
            self._buffer, self.at = self._buffer[self.at :], 0
        end, may_grow = self._end()
        wanted = _CHUNK
        while may_grow and self._more(wanted):
            end, may_grow = self._end()
            wanted *= 2  # so that a long item is not read from its start too often
        end = self._next_line() if end is None else end
        piece, self.at = self._buffer[self.at : end], end
        return piece.encode("utf-8", "surrogatepass")

    def _end(self) -> tuple[int | None, bool]:
        """Return where the item ends that begins here, None where it has a `_fault`, and whether more may mend that."""
        try:
            end = self._scanner.raw_decode(self._buffer, self.at)[1]
        except json.JSONDecodeError as fault:
            self._fault = fault.pos
            return None, fault.msg.startswith(_UNENDED) or fault.pos > len(self._buffer) - _MAY_GO_ON
        except RecursionError:
            self._fault = len(self._buffer)
            return None, True
        return end, end == len(self._buffer)  # a number may go on

    def _next_line(self) -> int:
        """Return where the line ends behind which the next item begins, or the list ends, after one with a fault."""
        begins = re.compile(rf"\n(?={re.escape(self._indent)}(?:,[ \t]*)?\{{|\](?!,))")
        passed = max(self.at, self._buffer.rfind("\n", self.at, self._fault)) - self.at
        wanted = _CHUNK
        while (found := begins.search(self._buffer, self.at + passed)) is None:
            if not self._more(wanted):
                self.lost = True
                return len(self._buffer)
            wanted *= 2
        return found.start()

    def _more(self, size: int) -> bool:
        return len(self._buffer) - self.at < LONGEST_OBJECT and self._fill(size)

    def _fill(self, size: int) -> bool:
        """Read on, and say whether there was more; what is before this place is forgotten then."""
        more = self._stream.read(size)
        text = self._decoder.decode(more, final=not more)
        if not text and not more:
            return False
        self._buffer, self.at = self._buffer[self.at :] + text, 0
        return True
