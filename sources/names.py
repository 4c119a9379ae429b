"""Personal names compared: how far two of them may be one person's.

Names are compared without accents, case, hyphens, particles and marks, and without trust in where a source
divided them. Reading a name out of text is `sources.name_reading`; its `read_name` is offered here too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from sources.name_reading import read_name
from sources.name_words import JOINING, PARTICLES
from sources.nicknames import stand_for_each_other
from sources.record import Name
from sources.romanising import in_latin
from sources.text import HYPHENS, fold

__all__ = ["NameAgreement", "compare_names", "read_name", "spelt_out"]


class NameAgreement(StrEnum):
    """How two names stand to each other, the closest first.

    `INITIALS`: nothing but initials (or a family name alone) on one side, and they fit. `SWAPPED`: one after the
    other's order of family and given name. `VARIANT`: a typing error, a short form, or half of a double name.
    """

    SAME = "same"
    INITIALS = "initials"
    SWAPPED = "swapped"
    VARIANT = "variant"
    DIFFERENT = "different"


COMPATIBLE = (NameAgreement.SAME, NameAgreement.INITIALS)  # one name, written out or not
_ORDER = tuple(NameAgreement)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A name as it is compared: folded words without particles; `glued` are the given names after a hyphen.

    `words` are given and family names, `letters` how many letters they have together.
    """

    family: tuple[str, ...]
    given: tuple[str, ...]
    glued: frozenset[int]
    suffix: str
    words: tuple[str, ...]
    letters: int


def compare_names(left: Name, right: Name) -> NameAgreement:
    """Return how two names stand to each other; the order of the two does not matter.

    >>> compare_names(read_name("A. Salman Avestimehr"), read_name("Salman Avestimehr")).value
    'same'
    >>> compare_names(read_name("Yue Niu"), read_name("Yue Liu")).value
    'different'
    """
    one, other = _spellings(left), _spellings(right)
    if len(one) == len(other) == 1:
        return _compare(one[0], other[0])
    return min([_compare(mine, theirs) for mine in one for theirs in other], key=_ORDER.index)


# Letters that some spell with an e behind ("Mueller"), where folding only takes the marks off ("Muller").
_TWO_FOR_ONE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def spelt_out(text: str) -> str:
    """Return a text with an e behind each letter that had an umlaut.

    >>> spelt_out("Müller")
    'Mueller'
    """
    return text.translate(_TWO_FOR_ONE)


_MOST_INITIALS = 3  # letters of a family name that is none
_JOINT = re.compile(rf"\s[{''.join(sorted(JOINING))}]\s", re.IGNORECASE)  # `Ortega y Gasset`


@lru_cache(maxsize=65536)
def _spellings(name: Name) -> tuple[_Spelling, ...]:
    """Return the ways to spell a name in Latin letters without marks: mostly one, another where it has an umlaut.

    One more where the family name has two halves, of which some take the first for a given name, and where a source
    has initials for the family name (`Pranav A`), which whoever reads the text takes for given ones.
    """
    family = in_latin(name.family or name.literal)
    ways = [(family, in_latin(name.given))]
    if len(family.rstrip(".")) <= _MOST_INITIALS and family.isupper() and name.given:
        again = read_name(f"{name.given} {family}")
        if again.family and fold(again.family) != fold(family):
            ways.append((again.family, again.given))
    joint = _JOINT.search(family) if name.given else None
    if joint:
        ways.append((family[joint.end() :], f"{name.given} {family[: joint.start()]}"))
    found = [_spelling(one, other, name.suffix) for one, other in ways]
    if all(one.isascii() and other.isascii() for one, other in ways):
        return tuple(found)
    found += [_spelling(spelt_out(one), spelt_out(other), name.suffix) for one, other in ways]
    return tuple(dict.fromkeys(found))


def _spelling(family: str, given: str, suffix: str) -> _Spelling:
    every = fold(family).split()
    family_words = [word for word in every if word not in PARTICLES] or every
    given_words: list[str] = []
    glued: set[int] = set()
    for word in re.sub(r"\.(?=[^\s-])", ". ", given.translate(HYPHENS)).split():
        for place, part in enumerate(fold(word).split()):
            if place:
                glued.add(len(given_words))
            given_words.append(part)
    while len(given_words) > 1 and given_words[-1] in PARTICLES and len(given_words[-1]) > 1:
        del given_words[-1]
    named = (*given_words, *family_words)
    return _Spelling(
        tuple(family_words), tuple(given_words), frozenset(glued), fold(suffix), named, sum(map(len, named))
    )


def _compare(left: _Spelling, right: _Spelling) -> NameAgreement:
    """Return the first agreement that holds."""
    left, right = _redivided(left, len(right.family)), _redivided(right, len(left.family))
    if left.suffix and right.suffix and left.suffix != right.suffix:
        return NameAgreement.DIFFERENT
    if left.words == right.words:
        return NameAgreement.SAME
    mine, theirs = "".join(left.family), "".join(right.family)
    if mine == theirs and (given := _compare_given(left, right)) is not NameAgreement.DIFFERENT:
        return given
    if _swapped(left, right):
        return NameAgreement.SWAPPED
    # Given names are compared last: most pairs of names are two persons', told apart by their family names.
    if (_one_slip(mine, theirs) or _half(left.family, right.family)) and _same_in_full(left, right):
        return NameAgreement.VARIANT
    if _half_of_double(left, right) or _half_of_double(right, left):
        return NameAgreement.VARIANT
    return NameAgreement.DIFFERENT


