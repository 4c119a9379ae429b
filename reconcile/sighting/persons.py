"""The words of a string that are people's by where they stand, whatever else they are the names of.

Taylor and Beck are publishers, Austin and London are cities, Long and Page are words of remarks. At an initial, or
beside a given name with nothing more between two signs, they are people; in an imprint behind a title they are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from reconcile.lexicon import houses, namesakes, places, rarity, talks
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.surnames import BESIDE_GIVEN_NAMES
from reconcile.sighting.text import JOINS, Text
from sources.months import ENGLISH
from sources.record import Record
from sources.text import STOP_WORDS, fold

# Words of the names of places, but for `the` of The Hague and `university` of University Park.
_PLACES = frozenset(
    word
    for word in fold(" ".join((*places.CITIES, *places.REGIONS))).split()
    if len(word) > 1 and word not in STOP_WORDS and word not in namesakes.KINDS
)
# What is nobody behind a title.
_NAMESAKES = frozenset(map(fold, (*houses.FIRST, *houses.ANYWHERE.split("|")))).union(
    namesakes.HOUSES, namesakes.INSTITUTIONS
)
# Who does something else than write, as said before a name: `Advisor: Simon Taylor`, `Presented by Simon Taylor`.
_ROLES = talks.PRESENTERS.union(
    """
    advised adviser advisers advisor advisors chair chaired chairs directed edited examiner examiners hosted
    illustrated lecture mentor mentored mentors moderated moderator poster presentation presented presenters
    publisher speakers supervised supervisor supervisors talk taught translated
    """.split()
)
_IN_A_LIST = frozenset({"", "&", ",", ", &", ";"})  # what may stand between two names of one list
_SAID = frozenset({"", ":"})  # and between a role and a name
_LONGEST = 3  # words of a whole name
_IMPRINT = 3  # words before and behind a publisher's name among which its city stands


class Persons(NamedTuple):
    """The words that stand where names do, and those of whole names, which nothing but people have.

    `printed` are those behind a title that are nobody's there, as the names of publishers are.
    """

    words: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    printed: frozenset[str] = frozenset()


def persons_in(text: Text, first: int, explained: Set[str], given: Set[str]) -> Persons:
    """Return the people of a string whose title begins at word `first`.

    `explained` are the words of a record's venue and people, `given` its people's given names.

    >>> from reconcile.sighting.text import prepare
    >>> sorted(persons_in(prepare("Taylor, Simon. On Wool. Felt, 2017"), 2, set(), set()).whole)
    ['simon', 'taylor']
    """
    names = (name for name in _whole_names(text, first) if explained.isdisjoint(name) and given.isdisjoint(name))
    whole = {word for name in names for word in name}
    words = (*_initialled(text, first), *_first_two(text, first), *whole)
    return Persons(frozenset(words), frozenset(whole), _printed(text, first))


def persons_of(claim: Record, explained: Set[str]) -> Persons:
    """Return the people of an entry, who are known: those with given names, in letters that records have."""
    families = [fold(name.family).split() for name in claim.author if name.given]
    others = [words[-1] for words in families if words and explained.isdisjoint(words)]
    whole = frozenset(filter(_may_be_family, others))
    return Persons(whole, whole)


def _initialled(text: Text, first: int) -> list[str]:
    """Return the words with an initial before them, and those before the title with one behind them."""
    before = [
        at for at in range(1, len(text.words)) if text.after_initial(at) and not _is_printed(text, at, at + 1, first)
    ]
    behind = [at for at in range(first - 1) if text.is_initial(at + 1)]
    words = [text.words[at] for at in (*before, *behind)]
    return [word for word in words if len(word) > 1 and word.isascii()]


def _printed(text: Text, first: int) -> frozenset[str]:
    """Return the words of names of several words behind a title that are nobody's, unless they stand before it, too."""
    runs = (text.words[begin:end] for begin, end in text.capitalised if begin >= first)
    named = (words[:-1] if words[-1] in namesakes.KINDS else words for words in runs)
    found = {word for words in named if len(words) > 1 and " ".join(words) in _NAMESAKES for word in words}
    return frozenset(found.difference(text.words[:first]))


