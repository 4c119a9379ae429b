"""Which records describe one work: a preprint and its publication do, a paper and its journal extension do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reconcile.authors import compare_authors
from reconcile.comparison import compare, probability
from reconcile.decide import veto
from reconcile.evidence.levels import Same
from reconcile.mention import Candidate, Comparison, Level
from reconcile.nearby import VERSIONS, neighbours
from reconcile.records import first_page, is_preprint, unversioned, years_of
from reconcile.settings import DEFAULT, Settings
from reconcile.titles import NO_OTHER_WORDS, ONE_PUBLICATION, Relation, compare_titles
from reconcile.venues import VenueAgreement, compare_venues, venue_of_record
from sources.record import Record, Scheme

_SAME_WITH_PREPRINT = ONE_PUBLICATION | {Relation.NAMED}  # relations of a preprint's title to its publication's
_YEARS_APART = (
    1  # of two dates of one publication: it is online in one year, and in print or at its meeting in the next
)
_IDENTITY = (Scheme.DOI, Scheme.ARXIV, Scheme.ACL, Scheme.DBLP)


def same_publication(left: Record, right: Record, settings: Settings = DEFAULT) -> float | None:
    """Return the weight for two published (or two preprint) records describing one publication, or None.

    Two publications in different venues are two works, however alike: a journal extension stays apart.
    """
    shared = _share_identity(left, right)
    alike = _look_like_one(left, right)
    if not shared and not alike:
        return None  # most pairs end here, without a comparison of all that they say
    comparison = compare(left, right, settings=settings)
    if shared and not _contradict(comparison):
        return comparison.weight + settings.bits("identifier", Same.SAME)
    if not alike or veto(left, right, comparison) or probability(comparison.weight, settings) < settings.matched:
        return None
    identifier = comparison.of("identifier")
    return None if identifier and identifier.level is Level.DIFFER else comparison.weight


def _look_like_one(left: Record, right: Record) -> bool:
    """Say whether two records are publications whose titles, years and venues may be one's."""
    if is_preprint(left) or not left.title or not right.title:
        return False
    mine, theirs = years_of(left), years_of(right)
    if mine and theirs and min(abs(a - b) for a in mine for b in theirs) > _YEARS_APART:
        return False
    relation = compare_titles(left.title, right.title).relation
    if relation not in ONE_PUBLICATION or (relation not in NO_OTHER_WORDS and _stand_beside(left, right)):
        return False
    return compare_venues(venue_of_record(left), venue_of_record(right)) is not VenueAgreement.OTHER


def _stand_beside(left: Record, right: Record) -> bool:
    """Say whether one source has two records on pages of their own, as it has of two papers of one volume."""
    mine, theirs = first_page(left.page), first_page(right.page)
    return left.source == right.source and bool(mine and theirs) and mine != theirs


def same_versions(preprint: Record, published: Record, settings: Settings = DEFAULT) -> float | None:
    """Return the weight for a preprint having appeared as the published record, or None."""
    if _related(preprint, published):
        return settings.bits("identifier", Same.SAME)
    shared = _share_identity(preprint, published)
    titled = bool(preprint.title and published.title)
    alike = titled and compare_titles(preprint.title, published.title).relation in _SAME_WITH_PREPRINT
    retitled = titled and _retitled(preprint, published, settings)
    if not (shared or alike or retitled):
        return None  # most pairs end here, without a comparison of all that they say
    comparison = compare(preprint, published, settings=settings)
    if veto(preprint, published, comparison):
        return None
    sure = probability(comparison.weight, settings) >= settings.matched
    if (shared and not _contradict(comparison)) or (alike and sure) or retitled:
        return comparison.weight
    return None


def are_versions(left: Record, right: Record, settings: Settings) -> bool:
    """Say whether one of two records is a preprint of the other."""
    if is_preprint(left) is is_preprint(right):
        return False
    preprint, published = (left, right) if is_preprint(left) else (right, left)
    return same_versions(preprint, published, settings) is not None


def worth_grouping(claim: Record, candidates: Sequence[Candidate], settings: Settings) -> list[Record]:
    """Return the records of a claim worth grouping: likely ones, those that it names, and versions of likely ones."""
    named = set(claim.own_identifiers)
    likely = [each.record for each in candidates if each.probability >= settings.possible]
    rest = [each.record for each in candidates if each.probability < settings.possible]
    return likely + [
        record
        for record in rest
        if not named.isdisjoint(record.own_identifiers) or any(are_versions(record, each, settings) for each in likely)
    ]


