"""DOIs that a scan or a print has spoilt, `10.l145/3308558.3313480`, `10. 21437/Interspeech. 2016-1473`, as meant.

What is meant nobody can be sure of: readings are for looking up where the DOI as written is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from sources.normal_forms import cut
from sources.text import HYPHENS

_BLANKS = 3  # blanks within a DOI at most
_FOR_ONE, _FOR_NOUGHT = "Il|", "Oo"  # letters that a scan takes digits for
_DIGITS = str.maketrans(dict.fromkeys(_FOR_ONE, "1") | dict.fromkeys(_FOR_NOUGHT, "0"))
_SPOILT = re.compile(
    rf"(?<![\w.])[1{_FOR_ONE}][0{_FOR_NOUGHT}]\s?\.\s?[0-9{_FOR_ONE}{_FOR_NOUGHT}]{{4,9}}\s?/"
    rf"(?:\s?[^\s<>\"“”]{{1,80}}){{1,{_BLANKS + 1}}}"
)
_AMONG_DIGITS = re.compile(rf"(?<=[0-9])[{_FOR_ONE}{_FOR_NOUGHT}](?=[0-9])")
_VIEW = re.compile(r"\?[a-z]{2,20}=.*\Z")  # what a link adds to an address


def readings(text: str) -> Iterator[tuple[str, str]]:
    """Yield each spoilt DOI of a text as it stands there, with what it may mean, the longest first.

    >>> list(readings("Lee 2019, 10.l145/33085 58."))
    [('10.l145/33085 58', '10.1145/3308558'), ('10.l145/33085', '10.1145/33085')]
    """
    for match in _SPOILT.finditer(text):
        prefix, _, suffix = match[0].partition("/")
        pieces = suffix.split()
        found: dict[str, str] = {}
        for count, misread in product(range(len(pieces), 0, -1), (False, True)):
            written = _stretch(match[0], len(prefix) + 1, pieces[:count])
            meant = _meant(prefix, cut(_VIEW.sub("", "".join(pieces[:count]))), misread=misread)
            if meant != cut(written) and meant[-1] != "/":
                found.setdefault(meant, cut(written))
        yield from ((written, meant) for meant, written in found.items())


def _stretch(text: str, start: int, pieces: list[str]) -> str:
    """Return the text up to the end of pieces that follow one another from a place on."""
    for piece in pieces:
        start = text.index(piece, start) + len(piece)
    return text[:start]


def _meant(prefix: str, suffix: str, *, misread: bool) -> str:
    """Return a DOI without blanks, its prefix in digits; `misread` are those letters among digits that follow, too."""
    suffix = suffix.translate(HYPHENS)
    if misread:
        suffix = _AMONG_DIGITS.sub(lambda match: match[0].translate(_DIGITS), suffix)
    return f"{''.join(prefix.split()).translate(_DIGITS)}/{suffix}"
