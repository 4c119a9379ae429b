"""Pages, volumes and issues: where they stand and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reconcile.lexicon.venues import MEETINGS
from reconcile.parse.words.dates import MONTH, Piece
from reconcile.parse.words.east_asian import counted
from sources.text import ANY_YEAR, YEAR

_MONTH_BEFORE = re.compile(rf"{MONTH}\s?\Z", re.IGNORECASE)
_MONTH_BEHIND = re.compile(rf"(?:th|st|nd|rd)?\s?(?:of )?{MONTH}", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(r"\s?,\s?(\d{1,4})(?=\s?[,:(])")
_N = r"[A-Za-z]{0,2}\d{1,6}[A-Za-z]?(?:[:.]\d{1,4})?"
_RANGE = rf"{_N}\s?(?:[-–—−_]{{1,3}}|\bto\b)\s?{_N}"
_THOUSANDS = r"\d{1,3}\s\d{3}\s?[-–—]\s?\d{1,3}\s\d{3}"  # `pp. 16 599–16 618`, as the IEEE has it
_PAGES = re.compile(
    rf"(?<![\w.&])(?:pages?|pp?p?\.|pp(?=\s?\d)|p(?=\s\d)|Seiten?|SS?\.(?=\s?\d)|págs?\.|pgs?\."
    rf"|стр\.|с\.(?=\s?\d)|صص?\.?(?=\s?\d)|ص\sص(?=\s\d)|صفحات)\s{{0,2}}:?\s{{0,2}}(?P<marked>{_THOUSANDS}|{_RANGE}|{_N})(?![\w])"
    rf"|(?<=[,:;)\s.])(?P<range>{_RANGE})(?![\w/-]|\.\d)"
    r"|(?<=\d|\)):\s?(?P<article>(?:e\d{1,9}|\d{1,7})(?::\d{1,3})?)(?![\w\d:(]|[-–]{1,3}\d)"
    r"|\b(?:art(?:icle|\.)?(?: no\.?| number| id)?|paper(?: no\.?)?|abstract)\s?#?(?P<number>e?\d{1,7})\b"
    r"|\bid\.\s?(?P<id>[A-Z]{0,2}\d{1,7})\b",
    re.IGNORECASE,
)
_VOLUME = re.compile(
    r"(?<![\w.])(?:volume|vol\.?|vols\.|band|bd\.?|tome|t\.(?=\s?\d)|v\.(?=\s?\d)|roč\.|sv\.(?=\s?\d)|т\.(?=\s?\d)|том(?=\s\d)|第|دوره(?:ٔ|ی)?|جلد|المجلد|مجلد)\s?(?P<marked>[A-Z]?\d{1,5}(?:[-–/]\d{1,4})?"
    r"|[IVXLC]{1,7})\b"
    r"|(?P<jg>\d{1,3})\.\s?(?:Jg\.?|Jahrgang|évf\.?|évfolyam)"
    rf"|(?<![\w.\-–/])(?P<with_month>\d{{1,4}})\s?(?=\({MONTH})"
    r"|(?<![\w.\-–/])(?P<with_issue>[A-Z]?\d{1,5}),?\s?[([]\s?(?P<issue_in>\d{1,5}(?:\s?[-–/&]\s?\d{1,5})?|[A-Z]\d{0,3}|(?:suppl|special|pt|part|spec)[^()\[\]]{0,20})\s?[)\]]"
    r"|(?<![\w.\-–/])(?P<dotted>\d{1,3})(?:\.(?=\d{1,2}\s?[(:,])|:(?=\d{1,2}\s\((?:1[89]|20)\d\d\)[,:]\s?(?:pp?\.\s)?\d))"
    r"(?P<dotted_issue>\d{1,2})"
    r"|(?<![\w.\-–/])(?P<before_pages>[A-Z]?\d{1,5})(?=\s?:\s?[A-Za-z]{0,2}\d)",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"(?<![\w.])(?:issue|iss\.?|number|no\.?|nos\.|nr\.?|n[°º]|num\.|núm\.|heft"
    r"|[hnzč]\.(?=\s?\d)|№|вып\.|вип\.|fasc\.|issues|شماره(?:ٔ|ی)?|العدد)\s?(?P<issue>[A-Z]?\d{1,5}(?:\s?[-–/&]\s?\d{1,5})?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbers after a title say, each where it stands."""

    volume: Piece | None = None
    issue: Piece | None = None
    page: Piece | None = None


