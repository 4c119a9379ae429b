"""Measure `reconcile compare` end to end: pairs a second and memory, on pairs of records of a catalogue.

usage: python bench/compare.py --catalog CATALOG [--pairs 400000] [--repeat 3] [--keep PAIRS.csv] [--weights W.toml]

No two rows have the same left record. One pair in five is a record and itself as another list has it (small letters,
given names cut to initials, a letter wrong in every other title, the venue cut short); the others are two records that
stand near each other in the catalogue, mostly of one volume. So what remembers a title gains nothing by it; what
remembers names and venues does, as it would in a real table. Beside it a table in which a quarter of the pairs stands
eight times, as rows repeat in what is gathered from many hands: there pairs are remembered.

Printed, medians of alternating runs: pairs a second of the whole command, start, reading and writing included, for 2
jobs and for 1; processor seconds; the largest memory of all processes together (PSS), and that for a quarter of the
pairs, which should be the same. For scale: the csv module alone reading and writing the same file, and rapidfuzz alone
giving two ratios a pair (title, authors; token_set_ratio of small letters) between reading and writing, each in one
process.
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from processes import Run, run, table
from rapidfuzz import fuzz

from sources.catalog import Catalog
from sources.record import Record

HEADER = [f"{side}_{field}" for side in ("left", "right") for field in ("title", "authors", "venue", "year")]
SAME = 5  # one pair in so many is one work
AGAIN = 8  # times that a row stands in the table of rows that repeat
NEAR = 40  # rows apart that two different records of a pair are at most
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Cells = list[str]


def as_listed(record: Record) -> Cells:
    """A record as a table has it."""
    authors = ", ".join(str(name) for name in record.author)
    return [record.title, authors, record.container_title, str(record.year or "")]


def as_listed_elsewhere(record: Record, rng: random.Random) -> Cells:
    """The same record as another list has it."""
    title = record.title.lower()
    if rng.random() < 0.5 and title:
        at = rng.randrange(len(title))
        title = title[:at] + rng.choice(LETTERS) + title[at + 1 :]
    authors = " , ".join(f"{name.given[:1]} {name.family or name.literal}".strip() for name in record.author)
    venue = " ".join(record.container_title.split()[:4])
    return [title, authors, venue, str(record.year or "")]


def pairs(catalog: Catalog, count: int, seed: int) -> Iterator[Cells]:
    """Yield pairs, the left records each once in random order; with other partners once more where they are used up."""
    rng = random.Random(seed)
    rows = catalog.contents.rows
    numbers: list[int] = []
    for made in range(count):
        if not numbers:
            numbers = rng.sample(range(rows), rows)
        number = numbers.pop()
        left = catalog.row(number).record()
        if made % SAME == 0:
            yield as_listed(left) + as_listed_elsewhere(left, rng)
        else:
            other = catalog.row((number + rng.randrange(1, NEAR)) % rows).record()
            yield as_listed(left) + as_listed(other)


def write_pairs(path: Path, catalog: Path, count: int) -> None:
    """Write the table of pairs."""
    with Catalog.open(catalog) as opened, path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(pairs(opened, count, 1))


def copied(source: Path, out: Path, *, measured: bool) -> float:
    """Read and write a table with the csv module, with two ratios a row where `measured`; return the CPU seconds."""
    begun = time.process_time()
    with source.open(newline="", encoding="utf-8") as file, out.open("w", newline="", encoding="utf-8") as copy:
        rows, writer = csv.reader(file), csv.writer(copy, lineterminator="\n")
        writer.writerow([*next(rows), "probability"])
        for row in rows:
            near = 0.0
            if measured:
                near = fuzz.token_set_ratio(row[0].lower(), row[4].lower())
                near *= fuzz.token_set_ratio(row[1].lower(), row[5].lower()) / 100
            writer.writerow([*row, f"{near:.2f}"])
    return time.process_time() - begun


def compare(source: Path, out: Path, jobs: int, weights: Path | None) -> Run:
    """Run the command."""
    by = ["--weights", str(weights)] if weights else []
    command = [sys.executable, "-m", "reconcile", "compare", str(source), "--out", str(out), "--jobs", str(jobs), *by]
    return run(command)


def head(source: Path, out: Path, rows: int) -> None:
    """Write the first rows of a table."""
    with source.open("rb") as lines, out.open("wb") as few:
        for number, line in enumerate(lines):
            if number > rows:
                return
            few.write(line)


def again(source: Path, out: Path) -> None:
    """Write the rows of a table `AGAIN` times, one round after the other."""
    header, *rows = source.read_bytes().splitlines(keepends=True)
    out.write_bytes(header + b"".join(rows) * AGAIN)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--catalog", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=400_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="where the table of pairs is kept; used again if it is there")
    parser.add_argument("--weights", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, few, many, out = (Path(folder) / f"{name}.csv" for name in ("pairs", "few", "many", "out"))
        source = asked.keep or source
        if not source.exists():
            write_pairs(source, asked.catalog, asked.pairs)
        count = sum(1 for _ in source.open("rb")) - 1
        head(source, few, count // 4)
        again(few, many)
        print(f"{count:,} pairs, {source.stat().st_size / 1e6:.0f} MB")
        kinds = {
            "compare, 2 jobs": (source, 2, count),
            "compare, 1 job": (source, 1, count),
            "compare, 2 jobs, a quarter": (few, 2, count // 4),
            "compare, 2 jobs, pairs that come back": (many, 2, count // 4 * AGAIN),
        }
        report(kinds, source, out, asked)


# Of each kind the table, the jobs, and how many rows it has.
Kinds = dict[str, tuple[Path, int, int]]


def report(kinds: Kinds, source: Path, out: Path, asked: argparse.Namespace) -> None:
    """Run everything in turns, and print the medians."""
    count = next(iter(kinds.values()))[2]
    took: dict[str, list[Run]] = {kind: [] for kind in kinds}
    alone: dict[str, list[float]] = {"csv alone": [], "csv and rapidfuzz": []}
    for _ in range(asked.repeat):
        for kind, (path, jobs, _) in kinds.items():
            took[kind].append(compare(path, out, jobs, asked.weights))
        for kind in alone:
            alone[kind].append(copied(source, out, measured=kind != "csv alone"))
    lines: list[list[object]] = []
    for kind, (_, _, rows) in kinds.items():
        wall, cpu, memory = (
            statistics.median(getattr(each, name) for each in took[kind]) for name in ("wall", "cpu", "proportional")
        )
        lines.append(
            [kind, f"{rows / wall:,.0f}", f"{wall:.1f}", f"{cpu:.1f}", f"{cpu / rows * 1e6:.1f}", f"{memory:.0f}"]
        )
    for kind, seconds in alone.items():
        cpu = statistics.median(seconds)
        lines.append([kind, f"{count / cpu:,.0f}", "", f"{cpu:.1f}", f"{cpu / count * 1e6:.1f}", ""])
    print(table(["", "pairs/s", "wall s", "cpu s", "us a pair", "MB"], lines))


if __name__ == "__main__":
    main()
