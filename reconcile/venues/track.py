"""Which part of a venue a text speaks of, from the words that no alias has taken."""

from __future__ import annotations

import re

from reconcile.mention import Track
from reconcile.venues.scan import Found
from reconcile.venues.table import poster_series
from reconcile.venues.tokens import Token

# Patterns over the classes of the words left, tried in this order; the first that is found wins.
_CUES: tuple[tuple[Track, re.Pattern[str]], ...] = (
    (Track.THESIS, re.compile(r"\b(?:ph d|phd|d phil|dphil|m sc|msc|m s|m phil|masters?(?: s)?|doctoral|doctorate"
                              r"|diploma|bachelors?(?: s)?|b sc|habilitation) (?:thesi|thesis|dissert\w*|degree)\b"
                              r"|\b(?:dissertation|diplomarbeit|masterarbeit|doktorarbeit|habilitationsschrift)\b"
                              r"|^(?:thesi|thesis|these de doctorat|these doctorat)\b")),
    (Track.PREPRINT, re.compile(r"\b(?:withdrawn|submitted|submission|under rev|preparation)\b")),
    (Track.FINDINGS, re.compile(r"\bfind\b")),
    (Track.STUDENT, re.compile(r"\b(?:student (?:res )?(?:workshop|abstract|session|track|poster|paper|symp|forum)"
                               r"|srw|doctoral (?:consortium|symp|workshop|colloquium))\b")),
    (Track.WORKSHOP, re.compile(r"\bworkshop\b|\bworkshops\b")),
    (Track.DEMO, re.compile(r"\b(?:syst )?(?:demos?|demonstration|demonstrate|exhibit)\b")),
    (Track.INDUSTRY, re.compile(r"\b(?:ind|industry) (?:track|paper|session|day|abstract|program)\b|\bseip\b|\(ind\)")),
    (Track.TUTORIAL, re.compile(r"\btutorial\b")),
    (Track.POSTER, re.compile(r"\bposter (?:session|track|abstract|paper|proc)\b|\blate breaking\b|\bwork progress\b"
                              r"|\bextended abstract\b|\bwip\b")),
)  # fmt: skip
_POSTER = re.compile(r"\bposter\b")
_COMPANION = re.compile(r"\b(?:companion|adjunct)\b")


def read_track(tokens: tuple[Token, ...], found: tuple[Found, ...]) -> Track | None:
    """Return the part of the venue that the words beside its name speak of, or None where they say nothing."""
    left = _left_words(tokens, found)
    for track, pattern in _CUES:
        if pattern.search(left):
            return track
    if any(match.is_workshops for match in found):
        return Track.WORKSHOP
    if _POSTER.search(left) and not any(match.key in poster_series() for match in found):
        return Track.POSTER
    return None


def is_companion(tokens: tuple[Token, ...], found: tuple[Found, ...]) -> bool:
    """Say whether the text names a companion volume, which holds a bit of every track but the main one."""
    return _COMPANION.search(_left_words(tokens, found)) is not None


def _left_words(tokens: tuple[Token, ...], found: tuple[Found, ...]) -> str:
    """Return the words outside the aliases, articles left out; a meeting's own `Workshop on` is inside them."""
    taken = {place for match in found for place in range(match.first, match.last)}
    return " ".join(token.stem for place, token in enumerate(tokens) if place not in taken and not token.skipped)
