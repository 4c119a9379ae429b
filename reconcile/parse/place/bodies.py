"""The school of a thesis and the body that issued a report, which stand where a publisher does."""

from __future__ import annotations

import re

from reconcile.parse.place.imprint import is_name, is_place
from reconcile.parse.words import cues

_GENRE = re.compile(
    rf"(?<!\w)(?:(?P<thesis>{cues.THESES})|(?P<report>{cues.REPORT}))(?!\w)[^.,;:\n()\[\]–—]{{0,30}}(?:\([^()]{{0,60}}\))?[\])]?",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"[.,;:\n()\[\]]|\s[-–—]{1,3}\s")
_SCHOOL = re.compile(
    r"univ\w*|\w*universit\w*|\w*hochschule|polit[eé]c\w+|polyt\w+|institut\w*|colleges?|academy|akademi\w*|\w*egyetem|école"
    r"|school|scuola|escuela|escola|yliopisto|ETH|TU|KTH|EPFL|MIT",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:dep(?:artment|t)|facult|faculdade|facultad|facoltà|fakultät|fachbereich|programa)", re.IGNORECASE
)
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ-]{2,11}")
_BEHIND = 120  # characters before the kind of work
_READ = 200  # characters behind it
_LONGEST_NAME = 9  # words


def issuing_body(text: str, start: int, end: int) -> str:
    """Return the school behind `PhD thesis, `, or the body behind `Technical report 12, `, else nothing."""
    genre = _GENRE.search(text, start, min(end, start + _BEHIND))
    if genre is None:
        return ""
    stretch = text[genre.end() : min(end, genre.end() + _READ)]
    parts = [" ".join(part.split()) for part in _SEGMENT.split(stretch)]
    named = [part for part in parts if is_name(part, _LONGEST_NAME) and not is_place(part)]
    if genre["report"]:
        return named[0] if named else ""
    schools = [part for part in named if _is_school(part)]
    return next(iter(schools), "")


def _is_school(part: str) -> bool:
    if _PART.match(part):
        return False
    return bool(_ACRONYM.fullmatch(part)) or any(_SCHOOL.fullmatch(word.strip(".")) for word in part.split())
