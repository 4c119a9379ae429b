"""From the records of one work to its one description, with the record that each field was taken from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from reconcile.authors import compare_authors
from reconcile.records import is_preprint
from reconcile.venues import VenueAgreement, compare_venues, series, venue_of_record
from sources.names import COMPATIBLE, compare_names
from sources.record import Identifier, Name, Record, Scheme, Type
from sources.romanising import in_ascii
from sources.text import content_words, fold

# Which source is trusted first for the description of a publication: the Anthology edits its own proceedings,
# Crossref has the publisher's deposit, DBLP is edited but its search gives short venues, a claim is only a claim.
SOURCE_ORDER = ("anthology", "crossref", "dblp", "claim")

# By which identifier each source knows its records.
_OWN_SCHEME = {"anthology": Scheme.ACL, "crossref": Scheme.DOI, "dblp": Scheme.DBLP}

# Fields filled from another record of the same publication where the best one lacks them.
_FILLED = ("author", "editor", "issued", "container_title", "event", "volume", "issue", "page", "publisher")


def rank(record: Record) -> tuple[bool, bool, int, int, str]:
    """Order the records of a work: published first, an identified one first, then by source, fullest first."""
    source = SOURCE_ORDER.index(record.source) if record.source in SOURCE_ORDER else len(SOURCE_ORDER)
    fields = sum(bool(getattr(record, name)) for name in _FILLED)
    return is_preprint(record), not record.identifiers, source, -fields, record.key


def described_by(record: Record) -> str:
    """Name a record as provenance: `crossref 10.1109/iccd.2015.7357097`; the source alone where it has no real key."""
    shown = record.identifier(_OWN_SCHEME[record.source]) if record.source in _OWN_SCHEME else ""
    return f"{record.source} {shown}".strip()


def merge(records: Sequence[Record], claims: Sequence[Record] = ()) -> tuple[Record, tuple[tuple[str, str], ...]]:
    """Return one description of a work and, for each field of it, the record it was taken from.

    The published version is preferred; a field it lacks comes from another record of the same publication,
    never from the preprint. A preprint's arXiv number joins the identifiers. Where two sources name different
    authors, the one that lists the claimed ones is believed: people know who they are.
    """
    ordered = sorted(records, key=lambda record: (is_preprint(record), _unlisted(record, claims), rank(record)))
    best = ordered[0]
    peers = [record for record in ordered[1:] if _same_publication(best, record)]
    provenance = {"title": described_by(best)}
    filled: dict[str, Any] = {}
    for field in _FILLED:
        giver = next((record for record in (best, *peers) if getattr(record, field)), None)
        if giver is not None:
            filled[field] = getattr(giver, field)
            provenance[field] = described_by(giver)
    merged = replace(
        replace(best, **filled),
        title=_best_cased(best, peers),
        author=_fullest(filled.get("author", ()), [peer.author for peer in peers]),
        container_title=_container(best, peers),
        identifiers=_identifiers(best, ordered),
        urls=tuple(dict.fromkeys(url for record in (best, *peers) for url in record.urls)),
        relations=tuple(dict.fromkeys(relation for record in (best, *peers) for relation in record.relations)),
    )
    for field in ("title", "author", "container_title"):
        giver = next((record for record in (best, *peers) if getattr(record, field) == getattr(merged, field)), None)
        if giver is not None and getattr(merged, field):
            provenance[field] = described_by(giver)
        elif field in provenance:
            provenance[field] += ", written out"
    return merged, tuple(sorted(provenance.items()))


def _unlisted(record: Record, claims: Sequence[Record]) -> int:
    """Return how many of the claimed authors a record does not list; the claim that it suits best counts."""
    if not record.author or record.author_et_al:
        return 0
    return min((len(compare_authors(claim.author, record.author).only_left) for claim in claims), default=0)


def _same_publication(best: Record, other: Record) -> bool:
    return is_preprint(best) == is_preprint(other) and other.source != "claim"


def _fullest(names: Sequence[Name], others: Sequence[Sequence[Name]]) -> tuple[Name, ...]:
    """Complete initials by the full names of another record that lists the same persons in the same order."""
    result = tuple(names)
    for other in others:
        pairs = list(zip(result, other, strict=False))
        if len(other) == len(result) and all(compare_names(mine, theirs) in COMPATIBLE for mine, theirs in pairs):
            result = tuple(max(pair, key=lambda name: len(name.given.replace(".", ""))) for pair in pairs)
    return result


def _best_cased(best: Record, peers: Sequence[Record]) -> str:
    """Return the best record's title, or a peer's spelling of it where the best one is all capitals."""
    if not best.title.isupper():
        return best.title
    others = (peer.title for peer in peers if fold(peer.title) == fold(best.title) and not peer.title.isupper())
    return next(others, best.title)


def _container(best: Record, peers: Sequence[Record]) -> str:
    """Return the fullest name of the venue; a bare acronym is written out from the venue table."""
    named = [record.container_title for record in (best, *peers) if record.container_title]
    spelt = next((name for name in named if len(content_words(name)) > 1), "")
    if spelt or not named:
        return spelt
    venue = venue_of_record(best)
    row = series(venue.series) if venue.series and venue.name else None
    if row is None or is_preprint(best) or compare_venues(venue, venue) is VenueAgreement.UNKNOWN:
        return named[0]
    if best.type is Type.ARTICLE or row.kind == "journal":
        return row.name
    return f"{row.name} ({named[0]})" if fold(named[0]) != fold(row.name) else row.name


def _identifiers(best: Record, records: Sequence[Record]) -> tuple[Identifier, ...]:
    """Return the identifiers of the publication, and the arXiv number of a preprint of it; one of each scheme."""
    kept: dict[Scheme, Identifier] = {}
    for record in records:
        own = is_preprint(best) or not is_preprint(record)
        for identifier in record.identifiers:
            if own or identifier.scheme is Scheme.ARXIV:
                kept.setdefault(identifier.scheme, identifier)
    return tuple(sorted(kept.values()))


def make_key(record: Record, taken: Collection[str] = ()) -> str:
    """Return a citation key such as `gao-2024-ethos`, made unique among `taken` by a letter.

    It is made of the family name of the first author (or editor, where there is none), the year and the first word of
    the title that says something, in Latin letters.
    """
    first = next(iter((*record.author, *record.editor)), Name())
    author = fold(first.family or first.literal)
    author = _ascii(author) or in_ascii(author) or "anon"
    year = str(record.year) if record.year else "nd"
    words = content_words(record.title)
    shorts = chain(map(_ascii, words), map(in_ascii, words))  # what is in Latin letters before what is not
    title = next((short for short in shorts if len(short) > 1), "untitled")
    stem = f"{author}-{year}-{title}"
    letters = ("" if not at else f"-{chr(ord('a') + at)}" for at in range(26))
    numbers = (f"-{at}" for at in range(27, 28 + len(taken)))
    return next(key for suffix in chain(letters, numbers) if (key := stem + suffix) not in taken)


def _ascii(word: str) -> str:
    return "".join(char for char in word if char.isascii() and char.isalnum())
