"""Answers kept on disk, so that the same question is not asked twice: one SQLite file, or memory."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import warnings
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sources.kept import default_path
from sources.locks import alone_in
from sources.manners import Payload, Request

DAY = 86_400.0
# A paper appears in a source within days of being looked for; a record found rarely changes within a month.
KEEP, KEEP_EMPTY = 30 * DAY, 3 * DAY
# Some 100,000 answers of Crossref, packed; a person's forty CVs make 5,000.
LARGEST = 1 << 30
# What is left where the file grew too large, and how many answers are put between one look at its size and the next.
_LEFT, _LOOK_EVERY = 0.8, 500

_VERSION = 2
# "bibr", by which our files are known from anybody else's (https://www.sqlite.org/fileformat.html#application_id).
_APPLICATION = 0x62696272
_TABLE = """
CREATE TABLE IF NOT EXISTS answer (
  source TEXT NOT NULL, request TEXT NOT NULL, body BLOB NOT NULL, empty INTEGER NOT NULL,
  fetched REAL NOT NULL, expires REAL NOT NULL, PRIMARY KEY (source, request)
) WITHOUT ROWID
"""
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


class Foreign(OSError):
    """The file is a database, but not of answers, or of a later version of this program."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file holds of one source: how many answers, their bytes, and when the first and last came (seconds)."""

    source: str
    answers: int
    empty: int
    size: int
    oldest: float
    newest: float


class MemoryStore:
    """Answers kept as long as the program runs: for replay, and where no cache is wanted."""

    def __init__(self) -> None:
        self._kept: dict[Request, Payload] = {}

    def get(self, request: Request) -> Payload | None:
        """Return the kept answer, or None."""
        return self._kept.get(request)

    def put(self, request: Request, payload: Payload) -> None:
        """Keep an answer."""
        self._kept[request] = payload


