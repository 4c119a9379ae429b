"""The words of a string that nothing explains, and that are written as names are: other people, perhaps."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from itertools import chain
from typing import NamedTuple

from reconcile.lexicon import houses, places, rarity
from reconcile.matching.names.name_lists import Run
from reconcile.matching.names.people import Strays
from reconcile.matching.names.persons import persons_in, persons_of
from reconcile.matching.places.called import is_cut_short, words_called, words_of
from reconcile.matching.strings.sought import Sought
from reconcile.matching.strings.text import Text
from reconcile.matching.strings.wrapping import PEOPLE, UNFINISHED
from reconcile.matching.titles.edges import REMARKS
from sources.record import Name
from sources.romanising import latin_name
from sources.text import STOP_WORDS, fold

# What stands in brackets behind the names of editors.
_EDITORS = frozenset({"ed", "eds", "editor", "editors", "hrsg", "hg"})
_MOST_EDITORS = 20  # words among which they stand

# What an imprint is made of: `Vancouver: Curran Associates, Inc.` Before a title, its places alone.
_PLACES = frozenset(fold(" ".join((*places.CITIES, *places.REGIONS))).split())
IMPRINT = _PLACES.union(fold(" ".join(houses.PARTS)).split())
# A list of authors that breaks off with the string, and the pages at the end of the reference before it.
_UNFINISHED = re.compile(rf"(?<=[.)])\s{PEOPLE}{UNFINISHED}")
_PAGES = re.compile(r"\d[-–]{1,2}\d{1,6}[.)]")
_LEADING = 2  # words of a string of which one is its first author's family name, most often


class Beside(NamedTuple):
    """The words beside a title, where that stands, and what a record explains of them.

    `explained` are the words of its venue and its people's family names, `container` is its venue, `authors` are its
    people.
    """

    words: Sequence[str]
    title: Run
    explained: frozenset[str]
    container: str
    authors: tuple[Name, ...]


def strays_in(beside: Beside, sought: Sought) -> Strays:
    """Return the words outside a title that nothing explains, not even cut short, and that are written as names are."""
    text = sought.text
    others = _editors(text, *beside.title) | _of_the_next(text, *beside.title)
    named = _read(text.named.union(sought.owners) - others)
    people = (
        persons_of(sought.claim, beside.explained)
        if sought.claim
        else persons_in(text, beside.title, beside.explained, beside.authors)
    )
    ahead = frozenset(text.words[: beside.title[0]])
    found = [
        word
        for word in beside.words
        if word in named
        and word not in beside.explained
        and (word in people.words or _is_stray(word, people.nobody | (_PLACES if word in ahead else IMPRINT)))
    ]
    if found and not text.clipped.isdisjoint(found):
        is_cut = not sought.entry and is_cut_short(beside.container, beside.words, text)
        venue = words_called(beside.container) if is_cut else words_of(beside.container)
        found = [word for word in found if not text.clips(word, venue)]
    initials = _read(text.initialled)
    initialled = tuple([word for word in found if word in initials])
    leading = _read(frozenset(text.words[:_LEADING]))
    in_front = _read(ahead).intersection(initialled)
    return Strays(frozenset(found), initialled, leading, people.whole.intersection(found), in_front)


def _read(words: frozenset[str]) -> frozenset[str]:
    """Return words in Latin letters, as far as they can be read: Cyrillic and Greek ones, and Chinese names.

    One sign alone is no name: `頁 12`.
    """
    if all(map(str.isascii, words)):
        return words
    names = [latin_name(word) if len(word) > 1 else (word,) for word in words]
    return frozenset(chain.from_iterable(names))


def _editors(text: Text, first: int, last: int) -> frozenset[str]:
    """Return the names that are said to be editors' and stand nowhere else.

    `S. Biles (Ed.). Title`; of the volume it is in, `Title. In S. Biles (Ed.)`.
    """
    if text.words[:2] == ("edited", "by"):
        return frozenset(text.words[:first])
    marks = (at for at, word in enumerate(text.words) if at and word in _EDITORS)
    end = next((at for at in marks if not {"(", "["}.isdisjoint(text.gap_before(at))), 0)
    begin = 0 if end <= first else max((at for at in range(last, end) if text.words[at] == "in"), default=last)
    if end - begin >= _MOST_EDITORS:
        return frozenset()
    return frozenset(text.words[begin:end]).difference(text.words[:begin], text.words[end:])


def _of_the_next(text: Text, first: int, last: int) -> frozenset[str]:
    """Return the names of a list without end with which the next reference begins: `…, 2012. Lee, A., Rye, B., and`.

    Where a title leads the string, and no pages say that its reference ends, they may be its own authors.
    """
    end = text.ends[last - 1] if last else 0
    found = _UNFINISHED.search(text.string, end)
    if not found or not (first or _PAGES.search(text.string, end, found.start() + 1)):
        return frozenset()
    at = bisect_left(text.starts, found.start())
    if not any(word[0].isdigit() for word in text.words[last:at]):
        return frozenset()
    return frozenset(text.words[at:]).difference(text.words[:at])


def _is_stray(word: str, imprint: Set[str]) -> bool:
    """Say whether a word is one that venues, remarks, imprints and titles do not use: a name, perhaps.

    One in letters that nobody can hold against a record's, as Japanese and Persian names are, is no other's.
    """
    if (
        len(word) < 2
        or not word.isascii()
        or word.isdigit()
        or word in STOP_WORDS
        or word in REMARKS
        or word in imprint
    ):
        return False
    return rarity.is_surname(word) or not rarity.is_listed(word)
