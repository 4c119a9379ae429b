"""How much of a title stands in a string: asked of every candidate, before a few of them are looked at closely."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from reconcile.lexicon import rarity
from reconcile.matching.strings.sought import Sought
from reconcile.matching.strings.text import plain_title
from reconcile.matching.titles.spelling_out import spelt_words
from reconcile.settings import Settings
from reconcile.titles import head_of
from reconcile.titles.tongues import tongues
from sources.catalog import Row
from sources.text import fold, letters_of

# A title without any of these signs has no head (`head_of`).
HEADED = re.compile(r"[:?!]|\s[–—-]")
_NOT_ALL = 0.99  # a title whose head alone is there stands behind one that is all there
_LEAST_BROKEN = 12  # letters of a title that breaks off
_TEAM = 2  # authors who, named, are reason enough to look for a title whose words are not there


def share_of(sought: Sought, row: Row, settings: Settings) -> float:
    """Return what `coverage` says of a record's title; where its team is named, enough for a closer look."""
    share = coverage(sought, row, settings)
    if share >= settings.strings.covered or sought.entry or not names_team(sought, row):
        return share
    return max(settings.strings.covered, likeness(sought, row.title, settings))


def names_team(sought: Sought, row: Row) -> bool:
    """Say whether a string names the first two of a record's authors, and its year or one beside it.

    The first is enough where there is no other, or where the list is cut short.
    """
    if not row.families or not row.year or all(abs(year - row.year) > 1 for year in sought.years):
        return False
    first = row.families[: 1 if sought.cut else _TEAM]
    return all(sought.text.known.issuperset(fold(family).split()) for family in first)


def coverage(sought: Sought, row: Row, settings: Settings) -> float:
    """Return the share (0 to 1) of a title's bits whose words stand in a string; of its head's, where that is more.

    Where few of its words are there, the letters are asked: words may be glued, parted or misspelt.
    """
    title = plain_title(row.title)
    folded = fold(title)
    if sought.broken and goes_on(sought, title):
        return _NOT_ALL
    words = tuple(folded.split())
    share = _share(sought.shown, words)
    if share == 1.0:
        return share
    known = sought.shown
    if sought.acronyms and (spelt := spelt_words(sought.acronyms, words, known)):
        known = known | spelt
        share = max(share, _NOT_ALL * _share(known, words))
    head = folded
    if HEADED.search(title):
        head = fold(head_of(title))
        share = max(share, _NOT_ALL * _share(known, head.split())) if head != folded else share
    for half in tongues(title) if "(" in title else ():
        share = max(share, _NOT_ALL * _share(known, fold(half).split()))
    if head.replace(" ", "") in sought.letters:
        return _NOT_ALL
    if share >= settings.strings.covered or not sought.entry:
        return share
    near = fuzz.ratio(folded.replace(" ", ""), sought.letters, score_cutoff=settings.strings.seen_near)
    return max(share, near / 100)


def likeness(sought: Sought, title: str, settings: Settings) -> float:
    """Return how like a title (0 to 1) the stretch of a string is that is most like it; 0 where none is.

    For a string of which a scan or a print has spoilt most words.
    """
    letters = letters_of(plain_title(title))
    return fuzz.partial_ratio(letters, sought.letters, score_cutoff=settings.strings.seen_near) / 100


def _share(known: frozenset[str], words: Sequence[str]) -> float:
    total = rarity.of_words(words)
    held = rarity.of_words(filter(known.__contains__, words))
    return held / total if total else float(bool(words) and known.issuperset(words))


def bits_held(share: float, row: Row) -> float:
    """Return the bits of a title's words of which a share stands in a string."""
    return share * rarity.of_words(fold(row.title).split())


def goes_on(sought: Sought, title: str) -> bool:
    """Say whether a title begins with that of an entry, which breaks off: `Optimal Proportional Cake Cutting…`."""
    return len(sought.letters) >= _LEAST_BROKEN and letters_of(title).startswith(sought.letters)
