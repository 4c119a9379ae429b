"""Stretches of text with their markup, and the one place where they are put together and cleaned.

Every reader turns its format into runs; `assemble` makes of them the text, marks and lines of a block.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from reconcile.documents.blocks.block import Block, Kind, Mark
from reconcile.documents.blocks.encoding import Lines


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """One piece of markup around text: `strong`, `emphasis`, `badge`, `code` or `link` (with its address)."""

    kind: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text on one source line under the same markup; a newline in it ends the line."""

    text: str
    line: int
    styles: tuple[Style, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Clean text with its marks, the source line on which each of its lines starts, and the last of all."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    lines: tuple[int, ...] = ()
    last: int = 0


# Characters without width: soft hyphen, zero-width space and joiners, direction marks, word joiner, BOM.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f"
# Emoji and pictographs, dingbats that are no author marks, icon fonts' private use, and the replacement character.
_DECORATION = "\U0001f000-\U0001faff\U000e0000-\U000e007f\u2600-\u2604\u260e\u260f\u2614-\u2619\u26a0-\u26ff"
_DECORATION += "\u2700-\u2712\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2757\u2763\u2764\u27a1"
_DECORATION += "\u231a\u231b\u23e9-\u23ff\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u20e3\ue000-\uf8ff\ufffd"
_NOISE = re.compile(f"[{_INVISIBLE}{_DECORATION}]")
_SPACES = re.compile(r"[^\S\n]+")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u2028": " ", "\u2029": " "}
)
_DEAD_LINK = re.compile(r"#|javascript:|about:blank", re.IGNORECASE)


def clean(text: str) -> str:
    """Return `text` without zero-width characters, soft hyphens, emoji and ligatures, spaces made one.

    >>> clean("🔥  Ef\u00adﬁcient\u00a0 Nets")
    ' Efficient Nets'
    """
    if not text.isascii():
        text = _NOISE.sub("", text).translate(_LIGATURES)
    return _SPACES.sub(" ", text)


def live_url(url: str) -> str:
    """Return the address of a link, empty where it leads nowhere (`#`, `javascript:`)."""
    url = url.strip()
    return "" if _DEAD_LINK.match(url) else url


@dataclass(slots=True)
class _Assembly:
    """The text being put together: no space after a space, none at either end of a line."""

    rows: list[list[str]] = field(default_factory=lambda: [[]])
    lines: list[int] = field(default_factory=lambda: [0])
    opened: dict[Style, tuple[int, int]] = field(default_factory=dict)
    length: int = 0
    last: int = 0
    blank: bool = True

    def add(self, piece: str, run: Run) -> None:
        if self.blank:
            piece = piece.lstrip(" ")
        if not piece:
            return
        if not self.rows[-1]:
            self.lines[-1] = run.line
        if piece != " ":
            self.last = max(self.last, run.line)
        start = self.length
        self.rows[-1].append(piece)
        self.length += len(piece)
        self.blank = piece.endswith(" ")
        for style in run.styles:
            self.opened[style] = (self.opened.get(style, (start, 0))[0], self.length)

    def end_line(self) -> None:
        if self.rows[-1] and self.rows[-1][-1].endswith(" "):
            self.rows[-1][-1] = self.rows[-1][-1][:-1]
            self.length -= 1
        if "".join(self.rows[-1]):
            self.rows.append([])
            self.lines.append(0)
            self.length += 1
        else:
            self.rows[-1].clear()
        self.blank = True


def assemble(runs: Iterable[Run]) -> Reading:
    """Return the clean text of `runs`; empty lines and spaces at line ends are dropped, marks point into it."""
    made = _Assembly()
    for run in runs:
        pieces = clean(run.text).split("\n")
        for number, piece in enumerate(pieces):
            if number:
                made.end_line()
            made.add(piece, run)
    made.end_line()
    rows = ["".join(row) for row in made.rows]
    text = "\n".join(rows).rstrip("\n")
    marks = (_mark(text, style, *span) for style, span in made.opened.items())
    kept = tuple(sorted(mark for mark in marks if mark))
    return Reading(text, kept, tuple(made.lines[: text.count("\n") + 1]), made.last)


def _mark(text: str, style: Style, start: int, end: int) -> Mark | None:
    """Return the mark of a style over text[start:end] without space at its ends; None where nothing is left."""
    end = min(end, len(text))
    while start < end and text[start] in " \n":
        start += 1
    while start < end and text[end - 1] in " \n":
        end -= 1
    return Mark(start, end, style.kind, style.url) if start < end else None


def pieces(reading: Reading, cuts: Sequence[tuple[int, int, int]]) -> Iterator[Reading]:
    """Yield the pieces of a reading, each from its first line to before its last, less some characters at its start.

    Lines count from 0; the cuts stand in the order of the text and share no line.
    """
    rows = reading.text.split("\n")
    offsets = (0, *accumulate(len(row) + 1 for row in rows))
    starts = [offsets[first] + skip for first, _, skip in cuts]
    ends = [max(start, offsets[last] - 1) for start, (_, last, _) in zip(starts, cuts, strict=True)]
    marks: list[list[Mark]] = [[] for _ in cuts]
    for mark in reading.marks:
        for at in range(bisect_right(ends, mark.start), bisect_left(starts, mark.end)):
            start, end = max(mark.start, starts[at]), min(mark.end, ends[at])
            marks[at].append(replace(mark, start=start - starts[at], end=end - starts[at]))
    for (first, last, _), start, end, within in zip(cuts, starts, ends, marks, strict=True):
        ended = reading.last if last >= len(reading.lines) else max(reading.lines[last - 1], reading.lines[last] - 1)
        yield Reading(reading.text[start:end], tuple(within), reading.lines[first:last], ended)


def block_of(kind: Kind, reading: Reading, lines: Lines, level: int = 0) -> Block | None:
    """Return the block of a reading, or None where it is empty."""
    if not reading.text:
        return None
    first, last = min(reading.lines), max(*reading.lines, reading.last)
    return Block(kind, first, last, reading.text, excerpt(reading, lines), level, reading.marks, reading.lines)


# Source lines may be verbatim this much longer than the text read from them: below a page, above any one entry.
_ROOM = 4000


def excerpt(reading: Reading, lines: Lines) -> str:
    """Return the source lines of a reading; the text itself where a line holds a whole page (minified HTML)."""
    first, last = min(reading.lines), max(*reading.lines, reading.last)
    if sum(len(row) + 1 for row in lines.raw[first - 1 : last]) > _ROOM + 10 * len(reading.text):
        return reading.text
    return lines.source(first, last)
