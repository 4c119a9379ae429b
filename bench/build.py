"""Measure `reconcile catalog build`: time, memory and size, beside citecheck's index, and how it grows.

usage: python bench/build.py --dblp DBLP.xml.gz --anthology DUMP --crossref DUMP [--work FOLDER] [--repeat 3]
       python bench/build.py --dblp … --anthology … --crossref … --grow [--sizes 500000,1000000,2500000,5000000]

The first form builds the catalogue of the three dumps and, alternating, `citecheck --build-dblp` on the same DBLP
dump (PyPI citecheck-refs 0.4.1 in a venv of its own: `python3.11 -m venv /opt/peers && /opt/peers/bin/pip install
citecheck-refs==0.4.1`; HOME is a temporary folder), and our build of that dump alone; the ratio is that of the
medians of time per record.

The second form makes synthetic dumps with `synthetic.py` (or takes them from `--synthetic FILE …`, in the order of
their sizes), builds each with the Anthology's and Crossref's dumps beside it, and asks the same queries of the
catalogue of the three real dumps and of each synthetic one. A dump and its catalogue are deleted when measured,
unless `--keep` is given.

Memory is the peak over the whole process tree: `PSS` counts shared pages once, `own` leaves out mapped files.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from processes import Run, folder_megabytes, run, table

HERE = Path(__file__).resolve().parent
COUNTED = re.compile(r"([\d,]+) records; building")


@dataclass(frozen=True, slots=True)
class Built:
    """One build: what it took, the records in it, the megabytes on disk."""

    took: Run
    records: int
    size: float

    @property
    def microseconds(self) -> float:
        """Wall time per record."""
        return 1e6 * self.took.wall / max(1, self.records)


def removed(path: Path) -> None:
    """Delete a file or a folder, where there is one."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def records_in(reconcile: str, catalog: Path) -> int:
    """Return the number of records that `catalog info` tells of, volumes among them."""
    return int(json.loads(run([reconcile, "catalog", "info", "--json", str(catalog)], sample=False).output)["rows"])


def ours(reconcile: str, dumps: Sequence[str], out: Path) -> Built:
    """Build a catalogue of `dumps` (words of the command line) from nothing."""
    removed(out)
    took = run([reconcile, "catalog", "build", *dumps, "--out", str(out)])
    return Built(took, records_in(reconcile, out), folder_megabytes(out))


def citecheck(tool: str, dblp: Path, home: Path) -> Built:
    """Build citecheck's index of the dump in an empty HOME."""
    removed(home)
    home.mkdir(parents=True)
    took = run([tool, "--build-dblp", str(dblp)], {"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")})
    found = COUNTED.search(took.errors)
    count = int(found[1].replace(",", "")) if found else 0
    return Built(took, count, folder_megabytes(home))


def row(name: str, builds: Sequence[Built]) -> list[object]:
    """Return the line of a table, of medians."""
    median = statistics.median
    return [
        name,
        builds[-1].records,
        f"{median(built.took.wall for built in builds):.2f}",
        f"{median(built.took.cpu for built in builds):.2f}",
        f"{median(built.microseconds for built in builds):.1f}",
        f"{median(1e6 * built.took.cpu / max(1, built.records) for built in builds):.1f}",
        f"{max(built.took.proportional for built in builds):.0f}",
        f"{max(built.took.anonymous for built in builds):.0f}",
        f"{builds[-1].size:.0f}",
        f"{1e6 * builds[-1].size / max(1, builds[-1].records):.0f}",
    ]


HEADER = ("build", "records", "wall s", "cpu s", "µs/record", "cpu µs", "PSS MB", "own MB", "disk MB", "bytes/record")


def beside(asked: argparse.Namespace, dumps: Sequence[str]) -> None:
    """Print our builds and citecheck's, run in turn."""
    builds: dict[str, list[Built]] = {"three dumps": [], "DBLP alone": [], "citecheck 0.4.1": []}
    for turn in range(asked.repeat):
        builds["three dumps"].append(ours(asked.reconcile, dumps, asked.work / "catalog"))
        builds["DBLP alone"].append(ours(asked.reconcile, dumps[:2], asked.work / "dblp-alone"))
        if asked.citecheck:
            builds["citecheck 0.4.1"].append(citecheck(asked.citecheck, asked.dblp, asked.work / "citecheck"))
        last = ", ".join(f"{name} {made[-1].took.wall:.2f} s" for name, made in builds.items() if made)
        print(f"turn {turn + 1}: {last}", file=sys.stderr)
    print(table(HEADER, [row(name, made) for name, made in builds.items() if made]))
    if not asked.citecheck:
        return
    theirs = statistics.median(built.microseconds for built in builds["citecheck 0.4.1"])
    for name in ("three dumps", "DBLP alone"):
        mine = statistics.median(built.microseconds for built in builds[name])
        print(f"{name}: {mine / theirs:.2f} of citecheck's time per record")


