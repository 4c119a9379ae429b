"""What follows a title: editors, venue, publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.lexicon.editions import EDITION, ORDINAL
from reconcile.lexicon.places import without_cities
from reconcile.parse.names.people import Person
from reconcile.parse.place.bodies import issuing_body
from reconcile.parse.place.credits import (
    editors_before,
    editors_behind,
    editors_behind_named,
    editors_behind_semicolon,
    editors_without_role,
    end_before_editors,
    end_before_named_editors,
    past_credits,
)
from reconcile.parse.place.housed import house_before_town, is_published
from reconcile.parse.place.imprint import PUBLISHER, house_beside_place, is_place, is_publisher, read_imprint
from reconcile.parse.place.no_venue import holds_place, is_imprint, is_reference, is_series, names_place
from reconcile.parse.place.numbers import Numbers
from reconcile.parse.place.venue_end import DATED_REST, MEETING, PLACE_COLON, end_of_bracket, first_segment
from reconcile.parse.text.segments import EDITOR_ROLE, ROLE_IN_BRACKETS
from reconcile.parse.words import cues
from reconcile.parse.words.dates import DATE, DATE_WITH_MONTH
from reconcile.parse.words.east_asian import named_in_quotes, publisher_in
from reconcile.parse.words.signs import IBIDEM
from reconcile.venues import looks_like_venue
from sources.arabic_script import is_arabic
from sources.east_asian import is_east_asian

# As sociologists have it, `Pp. 33-51 in A Book`, and `Chapter 3. In: A Book`.
_PAGES_FIRST = r"(?:(?:pp?\.|pages?)\s?[\divxlc]+\s?[-–]\s?[\divxlc]+,?\s|chapter \d{1,2}[.,:]?\s)"
_LEAD = re.compile(
    rf"[\s.,;:|\"”’»'()\[\]–—-]*(?:(?<=\()\d+[-–]\d+\)\s?(?=in\s))?"
    rf"(?:{_PAGES_FIRST}(?=in[\s:]))?(?://\s)?(?:(?:{cues.LEADS})[\s:]*)?",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"[\s.,;:|\"”’»'–—-]*(?:\(\d+[-–]\d+\)\s?|{_PAGES_FIRST})?"
    r"(?:(?:book )?chapter (?:\d{1,2}[.,]? )?(?:in|of|from)|in|dans|aus|en|em|(?:\[?w|u|στο|στον τόμο|içinde)(?=:)"
    r"|(?-i:i(?=:?\s[A-ZÅÄÖÆØ])))\b\s?:?\]?\s",
    re.IGNORECASE,
)
_SAME_AUTHOR = re.compile(rf"(?:ders|dies|id|idem|ead|eadem)\b\.?(?:\s{ROLE_IN_BRACKETS})?[,:]\s", re.IGNORECASE)
_MONTH = rf"(?:{cues.MONTHS})\.?"
_NOISE = re.compile(r"[\s.,;:|\"”’»'–—*)\]-]+")
# Where a word or a run of brackets begins, and the words that end a venue; the run is read once and not given back.
_BEGINS = re.compile(r"(?<=[\s.,;:(\[<])(?:(?=[a-zA-Z])|(?<![\s.,;:(\[<]\[)(?=\[))")
_CUT = re.compile(
    r"[\s.,;:(\[]*+(?:accessed|retrieved|last accessed|visited|consulté|zuletzt|abgerufen"
    r"|online|available (?:at|from|online|via|under)|disponible (?:sur|en|em)|viewed|url|doi|issn|isbn|pmid|pmcid"
    r"|reprint\w*|also in|see also|submitted for|n\.p\.|web\.|print\.|this (?:paper|work"
    r"|article)|code )",
    re.IGNORECASE,
)
_READ = 800  # characters behind a title
_GENRE = re.compile(rf"[\s.,;:(\[]*(?:unpublished |unpubl\. )?(?:{cues.THESES}|{cues.REPORT})[^.,;]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Container:
    """Where the venue's text stands (or None), who edited it, and who published it."""

    span: tuple[int, int] | None = None
    editors: tuple[Person, ...] = ()
    publisher: str = ""


