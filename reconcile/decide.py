"""From candidates to a judgement: the best, the distance to the next other work, and named vetoes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reconcile.byhand.decisions import is_decided
from reconcile.byhand.persons import NOBODY, Persons
from reconcile.comparison import compare, probability, share
from reconcile.mention import Candidate, Comparison, Evidence, Gap, Kind, Level, Match, Mention, Status, Track, Venue
from reconcile.publications import other_publication, other_version
from reconcile.records import is_preprint
from reconcile.settings import DEFAULT, Settings
from reconcile.titles import Relation, compare_titles
from reconcile.titles.notices import is_notice, is_review
from reconcile.venues import ELSEWHERE, VenueAgreement, compare_venues, venue_of_record
from sources.record import Record, Type
from sources.text import fold

# What it weighs, in bits, that all else agrees where a title says the opposite: of 134,387 pairs of one team's works in
# the dumps none has opposite titles; *reasoned*: far less than that, as the claim may be of the one that nobody has.
_OPPOSITE = 6.0
_OF_TITLE = frozenset({"title", "letters", "both"})
_WHERE = frozenset({"venue", "page"})


def part_veto(claim: Record, record: Record, comparison: Comparison) -> str:
    """Another part, version or number of a series is another work, and so is the opposite, unless all else agrees."""
    title = comparison.of("title")
    if title is None or title.level is not Level.DIFFER:
        return ""
    if says_the_opposite(claim, record):
        return "" if _agrees_beside_title(comparison) else "the opposite"
    return "another part or number" if compare_titles(claim.title, record.title).relation is Relation.PART else ""


def says_the_opposite(claim: Record, record: Record) -> bool:
    """Say whether one title says the opposite of the other."""
    return bool(claim.title and record.title) and (
        compare_titles(claim.title, record.title).relation is Relation.OPPOSED
    )


def _agrees_beside_title(comparison: Comparison) -> bool:
    """Say whether people, year, and venue or pages are the record's, and nothing speaks against it but the title."""
    levels = {piece.field: piece.level for piece in comparison.evidence if piece.field not in _OF_TITLE}
    agreeing = {field for field, level in levels.items() if level is Level.AGREE}
    return Level.DIFFER not in levels.values() and {"author", "year"} <= agreeing and bool(agreeing & _WHERE)


def notice_veto(claim: Record, record: Record, comparison: Comparison) -> str:
    """An erratum, a retraction notice or a comment is not the paper that it concerns."""
    return "a notice or comment on it" if is_notice(fold(record.title)) is not is_notice(fold(claim.title)) else ""


def review_veto(claim: Record, record: Record, comparison: Comparison) -> str:
    """A review of a book is not the book."""
    reviews = record.type is Type.REVIEW or is_review(fold(record.title))
    claims_review = claim.type is Type.REVIEW or is_review(fold(claim.title))
    return "a review of it" if reviews and not claims_review else ""


# A veto returns why the record cannot be the work meant, or the empty string.
VETOES: tuple[Callable[[Record, Record, Comparison], str], ...] = (part_veto, notice_veto, review_veto)


def veto(claim: Record, record: Record, comparison: Comparison) -> str:
    """Return the first veto that holds, or the empty string."""
    return next((reason for rule in VETOES if (reason := rule(claim, record, comparison))), "")


def weigh(
    mention: Mention, records: Iterable[Record], settings: Settings = DEFAULT, persons: Persons = NOBODY
) -> tuple[Candidate, ...]:
    """Compare a mention with records; return the candidates, likeliest first, order-free and without repeats."""
    candidates = []
    for record in dict.fromkeys(records):
        claim = known_as_recorded(mention.claim, record, persons)
        comparison = compare(claim, record, venues=mention.venues, settings=settings)
        reason = veto(mention.claim, record, comparison)
        if reason:
            against = Evidence("veto", Level.DIFFER, -60.0, mention.claim.title[:80], record.title[:80], reason)
            comparison = replace(comparison, evidence=(*comparison.evidence, against))
        elif says_the_opposite(claim, record):
            slip = Evidence("both", Level.NEAR, _OPPOSITE, "", "", "one team seldom writes the opposite, too")
            comparison = replace(comparison, evidence=(*comparison.evidence, slip))
        candidates.append(Candidate(record, comparison, probability(comparison.weight, settings)))
    return tuple(sorted(candidates, key=_rank))


def known_as_recorded(claim: Record, record: Record, persons: Persons) -> Record:
    """Return a claim in which those who are recorded under another name of theirs have that one."""
    author = persons.as_recorded(claim.author, record.author)
    return claim if author == claim.author else replace(claim, author=author)


def _rank(candidate: Candidate) -> tuple[float, bool, str, str]:
    """The likeliest first; then published before preprint, then by source and key."""
    return -candidate.comparison.weight, is_preprint(candidate.record), candidate.record.source, candidate.record.key


def fitting(mention: Mention, candidates: Sequence[Candidate], settings: Settings = DEFAULT) -> Candidate:
    """Return, of the candidates of one work, the one that the mention means.

    A claim of a preprint means the preprint; any other claim means the published version, where there is one.
    """
    sure = [candidate for candidate in candidates if candidate.probability >= settings.possible] or list(candidates[:1])
    wants_preprint = mention.kind == Kind.PREPRINT
    return min(sure, key=lambda candidate: (is_preprint(candidate.record) is not wants_preprint, *_rank(candidate)))


