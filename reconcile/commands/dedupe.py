"""`reconcile dedupe`: a table of records in, the same with the group of each row out."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence

from reconcile.arguments import InputError
from reconcile.commands import DONE
from reconcile.commands.options import add_table_options, jobs_of, settings_of
from reconcile.commands.repeated import tell_repeated
from reconcile.commands.writing import check_apart, check_input, check_table, opened
from reconcile.evidence.weights import WeightsError
from reconcile.pairing.blocking import BlockingFault
from reconcile.pairing.blocks import delimiter_of, table_of, written_as
from reconcile.pairing.grouping import Place, grouped, holding, left_open, written_groups
from reconcile.pairing.linking import Links, neighbours, written_links
from reconcile.pairing.rows import read_rows
from reconcile.piped import DASH
from reconcile.settings import DEFAULT
from reconcile.streaming import opening
from reconcile.streaming.opening import Input
from reconcile.streaming.part import OutputError
from reconcile.terminal import console
from reconcile.workers import WorkerDied

FAULTS: tuple[type[Exception], ...] = (InputError, OutputError, WorkerDied, WeightsError, BlockingFault)
_EPILOG = """TABLE.csv has a record a row, in columns title, authors, venue (or journal, booktitle), year, doi, volume,
pages; any but the title may be missing. Its columns are kept, but for those that are called group or probability:
these two are added at the end, in their place. group is the same number for rows that are one work;
probability is how likely the row and the best row of its group are one, and empty for that row itself, the one that
says most. A row joins a group only where it and that best row are the same.

exit status: 0 done; 2 unusable input or arguments."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the arguments of `dedupe`."""
    parser.description = "Group the rows of a table that are one work."
    parser.epilog = _EPILOG
    parser.add_argument(
        "table",
        metavar="TABLE.csv",
        help="separated by commas, semicolons or tabs; gzipped too; - is standard input",
    )
    parser.add_argument("--out", required=True, metavar="GROUPS.csv", help="file to write, or - for standard output")
    parser.add_argument(
        "--possible",
        default="",
        metavar="LINKS.csv",
        help="write here, or to standard output with -, the pairs of groups that are possibly one",
    )
    add_table_options(parser, DEFAULT.wrong)


def run(asked: argparse.Namespace) -> int:
    """Group the rows, and say what came of it."""
    settings = settings_of(asked)
    check_input(asked.table)
    check_table(asked.out, "--out", asked.table)
    if asked.possible:
        check_table(asked.possible, "--possible", asked.table)
        check_apart(asked.possible, "--possible", asked.out, "--out")
    begun = time.monotonic()
    with opening.text(Input(asked.table)) as text:
        table = written_as(table_of(text, asked.table, delimiter_of(asked.table)), asked.out, excel=asked.excel)
        rows = read_rows(table, kept=True)
    every: list[Links] = []
    with console.meter("grouping", "rows") as meter:
        meter.begin(len(rows))
        for links in neighbours(rows, settings, jobs_of(asked)):
            every.append(links)
            meter.step(1)
    places = grouped(rows, every, holding(rows, settings))
    with opened(asked.out) as write:
        for lines in written_groups(table, rows, places):
            write(lines)
    doubtful = left_open(every, places)
    if asked.possible:
        tell_repeated(asked.table, rows)
        with opened(asked.possible) as write:
            write(written_links(doubtful, rows, rows, delimiter_of(asked.possible), excel=asked.excel))
    say = console.complain if DASH in (asked.out, asked.possible) else console.say
    say(summary(places, len(doubtful), time.monotonic() - begun))
    if asked.out != DASH:
        say(f"groups: {asked.out}")
    if asked.possible not in ("", DASH):
        say(f"possible: {asked.possible}")
    elif doubtful and not asked.possible:
        say("--possible LINKS.csv lists what is possibly one, for you to decide")
    return DONE


def summary(places: Sequence[Place], looked: int, seconds: float) -> str:
    """Return what is said at the end: rows, groups, and how many pairs of groups a person should look at."""
    groups = len({place.best for place in places})
    left = (
        f"; {looked:,} {'pair of groups is' if looked == 1 else 'pairs of groups are'} possibly one" if looked else ""
    )
    repeated = len(places) - groups
    repeat = f"{repeated:,} {'row repeats' if repeated == 1 else 'rows repeat'} another"
    rows = f"{len(places):,} {'row' if len(places) == 1 else 'rows'}"
    return f"{rows}: {groups:,} {'group' if groups == 1 else 'groups'}, {repeat}{left} ({seconds:.1f} s)"
