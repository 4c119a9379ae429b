"""Count the levels of evidence on labelled pairs and print log2 m/u beside the weights in use.

usage: python bench/levels.py PAIRS.csv

PAIRS has the columns left_title, left_authors, left_venue, left_year, right_… and label (1 same, 0 different), as
the DBLP-ACM benchmark's training split. The weights of `reconcile/settings.py` that are marked *dblp-acm* were
rounded from this table; nothing is written.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
from collections import Counter
from pathlib import Path

from reconcile.compare import author_evidence, year_evidence
from reconcile.settings import DEFAULT
from reconcile.titles import compare_titles
from sources.names import read_name
from sources.record import Date, Record, Type


def side(row: dict[str, str], name: str) -> Record:
    """One side of a pair as a record."""
    year = re.search(r"\d{4}", row[f"{name}_year"] or "")
    authors = tuple(read_name(author.strip()) for author in (row[f"{name}_authors"] or "").split(",") if author.strip())
    return Record(Type.PAPER, row[f"{name}_title"], authors, issued=Date(int(year[0])) if year else None)


def levels(left: Record, right: Record) -> list[tuple[str, str]]:
    """The level of each field of a pair."""
    author, year = author_evidence(left, right, DEFAULT), year_evidence(left, right, DEFAULT)
    found = [("year", f"{year.level}: {year.says}"), ("author", f"{author.level}: {author.says.split(':')[0]}")]
    if left.title and right.title:
        found.append(("title", str(compare_titles(left.title, right.title).relation)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    counts: dict[str, Counter[tuple[str, str]]] = {"1": Counter(), "0": Counter()}
    totals: Counter[str] = Counter()
    with parser.parse_args().pairs.open(newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            totals[row["label"]] += 1
            counts[row["label"]].update(levels(side(row, "left"), side(row, "right")))
    print(f"{totals['1']} matching pairs, {totals['0']} others")
    print(f"{'field':8}{'level':52}{'same':>7}{'other':>7}{'log2 m/u':>10}")
    for field, level in sorted(set(counts["1"]) | set(counts["0"])):
        same, other = counts["1"][field, level], counts["0"][field, level]
        bits = math.log2(((same + 0.5) / (totals["1"] + 1)) / ((other + 0.5) / (totals["0"] + 1)))
        if same + other >= 10:
            print(f"{field:8}{level[:50]:52}{same:7}{other:7}{bits:10.1f}")


if __name__ == "__main__":
    main()
