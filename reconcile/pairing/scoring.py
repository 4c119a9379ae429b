"""Pairs scored: each row of a table gains how likely its two records are one work, and why."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from reconcile import workers
from reconcile.cells import as_cell
from reconcile.comparison import Decision, judge
from reconcile.pairing.blocks import Block, Dialect, Table, rows_and_lines
from reconcile.pairing.columns import pair_fields, places_of, sides
from reconcile.settings import Settings

ADDED = ("probability", "decision", "why")
_PAIRS = 1 << 15  # pairs that are remembered; some 1.5 KB each

Described = tuple[str, ...]  # the fields of a record, in the order of `columns.FIELDS`
Added = tuple[str, Decision, str]


@dataclass(frozen=True, slots=True)
class Scored:
    """The rows of a block with what was added, as bytes; how many decisions of each kind; how far the file was read."""

    lines: bytes
    counts: tuple[tuple[Decision, int], ...]
    place: int

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Layout:
    """What a worker is told of a table: its name and header, how it is written, and how it will be."""

    name: str
    header: tuple[str, ...]
    dialect: Dialect
    target: Dialect


class Scorer:
    """Scores the blocks of one table; each worker makes its own."""

    def __init__(self, layout: Layout, settings: Settings) -> None:
        self._layout, self._settings = layout, settings
        left, right = pair_fields(layout.header, layout.name)
        self._left, self._right = left.picker(), right.picker()
        self._added = adding(settings)
        self._kept = kept(layout.header, ADDED)

    def score(self, block: Block) -> Scored:
        """Return the rows of a block with their scores. Raises InputError where one cannot be read."""
        layout, left, right, adds = self._layout, self._left, self._right, self._added
        rows, lines = rows_and_lines(block, layout.name, layout.dialect, len(layout.header))
        added = []
        for cells in rows:
            cells.append("")  # stands for the columns that the table lacks
            added.append(adds(left(cells), right(cells)))
        if lines is None or self._kept is not None or layout.target.delimiter != layout.dialect.delimiter:
            whole = [[*cells[:-1], *more] for cells, more in zip(rows, added, strict=True)]
            text = written(whole if self._kept is None else self._chosen(whole), layout.target)
        else:
            text = appended(lines, added, layout.dialect)
        return Scored(text, tuple(Counter([decision for _, decision, _ in added]).items()), block.place)

    def _chosen(self, rows: Sequence[Sequence[str]]) -> list[list[str]]:
        return [[cells[place] for place in self._kept or ()] for cells in rows]


def adding(settings: Settings) -> Callable[[Described, Described], Added]:
    """Return what says of two records, by their fields, how likely they are one work, what is decided, and why.

    It remembers records and pairs: in most tables a record stands in several pairs, in some a pair in several rows.
    """
    side = sides()

    @lru_cache(maxsize=_PAIRS)
    def added(left: Described, right: Described) -> Added:
        one = judge(side(left), side(right), settings)
        return f"{one.probability:.4f}", one.decision, as_cell(one.why)

    return added


def scored(table: Table, settings: Settings, jobs: int) -> Iterator[Scored]:
    """Yield a table of pairs scored, the header first, block by block in order.

    Raises InputError where it has no titles or a row cannot be read, WorkerDied.
    """
    layout = Layout(table.name, table.header, table.dialect, table.target)
    pair_fields(layout.header, layout.name)
    yield Scored(header_line(table, ADDED), (), 0)
    yield from workers.ordered(table.blocks, Scorer.score, partial(Scorer, layout, settings), jobs)


def kept(header: Sequence[str], added: Sequence[str]) -> tuple[int, ...] | None:
    """Return the places of a row's cells that are written, the added ones last; None where that is all of them.

    A column of the table that has the name of an added one is left out.
    """
    replaced = places_of(header, added)
    if not replaced:
        return None
    return tuple([place for place in range(len(header) + len(added)) if place not in replaced])


def header_line(table: Table, added: Sequence[str]) -> bytes:
    """Return the header with the added columns, as bytes."""
    names = [*table.header, *added]
    places = kept(table.header, added)
    row = names if places is None else [names[place] for place in places]
    return table.target.mark + written([row], table.target)


def written(rows: Sequence[Sequence[object]], dialect: Dialect) -> bytes:
    """Return rows as bytes in UTF-8, in the dialect of the table that they came from."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=dialect.delimiter, lineterminator=dialect.ending).writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def appended(lines: Sequence[str], added: Sequence[tuple[str, str, str]], dialect: Dialect) -> bytes:
    """Return rows that are a line each with cells put after them, in a quarter of the time that `written` takes.

    Only the last of the added cells may need quotation marks.
    """
    mark, ending = dialect.delimiter, dialect.ending
    told = re.compile(f'["\\r\\n{re.escape(mark)}]').search
    parts = [
        f"{line}{mark}{one}{mark}{two}{mark}{_quoted(last) if told(last) else last}{ending}"
        for line, (one, two, last) in zip(lines, added, strict=True)
    ]
    return "".join(parts).encode("utf-8", "replace")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
