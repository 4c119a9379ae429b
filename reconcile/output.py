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


def write(contents: Mapping[str, str], out: Path) -> None:
    """Write files into a folder, made if need be. Raises `Unwritable`."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in contents.items():
            _replace(out / name, text)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise Unwritable(f"{out}: cannot write the output ({reason}); name another folder with --out") from fault


def _replace(path: Path, text: str) -> None:
    """Write beside the file and put it in place, so that nobody ever reads half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    aside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        aside.chmod(0o644)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
