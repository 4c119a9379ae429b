"""Lists of people as programs write them into one cell: JSON, CSL's names, a list of Python."""

from __future__ import annotations

import json
import re

from sources.et_al import is_et_al
from sources.names import read_name
from sources.record import Name

# Names as Python writes a list of them, in a column that a data frame saved: `['Ada Bee', "Ann O'Hare"]`.
_QUOTED = re.compile(r"'[^'\\]*'|\"[^\"\\]*\"")
_OF_PYTHON = re.compile(rf"\[\s*(?:{_QUOTED.pattern})(?:,\s*(?:{_QUOTED.pattern}))*,?\s*\]")


def listed_in(text: str) -> object:
    """Return what a text of JSON holds, or the names that Python writes as a list; None for any other text.

    >>> listed_in("['Ada Bee', 'Carl Dee']"), listed_in("[Ada Bee; Carl Dee]")
    (['Ada Bee', 'Carl Dee'], None)
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return [name[1:-1] for name in _QUOTED.findall(text)] if _OF_PYTHON.fullmatch(text) else None


def people_listed(listed: object) -> tuple[tuple[Name, ...], bool]:
    """Return the persons of such a list, names or CSL's parts of them, and whether it says that there are more."""
    names = []
    for one in listed if isinstance(listed, list) else [listed]:
        if isinstance(one, str):
            names.append(read_name(one))
        elif isinstance(one, dict):
            parts = {str(key): str(value) for key, value in one.items()}
            literal = parts.get("literal") or parts.get("name") or ""
            whole = ", ".join(
                filter(
                    None,
                    (
                        " ".join(filter(None, (parts.get("non-dropping-particle"), parts.get("family")))),
                        parts.get("suffix"),
                        parts.get("given"),
                    ),
                )
            )
            names.append(Name(literal=literal) if literal and not whole else read_name(whole))
    et_al = bool(names) and is_et_al(str(names[-1]))
    return tuple(name for name in names[: len(names) - et_al] if str(name)), et_al
