"""What is written in Arabic script, as Persian, Arabic and Urdu are: its digits, its punctuation, a calendar.

Its letters have no case. `plain` keeps the length of a text, so that every place in it stays the same.
"""

from __future__ import annotations

import re

# Its letters and the signs above them, as the inside of a character class; digits and punctuation are not among them.
LETTERS = (
    "\u0620-\u063f\u0641-\u065f\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
)
_LETTER = re.compile(f"[{LETTERS}]")
# Those of Persian that Arabic does not have; its yeh and keheh are letters of their own.
_PERSIAN = re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc]")
_PLAIN = str.maketrans(
    {
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
        "\u060c": ",", "\u061b": ";", "\u061f": "?", "\u06d4": ".", "\u066b": ".", "\u066c": ",", "\u0640": "-",
    }
)  # fmt: skip
# A year of Iran's calendar, the Solar Hijri one, 1300 to 1419, and no half of a range of pages.
_SOLAR = re.compile(r"(?<![\d–-])(?:[1\u06f1][3\u06f3]\d|[1\u06f1][4\u06f4][01\u06f0\u06f1])\d(?![\d–-])")
# It begins in a March: nine of its twelve months stand in the year that is this much later than its number.
_LATER = 621
_READ = 2000  # letters of a text that tell its language


def is_arabic(text: str) -> bool:
    """Say whether a text begins with a letter of the script.

    >>> is_arabic("پشم"), is_arabic("Wool"), is_arabic("")
    (True, False, False)
    """
    return _LETTER.match(text) is not None


def plain(text: str) -> str:
    """Return a text in this script with plain digits and punctuation, and of a Persian one the years as ours.

    >>> plain("پشم، ۱۴۰۰"), plain("Wool, 1400")
    ('پشم, 2021', 'Wool, 1400')
    """
    if text.isascii() or not _LETTER.search(head := text[:_READ]):
        return text
    if _PERSIAN.search(head) and 2 * len(_LETTER.findall(head)) > sum(map(str.isalpha, head)):
        text = _SOLAR.sub(lambda year: str(int(year[0]) + _LATER), text)
    return text.translate(_PLAIN)
