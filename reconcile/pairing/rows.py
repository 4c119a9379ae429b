"""The rows of a table of records, held in memory: of each the fields that records are compared by, and its id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.pairing.blocks import Block, Table, rows_of
from reconcile.pairing.columns import FIELDS, place_of, record_fields
from reconcile.streaming.table import ID

LONGEST_FIELD = 20_000  # characters of a field that are kept: a list of a thousand authors is as long
_SEPARATOR = "\x1f"  # between the fields of a packed row; no text has it
_FIELDS = len(FIELDS)
_AUTHORS = tuple(FIELDS).index("authors")


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table: `packed` is a text each, which takes a third of the memory; `ids` are empty without any.

    `blocks` are the rows as they were read, where they will be written again.
    """

    packed: tuple[str, ...]
    ids: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()

    def __len__(self) -> int:
        return len(self.packed)

    def id(self, number: int) -> str:
        """Return the id of a row, counted from 0: its cell in the column `id`, else its number, counted from 1."""
        return (self.ids[number] if self.ids else "") or str(number + 1)

    def repeated(self) -> list[str]:
        """Return the ids that several rows have, in the order in which they first stand."""
        counts = Counter([self.id(number) for number in range(len(self))]) if self.ids else Counter()
        return [name for name, count in counts.items() if count > 1]

    def title(self, number: int) -> str:
        """Return the title of a row."""
        return self.packed[number].partition(_SEPARATOR)[0]

    @property
    def named(self) -> bool:
        """Whether half of the rows or more name people, so that one that names nobody is a row of another kind."""
        return 2 * sum([bool(unpack(packed)[_AUTHORS].strip()) for packed in self.packed]) >= max(1, len(self))


def read_rows(table: Table, *, kept: bool) -> Rows:
    """Return the rows of a table, and its blocks where they are `kept`. Raises InputError."""
    fields = record_fields(table.header, table.name)
    place = place_of(table.header, ID, table.name)
    packed: list[str] = []
    ids: list[str] = []
    blocks: list[Block] = []
    for block in table.blocks:
        rows = rows_of(block, table.name, table.dialect, len(table.header))
        packed += [pack(fields.cells(row)) for row in rows]
        if place >= 0:
            ids += [row[place].strip() for row in rows]
        if kept:
            blocks.append(block)
    return Rows(tuple(packed), tuple(ids), tuple(blocks))


def pack(cells: Iterable[str]) -> str:
    """Return a record's fields, in the order of `FIELDS`, as one text."""
    return _SEPARATOR.join([cell[:LONGEST_FIELD].replace(_SEPARATOR, " ") for cell in cells])


def unpack(packed: str) -> Sequence[str]:
    """Return the fields that `pack` was given."""
    return packed.split(_SEPARATOR, _FIELDS - 1)
