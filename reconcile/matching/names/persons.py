"""The words of a string that are people's by where they stand, whatever else they are the names of.

Taylor and Beck are publishers, Austin and London are cities, Long and Page are words of remarks. At an initial, in a
list, or beside a given name with nothing more between two signs, they are people; in an imprint behind a title they
are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from reconcile.lexicon import namesakes, rarity
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.surnames import BESIDE_GIVEN_NAMES
from reconcile.matching.names.imprints import PLACES, is_behind_city, is_founder, is_imprint, is_nobody
from reconcile.matching.names.name_lists import Run, authors_in, cited_in, lists_in, may_be_family, others_in
from reconcile.matching.strings.text import JOINS, Text
from reconcile.matching.titles.edges import is_year
from sources.months import ENGLISH
from sources.record import Name, Record
from sources.text import fold, letters_of

_FEWEST, _LONGEST = 2, 3  # words of a whole name
_NO_FAMILIES = namesakes.KINDS | namesakes.OF_FOUNDERS  # a name that ends with one of these is no person's
_ALIKE = 75.0  # percent of two spellings of one family name that are the same: `Kowalenjko`, `Kovalenko`


class Persons(NamedTuple):
    """The words that stand where names do, and those of whole names, which nothing but people have.

    `nobody` are those behind a title that are nobody's there, as the names of publishers and editors are.
    """

    words: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()


def persons_in(text: Text, title: Run, explained: Set[str], authors: Sequence[Name]) -> Persons:
    """Return the people of a string beside the words of a title.

    `explained` are the words of a record's venue and people, `authors` its people.

    >>> from reconcile.matching.strings.text import prepare
    >>> sorted(persons_in(prepare("Taylor, Simon. On Wool. Felt, 2017"), (2, 4), set(), ()).whole)
    ['simon', 'taylor']
    """
    first, last = title
    ahead = [run for run in text.capitalised if run[1] <= first]
    behind = [(max(begin, last), end) for begin, end in text.capitalised if end > last]
    others = [*others_in(text, [run for run in behind if run[0]])]
    behind = [run for run in behind if run not in others]
    lists = lists_in(text, behind)
    firms = [run for names in lists if _is_firm(text, names, last) for run in names]
    authored = [names for names in (*lists_in(text, ahead), *lists) if names[0] not in firms]
    listed = [*cited_in(text), *(run for names in authored for run in authors_in(text, names))]
    people = frozenset(at for run in listed for at in range(*run))
    firms += [run for run in behind if run[0] not in people and _is_printed(text, run, last)]
    alone = [run for run in (*ahead, *behind) if run[0] not in people and run not in firms]
    names = (*_whole_names(text, first, alone, explained), *(text.words[slice(*run)] for run in listed))
    strange = [name for name in names if explained.isdisjoint(name) and not _is_one_of(name, authors)]
    whole = frozenset(word for name in (*strange, _first_two(text, first)) for word in name if len(word) > 1)
    silent = frozenset(at for run in (*others, *firms) for at in range(*run))
    words = whole.union(_initialled(text, first, silent))
    nobody = frozenset(text.words[at] for at in silent).difference(words, text.words[:first])
    return Persons(words, whole, nobody)


def persons_of(claim: Record, explained: Set[str]) -> Persons:
    """Return the people of an entry, who are known: those with given names, in letters that records have."""
    families = [fold(name.family).split() for name in claim.author if name.given]
    others = [words[-1] for words in families if words and explained.isdisjoint(words)]
    whole = frozenset(filter(may_be_family, others))
    return Persons(whole, whole)


def _is_one_of(name: tuple[str, ...], authors: Sequence[Name]) -> bool:
    """Say whether a name is an author's, shortened or the family name misspelt; or given names, `with Ada, Bo`."""
    known = [fold(author.given).split() for author in authors]
    if {word for given in known for word in given}.issuperset(name):
        return True
    for author, given in zip(authors, known, strict=True):
        left = [word for word in name if word not in given]
        if len(left) < len(name) and fuzz.ratio("".join(left), letters_of(author.family)) >= _ALIKE:
            return True
    return False


def _initialled(text: Text, first: int, silent: Set[int]) -> list[str]:
    """Return the words with an initial before them, and those before the title with one behind them."""
    before = [at for at in range(1, len(text.words)) if text.after_initial(at) and at not in silent]
    behind = [at for at in range(first - 1) if text.is_initial(at + 1)]
    words = [text.words[at] for at in (*before, *behind)]
    return [word for word in words if len(word) > 1 and word.isascii()]


