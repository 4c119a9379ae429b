"""What was changed and is proposed, for a person at a terminal: entry by entry, values cut to where they part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reconcile.cleaning.change import Change
from reconcile.cleaning.run import Cleaning, name_of

_LONGEST = 60  # characters of a value that are shown
_BEFORE = 15  # of them, before the place at which two values part
_WHY = 120  # characters of why it is the same work
_OWN = "the entry itself"
_WRITTEN_OUT = ", written out"


def told(cleaning: Cleaning, name: str) -> Iterator[str]:
    """Yield the lines: an entry's place, its record and why it is the same work; beneath, its changes and proposals."""
    made = set(map(id, cleaning.changes))
    every = sorted((*cleaning.changes, *cleaning.proposals), key=lambda change: change.line)
    for line, found in groupby(every, key=lambda change: change.line):
        changes = list(found)
        record = next((named for change in changes if change.field and (named := _record(change))), "")
        record = record or next((change.meant for change in changes if change.meant), "")
        why = _cut(next((change.why for change in changes if change.why), ""), _WHY)
        said = "; ".join(part for part in (record, why) if part)
        yield f"{name}:{line}: {changes[0].key}{f': {said}' if said else ''}"
        yield from _lines([change for change in changes if id(change) in made], record, "")
        yield from _lines([change for change in changes if id(change) not in made], record, "proposed: ")


def _lines(changes: Sequence[Change], record: str, what: str) -> Iterator[str]:
    """Yield a line a change; what is added for one reason stands on one line."""
    added = [change for change in changes if change.field and change.after and not (change.before or change.was)]
    codes = dict.fromkeys((change.code, _another(change, record)) for change in added)
    for code, other in codes:
        fields = [change for change in added if (change.code, _another(change, record)) == (code, other)]
        listed = ", ".join(f"{change.field} “{_cut(_line(change.after), _LONGEST)}”" for change in fields)
        yield f"  {what}{listed} added [{code}]{other}"
    for change in changes:
        if change not in added:
            yield f"  {what if change.field else ''}{name_of(_shortened(change))}{_another(change, record)}"


def _record(change: Change) -> str:
    record = change.record.removesuffix(_WRITTEN_OUT)
    return "" if record == _OWN else record


def _another(change: Change, record: str) -> str:
    """Return the record of a change in brackets, if it is another one than that of the entry."""
    own = _record(change)
    return f" ({own})" if own and own != record else ""


def _shortened(change: Change) -> Change:
    """Return a change with its values cut to where they part."""
    if not change.field:
        return change
    before, after = _line(change.before), _line(change.after)
    start = _parting(before, after) if before and after else 0
    start = max(0, before.rfind(" ", 0, max(0, start - _BEFORE)) + 1) if start > _BEFORE else 0
    longest = max(len(before), len(after)) > _LONGEST
    before, after = (_from(value, start if longest else 0) for value in (before, after))
    return replace(change, before=before, after=after)


def _parting(before: str, after: str) -> int:
    """Return the place at which two values part: by their words, or else by their capitals."""
    if before.lower() != after.lower():
        before, after = before.lower(), after.lower()
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(before), len(after)))


def _from(value: str, start: int) -> str:
    return _cut(f"…{value[start:]}" if start else value, _LONGEST)


def _cut(text: str, most: int) -> str:
    """Return a text that is not longer than that many characters, cut between two words where there are some.

    >>> _cut("all 2 authors agree", 15)
    'all 2 authors…'
    """
    if len(text) <= most:
        return text
    end = text.rfind(" ", most // 2, most - 1)
    return f"{text[: end if end > 0 else most - 1].rstrip(' ,;')}…"


def _line(value: str) -> str:
    return " ".join(value.split())
