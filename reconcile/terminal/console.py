"""What a person sees at the terminal: progress while the sources are asked, and the summary at the end.

What draws, and the nouns of a run, are loaded when something of theirs is shown: they take a fifth of a second, and a
line needs none of them.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sources.text import shortened

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from reconcile.mention import Flag, Match
    from reconcile.pipeline import Progress
    from reconcile.result import Result

_UNFOLDED = 160
_REASON = 200  # characters of a reason that the summary shows
SHOWN = 12  # flags of one severity that the summary lists; the report has them all
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}  # by severity
_FLAGS = {"error": "errors", "warning": "warnings", "info": "notes"}  # what their columns are called


@dataclass(frozen=True, slots=True)
class Meter:
    """What a long job tells while it goes on: how much there is to do, if known, and what it has done since."""

    begin: Callable[[int | None], None] = lambda _total: None
    step: Callable[[int], None] = lambda _done: None
    doing: Callable[[str], None] = lambda _what: None


def complain(text: str) -> None:
    """Say one line on standard error; where nobody can read it, go on."""
    with suppress(OSError):
        sys.stderr.write(f"reconcile: {_one_line(text)}\n")


class Unheard(OSError):
    """Standard output cannot be written, as on a full disk; the message is one line."""

    def __str__(self) -> str:
        """What the system says of it."""
        return f"standard output: {self.strerror}"


def say(text: str) -> None:
    """Say one line on standard output. Raises `Unheard` where it cannot be said."""
    with heard():
        sys.stdout.write(f"{_one_line(text)}\n")


@contextmanager
def heard() -> Iterator[None]:
    """Raise `Unheard` for what the system says against standard output, which is not written to any more.

    Who closes it, as `| head` does, has read enough: that is no fault of what was done.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _hush()
    except OSError as fault:
        _hush()
        raise Unheard(fault.errno, fault.strerror or str(fault)) from fault


def _hush() -> None:
    """Let what is still to be written to standard output go nowhere: Python would complain of it at its end."""
    if sys.__stdout__ and sys.stdout is sys.__stdout__:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def progress() -> Iterator[Progress]:
    """Show how many questions were put, on standard error; nothing where that is no terminal."""
    from reconcile.pipeline import Progress

    with meter("asking the sources", "questions") as shown:
        yield Progress(begin=shown.begin, step=lambda source: _stepped(shown, source))


def _stepped(shown: Meter, source: str) -> None:
    shown.doing(f"asking {source}")
    shown.step(1)


