r"""A string as it may have been before a scan took letters for digits and digits for letters, or its blanks were lost.

It is read so only where nothing is found for it as it stands: `L1`, `K5` and `H2O` are words, too.
"""

from __future__ import annotations

import re

from reconcile.lexicon import notices
from sources.text import STOP_WORDS

# A word, or a part of one between hyphens, in which letters and such digits stand that a scan takes for letters; `58th`
# is none.
_MIXED = re.compile(
    r"(?<![^\W_])(?!\d{1,4}(?:st|nd|rd|th)(?![^\W_]))(?=[A-Za-z]{0,30}[0158])(?=[0-9]{0,30}[A-Za-z])"
    r"[A-Za-z0158]{2,40}(?![^\W_])"
)
# A number in which letters stand for digits: `2O14`, `l0`, `314l`.
_NUMBER = re.compile(r"(?<![^\W_])(?=[0-9]{0,8}[OolI])(?=[OolI]{0,8}[0-9])[0-9OolI]{2,9}(?![^\W_])")
# A year at the end of a word, with one of its figures a letter: `WAT2O16`.
_DATED = re.compile(r"(?<=[A-Za-z]{2})(?:19|2[0O])[0-9OolI]{2}(?![^\W_])")
AS_LETTERS = str.maketrans("0158", "olsb")
_AS_DIGITS = str.maketrans("OolI", "0011")
_ET_AL = re.compile(r"(?<![^\W_])et\s?a1(?![^\W_])")
_POSSESSIVE = re.compile(r"(?<=[A-Za-z\d])(['’])5(?![^\W_])")
# A venue with its year and pages, glued to a title and to one another, `of WoolCVPR202415963-15974`; what is glued to
# "et al."
_SEAM = re.compile(
    r"(?<=[a-z])(?=[A-Z]{2,12}(?:19|20)\d\d)|(?<=[A-Z]{2}(?:19|20)\d\d)(?=\d{1,6}[-–]\d)|(?<=et al\.)(?=[^\W_])"
)
_LEAST_LETTERS = 2  # of a word that is none of a formula
_LEAST_GLUED = 60  # characters of a string that has lost its blanks,
_MOST_BLANKS = 0.02  # and the share of those that are left
_LOST_BLANK = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=[.,:;)])(?=[^\W_])|(?<=[A-Za-z])(?=\()")

# What makes another work of a title, which nobody sees who reads it glued.
_OF_ANOTHER = re.compile(
    rf"{notices.CORRECTING}|{notices.DOUBTING}|(?:{notices.ANSWERING}|review|comments?|notes?|discussion|data)(?:for|from|of|on|to)",
    re.IGNORECASE,
)


def restored(string: str) -> str:
    """Return a string with the letters, digits and blanks that it may have lost; itself where there is no sign of it.

    >>> restored("5anna Lundqvist, M0rphono1ogy of l0 Gulls, WAT2O16, 20l5, pp. 314l-3152")
    'sanna Lundqvist, Morphonology of 10 Gulls, WAT2016, 2015, pp. 3141-3152'
    """
    string = _NUMBER.sub(_digits, _DATED.sub(_digits, _ET_AL.sub("et al", string)))
    string = _SEAM.sub(" ", _MIXED.sub(_letters, _POSSESSIVE.sub(r"\1s", string)))
    is_glued = len(string) >= _LEAST_GLUED and string.count(" ") <= _MOST_BLANKS * len(string)
    return _LOST_BLANK.sub(" ", string) if is_glued and not _OF_ANOTHER.search(string) else string


def _digits(match: re.Match[str]) -> str:
    return match[0].translate(_AS_DIGITS)


def _letters(match: re.Match[str]) -> str:
    word = match[0]
    read = word.translate(AS_LETTERS)
    if read.lower() in STOP_WORDS:
        return read  # `0f`
    return word if sum(map(str.isalpha, word)) < _LEAST_LETTERS or word[-4:].isdigit() else read
