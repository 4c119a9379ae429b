"""The command line: arguments to settings, sources and files; one call; an exit status."""

from __future__ import annotations

import argparse
import io
import sys
import warnings
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

from reconcile import console, output, pipeline
from reconcile.documents import Unreadable, read_stdin
from reconcile.documents.block import Document
from reconcile.mention import Status
from reconcile.result import Result
from reconcile.setup import ADDRESSES, SOURCES, Addresses, make_sources, versions
from sources import tape
from sources.polite import Manners
from sources.store import DiskStore, MemoryStore

DONE, FLAGGED, UNUSABLE, UNANSWERED = 0, 1, 2, 3
_FAILURES = 3  # questions a service may leave unanswered in a row, each tried several times, before it is set aside
_EPILOG = """exit status: 0 done, nothing flagged as an error; 1 done, at least one error flag;
2 unusable input or arguments; 3 done, but a source could not be asked."""


class Unusable(Exception):
    """An argument that cannot be used; the message names it and what to do."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(
        prog="reconcile",
        description="Publication lists in, verified BibTeX out, with flags where claim and record part.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"reconcile {versions()['bibreconcile']}")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    run = verbs.add_parser(
        "run",
        help="reconcile the publications of documents",
        description="Find every publication in the documents, the record that it means, and where the two part.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    run.add_argument(
        "documents", nargs="+", metavar="DOCUMENT", help="a file, a folder of files, or - for standard input"
    )
    run.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the output files")
    _add_source_options(run)
    _add_output_options(run)
    return top


def _add_source_options(run: argparse.ArgumentParser) -> None:
    group = run.add_argument_group("sources")
    group.add_argument(
        "--sources",
        type=_source_names,
        default=SOURCES,
        metavar="NAMES",
        help=f"comma-separated, of: {', '.join(SOURCES)}",
    )
    group.add_argument(
        "--mailto", default="", metavar="ADDRESS", help="your mail address, for the services' polite pools"
    )
    tapes = group.add_mutually_exclusive_group()
    tapes.add_argument(
        "--replay", type=Path, metavar="DIR", help="answer every request from these cassettes; ask nobody"
    )
    tapes.add_argument("--record", type=Path, metavar="DIR", help="ask the services and keep the conversation here")
    tapes.add_argument("--offline", action="store_true", help="ask nobody; use only answers kept from earlier runs")
    group.add_argument("--cache", type=Path, metavar="FILE", help="where answers are kept (default: your cache folder)")
    for name, address in ADDRESSES.items():
        group.add_argument(
            f"--{name}-url", default=address, metavar="URL", help=f"address of {name} (default: {address})"
        )


def _add_output_options(run: argparse.ArgumentParser) -> None:
    group = run.add_argument_group("output")
    group.add_argument("--plain", action="store_true", help="leave the flags out of bibliography.bib")
    group.add_argument("--ascii", action="store_true", help="write accents in bibliography.bib as LaTeX commands")
    group.add_argument("--json", action="store_true", help="print the summary as JSON")
    group.add_argument("--verbose", action="store_true", help="print every mention with its flags")
    group.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)


def _source_names(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    unknown = [name for name in names if name not in SOURCES]
    if unknown or not names:
        raise argparse.ArgumentTypeError(
            f"unknown source {', '.join(unknown) or 'none given'}; choose from {', '.join(SOURCES)}"
        )
    return names


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    warnings.showwarning = _warn
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows another
    try:
        asked = parser().parse_args(argv)
    except SystemExit as stop:
        return UNUSABLE if stop.code else DONE
    try:
        return _run(asked)
    except (Unreadable, Unusable, output.Unwritable, tape.NoTape) as fault:
        if asked.debug:
            raise
        console.complain(str(fault))
        return UNUSABLE
    except KeyboardInterrupt:
        kept = "the same command starts anew" if asked.record else "the same command goes on from the answers so far"
        console.complain(f"stopped, nothing was written; {kept}")
        return UNUSABLE


def _warn(message: Warning | str, *_place: object, **_more: object) -> None:
    """Say a warning as one line, without the place in the program."""
    console.complain(str(message))


def _run(asked: argparse.Namespace) -> int:
    documents = _documents(asked.documents)
    manners = _manners(asked)
    keeps_nothing = asked.replay or asked.record
    store = MemoryStore() if keeps_nothing else DiskStore(asked.cache, stale=asked.offline)
    addresses = Addresses(**{name: getattr(asked, f"{name}_url") for name in ADDRESSES})
    if not (asked.mailto or asked.replay or asked.offline):
        console.complain("no --mailto: Crossref answers at a third of the rate to those who do not say who they are")
    with _tape(asked, addresses), console.progress() as progress:
        output.prepare(asked.out)
        sources = make_sources(asked.sources, manners, store, addresses)
        result = pipeline.judge(documents, sources=sources, progress=progress)
    result = replace(result, log={**result.log, "versions": versions(), "documents": list(result.documents)})
    output.write(output.files(result, plain=asked.plain, ascii=asked.ascii), asked.out)
    try:
        console.report(result, asked.out, as_json=asked.json, verbose=asked.verbose)
    except OSError as fault:
        raise Unusable(f"standard output: {fault.strerror or fault}; the files in {asked.out} are complete") from fault
    return exit_status(result)


def _manners(asked: argparse.Namespace) -> Manners:
    try:
        manners = Manners(mailto=asked.mailto, failures=_FAILURES)
    except ValueError as fault:
        raise Unusable(f"--mailto: {fault}") from fault
    return replace(manners, hurry=True, tries=1) if asked.replay or asked.offline else manners


def _tape(asked: argparse.Namespace, addresses: Addresses) -> AbstractContextManager[object]:
    if asked.replay:
        return tape.replay(asked.replay)
    if asked.offline:
        return tape.silence()
    if asked.record:
        return tape.record(asked.record, addresses.true_hosts())
    return nullcontext()


def _documents(names: Sequence[str]) -> list[Document]:
    """Read the documents named, each once; `-` is standard input."""
    if "-" not in names:
        return pipeline.read_all(names)
    paths = [name for name in names if name != "-"]
    return [read_stdin(sys.stdin.buffer.read()), *pipeline.read_all(paths)]


def exit_status(result: Result) -> int:
    """Return the exit status that a result calls for."""
    if any(match.gaps or match.status is Status.NOT_CHECKED for match in result.matches):
        return UNANSWERED
    return FLAGGED if result.log["counts"]["severity"].get("error") else DONE
