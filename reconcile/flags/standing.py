"""How a claimed venue stands to a record, by series and track, and where the table knows too little, by their names."""

from __future__ import annotations

from enum import StrEnum

from reconcile.flags.kinds import with_kind
from reconcile.mention import Track, Venue
from reconcile.titles.abstracts import told_by_title
from reconcile.venues import VenueAgreement, compare_venues, venue_of_record
from reconcile.venues.short_forms import (
    are_initials,
    is_acronym,
    is_carrier,
    is_house,
    is_same_text,
    is_written_out,
    may_be_one,
    share_words,
    stands_for,
    within,
)
from reconcile.venues.table import all_series
from sources.record import Record, Type


class Standing(StrEnum):
    """How a claimed venue stands to a record's.

    `LESSER` is a demonstration or the like claimed of a record of the main track; `WORKSHOP` a
    workshop, of none of the meetings claimed; `OTHER_NAME` a name that is written out and is no form of the record's.
    """

    SAME = "same"
    LESSER = "lesser"
    OTHER_TRACK = "other-track"
    WORKSHOP = "workshop"
    PREPRINT = "preprint"
    UNKNOWN = "unknown"
    OTHER_NAME = "other-name"
    OTHER = "other"


_SAID = {
    VenueAgreement.SAME: Standing.SAME,
    VenueAgreement.OTHER_TRACK: Standing.OTHER_TRACK,
    VenueAgreement.PREPRINT: Standing.PREPRINT,
    VenueAgreement.UNKNOWN: Standing.UNKNOWN,
    VenueAgreement.OTHER: Standing.OTHER,
}
# Tracks and types of what is no meeting's and no journal's.
_APART = frozenset({Track.PREPRINT, Track.THESIS, Track.BOOK})
_PAPERS = frozenset({Type.ARTICLE, Type.PAPER})
# Tracks that count for less than the main one, and whose papers may stand in its volume.
_LESSER = frozenset({Track.DEMO, Track.INDUSTRY, Track.POSTER, Track.STUDENT, Track.TUTORIAL})


def standing(claimed: Venue, record: Record) -> Standing:
    """Return how a claimed venue stands to a record's."""
    theirs = with_kind(venue_of_record(record), record.title)
    texts = _texts(record)
    if not told_by_title(record.title, theirs) and any(is_same_text(claimed.name, text) for text in texts):
        return Standing.SAME
    found = _SAID[compare_venues(claimed, theirs)]
    if found is Standing.OTHER_TRACK and claimed.track in _LESSER and theirs.track is Track.MAIN:
        return Standing.LESSER
    if found in (Standing.OTHER, Standing.UNKNOWN) and _is_workshop_for_meeting(claimed, theirs, texts):
        return Standing.WORKSHOP
    if found is Standing.OTHER:
        by_table = bool((claimed.series or claimed.host) and (theirs.series or theirs.host))
        doubtful = is_house(claimed.name) or any(are_initials(claimed.name, text) for text in texts)
        return found if not doubtful and (by_table or _tells(claimed, theirs, texts)) else Standing.UNKNOWN
    if found is not Standing.UNKNOWN:
        return found
    other = _is_other_name(claimed, theirs, record) or _is_of_other_words(claimed, theirs, record)
    return Standing.OTHER_NAME if other else Standing.UNKNOWN


def _texts(record: Record) -> tuple[str, ...]:
    return tuple(text for text in (record.container_title, record.event, record.collection_title) if text)


def _tells(claimed: Venue, theirs: Venue, texts: tuple[str, ...]) -> bool:
    """Say whether what is claimed is a venue, and no form of what the record says."""
    if any(map(is_carrier, (claimed.name, *texts))) or is_house(claimed.name):
        return False
    clear = bool(claimed.series) or is_written_out(claimed.name)
    row = all_series().get(theirs.series)
    if row is not None:  # the whole of its names is known: what has words beside them is another's
        return clear and not within(claimed.name, (*texts, *row.every_name))
    if is_acronym(claimed.name) and claimed.series in all_series():  # it is that series', whatever its letters fit
        return not any(may_be_one(name, text) for name in _names(claimed, ()) for text in texts)
    return clear and not any(may_be_one(claimed.name, text) for text in texts)


def _is_workshop_for_meeting(claimed: Venue, theirs: Venue, texts: tuple[str, ...]) -> bool:
    """Say whether a meeting is claimed where the record is a workshop's that is not that meeting by an older name.

    Some meetings that the table has among the workshops call themselves conferences.
    """
    row = all_series().get(claimed.series)
    if row is None or theirs.track is not Track.WORKSHOP or claimed.track not in (Track.MAIN, Track.FINDINGS):
        return False
    if theirs.series and not any("workshop" in text.casefold() for text in texts):
        return False
    return not any(within(text, row.every_name) or are_initials(claimed.name, text) for text in texts)


def _is_other_name(claimed: Venue, theirs: Venue, record: Record) -> bool:
    """Say whether both sides are written out, and share neither a telling word nor letters."""
    if record.type not in _PAPERS or {claimed.track, theirs.track} & _APART or claimed.host or theirs.host:
        return False
    texts = _texts(record)
    if not claimed.series and not is_written_out(claimed.name):
        return False
    if is_house(claimed.name) or any(map(is_carrier, (claimed.name, *texts))) or any(map(is_house, texts)):
        return False
    if not theirs.series and all(map(is_acronym, texts)):
        return False
    mine, others = (claimed.name, *_names(claimed, ())), _names(theirs, texts)
    return not any(may_be_one(name, other) or share_words(name, other) for name in mine for other in others)


def _is_of_other_words(claimed: Venue, theirs: Venue, record: Record) -> bool:
    """Say whether a known meeting is claimed by a name of it, and a record is of one that no table has, by other words.

    `EMNLP` is no Conference on Finite-State Methods and Natural Language Processing, though much of the words is its.
    """
    row = all_series().get(claimed.series)
    if row is None or claimed.track is not Track.MAIN or record.type not in _PAPERS:
        return False
    if not (is_acronym(claimed.name) or within(claimed.name, row.every_name)):
        return False
    texts = _texts(record)
    if theirs.series or theirs.host or theirs.track in _APART or not any(map(is_written_out, texts)):
        return False
    if any(is_carrier(text) or is_house(text) for text in texts):
        return False
    return not any(within(text, row.every_name) or stands_for(claimed.name, text) for text in texts)


def _names(venue: Venue, said: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a venue is called; where its series is known, by names and not by letters, which fit others too."""
    row = all_series().get(venue.series)
    return tuple(name for name in (*said, *row.every_name) if not is_acronym(name)) if row else said
