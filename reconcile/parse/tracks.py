"""The track that a citation names in brackets behind its title or its venue: `EACL 2017 (demo)`.

Such brackets are blanked like buttons before the fields are sought, so they are looked for in the text as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.documents.blocks.block import Mark
from reconcile.mention import Track, Venue

# What the brackets hold, and which track it is. A poster is none, as main papers are shown as posters, and an extended
# abstract leaves it open: of some meetings it is a whole paper.
_NAMED = {
    "demo": (Track.DEMO, r"(?:system )?demo(?:s|nstrations?)?(?: (?:paper|track|session))?"),
    "extended": (None, r"extended abstract"),
    "industry": (Track.INDUSTRY, r"industry|industrial"),
    "student": (Track.STUDENT, r"student abstract"),
    "tutorial": (Track.TUTORIAL, r"tutorial"),
}
_WORDS = "|".join(f"(?P<{name}>{words})" for name, (_, words) in _NAMED.items())
# Of several brackets in a row each is a button, `(pdf) (demo)`, and in square ones a single word may be one, too.
_NOT_BEHIND_BUTTON = r"(?:(?<=[^\s()\[\].])|(?<=\d[)\]]))"
_ROUND = re.compile(
    rf"(?:{_NOT_BEHIND_BUTTON}|(?<=\.))\s?\((?:{_WORDS})(?:[,;] [^()\n]{{1,60}})?\)(?!\s?\()", re.IGNORECASE
)
_SQUARE = re.compile(rf"{_NOT_BEHIND_BUTTON}\s?\[(?:{_WORDS})\](?!\s?\[)", re.IGNORECASE)


def with_named_track(
    venues: tuple[Venue, ...], text: str, stretch: tuple[int, int], marks: Sequence[Mark]
) -> tuple[Venue, ...]:
    """Return the venues, that of the one meeting among them with the track that brackets in a stretch of the text name.

    What may be a button (`[demo]`) leaves open which track it is, and a link is one.
    """
    meetings = [venue for venue in venues if venue.series and venue.track is Track.MAIN]
    if len(meetings) != 1:
        return venues
    for pattern in (_ROUND, _SQUARE):
        found = pattern.search(text, *stretch)
        if found and found.lastgroup and not any(mark.url and _overlap(mark, found) for mark in marks):
            track, name, said = _NAMED[found.lastgroup][0], meetings[0].name, found[0].strip()
            if pattern is _SQUARE or track is None:
                told = replace(meetings[0], track=None)
            else:
                told = replace(meetings[0], track=track, name=name if said in name else f"{name} {said}")
            return tuple(told if venue is meetings[0] else venue for venue in venues)
    return venues


def _overlap(mark: Mark, found: re.Match[str]) -> bool:
    return mark.start < found.end() and found.start() < mark.end
