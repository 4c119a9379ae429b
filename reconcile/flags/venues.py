"""The rules of venues: two claimed, another than the record's, one that nobody knows, one without proceedings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from reconcile.flags.context import ERROR, INFO, INFORMAL, WARNING, Context, place_of, quoted
from reconcile.flags.standing import Standing, standing
from reconcile.mention import Flag, Match, Mention, Status, Track, Venue
from reconcile.merge import described_by
from reconcile.records import is_preprint
from reconcile.venues import VenueAgreement, compare_venues, indexed_by, venue_of_record
from reconcile.venues.short_forms import within
from reconcile.venues.table import all_series
from sources.record import Record
from sources.text import STOP_WORDS, fold


def venue_conflict(match: Match, context: Context) -> Iterator[Flag]:
    """The same work is claimed at two venues, by this mention and another one or within this one."""
    mine = _real_venues(match.mention)
    elsewhere = []
    for other in context.same_work:
        theirs = _real_venues(other.mention)
        if other.mention is not match.mention and theirs and all(_conflict(a, b) for a in mine for b in theirs):
            elsewhere.append(f"at {quoted(theirs)} in {place_of(other.mention)}")
    if mine and elsewhere:
        yield Flag(
            "venue-conflict", ERROR, f"claimed at {quoted(mine)} in {place_of(match.mention)}, {', '.join(elsewhere)}"
        )
    if len(mine) > 1 and any(_conflict(a, b) for at, a in enumerate(mine) for b in mine[at + 1 :]):
        yield Flag("venue-conflict", WARNING, f"claimed at {quoted(mine)} in one entry")


def _conflict(left: Venue, right: Venue) -> bool:
    return compare_venues(left, right) in (VenueAgreement.OTHER, VenueAgreement.OTHER_TRACK)


def _real_venues(mention: Mention) -> tuple[Venue, ...]:
    return tuple(venue for venue in mention.venues if venue.track not in (Track.PREPRINT, Track.THESIS))


def venue_mismatch(match: Match, context: Context) -> Iterator[Flag]:
    """The claimed series is not the record's and no other record of the work has it; or the track is another."""
    claimed = _real_venues(match.mention)
    if match.best is None or not claimed:
        return
    if not context.published:
        yield from _only_preprint(match, claimed)
        return
    found = {(record, venue): standing(venue, record) for record in context.published for venue in claimed}
    shown = match.best.record if not is_preprint(match.best.record) else context.published[0]
    yield from _parted(set(found.values()), found, match, f"claimed {quoted(claimed)}, {_says(shown)}")


def _says(record: Record) -> str:
    return f"{described_by(record)} says “{record.container_title}”"


def _parted(
    kinds: set[Standing], found: Mapping[tuple[Record, Venue], Standing], match: Match, sides: str
) -> Iterator[Flag]:
    """Say where claim and records part; nothing where any of them may be one."""
    if Standing.SAME in kinds:
        return
    if Standing.UNKNOWN in kinds:
        if all(_is_unlisted(venue, record) for record, venue in found):
            yield Flag("venue-mismatch", WARNING, f"no venue of that name is known: {sides}")
    elif Standing.OTHER_TRACK in kinds:
        yield Flag("track-mismatch", ERROR, f"same venue, another track: {sides}")
    elif Standing.WORKSHOP in kinds:
        yield Flag("track-mismatch", ERROR, f"a workshop's paper, claimed for a conference: {sides}")
    elif Standing.PREPRINT in kinds:
        return
    elif match.gaps:
        yield Flag("venue-mismatch", WARNING, f"{sides}; {_left_open(match)}")
    else:
        severity = WARNING if Standing.OTHER_NAME in kinds else ERROR
        yield Flag("venue-mismatch", severity, sides)


def _left_open(match: Match) -> str:
    """Say of each source that may have another record why that is not known: asked in vain, not asked, or short."""
    others = [gap for gap in match.gaps if gap.source != _CATALOGUE]
    offline = dict.fromkeys(gap.source for gap in others if gap.reason.startswith(_OFFLINE))
    failed = dict.fromkeys(gap.source for gap in others if gap.source not in offline)
    said = [f"{' and '.join(failed)} did not answer and may have another record"] if failed else []
    if offline:
        said.append(f"{' and '.join(offline)} may have another record: not asked, as this run is offline")
    if not said:
        said = list(dict.fromkeys(gap.reason for gap in match.gaps))
    return "; ".join(said)


# The source whose gaps are no failures: it answered, and says why its silence is not its sources'; and what a source
# that a run offline leaves alone says (`reconcile/setup.py`).
_CATALOGUE, _OFFLINE = "catalog", "offline"


# What a venue that is written out calls itself.
_HEADS = frozenset("conference conf workshop symposium journal transactions letters congress".split())
_OF_ANY_VENUE = _HEADS | frozenset(
    """
    aaas acl acm advanced advances annual association dedicated first ieee ifip in international intl joint meeting
    national of on proc proceedings second society the third topics usenix world
    """.split()
)
_LIKE = 80.0  # percent of letters from which a word is another one misspelt or inflected


def _is_unlisted(claimed: Venue, record: Record) -> bool:
    """Say whether a venue that no table has is written out, and has a word that no name of the record's series has.

    The venue's own words stand before the first comma or bracket; what follows is a place or a date.
    """
    theirs = venue_of_record(record)
    row = all_series().get(theirs.series)
    if claimed.series or claimed.host or row is None or theirs.track in (Track.PREPRINT, Track.BOOK):
        return False
    if within(claimed.name, (record.container_title, record.event, *row.every_name)):
        return False
    words = re.split(r"[,(:;]", claimed.name, maxsplit=1)[0]
    found = fold(words).split()
    telling = [word for word in found if word not in _OF_ANY_VENUE and word not in STOP_WORDS and word.isalpha()]
    if len(telling) < _TELLING_WORDS or _HEADS.isdisjoint(found):
        return False
    known = {word for name in row.every_name for word in fold(name).split()}
    return any(max((fuzz.ratio(word, other) for other in known), default=0.0) < _LIKE for word in telling)


_TELLING_WORDS = 2  # a name of fewer may be a short form of any venue's


def _only_preprint(match: Match, claimed: tuple[Venue, ...]) -> Iterator[Flag]:
    """A venue with proceedings is claimed, but the sources hold only a preprint: it may not be listed yet."""
    archival = [venue for venue in claimed if venue.track not in INFORMAL and venue.series and indexed_by(venue)]
    if archival and match.best is not None and match.status is Status.MATCHED and not match.gaps:
        says = f"claimed {quoted(archival)}, but the sources hold only a preprint ({described_by(match.best.record)})"
        yield Flag("venue-mismatch", WARNING, says)


def non_archival(match: Match, context: Context) -> Iterator[Flag]:
    """A workshop, poster or demo that no source has proceedings of."""
    informal = [venue for venue in _real_venues(match.mention) if venue.track in INFORMAL]
    if match.mention.kind == "poster" and not informal:
        informal = list(_real_venues(match.mention))
    if not informal or match.gaps or match.status in (Status.SKIPPED, Status.NOT_CHECKED):
        return  # who was not asked may have the proceedings
    listed = any(
        compare_venues(a, venue_of_record(record)) in (VenueAgreement.SAME, VenueAgreement.OTHER_TRACK)
        for record in context.published
        for a in informal
    )
    if not listed:
        yield Flag("non-archival", INFO, f"no source lists proceedings of {quoted(informal)} with it")
