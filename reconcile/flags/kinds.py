"""What a record tells of the track beside its venue: an abstract by its title, a main paper by its volume."""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.mention import Track, Venue
from reconcile.titles.abstracts import told_by_title
from sources.record import Record, Scheme

_MAIN_VOLUME = re.compile(r"\d{4}\.[a-z0-9_]+-(?:long|main|short)\.\d+")
_MAIN = re.compile(
    r"\b(?:(?:full|long|research|short) papers|(?:main|technical) (?:conference|track|program(?:me)?))\b", re.IGNORECASE
)


def with_kind(venue: Venue, title: str) -> Venue:
    """Return a venue with the track that the title tells, where the venue's own text tells none."""
    told = told_by_title(title, venue)
    return replace(venue, track=told) if told and venue.track in (None, Track.MAIN) else venue


def states_main(record: Record) -> bool:
    """Say whether a record tells that it is of the main track, and not only names the meeting.

    DBLP files demonstrations and tutorials of many meetings with the papers, and so do some proceedings.
    """
    texts = (record.container_title, record.event, record.collection_title)
    return bool(_MAIN_VOLUME.fullmatch(record.identifier(Scheme.ACL))) or any(
        _MAIN.search(text) for text in texts if text
    )