def read_container(text: str, start: int, end: int, numbers: Numbers) -> Container:
    """Return the venue in what follows a title: `In J. Doe (Ed.), Proc. of X, pp. 1-3. Springer` has `Proc. of X`."""
    cut = _cut(text, start, end)
    if named := named_in_quotes(text, start, cut):
        return Container(named, (), publisher_in(text, named[1], cut))
    is_in = bool(_IN.match(text, start, cut))
    first, at = past_credits(text, start, cut)
    lead = _LEAD.match(text, at, cut)
    at = lead.end() if lead else start
    listed, behind = editors_behind_semicolon(text, at, cut) if is_in else ((), 0)
    editors, at = ((), at) if listed else editors_before(text, at, cut, is_in=is_in)
    credited, at = past_credits(text, at, cut)
    same = _SAME_AUTHOR.match(text, at, cut) if is_in else None
    at = same.end() if same else at
    if is_in and not (editors or credited):
        editors, at = editors_without_role(text, at, cut)
    editors = editors or listed or first or credited
    begin, at = at, _past_volume(text, _past(text, at, cut), numbers)
    if begin < at and not is_in and _IN.match(text, at, cut):
        return read_container(text, at, cut, numbers)
    stop = min(_stop(at, cut, numbers), behind or cut)
    if stop <= at:
        return Container(None, editors, _publisher(text, at, cut))
    span = _span(text, at, stop, numbers, is_in)
    if span and not editors:
        editors = editors_behind(text, span[1], cut) or (editors_behind_named(text, span[1], cut) if is_in else ())
    return Container(span, editors, _publisher(text, span[1] if span else at, cut))


def _cut(text: str, start: int, end: int) -> int:
    end = min(end, start + _READ)
    words = (match.start() for match in _BEGINS.finditer(text, start, end))
    return next((at for at in words if _CUT.match(text, at, end)), end)


def _past(text: str, at: int, end: int) -> int:
    """Return where words begin, past delimiters and a date that opens the rest."""
    for pattern in (_NOISE, DATED_REST, _NOISE):
        match = pattern.match(text, at, end)
        if match and not (pattern is DATED_REST and re.match(r"\s[A-Z]", text[match.end() : match.end() + 2])):
            at = match.end()
    return at


def _past_volume(text: str, at: int, numbers: Numbers) -> int:
    """Return where a journal's name begins behind its volume, as lawyers have it: `71 Colum. L. Rev. 593`."""
    first = numbers.volume
    behind = first and first.start == at and text[first.end : first.end + 1] == " " and text[first.end + 1].isupper()
    return first.end + 1 if first and behind else at


def _stop(at: int, end: int, numbers: Numbers) -> int:
    """Return where the numbers begin that follow a venue."""
    stops = [
        piece.start for piece in (numbers.volume, numbers.issue, numbers.page) if piece and at <= piece.start < end
    ]
    return min(stops, default=end)


