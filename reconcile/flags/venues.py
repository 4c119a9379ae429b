"""The rules of venues: two claimed, another than the record's, one that nobody knows, one without proceedings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rapidfuzz import fuzz

from reconcile.flags.context import ERROR, INFO, INFORMAL, WARNING, Context, left_open, listed_in, quoted
from reconcile.flags.keeping import is_held_whole
from reconcile.flags.kinds import states_main, with_kind
from reconcile.flags.standing import Standing, standing
from reconcile.mention import Flag, Kind, Match, Mention, Severity, Status, Track, Venue
from reconcile.merge import described_by
from reconcile.places import place_of
from reconcile.records import are_same_pages, is_preprint
from reconcile.titles.abstracts import told_by_title
from reconcile.venues import VenueAgreement, compare_venues, indexed_by, venue_of_record
from reconcile.venues.short_forms import is_foreign_acronym, may_be_one, within
from reconcile.venues.table import all_series
from sources.record import Record, Type
from sources.text import STOP_WORDS, fold


def venue_conflict(match: Match, context: Context) -> Iterator[Flag]:
    """The same work is claimed at two venues, by this mention and another one or within this one.

    Of two claims the one that a record bears out is not at fault, and where each has a record of its own none is.
    """
    if match.status is Status.SKIPPED:
        return  # who reviews for two meetings claims nothing
    mine = _real_venues(match.mention)
    own = _borne_out(match, context)
    elsewhere: dict[Severity, list[str]] = defaultdict(list)
    for other in context.same_work:
        theirs = _real_venues(other.mention)
        if other.mention is match.mention or not theirs or not all(_conflict(a, b) for a in mine for b in theirs):
            continue
        severity = _fault(own, _borne_out(other, context))
        if severity is not None:
            elsewhere[severity].append(f"at {quoted(theirs, other.mention.claim)} in {place_of(other.mention)}")
    for severity in Severity:
        if mine and elsewhere[severity]:
            others = ", ".join(elsewhere[severity])
            yield Flag(
                "venue-conflict",
                severity,
                f"claimed at {quoted(mine, match.mention.claim)} in {place_of(match.mention)}, {others}",
            )
    if len(mine) > 1 and any(_conflict(a, b) for at, a in enumerate(mine) for b in mine[at + 1 :]):
        yield Flag("venue-conflict", WARNING, f"claimed at {quoted(mine, match.mention.claim)} in one entry")


def _borne_out(match: Match, context: Context) -> Standing:
    """Return how the venues of a claim stand to the records of the work: the same as one, lesser than one, or other."""
    if match.status is not Status.MATCHED:
        return Standing.OTHER
    kinds = {standing(venue, record) for venue in _real_venues(match.mention) for record in context.published}
    return next((kind for kind in (Standing.SAME, Standing.LESSER) if kind in kinds), Standing.OTHER)


def _fault(mine: Standing, theirs: Standing) -> Severity | None:
    """Return how much this claim is at fault that it is at odds with another; None where each has its own record.

    A record that does not tell a demonstration from a paper bears out neither.
    """
    if Standing.LESSER in (mine, theirs) and Standing.OTHER not in (mine, theirs):
        return WARNING
    if mine is not Standing.SAME:
        return ERROR
    return None if theirs is Standing.SAME else INFO


def _conflict(left: Venue, right: Venue) -> bool:
    return compare_venues(left, right) in (VenueAgreement.OTHER, VenueAgreement.OTHER_TRACK)


def _real_venues(mention: Mention) -> tuple[Venue, ...]:
    return tuple(venue for venue in mention.venues if venue.track not in (Track.PREPRINT, Track.THESIS))


def venue_mismatch(match: Match, context: Context) -> Iterator[Flag]:
    """The claimed series is not the record's and no other record of the work has it; or the track is another."""
    claimed = _real_venues(match.mention)
    if match.best is None or not claimed:
        return
    if all(map(_is_report, context.published)):
        yield from _only_preprint(match, claimed, context)
        return
    told = {venue: with_kind(venue, match.mention.claim.title) for venue in claimed}
    found = {(record, venue): standing(told[venue], record) for record in context.published for venue in claimed}
    shown = match.best.record if not is_preprint(match.best.record) else context.published[0]
    parted = _parted(
        set(found.values()), found, match, f"claimed {quoted(claimed, match.mention.claim)}, {_says(shown)}"
    )
    # Who cites a paper leaves "(Extended Abstract)" out of its title, and boasts of nothing.
    mild = context.cited and told_by_title(shown.title, venue_of_record(shown)) is not None
    yield from (replace(flag, severity=WARNING) if mild and flag.severity is ERROR else flag for flag in parted)