def read_numbers(text: str, start: int, end: int) -> Numbers:
    """Return volume, issue and pages of `text` from `start` to `end`.

    >>> numbers = read_numbers("Neural Comput. 2020;12(3):1-5.", 0, 30)
    >>> numbers.volume.value, numbers.issue.value, numbers.page.value
    ('12', '3', '1-5')
    """
    told = counted(text, start, end)
    if told.volume or told.issue:
        return Numbers(told.volume, told.issue, told.page or _pages(text, start, end, told.volume, told.issue))
    cited = _VOLUME_FIRST.match(text, start, end)
    if cited:
        return Numbers(_piece(cited, "volume"), None, _piece(cited, "page") if cited["page"] else None)
    between = _YEAR_BETWEEN.search(text, start, end)
    if between and not _after_month(text, between.start("volume")):
        issue = next((_piece(between, name) for name in ("issue", "number") if between[name]), None)
        return Numbers(_piece(between, "volume"), issue, _piece(between, "page"))
    volume, issue = _volume(text, start, end)
    if issue is None:
        match = _ISSUE.search(text, start, end)
        issue = _piece(match, "issue") if match else None
    page = (
        told.page
        or _behind_volume(_pages(text, start, end, volume, issue), volume)
        or _behind_issue(text, issue or volume, end)
    )
    if page is None and volume and issue and _PAGE_AND_YEAR.match(text, issue.end, end):
        page, issue = issue, None
    if volume is None and issue is not None:
        volume = _volume_before(text, start, issue)
    triple = _TRIPLE.search(text, start, end) if volume is None else None
    if triple and _is_triple(text, triple, issue):
        return Numbers(
            _piece(triple, "volume"),
            issue,
            page if page and "-" in page.value.replace("–", "-") else _dashed(_piece(triple, "page")),
        )
    if volume is None and page is not None and not _MEETING.search(text, start, page.start):
        volume = _bare_volume(text, start, page.start)
        volume = None if volume and issue and volume.start == issue.start else volume  # `Loom, no. 4, pp. 11-28`
        if volume and issue is None:
            match = _NUMBER_BEHIND.match(text, volume.end)
            numbered = match and not ANY_YEAR.fullmatch(match[1])  # `Physica A, 312, 2002, 1-20` gives none
            issue = Piece(match[1], match.start(1), match.end(1)) if match and numbered else None
    return Numbers(volume, issue, page)


# As physicists cite, volume, first page, and the year in brackets: `Chem. Phys. Lett. 578, 92 (2013)`.
_PAGE_AND_YEAR = re.compile(rf",?\s?\(?{YEAR}\)?[\s.,;)]*\Z")
# The year in brackets between volume and pages: `Nucl. Phys. B 367 (2020) 11-30`, `Nucl. Sci. Eng. 193 10 (2019) 1055`,
# `Phys. Rev. D 104 (2021) no.5, 052011`.
_YEAR_BETWEEN = re.compile(
    rf"[^\W\d_][.,/]?\s(?P<volume>\d{{1,4}})(?:[ :](?P<issue>\d{{1,3}}(?:[-–]\d{{1,3}})?))?\s\({YEAR}\),?\s"
    r"(?:no\.\s?(?P<number>\d{1,3}),\s)?"
    r"(?P<page>[A-Z]?\d{1,7}(?:\s?[-–]\s?[A-Z]?\d{1,7})?)(?=[\s.,;)\[]|\Z)"
)
# As lawyers cite: `71 Colum. L. Rev. 593`, `[1958] 71 Modern Law Review 593`, `347 U.S. 483`.
_VOLUME_FIRST = re.compile(
    r"[\s.,;:’”'\"]{0,4}(?:[(\[](?:1[5-9]|20)\d\d[)\]]\s)?(?P<volume>(?!1[5-9]\d\d|20\d\d)\d{1,4})\s"
    r"(?:[A-Z][\w.'’&-]{0,20}\s(?:(?:of|and|for|the|in|on)\s){0,2}){1,7}"
    r"(?:(?P<page>(?!(?:1[5-9]|20)\d\d)\d{1,4}|\d{4}(?=\s\((?:1[89]|20)\d\d\))"
    r"|(?:(?<=\sL\.J\.\s)|(?<=\sL\.\sRev\.\s))\d{4})(?=\s?[,.(;]|\s*\Z)|(?=\(forthcoming\b))"
)