def _is_printed(text: Text, begin: int, end: int, first: int) -> bool:
    """Say whether a name behind the title is a publisher's, or has a city beside it: `W.H. Freeman, San Francisco`."""
    if begin < first:
        return False
    around = {*range(max(first, begin - _IMPRINT), min(len(text.words), end + _IMPRINT))}.difference(range(begin, end))
    cities = (text.words[at] in _PLACES and not _is_of_a_name(text, at) for at in around)
    return " ".join(text.words[begin:end]) in _NAMESAKES or _is_founder(text, end) or any(cities)


def _is_of_a_name(text: Text, at: int) -> bool:
    """Say whether a place's name is a person's, by the initial or the given name before it: `Anna Lund`."""
    return text.after_initial(at) or (text.gap_before(at) == " " and text.words[at - 1] in GIVEN_NAMES)


def _is_founder(text: Text, end: int) -> bool:
    """Say whether what a firm is stands behind a name: `John Wiley & Sons`, `Mary Ann Liebert, Inc.`"""
    at = end + (text.words[end : end + 1] == ("and",))
    return text.gap_before(end).strip() in _IN_A_LIST and not namesakes.OF_FOUNDERS.isdisjoint(text.words[at : at + 1])


def _whole_names(text: Text, first: int) -> Iterator[tuple[str, ...]]:
    """Give the names that stand alone between signs: `Simon Taylor`, and before the title `Taylor, Simon`.

    A string begins with one of whatever words.
    """
    stretches = text.capitalised
    others = frozenset(_others(text, [each for each in stretches if each[0] > first]))
    for begin, end in stretches:
        words = text.words[begin:end]
        if begin in others or _is_printed(text, begin, end, first):
            continue
        if _is_name(words, leads=begin == 0 and end <= first):
            yield words
    for (begin, end), (second, last) in pairwise(stretches):
        words = (*text.words[second:last], *text.words[begin:end])
        turned = last <= first and end - begin == 1 and text.gap_before(second).strip() == ","
        if turned and _is_name(words, leads=begin == 0):
            yield words


def _others(text: Text, stretches: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Give where names begin that a role stands before, or a name with one: `Advisors: Simon Taylor and Ann Lee`."""
    listed = 0  # where the last of them ends
    for begin, end in stretches:
        before = begin - (text.words[begin - 1] in JOINS)
        gap = text.gap_before(begin).strip()
        goes_on = listed == before and gap in _IN_A_LIST
        if before and (goes_on or (gap in _SAID and text.words[before - 1] in _ROLES)):
            listed = end
            yield begin


def _is_name(words: tuple[str, ...], *, leads: bool) -> bool:
    """Say whether words are a given name and a family name, where they lead a string also if neither is known."""
    if not 1 < len(words) <= _LONGEST or _PLACES.issuperset(words):
        return False
    of_a_kind = words[-1] in namesakes.KINDS
    if words[0] in GIVEN_NAMES and words[-1] in BESIDE_GIVEN_NAMES:
        return len(words) == 2 or not of_a_kind
    if of_a_kind or not _may_be_family(words[-1]):
        return False
    if words[0] in GIVEN_NAMES:
        return True
    unknown = not any(map(rarity.is_listed, words)) and (_PLACES | namesakes.COMPANIES).isdisjoint(words)
    return leads and len(words) == 2 and unknown


def _first_two(text: Text, first: int) -> tuple[str, ...]:
    """Return the two family names, common ones, with which a string begins: `Long and Page (2017)`."""
    ends = [end for _, end in text.capitalised][:2]
    words = tuple([text.words[end - 1] for end in ends])
    joined = ends in ([1, 2], [1, 3]) and (text.words[1] in JOINS or text.gap_before(1).strip() == "&")
    return words if joined and ends[1] <= first and all(map(rarity.is_surname, words)) else ()


def _may_be_family(word: str) -> bool:
    """Say whether a word may be a family name: a common one, or none of which titles are made."""
    if len(word) < 2 or not word.isascii() or not word.isalpha() or word in STOP_WORDS:
        return False
    return rarity.is_surname(word) or word in ENGLISH or word in GIVEN_NAMES or not rarity.is_listed(word)
