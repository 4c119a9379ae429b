"""What was seen of a record in a string, as evidence for a person: one piece a field, whose weights add up."""

from __future__ import annotations

from reconcile.evidence.levels import Same, Venues
from reconcile.matching.names.people import People
from reconcile.matching.records.weigh import Sighting, people_bits, title_bits, year_bits
from reconcile.matching.strings.sought import Sought
from reconcile.mention import Evidence, Level
from reconcile.settings import Settings
from reconcile.titles import Relation, say_titles
from sources.catalog import Row

# What is said of a title that does not stand in the string, by whether none does.
_UNSEEN = {True: (Level.MISSING, "no title is given"), False: (Level.DIFFER, "the record's title is not there")}
_QUOTE = 120  # characters of a value that evidence quotes


def evidence_of(sought: Sought, sighting: Sighting, settings: Settings) -> tuple[Evidence, ...]:
    """Return the evidence of a sighting; the sum of its weights with the prior is the sighting's bits."""
    found = (
        _title(sought, sighting, settings),
        _people(sought, sighting, settings),
        _year(sought, sighting, settings),
        _venue(sighting, settings),
        _page(sighting, settings),
        _identifier(sought, sighting, settings),
    )
    return tuple(piece for piece in found if piece is not None)


def unseen(row: Row, share: float) -> Evidence:
    """Return the evidence of a record whose title is not in a string; `share` of its bits have their words there."""
    says = f"the record's title is not there, only words of it ({share:.0%})"
    return _evidence("title", Level.DIFFER, -60.0, ("", row.title), says)


def vetoed(sighting: Sighting, reason: str) -> Evidence:
    """Return the evidence of a veto, which outweighs everything."""
    return _evidence("veto", Level.DIFFER, -60.0, (sighting.title.written, sighting.row.title), reason)


def _title(sought: Sought, sighting: Sighting, settings: Settings) -> Evidence:
    titles = sighting.title.titles
    level, says = say_titles(titles) if sighting.title.written else _UNSEEN[titles.relation is Relation.SAME]
    weight = title_bits(titles, settings, whole=sought.entry)
    return _evidence("title", level, weight, (sighting.title.written, sighting.row.title), says)


def _people(sought: Sought, sighting: Sighting, settings: Settings) -> Evidence | None:
    people, row = sighting.people, sighting.row
    weight = people_bits(people, sought, settings)
    if not row.families or not (people.found or people.strangers):
        return None
    named = ", ".join(row.families[at] for at in people.found)
    level, says = _say_people(people, row, cut=sought.cut)
    return _evidence("author", level, weight, (named, ", ".join(row.families)), says)


def _say_people(people: People, row: Row, *, cut: bool) -> tuple[Level, str]:
    if not people.found:
        return Level.DIFFER, "people are named, and none of the record's authors"
    if not people.missing:
        return Level.AGREE, f"all {len(people.found)} authors are named"
    absent = ", ".join(row.families[at] for at in people.missing)
    said = f"{len(people.found)} of {len(row.families)} authors are named, not {absent}"
    return Level.NEAR, f"{said}; the list is cut short" if cut else said


def _year(sought: Sought, sighting: Sighting, settings: Settings) -> Evidence | None:
    if sighting.gap is None:
        return None
    gap = sighting.gap
    level = Level.AGREE if gap == 0 else Level.NEAR if gap == 1 else Level.DIFFER
    says = "same year" if gap == 0 else "one year apart" if gap == 1 else f"{gap} years apart"
    named = "/".join(map(str, sought.years))
    return _evidence("year", level, year_bits(gap, settings), (named, str(sighting.row.year)), says)


def _venue(sighting: Sighting, settings: Settings) -> Evidence | None:
    if not sighting.venue:
        return None
    name = sighting.row.container_title
    return _evidence("venue", Level.AGREE, settings.bits("venue", Venues.SAME), (name, name), "the venue is named")


def _page(sighting: Sighting, settings: Settings) -> Evidence | None:
    if not sighting.printed:
        return None
    page = sighting.record.page
    return _evidence("page", Level.AGREE, settings.strings.printed, (page, page), "the pages are named")


def _identifier(sought: Sought, sighting: Sighting, settings: Settings) -> Evidence | None:
    if not sighting.identified:
        return None
    shared = str(min({*sought.identifiers, *sought.leading}.intersection(sighting.record.own_identifiers)))
    return _evidence(
        "identifier", Level.AGREE, settings.bits("identifier", Same.SAME), (shared, shared), "same identifier"
    )


def _evidence(field: str, level: Level, weight: float, sides: tuple[str, str], says: str) -> Evidence:
    left, right = (side if len(side) <= _QUOTE else side[: _QUOTE - 1] + "…" for side in sides)
    return Evidence(field, level, round(weight, 1), left, right, says)
