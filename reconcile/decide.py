"""From candidates to a judgement: the best, the distance to the next other work, and named vetoes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from reconcile.byhand.decisions import is_decided
from reconcile.byhand.persons import NOBODY, Persons
from reconcile.comparison import compare, probability, share
from reconcile.mention import Candidate, Comparison, Evidence, Gap, Kind, Level, Match, Mention, Status, Track, Venue
from reconcile.publications import other_publication, other_version
from reconcile.records import is_preprint
from reconcile.retitled import is_papers_of_several, may_be_another_work
from reconcile.settings import DEFAULT, Settings
from reconcile.titles import OTHER_WORK, RELATION_SAYS, Relation, compare_titles
from reconcile.titles.initials import are_initials_in
from reconcile.titles.notices import is_notice, is_review
from reconcile.venues import ELSEWHERE, VenueAgreement, compare_venues, venue_of_record
from sources.record import Record, Type
from sources.text import fold

# What it weighs, in bits, that all else agrees where titles stand so to each other; *reasoned*: far less than the dumps
# say, as the claim may be of the one that nobody has. Of 134,387 pairs of works of one team none has opposite titles.
# Of 13,295 of one year three share a first page other than 1, and none of those is of two parts; 14 have other
# subtitles in one volume (`bench/circumstances.py`).
_SLIPS: Mapping[Relation, float] = {Relation.OPPOSED: 6.0, Relation.PART: 16.0, Relation.SUBTITLE_DIFFERS: 1.5}
_SLIP = "slip"  # the field of that evidence
_VETOED = {Relation.OPPOSED: "the opposite", Relation.PART: "another part or number"}
_OF_TITLE = frozenset({"title", "letters", "both"})
_WHERE = frozenset({"venue", "page"})


def part_veto(claim: Record, record: Record, comparison: Comparison) -> str:
    """Another part, version or number of a series is another work, and so is the opposite, unless all else agrees."""
    title = comparison.of("title")
    if title is None or title.level is not Level.DIFFER:
        return ""
    relation = compare_titles(claim.title, record.title).relation
    return "" if _may_be_slip(relation, comparison) else _VETOED.get(relation, "")


def _may_be_slip(relation: Relation, comparison: Comparison) -> bool:
    """Say whether all but a title is the record's: people, year, and venue or pages, and nothing speaks against it.

    Two parts often stand in one volume: there the pages must be the record's, and not begin with page 1.
    """
    pieces = {piece.field: piece for piece in comparison.evidence if piece.field not in _OF_TITLE}
    agreeing = {field for field, piece in pieces.items() if piece.level is Level.AGREE}
    if any(piece.level is Level.DIFFER for piece in pieces.values()) or not {"author", "year"} <= agreeing:
        return False
    if relation is Relation.PART:
        return "page" in agreeing and pieces["page"].weight > 0
    return bool(agreeing & _WHERE)


def notice_veto(claim: Record, record: Record, comparison: Comparison) -> str:
    """An erratum, a retraction notice or a comment is not the paper that it concerns."""
    return "a notice or comment on it" if is_notice(fold(record.title)) is not is_notice(fold(claim.title)) else ""


def review_veto(claim: Record, record: Record, comparison: Comparison) -> str:
    """A review of a book is not the book."""
    reviews = record.type is Type.REVIEW or is_review(fold(record.title))
    claims_review = claim.type is Type.REVIEW or is_review(fold(claim.title))
    return "a review of it" if reviews and not claims_review else ""


def thesis_veto(claim: Record, record: Record, comparison: Comparison) -> str:
    """A paper of several people under another title is not the thesis of one."""
    return "a paper of several people, and no thesis" if is_papers_of_several(claim, record) else ""


# A veto returns why the record cannot be the work meant, or the empty string.
VETOES: tuple[Callable[[Record, Record, Comparison], str], ...] = (part_veto, notice_veto, review_veto, thesis_veto)


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
        elif slip := _slip(claim, record, comparison, settings):
            comparison = replace(comparison, evidence=(*comparison.evidence, slip))
        candidates.append(Candidate(record, comparison, probability(comparison.weight, settings)))
    return tuple(sorted(candidates, key=_rank))


def _slip(claim: Record, record: Record, comparison: Comparison, settings: Settings) -> Evidence | None:
    """Return what it says that all but a title agrees; None where it does not, or where the record is sure without.

    Initials that may be other words' are never sure, unless the claim has them and people, year and venue agree. Nor
    are titles with other words, where only the people agree.
    """
    if not (claim.title and record.title):
        return None
    titles = compare_titles(claim.title, record.title)
    relation = titles.relation
    if relation is Relation.INITIALS:
        fit = are_initials_in(titles.only_left, record.title) and _all_agree(comparison)
        return None if fit else Evidence(_SLIP, Level.NEAR, 0.0, "", "", "and nothing tells")
    if may_be_another_work(claim, record, comparison):
        return Evidence(_SLIP, Level.NEAR, 0.0, "", "", "and neither year nor venue speaks for one work")
    if relation not in _SLIPS or not _may_be_slip(relation, comparison):
        return None
    if relation not in OTHER_WORK and probability(comparison.weight, settings) >= settings.matched:
        return None
    return Evidence(_SLIP, Level.NEAR, _SLIPS[relation], "", "", "all else agrees")


def _all_agree(comparison: Comparison) -> bool:
    told = [comparison.of(field) for field in ("author", "year", "venue")]
    return all(each is not None and each.level is Level.AGREE for each in told)


def _has_slip(comparison: Comparison) -> bool:
    """Say whether a match rests on a title being a slip, so that it can be possible and no more."""
    return comparison.of(_SLIP) is not None


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
    if _has_slip(best.comparison) and _has_slip(likely[0].comparison):
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
    if slip := match.best.comparison.of(_SLIP):
        titles = compare_titles(match.mention.claim.title, match.best.record.title)
        return f"{RELATION_SAYS[titles.relation][1]}, {slip.says}"
    if not corroborated(match.best.comparison):
        return "nothing but the title speaks for it"
    if match.runner_up is not None and match.runner_up.probability >= settings.possible:
        return "another record fits as well, the next best"
    return "too little speaks for it, or too much against it, to be sure"


# No agreement of another field: of the title itself, or of the whole.
_OF_TITLES = frozenset({"title", "letters", "both", "precedent", _SLIP})
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
