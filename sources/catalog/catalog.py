"""A catalogue read: candidates by words, records by number, title or identifier; a source like the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self, cast

from sources.catalog import meetings
from sources.catalog.contents import Contents
from sources.catalog.index import BUDGET, IndexFault
from sources.catalog.opening import Version, opened
from sources.catalog.rows import Damaged, Row, unpack_row
from sources.catalog.terms import VOLUME, identifier_key, title_key, words_of
from sources.catalog.versions import CatalogError, damaged, open_current
from sources.identifiers import normal
from sources.record import Identifier, Record
from sources.source import Answer, Unavailable

NAME = "catalog"
# The records of an answer to `search`.
GIVEN = 20
# The postings that are read where people and year are all that is known.
_UNTITLED = 10 * BUDGET
_PART_OF = "is-part-of"
# Titles of volumes that are kept at hand: those of a few venues over many years.
_VOLUMES_KEPT = 4096


class Hit(NamedTuple):
    """A row that a search found. `score` is BM25's: only good for comparing hits of one search."""

    number: int
    score: float


# Hit(…) is a function written in Python that does no more.
_hit = partial(cast(Callable[[type[Hit], tuple[int, float]], Hit], tuple.__new__), Hit)


class Catalog:
    """The local catalogue as a source; any number of threads may read one, and any number of processes one folder.

    It reads the version that it opened, whatever is built meanwhile. Pickled, it opens that version anew.

    >>> with Catalog.open("CATALOG") as catalog:  # doctest: +SKIP
    ...     catalog.search(title="GTPA: A Generative Model", author=["Ahmad"]).records[0].key
    'conf/aaai/AhmadHWTPS10'
    """

    def __init__(self, path: Path, version: Version) -> None:
        self.path = path
        self._version = version
        self._closed = False
        self._meetings: meetings.Papers | None = None
        self._volume_title = lru_cache(_VOLUMES_KEPT)(self._find_volume_title)

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a catalogue.

        Raises `CatalogError` where there is none, it is damaged, or another version of this program made it.
        """
        path = Path(path)
        version = open_current(path, opened)
        return cls(path.absolute(), version)

    @property
    def name(self) -> str:
        """The source's name. Records keep the names of the sources that gave them."""
        return NAME

    @property
    def contents(self) -> Contents:
        """What the catalogue holds, and from which dumps."""
        return self._version.contents

    @property
    def sources(self) -> frozenset[str]:
        """The names of the sources whose dumps it holds: who is asked when it is asked."""
        return frozenset(self.contents.records)

    @property
    def is_replaced(self) -> bool:
        """Whether the version that is open was removed for a newer one; no other process can open it any more."""
        return not self._version.folder.exists()

    def __len__(self) -> int:
        return self.contents.rows

    def __repr__(self) -> str:
        """Return where it is and how much it holds."""
        held = f"{len(self):,} rows of {', '.join(sorted(self.sources))}"
        return f"<{type(self).__name__} {str(self.path)!r}: {'closed' if self._closed else held}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process needs to read the same version. Raises `CatalogError` for a closed catalogue."""
        self._refuse_closed()
        return _reopened, (type(self), self.path, self._version.folder)

    def search(self, *, title: str, author: Sequence[str] = (), year: int | None = None) -> Answer:
        """Return up to twenty records: those of the very title, then those with the most and rarest words in common.

        Without a title (the empty string), those by the people of the year.
        Raises `Unavailable` where the catalogue is damaged.
        """
        key = title_key(title)
        try:
            same = self.find([key])[:GIVEN] if key else ()
            hits = self.candidates(words_of(title, author, year), GIVEN, BUDGET if key else _UNTITLED)
            numbers = list(dict.fromkeys([*same, *(hit.number for hit in hits)]))[:GIVEN]
            return Answer(tuple(map(self.record, numbers)))
        except (CatalogError, IndexError) as fault:
            raise Unavailable(NAME, title, str(fault)) from fault

    def look_up(self, identifiers: Sequence[Identifier]) -> Answer:
        """Return the records that have any of those identifiers, however they are spelt, from all sources.

        Raises `Unavailable` where the catalogue is damaged.
        """
        try:
            numbers = self.find([identifier_key(normal(each) or each) for each in identifiers])
            return Answer(tuple(map(self.record, numbers)))
        except (CatalogError, IndexError) as fault:
            raise Unavailable(NAME, ", ".join(map(str, identifiers)), str(fault)) from fault

    def candidates(self, words: Iterable[str], limit: int = 10, budget: int = BUDGET) -> tuple[Hit, ...]:
        """Return the rows that have the most and rarest of some folded words, best first, ties by number.

        `budget` bounds the work: the postings that are read. Raises `CatalogError` where the index is damaged, or the
        catalogue closed.
        """
        self._refuse_closed()
        try:
            return tuple(map(_hit, self._version.index.search(words, limit, budget)))
        except IndexFault as fault:
            raise self._damaged(fault) from fault

    def frequency(self, word: str) -> int:
        """Return how many records have a folded word in their title or authors. Raises `CatalogError`."""
        try:
            return self._version.index.frequency(word)
        except IndexFault as fault:
            raise self._damaged(fault) from fault

    def find(self, keys: Sequence[str]) -> tuple[int, ...]:
        """Return the numbers of the rows with any of the keys, in order; of a key that many share the first hundred.

        Keys are made by `terms.title_key`, `volume_key` and `identifier_key`. Raises `CatalogError` for a closed
        catalogue.
        """
        try:
            numbers = tuple(self._version.keys.find(keys))
        except ValueError as fault:
            raise self._damaged(fault) from fault
        if numbers and numbers[-1] >= self.contents.rows:
            raise self._damaged(IndexError(f"its keys name row {numbers[-1]}, which there is not"))
        return numbers

    def papers_of(self, meeting: str, year: int) -> dict[str, int]:
        """Return how many papers each source's dump lists of a meeting and year: `icml`, of `conf/icml/…`, and 2020.

        A source that does not list them yet is left out. Raises `CatalogError`.
        """
        if self._meetings is None:
            try:
                self._meetings = meetings.read(self._version.folder)
            except (Damaged, OSError) as fault:
                raise self._damaged(fault) from fault
        years = self._meetings.get(meeting, {})
        return {source: counts[year] for source, counts in years.items() if year in counts}

    def row(self, number: int) -> Row:
        """Return the front of a record: title, family names, year, source, key.

        Raises `IndexError` for a number that there is not, and `CatalogError` where the row is damaged.
        """
        try:
            return unpack_row(self._version.rows.packed(number))
        except (Damaged, ValueError) as fault:
            raise self._damaged(fault) from fault

    def record(self, number: int) -> Record:
        """Return a record, in a volume that the catalogue holds with the volume's title; raises as `row` does."""
        try:
            record = self.row(number).record()
        except Damaged as fault:
            raise self._damaged(fault) from fault
        return self._in_its_volume(record)

    def close(self) -> None:
        """Close the files; the catalogue cannot be asked any more."""
        self._closed = True
        self._version.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _in_its_volume(self, record: Record) -> Record:
        """Return the record with the title of its volume as `event`, where it says nothing of its own there.

        The container stays what the source's entry says ("AAAI", "ACL (Findings)", "SafeAI@AAAI"): these short names
        tell series, track and host, which the volume's long title often hides.
        """
        if record.event:
            return record
        volumes = [relation.target for relation in record.relations if relation.kind == _PART_OF]
        title = self._volume_title(record.source, volumes[0]) if volumes else ""
        return replace(record, event=title) if title and title != record.container_title else record

    def _find_volume_title(self, source: str, identifier: Identifier) -> str:
        found = (self.row(number) for number in self.find([identifier_key(identifier)]))
        same = (row for row in found if row.source == source)
        return next((row.title for row in same if row.record().genre == VOLUME), "")

    def _refuse_closed(self) -> None:
        if self._closed:
            raise CatalogError(f"{self.path}: the catalogue is closed; open it again")

    def _damaged(self, fault: Exception) -> CatalogError:
        self._refuse_closed()
        return damaged(self.path, fault)


def _reopened(kind: type[Catalog], path: Path, folder: Path) -> Catalog:
    """Return a catalogue of one version. Raises `CatalogError` where that cannot be opened."""
    try:
        return kind(path, opened(folder))
    except OSError as fault:
        raise CatalogError(f"{path}: the version that was open is no longer there; open the catalogue again") from fault
