"""A title as a string has it, held against a record's: misspelt, by initials, broken off or without a subtitle."""

from __future__ import annotations

from functools import partial

from reconcile.settings import Settings
from reconcile.sighting.called import is_called
from reconcile.sighting.coverage import HEADED
from reconcile.sighting.misread import Frequency, slipped, spelt
from reconcile.sighting.sought import Sought
from reconcile.sighting.text import plain_text
from reconcile.sighting.title import UNSAID, not_towards
from reconcile.sighting.vouched import Compare
from reconcile.sighting.weigh import Sighting, title_bits
from reconcile.titles import OTHER_WORK, Relation, Titles, compare_titles, head_of, is_sure
from reconcile.titles.initials import is_abbreviated
from sources.catalog import Row
from sources.text import fold

TEAM = 2  # authors who are one


def compared(written: str, row: Row, settings: Settings, frequency: Frequency) -> Titles:
    """Return how a title as it is written stands to the record's, misspelt, misread or without a subtitle."""
    wanted = plain_text(row.title)
    titles = not_towards(spelt(compare_titles(written, wanted), row.title, settings, frequency), written, wanted)
    if is_sure(titles) or not HEADED.search(wanted):
        return titles
    head = head_of(wanted)
    by_head = spelt(compare_titles(written, head), head, settings, frequency)
    return Titles(Relation.SUBTITLE, by_head.bits, by_head.share) if by_head.relation is Relation.SPELLING else titles


def with_initials(written: str, compare: Compare, title: str) -> Titles:
    """Return how a title as it is written stands to the record's, where initials are the words that they stand for."""
    titles = compare(written)
    if is_sure(titles) or not (titles.relation is Relation.ABBREVIATED or is_abbreviated(written, title)):
        return titles
    return Titles(Relation.SPELLING, titles.bits, titles.share)


def with_slips(written: str, compare: Compare, title: str) -> Titles:
    """Return how a title as it is written stands to the record's, of whose people all are named.

    Words in another order are then a slip, too.
    """
    titles = compare(written)
    if is_sure(titles):
        return titles
    if sorted(fold(written).split()) == sorted(fold(title).split()):
        return Titles(Relation.SPELLING, titles.bits, titles.share)
    return slipped(titles, title)


def begun(titles: Titles, settings: Settings) -> Titles:
    """Return how a title stands to that of the record named by an identifier: some of its words are no other title.

    `Barnacles in: https://dblp.org/rec/conf/…` breaks off.
    """
    if titles.only_left or titles.relation in OTHER_WORK:
        return titles
    cut = titles._replace(relation=Relation.CUT, bits=UNSAID.titles.bits)
    return max(titles, cut, key=partial(title_bits, settings=settings, whole=True))


def may_abbreviate(sighting: Sighting, sought: Sought) -> bool:
    """Say whether initials may be words of a record's title: its team is named with year or venue, or one with both.

    One author has two works of a year so, and a team has them in two years.
    """
    people, gap, words = sighting.people, sighting.gap, sought.text.words
    if gap or not people.found:
        return False
    first, last = sighting.title.core
    placed = sighting.venue or is_called(sighting.row.container_title, (*words[:first], *words[last:]))
    led = people.first and placed
    if len(people.found) >= TEAM and (led or not people.missing):
        return gap == 0 or placed
    return gap == 0 and placed and (not people.missing or (sought.cut and led))
