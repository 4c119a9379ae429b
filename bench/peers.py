"""Match the same .bib entries with `reconcile match`, citecheck, rebiber and Splink, and print speed and accuracy.

usage: python bench/peers.py --bib FILE.bib --gold GOLD.jsonl [--absent FILE.bib] --dblp DBLP.xml.gz
           [--catalog CATALOG] [--repeat 3] [--work FOLDER]

The peers are no dependencies of the project; each has a venv of its own:

    python3.11 -m venv /opt/peers         && /opt/peers/bin/pip install citecheck-refs==0.4.1
    python3.11 -m venv /opt/peers-rebiber && /opt/peers-rebiber/bin/pip install rebiber==1.1.3 'bibtexparser<2'
    python3.11 -m venv /opt/peers-splink  && /opt/peers-splink/bin/pip install 'splink>=4,<5' duckdb

All have the same DBLP dump and nothing else; the drivers are `peer_*.py`. Our catalogue of that dump is built first
(`dblp-alone`); with `--catalog` larger ones are measured too, but not asked for the absent entries, which another
source may well have.

Runs alternate (every tool once, then every tool again); the figures are medians. Two rates are printed, because a
peer should not be charged for its start: `entries/s` counts the matching alone, as each tool's driver measures it
(reading the .bib, finding, comparing; no import, no loading of an index, no training); for `reconcile match` it is the
whole command less the same command on one entry. `whole/s` counts the whole process, start included. `cpu µs/entry`
is the processor time of the matching alone, over all processes and threads: the figure to trust on a busy machine.

The gold file has {"id", "gold", "doi"} a line. Right: the answer has that key (or that DOI, where another source's
record of the work is given). Absent entries have no record in the dump: every answer is an invention.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import statistics
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from processes import run, table
from synthetic import FIELD, HOMONYM, RECORD, TAG, blocks

HERE = Path(__file__).resolve().parent
ENTRY = re.compile(r"@\w+\{([^,\s]+),(.*?)\n\}", re.DOTALL)
BIB_FIELD = re.compile(r"^\s*(\w+)\s*=\s*\{(.*)\},?\s*$", re.MULTILINE)
Answers = Mapping[str, tuple[str, ...]]
Tool = Callable[[Path], tuple[float, float, float, Answers]]  # a .bib -> seconds whole, matching, processor; answers


@dataclass(frozen=True, slots=True)
class Places:
    """Where the tools and the files of a run are."""

    bib: Path
    dblp: Path
    work: Path
    reconcile: str
    pythons: Mapping[str, str]


@dataclass(slots=True)
class Measured:
    """The seconds of a tool's runs (`cpu` is the matching's), and its answers to the last one."""

    whole: list[float] = field(default_factory=list)
    match: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    answers: Answers = field(default_factory=dict)
    invented: int | None = None


def rows(dblp: Path, out: Path) -> None:
    """Write the papers of the dump as {"key", "title", "authors", "year", "venue"} lines, for the peers' drivers."""
    with out.open("w", encoding="utf-8") as lines:
        for block in blocks(dblp):
            opened = RECORD.match(block)
            if not opened:
                continue
            found: dict[str, list[str]] = {}
            for name, text in (match.groups() for match in map(FIELD.match, block.split("\n")) if match):
                found.setdefault(name, []).append(html.unescape(TAG.sub("", text)))
            row = {
                "key": opened[2],
                "title": "".join(found.get("title", [])).rstrip("."),
                "authors": [HOMONYM.sub("", name) for name in found.get("author", [])],
                "year": "".join(found.get("year", [])),
                "venue": "".join(found.get("booktitle") or found.get("journal") or []),
            }
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def entries(bib: Path, out: Path) -> int:
    """Write the entries of a plain .bib file in the same form, and return how many there are."""
    found = ENTRY.findall(bib.read_text(encoding="utf-8"))
    with out.open("w", encoding="utf-8") as lines:
        for key, body in found:
            fields = dict(BIB_FIELD.findall(body))
            names = [name for name in re.split(r"\s+and\s+", fields.get("author", "")) if name]
            row = {"key": key, "title": fields.get("title", ""), "authors": names, "year": fields.get("year", "")}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(found)


