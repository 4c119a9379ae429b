"""Compare labelled pairs of records with the weights in use, and print precision, recall, F1 and calibration.

usage: python bench/pairs.py PAIRS.csv...

PAIRS has the columns left_title, left_authors, left_venue, left_year, right_… and label. Nothing is fitted here.
The prior of a pair of a benchmark is not that of a search's candidate, so it is given by --prior.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from pathlib import Path

from reconcile.compare import compare, probability
from reconcile.decide import veto
from reconcile.settings import Settings
from sources.names import read_name
from sources.record import Date, Record, Type

BINS = 5


def side(row: dict[str, str], name: str) -> Record:
    """One side of a pair as a record."""
    year = re.search(r"\d{4}", row[f"{name}_year"] or "")
    authors = tuple(read_name(author.strip()) for author in (row[f"{name}_authors"] or "").split(",") if author.strip())
    return Record(
        Type.PAPER,
        row[f"{name}_title"] or "",
        authors,
        issued=Date(int(year[0])) if year else None,
        container_title=row[f"{name}_venue"] or "",
    )


def judged(path: Path, settings: Settings) -> list[tuple[float, bool]]:
    """The probability and the label of each pair."""
    found = []
    with path.open(newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            left, right = side(row, "left"), side(row, "right")
            comparison = compare(left, right, settings=settings)
            likely = 0.0 if veto(left, right, comparison) else probability(comparison.weight, settings)
            found.append((likely, row["label"] == "1"))
    return found


def report(name: str, pairs: list[tuple[float, bool]], seconds: float) -> None:
    """Print one line of figures and the calibration error, the mean gap between probability and share by bin."""
    right = sum(likely >= 0.5 and same for likely, same in pairs)
    called, true = sum(likely >= 0.5 for likely, _ in pairs), sum(same for _, same in pairs)
    precision, recall = right / max(1, called), right / max(1, true)
    gaps = 0.0
    for at in range(BINS):
        inside = [pair for pair in pairs if at / BINS <= pair[0] < (at + 1) / BINS or (at == BINS - 1 and pair[0] == 1)]
        if inside:
            share = sum(same for _, same in inside) / len(inside)
            gaps += abs(share - sum(likely for likely, _ in inside) / len(inside)) * len(inside) / len(pairs)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"{name:28} pairs {len(pairs):5}  P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}"
        f"  calibration error {gaps:.4f}  {len(pairs) / seconds:.0f} pairs/s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--prior", type=float, default=-6.0, help="bits; default: %(default)s")
    asked = parser.parse_args()
    settings = Settings(prior=asked.prior)
    for path in asked.pairs:
        begun = time.perf_counter()
        pairs = judged(path, settings)
        report(path.name, pairs, time.perf_counter() - begun)


if __name__ == "__main__":
    main()
