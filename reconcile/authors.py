"""Two lists of authors held side by side, person by person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sources.names import NameAgreement, compare_names
from sources.record import Name

# How good an agreement of two names is, when persons are assigned to each other: the better first.
_ORDER = (NameAgreement.SAME, NameAgreement.INITIALS, NameAgreement.SWAPPED, NameAgreement.VARIANT)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names taken for one person, with their places in the two lists and how they agree."""

    left: int
    right: int
    agreement: NameAgreement


@dataclass(frozen=True, slots=True)
class Authors:
    """The one-to-one assignment of two lists: pairs, and the places of those without a counterpart."""

    pairs: tuple[Pair, ...]
    only_left: tuple[int, ...]
    only_right: tuple[int, ...]

    @property
    def reordered(self) -> bool:
        """Whether the persons found on both sides stand in another order."""
        places = [pair.right for pair in self.pairs]
        return places != sorted(places)

    @property
    def same_first(self) -> bool:
        """Whether the first names of both lists are one person."""
        return bool(self.pairs) and (self.pairs[0].left, self.pairs[0].right) == (0, 0)


LONGEST = 100  # names compared of each list; of longer ones the rest is taken as agreeing


def compare_authors(left: Sequence[Name], right: Sequence[Name]) -> Authors:
    """Assign the names of two lists to each other, one to one, best agreement first, nearest place first."""
    return _compare(tuple(left[:LONGEST]), tuple(right[:LONGEST]))


@lru_cache(maxsize=16384)
def _compare(left: tuple[Name, ...], right: tuple[Name, ...]) -> Authors:
    # Those with the same name in the same place come before all others whatever else there is: they need no search.
    same = [i for i, pair in enumerate(zip(left, right, strict=False)) if compare_names(*pair) is NameAgreement.SAME]
    used_left, used_right = set(same), set(same)
    found = [
        (_ORDER.index(agreement), abs(i - j), i, j)
        for i, mine in enumerate(left)
        if i not in used_left
        for j, theirs in enumerate(right)
        if j not in used_right and (agreement := compare_names(mine, theirs)) is not NameAgreement.DIFFERENT
    ]
    pairs = [Pair(i, i, NameAgreement.SAME) for i in same]
    for rank, _, i, j in sorted(found):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append(Pair(i, j, _ORDER[rank]))
    return Authors(
        tuple(sorted(pairs, key=lambda pair: pair.left)),
        tuple(i for i in range(len(left)) if i not in used_left),
        tuple(j for j in range(len(right)) if j not in used_right),
    )
