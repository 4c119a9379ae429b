"""A string whose acronyms are spelt out by a record's title: `…for VQA` where the title has Visual Question Answering.

The record says for which words an acronym may stand, so no list of acronyms is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from reconcile.sighting.text import Text
from reconcile.sighting.title import Range, TitleSeen
from reconcile.titles.initials import initials_of, standing_for
from sources.text import STOP_WORDS


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


def spelt_out(text: Text, title: Sequence[str]) -> SpeltOut | None:
    """Return the text with those acronyms spelt out that stand for words of a title, given folded; None for none."""
    meant = {word: run for word in text.acronyms if (run := _meant(word, title, text.known))}
    if not meant:
        return None
    found = [(at, each) for at, word in enumerate(text.words) for each in meant.get(word, (word,))]
    places, words = tuple(at for at, _ in found), tuple(word for _, word in found)
    starts, ends = (tuple([bounds[at] for at in places]) for bounds in (text.starts, text.ends))
    return SpeltOut(
        replace(text, words=words, starts=starts, ends=ends, letters="".join(words), known=frozenset(words)), places
    )


def spelt_words(acronyms: Iterable[str], title: Sequence[str], known: Set[str]) -> set[str]:
    """Return the words of a title for which acronyms stand, where the others are `known`."""
    return {word for acronym in acronyms for word in _meant(acronym, title, known)}


def _meant(acronym: str, title: Sequence[str], known: Set[str]) -> tuple[str, ...]:
    """Return the words of a title that an acronym stands for, which are not there themselves; else none."""
    if acronym in title:
        return ()
    runs = (tuple(title[first:last]) for first, last in standing_for(acronym, initials_of(title)))
    return next((run for run in runs if known.isdisjoint(set(run) - STOP_WORDS)), ())