def first_entry(bib: Path, out: Path) -> Path:
    """Write the first entry of `bib` alone: what a start costs."""
    found = ENTRY.search(bib.read_text(encoding="utf-8"))
    if not found:
        raise SystemExit(f"{bib}: no entries found")
    out.write_text(found[0] + "\n", encoding="utf-8")
    return out


def ours(places: Places, catalog: Path, jobs: int) -> Tool:
    """Return a function that matches a .bib with the project's command."""

    def command(bib: Path, out: Path) -> tuple[float, float]:
        out.unlink(missing_ok=True)
        call = [
            places.reconcile,
            "match",
            str(bib),
            "--catalog",
            str(catalog),
            "--out",
            str(out),
            "--jobs",
            str(jobs),
            "--restart",
        ]
        took = run(call, sample=False)
        return took.wall, took.cpu

    def matched(bib: Path) -> tuple[float, float, float, Answers]:
        one = first_entry(bib, places.work / "one.bib")
        start, start_cpu = command(one, places.work / "one.jsonl")
        out = places.work / f"ours-{jobs}.jsonl"
        whole, cpu = command(bib, out)
        answers: dict[str, tuple[str, ...]] = {}
        for line in out.read_text(encoding="utf-8").splitlines():
            verdict = json.loads(line)
            record = verdict["record"] if verdict["status"] == "matched" else None
            kept = (str(record["key"]).removeprefix("DBLP:"), str(record.get("doi") or "").lower()) if record else ()
            answers[verdict["id"]] = tuple(filter(None, kept))
        return whole, whole - start, cpu - start_cpu, answers

    return matched


def peer(places: Places, name: str) -> Tool:
    """Return a function that matches a .bib with a peer's driver."""
    table_rows = str(places.work / "rows.jsonl")
    home = {"HOME": str(places.work / "home"), "XDG_CACHE_HOME": str(places.work / "home" / ".cache")}

    def matched(bib: Path) -> tuple[float, float, float, Answers]:
        out = places.work / f"{name}.json"
        listed = places.work / f"{bib.stem}.jsonl"
        arguments = {
            "citecheck": [str(bib)],
            "rebiber": [str(bib), "--rows", table_rows, "--db", str(places.work / "rebiber-db.json")],
            "splink": [str(listed), "--rows", table_rows, "--train", str(places.work / f"{places.bib.stem}.jsonl")],
        }[name]
        if name == "splink":
            entries(bib, listed)
        took = run([places.pythons[name], str(HERE / f"peer_{name}.py"), *arguments, "--out", str(out)], home, False)
        told = json.loads(out.read_text(encoding="utf-8"))
        answers = {key: (value,) if value else () for key, value in told["answers"].items()}
        return took.wall, told["match"], told["cpu"], answers

    return matched


def prepare(places: Places) -> None:
    """Make what the peers need once: the rows, citecheck's index, rebiber's JSON (by a first run of one entry)."""
    (places.work / "home").mkdir(parents=True, exist_ok=True)
    rows(places.dblp, places.work / "rows.jsonl")
    entries(places.bib, places.work / f"{places.bib.stem}.jsonl")
    home = {"HOME": str(places.work / "home"), "XDG_CACHE_HOME": str(places.work / "home" / ".cache")}
    if "citecheck" in places.pythons:
        tool = str(Path(places.pythons["citecheck"]).parent / "citecheck")
        run([tool, "--build-dblp", str(places.dblp)], home, False)
    if "rebiber" in places.pythons:
        peer(places, "rebiber")(first_entry(places.bib, places.work / "one.bib"))


def judged(answers: Answers, gold: Path) -> tuple[int, int, int, list[str]]:
    """Return how many answers are right, wrong and missed, and the ids of the wrong."""
    right = missed = 0
    wrong: list[str] = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answer = answers.get(row["id"], ())
        good = {row["gold"].removeprefix("DBLP:"), (row.get("doi") or "").lower()} - {""}
        if not answer:
            missed += 1
        elif good.isdisjoint(answer):
            wrong.append(row["id"])
        else:
            right += 1
    return right, len(wrong), missed, wrong


