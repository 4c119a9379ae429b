"""Names of a string that are nobody's by their place behind a title: who printed it, whom a school is named after.

Taylor and Beck are publishers, and people more often. A city before a colon, what a firm is, or a city beside the whole
name of a firm tells the one from the other; without any of them a name is a firm's only if people do not bear it.
"""

from __future__ import annotations

from reconcile.lexicon import houses, namesakes, places
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.matching.strings.text import Text
from reconcile.matching.titles.edges import is_year
from sources.text import STOP_WORDS, fold

# Words of the names of places, but for `the` of The Hague and `university` of University Park.
PLACES = frozenset(
    word
    for word in fold(" ".join((*places.CITIES, *places.REGIONS))).split()
    if len(word) > 1 and word not in STOP_WORDS and word not in namesakes.KINDS
)
# The names of firms, some of which are people's, too.
_FIRMS = frozenset(map(fold, (*houses.FIRST, *houses.ANYWHERE.split("|")))) | namesakes.HOUSES
# Of these, what nobody is called who writes.
_NOBODY = namesakes.HOUSES.union(map(fold, houses.FOR_A_VENUE.split("|")))
_AROUND = 3  # words before and behind a firm's name among which its city stands
_BEHIND = 12  # words, as of a note in brackets, before which the year stands
_BEFORE_A_KIND = frozenset({"", "&", ",", ", &"})  # what may stand between a founder's name and what his firm is
_SEVERAL = 2  # initials before the name of a firm, as people seldom have them: `W.H. Freeman`


def is_imprint(text: Text, begin: int, end: int, first: int) -> bool:
    """Say whether the words `begin` to `end` are the name of a firm, behind a title that ends before word `first`.

    >>> from reconcile.matching.strings.text import prepare
    >>> is_imprint(prepare("On Felt. Berlin: J. Olmo, 2015"), 3, 5, 2)
    True
    >>> is_imprint(prepare("On Felt. J. Olmo, Berlin, 2015"), 2, 4, 2)
    False
    """
    if is_founder(text, end) or is_behind_city(text, begin, first) or _is_city(text, end):
        return True
    words = text.words[begin:end]
    known = " ".join(words) in _FIRMS or (
        len(words) > _SEVERAL and set(map(len, words[:-1])) == {1} and words[-1] in _FIRMS
    )
    return known and _has_city(text, begin, end, first)


def is_nobody(text: Text, begin: int, end: int) -> bool:
    """Say whether words are called as nobody is who writes: as a firm is, or a school where a year stands before it."""
    if text.words[begin] in namesakes.COMPANIES:
        return True
    name = " ".join(text.words[begin : end - (text.words[end - 1] in namesakes.KINDS)])
    behind_year = any(map(is_year, text.words[max(0, begin - _BEHIND) : begin]))
    return name in _NOBODY or (behind_year and name in namesakes.INSTITUTIONS)


def is_founder(text: Text, end: int) -> bool:
    """Say whether what a firm is stands behind a name: `John Wiley & Sons`, `Mary Ann Liebert, Inc.`"""
    at = end + (text.words[end : end + 1] == ("and",))
    beside = text.gap_before(end).strip() in _BEFORE_A_KIND
    return beside and not namesakes.OF_FOUNDERS.isdisjoint(text.words[at : at + 1])


def is_behind_city(text: Text, begin: int, first: int) -> bool:
    """Say whether a city and a colon stand before a name: `Berlin: `, `Cambridge, Mass.: `."""
    return ":" in text.gap_before(begin) and any(
        text.words[at] in PLACES and not is_of_a_name(text, at) for at in range(max(first, begin - _AROUND), begin)
    )


def _is_city(text: Text, end: int) -> bool:
    """Say whether a colon stands behind a name, or behind it and its state: `Red Hook, N.Y.: `."""
    at = end
    if text.gap_before(end).strip() == ",":
        at += 1
        while text.after_initial(at):
            at += 1
    return ":" in text.gap_before(at)


def _has_city(text: Text, begin: int, end: int, first: int) -> bool:
    around = (*range(max(first, begin - _AROUND), begin), *range(end, min(len(text.words), end + _AROUND)))
    return any(text.words[at] in PLACES and not is_of_a_name(text, at) for at in around)


def is_of_a_name(text: Text, at: int) -> bool:
    """Say whether a place's name is a person's, by the initial or the given name before it: `Anna Lund`."""
    return text.after_initial(at) or (text.gap_before(at) == " " and text.words[at - 1] in GIVEN_NAMES)
