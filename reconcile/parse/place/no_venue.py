"""What stands where a venue might and is none: an imprint, a series, an institution, a reference to another entry."""

from __future__ import annotations

import re

from reconcile.lexicon.venues import MEETINGS
from reconcile.parse.place.imprint import is_place, is_unlisted, read_imprint
from reconcile.parse.place.numbers import Numbers
from reconcile.parse.place.venue_end import PLACE_COLON, first_segment
from reconcile.parse.words import cues


def holds_place(text: str) -> bool:
    """Whether a known place and a colon stand in a text."""
    found = PLACE_COLON.finditer(text)
    return any(is_place(re.split(r"[.,;(]\s", match[0].strip(" :.,;("))[-1]) for match in found)


def names_place(text: str, at: int, stop: int) -> bool:
    """Whether a place and a colon stand where a venue might: `Parisiis: Antonii`, not `The Age: Extra`."""
    match = PLACE_COLON.match(text, at, stop)
    if not match:
        return False
    if is_place(match[0].strip(" :.,;(").rpartition(", ")[2]):
        return True
    imprint = read_imprint(text, at, min(len(text), at + 160))
    return imprint.colon and (imprint.first or imprint.complete)


def is_imprint(text: str, at: int, stop: int) -> bool:
    """Whether a book's imprint stands where a venue might: `White River Junction (VT): Chelsea Green`, 2010."""
    if is_unlisted(text, at, len(text)):
        return True
    imprint = read_imprint(text, at, min(len(text), at + 160))
    if cues.VENUE.search(text, at, stop) or not imprint.complete or not imprint.known:
        return False
    if imprint.first or imprint.colon or imprint.short:
        return True
    name = text[at : first_segment(text, at, stop, is_in=False)]
    return any(word.casefold() in cues.ORGANISATIONS for word in name.split())


# What stands behind a book or a report and is no venue: `Bulletin 184`, `PEER Report 2007/08`, `Graduate Texts in X`,
# `Department of Teaching`, `Brotherhood of St Laurence`.
_SERIES = re.compile(
    r"(?:[\w&.'’-]+ ){0,6}(?:report|bulletin|paper|memorandum|publication|monograph|circular|document|series|reihe)s?"
    r"(?: no\.?| nr\.?| number)?\s?\d[\d/-]*"
    r"|(?:[\w'’-]+ ){0,3}(?:texts|studies|monographs|topics|readings) in\b.*"
    r"|(?!university|findings)(?:[\w'’&.,-]+ ){0,5}(?:institute|foundation|association|department|ministry|agency"
    r"|bureau|commission|committee|corporation|ltd|inc|gmbh|organi[sz]ation|council|brotherhood|authority)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_WORDY = re.compile(r"[^\W\d_]{3,}")
_REFERENCE = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:,? (?:and|&|und|et|y) [A-ZÀ-Þ][\w'’-]+| et al\.?)")


def is_series(stretch: str) -> bool:
    """Whether a stretch is a series with a number, a series by its name, or an institution."""
    return not _VENUE_NAME.search(stretch) and bool(_SERIES.fullmatch(stretch.strip(" .,;:")))


def is_reference(text: str, at: int, close: int, numbers: Numbers) -> bool:
    """Whether an "In" names another entry of the list by its authors: `In Glotfelty and Fromm, 196-203.`"""
    if not numbers.page or not _REFERENCE.fullmatch(text[at:close].strip(" .,;")):
        return False
    return not _WORDY.search(text, close, numbers.page.start) and not _WORDY.search(text, numbers.page.end)


_VENUE_NAME = re.compile(rf"\b(?:proc|conf|{MEETINGS}|journal|transactions|letters|meeting|review)", re.IGNORECASE)
