"""`reconcile clean`: arguments to a source, a judge and a policy; one call; what was changed and what is proposed."""

from __future__ import annotations

import argparse
import gzip
import shutil
import sys
from collections import Counter
from pathlib import Path

from reconcile.bibtex.source import Source
from reconcile.checking.ignoring import BadTable, ignored_by_table, misspelt
from reconcile.checking.lines import unchecked
from reconcile.cleaning import Cleaning, Policy, Preprints, Unreadable, VenueForm, clean_source
from reconcile.cleaning.api import of_content, read_file, unknown_keys
from reconcile.cleaning.change import no_codes
from reconcile.cleaning.faults import faults
from reconcile.cleaning.judging import OpenEntryJudge
from reconcile.cleaning.telling import told
from reconcile.commands import DONE, UNANSWERED, Unusable
from reconcile.commands.options import add_jobs, add_weights, jobs_of, settings_of
from reconcile.commands.writing import write_whole
from reconcile.evidence.weights import WeightsError
from reconcile.piped import DASH, STANDARD_INPUT, NothingPiped, standard_input
from reconcile.streaming.opening import PACKED
from reconcile.terminal import console
from reconcile.workers import WorkerDied
from sources.catalog import CatalogError

FAULTS: tuple[type[Exception], ...] = (Unreadable, NothingPiped, CatalogError, BadTable, WorkerDied, WeightsError)
_DEVICES = Path("/dev")  # where /dev/stdout, redirected, looks like a file
_FAULTS = 20  # broken entries and repeated keys that are named
_EPILOG = """what is certain is changed: missing DOI, pages, volume, number, publisher; identifiers and pages in their
normal form; a venue in another type's field; accents and lost capitals; authors parted by "and", and their initials
written out. What is not is only proposed: list of authors, words of a title, year, venue, type; --diff shows each
proposal as a comment, --accept carries out those of a code. Entries are judged as by "reconcile check --sources
catalog": where the record is only possible, nothing is changed or proposed. What is broken is named and left as it is.
A comment "% reconcile: ignore [code ...]" above an entry keeps it as it is.

exit status: 0 done; 2 unusable input or arguments; 3 nothing was changed, because there was no catalogue to ask."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser the arguments of `clean`."""
    parser.description = "Clean a bibliography without loss: every byte that is not changed stays."
    parser.epilog = _EPILOG
    parser.add_argument("file", metavar="REFS.bib", help="gzipped too; - is standard input")
    into = parser.add_mutually_exclusive_group(required=True)
    into.add_argument("-o", "--out", metavar="OUT.bib", help="file to write, or - for standard output")
    into.add_argument(
        "--in-place", action="store_true", help="write REFS.bib itself; what it was is kept in REFS.bib.bak"
    )
    into.add_argument("--diff", action="store_true", help="print a unified diff, and write nothing")
    parser.add_argument("--catalog", type=Path, metavar="CATALOG", help="as built by `reconcile catalog build`")
    parser.add_argument("--offline", action="store_true", help="ask nobody but the catalogue (clean asks no other yet)")
    add_jobs(parser)
    add_weights(parser)
    group = parser.add_argument_group("what is changed")
    group.add_argument(
        "--preprints",
        type=Preprints,
        choices=list(Preprints),
        default=Preprints.KEEP,
        metavar="keep|replace|both",
        help="a preprint that was published: proposed, made the publication, or given a note (default: keep)",
    )
    group.add_argument(
        "--venues",
        type=VenueForm,
        choices=list(VenueForm),
        default=VenueForm.KEEP,
        metavar="long|short|keep",
        help="write venues in one form (default: keep)",
    )
    group.add_argument(
        "--accept",
        type=_codes,
        default=frozenset(),
        metavar="CODE[,CODE]",
        help="proposals to carry out: year-mismatch, title-changed, …",
    )
    group.add_argument(
        "--accept-for", action="append", default=[], metavar="KEY", help="an entry whose proposals are carried out"
    )


def _codes(text: str) -> frozenset[str]:
    """Return the codes that a comma-separated list names; raises ArgumentTypeError for what is none."""
    codes = tuple(name for part in text.split(",") if (name := part.strip().lower()))
    if wrong := no_codes(codes):
        raise argparse.ArgumentTypeError(f"{wrong}")
    return frozenset(codes)


