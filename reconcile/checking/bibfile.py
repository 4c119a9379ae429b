"""The entries of a .bib file with their lines, those included that no parser can read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reconcile.bulk.decoding import lines_of
from reconcile.bulk.entries import EntryBatch
from reconcile.checking.item import ENTRY_TYPE, KEY, Item
from reconcile.documents.bibentries import BibEntry, entries_of, macros_of
from reconcile.documents.bibparents import REFERS, Named, inherited, parent_keys

__all__ = ["BibTask", "bib_tasks"]

_REFERS = re.compile(REFERS.pattern.encode(), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BibTask:
    """Entries of a file as they stand there, to be read by a worker; `parents` are those that entries refer to."""

    document: str
    batch: EntryBatch
    parents: Mapping[str, Named] = field(default_factory=dict)

    def items(self) -> list[Item]:
        """Return the entries in the order of the file."""
        batch = self.batch
        macros = macros_of(lines_of(batch.macros, batch.legacy))
        return [self._item(entry) for entry in entries_of(lines_of(batch.text, batch.legacy), macros)]

    def _item(self, entry: BibEntry) -> Item:
        first = self.batch.first + entry.line - 1
        key, last = entry.key or str(first), first + entry.text.count("\n")
        taken = inherited(dict(entry.fields), self.parents) if self.parents else {}
        fields = ((ENTRY_TYPE, entry.type), (KEY, entry.key), *entry.fields, *taken.items())
        read = fields if entry.fields or not entry.trouble else ()
        return Item(self.document, key, first, last, read, entry.text, entry.trouble, entry.twice)


def bib_tasks(document: str, opened: Callable[[], Iterable[EntryBatch]]) -> Iterator[BibTask]:
    """Yield the entries of a file; it is opened once more where some of them refer to others."""
    parents: dict[str, Named] = {}
    if any(_REFERS.search(batch.text) for batch in opened()):
        parents = _parents(opened)
    for batch in opened():
        yield BibTask(document, batch, parents if _REFERS.search(batch.text) else {})


def _parents(opened: Callable[[], Iterable[EntryBatch]]) -> dict[str, Named]:
    """Return the fields of the entries that others refer to, by key in small letters."""
    children = (batch for batch in opened() if _REFERS.search(batch.text))
    wanted = {key for entry in _entries(children) for key in parent_keys(dict(entry.fields))}
    found: dict[str, Named] = {}
    for entry in _entries(opened()):
        if entry.key.lower() in wanted:
            found.setdefault(entry.key.lower(), dict(entry.fields))
    return found


def _entries(batches: Iterable[EntryBatch]) -> Iterator[BibEntry]:
    for batch in batches:
        macros = macros_of(lines_of(batch.macros, batch.legacy))
        yield from entries_of(lines_of(batch.text, batch.legacy), macros)
