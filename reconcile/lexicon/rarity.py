"""How much a word or a surname identifies: bits, from the counts that `bench/frequencies.py` makes of DBLP."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import fsum
from pathlib import Path

from sources.text import STOP_WORDS

# What a word or a surname outside the tables weighs: a little more than the rarest that the tables keep.
UNLISTED_WORD = 12.0
UNLISTED_SURNAME = 14.5
_LETTER = 4.0  # the most that a lone letter weighs


@cache
def _table(name: str) -> dict[str, float]:
    """Return one table of `reconcile/data` as word -> bits."""
    text = (Path(__file__).parent.parent / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {word: float(bits) for word, bits in rows}


class _Words(dict[str, float]):
    """The bits of words, of those without a row too: a look into it is asked for each word of each title."""

    def __missing__(self, word: str) -> float:
        return _LETTER if len(word) == 1 else UNLISTED_WORD


@cache
def _words() -> _Words:
    listed = {
        word: min(bits, _LETTER if len(word) == 1 else UNLISTED_WORD) for word, bits in _table("title_words").items()
    }
    return _Words(listed | dict.fromkeys(STOP_WORDS, 0.0))


def of_word(word: str) -> float:
    """Return the bits of a folded title word; a stop word has none, a lone letter little."""
    return _words()[word]


def of_words(every: Iterable[str]) -> float:
    """Return the bits of folded words together, the same in whatever order they come."""
    return fsum(map(_words().__getitem__, every))


def is_listed(word: str) -> bool:
    """Say whether a folded word stands in many titles: a stop word, or one that the table has."""
    return word in _words()


def of_surname(surname: str) -> float:
    """Return the bits of a folded surname."""
    return _table("surnames").get(surname, UNLISTED_SURNAME)


def is_surname(word: str) -> bool:
    """Say whether a folded word is one of the common surnames that the table has."""
    return word in _table("surnames")
