"""OpenDocument's names, and the rows of its tables, in texts and in workbooks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.documents.blocks.xml import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {name: f"{{{_OASIS}{name}:1.0}}" for name in ("office", "style", "table", "text", "meta")}
_SPACES |= {"draw": f"{{{_OASIS}drawing:1.0}}", "fo": f"{{{_OASIS}xsl-fo-compatible:1.0}}"}
_SPACES |= {"dc": "{http://purl.org/dc/elements/1.1/}", "xlink": "{http://www.w3.org/1999/xlink}"}


def qualified(name: str) -> str:
    """Return the name of an element or an attribute with its namespace."""
    space, _, local = name.partition(":")
    return _SPACES[space] + local


def every(names: str) -> frozenset[str]:
    """Return several such names."""
    return frozenset(map(qualified, names.split()))


P, H, TABLE = map(qualified, ("text:p", "text:h", "table:table"))
CELL, COVERED = map(qualified, ("table:table-cell", "table:covered-table-cell"))
_ROW = qualified("table:table-row")
_GROUPS = every("table:table-header-rows table:table-rows table:table-row-group")
_MOST_COLUMNS = 100


def all_rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, also those that are grouped, without those of tables within."""
    for child in table:
        if child.tag == _ROW:
            yield child
        elif child.tag in _GROUPS:
            yield from all_rows(child)


def number_of(element: Element, name: str, most: int = _MOST_COLUMNS) -> int:
    """Return a number that a cell or a row says, 1 where it says nothing sensible."""
    said = element.get(qualified(name), "")
    return min(int(said), most) if re.fullmatch("[1-9][0-9]{0,6}", said) else 1
