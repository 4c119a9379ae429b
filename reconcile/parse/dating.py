"""Which of the years in an entry is that of the work, and the whole date around it."""

from __future__ import annotations

import re

from reconcile.lexicon.states import ALSO_AT
from reconcile.parse.layouts.frame import Reading
from reconcile.parse.place.container import Container
from reconcile.parse.place.numbers import Numbers
from reconcile.parse.preamble import Preamble
from reconcile.parse.text.marks import View
from reconcile.parse.words import cues
from reconcile.parse.words.dates import DATE, Piece, years

_DATE = re.compile(DATE, re.IGNORECASE)
# What stands at the sides of a year that stands alone.
_BEFORE = re.compile(
    rf"(?:[.,;:(\[\n]|\b(?:{cues.MONTHS})\.?|\d|\b(?:Act|Bill|Regulations|Order|Convention|Directive))[\s]*\Z",
    re.IGNORECASE,
)
# A paper's number that begins with its year, as automotive engineers have it: `SAE Technical Paper 2002-01-0503`.
_PAPER_NUMBER = re.compile(r"\bPaper\s(?:No\.?\s|Number\s)?((?:19|20)\d\d)-\d\d-\d{4}(?![\d-])", re.IGNORECASE)
# Where else a work was shown, with that year: `ICLR 2020. (also at NeurIPS 2019 GRL workshop)`
_ALSO_AT = re.compile(rf"[(\[,.;]\s?{ALSO_AT}[^()\[\].;\n]{{0,160}}", re.IGNORECASE)
_BEHIND = re.compile(r"[a-h]?\s*(?:[.,;:()\]\n]|\Z)")


def year_of(
    seen: View, reading: Reading, preamble: Preamble, numbers: Numbers, container: Container
) -> tuple[Piece | None, tuple[int, int] | None]:
    """Return the year and the stretch of its date: beside the authors first, then in the rest, the badge, the label."""
    text = seen.text
    start, end = reading.rest
    page = numbers.page
    volume = numbers.volume
    between = years(text, *reading.date) if reading.date else []
    after = [
        year
        for year in years(text, start, min(end, start + 1000))
        if not (page and page.start <= year.start < page.end) and not (volume and volume.start == year.start)
    ]
    badge = years(text, *preamble.venue) if preamble.venue else []
    label = years(text, *preamble.date) if preamble.date else []
    after = [year for year in after if not (_of_range(text, year) or _of_thesis(text, year))] or (
        [] if label else after
    )
    others = [match.span() for match in _ALSO_AT.finditer(text, start, min(end, start + 1000))]
    after = [year for year in after if not any(low <= year.start < high for low, high in others)] or after
    after = [year for year in after if not _of_first_print(text, year)] or after
    after = [year for year in after if not (_of_stamp(text, year) or _of_title(text, year))] or after
    label = label or _of_report(text, start, min(end, start + 1000))
    counted = [] if between or badge or label else _of_number(text, start, min(end, start + 1000))
    after = counted if counted and (not after or counted[0].start < after[0].start) else after
    elsewhere = [] if between or after or badge or label else _years_elsewhere(text, preamble.start)
    book = container.span or (start, start)
    after = [year for year in after if not book[0] <= year.start < book[1]] or after
    for found in (between, _standing_first(text, after), badge, label, elsewhere):
        if found:
            return found[0], _date_around(text, found[0])
    numbered = _PAPER_NUMBER.search(text, start, min(end, start + 1000))
    return (Piece(numbered[1], *numbered.span(1)), numbered.span(1)) if numbered else (None, None)


_ADJOINING = re.compile(r"(?:1[5-9]|20)\d\d,?\s\[\Z")  # `2017 [1931]`


def _of_first_print(text: str, year: Piece) -> bool:
    """Whether a year stands in brackets behind another, as that in which a reprint first came out."""
    return text[year.end : year.end + 1] == "]" and bool(_ADJOINING.search(text, max(0, year.start - 8), year.start))


# When a page says that it took a work up, in a line of its own below the venue: `04 Mar 2022 (modified: 23 Jul 2022)`.
_STAMP = re.compile(
    rf"\n\s{{0,9}}\d\d? (?:{cues.MONTHS})\.? (?:19|20)\d\d"
    r"(?: \((?:last )?(?:modified|updated|revised)\b[^()\n]{0,40}\))?\s{0,9}(?:\n|\Z)",
    re.IGNORECASE,
)


def _of_stamp(text: str, year: Piece) -> bool:
    line = text.rfind("\n", 0, year.start)
    return line >= 0 and _STAMP.match(text, line) is not None


# What a title or a book says of its time: `Urbane Vögel seit 1800, Rieti: Olmo 2018`, `Wool before 1900, Wiley, 2001`.
_TIME = re.compile(
    r"\b(?:seit|um|ab|bis|vor|nach|since|until|till|before|after|around|circa|depuis|vers|avant|après|dopo|prima del"
    r"|fino al|desde|hasta|hacia)\s\Z",
    re.IGNORECASE,
)


def _of_title(text: str, year: Piece) -> bool:
    return _TIME.search(text, max(0, year.start - 12), year.start) is not None


