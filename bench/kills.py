"""Runs killed at random moments: does the same command afterwards end as if nothing had happened?

usage: python bench/kills.py --shared ../shared --work DIR [--kills 100] [--seed 1]

A run of `reconcile run` over a few generated documents (`documents.py`) against the services on this machine
(`serving.py`) is begun, ended by SIGKILL, SIGINT, SIGTERM, or two of them, at a moment drawn at random from the length
of an undisturbed run, or by a limit on its memory or on the size of its files (a full disk), drawn at random too. Then
it is begun again with the same command and left alone. Its files are compared byte by byte
with those of the undisturbed run, the folder is looked through for anything left over, and the server's log for
questions that were put again although their answer was kept.

Each run is a process forked from this one, which has loaded the program already, so that the moments fall into the
work and not into the loading.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import os
import random
import resource
import shutil
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from documents import cases
from faults import written
from serving import Server, serving, table

import reconcile.commands.run  # noqa: F401 - loaded before the forks
import sources.anthology
import sources.crossref
import sources.dblp  # noqa: F401
from reconcile import cli
from reconcile.documents.outputs import FILES
from sources.manners import LIMITS
from sources.throttle import Limit
from tests.services.server import Asked

DOCUMENTS = 3
# The limits of the services would make every run a minute long.
FAST = Limit(200, 1.0, at_once=4)
DELAY = 0.02  # seconds that the server takes for an answer: a moment to be killed in
SIGNALS = {
    "SIGKILL": (signal.SIGKILL,),
    "SIGINT": (signal.SIGINT,),
    "SIGTERM": (signal.SIGTERM,),
    "SIGINT twice": (signal.SIGINT, signal.SIGINT),
}
# Most in bytes, of which a part drawn at random is given: of memory beside what is there, and of any one file.
LIMITED = {"memory": (resource.RLIMIT_AS, 150_000_000), "disk": (resource.RLIMIT_FSIZE, 120_000)}
ENDINGS = (*SIGNALS, *SIGNALS, *LIMITED)


class Job:
    """One command, again and again, each time in a process of its own."""

    def __init__(self, work: Path, server: Server) -> None:
        self.out, self.cache, self.said = work / "out", work / "cache" / "answers.sqlite", work / "said.txt"
        urls = [word for name, url in server.urls.items() for word in (f"--{name}-url", url)]
        self.argv = ["run", str(work / "documents"), "--out", str(self.out), "--cache", str(self.cache)]
        self.argv += ["--mailto", "bench@example.org", "--json", *urls]

    def clean(self) -> None:
        """Forget everything."""
        for folder in (self.out, self.cache.parent):
            shutil.rmtree(folder, ignore_errors=True)

    def begin(self, limited: str = "", share: float = 1.0) -> int:
        """Begin the command, with that share of what a limit gives at most; return the process."""
        child = os.fork()
        if child:
            return child
        with contextlib.suppress(BaseException):  # whatever it is, it must not get into what goes on in this process
            self._run(limited, share)
        os._exit(1)

    def _run(self, limited: str, share: float) -> None:
        with self.said.open("wb" if limited else "ab", buffering=0) as said:  # its size is limited too
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
        if limited:
            kind, most = LIMITED[limited]
            there = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
            most = int(share * most) + (there if limited == "memory" else 0)
            resource.setrlimit(kind, (most, most))
        try:
            os._exit(cli.main(self.argv))
        except BaseException:
            traceback.print_exc()
            raise

    def files(self) -> dict[str, bytes]:
        """Return what is in the folder of the output, by name."""
        return {path.name: path.read_bytes() for path in sorted(self.out.iterdir())} if self.out.is_dir() else {}

    def kept(self) -> set[str]:
        """Return the questions whose answers are kept."""
        if not self.cache.is_file():
            return set()
        with closing(sqlite3.connect(self.cache)) as database:
            try:
                return {row[0] for row in database.execute("SELECT request FROM answer")}
            except sqlite3.OperationalError:  # killed before the table was made
                return set()


def ended(child: int) -> int:
    """Wait for a process; return its exit status, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed(child: int, ending: tuple[signal.Signals, ...], after: float) -> int:
    """End a process after so many seconds; return its exit status."""
    time.sleep(after)
    for at, each in enumerate(ending):
        with contextlib.suppress(ProcessLookupError):
            time.sleep(0.05 * bool(at))
            os.kill(child, each)
    return ended(child)


