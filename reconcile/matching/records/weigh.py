"""A record as it is seen in a string, and what that weighs in bits."""

from __future__ import annotations

from typing import NamedTuple

from reconcile.evidence.levels import Same, Venues, Years
from reconcile.lexicon import rarity
from reconcile.matching.names.people import People
from reconcile.matching.strings.sought import Sought
from reconcile.matching.titles.title import TitleSeen
from reconcile.settings import Settings
from reconcile.titles import Relation, Titles
from sources.catalog import Row
from sources.record import Record


class Sighting(NamedTuple):
    """A record as seen in a string.

    `gap` are the years to the nearest one named, `venue` says that its venue stands there too, `identified` that one
    of its identifiers does; `bits` is the sum of all weights with the prior; `placed` is the share of the words of its
    venue that stand there; `printed` says that the pages on which it is printed do.
    """

    row: Row
    record: Record
    title: TitleSeen
    people: People
    gap: int | None
    venue: bool
    identified: bool
    bits: float
    placed: float = 0.0
    printed: bool = False


def weighed(sought: Sought, sighting: Sighting, settings: Settings) -> Sighting:
    """Return a sighting with the bits that all that is seen weighs together, the prior among them."""
    return sighting._replace(bits=_bits(sought, sighting, settings))


def _bits(sought: Sought, sighting: Sighting, settings: Settings) -> float:
    return (
        settings.prior
        + title_bits(sighting.title.titles, settings, whole=sought.entry)
        + people_bits(sighting.people, sought, settings)
        + year_bits(sighting.gap, settings)
        + (settings.bits("venue", Venues.SAME) if sighting.venue else 0.0)
        + (settings.bits("identifier", Same.SAME) if sighting.identified else 0.0)
        + (settings.strings.printed if sighting.printed else 0.0)
    )


def title_bits(titles: Titles, settings: Settings, *, whole: bool) -> float:
    """Return what a title weighs; `whole` says that it was known to be one.

    In a raw string the stretch that is most like the title was looked for, so a word that stands in the place of
    another is no variant of wording but a chance likeness.
    """
    relation = titles.relation
    if not whole and relation is Relation.WORDING and titles.only_left and titles.only_right:
        relation = Relation.RARE_WORD
    return settings.bits("title", relation, titles.bits)


def people_bits(people: People, sought: Sought, settings: Settings) -> float:
    """Return what the authors weigh: those found, those of the record that the string lacks, those that it adds."""
    weights = settings.strings
    if not people.found:
        return weights.author_none if people.strangers else 0.0
    each, share = weights.author_each, weights.author_share
    agreeing = sum([min(each, share * rarity.of_surname(name)) for name in people.surnames])
    agreeing += weights.author_full * people.full
    absent = 0.0 if sought.cut else max(weights.author_missing_cap, weights.author_missing * len(people.missing))
    added = weights.author_added * max(0, sought.authors - len(people.found))
    first = 0.0 if people.first else weights.author_first
    alone = sought.thesis and not sought.cut and len(set(people.surnames)) == 1 and people.missing
    thesis = weights.author_thesis if alone else 0.0
    return min(weights.author_cap, agreeing) + absent + added + first + thesis


def year_bits(gap: int | None, settings: Settings) -> float:
    """Return what the years weigh."""
    if gap is None:
        return 0.0
    if gap <= 1:
        return settings.bits("year", Years.NEXT if gap else Years.SAME)
    return settings.bits("year", Years.NEAR if gap <= settings.preprint_years else Years.FAR)
