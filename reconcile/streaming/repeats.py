"""Ids that stand in several rows, a row's own or the number that one without is given: of them no join can be made."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

# How many ids are remembered, some 100 bytes each: a run takes the same memory however long its input.
_REMEMBERED = 1 << 18
_SHOWN = 3  # ids that a message names


class Repeats:
    """The ids that stood in a row before, among as many as are remembered."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._again: dict[str, None] = {}

    def take(self, ids: Iterable[str]) -> None:
        """Take up the ids of the next rows."""
        for name in filter(None, ids):
            if name in self._seen:
                if len(self._again) < _REMEMBERED:
                    self._again[name] = None
            elif len(self._seen) < _REMEMBERED:
                self._seen.add(name)

    def said(self) -> str:
        """Return how many ids stand in several rows, and the first of them; nothing where none does."""
        return several_rows(self._again) if self._again else ""


def several_rows(ids: Collection[str]) -> str:
    """Return the clause that says of ids that they stand in several rows.

    >>> several_rows(["a"])
    "1 id stands in several rows ('a')"
    """
    count = len(ids)
    shown = ", ".join(repr(each[:40]) for each in islice(ids, _SHOWN)) + (", …" if count > _SHOWN else "")
    return f"{count:,} {'id stands' if count == 1 else 'ids stand'} in several rows ({shown})"
