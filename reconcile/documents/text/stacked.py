"""Names of several people that stand one below the other in a cell, with nothing but the line's end between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from reconcile.lexicon.given_names import GIVEN_NAMES
from sources.name_words import IN_LISTS
from sources.text import fold

_BETWEEN = re.compile(r"[,;]")
_MOST_INITIALS = 3  # of a person, where no full stops show them
_NAME = re.compile(r"[^\W\d_][\w'’.-]*")
_FEWEST, _LONGEST = 3, 4  # lines that show how a column is written; words of a name
_MOST_PARTED = 0.1  # of the lines of a column of whole names those that hold none


def are_whole(lines: Sequence[str]) -> bool:
    """Say whether the lines of a column of people begin and end with whole names, so that each line's end parts two.

    >>> are_whole(["Priya Raman", "Wei Zhang, Hiroshi Tanaka", "Ada Bee"]), are_whole(["Priya", "Raman, Wei Zhang"])
    (True, False)
    """
    parted = sum(not (_is_whole(_BETWEEN.split(line)[0]) and _is_whole(_last(line))) for line in lines)
    return len(lines) >= _FEWEST and parted <= _MOST_PARTED * len(lines)


def _is_whole(piece: str) -> bool:
    words = piece.split()
    capital = [word for word in words if word not in IN_LISTS]
    long = [word for word in capital if not _is_initial(word)]
    shaped = all(_NAME.fullmatch(word) and not word[0].islower() for word in capital)
    return shaped and len(capital) >= 2 and len(words) <= _LONGEST and len(long) > 1


def one_by_one(lines: Sequence[str], *, whole: bool = False) -> list[str]:
    """Return the lines of a cell of people, a comma between two that end and begin with a whole name, written alike.

    Anything else may be a name on two lines, `Ada` over `Bee`, unless all of the column has `whole` names.

    >>> one_by_one(["Bee A.", "Dee C.,", "Fay", "E."]), one_by_one(["Anna Bee", "Carl Dee"])
    (['Bee A.,', 'Dee C.,', 'Fay', 'E.'], ['Anna Bee,', 'Carl Dee'])
    >>> one_by_one(["Bee, A.", "Dee, C."])
    ['Bee, A.,', 'Dee, C.']
    """
    apart = [
        _style(_last(upper), whole=whole) == _style(_first(lower), whole=whole) != ""
        for upper, lower in pairwise(lines)
    ]
    return [f"{line}," if ended else line for line, ended in zip_longest(lines, apart)]


def _last(line: str) -> str:
    """Return the last name of a line, with the family name of initials that stand behind a comma."""
    pieces = _BETWEEN.split(line)
    return ",".join(pieces[-2:] if _are_initials(pieces[-1]) else pieces[-1:])


def _first(line: str) -> str:
    pieces = _BETWEEN.split(line)
    return ",".join(pieces[:2] if _are_initials("".join(pieces[1:2])) else pieces[:1])


def _style(name: str, *, whole: bool = False) -> str:
    """Return how a name is written; nothing for what is none, or part of one, where not all are known to be `whole`."""
    words = name.replace(",", " , ").split()
    if len(words) < 2:
        return ""
    begins, ends = _is_initial(words[0]), _is_initial(words[-1])
    if "," in words:
        return "turned" if ends and not begins else ""
    if begins != ends:
        return "initials first" if begins else "initials last"
    return "in full" if not begins and (_is_whole(name) if whole else _is_given(words[0])) else ""


def _are_initials(piece: str) -> bool:
    return bool(piece.strip()) and all(map(_is_initial, piece.split()))


def _is_initial(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "")
    most = max(_MOST_INITIALS, word.count("."))
    return letters.isalpha() and letters == letters.upper() and len(letters) <= most


def _is_given(word: str) -> bool:
    return word[0].isupper() and fold(word) in GIVEN_NAMES
