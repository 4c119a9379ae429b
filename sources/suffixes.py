"""What stands behind a name, suffix or degree, and where a word that looks like one is the name itself."""

from __future__ import annotations

import re

from sources.name_words import ALSO_GIVEN, DEGREES, NUMERALS, SUFFIXES, TITLES

INITIAL = re.compile(r"[^\W\d_]\.?(?:-[^\W\d_]\.?){0,3}")


def bare(word: str) -> str:
    """Return a word in small letters and without points."""
    return word.replace(".", "").lower()


def is_suffix(text: str) -> bool:
    """Say whether a text is nothing but a suffix or a degree, as it stands between two commas of a name.

    >>> is_suffix("Jr."), is_suffix("Ph. D."), is_suffix("MA"), is_suffix("Ma"), is_suffix("Ii")
    (True, True, True, False, False)
    """
    return bare(text).replace(" ", "") in SUFFIXES.keys() | DEGREES and not may_be_name(text)


def may_be_name(word: str) -> bool:
    """Say whether a number or a degree is written as a name is: `Yuki Ii`, `Rahman, Md`, `Wei Ma`."""
    return bare(word) in NUMERALS | ALSO_GIVEN and word[:1].isupper() and not word.rstrip(".").isupper()


def without_suffix(parts: list[list[str]]) -> tuple[list[list[str]], str]:
    """Return the comma-parted words of a name without titles, degrees and its suffix, and that suffix.

    >>> without_suffix([["Dr", "Martin", "King"], ["Jr."]])
    ([['Martin', 'King']], 'Jr.')
    """
    suffix = ""
    kept: list[list[str]] = []
    for place, words in enumerate(parts, 1):
        rest = list(words)
        while len(rest) > 1 and bare(rest[0]) in TITLES:
            del rest[0]
        while rest and (len(rest) > 1 or kept) and _ends_in_suffix(rest, kept, last=place == len(parts)):
            suffix = SUFFIXES.get(bare(rest.pop()), suffix)
        if rest:
            kept.append(rest)
    return kept, suffix


def _ends_in_suffix(words: list[str], before: list[list[str]], *, last: bool) -> bool:
    """Return whether words end in a suffix or a degree; `before` are the words before the commas before them.

    `MA` and its like are degrees only where they stand alone or dotted, and behind more than a family name.
    """
    word, small, alone = words[-1], bare(words[-1]), len(words) == 1
    if last and not before and _is_alone(words):
        return False
    if last and alone and small in ALSO_GIVEN and [len(part) for part in before] == [1]:
        return False  # `Rahman, Md.`, `Lee, MA`
    return small in SUFFIXES or (small in DEGREES and (alone or "." in word or len(small) > 2))


_WHOLE = 2  # words of a name to which a suffix may be added, or that are one with it


def _is_alone(words: list[str]) -> bool:
    """Return whether what looks like a suffix is the family name, or initials: `A. Junior`, `Yuki Ii`, `Das SR`."""
    last, beside = words[-1], sum(not INITIAL.fullmatch(word) for word in words[:-1])
    if last in _SUFFIXES_LIKE_INITIALS:
        return len(words) == _WHOLE and beside == 1
    return beside < _WHOLE and (bare(last) == "junior" or may_be_name(last))


_SUFFIXES_LIKE_INITIALS = ("JR", "SR")
