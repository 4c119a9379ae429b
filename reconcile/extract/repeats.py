"""Structured entries that only repeat what the text around them lists: embedded BibTeX, a citation for copying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reconcile.entry import Entry
from sources.text import fold

# The words of a title by which the entries that may have it are looked up.
_LEADING = 4


def without_repeats(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries without the structured ones whose title stands in an entry of running text."""
    if not any(entry.fields for entry in entries) or all(entry.fields for entry in entries):
        return tuple(entries)
    places: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.fields:
            continue
        words = fold(entry.reading[:4000]).split()
        for at in range(max(len(words) - _LEADING + 1, 1)):
            key = " ".join(words[at : at + _LEADING])
            places[key].append(" ".join(words[at : at + 60]))
    return tuple(entry for entry in entries if not (entry.fields and _stands_in(_title(entry), places)))


def _title(entry: Entry) -> str:
    """Return the folded title of a structured entry."""
    return next((fold(value) for name, value in entry.fields if name.casefold() == "title"), "")


def _stands_in(title: str, places: dict[str, list[str]]) -> bool:
    """Whether a folded title stands in one of the texts."""
    key = " ".join(title.split()[:_LEADING])
    return bool(title) and any(text.startswith(title) for text in places.get(key, ()))
