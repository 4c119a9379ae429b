"""A list's owner who stands among the authors by initials alone: `Anna Bee, **DH**` on the page of Daniel Hill."""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.extract.looks.people import Run, runs
from sources.text import fold

_LONGEST = 2000  # characters in which the authors stand
_TWO = 2  # words of a given and a family name
_PEOPLE = ("author", "authors")


def with_owner_named(entry: Entry) -> Entry:
    """Return the entry with its owner's name where only their initials stand in its list of authors."""
    words = [word for word in entry.owner.split() if word[0].isupper()]
    if len(words) < _TWO or f" {fold(words[-1])} " in f" {fold(entry.reading)} ":
        return entry
    sought = _sought(words)
    if entry.fields:
        fields = tuple(
            (name, sought.sub(entry.owner, value) if name.casefold() in _PEOPLE else value)
            for name, value in entry.fields
        )
        return replace(entry, fields=fields)
    found = next((each for each in sought.finditer(entry.reading, 0, _LONGEST) if _is_listed(entry, each)), None)
    return _named(entry, *found.span()) if found else entry


def _sought(words: list[str]) -> re.Pattern[str]:
    """Return what finds the initials of a name, of all of its words or the first and the last, as a piece of a list."""
    letters = {"".join(word[0] for word in words), words[0][0] + words[-1][0]}
    return re.compile(
        rf"(?:(?<=[,;&|\n]\s)|(?<=\band\s)|(?<![\s\S]))(?:{'|'.join(sorted(letters))})(?=\s?[*†‡]?(?:[,;&|\n.:]|\sand\b|\Z))"
    )


def _is_listed(entry: Entry, found: re.Match[str]) -> bool:
    """Whether initials stand among names: before one, behind two, or in bold before anything else."""
    text, start = entry.reading[:_LONGEST], found.start()
    for run in runs(text):
        if run.start == start or (run.count > 1 and _ends_at(text, run, start)):
            return True
    return start == 0 and any(mark.kind == "strong" and (mark.start, mark.end) == found.span() for mark in entry.marks)


def _ends_at(text: str, run: Run, at: int) -> bool:
    """Whether a place is within a run of names, or nothing but a comma or an `and` parts it from one before it."""
    return run.start < at and (at < run.end or _PARTED.fullmatch(text, run.end, at) is not None)


_PARTED = re.compile(r"[\s,;&*†‡]{0,6}(?:and\s)?")


def _named(entry: Entry, start: int, end: int) -> Entry:
    longer = len(entry.owner) - (end - start)

    def moved(mark: Mark) -> Mark:
        return replace(mark, start=mark.start + longer * (mark.start >= end), end=mark.end + longer * (mark.end >= end))

    reading = entry.reading[:start] + entry.owner + entry.reading[end:]
    return replace(entry, reading=reading, marks=tuple(map(moved, entry.marks)))
