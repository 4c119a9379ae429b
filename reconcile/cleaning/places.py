"""Where a type of entry has its venue, and a venue that stands in another type's field moved there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.cleaning.change import Step
from reconcile.cleaning.reading import CONTAINERS, Reading
from reconcile.cleaning.target import Target
from sources.record import Type

WRONG = "wrong-field"
_CONTAINER: Mapping[str, str] = {
    "article": "journal",
    "conference": "booktitle",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
}
# The kinds of record that a type of entry describes, so that its venue is the record's container.
_KINDS: Mapping[str, frozenset[Type]] = {
    "article": frozenset({Type.ARTICLE, Type.REVIEW}),
    "conference": frozenset({Type.PAPER, Type.CHAPTER}),
    "incollection": frozenset({Type.PAPER, Type.CHAPTER}),
    "inproceedings": frozenset({Type.PAPER, Type.CHAPTER}),
}


def container_of(kind: str) -> str:
    """Return the field in which a type of entry has its venue; empty for a type that has none."""
    return _CONTAINER.get(kind, "")


def is_at_home(name: str, kind: str) -> bool:
    """Say whether a type of entry has its venue in a field; `journaltitle` is what biblatex calls a journal."""
    return name in (container_of(kind), {"journal": "journaltitle"}.get(container_of(kind), ""))


def wrong_field(reading: Reading, target: Target) -> Iterator[Step]:
    """Yield the venue moved to where the entry's type has it: `journal` of an @inproceedings, which no style prints.

    The type is what the record says, so only the field is wrong; the text stays.
    """
    kind = reading.entry.type
    named = [name for name in CONTAINERS if reading.known.get(name)]
    if reading.is_preprint or not named or any(is_at_home(name, kind) for name in named):
        return
    if named[0] in reading.own and target.record.type in _KINDS.get(kind, ()):
        yield Step(WRONG, named[0], reading.raw(named[0]), "the entry itself", target.placed, container_of(kind))
