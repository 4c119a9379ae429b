"""What the rules share: what a rule may look at, the severities, and how people, venues and places are quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reconcile.byhand.persons import NOBODY, Persons
from reconcile.gather.coverage import Listing
from reconcile.mention import Flag, Match, Severity, Track, Venue
from reconcile.records import is_preprint
from reconcile.settings import DEFAULT, Settings
from reconcile.venues.names import plain_name, without_numbers
from sources.record import Identifier, Name, Record

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside the match.

    `records` are those of its work; `same_work` the first match of each different claim of it, in document order;
    `by_identifier` the records that were found for each identifier in the string; `found` all that were found.
    `cited` says that the claim is a reference, copied from what it cites, and not somebody's list of works of theirs.
    `persons` are those of whom it is known that they have several names. `listed` are the meetings claimed, where a
    catalogue has all their papers.
    """

    records: tuple[Record, ...] = ()
    same_work: tuple[Match, ...] = ()
    by_identifier: tuple[tuple[Identifier, tuple[Record, ...]], ...] = ()
    found: tuple[Record, ...] = ()
    settings: Settings = DEFAULT
    cited: bool = False
    persons: Persons = NOBODY
    listed: tuple[Listing, ...] = ()

    @property
    def published(self) -> tuple[Record, ...]:
        """The records of the work that are no preprints."""
        return tuple(record for record in self.records if not is_preprint(record))


def by_identifier(claim: Record, records: Sequence[Record]) -> tuple[tuple[Identifier, tuple[Record, ...]], ...]:
    """Return each identifier of a claim with those of the records that have it, too."""
    return tuple(
        (identifier, tuple(record for record in records if identifier in record.own_identifiers))
        for identifier in claim.own_identifiers
    )


Rule = Callable[[Match, Context], Iterable[Flag]]

# Tracks whose papers often appear in no proceedings.
INFORMAL = frozenset({Track.WORKSHOP, Track.POSTER, Track.DEMO, Track.TUTORIAL, Track.STUDENT})


def people(names: Sequence[Name], places: Iterable[int]) -> str:
    """Return the names at those places, as a sentence lists them."""
    return ", ".join(str(names[at]) for at in places)


def quoted(venues: Sequence[Venue], claim: Record) -> str:
    """Return venues of a claim between quotes, each with its year: as claimed, without numbers, place and month."""
    years = {venue: venue.year for venue in venues}
    if len(years) == 1 and venues[0].track is not Track.JOURNAL:
        years = {venues[0]: venues[0].year or claim.year}
    return " and ".join(f"“{_dated(_called(venue, claim), years[venue])}”" for venue in venues)


def _called(venue: Venue, claim: Record) -> str:
    """Return what a venue is called: what the claim has for one, where what was read of it goes on behind that."""
    own, name = plain_name(claim.container_title), without_numbers(venue.name)
    goes_on = own and name.startswith(own) and not name[len(own) : len(own) + 1].isalnum()
    return (own if goes_on else name) or venue.series


def _dated(name: str, year: int | None) -> str:
    return f"{name} {year}" if year and str(year) not in name else name


def listed_in(context: Context) -> str:
    """Say which papers a catalogue has of the meetings claimed: `among the 1,086 papers of ICML 2020 in DBLP`."""
    told = [f"the {each.papers:,} papers of {each.meeting} {each.year} in {each.source}" for each in context.listed]
    return f"among {' and '.join(told)}" if told else ""


def left_open(match: Match) -> str:
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


def is_left_open(match: Match) -> bool:
    """Say whether a source was asked in vain or not at all; a catalogue that holds but a part of one was asked."""
    return any(gap.source != _CATALOGUE for gap in match.gaps)


# The source whose gaps are no failures: it answered, and says why its silence is not its sources'; and what a source
# that a run offline leaves alone says (`reconcile/setup.py`).
_CATALOGUE, _OFFLINE = "catalog", "offline"
