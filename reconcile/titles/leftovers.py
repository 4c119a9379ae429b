"""The words by which two titles differ, once what is only written otherwise is taken out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reconcile.titles.numbering import are_one_number, number_of
from reconcile.titles.slips import broken_stops, close
from sources.text import STOP_WORDS

Words = tuple[str, ...]

_DIMENSIONAL = "dimensional"
_MARKS = frozenset({"no", "nr"})  # of a number
_FIGURES = {"one": "1", "two": "2", "three": "3", "four": "4"} | {figure: figure for figure in "1234"}


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
    _without_numbers(left, right, written, other)
    _without_marks(left, written, other)
    _without_marks(right, other, written)
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


def _without_numbers(left: list[str], right: list[str], written: Words, other: Words) -> None:
    """Take out numbers that the two sides write otherwise: `Part 3` and `Part III`, `3 ways` and `three ways`."""
    for word in list(left):
        twin = next((each for each in right if are_one_number(word, each, written, other)), None)
        if twin:
            left.remove(word)
            right.remove(twin)


def _without_marks(these: list[str], written: Words, others: Words) -> None:
    """Take out what says that a number is one, where the other side has the number: `No. XVIII` for `XVIII`."""
    for mark, number in pairwise(written):
        if mark in _MARKS and mark in these and number in others and number_of(number).isdigit():
            these.remove(mark)


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


def _without_repeated(only: list[str], others: Words) -> int:
    """Take out words that the other side has, if fewer times; return how many."""
    repeated = [word for word in only if word in others]
    for word in repeated:
        only.remove(word)
    return len(repeated)


def _without_broken_stops(only: list[str], own: Words, others: Words) -> int:
    """Take out words that stand for a stop word of the other side, misspelt or as a figure; return how many.

    `own` and `others` are all words of either side. A figure is spoken where the other side has its word more often.
    """
    stops = STOP_WORDS.intersection(others)
    broken = [
        word
        for word in only
        if any(not word.isdigit() or others.count(stop) > own.count(stop) for stop in broken_stops(word, stops))
    ]
    for word in broken:
        only.remove(word)
    return len(broken)
