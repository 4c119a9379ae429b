"""What labelled pairs that look like this one turned out to be: trees that `reconcile fit` grows beside a table.

The table adds up what each field says by itself. What shows only in several at once (a title that breaks off beside a
long list of names, say), and the habits of a user's own tables, the trees learn from labelled pairs: each asks a few
questions about the letters and lengths of two sides and about the table's odds, and answers with the share of the
labelled pairs there that were one work. They are asked only where both sides have a title and authors. Like the table
they are blind to which side is which; unlike it they hold lists of names against each other as they stand, so that
another order of the authors may change their answer. The shipped tables have none: they judge strangers' records, and
no labels of ours are precedents for those.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from rapidfuzz import fuzz

from reconcile.authors import Person
from reconcile.evidence.side import Side
from reconcile.titles import TitleText

# What the trees ask about, in this order. Likenesses are in percent, lengths in letters; `odds` are the table's, in
# bits, of all that it says but of pages, volumes and identifiers, whose weights are added afterwards. Titles are taken
# as they are written, but for capitals, and names in their order: with words folded and names sorted the F1 on halves
# of DBLP-Scholar's rows was lower by 0.0025 in the mean.
NUMBERS = (
    "odds",
    "written title",
    "written title part",
    "written title words",
    "written title set",
    "shorter title",
    "longer title",
    "names in order",
    "names in order part",
    "names set",
    "shorter names",
    "longer names",
    "fewer people",
    "more people",
)
UNASKED = frozenset({"page", "volume", "identifier"})  # fields of the table that are no part of those odds
# Of the judgement, the share that is the trees'. The rest stays with the table, so that nothing is certain by them
# alone. Fitted to half of DBLP-Scholar's rows and tried on the other, 0.7 to 1.0 do alike, within 0.003 of F1.
SHARE = 0.9
_MOST_BITS = 60.0  # odds beyond are as good as certain
MOST_TREES = 1000
DEEPEST = 30  # questions one below the other; `reconcile fit` asks fewer

# The share of pairs that were one work; or a question: the place of the number, the least of it for the second
# answer, and the two answers.
Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"


@dataclass(frozen=True, slots=True)
class Precedents:
    """Trees grown from labelled pairs."""

    trees: tuple[Tree, ...]

    def share(self, numbers: Sequence[float]) -> float:
        """Return the share of the labelled pairs with such numbers that were one work, from 0 to 1."""
        total = 0.0
        for tree in self.trees:
            while isinstance(tree, tuple):
                tree = tree[3] if numbers[tree[0]] >= tree[1] else tree[2]
            total += tree
        return total / len(self.trees)

    def bits(self, odds: float, numbers: Sequence[float]) -> float:
        """Return what the trees add to the table's odds; both in bits, and `numbers` as `numbers_of` gives them."""
        share, bits = self.share((odds, *numbers)), max(-_MOST_BITS, min(_MOST_BITS, odds))
        same = (1 - SHARE) / (1 + math.pow(2.0, -bits)) + SHARE * share
        other = (1 - SHARE) / (1 + math.pow(2.0, bits)) + SHARE * (1 - share)
        return math.log2(same / other) - odds


def numbers_of(left: Side, right: Side) -> tuple[float, ...] | None:
    """Return the numbers of two sides, without the odds; None where one lacks its title or authors."""
    if not (left.title and right.title and left.people and right.people):
        return None
    return *_of_titles(left.title, right.title), *_of_people(left.people, right.people)


def _of_titles(left: TitleText, right: TitleText) -> tuple[float, ...]:
    one, other = left.text.lower(), right.text.lower()
    return (
        fuzz.ratio(one, other),
        _part(one, other),
        fuzz.token_sort_ratio(one, other),
        fuzz.token_set_ratio(one, other),
        *sorted((len(one), len(other))),
    )


def _of_people(left: tuple[Person, ...], right: tuple[Person, ...]) -> tuple[float, ...]:
    one, other = _names(left), _names(right)
    return (
        fuzz.ratio(one, other),
        _part(one, other),
        fuzz.token_set_ratio(one, other),
        *sorted((len(one), len(other))),
        *sorted((len(left), len(right))),
    )


def _part(one: str, other: str) -> float:
    """Return how well the shorter fits into the longer; of two of one length, the better of the two ways."""
    first = fuzz.partial_ratio(one, other)
    return max(first, fuzz.partial_ratio(other, one)) if len(one) == len(other) else first


@lru_cache(maxsize=1 << 14)
def _names(people: tuple[Person, ...]) -> str:
    """Return the names as one text, in the order in which they are listed."""
    return " ".join([one.letters for one in people])


def as_lists(precedents: Precedents) -> dict[str, list[Any]]:
    """Return trees as lists and numbers, as a file holds them: a question is a list of its four parts."""
    return {"numbers": list(NUMBERS), "trees": [_listed(tree) for tree in precedents.trees]}


def _listed(tree: Tree) -> list[Any] | float:
    return [tree[0], tree[1], _listed(tree[2]), _listed(tree[3])] if isinstance(tree, tuple) else tree


def of_lists(read: Any) -> Precedents:
    """Return the trees that a file holds. Raises `ValueError`, whose message is one line, where they cannot be used."""
    if not isinstance(read, dict) or read.get("numbers") != list(NUMBERS):
        raise ValueError("its numbers are not those that are asked about here; fit anew")
    trees = read.get("trees")
    if not isinstance(trees, list) or not 0 < len(trees) <= MOST_TREES:
        raise ValueError(f"trees is no list of 1 to {MOST_TREES} trees")
    return Precedents(tuple(_trees(trees)))


def _trees(every: Iterable[Any]) -> Iterable[Tree]:
    for number, tree in enumerate(every, start=1):
        try:
            yield _tree(tree, DEEPEST)
        except ValueError as fault:
            raise ValueError(f"tree {number}: {fault}") from fault


def _tree(read: Any, depth: int) -> Tree:
    match read:
        case bool():
            raise ValueError("neither a share nor a question")
        case int() | float() if 0.0 <= read <= 1.0:
            return float(read)
        case [int(place), int(least) | float(least), no, yes] if 0 <= place < len(NUMBERS) and depth:
            return place, float(least), _tree(no, depth - 1), _tree(yes, depth - 1)
    raise ValueError("neither a share from 0 to 1 nor a question of a number, its least and two answers")
