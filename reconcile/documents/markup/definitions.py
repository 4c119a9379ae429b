"""Definition lists, as Pandoc, Quarto and kramdown have them, made lists that CommonMark has.

2024
: Bee, A. Felt in the mill. Wool, 3.
: Dee, B. Gulls count. Birds, 1.

A term and its first definition are one item, as a date and its entry are, each further definition is one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_DEFINITION = re.compile(r" {0,3}[:~](?:[ \t]{1,4})(?=\S)")
# What no term is: a heading, a list, a quotation, a table, HTML, a division, a definition.
_NO_TERM = re.compile(r"\s*(?:[#>|<`:~$]|[-*+]\s|\d{1,3}[.)]\s|-{3,}|={3,})|\s{4}")
_FENCE = re.compile(r" {0,3}(?:`{3}|~{3})")
_LONGEST_TERM = 200


def with_definition_lists(rows: Sequence[str]) -> list[str]:
    """Return the rows of a page with the terms and definitions of its lists as items.

    >>> with_definition_lists(["2024", ": Felt in the mill", ": Gulls count", "", "Wool: a word"])
    ['- 2024', '  Felt in the mill', '- Gulls count', '', 'Wool: a word']
    """
    made = list(rows)
    if not any(map(_DEFINITION.match, rows)):
        return made
    fenced = in_list = False
    for at, row in enumerate(rows):
        fenced = fenced != bool(_FENCE.match(row))
        found = None if fenced else _DEFINITION.match(row)
        if found is None:
            in_list = in_list and (not row.strip() or row.startswith((" ", "\t")) or not _ends(rows, at))
            continue
        term = _term(rows, at)
        if term is not None:
            made[term] = f"- {rows[term].strip()}"
            made[at] = f"  {row[found.end() :]}"
        elif in_list:
            made[at] = f"- {row[found.end() :]}"
        in_list = in_list or term is not None
    return made


def _term(rows: Sequence[str], at: int) -> int | None:
    """Return the row of the term before a definition, which an empty row may part from it; None where none is."""
    above = at - 1 if at and rows[at - 1].strip() else at - 2
    if above < 0 or not rows[above].strip() or _NO_TERM.match(rows[above]) or len(rows[above]) > _LONGEST_TERM:
        return None
    return above if not above or not rows[above - 1].strip() else None


def _ends(rows: Sequence[str], at: int) -> bool:
    """Whether a row that is not indented ends a list: an empty row stands before it."""
    return at == 0 or not rows[at - 1].strip()
