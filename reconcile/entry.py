"""The noun between reading and parsing: one stretch of a document that looks like a publication string."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.documents.blocks.block import Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """One publication string as it stands in a document, not yet taken apart.

    `first` and `last` are source lines; `text` is verbatim, `reading` the same without markup, with a newline
    where the document has a line break or a block ends; `marks` point into `reading`. `section` is the heading
    it stands under (outer headings first, joined by " / "). `year` is a year that only the surroundings give
    (a heading, the date label of a news item). `owner` is the person whose list it is, where known. `fields`
    come from a structured entry. `reason` says why it is no publication, a `Reason`; empty otherwise.
    """

    document: str
    first: int
    last: int
    text: str
    reading: str
    marks: tuple[Mark, ...] = ()
    section: str = ""
    year: int | None = None
    owner: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    reason: str = ""
