"""BibTeX files, and the BibTeX that pages quote: one block an entry, with its fields.

The form is `@inproceedings{key, title = {{BERT}: Pre-training}, author = "J. Devlin", year = 2019}`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block as Parsed
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

from reconcile.documents import latex
from reconcile.documents.block import Block, Document, Kind
from reconcile.documents.encoding import Lines
from reconcile.documents.runs import clean

# The parser logs every failed block; they are complaints here. A handler that does nothing keeps them off stderr.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_TWICE = (DuplicateBlockKeyBlock, DuplicateFieldKeyBlock)
_START = re.compile(r"\s*@[A-Za-z]+\s*[{(]")
_ENTRY_TYPE = "ENTRYTYPE"
_KEY = "ID"
# The order in which fields make a readable line.
_READABLE: tuple[str, ...] = ("author", "editor", "title", "journal", "booktitle", "school", "institution", "publisher")
_READABLE += ("volume", "number", "pages", "year", "date", "doi", "eprint", "url", "note")
# Fields whose characters are an address or a key, not TeX text.
_VERBATIM = frozenset({"doi", "eprint", "file", "pdf", "url", "html", "link", "code", "biburl", "bibsource"})
_PEOPLE = frozenset({"author", "editor"})
_MOST_COMPLAINTS = 20
_MARKDOWN_ESCAPE = re.compile(r"\\([_%&#$])")


def looks_like_bibtex(text: str) -> bool:
    """Return whether a piece of text begins with a BibTeX entry."""
    return bool(_START.match(text))


def read_bib(name: str, lines: Lines) -> Document:
    """Return the entries of a BibTeX file; what the parser cannot read is a complaint with its line."""
    parsed = _parse(lines.joined())
    blocks = tuple(_block(entry, lines, 1) for entry in _entries(parsed))
    return Document(name, blocks, complaints=_complaints(name, parsed))


def entries_in(text: str, lines: Lines, first: int) -> tuple[Block, ...]:
    """Return the entries of a piece of a page that starts on source line `first`."""
    return tuple(_block(entry, lines, first) for entry in _entries(_parse(text)))


def _parse(text: str) -> Sequence[Parsed]:
    return parse_string(text).blocks


def _entries(parsed: Iterable[Parsed]) -> Iterable[Entry]:
    """Return the entries in the order of the file, with those whose key or field came twice."""
    for block in parsed:
        if isinstance(block, Entry):
            yield block
        elif isinstance(block, _TWICE) and isinstance(block.ignore_error_block, Entry):
            yield block.ignore_error_block


def _block(entry: Entry, lines: Lines, first: int) -> Block:
    start = min(first + (entry.start_line or 0), len(lines.raw))
    end = min(start + (entry.raw or "").count("\n"), len(lines.raw))
    fields = {field.key.lower(): _value(field.key.lower(), str(field.value)) for field in reversed(entry.fields)}
    named = {_ENTRY_TYPE: entry.entry_type.lower(), _KEY: entry.key} | dict(reversed(fields.items()))
    text = ". ".join(named[name] for name in _READABLE if named.get(name))
    return Block(
        Kind.ENTRY, start, end, text or entry.key, lines.source(start, end), lines=(start,), fields=tuple(named.items())
    )


def _value(name: str, value: str) -> str:
    value = value.strip()
    if value[:1] + value[-1:] in ('""', "{}") and len(value) > 1:
        value = value[1:-1]
    if name in _VERBATIM:
        return _MARKDOWN_ESCAPE.sub(r"\1", value.strip("{} \n"))
    read = latex.plain if name in _PEOPLE else latex.field
    return clean(" ".join(read(value).split()))


def _complaints(name: str, parsed: Iterable[Parsed]) -> tuple[str, ...]:
    failed = [block for block in parsed if isinstance(block, ParsingFailedBlock) and not isinstance(block, _TWICE)]
    told = [
        f"{name}, line {(block.start_line or 0) + 1}: this BibTeX entry has an unbalanced brace or a missing comma"
        f" and is left out; mend it: {(block.raw or '').strip().splitlines()[0][:60] if block.raw else ''}"
        for block in failed[:_MOST_COMPLAINTS]
    ]
    if len(failed) > _MOST_COMPLAINTS:
        told.append(f"{name}: {len(failed) - _MOST_COMPLAINTS} more BibTeX entries are left out for the same reason")
    return tuple(told)
