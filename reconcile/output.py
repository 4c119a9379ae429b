"""The files of a run, each written whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reconcile import report, tables
from reconcile.result import Result


class Unwritable(Exception):
    """The folder for the output cannot be written; the message says which, why, and what to do."""


def files(result: Result, *, plain: bool = False, ascii: bool = False) -> dict[str, str]:  # noqa: A002 - the option's name
    """Return the output files of a run by name."""
    return {
        "bibliography.bib": result.to_bibtex(plain=plain, ascii=ascii),
        "mentions.jsonl": tables.mentions_jsonl(result.matches),
        "works.jsonl": tables.works_jsonl(result.works),
        "mentions.csv": tables.to_csv(result.matches),
        "report.html": report.write(result),
        "run.json": json.dumps(result.log, indent=2, ensure_ascii=False, sort_keys=True) + "\n",
    }


def prepare(out: Path) -> None:
    """Make the folder for the output and try it, before anything is asked. Raises `Unwritable`."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=out, prefix=".try."):
            pass
    except OSError as fault:
        raise _unwritable(out, fault) from fault


def write(contents: Mapping[str, str], out: Path) -> None:
    """Write files into a folder, made if need be: all of them, or none. Raises `Unwritable`."""
    staged: list[tuple[Path, Path]] = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in contents.items():
            staged.append((_stage(out / name), out / name))
            staged[-1][0].write_text(text, encoding="utf-8", newline="\n")
        for aside, path in staged:
            aside.replace(path)
    except OSError as fault:
        for aside, _ in staged:
            aside.unlink(missing_ok=True)
        raise _unwritable(out, fault) from fault


def _stage(path: Path) -> Path:
    """Return an empty file beside the one to be written, which nobody else has."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.fchmod(handle, 0o644)
    os.close(handle)
    return Path(name)


def _unwritable(out: Path, fault: OSError) -> Unwritable:
    reason = fault.strerror or str(fault)
    return Unwritable(f"{out}: cannot write the output ({reason}); make room or name another folder with --out")
