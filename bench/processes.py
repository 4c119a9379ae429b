"""Run a command and say what it took: wall and CPU seconds, and the peak memory of its whole process tree.

Used by `build.py`, `peers.py`, `throughput.py` and `readers.py`. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took. Memory in MB, the largest sum over the process tree at one moment.

    `resident` counts a page once for each process that maps it, `proportional` (PSS) counts it once; both count pages
    of mapped files that the system may drop at any time, `anonymous` does not.
    """

    wall: float
    cpu: float
    resident: float
    proportional: float
    anonymous: float
    code: int
    output: str
    errors: str


def tree(root: int) -> list[int]:
    """Return the process ids of `root` and all its descendants."""
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        for path in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                waiting.extend(map(int, path.read_text().split()))
            except OSError:  # the thread ended between listing and reading
                continue
    return found


def memory(pids: Sequence[int]) -> tuple[float, float, float]:
    """Return the resident, proportional and anonymous memory of the processes, in MB."""
    sums = {"Rss": 0, "Pss": 0, "Anonymous": 0}
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:  # the process ended
            continue
        for line in lines:
            name, _, value = line.partition(":")
            if name in sums:
                sums[name] += int(value.split()[0])
    return sums["Rss"] / 1024, sums["Pss"] / 1024, sums["Anonymous"] / 1024


class Sampler(threading.Thread):
    """Samples the memory of a process tree until told to stop."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root = root
        self.stopped = threading.Event()
        self.peak = (0.0, 0.0, 0.0)

    def run(self) -> None:
        """Keep the largest sums seen."""
        while not self.stopped.wait(SAMPLE_SECONDS):
            now = memory(tree(self.root))
            self.peak = (max(self.peak[0], now[0]), max(self.peak[1], now[1]), max(self.peak[2], now[2]))


def run(command: Sequence[str], env: Mapping[str, str] | None = None, sample: bool = True) -> Run:
    """Run `command` to its end, with `env` added to the environment; raises RuntimeError where it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(
        list(command), env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    sampler = Sampler(process.pid)
    if sample:
        sampler.start()
    texts: dict[str, bytes] = {}
    assert process.stdout
    assert process.stderr
    reader = threading.Thread(target=lambda: texts.update(err=process.stderr.read()))  # type: ignore[union-attr]
    reader.start()
    texts["out"] = process.stdout.read()
    reader.join()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    sampler.stopped.set()
    process.returncode = os.waitstatus_to_exitcode(status)
    out, err = (texts[name].decode("utf-8", "replace") for name in ("out", "err"))
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: exit {process.returncode}\n{err[-2000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, *sampler.peak, process.returncode, out, err)


def folder_megabytes(path: Path) -> float:
    """Return the size of a file, or of all files under a folder (a symbolic link is followed once)."""
    path = path.resolve()
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file() and not file.is_symlink()]
    return sum(file.stat().st_size for file in files) / 1e6


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return rows as a plain table, numbers to the right."""
    cells = [list(header), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(header))]
    lines = [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in cells
    ]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])
