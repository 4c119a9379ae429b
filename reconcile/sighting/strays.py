"""The words of a string that nothing explains, and that are written as names are: other people, perhaps."""

from __future__ import annotations

from collections.abc import Iterable, Set

from reconcile.lexicon import houses, places, rarity
from reconcile.sighting.edges import CUES
from reconcile.sighting.people import Strays
from reconcile.sighting.sought import Sought
from reconcile.sighting.text import Text
from sources.months import ENGLISH
from sources.text import STOP_WORDS, fold

# Words beside a title that are neither people nor a venue: remarks of lists of publications, months.
REMARKS = frozenset(
    """
    al best bib bibtex citations cite cited code contributed corresponding dataset demo draft ed edition editor
    editors eds equal equally et findings full have in invited long main month note oral others our page paper
    papers print project short slides spotlight student talk to track under video we were with work
    """.split()
).union(CUES, ENGLISH)

# What stands in brackets behind the names of editors.
_EDITORS = frozenset({"ed", "eds", "editor", "editors", "hrsg", "hg"})
_MOST_EDITORS = 20  # words among which they stand

# What an imprint is made of, and no list of authors: `Vancouver: Curran Associates, Inc.`
IMPRINT = frozenset(fold(" ".join((*places.CITIES, *places.REGIONS, *houses.PARTS))).split())
_LEADING = 2  # words of a string of which one is its first author's family name, most often


def strays_in(rest: Iterable[str], explained: frozenset[str], venue: Set[str], sought: Sought, title: int) -> Strays:
    """Return the words outside a title that nothing explains, not even cut short, and that are written as names are."""
    text = sought.text
    named = text.named.union(sought.owners).difference(text.words[: _after_editors(text, title)])
    found = [word for word in rest if word in named and word not in explained and _is_stray(word)]
    found = [word for word in found if not text.clips(word, venue)]
    initialled = tuple([word for word in found if word in sought.text.initialled])
    return Strays(frozenset(found), initialled, frozenset(sought.text.words[:_LEADING]))


def _after_editors(text: Text, title: int) -> int:
    """Return where the names end that stand before a title, if they are said to be editors': no author is named."""
    if text.words[:2] == ("edited", "by"):
        return title
    marks = (at for at, word in enumerate(text.words[:_MOST_EDITORS]) if at and word in _EDITORS)
    return next((at for at in marks if not {"(", "["}.isdisjoint(text.gap_before(at))), 0)


def _is_stray(word: str) -> bool:
    """Say whether a word is one that venues, remarks and titles do not use: a name, perhaps.

    One in letters that nobody can hold against a record's, as Japanese and Persian names are, is no other's.
    """
    if (
        len(word) < 2
        or not word.isascii()
        or word.isdigit()
        or word in STOP_WORDS
        or word in REMARKS
        or word in IMPRINT
    ):
        return False
    return rarity.is_surname(word) or not rarity.is_listed(word)
