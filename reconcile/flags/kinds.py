"""What a record tells of the track beside its venue: an abstract by its title, a main paper by its volume."""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.mention import Track, Venue
from sources.record import Record, Scheme

_ABSTRACT = re.compile(r"[(\[](?P<kind>student|extended) abstract[)\]][\s.]*\Z", re.IGNORECASE)
_TRACK_OF_KIND = {"student": Track.STUDENT, "extended": Track.POSTER}
# Meetings whose extended abstracts are two to five pages beside the full papers. Elsewhere the words say nothing:
# STOC, FOCS and CRYPTO called all of their papers so.
_APART = frozenset({"aaai", "aamas", "icde", "ijcai", "socs"})

_MAIN_VOLUME = re.compile(r"\d{4}\.[a-z0-9_]+-(?:long|main|short)\.\d+")
_MAIN = re.compile(
    r"\b(?:(?:full|long|research|short) papers|(?:main|technical) (?:conference|track|program(?:me)?))\b", re.IGNORECASE
)


def without_kind(title: str) -> str:
    """Return a title without the words behind it that call the work an abstract.

    >>> without_kind("Paths of Snails (Student Abstract).")
    'Paths of Snails'
    """
    return _ABSTRACT.sub("", title).rstrip()


def says_kind(text: str, title: str) -> bool:
    """Say whether a string calls a work the abstract that a title calls it."""
    kind = _ABSTRACT.search(title)
    return kind is not None and f"{kind['kind']} abstract".casefold() in text.casefold()


def told_by_title(title: str, venue: Venue) -> Track | None:
    """Return the track that a title tells, where its venue is one that has such a track; else None."""
    kind = _ABSTRACT.search(title)
    if kind is None or (kind["kind"].casefold() == "extended" and venue.series not in _APART):
        return None
    return _TRACK_OF_KIND[kind["kind"].casefold()]


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
