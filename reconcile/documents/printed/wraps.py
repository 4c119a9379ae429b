"""Whether the end of a full line is where somebody ended it, or where its width did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_LONGEST_END = 300
_NAME = r"[A-ZÀ-Þ](?:\.(?:-[A-Z]\.)?|[\w'’-]+)(?:\s[A-ZÀ-Þ](?:\.|[\w'’-]+)){1,3}"
# Where people begin a new line, though the one before is full: behind a sentence (and no abbreviation), between a title
# and a list of names, between such a list and where the work appeared.
_LINE_ENDS = (
    (re.compile(r"(?:[\d)\]”]|[a-zß-ÿ]{4})[.?!]$"), re.compile(r"[“\"(\[]?[A-ZÀ-Þ]|(?:19|20)\d\d\b")),
    (re.compile(r"[^,;]{30}(?<!\band)$"), re.compile(rf"(?:{_NAME},\s){{2}}|{_NAME}(?:,?\sand|,)\s{_NAME}[,.]?$")),
    (
        re.compile(rf",\s(?:and\s)?{_NAME}$|{_NAME}\sand\s{_NAME}$"),
        re.compile(
            r"(?:In|Proceedings|Proc\.|Journal|Transactions|IEEE|ACM|International|\d{1,2}(?:st|nd|rd|th))\b"
            r"|[A-Z][A-Za-z&/-]*[A-Z](?:,?\s|\s?['’])(?:(?:19|20)\d\d|\d\d\b)"
        ),
    ),
)
# How an entry ends, and how no line begins that goes on with one; how one begins below any end but an open one.
_CLOSED, _GOES_ON = re.compile(r"[.?!\d)\]”\"»。]$"), re.compile(r"[a-zß-ÿ,;:&)\]”»–-]")
_OPEN = re.compile(r"(?:[,;:&(\[“„«–-]|\b(?:and|und|et|y|e|with|mit))$")
_PERSON = re.compile(rf"[A-ZÀ-Þ][\w'’-]+,\s[A-ZÀ-Þ]\.|{_NAME}(?:,|\sand|:|\.\s|\s\()")
_ADDRESS = re.compile(r"://|www\.|doi", re.IGNORECASE)  # which goes on without a blank
# A line that was broken within a word is this much shorter than the others at most.
_SYLLABLES = 12


def is_set(upper: str, lower: str) -> bool:
    """Say whether people put the line break between two lines for what they say, however full the upper one is.

    >>> is_set("Bells for sheep in the mist.", "Ada Bee"), is_set("Bells for sheep in", "the mist. Ada Bee")
    (True, False)
    """
    tail = upper[-_LONGEST_END:]
    return any(end.search(tail) and begin.match(lower) for end, begin in _LINE_ENDS)


def _may_begin(upper: str, lower: str) -> bool:
    """Whether an entry may end with a line and the next begin with the one below."""
    if _CLOSED.search(upper[-1:]):
        return not _GOES_ON.match(lower)
    return not _OPEN.search(upper[-_LONGEST_END:]) and _PERSON.match(lower) is not None


def wrapped(lines: Sequence[str], broken: Sequence[bool]) -> list[bool]:
    """Return which lines of a plain text go on in the next: beside those that are `broken` within a word, full ones.

    That a line had no room for the next one's first word proves nothing, as lists of one entry a line have lines of
    like length: so nothing is full where a line is longer than the broken ones, and no line where an entry may end.

    >>> wrapped(["Bee, A. Felt in", "the fells of Ry", "dal. 2010.", "Moss."], [False, True, False, False])
    [True, True, False, False]
    """
    made = list(broken)
    widths = [len(line) for line, parted in zip(lines, broken, strict=True) if parted]
    width = max(map(len, lines), default=0)
    if not widths or width > max(widths) + _SYLLABLES:
        return made
    for at, (upper, lower) in enumerate(pairwise(lines)):
        last, first = upper.split()[-1:], lower.split(None, 1)[:1]
        full = len(upper) + 1 + len("".join(first)) > width and not _ADDRESS.search("".join(last))
        made[at] = made[at] or (full and not _may_begin(upper, lower.strip()))
    return made
