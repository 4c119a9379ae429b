"""What a title says of the kind of paper, as a record's title does: `Paths of Snails (Student Abstract)`."""

from __future__ import annotations

import re

from reconcile.mention import Track, Venue

_ABSTRACT = re.compile(r"[(\[](?P<kind>student|extended) abstract[)\]][\s.]*\Z", re.IGNORECASE)
_TRACK_OF_KIND = {"student": Track.STUDENT, "extended": Track.POSTER}
# Meetings whose extended abstracts are two to five pages beside the full papers. Elsewhere the words say nothing:
# STOC, FOCS and CRYPTO called all of their papers so.
_APART = frozenset({"aaai", "aamas", "icde", "ijcai", "socs"})


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
