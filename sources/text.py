"""Folding of text: the forms in which titles, names and venues are compared; and years of two digits.

rapidfuzz's `default_process` keeps accents and LaTeX; this module does the folding for the whole project.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that NFKD does not take apart, with the spelling that bibliographies use for them, and the apostrophes that
# it makes: `ŉ`.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n"}
    | {"×": "x"}  # `16×16`
    | dict.fromkeys("\u2018\u2019\u02bc'`", "")
)
_NOT_WORD = re.compile(r"[^\w]+|_+")
# For text of ASCII alone: capitals to small letters, apostrophes to nothing, all other marks to spaces.
_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)) + bytes(128)
_ASCII_APOSTROPHES = b"'`"
_APOSTROPHES = re.compile(r"[\u2018\u2019\u02bc'`\u00b4]")

_FIRST_COMBINING = "\u0300"  # no character before it is an accent that stands alone

# Words that say nothing about which publication is meant (English, and the articles of the languages seen in DBLP).
STOP_WORDS = frozenset(
    """
    a an and are as at be by can do does for from how in into is it its of on or over that the their this through
    to toward towards under using via what when which with
    das der die ein eine fur und von zur de des du et la le les un une el los las en y
    """.split()
)
# Characters that turn the reading direction around could make a comment look like an entry (CVE-2021-42574).
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
# Hyphens that typesetting puts into names and identifiers; each is replaced by one character, so that spans stay right.
HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
_PIVOT = 40  # two digits from here on are a year of the last century: no publication is dated so far ahead


def fold(text: str) -> str:
    """Return `text` without case, accents and punctuation, words parted by one space.

    >>> fold("Schrödinger's “Cat”: A Re-View")
    'schrodingers cat a re view'
    """
    if text.isascii():
        if text.isalnum():
            return text.lower()
        # As bytes, and with no encoding named, which would be looked up by its name each time.
        return b" ".join(text.encode().translate(_ASCII, _ASCII_APOSTROPHES).split()).decode()
    # Case goes last: NFKD brings capitals, `™` is `TM`, and accents stand between a letter and its spelling, `Ǽ`.
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    combining = unicodedata.combining
    bare = "".join([char for char in plain if char < _FIRST_COMBINING or not combining(char)])
    if bare.isascii():
        return fold(bare)
    kept = bare.casefold().translate(_LETTERS)
    return " ".join(_NOT_WORD.sub(" ", kept).split())


def letters_of(text: str) -> str:
    """Return the folded letters and figures of `text`, for what is written in one word here and in two there.

    >>> letters_of("Data-Base 2")
    'database2'
    """
    return fold(text).replace(" ", "")


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`, in order.

    >>> words("1TnR-based ReRAM")
    ('1tnr', 'based', 'reram')
    """
    return tuple(fold(text).split())


def content_words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` that are no stop words; all of them where nothing else is left.

    >>> content_words("On the Edge")
    ('edge',)
    """
    return telling_words(words(text))


def telling_words(every: tuple[str, ...]) -> tuple[str, ...]:
    """Return of folded words those that are no stop words; all of them where nothing else is left."""
    return tuple([word for word in every if word not in STOP_WORDS]) or every


# A year as it is printed, and one that stands in a text by itself.
YEAR = r"(?:1[4-9]\d\d|20[0-4]\d)"
ANY_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")


def year_of_two_digits(digits: int) -> int:
    """Return the year that two digits stand for, as in `'98`, `ICML21` and the Anthology's `W02`.

    >>> year_of_two_digits(98), year_of_two_digits(21)
    (1998, 2021)
    """
    return digits + (2000 if digits < _PIVOT else 1900)


def shortened(text: str, most: int) -> str:
    """Return a text, or its first words with “…”, of no more than `most` characters before that.

    >>> shortened("Federated Training", 15), shortened("Training", 8), shortened("联邦学习综述", 4)
    ('Federated …', 'Training', '联邦学习…')
    """
    if len(text) <= most:
        return text
    words = text[: most + 1].rpartition(" ")[0].rstrip()
    return f"{words} …" if len(words) > most // 2 else f"{text[:most]}…"
