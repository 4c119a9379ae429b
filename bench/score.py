"""Score `reconcile match` over strings with known keys, and say how often the right record is among the candidates.

usage: python bench/score.py STRINGS.jsonl MATCHES.jsonl --catalog CATALOG [--candidates 10] [--by style]

STRINGS has lines {"id", "text", "style", "noise", "keys"}; no keys mean that no record exists. Precision: of those
matched, the share right. Recall: of those that have a record, the share matched to it. Where a key is the name of a
file (`208_Paper.pdf`, as LREC's papers are called at the end of their addresses), a record is right too if one of its
addresses ends so; what the keys alone say is printed beside it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reconcile.fitting import reliability
from reconcile.matching.judge import Judge
from reconcile.wanted import Wanted
from sources.catalog import Catalog, Row
from sources.record import Record

Line = dict[str, Any]


def names_of(record: Record) -> set[str]:
    """The key of a record, and the last parts of its addresses."""
    return {record.key, *(url.rstrip("/").rsplit("/", 1)[-1] for url in record.urls)}


def addresses(catalog: Catalog, line: Line | None) -> set[str]:
    """What the record of an output line is called, by itself and by its addresses."""
    if line is None:
        return set()
    same = [row for row in _rows(catalog, line) if (row.source, row.key) == (line["source"], line["key"])]
    return {line["key"]}.union(*(names_of(row.record()) for row in same))


def _rows(catalog: Catalog, line: Line) -> Iterable[Row]:
    keys = [f"{scheme}:{value}" for scheme, value in line["identifiers"].items()]
    return map(catalog.row, catalog.find(keys)) if keys else ()


def outcome(gold: Line, names: set[str]) -> str:
    """What became of a string, given the names of the record that it was matched to."""
    if gold["keys"]:
        return "right" if names & set(gold["keys"]) else "wrong" if names else "missed"
    return "invented" if names else "refused"


def figures(name: str, counts: Counter[str]) -> str:
    """One line of figures."""
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    precision = right / max(1, right + wrong + counts["invented"])
    recall = right / max(1, right + wrong + missed)
    absent = counts["invented"] + counts["refused"]
    return (
        f"{name:28} precision {precision:.4f}  recall {recall:.4f}  right {right:5}  wrong {wrong:3}"
        f"  missed {missed:4}  invented {counts['invented']:3} of {absent}"
    )


def found_among(judge: Judge, gold: Iterable[Line], limit: int) -> tuple[int, int]:
    """How many strings with a record have it among the first candidates, and how many there are."""
    among = total = 0
    for line in gold:
        if line["keys"]:
            total += 1
            rows = judge.candidates(Wanted(line["id"], line["text"]), limit)
            among += any(names_of(row.record()) & set(line["keys"]) for row in rows)
    return among, total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("strings", type=Path)
    parser.add_argument("matches", type=Path)
    parser.add_argument("--catalog", type=Path, required=True)
    parser.add_argument("--candidates", type=int, default=10)
    parser.add_argument("--by", default="style", choices=["style", "noise"])
    asked = parser.parse_args()
    gold = {line["id"]: line for line in map(json.loads, asked.strings.open(encoding="utf-8"))}
    alone: Counter[str] = Counter()
    addressed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    chances, found = [], []
    with Catalog.open(asked.catalog) as catalog:
        for match in map(json.loads, asked.matches.open(encoding="utf-8")):
            line = gold[match["id"]]
            record = match["record"] if match["status"] == "matched" else None
            if match["record"]:
                chances.append(match["probability"])
                found.append(bool(addresses(catalog, match["record"]) & set(line["keys"])))
            alone[outcome(line, {record["key"]} if record else set())] += 1
            groups = [line["style"]] if asked.by == "style" else line["noise"]
            for group in ["all", *groups]:
                addressed[group][outcome(line, addresses(catalog, record))] += 1
        for group in sorted(addressed, key=lambda name: (name == "all", name)):
            print(figures(group, addressed[group]))
        print(figures("all, by the keys alone", alone))
        print(f"calibration error of the {len(found)} records given: {reliability(chances, found).error:.4f}")
        among, total = found_among(Judge(catalog), gold.values(), asked.candidates)
    print(
        f"right record among the first {asked.candidates} candidates: {among} of {total}, {among / max(1, total):.4f}"
    )


if __name__ == "__main__":
    main()
