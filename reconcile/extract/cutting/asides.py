"""References within running sentences: whole ones in brackets, and books that a person says are theirs.

`a result (A. Bee, "Wool", Gull J. 3, 2022)`; `my first book, *Wool in Wales* (Cardiff: Gull Press, 2018), was …`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.documents.blocks.block import Mark
from reconcile.extract.looks.likeness import Likeness, likeness
from reconcile.extract.words import cues

_LEAST = 60  # characters of a reference that is whole
_LONGEST = 600
_WORDS = 25  # of a text that is more than an entry with its brackets


def cited_within(text: str) -> list[tuple[int, int]]:
    """Return where whole references stand in the brackets of running text; nothing where the text itself is one.

    >>> said = "We counted every sheep of the valley for nine years, longer than anybody before us, and nobody slept"
    >>> told = f'{said} (Bee A. & Dee C., "Nine years after: sheep in a valley", Gull Studies 688: 41-58, 2022). ' * 2
    >>> [told[start : start + 6] for start, _ in cited_within(told)]
    ['Bee A.', 'Bee A.']
    """
    if text.count(" ") < _WORDS or "(" not in text or likeness(text).first:
        return []
    return [span for span in _brackets(text) if _is_whole(likeness(text[span[0] : span[1]]))]


# How a sentence says whose the book is that it names next.
_THEIRS = re.compile(
    r"\b(?:my|our|his|her|their)\s(?:[\w-]{1,20}\s){0,5}?"
    r"(?:books?|monographs?|volumes?|study|edition|collection|textbook)\b"
    r"|\b(?:author|editor|translator)s?\sof\b|\b(?:wrote|written|(?:co-?)?(?:authored|edited)|published|translated)\b",
    re.IGNORECASE,
)
_IMPRINT = re.compile(r"\s\((?=[^()\n]{0,80}[^\W\d_]{3})[^()\n]{3,100},\s(?:19|20)\d\d\)")
_BEFORE = 120  # characters before a title in which a sentence says whose it is


def authored_within(text: str, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return where running text names the books that a person wrote: a title in italics, its imprint in brackets.

    >>> said = "I have been counting sheep since I was young. My first book, Wool in Wales (Cardiff: Gull Press, 2018),"
    >>> told = f"{said} was read by many of the shepherds whom I had met on the way, and by some of their sheep."
    >>> [told[start:end] for start, end in authored_within(told, [Mark(61, 74, "emphasis")])]
    ['Wool in Wales (Cardiff: Gull Press, 2018)']
    """
    if text.count(" ") < _WORDS or likeness(text).first:
        return []
    found: list[tuple[int, int]] = []
    for mark in marks:
        imprint = _IMPRINT.match(text, mark.end) if mark.kind in ("emphasis", "strong", "link") else None
        start = max(found[-1][1] if found else 0, mark.start - _BEFORE)
        if imprint and start <= mark.start and _THEIRS.search(_sentence(text[start : mark.start])):
            found.append((mark.start, imprint.end()))
    return [
        span for span in found if cues.HOUSE_AND_YEAR.search(text, *span) or likeness(text[slice(*span)]).venue >= 1
    ]


def _sentence(before: str) -> str:
    """Return the words of the last sentence."""
    return before.rpartition(". ")[2]


def _is_whole(like: Likeness) -> bool:
    """Whether a text begins with names and has a title, a year, and where it was published."""
    return like.first > 0 and like.title >= 1 and like.year and (like.pages or like.venue >= 1)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands in the outer brackets of a text and is as long as a reference."""
    depth, start = 0, 0
    for at, char in enumerate(text):
        if char == "(":
            depth += 1
            start = at + 1 if depth == 1 else start
        elif char == ")" and depth:
            depth -= 1
            if not depth and _LEAST <= at - start <= _LONGEST:
                yield start, at
