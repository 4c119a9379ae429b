"""The margin that mail programs draw down the side of what is quoted or forwarded: `> ` before every line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from reconcile.documents.blocks.labels import BULLETS
from reconcile.documents.printed.breaks import goes_on

Numbered = tuple[int, str]

_MARGIN = re.compile(r" ?(?:> ?){1,8}")
# Fewer lines one below the other are no quotation.
_FEWEST = 3
# How wide mail programs make the lines of a quotation, at least and at most.
_NARROWEST, _WIDEST = 50, 84
# So many lines of a quotation break off within a sentence where its width broke them.
_FEWEST_BROKEN = 2
# Behind these a line may end where somebody ended it.
_CLOSING = re.compile(r"[.?!\d)\]”\"»]\Z")
# How an item of a list begins.
_ITEM = re.compile(rf"(?:[*{BULLETS}-]|\(?\d{{1,3}}[.)]|\[\w{{1,6}}\])\s")


def without_margins(rows: Sequence[Numbered]) -> list[Numbered]:
    """Return the rows without the signs of a quotation, what is indented behind them still so.

    >>> [text for _, text in without_margins([(0, "> 1) A. Bee."), (1, ">    Sheep."), (2, ">"), (3, "> 2) C. Dee.")])]
    ['1) A. Bee.', '   Sheep.', '', '2) C. Dee.']
    """
    made: list[Numbered] = []
    for quoted, group in groupby(rows, key=lambda row: _MARGIN.match(row[1]) is not None):
        members = list(group)
        if quoted and len(members) >= _FEWEST:
            members = [(number, _MARGIN.sub("", text, count=1)) for number, text in members]
        made += members
    return made


def wrapped_quotations(rows: Sequence[Numbered]) -> frozenset[int]:
    """Return the numbers of quoted rows that go on in the next: the full ones, where full lines break off sentences.

    Each level of quoting has its own width, as the signs before a line are put there after it was broken.

    >>> said = ["Dear Ann, below is what the list of the group has for each", "of the years since the move.", ""]
    >>> said += ["A. Bee, C. Dee. Felt for the Fells, and what Sheep say of"]
    >>> said += ["it at Dusk. Wool Review 2010. First in the Series on Wool", "9: Moors."]
    >>> sorted(wrapped_quotations([(at, f"> {text}") for at, text in enumerate(said)]))
    [0, 3, 4]
    """
    levels: dict[int, list[tuple[Numbered, Numbered]]] = {}
    for (number, upper), (_, lower) in pairwise(rows):
        level, said = _unquoted(upper)
        below, goes = _unquoted(lower)
        if level and level == below and said and goes:
            levels.setdefault(level, []).append(((number, said), (number + 1, goes)))
    full = [each for pairs in levels.values() for each in _full(pairs)]
    if sum(goes_on(upper, lower) for _, upper, lower in full) < _FEWEST_BROKEN:
        return frozenset()
    return frozenset(
        number
        for number, upper, lower in full
        if goes_on(upper, lower) or not (_CLOSING.search(upper) or _ITEM.match(lower))
    )


def _unquoted(text: str) -> tuple[int, str]:
    """Return how often a line is quoted, and what it says."""
    margin = _MARGIN.match(text)
    return (margin[0].count(">"), text[margin.end() :].rstrip()) if margin else (0, text)


def _full(pairs: Sequence[tuple[Numbered, Numbered]]) -> list[tuple[int, str, str]]:
    """Return the lines that had no room for the first word of the next, each with its number and that."""
    width = max(len(text) for pair in pairs for _, text in pair)
    if not _NARROWEST <= width <= _WIDEST:
        return []
    return [
        (number, upper, lower)
        for (number, upper), (_, lower) in pairs
        if len(upper) + 1 + len(lower.split()[0]) > width
    ]
