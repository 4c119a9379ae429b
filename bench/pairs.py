"""Judge labelled pairs of records: precision, recall, F1 and calibration, unfitted and refitted, beside a peer.

usage: python bench/pairs.py PAIRS.csv...                      with the shipped weights, nothing fitted
       python bench/pairs.py TEST.csv --fit TRAIN.csv          weights fitted to TRAIN, as `reconcile fit` does
       python bench/pairs.py FILE.csv --halves                 fitted to one half of the rows, tested on the other, both
                                                               ways (the rows of even and of odd number)
       … --halves --draws N                                    the rows put in another order N times and halved
       … --alone                                               the table is fitted, and no trees are grown beside it

A file has the columns left_title, left_authors, left_venue, left_year, right_… and label. The peer, where
scikit-learn is installed and something is fitted, is a random forest of 300 trees on rapidfuzz's likenesses of the
four columns, trained and tested on the same rows.
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz import fuzz

from reconcile.comparison import judge
from reconcile.evidence.side import Side, side_of_cells
from reconcile.fitting import Reliability, fit, reliability
from reconcile.settings import Settings, for_pairs

PAIRS = for_pairs(None, 0.5)
FIELDS = ("title", "authors", "venue", "year")
_LIKENESSES = (fuzz.ratio, fuzz.partial_ratio, fuzz.token_sort_ratio, fuzz.token_set_ratio)

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """Return the rows of a file of pairs."""
    with path.open(newline="", encoding="utf-8") as table:
        return list(csv.DictReader(table))


def sides(row: Row) -> tuple[Side, Side, bool]:
    """Return the two sides of a pair, and whether they are one work."""
    left, right = (side_of_cells(*(row[f"{side}_{field}"] or "" for field in FIELDS)) for side in ("left", "right"))
    return left, right, row["label"] == "1"


def labelled(path: Path) -> Iterator[tuple[Side, Side, bool]]:
    """Yield the pairs of a file made ready."""
    return map(sides, read(path))


def judged(rows: list[Row], settings: Settings) -> Reliability:
    """Return how reliable settings are on pairs."""
    found = [(judge(left, right, settings).probability, same) for left, right, same in map(sides, rows)]
    return reliability([chance for chance, _ in found], [same for _, same in found])


def forest(train: list[Row], test: list[Row]) -> Reliability | None:
    """Return how reliable the peer is; None where it is not installed."""
    if find_spec("sklearn") is None:
        return None
    from sklearn.ensemble import RandomForestClassifier

    model = RandomForestClassifier(300, random_state=0)
    model.fit([likenesses(row) for row in train], [row["label"] == "1" for row in train])
    chances = model.predict_proba([likenesses(row) for row in test])[:, 1]
    return reliability(chances.tolist(), [row["label"] == "1" for row in test])


def likenesses(row: Row) -> list[float]:
    """Return rapidfuzz's likenesses of the two sides, column by column; -1 where a side says nothing."""
    found = []
    for field in FIELDS:
        left, right = row[f"left_{field}"] or "", row[f"right_{field}"] or ""
        found += [scorer(left, right) if left and right else -1.0 for scorer in _LIKENESSES]
    return found


def report(name: str, found: Reliability | None, seconds: float = 0.0, pairs: int = 0) -> None:
    """Print one line of figures."""
    if found is None:
        return
    speed = f"  {pairs / seconds:.0f} pairs/s, reading aside" if seconds else ""
    print(
        f"{name:44} P {found.precision:.4f}  R {found.recall:.4f}  F1 {found.f1:.4f}"
        f"  calibration error {found.error:.4f}{speed}",
        flush=True,
    )


def refitted(name: str, train: list[Row], test: list[Row], *, grows: bool) -> None:
    """Fit to some pairs, test on others, and print both ours and the peer."""
    weights = fit(map(sides, train), PAIRS.weights, grows=grows).weights
    report(f"{name}, refitted", judged(test, replace(PAIRS, weights=weights)))
    report(f"{name}, random forest", forest(train, test))


def drawn(name: str, rows: list[Row], draws: int, *, grows: bool) -> None:
    """Print the mean F1 over halves that are drawn by lot, each half fitted to once and tested on once."""
    found = []
    for lot in range(draws):
        mixed = random.Random(lot).sample(rows, len(rows))
        for train, test in ((mixed[::2], mixed[1::2]), (mixed[1::2], mixed[::2])):
            weights = fit(map(sides, train), PAIRS.weights, grows=grows).weights
            found.append(judged(test, replace(PAIRS, weights=weights)).f1)
    print(
        f"{name}, {len(found)} halves drawn by lot: F1 {statistics.mean(found):.4f},"
        f" {min(found):.4f} to {max(found):.4f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--fit", type=Path)
    parser.add_argument("--halves", action="store_true")
    parser.add_argument("--draws", type=int, default=0)
    parser.add_argument("--alone", action="store_true")
    asked = parser.parse_args()
    for path in asked.pairs:
        rows = read(path)
        if asked.fit:
            refitted(path.name, read(asked.fit), rows, grows=not asked.alone)
        elif asked.draws:
            drawn(path.name, rows, asked.draws, grows=not asked.alone)
        elif asked.halves:
            refitted(f"{path.name}, odd rows", rows[::2], rows[1::2], grows=not asked.alone)
            refitted(f"{path.name}, even rows", rows[1::2], rows[::2], grows=not asked.alone)
        else:
            begun = time.perf_counter()
            found = judged(rows, PAIRS)
            report(f"{path.name}, nothing fitted", found, time.perf_counter() - begun, len(rows))


if __name__ == "__main__":
    main()
