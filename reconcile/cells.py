"""The cells of tables, as they are written and read: what all that has to do with separated values shares."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager

# What stands in a cell for a value that is missing, as pandas, R and databases write it
# (https://pandas.pydata.org/docs/reference/api/pandas.read_csv.html, na_values; MySQL's \N).
MISSING = frozenset(r"#N/A #NA <NA> -NaN -nan N/A NA NULL NaN NaT None \N n/a nan null".split())
# What a spreadsheet takes for the beginning of a formula, in the widths that Excel accepts
# (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?")
# Control characters but for tab and newline. Those that part words, as the form feed of a printed page does, leave a
# space; the others leave nothing. A carriage return would end the row for some readers.
_PARTING = "\x0b\x0c\x1c\x1d\x1e\x1f"
_CONTROLS = {at: " " if chr(at) in _PARTING else "" for at in (*range(0x20), 0x7F) if chr(at) not in "\t\n"}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def as_cell(text: str) -> str:
    r"""Return a text as a cell holds it: no control characters, no lone surrogates, no formula. A cell stays as it is.

    >>> as_cell("cortical\x0csheep"), as_cell("\x07=1+1"), as_cell("'=1+1")
    ('cortical sheep', "'=1+1", "'=1+1")
    """
    if _CONTROL.search(text):
        text = text.translate(_CONTROLS)
    return no_formula(text.encode("utf-8", "replace").decode())


def no_formula(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a number is none.

    >>> no_formula("same title"), no_formula("=1+1"), no_formula("-12")
    ('same title', "'=1+1", '-12')
    """
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def said_by(cell: str) -> str:
    """Return what a cell says, without line breaks and the sign against formulas: the same for a text and its cell.

    >>> said_by("=On  Wool") == said_by(as_cell("=On Wool"))
    True
    """
    return " ".join(as_cell(cell).removeprefix("'").split())


@contextmanager
def field_limit(most: int) -> Iterator[None]:
    """Let the csv module read cells of so many characters; its limit is one for the whole process, and is put back."""
    before = csv.field_size_limit(most)
    try:
        yield
    finally:
        csv.field_size_limit(before)