def _piece(match: re.Match[str], group: str) -> Piece:
    return Piece(" ".join(match[group].split()), match.start(group), match.end(group))


def _is_yearly(volume: str, issue: str) -> bool:
    """Whether a year stands for the volume: `2013 (2013)`, `2021(2)`."""
    return issue == volume or (issue.isdigit() and len(issue) < 4)


_ISSUE_SIGN = re.compile(r"(?:\bno|\bnr|n°|issue|heft|number)\.?\s?\Z", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"(?<![\w-])(?P<volume>\d{1,4}),\s?\Z")


def _volume(text: str, start: int, end: int) -> tuple[Piece | None, Piece | None]:
    best: tuple[Piece | None, Piece | None] = (None, None)
    for match in _VOLUME.finditer(text, start, end):
        group = next(
            name for name in ("marked", "jg", "with_month", "with_issue", "dotted", "before_pages") if match[name]
        )
        piece = _piece(match, group)
        if group == "with_issue" and ANY_YEAR.fullmatch(piece.value) and _is_yearly(piece.value, match["issue_in"]):
            return piece, None if match["issue_in"] == piece.value else _piece(match, "issue_in")
        if group in ("with_issue", "before_pages", "dotted") and ANY_YEAR.fullmatch(piece.value):
            continue
        if group in ("with_month", "with_issue") and _ISSUE_SIGN.search(text, max(start, piece.start - 8), piece.start):
            continue
        if group == "with_month" or (group == "with_issue" and ANY_YEAR.fullmatch(match["issue_in"])):
            before = _NUMBER_BEFORE.search(text, max(start, piece.start - 8), piece.start)
            return (_piece(before, "volume"), piece) if before else (piece, None)
        if group == "with_issue":
            return piece, _piece(match, "issue_in")
        if group == "dotted":
            return piece, _piece(match, "dotted_issue")
        if best[0] is None:
            best = (piece, None)
    return best


# `Nano Lett. 2010, 10, 1012`, `ApJ, 650, 102`: volume and first page with nothing but commas.
_TRIPLE = re.compile(
    r"(?<=[a-z.&A-Z\d)*])[,.;]?\s(?!(?:1[89]|20)\d\d)(?P<volume>[A-Z]?\d{1,4}[A-Z]?)(?:\s?\(\d{1,4}\))?\s?,\s?(?:\(\d+\),\s)?"
    r"(?P<page>[A-Z]?\d{1,6}(?:\s?[-–]\s?\d{1,6})?(?=\s?(?:[.;,(\[]|$))|\d{1,5} \d{1,5}(?=\.?\s*$))"
)


def _is_triple(text: str, triple: re.Match[str], issue: Piece | None) -> bool:
    """Whether two numbers are volume and page: not an issue and its pages, nor the day and the year of a date."""
    start = triple.start("volume")
    year = ANY_YEAR.fullmatch(triple["page"])
    only = year and all(found.start() == triple.start("page") for found in ANY_YEAR.finditer(text))
    return not (year and (only or _after_month(text, start))) and not (issue and issue.start == start)


_MEETING = re.compile(rf"\b(?:proceedings|proc\.|{MEETINGS})(?:\b|(?<=\.))", re.IGNORECASE)
_BARE = re.compile(
    r"(?<=[,;:.\s])(?P<volume>[A-Z]?\d{1,4}(?:/\d{1,4})?)(?=\s?(?:[,:;(]|$|\[)|\s(?![a-zß-ÿ](?!pp?\.|\.)))|(?<=[,;:]\s)(?P<roman>[IVXL]{1,7})(?=,?\s(?:pp?\.|\())"
)


def _bare_volume(text: str, start: int, end: int) -> Piece | None:
    """Return the number that stands for the volume before pages: `Physics of Fluids A, 4, 1-5`."""
    found = None
    for match in _BARE.finditer(text, start, end):
        group = "volume" if match["volume"] else "roman"
        if ANY_YEAR.fullmatch(match[group]) or _MONTH_BEHIND.match(text[match.end() : match.end() + 12]):
            continue
        found = found or _piece(match, group)
    return found


