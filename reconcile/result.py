"""The result of a run, as the writers and an importing program see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reconcile import bibtex
from reconcile.mention import Match, Mention, Status, Work
from reconcile.tables import spreadsheets

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """Everything a run found out: a match for each mention, in document order, and the works they mean.

    `documents` are the names of the documents read, in order; `complaints` what could not be read in them.
    `log` is what goes into `run.json`: settings, versions, what each source was asked and did not answer, counts.
    """

    documents: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    works: tuple[Work, ...] = ()
    complaints: tuple[str, ...] = ()
    log: Mapping[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Return how much there is of what: the whole of it fills a screen for each mention."""
        found = Counter(match.status for match in self.matches)
        statuses = ", ".join(f"{found[status]:,} {status}" for status in Status if status in found)
        counted = f"documents={len(self.documents):,} mentions={len(self.matches):,} works={len(self.works):,}"
        return f"<Result: {counted}{f' ({statuses})' if statuses else ''}>"

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The publication strings that were found, in document order."""
        return tuple(match.mention for match in self.matches)

    def to_bibtex(
        self,
        *,
        plain: bool = False,
        ascii: bool = False,  # noqa: A002 - the option's name
        keywords: bool = False,
    ) -> str:
        """Return the bibliography; without flags if `plain`, with accents as LaTeX commands if `ascii`.

        With `keywords` each entry names in its field of that name the documents that list it.
        """
        listed = bibtex.keywords(self.works, self.mentions, ascii=ascii) if keywords else {}
        return bibtex.write(self.works, plain=plain, ascii=ascii, keywords=listed)

    def to_frame(self) -> pd.DataFrame:
        """Return a pandas frame with a row a mention and the columns of `mentions.csv`.

        Lines and years are `Int64`, the probability is a float, document, status, kind and severity are categories
        (of the last three every value is one, met or not), authors and flags are lists of text; all else is text.
        """
        return spreadsheets.mentions_frame(self.matches)

    def to_works_frame(self) -> pd.DataFrame:
        """Return a pandas frame with a row a work and the columns of `works.csv`, typed as those of `to_frame` are.

        Authors, flags, documents and places are lists of text; a place is a document and the line of a mention in it.
        """
        return spreadsheets.works_frame(self.works, self.matches)
