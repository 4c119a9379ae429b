"""A catalogue that judges: the source, with what `reconcile` knows of strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reconcile.arguments import InputError
from reconcile.bulk.frame import Label, match_frame
from reconcile.bulk.judging import verdict_on
from reconcile.matching.judge import Judge
from reconcile.settings import DEFAULT, Settings, Table, for_claims
from reconcile.streaming.objects import worded
from reconcile.streaming.rows import Row, Unread
from reconcile.streaming.table import cell_text
from reconcile.wanted import Verdict
from sources import catalog

if TYPE_CHECKING:
    import pandas as pd


class Catalog(catalog.Catalog):
    """The local catalogue of `sources`, which can also be asked what strings mean.

    >>> with Catalog.open("CATALOG") as own:  # doctest: +SKIP
    ...     own.match_frame(frame, column="reference")
    """

    def match(
        self, strings: Iterable[str | None], *, settings: Settings = DEFAULT, weights: Table | None = None
    ) -> Iterator[Verdict]:
        """Return the verdicts on publication strings, each when it is asked for; `id` is the number, from 1.

        A string that is missing (None, NaN) is skipped. `weights` is a table that was fitted (`Weights`, or its file).
        Raises InputError for one string instead of several, and for what is no text once it is come to, WeightsError,
        CatalogError.
        """
        if isinstance(strings, str | bytes):
            raise InputError("strings is one string; put it in a list")
        judge = Judge(self, for_claims(weights, settings))
        return (verdict_on(_row(string, number), judge) for number, string in enumerate(strings, start=1))

    def match_frame(
        self,
        frame: pd.DataFrame,
        *,
        column: Label | None = None,
        title: Label | None = None,
        authors: Label | None = None,
        venue: Label | None = None,
        year: Label | None = None,
        doi: Label | None = None,
        prefix: str = "",
        settings: Settings = DEFAULT,
        weights: Table | None = None,
        jobs: int = 1,
    ) -> pd.DataFrame:
        """Return the frame with `status`, `probability`, `key`, `source` and more; see `reconcile.match_frame`."""
        named = {"column": column, "title": title, "authors": authors, "venue": venue, "year": year, "doi": doi}
        return match_frame(self, frame, **named, prefix=prefix, settings=settings, weights=weights, jobs=jobs)


def _row(string: object, number: int) -> Row:
    """Return the row of a string; raises InputError for what is none."""
    if not isinstance(string, str) and cell_text(string):
        raise InputError(f"string {number} is no text but of type {type(string).__name__}; give texts")
    return worded(str(number), string) if isinstance(string, str) else Unread(str(number), "the text is missing")
