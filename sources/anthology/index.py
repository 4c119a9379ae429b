"""The index of the bulk file: entries by id and DOI, titles by words (SQLite, FTS5).

The file is named after the payload's hash and this module's version, built aside and put in place at once, readable
by its owner only. Where there is no folder, or it cannot be written, the index is kept in memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
import threading
import warnings
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from sources.anthology.bib import Fields, Unread, entries
from sources.anthology.read import VOLUME, acl_id, title_of
from sources.identifiers import normalize
from sources.record import Scheme
from sources.text import content_words

_VERSION = 1
_TABLES = """
CREATE TABLE paper (number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, doi TEXT NOT NULL, entry BLOB NOT NULL);
CREATE INDEX by_doi ON paper (doi);
CREATE VIRTUAL TABLE title USING fts5 (words, tokenize = 'ascii');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (title, 'row');
"""
# How many words of a title are asked for, rarest first: enough that two misspelled ones do no harm.
_ASKED = 8
# How many titles are looked at closely, and how many are given.
_LOOKED_AT, GIVEN = 300, 20


class Index:
    """The entries of one bulk file."""

    def __init__(self, database: sqlite3.Connection, place: str) -> None:
        self._database = database
        self._lock = threading.Lock()
        self.place = place

    def by_id(self, ids: Sequence[str], dois: Sequence[str]) -> tuple[Fields, ...]:
        """Return the entries with any of those ids or DOIs, in the order of the file."""
        rows: set[tuple[int, bytes]] = set()
        for column, values in (("id", ids), ("doi", dois)):
            for value in values:
                rows.update(self._rows(f"SELECT number, entry FROM paper WHERE {column} = ?", (value,)))  # noqa: S608
        return tuple(_unpacked(entry) for _, entry in sorted(rows))

    def like(self, title: str) -> tuple[tuple[Fields, float], ...]:
        """Return up to `GIVEN` papers that share words with the title, with the share of words; best first, then id."""
        wanted = frozenset(content_words(title))
        asked = self._rarest(wanted)
        if not asked:
            return ()
        query = " OR ".join(f'"{word}"' for word in asked)
        rows = self._rows(
            "SELECT paper.id, title.words, paper.entry FROM title JOIN paper ON paper.number = title.rowid"
            " WHERE title MATCH ? ORDER BY title.rank, paper.id LIMIT ?",
            (query, _LOOKED_AT),
        )
        ranked = sorted((-_overlap(wanted, words.split()), key, entry) for key, words, entry in rows)
        return tuple((_unpacked(entry), -share) for share, _, entry in ranked[:GIVEN])

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._database.close()

    def _rarest(self, wanted: Iterable[str]) -> list[str]:
        """Return the words that the index knows, those in the fewest titles first."""
        counts = [(self._rows("SELECT doc FROM vocabulary WHERE term = ?", (word,)), word) for word in wanted]
        return [word for _, word in sorted((rows[0][0], word) for rows, word in counts if rows)[:_ASKED]]

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            return self._database.execute(query, values).fetchall()


def open_index(payload: bytes, folder: Path | None) -> Index:
    """Return the index of a bulk file: the one in the folder where it is there, else a new one.

    Raises `bib.NotBibtex` where the payload is no bulk file.
    """
    if folder is not None:
        path = folder / f"anthology-{_VERSION}-{hashlib.sha256(payload).hexdigest()[:24]}.sqlite"
        try:
            return _opened(path) or _built_aside(payload, path)
        except (sqlite3.Error, OSError) as fault:
            warnings.warn(f"the Anthology's index is kept in memory only: {path}: {fault}", stacklevel=3)
    database = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(database, payload)
    return Index(database, "memory")


def _opened(path: Path) -> Index | None:
    """Return the index in that file; None where there is none or it is damaged."""
    if not path.is_file():
        return None
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        database.execute("SELECT count(*) FROM vocabulary WHERE term = 'the'").fetchone()
        database.execute("SELECT entry FROM paper ORDER BY number DESC LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        database.close()
        return None
    return Index(database, str(path))


def _built_aside(payload: bytes, path: Path) -> Index:
    """Build the index in a new file, put it in its place, and take away those of older bulk files."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, aside = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    os.close(handle)
    try:
        with closing(sqlite3.connect(aside)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            _fill(database, payload)
        Path(aside).replace(path)
    finally:
        Path(aside).unlink(missing_ok=True)  # still there only where something went wrong
    for older in path.parent.glob("anthology-*.sqlite"):
        if older != path:
            with suppress(OSError):
                older.unlink()
    index = _opened(path)
    if index is None:
        raise OSError("the new index cannot be read back")
    return index


def _fill(database: sqlite3.Connection, payload: bytes) -> None:
    """Write the entries of a bulk file into an empty database."""
    database.executescript(_TABLES)
    with database:
        for number, (fields, key) in enumerate(_papers(payload), start=1):
            doi = normalize(Scheme.DOI, fields.values.get("doi", ""))
            row = (number, key, doi.value if doi else "", _packed(fields))
            added = database.execute("INSERT OR IGNORE INTO paper VALUES (?, ?, ?, ?)", row).rowcount
            if added and fields.kind != VOLUME:
                words = " ".join(content_words(title_of(fields)))
                database.execute("INSERT INTO title (rowid, words) VALUES (?, ?)", (number, words))


def _papers(payload: bytes) -> Iterator[tuple[Fields, str]]:
    """Yield the entries that have an id; one that cannot be read is left out of the index."""
    for found in entries(payload):
        if not isinstance(found, Unread):
            key = acl_id(found)
            if key:
                yield found, key


def _packed(fields: Fields) -> bytes:
    return zlib.compress(json.dumps([fields.kind, fields.key, dict(fields.values)]).encode(), 1)


def _unpacked(entry: bytes) -> Fields:
    kind, key, values = json.loads(zlib.decompress(entry))
    return Fields(kind, key, values)


def _overlap(wanted: frozenset[str], words: Sequence[str]) -> float:
    """Return the share of words that two titles have in common, 0 to 1."""
    there = frozenset(words)
    return len(wanted & there) / len(wanted | there)
