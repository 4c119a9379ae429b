"""The numbers before links, and the list of their addresses at the end, that text browsers and mail programs write.

`lynx -dump`: `[9]Felt in Cold Water [10][pdf]`, and below the page `References`, `9. https://…`, `10. https://…`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reconcile.documents.text.margins import Numbered

_ADDRESS = re.compile(
    r"\s{0,9}(?:(\d{1,4})\.|\[(\d{1,4})\]:?)\s{1,4}(?:https?|ftp|file|mailto|javascript|tel|data|localhost)[:/]\S*\s*\Z",
    re.IGNORECASE,
)
_LONGEST = 4000
_RULE = re.compile(r"\s*[-=_]{3,90}\s*\Z")
# What stands over the list, in the language of the browser: `References`, `Visible links:`, `Links:`.
_HEADING = re.compile(r"\s*[^\W\d_]+(?:\s[^\W\d_]+)?:?\s*\Z")
_NUMBER = re.compile(r"\[(\d{1,4})\](?![ \t]|\Z)|(?<=\S)[ \t]?\[(\d{1,4})\](?=[\s.,;:)]|\Z)")
_FEWEST = 2
_MOST = 10_000
_HEADINGS = 2  # one over the other: `References`, `Visible links`; or one with a rule below it
_SHARE = 0.5  # of the addresses, those with a number in the text; images and hidden links have none


def without_link_numbers(rows: Sequence[Numbered]) -> list[Numbered]:
    """Return the rows without the numbers of links and the list of addresses; as they are where no such list ends them.

    >>> rows = [(0, "[1]Home [2]CV"), (1, "* A. Bee, [3]Felt"), (2, "References"), (3, "1. http://a/"),
    ...         (4, "2. http://b/"), (5, "3. http://c/")]
    >>> without_link_numbers(rows)
    [(0, 'Home CV'), (1, '* A. Bee, Felt')]
    """
    end, listed = _list_at_end(rows)
    if len(listed) < _FEWEST:
        return list(rows)
    found = _numbers_of(rows[:end], listed)
    if sum(map(len, found.values())) < _SHARE * len(listed):
        return list(rows)
    return [(number, _without(text, found.get(at, ()))) for at, (number, text) in enumerate(rows[:end])]


def _list_at_end(rows: Sequence[Numbered]) -> tuple[int, set[int]]:
    """Return where the list of addresses begins that ends the rows, with the heading over it, and its numbers."""
    listed: set[int] = set()
    end = at = len(rows)
    headings, lowest = 0, _MOST
    while at and headings < _HEADINGS:
        at -= 1
        text = rows[at][1]
        if len(text) < _LONGEST and (found := _ADDRESS.match(text)):
            number = int(found[1] or found[2])
            if number >= lowest:
                break
            listed.add(number)
            end, headings, lowest = at, 0, number
        elif text.strip() and not (listed and (_RULE.match(text[:100]) or _HEADING.match(text[:40]))):
            break
        elif listed and text.strip():
            end, headings = at, headings + 1
    return end, listed


def _numbers_of(rows: Sequence[Numbered], listed: set[int]) -> Mapping[int, list[tuple[int, int]]]:
    """Return by row where the numbers of links stand: each greater than the one before."""
    found: dict[int, list[tuple[int, int]]] = {}
    last = 0
    for at, (_, text) in enumerate(rows):
        for match in _NUMBER.finditer(text):
            number = int(match[1] or match[2])
            if number > last and number in listed:
                found.setdefault(at, []).append(match.span())
                last = number
    return found


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a row without some stretches of it."""
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text
