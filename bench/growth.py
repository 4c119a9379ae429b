"""Time per byte of every reader from 10 kB to 10 MB, and for inputs that are made to hurt.

usage: python bench/growth.py [--only NAME ...] [--largest 10_000_000] [--nasty] [--seconds 120]

Each cell is read in a process of its own, in which the reader has read 2 kB before; it says nanoseconds of processor
time a byte, the median of several where one takes little. A cell that is more than three times its neighbour is marked
`!` (it grew) or `v` (it fell: what is the same for a document of any size, such as a table that is built once, is not
paid for by 10 kB). `refused` is a sentence instead of a reading (a limit of size or depth), `part` that the reader read
up to a limit, or as plain text. With `--nasty` each reader gets 1 kB to 1 MB of one sign, one line, short lines,
nesting, and periods of two to four tokens drawn at random (`--periods`, the same for the same `--seed`), in place of
usual documents.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))

import fuzz_targets
from growth_inputs import USUAL, nasty

Read = Callable[[bytes], object]

_RUNS = {1_000: 9, 10_000: 9, 100_000: 3}  # how often an input of that size is read, each time in a new process
_TIMES = 3

# Readers ------------------------------------------------------------------------------------------------------------


def readers() -> dict[str, tuple[Read, tuple[type[Exception], ...]]]:
    """Return what reads, with the exceptions that say no: the targets of the fuzzer, and functions on one long text."""
    from reconcile.documents.tex import characters
    from reconcile.titles import compare_titles
    from reconcile.venues import read_venues
    from sources import identifiers
    from sources.name_reading import read_name

    found = {name: (each.run, each.declared) for name, each in fuzz_targets.targets().items() if name in USUAL}
    return found | {
        "extract": (_extracted, ()),
        "titles": (lambda content: compare_titles(content.decode(), content.decode()[: len(content) // 2]), ()),
        "name": (lambda content: read_name(content.decode()), ()),
        "names": (lambda content: characters.plain(content.decode()), ()),
        "venue": (lambda content: read_venues(content.decode()), ()),
        "identifiers": (lambda content: identifiers.find(content.decode()), ()),
    }


def _extracted(content: bytes) -> object:
    from reconcile.documents import read_text
    from reconcile.extract import extract

    return extract(read_text(content.decode(), "x"))


def measured(read: Read, declared: tuple[type[Exception], ...], content: bytes, limit: int) -> tuple[float, str, float]:
    """Return nanoseconds a byte, what became of it (empty: read), and the memory it took in MB."""
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=_measure, args=(read, declared, content, theirs, limit))
    child.start()
    theirs.close()
    try:
        seconds, became, memory = ours.recv()
    except EOFError:
        seconds, became, memory = limit, "too slow", 0.0
    child.join()
    return seconds * 1e9 / max(len(content), 1), became, memory


def _measure(read: Read, declared: tuple[type[Exception], ...], content: bytes, to: Connection, limit: int) -> None:
    used = int(time.process_time()) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + limit, used + limit))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    try:
        became = _said(read(content))
    except declared as fault:
        became = f"refused: {str(fault)[:60]}"
    except Exception as fault:  # noqa: BLE001 -- the table goes on
        became = f"CRASH {type(fault).__name__} {str(fault)[:60]}"
    seconds = time.process_time() - begun
    to.send((seconds, became, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024))


def _said(result: object) -> str:
    """Return `part` or `refused` for a document with a complaint."""
    complaints = getattr(result, "complaints", ())
    if not complaints:
        return ""
    return "part" if getattr(result, "blocks", ()) else "refused"


def row(
    read: Read, declared: tuple[type[Exception], ...], make: Callable[[int], bytes], sizes: list[int], limit: int
) -> str:
    """Return the cells of one reader and shape."""
    cells: list[str] = []
    before = 0.0
    most = 0.0
    for size in sizes:
        content = make(size)
        runs = [measured(read, declared, content, limit) for _ in range(_RUNS.get(size, 1))]
        cost, became, memory = sorted(runs)[len(runs) // 2]
        most = max(most, memory)
        refused = became.startswith("refused")
        cells.append("refused" if refused else f"{cost:,.0f}{_sign(cost, before)} {became}".strip())
        before = 0.0 if refused else cost
        if became == "too slow":
            break
    return " | ".join(f"{cell:>14}" for cell in cells) + f" | {most:6,.0f} MB"


def _sign(cost: float, before: float) -> str:
    """Return how a cell stands to its neighbour: `!` where it is more than three times it, `v` where it is a third."""
    if not before:
        return ""
    return "!" if cost > _TIMES * before else "v" if cost * _TIMES < before else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--shape", nargs="+", default=[])
    parser.add_argument("--largest", type=int, default=10_000_000)
    parser.add_argument("--nasty", action="store_true")
    parser.add_argument("--periods", type=int, default=20, help="how many are drawn at random, with --nasty")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=120, help="for one cell")
    asked = parser.parse_args()
    # What is read up to a limit of some thousand characters grows below it.
    sizes = [
        size for size in (*(1_000,) * asked.nasty, 10_000, 100_000, 1_000_000, 10_000_000) if size <= asked.largest
    ]
    heads = " | ".join(f"{f'{size // 1000:,} kB':>14}" for size in sizes)
    print(
        f"| {'reader':16} | {'shape':24} | {heads} | {'memory':>9} |"
        if asked.nasty
        else f"| {'reader':16} | {heads} | {'memory':>9} |"
    )
    for name, (read, declared) in readers().items():
        if asked.only and name not in asked.only:
            continue
        shapes = nasty(name, asked.periods, asked.seed) if asked.nasty else {"": USUAL[name]}
        for shape, make in shapes.items():
            if not asked.shape or shape in asked.shape:
                with contextlib.suppress(*declared):
                    read(make(2000))  # what is loaded once is loaded here, before the processes part
                label = f"| {name:16} | {shape:24} |" if asked.nasty else f"| {name:16} |"
                print(label, row(read, declared, make, sizes, asked.seconds), "|", flush=True)


if __name__ == "__main__":
    main()
