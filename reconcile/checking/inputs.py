"""Bibliographies to be checked: .bib in batches that workers read, CSL-JSON and RIS as the documents that they are."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reconcile.arguments import InputError
from reconcile.bibtex.source import Source
from reconcile.checking.bibfile import BibTask, bib_tasks
from reconcile.checking.item import ENTRY_TYPE, KEY, Item
from reconcile.documents import Document, read, read_text
from reconcile.documents.blocks.block import Block
from reconcile.documents.blocks.unreadable import Unreadable
from reconcile.documents.sniff import sniff
from reconcile.streaming import opening
from reconcile.streaming.entries import EntryBatch, entry_batches
from reconcile.streaming.opening import PACKED, Form, Input, batches, suffix_of

_BIB = frozenset({".bib", ".bibtex"})
_OTHERS = frozenset({".json", ".ris"})
_UNTOLD = frozenset({""})
# What a reader of documents says of a line, and does with it: `refs.json, line 3: this is no JSON and was read as …`.
_COMPLAINT = re.compile(r"[^:]*?(?:, line (\d{1,9}))?: (.*?)(?: and was read as [\w ]+)?(?:; .*)?", re.DOTALL)
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
            yield from _tasks_in(each)


def told(name: str, content: bytes) -> Bibliography:
    """Return the bibliography that a content is, told by how it begins where no name says it; raises InputError."""
    text = Source.of_bytes(opening.unpacked(content, name)).text
    suffix = suffix_of(name) or sniff(text)
    return Listed(name, _entries(name, [read_text(text, name, suffix)])) if suffix in _OTHERS else Written(name, text)


def usable(path: Path) -> str:
    """Return why a path cannot be checked; empty where it can."""
    if why := missing(path):
        return why
    if suffix_of(str(path)) not in _BIB | _OTHERS | _UNTOLD:
        return "neither .bib nor CSL-JSON (.json) nor RIS (.ris); `reconcile run` reads other documents"
    return ""


def missing(path: Path) -> str:
    """Return why there is no file at a path; empty where there is one."""
    if path.is_dir():
        return "this is a folder; name the files in it"
    return "" if path.is_file() else "there is no such file"


def _tasks_in(path: Path) -> Iterator[Task]:
    if suffix_of(str(path)) in _BIB:
        return bib_tasks(str(path), partial(_batches_in, path))
    if path.suffix.lower() in _UNTOLD.union(PACKED):
        return tasks([told(str(path), _content(path))])
    return _in_batches(_entries(str(path), read(path)))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Unreadable(f"{path}: this file cannot be read: {fault.strerror or fault}") from fault


def _batches_of(content: bytes) -> Iterator[EntryBatch]:
    return entry_batches(io.BytesIO(content), "utf-8", lambda: 0)


def _batches_in(path: Path) -> Iterator[EntryBatch]:
    try:
        with batches(Input(str(path), form=Form.BIB)) as found:
            yield from (batch for batch in found if isinstance(batch, EntryBatch))
    except InputError as fault:  # whoever names a bibliography thinks of a document, and not of rows
        raise Unreadable(str(fault)) from fault


def _entries(name: str, documents: Sequence[Document]) -> tuple[Item, ...]:
    items = [item for document in documents for item in _items(name, document.blocks)]
    broken = [_broken(name, said) for document in documents for said in document.complaints]
    return (*items, *broken)


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
    """Return what stands for a complaint of the reader."""
    fit = _COMPLAINT.fullmatch(said)
    line = int(fit[1]) if fit and fit[1] else 1
    return Item(name, "", line, line, trouble=fit[2] if fit else said)


def text_of(given: Bibliography) -> str:
    """Return the characters as far as comments need them: of a file as UTF-8, or as what it says of itself."""
    if isinstance(given, Written):
        return given.text
    if isinstance(given, Listed):
        return ""
    with opening.text(Input(str(given))) as opened:
        return opened.stream.read().decode("utf-8", errors="replace")
