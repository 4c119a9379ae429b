"""References within the sentences of a report: in brackets, whole, `a result (A. Bee, "Wool", Gull J. 3, 2022)`."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.extract.likeness import Likeness, likeness

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
