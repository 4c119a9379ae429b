"""Dashes, or the word for "the same", in the place of authors: in a bibliography they are those of the entry above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reconcile.entry import Entry
from reconcile.extract.looks.people import leading, runs
from reconcile.extract.words.cues import DASHES
from reconcile.lexicon import above as words_for_above

# One person, the family name first, as such bibliographies have it: whose list it is, where it is somebody's.
_GIVEN = r"[A-ZÀ-Þ][\w'’-]*"
_ALONE = re.compile(
    rf"[^\W\d_][\w'’-]{{1,30}}(?: [\w'’-]{{1,30}}){{0,2}}, {_GIVEN}(?:(?:\.?[ -]|\.){_GIVEN}){{0,2}}(?=\.|\Z)"
)
# `Taż, Owce w mieście`, `Ders.: Schafe`, `Id., Le pecore`; people are called so, too: `Ista, E. (2013)`, `Ds. Bee, A.`
_THE_SAME = re.compile(
    rf"\s*(?=[^\W\d_a-z])(?i:{words_for_above.AUTHORS}|(?:{words_for_above.AUTHORS_SHORTENED})(?=\.))"
    r"(?!,\s\w[.,]|\.\s[\w'’-]{1,30},\s\w\.)(?:(?=[,:]\s)|\.(?=[,:]?\s))"
)
_MOST = 2000  # characters of an entry in which its authors stand


def with_authors_above(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries with the authors above in the place of dashes; the text stays as it is.

    Those are of the nearest entry with one author, where one stands above: in a list by year dashes are its owner.
    """
    above = alone = ""
    for entry in entries:
        end = 0 if entry.fields else _end(entry.reading)
        if end and (alone or above):
            yield _named(entry, alone or above, end)
            continue
        above = _authors(entry.reading[:_MOST])
        alone = above if _ALONE.fullmatch(above) else alone
        yield entry


def _end(text: str) -> int:
    """Return where a text goes on behind what it has in the place of authors, 0 where it has nothing so.

    A full stop that stands there for a comma stays before the title: `Ders. Die Schafe`.
    """
    if dashes := DASHES.match(text):
        return dashes.end()
    same = _THE_SAME.match(text)
    if same is None or same[0].isupper():
        return 0
    stops = same[0].endswith(".") and text[same.end()].isspace()
    return same.end() - stops


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