def _same_in_full(left: _Spelling, right: _Spelling) -> bool:
    """Return whether the given names agree and are more than initials."""
    full = bool(left.given) and max(map(len, left.given)) > 1
    return full and _compare_given(left, right) is NameAgreement.SAME


def _redivided(name: _Spelling, words: int) -> _Spelling:
    """Return the name with a family name of that many words, if it has fewer and given names to spare."""
    missing = words - len(name.family)
    if missing < 1 or len(name.given) <= missing:
        return name
    given, moved = name.given[:-missing], name.given[-missing:]
    return replace(name, family=moved + name.family, given=given)


def _swapped(left: _Spelling, right: _Spelling) -> bool:
    """Return whether one name is the other with the family name on the other side (no initials involved)."""
    if not left.given or not right.given or left.letters != right.letters:
        return False
    if min(map(len, left.words)) < 2 or min(map(len, right.words)) < 2:
        return False
    if "".join(left.family) == "".join(right.given) and "".join(left.given) == "".join(right.family):
        return True
    mine = left.words
    return len(mine) == len(right.words) and any(mine[k:] + mine[:k] == right.words for k in range(1, len(mine)))


def _compare_given(left: _Spelling, right: _Spelling) -> NameAgreement:
    """Return how given names agree: those of the shorter list must be found in the longer, in order."""
    if "".join(left.given) == "".join(right.given):
        return NameAgreement.SAME
    if not left.given or not right.given or _are_initials(left.given, right.given):
        return NameAgreement.INITIALS
    short, long = sorted((left, right), key=lambda each: (len(each.given), each.given))
    fits: list[NameAgreement] = []
    place = 0
    for at, word in enumerate(short.given):
        # Of two equally long lists none is passed over: `S. S.` is `Shrikanth S.`, though an `S.` comes later.
        spare = len(long.given) - place - (len(short.given) - at)
        rest = long.given[place : place + max(0, spare) + 1]
        step = rest.index(word) if word in rest else _first_fit(word, rest)
        if step is None:
            return NameAgreement.DIFFERENT
        fits.append(_fit(word, rest[step]))
        # A name in full is passed over only for another in full, and never half a hyphenated one.
        passed = step > 0 and max(map(len, rest[:step])) > 1
        if passed and (fits[-1] is NameAgreement.INITIALS or place + step in long.glued):
            return NameAgreement.DIFFERENT
        place += step + 1
    if NameAgreement.VARIANT in fits:
        return NameAgreement.VARIANT
    if NameAgreement.SAME not in fits:
        return NameAgreement.INITIALS
    left_over = frozenset(range(len(long.given))) & long.glued if len(short.given) < len(long.given) else frozenset()
    return NameAgreement.VARIANT if any(len(long.given[each]) > 1 for each in left_over) else NameAgreement.SAME


def _are_initials(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Return whether one side is the other's initials written as one word (`CS` for `Chien-Sheng`)."""
    return any(
        len(short) == 1 and len(short[0]) in (2, 3) and short[0] == "".join(word[0] for word in long)
        for short, long in ((left, right), (right, left))
    )


def _first_fit(word: str, others: tuple[str, ...]) -> int | None:
    fitting = (place for place, other in enumerate(others) if _fit(word, other) is not NameAgreement.DIFFERENT)
    return next(fitting, None)


def _fit(left: str, right: str) -> NameAgreement:
    """Return how two single given names agree. Two initials that are equal are still initials."""
    if len(left) == 1 or len(right) == 1:
        return NameAgreement.INITIALS if left[0] == right[0] else NameAgreement.DIFFERENT
    if left == right:
        return NameAgreement.SAME
    if stand_for_each_other(left, right) or _one_slip(left, right):
        return NameAgreement.VARIANT
    return NameAgreement.DIFFERENT


# Below this length one letter makes another name: Niu and Liu, Zhang and Zheng, Huang and Hwang.
_SHORTEST_WITH_SLIP = 6


def _one_slip(left: str, right: str) -> bool:
    """Return whether two words of some length differ by one letter (or two exchanged), not the first."""
    if left == right or min(len(left), len(right)) < _SHORTEST_WITH_SLIP or left[0] != right[0]:
        return False
    if len(left) > len(right):
        left, right = right, left
    head = next((place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    if len(left) < len(right):
        return left[head:] == right[head + 1 :]
    exchanged = left[head : head + 2] == right[head : head + 2][::-1]
    return left[head + 1 :] == right[head + 1 :] or (exchanged and left[head + 2 :] == right[head + 2 :])


def _half(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Return whether one family name is the first or last word of the other, a double name."""
    short, long = (left, right) if len(left) < len(right) else (right, left)
    return len(short) == 1 < len(long) and short[0] in (long[0], long[-1])


def _half_of_double(one: _Spelling, other: _Spelling) -> bool:
    """Return whether `one` (`Juan Garcia`) bears the first of the two family names of `other` (`Juan Garcia Lopez`)."""
    if len(one.family) != 1 or len(one.family[0]) < 4 or len(other.given) < 2 or not one.given:
        return False
    return (
        one.family[0] == other.given[-1]
        and len(one.given[0]) > 1
        and one.given == other.given[: len(one.given)]
        and len(one.given) == len(other.given) - 1
    )
