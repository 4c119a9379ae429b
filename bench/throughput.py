"""Measure `reconcile match` end to end: strings a second, start-up, and the time of one string.

usage: python bench/throughput.py STRINGS.jsonl --catalog CATALOG [--at-least 30000] [--repeat 3] [--score SCORER.py]

STRINGS holds {"id", "text"} a line. Where there are fewer than `--at-least`, they are repeated under other ids, each
repeat made a different text: a word that the catalogue does not have is put at the end (`zq7`), and the case of one
letter changes. So nothing that remembers a text's verdict gains by it; what remembers a word or a name does, as it
would in a real list.

Printed: strings a second of the whole command for 2 jobs and for 1, start included (medians of alternating runs);
start-up, which is the command on one string, and the time to its first line; then, in this process and through the
library, the time of each string of the file at its 50th, 95th and 99th percentile, after 200 strings of warming up.
On a machine that others use, trust the processor's time.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from processes import Run, run, table

WARM = 200
SHARES = (0.5, 0.95, 0.99)
POLL_SECONDS = 0.005


def texts(path: Path) -> list[dict[str, object]]:
    """Return the lines of a file of strings."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def perturbed(text: str, turn: int, rng: random.Random) -> str:
    """Return `text` as the `turn`-th repeat of it: another text of nearly the same length and words."""
    if turn == 0:
        return text
    letters = [at for at, char in enumerate(text) if char.isalpha()]
    if letters:
        at = rng.choice(letters)
        text = text[:at] + text[at].swapcase() + text[at + 1 :]
    return f"{text} zq{turn}"


