"""What follows a title: editors, venue, publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.parse import cues
from reconcile.parse.credits import editors_before, editors_behind, end_before_editors, past_credits
from reconcile.parse.imprint import is_place, read_imprint
from reconcile.parse.numbers import DATE, DATE_WITH_MONTH, Numbers
from reconcile.parse.people import Person
from reconcile.parse.segments import is_sentence_end

_LEAD = re.compile(
    rf"[\s.,;:|\"”’»'()\[\]–—-]*(?:(?<=\()\d+[-–]\d+\)\s?(?=in\s))?(?:(?:{cues.LEADS})[\s:]*)?", re.IGNORECASE
)
_IN = re.compile(r"[\s.,;:|\"”’»'–—-]*(?:\(\d+[-–]\d+\)\s?)?(?:in|dans|aus|en)\b\s?:?\s", re.IGNORECASE)
_MONTH = rf"(?:{cues.MONTHS})\.?"
_NOISE = re.compile(r"[\s.,;:|\"”’»'–—*)\]-]+")
_DATE = re.compile(rf"[\s.,;:(\[]*{DATE}(?=[\s.,;:)\]]|$)", re.IGNORECASE)
_CUT = re.compile(
    r"[\s.,;:(\[]*(?:accessed|retrieved|last accessed|visited|consulté|zuletzt|abgerufen"
    r"|\[?online\]?|available (?:at|from|online|via|under)|url|doi|issn|isbn|pmid|pmcid"
    r"|reprint\w*|also in|see also|submitted for|n\.p\.|web\.|print\.|this (?:paper|work"
    r"|article)|code |\[pmcid)",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"\.(?=\s|$|[)\]\"”])|[?!](?=\s)|[,;:](?=\s|$|\d)|\n|\s?[(\[]|(?<=\s)(?=(?:pp?\.|pages?|vol\."
    r"|volume|no\.|issue|band|bd\.)\s?\d)",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(rf"(?<!\w)(?:{cues.PUBLISHERS})(?!\w)", re.IGNORECASE)
_PLACE_COLON = re.compile(
    r"[\s.,;(]*(?:[A-ZÀ-Þ\u3400-\u9fff][\w.'’/-]*(?:,? (?:[A-Z]{2}|[A-ZÀ-Þ][\w.'’/-]*"
    r"|and|&|la|le|de|am|of))*) ?: ?(?=[A-ZÀ-Þ\u3400-\u9fff])"
)
_VENUE = re.compile(rf"(?<!\w)(?:{cues.VENUE_STEMS})", re.IGNORECASE)
_GENRE = re.compile(rf"[\s.,;:(\[]*(?:unpublished |unpubl\. )?(?:{cues.THESIS}|{cues.REPORT})[^.,;]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Container:
    """Where the venue's text stands (or None), who edited it, and who published it."""

    span: tuple[int, int] | None = None
    editors: tuple[Person, ...] = ()
    publisher: str = ""


def read_container(text: str, start: int, end: int, numbers: Numbers) -> Container:
    """Return the venue in what follows a title: `In J. Doe (Ed.), Proc. of X, pp. 1-3. Springer` has `Proc. of X`."""
    cut = _cut(text, start, end)
    is_in = bool(_IN.match(text, start, cut))
    first, at = past_credits(text, start, cut)
    lead = _LEAD.match(text, at, cut)
    at = lead.end() if lead else start
    editors, at = editors_before(text, at, cut, is_in=is_in)
    credited, at = past_credits(text, at, cut)
    if not is_in and _IN.match(text, at, cut):
        return read_container(text, at, cut, numbers)
    editors = editors or first or credited
    at = _past(text, at, cut)
    stop = _stop(at, cut, numbers)
    if stop <= at:
        return Container(None, editors, _publisher(text, at, cut))
    span = _span(text, at, stop, numbers, is_in)
    if span and not editors:
        editors = editors_behind(text, span[1], cut)
    return Container(span, editors, _publisher(text, span[1] if span else at, cut))


def _cut(text: str, start: int, end: int) -> int:
    for match in re.compile(r"(?<=[\s.,;:(\[<])(?=[a-zA-Z\[])").finditer(text, start, min(end, start + 800)):
        if _CUT.match(text, match.start(), end):
            return match.start()
    return min(end, start + 800)


def _past(text: str, at: int, end: int) -> int:
    """Return where words begin, past delimiters and a date that opens the rest."""
    for pattern in (_NOISE, _DATE, _NOISE):
        match = pattern.match(text, at, end)
        if match and not (pattern is _DATE and re.match(r"\s[A-Z]", text[match.end() : match.end() + 2])):
            at = match.end()
    return at