def run(asked: argparse.Namespace) -> int:
    """Clean the file, write it or print the diff, and say what was done."""
    file, name = Path(asked.file), STANDARD_INPUT if asked.file == DASH else asked.file
    content = of_content(standard_input().read(), name) if name is STANDARD_INPUT else read_file(file)
    source = Source.of_bytes(content)
    if asked.out not in (None, DASH):
        _check_out(Path(asked.out), file)
    if asked.in_place and (name is STANDARD_INPUT or not file.is_file()):
        raise Unusable(f"{name}: this is no file that could be written in place; use -o")
    ignored = ignored_by_table(file.resolve().parent)
    policy = Policy(asked.preprints, asked.venues, asked.accept, frozenset(asked.accept_for), ignored)
    for key in unknown_keys(source, policy):
        console.complain(f"--accept-for {key}: {name} has no entry with this key; nothing is accepted for it")
    for said in misspelt(source.text):
        console.complain(f"{name}, {said}")
    _say_faults(source, name, ignored)
    cleaning = _cleaned(source, asked, policy)
    if asked.diff:
        _print(cleaning.diff(asked.file))
    elif asked.out is not None:
        _write(Path(asked.out), cleaning)
    elif cleaning.text != source.text:
        backup = _back_up(file)
        _write(file, cleaning)
        console.say(f"as it was: {backup}")
    for line in summary(cleaning, name, listed=not asked.diff):
        (console.complain if asked.diff or asked.out == DASH else console.say)(line)
    if not cleaning.asked:
        console.complain(f"{name}: nothing was asked and nothing changed; give a catalogue with --catalog")
    return DONE if cleaning.asked or asked.offline else UNANSWERED


def _say_faults(source: Source, name: str, ignored: frozenset[str]) -> None:
    """Say which entries are broken and which keys are repeated; they are left as they are."""
    found = list(faults(source, ignored))
    for said in found[:_FAULTS]:
        console.complain(f"{name}:{said}")
    if len(found) > _FAULTS:
        console.complain(f"{name}: and {len(found) - _FAULTS:,} more, all of which reconcile check names")


def _write(out: Path, cleaning: Cleaning) -> None:
    """Write a bibliography, packed where the name says so; without a time, so that it is the same every time."""
    content = cleaning.to_bytes()
    write_whole(out, gzip.compress(content, mtime=0) if out.suffix.lower() in PACKED else content)


def _cleaned(source: Source, asked: argparse.Namespace, policy: Policy) -> Cleaning:
    opener = None if asked.catalog is None else OpenEntryJudge(asked.catalog, settings_of(asked))
    if opener is None:
        return clean_source(source, None, policy)
    with console.meter("cleaning", "entries") as meter:
        return clean_source(source, opener, policy, jobs_of(asked), meter.step)


def summary(cleaning: Cleaning, path: str, *, listed: bool) -> list[str]:
    """Return what is said at the end: the changes and proposals of each entry, and how many there are."""
    lines = list(told(cleaning, path)) if listed else []
    counted = ", ".join(f"{count:,} {status}" for status, count in cleaning.counts)
    if not counted:
        return [f"{path}: no entry was found in it, so nothing is changed; is it the right file?"]
    made, entries = len(cleaning.changes), cleaning.changed_entries
    changed = f"{made:,} {'change' if made == 1 else 'changes'} in {entries:,} {'entry' if entries == 1 else 'entries'}"
    lines += unchecked(Counter(dict(cleaning.reasons)))
    return [*lines, f"{path}: {counted}; {changed}, {len(cleaning.proposals):,} proposed"]


def _print(text: str) -> None:
    """Print a diff as it is, so that it can be applied; without what would steer a terminal."""
    if sys.stdout.isatty():
        text = "".join(char if char.isprintable() or char in "\n\t" else " " for char in text)
    elif hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")
    with console.heard():
        sys.stdout.write(text.encode("utf-8", "replace").decode("utf-8"))


def _check_out(out: Path, file: Path) -> None:
    if out.is_dir():
        raise Unusable(f"{out}: this is a folder; name a file in it")
    if out.exists() and not out.is_file():
        raise Unusable(f"{out}: this is a device or a pipe and would be replaced; name a file")
    if out.parent.resolve() == _DEVICES:
        raise Unusable(f"{out}: this is no place for files; name another")
    if out.exists() and out.samefile(file):
        raise Unusable(f"-o {out}: this is the input itself; to write it, say --in-place, which keeps a backup")
    if not out.absolute().parent.is_dir():
        raise Unusable(f"{out}: there is no folder {out.parent}; make it first")


def _back_up(file: Path) -> Path:
    """Copy a file to the first free name among `.bak`, `.bak2` …, so that no earlier backup is lost."""
    names = (file.with_name(f"{file.name}.bak{number or ''}") for number in (0, *range(2, 10_000)))
    backup = next(name for name in names if not name.exists())
    try:
        shutil.copy2(file, backup)
    except OSError as fault:
        raise Unusable(f"{backup}: the backup cannot be written: {fault.strerror}; nothing was changed") from fault
    return backup
