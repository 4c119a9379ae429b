"""Many documents against services that misbehave: does the run end, and is every status right or said to be unknown?

usage: python bench/faults.py --shared ../shared --work DIR [--documents 200] [--papers 9] [--rate 0.3] [--workers 8]
                              [--seed 1]

CVs are generated from the records of the dumps in every format and style (`documents.py`); a server in another
process speaks the three services' protocols over those records and some others (`serving.py`). The documents are run
twice: undisturbed, and with a fault on that part of the requests. Then the statuses are compared mention by mention,
and the server's log is held against the limits: the most requests in any sliding window, and the most at once. All
mentions are asked for in one go, and judged document by document, as the people who wrote them would.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import random
import shutil
import sys
import time
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cv_styles import Paper
from documents import Case, cases, people_with_papers
from serving import Server, serving, table

from reconcile import pipeline
from reconcile.extract import extract
from reconcile.gather import Asking
from reconcile.mention import Match, Mention, Status
from reconcile.parse import parse
from reconcile.pipeline.asking import ask_sources
from reconcile.pipeline.judgement import reconcile_mentions
from reconcile.pipeline.log import log_of
from reconcile.settings import DEFAULT
from reconcile.setup import SOURCES, Addresses, make_sources
from sources.polite import Manners
from sources.store import DiskStore
from sources.throttle import Limit
from tests.services.server import Asked

# High enough that the bench ends in minutes, and low enough that eight workers would exceed them.
LIMITS = (
    ("crossref-list", Limit(40, 1.0, at_once=4)),
    ("crossref-single", Limit(40, 1.0, at_once=4)),
    ("dblp", Limit(40, 1.0, at_once=4)),
    ("sparql", Limit(10, 1.0, at_once=2)),
    ("anthology", Limit(5, 1.0, at_once=1)),
)
STRANGERS = 1_000
TIMEOUT = 5.0


def generated(shared: Path, seed: int, count: int, papers: int) -> Iterator[Case]:
    """Yield documents: every format in every style, with other people each time round."""
    rounds = (cases(shared, seed + at, papers, set(), set()) for at in itertools.count())
    return itertools.islice(itertools.chain.from_iterable(rounds), count)


def written(every: Iterable[Case], folder: Path) -> list[Paper]:
    """Write documents into a folder made anew; return the papers in them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    papers: list[Paper] = []
    for at, case in enumerate(every):
        name = case.style.replace(" ", "-").replace(",", "")
        (folder / f"{at:03d}-{name}{case.suffix}").write_bytes(case.content)
        papers += case.papers
    return papers


