"""A line of print, and what stands between it and the next one, by where they begin and end.

Coordinates are those of PDF: points, y grows upwards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reconcile.documents.pages.extracted import Piece
from reconcile.documents.printed.wraps import is_set


class Cell(NamedTuple):
    """A place in a table: the row, counted through the document, the column, and how many columns there are."""

    row: int
    column: int
    columns: int


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its pieces, the page it is on, the box around it, and where in a table it stands, if in one.

    `beside` is where the text begins that stands to the right of a date, 0 where none does, `white` how far from it,
    in heights; `begins` whether the line is the first of an entry in such a column.
    """

    pieces: tuple[Piece, ...]
    page: int
    left: float
    bottom: float
    right: float
    top: float
    size: float = 0.0
    cell: Cell | None = None
    beside: float = 0.0
    white: float = 0.0
    begins: bool = False

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def height(self) -> float:
        """The height of the box, about the size of the font."""
        return max(1.0, self.top - self.bottom)


# How far lines reach to the right, by their page and about where they begin (`COLUMN`).
Margins = Mapping[tuple[int, int], float]

# Lines of one column begin this near each other at most, in points: half an inch.
COLUMN = 36
# A full line has more characters than this; a list of short ones has no full line.
_FULL = 30
# Sizes that differ by less, as a share of the larger, are those of one text: small capitals, and rounding.
_SAME_SIZE = 0.05
# An address or DOI that breaks off where typesetting breaks them, and how it goes on.
_ADDRESS = re.compile(r"(?:https?:|\b10\.\d{4,9}/\S*|https?://\S*|\bdoi\.org/\S*)(?<=[-/:._=&?#])$")
_LONGEST_END = 300
_ADDRESS_GOES_ON = re.compile(r"[/a-z\d(]")
_CLOSING = tuple(",.;:)")


def margins_of(lines: Sequence[Line]) -> Margins:
    """Return how far lines reach to the right by their page and about where they begin."""
    margins: dict[tuple[int, int], float] = {}
    for line in lines:
        begins = int(line.left // COLUMN)
        for near in (begins - 1, begins, begins + 1):
            margins[line.page, near] = max(margins.get((line.page, near), 0.0), line.right)
    return margins


def is_wrapped(before: Line, line: Line, margins: Margins) -> bool:
    """Return whether a line goes on with the one before because that was full: its first word had no room there."""
    if len(before.text) < _FULL:
        return False
    text = line.text.strip()
    word = len(text.split(None, 1)[0]) if text else 0
    room = margins[before.page, int(before.left // COLUMN)] - before.right
    return room < (word + 1) * (line.right - line.left) / max(1, len(text))


def between(before: Line, line: Line, margins: Margins) -> str:
    """Return what stands between two lines of a block: a space where the upper one was full, else a line break.

    Nothing where an address breaks off. A line break stays where people put one for what they say, however full the
    upper line is: titles, names and venues are put on lines of their own.
    """
    if not is_wrapped(before, line, margins) or _is_set_apart(before, line):
        return "\n"
    return "\n" if is_set(before.text.rstrip(), line.text.strip()) else within(before, line)


def within(before: Line, line: Line) -> str:
    """Return what stands between two lines of which the lower goes on with the upper: a space, mostly."""
    upper, lower = before.text.rstrip()[-_LONGEST_END:], line.text.strip()
    parted = _ADDRESS.search(upper.rpartition(" ")[2]) and _ADDRESS_GOES_ON.match(lower)
    return "" if parted or lower.startswith(_CLOSING) else " "


def _is_set_apart(before: Line, line: Line) -> bool:
    """Return whether two lines are of other sizes, or all of the upper is bold or in italics and the lower is not."""
    if abs(before.size - line.size) > _SAME_SIZE * before.size:
        return True
    kinds = [{style.kind for style in piece.styles} for piece in before.pieces if piece.text.strip()]
    first = next(({style.kind for style in piece.styles} for piece in line.pieces if piece.text.strip()), set())
    return any(all(kind in found for found in kinds) and kind not in first for kind in ("strong", "emphasis"))
