"""Where a type of entry has its venue, and a venue that stands in another type's field moved there."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.cleaning.change import Step
from reconcile.cleaning.reading import CONTAINERS, Reading
from reconcile.cleaning.target import Target
from reconcile.documents.bib.kinds import kind_of_entry

WRONG = "wrong-field"


def container_of(kind: str) -> str:
    """Return the field in which a type of entry has its venue; empty for a type that has none."""
    return kind_of_entry(kind).container


def is_at_home(name: str, kind: str) -> bool:
    """Say whether a type of entry has its venue in a field; `journaltitle` is what biblatex calls a journal."""
    return name in (container_of(kind), {"journal": "journaltitle"}.get(container_of(kind), ""))


def wrong_field(reading: Reading, target: Target) -> Iterator[Step]:
    """Yield the venue moved to where the entry's type has it: `journal` of an @inproceedings, which no style prints.

    The type is what the record says, so only the field is wrong; the text stays.
    """
    kind, container = reading.entry.type, container_of(reading.entry.type)
    named = [name for name in CONTAINERS if reading.known.get(name)]
    if reading.is_preprint or not named or any(is_at_home(name, kind) for name in named):
        return
    if container and named[0] in reading.own and target.record.type in kind_of_entry(kind).described:
        yield Step(WRONG, named[0], reading.raw(named[0]), "the entry itself", target.placed, container)
