"""Bibliographies to be checked: .bib in batches that workers read, CSL-JSON and RIS as the documents that they are."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reconcile.bulk.entries import EntryBatch, entry_batches
from reconcile.bulk.opening import Form, Input, batches
from reconcile.checking.bibfile import BibTask, bib_tasks
from reconcile.checking.item import ENTRY_TYPE, KEY, Item
from reconcile.documents import read
from reconcile.documents.block import Block
from reconcile.documents.unreadable import Unreadable
from reconcile.given import InputError

_BIB = frozenset({".bib", ".bibtex"})
_OTHERS = frozenset({".json", ".ris"})
_COMPLAINT = re.compile(r"[^:]*?(?:, line (\d{1,9}))?: ")
_ENTRIES = 64  # of one batch, as of .bib files


@dataclass(frozen=True, slots=True)
class ItemTask:
    """Entries that were read already."""

    read: tuple[Item, ...]

    def items(self) -> list[Item]:
        """Return the entries in the order of the file."""
        return list(self.read)


@dataclass(frozen=True, slots=True)
class Written:
    """BibTeX that stands in no file, under a name of its own."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Entries that were never written down: rows of a table, under a name of its own."""

    name: str
    entries: tuple[Item, ...]


Task = BibTask | ItemTask
Bibliography = Path | Written | Listed


def tasks(given: Iterable[Bibliography]) -> Iterator[Task]:
    """Yield the entries of bibliographies in batches, in order. Raises Unreadable."""
    for each in given:
        if isinstance(each, Written):
            content = each.text.encode("utf-8", "surrogatepass")
            yield from bib_tasks(each.name, partial(_batches_of, content))
        elif isinstance(each, Listed):
            yield from _in_batches(each.entries)
        else:
            is_bib = each.suffix.lower() in _BIB
            yield from bib_tasks(str(each), partial(_batches_in, each)) if is_bib else _other_tasks(each)


def usable(path: Path) -> str:
    """Return why a path cannot be checked; empty where it can."""
    if why := missing(path):
        return why
    if path.suffix.lower() not in _BIB | _OTHERS:
        return "neither .bib nor CSL-JSON (.json) nor RIS (.ris); `reconcile run` reads other documents"
    return ""


def missing(path: Path) -> str:
    """Return why there is no file at a path; empty where there is one."""
    if path.is_dir():
        return "this is a folder; name the files in it"
    return "" if path.is_file() else "there is no such file"


def _batches_of(content: bytes) -> Iterator[EntryBatch]:
    return entry_batches(io.BytesIO(content), "utf-8", lambda: 0)


def _batches_in(path: Path) -> Iterator[EntryBatch]:
    try:
        with batches(Input(str(path), form=Form.BIB)) as found:
            yield from (batch for batch in found if isinstance(batch, EntryBatch))
    except InputError as fault:  # whoever names a bibliography thinks of a document, and not of rows
        raise Unreadable(str(fault)) from fault


def _other_tasks(path: Path) -> Iterator[ItemTask]:
    documents = read(path)
    items = [item for document in documents for item in _items(str(path), document.blocks)]
    broken = [_broken(str(path), said) for document in documents for said in document.complaints]
    yield from _in_batches((*items, *broken))


def _in_batches(every: tuple[Item, ...]) -> Iterator[ItemTask]:
    for start in range(0, len(every), _ENTRIES):
        yield ItemTask(every[start : start + _ENTRIES])


def _items(name: str, blocks: Iterable[Block]) -> Iterator[Item]:
    for number, block in enumerate((block for block in blocks if block.fields), start=1):
        fields = tuple((_spelled(field), value) for field, value in block.fields)
        named = dict(reversed(fields))
        key = named.get(KEY) or named.get("id") or str(number)
        yield Item(name, key, block.first, block.last, fields, block.source)


def _spelled(field: str) -> str:
    """Return the name of a field as the rules know it; CSL's `type` is the type of the entry."""
    return {"type": ENTRY_TYPE, "id": KEY}.get(field, field if field in (ENTRY_TYPE, KEY) else field.lower())


def _broken(name: str, said: str) -> Item:
    """Return what stands for a complaint of the reader: `refs.json, line 3: this is no JSON`."""
    fit = _COMPLAINT.match(said)
    line = int(fit[1]) if fit and fit[1] else 1
    return Item(name, "", line, line, trouble=said[fit.end() :] if fit else said)


def text_of(given: Bibliography) -> str:
    """Return the characters as far as comments need them: of a file as UTF-8 or UTF-16."""
    if isinstance(given, Written):
        return given.text
    if isinstance(given, Listed):
        return ""
    content = given.read_bytes()
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    return content.decode("utf-8", errors="replace")
