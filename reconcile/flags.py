"""The rules that say where claim and record part. One rule is one function; `RULES` is the order they run in.

A rule gets the match and its `Context` and returns its flags. Every flag quotes both sides and names the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.authors import Authors, Pair, compare_authors
from reconcile.compare import is_preprint, years_of
from reconcile.mention import Flag, Match, Mention, Severity, Status, Track, Venue
from reconcile.merge import described_by
from reconcile.settings import DEFAULT, Settings
from reconcile.titles import Relation, compare_titles
from reconcile.venues import VenueAgreement, compare_venues, indexed_by, venue_of_record
from reconcile.works import same_publication, same_versions
from sources.names import NameAgreement
from sources.record import Identifier, Name, Record, Scheme
from sources.text import fold

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside the match.

    `records` are those of its work; `same_work` the first match of each different claim of it, in document order;
    `by_identifier` the records that were found for each identifier in the string.
    """

    records: tuple[Record, ...] = ()
    same_work: tuple[Match, ...] = ()
    by_identifier: tuple[tuple[Identifier, tuple[Record, ...]], ...] = ()
    settings: Settings = DEFAULT

    @property
    def published(self) -> tuple[Record, ...]:
        """The records of the work that are no preprints."""
        return tuple(record for record in self.records if not is_preprint(record))


Rule = Callable[[Match, Context], Iterable[Flag]]

# Tracks whose papers often appear in no proceedings.
_INFORMAL = frozenset({Track.WORKSHOP, Track.POSTER, Track.DEMO, Track.TUTORIAL, Track.STUDENT})
# Kinds that every source set here indexes, so that their absence is an error and not a gap of coverage.
_INDEXED_KINDS = frozenset({"article-journal", "paper-conference"})


def raise_flags(match: Match, context: Context) -> tuple[Flag, ...]:
    """Return every flag that the rules raise on a match, errors first, in the order of the rules."""
    found = [_doubted(flag, match) for rule in RULES for flag in rule(match, context)]
    order = [_ERROR, _WARNING, _INFO]
    return tuple(sorted(dict.fromkeys(found), key=lambda flag: order.index(flag.severity)))


def _doubted(flag: Flag, match: Match) -> Flag:
    """What a record says against a claim is no error where it is not sure that the record is the one meant."""
    if match.status is not Status.POSSIBLE or flag.severity is not _ERROR or flag.code == "venue-conflict":
        return flag
    return replace(flag, severity=_WARNING, says=f"if this is the record meant: {flag.says}")


def not_a_publication(match: Match, context: Context) -> Iterator[Flag]:
    """Patent, talk, award; or text that the page's template left behind."""
    if match.status is Status.SKIPPED:
        code = "placeholder" if match.mention.kind == "placeholder" else "not-a-publication"
        yield Flag(code, _INFO, f"kept out: {match.mention.reason}")


def no_record(match: Match, context: Context) -> Iterator[Flag]:
    """Every source that could know it answered, and none has it."""
    if match.status is not Status.NOT_FOUND:
        return
    informal = any(venue.track in _INFORMAL for venue in match.mention.venues)
    indexed = match.mention.kind in _INDEXED_KINDS and not informal
    asked = ", ".join(match.asked)
    title = match.mention.claim.title or match.mention.reading
    says = f"no record of “{title}” in {asked}: possibly not published, or outside what they cover"
    yield Flag("no-record", _ERROR if indexed else _INFO, says)


def venue_conflict(match: Match, context: Context) -> Iterator[Flag]:
    """The same work is claimed at two venues, by this mention and another one or within this one."""
    mine = _real_venues(match.mention)
    elsewhere = []
    for other in context.same_work:
        theirs = _real_venues(other.mention)
        if other.mention is not match.mention and theirs and all(_conflict(a, b) for a in mine for b in theirs):
            elsewhere.append(f"at {_quote(theirs)} in {_place(other.mention)}")
    if mine and elsewhere:
        yield Flag(
            "venue-conflict", _ERROR, f"claimed at {_quote(mine)} in {_place(match.mention)}, {', '.join(elsewhere)}"
        )
    if len(mine) > 1 and any(_conflict(a, b) for at, a in enumerate(mine) for b in mine[at + 1 :]):
        yield Flag("venue-conflict", _WARNING, f"claimed at {_quote(mine)} in one entry")


