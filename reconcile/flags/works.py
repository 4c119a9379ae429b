"""The rules of the work as a whole: none found, title and year, versions, repeats, updates, records at odds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.authors.aliases import compare_lists
from reconcile.decide import known_as_recorded, other_publication_of
from reconcile.flags.context import (
    ERROR,
    INFO,
    INFORMAL,
    WARNING,
    Context,
    is_left_open,
    left_open,
    listed_in,
    people,
    quoted,
)
from reconcile.flags.keeping import KEEPER, is_held_whole
from reconcile.lexicon.english import american
from reconcile.mention import Flag, Kind, Match, Mention, Status, Track
from reconcile.merge import described_by
from reconcile.places import place_of
from reconcile.records import are_same_volumes, first_page, is_preprint, years_of
from reconcile.titles import Relation, compare_titles, head_of
from reconcile.titles.abstracts import says_kind, told_by_title, without_kind
from reconcile.titles.initials import short_between
from reconcile.titles.notices import retracted
from reconcile.titles.spoken import spoken
from reconcile.titles.tongues import tongues
from reconcile.venues import ELSEWHERE, VenueAgreement, compare_venues, venue_of_record
from reconcile.venues.table import series
from sources.identifiers import year_of_arxiv
from sources.record import Record, Scheme
from sources.text import fold

# Kinds that every source set here indexes, so that their absence is an error and not a gap of coverage.
_INDEXED_KINDS = frozenset({Kind.ARTICLE, Kind.PAPER})


def not_a_publication(match: Match, context: Context) -> Iterator[Flag]:
    """Patent, talk, award; or text that the page's template left behind."""
    if match.status is Status.SKIPPED:
        code = "placeholder" if match.mention.kind == Kind.PLACEHOLDER else "not-a-publication"
        yield Flag(code, INFO, f"kept out: {match.mention.reason}")


def no_record(match: Match, context: Context) -> Iterator[Flag]:
    """Every source that could know it answered, and none has it; or one did that holds the whole venue."""
    if match.status is Status.NOT_CHECKED and (says := _where_all_are(match, context)):
        says = f"no record of “{_title(match)}” {says}"
        is_open = is_left_open(match) if context.listed else match.gaps
        yield Flag("no-record", WARNING, f"{says}; {left_open(match)}" if is_open else says)
    if match.status is not Status.NOT_FOUND:
        return
    informal = any(venue.track in INFORMAL for venue in match.mention.venues)
    indexed = match.mention.kind in _INDEXED_KINDS and not informal
    asked = ", ".join(match.asked)
    says = f"no record of “{_title(match)}” in {asked}: possibly not published, or outside what they cover"
    yield Flag("no-record", ERROR if indexed else INFO, says)


def _where_all_are(match: Match, context: Context) -> str:
    """Return where a claimed paper would stand if it were what it is claimed to be; empty where nobody can say."""
    if is_held_whole(match):
        return f"in {KEEPER}, which holds all of {quoted(match.mention.venues, match.mention.claim)}"
    return listed_in(context)


def _title(match: Match) -> str:
    return match.mention.claim.title or match.mention.reading


def year_mismatch(match: Match, context: Context) -> Iterator[Flag]:
    """The claimed year differs from every date of the record; a preprint's date does not date its publication."""
    claimed = match.mention.claim.year
    if match.best is None or claimed is None:
        return
    record = match.best.record
    if match.status is Status.POSSIBLE and other_publication_of(match.mention, record):
        return  # a conference's paper and a journal's of the same title have each a year of their own
    if is_preprint(record) and match.mention.kind != Kind.PREPRINT:
        lead = claimed - (record.year or claimed)
        if 0 <= lead <= context.settings.preprint_years:
            return
    years = sorted({year for r in _alike(record, context) for year in years_of(r)})
    if not years or claimed in years or (match.mention.kind == Kind.PREPRINT and _dates_preprint(match, context)):
        return
    if _is_dated_twice(match.mention, years):
        return
    gap = min(abs(year - claimed) for year in years)
    said = "/".join(map(str, years))
    if match.mention.kind == Kind.PREPRINT and (revised := _revised(match.mention.claim)):
        yield Flag("year-mismatch", INFO, f"claimed {claimed}, perhaps the year of a later version; {revised}")
        return
    says = f"claimed {claimed}, {described_by(record)} says {said}"
    if gap == 1 and (volume := _its_volume(match.mention, record, years)):
        yield Flag("year-mismatch", INFO, f"{says}; both of volume {volume}, which may have appeared in either")
        return
    yield Flag("year-mismatch", WARNING if gap == 1 else ERROR, says)


