"""The table of weights that makes labelled pairs likeliest, held near the table that it starts from.

A logistic regression on the levels: each level that a pair shows adds its weight, and the sum is the log-odds. Levels
that few pairs show stay where they were, because departing from the start costs as much as a Gaussian around it says
(the maximum a posteriori estimate). So fields that say the same thing twice share one weight between them, which
counting m and u field by field would give to both. Trees are grown beside the table (`reconcile.precedents`), and kept
where they judge pairs that they have not seen better than the table does alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from reconcile.arguments import InputError
from reconcile.evidence.side import Side
from reconcile.evidence.weights import MOST_BITS, Weight, Weights
from reconcile.fitting.grow import grow
from reconcile.fitting.pairs import Key, Pairs, Places, Vector, logistic
from reconcile.fitting.reliability import Reliability, reliability

LEAST = 200  # labelled pairs below which nothing is fitted: two a level
LEAST_OF_A_KIND = 30  # of them the same, and of them different

# Bits by which a level is expected to depart from the start, and shares of a slope: with half of them the F1 of the two
# benchmarks' training halves, by five-fold crossing, is lower by 0.001 and 0.003; with twice of them it is the same.
SPREAD = 6.0
SLOPE_SPREAD = 1.0
FOLDS = 5
# Levels at which two sides say the same: other fields may have said it all, but it never speaks against them.
_AGREEING = frozenset((field, "same") for field in ("year", "venue", "page", "volume", "identifier"))
_STEPS = 60
_SETTLED = 1e-6  # of the objective, in nats
_BIT = math.log(2.0)
_SURE = 1e-9  # no probability is nearer to 0 or 1 when its loss is counted


class TooFew(InputError):
    """Too few labelled pairs to fit anything; the message is one line."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table fitted to labelled pairs.

    `counts` are the pairs of each level, the same and the others. `before` is how reliable the table was that the fit
    began with, on these pairs; `after` is for the fitted one on pairs that it had not seen, by five-fold crossing;
    `alone` is the same for the table without the trees, where it has any.
    """

    weights: Weights
    counts: dict[Key, tuple[int, int]]
    before: Reliability
    after: Reliability
    alone: Reliability | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What becomes each number's origin, the pairs that a level must have to change, and whether trees may be grown."""

    says: str
    least: int
    grows: bool


def fit(
    rows: Iterable[tuple[Side, Side, bool]],
    start: Weights,
    *,
    says: str = "fitted",
    only: Iterable[Key] = (),
    least: int = 1,
    grows: bool = True,
) -> Fitted:
    """Return the table fitted to labelled pairs, from the table `start`; `says` becomes each number's origin.

    `only` are the levels that may change, where not all may, and `least` the pairs that each must have: the others
    stay as they are, for what they are. `grows` says that trees may be grown too.

    Raises `TooFew` for fewer than `LEAST` pairs, or than `LEAST_OF_A_KIND` of either kind.
    """
    pairs = Pairs.of(rows, replace(start, precedents=None), frozenset(only))
    same = int(pairs.labels.sum())
    if pairs.count < LEAST or min(same, pairs.count - same) < LEAST_OF_A_KIND:
        raise TooFew(
            f"{pairs.count} labelled pairs, {same} of them the same; give at least {LEAST},"
            f" with {LEAST_OF_A_KIND} the same and as many different"
        )
    asked = _Asked(says, least, grows)
    counts = pairs.counts()
    table = _table(pairs, pairs.places, counts, asked)
    alone, taught = _crossed(pairs, counts, asked)
    better = grows and _loss(taught, pairs.labels) < _loss(alone, pairs.labels)
    return Fitted(
        _with_trees(pairs, table, pairs.places) if better else table,
        counts,
        _reliability(pairs.chances(start, pairs.places), pairs),
        _reliability(taught if better else alone, pairs),
        _reliability(alone, pairs) if better else None,
    )


def _reliability(chances: Vector, pairs: Pairs) -> Reliability:
    return reliability(chances.tolist(), [bool(label) for label in pairs.labels])


