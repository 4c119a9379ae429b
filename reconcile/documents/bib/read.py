"""BibTeX files, and the BibTeX that pages quote: one block an entry, with its fields.

The form is `@inproceedings{key, title = {{BERT}: Pre-training}, author = "J. Devlin", year = 2019}`. What an entry
takes from the one that its `crossref` names (DBLP's own files have every paper so) stands behind its own fields.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reconcile.documents.bib.entries import BibEntry, entries_of
from reconcile.documents.bib.parents import REFERS, Named, inherited, parents_among
from reconcile.documents.blocks.block import Block, Document, block_of_entry, readable
from reconcile.documents.blocks.encoding import Lines

_START = re.compile(r"\s*@[A-Za-z]+\s*[{(]")
_ENTRY_TYPE = "ENTRYTYPE"
_KEY = "ID"
_MOST_COMPLAINTS = 20


def looks_like_bibtex(text: str) -> bool:
    """Return whether a piece of text begins with a BibTeX entry."""
    return bool(_START.match(text))


def read_bib(name: str, lines: Lines) -> Document:
    """Return the entries of a BibTeX file; what breaks the syntax is a complaint with its line."""
    text = lines.joined()
    every = tuple(entries_of(text))
    troubled = [entry for entry in every if entry.trouble]
    return Document(name, _blocks(text, every, lines, 1), complaints=_complaints(name, troubled))


def entries_in(text: str, lines: Lines, first: int) -> tuple[Block, ...]:
    """Return the entries of a piece of a page that starts on source line `first`."""
    return _blocks(text, tuple(entries_of(text)), lines, first)


def _blocks(text: str, entries: Sequence[BibEntry], lines: Lines, first: int) -> tuple[Block, ...]:
    named = ((entry.key, dict(entry.fields)) for entry in entries)
    parents = parents_among(named) if REFERS.search(text) else {}
    return tuple(_block(entry, lines, first, parents) for entry in entries if _is_read(entry))


def _is_read(entry: BibEntry) -> bool:
    return bool(entry.fields) or not entry.trouble


def _block(entry: BibEntry, lines: Lines, first: int, parents: Mapping[str, Named]) -> Block:
    start = min(first + entry.line - 1, len(lines.raw))
    end = min(start + entry.text.count("\n"), len(lines.raw))
    own = dict(entry.fields)
    named = {_ENTRY_TYPE: entry.type, _KEY: entry.key} | own | inherited(own, parents)
    return block_of_entry(named, readable(named) or entry.key, start, end, lines.source_of(entry.text, start, end))


def _complaints(name: str, troubled: Sequence[BibEntry]) -> tuple[str, ...]:
    told = [f"{name}, line {entry.line}: {_complaint(entry)}" for entry in troubled[:_MOST_COMPLAINTS]]
    if len(troubled) > _MOST_COMPLAINTS:
        told.append(f"{name}: {len(troubled) - _MOST_COMPLAINTS} more BibTeX entries are broken")
    return tuple(told)


def _complaint(entry: BibEntry) -> str:
    done = ", so it may be read in part only" if entry.fields else " and is left out"
    return f"this BibTeX entry is broken ({entry.trouble}){done}; mend it: {entry.text.splitlines()[0][:60]}"
