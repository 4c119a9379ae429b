"""The table of weights that makes labelled pairs likeliest, held near the table that it starts from.

A logistic regression on the levels: each level that a pair shows adds its weight, and the sum is the log-odds. Levels
that few pairs show stay where they were, because departing from the start costs as much as a Gaussian around it says
(the maximum a posteriori estimate). So fields that say the same thing twice share one weight between them, which
counting m and u field by field would give to both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from reconcile.fitting.reliability import Reliability, reliability
from reconcile.seeing import look
from reconcile.side import Side
from reconcile.weights import MOST_BITS, Weight, Weights

LEAST = 200  # labelled pairs below which nothing is fitted: two a level
LEAST_OF_A_KIND = 30  # of them the same, and of them different

# Bits by which a level is expected to depart from the start, and shares of a slope: with half of them the F1 of the two
# benchmarks' training halves, by five-fold crossing, is lower by 0.001 and 0.003; with twice of them it is the same.
SPREAD = 6.0
SLOPE_SPREAD = 1.0
FOLDS = 5
# Levels at which two sides say the same: other fields may have said it all, but it never speaks against them.
_AGREEING = frozenset((field, "same") for field in ("year", "venue", "page", "volume", "identifier"))
_CHUNK = 4096
_STEPS = 60
_SETTLED = 1e-6  # of the objective, in nats
_BIT = math.log(2.0)

Vector = npt.NDArray[np.float64]
Key = tuple[str, str]


class TooFew(ValueError):
    """Too few labelled pairs to fit anything; the message is one line."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table fitted to labelled pairs.

    `counts` are the pairs of each level, the same and the others. `before` is how reliable the table was that the fit
    began with, on these pairs; `after` is for the fitted one on pairs that it had not seen, by five-fold crossing.
    """

    weights: Weights
    counts: dict[Key, tuple[int, int]]
    before: Reliability
    after: Reliability


def fit(
    rows: Iterable[tuple[Side, Side, bool]], start: Weights, *, says: str = "fitted", only: Iterable[Key] = ()
) -> Fitted:
    """Return the table fitted to labelled pairs, from the table `start`; `says` becomes each number's origin.

    `only` are the levels that may change, where not all may: the others stay as they are, for what they are.

    Raises `TooFew` for fewer than `LEAST` pairs, or than `LEAST_OF_A_KIND` of either kind.
    """
    pairs = _Pairs.of(rows, start, frozenset(only))
    same = int(pairs.labels.sum())
    if pairs.count < LEAST or min(same, pairs.count - same) < LEAST_OF_A_KIND:
        raise TooFew(
            f"{pairs.count} labelled pairs, {same} of them the same; give at least {LEAST},"
            f" with {LEAST_OF_A_KIND} the same and as many different"
        )
    everyone = np.arange(pairs.count)
    found = _fitted(pairs, everyone)
    counts = pairs.counts()
    labels = [bool(label) for label in pairs.labels]
    return Fitted(
        _table(pairs, found, counts, says),
        counts,
        reliability(_chances(pairs, pairs.start, everyone).tolist(), labels),
        reliability(_crossed(pairs).tolist(), labels),
    )


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Labelled pairs as numbers: for each pair and field the column of its level, -1 for none, and the shared bits.

    Columns are the levels, then the slopes of those that have one; `slopes` is the slope's column of each level's.
    `free` says which columns may change.
    """

    table: Weights
    keys: tuple[Key, ...]
    slopes: npt.NDArray[np.int64]
    levels: npt.NDArray[np.int16]
    bits: npt.NDArray[np.float32]
    labels: Vector
    free: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, rows: Iterable[tuple[Side, Side, bool]], table: Weights, only: frozenset[Key]) -> _Pairs:
        keys = tuple([(field, level) for field, row in table.levels.items() for level in row])
        column = {key: at for at, key in enumerate(keys)}
        sloped = [at for at, key in enumerate(keys) if table.of(*key).per_bit]
        slopes = np.full(len(keys), -1)
        slopes[sloped] = len(keys) + np.arange(len(sloped))
        levels, bits, labels = [], [], []
        for left, right, same in rows:
            seen = look(left, right).seen
            room = len(table.levels) - len(seen)
            levels.append([column[each.field, each.level] for each in seen] + [-1] * room)
            bits.append([_capped(table.of(each.field, each.level), each.bits) for each in seen] + [0.0] * room)
            labels.append(float(same))
        shape = (len(labels), len(table.levels))
        return cls(
            table,
            keys,
            slopes,
            np.array(levels, dtype=np.int16).reshape(shape),
            np.array(bits, dtype=np.float32).reshape(shape),
            np.array(labels),
            np.array([not only or key in only for key in (*keys, *[keys[at] for at in sloped])]),
        )

    @property
    def count(self) -> int:
        return len(self.labels)

    @property
    def start(self) -> Vector:
        """The table as a vector: the bits of the levels, and one for each slope, as it was."""
        slopes = int((self.slopes >= 0).sum())
        return np.array([self.table.of(*key).bits for key in self.keys] + [1.0] * slopes)

    @property
    def precision(self) -> Vector:
        """How tightly each number is held to the start: one over the square of its spread."""
        slopes = int((self.slopes >= 0).sum())
        return np.array([SPREAD**-2.0] * len(self.keys) + [SLOPE_SPREAD**-2.0] * slopes)

    def chunks(self, which: npt.NDArray[np.int64]) -> Iterator[tuple[Vector, Vector]]:
        """Yield the chosen pairs as dense rows with their labels, a few at a time."""
        width = len(self.start)
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

    def counts(self) -> dict[Key, tuple[int, int]]:
        """Return how many pairs show each level: those that are the same, and the others."""
        found = {}
        for at, key in enumerate(self.keys):
            shows = (self.levels == at).any(axis=1)
            same = int(self.labels[shows].sum())
            found[key] = same, int(shows.sum()) - same
        return found


