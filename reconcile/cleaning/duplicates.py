"""Entries that describe one work, proposed as groups: across types and ways to write authors, never merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reconcile.cleaning.judging import Meaning
from reconcile.cleaning.reading import Reading
from reconcile.records import is_preprint
from reconcile.settings import Settings
from reconcile.titles import ONE_PUBLICATION, Relation, compare_titles
from reconcile.venues import VenueAgreement, compare_venues, venue_of_record
from reconcile.works import same_publication, same_versions
from sources.record import Record, Scheme, Type
from sources.text import fold

_MOST = 40  # entries of one key that are compared with each other
_IDENTITY = (Scheme.DOI, Scheme.ARXIV, Scheme.ACL)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is kept of an entry: where it stands, what it claims, which records are its work's."""

    line: int
    key: str
    claim: Record
    preprint: bool
    edition: str = ""
    records: tuple[tuple[str, str], ...] = ()
    codes: frozenset[str] = frozenset()


def seen(line: int, reading: Reading, meaning: Meaning | None, codes: frozenset[str]) -> Seen:
    """Return what is kept of an entry to find its duplicates; `codes` are those that the user has it ignore."""
    found = (meaning.record,) if meaning is not None and meaning.record is not None else ()
    key = reading.entry.inside.key
    edition = fold(reading.known.get("edition", ""))
    records = tuple((record.source, record.key) for record in found)
    return Seen(line, key, reading.claim, reading.is_preprint, edition, records, codes)


def groups(entries: Sequence[Seen], settings: Settings) -> tuple[tuple[Seen, ...], ...]:
    """Return the groups of entries of one work, in the order of the file."""
    home = {at: [at] for at in range(len(entries))}
    for left, right in _pairs(entries):
        if home[left] is home[right]:
            continue
        if all(_same(entries[one], entries[other], settings) for one in home[left] for other in home[right]):
            home[left].extend(home[right])
            home.update(dict.fromkeys(home[right], home[left]))
    every = {id(group): sorted(group) for group in home.values() if len(group) > 1}
    return tuple(tuple(entries[at] for at in group) for group in sorted(every.values()))


def _pairs(entries: Sequence[Seen]) -> Iterator[tuple[int, int]]:
    """Yield the pairs worth comparing: those that share a record, an identifier or a title."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        for key in dict.fromkeys(_keys(entry)):
            places[key].append(at)
    found = {
        (left, right)
        for shared in places.values()
        for at, right in enumerate(shared[:_MOST])
        for left in shared[:at]
    }  # fmt: skip
    return iter(sorted(found))


def _keys(entry: Seen) -> Iterable[str]:
    yield from (f"{source} {key}" for source, key in entry.records)
    yield from (str(found) for found in entry.claim.identifiers if found.scheme in _IDENTITY)
    if title := fold(entry.claim.title):
        yield f"title {title}"


def _same(left: Seen, right: Seen, settings: Settings) -> bool:
    """Say whether two entries describe one work; an extension, an edition, a part and a review are others."""
    mine, theirs = left.claim, right.claim
    if left.edition != right.edition or _are_unlike(mine, theirs):
        return False
    if left.preprint != right.preprint:
        preprint, published = (mine, theirs) if left.preprint else (theirs, mine)
        return _share(left, right) or same_versions(preprint, published, settings) is not None
    if compare_venues(venue_of_record(mine), venue_of_record(theirs)) is VenueAgreement.OTHER:
        return False
    if not left.preprint and mine.year and theirs.year and abs(mine.year - theirs.year) > 1:
        return False
    if not left.preprint and {mine.type, theirs.type} == {Type.ARTICLE, Type.PAPER} and not _share(left, right):
        return False
    if _share(left, right):
        return True
    if is_preprint(mine) or is_preprint(theirs) or left.preprint:
        return compare_titles(mine.title, theirs.title).relation is Relation.SAME and _one_team(mine, theirs)
    return same_publication(mine, theirs, settings) is not None


def _are_unlike(mine: Record, theirs: Record) -> bool:
    """Say whether two claims are of unlike kinds or titles: a part, a book and a paper or review of it."""
    if mine.title and theirs.title and compare_titles(mine.title, theirs.title).relation not in ONE_PUBLICATION:
        return True
    kinds = {mine.type, theirs.type}
    return len(kinds) > 1 and bool(kinds & {Type.BOOK, Type.REVIEW, Type.THESIS})


def _one_team(mine: Record, theirs: Record) -> bool:
    families = [{fold(name.family or name.literal) for name in claim.author} for claim in (mine, theirs)]
    return bool(families[0] & families[1])


def _share(left: Seen, right: Seen) -> bool:
    """Say whether two entries have a record or an identifier in common."""
    mine = {found for found in left.claim.identifiers if found.scheme in _IDENTITY}
    return bool(set(left.records) & set(right.records)) or not mine.isdisjoint(right.claim.identifiers)