def _stop(at: int, end: int, numbers: Numbers) -> int:
    """Return where the numbers begin that follow a venue."""
    stops = [
        piece.start for piece in (numbers.volume, numbers.issue, numbers.page) if piece and at <= piece.start < end
    ]
    return min(stops, default=end)


_BEFORE_NUMBER = re.compile(
    r"(?:[\s.,;:(\[-]|n[°º]|\b(?:vol|volume|v|n|no|nos|number|issue|pp?|pages?|band|bd"
    r"|heft|nr|n°|art|article|t|tome|jg|série|abstract|(?<!orking )(?<!ussion )paper|special issue)\b\.?)+\Z",
    re.IGNORECASE,
)
_TRAILING_DATE = re.compile(rf"[\s.,;:(\[]+{DATE}[\s.,;:)\]]*\Z", re.IGNORECASE)
_SHORT_DATE = re.compile(rf"[\s.,;:(\[]+(?:{DATE_WITH_MONTH}|(?:19|20)\d\d)[\s.,;:)\]]*\Z", re.IGNORECASE)
# A day that no year follows, as newspapers have it: `Reuters 30 October`, `New York Times, November`.
_TRAILING_DAY = re.compile(
    rf"(?:[\s.,;:(\[]+(?:{DATE_WITH_MONTH}|\d{{1,2}} {_MONTH}|{_MONTH}(?: \d{{1,2}})?))[\s.,;:)\]]*\Z",
    re.IGNORECASE,
)
_TRAILING_YEAR = re.compile(r"\s(?:1[89]|20)\d\d[\s.,;:]*\Z")
_IN_BRACKETS = re.compile(r"\((?:[^()]{0,40}[\s,])?(?:pp?\. ?|S\. ?)?\d*\Z|\((?:pp?\. ?|S\. ?|vol)", re.IGNORECASE)
_SUBTITLE = re.compile(r"\.\s(?P<more>[A-ZÀ-Þ][^.;:()\[\]\d\n]{6,90})\.(?=\s)")
_LONGEST_BOOK = 250  # characters of the name of a book
_LEADING_DATE = re.compile(rf"[(\[]?{DATE}[)\]]?[\s.,;:]+", re.IGNORECASE)
_EDITION = re.compile(
    r"[(\[]?(?:\d+(?:st|nd|rd|th|e|\.)? (?:ed(?:ition|n|\.)?|aufl(?:age|\.)?)|(?:rev|revised|second|third"
    r"|fourth|reprint|repr|trans(?!\.? [A-Z]\w{1,6}\.)|translated|traduit|übersetzt|ubersetzt|übers|tr|dir|directed"
    r"|edited|ed|\d+ vols?)\b)(?:[^.;]|(?<=\b[A-Z])\.|(?<=\bed)\.){0,80}[.;,)]+\s*",
    re.IGNORECASE,
)
_STATE = re.compile(rf"(?:{cues.STATES})(?=\s?(?:[.,;()]|\Z)|\s\d{{4}})", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:proceedings|proc\.)(?! (?:of )?(?:the )?(?:natl?\b|nat\b|national acad|r\. soc|roy|am\b|amer"
    r"|lond|inst\b|camb|edinb))"
    r"|\b(?:conference|conf\.|workshop|symposium|symp\.|congress|lecture notes)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(
    r"\s?(?!(?i:eds?\.|edited|hrsg|hg\.|éds?\.|dir\.))(?!\d+\s?[-–]\s?\d+[)\]])(?:[^()\[\],;:\n]{1,45})[)\]]"
)


def _span(text: str, at: int, stop: int, numbers: Numbers, is_in: bool) -> tuple[int, int] | None:
    """Return the venue between `at` and the numbers: whole before a journal's volume, else its first segment."""
    if (not is_in and _names_place(text, at, stop)) or _GENRE.match(text, at, stop):
        return None
    for _ in range(3):
        edition = _EDITION.match(text, at, stop)
        at = edition.end() if edition else at
    if at > 0 and not is_in and (_names_place(text, at, stop) or _STATE.match(text, at, stop)):
        return None
    close = _before_numbers(text, at, stop)
    stretch = text[at:close]
    if _is_journal(stretch, stop, numbers):
        date = _LEADING_DATE.match(stretch)
        at = at + date.end() if date else at
        close = _without_date(text, at, close)
        head, comma, place = text[at:close].rpartition(", ")
        close = at + len(head) if comma and is_place(place) else close
        return (at, close) if close > at else None
    if not _MEETING.search(stretch):
        close = _without_date(text, at, close) if _SHORT_DATE.search(stretch) and "," in stretch else close
    quoted = text[at - 3 : at].strip()[-1:] in ("”", "’", '"', "»", "'")
    before_editors = end_before_editors(text, at, close) if quoted and not is_in else 0
    close = (
        _end_of_book(text, at, close, stop) if is_in else before_editors or _first_segment(text, at, close, is_in=is_in)
    )
    day = None if is_in or _MEETING.search(text, at, close) else _TRAILING_DAY.search(text[at:close])
    if not day and numbers.volume and numbers.volume.start == stop:
        day = _TRAILING_YEAR.search(text[at:close])
    close = at + day.start() if day and day.start() > 1 else close
    stretch = text[at:close]
    if close <= at or not _may_be_venue(stretch, is_in=is_in) or (not is_in and _is_imprint(text, at, stop)):
        return None
    return at, close


def _end_of_book(text: str, at: int, close: int, stop: int) -> int:
    """Return where the name behind an "In" ends: before its editors, before `(pp. 1-2)`, or with a segment."""
    before_editors = end_before_editors(text, at, close)
    if before_editors:
        return before_editors
    bracket = text.find("(", at, stop + 1)
    if stop < len(text) and bracket > at and _IN_BRACKETS.match(text, bracket, stop + 1):
        whole = text[at:bracket]
        if len(whole) < _LONGEST_BOOK and not _MEETING.search(whole) and not _PLACE_COLON.search(whole):
            return bracket
    first = _first_segment(text, at, close, is_in=True)
    subtitle = _SUBTITLE.match(text, first, close)
    if subtitle and not _MEETING.search(text, at, subtitle.end()) and not _VENUE.search(subtitle[0]):
        imprint = read_imprint(text, subtitle.end(), min(len(text), subtitle.end() + 160))
        if imprint.first and not read_imprint(text, first, close).first:
            return subtitle.end("more")
    return first


def _names_place(text: str, at: int, stop: int) -> bool:
    """Whether a place and a colon stand where a venue might: `Parisiis: Antonii`, not `The Age: Extra`."""
    match = _PLACE_COLON.match(text, at, stop)
    if not match:
        return False
    if is_place(match[0].strip(" :.,;(").rpartition(", ")[2]):
        return True
    imprint = read_imprint(text, at, min(len(text), at + 160))
    return imprint.colon and (imprint.first or imprint.complete)


def _is_imprint(text: str, at: int, stop: int) -> bool:
    """Whether a book's imprint stands where a venue might: `White River Junction (VT): Chelsea Green`, 2010."""
    imprint = read_imprint(text, at, min(len(text), at + 160))
    if _VENUE.search(text, at, stop) or not imprint.complete or not imprint.known:
        return False
    if imprint.first or imprint.colon:
        return True
    name = text[at : _first_segment(text, at, stop, is_in=False)]
    return any(word.casefold() in cues.ORGANISATIONS for word in name.split())


def _before_numbers(text: str, at: int, stop: int) -> int:
    trimmed = _BEFORE_NUMBER.search(text[at:stop]) if stop < len(text) else None
    return at + trimmed.start() if trimmed else stop


def _without_date(text: str, at: int, close: int) -> int:
    date = _TRAILING_DATE.search(text[at:close])
    close = at + date.start() if date and date.start() > 0 else close
    return _before_numbers(text, at, close) if date else close


def _is_journal(stretch: str, stop: int, numbers: Numbers) -> bool:
    """Whether a volume follows at once, so that the whole stretch is a journal's name, commas and periods included."""
    volume = numbers.volume or numbers.issue
    if volume is None or volume.start > stop or len(stretch) > 120 or _MEETING.search(stretch):
        return False
    return not _PUBLISHER.search(stretch) and stretch.count(". ") < 7 and "\n" not in stretch.strip()


def _may_be_venue(stretch: str, *, is_in: bool) -> bool:
    if is_in or _VENUE.search(stretch):
        return len(stretch.strip(" .,()")) > 1
    if _PUBLISHER.search(stretch) or _DATE.fullmatch(stretch):
        return False
    if all(word.casefold() in cues.PLACES for word in re.findall(r"[^\W\d_]+", stretch) if word[0].isupper()):
        return False
    return any(char.isupper() or char >= "\u3040" for char in stretch)


def _first_segment(text: str, at: int, end: int, *, is_in: bool) -> int:
    """Return where the first segment ends; a parenthesis with a short name and a comma within a name belong to it."""
    skip = at
    for match in _BOUNDARY.finditer(text, at, end):
        place = match.start()
        if place < skip or place == at:
            continue
        follows = text[match.end() : min(end, match.end() + 100)]
        mark = match[0].strip()
        if mark in ("(", "["):
            inner = _ACRONYM.match(follows)
            if not inner or re.fullmatch(rf"\s?{DATE}\s?[)\]]", inner[0], re.IGNORECASE):
                return place
            skip = match.end() + inner.end()
            if re.match(r"\s[A-Z][\w-]+(?:,|\.|\s[A-Z][\w-]+,)", text[skip:end]):
                return skip
        elif not _goes_on(text, at, place, mark, follows, is_in=is_in):
            return place
    return end


def _goes_on(text: str, at: int, place: int, mark: str, follows: str, *, is_in: bool) -> bool:
    """Say whether a name goes on behind a delimiter within it."""
    imprint = read_imprint(text, place + 1, min(len(text), place + 160))
    if imprint.first and (imprint.colon or (imprint.complete and imprint.firm)):
        return False
    if mark in "?!":
        return not imprint.first
    if mark == "," and is_in and _imprint_later(text, at, place, follows):
        return True
    if mark == ".":
        if re.match(r"\s*\([A-Z][\w&/ -]{1,20}['’ ]?\d{2,4}\)", follows):
            return True
        return not is_sentence_end(text, place) or _is_abbreviation(text, at, place, follows)
    if mark == ",":
        return bool(
            re.match(r"\s(?:and|&|und|et|y)\s|\s[A-Z][\w-]+,? (?:and|&) [A-Z]|\s[a-z]\w+(?:,)? and\s", follows)
        ) and not _DATE.match(follows)
    if mark == ":":
        return (
            is_in
            or bool(_DATE.match(follows))
            or not _PLACE_COLON.match(text, max(at, text.rfind(".", at, place) + 1), place + 60)
        )
    return False


_NO_TITLE = re.compile(
    r"\d|\b(?:vols?|series|lncs|lnai|lecture notes|studies|eds?|hrsg|hg|reihe|acm|ieee|press)\b", re.IGNORECASE
)


def _imprint_later(text: str, at: int, place: int, follows: str) -> bool:
    """Whether a book's imprint follows behind more words of its title: `Water, Air and Power, Paris, Seuil, 2001`."""
    if _MEETING.search(text, at, place) or read_imprint(text, place + 1, min(len(text), place + 160)).short:
        return False
    for comma in re.finditer(r",(?=\s[A-ZÀ-Þ])", follows):
        if _NO_TITLE.search(follows, 0, comma.start()):
            return False
        behind = place + 1 + comma.end()
        imprint = read_imprint(text, behind, min(len(text), behind + 160))
        if imprint.first and imprint.firm:
            return len(follows[: comma.start()].split()) > 1
    return False


def _is_abbreviation(text: str, at: int, place: int, follows: str) -> bool:
    """Whether a period ends a short form: one stands beside it, as in `SIAM J. Discr. Math.`"""
    word = re.search(r"[^\s.]+\Z", text[at:place])
    if not word or len(word[0]) > 8 or not word[0][0].isalpha() or not re.match(r"\s\w", follows):
        return False
    beside = re.match(r"\s(?!(?:Eds?|Hrsg|Hg|Trans|Dir)\.)[\w-]{2,10}\.", follows) or re.search(
        r"(?:\A|\s)[A-Z]\w{0,6}\.\s[\w-]+\Z", text[at:place]
    )
    return bool(beside)


_YEAR_BEHIND = re.compile(r"\s(?:1[5-9]|20)\d\d\Z")


def _publisher(text: str, at: int, end: int) -> str:
    """Return the publisher: what follows `City:`, or the segment that holds a publisher's word."""
    for segment in re.split(r"[.,;()\n]\s?", text[at:end]):
        after = _YEAR_BEHIND.sub("", segment.split(": ")[-1].strip())
        if after and _PUBLISHER.search(after) and len(after) < 80:
            return " ".join(after.split())
    match = _PLACE_COLON.search(text, at, end)
    if match:
        return " ".join(re.split(r"[.,;()\n]", text[match.end() : end], maxsplit=1)[0].split())
    return ""
