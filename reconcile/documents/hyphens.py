"""Words that were parted at a line end, in text that was taken from a printed page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_HYPHEN = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010\u2011\ufffe\x02]$")
_SOFT = "\u00ad\ufffe\x02"
_WORD_START = re.compile(r"([^\W\d_]+)\S*")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def parted_words(rows: Sequence[str]) -> dict[int, tuple[str, int]]:
    """Return by row what takes the place of the hyphen at its end, and how many characters the next row loses.

    A hyphen stays where the document has the hyphenated word elsewhere, or both halves but not the whole.

    >>> parted_words(["On charac-", "teristics of nets"])
    {0: ('teristics', 9)}
    """
    parted = {at: parts for at in range(len(rows) - 1) if (parts := _parts(rows[at], rows[at + 1]))}
    if not parted:
        return {}
    counts = Counter(word.casefold() for row in rows for word in _WORDS.findall(row))
    counts.subtract(part[1].casefold() for parts in parted.values() for part in parts)
    known = {word for word, count in counts.items() if count > 0}
    made = {}
    for at, (tail, head) in parted.items():
        keeps = _keeps_hyphen(tail[1].casefold(), head[1].casefold(), known) and tail[0][-1] not in _SOFT
        made[at] = (("-" if keeps else "") + head[0], len(head[0]))
    return made


def _parts(upper: str, lower: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return the two halves of a word that is parted between two rows."""
    upper = upper.rstrip()
    tail, head = _HYPHEN.search(upper[-100:]), _WORD_START.match(lower)
    return (tail, head) if tail and head and head[1][0].islower() else None


def _keeps_hyphen(tail: str, head: str, known: set[str]) -> bool:
    if f"{tail}-{head}" in known:
        return True
    return tail + head not in known and tail in known and head in known
