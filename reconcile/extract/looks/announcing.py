"""News items that announce a publication whose title nothing sets apart."""

from __future__ import annotations

import re
from itertools import pairwise

from reconcile.extract.looks.likeness import likeness
from reconcile.extract.looks.people import runs
from reconcile.extract.words import cues

# In a title in title case, so many of the words with more letters than these begin with a capital.
_CAPITALS, _SMALL_WORD = 0.7, 3
_COUNTED = re.compile(r"\b(?:our|my|one|two|three|four|papers?|works?)\b", re.IGNORECASE)
_BEFORE_TITLE = " \t\n:,;.|)]*•–—-"
# What stands between a title and "accepted".
_ACCEPTED = re.compile(r"\W{0,3}\b(?:(?:has|have|been|was|were|is|are|got|gets|just|now|recently)\W{1,3}){0,4}\Z")
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|several|multiple|\d{1,2})\s(?:[\w-]{1,20}\s){0,3}papers\b", re.IGNORECASE
)


# The date before a news item: `[2025-11]`, `May 2025`.
DATE_LABEL = re.compile(
    r"\W{0,4}(?:(?:19|20)\d\d(?:[./-]\d{1,2}){0,2}(?=\W)|[A-Z][a-z]{2,8}\.?,? ?(?:\d{1,2},? )?(?:19|20)\d\d\b"
    r"|\d{1,2}[./-](?:\d{1,2}[./-])?(?:19|20)\d\d\b)"
)


def announced_after_date(text: str) -> tuple[int, int] | None:
    """Return where a news item has the title of a new publication, which nothing sets apart."""
    label = DATE_LABEL.match(text)
    start = label.end() if label else 0
    found = announced_title(text[start:])
    return (found[0] + start, found[1] + start) if found else None


def announced_title(text: str) -> tuple[int, int] | None:
    """Return where a news item has what is written like a title: before "accepted", or after it and a colon.

    >>> announced_title("LoRA: Low-Rank Adaptation of Language Models accepted by ICLR")
    (0, 44)
    >>> announced_title("Our work on robust learning is accepted to KDD")
    >>> announced_title("Paper accepted at COLT 2019: Learning Disjunctions of Predicates")
    (29, 64)
    """
    found = cues.STATUS.search(text)
    head = text[: found.start()] if found else ""
    if not _COUNTED.search(text[: found.end()] if found else text):
        return _trimmed(head, 0, len(_ACCEPTED.sub("", head))) if _is_in_title_case(head, 1) else None
    told = found or cues.OUR_PAPER.search(text)
    if told is None or _SEVERAL.search(text):
        return None
    colon = text.find(": ", told.end())
    after = text[colon + 2 :] if colon >= 0 else ""
    spans = [_trimmed(text, colon + 2, colon + 2 + len(cues.PIECE_END.split(after)[0]))]
    commas = [at for at, char in enumerate(head) if char == ","]
    spans += [_trimmed(text, left + 1, right) for left, right in pairwise([*commas, len(head)])]
    pieces = ((span, text[slice(*span)]) for span in spans)
    return next((span for span, piece in pieces if _is_in_title_case(piece, 2) and _is_no_name(piece)), None)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without white space, and without the punctuation before it."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(_BEFORE_TITLE)), start + len(piece.rstrip())


def _is_no_name(piece: str) -> bool:
    """Whether a piece names neither a venue nor persons."""
    return likeness(piece).venue < 1 and not runs(piece)


def _is_in_title_case(text: str, more_than: int) -> bool:
    """Whether more than so many long words stand in a text, most of them with a capital."""
    words = [word for word in cues.WORD.findall(text) if len(word) > _SMALL_WORD]
    return len(words) > more_than and _CAPITALS * len(words) <= sum(word[0].isupper() for word in words)
