"""The nouns of bulk matching: what is wanted, and the verdict on it."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.mention import Evidence, Status
from sources.record import Record


@dataclass(frozen=True, slots=True)
class Wanted:
    """One publication to be found: a raw string, or a structured entry (of a .bib file, of a table's columns).

    `id` is the input's own (a BibTeX key, an `id` column), else the line or row number, from 1. A structured entry
    has a `claim` and may have an empty `text`; a raw string has a `text` and no `claim`.
    """

    id: str
    text: str = ""
    claim: Record | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement on one `Wanted`, with its `id`.

    `record` is set where the status is matched or possible; `also` are further records of the same work: its
    preprint, another source's copy. `reason` is a sentence: why a string is skipped, why a match is only possible;
    empty where there is nothing to say.
    """

    id: str
    status: Status
    probability: float = 0.0
    record: Record | None = None
    runner_up: Record | None = None
    also: tuple[Record, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
