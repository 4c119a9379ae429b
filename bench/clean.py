"""Clean noisy entries of preprints with `reconcile clean --preprints replace` and with rebiber.

usage: python bench/clean.py --bib DEGRADED.bib --gold GOLD.jsonl --absent ABSENT.bib --catalog CATALOG
           --dblp DBLP.xml.gz [--rebiber /opt/peers-rebiber/bin/python] [--work FOLDER] [--without-rebiber]
       python bench/clean.py --bib LARGE.bib --catalog CATALOG

CATALOG is built from the same DBLP dump and nothing else; rebiber runs in a venv of its own (see `peer_rebiber.py`).
The gold file has {"id", "gold"} a line. Right: the entry was given the fields of that record; wrong: of another one;
missed: it was left. Absent entries have no record in the dump: each that is changed is wrong. Without a gold file only
time and memory are printed, of the whole command with its start (`processes.py`).
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from peers import Places, judged, peer, prepare
from processes import run, table

import reconcile.cleaning
from reconcile.cleaning import Cleaning

GIVING = ("preprint-of-published", "incomplete")


def cleaned(bib: Path, catalog: Path) -> tuple[Cleaning, float]:
    """Clean a file; return the cleaning and the processor seconds that it took."""
    began = time.process_time()
    cleaning = reconcile.cleaning.clean(bib, catalog=catalog, preprints="replace")
    return cleaning, time.process_time() - began


def answers(cleaning: Cleaning) -> dict[str, tuple[str, ...]]:
    """Return for each changed entry the DBLP key of the record whose fields it was given."""
    found: dict[str, tuple[str, ...]] = {}
    for change in cleaning.changes:
        source, _, key = change.record.partition(" ")
        if change.code in GIVING and source == "dblp":
            found[change.key] = (key.partition(",")[0],)
    return found


def rates(name: str, taken: dict[str, tuple[str, ...]], gold: Path, cpu: float, absent: str) -> list[object]:
    """Return a row of the table."""
    right, wrong, missed, _ = judged(taken, gold)
    total = right + wrong + missed
    return [
        name,
        right,
        wrong,
        missed,
        f"{100 * right / total:.1f}",
        f"{100 * wrong / total:.2f}",
        absent,
        f"{cpu:.1f}",
    ]


def rebiber(asked: argparse.Namespace) -> list[object]:
    """Run rebiber over the same entries and return its row."""
    places = Places(asked.bib, asked.dblp, asked.work, "", {"rebiber": asked.rebiber})
    asked.work.mkdir(parents=True, exist_ok=True)
    prepare(places)
    tool = peer(places, "rebiber")
    _, _, cpu, taken = tool(asked.bib)
    _, _, _, invented = tool(asked.absent)
    count = f"{sum(map(bool, invented.values()))}"
    return rates("rebiber", dict(taken), asked.gold, cpu, count)


def compared(asked: argparse.Namespace) -> None:
    """Print the table of both tools, and whether a second cleaning changes anything."""
    cleaning, cpu = cleaned(asked.bib, asked.catalog)
    absent, _ = cleaned(asked.absent, asked.catalog)
    same = absent.to_bytes() == asked.absent.read_bytes()
    changed = f"{absent.changed_entries}{'' if same == (not absent.changes) else ' (bytes differ)'}"
    rows = [rates("reconcile clean", answers(cleaning), asked.gold, cpu, changed)]
    if not asked.without_rebiber:
        rows.append(rebiber(asked))
    print(table(["tool", "right", "wrong", "missed", "right %", "wrong %", "absent changed", "cpu s"], rows))
    again = reconcile.cleaning.clean(cleaning.to_bibtex(), catalog=asked.catalog, preprints="replace")
    print(f"cleaned twice: {'the same' if again.to_bytes() == cleaning.to_bytes() else 'DIFFERENT'}")


def measured(asked: argparse.Namespace) -> None:
    """Print what the command takes."""
    command = [str(Path(sys.executable).parent / "reconcile"), "clean", str(asked.bib), "--catalog", str(asked.catalog)]
    out = ["-o", str(asked.work / "cleaned.bib"), "--preprints", "replace"]
    asked.work.mkdir(parents=True, exist_ok=True)
    took = run([*command, *out])
    print(took.output.splitlines()[-1])
    print(f"{took.wall:.1f} s, {took.cpu:.1f} s of processor, {took.resident:.0f} MB ({took.anonymous:.0f} MB its own)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bib", type=Path, required=True)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--absent", type=Path)
    parser.add_argument("--catalog", type=Path, required=True)
    parser.add_argument("--dblp", type=Path)
    parser.add_argument("--rebiber", default="/opt/peers-rebiber/bin/python")
    parser.add_argument("--without-rebiber", action="store_true")
    parser.add_argument("--work", type=Path, default=Path("/tmp/bench-clean"))
    asked = parser.parse_args()
    if asked.gold:
        compared(asked)
    measured(asked)


if __name__ == "__main__":
    main()
