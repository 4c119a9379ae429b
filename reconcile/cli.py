"""The command line: a verb, the one module that knows it, and an exit status.

Nothing is loaded here that the chosen verb does not need: `reconcile match` starts without the libraries of
`reconcile run`, and `reconcile --help` loads no verb at all.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import sys
import warnings
from collections.abc import Mapping, Sequence
from typing import NoReturn, cast

from reconcile import __version__
from reconcile.commands import DONE, FLAGGED, UNANSWERED, UNUSABLE, Command, Unusable
from reconcile.terminal import console
from reconcile.terminal.interrupts import ended_like_ctrl_c, unheeded

__all__ = ["DONE", "FLAGGED", "UNANSWERED", "UNUSABLE", "VERBS", "main"]

# Each verb and its line in the help; its module is `reconcile.commands.<verb>`.
VERBS: Mapping[str, str] = {
    "run": "reconcile the publications of documents",
    "match": "find the records of many publication strings in a catalogue",
    "check": "check every entry of a bibliography",
    "clean": "fix and complete a bibliography without loss",
    "compare": "say of pairs of records whether they are one work",
    "link": "find the matching rows of two tables",
    "dedupe": "find the rows of a table that are one work",
    "explain": "show what speaks for and against each record of a string",
    "fit": "fit the weights to labelled pairs",
    "catalog": "build, extend and describe a local catalogue of records",
    "cache": "describe or clear the kept answers of the services",
}
_EPILOG = """exit status: 0 done, nothing flagged as an error; 1 done, at least one error flag;
2 unusable input or arguments; 3 done, but a source could not be asked."""
# How many objects are made before the collector looks for circles: with Python's own 700 it looks for a tenth of the
# time, with 50,000 for a twelfth of it where records are remembered, and finds next to none.
_COLLECTED = (500_000, 20, 20)


class _Version(argparse.Action):
    """Prints the version."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        console.say(f"reconcile {__version__}")
        parser.exit()


class _Help(argparse.HelpFormatter):
    """Help whose paragraphs are as wide as the terminal lets them be."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n\n".join(super(_Help, self)._fill_text(each, width, indent) for each in text.split("\n\n"))


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong, and what to do: our own messages do, argparse's do not."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and end the command."""
        console.complain(message if ";" in message else f"{message}; `{self.prog} --help` says what it takes")
        self.exit(UNUSABLE)


class _VerbParser(_Parser):
    """The parser of a verb, which itself refuses what it does not know: the help named is then its own."""

    def parse_known_args(  # type: ignore[override]  # the overloads differ by the type of the namespace alone
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Return the arguments and nothing left over; ends the command where something is."""
        asked, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return asked, left


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    gc.set_threshold(*_COLLECTED)
    warnings.showwarning = _warn
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows another
    try:
        status = _done(sys.argv[1:] if argv is None else list(argv))
    except KeyboardInterrupt:  # once more, while that was said
        status = UNUSABLE
    if argv is None:
        unheeded()
    return _heard(status)


def _heard(status: int) -> int:
    """Return the exit status once all that was said is out: a help may be left, and what a command said at its end."""
    try:
        with console.heard():
            pass
    except console.Unheard as fault:
        if status != UNUSABLE:  # else the reason was told
            console.complain(str(fault))
        return UNUSABLE
    return status


def _done(given: list[str]) -> int:
    verb = next((word for word in given if not word.startswith("-")), "")
    try:
        command = _command(verb) if verb in VERBS else None
        asked = _parser(verb, command).parse_args(given)
    except SystemExit as stop:
        return UNUSABLE if stop.code else DONE
    except console.Unheard as fault:
        console.complain(str(fault))
        return UNUSABLE
    except KeyboardInterrupt:
        return _stopped()
    except Exception as bug:  # a command that does not load
        if "--debug" in given:
            raise
        return _bug(bug)
    return _run(command, asked) if command else UNUSABLE


def _run(command: Command, asked: argparse.Namespace) -> int:
    faults: tuple[type[Exception], ...] = (Unusable, console.Unheard, *command.FAULTS)
    try:
        with ended_like_ctrl_c():
            return command.run(asked)
    except faults as fault:
        if asked.debug:
            raise
        console.complain(str(fault))
        return UNUSABLE
    except KeyboardInterrupt as stop:
        return _stopped(str(stop))
    except Exception as bug:
        if asked.debug:
            raise
        return _bug(bug)


def _bug(bug: Exception) -> int:
    """Say in one line what went wrong that should not."""
    what = f"{type(bug).__name__}: {bug}".rstrip(": ")
    console.complain(f"this is a bug ({what}); the same command with --debug shows where, please report it")
    return UNUSABLE


def _stopped(said: str = "") -> int:
    """Say that the user stopped the command, and what became of its output where that is known."""
    console.complain(said or "stopped")
    return UNUSABLE


def _command(verb: str) -> Command:
    """Return the module of a verb; what loading makes stays, and is never looked through for circles."""
    name = f"reconcile.commands.{verb}"
    if name in sys.modules or not gc.isenabled():
        return cast(Command, importlib.import_module(name))
    gc.disable()
    try:
        return cast(Command, importlib.import_module(name))
    finally:
        gc.freeze()
        gc.enable()


def _parser(chosen: str, command: Command | None) -> argparse.ArgumentParser:
    """Return the parser of the command line, in which only the chosen verb has its arguments."""
    top = _Parser(
        prog="reconcile",
        description="Publication lists in, verified BibTeX out, with flags where claim and record part.",
        epilog=_EPILOG,
        formatter_class=_Help,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND", parser_class=_VerbParser)
    for verb, says in VERBS.items():
        parser = verbs.add_parser(verb, help=says, formatter_class=_Help)
        parser.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)
        if command and verb == chosen:
            command.add_arguments(parser)
    return top


def _warn(message: Warning | str, *_place: object, **_more: object) -> None:
    """Say a warning as one line, without the place in the program."""
    console.complain(str(message))
