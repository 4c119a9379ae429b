"""Which records describe one work: a preprint and its publication do, a paper and its journal extension do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reconcile.authors import compare_authors
from reconcile.comparison import compare, probability
from reconcile.decide import veto
from reconcile.levels import Same
from reconcile.mention import Comparison, Level
from reconcile.records import is_preprint, years_of
from reconcile.settings import DEFAULT, Settings
from reconcile.titles import Relation, compare_titles
from reconcile.venues import VenueAgreement, compare_venues, venue_of_record
from sources.record import Record, Scheme
from sources.text import fold

# Relations of titles close enough for two publications of one venue, and for a preprint and its publication.
_SAME_PUBLICATION = frozenset({Relation.SAME, Relation.SPELLING, Relation.WORDING, Relation.SUBTITLE, Relation.COINED})
_SAME_WITH_PREPRINT = _SAME_PUBLICATION | {Relation.NAMED}
_VERSIONS = frozenset({"is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-identical-to"})
_IDENTITY = (Scheme.DOI, Scheme.ARXIV, Scheme.ACL, Scheme.DBLP)


def same_publication(left: Record, right: Record, settings: Settings = DEFAULT) -> float | None:
    """Return the weight for two published (or two preprint) records describing one publication, or None.

    Two publications in different venues are two works, however alike: a journal extension stays apart.
    """
    comparison = compare(left, right, settings=settings)
    if _share_identity(left, right) and not _contradict(comparison):
        return comparison.weight + settings.bits("identifier", Same.SAME)
    if is_preprint(left) or not _likely(left, right, comparison, settings):
        return None
    if compare_titles(left.title, right.title).relation not in _SAME_PUBLICATION:
        return None
    if compare_venues(venue_of_record(left), venue_of_record(right)) is VenueAgreement.OTHER:
        return None
    mine, theirs = years_of(left), years_of(right)
    if mine and theirs and min(abs(a - b) for a in mine for b in theirs) > 1:
        return None
    identifier = comparison.of("identifier")
    return None if identifier and identifier.level is Level.DIFFER else comparison.weight


def same_versions(preprint: Record, published: Record, settings: Settings = DEFAULT) -> float | None:
    """Return the weight for a preprint having appeared as the published record, or None."""
    if _related(preprint, published):
        return settings.bits("identifier", Same.SAME)
    comparison = compare(preprint, published, settings=settings)
    if veto(preprint, published, comparison):
        return None
    if _share_identity(preprint, published) and not _contradict(comparison):
        return comparison.weight
    if not preprint.title or not published.title:
        return None
    relation = compare_titles(preprint.title, published.title).relation
    if relation in _SAME_WITH_PREPRINT and probability(comparison.weight, settings) >= settings.matched:
        return comparison.weight
    return comparison.weight if _retitled(preprint, published, settings) else None


def _retitled(preprint: Record, published: Record, settings: Settings) -> bool:
    """Say whether a preprint appeared under another title: the team in order, the matter, and the time agree."""
    if preprint.author_et_al or published.author_et_al:
        return False
    authors = compare_authors(preprint.author, published.author)
    agreeing = len(authors.pairs)
    if agreeing < settings.retitled_authors or agreeing < settings.retitled_order * len(preprint.author):
        return False
    if authors.reordered or not authors.same_first:
        return False
    last = authors.pairs[-1]
    if (last.left, last.right) != (len(preprint.author) - 1, len(published.author) - 1):
        return False
    if compare_titles(preprint.title, published.title).share < settings.retitled_share:
        return False
    before, after = years_of(preprint), years_of(published)
    return bool(before and after) and 0 <= after[0] - before[0] <= settings.preprint_years


def _likely(left: Record, right: Record, comparison: Comparison, settings: Settings) -> bool:
    if not left.title or not right.title or veto(left, right, comparison):
        return False
    return probability(comparison.weight, settings) >= settings.matched


def _share_identity(left: Record, right: Record) -> bool:
    return any(
        value and value == right.identifier(scheme) for scheme in _IDENTITY if (value := left.identifier(scheme))
    )


def _contradict(comparison: Comparison) -> bool:
    """Say whether title and authors both differ, so that a shared identifier must be somebody's mistake."""
    title, author = comparison.of("title"), comparison.of("author")
    return bool(title and title.level is Level.DIFFER and author and author.level is not Level.AGREE)


