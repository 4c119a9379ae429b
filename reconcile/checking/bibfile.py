"""The entries of a .bib file with their lines, those included that no parser can read."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.bulk.decoding import lines_of
from reconcile.bulk.entries import EntryBatch
from reconcile.checking.item import ENTRY_TYPE, KEY, Item
from reconcile.documents.bibentries import BibEntry, entries_of, macros_of

__all__ = ["BibTask"]


@dataclass(frozen=True, slots=True)
class BibTask:
    """Entries of a file as they stand there, to be read by a worker."""

    document: str
    batch: EntryBatch

    def items(self) -> list[Item]:
        """Return the entries in the order of the file."""
        batch = self.batch
        macros = macros_of(lines_of(batch.macros, batch.legacy))
        return [self._item(entry) for entry in entries_of(lines_of(batch.text, batch.legacy), macros)]

    def _item(self, entry: BibEntry) -> Item:
        first = self.batch.first + entry.line - 1
        key, last = entry.key or str(first), first + entry.text.count("\n")
        fields = ((ENTRY_TYPE, entry.type), (KEY, entry.key), *entry.fields)
        read = fields if entry.fields or not entry.trouble else ()
        return Item(self.document, key, first, last, read, entry.text, entry.trouble, entry.twice)