def repeated(strings: Sequence[dict[str, object]], at_least: int, out: Path) -> int:
    """Write the strings as often as `at_least` asks, perturbed, and return how many were written."""
    rng = random.Random(1)
    turns = -(-at_least // len(strings))
    with out.open("w", encoding="utf-8") as lines:
        for turn in range(turns):
            for string in strings:
                text = perturbed(str(string["text"]), turn, rng)
                lines.write(json.dumps({"id": f"{string['id']}-{turn}", "text": text}, ensure_ascii=False) + "\n")
    return turns * len(strings)


def command(reconcile: str, strings: Path, catalog: Path, out: Path, jobs: int) -> list[str]:
    """Return the call of `reconcile match`; an older answer file is removed, as the command would resume it."""
    out.unlink(missing_ok=True)
    return [
        reconcile,
        "match",
        str(strings),
        "--catalog",
        str(catalog),
        "--out",
        str(out),
        "--jobs",
        str(jobs),
        "--restart",
    ]


def first_line(call: Sequence[str], out: Path) -> float:
    """Return the seconds until the first whole line stands in `out`."""
    began = time.perf_counter()
    process = subprocess.Popen(list(call), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seconds = 0.0
    while process.poll() is None:
        if out.exists() and b"\n" in out.read_bytes():
            seconds = time.perf_counter() - began
            break
        time.sleep(POLL_SECONDS)
    process.wait()
    return seconds or time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class Asked:
    """Strings judged one by one in this process: milliseconds of each by the clock and of the processor, the
    seconds that opening took, and the key of each match ('' where there is none)."""

    clock: tuple[float, ...]
    processor: tuple[float, ...]
    opening: float
    keys: tuple[str, ...]


def one_by_one(catalog_path: Path, strings: Sequence[dict[str, object]]) -> Asked:
    """Judge the strings through the library."""
    from reconcile.matching.judge import Judge
    from reconcile.wanted import Wanted
    from sources.catalog import Catalog

    began = time.perf_counter()
    catalog = Catalog.open(catalog_path)
    judge = Judge(catalog)
    opening = time.perf_counter() - began
    for string in strings[:WARM]:
        judge.judge(Wanted(str(string["id"]), f"{string['text']} zq0"))
    spent: list[tuple[float, float]] = []
    keys: list[str] = []
    for string in strings:
        wanted = Wanted(str(string["id"]), str(string["text"]))
        clock, processor = time.perf_counter(), time.process_time()
        verdict = judge.judge(wanted)
        spent.append((1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)))
        keys.append(verdict.record.key if verdict.record and verdict.status.value == "matched" else "")
    clocks, processors = zip(*spent, strict=True)
    return Asked(clocks, processors, opening, tuple(keys))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def commands(asked: argparse.Namespace, strings: list[dict[str, object]], folder: Path) -> None:
    """Print what the command takes."""
    many, one, out = folder / "many.jsonl", folder / "one.jsonl", folder / "out.jsonl"
    count = repeated(strings, asked.at_least, many)
    repeated(strings[:1], 1, one)
    whole: dict[int, list[float]] = {2: [], 1: []}
    cpu: dict[int, list[float]] = {2: [], 1: []}
    peak = dict.fromkeys(whole, (0.0, 0.0))
    starts: list[Run] = []
    firsts: list[float] = []
    for _ in range(asked.repeat):
        starts.append(run(command(asked.reconcile, one, asked.catalog, out, 1), sample=False))
        firsts.append(first_line(command(asked.reconcile, one, asked.catalog, out, 1), out))
        for jobs, walls in whole.items():
            took = run(command(asked.reconcile, many, asked.catalog, out, jobs))
            walls.append(took.wall)
            cpu[jobs].append(took.cpu)
            peak[jobs] = (max(peak[jobs][0], took.proportional), max(peak[jobs][1], took.anonymous))
    print(f"{count} strings ({len(strings)} of the file, repeated with changes); medians of {asked.repeat} runs")
    rows = [
        [
            f"{jobs} job{'s' * (jobs > 1)}",
            f"{count / statistics.median(walls):.0f}",
            f"{statistics.median(walls):.2f}",
            f"{statistics.median(cpu[jobs]):.2f}",
            f"{1e6 * statistics.median(cpu[jobs]) / count:.0f}",
            f"{peak[jobs][0]:.0f}",
            f"{peak[jobs][1]:.0f}",
        ]
        for jobs, walls in whole.items()
    ]
    print(table(["", "strings/s", "wall s", "cpu s", "cpu µs/string", "peak MB (PSS)", "peak MB (own)"], rows))
    wall, used = statistics.median(each.wall for each in starts), statistics.median(each.cpu for each in starts)
    first = statistics.median(firsts)
    print(f"start-up: one string {wall:.2f} s (processor {used:.2f} s), its line is written after {first:.2f} s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("strings", type=Path)
    parser.add_argument("--catalog", type=Path, required=True)
    parser.add_argument("--at-least", type=int, default=30_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--score", type=Path, help="a scorer called with STRINGS and the answers to them")
    parser.add_argument("--reconcile", default=str(Path(sys.executable).parent / "reconcile"))
    parser.add_argument("--library-only", action="store_true", help="only the time of each string in this process")
    asked = parser.parse_args()
    strings = texts(asked.strings)
    if not strings:
        print(f"{asked.strings}: no strings", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="throughput-") as name:
        folder = Path(name)
        if not asked.library_only:
            commands(asked, strings, folder)
        each = one_by_one(asked.catalog, strings)
        shown = [
            [name, *(f"{percentile(spent, share):.2f}" for share in SHARES), f"{statistics.fmean(spent):.2f}"]
            for name, spent in (("by the clock", each.clock), ("processor", each.processor))
        ]
        print(f"one process, {len(strings)} strings; opening the catalogue {1000 * each.opening:.0f} ms")
        print(table(["ms a string", *(f"p{share * 100:.0f}" for share in SHARES), "mean"], shown))
        if asked.score:
            out = folder / "scored.jsonl"
            run(command(asked.reconcile, asked.strings, asked.catalog, out, 2), sample=False)
            print(run([sys.executable, str(asked.score), str(asked.strings), str(out)], sample=False).output, end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
