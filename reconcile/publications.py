"""Other publications of one work: a thesis, a report, a conference's paper, a journal's, a meeting's abstract.

They often have one title and one team. The one that is claimed may be unknown to the sources, so a record of another is
only possible.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.mention import Track, Venue
from reconcile.titles.abstracts import told_by_title
from reconcile.venues import VenueAgreement, compare_venues, venue_of_record
from sources.record import Record, Type

_NUMBER = re.compile(r"\d")  # `RC22176`, or with the house: `IBM Research Report RC22176`
_PAPERS = frozenset({Type.ARTICLE, Type.PAPER})
_MEETINGS = frozenset({Track.MAIN, Track.FINDINGS, Track.WORKSHOP})


def other_publication(claim: Record, apart: int, record: Record) -> str:
    """Say what is claimed by its kind, of which a record so many years apart is another publication; else nothing.

    What is made of a thesis appears soon after it under its title, too. A report that has a number stands by itself;
    any other may be no more than a paper of which nobody knew where it appeared.
    """
    if claim.type is Type.THESIS and record.type is not Type.THESIS and apart > 1:
        return "it names a thesis"
    if claim.type is not Type.REPORT or record.type not in _PAPERS or not apart:
        return ""
    return "it names a report" if _NUMBER.search(f"{claim.issue} {claim.container_title} {claim.publisher}") else ""


def other_version(title: str, venues: Sequence[Venue], record: Record) -> str:
    """Say that the venues claimed are those of another publication than a record's: a journal's and a conference's.

    Or a paper's and its abstract's at another meeting.
    """
    theirs = venue_of_record(record)
    abstract = told_by_title(record.title, theirs) and not told_by_title(title, theirs)
    apart = bool(venues) and all(
        compare_venues(venue, theirs) is VenueAgreement.OTHER
        and (abstract or Track.JOURNAL in (venue.track, theirs.track))
        and not _MEETINGS.isdisjoint((venue.track, theirs.track))
        for venue in venues
    )
    if not apart:
        return ""
    if abstract:
        return "it is an abstract, of a paper that may have appeared where it is claimed"
    return "it may be the conference's paper where the journal's is claimed, or the reverse"
