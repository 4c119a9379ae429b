"""Attack every reader with inputs that a coverage-guided fuzzer makes, in turn, and keep what breaks one.

usage: python bench/fuzz.py FOLDER [--minutes 60] [--slice 60] [--only NAME ...]     attack
       python bench/fuzz.py FOLDER --table                                           what ran so far, as a table
       python bench/fuzz.py FOLDER --again                                           every kept input once more

It needs atheris, which is no dependency of the project:

    python3.11 -m venv FUZZ && FUZZ/bin/pip install atheris==3.0.0 -e . && FUZZ/bin/python bench/fuzz.py FOLDER

Each target (`fuzz_targets.py`) runs in a process of its own for a slice of time, then the next; what was found
interesting stays in FOLDER/corpus and is where its next slice begins. A crash is an exception that the reader does not
declare, an assertion of the target, a dead process, or an input of a few kilobytes that takes longer than two seconds.
Crashes are told apart by type and the place in the project; the shortest input of each is kept in
FOLDER/crashes/TARGET. FOLDER/log.jsonl has a line a slice.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(Path(__file__).parent))

# What is watched for coverage: the project, and the libraries in Python that read for it.
WATCHED = ["reconcile", "sources", "bibtexparser", "markdown_it", "pylatexenc", "docutils", "yaml", "docx"]
SLOW = 2.0  # seconds of processor time for one input; the watching takes most of it
HANG = 30  # seconds after which the process is ended
MEMORY = 3000  # MB
MEMORY_FILES = "/dev/shm" if Path("/dev/shm").is_dir() else None


class Crashes:
    """The crashes of one target: one file each, named by what happened and where."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, signature: str, content: bytes, told: str) -> None:
        """Keep an input, if it is the first of its kind or shorter than the one that is there."""
        self._folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256(signature.encode()).hexdigest()[:12]
        path = self._folder / digest
        if path.exists() and path.stat().st_size <= len(content):
            return
        path.write_bytes(content)
        path.with_suffix(".txt").write_text(f"{signature}\n\n{told}")


def signature_of(fault: BaseException) -> str:
    """Return what tells one crash from another: its type, and the innermost place in the project."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if str(ROOT) in frame.filename]
    own = [frame for frame in frames if "/bench/" not in frame.filename] or frames
    place = own[-1] if own else None
    where = f"{Path(place.filename).relative_to(ROOT)}:{place.lineno} {place.name}" if place else "?"
    return f"{type(fault).__name__} {where} {fault if isinstance(fault, AssertionError) else ''}"


def one(name: str, folder: Path, seconds: int) -> None:
    """Attack one target; does not return."""
    import atheris

    with atheris.instrument_imports(include=WATCHED):
        import fuzz_targets

        target = fuzz_targets.targets()[name]
        for seed in target.seeds:  # readers are loaded when they are first needed
            with contextlib.suppress(*target.declared, Exception):
                target.run(seed)
    corpus = folder / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds:
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = folder / "words" / name
    words.parent.mkdir(exist_ok=True)
    words.write_text("".join(f"{_quoted(word)}\n" for word in target.words.split(" ") if word))
    crashes = Crashes(folder / "crashes" / name)

    def attack(content: bytes) -> None:
        begun = time.process_time()
        try:
            target.run(content)
        except target.declared:
            pass
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as fault:  # noqa: BLE001 -- a panic of a library in Rust is no Exception
            crashes.keep(signature_of(fault), content, traceback.format_exc())
        if time.process_time() - begun > SLOW:
            crashes.keep("slow", content, f"{time.process_time() - begun:.1f} s")

    longest = max([target.longest, *map(len, target.seeds)])
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={seconds}",
            f"-max_len={longest}",
            f"-timeout={HANG}",
            f"-rss_limit_mb={MEMORY}",
            *([f"-dict={words}"] if target.words else []),
            f"-artifact_prefix={folder / 'crashes' / name}-",
            "-print_final_stats=1",
            "-verbosity=1",
            str(corpus),
        ],
        attack,
    )
    atheris.Fuzz()


def _quoted(word: str) -> str:
    r"""Return a word as libFuzzer's dictionaries have it: `"\x41b"`; an underscore stands for a space."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.replace("_", " ").encode()) + '"'


