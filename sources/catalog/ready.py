"""What a catalogue keeps of a record, made ready without a `Record` in between.

`plain_dblp` and `plain_anthology` make it of the plain entries of their dumps, with the same bytes as `rows.pack` and
`terms.terms_of` make of their records, DBLP's in a quarter of the time and the Anthology's in two thirds, parsing and
all; all other entries they give as records.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, cast

# Of more authors the terms are only some (`terms_of`), and no longer title is a plain one.
MOST_AUTHORS = 30
LONGEST_TITLE = 1000


class Ready(NamedTuple):
    """What a catalogue keeps of an entry: its row, words and keys (`terms_of`), and its year, 0 if not said.

    `key` is the source's own.
    """

    row: bytes
    words: str
    keys: tuple[str, ...]
    year: int
    key: str


# Ready(…) is a function written in Python that does no more.
new_ready = partial(
    cast(Callable[[type[Ready], tuple[bytes, str, tuple[str, ...], int, str]], Ready], tuple.__new__), Ready
)


def words_in(folded: str, names: Sequence[str], year: int | None) -> str:
    """Return the words of an entry, its title and its names folded, as `terms_of` does."""
    joined = " ".join([name for name in names if name])
    return f"{folded} {joined} {year}" if year else f"{folded} {joined}"
