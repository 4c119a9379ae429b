"""Titles that differ by a number: two parts, versions or years of one series are as many works."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from reconcile.lexicon import rarity

Words = tuple[str, ...]

_VERSION = re.compile(r"([a-z]*?)(\d+|\b[ivx]+)")
# What numbers a part of a work, with its number: `Part 3. Influence of Tides`.
_PART = re.compile(r"\b(?:part|teil|partie|parte) ?(\d{1,3}|[ivx]{1,5})\b")
_ROMAN = {
    numeral: str(number)
    for number, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), start=1
    )
}
_SPOKEN = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        start=1,
    )
}
# What a number behind it counts.
_COUNTED = frozenset("book chapter grade level part partie parte phase stage teil type version vol volume".split())
NUMBERING = frozenset("no nr part partie parte pt teil".split())  # what a part's number stands behind
_LATER_PARTS = frozenset("ii iii iv v vi vii viii ix x 2 3 4 5".split())
_LEAST_SERIES = 8  # letters of what all parts of a work are called
_SAME_SERIES = 93.0  # percent of them that must be alike
_MOST_BESIDE = 4.0  # bits of the words that may differ besides numbers


def are_two_parts(left: Words, right: Words) -> bool:
    """Say whether two titles, given by their folded words, are alike up to the numbers of their parts.

    >>> are_two_parts(("on", "old", "gulls", "part", "3", "tides"), ("on", "old", "gulls", "part", "i"))
    True
    """
    titles = " ".join(left), " ".join(right)
    one, other = map(_PART.search, titles)
    if one is None or other is None or number_of(one[1]) == number_of(other[1]):
        return False
    series = titles[0][: one.start()].replace(" ", ""), titles[1][: other.start()].replace(" ", "")
    return len(series[0]) >= _LEAST_SERIES and fuzz.ratio(*series) >= _SAME_SERIES


def is_numbered(text: Words) -> bool:
    """Say whether folded words begin with the number of a part.

    >>> is_numbered(("ii", "goats")), is_numbered(("part", "3")), is_numbered(("two", "goats"))
    (True, True, False)
    """
    is_counted = bool(text) and text[0] in _COUNTED | NUMBERING
    first = text[is_counted:][:1]
    return any(word.isdigit() or word in _ROMAN or (is_counted and word in _SPOKEN) for word in first)


def part_differs(left: Words, right: Words, only_left: list[str], only_right: list[str]) -> bool:
    """Say whether two titles are parts, versions or years of one series: nothing but numbers differs much.

    `left` and `right` are all their words, `only_left` and `only_right` those that they do not share.
    """
    first, second = _versions(only_left), _versions(only_right)
    numbered = {word for word in only_left + only_right if _VERSION.fullmatch(word)}
    rest = [word for word in only_left + only_right if word not in numbered and word != "part"]
    if not numbered or first == second or rarity.of_words(rest) >= _MOST_BESIDE:
        return False
    if first and second:
        return bool({name for name, _ in first} & {name for name, _ in second})
    last = (left if first else right)[-1]
    return "part" in left + right or (last in numbered and last in _LATER_PARTS)


def _versions(every: Iterable[str]) -> set[tuple[str, str]]:
    """Return the words that number something, as what is numbered and its number: `II`, `v3`, `wmt19`."""
    found = (_VERSION.fullmatch(word) for word in every)
    return {(match[1], number_of(match[2])) for match in found if match}


def number_of(word: str) -> str:
    """Return a number as figures, `iii`, `three` and `03` as `3`; any other word as it is."""
    return word.lstrip("0") or word if word.isdigit() else _ROMAN.get(word) or _SPOKEN.get(word, word)


def are_one_number(left: str, right: str, written: Words, other: Words) -> bool:
    """Say whether two folded words are one number, written otherwise: `3`, `iii` and `three`.

    `written` and `other` are all words of the title of each. A letter is a number where it counts something.
    >>> are_one_number("10", "x", ("part", "10"), ("part", "x")), are_one_number("10", "x", ("10", "on"), ("x", "on"))
    (True, False)
    """
    return left != right and _in_figures(left, written) == _in_figures(right, other)


def _in_figures(word: str, written: Words) -> str:
    at = written.index(word)
    counts = at + 1 == len(written) or (at > 0 and written[at - 1] in _COUNTED)
    return number_of(word) if len(word) > 1 or counts else word
