"""One person or two: what stands on either side of a comma, a family name and given names or two whole names."""

from __future__ import annotations

import re

from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.rarity import is_surname
from sources.name_reading import begins_with_particle
from sources.text import fold

_COUNTED = re.compile(r"(?<=\w)\s(?:II|III|IV|Jr|Sr)\b\.?(?=\s*\Z)")
_INITIALS = re.compile(r"(?<=\s)(?:[^\W\d_a-z]\.?-?){1,3}\Z")  # `Ada L.`, `Seo D.-H.`, `Smith JA`


def is_joined(part: str) -> bool:
    """Say whether "&" joins whole names, which have a blank or a point, and not the words of a firm.

    >>> is_joined("Nagel B. & Kay R. Hill"), is_joined("Bell & Howell")
    (True, False)
    """
    halves = part.split("&")
    return len(halves) > 1 and all(" " in half.strip() or "." in half for half in halves)


def without_suffix(name: str) -> str:
    """Return a name without the suffix at its end.

    >>> without_suffix("Tulkens III")
    'Tulkens'
    """
    return _COUNTED.sub("", name)


def are_one(first: str, second: str) -> bool:
    """Say whether two halves with a comma between, of two words or more each, are surely one person's name.

    A particle begins the first, or behind the comma stand given names alone, of which an initial may be the last.

    >>> are_one("Prado Vega", "Anna L."), are_one("Van Tulkens", "Ada Luz"), are_one("Prado Vega", "Maria Teresa")
    (True, True, True)
    >>> are_one("Anna Smith", "Wei Zhang"), are_one("Prado Vega", "Tulkens J.")
    (False, False)
    """
    if begins_with_particle(first):
        return True
    behind = fold(_INITIALS.sub("", second)).split()
    if not behind or not all(word in GIVEN_NAMES for word in behind):
        return False
    if _INITIALS.search(second):
        return _INITIALS.search(first) is None
    return not is_surname(behind[-1]) and not GIVEN_NAMES.issuperset(fold(first).split()[:1])
