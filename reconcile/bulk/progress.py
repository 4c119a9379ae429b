"""What a caller may be told while a match goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`begin` is told the bytes of the input (None: nobody knows) and the rows that an earlier run had done.

    `step` is told, after each batch, how many rows it had and how many bytes of the input had been read for it.
    `tell` is told, in a sentence, what becomes of the lines of an earlier run that was stopped, and of ids that stand
    in several rows.
    """

    begin: Callable[[int | None, int], None] = lambda _size, _done: None
    step: Callable[[int, int], None] = lambda _rows, _place: None
    tell: Callable[[str], None] = lambda _sentence: None
