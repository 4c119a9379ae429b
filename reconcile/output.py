"""The files of a run, each written whole or not at all.

They are written beside their places first and then put there. A program that is killed meanwhile leaves what it wrote
beside; the next run into the folder takes it away. Who is still writing holds a lock on it.
"""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from reconcile import report
from reconcile.arguments import fitting
from reconcile.documents.outputs import BIBLIOGRAPHY, FILES
from reconcile.permissions import take_over
from reconcile.result import Result
from reconcile.settings import DEFAULT
from reconcile.setup import versions
from reconcile.tables import rows, spreadsheets
from sources.locks import MOVES_OPEN_FILES, alone_in, lock

_MARK = "\ufeff"  # the byte order mark, by which Excel knows UTF-8


class Unwritable(Exception):
    """The folder for the output cannot be written; the message says which, why, and what to do."""


def write_files(
    result: Result,
    out: str | Path,
    *,
    plain: bool = False,
    ascii: bool = False,  # noqa: A002 - the option's name
    excel: bool = False,
    keywords: bool = False,
) -> None:
    """Write what `reconcile run` writes of a result into a folder, made if need be: all files, or none.

    They are bibliography.bib (without flags if `plain`, with accents as LaTeX commands if `ascii`, with the documents
    that list a work as its `keywords` if so wished), report.html, mentions.jsonl, mentions.csv, works.jsonl, works.csv
    (both tables with a byte order mark if `excel`) and run.json.
    Raises Unwritable, and InputError for what is no result.
    """
    fitting(result, "result", ("matches", "works", "log"), "what reconcile.run returned")
    write(files(result, plain=plain, ascii=ascii, excel=excel, keywords=keywords), Path(out))


def files(
    result: Result,
    *,
    plain: bool = False,
    ascii: bool = False,  # noqa: A002 - the option's name
    excel: bool = False,
    keywords: bool = False,
) -> dict[str, str]:
    """Return the output files of a run by name."""
    log = {**result.log, "versions": versions(), "documents": list(result.documents)}
    prior: float = result.log.get("settings", {}).get("weights", {}).get("prior", DEFAULT.prior)
    mark = _MARK if excel else ""
    return {  # in the order in which they are put there: by the first two a folder is known to be a run's
        "run.json": rows.escaped(json.dumps(log, indent=2, ensure_ascii=False, sort_keys=True)) + "\n",
        "mentions.jsonl": rows.mentions_jsonl(result.matches),
        "works.jsonl": rows.works_jsonl(result.works),
        "mentions.csv": mark + spreadsheets.mentions_csv(result.matches),
        "works.csv": mark + spreadsheets.works_csv(result.works, result.matches),
        "report.html": report.write(result, prior=prior),
        BIBLIOGRAPHY: result.to_bibtex(plain=plain, ascii=ascii, keywords=keywords),
    }


def prepare(out: Path) -> None:
    """Make the folder for the output and try it, before anything is asked. Raises `Unwritable`."""
    if out.exists() and not out.is_dir():
        raise Unwritable(f"{out}: this is a file; name a folder with --out")
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=out, prefix=".try."):
            pass
        _refuse_folders(out / name for name in FILES)
        _sweep(out)
    except OSError as fault:
        raise _unwritable(out, fault) from fault


def write(contents: Mapping[str, str], out: Path) -> None:
    """Write files into a folder, made if need be: all of them, or none. Raises `Unwritable`.

    What could keep one from its place is looked for before the first is put there. Of two that write into one folder
    at once, the second waits, so that the files are of one run.
    """
    staged: list[tuple[Path, Path]] = []
    with ExitStack() as locks:
        try:
            out.mkdir(parents=True, exist_ok=True)
            for name, text in contents.items():
                handle, aside = _stage(out / name, locks)
                staged.append((aside, out / name))
                aside.write_text(text, encoding="utf-8", newline="\n")
                os.fsync(handle)  # or a power cut could leave the name with nothing behind it
            _refuse_folders(path for _, path in staged)
            if not MOVES_OPEN_FILES:
                locks.close()
            with alone_in(out):
                for aside, path in staged:
                    take_over(aside, path)
                    aside.replace(path)
        except OSError as fault:
            raise _unwritable(out, fault) from fault
        finally:
            for aside, _ in staged:
                with suppress(OSError):
                    aside.unlink(missing_ok=True)


def _refuse_folders(paths: Iterable[Path]) -> None:
    """Raise OSError where a folder stands in the place of a file; a link to one can be replaced."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            raise OSError(errno.EISDIR, f"{path.name} in it is a folder")


def _stage(path: Path, locks: ExitStack) -> tuple[int, Path]:
    """Return an empty file beside the one to be written, which nobody else has, and its handle."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    locks.callback(os.close, handle)
    lock(handle)
    return handle, Path(name)


def _sweep(out: Path) -> None:
    """Take away what a program that was killed left beside the files."""
    for name in FILES:
        for left in out.glob(f".{name}.????????"):
            # Another run may have taken it away meanwhile, or it is somebody else's.
            with suppress(FileNotFoundError, PermissionError), left.open("rb") as file:
                if lock(file):  # nobody is writing it
                    left.unlink(missing_ok=True)


def _unwritable(out: Path, fault: OSError) -> Unwritable:
    reason = fault.strerror or str(fault)
    return Unwritable(f"{out}: cannot write the output ({reason}); make room or name another folder with --out")