def _conflict(left: Venue, right: Venue) -> bool:
    return compare_venues(left, right) in (VenueAgreement.OTHER, VenueAgreement.OTHER_TRACK)


def _real_venues(mention: Mention) -> tuple[Venue, ...]:
    return tuple(venue for venue in mention.venues if venue.track not in (Track.PREPRINT, Track.THESIS))


def venue_mismatch(match: Match, context: Context) -> Iterator[Flag]:
    """The claimed series is not the record's and no other record of the work has it; or the track is another."""
    claimed = _real_venues(match.mention)
    if match.best is None or not claimed:
        return
    if not context.published:
        yield from _only_preprint(match, claimed)
        return
    found = {
        (record, venue): compare_venues(venue, venue_of_record(record))
        for record in context.published
        for venue in claimed
    }
    agreements = set(found.values())
    if agreements & {VenueAgreement.SAME, VenueAgreement.UNKNOWN}:
        return
    shown = match.best.record if not is_preprint(match.best.record) else context.published[0]
    sides = f"claimed {_quote(claimed)}, {described_by(shown)} says “{shown.container_title}”"
    if VenueAgreement.OTHER_TRACK in agreements:
        yield Flag("track-mismatch", _ERROR, f"same venue, another track: {sides}")
    elif agreements == {VenueAgreement.OTHER} and match.gaps:
        silent = " and ".join(dict.fromkeys(gap.source for gap in match.gaps))
        yield Flag("venue-mismatch", _WARNING, f"{sides}; {silent} did not answer and may have another record")
    elif agreements == {VenueAgreement.OTHER}:
        yield Flag("venue-mismatch", _ERROR, sides)


def _only_preprint(match: Match, claimed: tuple[Venue, ...]) -> Iterator[Flag]:
    """A venue with proceedings is claimed, but the sources hold only a preprint: it may not be listed yet."""
    archival = [venue for venue in claimed if venue.track not in _INFORMAL and venue.series and indexed_by(venue)]
    if archival and match.best is not None and match.status is Status.MATCHED and not match.gaps:
        says = f"claimed {_quote(archival)}, but the sources hold only a preprint ({described_by(match.best.record)})"
        yield Flag("venue-mismatch", _WARNING, says)


def non_archival(match: Match, context: Context) -> Iterator[Flag]:
    """A workshop, poster or demo that no source has proceedings of."""
    informal = [venue for venue in _real_venues(match.mention) if venue.track in _INFORMAL]
    if match.mention.kind == "poster" and not informal:
        informal = list(_real_venues(match.mention))
    if not informal or match.gaps or match.status in (Status.SKIPPED, Status.NOT_CHECKED):
        return  # who was not asked may have the proceedings
    listed = any(
        compare_venues(a, venue_of_record(record)) in (VenueAgreement.SAME, VenueAgreement.OTHER_TRACK)
        for record in context.published
        for a in informal
    )
    if not listed:
        yield Flag("non-archival", _INFO, f"no source lists proceedings of {_quote(informal)} with it")


def year_mismatch(match: Match, context: Context) -> Iterator[Flag]:
    """The claimed year differs from every date of the record; a preprint's date does not date its publication."""
    claimed = match.mention.claim.year
    if match.best is None or claimed is None:
        return
    record = match.best.record
    if is_preprint(record) and match.mention.kind != "preprint":
        lead = claimed - (record.year or claimed)
        if 0 <= lead <= context.settings.preprint_years:
            return
    years = sorted({year for r in _alike(record, context) for year in years_of(r)})
    if not years or claimed in years:
        return
    gap = min(abs(year - claimed) for year in years)
    said = "/".join(map(str, years))
    yield Flag(
        "year-mismatch", _WARNING if gap == 1 else _ERROR, f"claimed {claimed}, {described_by(record)} says {said}"
    )


def _alike(record: Record, context: Context) -> list[Record]:
    """The records of the work that are preprints, if this one is, or published, if this one is."""
    return [other for other in context.records if is_preprint(other) == is_preprint(record)] or [record]


def title_changed(match: Match, context: Context) -> Iterator[Flag]:
    """The record's title differs in words that matter: not case, articles, hyphens or punctuation."""
    if match.best is None or not match.best.record.title or not match.mention.claim.title:
        return
    claimed, record = match.mention.claim.title, match.best.record
    if compare_titles(claimed, record.title).relation is not Relation.SAME:
        yield Flag("title-changed", _WARNING, f"claimed “{claimed}”, {described_by(record)} says “{record.title}”")


