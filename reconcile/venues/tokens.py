"""A venue text as words: each with its class, its place, and what stands between it and the word before."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from reconcile.venues.table import SKIPPED, SPONSORS, index, stem

MAX_TEXT = 2000  # characters read of a venue text; the longest booktitle in DBLP has under 500

_WORD = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"([^\W\d_]{3,})((?:19|20)?\d\d)")
_CONTRACTED = re.compile(r"\b([Ii]nt|[Nn]at)['\u2019]l\b")
# A star is a footnote's or the markup's, but in the name of one meeting: `*SEM`.
_NOISE = re.compile(r"[{}\u200b\ufeff]|\*(?!SEM\b)|\\(?=[&_%#$])|&amp;|\s+")
_INVERTED = re.compile(r"\b(?:on|of|in|for)[\s.,]*$", re.IGNORECASE)
# What ends a name: any mark but the slash and hyphen that join words, an ampersand, an apostrophe, a mere space.
_EDGE = re.compile(r"[,.;:()\[\]|!?\"\u201c\u201d\u201e\u2013\u2014@<>\u00b7\u2022=]|\s-+\s")

_ORDINALS = frozenset(
    "first second third fourth forth fifth sixth seventh eighth ninth tenth eleventh twelfth twelveth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth"
    " eight nineth twelve twenty thirty forty fifty sixty".split()
)
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|e|er|eme|ème|ª|º)?|[ivxl]{1,7}", re.IGNORECASE)


class Token(NamedTuple):
    """A word: `raw` as written, `stem` its class, `start` and `end` in the cleaned text, `gap` what precedes it."""

    raw: str
    stem: str
    start: int
    end: int
    gap: str

    @property
    def skipped(self) -> bool:
        """Whether the word comes and goes in citations (articles, `international`, `annual`)."""
        return self.raw.casefold() in SKIPPED

    @property
    def after_edge(self) -> bool:
        """Whether a mark stands before the word that ends a name."""
        return has_edge(self.gap)

    @property
    def counted(self) -> bool:
        """Whether the word is an ordinal or a number."""
        return is_ordinal(self.raw)


@lru_cache(maxsize=4096)
def has_edge(gap: str) -> bool:
    """Say whether the marks between two words end a name: `, ` does, `-` and `/` do not."""
    return len(gap) > 0 and _EDGE.search(gap) is not None


def has_break(gap: str) -> bool:
    """Say whether a text breaks off between two words."""
    return "…" in gap or "..." in gap


@lru_cache(maxsize=16384)
def is_ordinal(raw: str) -> bool:
    """Say whether a word is a number or an ordinal, in figures, letters or Roman figures."""
    return raw.casefold() in _ORDINALS or _ORDINAL.fullmatch(raw) is not None or (raw.isdigit() and len(raw) == 4)


@lru_cache(maxsize=16384)
def is_capitals(raw: str) -> bool:
    """Say whether a word is an acronym by its look (`ICCV`, `SafeAI`), or a sponsor."""
    return sum(map(str.isupper, raw)) >= 2 or raw.casefold() in SPONSORS


def clean(text: str) -> str:
    """Return the text on one line, without TeX braces and other marks that carry nothing.

    >>> clean("Findings of {EMNLP}  2023")
    'Findings of EMNLP 2023'
    """
    plain = _NOISE.sub(lambda found: {"&amp;": "&"}.get(found[0], " " if found[0].isspace() else ""), text[:MAX_TEXT])
    return _CONTRACTED.sub(r"\1l", plain).strip()


def turned(text: str) -> str:
    """Turn `Computer Design (ICCD), 2015 33rd IEEE International Conference on` into reading order."""
    ending = _INVERTED.search(text)
    if ending is None:
        return text
    name, _, head = text[: ending.end()].rstrip(" .,").rpartition(",")
    return f"{head.strip()} {name.strip()}" if name else text


@lru_cache(maxsize=16384)
def _parts(raw: str) -> tuple[str, ...]:
    """Part a year from the acronym it is glued to: `ICCV2021`, `ICML21`; other words stay whole."""
    found = _GLUED.fullmatch(raw)
    if found is None or stem(raw) in index().aliases:
        return (raw,)
    base = stem(found[1])
    known = base in index().aliases or base.removesuffix("w") in index().aliases
    return (found[1], found[2]) if known else (raw,)


def tokenise(text: str) -> tuple[Token, ...]:
    """Return the words of a cleaned text."""
    tokens = []
    last = 0
    for found in _WORD.finditer(text):
        at = found.start()
        for raw in _parts(found[0]):
            if known := stem(raw):  # an apostrophe may be a letter of Unicode's, and is none of a word's
                tokens.append(Token(raw, known, at, at + len(raw), text[last:at]))
                last = at + len(raw)
            at += len(raw)
    return tuple(tokens)
