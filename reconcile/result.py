"""The result of a run, as the writers and an importing program see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reconcile import bibtex, tables
from reconcile.mention import Match, Mention, Work

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
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

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The publication strings that were found, in document order."""
        return tuple(match.mention for match in self.matches)

    def to_bibtex(self, *, plain: bool = False, ascii: bool = False) -> str:  # noqa: A002 - the option's name
        """Return the bibliography; without flags if `plain`, with accents as LaTeX commands if `ascii`."""
        return bibtex.write(self.works, plain=plain, ascii=ascii)

    def to_frame(self) -> pd.DataFrame:
        """Return a pandas frame with a row a mention; `reconcile.tables.to_frame` names its columns and their types."""
        return tables.to_frame(self.matches)
