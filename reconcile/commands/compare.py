"""`reconcile compare`: a table of pairs of records in, the same with how likely each pair is one work out."""

from __future__ import annotations

import argparse
import time
from collections import Counter

from reconcile.arguments import InputError
from reconcile.commands import DONE
from reconcile.commands.options import Estimate, add_table_options, jobs_of, settings_of
from reconcile.commands.writing import Write, check_input, check_table, opened
from reconcile.comparison import Decision
from reconcile.evidence.weights import WeightsError
from reconcile.pairing.blocks import delimiter_of, table_of, written_as
from reconcile.pairing.scoring import scored
from reconcile.piped import DASH
from reconcile.settings import EVEN, Settings
from reconcile.streaming import opening
from reconcile.streaming.opening import Input
from reconcile.streaming.part import OutputError
from reconcile.terminal import console
from reconcile.workers import WorkerDied

FAULTS: tuple[type[Exception], ...] = (InputError, OutputError, WorkerDied, WeightsError)
_EPILOG = """PAIRS.csv has a pair of records a row: left_title, left_authors, left_venue, left_year, left_doi,
left_volume, left_pages and the same with right_; any but the titles may be missing. All columns are kept, but for
those that are called probability, decision or why: these three are added at the end, in their place. decision is
same, possible or different. The same memory serves a table of any length.

exit status: 0 done; 2 unusable input or arguments."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the arguments of `compare`."""
    parser.description = "Say of each pair of records in a table how likely the two are one work, and why."
    parser.epilog = _EPILOG
    parser.add_argument(
        "pairs",
        metavar="PAIRS.csv",
        help="separated by commas, semicolons or tabs; gzipped too; - is standard input",
    )
    parser.add_argument("--out", required=True, metavar="SCORED.csv", help="file to write, or - for standard output")
    add_table_options(parser, EVEN)


def run(asked: argparse.Namespace) -> int:
    """Score the pairs, and say what came of it."""
    settings = settings_of(asked)
    check_input(asked.pairs)
    check_table(asked.out, "--out", asked.pairs)
    begun = time.monotonic()
    with opened(asked.out) as write:
        counts = _scored(asked, write, settings)
    say = console.complain if asked.out == DASH else console.say
    say(summary(counts, time.monotonic() - begun))
    if asked.out != DASH:
        say(f"scored: {asked.out}")
    return DONE


def _scored(asked: argparse.Namespace, write: Write, settings: Settings) -> Counter[Decision]:
    pairs = asked.pairs
    source = Input(pairs)
    counts: Counter[Decision] = Counter()
    with opening.text(source) as text, console.meter("comparing", "pairs") as meter:
        shown = Estimate(meter, source.size)
        table = written_as(table_of(text, pairs, delimiter_of(pairs)), asked.out, excel=asked.excel)
        for part in scored(table, settings, jobs_of(asked)):
            write(part.lines)
            counts.update(dict(part.counts))
            shown.step(part.rows, part.place)
    return counts


def summary(counts: Counter[Decision], seconds: float) -> str:
    """Return what is said at the end: how many pairs, how many of each decision, and how fast."""
    pairs = counts.total()
    if not pairs:
        return "nothing to compare: the table has no rows"
    said = ", ".join(f"{counts[decision]:,} {decision}" for decision in Decision)
    rate = f" ({seconds:.1f} s, {pairs / seconds:,.0f} a second)" if seconds else ""
    return f"{pairs:,} {'pair' if pairs == 1 else 'pairs'}: {said}{rate}"
