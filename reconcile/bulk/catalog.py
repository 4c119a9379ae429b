"""A catalogue that judges: the source, with what `reconcile` knows of strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reconcile.bulk.frame import match_frame
from reconcile.settings import DEFAULT, Settings
from reconcile.sighting.judge import Judge
from reconcile.sighting.wanted import Verdict, Wanted
from sources import catalog

if TYPE_CHECKING:
    import pandas as pd


class Catalog(catalog.Catalog):
    """The local catalogue of `sources`, which can also be asked what strings mean.

    >>> with Catalog.open("CATALOG") as own:  # doctest: +SKIP
    ...     own.match_frame(frame, column="reference")
    """

    def match(self, strings: Iterable[str], settings: Settings = DEFAULT) -> Iterator[Verdict]:
        """Yield the verdict on each publication string, in order; a verdict's `id` is its string's number, from 1."""
        if isinstance(strings, str):
            raise TypeError("strings, not a string; put it in a list")
        judge = Judge(self, settings)
        for number, string in enumerate(strings, start=1):
            yield judge.judge(Wanted(str(number), string))

    def match_frame(
        self,
        frame: pd.DataFrame,
        *,
        column: str | None = None,
        title: str | None = None,
        authors: str | None = None,
        venue: str | None = None,
        year: str | None = None,
        jobs: int = 1,
    ) -> pd.DataFrame:
        """Return the frame with `status`, `probability`, `key`, `source` and more; see `reconcile.match_frame`."""
        return match_frame(self, frame, column=column, title=title, authors=authors, venue=venue, year=year, jobs=jobs)
