"""Frames of pandas given and given back: what is refused in a sentence, and columns put beside the user's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from reconcile.arguments import InputError, jobs_of

if TYPE_CHECKING:
    import pandas as pd

# The type of each column: pandas' name of one, or the closed set of the values of a categorical.
Kinds = Mapping[str, str | type[StrEnum]]


def refuse_unusable(frame: object, name: str, jobs: int = 1) -> None:
    """Raise InputError for what is no frame, for columns of several levels, and for no number of processes."""
    columns = getattr(frame, "columns", None)
    if columns is None:
        raise InputError(f"{name} is no pandas DataFrame but of type {type(frame).__name__}; give a DataFrame")
    if columns.nlevels > 1:
        raise InputError(f"{name} has columns of {columns.nlevels} levels; give each one name")
    jobs_of(jobs)


def refuse_taken(frame: pd.DataFrame, names: Iterable[str], prefix: str) -> None:
    """Raise InputError where a column of a frame has the name of one that is to be added."""
    if taken := [prefix + name for name in names if prefix + name in frame.columns]:
        raise InputError(
            f"the frame has columns called {', '.join(map(repr, taken))} already;"
            " give prefix='match_' or the like for those that are added, or rename them"
        )


def widened(frame: pd.DataFrame, rows: Sequence[Sequence[object]], kinds: Kinds, prefix: str = "") -> pd.DataFrame:
    """Return a copy of a frame with columns added, by place and not by label: an index may hold a label twice."""
    added = framed(rows, kinds)
    return frame.assign(**{prefix + name: added[name].array for name in kinds})


def framed(rows: Sequence[Sequence[object]], kinds: Kinds) -> pd.DataFrame:
    """Return a frame of rows with columns of these types. Of a closed set all values are categories, met or not."""
    import pandas as pd  # here, because it takes 0.3 s to load and the command line never needs it

    types: dict[str, Any] = {
        name: kind if isinstance(kind, str) else pd.CategoricalDtype([each.value for each in kind])
        for name, kind in kinds.items()
    }
    return pd.DataFrame(list(rows), columns=list(kinds)).astype(types)
