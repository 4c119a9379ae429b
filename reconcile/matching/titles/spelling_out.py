"""A string whose acronyms are spelt out by a record's title: `…for VQA` where the title has Visual Question Answering.

The record says for which words an acronym may stand, and the string for which one of a title may. Whether it is known
to be short for them is asked where the titles are compared: where it is not, the work is likely at most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from reconcile.matching.strings.text import ACRONYM, Text
from reconcile.matching.titles.halves import Range
from reconcile.matching.titles.title import TitleSeen
from reconcile.titles.initials import may_stand_for, meant_by, standing_for

_MOST_WAYS = 3  # places of a text where words may be meant by an acronym of a title


class SpeltOut(NamedTuple):
    """A text with the words that its acronyms stand for, and the place in the first text of each of its words."""

    text: Text
    places: tuple[int, ...]

    def turned_back(self, title: TitleSeen) -> TitleSeen:
        """Return a title that was seen in this text with its places in the first one."""
        first, last = self._range((title.first, title.last))
        halves = (self._range(title.halves[0]), self._range(title.halves[1])) if title.halves else None
        return title._replace(first=first, last=last, core=self._range(title.core), halves=halves)

    def _range(self, words: Range) -> Range:
        first, last = words
        return (self.places[first], self.places[last - 1] + 1) if first < last else words


def spelt_out(text: Text, acronyms: Iterable[str], title: tuple[str, ...]) -> SpeltOut | None:
    """Return the text with those acronyms spelt out that stand for words of a title, given folded; None for none."""
    meant = {word: run for word in acronyms if (run := meant_by(word, title, text.known))}
    if not meant:
        return None
    found = [(at, each) for at, word in enumerate(text.words) for each in meant.get(word, (word,))]
    places, words = tuple(at for at, _ in found), tuple(word for _, word in found)
    starts, ends = (tuple([bounds[at] for at in places]) for bounds in (text.starts, text.ends))
    return SpeltOut(
        replace(text, words=words, starts=starts, ends=ends, letters="".join(words), known=frozenset(words)), places
    )


def titles_spelt_out(title: str, text: Text) -> Iterator[str]:
    """Yield a title with one of its acronyms spelt out by words of a text that lacks it, each way that fits."""
    for found in ACRONYM.finditer(title):
        acronym = found[0].lower()
        if acronym in text.known:
            continue
        runs = (text.words[first:last] for first, last in standing_for(acronym, text.words))
        for run in islice((run for run in runs if may_stand_for(acronym, run)), _MOST_WAYS):
            yield f"{title[: found.start()]}{' '.join(run)}{title[found.end() :]}"


def spelt_words(acronyms: Iterable[str], title: tuple[str, ...], known: Set[str]) -> set[str]:
    """Return the words of a title for which acronyms stand, where the others are `known`."""
    return {word for acronym in acronyms for word in meant_by(acronym, title, known)}
