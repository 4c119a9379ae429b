"""Check HALLMARK's entries with `reconcile check` and with citecheck, offline over one DBLP dump, and score both.

usage: python bench/hallmark.py HALLMARK.jsonl --catalog CATALOG --dblp DBLP.xml.gz --scorer SCORE.py [--work FOLDER]

HALLMARK has BibTeX entries, real ones and ones made up in a dozen ways. They are written as a .bib: type, key and
fields, and nothing else of a row. CATALOG is built from the dump alone; citecheck's index
of the same dump is built in FOLDER. SCORE.py counts entries whose title the dump holds: strict counts flags that are
errors, lenient also warnings. Then the entries, of all, that are missing among the papers of a meeting that the
catalogue has whole; at the end every flagged entry that is labelled valid is printed with its record, and
every one that was let through.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]
HERE = Path(__file__).parent


def written(row: Row) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in sorted(row["fields"].items()))
    return f"@{row['bibtex_type']}{{{row['bibtex_key']},\n{fields}}}\n\n"


def rows_of(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def run(command: Sequence[str], allowed: Sequence[int] = (0,), **more: Any) -> float:
    began = time.perf_counter()
    ended = subprocess.run(command, check=False, **more)
    if ended.returncode not in allowed:
        raise SystemExit(f"{' '.join(command)}: exit status {ended.returncode}")
    return time.perf_counter() - began


def reconcile_checks(asked: argparse.Namespace, bib: Path, out: Path) -> float:
    command = ["reconcile", "check", str(bib), "--catalog", str(asked.catalog), "--offline", "--json", str(out)]
    return run(command, (0, 1), stdout=subprocess.DEVNULL)


def citecheck_checks(asked: argparse.Namespace, bib: Path, out: Path) -> float:
    home = asked.work / "home"
    home.mkdir(exist_ok=True)
    env = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}
    if not (home / ".cache" / "citecheck" / "dblp.sqlite").exists():
        run([str(Path(asked.citecheck).parent / "citecheck"), "--build-dblp", str(asked.dblp)], env=env)
    return run([asked.citecheck, str(HERE / "peer_check_citecheck.py"), str(bib), "--out", str(out)], env=env)


def scored(asked: argparse.Namespace, out: Path, titles: Path) -> str:
    command = [sys.executable, str(asked.scorer), str(asked.hallmark), str(out), "--titles", str(titles)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def to_look_at(rows: Sequence[Row], checked: dict[str, Row], titles: set[str]) -> Iterator[str]:
    """Yield the entries labelled valid that are flagged, and those labelled otherwise that are not."""
    for row in rows:
        answer = checked.get(row["bibtex_key"])
        if answer is None or folded(row["fields"].get("title", "")) not in titles:
            continue
        flags = [flag for flag in answer["flags"] if flag["severity"] != "info"]
        if (row["label"] == "VALID") is bool(flags):
            record = answer["record"] or {}
            yield f"{row.get('hallucination_type') or row['label']}: {row['bibtex_key']}: {row['fields']}"
            yield f"  record: {record.get('key')}: {record.get('authors')}; {record.get('container_title')}"
            yield from (f"  {flag['severity']}: {flag['code']}: {flag['says']}" for flag in flags)


def missing(rows: Sequence[Row], checked: dict[str, Row]) -> Iterator[str]:
    """Yield how many entries are said to be missing among the papers of a meeting, by label; those labelled valid."""
    counts: Counter[str] = Counter()
    valid = []
    for row in rows:
        answer = checked.get(row["bibtex_key"], {"flags": ()})
        for says in [flag["says"] for flag in answer["flags"] if flag["code"] == "no-record"]:
            counts[row.get("hallucination_type") or row["label"]] += 1
            valid += [f"VALID: {row['bibtex_key']}: {says}"] if row["label"] == "VALID" else []
    yield f"{counts.total()} entries: {', '.join(f'{label} {count}' for label, count in counts.most_common())}"
    yield from valid


def folded(title: str) -> str:
    """A title as the scorer compares it."""
    return "".join(letter for letter in title.lower() if "a" <= letter <= "z")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hallmark", type=Path)
    parser.add_argument("--catalog", type=Path, required=True)
    parser.add_argument("--dblp", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("hallmark-work"))
    parser.add_argument("--citecheck", default="/opt/peers/bin/python", help="the python of its venv, '' to leave out")
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    rows = rows_of(asked.hallmark)
    bib, titles = asked.work / "hallmark.bib", asked.work / "titles.txt"
    bib.write_text("".join(map(written, rows)), encoding="utf-8")
    with titles.open("w", encoding="utf-8") as file:
        run([sys.executable, str(asked.scorer), str(asked.hallmark), "--make-titles", str(asked.dblp)], stdout=file)
    tools = {"reconcile": reconcile_checks} | ({"citecheck": citecheck_checks} if asked.citecheck else {})
    for name, check in tools.items():
        out = asked.work / f"{name}.jsonl"
        seconds = check(asked, bib, out)
        print(f"== {name}: {len(rows)} entries in {seconds:.1f} s\n{scored(asked, out, titles)}")
    checked = {row["key"]: row for row in rows_of(asked.work / "reconcile.jsonl")}
    print("== missing among all papers of the meeting claimed")
    print("\n".join(missing(rows, checked)), "\n")
    print("== to look at")
    print("\n".join(to_look_at(rows, checked, set(titles.read_text(encoding="utf-8").split()))))


if __name__ == "__main__":
    main()