_BEFORE_ISSUE = re.compile(
    r"[\s,](?P<volume>\d{1,4}|(?-i:[IVXLC]{1,8}))(?:,\s(?:19|20)\d\d)?\s?,?\s(?:issue|iss\.?|number|no\.?|nos\.|nr\.?|n[°º]|núm\.|heft|[hnzč]\.)\s?\Z",
    re.IGNORECASE,
)


def _volume_before(text: str, start: int, issue: Piece) -> Piece | None:
    """Return the number before an issue: `Academy of Management Review 20, no. 3`, `«Laguna», LII, 1992, n. 3`."""
    match = _BEFORE_ISSUE.search(text, max(start, issue.start - 26), issue.start)
    return None if match is None or ANY_YEAR.fullmatch(match["volume"]) else _piece(match, "volume")


_THOUSAND = re.compile(r"(?<=\d)\s(?=\d{3}(?:\s?[-–—]|\Z))")


_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d[a-z]?\)?[,:;]\s?\Z")  # `WWW 2021, 1916-1927`


def _pages(text: str, start: int, end: int, volume: Piece | None, issue: Piece | None) -> Piece | None:
    """Return the pages: those with a `pp.` first, then a range, no date and no issue, then an article's number."""
    fallback = None
    for match in _PAGES.finditer(text, start, end):
        if match["marked"]:
            piece = _piece(match, "marked")
            return replace(piece, value=_THOUSAND.sub("", piece.value))
        if match["range"]:
            piece = _piece(match, "range")
            if issue and piece.start == issue.start:
                continue
            first, last = re.split(r"\s?(?:[-–—−_]{1,3}|\bto\b)\s?", piece.value, maxsplit=1)
            years = ANY_YEAR.fullmatch(first) and (len(last) == 2 or ANY_YEAR.fullmatch(last))
            near = text[match.end() : match.end() + 12]
            days = _MONTH_BEHIND.match(near) or _after_month(text, match.start())
            counted_on = (volume and match.start() > volume.end) or _YEAR_BEFORE.search(
                text, max(0, match.start() - 8), match.start()
            )
            if (years and not counted_on) or days:
                continue
            if fallback is None or not fallback.value.count("-") + fallback.value.count("–"):
                fallback = piece
        elif fallback is None:
            fallback = _piece(match, str(match.lastgroup))
    return fallback


# The first page, or an article's number: `9(1), 014016`; pages whose dash was lost on the way: `102(10), 1638 1669`.
_BEHIND_ISSUE = re.compile(
    rf"\s?(?:[)\]],?|,)\s(?P<page>(?!(?:1[89]|20)\d\d\b)e?\d{{1,7}}|\d{{1,5}} \d{{1,5}})"
    rf"(?=[.,;]?\s*\Z|[.,;]\s|\s\({YEAR}\))"
)


def _behind_issue(text: str, issue: Piece | None, end: int) -> Piece | None:
    """Return the number behind an issue in brackets."""
    match = _BEHIND_ISSUE.match(text, issue.end, end) if issue else None
    if match is None:
        return None
    return _dashed(_piece(match, "page"))


def _dashed(page: Piece) -> Piece:
    """Return pages with the dash between them that was lost: `1638 1669`."""
    return Piece(page.value.replace(" ", "-"), page.start, page.end) if page.value.replace(" ", "").isdigit() else page


_GLUED_PAGES = re.compile(r"\d{1,4}:(?=\d{1,5}\s?[-–—]\s?\d{1,5}\Z)")


def _behind_volume(page: Piece | None, volume: Piece | None) -> Piece | None:
    """Return the pages without the volume that stands before them with a colon: `34:69-74`."""
    glued = _GLUED_PAGES.match(page.value) if page else None
    if not page or not glued or (volume and volume.start != page.start):
        return page
    return Piece(page.value[glued.end() :], page.start + glued.end(), page.end)


def _after_month(text: str, at: int) -> bool:
    return _MONTH_BEFORE.search(text[max(0, at - 12) : at]) is not None
