"""The result of a run, as the writers and an importing program see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reconcile.mention import Match, Work


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
