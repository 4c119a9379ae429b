"""A label and a colon before an entry: its number in a list that counts so, `C2: Counting Sheep`, or its title's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from reconcile.entry import Entry
from reconcile.extract.looks.people import leading, runs

_COLON = re.compile(r"\s{0,8}(?P<kind>[A-Z][ACJPRTW]?-?)(?P<number>\d{1,3}):\s{1,20}")

_NEAR = 300  # characters behind a label in which the first name stands


def may_be_titles(text: str) -> bool:
    """Whether a text begins with a label that may be its title's: of one with a colon, if no names follow.

    >>> may_be_titles("E3: Counting Sheep. Anna Bee."), may_be_titles("C3: A. Bee. Counting Sheep.")
    (True, False)
    """
    label = _COLON.match(text)
    behind = text[label.end() : label.end() + _NEAR] if label else ""
    return label is not None and not leading(behind, runs(behind))


def without_counts(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries of a document without the labels that count them: where two have one letter and two numbers.

    Beside them `J1:` may be the only one of its letter.
    """
    kept = list(entries)
    labels = [_COLON.match(entry.reading) if not entry.fields else None for entry in kept]
    numbers: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        if label:
            numbers[label["kind"]].add(label["number"])
    counted = {kind for kind, found in numbers.items() if len(found) > 1}
    if counted:
        counted.update(kind for kind, found in numbers.items() if found == {"1"})
    return [
        _cut(entry, label.end()) if label and label["kind"] in counted else entry
        for entry, label in zip(kept, labels, strict=True)
    ]


def _cut(entry: Entry, at: int) -> Entry:
    marks = [replace(mark, start=max(0, mark.start - at), end=mark.end - at) for mark in entry.marks if mark.end > at]
    return replace(entry, reading=entry.reading[at:], marks=tuple(marks))
