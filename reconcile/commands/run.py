"""`reconcile run`: arguments to settings, sources and files; one call; an exit status."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from textwrap import fill
from threading import Event

from reconcile import output, pipeline
from reconcile.byhand.decisions import Decisions, DecisionsError, read_decisions
from reconcile.byhand.persons import PersonsError, read_persons
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
from reconcile.commands.options import add_excel, add_jobs, add_weights, jobs_of, settings_of, source_names
from reconcile.documents import SUFFIXES, Unreadable, read_stdin
from reconcile.documents.blocks.block import Document
from reconcile.documents.blocks.unreadable import MAX_BYTES
from reconcile.documents.outputs import BIBLIOGRAPHY, folders_of_outputs, is_output, written_over
from reconcile.evidence.weights import WeightsError
from reconcile.gather import STOPPED, Asking
from reconcile.mention import Status
from reconcile.piped import DASH, STANDARD_INPUT, NothingPiped, standard_input
from reconcile.result import Result
from reconcile.setup import ADDRESSES, CATALOG, SOURCES, Addresses, make_sources, make_unasked
from reconcile.terminal import console
from reconcile.terminal.interrupts import Interrupts
from reconcile.workers import WorkerDied
from sources.catalog import CatalogError
from sources.source import Source

FAULTS: tuple[type[Exception], ...] = (
    Unreadable,
    NothingPiped,
    output.Unwritable,
    CatalogError,
    WeightsError,
    DecisionsError,
    PersonsError,
    WorkerDied,
)
# Questions of one source side by side: as many as the most generous service takes at once.
_WORKERS = 3
_UNMET = 10  # decisions that are named, of those that are of no text
_STOPPING = "stopping: what is under way is finished, and what is known is written; once more stops at once"
_WIDTH = 100  # of lines of the help
_EPILOG = """exit status: 0 done, nothing flagged as an error; 1 done, at least one error flag;
2 unusable input or arguments (of several documents named, those that can be read are done);
3 done, but a source could not be asked (with --offline, or the catalogue alone for --sources, only if none was)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the arguments of `run`."""
    parser.description = "Find every publication in the documents, the record that it means, and where the two part."
    formats = fill(f"formats: {' '.join(sorted(SUFFIXES))}", width=_WIDTH)
    parser.epilog = f"{formats}\n\n{_EPILOG}"
    parser.add_argument(
        "documents", nargs="+", metavar="DOCUMENT", help="a file, a folder of files, or - for standard input"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the output files")
    _add_source_options(parser)
    _add_output_options(parser)
    parser.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help="what you decided yourself: mentions.csv of an earlier run with a column decision that says yes or no of"
        " the record in its row, or a column ignore that names the flags of its row which you want no more (yes: all)",
    )
    parser.add_argument(
        "--persons",
        type=Path,
        metavar="FILE",
        help="who is who: a person a line, under all names that they publish under, parted by semicolons",
    )
    add_weights(parser)
    add_jobs(parser)


def run(asked: argparse.Namespace) -> int:
    """Reconcile the documents, write the files, and say what came of it."""
    interrupts = Interrupts(_STOPPING)
    try:
        with interrupts.heeded():
            return _run(asked, interrupts)
    except KeyboardInterrupt:
        console.complain(f"stopped, nothing was written; {_how_to_go_on(asked)}")
        return UNUSABLE
    except MemoryError:
        console.complain(f"out of memory, nothing was written; give it more or fewer documents; {_how_to_go_on(asked)}")
        return UNUSABLE


def _run(asked: argparse.Namespace, interrupts: Interrupts) -> int:
    settings = settings_of(asked)
    decisions = read_decisions(asked.decisions) if asked.decisions else None
    _refuse_to_write_over_inputs(asked)
    persons = read_persons(asked.persons) if asked.persons else None
    documents, whole = _documents(asked.documents)
    names = _names(asked)
    addresses = Addresses(**{name: getattr(asked, f"{name}_url") for name in ADDRESSES})
    if not (asked.replay or asked.offline):
        advise_mailto(names, asked.mailto)
    unasked = is_unasked(asked)
    with interrupts.awaited(), _tape(asked, addresses, unasked=unasked), console.progress() as progress:
        stop = interrupts.first
        sources = make_unasked(names, asked.catalog) if unasked else _sources(asked, names, addresses, stop)
        output.prepare(asked.out)
        asking = Asking(workers=_WORKERS, stop=stop, sleep=_no_wait if asked.replay or asked.offline else None)
        result = pipeline.judge(
            documents,
            sources=sources,
            settings=settings,
            progress=progress,
            asking=asking,
            decisions=decisions,
            persons=persons,
            jobs=jobs_of(asked),
        )
        output.write_files(
            result, asked.out, plain=asked.plain, ascii=asked.ascii, excel=asked.excel, keywords=asked.keywords
        )
    if decisions:
        _say_unmet(asked.decisions, decisions, result)
    status = _report(result, asked)
    return status if whole else UNUSABLE


def _say_unmet(table: Path, decisions: Decisions, result: Result) -> None:
    """Say which decisions came to nothing: of texts that are gone, and of flags that are not raised."""
    if unmet := decisions.unmet(result.mentions):
        said = f"{len(unmet):,} of {len(decisions):,} decisions are of texts that stand in none of the documents"
        console.complain(f"{table}: {said}: {_some(unmet)}")
    if unraised := decisions.unraised(result.matches):
        said = f"{len(unraised):,} to be put aside, but not raised or no code of a flag"
        console.complain(f"{table}: {said}: {_some(unraised)}")


def _some(rows: Sequence[str]) -> str:
    return ", ".join(rows[:_UNMET]) + (f" and {len(rows) - _UNMET:,} more" if len(rows) > _UNMET else "")


def _report(result: Result, asked: argparse.Namespace) -> int:
    """Say what came of a run whose files are written; return the exit status that the result calls for."""
    try:
        with console.heard():
            console.report(result, asked.out, as_json=asked.json, verbose=asked.verbose)
        _say_stopped(result, asked)
        advise_offline(gap for match in result.matches for gap in match.gaps)
    except OSError as fault:
        raise Unusable(f"standard output: {fault.strerror or fault}; the files in {asked.out} are complete") from fault
    except KeyboardInterrupt:
        console.complain(f"stopped; the files in {asked.out} are complete")
        return UNUSABLE
    return exit_status(result, wished=is_silence_wished(asked))


def _no_wait(_seconds: float) -> None:
    """Wait for nobody: a service that was busy when it was recorded, or that is not asked, is not back in a minute."""


def _say_stopped(result: Result, asked: argparse.Namespace) -> None:
    """Say for how many mentions nobody was asked any more, and how to go on."""
    left = sum(any(gap.reason == STOPPED for gap in match.gaps) for match in result.matches)
    if left:
        console.complain(
            f"stopped: {left:,} of {len(result.matches):,} mentions were not asked for everywhere, and what is known"
            f" is written; {_how_to_go_on(asked)}"
        )


def _how_to_go_on(asked: argparse.Namespace) -> str:
    return "the same command starts anew" if asked.record else HOW_TO_GO_ON


def _names(asked: argparse.Namespace) -> tuple[str, ...]:
    """Return the names of the sources, the catalogue first unless the order was given."""
    names: tuple[str, ...] = asked.sources or ((CATALOG, *SOURCES) if asked.catalog else SOURCES)
    if CATALOG in names and not asked.catalog:
        raise Unusable("--sources names catalog, but no catalogue is given; say where it is with --catalog")
    if asked.catalog and CATALOG not in names:
        raise Unusable(f"--catalog is given, but --sources does not name it; say --sources catalog,{','.join(names)}")
    return names


def _sources(asked: argparse.Namespace, names: Sequence[str], addresses: Addresses, stop: Event) -> tuple[Source, ...]:
    from sources.store import DiskStore, MemoryStore

    manners = replace(manners_of(asked.mailto, hurry=bool(asked.replay or asked.offline)), stop=stop)
    kept = MemoryStore() if asked.replay or asked.record else DiskStore(asked.cache, stale=asked.offline)
    return make_sources(names, manners, kept, addresses, asked.catalog)


@contextmanager
def _tape(asked: argparse.Namespace, addresses: Addresses, *, unasked: bool) -> Iterator[None]:
    """Play, record or silence the services while the sources are asked; raises `Unusable` for bad cassettes."""
    if unasked or not (asked.replay or asked.offline or asked.record):
        yield
        return
    if asked.offline:
        with offline():
            yield
        return
    from sources import tape

    playing = tape.record(asked.record, addresses.true_hosts()) if asked.record else tape.replay(asked.replay)
    try:
        with playing:
            yield
    except tape.NoTape as fault:
        raise Unusable(str(fault)) from fault


def _refuse_to_write_over_inputs(asked: argparse.Namespace) -> None:
    """Raise `Unusable` where a file that the run reads, or somebody's bibliography, would be lost to one of its own."""
    paths = [Path(name) for name in asked.documents if name != DASH]
    for path in written_over([*paths, *filter(None, [asked.decisions, asked.persons])], asked.out):
        raise Unusable(f"--out {asked.out}: {path} is read by this run and would be written over; name another folder")
    bib = asked.out / BIBLIOGRAPHY
    if bib.is_file() and not is_output(bib):
        said = f"{bib} is of no run and would be written over; move it, or name another folder"
        raise Unusable(f"--out {asked.out}: {said}")


