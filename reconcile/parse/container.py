"""What follows a title: editors, venue, publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.parse import cues
from reconcile.parse.numbers import DATE, DATE_WITH_MONTH, Numbers
from reconcile.parse.people import Person, blank_marks, read_people
from reconcile.parse.segments import ROLE, is_sentence_end

_LEAD = re.compile(rf"[\s.,;:|\"”’»'()\[\]–—-]*(?:(?:{cues.LEADS})[\s:]*)?", re.IGNORECASE)
_IN = re.compile(r"[\s.,;:|\"”’»'–—-]*(?:in|dans|aus|en)\b:?\s", re.IGNORECASE)
_NOISE = re.compile(r"[\s.,;:|\"”’»'–—*-]+")
_EDITOR_END = re.compile(
    rf"(?P<role>{ROLE}|\((?:éd|dir|org|a cura di)[^()]{{0,12}}\)|,? (?:editors?|eds?\.?"
    rf"|éds?\.|dir\.|Hrsg\.)(?=[,.:\s)]))[\s,.:)]*",
    re.IGNORECASE,
)
_EDITED_BY = re.compile(
    r"(?:[\s(\[,.]*(?:edited by|ed\. by|eds?\.|hrsg\. von|hg\. von|herausgegeben von|sous la direction de"
    r"|a cura di|ed\. de)\s)",
    re.IGNORECASE,
)
_DATE = re.compile(rf"[\s.,;:(\[]*{DATE}(?=[\s.,;:)\]]|$)", re.IGNORECASE)
_CUT = re.compile(
    r"[\s.,;:(\[]*(?:accessed|retrieved|last accessed|visited|consulté|zuletzt|abgerufen"
    r"|\[?online\]?|available (?:at|from|online|via|under)|url|doi|issn|isbn|pmid|pmcid"
    r"|reprint\w*|also in|see also|submitted for|n\.p\.|web\.|print\.|this (?:paper|work"
    r"|article)|code |\[pmcid)",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"\.(?=\s|$|[)\]\"”])|[,;:](?=\s|$|\d)|\n|\s?[(\[]|(?<=\s)(?=(?:pp?\.|pages?|vol\."
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
    lead = _LEAD.match(text, start, cut)
    at = lead.end() if lead else start
    editors, at = _editors(text, at, cut, is_in)
    at = _past(text, at, cut)
    stop = _stop(at, cut, numbers)
    if stop <= at:
        return Container(None, editors, _publisher(text, at, cut))
    span = _span(text, at, stop, numbers, is_in)
    if span and is_in and not editors:
        editors = _editors_behind(text, span[1], cut)
    return Container(span, editors, _publisher(text, span[1] if span else at, cut))


def _cut(text: str, start: int, end: int) -> int:
    for match in re.compile(r"(?<=[\s.,;:(\[<])(?=[a-zA-Z\[])").finditer(text, start, min(end, start + 800)):
        if _CUT.match(text, match.start(), end):
            return match.start()
    return min(end, start + 800)


def _editors(text: str, at: int, end: int, is_in: bool) -> tuple[tuple[Person, ...], int]:
    """Return the editors that stand before the venue, and where it begins."""
    by = _EDITED_BY.match(text, at, end)
    match = _EDITOR_END.search(text, at, min(end, at + 300))
    if by:
        stop = re.compile(r"[.,;](?=\s)").search(text, by.end(), end)
        begin, close, following = by.end(), stop.start() if stop else end, stop.end() if stop else end
        while stop and not is_sentence_end(text, stop.start()):
            stop = re.compile(r"[.,;](?=\s)").search(text, stop.end(), end)
            close, following = (stop.start(), stop.end()) if stop else (end, end)
    elif match:
        begin, close, following = at, match.start(), match.end()
    else:
        return (), at
    people = read_people(blank_marks(text), begin, close)
    if not people.persons or people.against < -1 or (people.score < 0.3 and not is_in):
        return (), at
    return people.persons, following


_EDITED_BEHIND = re.compile(
    r"[\s,.(\[]{1,3}(?:edited by|eds?\.(?: by)?|editors?:?|hrsg\. von|hg\. von|hrsg\.|hg\.|herausgegeben von"
    r"|sous la dir(?:ection|\.) de|a cura di|dirs?\.|coords?\.)\s(?P<names>[^()\[\]\n]{3,200}?)(?:[()\[\]\n]|$"
    r"|(?<=[^\W\d_]{3})[.;](?=\s|$)|,(?=\s(?:pp?\.|S\.|pages|\d|vol)))",
    re.IGNORECASE,
)


def _editors_behind(text: str, at: int, end: int) -> tuple[Person, ...]:
    """Return the editors behind a book: `in A Companion, ed. J. Doe (Leiden: Brill)`, `In: Handbook (Eds. J. Doe)`."""
    match = _EDITED_BEHIND.match(text, at, end)
    names = blank_marks(match["names"]) if match else ""
    people = read_people(names, 0, len(names)) if names else None
    return people.persons if people and people.against >= -1 and people.score > 0.3 else ()


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
_LEADING_DATE = re.compile(rf"[(\[]?{DATE}[)\]]?[\s.,;:]+", re.IGNORECASE)
_EDITION = re.compile(
    r"[(\[]?(?:\d+(?:st|nd|rd|th|e|\.)? (?:ed(?:ition|n|\.)?|aufl(?:age|\.)?)|(?:rev|revised|second|third"
    r"|fourth|reprint|repr|trans|translated|traduit|übersetzt|ubersetzt|übers|tr|dir|directed"
    r"|edited|ed|\d+ vols?)\b)(?:[^.;]|(?<=\b[A-Z])\.|(?<=\bed)\.){0,80}[.;,)]+\s*",
    re.IGNORECASE,
)
_STATE = re.compile(rf"(?:{cues.STATES})(?=\s?(?:[.,;()]|\Z)|\s\d{{4}})", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:proceedings|proc\.|conference|conf\.|workshop|symposium|symp\.|congress|lecture notes)", re.IGNORECASE
)
_ACRONYM = re.compile(r"\s?(?!(?i:eds?\.|edited|hrsg|hg\.|éds?\.|dir\.))(?:[^()\[\],;\n]{1,45})[)\]]")


def _span(text: str, at: int, stop: int, numbers: Numbers, is_in: bool) -> tuple[int, int] | None:
    """Return the venue between `at` and the numbers: whole before a journal's volume, else its first segment."""
    if (not is_in and _PLACE_COLON.match(text, at, stop)) or _GENRE.match(text, at, stop):
        return None
    for _ in range(3):
        edition = _EDITION.match(text, at, stop)
        at = edition.end() if edition else at
    if at > 0 and not is_in and (_PLACE_COLON.match(text, at, stop) or _STATE.match(text, at, stop)):
        return None
    close = _before_numbers(text, at, stop)
    stretch = text[at:close]
    if _is_journal(stretch, stop, numbers):
        date = _LEADING_DATE.match(stretch)
        at = at + date.end() if date else at
        close = _without_date(text, at, close)
        return (at, close) if close > at else None
    if not _MEETING.search(stretch):
        close = _without_date(text, at, close) if _SHORT_DATE.search(stretch) and "," in stretch else close
    close = _first_segment(text, at, close, is_in=is_in)
    stretch = text[at:close]
    if close <= at or not _may_be_venue(stretch, is_in=is_in):
        return None
    return at, close


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


def _is_abbreviation(text: str, at: int, place: int, follows: str) -> bool:
    """Whether a period ends a short form: one stands beside it, as in `SIAM J. Discr. Math.`"""
    word = re.search(r"[^\s.]+\Z", text[at:place])
    if not word or len(word[0]) > 8 or not re.match(r"\s\w", follows):
        return False
    beside = re.match(r"\s[\w-]{1,10}\.", follows) or re.search(r"(?:\A|\s)[A-Z]\w{0,6}\.\s[\w-]+\Z", text[at:place])
    return bool(beside)


def _publisher(text: str, at: int, end: int) -> str:
    """Return the publisher: what follows `City:`, or the segment that holds a publisher's word."""
    for segment in re.split(r"[.,;()\n]\s?", text[at:end]):
        after = segment.split(": ")[-1].strip()
        if after and _PUBLISHER.search(after) and len(after) < 80:
            return " ".join(after.split())
    match = _PLACE_COLON.search(text, at, end)
    if match:
        return " ".join(re.split(r"[.,;()\n]", text[match.end() : end], maxsplit=1)[0].split())
    return ""
