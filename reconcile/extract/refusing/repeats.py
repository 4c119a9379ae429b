"""Structured entries that only repeat what the text around them lists: embedded BibTeX, a citation for copying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reconcile.entry import Entry
from sources.text import fold

# The words of a title by which the entries that may have it are looked up.
_LEADING = 4
# More words than titles have.
_LONGEST = 60


def without_repeats(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries without the structured ones whose title stands in an entry of running text."""
    if not any(entry.fields for entry in entries) or all(entry.fields for entry in entries):
        return tuple(entries)
    places: dict[str, list[str]] = defaultdict(list)
    shorter: set[str] = set()
    for entry in entries:
        if entry.fields:
            continue
        words = fold(entry.reading[:4000]).split()
        for at in range(len(words)):
            places[" ".join(words[at : at + _LEADING])].append(" ".join(words[at : at + _LONGEST]))
            shorter.update(" ".join(words[at : at + length]) for length in range(1, _LEADING))
    return tuple(entry for entry in entries if not (entry.fields and _stands_in(_title(entry), places, shorter)))


def _title(entry: Entry) -> str:
    """Return the folded title of a structured entry."""
    return next((fold(value) for name, value in entry.fields if name.casefold() == "title"), "")


def _stands_in(title: str, places: dict[str, list[str]], shorter: set[str]) -> bool:
    """Whether a folded title stands in one of the texts."""
    words = title.split()
    if len(words) < _LEADING:
        return title in shorter
    key = " ".join(words[:_LEADING])
    return bool(title) and any(text.startswith(title) for text in places.get(key, ()))
