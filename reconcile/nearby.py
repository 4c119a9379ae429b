"""Which of many records are worth holding side by side: those that share a key which two records of one work must.

Comparing every two of ten thousand records takes an hour, and a family name is no key: who owns a laboratory is an
author of all its papers. What `works` joins has one of these in common, and nothing else is a key:

- an identifier, or one that the other names as its own version;
- the letters of the title, or of what stands before its colon: subtitles differ, coined names stay;
- words of the title. Titles that are one in other words share three quarters of their bits and more, words that are
  misspelt, glued or parted counting as shared. So at least one of the two titles has three quarters of its own bits
  in the other, and of any of its words that have more than a quarter together, one is there: the rarest are looked up,
  then the next;
- for a preprint under another title, a word in the same way, and a name of the first three authors or the last one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.authors import person
from reconcile.lexicon import rarity
from reconcile.records import is_preprint, years_of
from reconcile.settings import Settings
from reconcile.titles import TitleText, head_of, title_text
from reconcile.titles.slips import broken_stops
from reconcile.titles.twins import Twins
from sources.record import Record
from sources.text import STOP_WORDS, letters_of

VERSIONS = frozenset({"is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-identical-to"})
SHARE = 0.75  # of the bits of two titles that they share at least where they are one in other words
_FEW = 8  # titles that are sooner compared than told apart by words that many have
_ROUNDING = 1e-6  # bits
_WORDLESS = ""  # the key of titles that have nothing but stop words

Places = set[int]


def neighbours(records: Sequence[Record], settings: Settings) -> list[Places]:
    """Return, for each record, the places of those that may describe one work with it."""
    near: list[Places] = [set() for _ in records]
    keys = _by_key(records)
    titles = [title_text(record.title) if record.title else None for record in records]
    words = _Words(titles)
    retitled = _Retitled(records, settings)
    for at, title in enumerate(titles):
        found = {other for key in _keys(records[at]) for other in keys[key]}
        if title is not None:
            found |= words.sharing(title, SHARE)
            if team := retitled.same_team(at):
                found |= team & words.sharing(title, settings.retitled_share)
        for other in found - {at}:
            near[at].add(other)
            near[other].add(at)
    return near


def _by_key(records: Sequence[Record]) -> dict[str, list[int]]:
    keys: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        for key in _keys(record):
            keys[key].append(at)
    return keys


def _keys(record: Record) -> set[str]:
    """Return the identifiers of a record and its versions, and the letters of its title and of the title's head."""
    keys = set(map(str, record.identifiers))
    keys.update(str(relation.target) for relation in record.relations if relation.kind in VERSIONS)
    if record.title:
        title = title_text(record.title)
        keys.update(("title " + title.letters, "head " + letters_of(head_of(title.text))))
    return keys


class _Retitled:
    """Who could be the team of a preprint that appeared under another title, by the words of their names."""

    def __init__(self, records: Sequence[Record], settings: Settings) -> None:
        self._records = records
        self._least = settings.retitled_authors
        self._places: dict[bool, dict[str, Places]] = {False: defaultdict(set), True: defaultdict(set)}
        for at, record in enumerate(records):
            for name in self._names(record):
                self._places[is_preprint(record)][name].add(at)

    def _names(self, record: Record) -> set[str]:
        """Return the words of the names of the first three authors and the last; one of them may be misspelt."""
        if record.author_et_al or len(record.author) < self._least or not years_of(record):
            return set()
        people = [person(name) for name in (*record.author[:3], *record.author[-1:])]
        return {word for one in people for word in (*one.telling, one.family)}

    def same_team(self, at: int) -> Places:
        """Return the places of publications that share a name with a preprint, or the reverse."""
        record = self._records[at]
        others = self._places[not is_preprint(record)]
        return {place for name in self._names(record) for place in others.get(name, ())} if others else set()


class _Words:
    """The words of titles, and the places of the titles in which each, or what may be written for it, stands."""

    def __init__(self, titles: Sequence[TitleText | None]) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        self._forms: dict[str, tuple[str, ...]] = {}
        spoken = {word for title in titles if title is not None for word in title.telling}
        self._twins = Twins(spoken)
        for at, title in enumerate(titles):
            for word in _written(title, spoken) if title is not None else ():
                self._places[word].append(at)

    def sharing(self, title: TitleText, share: float) -> Places:
        """Return the places of all titles in which so large a share of this title's bits is found, and of some others.

        The rarest words that have more than the rest of the bits together are a group of which one must be found, and
        so are the next: who has none of some group is left out.
        """
        if not title.bits:
            return set(self._places.get(_WORDLESS, ()))
        counted = Counter(title.telling)
        halves = _halves(title)
        least = (1 - share) * title.bits + _ROUNDING
        found: Places | None = None
        group: Places = set()
        bits = 0.0
        for word in sorted(counted, key=lambda word: (self._count(word), word)):
            if not (own := rarity.of_word(word)):
                continue
            group.update(*[self._places.get(form, ()) for form in (*self._written_for(word), *halves[word])])
            bits += counted[word] * own
            if bits > least:
                found = group if found is None else found & group
                if len(found) <= _FEW:
                    break
                group, bits = set(), 0.0
        return group if found is None else found

    def _count(self, word: str) -> int:
        return sum(len(self._places.get(form, ())) for form in self._written_for(word))

    def _written_for(self, word: str) -> tuple[str, ...]:
        """Return what another title may have for a word: itself, one like it, a stop word that it may be misspelt."""
        if word not in self._forms:
            self._forms[word] = (word, *self._twins.of(word), *broken_stops(word, STOP_WORDS))
        return self._forms[word]


def _written(title: TitleText, spoken: set[str]) -> Iterator[str]:
    """Yield the words of a title once each, and of two that stand together, what some title has as one."""
    glued = {one + other for one, other in pairwise(title.written)} & spoken
    yield from glued.union(title.written)
    if not title.bits:
        yield _WORDLESS


def _halves(title: TitleText) -> dict[str, list[str]]:
    """Return for each word what it is with its neighbours, written as one."""
    glued: dict[str, list[str]] = defaultdict(list)
    for one, other in pairwise(title.written):
        glued[one].append(one + other)
        glued[other].append(one + other)
    return glued
