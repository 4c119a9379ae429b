"""Pairs of records that somebody has judged: a table of pairs with a column that says which are one work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from reconcile.arguments import InputError
from reconcile.evidence.side import Side
from reconcile.pairing.blocks import Table, rows_of
from reconcile.pairing.columns import pair_fields, place_of
from reconcile.streaming.rows import listed

LABELS = ("label", "same", "match", "is_match", "gold")  # what the column may be called, the first that is there
# What its cells may say; a pair whose cell is empty was not judged.
_MEANS: Mapping[str, bool] = MappingProxyType(
    {
        **dict.fromkeys(("1", "1.0", "true", "yes", "y", "same", "match"), True),
        **dict.fromkeys(("0", "0.0", "-1", "false", "no", "n", "different", "non-match", "nonmatch"), False),
    }
)

Labelled = tuple[Side, Side, bool]


def labelled_pairs(table: Table) -> Iterator[Labelled]:
    """Yield the pairs of a table that were judged, and whether each is one work.

    Raises InputError as `labelled_rows` does.
    """
    every = (cells for block in table.blocks for cells in rows_of(block, table.name, table.dialect, len(table.header)))
    return labelled_rows(table.header, table.name, every)


def labelled_rows(header: Sequence[str], name: str, rows: Iterable[list[str]]) -> Iterator[Labelled]:
    """Yield the pairs of rows that were judged, and whether each is one work.

    Raises InputError where there are no titles or no labels, and where a label is none of those that are understood.
    """
    left, right = (fields.reader() for fields in pair_fields(header, name))
    label = next((place for each in LABELS if (place := place_of(header, each, name)) >= 0), -1)
    if label < 0:
        raise InputError(f"{name}: there is no column 'label'; its columns are {listed(header)}")
    for number, cells in enumerate(rows, start=1):
        said = cells[label].strip().casefold()
        if not said:
            continue
        if said not in _MEANS:
            raise InputError(f"{name}: row {number}: the label {said[:40]!r} is neither 1 nor 0")
        cells.append("")  # stands for the columns that the table lacks
        yield left(cells), right(cells), _MEANS[said]
