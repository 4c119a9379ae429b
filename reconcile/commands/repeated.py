"""What the verbs that read tables of records say of ids that name several rows."""

from __future__ import annotations

from reconcile.pairing.rows import Rows
from reconcile.streaming.repeats import several_rows
from reconcile.terminal import console


def tell_repeated(name: str, rows: Rows) -> None:
    """Say that a row is not named by its id alone, where that is so."""
    if repeated := rows.repeated():
        console.complain(f"{name}: {several_rows(repeated)}; left_row and right_row say which is meant")
