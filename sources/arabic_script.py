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
# What says by which calendar a year counts, behind it: the Prophet's moon years, Iran's sun years, ours. A letter
# alone says it where it is glued to the year or a bracket or comma follows, and no number: `ش ۳` is an issue.
_HIJRI = r"[\u0647\u06be\u06d5][\u200d\u0640]{0,2}"
_ALONE = r"(?=\.?(?:[)\]/=,;\u060c\u061b]|\s*\Z|\.\s?\Z))"
_LUNAR = (
    rf"{_HIJRI}[. ]{{0,2}}ق(?:مری)?|(?:هجری )?قمری|هجرية?(?: قمرية?)?"
    rf"|[\u0647\u06be]\u200d?\u0640|(?<=\d)ق| ق{_ALONE}"
)
_SOLAR = rf"{_HIJRI}[. ]{{0,2}}ش(?:مسی)?|(?:هجری )?(?:شمسی|خورشیدی)|(?<=\d)ش| ش{_ALONE}"
_OURS = r"میلادی|ميلادية?|(?<=\d)م"
# Numbers of pages and issues; a year, with its calendar and the signs behind it, and with the same year in another.
_DATED = re.compile(
    rf"(?P<counted>(?<![{LETTERS}])(?:صص?|صفحهٔ?|صفحات|شمارهٔ?)[.:]?\s?\d{{1,9}}(?:\s(?:تا|الی|إلى)\s\d{{1,9}})?"
    rf"|\d{{1,9}}\s(?:(?:تا|الی|إلى)\s\d{{1,9}}|(?:ص|صفحه)(?![{LETTERS}])))"
    r"|(?<![\d–-])(?P<year>\d{4})(?![\d–-])"
    rf"(?:\s?(?:(?P<solar>{_SOLAR})|(?P<lunar>{_LUNAR})|(?P<ours>{_OURS}))(?![{LETTERS}])(?:\.(?=[)\]/=]))?"
    r"(?P<again>\s?[/=]\s?(?=\d{4}(?!\d)))?)?(?P<signs>[)\].,;:\u060c\u061b]{0,3})"
)
# A sun year begins in a March: nine of its twelve months stand in the year that is this much later than its number.
_LATER = 621
# What a moon year is of ours, and where the middle of one would be that stood before the first.
_MOON, _BEGUN = 0.970224, 622.06
# Years that are written without their calendar in Iran: the sun's, and behind them the moon's. The last of the sun's is
# some years after the one in which this was written (1405), so that it serves for a while: until there the moon's years
# are those from 1985 to 1990.
_FIRST, _LAST_OF_SUN, _LAST = 1300, 1410, 1449
_READ = 2000  # letters of a text that tell its language


def is_arabic(text: str) -> bool:
    """Say whether a text begins with a letter of the script.

    >>> is_arabic("پشم"), is_arabic("Wool"), is_arabic("")
    (True, False, False)
    """
    return _LETTER.match(text) is not None


def plain(text: str) -> str:
    """Return a text in this script with plain digits and punctuation, and years of the moon, or of Iran, as ours.

    What says of a year by which calendar it counts goes, and makes room behind it.

    >>> plain("پشم، ۱۴۰۰"), plain("پشم (۱۴۱۷ق)."), plain("Wool, 1400")
    ('پشم, 2021', 'پشم (1996). ', 'Wool, 1400')
    """
    if text.isascii() or not _LETTER.search(head := text[:_READ]):
        return text
    persian = _PERSIAN.search(head) and 2 * len(_LETTER.findall(head)) > sum(map(str.isalpha, head))
    return _DATED.sub(_in_iran if persian else _elsewhere, text).translate(_PLAIN)


def _in_iran(found: re.Match[str]) -> str:
    return _elsewhere(found, unsaid=True)


def _elsewhere(found: re.Match[str], *, unsaid: bool = False) -> str:
    """Return what is found with its year as ours: one whose calendar is `unsaid` counts as in Iran, or stays."""
    if found["counted"]:
        return found[0]
    year = _year(int(found["year"]), found, unsaid=unsaid)
    said = "" if found["again"] else f"{year}{found['signs']}"  # the next one is the same in another calendar
    return said.ljust(len(found[0])) if year != found["year"] or found["ours"] else found[0]


def _year(number: int, found: re.Match[str], *, unsaid: bool) -> str:
    between = _FIRST <= number <= _LAST
    if between and (found["lunar"] or (unsaid and number > _LAST_OF_SUN and not found["solar"])):
        return str(int(number * _MOON + _BEGUN))
    return str(number + _LATER) if between and (found["solar"] or unsaid) else found["year"]