def _documents(names: Sequence[str]) -> tuple[list[Document], bool]:
    """Read the documents named, each once, and say whether all could be read; `-` is standard input.

    Raises `Unreadable` where none could be.
    """
    paths = [name for name in names if name != DASH]
    documents, unreadable = pipeline.read_each(paths)
    if DASH in names:
        piped = standard_input().read(MAX_BYTES + 1)
        try:
            documents.insert(0, read_stdin(piped))
        except Unreadable as fault:
            documents.insert(0, Document(STANDARD_INPUT, (), (str(fault),)))
            unreadable.insert(0, fault)
    if len(unreadable) == len(documents):
        for reason in unreadable[:-1]:
            console.complain(str(reason))
        raise unreadable[-1]
    for folder in filter(Path.is_dir, map(Path, paths)):
        for wrote in folders_of_outputs(folder):
            console.complain(f"{wrote}: the files that a run wrote there are no documents and were passed over")
    return documents, not unreadable


def exit_status(result: Result, *, wished: bool = False) -> int:
    """Return the exit status that a result calls for; what nobody answered does not count where that is `wished`.

    It counts all the same where the run was stopped, and where nobody answered anything.
    """
    answered = any(row["mentions_asked"] for row in result.log["sources"].values())
    stopped = any(gap.reason == STOPPED for match in result.matches for gap in match.gaps)
    left_open = any(match.gaps or match.status is Status.NOT_CHECKED for match in result.matches)
    if stopped or (left_open and not (wished and answered)):
        return UNANSWERED
    return FLAGGED if result.log["counts"]["severity"].get("error") else DONE


