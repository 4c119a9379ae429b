"""The words by which two titles differ, once what is only written otherwise is taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from reconcile.lexicon import rarity
from reconcile.titles.numbering import number_of
from reconcile.titles.slips import LONG_WORD, close, is_slip
from sources.text import STOP_WORDS

Words = tuple[str, ...]

_DIMENSIONAL = "dimensional"
_FIGURES = {"one": "1", "two": "2", "three": "3", "four": "4"} | {figure: figure for figure in "1234"}
_NUMBER = re.compile(r"\d+|[ivx]+")  # in figures or in Roman ones: `II` is no misspelt `in`


@dataclass(frozen=True, slots=True)
class Leftovers:
    """The words that only one of two titles has, and whether a word was misspelt where they agree."""

    left: list[str]
    right: list[str]
    misspelt: bool = False


def leftovers(mine: Words, theirs: Words, written: Words, other: Words) -> Leftovers:
    """Return what two titles do not share, words as misspelt, inflected, glued or parted counting as shared.

    `mine` and `theirs` are their telling words, `written` and `other` all of them, in order.
    """
    left, right = unshared(mine, theirs)
    _without_numbers(left, right)
    _without_glued(left, right, written)
    _without_glued(right, left, other)
    left, right, misspelt = _without_close(left, right)
    doubled = _without_repeated(left, theirs) + _without_repeated(right, mine)
    broken = _without_broken_stops(left, written, other) + _without_broken_stops(right, other, written)
    return Leftovers(left, right, misspelt or bool(doubled or broken))


def unshared(left: Words, right: Words) -> tuple[list[str], list[str]]:
    """Return the words of each side that the other does not have, with multiplicity."""
    rest = list(right)
    only_left = []
    for word in left:
        if word in rest:
            rest.remove(word)
        else:
            only_left.append(word)
    return only_left, rest


def _without_numbers(left: list[str], right: list[str]) -> None:
    """Take out numbers that one side has in figures and the other in Roman ones: `Part 3` and `Part III`."""
    for word in list(left):
        twin = next((other for other in right if other != word and number_of(other) == number_of(word)), None)
        if twin:
            left.remove(word)
            right.remove(twin)


def _without_glued(these: list[str], others: list[str], written: Words) -> None:
    """Take out words that the other side writes as two: `timeseries` and `time series`, `3D` and `three-dimensional`.

    `written` are all words of these's side, in order.
    """
    if not others:
        return
    pairs = {one + other: (one, other) for one, other in pairwise(written)}
    if _DIMENSIONAL in these:
        pairs |= {
            f"{_FIGURES[one]}d": (one, two) for one, two in pairwise(written) if one in _FIGURES and two == _DIMENSIONAL
        }
    for word in list(others):
        halves = pairs.get(word)
        if halves and all(half in these or half in STOP_WORDS for half in halves):
            others.remove(word)
            for half in halves:
                if half in these:
                    these.remove(half)


def _without_close(left: list[str], right: list[str]) -> tuple[list[str], list[str], bool]:
    """Take out pairs of words that are one word misspelt or inflected; say whether any was."""
    kept, rest, any_close = [], list(right), False
    for word in left:
        twin = next((other for other in rest if close(word, other)), None)
        if twin is None:
            kept.append(word)
        else:
            rest.remove(twin)
            any_close = any_close or word.rstrip("s") != twin.rstrip("s")
    return kept, rest, any_close


_SPOKEN = {"2": "to", "4": "for"}  # figures that are written for words


def _without_repeated(only: list[str], others: Words) -> int:
    """Take out words that the other side has, if fewer times; return how many."""
    repeated = [word for word in only if word in others]
    for word in repeated:
        only.remove(word)
    return len(repeated)


def _without_broken_stops(only: list[str], own: Words, others: Words) -> int:
    """Take out words that no title has and that are one slip from a stop word of the other side; return how many.

    `own` and `others` are all words of either side. A figure is spoken where the other side has its word more often.
    """
    broken = [
        word
        for word in only
        if (word in _SPOKEN and others.count(_SPOKEN[word]) > own.count(_SPOKEN[word]))
        or (len(word) <= LONG_WORD + 1 and not rarity.is_listed(word) and not _NUMBER.fullmatch(word)
        and any(is_slip(word, stop) for stop in STOP_WORDS.intersection(others)))
    ]  # fmt: skip
    for word in broken:
        only.remove(word)
    return len(broken)
