"""Tables of publication strings with what `parse` reads of them.

A string; below it the family names, the title, where it appeared (`-` is not judged), and the year.
"""

from __future__ import annotations

from reconcile.entry import Entry
from reconcile.parse import parse
from sources.text import fold

Row = tuple[str, list[str]]


def rows(table: str) -> list[Row]:
    """Return the strings of a table, each with its four fields; lines that begin with `##` are its headings."""
    lines = [line for line in table.strip().split("\n") if not line.startswith("##")]
    return [
        (text, [part.strip() for part in want.split("|")]) for text, want in zip(lines[::2], lines[1::2], strict=True)
    ]


def name_of(row: Row) -> str:
    """Return what a row is called in the list of tests."""
    return row[0][:60]


def assert_read(row: Row) -> None:
    """Hold what is read of a row's string against its fields."""
    text, (names, title, container, year) = row
    claim = parse(Entry("doc.md", 1, 1, text, text)).claim
    assert "; ".join(name.family or name.literal for name in claim.author or claim.editor) == names
    assert fold(claim.title) == fold(title)
    assert container == "-" or fold(claim.container_title) == fold(container)
    assert year == "-" or str(claim.year) == year
