"""The files that a run writes: no documents, where they lie in a folder of documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FILES = ("bibliography.bib", "mentions.jsonl", "works.jsonl", "mentions.csv", "report.html", "run.json")
# By these two together a folder is known in which a run has written.
_LOG, _MENTIONS = "run.json", "mentions.jsonl"


def is_output(path: Path) -> bool:
    """Say whether a run wrote this file: it has the name of one and lies beside the others."""
    return path.name in FILES and _holds_outputs(path.parent)


def folders_of_outputs(folder: Path) -> Iterator[Path]:
    """Yield the folders at and beneath one in which a run has written, in the order of their names."""
    return (path.parent for path in sorted(folder.rglob(_LOG)) if not is_hidden(path, folder) and is_output(path))


def is_hidden(path: Path, folder: Path) -> bool:
    """Say whether a file of a folder is hidden, or in a hidden folder; `~$` is before what Word has open."""
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def _holds_outputs(folder: Path) -> bool:
    return (folder / _LOG).is_file() and (folder / _MENTIONS).is_file()
