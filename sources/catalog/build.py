"""Building a catalogue from dumps: streamed through processes into a new version, which then takes the old one's place.

Of records with the same source and key the first one stays, so the newest dump is to be given first; `add` puts its
dumps before what the catalogue holds. Memory does not grow with the dumps but for some 60 bytes a record.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sources.catalog import meetings
from sources.catalog.ahead import read_ahead
from sources.catalog.contents import CONTENTS, SCHEMA, Contents, DumpRead, newest, written
from sources.catalog.digest import READERS, Batch, digest, digest_rows, made, reader, workers
from sources.catalog.fingerprints import Fingerprints
from sources.catalog.index import IndexFault, IndexWriter
from sources.catalog.keys import KeysWriter
from sources.catalog.opening import INDEX, Version, opened
from sources.catalog.rows import Damaged, RowsWriter
from sources.catalog.versions import (
    CatalogError,
    current,
    damaged,
    new_version,
    open_current,
    size_of,
    sizes_of,
    write_whole,
)
from sources.dump import DumpError

# One process is kept busy by adding to the index what four have read.
_MOST_PROCESSES = 4
# Below this size of all dumps together, starting processes takes longer than reading them here.
_SMALL = 4 * 1024 * 1024
_ROWS_AT_ONCE = 2000
# Pieces unpacked in time for each process: as many as it reads while an archive is looked through for a table.
_READ_AHEAD = 6
# A dump with less than this part of the records that the catalogue in its place has of the source is refused.
_FAR_TOO_FEW = 0.5
_MOST_EXAMPLES = 20


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump to be read: the source's name (a key of `READERS`), and the file or folder."""

    source: str
    path: Path


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: the dump that is read (or the catalogue that is added to), and what came out of it so far."""

    name: str
    records: int
    skipped: int


Report = Callable[[Progress], None]


def build(
    dumps: Sequence[Dump], out: Path, *, progress: Report | None = None, processes: int | None = None
) -> Contents:
    """Build the catalogue `out` from the dumps alone; a catalogue that is there is replaced at the end.

    Raises `DumpError` for a dump that is refused, and `CatalogError` for all else that goes wrong; the old catalogue
    is then as it was. `processes` read the dumps (by default as many as there are processors, up to 4).
    """
    with _making(out, dumps, processes) as making:
        old = _old_counts(out)
        read = making.read(dumps, progress or _silent)
        for source in {dump.source for dump in dumps} & set(old):
            if making.counts[source] < _FAR_TOO_FEW * old[source]:
                raise DumpError(
                    f"{_names(dumps, source)}: far too few records, {making.counts[source]} where the catalogue has"
                    f" {old[source]} of {source}; give the whole dump, use `catalog add`, or remove {out} first"
                )
        return making.finish(read)


def add(dumps: Sequence[Dump], out: Path, *, progress: Report | None = None, processes: int | None = None) -> Contents:
    """Add dumps to the catalogue `out`; their records replace those of the same source and key.

    Raises `DumpError` and `CatalogError` as `build` does.
    """
    current(out)
    with _making(out, dumps, processes) as making:
        version = open_current(out, opened)
        try:
            read = making.read(dumps, progress or _silent)
            making.keep(version, Progress(out.name, 0, 0), progress or _silent)
        finally:
            version.close()
        return making.finish([*read, *version.contents.dumps])


class _Tally:
    """What has come out of a dump so far."""

    def __init__(self, dump: Dump) -> None:
        self._path = dump.path
        self._about = _described(dump)
        self._skipped: Counter[str] = Counter()

    def add(self, batch: Batch, added: int) -> None:
        """Count a batch, of whose records so many were added."""
        about = self._about
        self._skipped += batch.skipped
        self._about = replace(
            about,
            records=about.records + added,
            repeated=about.repeated + len(batch.rows) - added,
            examples=(*about.examples, *batch.examples)[:_MOST_EXAMPLES],
        )

    def progress(self) -> Progress:
        """Return how far the dump is."""
        return Progress(self._about.name, self._about.records, self._skipped.total())

    def check(self) -> None:
        """Raise `DumpError` where the dump, read to its end, had no record."""
        about = self._about
        if not about.records + about.repeated:
            said = f", only what is none ({'; '.join(about.examples[:2])})" if about.examples else ""
            raise DumpError(f"{self._path}: holds no record of {about.source}{said}; check that it is the right file")

    def described(self) -> DumpRead:
        """Return what the catalogue tells of the dump."""
        return replace(self._about, skipped=dict(self._skipped.most_common()))


class _Making:
    """A version that is being made: records go to its rows and its index, each source and key once."""

    def __init__(self, folder: Path, pool: ProcessPoolExecutor | None, processes: int) -> None:
        self._folder = folder
        self._pool = pool
        self._processes = processes
        self._began = time.monotonic()
        self._seen = Fingerprints()
        self.counts: Counter[str] = Counter()
        self._years: Counter[tuple[str, int]] = Counter()
        self._papers: Counter[tuple[str, str, int]] = Counter()
        (folder / INDEX).mkdir()
        self._rows = RowsWriter(folder)
        self._keys = KeysWriter(folder)
        self._index = IndexWriter(folder / INDEX)

    def read(self, dumps: Sequence[Dump], progress: Report) -> list[DumpRead]:
        """Add the records of dumps, one after the other without a pause; raise `DumpError` where one has none."""
        tallies = list(map(_Tally, dumps))
        last = 0
        # Left to the collector of garbage, the thread would be waited for wherever that runs, also within a lock.
        with closing(read_ahead(_pieces(dumps), self._processes * _READ_AHEAD)) as pieces:
            for batch in made(self._pool, digest, pieces, self._processes):
                for tally in tallies[last : batch.dump]:
                    tally.check()
                last = batch.dump
                tallies[last].add(batch, self._take(batch))
                progress(tallies[last].progress())
        for tally in tallies[last:]:
            tally.check()
        return [tally.described() for tally in tallies]

    def keep(self, version: Version, progress: Progress, report: Report) -> None:
        """Add the records of another version that are not here yet."""
        rows = iter(version.rows)
        pieces = iter(lambda: tuple(islice(rows, _ROWS_AT_ONCE)), ())
        for batch in made(self._pool, digest_rows, pieces, self._processes):
            progress = replace(progress, records=progress.records + self._take(batch))
            report(progress)

    def finish(self, dumps: Iterable[DumpRead]) -> Contents:
        """Write what is left, the index beside the other files, the counts of meetings, and `catalog.json`."""
        with ThreadPoolExecutor(1) as beside:
            index = beside.submit(self._index.finish)
            self._rows.finish()
            self._keys.finish()
            index.result()
        write_whole(self._folder / meetings.MEETINGS, meetings.written(self._papers))
        contents = Contents(
            schema=SCHEMA,
            built=_moment(time.time()),
            seconds=round(time.monotonic() - self._began, 1),
            rows=self._rows.count,
            records=dict(sorted(self.counts.items())),
            newest=newest(self._years),
            dumps=tuple(dumps),
            files=sizes_of(self._folder),
        )
        write_whole(self._folder / CONTENTS, written(contents))
        return contents

    def abandon(self) -> None:
        """Close the files of a version that comes to nothing."""
        self._rows.abandon()
        self._index.abandon()

    def _take(self, batch: Batch) -> int:
        """Add the records of a batch that are new; return how many were."""
        batch = batch.only(self._seen.add_all(batch.fingerprints))
        first = self._rows.extend(batch.rows)
        self._index.extend(first, batch.documents)
        self._keys.extend(first, batch.hashes, batch.counts)
        self.counts.update(batch.sources)
        self._years.update(zip(batch.sources, batch.years, strict=True))
        self._papers.update(zip(batch.meetings, batch.sources, batch.years, strict=True))
        return len(batch.rows)


@contextmanager
def _making(out: Path, dumps: Sequence[Dump], processes: int | None) -> Iterator[_Making]:
    """Give a version to be made at `out`; all that can go wrong comes out as `DumpError` or `CatalogError`."""
    _check(dumps)
    count = processes or _fitting_processes(dumps)
    try:
        with new_version(out) as folder, workers(count, {dump.source for dump in dumps}) as pool:
            making = _Making(folder, pool, count)
            try:
                yield making
            except BaseException:
                making.abandon()
                raise
    except (OSError, IndexFault) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        raise CatalogError(f"{out}: cannot be written ({why}); what was there before is unchanged") from fault
    except Damaged as fault:
        raise damaged(out, fault) from fault
    except BrokenProcessPool as fault:
        raise CatalogError(f"{out}: a process that read the dumps was killed; is there enough memory?") from fault


def _check(dumps: Sequence[Dump]) -> None:
    for dump in dumps:
        if dump.source not in READERS:
            raise CatalogError(f"{dump.path}: no dump of “{dump.source}” can be read, only of {', '.join(READERS)}")
        if not dump.path.exists():
            raise DumpError(f"{dump.path}: there is no such file; check the path")
        if not (dump.path.is_file() or dump.path.is_dir()):
            # It could be read only once, or without end.
            raise DumpError(f"{dump.path}: neither a file nor a folder; save the dump in a file first")
    if not dumps:
        raise CatalogError("a catalogue is built from at least one dump; name one")


def _fitting_processes(dumps: Sequence[Dump]) -> int:
    if sum(size_of(dump.path) for dump in dumps) < _SMALL:
        return 1
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(available, _MOST_PROCESSES)


def _old_counts(out: Path) -> dict[str, int]:
    """Return the records by source of the catalogue that is to be replaced; nothing where it cannot be read."""
    try:
        version = open_current(out, opened)
    except CatalogError:
        return {}
    version.close()
    return dict(version.contents.records)


def _pieces(dumps: Sequence[Dump]) -> Iterator[tuple[int, str, bytes]]:
    """Yield the pieces of all dumps, each behind the number and the source of its dump."""
    for number, dump in enumerate(dumps):
        for piece in reader(dump.source).chunks(dump.path):
            yield number, dump.source, piece


def _described(dump: Dump) -> DumpRead:
    size = size_of(dump.path)
    changed = _moment(dump.path.stat().st_mtime)
    return DumpRead(dump.source, dump.path.name, size, _hashed(dump.path), changed, _moment(time.time()))


def _hashed(path: Path) -> str:
    if path.is_dir():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _names(dumps: Sequence[Dump], source: str) -> str:
    return ", ".join(str(dump.path) for dump in dumps if dump.source == source)


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _silent(_: Progress) -> None:
    """Report nothing."""
