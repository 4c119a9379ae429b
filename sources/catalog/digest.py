"""Pieces of dumps, and rows of a catalogue, made ready for building: the work that is done in other processes."""

from __future__ import annotations

import gc
import importlib
import os
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import compress
from pathlib import Path
from typing import Protocol, TypeVar, cast

from sources.catalog.index import prepared, prepared_folded
from sources.catalog.meetings import meeting_of
from sources.catalog.ready import Ready
from sources.catalog.rows import pack, unpack_row
from sources.catalog.terms import fingerprint, hashes_of, terms_of
from sources.dump import WithVariants
from sources.processes import in_order, pool_of
from sources.record import Record

# The readers of dumps, imported only where they are needed.
READERS = {
    "dblp": "sources.dblp.dump",
    "anthology": "sources.anthology.dump",
    "crossref": "sources.crossref.dump",
}
# Those beside them that make plain entries ready.
_READY = {"dblp": "sources.catalog.plain_dblp", "anthology": "sources.catalog.plain_anthology"}
_MOST_EXAMPLES = 5

Piece = TypeVar("Piece")


class Reader(Protocol):
    """The module that reads a source's dump."""

    def chunks(self, path: Path) -> Iterator[bytes]:
        """Yield the dump in pieces; raise `DumpError`."""

    def read_chunk(self, chunk: bytes) -> Sequence[Record | WithVariants | str]:
        """Return the records of a piece, and a sentence for each thing that is none."""


@dataclass(slots=True)
class Batch:
    """What a piece holds: of each record its row, index document, fingerprint, source, year and meeting, and its keys.

    `hashes` are those of all keys one after the other, `counts` how many of them each record has; `dump` is the number
    of the dump that it is of.
    """

    dump: int = 0
    rows: list[bytes] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    hashes: array[int] = field(default_factory=partial(array, "Q"))
    counts: list[int] = field(default_factory=list)
    fingerprints: array[int] = field(default_factory=partial(array, "Q"))
    sources: list[str] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    meetings: list[str] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def add(self, record: Record, row: bytes, variants: tuple[str, ...] = ()) -> None:
        """Add a record and its row."""
        terms = terms_of(record, variants)
        self.rows.append(row)
        self.documents.append(prepared(terms.words))
        self.hashes.extend(hashes_of(terms.keys))
        self.counts.append(len(terms.keys))
        self.fingerprints.append(fingerprint(record.source, record.key))
        self.sources.append(record.source)
        self.years.append(record.issued.year if record.issued else 0)
        self.meetings.append(meeting_of(record.source, record.key))

    def add_ready(self, source: str, ready: Ready) -> None:
        """Add a record that was made ready."""
        row, words, keys, year, key = ready
        # What `fingerprint` hashes is among the keys of a record of DBLP.
        own = f"{source}:{key}"
        hashes = hashes_of(keys if own in keys else (*keys, own))
        self.rows.append(row)
        self.documents.append(prepared_folded(words))
        self.hashes.extend(hashes[: len(keys)])
        self.counts.append(len(keys))
        self.fingerprints.append(hashes[keys.index(own) if own in keys else -1])
        self.sources.append(source)
        self.years.append(year)
        self.meetings.append(meeting_of(source, key))

    def only(self, chosen: Sequence[bool]) -> Batch:
        """Return the batch with the chosen ones of its records alone."""
        if all(chosen):
            return self
        of_keys = [each for each, count in zip(chosen, self.counts, strict=True) for _ in range(count)]
        return Batch(
            self.dump,
            list(compress(self.rows, chosen)),
            list(compress(self.documents, chosen)),
            array("Q", compress(self.hashes, of_keys)),
            list(compress(self.counts, chosen)),
            array("Q", compress(self.fingerprints, chosen)),
            list(compress(self.sources, chosen)),
            list(compress(self.years, chosen)),
            list(compress(self.meetings, chosen)),
            self.skipped,
            self.examples,
        )

    def skip(self, sentence: str) -> None:
        """Count what is no record, by the words before the sentence's first colon."""
        self.skipped[sentence.partition(":")[0]] += 1
        if len(self.examples) < _MOST_EXAMPLES:
            self.examples.append(sentence[:300])


def reader(source: str) -> Reader:
    """Return the reader of a source's dumps."""
    return cast(Reader, importlib.import_module(READERS[source]))


def digest(work: tuple[int, str, bytes]) -> Batch:
    """Return what a piece of a dump of a source holds; the dump has a number."""
    number, source, chunk = work
    batch = Batch(number)
    for found in _found(source, chunk):
        if isinstance(found, Ready):
            batch.add_ready(source, found)
            continue
        if isinstance(found, str):
            batch.skip(found)
            continue
        record, variants = (found.record, found.families) if isinstance(found, WithVariants) else (found, ())
        try:
            batch.add(record, pack(record, variants), variants)
        except UnicodeEncodeError:
            # Half a surrogate pair, which JSON can spell and no text can hold.
            batch.skip(f"not Unicode: {record.key!a}")
    return batch


def _found(source: str, chunk: bytes) -> Iterable[Ready | Record | WithVariants | str]:
    """Return what a piece holds, its plain entries ready where the source has a way to make them so."""
    if source not in _READY:
        return reader(source).read_chunk(chunk)
    found: Iterable[Ready | Record | WithVariants | str] = importlib.import_module(_READY[source]).ready_in(chunk)
    return found


def digest_rows(rows: Sequence[bytes]) -> Batch:
    """Return what rows of a catalogue hold, to be indexed anew; raise `rows.Damaged` where one is no row."""
    batch = Batch()
    for row in rows:
        front = unpack_row(row)
        batch.add(front.record(), row, front.variants())
    return batch


def made(
    pool: ProcessPoolExecutor | None, make: Callable[[Piece], Batch], pieces: Iterable[Piece], processes: int
) -> Iterator[Batch]:
    """Return what is made of each piece, in the order of the pieces, by a pool of processes if there is one."""
    return map(make, pieces) if pool is None else in_order(pool, make, pieces, processes)


@contextmanager
def workers(processes: int, sources: Iterable[str] = ()) -> Iterator[ProcessPoolExecutor | None]:
    """Give a pool of processes, for dumps of some sources, that end with this one; None for less than two."""
    if processes < 2:
        yield None
        return
    # What is imported now, a forked process has; else each would import it for itself.
    for source in sources:
        importlib.import_module(_READY.get(source, READERS[source]))
    with pool_of(processes, _begin) as pool:
        # All are started now, before there are threads that hold what a fork would take along.
        pool.submit(os.getpid)
        yield pool


def _begin() -> None:
    """Look for no garbage: nothing that reading makes refers to itself, and what is let go needs none of it."""
    gc.freeze()
    gc.disable()
