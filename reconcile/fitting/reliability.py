"""How far probabilities can be trusted: said against found, in ten bins, and precision and recall at one half."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The pairs whose probability lies in one tenth: how many, the mean said, and the share found to be the same."""

    pairs: int
    said: float
    found: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bins, and what follows from them; `error` is the mean gap between said and found, weighted by pairs."""

    bins: tuple[Bin, ...]
    error: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def beats_chance(self) -> bool:
        """Whether pairs called the same are so oftener than all pairs are, by more than two standard errors."""
        share = sum([each.found * each.pairs for each in self.bins]) / max(1, sum([each.pairs for each in self.bins]))
        called = sum([each.pairs for each in self.bins[BINS // 2 :]])
        return self.precision > share + 2 * math.sqrt(share * (1 - share) / max(1, called))


def reliability(chances: Sequence[float], labels: Sequence[bool], *, least: float = 0.5) -> Reliability:
    """Return how reliable probabilities are; from `least` on a pair counts as called the same."""
    rows: list[list[float]] = [[0, 0.0, 0.0] for _ in range(BINS)]
    right = called = 0
    for chance, same in zip(chances, labels, strict=True):
        row = rows[min(BINS - 1, int(chance * BINS))]
        row[0] += 1
        row[1] += chance
        row[2] += same
        called += chance >= least
        right += same and chance >= least
    bins = tuple([Bin(int(row[0]), row[1] / max(1, row[0]), row[2] / max(1, row[0])) for row in rows])
    error = sum([abs(row[1] - row[2]) for row in rows]) / max(1, len(labels))
    return Reliability(bins, error, right / max(1, called), right / max(1, sum(labels)))
