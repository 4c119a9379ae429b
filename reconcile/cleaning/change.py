"""The nouns of cleaning: a change made or proposed, and the step by which an entry is changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

TYPE = "ENTRYTYPE"

# The codes of changes that nobody has to accept unless an entry makes them doubtful, and of what is proposed.
MADE = frozenset(
    "author-names et-al identifier-form incomplete names-run-together pages-form preprint-of-published title-spelling"
    " venue-form wrong-field".split()
)
PROPOSED = frozenset(
    "author-names authors-differ identifier-mismatch incomplete pages-mismatch preprint-of-published title-changed"
    " title-spelling type-mismatch venue-mismatch volume-mismatch wrong-field year-mismatch".split()
)
# What is only said of an entry: nobody can carry it out but the user.
SAID = frozenset({"concern", "duplicate", "retracted"})
_NEAR = 0.6  # likeness from which a code may be meant by another word; difflib's own


def no_codes(accept: Iterable[str]) -> str:
    """Return what is wrong with codes of proposals that are to be carried out, in one line; empty where nothing is.

    >>> no_codes(["year-mismatch"]), no_codes(["year-missmatch"])
    ('', '“year-missmatch” is no code; is “year-mismatch” meant?')
    """
    for code in accept:
        if code in SAID:
            return f"“{code}” is only said of an entry and cannot be carried out"
        if code not in PROPOSED | MADE:
            near = get_close_matches(code, sorted(PROPOSED | MADE), 1, _NEAR)
            meant = f"is “{near[0]}” meant?" if near else f"choose from {', '.join(sorted(PROPOSED))}"
            return f"“{code}” is no code; {meant}"
    return ""


class Preprints(StrEnum):
    """What becomes of a preprint whose work was published: only said, replaced, or kept with a note that says where."""

    KEEP = "keep"
    REPLACE = "replace"
    BOTH = "both"


class VenueForm(StrEnum):
    """How venues are written: `International Conference on Machine Learning`, `ICML`, or as they stand."""

    LONG = "long"
    SHORT = "short"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user allows. `accept` are codes of proposals to be carried out, `accept_for` keys of entries."""

    preprints: Preprints = Preprints.KEEP
    venues: VenueForm = VenueForm.KEEP
    accept: frozenset[str] = frozenset()
    accept_for: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one field, ready to be written.

    `value` stands between the delimiters; None removes the field. `name` is `ENTRYTYPE` for the entry's type;
    `renamed` is the field's new name. `moves` are fields that the new type calls otherwise, by their old names and new
    ones: type and names change together or not at all. `giver` names the record that the value is from. A step that is
    not `safe` is only proposed.
    """

    code: str
    name: str
    value: str | None
    giver: str
    safe: bool = True
    renamed: str = ""
    moves: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one field, made or proposed.

    `before` and `after` are values as they stand in the file, without delimiters, empty for none. `record` names the
    record that says so, `why` what says that it is the same work. Without a `field` it is a statement on the entry,
    `after`: that it is a duplicate, that its work was retracted. `was` is the former name of a field that is renamed.
    `meant` names the record that the entry means.
    """

    line: int
    key: str
    code: str
    field: str
    before: str
    after: str
    record: str = ""
    why: str = ""
    was: str = ""
    meant: str = ""

    def __str__(self) -> str:
        if not self.field:
            said = self.after
        elif not self.after:
            said = f"{self.field} removed, was {_quoted(self.before)}"
        elif self.was:
            same = self.before == self.after
            said = f"{self.was}{'' if same else f' {_quoted(self.before)}'} becomes {self.field} {_quoted(self.after)}"
        elif not self.before:
            said = f"{self.field} added: {_quoted(self.after)}"
        else:
            said = f"{self.field} {_quoted(self.before)} becomes {_quoted(self.after)}"
        return f"{said} [{self.code}]"


def _quoted(value: str) -> str:
    return f"“{' '.join(value.split())}”"