@contextmanager
def meter(doing: str, unit: str) -> Iterator[Meter]:
    """Show how far a job is, its rate and the time left, on standard error; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield Meter()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        *(TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn()),
        TextColumn("{task.fields[pace]}", markup=False),
    )
    with Progress(*columns, console=_console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None, pace=unit)
        begun = time.monotonic()

        def step(done: int) -> None:
            bar.update(task, advance=done)
            here = bar.tasks[0]
            pace = _pace(int(here.completed), here.total, time.monotonic() - begun)
            bar.update(task, pace=f"{unit}{pace}")

        yield Meter(
            begin=lambda total: bar.update(task, total=total),
            step=step,
            doing=lambda what: bar.update(task, description=_one_line(what)),
        )


def _pace(done: int, total: float | None, seconds: float) -> str:
    """Return the rate since the beginning and the time left.

    rich reckons both anew whenever the total changes, which an estimated total does at each step.

    >>> _pace(50, 200, 10.0), _pace(50, None, 10.0), _pace(0, 200, 0.0)
    (', 5.0 a second, 0:00:30 left', ', 5.0 a second', '')
    """
    if done <= 0 or seconds <= 0:
        return ""
    from datetime import timedelta

    rate = done / seconds
    left = f", {timedelta(seconds=round(max(total - done, 0) / rate))} left" if total is not None else ""
    return f", {rate:,.{0 if rate >= 10 else 1}f} a second{left}"


def report(result: Result, out: Path, *, as_json: bool = False, verbose: bool = False) -> None:
    """Print what came of a run: as JSON, or as a table with the flags that matter most and where the files are."""
    if as_json:
        said = {"not_read": list(result.complaints), "not_answered": _silences(result), "out": str(out)}
        sys.stdout.write(json.dumps({**result.log["counts"], **said}, ensure_ascii=False) + "\n")
        return
    console = _console()
    console.print(_documents(result, console.width))
    for name in _silent(result):
        console.print(f"[yellow]nothing found:[/] {_safe(name)} holds no publication", soft_wrap=True)
    for line in result.complaints:
        console.print(f"[yellow]not read:[/] {_safe(line)}", soft_wrap=True)
    for what, line in _left_open(result):
        console.print(f"[yellow]{what}:[/] {_safe(line)}", soft_wrap=True)
    _print_flags(console, result, verbose=verbose)
    if line := _put_aside(result):
        console.print(f"[yellow]put aside:[/] {_safe(line)}", soft_wrap=True)
    if line := _undecided(result, out):
        console.print(f"[yellow]possible:[/] {_safe(line)}", soft_wrap=True)
    console.print(f"bibliography: {out / 'bibliography.bib'}", markup=False, highlight=False, soft_wrap=True)
    console.print(f"report:       {out / 'report.html'}", markup=False, highlight=False, soft_wrap=True)


def _documents(result: Result, width: int) -> Table:
    """Return the counts of each document; in a terminal too narrow for them only those that are not all 0."""
    from rich.table import Table

    from reconcile.mention import Status

    every = _counts(result.matches)
    heads = [*map(str, Status), *_FLAGS.values()]
    longest = max(map(len, ("document", *result.documents)))
    fits = longest + sum(len(head) + 1 for head in heads) <= width
    shown = [at for at, count in enumerate(every) if fits or count != "0"]
    styles = [*[""] * len(Status), *[_COLOURS[severity] for severity in _FLAGS]]
    table = Table(box=None, pad_edge=False)
    table.add_column("document", overflow="fold")
    for at in shown:
        table.add_column(heads[at], justify="right", style=styles[at])
    unread = _unread(result)
    for name in result.documents:
        counts = _counts(m for m in result.matches if m.mention.document == name)
        table.add_row(_safe(name), *["–" if name in unread else counts[at] for at in shown])
    if len(result.documents) > 1:
        table.add_row("all", *[every[at] for at in shown])
    return table


def _counts(matches: Iterable[Match]) -> list[str]:
    from reconcile.tables.rows import summary

    counted = summary(matches)
    return [str(count) for _, count in (*counted.statuses, *counted.severities)]


def _silent(result: Result) -> list[str]:
    """The documents in which nothing was found and of which nothing was said."""
    spoken = {match.mention.document for match in result.matches} | _unread(result)
    return [name for name in result.documents if name not in spoken]


def _unread(result: Result) -> set[str]:
    """The documents in which nothing was found and of which it is said why."""
    spoken = {match.mention.document for match in result.matches}
    told = {name for name in result.documents for said in result.complaints if said.startswith(f"{name}:")}
    return told - spoken


def _put_aside(result: Result) -> str:
    """Say how many flags a person put aside, and by which rows of the table of decisions."""
    aside = [each for match in result.matches for each in match.put_aside]
    rows = list(dict.fromkeys(sorted((each.row, each.flag.code) for each in aside)))
    more = f" and {len(rows) - SHOWN} more" if len(rows) > SHOWN else ""
    said = ", ".join(f"row {row} {code}" for row, code in rows[:SHOWN])
    return f"{_number(len(aside), 'flag')} by the table of decisions: {said}{more}" if aside else ""


def _undecided(result: Result, out: Path) -> str:
    """Say what to do about matches that are only possible, where there are any."""
    from reconcile.mention import Status

    left = sum(match.status is Status.POSSIBLE for match in result.matches)
    if not left:
        return ""
    told = f"{left:,} match{' is' if left == 1 else 'es are'} yours to decide"
    return f"{told}: write yes or no in a column decision of {out / 'mentions.csv'}, and give the table to --decisions"


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _left_open(result: Result) -> tuple[tuple[str, str], ...]:
    """What could not be looked for everywhere, in words for anybody."""
    from reconcile.report.silences import silence

    left_open = silence(result.matches)
    return left_open.lines if left_open else ()


def _silences(result: Result) -> list[str]:
    """A line for each source that left mentions open: what that comes to, and the reason given most often."""
    from reconcile.mention import Status
    from reconcile.report.silences import what_it_cost

    lines = []
    for source, row in result.log["sources"].items():
        open_ = [match for match in result.matches if any(gap.source == source for gap in match.gaps)]
        if open_:
            reasons = sorted(row["not_answered"], key=lambda each: (-each["times"], each["reason"]))
            others = len(reasons) - 1
            more = f", and {others} other reason{'s' if others > 1 else ''} in run.json" if others else ""
            cost = what_it_cost(len(open_), sum(match.status is Status.NOT_CHECKED for match in open_))
            lines.append(f"{source}: {cost}: {shortened(reasons[0]['example'], _REASON)}{more}")
    return lines


def _print_flags(console: Console, result: Result, *, verbose: bool) -> None:
    if verbose:
        for match in result.matches:
            console.print(_heading(match), markup=False, highlight=False, soft_wrap=True)
            for flag in match.flags:
                _print_flag(console, flag, " ")
        return
    for severity, most in (("error", SHOWN), ("warning", 0)):
        _print_severity(console, result, severity, most)


def _print_severity(console: Console, result: Result, severity: str, most: int) -> None:
    """Print the flags of a severity; of more than `SHOWN` only the first `most`, and how many others there are."""
    from reconcile.places import short_place_of

    flags = [(match, flag) for match in result.matches for flag in match.flags if flag.severity == severity]
    shown = flags if len(flags) <= SHOWN else flags[:most]
    for match, flag in shown:
        _print_flag(console, flag, short_place_of(match.mention))
    if left := len(flags) - len(shown):
        more = f"and {left:,} more errors" if shown else f"{left:,} {severity}s"
        console.print(f"{more}: see the report, or say --verbose", highlight=False)


def _heading(match: Match) -> str:
    from reconcile.places import short_place_of

    title = match.mention.claim.title or match.mention.reading
    return _one_line(f"{short_place_of(match.mention)} {match.status} {shortened(title, 100)}")


def _print_flag(console: Console, flag: Flag, place: str) -> None:
    colour = _COLOURS[flag.severity]
    console.print(
        f"{_safe(place)} [{colour}]{flag.severity} {flag.code}[/] {_safe(flag.says)}",
        highlight=False,
        soft_wrap=True,
    )


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    class Raising(Console):
        """Lets a closed output be known; rich would end the program, with the status of a run that found errors."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))

    console = Raising(stderr=stderr)
    if not console.is_terminal:  # a file or a pipe has no width that lines should be folded to
        console.width = _UNFOLDED
    return console


def _safe(text: str) -> str:
    """Return text as one line in which rich sees no markup."""
    from rich.markup import escape

    return escape(_one_line(text))


def _one_line(text: str) -> str:
    """Return text without control characters, so that a document cannot steer the terminal."""
    return "".join(char if char.isprintable() else " " for char in text).rstrip()
