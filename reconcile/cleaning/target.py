"""Which publication an entry means, out of the records of its work: refused rather than guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reconcile.authors import compare_authors
from reconcile.bibtex.facts import facts
from reconcile.cleaning.judging import Meaning
from reconcile.cleaning.reading import Reading
from reconcile.documents.bib.kinds import kind_of_entry
from reconcile.mention import Evidence, Level, Track, Work
from reconcile.merge import merge
from reconcile.records import is_preprint, years_of
from reconcile.settings import Settings
from reconcile.titles import NO_OTHER_WORDS, ONE_TITLE, compare_titles
from reconcile.venues import VenueAgreement, compare_venues, series, venue_of_record
from reconcile.works import same_publication
from sources.identifiers import arxiv_of_doi
from sources.record import Record, Scheme

_BARE = ("the same", "another")  # what is said of identifiers, volumes and pages


@dataclass(frozen=True)
class Target:
    """The publication that an entry means or, for a preprint, became.

    `placed` says that the record describes the very publication that is claimed, so that its pages are the claim's;
    `agreement` is how the venues stand; `strangers` says that most of the authors that the entry names are none of the
    record's.
    """

    work: Work
    placed: bool
    agreement: VenueAgreement
    why: str
    strangers: bool = False

    @property
    def record(self) -> Record:
        """The merged description."""
        return self.work.record

    def giver(self, field: str) -> str:
        """Name the record from which a field of the description was taken."""
        return self._givers.get(field) or self._givers["title"]

    def facts(self, *, ascii: bool) -> dict[str, str]:  # noqa: A002 -- as everywhere in reconcile.bibtex
        """Return what the publication's fields would hold."""
        return self._in_ascii if ascii else self._as_it_is

    @cached_property
    def _as_it_is(self) -> dict[str, str]:
        return facts(self.work)

    @cached_property
    def _in_ascii(self) -> dict[str, str]:
        return facts(self.work, ascii=True)

    @cached_property
    def _givers(self) -> dict[str, str]:
        return dict(self.work.provenance)


def target_of(reading: Reading, meaning: Meaning, settings: Settings) -> Target | None:
    """Return the publication that an entry means; None where no record is known to be meant."""
    every = _of_one_title(meaning)
    if not every:
        return None
    published = [record for record in every if not is_preprint(record)]
    preprints = [record for record in every if is_preprint(record)]
    why = "; ".join(dict.fromkeys(_told(piece) for piece in meaning.evidence if piece.level is not Level.MISSING))
    if not published:
        return Target(_work(preprints, reading.claim), reading.is_preprint, VenueAgreement.SAME, why)
    clusters = _clusters(published, settings)
    if reading.is_preprint:
        clusters.sort(key=lambda cluster: (_unlisted(reading.claim, cluster[0]), years_of(cluster[0])[:1]))
        best, *others = clusters
        agreement = VenueAgreement.PREPRINT
    else:
        ranked = sorted(clusters, key=lambda cluster: _distance(reading.claim, cluster))
        best, *others = ranked
        agreement = _agreement(reading.claim, best[0])
    placed = _is_certain(reading, best[0], meaning) and _is_placed(reading, best, agreement, alone=not others)
    return Target(
        _work([*best, *preprints], reading.claim),
        placed,
        agreement,
        why,
        2 * _unlisted(reading.claim, best[0]) > len(reading.claim.author),
    )


def _told(piece: Evidence) -> str:
    """Return what a piece of evidence says, the field named where the sentence leaves it open."""
    return f"{piece.says} {piece.field}" if piece.says in _BARE else piece.says


def _of_one_title(meaning: Meaning) -> list[Record]:
    """Return the records of the work without those whose title or authors are another work's after all."""
    best = meaning.record
    if best is None:
        return []
    # `Non-Local Manifold Parzen Windows` is not `Manifold Parzen Windows`, though the team is the same.
    return [best, *(each for each in meaning.also if compare_titles(best.title, each.title).relation in ONE_TITLE)]


def _clusters(records: Sequence[Record], settings: Settings) -> list[list[Record]]:
    """Join the records of one publication; two places are two publications."""
    clusters: list[list[Record]] = []
    for record in records:
        home = next((each for each in clusters if same_publication(each[0], record, settings) is not None), None)
        if home is None:
            clusters.append([record])
        else:
            home.append(record)
    return clusters


def _work(records: Sequence[Record], claim: Record) -> Work:
    merged, provenance = merge(records, (claim,))
    return Work("", _as_printed(merged, records), tuple(records), provenance, ())


def _as_printed(merged: Record, records: Sequence[Record]) -> Record:
    """Return a description with the name that its proceedings print, where no record has more than the acronym."""
    venue = venue_of_record(merged)
    row = series(venue.series) if venue.series and venue.track in (Track.MAIN, None) else None
    if row is None or not row.printed or any(merged.container_title == each.container_title for each in records):
        return merged
    return replace(merged, container_title=row.printed)


def _agreement(claim: Record, record: Record) -> VenueAgreement:
    return compare_venues(venue_of_record(claim), venue_of_record(record))


def _distance(claim: Record, cluster: Sequence[Record]) -> tuple[int, int, int]:
    """Order publications by how far they are from what is claimed: venue, kind, years."""
    agreements = tuple(VenueAgreement)
    return agreements.index(_agreement(claim, cluster[0])), cluster[0].type is not claim.type, _gap(claim, cluster)


def _unlisted(claim: Record, record: Record) -> int:
    """Return how many of the claimed authors a record does not list."""
    return len(compare_authors(claim.author, record.author).only_left)


def _gap(claim: Record, cluster: Sequence[Record]) -> int:
    """Return the years between a claim and the nearest date of the records; 0 where either has none."""
    mine = claim.year
    theirs = [year for record in cluster for year in years_of(record)]
    return min((abs(mine - year) for year in theirs), default=0) if mine else 0


def _is_certain(reading: Reading, record: Record, meaning: Meaning) -> bool:
    """Say whether a claim of a publication has the record's title and none but its authors.

    A true title under strangers' names is made up as a whole, and is not to be made the more believable.
    """
    claim = reading.claim
    if reading.is_preprint or (record.author and _unlisted(claim, record)):
        return False
    agreed = any(piece.field == "title" and piece.level is Level.AGREE for piece in meaning.evidence)
    return agreed or compare_titles(claim.title, record.title).relation in NO_OTHER_WORDS


def _is_placed(reading: Reading, cluster: Sequence[Record], agreement: VenueAgreement, *, alone: bool) -> bool:
    """Say whether the records describe the very publication that is claimed."""
    claim = reading.claim
    doi = claim.identifier(Scheme.DOI)
    theirs = {found for record in cluster if (found := record.identifier(Scheme.DOI))}
    gap = _gap(claim, cluster)
    if gap > 1 or agreement in (VenueAgreement.OTHER, VenueAgreement.OTHER_TRACK):
        return False
    if doi and theirs and arxiv_of_doi(doi) is None:
        return doi in theirs
    if agreement is VenueAgreement.SAME:
        return True
    kinds = kind_of_entry(reading.entry.type).described
    return agreement is VenueAgreement.UNKNOWN and alone and bool(claim.year) and gap == 0 and cluster[0].type in kinds