def decide(
    mention: Mention,
    candidates: Sequence[Candidate],
    work_of: Callable[[Record], int],
    *,
    asked: tuple[str, ...] = (),
    gaps: tuple[Gap, ...] = (),
    settings: Settings = DEFAULT,
) -> Match:
    """Judge one mention. `work_of` numbers the works that the records were grouped into.

    A gap makes a mention without a likely record `not-checked`; with one, the record stands.
    """
    if mention.reason:
        return Match(mention, Status.SKIPPED)
    likely = [candidate for candidate in candidates if candidate.probability >= settings.possible]
    if not likely:
        status = Status.NOT_CHECKED if gaps or not asked else Status.NOT_FOUND
        return Match(mention, status, runner_up=_worth_showing(candidates, settings), asked=asked, gaps=gaps)
    work = work_of(likely[0].record)
    same = [candidate for candidate in candidates if work_of(candidate.record) == work]
    best = fitting(mention, same, settings)
    others = _best_of_each_other_work(candidates, work_of, work)
    top = among(likely[0], [other for other in others if not _told_apart(mention, likely[0], other)])
    sure = top >= settings.matched and corroborated(best.comparison) and not other_publication_of(mention, best.record)
    if says_the_opposite(mention.claim, best.record):
        sure, top = False, min(top, settings.doubtful)
    sure = sure or is_decided(likely[0])
    status = Status.MATCHED if sure else Status.POSSIBLE
    return Match(mention, status, top, best, _worth_showing(others, settings), asked, gaps)


def doubt(match: Match, settings: Settings = DEFAULT) -> str:
    """Say why a likely record is only possible; the empty string for any other match."""
    if match.status is not Status.POSSIBLE or match.best is None:
        return ""
    if other := other_publication_of(match.mention, match.best.record):
        return other
    if says_the_opposite(match.mention.claim, match.best.record):
        return "its title says the opposite, all else agrees"
    if not corroborated(match.best.comparison):
        return "nothing but the title speaks for it"
    if match.runner_up is not None and match.runner_up.probability >= settings.possible:
        return "another record fits as well, the next best"
    return "too little speaks for it, or too much against it, to be sure"


# No agreement of another field: of the title itself, or of the whole.
_OF_TITLES = frozenset({"title", "letters", "both", "precedent"})
_PLACES = frozenset({"page", "identifier"})  # what tells a work without its title


def corroborated(comparison: Comparison) -> bool:
    """Say whether anything but the title speaks for a match: a title alone never makes it sure.

    Nor does anything but pages or an identifier where no title is given: a team has several papers at one meeting.
    """
    title = comparison.of("title")
    telling = {piece.field for piece in comparison.evidence if piece.weight > 0} - _OF_TITLES
    return bool(telling & _PLACES if title is None or title.level is Level.MISSING else telling)


def other_publication_of(mention: Mention, record: Record) -> str:
    """Say why a claim may be of another publication of the work than a record's; nothing where it is not."""
    claim = mention.claim
    apart = abs(claim.year - record.year) if claim.year and record.year else 0
    is_named = not set(claim.own_identifiers).isdisjoint(record.own_identifiers)
    other = "" if is_named else other_publication(claim, apart, record)
    return other or other_version(claim.title, mention.venues, record)


def _told_apart(mention: Mention, best: Candidate, other: Candidate) -> bool:
    """Say whether the claim's venue tells two works apart: it is the best record's own, and not the other's.

    So it is with a paper of which a workshop had an abstract under the same title. The claim's title must be the
    record's, and nothing else may speak against it.
    """
    pieces = {piece.field: piece for piece in best.comparison.evidence}
    if "title" not in pieces or pieces["title"].level is not Level.AGREE:
        return False
    if any(piece.level is Level.DIFFER for piece in pieces.values()):
        return False
    here = [compare_venues(venue, venue_of_record(best.record)) for venue in mention.venues]
    there = venue_of_record(other.record)
    return VenueAgreement.SAME in here and all(_is_elsewhere(venue, there) for venue in mention.venues)


def _is_elsewhere(claimed: Venue, theirs: Venue) -> bool:
    """Say whether a claimed venue is not a record's: another one, another track, or a workshop and none.

    A workshop that no table knows may have been held at the claimed meeting; its papers are none of the meeting's.
    """
    agreement = compare_venues(claimed, theirs)
    if agreement is VenueAgreement.UNKNOWN:
        return None not in (claimed.track, theirs.track) and (claimed.track is Track.WORKSHOP) is not (
            theirs.track is Track.WORKSHOP
        )
    return agreement in ELSEWHERE


def _best_of_each_other_work(
    candidates: Sequence[Candidate], work_of: Callable[[Record], int], work: int
) -> tuple[Candidate, ...]:
    """Return the likeliest candidate of every other work, likeliest first; an ungrouped record is a work of its own."""
    others: dict[object, Candidate] = {}
    for candidate in candidates:
        place = work_of(candidate.record)
        if place != work:
            others.setdefault(place if place >= 0 else candidate.record, candidate)
    return tuple(others.values())


def _worth_showing(candidates: Sequence[Candidate], settings: Settings) -> Candidate | None:
    """Return the first candidate, if it is likely enough to be worth a look."""
    return candidates[0] if candidates and candidates[0].probability >= settings.shown else None


def among(best: Candidate, others: Iterable[Candidate]) -> float:
    """Return the probability of a candidate, given that a mention means one work at most."""
    return share(best.probability, [candidate.probability for candidate in others])