def asked_of(catalog: Path, queries: Path, reconcile: str) -> list[float]:
    """Return five numbers, found in a process of its own: the 50th and 95th percentile of a query in ms by the clock,
    the same of the processor's time, and the share answered rightly."""
    code = (
        "import json, sys, pathlib, throughput as t\n"
        "strings = t.texts(pathlib.Path(sys.argv[2]))\n"
        "each = t.one_by_one(pathlib.Path(sys.argv[1]), strings)\n"
        "right = sum(key.removeprefix('DBLP:') in string['keys'] for key, string in zip(each.keys, strings))\n"
        "times = [t.percentile(spent, share) for spent in (each.clock, each.processor) for share in (0.5, 0.95)]\n"
        "print(json.dumps([*times, right / len(strings)]))\n"
    )
    python = str(Path(reconcile).parent / "python")
    call = [python, "-c", code, str(catalog), str(queries)]
    told = subprocess.run(call, capture_output=True, text=True, cwd=HERE, check=True).stdout
    return [float(number) for number in json.loads(told)]


def synthetic(asked: argparse.Namespace, size: int) -> tuple[Path, Path]:
    """Write a synthetic dump of `size` records and its queries about real records; return both."""
    dump, queries = asked.work / f"synthetic-{size}.xml.gz", asked.work / "queries.jsonl"
    call = [sys.executable, str(HERE / "synthetic.py"), "--dblp", str(asked.dblp), "--n", str(size), "--out", str(dump)]
    run([*call, "--queries", str(queries)], sample=False)
    return dump, queries


def real_only(queries: Path) -> Path:
    """Write and return the queries about records of the real dump, which stand in every catalogue."""
    lines = [line for line in queries.read_text(encoding="utf-8").splitlines() if json.loads(line)["original"]]
    out = queries.with_name("queries-real.jsonl")
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return out


def grow(asked: argparse.Namespace, dumps: Sequence[str]) -> None:
    """Print how time, size and queries grow with the records."""
    first = ours(asked.reconcile, dumps, asked.work / "catalog")
    rows = [row("three dumps", [first])]
    times: list[tuple[str, int, list[float]]] = []
    given = [Path(name) for name in asked.synthetic]
    sizes = [int(size) for size in asked.sizes.split(",")][: len(given) or None]
    real: Path | None = asked.queries
    for at, size in enumerate(sizes):
        dump, queries = (given[at], asked.queries) if given else synthetic(asked, size)
        real = real_only(queries) if at == 0 else real
        assert real is not None
        if not times:
            times.append(("three dumps", first.records, asked_of(asked.work / "catalog", real, asked.reconcile)))
        out = asked.work / f"catalog-{size}"
        built = ours(asked.reconcile, ["--dblp", str(dump), *dumps[2:]], out)
        rows.append(row(f"synthetic {size:,}", [built]))
        times.append((f"synthetic {size:,}", built.records, asked_of(out, real, asked.reconcile)))
        print(" ".join(map(str, rows[-1])), file=sys.stderr)
        if not asked.keep:
            removed(out)
            removed(dump) if not given else None
    print(table(HEADER, rows))
    for what, column in (("time", 4), ("processor time", 5), ("size", 9)):
        each = [float(str(line[column])) for line in rows[1:]]
        print(f"{what} per record over all sizes, largest over smallest: {max(each) / min(each):.2f}")
    shown = [[name, count, *(f"{time:.2f}" for time in told[:4]), f"{told[4]:.4f}"] for name, count, told in times]
    print(table(["the same queries", "records", "p50 ms", "p95 ms", "p50 cpu ms", "p95 cpu ms", "right"], shown))
    growth = [last / first for first, last in zip(times[0][2], times[-1][2], strict=True)]
    print(f"from the first to the last, p50 {growth[0]:.1f}-fold and p95 {growth[1]:.1f}-fold by the clock, ", end="")
    print(f"{growth[2]:.1f}-fold and {growth[3]:.1f}-fold of the processor's time")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dblp", type=Path, required=True)
    parser.add_argument("--anthology", type=Path, required=True)
    parser.add_argument("--crossref", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("/tmp/bench-build"))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--reconcile", default=str(Path(sys.executable).parent / "reconcile"))
    parser.add_argument("--citecheck", default="/opt/peers/bin/citecheck", help="'' to leave it out")
    parser.add_argument("--grow", action="store_true", help="measure synthetic catalogues instead")
    parser.add_argument("--sizes", default="500000,1000000,2500000,5000000")
    parser.add_argument("--synthetic", nargs="*", default=[], help="dumps already made, one for each of --sizes")
    parser.add_argument("--queries", type=Path, help="the queries of the dumps already made")
    parser.add_argument("--keep", action="store_true")
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    dumps = ["--dblp", str(asked.dblp), "--anthology", str(asked.anthology), "--crossref", str(asked.crossref)]
    (grow if asked.grow or asked.synthetic else beside)(asked, dumps)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