def report(measured: Mapping[str, Measured], count: int, gold: Path) -> str:
    """Return the table of all tools."""
    out: list[list[object]] = []
    for name, tool in measured.items():
        whole, match = statistics.median(tool.whole), statistics.median(tool.match)
        right, wrong, missed, _ = judged(tool.answers, gold)
        cpu = statistics.median(tool.cpu)
        speed = [f"{count / match:.0f}", f"{count / whole:.0f}", f"{whole:.2f}", f"{1e6 * cpu / count:.0f}"]
        share = f"{100 * right / max(1, right + wrong + missed):.1f}"
        out.append([name, *speed, share, right, wrong, missed, "-" if tool.invented is None else tool.invented])
    speeds = ["entries/s", "whole/s", "whole s", "cpu µs/entry"]
    header = ["tool", *speeds, "right %", "right", "wrong", "missed", "invented"]
    return table(header, out)


def arguments() -> argparse.Namespace:
    """Return what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bib", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--absent", type=Path, help="entries that the dump does not have")
    parser.add_argument("--dblp", type=Path, required=True)
    parser.add_argument("--catalog", type=Path, action="append", default=[], help="a larger catalogue, measured too")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--work", type=Path, default=Path("/tmp/bench-peers"))
    parser.add_argument("--reconcile", default=str(Path(sys.executable).parent / "reconcile"))
    parser.add_argument("--citecheck", default="/opt/peers/bin/python", help="the python of its venv, '' to leave out")
    parser.add_argument("--rebiber", default="/opt/peers-rebiber/bin/python")
    parser.add_argument("--splink", default="/opt/peers-splink/bin/python")
    parser.add_argument("--as-built", action="store_true", help="take the `dblp-alone` of an earlier run")
    parser.add_argument("--without-ours", action="store_true", help="the peers alone")
    return parser.parse_args()


def measure(tools: Mapping[str, Tool], bib: Path, repeat: int) -> dict[str, Measured]:
    """Run every tool once, then every tool again, `repeat` times."""
    measured = {name: Measured() for name in tools}
    for turn in range(repeat):
        for name, match in tools.items():
            whole, seconds, cpu, answers = match(bib)
            tool = measured[name]
            tool.whole.append(whole)
            tool.match.append(seconds)
            tool.cpu.append(cpu)
            tool.answers = answers
            print(f"turn {turn + 1}: {name}: {whole:.2f} s, matching {seconds:.2f} s", file=sys.stderr)
    return measured


def compared(measured: Mapping[str, Measured], peers: Collection[str], gold: Path) -> Iterator[str]:
    """Yield how many times the fastest peer each of ours is, and what it got wrong."""
    clock = min((statistics.median(measured[name].match) for name in peers), default=0.0)
    processor = min((statistics.median(measured[name].cpu) for name in peers), default=0.0)
    for name in (name for name in measured if name not in peers):
        by_clock = clock / statistics.median(measured[name].match)
        by_processor = processor / statistics.median(measured[name].cpu)
        yield f"{name}: {by_clock:.1f} times the fastest peer by the clock, {by_processor:.1f} in processor time"
        yield f"  wrong: {' '.join(judged(measured[name].answers, gold)[3]) or 'none'}"


def main() -> int:
    asked = arguments()
    pythons = {name: getattr(asked, name) for name in ("citecheck", "rebiber", "splink") if getattr(asked, name)}
    places = Places(asked.bib, asked.dblp, asked.work, asked.reconcile, pythons)
    prepare(places)
    tools = {name: peer(places, name) for name in pythons}
    alone = places.work / "dblp-alone"
    if not asked.without_ours and not (asked.as_built and alone.exists()):
        run([places.reconcile, "catalog", "build", "--dblp", str(asked.dblp), "--out", str(alone)], sample=False)
    for catalog in [] if asked.without_ours else [alone, *asked.catalog]:
        for jobs in (2, 1):
            tools[f"reconcile, {catalog.name}, {jobs} job{'s' * (jobs > 1)}"] = ours(places, catalog, jobs)
    measured = measure(tools, places.bib, asked.repeat)
    if asked.absent:
        for name in [name for name in tools if name in pythons or name.startswith(f"reconcile, {alone.name},")]:
            measured[name].invented = sum(1 for answer in tools[name](asked.absent)[3].values() if answer)
    count = len(ENTRY.findall(places.bib.read_text(encoding="utf-8")))
    print(f"{count} entries; medians of {asked.repeat} alternating runs")
    print(report(measured, count, asked.gold))
    print("\n".join(compared(measured, pythons, asked.gold)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
