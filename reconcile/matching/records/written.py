"""A title as a string has it, held against a record's: misspelt, by initials, broken off or without a subtitle."""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from reconcile.matching.places.called import is_called
from reconcile.matching.records.vouched import Compare
from reconcile.matching.records.weigh import Sighting, title_bits
from reconcile.matching.strings.lossy import lost_letters_only
from reconcile.matching.strings.sought import Sought
from reconcile.matching.strings.text import LEAST_CLIPPED, Text, plain_title
from reconcile.matching.titles.coverage import HEADED
from reconcile.matching.titles.misread import Frequency, slipped, spelt
from reconcile.matching.titles.title import UNSAID, not_towards
from reconcile.settings import Settings
from reconcile.titles import OTHER_WORK, Relation, Titles, compare_titles, head_of, is_sure
from reconcile.titles.initials import are_initials_in, short_between, with_genus
from sources.catalog import Row
from sources.text import fold, letters_of

TEAM = 2  # authors who are one
_LEAST_CUT = 80  # letters of a title that breaks off, which leaves no doubt which one it is
_WIDTHS = frozenset((100, 120, 128, 150, 200, 250, 255, 256))  # of columns; a blank at their end may be lost
_FEW, _MORE = 2, 3  # letters of initials for which all must agree, and for which less is enough


def compared(written: str, row: Row, settings: Settings, frequency: Frequency) -> Titles:
    """Return how a title as it is written stands to the record's, misspelt, misread or without a subtitle."""
    wanted = plain_title(row.title)
    titles = not_towards(spelt(compare_titles(written, wanted), row.title, settings, frequency), written, wanted)
    if not is_sure(titles) and lost_letters_only(written, wanted):
        return Titles(Relation.SPELLING, titles.bits, titles.share)
    if is_sure(titles) or not HEADED.search(wanted):
        return titles
    head = head_of(wanted)
    by_head = spelt(compare_titles(written, head), head, settings, frequency)
    return Titles(Relation.SUBTITLE, by_head.bits, by_head.share) if by_head.relation is Relation.SPELLING else titles


class Initials(NamedTuple):
    """Which initials may stand for words of a record's title: those of so many letters, known to be short for them.

    `unknown` says that a string may have such for any words of the record's that fit: nobody tells who writes GCD for
    "greatest common divisor" what it means. What a record has in short and a string in full may be another reading.
    """

    letters: int
    unknown: bool = False


def with_initials(written: str, compare: Compare, title: str, allowed: Initials) -> Titles:
    """Return how a title as it is written stands to the record's, where initials are the words that they stand for.

    They are those of a genus, or such as are allowed.
    """
    titles = compare(with_genus(written, title))
    if is_sure(titles):
        return titles
    if titles.relation is Relation.INITIALS and allowed.unknown and are_initials_in(titles.only_left, title):
        return Titles(Relation.SPELLING, titles.bits, titles.share)
    parted = (*titles.only_left, *titles.only_right) if titles.relation is Relation.ABBREVIATED else ()
    letters = [len(word) for word in parted or short_between(written, title) if len(word) >= _FEW]
    are_enough = min(letters, default=0) >= allowed.letters
    return Titles(Relation.SPELLING, titles.bits, titles.share) if are_enough else titles


def with_slips(written: str, compare: Compare, title: str) -> Titles:
    """Return how a title as it is written stands to the record's, of whose people all are named.

    Words that a full stop cuts short are then a slip, too: `Comp. Pathology`.
    """
    titles = with_words_in_full(written, compare)
    if is_sure(titles):
        return titles
    return slipped(titles, title)


def with_words_in_full(written: str, compare: Compare) -> Titles:
    """Return how a title as it is written stands to the record's, whose words a full stop may cut short in it."""
    titles = compare(written)
    return titles if is_sure(titles) or "." not in written else compare(_in_full(written, titles))


def _in_full(written: str, titles: Titles) -> str:
    """Return a title with the words that a full stop cuts short as the record's has them."""
    for word in titles.only_left:
        whole = next((other for other in titles.only_right if other.startswith(word) and other != word), "")
        if whole and len(word) >= LEAST_CLIPPED:
            written = re.sub(rf"\b{re.escape(word)}\.(?=\s)", whole, written, flags=re.IGNORECASE)
    return written


def begun(titles: Titles, settings: Settings) -> Titles:
    """Return how a title stands to that of the record named by an identifier: some of its words are no other title.

    `Barnacles in: https://dblp.org/rec/conf/…` breaks off.
    """
    if titles.only_left or titles.relation in OTHER_WORK:
        return titles
    cut = titles._replace(relation=Relation.CUT, bits=UNSAID.titles.bits)
    return max(titles, cut, key=partial(title_bits, settings=settings, whole=True))


# The number of a part, which may have lost its other figures as well as be another part's.
_ENDS_IN_PART = re.compile(r"(?<![^\W_])(?:[IVXLC]+|\d+)\W*\Z")


def cut_off(titles: Titles, text: Text, title: str) -> Titles:
    """Return how a title stands to a record's that a string, nothing else, has the long beginning of.

    Somebody's table has so many characters for it: it ends within a word, with a hyphen, or where such a column
    does. A whole title from which another goes on ends with a word anywhere.
    """
    letters = letters_of(title)
    if not (_LEAST_CUT <= len(text.letters) < len(letters) and letters.startswith(text.letters)):
        return titles
    string = text.string.rstrip()
    if _ENDS_IN_PART.search(string):
        return titles  # `…: Part I` is no beginning of `…: Part II`
    filled = not _WIDTHS.isdisjoint((len(string), len(string) + 1))
    is_cut = filled or string.endswith("-") or _is_stump(text, title)
    return Titles(Relation.SPELLING, titles.bits, titles.share) if is_cut else titles


def _is_stump(text: Text, title: str) -> bool:
    """Say whether the last word of a title's beginning is but the beginning of a word."""
    places = accumulate(map(len, fold(title).split()))
    return len(text.letters) not in places


def initials_allowed(sighting: Sighting, sought: Sought) -> Initials | None:
    """Return which initials may stand for words of a record's title, None where none may.

    Of three letters, where its whole team is named with the year or the venue, as one author has two works of a year
    so, and a team has them in two years; of two where all of that is named, or who leads it with both. Only where
    nobody and nothing is lacking need they not be known.
    """
    people, gap, words = sighting.people, sighting.gap, sought.text.words
    if gap or not people.found:
        return None
    first, last = sighting.title.core
    placed = sighting.venue or is_called(sighting.row.container_title, (*words[:first], *words[last:]))
    team = len(people.found) >= TEAM
    if gap == 0 and placed and (not people.missing or (people.first and (team or sought.cut))):
        return Initials(_FEW, unknown=not people.missing)
    return Initials(_MORE) if team and not people.missing and (gap == 0 or placed) else None
