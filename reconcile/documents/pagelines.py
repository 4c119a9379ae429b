"""Lines of print to blocks: what belongs together on the pages of a PDF, by position and size alone.

Coordinates are those of PDF: points, y grows upwards.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from reconcile.documents.block import Kind
from reconcile.documents.extracted import Draft, Piece
from reconcile.documents.labels import label_end


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its pieces, the page it is on, and the box around it."""

    pieces: tuple[Piece, ...]
    page: int
    left: float
    bottom: float
    right: float
    top: float
    size: float = 0.0

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def height(self) -> float:
        """The height of the box, about the size of the font."""
        return max(1.0, self.top - self.bottom)


_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite)?\s?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:of|/|von)\s?\d{1,4})?$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010\u2011\ufffe\x02]$")
_SOFT = "\u00ad\ufffe\x02"
_WORD_START = re.compile(r"([^\W\d_]+)\S*")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A gap larger than the usual leading by this factor ends a block: 1.2 lines apart is ordinary, 1.5 a paragraph.
_GAP = 1.3
# A change of size by this factor starts or ends a heading.
_LARGER = 1.15
# A line this far left of the one before it (in heights) has come back from a hanging indent.
_OUTDENT = 0.8
# Running heads stand on this share of the pages.
_SHARE = 0.5


def drafts_of(pages: Sequence[Sequence[Line]]) -> Iterator[Draft]:
    """Return the blocks of a document's pages."""
    lines = [line for page in without_running_heads(pages) for line in page]
    lines = joined_words(lines)
    leading = _leading(lines)
    size = median([line.size for line in lines]) if lines else 1.0
    block: list[Line] = []
    for line in lines:
        if block and _starts_block(block, line, leading):
            yield _draft(block, size)
            block = []
        block.append(line)
    if block:
        yield _draft(block, size)


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers and without what stands at the head or foot of most of them."""
    counts = Counter(key for page in pages for key in {_running(line) for line in _edges(page)})
    needed = max(2, _SHARE * len(pages))
    kept = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        kept.append(
            [
                line
                for line in page
                if id(line) not in edges
                or not (_PAGE_NUMBER.match(line.text.strip()) or (len(pages) > 1 and counts[_running(line)] >= needed))
            ]
        )
    return kept


def _edges(page: Sequence[Line]) -> list[Line]:
    """Return the two highest and the two lowest lines of a page."""
    by_height = sorted(page, key=lambda line: -line.bottom)
    return [*by_height[:2], *by_height[-2:]] if len(page) > 4 else [*by_height[:1], *by_height[-1:]]


def _running(line: Line) -> tuple[str, int]:
    """Return what a line at a page's edge has in common with that of other pages: text without numbers, and place."""
    return _DIGITS.sub("#", line.text.strip()), round(line.bottom / 5)


def joined_words(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with words that were parted at a line end made whole.

    A hyphen stays where the document has the hyphenated word elsewhere, or both halves but not the whole.
    """
    counts = Counter(word.casefold() for line in lines for word in _WORDS.findall(line.text))
    parted = {at: parts for at in range(len(lines) - 1) if (parts := _parts(lines[at], lines[at + 1]))}
    counts.subtract(part[1].casefold() for parts in parted.values() for part in parts)
    known = {word for word, count in counts.items() if count > 0}
    made = list(lines)
    for at, (tail, head) in parted.items():
        keeps = _keeps_hyphen(tail[1].casefold(), head[1].casefold(), known) and tail[0][-1] not in _SOFT
        moved = ("-" if keeps else "") + head[0]
        last = made[at].pieces[-1]
        stem = last.text.rstrip()
        made[at] = replace(made[at], pieces=(*made[at].pieces[:-1], last._replace(text=stem[:-1] + moved)))
        made[at + 1] = replace(made[at + 1], pieces=_cut(made[at + 1].pieces, len(head[0])))
    return [line for line in made if line.text.strip()]


def _parts(upper: Line, lower: Line) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return the two halves of a word that is parted between two lines."""
    tail, head = _HYPHEN.search(upper.text.rstrip()), _WORD_START.match(lower.text)
    return (tail, head) if tail and head and head[1][0].islower() else None


def _keeps_hyphen(tail: str, head: str, known: set[str]) -> bool:
    if f"{tail}-{head}" in known:
        return True
    return tail + head not in known and tail in known and head in known


def _cut(pieces: Sequence[Piece], count: int) -> tuple[Piece, ...]:
    """Return pieces without their first `count` characters and the space after them."""
    kept = []
    for piece in pieces:
        taken = min(count, len(piece.text))
        count -= taken
        kept.append(piece._replace(text=piece.text[taken:]))
    return tuple(_stripped([piece for piece in kept if piece.text]))


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance from line to line: a low quartile, for on some pages most lines end an entry."""
    steps = sorted(
        before.bottom - line.bottom
        for before, line in itertools.pairwise(lines)
        if before.page == line.page and before.bottom - line.bottom > 0.5 * line.height
    )
    return steps[len(steps) // 4] if steps else 12.0


def _starts_block(block: Sequence[Line], line: Line, leading: float) -> bool:
    """Return whether a line starts a block rather than continuing the open one."""
    first, before = block[0], block[-1]
    if _labelled(line):
        return True
    if max(line.size, before.size) > _LARGER * min(line.size, before.size):
        return True
    if line.page != before.page or line.bottom > before.bottom + before.height:
        return not _continues(before, line)
    if before.bottom - line.bottom > _GAP * leading:
        return True
    hangs = len(block) > 1 and before.left > first.left + _OUTDENT * first.height
    return hangs and abs(line.left - first.left) < _OUTDENT * first.height


def _continues(before: Line, line: Line) -> bool:
    """Return whether a line at the head of a page or column goes on with the sentence before it."""
    tail, head = before.text.rstrip()[-1:], line.text.lstrip()[:1]
    return (head.islower() and tail not in ".!?") or tail in ",-–"


def _labelled(line: Line) -> bool:
    text = line.text.strip()
    return 0 < label_end(text) < len(text)


def _draft(block: Sequence[Line], size: float) -> Draft:
    pieces = []
    for number, line in enumerate(block):
        pieces += [Piece("\n")] if number else []
        pieces += line.pieces
    text = "".join(piece.text for piece in pieces).strip()
    large = block[0].size > _LARGER * size and len(block) == 1 and len(text) < 80
    if large:
        return Draft(Kind.HEADING, tuple(pieces), 0)
    label = label_end(text)
    hangs = len(block) > 1 and all(line.left > block[0].left + _OUTDENT * block[0].height for line in block[1:])
    if label and "\n" not in text[:label]:
        stripped = _cut(_stripped(pieces), label)
        return Draft(Kind.ITEM, stripped, 1)
    return Draft(Kind.ITEM if hangs else Kind.PARAGRAPH, tuple(pieces), 1 if hangs else 0)


def _stripped(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without space before the first character."""
    for at, piece in enumerate(pieces):
        if piece.text.strip():
            return [piece._replace(text=piece.text.lstrip()), *pieces[at + 1 :]]
    return list(pieces)
