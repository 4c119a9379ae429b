"""What a person sees at the terminal: progress while the sources are asked, and the summary at the end."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from reconcile import pipeline
from reconcile.mention import Flag, Match, Severity, Status
from reconcile.result import Result
from reconcile.tables import summary

_UNFOLDED = 160
_REASON = 200  # characters of a reason that the summary shows
SHOWN = 12  # error flags listed in the summary; the report has them all
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def complain(text: str) -> None:
    """Say one line on standard error."""
    _console(stderr=True).print(f"reconcile: {_one_line(text)}", markup=False, highlight=False, soft_wrap=True)


@contextmanager
def progress() -> Iterator[pipeline.Progress]:
    """Show how many questions were put, on standard error; nothing where that is no terminal."""
    console = _console(stderr=True)
    if not console.is_terminal:
        yield pipeline.Progress()
        return
    columns = (TextColumn("asking {task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("the sources", total=None)
        yield pipeline.Progress(
            begin=lambda total: bar.update(task, total=total),
            step=lambda source: bar.update(task, advance=1, description=source),
        )


def report(result: Result, out: Path, *, as_json: bool = False, verbose: bool = False) -> None:
    """Print what came of a run: as JSON, or as a table with the flags that matter most and where the files are."""
    if as_json:
        said = {"not_read": list(result.complaints), "not_answered": _silences(result), "out": str(out)}
        sys.stdout.write(json.dumps({**result.log["counts"], **said}, ensure_ascii=False) + "\n")
        return
    console = _console()
    console.print(_documents(result))
    for name in _silent(result):
        console.print(f"[yellow]nothing found:[/] {escape(_one_line(name))} holds no publication", soft_wrap=True)
    for line in result.complaints:
        console.print(f"[yellow]not read:[/] {escape(_one_line(line))}", soft_wrap=True)
    for line in _silences(result):
        console.print(f"[yellow]not answered:[/] {escape(_one_line(line))}", soft_wrap=True)
    _print_flags(console, result, verbose=verbose)
    console.print(f"bibliography: {out / 'bibliography.bib'}", markup=False, highlight=False, soft_wrap=True)
    console.print(f"report:       {out / 'report.html'}", markup=False, highlight=False, soft_wrap=True)


def _documents(result: Result) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("document", overflow="fold")
    for status in Status:
        table.add_column(str(status), justify="right")
    for severity, title in (("error", "errors"), ("warning", "warnings"), ("info", "notes")):
        table.add_column(title, justify="right", style=_COLOURS[Severity(severity)])
    for name in result.documents:
        table.add_row(escape(_one_line(name)), *_counts(m for m in result.matches if m.mention.document == name))
    if len(result.documents) > 1:
        table.add_row("all", *_counts(result.matches))
    return table


def _counts(matches: Iterable[Match]) -> list[str]:
    counted = summary(matches)
    return [str(count) for _, count in (*counted.statuses, *counted.severities)]


def _silent(result: Result) -> list[str]:
    """The documents in which nothing was found and of which nothing was said."""
    spoken = {match.mention.document for match in result.matches}
    complained = {name for name in result.documents for said in result.complaints if said.startswith(f"{name}:")}
    return [name for name in result.documents if name not in spoken | complained]


def _silences(result: Result) -> list[str]:
    """A line for each source that did not answer: for how many mentions, and the reason given most often."""
    lines = []
    for source, row in result.log["sources"].items():
        silent = sum(any(gap.source == source for gap in match.gaps) for match in result.matches)
        if silent:
            reasons = sorted(row["not_answered"], key=lambda each: (-each["times"], each["reason"]))
            others = len(reasons) - 1
            more = f", and {others} other reason{'s' if others > 1 else ''} in run.json" if others else ""
            lines.append(f"{source}, for {silent} mentions: {reasons[0]['example'][:_REASON]}{more}")
    return lines


def _print_flags(console: Console, result: Result, *, verbose: bool) -> None:
    if verbose:
        for match in result.matches:
            console.print(_heading(match), markup=False, highlight=False, soft_wrap=True)
            for flag in match.flags:
                _print_flag(console, flag, " ")
        return
    errors = [(match, flag) for match in result.matches for flag in match.flags if flag.severity is Severity.ERROR]
    for match, flag in errors[:SHOWN]:
        _print_flag(console, flag, f"{match.mention.document}:{match.mention.first}")
    if len(errors) > SHOWN:
        console.print(f"and {len(errors) - SHOWN} more errors: see the report", highlight=False)


def _heading(match: Match) -> str:
    title = match.mention.claim.title or match.mention.reading
    return _one_line(f"{match.mention.document}:{match.mention.first} {match.status} {title[:100]}")


def _print_flag(console: Console, flag: Flag, place: str) -> None:
    colour = _COLOURS[flag.severity]
    console.print(
        f"{escape(_one_line(place))} [{colour}]{flag.code}[/] {escape(_one_line(flag.says))}",
        highlight=False,
        soft_wrap=True,
    )


def _console(*, stderr: bool = False) -> Console:
    console = Console(stderr=stderr)
    if not console.is_terminal:  # a file or a pipe has no width that lines should be folded to
        console.width = _UNFOLDED
    return console


def _one_line(text: str) -> str:
    """Return text without control characters, so that a document cannot steer the terminal."""
    return "".join(char if char.isprintable() else " " for char in text).rstrip()
