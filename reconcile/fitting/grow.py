"""Trees grown from labelled pairs: many, each by lot, that answer together (extremely randomised trees).

At each question a few numbers are drawn, each is parted at a point that is drawn too, and the question that best tells
the same from the different is kept. What one tree makes too much of, the others do not.
"""

from __future__ import annotations

import random

import numpy as np
import numpy.typing as npt

from reconcile.evidence.precedents import Precedents, Tree

# On halves of DBLP-Scholar's rows drawn by lot 60 to 300 trees of 9 to 20 questions, with 4 to 7 numbers drawn, are
# within 0.003 of F1 of each other; these are 0.009 better than the table alone (`bench/pairs.py --draws 4`),
# and with half of them single halves swing more.
TREES = 200
DEPTH = 12
DRAWN = 5
LEAST = 4  # pairs that are parted further,
LEAST_SHARE = (
    0.002  # and the share of all that they are, so that the trees of many pairs are no longer than those of few
)
_DIGITS = 3
_SEED = 1  # the same pairs give the same trees

Vector = npt.NDArray[np.float64]


def grow(numbers: Vector, labels: Vector) -> Precedents:
    """Return the trees of pairs: of each a row of numbers (`precedents.NUMBERS`), and 1 where they are one work."""
    lot = random.Random(_SEED)  # noqa: S311
    least = max(LEAST, round(LEAST_SHARE * len(labels)))
    return Precedents(tuple([_tree(numbers, labels, DEPTH, least, lot) for _ in range(TREES)]))


def _tree(numbers: Vector, labels: Vector, depth: int, least: int, lot: random.Random) -> Tree:
    share = round(float(labels.mean()), _DIGITS)
    if not depth or len(labels) < least or labels.min() == labels.max():
        return share
    place, cut = _question(numbers, labels, lot)
    over = numbers[:, place] >= cut
    if over.all() or not over.any():
        return share
    no, yes = [_tree(numbers[side], labels[side], depth - 1, least, lot) for side in (~over, over)]
    return place, cut, no, yes


def _question(numbers: Vector, labels: Vector, lot: random.Random) -> tuple[int, float]:
    """Return the best of some questions drawn by lot: the place of a number, and the least of it for a yes."""
    places = lot.sample(range(numbers.shape[1]), DRAWN)
    drawn = numbers[:, places]
    low, high = drawn.min(axis=0), drawn.max(axis=0)
    cuts = np.round(low + (high - low) * [lot.random() for _ in places], _DIGITS)
    yes = drawn >= cuts
    count, same = yes.sum(axis=0), labels @ yes
    # The greater this sum of squares, the purer the two parts (Gini); a question that parts nothing has the least.
    purity = same**2 / np.maximum(count, 1) + (labels.sum() - same) ** 2 / np.maximum(len(labels) - count, 1)
    best = int(purity.argmax())
    return places[best], float(cuts[best])