def authors_differ(match: Match, context: Context) -> Iterator[Flag]:
    """Authors added, missing, misspelt or reordered, each named. Initials and name order alone are no difference."""
    claim = match.mention.claim
    if match.best is None or not claim.author or not match.best.record.author:
        return
    record = match.best.record
    found = compare_authors(claim.author, record.author)
    said = list(_author_differences(found, claim, record))
    if said:
        added = bool(found.only_left) and not record.author_et_al
        yield Flag("authors-differ", _ERROR if added else _WARNING, f"{'; '.join(said)} ({described_by(record)})")


def _author_differences(found: Authors, claim: Record, record: Record) -> Iterator[str]:
    if found.only_left and not record.author_et_al:
        yield "added in the claim: " + _people(claim.author, found.only_left)
    if found.only_right and not claim.author_et_al:
        yield "missing in the claim: " + _people(record.author, found.only_right)
    variants = [pair for pair in found.pairs if pair.agreement is NameAgreement.VARIANT]
    if variants:
        yield "spelt otherwise: " + _pairs(variants, claim, record)
    if found.reordered:
        yield "in another order"
    swapped = [pair for pair in found.pairs if pair.agreement is NameAgreement.SWAPPED]
    if swapped and (found.only_left or found.only_right or variants or found.reordered):
        yield "family and given name exchanged: " + ", ".join(
            f"{claim.author[p.left]} for {record.author[p.right]}" for p in swapped
        )


def _pairs(pairs: Sequence[Pair], claim: Record, record: Record) -> str:
    return ", ".join(f"{claim.author[pair.left]} for {record.author[pair.right]}" for pair in pairs)


def preprint_of_published(match: Match, context: Context) -> Iterator[Flag]:
    """The claim is a preprint and a published version exists."""
    if match.mention.kind == "preprint" and match.best is not None and context.published:
        record = context.published[0]
        year = f", {record.year}" if record.year else ""
        where = record.container_title or record.publisher
        says = f"has appeared as “{record.title}”, {where}{year} ({described_by(record)})"
        yield Flag("preprint-of-published", _WARNING, says)


def identifier_mismatch(match: Match, context: Context) -> Iterator[Flag]:
    """An identifier in the string belongs to another work, or does not exist.

    That nobody knows an identifier says something only of a scheme that a source knows wholly, and where that
    source answered and has the work under another identifier.
    """
    if match.mention.reason:
        return
    for identifier, holders in context.by_identifier:
        if not holders and (other := _registered_instead(identifier, match)):
            yield Flag("identifier-mismatch", _ERROR, f"nobody knows {identifier}; the work's own is {other}")
        if holders and not any(_means(match, holder, context) for holder in holders):
            holder = holders[0]
            says = f"{identifier} is “{holder.title}” ({described_by(holder)}), not “{match.mention.claim.title}”"
            yield Flag("identifier-mismatch", _ERROR, says)


# Who would know an identifier of a scheme, if it existed. DataCite's DOIs are not Crossref's to know.
_REGISTRARS = {Scheme.DOI: "crossref", Scheme.ACL: "anthology"}
_DATACITE = ("10.48550/", "10.5281/", "10.6084/")


def _registered_instead(identifier: Identifier, match: Match) -> str:
    """Return the matched work's own identifier of that scheme; empty where its register was not asked."""
    asked = _REGISTRARS.get(identifier.scheme) in match.asked and not match.gaps
    if not asked or match.best is None or match.status is not Status.MATCHED or identifier.value.startswith(_DATACITE):
        return ""
    return match.best.record.identifier(identifier.scheme)


def _means(match: Match, holder: Record, context: Context) -> bool:
    """Say whether the record of an identifier is a record of the claimed work."""
    if holder in context.records:
        return True
    if match.best is None:
        return not match.mention.claim.title
    best = match.best.record
    pairs = [(best, holder), (holder, best)]
    return same_publication(best, holder, context.settings) is not None or any(
        is_preprint(a) and not is_preprint(b) and same_versions(a, b, context.settings) is not None for a, b in pairs
    )


