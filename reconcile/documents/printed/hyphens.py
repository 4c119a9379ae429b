"""Words that were parted at a line end, in text that was taken from a printed page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_HYPHEN = re.compile(r"(\w+)([-\u00ad\u2010\u2011\ufffe\x02–—])$")
_SOFT = "\u00ad\ufffe\x02"
_DASHES = "–—"
# Words before and after which a hyphen at a line end is the author's own, where the other half has three letters.
_FIRST = frozenset({"self"})
_SECOND = frozenset(
    "agnostic art aware based centric dependent driven free guided invariant level oriented scale shot specific"
    " supervised time trained".split()
)
_WORD_START = re.compile(r"(\w+)\S*")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def parted_words(rows: Sequence[str], *, whole: bool = False) -> dict[int, tuple[str, int]]:
    """Return by row what takes the place of the hyphen at its end, and how many characters the next row loses.

    A hyphen stays where no hyphenation puts one (after one letter or an acronym, before a capital or a number), and
    where the document has the hyphenated word elsewhere, or both halves but not the whole. Where rows hold `whole`
    words, for what set them does not hyphenate, every hyphen stays.

    >>> parted_words(["On charac-", "teristics of Pseudo-", "Label nets"])
    {0: ('teristics', 9), 1: ('-Label', 5)}
    """
    parted = {at: parts for at in range(len(rows) - 1) if (parts := _parts(rows[at], rows[at + 1]))}
    if not parted:
        return {}
    counts = Counter(word.casefold() for row in rows for word in _WORDS.findall(row))
    counts.subtract(part[1].casefold() for parts in parted.values() for part in parts)
    known = {word for word, count in counts.items() if count > 0}
    made = {}
    for at, (tail, head) in parted.items():
        sign = tail[2] if tail[2] in _DASHES else "-"
        drops = sign == "-" and not whole and (tail[2] in _SOFT or _is_hyphenated(tail[1], head[1], known))
        made[at] = (("" if drops else sign) + head[0], len(head[0]))
    return made


def _parts(upper: str, lower: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return the two halves of a word or range that is parted between two rows; numbers part from numbers only."""
    upper = upper.rstrip()
    tail, head = _HYPHEN.search(upper[-100:]), _WORD_START.match(lower)
    if not tail or not head:
        return None
    numbers = tail[1].isdigit(), head[1].isdigit()
    if numbers == (True, False) or (tail[2] in _DASHES and not all(numbers)):
        return None
    return tail, head


def _is_hyphenated(tail: str, head: str, known: set[str]) -> bool:
    """Return whether what sets text has put the hyphen between two halves of a word."""
    capitals = tail.isupper() and head.isupper()
    if len(tail) == 1 or not tail.isalpha() or not (capitals or (head[0].islower() and not tail.isupper())):
        return False
    tail, head = tail.casefold(), head.casefold()
    if (tail in _FIRST or head in _SECOND) and len(tail) > 2 and len(head) > 2:
        return False
    if f"{tail}-{head}" in known:
        return False
    return tail + head in known or tail not in known or head not in known