def _says(record: Record) -> str:
    told = told_by_title(record.title, venue_of_record(record))
    called = f" of “{record.title}”" if told else ""
    where = record.container_title or record.event
    return f"{described_by(record)} says “{where}”{called}" if where else f"{described_by(record)} names none{called}"


def _parted(
    kinds: set[Standing], found: Mapping[tuple[Record, Venue], Standing], match: Match, sides: str
) -> Iterator[Flag]:
    """Say where claim and records part; nothing where any of them may be one."""
    if Standing.SAME in kinds:
        return
    if Standing.UNKNOWN in kinds:
        if all(_is_unlisted(venue, record) for record, venue in found):
            yield Flag("venue-mismatch", WARNING, f"no venue of that name is known: {sides}")
    elif Standing.OTHER_TRACK in kinds:
        yield Flag("track-mismatch", ERROR, f"same venue, another track: {sides}")
    elif Standing.LESSER in kinds:
        if any(states_main(record) for record, _ in found):
            yield Flag("track-mismatch", WARNING, f"less is claimed than the main track: {sides}")
        else:
            yield Flag("track-mismatch", INFO, f"the record does not tell the track: {sides}")
    elif Standing.WORKSHOP in kinds:
        yield _workshops_paper(found, match, sides)
    elif Standing.PREPRINT in kinds:
        return
    elif match.gaps:
        severity = INFO if _gives_its_own_place(match) else WARNING
        yield Flag("venue-mismatch", severity, f"{sides}; {left_open(match)}")
    else:
        severity = WARNING if Standing.OTHER_NAME in kinds else ERROR
        yield Flag("venue-mismatch", severity, sides)


def _gives_its_own_place(match: Match) -> bool:
    """Say whether a journal's article is claimed with volume and pages that are not the record's, a meeting's paper.

    Who names the very pages mostly has the article before them, and the sources that answered may lack it.
    """
    best, claim = match.best.record if match.best else None, match.mention.claim
    if best is None or match.status is not Status.POSSIBLE or best.type is not Type.PAPER:
        return False
    placed = claim.type is Type.ARTICLE and claim.volume.strip() and "-" in claim.page.replace("\u2013", "-")
    return bool(placed) and not are_same_pages(claim.page, best.page)


def _workshops_paper(found: Mapping[tuple[Record, Venue], Standing], match: Match, sides: str) -> Flag:
    """A workshop's paper claimed for a conference.

    Where sources are silent, one of a later year or of another host may have a successor there that nobody showed.
    """
    says = f"a workshop's paper, claimed for a conference: {sides}"
    later = all((venue.year or 0) > (record.year or 0) for record, venue in found)
    elsewhere = any(venue_of_record(record).host for record, _ in found) and not is_held_whole(match)
    if match.gaps and (later or elsewhere):
        return Flag("track-mismatch", WARNING, f"{says}; {left_open(match)}")
    return Flag("track-mismatch", ERROR, says)


# What a venue that is written out calls itself.
_HEADS = frozenset("conference conf workshop symposium journal transactions letters congress".split())
_OF_ANY_VENUE = _HEADS | frozenset(
    """
    aaas acl acm advanced advances annual association dedicated first ieee ifip in international intl joint meeting
    national of on proc proceedings second society the third topics usenix world
    """.split()
)
_LIKE = 80.0  # percent of letters from which a word is another one misspelt or inflected


