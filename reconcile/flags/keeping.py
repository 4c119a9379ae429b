"""Venues of which one source has every paper, so that its silence says that a paper is none of theirs."""

from __future__ import annotations

import re

from reconcile.mention import Kind, Match, Track, Venue

# The series of which the Anthology has every paper of every year, and the tracks that it has of them.
KEEPER = "anthology"
_KEPT = frozenset("aacl acl cl coling conll eacl emnlp naacl tacl".split())
_TRACKS_KEPT = frozenset({Track.MAIN, Track.FINDINGS, Track.JOURNAL})
# What is held beside a meeting under its name, `CoNLL–SIGMORPHON 2017 Shared Task`, of which that is not sure.
_BESIDE = re.compile(r"\b(?:companion|shared|sig[a-z]+|symposium|task|workshop)\b", re.IGNORECASE)


def is_held_whole(match: Match) -> bool:
    """Say whether a paper is claimed at no venues but those that one source holds whole, and that source answered."""
    venues = match.mention.venues
    if match.mention.kind == Kind.BOOK or not venues:
        return False
    return KEEPER in match.asked and all(map(_is_kept, venues))


def _is_kept(venue: Venue) -> bool:
    return venue.series in _KEPT and venue.track in _TRACKS_KEPT and not _BESIDE.search(venue.name)
