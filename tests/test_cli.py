"""The command line itself: verbs, help, what goes wrong, and what a person sees of a job that goes on."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import warnings
from pathlib import Path
from types import SimpleNamespace

import pytest

from reconcile import cli
from reconcile.cli import DONE, FLAGGED, UNANSWERED, UNUSABLE, VERBS, main
from reconcile.commands import Unusable
from reconcile.terminal import console


class Broken(Exception):
    """What the verb of these tests says is the user's to mend."""


@pytest.fixture
def verb(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A verb `try`, of which a test says what it does."""

    def add_arguments(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("thing", nargs="?")
        parser.description = "Try a thing."

    module = SimpleNamespace(FAULTS=(Broken,), add_arguments=add_arguments, run=lambda asked: DONE)
    monkeypatch.setitem(sys.modules, "reconcile.commands.try", module)  # type: ignore[arg-type]
    monkeypatch.setattr(cli, "VERBS", {**VERBS, "try": "try a thing"})
    return module


def raises(fault: BaseException) -> object:
    def run(_asked: argparse.Namespace) -> int:
        raise fault

    return run


def test_the_status_of_a_verb_is_that_of_the_command(verb: SimpleNamespace) -> None:
    verb.run = lambda asked: len(asked.thing)
    assert main(["try", "abc"]) == 3


def test_help_and_version(verb: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == DONE
    said = capsys.readouterr().out
    assert all(name in said and says in said for name, says in VERBS.items())
    assert main(["try", "--help"]) == DONE
    assert "Try a thing." in capsys.readouterr().out
    assert main(["--version"]) == DONE
    assert capsys.readouterr().out.startswith("reconcile 0.")


WRONG = [([], "COMMAND"), (["nonsense"], "nonsense"), (["--nonsense"], "COMMAND"), (["try", "a", "b"], "b")]


@pytest.mark.parametrize(("arguments", "named"), WRONG, ids=lambda value: " ".join(value) or "nothing")
def test_wrong_arguments_are_named(
    arguments: list[str], named: str, verb: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == UNUSABLE
    assert named in capsys.readouterr().err


FAULTS = [
    (Broken("list.txt: cut short"), "reconcile: list.txt: cut short\n"),
    (Unusable("--out: in\x1b[2J the way"), "reconcile: --out: in [2J the way\n"),
    (KeyboardInterrupt(), "reconcile: stopped\n"),
]


@pytest.mark.parametrize(("fault", "said"), FAULTS, ids=lambda value: type(value).__name__)
def test_a_fault_of_the_users_is_one_line(
    fault: BaseException, said: str, verb: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    verb.run = raises(fault)
    assert main(["try"]) == UNUSABLE
    assert capsys.readouterr() == ("", said)


def test_debug_shows_where_a_fault_comes_from(verb: SimpleNamespace) -> None:
    verb.run = raises(Broken("cut short"))
    with pytest.raises(Broken):
        main(["try", "--debug"])


def test_a_bug_is_not_taken_for_a_fault_of_the_users(verb: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    verb.run = raises(ZeroDivisionError("by nought"))
    assert main(["try"]) == UNUSABLE
    said = capsys.readouterr().err
    assert said.startswith("reconcile: this is a bug (ZeroDivisionError: by nought);")
    assert said.count("\n") == 1
    with pytest.raises(ZeroDivisionError):
        main(["try", "--debug"])


def test_a_command_that_does_not_load_is_a_bug(
    verb: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(name: str) -> object:
        raise ImportError(f"no module for {name}")

    monkeypatch.setattr(cli.importlib, "import_module", fails)
    assert main(["try"]) == UNUSABLE
    said = capsys.readouterr().err
    assert said.startswith("reconcile: this is a bug (ImportError: no module for reconcile.commands.try);")
    assert said.count("\n") == 1
    with pytest.raises(ImportError):
        main(["try", "--debug"])


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["try", "a", "--jobs", "3"], "reconcile try"),
        (["explain", "A. Lee. Title", "--jobs", "3"], "reconcile explain"),
        (["catalog", "info", "cat", "--jobs", "3"], "reconcile catalog info"),
    ],
)
def test_an_option_that_a_verb_has_not_is_one_line_and_names_the_help_of_the_verb(
    arguments: list[str], command: str, verb: SimpleNamespace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == UNUSABLE
    said = f"reconcile: unrecognized arguments: --jobs 3; `{command} --help` says what it takes\n"
    assert capsys.readouterr() == ("", said)


def test_a_warning_is_one_line(verb: SimpleNamespace, capsys: pytest.CaptureFixture[str]) -> None:
    verb.run = lambda asked: warnings.warn("the cache is damaged", stacklevel=1) or DONE
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        assert main(["try"]) == DONE
    assert capsys.readouterr().err == "reconcile: the cache is damaged\n"


def test_lines_hold_no_control_characters_and_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    console.complain("a\nb\x07c [red]d[/] :smile:")
    console.say("e\rf [bold]g[/]")
    assert capsys.readouterr() == ("e f [bold]g[/]\n", "reconcile: a b c [red]d[/] :smile:\n")


def test_a_meter_is_silent_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with console.meter("reading", "records") as meter:
        meter.begin(10)
        meter.doing("reading more")
        meter.step(3)
    assert capsys.readouterr() == ("", "")


def test_a_meter_shows_how_far_a_job_is(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with console.meter("reading", "records") as meter:
        meter.begin(10)
        meter.step(3)
        meter.step(4)
        meter.doing("reading [b]dblp.xml[/b]\x1b[2J")
    said = capsys.readouterr().err
    assert "7/10" in said
    assert "reading [b]dblp.xml[/b]" in said
    assert "\x1b[2Jx" not in said
    assert "records, " in said
    assert "a second, 0:00:0" in said


PACES = [
    ((50, 200, 10.0), ", 5.0 a second, 0:00:30 left"),
    ((50, None, 10.0), ", 5.0 a second"),
    ((8000, 5_000_000, 4.0), ", 2,000 a second, 0:41:36 left"),
    ((9, 8, 1.0), ", 9.0 a second, 0:00:00 left"),
    ((0, 200, 1.0), ""),
    ((5, 200, 0.0), ""),
]


@pytest.mark.parametrize(("far", "said"), PACES)
def test_a_pace_is_a_rate_and_the_time_left(far: tuple[int, int | None, float], said: str) -> None:
    assert console._pace(*far) == said


@pytest.mark.parametrize("twice", [False, True])
def test_ctrl_c_at_the_end_changes_no_status(twice: bool) -> None:
    program = f"""
import os, signal, sys
from reconcile import cli
def stopped(*_):
    os.kill(os.getpid(), signal.SIGINT)
if {twice}:
    cli._done = stopped
sys.argv = ["reconcile", "--version"]
status = cli.main()
os.kill(os.getpid(), signal.SIGINT)
sys.exit(status)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (UNUSABLE if twice else DONE, b"")


RUN = "run cv.txt --offline --cache kept --out out"
CHECK = "check refs.bib --offline --cache kept"
UNREAD = [
    ("--version", DONE, ""),
    ("compare pairs.csv --out out.csv", DONE, ""),
    (RUN, UNANSWERED, "; the files in out are complete"),
    (f"{RUN} --json", UNANSWERED, "; the files in out are complete"),
    (CHECK, FLAGGED, ""),
]


def unheard(arguments: str, folder: Path, output: int) -> tuple[int, str]:
    (folder / "pairs.csv").write_text("left_title,right_title\nOn Wool,On Wool\n")
    (folder / "cv.txt").write_text("Publications\n\nA. Bee. On Wool. Journal of Things 3, 2019.\n")
    (folder / "refs.bib").write_text("@misc{a, {{{\n" * 9)
    command = [sys.executable, "-m", "reconcile", *arguments.split()]
    done = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, text=True, cwd=folder, check=False)
    os.close(output)
    return done.returncode, done.stderr


@pytest.mark.parametrize(("arguments", "status", "_more"), UNREAD)
def test_who_reads_no_further_makes_nothing_fail(arguments: str, status: int, _more: str, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    assert unheard(arguments, tmp_path, writing) == (status, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(("arguments", "_status", "more"), UNREAD)
def test_an_output_that_is_full_is_one_line_and_no_bug(arguments: str, _status: int, more: str, tmp_path: Path) -> None:
    said = f"reconcile: standard output: No space left on device{more}\n"
    assert unheard(arguments, tmp_path, os.open("/dev/full", os.O_WRONLY)) == (UNUSABLE, said)
