"""The files of a run, each written whole or not at all.

They are written beside their places first and then put there. A program that is killed meanwhile leaves what it wrote
beside; the next run into the folder takes it away. Who is still writing holds a lock on it.
"""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from reconcile import report, tables
from reconcile.result import Result
from reconcile.settings import DEFAULT

_NAMES = ("bibliography.bib", "mentions.jsonl", "works.jsonl", "mentions.csv", "report.html", "run.json")


class Unwritable(Exception):
    """The folder for the output cannot be written; the message says which, why, and what to do."""


def files(
    result: Result,
    *,
    plain: bool = False,
    ascii: bool = False,  # noqa: A002 - the option's name
    prior: float = DEFAULT.prior,
) -> dict[str, str]:
    """Return the output files of a run by name; `prior` is the one that its probabilities were reckoned with."""
    return {
        "bibliography.bib": result.to_bibtex(plain=plain, ascii=ascii),
        "mentions.jsonl": tables.mentions_jsonl(result.matches),
        "works.jsonl": tables.works_jsonl(result.works),
        "mentions.csv": tables.to_csv(result.matches),
        "report.html": report.write(result, prior=prior),
        "run.json": tables.escaped(json.dumps(result.log, indent=2, ensure_ascii=False, sort_keys=True)) + "\n",
    }


def prepare(out: Path) -> None:
    """Make the folder for the output and try it, before anything is asked. Raises `Unwritable`."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=out, prefix=".try."):
            pass
        _sweep(out)
    except OSError as fault:
        raise _unwritable(out, fault) from fault


def write(contents: Mapping[str, str], out: Path) -> None:
    """Write files into a folder, made if need be: all of them, or none. Raises `Unwritable`."""
    staged: list[tuple[Path, Path]] = []
    with ExitStack() as locks:
        try:
            out.mkdir(parents=True, exist_ok=True)
            for name, text in contents.items():
                handle, aside = _stage(out / name, locks)
                staged.append((aside, out / name))
                aside.write_text(text, encoding="utf-8", newline="\n")
                os.fsync(handle)  # or a power cut could leave the name with nothing behind it
            for aside, path in staged:
                aside.replace(path)
        except OSError as fault:
            raise _unwritable(out, fault) from fault
        finally:
            for aside, _ in staged:
                aside.unlink(missing_ok=True)


def _stage(path: Path, locks: ExitStack) -> tuple[int, Path]:
    """Return an empty file beside the one to be written, which nobody else has, and its handle."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    locks.callback(os.close, handle)
    fcntl.flock(handle, fcntl.LOCK_EX)
    os.fchmod(handle, 0o644)
    return handle, Path(name)


def _sweep(out: Path) -> None:
    """Take away what a program that was killed left beside the files."""
    for name in _NAMES:
        for left in out.glob(f".{name}.????????"):
            with left.open("rb") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue  # somebody is writing it
                left.unlink(missing_ok=True)


def _unwritable(out: Path, fault: OSError) -> Unwritable:
    reason = fault.strerror or str(fault)
    return Unwritable(f"{out}: cannot write the output ({reason}); make room or name another folder with --out")