def _capped(weight: Weight, bits: float) -> float:
    return min(weight.most, weight.per_bit * bits) if weight.per_bit else 0.0


def _fitted(pairs: _Pairs, which: npt.NDArray[np.int64]) -> Vector:
    """Return the likeliest table by Newton's steps, halved where one leads uphill; slopes never turn negative."""
    at = _descended(pairs, which, pairs.start, pairs.free)
    wrong = np.zeros(len(at), dtype=bool)
    wrong[len(pairs.keys) :] = at[len(pairs.keys) :] < 0
    if not wrong.any():
        return at
    at = np.where(wrong, 0.0, at)
    return _descended(pairs, which, at, pairs.free & ~wrong)


def _descended(pairs: _Pairs, which: npt.NDArray[np.int64], begin: Vector, free: npt.NDArray[np.bool_]) -> Vector:
    at, cost = begin.copy(), _cost(pairs, which, begin)
    for _ in range(_STEPS):
        step = np.zeros(len(at))
        gradient, curvature = _slopes(pairs, which, at)
        step[free] = np.linalg.solve(curvature[np.ix_(free, free)], gradient[free])
        share = 1.0
        while share > _SETTLED and (lower := _cost(pairs, which, at + share * step)) > cost:
            share /= 2
        if share <= _SETTLED or cost - lower < _SETTLED:
            break
        at, cost = at + share * step, lower
    return at


def _cost(pairs: _Pairs, which: npt.NDArray[np.int64], at: Vector) -> float:
    """Return the negative log posterior, in nats."""
    total = 0.5 * float((pairs.precision * (at - pairs.start) ** 2).sum())
    for dense, labels in pairs.chunks(which):
        odds = (dense @ at + pairs.table.prior) * _BIT
        total += float((np.logaddexp(0.0, odds) - labels * odds).sum())
    return total


def _slopes(pairs: _Pairs, which: npt.NDArray[np.int64], at: Vector) -> tuple[Vector, npt.NDArray[np.float64]]:
    """Return the direction of descent and the curvature."""
    gradient = -pairs.precision * (at - pairs.start)
    curvature = np.diag(pairs.precision)
    for dense, labels in pairs.chunks(which):
        chance = _logistic((dense @ at + pairs.table.prior) * _BIT)
        gradient = gradient + _BIT * (dense.T @ (labels - chance))
        curvature = curvature + _BIT**2 * (dense.T * (chance * (1 - chance))) @ dense
    return gradient, curvature


def _logistic(odds: Vector) -> Vector:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -MOST_BITS, MOST_BITS))))


def _chances(pairs: _Pairs, at: Vector, which: npt.NDArray[np.int64]) -> Vector:
    return np.concatenate(
        [_logistic((dense @ at + pairs.table.prior) * _BIT) for dense, _ in pairs.chunks(which)] or [np.zeros(0)]
    )


def _crossed(pairs: _Pairs) -> Vector:
    """Return the probability of each pair by the four fifths of the pairs that it is none of."""
    chances = np.zeros(pairs.count)
    places = np.arange(pairs.count)
    for fold in range(FOLDS):
        held = places[places % FOLDS == fold]
        chances[held] = _chances(pairs, _fitted(pairs, places[places % FOLDS != fold]), held)
    return chances


def _table(pairs: _Pairs, found: Vector, counts: dict[Key, tuple[int, int]], says: str) -> Weights:
    """Return the vector as a table; a level that no pair shows, or that was held, keeps its weight and its origin."""
    return pairs.table.changed(
        {
            key: _weight(
                pairs.table.of(*key),
                found,
                at,
                int(pairs.slopes[at]),
                sum(counts[key]),
                says,
                agrees=key in _AGREEING,
            )
            for at, key in enumerate(pairs.keys)
            if sum(counts[key]) and pairs.free[at]
        }
    )


def _weight(old: Weight, found: Vector, at: int, slope: int, pairs: int, says: str, *, agrees: bool) -> Weight:
    bits = max(0.0, _within(float(found[at]))) if agrees else _within(float(found[at]))
    if slope < 0:
        return replace(old, bits=bits, pairs=pairs, comes_from=says)
    share = float(found[slope])
    most = _within(old.most * share) if old.most < MOST_BITS else old.most
    return replace(old, bits=bits, per_bit=_within(old.per_bit * share), most=most, pairs=pairs, comes_from=says)


def _within(bits: float) -> float:
    return round(max(-MOST_BITS, min(MOST_BITS, bits)), 3)
