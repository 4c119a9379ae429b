"""How much a word or a surname identifies: bits, from the counts that `bench/frequencies.py` makes of DBLP."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from sources.text import STOP_WORDS

# What a word or a surname outside the tables weighs: a little more than the rarest that the tables keep.
UNLISTED_WORD = 12.0
UNLISTED_SURNAME = 14.5


@cache
def _table(name: str) -> dict[str, float]:
    """Return one table of `reconcile/data` as word -> bits."""
    text = (Path(__file__).parent / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {word: float(bits) for word, bits in rows}


@lru_cache(maxsize=1 << 16)
def of_word(word: str) -> float:
    """Return the bits of a folded title word; a stop word has none, a lone letter little."""
    if word in STOP_WORDS:
        return 0.0
    return min(_table("title_words").get(word, UNLISTED_WORD), 4.0 if len(word) == 1 else UNLISTED_WORD)


def is_listed(word: str) -> bool:
    """Say whether a folded word stands in many titles: a stop word, or one that the table has."""
    return word in STOP_WORDS or word in _table("title_words")


@lru_cache(maxsize=1 << 16)
def of_surname(surname: str) -> float:
    """Return the bits of a folded surname."""
    return _table("surnames").get(surname, UNLISTED_SURNAME)


def is_surname(word: str) -> bool:
    """Say whether a folded word is one of the common surnames that the table has."""
    return word in _table("surnames")