def _its_volume(mention: Mention, record: Record, years: Sequence[int]) -> str:
    """Return the volume that a claim and a record name, so that only its date is another: online, or in print.

    Beside it the issue or the first page must be the same; a volume that appears once a year tells the year by itself.
    """
    claim = mention.claim
    if not claim.volume.strip().isdigit():
        return ""
    rows = filter(None, (series(venue.series) for venue in mention.venues))
    if any(row.volume_zero is not None and row.volume_zero + int(claim.volume) in years for row in rows):
        return claim.volume
    at_issue = bool(claim.issue and record.issue) and are_same_volumes(claim.issue, record.issue)
    at_page = first_page(claim.page) not in ("", "1") and first_page(claim.page) == first_page(record.page)
    same = bool(record.volume) and are_same_volumes(claim.volume, record.volume)
    return claim.volume if same and (at_issue or at_page) else ""


def _is_dated_twice(mention: Mention, years: Sequence[int]) -> bool:
    """Say whether a claim has the year of its arXiv number or of one venue, and another with the publication's.

    `TACL 2014, presented at ACL 2015` gives the article's year as well.
    """
    claimed, number = mention.claim.year, mention.claim.identifier(Scheme.ARXIV)
    if not (number and year_of_arxiv(number) == claimed) and all(venue.year != claimed for venue in mention.venues):
        return False
    return any(venue.track is not Track.PREPRINT and venue.year in years for venue in mention.venues)


def _revised(claim: Record) -> str:
    """Return what its arXiv number says, where the claim has a later year: arXiv's export gives the last version's."""
    number = claim.identifier(Scheme.ARXIV)
    first = year_of_arxiv(number) if number else None
    return f"arXiv:{number} is of {first}" if first and claim.year and claim.year > first else ""


def _dates_preprint(match: Match, context: Context) -> bool:
    """Say whether the year of a claimed preprint is that of its arXiv number or of a preprint's record.

    Where there is neither, a publication that was found says no more than that the preprint came before it.
    """
    claim, record = match.mention.claim, match.best.record if match.best else None
    known = (claim, *context.records) if record is None else (claim, record, *context.records)
    numbers = {each.value for one in known for each in one.identifiers if each.scheme is Scheme.ARXIV}
    years = {year_of_arxiv(number) for number in numbers} - {None}
    years.update(year for one in context.records if is_preprint(one) for year in years_of(one))
    if years or record is None or is_preprint(record):
        return claim.year in years
    lead = (record.year or 0) - (claim.year or 0)
    return 0 <= lead <= context.settings.preprint_years


def _alike(record: Record, context: Context) -> list[Record]:
    """The records of the work that are preprints, if this one is, or published, if this one is."""
    return [other for other in context.records if is_preprint(other) == is_preprint(record)] or [record]


def title_changed(match: Match, context: Context) -> Iterator[Flag]:
    """The record's title differs in words that matter: not case, articles, hyphens or punctuation."""
    if match.best is None or not match.best.record.title or not match.mention.claim.title:
        return
    claimed, record = match.mention.claim.title, match.best.record
    own = record.title if retracted(claimed) else retracted(record.title) or record.title
    if told_by_title(record.title, venue_of_record(record)) or says_kind(match.mention.reading, own):
        claimed, own = without_kind(claimed), without_kind(own)  # what kind of work it is belongs to the track
    halves = tongues(own) if compare_lists(match.mention.claim.author, record.author).pairs else ()
    if not any(_is_same(claimed, title) for title in (own, *halves)) and not _stands_whole(match, own):
        # Nobody is misled by a title without its subtitle, or with words cut to their initials.
        severity = INFO if fold(claimed) == fold(head_of(own)) or _is_in_short(claimed, own) else WARNING
        yield Flag("title-changed", severity, f"claimed “{claimed}”, {described_by(record)} says “{record.title}”")


# `(WMT20)`, `(TRECs)` behind what it shortens; no `(II)`, which counts parts.
_ACRONYM = re.compile(r"\s?\((?![IVX]+\))(?=[A-Z]\w{0,12}[A-Z])[\w-]{2,16}\)")


def _is_same(claimed: str, title: str) -> bool:
    """Say whether two titles differ in no word: one may be in British English, and lack the other's acronym.

    >>> _is_same("Findings on Wool", "Findings on Wool (WMT20)"), _is_same("Findings on Wool", "Findings on Wool (II)")
    (True, False)
    >>> _is_same("Findings on Wool (WMT19)", "Findings on Wool (WMT20)")
    False
    """
    if bool(_ACRONYM.search(claimed)) is not bool(_ACRONYM.search(title)):
        claimed, title = _ACRONYM.sub("", claimed), _ACRONYM.sub("", title)
    return compare_titles(american(claimed), american(title)).relation is Relation.SAME


