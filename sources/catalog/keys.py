"""Exact keys of a catalogue: 64-bit hashes in order, and beside them the rows that have them.

tantivy could keep them too; two sorted files take half the time to make, and one look a twentieth of the time.
`keys` holds the hashes (8 bytes each), `key_rows` the row of each (4 bytes each), little-endian.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from mmap import mmap
from pathlib import Path

from sources.catalog.rows import Damaged, mapped, new_file, to_disk
from sources.catalog.terms import hash64

KEYS, KEY_ROWS = "keys", "key_rows"
# The rows given of one key at most: a DOI names one record or a few, a title such as "Introduction" thousands.
_MOST_OF_A_KEY = 100
_HASH, _ROW = struct.Struct("<Q"), struct.Struct("<I")
# Keys are sorted in parts by their first bits, so that sorting takes little memory.
_PART_BITS = 4


class KeysWriter:
    """The keys of rows, kept in memory (12 bytes each) until `finish` writes them in order."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hashes = array("Q")
        self._rows = array("I")

    def extend(self, first: int, hashes: array[int], counts: Sequence[int]) -> None:
        """Add the hashes of the keys of the rows from `first` on, of which each has `counts` many."""
        self._hashes.extend(hashes)
        self._rows.extend(chain.from_iterable(map(repeat, range(first, first + len(counts)), counts)))

    def finish(self) -> None:
        """Write the keys to the disk, and one that no text has, as an empty file cannot be mapped."""
        self.extend(0, array("Q", [(1 << 64) - 1]), [1])
        with new_file(self._folder / KEYS) as keys, new_file(self._folder / KEY_ROWS) as key_rows:
            for hashes, rows in self._ordered():
                keys.write(hashes)
                key_rows.write(rows)
            to_disk(keys)
            to_disk(key_rows)

    def _ordered(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield the hashes in order, those of a part of all possible ones at a time, and the rows of each."""
        # Only who builds a catalogue needs it, and not who opens one.
        import numpy as np

        hashes, rows = np.frombuffer(self._hashes, np.uint64), np.frombuffer(self._rows, np.uint32)
        of_part = (hashes >> np.uint64(64 - _PART_BITS)).astype(np.uint8)
        for part in range(1 << _PART_BITS):
            chosen = np.flatnonzero(of_part == part)
            order = chosen[np.argsort(hashes[chosen], kind="stable")]
            yield hashes[order].astype("<u8").tobytes(), rows[order].astype("<u4").tobytes()


class Keys:
    """The keys of a catalogue, mapped into memory. Raises `OSError` and `Damaged` as `Rows` does."""

    def __init__(self, folder: Path) -> None:
        self._hashes = mapped(folder / KEYS)
        try:
            self._rows = mapped(folder / KEY_ROWS)
        except (OSError, Damaged):
            self._hashes.close()
            raise
        if len(self._hashes) % _HASH.size or len(self._hashes) // _HASH.size != len(self._rows) / _ROW.size:
            self.close()
            raise Damaged("its keys are cut short")
        self._ordered = _in_order(self._hashes)

    def find(self, keys: Sequence[str]) -> list[int]:
        """Return the rows that have any of the keys, in order; of a key that many share the first ones."""
        found: set[int] = set()
        for key in keys:
            wanted = hash64(key)
            place = bisect_left(self._ordered, wanted)
            end = min(place + _MOST_OF_A_KEY, len(self._ordered))
            while place < end and self._ordered[place] == wanted:
                found.add(_ROW.unpack_from(self._rows, place * _ROW.size)[0])
                place += 1
        return sorted(found)

    def close(self) -> None:
        """Close the files."""
        self._ordered.release()
        self._hashes.close()
        self._rows.close()


def _in_order(hashes: mmap) -> memoryview:
    """Return the hashes as numbers: a view of the file, or of a copy where the machine has its bytes the other way."""
    if sys.byteorder == "little":
        return memoryview(hashes).cast("Q")
    copied = array("Q", bytes(hashes))
    copied.byteswap()
    return memoryview(copied)
