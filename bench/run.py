"""Time the main job as a user runs it, process start included, and check that its bytes do not change.

usage: python bench/run.py [--times N]

Prints the median, least and greatest wall time of `reconcile run tests/documents --replay cassettes`, the peak
memory, and whether every run wrote the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def once(out: Path) -> tuple[float, str]:
    """Run the job into a folder; return the seconds it took and a digest of what it wrote."""
    job = ["run", "tests/documents", "--replay", "cassettes", "--out", str(out), "--json"]
    command = [sys.executable, "-m", "reconcile", *job]
    begun = time.perf_counter()
    status = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode
    seconds = time.perf_counter() - begun
    if status not in (0, 1):
        raise SystemExit(f"the run ended with status {status}")
    digest = hashlib.sha256()
    for path in sorted(out.iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return seconds, digest.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    runs = []
    for _ in range(parser.parse_args().times):
        with tempfile.TemporaryDirectory() as folder:
            runs.append(once(Path(folder)))
    seconds = [taken for taken, _ in runs]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    same = "the same bytes each time" if len({digest for _, digest in runs}) == 1 else "DIFFERENT BYTES"
    print(
        f"{len(runs)} runs: median {statistics.median(seconds):.2f} s, {min(seconds):.2f} to {max(seconds):.2f} s;"
        f" peak {peak:.0f} MB; {same}"
    )


if __name__ == "__main__":
    main()
