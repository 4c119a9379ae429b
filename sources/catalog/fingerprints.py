"""A set of 64-bit numbers that takes 12 to 24 bytes for each, where Python's own takes a hundred."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

_LEAST = 1 << 12


class Fingerprints:
    """Which fingerprints were seen: a table with open addressing, of which at most two thirds are full.

    A fingerprint is its own hash.
    """

    def __init__(self) -> None:
        self._table = _empty(_LEAST)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, fingerprint: int) -> bool:
        """Add a fingerprint; return False where it was there."""
        return self.add_all([fingerprint])[0]

    def add_all(self, fingerprints: Sequence[int]) -> list[bool]:
        """Add fingerprints; return of each whether it was not there."""
        while (self._count + len(fingerprints)) * 3 > len(self._table) * 2:
            self._grow()
        table, mask = self._table, len(self._table) - 1
        new: list[bool] = []
        for each in fingerprints:
            # 0 marks a free place.
            wanted = each or 1
            place = wanted & mask
            while (there := table[place]) and there != wanted:
                place = (place + 1) & mask
            table[place] = wanted
            new.append(not there)
        self._count += sum(new)
        return new

    def _grow(self) -> None:
        old, self._table, self._count = self._table, _empty(2 * len(self._table)), 0
        for start in range(0, len(old), _LEAST):
            self.add_all([each for each in old[start : start + _LEAST] if each])


def _empty(size: int) -> array[int]:
    return array("Q", bytes(8 * size))
