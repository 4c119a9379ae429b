"""What the verbs that read tables of records say of ids that name several rows."""

from __future__ import annotations

from reconcile import console
from reconcile.pairing.rows import Rows

_SHOWN = 3  # ids that a warning names


def tell_repeated(name: str, rows: Rows) -> None:
    """Say that a row is not named by its id alone, where that is so."""
    if repeated := rows.repeated():
        shown = ", ".join(map(repr, repeated[:_SHOWN])) + (", …" if len(repeated) > _SHOWN else "")
        console.complain(
            f"{name}: {len(repeated):,} {'id stands' if len(repeated) == 1 else 'ids stand'} in several rows ({shown});"
            " left_row and right_row say which is meant"
        )
