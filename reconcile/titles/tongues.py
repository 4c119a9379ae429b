"""Titles in two languages, as the Anthology has them: `Titre (Title)`, `題目 (Title) [In Chinese]`."""

from __future__ import annotations

import re
from functools import lru_cache

from sources.east_asian import SIGNS, SignPattern

_IN_TWO = re.compile(
    r"(?P<one>[^()]+(?:\([^()]*\)[^()]+)*?)\s?[(\uff08](?P<other>[^()\uff08\uff09]+)[)\uff09](?:\s?\[[^\[\]]{3,20}\])?[\s.]*"
)
_WORDS = 3  # of a title rather than of a remark such as `(Extended Abstract)`
_HAN = SignPattern(rf"[{SIGNS}]{{6}}")


@lru_cache(maxsize=4096)
def tongues(title: str) -> tuple[str, ...]:
    """Return the two titles of one that is given in two languages, none for any other.

    >>> tongues("Prédiction de la satisfaction (Predicting customer satisfaction)")
    ('Prédiction de la satisfaction', 'Predicting customer satisfaction')
    >>> tongues("Kortest sti (Shortest path) [In Danish]")
    ('Kortest sti', 'Shortest path')
    """
    found = _IN_TWO.fullmatch(title) if "(" in title or "\uff08" in title else None
    halves = (found["one"].strip(), found["other"].strip()) if found else ()
    return halves if _NAMED.search(title) or all(map(_is_title, halves)) else ()


_LATIN = re.compile(r"[A-Za-z]{3}")
_NAMED = re.compile(r"\[in [a-z]+\]", re.IGNORECASE)


def other_tongue(title: str) -> tuple[str, ...]:
    """Return the two titles of one that shows that they are in two languages, by its letters or by saying so.

    >>> other_tongue("Contar las ovejas (Counting the sheep) [In Spanish]")
    ('Contar las ovejas', 'Counting the sheep')
    >>> other_tongue("Counting the sheep (from the hill above)")
    ()
    """
    halves = tongues(title)
    if not halves or _NAMED.search(title):
        return halves
    one, other = halves
    apart = (_HAN.search(one) and not _HAN.search(other)) or (_HAN.search(other) and not _HAN.search(one))
    return halves if apart and any(_LATIN.search(half) for half in halves) else ()


def _is_title(half: str) -> bool:
    return half.count(" ") + 1 >= _WORDS or _HAN.search(half) is not None
