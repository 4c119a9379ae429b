"""A record with the claim's very title by entirely other people: what that says of a claim without a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.authors import LONGEST
from reconcile.authors.aliases import compare_lists
from reconcile.decide import weigh
from reconcile.mention import Candidate, Flag, Match, Severity, Status
from reconcile.merge import described_by
from reconcile.records import years_of
from reconcile.settings import Settings
from reconcile.titles import ONE_TITLE, compare_titles
from reconcile.titles.notices import is_notice
from reconcile.titles.slips import is_slip
from reconcile.venues import VenueAgreement, compare_venues, venue_of_record
from sources.record import Name, Record
from sources.text import fold

_TELLING = 13.0  # bits of a title of two rare words; a title of fewer is shared by many works
_SLIP = 4  # letters from which a family name may be misspelt by one
_BOTH = 2  # venue and year
_NAMED = 3  # authors of a record that are quoted


def title_of_others(match: Match, records: Iterable[Record], settings: Settings) -> Match:
    """Return the judgement with a flag where a record has the claim's title and none of its people.

    The claim may be another work of that name, so the record is only a possible one; the flag is an error where the
    title alone would decide, or venue or year agree as well, and where the claim names people: a firm or a group may
    stand for its members.
    """
    claim = match.mention.claim
    if not claim.title or not claim.author or is_notice(fold(claim.title)):
        return match
    alike = [candidate for candidate in weigh(match.mention, records, settings) if _has_title(claim, candidate.record)]
    if not alike or any(_shares_people(claim, candidate.record) for candidate in alike):
        return match
    best = min(alike, key=lambda candidate: (-_agreeing(match, candidate.record), candidate.record.key))
    bits = compare_titles(claim.title, best.record.title).bits
    if bits < _TELLING and _agreeing(match, best.record) < _BOTH:
        return match
    sure = not _is_group(claim.author) and (bits >= settings.title_alone or _agreeing(match, best.record) > 0)
    flag = Flag("authors-differ", Severity.ERROR if sure else Severity.WARNING, _says(claim, best))
    kept = tuple(each for each in match.flags if each.code not in ("no-record", "authors-differ"))
    return replace(match, status=Status.POSSIBLE, best=best, probability=best.probability, flags=(flag, *kept))


def _has_title(claim: Record, record: Record) -> bool:
    return bool(record.author and record.title) and compare_titles(claim.title, record.title).relation in ONE_TITLE


def _shares_people(claim: Record, record: Record) -> bool:
    """Say whether anybody stands on both sides, a slip in the family name allowed."""
    if compare_lists(claim.author, record.author).pairs:
        return True
    theirs = [(fold(name.family), fold(name.given)) for name in record.author[:LONGEST]]
    mine = [(fold(name.family), fold(name.given)) for name in claim.author[:LONGEST]]
    return any(
        given == other and given and min(len(family), len(known)) >= _SLIP and is_slip(family, known)
        for family, given in mine
        for known, other in theirs
    )


def _is_group(people: Sequence[Name]) -> bool:
    """Say whether all that is claimed for authors are groups: kept whole in braces, or of one word alone, `OpenAI`."""
    return all(name.literal or (len(people) == 1 and not name.given) for name in people)


def _agreeing(match: Match, record: Record) -> int:
    """Return how many of venue and year the record shares with the claim, so that it is no namesake's."""
    theirs = venue_of_record(record)
    venue = any(compare_venues(mine, theirs) is VenueAgreement.SAME for mine in match.mention.venues)
    year = match.mention.claim.year
    return venue + any(abs(year - each) <= 1 for each in years_of(record) if year)


def _says(claim: Record, best: Candidate) -> str:
    theirs, mine = _first_few(best.record.author), _first_few(claim.author)
    where = ", ".join(filter(None, (best.record.container_title, str(best.record.year or ""))))
    by = f"{theirs} ({where}, {described_by(best.record)})"
    return f"a record with this title is by other people: {by}; nobody of {mine} is on it"


def _first_few(people: Sequence[Name]) -> str:
    return ", ".join(map(str, people[:_NAMED])) + (" and others" if len(people) > _NAMED else "")
