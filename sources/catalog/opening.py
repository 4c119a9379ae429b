"""A version of a catalogue, opened and checked: its contents, its rows, its keys and its index."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sources.catalog.contents import CONTENTS, SCHEMA, Contents, read_contents, read_schema
from sources.catalog.index import Index, IndexFault
from sources.catalog.keys import Keys
from sources.catalog.rows import Damaged, Rows
from sources.catalog.versions import CatalogError, damaged

INDEX = "index"


@dataclass(frozen=True, slots=True)
class Version:
    """What one version of a catalogue is made of, open for reading; `folder` is where it was opened."""

    folder: Path
    contents: Contents
    rows: Rows
    keys: Keys
    index: Index

    def close(self) -> None:
        """Close the files; those of the index are closed with the last that refers to it."""
        self.rows.close()
        self.keys.close()


def opened(folder: Path) -> Version:
    """Open a version; raise `CatalogError` or `OSError` where it is damaged or of another program's version."""
    contents = _contents(folder)
    for name, size in contents.files.items():
        if (folder / name).stat().st_size != size:
            raise damaged(folder.parent, f"its file {name} has not the size it had")
    with ExitStack() as closing:
        try:
            rows = Rows(folder)
            closing.callback(rows.close)
            keys = Keys(folder)
            closing.callback(keys.close)
            index = Index(folder / INDEX)
        except (Damaged, IndexFault) as fault:
            raise damaged(folder.parent, fault) from fault
        if not rows.count == index.count == contents.rows:
            raise damaged(folder.parent, f"{rows.count} rows, {index.count} indexed, {contents.rows} expected")
        closing.pop_all()
    return Version(folder.absolute(), contents, rows, keys, index)


def _contents(folder: Path) -> Contents:
    content = (folder / CONTENTS).read_bytes()
    try:
        schema = read_schema(content)
        if schema == SCHEMA:
            return read_contents(content)
    except ValueError as fault:
        raise damaged(folder.parent, f"its {CONTENTS}: {fault}") from fault
    raise CatalogError(
        f"{folder.parent}: made by another version of this program (schema {schema}, not {SCHEMA}); build it anew"
    )
