"""Estimate the shipped weights from labelled pairs again, and show what differs.

usage: python bench/fit.py HALF0.csv [--test HALF1.csv] [--start WEIGHTS.toml] [--write reconcile/data/pairs.toml]
                           [--only title.named …]

HALF0 and HALF1 are made by `bench/labelled.py` of the two halves of the dumps' works. Printed: for each level the
pairs that show it, the same and the others, the weight in use and the weight found; precision, recall, F1 and
calibration error by five-fold crossing, and on HALF1, of which the fit saw nothing; and the reliability of each bin.
A level that fewer than `--least` pairs show keeps the weight that it has, and what is said of it. `--only` estimates
some levels with all others held: those that few works show, for which many more pairs are made than the rest asks for.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pairs import PAIRS, labelled

from reconcile.comparison import judge
from reconcile.evidence.side import Side
from reconcile.evidence.weights import Weights, load, shipped, written
from reconcile.fitting import Fitted, Reliability, fit, reliability

HEADING = """What each level of agreement says, in bits: the one table of weights.

`bits` is the weight of a level, `per_bit` what is added for each bit that the two sides share, `most` at most; `pairs`
is how many labelled pairs the number rests on, `from` where it came from. Numbers that say so were estimated by
`bench/fit.py` from pairs that `bench/labelled.py` made of the dumps of DBLP, the ACL Anthology and Crossref; the
others are reasoned. The prior is a convention: every pair that has titles shows one level of theirs, which
takes up whatever the prior leaves."""
ORIGIN = "pairs made of the dumps, by bench/fit.py"


def table(fitted: Fitted, start: Weights, least: int) -> list[str]:
    """Return the levels with their counts and weights as lines."""
    lines = [f"{'level':26}{'same':>8}{'other':>8}{'in use':>9}{'found':>9}{'per bit':>9}{'found':>9}"]
    for (field, level), (same, other) in fitted.counts.items():
        old, new = start.of(field, level), fitted.weights.of(field, level)
        few = "  too few" if 0 < same + other < least else ""
        slopes = f"{old.per_bit:9.2f}{new.per_bit:9.2f}" if old.per_bit else ""
        lines.append(f"{field + '.' + level:26}{same:8}{other:8}{old.bits:9.1f}{new.bits:9.1f}{slopes}{few}")
    return lines


def figures(name: str, found: Reliability) -> str:
    """Return one line of figures."""
    return (
        f"{name:24} precision {found.precision:.4f}  recall {found.recall:.4f}  F1 {found.f1:.4f}"
        f"  calibration error {found.error:.4f}"
    )


def judged(rows: Iterator[tuple[Side, Side, bool]], weights: Weights) -> Reliability:
    """Return how reliable a table is on labelled pairs."""
    settings = replace(PAIRS, weights=weights)
    found = [(judge(left, right, settings).probability, same) for left, right, same in rows]
    return reliability([chance for chance, _ in found], [same for _, same in found])


def kept(fitted: Fitted, start: Weights, least: int) -> Weights:
    """Return the fitted table with the start's weights where too few pairs show a level."""
    few = {
        (field, level): start.of(field, level)
        for (field, level), counts in fitted.counts.items()
        if sum(counts) < least
    }
    return fitted.weights.changed(few)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--start", type=Path, help="table to start from (default: the shipped one)")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--least", type=int, default=20)
    parser.add_argument("--only", nargs="+", default=[], metavar="FIELD.LEVEL")
    asked = parser.parse_args()
    start = load(asked.start) if asked.start else shipped()
    only = [(field, level) for field, _, level in (each.partition(".") for each in asked.only)]
    fitted = fit(labelled(asked.pairs), start, says=ORIGIN, only=only, grows=False)
    weights = kept(fitted, start, asked.least)
    print(*table(fitted, start, asked.least), "", figures("in use, same pairs", fitted.before), sep="\n")
    print(figures("found, five-fold", fitted.after))
    if asked.test:
        held = judged(labelled(asked.test), weights)
        print(figures("found, other works", held))
        print("said    found   pairs")
        print(*[f"{each.said:.3f}   {each.found:.3f}  {each.pairs:6}" for each in held.bins], sep="\n")
    if asked.write:
        asked.write.write_text(written(weights, HEADING), encoding="utf-8")
        print(f"written: {asked.write}")


if __name__ == "__main__":
    main()
