"""A work known by its circumstances, where its title is not given, cut short or spoilt: its pages, its team, its year.

Physicists and chemists give no titles, some styles shorten them, a scan or a slip of the keyboard spoils one of a word
or two. `bench/circumstances.py` counts how often two works share what is asked for here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from rapidfuzz import fuzz

from reconcile.lexicon import rarity
from reconcile.matching.places.called import is_named_first
from reconcile.matching.places.printed import is_number
from reconcile.matching.strings.sought import Sought
from reconcile.matching.strings.text import Text, plain_title
from reconcile.matching.titles.answers import announced
from reconcile.matching.titles.edges import is_year
from reconcile.matching.titles.endings import goes_on_otherwise
from reconcile.matching.titles.misread import Frequency, spelt
from reconcile.matching.titles.title import TitleSeen, beginnings, see_title
from reconcile.settings import Settings
from reconcile.titles import ONE_TITLE, OTHER_WORK, Relation, Titles, compare_titles, head_of
from reconcile.venues import VenueAgreement, compare_venues, read_venue, venue_of_record
from sources.catalog import Row
from sources.record import Record
from sources.text import STOP_WORDS, fold, letters_of, telling_words

# Of whose title all is there, if otherwise: a beginning that it has in common with the record's is none cut short.
_NOT_SHORTER = OTHER_WORK | {Relation.ABBREVIATED, Relation.INITIALS}
_SHORTER = frozenset({Relation.CUT, Relation.SUBTITLE})

UNTITLED = TitleSeen(0, 0, Titles(Relation.SAME), "")

_LEAST_LETTERS = 6  # of a title that is spoilt
_LEAST_END = 20  # letters of a title whose beginning is lost
_LEAST_CUT = 3  # words of a title that is cut short
_INITIALS = 3  # letters of initials without full stops
_INITIALS_AMONG_CAPITALS = 2  # where all letters are capitals: `ENG. 7` is a journal
_LEAST_ACRONYM = 4  # letters of a venue's initials: `MNRAS`
_VENUE = 0.7  # of the words of a venue that stand behind the names
_YEAR = re.compile(r"1[89]\d\d|20[0-4]\d")
_QUOTE = re.compile("[\"“”„«»]|``|''")
# What names the book or meeting that a work stands in, behind the names of its authors.
_IN = frozenset("dans em en in proc proceedings".split())
_SAME_VENUE = frozenset({VenueAgreement.SAME, VenueAgreement.OTHER_TRACK})
# What stands among names: particles, and what a footnote puts before them.
_AMONG_NAMES = frozenset(
    "al also and bin cf da das de del den der di dos du e el et i la le ref refs see siehe ter und van vgl voir von"
    " with y zu".split()
)


def by_people(sought: Sought) -> tuple[str, ...]:
    """Return the words by which records are looked for: surnames, as far as initials tell them, and the years.

    Where there are no initials, those before a venue.
    """
    if sought.entry:
        return sought.words
    text = sought.text
    end = next((at for at, word in enumerate(text.words) if at and word in _IN), len(text.words))
    lead = [at for at in range(end) if _may_name(text.words[at])]
    last = next((at for at, word in enumerate(text.words) if at and (word == "al" or is_year(word))), end)
    named = [at for at in lead if at < last and (_is_initials(text, at - 1) or _is_initials(text, at + 1))]
    if named[:1] != lead[:1]:  # names come first: no `Skory and Eskenazi, 5th BEA Workshop`
        named = [at for at in lead if at < last]
    return (*[text.words[at] for at in named or lead], *map(str, years_named(sought)))


def years_named(sought: Sought) -> tuple[int, ...]:
    """Return the years that a string names; where there are none of the last eighty years, older ones too."""
    return sought.years or tuple(dict.fromkeys([int(word) for word in sought.text.words if _YEAR.fullmatch(word)]))


def title_told(sought: Sought, row: Row, record: Record, settings: Settings, frequency: Frequency) -> TitleSeen | None:
    """Return how a string tells a record's title: cut short or misspelt perhaps; None where it tells another.

    A string that goes from the record's names to its venue tells none: `UNTITLED`.
    """
    title = plain_title(row.title)
    if sought.entry:
        if not sought.title:
            return UNTITLED
        titles = _told(sought.title, title, settings, frequency)
        return TitleSeen(0, 0, titles, sought.title) if titles else None
    text = sought.text
    explained = frozenset(fold(f"{' '.join(row.families)} {row.container_title}").split())
    seen = see_title(text, title, explained, settings)
    if seen and seen.titles.relation in _NOT_SHORTER:
        return None
    quoted = [each for each in text.stretches if each[1] - each[0] > 1 and _is_quoted(text, *each)]
    for first, last in quoted or beginnings(text, explained):
        written = text.written(first, last)
        if announced(text, first):
            continue  # of another work: `Data from: Title`
        titles = _told(written, title, settings, frequency)
        if titles and not (titles.relation in _SHORTER and goes_on_otherwise(text, last, explained)):
            return TitleSeen(first, last, titles, written, (first, last))
    if quoted:
        return None  # the title of another work
    if seen and seen.core != (0, 0):  # no sign parts it from what is beside: `Lai S et al 2021 Title Engineering 7 914`
        written = text.written(*seen.core)
        titles = _told(written, title, settings, frequency)
        if titles and not (titles.relation in _SHORTER and goes_on_otherwise(text, seen.core[1], explained)):
            return TitleSeen(*seen.core, titles, written, seen.core)
    return UNTITLED if _is_untitled(text, row, record) else None


def end_told(text: Text, title: str) -> TitleSeen | None:
    """Return the end of a record's title with which a string begins whose own beginning is lost; None for none.

    `ring Wool. In: Proc. Sheep, pp 106-115` of `Scouring Wool`.
    """
    letters = letters_of(title)
    for _, last in text.stretches:
        end = text.letters[: text.places[last]]
        if len(end) >= len(letters):
            return None
        if len(end) >= _LEAST_END and letters.endswith(end):
            words = telling_words(text.words[1:last])
            known = Titles(Relation.CUT, rarity.of_words(words), len(end) / len(letters))
            return TitleSeen(0, last, known, text.written(0, last), (0, last))
    return None


def _is_quoted(text: Text, first: int, last: int) -> bool:
    """Say whether words stand between quotation marks."""
    before = text.string[: text.starts[first]] if first == 0 else text.gap_before(first)
    behind = text.gap_before(last) if last < len(text.words) else text.string[text.ends[-1] :]
    return bool(_QUOTE.search(before) and _QUOTE.search(behind))


def _told(written: str, title: str, settings: Settings, frequency: Frequency) -> Titles | None:
    """Return how a title stands to a record's of which it has all words, the head or the first ones; None for others.

    Words may be misspelt.
    """
    letters = letters_of(written)
    if len(letters) < _LEAST_LETTERS:
        return None
    for relation, wanted in _forms(title, len(written.split())):
        if not fuzz.ratio(letters, letters_of(wanted), score_cutoff=settings.strings.seen_near):
            continue
        titles = spelt(compare_titles(written, wanted), wanted, settings, frequency)
        if titles.relation in ONE_TITLE:
            return titles._replace(relation=relation or titles.relation)
    return None


def _forms(title: str, count: int) -> Iterator[tuple[Relation | None, str]]:
    """Yield a title, its head, and its first words, as many as are given, each with what that is to the whole."""
    yield None, title
    head, words = head_of(title), title.split()
    if head != title:
        yield Relation.SUBTITLE, head
    if _LEAST_CUT <= count < len(words):
        yield Relation.CUT, " ".join(words[:count])


def _is_untitled(text: Text, row: Row, record: Record) -> bool:
    """Say whether nothing but names stands before the venue of a record: `M. J. Kim and B. Cao, in Proc. of …`."""
    names = frozenset(fold(" ".join(row.families)).split())
    acronym, at = fold(row.container_title), 0
    while at < len(text.words) and _is_of_names(text, at, names) and text.words[at] != acronym:
        at += 1
    if names.isdisjoint(text.words[:at]) or at == len(text.words):
        return False
    venue, rest = [word for word in fold(row.container_title).split() if word not in STOP_WORDS], text.words[at:]
    if rest[0] not in _IN:
        named = _before_numbers(rest)
        is_initials = len(rest[0]) >= _LEAST_ACRONYM and rest[0] == "".join([word[0] for word in venue])
        return is_initials or _abbreviates(named, venue) or is_named_first(row.container_title, named)
    if any(word == "in" and text.ends_before(place) for place, word in enumerate(rest[1:], at + 1)):
        return False  # the first begins a title: `Lee, A. In Search of Wool. In Proceedings of …`
    if venue and len(set(venue).intersection(rest)) >= _VENUE * len(set(venue)):
        return True
    return compare_venues(read_venue(text.string[text.starts[at] :]), venue_of_record(record)) in _SAME_VENUE


def _may_name(word: str) -> bool:
    return len(word) > 1 and not word.isdigit() and word not in STOP_WORDS and word not in _AMONG_NAMES


def _is_initials(text: Text, at: int) -> bool:
    """Say whether a word may be the initials of a name."""
    if not 0 <= at < len(text.words):
        return False
    written = text.written(at, at + 1)
    most = _INITIALS_AMONG_CAPITALS if text.string.isupper() else _INITIALS
    return len(written) <= most and written.isalpha() and written.isupper()


def _is_of_names(text: Text, at: int, names: Set[str]) -> bool:
    """Say whether a word is a name that is known, an initial, a number, or stands among such."""
    word = text.words[at]
    if word in names or word.isdigit() or len(word) == 1 or word in _AMONG_NAMES:
        return True
    beside = (*text.words[max(0, at - 1) : at], *text.words[at + 1 : at + 2])
    return _is_initials(text, at) and not names.isdisjoint(beside)


def _before_numbers(words: Sequence[str]) -> list[str]:
    """Return the words that stand before the first number, a Roman one perhaps."""
    return list(takewhile(lambda word: not is_number(word), words))


def _abbreviates(words: Sequence[str], venue: Sequence[str]) -> bool:
    """Say whether words shorten those of a venue: `Phys. Rev. Lett.`"""
    whole = iter(venue)
    short = [word for word in words if word not in STOP_WORDS]
    return bool(short) and all(any(each.startswith(word) for each in whole) for word in short)
