"""Names of venues that break off: Google Scholar cuts them at some sixty letters, `Conference on Very Large …`."""

from __future__ import annotations

import re
from functools import cache

from reconcile.venues.table import HEADS, index
from reconcile.venues.tokens import tokenise

_BREAK = re.compile(r"(?<=\w)[\s.,]*(?:…|\.\.\.)")
_LEAST = 2  # words of a name that begin it: `conference on` and one more


def series_of_broken(text: str) -> str:
    """Return the key of the one series whose name begins as the text does before it breaks off; else nothing.

    >>> series_of_broken("Proc. 24th International Conference on Very Large …, 1998")
    'vldb'
    """
    found = _BREAK.search(text)
    if found is None:
        return ""
    words = [token.stem for token in tokenise(text[: found.start()]) if not token.skipped]
    known = _beginnings()
    return next((key for at in range(len(words)) if (key := known.get(" ".join(words[at:]), ""))), "")


@cache
def _beginnings() -> dict[str, str]:
    """Return the beginnings of names that say what they are the name of, with the series; empty where it is not one."""
    found: dict[str, str] = {}
    for folded, alias in index().aliases.items():
        words = folded.split()
        for length in range(_LEAST, len(words)):
            if not alias.acronym and HEADS.intersection(words[:length]) and not HEADS.issuperset(words[:length]):
                beginning = " ".join(words[:length])
                found[beginning] = alias.key if found.get(beginning, alias.key) == alias.key else ""
    return found