def attack_all(folder: Path, minutes: float, seconds: int, only: list[str]) -> None:
    """Attack the targets in turn until the time is over."""
    names = only or names_of_targets()
    ends = time.monotonic() + 60 * minutes
    (folder / "crashes").mkdir(parents=True, exist_ok=True)
    while time.monotonic() < ends:
        for name in names:
            if time.monotonic() >= ends:
                break
            _slice(name, folder, seconds)


def _slice(name: str, folder: Path, seconds: int) -> None:
    """Run one slice in a process of its own, and write what came of it to the log."""
    begun, used = time.monotonic(), os.times().children_user
    command = [sys.executable, __file__, str(folder), "--one", name, "--slice", str(seconds)]
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=MEMORY_FILES) as scratch:
        environment = os.environ | {"FUZZ_SCRATCH": scratch}
        ended = subprocess.run(command, capture_output=True, check=False, env=environment)
    said = ended.stderr.decode("utf-8", "replace")
    runs = re.search(r"stat::number_of_executed_units:\s*(\d+)", said)
    if not runs:  # the process died: what was run up to then
        runs = list(re.finditer(r"^#(\d+)\s", said, re.MULTILINE))[-1:] or None
        runs = runs[0] if runs else None
    features = re.findall(r"ft: (\d+)", said)
    line = {
        "target": name,
        "executions": int(runs[1]) if runs else 0,
        "ended": time.strftime("%H:%M:%S"),
        "seconds": round(time.monotonic() - begun, 1),
        "processor": round(os.times().children_user - used, 1),
        "features": int(features[-1]) if features else 0,
        "status": ended.returncode,
        "crashes": len(list((folder / "crashes" / name).glob("*.txt"))),
    }
    with (folder / "log.jsonl").open("a") as log:
        log.write(json.dumps(line) + "\n")
    if ended.returncode:
        (folder / f"died-{name}.log").write_text(said[-20_000:])
    print(json.dumps(line), flush=True)


def names_of_targets() -> list[str]:
    """Return the names of all targets, without loading the readers here."""
    code = "import fuzz_targets; print(' '.join(fuzz_targets.targets()))"
    path = os.pathsep.join([str(Path(__file__).parent), str(ROOT)])
    with tempfile.TemporaryDirectory(prefix="fuzz-") as scratch:
        environment = os.environ | {"PYTHONPATH": path, "FUZZ_SCRATCH": scratch}
        found = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True
        )
    return found.stdout.split()


def table(folder: Path) -> None:
    """Print what ran."""
    rows: dict[str, list[dict[str, float]]] = defaultdict(list)
    for line in (folder / "log.jsonl").read_text().splitlines():
        row = json.loads(line)
        rows[row["target"]].append(row)
    print(f"{'target':16} {'executions':>12} {'minutes':>8} {'processor':>10} {'features':>9} {'deaths':>7}")
    for name, every in sorted(rows.items()):
        print(_row(name, every))
    print(_row("all", [row for several in rows.values() for row in several]))


def _row(name: str, slices: list[dict[str, float]]) -> str:
    keys = ("executions", "seconds", "processor")
    runs, seconds, used = (int(sum(row.get(key, 0) for row in slices)) for key in keys)
    features, deaths = int(max(row["features"] for row in slices)), sum(bool(row["status"]) for row in slices)
    return f"{name:16} {runs:12,} {seconds / 60:8.1f} {used / 60:10.1f} {features:9,} {deaths:7}"


def again(folder: Path) -> None:
    """Run every kept input once, without watching, and say what comes of it."""
    import fuzz_targets

    targets = fuzz_targets.targets()
    for path in sorted((folder / "crashes").glob("*/*")):
        if path.suffix:
            continue
        target = targets[path.parent.name]
        begun = time.process_time()
        try:
            target.run(path.read_bytes())
            came = "fine"
        except target.declared as fault:
            came = f"declared: {type(fault).__name__}"
        except BaseException as fault:  # noqa: BLE001
            came = f"CRASH {signature_of(fault)}"
        print(f"{path.parent.name}/{path.name}: {came} ({time.process_time() - begun:.2f} s)")
    shutil.rmtree(fuzz_targets.SCRATCH)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--slice", type=int, default=60, help="seconds")
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.one:
        one(asked.one, asked.folder.resolve(), asked.slice)
    elif asked.table:
        table(asked.folder)
    elif asked.again:
        again(asked.folder)
    else:
        attack_all(asked.folder.resolve(), asked.minutes, asked.slice, asked.only)


if __name__ == "__main__":
    main()