def _is_in_short(claimed: str, title: str) -> bool:
    """Say whether two titles are one where the acronyms of each are spelt out by the other, as they are known to be."""
    return bool(short_between(american(spoken(claimed)), american(spoken(title))))


def _stands_whole(match: Match, title: str) -> bool:
    """Say whether a string has a record's title word for word, of which the title read from it is only a part."""
    claimed, own, text = (f" {fold(part)} " for part in (match.mention.claim.title, title, match.mention.reading))
    return claimed in own and own in text


def preprint_of_published(match: Match, context: Context) -> Iterator[Flag]:
    """The claim is a preprint and a published version exists, or its record names one that is not at hand."""
    if match.mention.kind == Kind.PREPRINT and match.best is not None:
        says = _appeared(context.published[0]) if context.published else _said_to_appear(match.best.record)
        if says:
            yield Flag("preprint-of-published", WARNING, says)


def _appeared(record: Record) -> str:
    year = f", {record.year}" if record.year else ""
    where = record.container_title or record.publisher
    return f"has appeared as “{record.title}”, {where}{year} ({described_by(record)})"


def _said_to_appear(record: Record) -> str:
    """Return what the record of a preprint says of its publication, of which no record is at hand; empty for none."""
    named = [each.target for each in record.relations if each.kind == "is-preprint-of"]
    return f"has appeared as {named[0]}, says {described_by(record)}" if named else ""


def duplicate(match: Match, context: Context) -> Iterator[Flag]:
    """The same claim stands somewhere before this one; in another document, it is no fault of either."""
    for other in context.same_work:
        if other.mention is match.mention:
            return
        if _same_claim(match.mention, other.mention):
            same = match.mention.document == other.mention.document
            says = "the same claim as in" if same else "also listed in"
            yield Flag("duplicate", INFO, f"{says} {place_of(other.mention)}")
            return


def _same_claim(left: Mention, right: Mention) -> bool:
    mine, theirs = left.venues, right.venues
    if left.kind != right.kind or bool(mine) != bool(theirs):
        return False
    return not mine or any(compare_venues(a, b) is VenueAgreement.SAME for a in mine for b in theirs)


def record_suspect(match: Match, context: Context) -> Iterator[Flag]:
    """Two records of the same publication contradict each other: another author, other pages."""
    records = sorted(context.published, key=lambda record: (record.source, record.key))
    for at, left in enumerate(records):
        for right in records[at + 1 :]:
            said = _contradiction(known_as_recorded(left, right, context.persons), right)
            if said:
                yield Flag("record-suspect", WARNING, said)


def _contradiction(left: Record, right: Record) -> str:
    if left.author and right.author and not (left.author_et_al or right.author_et_al):
        found = compare_lists(left.author, right.author)
        if found.only_left and found.only_right and found.pairs:
            return (
                f"{_named(left)} lists {people(left.author, found.only_left)} where"
                f" {_named(right)} lists {people(right.author, found.only_right)}"
            )
    if left.source == right.source or _are_apart(left, right):
        return ""  # two publications of one work stand on other pages; one source lists no publication twice
    mine, theirs = (first_page(record.page) for record in (left, right))
    if mine.isdigit() and theirs.isdigit() and "1" not in (mine, theirs) and mine != theirs:
        return f"{_named(left)} gives pages {left.page}, {_named(right)} gives {right.page}"
    return ""


def _are_apart(left: Record, right: Record) -> bool:
    mine, theirs = venue_of_record(left), venue_of_record(right)
    one_at_workshop = (mine.track is Track.WORKSHOP) is not (theirs.track is Track.WORKSHOP)
    return one_at_workshop or compare_venues(mine, theirs) in ELSEWHERE


def incomplete(match: Match, context: Context) -> Iterator[Flag]:
    """The claim lacks the year or the authors, and the record has them."""
    if match.best is None:
        return
    claim, record = match.mention.claim, match.best.record
    lacking = [
        name
        for name, mine, theirs in (("year", claim.year, record.year), ("authors", claim.author, record.author))
        if theirs and not mine
    ]
    if lacking:
        yield Flag("incomplete", INFO, f"the claim lacks the {' and '.join(lacking)} that {described_by(record)} has")


def _named(record: Record) -> str:
    first = record.author[0] if record.author else ""
    return (
        described_by(record)
        if record.identifier(Scheme.DBLP) or record.identifier(Scheme.DOI)
        else f"{record.source}'s other record (by {first})"
    )