def _add_source_options(run: argparse.ArgumentParser) -> None:
    group = run.add_argument_group("sources")
    group.add_argument(
        "--sources",
        type=source_names,
        metavar="NAMES",
        help=f"comma-separated, of: {', '.join((CATALOG, *SOURCES))}; a catalogue that comes first is asked first, and"
        " the others for what it leaves open (default: all, the catalogue first)",
    )
    group.add_argument("--catalog", type=Path, metavar="CATALOG", help="folder of a local catalogue")
    group.add_argument(
        "--mailto", default="", metavar="ADDRESS", help="your mail address, for the services' polite pools"
    )
    tapes = group.add_mutually_exclusive_group()
    tapes.add_argument(
        "--replay", type=Path, metavar="DIR", help="answer every request from these cassettes; ask nobody"
    )
    tapes.add_argument("--record", type=Path, metavar="DIR", help="ask the services and keep the conversation here")
    tapes.add_argument(
        "--offline", action="store_true", help="ask nobody; use the catalogue and answers kept from earlier runs"
    )
    add_cache(group)
    for name, address in ADDRESSES.items():
        group.add_argument(
            f"--{name}-url", default=address, metavar="URL", help=f"address of {name} (default: {address})"
        )


def _add_output_options(run: argparse.ArgumentParser) -> None:
    group = run.add_argument_group("output")
    group.add_argument("--plain", action="store_true", help="leave the flags out of bibliography.bib")
    group.add_argument("--ascii", action="store_true", help="write accents in bibliography.bib as LaTeX commands")
    group.add_argument(
        "--keywords",
        action="store_true",
        help="name in the field keywords of each entry the documents that list it, by which a bibliography of many"
        " people's lists is parted by person",
    )
    add_excel(group)
    shown = group.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print the summary as JSON")
    shown.add_argument("--verbose", action="store_true", help="print every mention with its flags")
