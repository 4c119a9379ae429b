"""Reading ahead: the next pieces of a dump are unpacked in a thread while those before them are used."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Piece = TypeVar("Piece")


def read_ahead(pieces: Iterator[Piece], most: int) -> Generator[Piece]:
    """Yield the pieces, of which up to `most` are read before they are asked for; raise what reading them raises.

    None of them is None. Who does not read to the end closes it. Unpackers let other threads run meanwhile.
    """
    reader = ThreadPoolExecutor(1)
    try:
        waiting = deque(reader.submit(next, pieces, None) for _ in range(most))
        while (piece := waiting.popleft().result()) is not None:
            waiting.append(reader.submit(next, pieces, None))
            yield piece
    finally:
        reader.shutdown(cancel_futures=True)
