"""Labelled pairs as numbers: what a fit of the table and the growing of trees both read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reconcile.evidence.precedents import NUMBERS, UNASKED, numbers_of
from reconcile.evidence.seeing import look
from reconcile.evidence.side import Side
from reconcile.evidence.weights import MOST_BITS, Weight, Weights

_CHUNK = 4096
_BIT = math.log(2.0)

Vector = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labelled pairs: for each pair and field the column of its level, -1 for none, and the shared bits.

    Columns are the levels, then the slopes of those that have one; `slopes` is the slope's column of each level's.
    `free` says which columns may change. `numbers` are what trees ask of a pair, but the odds; not a number where a
    side lacks what they ask about.
    """

    table: Weights
    keys: tuple[Key, ...]
    slopes: npt.NDArray[np.int64]
    levels: npt.NDArray[np.int16]
    bits: npt.NDArray[np.float32]
    numbers: Vector
    labels: Vector
    free: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, rows: Iterable[tuple[Side, Side, bool]], table: Weights, only: frozenset[Key]) -> Pairs:
        """Return pairs of sides as numbers; `only` are the levels that may change, all where it is empty."""
        keys = tuple([(field, level) for field, row in table.levels.items() for level in row])
        column = {key: at for at, key in enumerate(keys)}
        sloped = [at for at, key in enumerate(keys) if table.of(*key).per_bit]
        slopes = np.full(len(keys), -1)
        slopes[sloped] = len(keys) + np.arange(len(sloped))
        unknown = (math.nan,) * (len(NUMBERS) - 1)
        levels, bits, numbers, labels = [], [], [], []
        for left, right, same in rows:
            seen = look(left, right).seen
            room = len(table.levels) - len(seen)
            levels.append([column[each.field, each.level] for each in seen] + [-1] * room)
            bits.append([_capped(table.of(each.field, each.level), each.bits) for each in seen] + [0.0] * room)
            numbers.append(numbers_of(left, right) or unknown)
            labels.append(float(same))
        shape = (len(labels), len(table.levels))
        return cls(
            table,
            keys,
            slopes,
            np.array(levels, dtype=np.int16).reshape(shape),
            np.array(bits, dtype=np.float32).reshape(shape),
            np.array(numbers).reshape(len(labels), len(unknown)),
            np.array(labels),
            np.array([not only or key in only for key in (*keys, *[keys[at] for at in sloped])]),
        )

    @property
    def count(self) -> int:
        """How many pairs there are."""
        return len(self.labels)

    @property
    def places(self) -> Places:
        """The places of all pairs."""
        return np.arange(self.count)

    def vector(self, table: Weights) -> Vector:
        """Return a table as a vector: the bits of the levels, and each slope as a share of the first table's."""
        sloped = [key for key, at in zip(self.keys, self.slopes, strict=True) if at >= 0]
        slopes = [table.of(*key).per_bit / self.table.of(*key).per_bit for key in sloped]
        return np.array([table.of(*key).bits for key in self.keys] + slopes)

    def chunks(self, which: Places) -> Iterator[tuple[Vector, Vector]]:
        """Yield the chosen pairs as dense rows with their labels, a few at a time."""
        width = len(self.free)
        for first in range(0, len(which), _CHUNK):
            chosen = which[first : first + _CHUNK]
            dense = np.zeros((len(chosen), width))
            at, field = np.nonzero(self.levels[chosen] >= 0)
            column = self.levels[chosen][at, field].astype(np.int64)
            dense[at, column] = 1.0
            slope = self.slopes[column]
            has = slope >= 0
            dense[at[has], slope[has]] = self.bits[chosen][at[has], field[has]]
            yield dense, self.labels[chosen]

    def odds(self, table: Weights, which: Places) -> Vector:
        """Return the odds of the chosen pairs by a table, its precedents aside, in bits."""
        return self._sums(self.vector(table), which) + table.prior

    def asked(self, table: Weights, which: Places) -> Vector:
        """Return the numbers of the chosen pairs with the odds before them, as trees ask about them."""
        vector = self.vector(table)
        vector[: len(self.keys)][[field in UNASKED for field, _ in self.keys]] = 0.0
        return np.column_stack([self._sums(vector, which) + table.prior, self.numbers[which]])

    def chances(self, table: Weights, which: Places) -> Vector:
        """Return the probabilities of the chosen pairs by a table, with its precedents."""
        odds = self.odds(table, which)
        if table.precedents:
            asked = self.asked(table, which)
            for at in np.flatnonzero(~np.isnan(asked[:, -1])):
                first, *rest = asked[at].tolist()
                odds[at] += table.precedents.bits(first, rest)
        return logistic(odds * _BIT)

    def counts(self) -> dict[Key, tuple[int, int]]:
        """Return how many pairs show each level: those that are the same, and the others."""
        found = {}
        for at, key in enumerate(self.keys):
            shows = (self.levels == at).any(axis=1)
            same = int(self.labels[shows].sum())
            found[key] = same, int(shows.sum()) - same
        return found

    def _sums(self, vector: Vector, which: Places) -> Vector:
        return np.concatenate([dense @ vector for dense, _ in self.chunks(which)] or [np.zeros(0)])


def _capped(weight: Weight, bits: float) -> float:
    return min(weight.most, weight.per_bit * bits) if weight.per_bit else 0.0


def logistic(odds: Vector) -> Vector:
    """Return the probabilities that belong to log-odds, in nats."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -MOST_BITS, MOST_BITS))))