def _retitled(preprint: Record, published: Record, settings: Settings) -> bool:
    """Say whether a preprint appeared under another title: the team in order, the matter, and the time agree."""
    if preprint.author_et_al or published.author_et_al:
        return False
    before, after = years_of(preprint), years_of(published)
    if not (before and after) or not 0 <= after[0] - before[0] <= settings.preprint_years:
        return False
    if compare_titles(preprint.title, published.title).share < settings.retitled_share:
        return False
    authors = compare_authors(preprint.author, published.author)
    agreeing = len(authors.pairs)
    if agreeing < settings.retitled_authors or agreeing < settings.retitled_order * len(preprint.author):
        return False
    if authors.reordered or not authors.same_first:
        return False
    last = authors.pairs[-1]
    return (last.left, last.right) == (len(preprint.author) - 1, len(published.author) - 1)


def _share_identity(left: Record, right: Record) -> bool:
    """Say whether two records have an identifier in common, two preprints one but for its version."""
    if not (left.identifiers and right.identifiers):
        return False
    mine, theirs = left.identifier(Scheme.DOI), right.identifier(Scheme.DOI)
    if mine and theirs and is_preprint(left) and is_preprint(right) and unversioned(mine) == unversioned(theirs):
        return True
    return any(value == right.identifier(scheme) for scheme in _IDENTITY if (value := left.identifier(scheme)))


def _contradict(comparison: Comparison) -> bool:
    """Say whether title and authors both differ, so that a shared identifier must be somebody's mistake."""
    title, author = comparison.of("title"), comparison.of("author")
    return bool(title and title.level is Level.DIFFER and author and author.level is not Level.AGREE)


def _related(left: Record, right: Record) -> bool:
    """Say whether a source states that the two are versions of one work."""
    return any(
        relation.kind in VERSIONS and relation.target in other.identifiers
        for one, other in ((left, right), (right, left))
        for relation in one.relations
    )


def group(records: Iterable[Record], settings: Settings = DEFAULT) -> tuple[tuple[Record, ...], ...]:
    """Group records by work. The result does not depend on the order of the records.

    Publications are joined first; then each preprint goes to the one publication that it fits best, so that a
    preprint never ties two publications together.
    """
    every = sorted(dict.fromkeys(records), key=lambda record: (record.source, record.key, str(record)))
    near = neighbours(every, settings)
    published = _clusters(every, [at for at, record in enumerate(every) if not is_preprint(record)], near, settings)
    preprints = _clusters(every, [at for at, record in enumerate(every) if is_preprint(record)], near, settings)
    place = {at: number for number, cluster in enumerate(published) for at in cluster}
    homes: dict[int, list[int]] = defaultdict(list)
    alone = []
    for preprint in preprints:
        close = sorted({place[at] for one in preprint for at in near[one] if at in place})
        home = _home(
            [every[at] for at in preprint], {at: [every[one] for one in published[at]] for at in close}, settings
        )
        if home is None:
            alone.append(preprint)
        else:
            homes[home].extend(preprint)
    joined = [[*cluster, *homes[at]] for at, cluster in enumerate(published)]
    works = [tuple(every[at] for at in cluster) for cluster in (*joined, *alone)]
    return tuple(sorted(works, key=lambda cluster: (cluster[0].source, cluster[0].key)))


def _home(preprint: Sequence[Record], published: Mapping[int, Sequence[Record]], settings: Settings) -> int | None:
    """Return the number of the publication that a preprint fits best; the earlier one where two fit alike."""
    fits = []
    for number, records in published.items():
        weights = [same_versions(a, b, settings) for a in preprint for b in records]
        known = [weight for weight in weights if weight is not None]
        if known:
            fits.append((-max(known), min(years_of(record)[:1] for record in records), number))
    return min(fits)[2] if fits else None


def _clusters(
    records: Sequence[Record], places: Sequence[int], near: Sequence[set[int]], settings: Settings
) -> list[list[int]]:
    """Join records of one publication, the surest pairs first; `near` says which are worth comparing.

    Joining is transitive, but a record that says little (no venue, say) never ties two publications together that
    are two works when held side by side.
    """
    kept = set(places)
    pairs = []
    for at in places:
        for other in near[at] & kept:
            weight = same_publication(records[at], records[other], settings) if other > at else None
            if weight is not None:
                pairs.append((-weight, at, other))
    home = {at: [at] for at in places}
    for _, at, other in sorted(pairs):
        left, right = home[at], home[other]
        if left is not right and not any(_apart(records[a], records[b]) for a in left for b in right):
            left.extend(right)
            home.update(dict.fromkeys(right, left))
    return [sorted(cluster) for cluster in {id(cluster): cluster for cluster in home.values()}.values()]


def _apart(left: Record, right: Record) -> bool:
    """Say whether two records stand in different venues and share no identifier."""
    other = compare_venues(venue_of_record(left), venue_of_record(right)) is VenueAgreement.OTHER
    return other and not _share_identity(left, right)
