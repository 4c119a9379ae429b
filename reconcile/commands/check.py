"""`reconcile check`: arguments to bibliographies and sources, what was found out to a report, files, an exit status."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile import __version__
from reconcile.arguments import InputError
from reconcile.checking.ignoring import BadTable, ignored_by_table
from reconcile.checking.item import Checked
from reconcile.commands import DONE, FLAGGED, UNANSWERED, UNUSABLE, Unusable
from reconcile.commands.asking import (
    HOW_TO_GO_ON,
    add_cache,
    advise_mailto,
    advise_offline,
    is_silence_wished,
    is_unasked,
    manners_of,
    offline,
)
from reconcile.commands.options import add_jobs, add_weights, jobs_of, settings_of, source_names
from reconcile.commands.writing import check_apart, write_whole
from reconcile.documents import Unreadable
from reconcile.evidence.weights import WeightsError
from reconcile.mention import Severity
from reconcile.piped import DASH, STANDARD_INPUT, NothingPiped, standard_input
from reconcile.setup import CATALOG, SOURCES, make_sources
from reconcile.terminal import console
from reconcile.workers import WorkerDied
from sources.catalog import Catalog, CatalogError
from sources.source import Source

if TYPE_CHECKING:
    from reconcile.checking.inputs import Bibliography

FAULTS: tuple[type[Exception], ...] = (
    InputError,
    Unreadable,
    NothingPiped,
    CatalogError,
    BadTable,
    WorkerDied,
    WeightsError,
)
_FAIL_ON = {"error": (Severity.ERROR,), "warning": (Severity.ERROR, Severity.WARNING), "never": ()}
_EPILOG = """each line of OUT.jsonl has the key, document and line of its entry, status, probability, record, flags,
evidence and the reason why an entry was not checked. `% reconcile: ignore CODE` above an entry, or ignore = ["CODE"]
in the [tool.reconcile] table of pyproject.toml, silences what you have judged.

exit status: 0 done, no flag as grave as --fail-on; 1 done, and there is one; 2 unusable input or arguments;
3 done, but a source could not be asked."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the arguments of `check`."""
    parser.description = "Check every entry of a bibliography: is there such a work, and is it described rightly."
    parser.epilog = _EPILOG
    parser.add_argument(
        "files",
        nargs="+",
        metavar="REFS",
        help=".bib, CSL-JSON (.json) or RIS (.ris), gzipped too; - is standard input",
    )
    parser.add_argument("--catalog", type=Path, metavar="CATALOG", help="as built by `reconcile catalog build`")
    parser.add_argument(
        "--offline", action="store_true", help="ask nobody; use the catalogue and answers kept from earlier runs"
    )
    parser.add_argument(
        "--sources",
        type=source_names,
        metavar="NAMES",
        help=f"who is asked for what the catalogue leaves open, comma-separated (default: {','.join(SOURCES)})",
    )
    parser.add_argument("--mailto", default="", metavar="ADDRESS", help="your mail address, for the polite pools")
    add_cache(parser)
    parser.add_argument(
        "--json", type=Path, metavar="OUT.jsonl", help="write a line of JSON an entry here; - is standard output"
    )
    parser.add_argument(
        "--sarif", type=Path, metavar="OUT.sarif", help="write the flags as SARIF 2.1.0 here; - is standard output"
    )
    parser.add_argument(
        "--fail-on", choices=sorted(_FAIL_ON), default="error", help="from which severity on to exit with 1"
    )
    parser.add_argument(
        "--cited-in",
        nargs="+",
        type=Path,
        default=[],
        metavar="PAPER",
        help=".tex, .md, .qmd or .aux whose citations are held against the keys",
    )
    add_weights(parser)
    add_jobs(parser)


def run(asked: argparse.Namespace) -> int:
    """Check the files, and say what came of it."""
    try:
        return _run(asked)
    except KeyboardInterrupt:
        console.complain(f"stopped, nothing was written; {HOW_TO_GO_ON}")
        return UNUSABLE


