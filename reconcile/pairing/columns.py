"""Which columns of a table hold what: of one with a record a row, and of one with a pair of records a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from reconcile.arguments import InputError
from reconcile.cells import MISSING
from reconcile.evidence.side import Side, side_of_cells
from reconcile.streaming import rows
from reconcile.streaming.rows import listed
from reconcile.streaming.table import KNOWN

LEFT, RIGHT = "left", "right"
# The fields that two records are compared by, in the order in which `side_of_cells` takes them, and what a column of
# each may be called: the names that `reconcile match` knows.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": KNOWN["title"],
    "authors": KNOWN["author"],
    "venue": KNOWN["booktitle"],
    "year": KNOWN["year"],
    "doi": KNOWN["doi"],
    "volume": KNOWN["volume"],
    "pages": KNOWN["pages"],
}
_PLAIN = 4  # fields that most tables have; a row without the others is read faster
_REMEMBERED = 1 << 13  # sides; some 3 KB each
_BLANKS = re.compile(r"[\s-]+")

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Fields:
    """Where in a row the fields of a record stand, in the order of `FIELDS`; `width` is the place of those absent.

    A row is looked at with an empty cell put after its last one.
    """

    places: tuple[int, ...]
    width: int

    def picker(self) -> Callable[[Cells], tuple[str, ...]]:
        """Return what picks the fields of a record from a row's cells, an empty one put after them, for `side_of`."""
        few = all(place == self.width for place in self.places[_PLAIN:])
        return itemgetter(*self.places[:_PLAIN] if few else self.places)

    def reader(self) -> Callable[[Cells], Side]:
        """Return what makes a row's cells, an empty one put after them, into a side to compare.

        It remembers sides: in most tables of pairs a record stands in several.
        """
        pick, side = self.picker(), sides()
        return lambda cells: side(pick(cells))

    def cells(self, row: Cells) -> tuple[str, ...]:
        """Return the fields of a row, an empty cell for each that the table lacks."""
        return tuple([row[place] if place < self.width else "" for place in self.places])


def side_of(cells: Cells) -> Side:
    """Return the side that a record's fields make, given in the order of `FIELDS`; the last three may be absent.

    `NULL` and its like stand for nothing.
    """
    title, authors, venue, year, *others = ("" if cell in MISSING else cell for cell in cells)
    doi, volume, pages = others or ("", "", "")
    return side_of_cells(title, authors, venue, year, doi=doi, volume=volume, pages=pages)


def sides() -> Callable[[tuple[str, ...]], Side]:
    """Return `side_of` with a memory of its own."""
    return lru_cache(_REMEMBERED)(side_of)


def pair_fields(header: Sequence[str], name: str) -> tuple[Fields, Fields]:
    """Return where the two records of a pair stand; raises InputError where no column holds titles."""
    sides = _fields(header, f"{LEFT}_", name), _fields(header, f"{RIGHT}_", name)
    for side, fields in zip((LEFT, RIGHT), sides, strict=True):
        if fields.places[0] == fields.width:
            raise InputError(f"{name}: there is no column '{side}_title'; its columns are {listed(header)}")
    return sides


def record_fields(header: Sequence[str], name: str) -> Fields:
    """Return where a record's fields stand; raises InputError where no column holds titles."""
    fields = _fields(header, "", name)
    if fields.places[0] == fields.width:
        raise InputError(f"{name}: there is no column 'title'; its columns are {listed(header)}")
    return fields


def place_of(header: Sequence[str], column: str, name: str) -> int:
    """Return the place of a column, whatever the case of its name; -1 where there is none.

    Raises InputError where several are called so.
    """
    return rows.place_of(header, column, name, _key)


def places_of(header: Sequence[str], columns: Iterable[str]) -> set[int]:
    """Return the places of all columns that are called so."""
    keys = set(map(_key, columns))
    return {place for place, each in enumerate(header) if _key(each) in keys}


def _fields(header: Sequence[str], prefix: str, name: str) -> Fields:
    keys = {_key(each) for each in header}
    found = [
        next((prefix + each for each in several if prefix + _key(each) in keys), "") for several in FIELDS.values()
    ]
    places = [rows.place_of(header, each, name, _key) if each else len(header) for each in found]
    return Fields(tuple(places), len(header))


def _key(name: str) -> str:
    return _BLANKS.sub("_", name.strip().casefold())
