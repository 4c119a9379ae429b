"""A set of 64-bit numbers that takes 12 to 24 bytes for each, where Python's own takes a hundred."""

from __future__ import annotations

from array import array

_LEAST = 1 << 12


class Fingerprints:
    """Which fingerprints were seen: a table with open addressing, of which at most two thirds are full.

    A fingerprint is its own hash and never 0, which marks a free place.
    """

    def __init__(self) -> None:
        self._table = _empty(_LEAST)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, fingerprint: int) -> bool:
        """Add a fingerprint; return False where it was there."""
        place = self._place(fingerprint)
        if self._table[place]:
            return False
        self._table[place] = fingerprint
        self._count += 1
        if self._count * 3 > len(self._table) * 2:
            self._grow()
        return True

    def _place(self, fingerprint: int) -> int:
        """Return where a fingerprint stands, or the free place where it belongs."""
        table = self._table
        mask = len(table) - 1
        place = fingerprint & mask
        while (there := table[place]) and there != fingerprint:
            place = (place + 1) & mask
        return place

    def _grow(self) -> None:
        old, self._table = self._table, _empty(2 * len(self._table))
        for fingerprint in old:
            if fingerprint:
                self._table[self._place(fingerprint)] = fingerprint


def _empty(size: int) -> array[int]:
    return array("Q", bytes(8 * size))
