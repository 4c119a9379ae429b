"""What only several entries together show: a key given twice, a work listed twice, keys that nobody cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.checking.citing import EVERY, Citation
from reconcile.checking.item import Checked
from reconcile.checking.judgement import sorted_flags
from reconcile.mention import Flag, Severity, Status


def with_repeats(every: Sequence[Checked]) -> Iterator[Checked]:
    """Yield the entries, those flagged whose key or whose record an earlier entry has.

    BibTeX takes keys that differ in capitals alone for one; biber does not.
    """
    keys: dict[str, Checked] = {}
    alike: dict[str, Checked] = {}
    records: dict[tuple[str, str], Checked] = {}
    for checked in every:
        flags = list(checked.flags)
        first = keys.setdefault(checked.key, checked) if checked.key else checked
        if first is not checked:
            flags.append(Flag("duplicate-key", Severity.ERROR, f"the key “{checked.key}” was given at {place(first)}"))
        other = alike.setdefault(checked.key.lower(), checked) if checked.key else checked
        if first is checked and other is not checked:
            says = f"to BibTeX the key “{checked.key}” is “{other.key}”, given at {place(other)}"
            flags.append(Flag("duplicate-key", Severity.WARNING, says))
        if checked.record is not None and checked.status is Status.MATCHED:
            twin = records.setdefault((checked.record.source, checked.record.key), checked)
            if twin is not checked:
                flags.append(Flag("duplicate", Severity.INFO, f"the same work as “{twin.key}” at {place(twin)}"))
        yield checked if len(flags) == len(checked.flags) else replace(checked, flags=sorted_flags(flags))


@dataclass(frozen=True, slots=True)
class CitedKeys:
    """The keys that documents cite; `missing` are those that no entry has."""

    flagged: tuple[Checked, ...]
    missing: tuple[Checked, ...]


def with_citations(every: Sequence[Checked], cited: Sequence[Citation]) -> CitedKeys:
    """Return the entries, those flagged that nobody cites, and a line for each key that is cited and is not there."""
    names = {citation.key for citation in cited}
    known = {checked.key for checked in every}
    flag = Flag("uncited", Severity.INFO, "no document cites this key")
    flagged = tuple(
        checked
        if EVERY in names or checked.key in names
        else replace(checked, flags=sorted_flags((*checked.flags, flag)))
        for checked in every
    )
    missing = tuple(
        Checked(
            citation.document,
            citation.key,
            citation.line,
            Status.SKIPPED,
            flags=(Flag("missing-key", Severity.ERROR, f"“{citation.key}” is cited, and no entry has this key"),),
            is_entry=False,
        )
        for citation in cited
        if citation.key not in known and citation.key != EVERY
    )
    return CitedKeys(flagged, missing)


def place(checked: Checked) -> str:
    """Name where an entry stands: `refs.bib:12`."""
    return f"{checked.document}:{checked.line}"
