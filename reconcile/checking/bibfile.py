"""The entries of a .bib file with their lines, those included that no parser can read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reconcile.checking.item import ENTRY_TYPE, KEY, Item
from reconcile.documents.bib.entries import BibEntry, entries_of, macros_of
from reconcile.documents.bib.parents import REFERS, Named, inherited, parent_keys
from reconcile.streaming.decoding import lines_of
from reconcile.streaming.entries import EntryBatch

__all__ = ["BibTask", "bib_tasks"]

_REFERS = re.compile(REFERS.pattern.encode(), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BibTask:
    """Entries of a file as they stand there, to be read by a worker.

    `parents` are those that entries refer to, and `lines` where they stand.
    """

    document: str
    batch: EntryBatch
    parents: Mapping[str, Named] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

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
        unlinked = tuple(self._unlinked(entry, first))
        return Item(self.document, key, first, last, read, entry.text, entry.trouble, entry.twice, unlinked)

    def _unlinked(self, entry: BibEntry, line: int) -> Iterator[str]:
        """Yield what an entry names that is not there, or not where BibTeX would find it."""
        for name, macro in entry.undefined:
            yield f"{name} is the macro “{macro}”, which this file does not define: BibTeX leaves it empty"
        own = dict(entry.fields)
        for key in parent_keys(own):
            if key not in self.lines:
                yield f"it takes fields from “{key}”, which is no entry of this file"
        parent = own.get("crossref", "").strip().lower()
        if self.lines.get(parent, line) < line:
            yield f"its crossref “{parent}” stands before it, on line {self.lines[parent]}; BibTeX wants it behind"


def bib_tasks(document: str, opened: Callable[[], Iterable[EntryBatch]]) -> Iterator[BibTask]:
    """Yield the entries of a file; it is opened once more where some of them refer to others."""
    parents: dict[str, Named] = {}
    lines: dict[str, int] = {}
    if any(_REFERS.search(batch.text) for batch in opened()):
        parents, lines = _parents(opened)
    for batch in opened():
        refers = _REFERS.search(batch.text)
        yield BibTask(document, batch, parents, lines) if refers else BibTask(document, batch)


def _parents(opened: Callable[[], Iterable[EntryBatch]]) -> tuple[dict[str, Named], dict[str, int]]:
    """Return the fields of the entries that others refer to, and their lines, by key in small letters."""
    children = (batch for batch in opened() if _REFERS.search(batch.text))
    wanted = {key for _, entry in _entries(children) for key in parent_keys(dict(entry.fields))}
    found: dict[str, Named] = {}
    lines: dict[str, int] = {}
    for line, entry in _entries(opened()):
        key = entry.key.lower()
        if key in wanted and key not in found:
            found[key], lines[key] = dict(entry.fields), line
    return found, lines


def _entries(batches: Iterable[EntryBatch]) -> Iterator[tuple[int, BibEntry]]:
    """Yield the entries of batches, each behind its line in the file."""
    for batch in batches:
        macros = macros_of(lines_of(batch.macros, batch.legacy))
        for entry in entries_of(lines_of(batch.text, batch.legacy), macros):
            yield batch.first + entry.line - 1, entry
