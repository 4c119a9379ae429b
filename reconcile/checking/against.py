"""What only a reference's fields claim, held against its record: the type of the entry, volume and number.

A list of somebody's works seldom says these things, and a reference always does. Nothing is said where the record may
be of another publication than the one that is claimed: another venue, another year, a preprint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reconcile.checking.item import Item
from reconcile.documents.bib.kinds import kind_of_entry
from reconcile.flags.pages import is_elsewhere
from reconcile.mention import Flag, Kind, Match, Severity, Status
from reconcile.merge import described_by
from reconcile.records import are_same_volumes, is_preprint
from sources.record import Record, Type

# What a paper of a meeting and an article are called by one and the other, as meetings have their papers in journals.
_EITHER = frozenset({Type.ARTICLE, Type.PAPER})

# The volumes of one meeting's proceedings, which have their papers by tracks: `(Volume 1: Long Papers)`.
_OF_PROCEEDINGS = re.compile(r"\bvolume (?P<number>\d)\b(?::? ?\(?[A-Z][\w ]{2,30})?", re.IGNORECASE)
_CALLED: Mapping[Type, str] = {
    Type.ARTICLE: "an article",
    Type.BOOK: "a book",
    Type.CHAPTER: "a chapter",
    Type.PAPER: "a conference's paper",
    Type.THESIS: "a thesis",
}


def flags_against(item: Item, match: Match, work: Sequence[Record] = ()) -> tuple[Flag, ...]:
    """Return what an entry's fields say otherwise than its record; `work` are all records of the work."""
    best = match.best.record if match.best else None
    if best is None or match.status is not Status.MATCHED or is_preprint(best) or match.mention.kind == Kind.PREPRINT:
        return ()
    found = list(_type(item, best, work))
    if not is_elsewhere(match, best):
        found += [*_proceedings(item, best, work), *_volume(item, match.mention.claim, best, work)]
    return tuple(found)


def _type(item: Item, best: Record, work: Sequence[Record]) -> Iterator[Flag]:
    """The entry's type is not what its record is: a thesis or a report that is a conference's paper."""
    kind = kind_of_entry(item.type.lower())
    if best.type not in kind.denied or any(each.type in kind.described for each in work):
        return
    severity = Severity.INFO if {kind.claims, best.type} <= _EITHER or kind.claims is Type.OTHER else Severity.WARNING
    yield Flag("type-mismatch", severity, f"@{item.type.lower()}, {described_by(best)} is {_CALLED[best.type]}")


def _proceedings(item: Item, best: Record, work: Sequence[Record]) -> Iterator[Flag]:
    """The volume of the proceedings is another: `(Volume 2: Short Papers)` of a paper in the first."""
    mine = _OF_PROCEEDINGS.search(item.field("booktitle"))
    texts = [text for each in (best, *work) for text in (each.container_title, each.event) if text]
    known = {found["number"]: found for text in texts if (found := _OF_PROCEEDINGS.search(text))}
    if mine and known and mine["number"] not in known:
        theirs = next(iter(known.values()))
        says = f"claimed “{mine[0]}”, {described_by(best)} says “{theirs[0]}”"
        yield Flag("track-mismatch", Severity.WARNING, f"another volume of the proceedings: {says}")


def _volume(item: Item, claim: Record, best: Record, work: Sequence[Record]) -> Iterator[Flag]:
    """The volume of an article, or its number within the volume, is another one."""
    if best.type is not Type.ARTICLE:
        return
    for name, mine, field in (("volume", claim.volume, "volume"), ("number", claim.issue, "issue")):
        known = [value for each in (best, *work) if each.type is Type.ARTICLE and (value := getattr(each, field))]
        if mine and item.field(name) and known and not any(are_same_volumes(mine, value) for value in known):
            says = f"claimed {name} {mine}, {described_by(best)} says {known[0]}"
            yield Flag("volume-mismatch", Severity.WARNING, says)
