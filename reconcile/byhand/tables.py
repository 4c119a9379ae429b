"""The small tables that a person keeps beside a run: read whole, as their cells, with a fault that names the file."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import NamedTuple

from reconcile.cells import field_limit
from reconcile.documents.blocks.encoding import decode
from reconcile.documents.blocks.unreadable import Unreadable


class Table(NamedTuple):
    """One sort of table: what its rows are of, its fault, what else to name, what to do if it is too large.

    Of a table with a header that alone says by which of the delimiters its cells are parted.
    """

    rows: str
    fault: type[ValueError]
    instead: str
    too_large: str
    most: int
    delimiters: tuple[str, ...]
    headed: bool


def cells_of(path: Path, table: Table) -> list[list[str]]:
    """Return the rows of a table as their cells. Raises the table's fault."""
    try:
        with path.open("rb") as file:
            content = file.read(table.most + 1)
        text = decode(content[: table.most], str(path))
    except OSError as fault:
        raise table.fault(f"{path}: {fault.strerror or fault}; name {table.instead}") from fault
    except Unreadable as fault:
        raise table.fault(str(fault)) from fault
    if len(content) > table.most:
        raise table.fault(f"{path}: more than {table.most:,} bytes; {table.too_large}")
    sample = text.partition("\n")[0] if table.headed else text
    try:
        with field_limit(table.most):
            delimiter = max(table.delimiters, key=sample.count)
            return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as fault:
        raise table.fault(f"{path}: this is no table of {table.rows} ({fault}); save it anew") from fault
