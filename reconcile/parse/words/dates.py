"""Dates: what they look like, where years stand, and what a date says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.parse.words import cues
from sources.east_asian import year_of_era
from sources.months import NUMBER
from sources.record import Date
from sources.text import ANY_YEAR, YEAR, year_of_two_digits

MONTH = rf"(?<![^\W\d_])(?:{cues.MONTHS})\b\.?"  # `2020 Mars`, and nobody called Marsh
# A month, or two as in `March-April`. The names stand here once: `re` takes a millisecond each time to compile them.
_MONTHS_NAMED = rf"(?=[^\W\d_])(?:(?:\s?[-–/]\s?)?{MONTH}){{1,2}}"
_DAYS = r"\d{1,2}(?:st|nd|rd|th|er)?\.?(?:\s?[-–/]\s?\d{1,2}(?:st|nd|rd|th)?)?"

# A date that stands alone, as in `(2020, May 4)`, `Sept. 1990`, `25-30 April 1992`, `2014-2015`, `[1986]`, `n.d.`, and
# `N. D.` that are nobody's initials.
DATE = (
    rf"(?:{YEAR}[-/.]\d\d?(?:[-/.]\d\d?)?(?![\d-])|\d\d?[-/.]\d\d?[-/.]{YEAR}|\d\d?/{YEAR}"
    rf"|(?:(?:{_DAYS}\s)?(?:de\s)?{_MONTHS_NAMED}(?:\s{_DAYS})?,?\s(?:de\s)?)?"
    rf"(?:(?:(?-i:ca?\.)|circa|©)\s?|(?-i:c(?=\d)))?{YEAR}(?:\s?[-–/]\s?(?:{YEAR}|\d\d))?[a-h+]?年?"
    rf"(?:,?\s(?:{_DAYS}\s)?{_MONTHS_NAMED}(?:\s{_DAYS})?)?"
    r"|(?-i:[ns]\.\s?d\.|(?<!\w\s)[NS]\.\s?D\.(?!\s?[A-Z]\w)|o\.\s?J\.)|in press|forthcoming)"
)
DATE_WITH_MONTH = rf"(?:{_DAYS}\s)?(?:{MONTH})(?:\s{_DAYS})?,?\s{YEAR}"
# No year of a work is that of the disease: `NLP for COVID-19 Workshop at EMNLP`.
_SHORT_YEAR = re.compile(r"[A-Za-z)]\s?['’‘`](\d\d)(?!\d)|(?!VID-19)[A-Z]{3}[-_](\d\d)(?![\da-z])")
_GLUED_YEAR = re.compile(r"\b[A-Z][A-Za-z]{2,9}((?:19|20)\d\d)\b|\b(?!COVID)[A-Z]{3,8}(\d\d)\b")
_NUMBER_GOES_ON = re.compile(r"\.\d{5}(?!\d)")  # a mathematical review's number: `Zbl 1511.11044`
_DAY = re.compile(r"(?<![\d–/-])([0-3]?\d)(?:st|nd|rd|th)?(?![\d–/-])")
_MONTHS = re.compile(rf"\b({cues.MONTHS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A value with the characters, `start` to `end`, at which it stands."""

    value: str
    start: int
    end: int


def years(text: str, start: int, end: int) -> list[Piece]:
    """Return the years that stand at `start` to `end`, four digits first, then `'24` and names such as `ICML21`."""
    found = [
        Piece(match[0][:4], match.start(), match.start() + 4)
        for match in ANY_YEAR.finditer(text, start, end)
        if not _NUMBER_GOES_ON.match(text, match.start() + 4)
    ]
    if not found and (era := year_of_era(text, start, end)):
        found.append(Piece(str(era[0]), *era[1:]))
    if found:
        return found
    for pattern in (_SHORT_YEAR, _GLUED_YEAR):
        for match in pattern.finditer(text, start, end):
            group = 1 if match[1] else 2
            digits = match[group]
            year = digits if len(digits) == 4 else str(year_of_two_digits(int(digits)))
            found.append(Piece(year, match.start(group), match.end(group)))
    return found


def read_date(text: str, year: str) -> Date:
    """Return the date of which `text` gives the year, and perhaps month and day.

    >>> str(read_date("12 March 2019", "2019"))
    '2019-03-12'
    """
    numeric = re.search(rf"{year}[-/.](\d\d?)(?:[-/.](\d\d?))?(?!\d)", text)
    if numeric:
        month, day = int(numeric[1]), int(numeric[2] or 0)
        return Date(int(year), month, day if day <= 31 else 0) if 1 <= month <= 12 else Date(int(year))
    named = _MONTHS.search(text)
    month = NUMBER.get(named[1].casefold(), 0) if named else 0
    if not month:
        return Date(int(year))
    single = _DAY.search(text.replace(year, " "))
    number = int(single[1]) if single else 0
    return Date(int(year), month, number if 1 <= number <= 31 else 0)
