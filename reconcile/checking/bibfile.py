"""The entries of a .bib file with their lines, those included that no parser can read."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bibtexparser.entrypoint import parse_string, write_string
from bibtexparser.library import Library
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)

from reconcile.bibtex.values import joined
from reconcile.bulk.decoding import lines_of
from reconcile.bulk.entries import EntryBatch
from reconcile.checking.item import ENTRY_TYPE, KEY, Fields, Item
from reconcile.documents import latex
from reconcile.documents.runs import clean

__all__ = ["BibTask", "Library", "library_text"]

# The parser logs every failed block; they are flags here. A handler that does nothing keeps them off stderr.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_BROKEN = "an unbalanced brace, or a missing comma or quote"
_NO_ENTRIES = ("comment", "string", "preamble")
_NAMED = re.compile(r"@\w*\s*[{(]\s*([^\s,={}()\"]+)\s*,?")
_TYPED = re.compile(r"@(\w+)")
_FIELD = re.compile(r"(?:^|[,{(\n])[ \t]*([A-Za-z][\w-]{0,40})[ \t]*=[ \t]*")
_VERBATIM = frozenset({"doi", "eprint", "file", "pdf", "url", "html", "link", "code", "biburl", "bibsource"})
_PEOPLE = frozenset({"author", "editor"})
_TEX = re.compile(r"[^\x20-\x7e]|[\\$`~]|''|---|  ")  # without these a value is what stands there, but for braces
# `Ch&apos;ng`, `\\&amp;`: what a web page had written, copied as it was.
_ENTITY = re.compile(r"\\?&(?:\\?#\d{2,6}|\\?#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_BRACES = str.maketrans("", "", "{}")
_LONGEST = 65_536  # characters of a value that are read


@dataclass(frozen=True, slots=True)
class BibTask:
    """Entries of a file as they stand there, to be read by a worker."""

    document: str
    batch: EntryBatch

    def items(self) -> list[Item]:
        """Return the entries in the order of the file."""
        batch = self.batch
        text = lines_of(batch.text, batch.legacy)
        macros, blocks = _blocks(lines_of(batch.macros, batch.legacy)), _blocks(text)
        values = _values((*macros, *blocks))
        lines = text.split("\n")
        starts = [block.start_line or 0 for block in blocks]
        stretches = zip(starts, [*starts[1:], len(lines)], strict=False)
        found = [
            self._item(block, start, "\n".join(lines[start:end]), values)
            for block, (start, end) in zip(blocks, stretches, strict=True)
        ]
        return [item for item in found if item is not None]

    def _item(self, block: Block, start: int, text: str, macros: Mapping[str, str]) -> Item | None:
        """Return the entry that a block is; `text` goes on to the next block, where the block itself may break off."""
        first = self.batch.first + start
        entry = _entry(block)
        if entry is not None:
            raw = (block.raw or "").rstrip()
            twice = tuple(sorted(block.duplicate_keys)) if isinstance(block, DuplicateFieldKeyBlock) else ()
            fields, last = _fields(entry, macros), first + raw.count("\n")
            return Item(self.document, entry.key or str(first), first, last, fields, raw, twice=twice)
        text = text.rstrip()
        if not isinstance(block, ParsingFailedBlock) or text[:12].lower().lstrip("@ \t").startswith(_NO_ENTRIES):
            return None
        named = _NAMED.match(text)
        key, last = named[1] if named else str(first), first + text.count("\n")
        return Item(self.document, key, first, last, _salvaged(text, key, macros), text, trouble=_BROKEN)


def library_text(library: Library) -> str:
    """Return the BibTeX of a library that somebody has parsed."""
    return write_string(library)


def _blocks(text: str) -> list[Block]:
    return list(parse_string(text, parse_stack=[]).blocks) if text.strip() else []


def _entry(block: Block) -> Entry | None:
    """Return the entry that a block is, also where its key or one of its fields came twice."""
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        inner = block.ignore_error_block
        return inner if isinstance(inner, Entry) else None
    return block if isinstance(block, Entry) else None


def _values(blocks: Sequence[Block]) -> dict[str, str]:
    """Return the text of each macro, by its name in small letters."""
    values: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, String):
            values[block.key.lower()] = joined(str(block.value), values)
    return values


def _fields(entry: Entry, macros: Mapping[str, str]) -> Fields:
    """Return an entry's fields, type and key first; of a field that comes twice the first counts."""
    named = {ENTRY_TYPE: entry.entry_type.lower(), KEY: entry.key}
    for field in entry.fields:
        name = field.key.lower()
        if name not in named:
            named[name] = _value(name, joined(str(field.value), macros).strip()[:_LONGEST])
    return tuple(named.items())


def _salvaged(raw: str, key: str, macros: Mapping[str, str]) -> Fields:
    """Return what can be read of a broken entry: the text behind each `name =` up to the next one."""
    raw = raw[:_LONGEST]
    kind = _TYPED.match(raw)
    named = {ENTRY_TYPE: kind[1].lower() if kind else "", KEY: key}
    starts = list(_FIELD.finditer(raw))
    ends = [*(start.start() for start in starts), len(raw)][1:]
    for start, end in zip(starts, ends, strict=True):
        name, text = start[1].lower(), raw[start.end() : end].strip(" \t\r\n,").strip('{}" \t\r\n,')
        if name not in named and text:
            named[name] = _value(name, macros.get(text.lower(), text))
    return tuple(named.items()) if "title" in named else ()


def _value(name: str, value: str) -> str:
    """Return the characters that a value stands for."""
    if name in _VERBATIM:
        return value.strip("{} \n").replace("\\", "")
    value = " ".join(value.split())
    if "&" in value:
        value = _ENTITY.sub(lambda fit: html.unescape(fit[0].lstrip("\\").replace("\\#", "#")), value)
    if not _TEX.search(value):
        return value.translate(_BRACES).strip()
    read = latex.plain if name in _PEOPLE else latex.field
    return clean(" ".join(read(value).split()))