def _run(asked: argparse.Namespace) -> int:
    # Here and below, because what reads and judges takes longer to load than the help takes.
    from reconcile.checking import lines

    for path in asked.cited_in:
        if not path.is_file():
            raise Unusable(f"--cited-in {path}: there is no such file")
    for name in ("json", "sarif"):
        _check_output(name, getattr(asked, name), asked.files)
    if asked.json and asked.sarif:
        check_apart(str(asked.sarif), "--sarif", str(asked.json), "--json")
    given = tuple(map(_given, dict.fromkeys(asked.files)))
    every = _found(asked, given)
    if asked.json:
        write_whole(asked.json, lines.json_lines(every))
    if asked.sarif:
        write_whole(asked.sarif, lines.sarif(every, __version__).encode())
    _say_what_is_empty(given, every)
    is_taken = DASH in map(str, (asked.json, asked.sarif))
    for line in lines.report(every):
        (console.complain if is_taken else console.say)(line)
    advise_offline(gap for checked in every for gap in checked.gaps)
    return exit_status(every, asked.fail_on, wished=is_silence_wished(asked))


def _given(name: str) -> Bibliography:
    """Return what is to be checked; raises `Unusable` for what cannot be."""
    from reconcile.checking.inputs import told, usable

    if name == DASH:
        return told(STANDARD_INPUT, standard_input().read())
    if why := usable(Path(name)):
        raise Unusable(f"{name}: {why}")
    return Path(name)


def _say_what_is_empty(given: Sequence[Bibliography], every: Sequence[Checked]) -> None:
    """Say which files gave no entry: a gate that lets through what it could not read would be none."""
    read = {each.document for each in every if each.is_entry}
    for each in given:
        name = str(each) if isinstance(each, Path) else each.name
        if name not in read:
            console.complain(f"{name}: no entry was found in it; is it the right file?")


def _found(asked: argparse.Namespace, given: tuple[Bibliography, ...]) -> tuple[Checked, ...]:
    from reconcile.checking.verbs import Request, check_files

    if asked.catalog:
        Catalog.open(asked.catalog).close()  # what is wrong with it is said before anything is read
    always = ignored_by_table(Path(asked.files[0]).resolve().parent)
    live = _live(asked)
    request = Request(
        given, asked.catalog, live, tuple(asked.cited_in), always, jobs_of(asked), settings=settings_of(asked)
    )
    with console.meter("checking", "entries") as meter, offline() if asked.offline and live else nullcontext():
        return check_files(request, meter.step)


def _live(asked: argparse.Namespace) -> tuple[Source, ...]:
    """Return the sources to ask, the catalogue first; none where only the catalogue is named."""
    names = tuple(name for name in asked.sources or SOURCES if name != CATALOG)
    if asked.sources and CATALOG in asked.sources and not asked.catalog:
        raise Unusable("--sources names catalog, but no catalogue is given; say where it is with --catalog")
    if not names or is_unasked(asked):
        return ()
    if not asked.offline:
        advise_mailto(names, asked.mailto)
    # Here, because what asks services takes longer to load than a check offline takes.
    from sources.store import DiskStore

    every = (CATALOG, *names) if asked.catalog else names
    kept = DiskStore(asked.cache, stale=asked.offline)
    return make_sources(every, manners_of(asked.mailto, hurry=asked.offline), kept, catalog=asked.catalog)


def _check_output(name: str, out: Path | None, files: Sequence[str]) -> None:
    if out is None or str(out) == DASH:
        return
    if any(out.exists() and Path(file).exists() and out.samefile(file) for file in files):
        raise Unusable(f"--{name} {out}: this is the input itself; name another file")
    if out.is_dir() or not out.resolve().parent.is_dir():
        raise Unusable(f"--{name} {out}: {'this is a folder' if out.is_dir() else 'its folder does not exist'}")


def exit_status(every: Sequence[Checked], fail_on: str, *, wished: bool) -> int:
    """Return the exit status: a flag that is grave enough comes before a source that could not be asked.

    That nobody answered does not count where it is `wished`.
    """
    grave = _FAIL_ON[fail_on]
    if any(flag.severity in grave for checked in every for flag in checked.flags):
        return FLAGGED
    return UNANSWERED if not wished and any(checked.gaps for checked in every) else DONE
