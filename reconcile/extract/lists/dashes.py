"""Dashes in the place of authors: in a bibliography they are those of the entry above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reconcile.entry import Entry
from reconcile.extract.looks.people import leading, runs
from reconcile.extract.words.cues import DASHES

# One person, the family name first, as such bibliographies have it: whose list it is, where it is somebody's.
_GIVEN = r"[A-ZÀ-Þ][\w'’-]*"
_ALONE = re.compile(
    rf"[^\W\d_][\w'’-]{{1,30}}(?: [\w'’-]{{1,30}}){{0,2}}, {_GIVEN}(?:(?:\.?[ -]|\.){_GIVEN}){{0,2}}(?=\.|\Z)"
)
_MOST = 2000  # characters of an entry in which its authors stand


def with_authors_above(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries with the authors above in the place of dashes; the text stays as it is.

    Those are of the nearest entry with one author, where one stands above: in a list by year dashes are its owner.
    """
    above = alone = ""
    for entry in entries:
        dashes = DASHES.match(entry.reading) if not entry.fields else None
        if dashes and (alone or above):
            yield _named(entry, alone or above, dashes.end())
            continue
        above = _authors(entry.reading[:_MOST])
        alone = above if _ALONE.fullmatch(above) else alone
        yield entry


def _authors(text: str) -> str:
    """Return the names with which a text begins."""
    named = runs(text)
    if leading(text, named):
        return text[: named[0].end].strip().rstrip(".,")
    alone = _ALONE.match(text)
    return alone[0] if alone else ""


def _named(entry: Entry, names: str, end: int) -> Entry:
    """Return an entry that begins with names in place of its first `end` characters."""
    moved = len(names) - end
    marks = [replace(mark, start=mark.start + moved, end=mark.end + moved) for mark in entry.marks if mark.start >= end]
    return replace(entry, reading=names + entry.reading[end:], marks=tuple(marks))
