"""A pandas frame of labelled pairs, and the table of weights fitted to it, as `reconcile fit` does it with a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reconcile.fitting.fit import Fitted
from reconcile.fitting.fit import fit as fitted
from reconcile.frames import refuse_unusable
from reconcile.pairing.labelled import labelled_rows
from reconcile.settings import EVEN, Table, for_pairs
from reconcile.streaming.table import cell_text

if TYPE_CHECKING:
    import pandas as pd


def fit(pairs: pd.DataFrame, *, weights: Table | None = None, least: int = 1) -> Fitted:
    """Return the weights fitted to labelled pairs: `weights`, and `before` and `after`, how reliable they are.

    The columns are those of `compare_frame`, and `label`: true or 1 where the two records are one work, false or 0
    where they are not; a pair whose label is missing is passed over. `weights` is the table to start from, else the
    built-in one. Levels that fewer than `least` pairs show stay as they were. `after` was measured on pairs that the
    fit had not seen; where it does not say `beats_chance`, look at the labels. What is fitted is given to any verb as
    `weights=`, and kept with `Weights.to_toml`. Raises InputError where there are no titles or no labels, and for fewer
    than 200 pairs or 30 of either kind; WeightsError.

    >>> mine = fit(labelled).weights  # doctest: +SKIP
    >>> compare_frame(pairs, weights=mine)  # doctest: +SKIP
    """
    refuse_unusable(pairs, "the frame")
    names = [str(name) for name in pairs.columns]
    columns = [list(map(cell_text, pairs.iloc[:, at].tolist())) for at in range(len(names))]
    rows = (list(cells) for cells in zip(*columns, strict=True))
    return fitted(labelled_rows(names, "the frame", rows), for_pairs(weights, EVEN).weights, least=least)