def _related(left: Record, right: Record) -> bool:
    """Say whether a source states that the two are versions of one work."""
    return any(
        relation.kind in _VERSIONS and relation.target in other.identifiers
        for one, other in ((left, right), (right, left))
        for relation in one.relations
    )


def group(records: Iterable[Record], settings: Settings = DEFAULT) -> tuple[tuple[Record, ...], ...]:
    """Group records by work. The result does not depend on the order of the records.

    Publications are joined first; then each preprint goes to the one publication that it fits best, so that a
    preprint never ties two publications together.
    """
    every = sorted(dict.fromkeys(records), key=lambda record: (record.source, record.key, str(record)))
    published = _clusters([record for record in every if not is_preprint(record)], settings)
    preprints = _clusters([record for record in every if is_preprint(record)], settings)
    homes: dict[int, list[tuple[Record, ...]]] = defaultdict(list)
    alone = []
    near = _Blocks(published)
    for preprint in preprints:
        home = _home(preprint, published, near.of(preprint), settings)
        if home is None:
            alone.append(preprint)
        else:
            homes[home].append(preprint)
    joined = [sum(homes[at], start=cluster) for at, cluster in enumerate(published)]
    return tuple(sorted((*joined, *alone), key=lambda cluster: (cluster[0].source, cluster[0].key)))


def _home(
    preprint: tuple[Record, ...], published: Sequence[tuple[Record, ...]], near: Iterable[int], settings: Settings
) -> int | None:
    """Return the place of the publication that a preprint fits best; the earlier one where two fit alike."""
    fits = []
    for at in near:
        weights = [same_versions(a, b, settings) for a in preprint for b in published[at]]
        known = [weight for weight in weights if weight is not None]
        if known:
            fits.append((-max(known), min(years_of(record)[:1] for record in published[at]), at))
    return min(fits)[2] if fits else None


def _clusters(records: Sequence[Record], settings: Settings) -> list[tuple[Record, ...]]:
    """Join records of one publication, the surest pairs first.

    Joining is transitive, but a record that says little (no venue, say) never ties two publications together that
    are two works when held side by side.
    """
    near = _Blocks([(record,) for record in records])
    pairs = []
    for at, record in enumerate(records):
        for other in near.of((record,)):
            weight = same_publication(record, records[other], settings) if other > at else None
            if weight is not None:
                pairs.append((-weight, at, other))
    home = {at: [at] for at in range(len(records))}
    for _, at, other in sorted(pairs):
        left, right = home[at], home[other]
        if left is not right and not any(_apart(records[a], records[b]) for a in left for b in right):
            left.extend(right)
            home.update(dict.fromkeys(right, left))
    places = {id(cluster): cluster for cluster in home.values()}
    return [tuple(records[at] for at in sorted(cluster)) for cluster in places.values()]


def _apart(left: Record, right: Record) -> bool:
    """Say whether two records stand in different venues and share no identifier."""
    other = compare_venues(venue_of_record(left), venue_of_record(right)) is VenueAgreement.OTHER
    return other and not _share_identity(left, right)


class _Blocks:
    """Which clusters are worth comparing: those that share an identifier, a relation's target, or a family name."""

    def __init__(self, clusters: Sequence[tuple[Record, ...]]) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, cluster in enumerate(clusters):
            for key in self._keys(cluster):
                self._places[key].append(at)

    @staticmethod
    def _keys(cluster: Sequence[Record]) -> set[str]:
        keys: set[str] = set()
        for record in cluster:
            keys.update(map(str, record.identifiers))
            keys.update(str(relation.target) for relation in record.relations if relation.kind in _VERSIONS)
            keys.update("author " + fold(name.family or name.literal) for name in record.author[:3])
            keys.add("title " + fold(record.title))
        return keys

    def of(self, cluster: Sequence[Record]) -> list[int]:
        """The places of the clusters that share a key with this one."""
        return sorted({at for key in self._keys(cluster) for at in self._places.get(key, ())})
