"""Entries cleaned a batch at a time, in this process or in workers: what is sent there, and what comes back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reconcile.bibtex.edit import Entry
from reconcile.bibtex.source import Kind, Source
from reconcile.checking.ignoring import comments
from reconcile.cleaning.change import Change, Policy
from reconcile.cleaning.duplicates import Seen, seen
from reconcile.cleaning.entry import Around, clean_entry, record_of
from reconcile.cleaning.judging import EntryJudge
from reconcile.cleaning.reading import fields_of
from reconcile.documents.bib.parents import REFERS, Named, parents_among
from reconcile.documents.bib.values import macro_of
from reconcile.mention import Status

MOST = 64  # entries of a batch
_WORD = re.compile(r"[^\s={}#,\"()]+")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry as it stands: its text, its line, and the codes that it ignores."""

    text: str
    line: int
    ignored: frozenset[str]


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries that follow each other, with what they are cleaned by; `encoding` is the file's."""

    entries: tuple[Waiting, ...]
    macros: Mapping[str, str]
    parents: Mapping[str, Named]
    policy: Policy
    encoding: str


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an entry; `reason` says why it was not checked."""

    text: str
    status: Status
    changes: tuple[Change, ...]
    proposals: tuple[Change, ...]
    seen: Seen
    reason: str


def clean_batch(judge: EntryJudge, batch: Batch) -> list[Done]:
    """Return what became of each entry of a batch."""
    holds = Source("", batch.encoding).holds
    around = Around(judge.meaning, judge.settings, batch.policy, batch.macros, batch.parents, holds)
    return [_done(entry, around) for entry in batch.entries]


def _done(entry: Waiting, around: Around) -> Done:
    cleaned = clean_entry(entry.text, entry.line, around, entry.ignored)
    meaning = cleaned.meaning if record_of(cleaned) else None
    found = seen(entry.line, cleaned.reading, meaning, entry.ignored | around.policy.ignore)
    reason = cleaned.meaning.reason
    return Done(cleaned.text, cleaned.meaning.status, cleaned.changes, cleaned.proposals, found, reason)


def joined(source: Source, texts: Iterable[str]) -> str:
    """Return the text of a source with other texts in the place of its entries, in order."""
    entries = iter(texts)
    return "".join(
        next(entries) if piece.kind is Kind.ENTRY else source.text[piece.start : piece.end] for piece in source.pieces()
    )


def batches(source: Source, policy: Policy) -> Iterator[Batch]:
    """Yield the entries of a source in batches, each with the macros that it uses and that stand before it."""
    macros: dict[str, str] = {}
    parents = _parents(source)
    waiting: list[Waiting] = []
    above = ""
    for piece in source.pieces():
        text = source.text[piece.start : piece.end]
        if piece.kind is Kind.ENTRY:
            waiting.append(Waiting(text, piece.line, _ignored(above)))
        if waiting and (piece.kind is Kind.STRING or len(waiting) == MOST):
            yield Batch(tuple(waiting), _used(waiting, macros), parents, policy, source.encoding)
            waiting = []
        if piece.kind is Kind.STRING:
            _define(text, macros)
        above = text if piece.kind is Kind.TEXT else ""
    if waiting:
        yield Batch(tuple(waiting), _used(waiting, macros), parents, policy, source.encoding)


def _used(waiting: list[Waiting], macros: Mapping[str, str]) -> dict[str, str]:
    """Return the macros that entries use: a file may define thousands."""
    if not macros:
        return {}
    words = {word for entry in waiting for word in _WORD.findall(entry.text.lower())}
    return {name: macros[name] for name in sorted(words & macros.keys())}


def _ignored(above: str) -> frozenset[str]:
    """Return the codes that the comments above an entry ignore."""
    return frozenset[str]().union(*comments(above).values()) if "reconcile" in above.lower() else frozenset()


def _define(text: str, macros: dict[str, str]) -> None:
    """Put a macro's text among the macros."""
    if macro := macro_of(text, macros):
        macros[macro[0]] = macro[1]


def _parents(source: Source) -> dict[str, Named]:
    """Return the fields of the entries that others refer to, by key in small letters."""
    if not REFERS.search(source.text):
        return {}
    return parents_among(_named_entries(source))


def _named_entries(source: Source) -> Iterator[tuple[str, Named]]:
    macros: dict[str, str] = {}
    for piece in source.pieces():
        if piece.kind is Kind.STRING:
            _define(source.text[piece.start : piece.end], macros)
        elif piece.kind is Kind.ENTRY:
            yield piece.key, fields_of(Entry.read(source.text[piece.start : piece.end]), macros)
