"""What texts of Word and of OpenDocument have in common: styles based on others, and tables that set a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from reconcile.documents.pages.extracted import Piece

LONGEST_CHAIN = 12  # styles that are based on each other; in a broken document in a circle
_MANY = 4  # a cell of more paragraphs is a column of the page
_REPEATED = 300  # characters of a cell that is repeated in the rows that it reaches over: a year or a venue

Pieces = tuple[Piece, ...]
Paragraph = TypeVar("Paragraph")


def is_column(paragraphs: Sequence[Paragraph], text: Callable[[Paragraph], str]) -> bool:
    """Say whether the paragraphs of a cell are so many that it is a column of the page."""
    return len(paragraphs) > _MANY and sum(bool(text(each).strip()) for each in paragraphs) > _MANY


def lines_of(paragraphs: Iterable[Iterable[Piece]]) -> Iterator[Piece]:
    """Yield the paragraphs of a cell as lines."""
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield Piece("\n")
        yield from paragraph


class Spanning:
    """The cells of a table that reach over several rows, each of them short, by their columns."""

    def __init__(self) -> None:
        self._above: dict[int, tuple[Pieces, int]] = {}

    def begin(self, column: int, pieces: Pieces, rows: int) -> Pieces:
        """Return the pieces of a cell that begins in a row and takes at most so many `rows`."""
        short = sum(len(piece.text) for piece in pieces) <= _REPEATED
        self._above[column] = pieces, rows - 1 if short else 0
        return pieces

    def go_on(self, column: int) -> Pieces | None:
        """Return the pieces of the cell that reaches into the next row; None where none does."""
        pieces, rows = self._above.get(column, ((), 0))
        if not rows:
            return None
        self._above[column] = pieces, rows - 1
        return pieces
