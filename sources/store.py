"""Answers kept on disk, so that the same question is not asked twice: one SQLite file, or memory."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
import warnings
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import platformdirs

from sources.polite import Payload, Request

DAY = 86_400.0
# A paper appears in a source within days of being looked for; a record found rarely changes within a month.
KEEP, KEEP_EMPTY = 30 * DAY, 3 * DAY

_VERSION = 1
_TABLE = """
CREATE TABLE IF NOT EXISTS answer (
  source TEXT NOT NULL, request TEXT NOT NULL, body BLOB NOT NULL, empty INTEGER NOT NULL,
  fetched REAL NOT NULL, expires REAL NOT NULL, PRIMARY KEY (source, request)
) WITHOUT ROWID
"""
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


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
    any age are used and none is thrown away, for work without a network. A cache is a
    convenience: where the file is damaged it is set aside, where it cannot be written nothing is kept; both are
    said in a warning and neither stops a run.
    """

    def __init__(
        self,
        path: Path | None = None,
        *,
        keep: float = KEEP,
        keep_empty: float = KEEP_EMPTY,
        stale: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.path = path or Path(platformdirs.user_cache_path("bibreconcile")) / "answers.sqlite"
        self._keep = keep
        self._keep_empty = keep_empty
        self._stale = stale
        self._clock = clock
        self._lock = threading.Lock()
        self._database: sqlite3.Connection | None = None
        self._broken = False

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
                    return row
            except (sqlite3.Error, OSError) as failure:
                self._give_way(failure)
                return None

    def _open(self) -> sqlite3.Connection:
        """Open the file, made if need be, readable by its owner only, with our table in it."""
        if not self.path.parent.exists():
            self.path.parent.mkdir(parents=True, mode=0o700)
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        database = sqlite3.connect(self.path, timeout=10.0, check_same_thread=False)
        try:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            with closing(database.execute("PRAGMA user_version")) as cursor:
                found = int(cursor.fetchone()[0])
            if found not in (0, _VERSION):
                database.execute("DROP TABLE IF EXISTS answer")
            database.execute(_TABLE)
            database.execute(f"PRAGMA user_version = {_VERSION}")
            if not self._stale:
                database.execute("DELETE FROM answer WHERE expires <= ?", (self._clock(),))
            database.commit()
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _give_way(self, failure: Exception) -> None:
        """Set a damaged file aside; stop keeping answers where the file cannot be used; a busy file is let be."""
        code = getattr(failure, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return
        self._close()
        if code not in _DAMAGED:
            self._broken = True
            warnings.warn(f"answers are not kept: {self.path}: {failure}", stacklevel=4)
            return
        aside = self.path.with_name(f"{self.path.name}.damaged")
        warnings.warn(f"the file of kept answers is damaged and was set aside as {aside}: {failure}", stacklevel=4)
        try:
            self.path.replace(aside)
            for suffix in ("-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
        except OSError:
            self._broken = True

    def _close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None