_BEFORE_NUMBER = re.compile(
    r"(?:[\s.,;:(\[第제–—-]|n[°º]|№|\b[zč]\.|\broč\.?|(?<=,\s)(?-i:[CS])\.|\bcilt|\bsayı|\bsy\.|\bsv\.|\bвып\.|\bвип\.|\bт\.|\bс\.|\b(?:vol|volume|v|n|no|nos|number|issue|pp?|pages?|band|bd"
    r"|heft|nr|n°|art|article|t|tome|jg|série|abstract|(?<!orking )(?<!ussion )paper|special issue"
    r"|صص?|دورهٔ?|شمارهٔ?|جلد|سال|العدد|المجلد)(?!\w)\.?)+\Z",
    re.IGNORECASE,
)
_TRAILING_DATE = re.compile(rf"[\s.,;:(\[]+(?:[–—]\s)?{DATE}[\s.,;:)\]]*\Z", re.IGNORECASE)
_SHORT_DATE = re.compile(rf"[\s.,;:(\[]+(?:{DATE_WITH_MONTH}|(?:19|20)\d\d)[\s.,;:)\]]*\Z", re.IGNORECASE)
# A day that no year follows, as newspapers have it: `Reuters 30 October`, `New York Times, November`.
_TRAILING_DAY = re.compile(
    rf"(?:[\s.,;:(\[]+(?:{DATE_WITH_MONTH}|\d{{1,2}} {_MONTH}|{_MONTH}(?: \d{{1,2}})?))[\s.,;:)\]]*\Z",
    re.IGNORECASE,
)
_DATE_BEHIND_NAME = re.compile(rf"(?<=\))\s+{DATE_WITH_MONTH}[\s.,;:)\]]*\Z", re.IGNORECASE)  # `… (CHI'23) May 2023`
_TRAILING_YEAR = re.compile(r"\s(?:1[89]|20)\d\d[\s.,;:]*\Z")
# `Evening Courier (London)`, `Rivers and People (CUP 1998)`
_ASIDE = re.compile(
    r"(?<=\w)\s[(\[](?P<name>[A-ZÀ-Þ][^()\[\]\d]{1,40}?)(?P<year>,? (?:1[5-9]|20)\d\d)?[)\]][\s.,;:]*\Z"
)
# A journal whose volume is its year: `Pain Research and Management 2021: 1-8`, and no `CHI 2016`.
_JOURNAL_AND_YEAR = re.compile(r"(?!\S*[A-Z]{2})[A-Z][^\s.]*\.?(?:\s(?!\S*[A-Z]{2})\S+){1,8}\s(?:1[89]|20)\d\d")
_SPECIAL_ISSUE = re.compile(
    r"[,.:]?\s\(?(?:special|themed?|thematic) (?:issue|section|number)\b.*\Z", re.IGNORECASE | re.DOTALL
)
_ROLE = re.compile(rf"\s{EDITOR_ROLE}", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?:[^()]{0,40}[\s,])?(?:pp?\. ?|S\. ?)?\d*\Z|\((?:pp?\. ?|S\. ?|vol)", re.IGNORECASE)
_SUBTITLES = (
    re.compile(r"\.\s(?P<more>[A-ZÀ-Þ][^.;:()\[\]\d\n]{6,90})\.(?=\s)"),
    re.compile(r"\.\s(?P<more>[A-ZÀ-Þ][^.,;:()\[\]\d\n]{6,90}),(?=\s)"),
)
_KNOWN = 0.9  # how sure the table has to be of a venue that reads like a publisher with its place: `NAACL 2025, Rome`
_LEAST_BEHIND = 2  # words of a journal behind its publisher
_LONGEST_BOOK = 250  # characters of the name of a book
_LEADING_DATE = re.compile(rf"[(\[]?{DATE}[)\]]?[\s.,;:]+", re.IGNORECASE)
# `rev. ed.`, `ed. by A. Bee`, and no `Rev. Mod. Phys.`, `Third World Q.`, `Tr. Mat. Inst.`
_EDITION = re.compile(
    rf"[(\[]?(?:{ORDINAL} {EDITION}"
    rf"|(?:rev(?=\.?,? (?:(?:and|&|et|enl|exp|updated|by|from)\b|{EDITION}))|revised"
    rf"|(?:second|third|fourth)(?=,? (?:\w{{1,12}},? ){{0,2}}(?:{EDITION}|impression\b|printing\b))"
    r"|reprint|repr|(?:trans|ed|tr|dir)(?!\.? (?-i:[A-Z])\w{1,6}\.)|translated|traduit|übersetzt|ubersetzt|übers"
    r"|directed|edited|\d+ vols?)\b)(?:[^.;]|(?<=\b[A-Z])\.|(?<=\bed)\.){0,80}[.;,)]+\s*",
    re.IGNORECASE,
)
# `in submission`, `submitted, 2023`: no venue is named.
_STATE_ALONE = re.compile(
    r"(?:submission|preparation|submitted|press|review|revision|progress|production|preprint)"
    r"(?:[.,;]?\s\(?(?:1[89]|20)\d\d\)?)?(?=[.,;)\s]*(?:\Z|\n|arXiv))",
    re.IGNORECASE,
)
_EDITION_BEHIND = re.compile(rf"[.,]\s{ORDINAL}\s{EDITION}", re.IGNORECASE)
_STATE = re.compile(rf"(?:{cues.STATES})(?=\s?(?:[.,;()]|\Z)|\s\d{{4}})", re.IGNORECASE)


def _span(text: str, at: int, stop: int, numbers: Numbers, is_in: bool) -> tuple[int, int] | None:
    """Return the venue between `at` and the numbers: whole before a journal's volume, else its first segment."""
    if IBIDEM.match(text, at) or (not is_in and names_place(text, at, stop)):
        return None
    if _GENRE.match(text, at, stop) or _STATE_ALONE.match(text, at):
        return None
    for _ in range(3):
        edition = _EDITION.match(text, at, stop)
        at = edition.end() if edition else at
    if at > 0 and not is_in and (names_place(text, at, stop) or _STATE.match(text, at, stop)):
        return None
    close = _before_numbers(text, at, stop)
    stretch = text[at:close]
    if _is_journal(stretch, stop, numbers):
        date = _LEADING_DATE.match(stretch)
        at = at + date.end() if date else at
        close = _without_date(text, at, close)
        close = _before_edition(text, at, close) if is_in else close
        special = _SPECIAL_ISSUE.search(text[at:close])
        close = at + special.start() if special and special.start() > 1 else close
        head, comma, place = text[at:close].rpartition(", ")
        close = at + len(head) if comma and is_place(place) else close
        return (at, close) if close > at else None
    if not MEETING.search(stretch):
        close = _without_date(text, at, close) if _SHORT_DATE.search(stretch) and "," in stretch else close
    quoted = text[at - 3 : at].strip()[-1:] in ("”", "’", '"', "»", "'")
    before_editors = end_before_editors(text, at, close) if quoted and not is_in else 0
    close = (
        _end_of_book(text, at, close, stop) if is_in else before_editors or first_segment(text, at, close, is_in=is_in)
    )
    pattern = _DATE_BEHIND_NAME if is_in or MEETING.search(text, at, close) else _TRAILING_DAY
    day = pattern.search(text[at:close])
    if not day and numbers.volume and numbers.volume.start == stop:
        day = _TRAILING_YEAR.search(text[at:close])
    if not day and numbers.page and not is_in and _JOURNAL_AND_YEAR.fullmatch(text[at:close].strip(" .,;:")):
        day = _TRAILING_YEAR.search(text[at:close])
    close = at + day.start() if day and day.start() > 1 else close
    close = end_of_bracket(text, at, _before_edition(text, at, close) if is_in else close)
    stretch = text[at:close]
    aside = _ASIDE.search(stretch)
    if aside and (is_place(aside["name"]) or (aside["year"] and is_publisher(aside["name"]))):
        close = at + aside.start()
        stretch = text[at:close]
    if not numbers.page and not is_in and is_series(stretch):
        return None
    if is_in and text[at - 3 : at].lower() == "in " and is_reference(text, at, close, numbers):
        return None
    if close <= at or not _may_be_venue(stretch, is_in=is_in):
        return None
    if not is_in and is_imprint(text, at, stop) and looks_like_venue(stretch.strip()) < _KNOWN:
        return None
    return at, close


def _before_edition(text: str, at: int, close: int) -> int:
    """Return where a book's title ends before its edition: `Doenças das aves. 2. ed. Lavras: UFLA`."""
    edition = _EDITION_BEHIND.search(text, at, close)
    return edition.start() if edition else close


def _end_of_book(text: str, at: int, close: int, stop: int) -> int:
    """Return where the name behind an "In" ends: before its editors, before `(pp. 1-2)`, or with a segment."""
    before_editors = end_before_editors(text, at, close)
    if before_editors:
        return before_editors
    if semicolon := editors_behind_semicolon(text, at, len(text))[1]:
        return semicolon
    role = text.find(" (", at, close)
    if role > 0 and _ROLE.match(text, role) and (before_names := end_before_named_editors(text, at, role)):
        return before_names
    bracket = text.find("(", at, stop + 1)
    if stop < len(text) and bracket > at and _IN_BRACKETS.match(text, bracket, stop + 1):
        whole = text[at:bracket]
        if len(whole) < _LONGEST_BOOK and not MEETING.search(whole) and not holds_place(whole):
            return bracket
    first = first_segment(text, at, close, is_in=True)
    for subtitle in _SUBTITLES:
        found = subtitle.match(text, first, close)
        if not found or MEETING.search(text, at, found.end()) or cues.VENUE.search(found[0]):
            continue
        imprint = read_imprint(text, found.end(), min(len(text), found.end() + 160))
        if imprint.first and not read_imprint(text, first, close).first:
            return found.end("more")
    return first


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
    if volume is None or volume.start > stop or len(stretch) > 120 or MEETING.search(stretch):
        return False
    publisher = PUBLISHER.search(stretch)  # whose name may stand before that of the journal
    published = publisher and (publisher.start() or _names_place(stretch[publisher.end() :]))
    return not published and stretch.count(". ") < 7 and not _BREAK.search(stretch.strip())


_BREAK = re.compile(r"(?<![A-Za-z]\.)\n")  # a line's end that parts no short forms: `J. Funct.` over `Anal.`


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def _names_place(behind: str) -> bool:
    """Whether behind a publisher stands no journal but where it is: `Springer Berlin Heidelberg`."""
    words = _WORD.findall(behind)
    return len(words) < _LEAST_BEHIND or len(without_cities(words)) < len(words)


def _may_be_venue(stretch: str, *, is_in: bool) -> bool:
    if is_in or cues.VENUE.search(stretch):
        return len(stretch.strip(" .,()")) > 1
    if PUBLISHER.search(stretch) or is_published(stretch) or DATED_REST.fullmatch(stretch):
        return False
    if not any(word[0].isupper() or is_arabic(word) for word in without_cities(_WORD.findall(stretch))):
        return False
    return any(char.isupper() or is_east_asian(char) or is_arabic(char) for char in stretch)


_YEAR_BEHIND = re.compile(r"\s(?:1[5-9]|20)\d\d\Z")


def _publisher(text: str, at: int, end: int) -> str:
    """Return the publisher: what follows `City:`, or the segment that holds a publisher's word."""
    for segment in re.split(r"(?:(?<!\bUniv)\.|[,;()\n])\s?", text[at:end]):
        after = _YEAR_BEHIND.sub("", segment.split(": ")[-1].strip())
        if after and PUBLISHER.search(after) and len(after) < 80:
            return " ".join(after.split())
    body = issuing_body(text, at, end) or publisher_in(text, at, end)
    body = body or house_before_town(text, at, end) or house_beside_place(text, at, end)
    match = None if body else PLACE_COLON.search(text, at, end)
    if match:
        house = " ".join(re.split(r"[.,;()\n]", text[match.end() : end], maxsplit=1)[0].split())
        return _YEAR_BEHIND.sub("", house)
    return body