def _is_unlisted(claimed: Venue, record: Record) -> bool:
    """Say whether a venue that no table has is written out, and has a word that no name of the record's series has.

    The venue's own words stand before the first comma or bracket; what follows is a place or a date. Of an acronym it
    is the letters that no name has; workshops call themselves as they like.
    """
    theirs = venue_of_record(record)
    row = all_series().get(theirs.series)
    is_told = not (claimed.series or claimed.host) and theirs.track not in (Track.PREPRINT, Track.BOOK, Track.WORKSHOP)
    if is_told and record.type in _PAPERS and is_foreign_acronym(claimed.name, filter(None, _said(record))):
        return not row or not any(may_be_one(claimed.name, name) for name in row.every_name)
    if claimed.series or claimed.host or row is None or theirs.track in (Track.PREPRINT, Track.BOOK):
        return False
    if within(claimed.name, (record.container_title, record.event, *row.every_name)):
        return False
    words = re.split(r"[,(:;]", claimed.name, maxsplit=1)[0]
    found = fold(words).split()
    telling = [word for word in found if word not in _OF_ANY_VENUE and word not in STOP_WORDS and word.isalpha()]
    if len(telling) < _TELLING_WORDS or _HEADS.isdisjoint(found):
        return False
    known = {word for name in row.every_name for word in fold(name).split()}
    return any(max((fuzz.ratio(word, other) for other in known), default=0.0) < _LIKE for word in telling)


def _said(record: Record) -> tuple[str, ...]:
    return record.container_title, record.event


_PAPERS = frozenset({Type.ARTICLE, Type.PAPER})
_TELLING_WORDS = 2  # a name of fewer may be a short form of any venue's


def _is_report(record: Record) -> bool:
    """Say whether a record is of a report that stands in nothing: what it tells may have appeared as well."""
    return record.type is Type.REPORT and not record.container_title


def _only_preprint(match: Match, claimed: tuple[Venue, ...], context: Context) -> Iterator[Flag]:
    """A venue with proceedings is claimed, and the sources hold a preprint or a report: it may not be listed yet.

    Nobody knows where a source did not answer, unless a catalogue has all papers of the meeting.
    """
    archival = [venue for venue in claimed if venue.track not in INFORMAL and venue.series and indexed_by(venue)]
    known = not match.gaps or bool(context.listed)
    if archival and match.best is not None and match.status is Status.MATCHED and known:
        what = "preprint" if is_preprint(match.best.record) else "report"
        held = f"the sources hold only a {what} ({described_by(match.best.record)})"
        says = f"claimed {quoted(archival, match.mention.claim)}, but {held}"
        yield Flag("venue-mismatch", WARNING, f"{says}, and {listed_in(context)} none" if context.listed else says)


_SAYS_SO = re.compile(r"\bnon[- ]?archival\b", re.IGNORECASE)


def non_archival(match: Match, context: Context) -> Iterator[Flag]:
    """A workshop, poster or demo that no source has proceedings of."""
    informal = [venue for venue in _real_venues(match.mention) if venue.track in INFORMAL]
    is_poster = match.mention.kind == Kind.POSTER
    if is_poster and not informal:
        informal = list(_real_venues(match.mention))  # none where it stands in a note
    said = f"{match.mention.reading}\n{match.mention.text}"  # of fields the text has them all
    if (informal or is_poster) and _SAYS_SO.search(said):
        yield Flag(
            "non-archival",
            INFO,
            f"the claim says so{' of ' if informal else ''}{quoted(informal, match.mention.claim)}",
        )
        return
    if not informal or match.gaps or match.status in (Status.SKIPPED, Status.NOT_CHECKED):
        return  # who was not asked may have the proceedings
    listed = any(
        compare_venues(a, venue_of_record(record)) in (VenueAgreement.SAME, VenueAgreement.OTHER_TRACK)
        for record in context.published
        for a in informal
    )
    if not listed:
        yield Flag(
            "non-archival", INFO, f"no source lists proceedings of {quoted(informal, match.mention.claim)} with it"
        )