def duplicate(match: Match, context: Context) -> Iterator[Flag]:
    """The same claim stands somewhere before this one."""
    for other in context.same_work:
        if other.mention is match.mention:
            return
        if _same_claim(match.mention, other.mention):
            yield Flag("duplicate", _INFO, f"the same claim as in {_place(other.mention)}")
            return


def _same_claim(left: Mention, right: Mention) -> bool:
    mine, theirs = left.venues, right.venues
    if left.kind != right.kind or bool(mine) != bool(theirs):
        return False
    return not mine or any(compare_venues(a, b) is VenueAgreement.SAME for a in mine for b in theirs)


# Crossref's update types, by what they mean for the reader; `by` this record, the article.
_UPDATES: dict[str, tuple[str, Severity]] = {
    "retraction": ("retracted", _ERROR),
    "partial_retraction": ("retracted", _ERROR),
    "withdrawal": ("retracted", _ERROR),
    "removal": ("retracted", _ERROR),
    "expression_of_concern": ("concern", _WARNING),
    "correction": ("corrected", _INFO),
    "corrigendum": ("corrected", _INFO),
    "erratum": ("corrected", _INFO),
    "addendum": ("corrected", _INFO),
    "clarification": ("corrected", _INFO),
}


def updated(match: Match, context: Context) -> Iterator[Flag]:
    """Retracted, corrected, or under concern; graded, and none for a notice that was withdrawn again."""
    if match.best is None:
        return
    notices = [relation for record in context.records for relation in record.relations if relation.direction == "by"]
    reinstated = max((str(relation.when or "") for relation in notices if relation.kind == "reinstatement"), default="")
    for relation in sorted(set(notices)):
        row = _UPDATES.get(relation.kind.replace("-", "_"))
        if row and not (row[0] != "corrected" and reinstated and str(relation.when or "") <= reinstated):
            code, severity = row
            when = f" on {relation.when}" if relation.when else ""
            said_by = f", says {relation.asserted_by}" if relation.asserted_by else ""
            yield Flag(code, severity, f"{relation.kind.replace('_', ' ')}{when}: {relation.target.value}{said_by}")


def record_suspect(match: Match, context: Context) -> Iterator[Flag]:
    """Two records of the same publication contradict each other: another author, other pages."""
    records = sorted(context.published, key=lambda record: (record.source, record.key))
    for at, left in enumerate(records):
        for right in records[at + 1 :]:
            said = _contradiction(left, right)
            if said:
                yield Flag("record-suspect", _WARNING, said)


def _contradiction(left: Record, right: Record) -> str:
    if left.author and right.author and not (left.author_et_al or right.author_et_al):
        found = compare_authors(left.author, right.author)
        if found.only_left and found.only_right and found.pairs:
            return (
                f"{_named(left)} lists {_people(left.author, found.only_left)} where"
                f" {_named(right)} lists {_people(right.author, found.only_right)}"
            )
    mine, theirs = (fold(record.page.split("-")[0].split("–")[0]) for record in (left, right))
    if mine.isdigit() and theirs.isdigit() and "1" not in (mine, theirs) and mine != theirs:
        return f"{_named(left)} gives pages {left.page}, {_named(right)} gives {right.page}"
    return ""


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
        yield Flag("incomplete", _INFO, f"the claim lacks the {' and '.join(lacking)} that {described_by(record)} has")


RULES: tuple[Rule, ...] = (
    not_a_publication,
    no_record,
    updated,
    venue_conflict,
    venue_mismatch,
    year_mismatch,
    title_changed,
    authors_differ,
    preprint_of_published,
    identifier_mismatch,
    record_suspect,
    duplicate,
    non_archival,
    incomplete,
)


def _people(names: Sequence[Name], places: Iterable[int]) -> str:
    return ", ".join(str(names[at]) for at in places)


def _named(record: Record) -> str:
    first = record.author[0] if record.author else ""
    return (
        described_by(record)
        if record.identifier(Scheme.DBLP) or record.identifier(Scheme.DOI)
        else f"{record.source}'s other record (by {first})"
    )


def _quote(venues: Sequence[Venue]) -> str:
    return " and ".join(f"“{venue.name or venue.series}{_year(venue)}”" for venue in venues)


def _year(venue: Venue) -> str:
    return f" {venue.year}" if venue.year and str(venue.year) not in venue.name else ""


def _place(mention: Mention) -> str:
    return f"{mention.document} line {mention.first}"