class DiskStore:
    """Answers kept in one SQLite file, for threads and several processes at once.

    `keep` and `keep_empty` are seconds that an answer with and without records stays fresh; with `stale`, answers of
    any age are used and none is thrown away, for work without a network. Above `largest` bytes the oldest answers
    go. A cache is a convenience: where the file is damaged it is set aside, where it cannot be used nothing is kept;
    both are said in a warning and neither stops a run.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        keep: float = KEEP,
        keep_empty: float = KEEP_EMPTY,
        largest: int = LARGEST,
        stale: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.path = path or default_path()
        self._keep = keep
        self._keep_empty = keep_empty
        self._largest = largest
        self._stale = stale
        self._clock = clock
        self._lock = threading.Lock()
        self._database: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None  # the device and number of the file that is open
        self._broken = False
        self._puts = 0

    def get(self, request: Request) -> Payload | None:
        """Return the kept answer, or None where there is none that is fresh."""
        query = "SELECT body, empty FROM answer WHERE source = ? AND request = ? AND expires > ?"
        row = self._execute(query, (request.source, str(request), 0.0 if self._stale else self._clock()))
        if row is None:
            return None
        try:
            return Payload(zlib.decompress(row[0]), empty=bool(row[1]))
        except (zlib.error, TypeError):
            return None

    def put(self, request: Request, payload: Payload) -> None:
        """Keep an answer until it is no longer fresh."""
        now = self._clock()
        expires = now + (self._keep_empty if payload.empty else self._keep)
        body = zlib.compress(payload.body)
        self._execute(
            "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?)",
            (request.source, str(request), body, int(payload.empty), now, expires),
        )

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        with self._lock:
            self._close()

    def _execute(self, statement: str, values: tuple[object, ...]) -> tuple[bytes, int] | None:
        with self._lock:
            if self._broken:
                return None
            try:
                self._database = self._database or self._open()
                with self._database:
                    row: tuple[bytes, int] | None = self._database.execute(statement, values).fetchone()
                self._look(self._database, statement.startswith("INSERT"))
            except (sqlite3.Error, OSError) as failure:
                self._give_way(failure)
                return None
            return row

    def _look(self, database: sqlite3.Connection, put: bool) -> None:
        """Look at the size of the file now and then, while answers are put."""
        self._puts += put
        if put and self._puts % _LOOK_EVERY == 0:
            shrink(database, self._largest)

    def _open(self) -> sqlite3.Connection:
        """Open the file, made if need be, readable by its owner only, with our table in it."""
        if not self.path.parent.exists():
            self.path.parent.mkdir(parents=True, mode=0o700)
        handle = os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600)
        self._file = _number_of(os.fstat(handle))
        os.close(handle)
        with suppress(PermissionError):  # the file of somebody else, who decides who may read it
            self.path.chmod(0o600)
        database = sqlite3.connect(self.path, timeout=10.0, check_same_thread=False)
        try:
            _prepare(database)
            if not self._stale:
                with database:
                    database.execute("DELETE FROM answer WHERE expires <= ?", (self._clock(),))
                shrink(database, self._largest)
        except (sqlite3.Error, OSError):
            database.close()
            raise
        return database

    def _give_way(self, failure: Exception) -> None:
        """Set a damaged file aside; stop keeping answers where the file cannot be used; a busy file is let be."""
        code = getattr(failure, "sqlite_errorcode", 0) & 0xFF
        if code in _BUSY:
            return
        self._close()
        if code not in _DAMAGED:
            self._broken = True
            warnings.warn(f"answers are not kept: {self.path}: {failure}", stacklevel=4)
            return
        aside = self.path.with_name(f"{self.path.name}.damaged")
        warnings.warn(f"the file of kept answers is damaged and was set aside as {aside}: {failure}", stacklevel=4)
        try:
            self._set_aside(aside)
        except OSError:
            self._broken = True

    def _set_aside(self, aside: Path) -> None:
        """Move the file that was open away, unless another process did so and has a new one in its place."""
        with alone_in(self.path.parent):
            if not self.path.exists() or _number_of(self.path.stat()) != self._file:
                return
            self.path.replace(aside)
            for suffix in ("-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    def _close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None


def _number_of(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino


def contents(path: Path) -> tuple[Kept, ...]:
    """Return what a file of answers holds, by source. Raises `Foreign`, `OSError` and `sqlite3.Error`."""
    with closing(_existing(path)) as database:
        rows = database.execute(
            "SELECT source, count(*), sum(empty), sum(length(body) + length(request)), min(fetched), max(fetched)"
            " FROM answer GROUP BY source ORDER BY source"
        )
        return tuple(Kept(*row) for row in rows)


def clear(path: Path, source: str = "") -> int:
    """Throw away all answers of a file, or those of one source; return how many. Raises like `contents`."""
    with closing(_existing(path)) as database:
        with database:
            count = database.execute("DELETE FROM answer WHERE source = ? OR ? = ''", (source, source)).rowcount
        database.execute("VACUUM")
        return count


def shrink(database: sqlite3.Connection, largest: int) -> None:
    """Throw the oldest answers away where all together are larger than `largest` bytes, until a fifth is free."""
    used = _used(database)
    if used <= largest:
        return
    with database:
        left = used
        oldest = database.execute("SELECT source, request, length(body) + length(request) FROM answer ORDER BY fetched")
        for source, request, size in oldest.fetchall():
            if left <= largest * _LEFT:
                break
            database.execute("DELETE FROM answer WHERE source = ? AND request = ?", (source, request))
            left -= size
    database.executescript("PRAGMA incremental_vacuum")  # `execute` frees one page only


def _used(database: sqlite3.Connection) -> int:
    pages, free, size = (
        int(database.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _existing(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise FileNotFoundError(2, "there is no such file", str(path))
    database = sqlite3.connect(path, timeout=10.0)
    try:
        _prepare(database)
    except (sqlite3.Error, OSError):
        database.close()
        raise
    return database


def _prepare(database: sqlite3.Connection) -> None:
    """See that a file is ours, and make our table in a new one. Raises `Foreign`."""
    if _marks(database)[:2] != (_APPLICATION, _VERSION):
        database.execute("PRAGMA auto_vacuum = INCREMENTAL")  # of use only while the file is empty
        database.execute("PRAGMA journal_mode = WAL")
        with database:
            database.execute("BEGIN IMMEDIATE")  # another process may be making it at this moment
            _claim(database)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")


def _claim(database: sqlite3.Connection) -> None:
    """Make a file ours that is new or of the first version, whose answers are good; that version named nobody."""
    application, version, tables = _marks(database)
    if tables and application != _APPLICATION and (application, version) != (0, 1):
        raise Foreign("this is not a file of answers; name another one with --cache")
    if version > _VERSION:
        raise Foreign("a later version of this program wrote it; name another one with --cache")
    database.execute(_TABLE)
    database.execute(f"PRAGMA application_id = {_APPLICATION}")
    database.execute(f"PRAGMA user_version = {_VERSION}")


def _marks(database: sqlite3.Connection) -> tuple[int, int, int]:
    """Return whose file it is, of which version, and how many tables it has."""
    queries = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    application, version, tables = (int(database.execute(query).fetchone()[0]) for query in queries)
    return application, version, tables
