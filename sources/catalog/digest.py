"""Pieces of dumps, and rows of a catalogue, made ready for building: the work that is done in other processes."""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import os
import sys
import threading
from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import compress
from pathlib import Path
from typing import Protocol, TypeVar, cast

from sources.catalog.index import prepared, prepared_folded
from sources.catalog.rows import pack, unpack_row
from sources.catalog.terms import fingerprint, hash64, terms_of
from sources.dump import WithVariants
from sources.record import Record

# The readers of dumps, imported only where they are needed.
READERS = {
    "dblp": "sources.dblp.dump",
    "anthology": "sources.anthology.dump",
    "crossref": "sources.crossref.dump",
}
# Pieces that are read ahead for each process: enough that none waits, and no more in memory.
_AHEAD = 3
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
    """What a piece holds: of each record its row, index document, fingerprint, source and year, and its keys.

    `hashes` are those of all keys one after the other, `counts` how many of them each record has.
    """

    rows: list[bytes] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    hashes: array[int] = field(default_factory=partial(array, "Q"))
    counts: list[int] = field(default_factory=list)
    fingerprints: array[int] = field(default_factory=partial(array, "Q"))
    sources: list[str] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def add(self, record: Record, row: bytes, variants: tuple[str, ...] = ()) -> None:
        """Add a record and its row."""
        terms = terms_of(record, variants)
        self.rows.append(row)
        self.documents.append(prepared(terms.words))
        self.hashes.extend(map(hash64, terms.keys))
        self.counts.append(len(terms.keys))
        self.fingerprints.append(fingerprint(record.source, record.key))
        self.sources.append(record.source)
        self.years.append(record.issued.year if record.issued else 0)

    def add_ready(self, row: bytes, words: str, keys: Sequence[str], year: int) -> None:
        """Add a record of DBLP by its row and its terms; the last key is the one of its own identifier."""
        hashes = list(map(hash64, keys))
        self.rows.append(row)
        self.documents.append(prepared_folded(words))
        self.hashes.extend(hashes)
        self.counts.append(len(hashes))
        # What `fingerprint` hashes is this key.
        self.fingerprints.append(hashes[-2])
        self.sources.append("dblp")
        self.years.append(year)

    def only(self, chosen: Sequence[bool]) -> Batch:
        """Return the batch with the chosen ones of its records alone."""
        if all(chosen):
            return self
        of_keys = [each for each, count in zip(chosen, self.counts, strict=True) for _ in range(count)]
        return Batch(
            list(compress(self.rows, chosen)),
            list(compress(self.documents, chosen)),
            array("Q", compress(self.hashes, of_keys)),
            list(compress(self.counts, chosen)),
            array("Q", compress(self.fingerprints, chosen)),
            list(compress(self.sources, chosen)),
            list(compress(self.years, chosen)),
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


def digest(work: tuple[str, bytes]) -> Batch:
    """Return what a piece of a dump of a source holds."""
    source, chunk = work
    batch = Batch()
    for found in _plain_first(batch, chunk) if source == "dblp" else reader(source).read_chunk(chunk):
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


def _plain_first(batch: Batch, chunk: bytes) -> Iterator[Record | str]:
    """Add the plain entries of a piece of DBLP's dump; yield the others in their places."""
    from sources.catalog.plain_dblp import ready
    from sources.dblp.dump import read_said, said_in_chunk
    from sources.dblp.record import Said

    for found in said_in_chunk(chunk):
        if not isinstance(found, Said):
            yield found
            continue
        entry = ready(found)
        if entry is None:
            yield read_said(found)
        else:
            batch.add_ready(*entry)


def digest_rows(rows: Sequence[bytes]) -> Batch:
    """Return what rows of a catalogue hold, to be indexed anew; raise `rows.Damaged` where one is no row."""
    batch = Batch()
    for row in rows:
        front = unpack_row(row)
        batch.add(front.record(), row, front.variants())
    return batch


def in_order(
    pool: ProcessPoolExecutor | None, make: Callable[[Piece], Batch], pieces: Iterable[Piece], processes: int
) -> Iterator[Batch]:
    """Yield what is made of each piece, in the order of the pieces, with a bounded number of them under way."""
    if pool is None:
        yield from map(make, pieces)
        return
    under_way: deque[Future[Batch]] = deque()
    for piece in pieces:
        under_way.append(pool.submit(make, piece))
        if len(under_way) > processes * _AHEAD:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


@contextmanager
def workers(processes: int) -> Iterator[ProcessPoolExecutor | None]:
    """Give a pool of processes that end with this one; None for less than two."""
    if processes < 2:
        yield None
        return
    # Elsewhere than on Linux a process that has used the system's libraries cannot be forked safely.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """End with the parent, even a killed one, whose lock would otherwise be held on; look for no garbage."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Nothing that reading makes refers to itself; what is not needed any more is let go at once without that.
    gc.freeze()
    gc.disable()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