def _crossed(pairs: Pairs, counts: dict[Key, tuple[int, int]], asked: _Asked) -> tuple[Vector, Vector]:
    """Return the probabilities of each pair by the four fifths that it is none of, without trees and with them."""
    alone, taught = np.zeros(pairs.count), np.zeros(pairs.count)
    for fold in range(FOLDS):
        held, rest = (pairs.places[chosen] for chosen in (pairs.places % FOLDS == fold, pairs.places % FOLDS != fold))
        table = _table(pairs, rest, counts, asked)
        alone[held] = pairs.chances(table, held)
        taught[held] = pairs.chances(_with_trees(pairs, table, rest), held) if asked.grows else alone[held]
    return alone, taught


def _loss(chances: Vector, labels: Vector) -> float:
    """Return how surprising the labels are to probabilities, in nats a pair."""
    right = np.where(labels > 0, chances, 1.0 - chances)
    return -float(np.log(np.clip(right, _SURE, 1.0)).mean())


def _with_trees(pairs: Pairs, table: Weights, which: Places) -> Weights:
    """Return a table with the trees of the chosen pairs, where any of them has what trees ask about."""
    asked = pairs.asked(table, which)
    whole = ~np.isnan(asked[:, -1])
    return replace(table, precedents=grow(asked[whole], pairs.labels[which][whole])) if whole.any() else table


def _fitted(pairs: Pairs, which: Places) -> Vector:
    """Return the likeliest table by Newton's steps, halved where one leads uphill; slopes never turn negative."""
    at = _descended(pairs, which, pairs.vector(pairs.table), pairs.free)
    wrong = np.zeros(len(at), dtype=bool)
    wrong[len(pairs.keys) :] = at[len(pairs.keys) :] < 0
    if not wrong.any():
        return at
    at = np.where(wrong, 0.0, at)
    return _descended(pairs, which, at, pairs.free & ~wrong)


def _descended(pairs: Pairs, which: Places, begin: Vector, free: npt.NDArray[np.bool_]) -> Vector:
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


def _precision(pairs: Pairs) -> Vector:
    """Return how tightly each number is held to the start: one over the square of its spread."""
    slopes = len(pairs.free) - len(pairs.keys)
    return np.array([SPREAD**-2.0] * len(pairs.keys) + [SLOPE_SPREAD**-2.0] * slopes)


def _cost(pairs: Pairs, which: Places, at: Vector) -> float:
    """Return the negative log posterior, in nats."""
    total = 0.5 * float((_precision(pairs) * (at - pairs.vector(pairs.table)) ** 2).sum())
    for dense, labels in pairs.chunks(which):
        odds = (dense @ at + pairs.table.prior) * _BIT
        total += float((np.logaddexp(0.0, odds) - labels * odds).sum())
    return total


def _slopes(pairs: Pairs, which: Places, at: Vector) -> tuple[Vector, npt.NDArray[np.float64]]:
    """Return the direction of descent and the curvature."""
    precision = _precision(pairs)
    gradient = -precision * (at - pairs.vector(pairs.table))
    curvature = np.diag(precision)
    for dense, labels in pairs.chunks(which):
        chance = logistic((dense @ at + pairs.table.prior) * _BIT)
        gradient = gradient + _BIT * (dense.T @ (labels - chance))
        curvature = curvature + _BIT**2 * (dense.T * (chance * (1 - chance))) @ dense
    return gradient, curvature


def _table(pairs: Pairs, which: Places, counts: dict[Key, tuple[int, int]], asked: _Asked) -> Weights:
    """Return the likeliest table; a level that too few pairs show, or that is held, keeps its weight and origin."""
    found = _fitted(pairs, which)
    return pairs.table.changed(
        {
            key: _weight(
                pairs.table.of(*key),
                found,
                at,
                int(pairs.slopes[at]),
                sum(counts[key]),
                asked.says,
                agrees=key in _AGREEING,
            )
            for at, key in enumerate(pairs.keys)
            if sum(counts[key]) >= max(1, asked.least) and pairs.free[at]
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