def questions(log: tuple[Asked, ...], server: Server) -> Iterator[str]:
    """Yield the questions of a log as they are kept: address and parameters, without who asks."""
    base = server.urls["crossref"].removesuffix("/crossref")
    for asked in log:
        params = tuple(pair for pair in asked.params if pair[0] != "mailto")
        yield f"{base}{asked.path} {sorted(params)}"


def as_kept(request: str) -> str:
    """Return a kept question in the form of `questions`."""
    from urllib.parse import parse_qsl, unquote, urlsplit

    parts = urlsplit(request)
    pairs = sorted(parse_qsl(parts.query, keep_blank_values=True))
    return f"{parts.scheme}://{parts.netloc}{unquote(parts.path)} {pairs}"


def once(job: Job, server: Server, rng: random.Random, seconds: float) -> tuple[str, int, int, list[str]]:
    """Kill a run and go on; return how it ended, the answers kept and asked for till then, and what was wrong."""
    job.clean()
    ending, share = rng.choice(ENDINGS), rng.random()
    limited = ending in LIMITED
    child = job.begin(ending if limited else "", share)
    status = ended(child) if limited else killed(child, SIGNALS[ending], share * seconds)
    partial = job.files()
    kept = {as_kept(request) for request in job.kept()}
    first = list(questions(server.log(), server))
    assert kept <= set(first), f"these are kept and were not asked: {kept.difference(first)}"
    again = ended(job.begin())
    second = list(questions(server.log(), server))
    wrong = [f"the second run ended with {again}"] if again not in (0, 1) else []
    wrong += [f"asked again: {question}" for question in second if question in kept]
    wrong += [
        f"asked twice in one run: {each}"
        for each, times in collections.Counter(first).items()
        if times > 1 and each in kept
    ]
    visible = {name for name in partial if not name.startswith(".")}
    wrong += (
        [f"part of the files: {sorted(visible)}"] if visible and len(visible) != len(FILES) and status != -9 else []
    )
    return f"{ending}, exit {status}", len(kept), len(first), wrong


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    LIMITS.update(dict.fromkeys(LIMITS, FAST))
    chosen = [case for at, case in enumerate(cases(given.shared, given.seed, 5, {".md"}, set())) if at < DOCUMENTS]
    papers = written(chosen, given.work / "documents")
    table(papers, given.work / "table.json")
    lanes = [(f"crossref-{kind}", FAST) for kind in ("list", "single")]
    rng, outcomes, wrong = random.Random(given.seed), collections.Counter[str](), 0
    with serving(given.work / "table.json", lanes, DELAY) as server:
        job = Job(given.work, server)
        lengths, results = [], []
        for _ in range(3):
            job.clean()
            begun = time.monotonic()
            assert ended(job.begin()) in (0, 1), f"an undisturbed run fails; see {job.said}"
            lengths.append(time.monotonic() - begun)
            results.append(job.files())
        asked = len(server.log()) // 3
        assert results[0] == results[1] == results[2], "undisturbed runs differ"
        seconds = sorted(lengths)[1]
        print(f"undisturbed: {len(papers)} papers, {asked} requests, {seconds:.2f} s")
        saved = [0, 0]
        for nth in range(given.kills):
            if nth % 20 == 0:
                print(f"  {nth} kills, {wrong} went wrong", flush=True)
            outcome, kept, before, faults = once(job, server, rng, seconds)
            outcomes[outcome] += 1
            saved = [saved[0] + kept, saved[1] + before]
            files = job.files()
            faults += [f"other bytes: {name}" for name in results[0] if files.get(name) != results[0][name]]
            faults += [f"left over: {name}" for name in files if name not in results[0]]
            wrong += bool(faults)
            for fault in faults[:5]:
                print(f"  {outcome}: {fault}")
    for outcome, times in sorted(outcomes.items()):
        print(f"  {times:3} times {outcome}")
    print(f"{saved[1]} requests before the kills, {saved[0]} answers kept; {wrong} of {given.kills} kills went wrong")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
