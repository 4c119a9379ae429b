"""Two lists of authors held side by side, person by person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import fuzz

from sources.names import NameAgreement, compare_names, read_name, spelt_out
from sources.nicknames import stand_for_each_other
from sources.record import Name
from sources.romanising import in_latin
from sources.text import fold

LONGEST = 100  # names compared of each list; of longer ones the rest is taken as agreeing
LIKE = 80.0  # percent of the letters of two family names from which one may be the other, badly copied
_MAY_BE_ONE = 60.0  # percent of the letters of two names without a common word, below which they are two persons'
_LEAST_LIKE = 6  # letters of such a name: below, one letter makes another name (Zhang and Zheng)

# How good an agreement of two names is, when persons are assigned to each other: the better first.
_RANK = {
    agreement: rank
    for rank, agreement in enumerate(
        (NameAgreement.SAME, NameAgreement.INITIALS, NameAgreement.SWAPPED, NameAgreement.VARIANT)
    )
}


# What is made for every name and every pair of them is a named tuple: a frozen dataclass takes three times as long.
class Person(NamedTuple):
    """A name made ready for comparison: its folded words, and those of the family name and before it as letters.

    `written` is the name, or a text that `read_name` takes apart where it is asked for. `surname` is the last word of
    the family name, `first` the family name's first letter, `initial` that of the given names; empty where there are
    none. `given` is the given name of a simple name, empty for others. `telling` are the words of two letters and
    more, of which two names of one person mostly share one.
    """

    written: Name | str
    letters: str
    family: str
    surname: str
    first: str
    initial: str
    plain: bool
    given: str
    telling: frozenset[str]
    suffix: str = ""

    @property
    def name(self) -> Name:
        """The name, divided."""
        return read_name(self.written) if isinstance(self.written, str) else self.written


@lru_cache(maxsize=1 << 14)
def person(name: Name) -> Person:
    """Return a name made ready for comparison."""
    family, given = fold(in_latin(name.family or name.literal)), fold(in_latin(name.given))
    every = f"{given} {family}".split()
    bare = family.replace(" ", "")
    return Person(
        name,
        "".join(every),
        bare,
        (family.split() or [""])[-1],
        bare[:1],
        given[:1],
        # One initial or none: nothing in it can gainsay another name with the same initial.
        plain=len(family) == len(bare) and not name.suffix and len(given) < 2,
        # One given name written out and one family name, in ASCII: there are few ways to be another's.
        given=given if len(given) > 1 and given.isalpha() and family == bare and _is_simple(name) else "",
        telling=frozenset([word for word in every + _spelt_out(name) if len(word) > 1]),
        suffix=name.suffix,
    )


def plain_person(text: str, folded: Sequence[str]) -> Person:
    """Return what `person` makes of a name of ASCII words and initials whose last word is the family name.

    `folded` are its words folded, one to three before the last.
    """
    family, initials = folded[-1], folded[0]
    alone = len(folded) == 2
    return Person(
        text,
        "".join(folded),
        family,
        family,
        family[:1],
        initials[:1],
        alone and len(initials) < 2,
        initials if alone and len(initials) > 1 else "",
        frozenset([word for word in folded if len(word) > 1]),
    )


def _spelt_out(name: Name) -> list[str]:
    """Return the words of a name as some write them who have no umlauts; two who are one may share no other."""
    text = f"{name.given} {name.family or name.literal}"
    return [] if text.isascii() else fold(spelt_out(text)).split()


def _is_simple(name: Name) -> bool:
    return name.given.isascii() and name.family.isascii() and not name.suffix and "-" not in name.given


class Pair(NamedTuple):
    """Two names taken for one person, with their places in the two lists and how they agree."""

    left: int
    right: int
    agreement: NameAgreement


class Authors(NamedTuple):
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


def compare_authors(left: Sequence[Name], right: Sequence[Name]) -> Authors:
    """Assign the names of two lists to each other, one to one, best agreement first."""
    return _compare_names(tuple(left[:LONGEST]), tuple(right[:LONGEST]))


@lru_cache(maxsize=16384)
def _compare_names(left: tuple[Name, ...], right: tuple[Name, ...]) -> Authors:
    return compare_people(tuple(map(person, left)), tuple(map(person, right)))


def compare_people(left: tuple[Person, ...], right: tuple[Person, ...]) -> Authors:
    """Assign the persons of two lists to each other, one to one, best agreement first, nearest place first.

    As many are assigned as can be, so that another order of a list leaves nobody out.
    """
    # Those with the same letters in the same place come before all others whatever else there is.
    same = [
        i
        for i, (mine, theirs) in enumerate(zip(left, right, strict=False))
        if mine.letters == theirs.letters and mine.suffix == theirs.suffix
    ]
    pairs = [Pair(i, i, NameAgreement.SAME) for i in same]
    if len(same) < min(len(left), len(right)):
        pairs += _assigned(_agreements(left, right, frozenset(same)))
        pairs.sort(key=itemgetter(0))
    mine, theirs = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    return Authors(
        tuple(pairs),
        tuple([i for i in range(len(left)) if i not in mine]),
        tuple([j for j in range(len(right)) if j not in theirs]),
    )


Edges = dict[tuple[int, int], NameAgreement]


def _agreements(left: tuple[Person, ...], right: tuple[Person, ...], used: frozenset[int]) -> Edges:
    """Return every two that may be one person, by their places; `used` are places of both lists that are taken."""
    rest = [(j, theirs) for j, theirs in enumerate(right) if j not in used]
    found: Edges = {}
    for i, mine in enumerate(left):
        if i in used:
            continue
        for j, theirs in rest:
            # Most of all pairs end here, so what `agree` would ask first is asked without a call.
            if (
                mine.first != theirs.first
                and mine.telling.isdisjoint(theirs.telling)
                and mine.initial != theirs.initial
            ):
                continue
            agreement = agree(mine, theirs)
            if agreement is not NameAgreement.DIFFERENT:
                found[i, j] = agreement
    return found


def _assigned(edges: Edges) -> list[Pair]:
    """Return the assignment, the best agreement and the nearest place first, as large as one can be."""
    of_left: dict[int, int] = {}
    of_right: dict[int, int] = {}
    for i, j in sorted(edges, key=lambda places: (_RANK[edges[places]], abs(places[0] - places[1]), places)):
        if i not in of_left and j not in of_right:
            of_left[i], of_right[j] = j, i
    for i in sorted({i for i, _ in edges} - of_left.keys()):
        _find_place(i, edges, of_right, set())
    return [Pair(i, j, edges[i, j]) for j, i in of_right.items()]


def _find_place(i: int, edges: Edges, of_right: dict[int, int], asked: set[int]) -> bool:
    """Give a person a place, moving others that have another one; say whether it could be done."""
    for j in [j for place, j in edges if place == i and j not in asked]:
        asked.add(j)
        if j not in of_right or _find_place(of_right[j], edges, of_right, asked):
            of_right[j] = i
            return True
    return False


def agree(left: Person, right: Person) -> NameAgreement:
    """Return how two persons agree; the same as `compare_names`, sooner."""
    if left.plain or right.plain:
        if left.letters == right.letters and left.plain and right.plain:
            return NameAgreement.SAME
        known = (left.plain or left.given) and (right.plain or right.given)
        if known and left.family == right.family and left.initial == right.initial:
            return NameAgreement.INITIALS
    if left.telling.isdisjoint(right.telling) and not _may_be_one(left, right):
        return NameAgreement.DIFFERENT
    if left.given and right.given and _are_two(left, right):
        return NameAgreement.DIFFERENT
    return compare_names(left.name, right.name)


def _are_two(left: Person, right: Person) -> bool:
    """Say whether two simple names are two persons': one of the two words is another, no slip, no short form of it."""
    if left.family == right.family:
        return left.initial != right.initial and not stand_for_each_other(left.given, right.given)
    slipped = left.first == right.first and min(len(left.family), len(right.family)) >= _LEAST_LIKE
    return not slipped and left.given != right.family


def _may_be_one(left: Person, right: Person) -> bool:
    """Say whether names without a common word may still be one person's: a slip or an umlaut in it, or glued words."""
    if left.first != right.first and left.initial != right.initial:
        return False
    return fuzz.ratio(left.letters, right.letters, score_cutoff=_MAY_BE_ONE) > 0


def is_like(left: Person, right: Person) -> bool:
    """Say whether a family name may be the other badly copied, or half of it."""
    short, long = sorted((left.family, right.family), key=len)
    if len(short) < _LEAST_LIKE:
        return len(short) >= _LEAST_LIKE - 1 and long.endswith(short) and len(long) > len(short) + 2
    return short in long or fuzz.ratio(short, long) >= LIKE
