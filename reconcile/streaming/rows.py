"""The nouns of the way in: a row of the input, and a batch of rows as it travels to a worker process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from reconcile.arguments import InputError
from reconcile.wanted import Wanted

# What a judge is given of one string. The longest real citation that was seen (3,000 authors) has some 60,000.
LONGEST = 65_536
# The bytes of one JSON object: an item of Crossref with thousands of authors and references has some 5 MB.
LONGEST_OBJECT = 1 << 24
# The rows of one batch. Fewer cost more in passing them around, more make the first answer late.
MOST_ROWS = 128
# The bytes of one batch, so that long rows do not fill the memory.
MOST_BYTES = 1 << 18
_SHOWN = 20  # columns that a message lists


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that is there and cannot be judged, with its id and a sentence that says why."""

    id: str
    reason: str


Row = Wanted | Unread


def listed(names: Iterable[str]) -> str:
    """Return the names of columns for a message."""
    return ", ".join(repr(each[:40]) for each in islice(names, _SHOWN)) or "none"


def place_of(header: Sequence[str], wanted: str, table: str, key: Callable[[str], str] = str.casefold) -> int:
    """Return the place of a column, -1 where there is none. Names are alike whose keys are.

    One that is called so letter by letter comes first. Raises InputError where several are called so.
    """
    alike = [at for at, name in enumerate(header) if key(name.strip()) == key(wanted)]
    found = [at for at in alike if header[at].strip() == wanted] or alike
    if len(found) > 1:
        raise InputError(f"{table}: {len(found)} columns are called {wanted!r}; rename all but the one that is meant")
    return found[0] if found else -1


class Batch(Protocol):
    """A run of rows of one input, not yet read; it can be pickled, and is read by a worker.

    `place` is how many bytes of the file had been read when the batch was complete.
    """

    @property
    def place(self) -> int:
        """How far the file had been read."""
        ...

    def rows(self) -> list[Row]:
        """Return the rows, in order."""
        ...

    def count(self) -> int:
        """Return how many rows there are, for less than it costs to read them."""
        ...


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what; an empty name means that nobody said.

    `text` is the column of raw strings. With `title` given, a row is a structured claim of the columns named.
    """

    text: str = ""
    title: str = ""
    authors: str = ""
    venue: str = ""
    year: str = ""
    doi: str = ""

    @property
    def named(self) -> bool:
        """Whether somebody said which columns hold what."""
        return bool(self.text or self.structured)

    @property
    def structured(self) -> dict[str, str]:
        """The columns named for a claim, by the name of the field as `reconcile.parse.fields` knows it."""
        named = {
            "title": self.title,
            "author": self.authors,
            "booktitle": self.venue,
            "year": self.year,
            "doi": self.doi,
        }
        return {field: column for field, column in named.items() if column}
