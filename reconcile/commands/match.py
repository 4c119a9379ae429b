"""`reconcile match`: arguments to an input, a judge and an output; one call; a summary."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, fields
from pathlib import Path

from reconcile.arguments import InputError
from reconcile.bulk import Broken, Progress, Request, Stopped, Tally, match_file
from reconcile.bulk.catalogued import OpenJudge
from reconcile.commands import DONE, UNUSABLE, Unusable
from reconcile.commands.options import add_excel, add_jobs, add_weights, jobs_of, settings_of
from reconcile.evidence.weights import WeightsError
from reconcile.mention import Status
from reconcile.piped import DASH
from reconcile.settings import Settings
from reconcile.streaming.opening import Form, Input
from reconcile.streaming.part import OutputError
from reconcile.streaming.rows import Columns
from reconcile.terminal import console
from sources.catalog import Catalog, CatalogError

FAULTS: tuple[type[Exception], ...] = (InputError, OutputError, Broken, CatalogError, WeightsError)
_EPILOG = """each line of MATCHES.jsonl has the id of its row (its own, or the number of its line where rows have none),
status, probability, record, runner_up and reason. MATCHES.csv and .tsv have a row for each, with source, key, title,
authors, venue, year and doi of the record in columns; .json is one list; all may end in .gz. A row that cannot be read
is there too, as skipped, with its reason. A run that was stopped is gone on with by the same command.

exit status: 0 done; 2 unusable input or arguments, or stopped."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the arguments of `match`."""
    parser.description = "Match many publication strings against a local catalogue: a line or a row for each, in order."
    parser.epilog = _EPILOG
    parser.add_argument(
        "file",
        metavar="FILE",
        help="text of one string a line, .bib, .csv, .tsv, .jsonl, .json, .parquet; gzipped too; - is standard input",
    )
    parser.add_argument(
        "--catalog", required=True, type=Path, metavar="CATALOG", help="as built by `reconcile catalog build`"
    )
    parser.add_argument(
        "--out",
        required=True,
        metavar="MATCHES.jsonl",
        help="file to write (.jsonl, .json, .csv, .tsv), or - for standard output (jsonl)",
    )
    add_excel(parser)
    _add_input_options(parser)
    group = parser.add_argument_group("how")
    add_jobs(group)
    add_weights(group)
    group.add_argument("--evidence", action="store_true", help="add to each line what speaks for and against the match")
    group.add_argument("--restart", action="store_true", help="begin anew where an earlier run was stopped")


def _add_input_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("input")
    group.add_argument(
        "--format",
        type=_form,
        metavar="FORM",
        help=f"what FILE is: {', '.join(Form)} (default: as its name says, else as it begins; where that says nothing,"
        " as of a table on standard input, it is csv with --column or --columns, and text without)",
    )
    named = group.add_mutually_exclusive_group()
    named.add_argument("--column", metavar="NAME", help="column or key of the string (default: text)")
    named.add_argument(
        "--columns",
        type=_columns,
        metavar="title=NAME,...",
        help="columns of the fields instead: title=, authors=, venue=, year=, doi=",
    )


def _form(text: str) -> Form:
    if text not in list(Form):
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(Form)}")
    return Form(text)


def _columns(text: str) -> Columns:
    named = dict(part.strip().partition("=")[::2] for part in text.split(","))
    known = [field.name for field in fields(Columns) if field.name != "text"]
    if wrong := [name for name, column in named.items() if name not in known or not column]:
        raise argparse.ArgumentTypeError(f"{wrong[0]!r} is none of {', '.join(f'{name}=NAME' for name in known)}")
    if "title" not in named:
        raise argparse.ArgumentTypeError("title=NAME is missing, without which nothing is found; add it")
    return Columns(**named)


def run(asked: argparse.Namespace) -> int:
    """Match the file, and say what came of it."""
    settings = settings_of(asked)
    request = _request(asked, settings)
    opener = OpenJudge(asked.catalog, settings, explains=asked.evidence)
    try:
        with console.meter("matching", "strings") as meter:
            tally = match_file(request, opener, _shown(meter))
    except Stopped as stop:
        console.complain(str(stop))
        return UNUSABLE
    say = console.complain if request.out is None else console.say
    skipped = dict(tally.counts).get(Status.SKIPPED, 0)
    if 2 * skipped > tally.rows:
        console.complain(f"{skipped:,} of {tally.rows:,} rows are skipped; the reason of each says why")
    try:
        for line in summary(tally, asked.out):
            say(line)
    except OSError as fault:
        raise Unusable(f"standard output: {fault.strerror or fault}; {asked.out} is complete") from fault
    return DONE


def _request(asked: argparse.Namespace, settings: Settings) -> Request:
    source = Input(asked.file, asked.columns or Columns(text=asked.column or ""), asked.format)
    out = None if asked.out == DASH else Path(asked.out)
    if source.path and not source.path.is_file():
        raise Unusable(f"{source.path}: {_why_no_file(source.path)}")
    if not asked.out:
        raise Unusable("--out is empty; name a file, or - for standard output")
    if out and source.path and out.exists() and out.samefile(source.path):
        raise Unusable(f"--out {out}: this is the input itself; name another file")
    if asked.excel and out is None:
        raise Unusable("--out -: Excel reads tables; name a .csv or .tsv, gzipped or not")
    with Catalog.open(asked.catalog) as catalog:
        contents = catalog.contents
    rests_on = {
        "catalogue": {"built": contents.built, "rows": contents.rows, "records": dict(contents.records)},
        "judgement": settings.in_full(),
    }
    return Request(source, out, jobs_of(asked), asked.evidence, asked.restart, asked.excel, rests_on)


def _why_no_file(path: Path) -> str:
    if path.is_dir():
        return "this is a folder; name one of its files"
    return (
        "this is no file but a device or a pipe; give it as standard input, -"
        if path.exists()
        else "there is no such file"
    )


def _shown(meter: console.Meter) -> Progress:
    """Return a progress that shows strings done, of as many as the bytes read so far let expect."""
    seen = _Seen()

    def begin(size: int | None, done: int) -> None:
        seen.size, seen.before = size or 0, done

    def step(rows: int, place: int) -> None:
        seen.rows += rows
        if seen.size and place:
            meter.begin(max(seen.rows, (seen.before + seen.rows) * seen.size // place - seen.before))
        meter.step(rows)

    return Progress(begin, step, console.complain)


@dataclass(slots=True)
class _Seen:
    """How far a run has come: the input's bytes, the rows of an earlier run, and the rows since."""

    size: int = 0
    before: int = 0
    rows: int = 0


def summary(tally: Tally, out: str) -> list[str]:
    """Return what is said at the end: how many, how fast, how many of each status, and where they are."""
    if not tally.rows:
        return ["nothing to match: the input holds no publication strings"]
    counted = ", ".join(f"{count:,} {status}" for status, count in tally.counts if count)
    fresh = tally.rows - tally.resumed
    before = f", {tally.resumed:,} of them by an earlier run" if tally.resumed else ""
    took = f"{fresh:,} in {tally.seconds:.1f} s, {tally.rate:,.0f} a second"
    strings = "string" if tally.rows == 1 else "strings"
    return [f"{tally.rows:,} {strings}{before}: {counted} ({took})", *([] if out == DASH else [f"matches: {out}"])]
