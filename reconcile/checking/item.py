"""The nouns of a check: an entry as it stands in a file, and what was found out about it."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.mention import Evidence, Flag, Gap, Status
from sources.record import Record

Fields = tuple[tuple[str, str], ...]

ENTRY_TYPE = "ENTRYTYPE"
KEY = "ID"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a bibliography. `line` and `last` are lines of the file, from 1.

    `fields` are names in small letters and their values as characters, the entry's type and key first. `text` is
    verbatim. `trouble` says why the entry cannot be read; its fields are then what could be made out, or none. `twice`
    are fields given twice, `unlinked` says of each macro and reference that it leads nowhere.
    """

    document: str
    key: str
    line: int
    last: int
    fields: Fields = ()
    text: str = ""
    trouble: str = ""
    twice: tuple[str, ...] = ()
    unlinked: tuple[str, ...] = ()

    @property
    def is_work(self) -> bool:
        """Whether the entry describes a work; biblatex's `@xdata` holds fields for others, `@set` names others."""
        return self.type.lower() not in ("xdata", "set")

    @property
    def type(self) -> str:
        """The entry's type as the file names it: `inproceedings`, `JOUR`; empty where it has none."""
        return self.field(ENTRY_TYPE)

    def field(self, name: str) -> str:
        """The value of a field, empty where the entry lacks it."""
        return next((value for known, value in self.fields if known == name), "")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found out about one entry: `record` is the one meant, as far as is known; flags, errors first.

    `gaps` are the questions that nobody answered. A key that a document cites and no entry has is a `Checked` of the
    document, with `is_entry` false.
    """

    document: str
    key: str
    line: int
    status: Status
    probability: float = 0.0
    record: Record | None = None
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    gaps: tuple[Gap, ...] = ()
    is_entry: bool = True
