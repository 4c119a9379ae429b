"""A year that stands once before several entries: those below it whose own place for it is empty have it, too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reconcile.documents.fields.columns import canonical
from reconcile.entry import Entry
from reconcile.extract.words.cues import STATUS, YEAR

# The year in a column or on a line of its own before an entry: `\cvitem{2020}{A. Bee. Wool}`, `2020 | A. Bee. Wool`.
_FIRST = re.compile(r"\s{0,9}((?:19|20)\d\d)\s{0,9}[\n|]")

# The same on the entry's own line, as a printed column leaves it: `2018 A. Bee: Wool`; of a list at least two are so.
_BESIDE = re.compile(r"\s{0,9}((?:19|20)\d\d)\s{1,9}(?=[^\W\d_a-z]|[“„«\"])")
_FEWEST = 2

_OTHER = re.compile(r"\s{0,9}\S{1,30}(?:\s\S{1,30}){0,2}\s{0,9}[\n|]")  # what else stands in that column: `In progress`


def with_years_above(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries, those without any year with that of the column above; `In progress` there ends it."""
    entries = tuple(entries)
    # counted with the lists of other kinds beside it, which are printed alike
    beside = Counter(_over(entry.section) for entry in entries if _BESIDE.match(entry.reading))
    section, above = "", 0
    headed: int | None = None
    for entry in entries:
        column = beside[_over(entry.section)] >= _FEWEST
        first = _FIRST.match(entry.reading) or (_BESIDE.match(entry.reading) if column else None)
        goes_on = entry.section == section and not (_says_when(entry) if entry.fields else _OTHER.match(entry.reading))
        above = int(first[1]) if first else above if goes_on else 0
        headed = entry.year if first else headed
        section = entry.section
        # A year of the heading over them all is farther away than that of the column.
        told = (
            (entry.year and not (column and entry.year == headed))
            or YEAR.search(entry.reading)
            or (column and STATUS.search(entry.reading))
        )
        yield replace(entry, year=above) if above and not told else entry


def _over(section: str) -> str:
    """Return the headings over that of a list, or its own where none stand over it."""
    return section.rpartition(" / ")[0] or section


def _says_when(entry: Entry) -> bool:
    """Whether the column of years has something for an entry, as `In progress`."""
    return any(canonical(name) in ("year", "date") for name, _ in entry.fields)
