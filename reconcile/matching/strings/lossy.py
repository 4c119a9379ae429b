"""Letters with accents that a wrong encoding lost: what is left of a name or a title without them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from sources.text import letters_of

_LEAST_NAME = 4  # letters of a name that are left
_LEAST_TITLE = 16  # letters of a title that are left
_MOST_LOST = 0.2  # of a title's letters; one in Chinese has little else


@lru_cache(maxsize=2**14)
def without_accented(family: str) -> str:
    """Return the folded letters of a family name but for those with accents; empty where none has one.

    >>> without_accented("Müller"), without_accented("Miller")
    ('mller', '')
    """
    left = "" if family.isascii() else _left(family)
    return left if len(left) >= _LEAST_NAME else ""


def lost_letters_only(written: str, title: str) -> bool:
    """Say whether a title as it is written is a record's, but that letters with accents are lost.

    >>> lost_letters_only("Etude g n rale des laines sugg r es", "Etude générale des laines suggérées")
    True
    """
    if title.isascii():
        return False
    left = _left(title)
    if len(left) < _LEAST_TITLE or len(left) < (1 - _MOST_LOST) * len(letters_of(title)):
        return False
    return left == _left(written)


def _left(text: str) -> str:
    return letters_of("".join(filter(str.isascii, unicodedata.normalize("NFC", text))))
