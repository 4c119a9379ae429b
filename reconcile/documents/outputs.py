"""The files that a run writes: no documents, where they lie in a folder of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

BIBLIOGRAPHY = "bibliography.bib"
FILES = (
    BIBLIOGRAPHY,
    "mentions.jsonl",
    "works.jsonl",
    "mentions.csv",
    "works.csv",
    "report.html",
    "run.json",
)
# By these two together a folder is known in which a run has written.
_LOG, _MENTIONS = "run.json", "mentions.jsonl"


def is_output(path: Path) -> bool:
    """Say whether a run wrote this file: it has the name of one and lies beside the others."""
    return path.name in FILES and _holds_outputs(path.parent)


def are_outputs(names: Iterable[str]) -> frozenset[str]:
    """Return the files of an archive that a run wrote, of which the names are given with their folders."""
    paths = {PurePosixPath(name) for name in names}
    folders = {path.parent for path in paths if path.name == _LOG and path.with_name(_MENTIONS) in paths}
    return frozenset(str(path) for path in paths if path.name in FILES and path.parent in folders)


def folders_of_outputs(folder: Path) -> Iterator[Path]:
    """Yield the folders at and beneath one in which a run has written, in the order of their names."""
    return (path.parent for path in sorted(folder.rglob(_LOG)) if not is_hidden(path, folder) and is_output(path))


def written_over(inputs: Iterable[Path], out: Path) -> Iterator[Path]:
    """Yield the files of `out` that a run into it would write over though they are its inputs, or lie in one's folder.

    What an earlier run wrote into a folder is no input of it, but what is named is, whoever wrote it.
    """
    given = [path.resolve() for path in inputs]
    for path in (out / name for name in FILES):
        whole = path.resolve()
        in_folder = any(whole.is_relative_to(each) for each in given if each != whole) and not is_output(path)
        if path.is_file() and (whole in given or in_folder):
            yield path


def is_hidden(path: Path, folder: Path) -> bool:
    """Say whether a file of a folder is hidden, or in a hidden folder; `~$` is before what Word has open."""
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def _holds_outputs(folder: Path) -> bool:
    return (folder / _LOG).is_file() and (folder / _MENTIONS).is_file()
