"""`reconcile link`: two tables of records in, the rows that are one work out."""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence

from reconcile.arguments import InputError
from reconcile.commands import DONE, Unusable
from reconcile.commands.options import add_table_options, jobs_of, settings_of
from reconcile.commands.repeated import tell_repeated
from reconcile.commands.writing import check_input, check_table, opened
from reconcile.comparison import Decision
from reconcile.evidence.weights import WeightsError
from reconcile.pairing.blocking import BlockingFault
from reconcile.pairing.blocks import delimiter_of, table_of
from reconcile.pairing.linking import Link, Links, best_of_each, linked, one_to_one, written_links
from reconcile.pairing.rows import Rows, read_rows
from reconcile.piped import DASH
from reconcile.settings import DEFAULT
from reconcile.streaming import opening
from reconcile.streaming.opening import Input
from reconcile.streaming.part import OutputError
from reconcile.terminal import console
from reconcile.workers import WorkerDied

FAULTS: tuple[type[Exception], ...] = (InputError, OutputError, WorkerDied, WeightsError, BlockingFault)
_EPILOG = """a table has a record a row, in columns title, authors, venue (or journal, booktitle), year, doi, volume,
pages; any but the title may be missing. A row is named by its column id, else by its number from 1; left_row
and right_row are the numbers of the rows in any case. Each left row is
given its likeliest right row, if that is same or possible; one that fits several works alike is possible. Several
left rows may be given one right row; with --one-to-one none is, and the likeliest links come first.

exit status: 0 done; 2 unusable input or arguments."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the arguments of `link`."""
    parser.description = "Find the rows of two tables that are one work."
    parser.epilog = _EPILOG
    parser.add_argument("left", metavar="LEFT.csv", help="separated by commas, semicolons or tabs; gzipped too")
    parser.add_argument("right", metavar="RIGHT.csv", help="the same")
    parser.add_argument("--out", required=True, metavar="LINKS.csv", help="file to write, or - for standard output")
    parser.add_argument("--one-to-one", action="store_true", help="let no row stand in two links")
    add_table_options(parser, DEFAULT.wrong)


def run(asked: argparse.Namespace) -> int:
    """Link the tables, and say what came of it."""
    settings = settings_of(asked)
    if asked.left == asked.right == DASH:
        raise Unusable("both tables are standard input; name a file for one of them")
    check_input(asked.left)
    check_input(asked.right)
    check_table(asked.out, "--out", asked.left, asked.right)
    begun = time.monotonic()
    left, right = _rows(asked.left), _rows(asked.right)
    for name, rows in ((asked.left, left), (asked.right, right)):
        tell_repeated(name, rows)
    with console.meter("linking", "rows") as meter:
        meter.begin(len(left))
        every = _counted(linked(left, right, settings, jobs_of(asked)), meter)
    links = one_to_one(every) if asked.one_to_one else best_of_each(every)
    with opened(asked.out) as write:
        write(written_links(links, left, right, delimiter_of(asked.out), excel=asked.excel))
    say = console.complain if asked.out == DASH else console.say
    say(summary(links, left, right, time.monotonic() - begun))
    if asked.out != DASH:
        say(f"links: {asked.out}")
    return DONE


def _rows(name: str) -> Rows:
    with opening.text(Input(name)) as text:
        return read_rows(table_of(text, name, delimiter_of(name)), kept=False)


def _counted(found: Iterable[Links], meter: console.Meter) -> list[Links]:
    every = []
    for links in found:
        every.append(links)
        meter.step(1)
    return every


def summary(links: Sequence[Link], left: Rows, right: Rows, seconds: float) -> str:
    """Return what is said at the end: how many rows, and how many links of each kind."""
    counts = Counter(link.decision for link in links)
    said = f"{counts[Decision.SAME]:,} same, {counts[Decision.POSSIBLE]:,} possible"
    rows = "row" if len(left) == 1 else "rows"
    return f"{len(left):,} {rows} held against {len(right):,}: {said} ({seconds:.1f} s)"