# The number of a report in its series: `Felt Working Paper 2021:14`, `Discussion Paper No. 2019-07`.
_REPORT = re.compile(
    rf"\b(?:{cues.REPORT}|WP|DP)s?(?: series)?,?\s(?:no\.?\s|nr\.?\s|#)?(?P<year>(?:19|20)\d\d)"
    r"\s?[:/–-]\s?\d{1,4}(?![\d–-])",
    re.IGNORECASE,
)


def _of_report(text: str, start: int, end: int) -> list[Piece]:
    """Return the year with which a report is counted in its series."""
    found = _REPORT.search(text, start, end)
    return [Piece(found["year"], found.start("year"), found.end("year"))] if found else []


# The year by which the numbers of a journal are counted, where no other is given: `Nyelvek 2006/4, 19–24`.
_NUMBER_OF_YEAR = re.compile(r"[^\W\d]\s(?P<year>(?:19|20)\d\d)/\d{1,2}(?=[,.]\s|\s?\Z)")


def _of_number(text: str, start: int, end: int) -> list[Piece]:
    found = _NUMBER_OF_YEAR.search(text, start, end)
    return [Piece(found["year"], found.start("year"), found.end("year"))] if found else []


def _of_range(text: str, year: Piece) -> bool:
    """Return whether a year is an end of a range, as pages are: `WWW 2021, 1916-1927`."""
    before, behind = text[max(0, year.start - 8) : year.start], text[year.end : year.end + 8]
    return bool(_RANGE_BEFORE.search(before) or _RANGE_BEHIND.match(behind))


_RANGE_BEFORE, _RANGE_BEHIND = re.compile(r"(?<!\d)\d{3,4}\s?[-–]{1,2}\s?\Z"), re.compile(r"\s?[-–]{1,2}\s?\d{4}(?!\d)")


# When the thesis was handed in that a book is made of: `2011 Nests, Diss. phil. Rieti 2009, Olmo: Gull.`
_OF_THESIS = re.compile(r"\b(?:Diss|Habil|Magisterarb)\.(?:-Schr\.)?[^,;()\n\d]{0,40},?\s\Z")


def _of_thesis(text: str, year: Piece) -> bool:
    return _OF_THESIS.search(text, max(0, year.start - 60), year.start) is not None


def _years_elsewhere(text: str, start: int) -> list[Piece]:
    """Return the years that stand alone anywhere, for texts whose title was taken too long; the last one first."""
    return [year for year in reversed(years(text, start, min(len(text), start + 1500))) if _stands_alone(text, year)]


def _standing_first(text: str, found: list[Piece]) -> list[Piece]:
    """Return the years with those first that stand alone between delimiters, not within a venue's name."""
    alone = [year for year in found if _stands_alone(text, year)]
    published = [year for year in alone if not _of_meeting(text, year)]
    return published or alone or found


# When a meeting was held, beside the year in which its papers came out: `(Rieti, 12-14 maggio 2005), Bologna, 2007`.
_HELD = re.compile(r"\([A-ZÀ-Þ][^()\n\d]{2,60},\s(?!\d{1,2}(?:st|d|nd|rd|th|\.) ed)\d{1,2}[^()\n]{2,30}\Z")

# `Actes du colloque de Quimper, 14-16 mai 2011, Rennes, Olmo, 2013`: nothing comes out on several days.
_ON_DAYS = re.compile(
    rf"\b\d{{1,2}}\.?\s?[-–—/]\s?\d{{1,2}}\.?\s(?:de\s)?(?:{cues.MONTHS})\.?\s(?:de\s)?\Z", re.IGNORECASE
)
# When a court decided what a note is on: `(nota a Cass., 12 dicembre 2014, n. 26242), in Foro, 2015`.
_ON_DAY = re.compile(rf"\b\d{{1,2}}[.°]?\s(?:de\s)?(?:{cues.MONTHS})\s(?:de\s)?\Z", re.IGNORECASE)
_NUMBER_OF_DECISION = re.compile(r",\s(?:n|nr|no|rep|ric)[.°]{1,2}\s?\d{2,6}(?!\d)")


def _of_meeting(text: str, year: Piece) -> bool:
    before = text[max(0, year.start - 30) : year.start]
    if _ON_DAYS.search(before) or (_NUMBER_OF_DECISION.match(text, year.end) and _ON_DAY.search(before)):
        return True
    return text[year.end : year.end + 1] == ")" and bool(_HELD.search(text, max(0, year.start - 100), year.start))


def _stands_alone(text: str, year: Piece) -> bool:
    before = _BEFORE.search(text[max(0, year.start - 16) : year.start])
    return bool(before and _BEHIND.match(text[year.end : year.end + 6]))


def _date_around(text: str, year: Piece) -> tuple[int, int]:
    """Return the whole date of which `year` is the year."""
    low, high = max(0, year.start - 30), min(len(text), year.end + 25)
    for match in _DATE.finditer(text, low, high):
        if match.start() <= year.start and match.end() >= year.end:
            return match.span()
    return year.start, year.end