def _is_firm(text: Text, names: Sequence[Run], first: int) -> bool:
    """Say whether a list of names behind a title is a firm's name, or stands where one does: `Simon & Schuster`."""
    words = tuple([word for run in names for word in text.words[slice(*run)]])
    founded = any(is_founder(text, end) for _, end in names)
    joined = len(names) > 1 and " ".join(words) in namesakes.HOUSES
    return founded or joined or is_behind_city(text, names[0][0], first)


def _is_printed(text: Text, run: Run, first: int) -> bool:
    return is_imprint(text, *run, first) or is_nobody(text, *run)


def _whole_names(text: Text, first: int, runs: Sequence[Run], explained: Set[str]) -> Iterator[tuple[str, ...]]:
    """Give the names that stand alone between signs: `Simon Taylor`, and before the title `Taylor, Simon`.

    Those of which no table has a word are told by their place: they lead a string, or the venue stands behind them too.
    """
    for begin, end in runs:
        is_behind = end > first
        is_placed = any(map(explained.__contains__, filter(str.isalpha, text.words[end:]))) if is_behind else begin == 0
        told = (is_placed and _is_unknown(text, begin, end)) or (is_behind and _is_initialled(text, begin, end))
        if told or _is_name(text.words[begin:end]):
            yield text.words[begin:end]
    for (begin, end), (second, last) in pairwise(runs):
        words = (*text.words[second:last], *text.words[begin:end])
        turned = second == end and last <= first and end - begin == 1 and text.gap_before(second).strip() == ","
        if turned and (_is_name(words) or (begin == 0 and _is_unknown(text, begin, last))):
            yield words


def _is_initialled(text: Text, begin: int, end: int) -> bool:
    """Say whether a run is initials and a name, `S. Biles.`, and no journal: `J. ACM`, `J. Chem. Phys.`"""
    words = text.words[begin:end]
    if not _FEWEST <= len(words) <= _LONGEST or max(map(len, words[:-1])) > 1 or not may_be_family(words[-1]):
        return False
    cut_short = not text.clipped.isdisjoint(text.words[end : end + 1]) and text.gap_before(end).strip() == "."
    return not cut_short and not (text.written(end - 1, end).isupper() and not text.string.isupper())


def _is_name(words: tuple[str, ...]) -> bool:
    """Say whether words are a given name that is known, and a family name."""
    if not _FEWEST <= len(words) <= _LONGEST or PLACES.issuperset(words):
        return False
    of_a_kind = words[-1] in namesakes.KINDS
    if words[0] in GIVEN_NAMES and words[-1] in BESIDE_GIVEN_NAMES:
        return len(words) == 2 or not of_a_kind
    if words[-1] in _NO_FAMILIES or (words[0] in ENGLISH and not rarity.is_surname(words[-1])):
        return False  # `June Edition`
    return words[0] in GIVEN_NAMES and (words[0] not in PLACES or may_be_family(words[-1]))  # `Florence Station`


def _is_unknown(text: Text, begin: int, end: int) -> bool:
    """Say whether a run is two words that no table has, and that are no acronyms: `Odalys Quimby`."""
    words = text.words[begin:end]
    if len(words) != _FEWEST or words[0] in namesakes.COMPANIES or words[-1] in _NO_FAMILIES:
        return False
    loud = not text.string.isupper() and any(text.written(at, at + 1).isupper() for at in range(begin, end))
    known = any(map(rarity.is_listed, words)) or not (PLACES | BESIDE_GIVEN_NAMES).isdisjoint(words)
    return not loud and not known and all(map(may_be_family, words))


def _first_two(text: Text, first: int) -> tuple[str, ...]:
    """Return the two family names with which a string begins: common ones, or before a year in brackets.

    `Long and Page. Title`, `Wise and Read (2017). Title`
    """
    ends = [end for _, end in text.capitalised][:2]
    words = tuple([text.words[end - 1] for end in ends])
    joined = ends in ([1, 2], [1, 3]) and (text.words[1] in JOINS or text.gap_before(1).strip() == "&")
    if not joined or ends[1] > first:
        return ()
    dated = "(" in text.gap_before(ends[1]) and is_year(text.words[ends[1]])
    return words if dated or all(map(rarity.is_surname, words)) else ()
