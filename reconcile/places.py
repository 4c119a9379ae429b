"""Where a mention stands, in words: the line of a text, the paragraph of a Word document, the row of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from reconcile.mention import Mention

# What the numbers of a document count where they are no lines that its program shows: in documents of words each
# paragraph, row of a table and line break.
_COUNTED: Mapping[str, str] = MappingProxyType(
    {
        ".docx": "paragraph",
        ".fodt": "paragraph",
        ".odt": "paragraph",
        ".rtf": "paragraph",
        ".fods": "row",
        ".ods": "row",
        ".xlsm": "row",
        ".xlsx": "row",
    }
)
_LINE = "line"


def unit_of(document: str) -> str:
    """Return what the numbers of a document count.

    >>> unit_of("cv.txt"), unit_of("CVs.zip/Cv.DOCX"), unit_of("works.xlsx")
    ('line', 'paragraph', 'row')
    """
    return _COUNTED.get(PurePath(document).suffix.lower(), _LINE)


def lines_of(mention: Mention) -> str:
    """Return where in its document a mention stands: `lines 3–4`, `paragraph 11`."""
    unit, first, last = unit_of(mention.document), mention.first, mention.last
    return f"{unit} {first}" if first == last else f"{unit}s {first}–{last}"


def place_of(mention: Mention) -> str:
    """Return where a mention begins, as a sentence has it: `cv.txt line 3`."""
    return f"{mention.document} {unit_of(mention.document)} {mention.first}"


def short_place_of(mention: Mention) -> str:
    """Return where a mention begins as a terminal has it: `cv.txt:3`, of what has no lines `cv.docx paragraph 3`."""
    in_lines = unit_of(mention.document) == _LINE
    return f"{mention.document}:{mention.first}" if in_lines else place_of(mention)