def strangers(shared: Path, seed: int) -> list[Paper]:
    """Return papers that are in no document on purpose, so that there is something to confuse them with."""
    every = [papers for _, papers in people_with_papers(shared)]
    return [random.Random(f"{seed} {at}").choice(papers) for at, papers in enumerate(every[:STRANGERS])]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run: the matches in document order, what `run.json` says of each source, the seconds it took."""

    matches: tuple[Match, ...]
    log: Mapping[str, Any]
    seconds: float


def run(mentions: Sequence[Mention], server: Server, cache: Path, workers: int) -> Outcome:
    """Ask for all mentions with an empty cache, and judge them."""
    cache.unlink(missing_ok=True)
    manners = Manners(mailto="bench@example.org", patience=20.0, timeout=TIMEOUT, failures=3, rest=2.0, limits=LIMITS)
    sources = make_sources(SOURCES, manners, DiskStore(cache), Addresses(**server.urls))
    begun = time.monotonic()
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", UserWarning)
        found = ask_sources(mentions, sources, DEFAULT, Asking(workers=workers))
    seconds = time.monotonic() - begun
    for text, times in collections.Counter(str(each.message) for each in said).items():
        print(f"  said {times} time{'s' * (times != 1)}: {text}")
    matches: list[Match] = []
    for _, places in itertools.groupby(range(len(mentions)), key=lambda at: mentions[at].document):
        own = list(places)
        matches += reconcile_mentions([mentions[at] for at in own], [found[at] for at in own], DEFAULT)[0]
    return Outcome(tuple(matches), log_of(matches, (), found, sources, DEFAULT)["sources"], seconds)


def lane(asked: Asked) -> str:
    """Return the lane under whose limit a request was put."""
    service, _, rest = asked.path.lstrip("/").partition("/")
    if service == "crossref":
        return "crossref-list" if rest == "works" else "crossref-single"
    return service


def crowds(log: Sequence[Asked]) -> Iterator[tuple[str, int, int, int]]:
    """Yield, for each lane: its requests, the most that came in within its stretch of time, the most at once."""
    for name, limit in LIMITS:
        mine = [asked for asked in log if lane(asked) == name]
        came = [asked.begun for asked in mine]
        most = max((sum(1 for other in came if 0 <= other - first < limit.seconds) for first in came), default=0)
        ends = [(asked.begun, 1) for asked in mine] + [(asked.answered, -1) for asked in mine]
        at_once = max(itertools.accumulate(step for _, step in sorted(ends)), default=0)
        yield name, len(mine), most, at_once


def place(match: Match) -> tuple[str, int, int, str]:
    mention = match.mention
    return mention.document, mention.first, mention.last, mention.text


def compare(quiet: Outcome, disturbed: Outcome) -> int:
    """Print how the statuses of two runs differ; return how many are neither the same nor `not-checked`."""
    moved: collections.Counter[tuple[str, str]] = collections.Counter()
    reasons: collections.Counter[str] = collections.Counter()
    wrong = 0
    for before, after in zip(quiet.matches, disturbed.matches, strict=True):
        assert place(before) == place(after)
        moved[before.status, after.status] += 1
        if after.status is before.status:
            continue
        if after.status is Status.NOT_CHECKED and after.gaps and all(gap.reason for gap in after.gaps):
            reasons.update({f"{gap.source}: {gap.reason.partition('(')[0]}" for gap in after.gaps})
            continue
        wrong += 1
        title = after.mention.claim.title[:60]
        print(f"  WRONG {before.status} -> {after.status}: {title!r}, gaps {[gap.reason for gap in after.gaps]}")
    for (was, is_), count in sorted(moved.items()):
        print(f"  {was:12} -> {is_:12} {count:5}")
    for reason, count in reasons.most_common():
        print(f"  not checked {count:3} times: {reason}")
    return wrong


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--documents", type=int, default=200)
    options.add_argument("--papers", type=int, default=9)
    options.add_argument("--rate", type=float, default=0.3)
    options.add_argument("--workers", type=int, default=8)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    papers = written(generated(given.shared, given.seed, given.documents, given.papers), given.work / "documents")
    count = table([*papers, *strangers(given.shared, given.seed)], given.work / "table.json")
    documents = pipeline.read_all([given.work / "documents"])
    mentions = [parse(entry) for document in documents for entry in extract(document)]
    print(f"{len(documents)} documents, {len(papers)} papers in them; {count} records at the services")
    with serving(given.work / "table.json", LIMITS) as server:
        quiet = run(mentions, server, given.work / "quiet.sqlite", given.workers)
        asked = server.log()
        open_ones = sum(match.status is Status.NOT_CHECKED for match in quiet.matches)
        print(
            f"undisturbed: {len(mentions)} mentions, {open_ones} of them not checked, {len(asked)} requests,"
            f" {quiet.seconds:.0f} s",
            flush=True,
        )
        server.have_a_bad_day(given.rate, given.seed)
        disturbed = run(mentions, server, given.work / "disturbed.sqlite", given.workers)
        log = server.log()
    met = collections.Counter(asked.fault for asked in log)
    share = 1 - met[""] / max(1, len(log))
    print(
        f"disturbed: {len(log)} requests, {share:.1%} of them met a fault of {len(met) - 1} kinds,"
        f" {disturbed.seconds:.0f} s"
    )
    wrong = compare(quiet, disturbed)
    exceeded = 0
    for told, every in (("undisturbed", asked), ("disturbed", log)):
        for (name, requests, most, at_once), (_, limit) in zip(crowds(every), LIMITS, strict=True):
            exceeded += most > limit.count or at_once > limit.at_once
            print(
                f"  {told} {name:16} {requests:5} requests, most in {limit.seconds:.0f} s: {most:3} of {limit.count:3};"
                f" at once: {at_once} of {limit.at_once}"
            )
    for source, row in disturbed.log.items():
        for sentence in row.get("set_aside", ()):
            print(f"  run.json, {source}: {sentence}")
    print(f"{wrong} wrong statuses, {exceeded} limits exceeded")
    return int(bool(wrong or exceeded))


if __name__ == "__main__":
    sys.exit(main())
