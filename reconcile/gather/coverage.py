"""What a source's silence about a mention is worth: could it know the work, and does its dump reach so far.

A live source that answers has said all it knows. A catalogue says what the dumps said that it was built from: a
dump may be a part of its source, and it ends on its date. Its silence counts as the source's own only where the
dump is whole and later than the claim.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconcile.mention import Kind, Mention, Track
from reconcile.venues import indexed_by
from reconcile.venues.table import all_series
from sources.source import Source
from sources.text import fold

if TYPE_CHECKING:
    from sources.catalog.contents import Contents

# From how many records a dump counts as all of its source, and what the source is called. DBLP had 8.5 million
# records in November 2026 and passed 5 million in 2020; the Anthology has some 110,000 and passed 50,000 in 2019;
# Crossref passed 100 million in 2018 and has some 170 million. A dump with fewer is a part, or very old.
_WHOLE: dict[str, tuple[int, str]] = {
    "dblp": (5_000_000, "DBLP"),
    "anthology": (50_000, "the ACL Anthology"),
    "crossref": (100_000_000, "Crossref"),
}
# Papers of a meeting and year from which DBLP lists its main volume: a workshop's, which it may list before, has fewer.
_VOLUME = 50
_MEETINGS = frozenset({"conference", "symposium"})


@dataclass(frozen=True, slots=True)
class Holding:
    """What a catalogue holds of one source: how many records, and the last year of which it may have all.

    `whole_until` is None where nobody knows.
    """

    source: str
    records: int
    whole_until: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """How many papers of a meeting and year a catalogue's dump of a source lists."""

    source: str
    meeting: str
    year: int
    papers: int


def titled(source: str) -> str:
    """Return what a source is called in a sentence: `the ACL Anthology`."""
    return _WHOLE.get(source, (0, source))[1]


def is_local(source: Source) -> bool:
    """Say whether a source is a catalogue: it answers at once, from what others published."""
    return source.name == "catalog"


def holdings(source: Source) -> tuple[Holding, ...]:
    """Return what a catalogue holds of other sources, by its `contents`; empty for a source that speaks for itself."""
    contents: Contents | None = getattr(source, "contents", None)
    if contents is None:
        return ()
    return tuple(
        Holding(name, count, _whole_until(name, contents)) for name, count in sorted(contents.records.items()) if count
    )


def _whole_until(source: str, contents: Contents) -> int | None:
    """Return the last year that was over when the dump was made: before the year of its file and of its newest records.

    A dump knows a year only once that is over, because proceedings are registered for months after a conference.
    Either date alone may deceive: a file's is the day it was copied, and some records are of years to come. Where
    there are several dumps, the newest that are together as large as the source count.
    """
    newest: Mapping[str, int] = getattr(contents, "newest", {})
    least, _ = _WHOLE.get(source, (0, source))
    years = []
    taken = 0
    for dump in sorted(contents.dumps, key=lambda dump: dump.changed, reverse=True):
        if dump.source == source and taken <= least:
            years.append(dump.changed[:4])
            taken += dump.records
    if source not in newest or not years or not all(map(str.isdecimal, years)):
        return None
    return min(newest[source], *map(int, years)) - 1


def could_know(source: str, mention: Mention) -> bool:
    """Say whether a source could know the work that a mention claims.

    It is so unless every claimed venue is one whose sources the venue table lists without this one.
    """
    known = [indexed_by(venue) for venue in mention.venues]
    return not known or any(names is None or source in names for names in known)


def listings(source: Source, mention: Mention) -> tuple[Listing, ...]:
    """Return what a catalogue's dumps list of the meetings that a mention claims; empty where one is not there.

    DBLP and the Anthology list volumes whole, so they have every paper of the main track of a meeting of which they
    have any number.
    """
    papers_of: Callable[[str, int], Mapping[str, int]] | None = getattr(source, "papers_of", None)
    if papers_of is None or mention.kind != Kind.PAPER:
        return ()
    found = []
    for venue in mention.venues:
        row, year = all_series().get(venue.series), venue.year or mention.claim.year
        if row is None or row.kind not in _MEETINGS or venue.track is not Track.MAIN or not year:
            return ()
        counts = [pair for name in {fold(name) for name in row.every_name} for pair in papers_of(name, year).items()]
        held, papers = max(counts, key=lambda pair: pair[1], default=("", 0))
        if papers < _VOLUME:
            return ()
        found.append(Listing(_WHOLE[held][1], row.short, year, papers))
    return tuple(found)


def doubt(held: Holding, mention: Mention) -> str:
    """Return why the silence of a catalogue's dump is not its source's silence about a mention; empty where it is."""
    least, name = _WHOLE.get(held.source, (0, held.source))
    if held.records < least:
        return f"the catalogue holds only a part of {name} ({held.records:,} record{'s' * (held.records != 1)})"
    if held.whole_until is None:
        return f"the catalogue does not say how far its dump of {name} reaches"
    year = mention.claim.year
    if year is not None and year <= held.whole_until:
        return ""
    return f"the catalogue's dump of {name} is whole until {held.whole_until}, the claim {_dated(year)}"


def _dated(year: int | None) -> str:
    return f"is of {year}" if year else "has no year"
