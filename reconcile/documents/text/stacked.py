"""Names of several people that stand one below the other in a cell, with nothing but the line's end between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from reconcile.lexicon.given_names import GIVEN_NAMES
from sources.text import fold

_BETWEEN = re.compile(r"[,;]")
_MOST_INITIALS = 3  # of a person, where no full stops show them


def one_by_one(lines: Sequence[str]) -> list[str]:
    """Return the lines of a cell of people, a comma between two that end and begin with a whole name, written alike.

    Anything else may be a name on two lines: `Ada` over `Bee`.

    >>> one_by_one(["Bee A.", "Dee C.,", "Fay", "E."]), one_by_one(["Anna Bee", "Carl Dee"])
    (['Bee A.,', 'Dee C.,', 'Fay', 'E.'], ['Anna Bee,', 'Carl Dee'])
    >>> one_by_one(["Bee, A.", "Dee, C."])
    ['Bee, A.,', 'Dee, C.']
    """
    apart = [_style(_last(upper)) == _style(_first(lower)) != "" for upper, lower in pairwise(lines)]
    return [f"{line}," if ended else line for line, ended in zip_longest(lines, apart)]


def _last(line: str) -> str:
    """Return the last name of a line, with the family name of initials that stand behind a comma."""
    pieces = _BETWEEN.split(line)
    return ",".join(pieces[-2:] if _are_initials(pieces[-1]) else pieces[-1:])


def _first(line: str) -> str:
    pieces = _BETWEEN.split(line)
    return ",".join(pieces[:2] if _are_initials("".join(pieces[1:2])) else pieces[:1])


def _style(name: str) -> str:
    """Return how a name is written; nothing for what is none, or part of one."""
    words = name.replace(",", " , ").split()
    if len(words) < 2:
        return ""
    begins, ends = _is_initial(words[0]), _is_initial(words[-1])
    if "," in words:
        return "turned" if ends and not begins else ""
    if begins != ends:
        return "initials first" if begins else "initials last"
    return "in full" if not begins and _is_given(words[0]) else ""


def _are_initials(piece: str) -> bool:
    return bool(piece.strip()) and all(map(_is_initial, piece.split()))


def _is_initial(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "")
    most = max(_MOST_INITIALS, word.count("."))
    return letters.isalpha() and letters == letters.upper() and len(letters) <= most


def _is_given(word: str) -> bool:
    return word[0].isupper() and fold(word) in GIVEN_NAMES
