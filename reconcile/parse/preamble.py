"""What may stand before a citation: a date label, a venue badge, the name of the kind of work."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.documents.blocks.block import Mark
from reconcile.entry import Entry
from reconcile.extract.looks.pieces import names_venue, took_part
from reconcile.extract.placing.headings import is_of_reviews
from reconcile.lexicon import reviews, venues
from reconcile.lexicon.venues import LAW_JOURNAL
from reconcile.parse.names.shapes import Shape, shape_of
from reconcile.parse.place.imprint import is_place
from reconcile.parse.text.marks import View
from reconcile.parse.text.segments import ROLE_IN_BRACKETS
from reconcile.parse.words import cues
from reconcile.parse.words.dates import DATE
from reconcile.venues import looks_like_venue
from sources.text import STOP_WORDS, fold

_DATE_LABEL = re.compile(rf"[\[(]?\s?(?P<date>{DATE})\s?[\])]?(?:\s?[.:,;|–—-]+)?\s+(?=\S+\s+\S+\s+\S)", re.IGNORECASE)
# A name and a period or a comma, with which no venue begins: `H. Dang. DUC 2005: …`, `Dang, H. DUC 2005: …`.
_NO_NAME = (
    r"(?!(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ][\w'’-]+(?:,|\.(?!\s[A-Z][a-z]{0,10}\.))\s"
    r"|[A-ZÀ-Þ][\w'’-]+,?\s(?:[A-ZÀ-Þ]\.[ -]?){1,3})"
)
_BADGE = re.compile(
    rf"{_NO_NAME}"
    r"(?P<open>[\[(]?)\s?(?P<venue>(?:\*(?=SEM\b))?(?:[A-Z][\w&/@.+-]{0,24}[ -]){0,4}"
    r"(?:[A-Z][A-Za-z&@/+-]{0,24}[A-Z][A-Za-z]{0,12}"
    r"|[A-Z]{2,12}\w{0,12})(?:[ -][A-Z]?[\w-]{1,24}){0,2}?[ ,-]?\s?(?:(?:19|20)\d\d|['’‘`]\d\d)"
    r"(?:\s(?:workshops?|findings|oral|spotlight|poster|demo|main|short"
    r"|long))?(?:\s?\([^()]{0,30}\))?)\s?(?P<close>[\])]"
    r"|:|\s[|–—-]\s|\n|\.\s(?=[A-Z“\"]))\s*"
)
# A badge in brackets with a remark behind its year: `(ACL 2020, long paper)`, `[NeurIPS 2019 - Spotlight]`.
_REMARKED = re.compile(
    r"(?P<open>[\[(])\s?(?P<venue>(?P<dated>[^\[\]()\n]{2,100}?(?<!\d)(?:(?:19|20)\d\d|['’‘`]\d\d))(?!\d)"
    r"(?:\s\w{2,12}){0,2})"
    r"(?P<remark>\s?(?:[,;:|/·]|\s[–—-])\s?[^\[\]()\n]{1,60}|\s{2,150})[\])][.:,]?\s+(?=\S+\s\S)"
)
# What a remark says of the volume, and not of the talk or of a prize.
_OF_VOLUME = re.compile(r"\b(?:findings|workshops?|demos?|demonstrations?|industry|student|system|posters?)\b", re.I)
# A journal and its numbers before a dash, as astronomers have it: `MNRAS 535, 2210 (2024) — `, `A&A, in press — `.
_CITED_FIRST = re.compile(
    r"(?P<venue>[A-Z][\w&.]{0,14}(?: [A-Z(][\w&.()]{0,14}){0,4})(?P<date> (?:\d{1,4}[,:] ?[A-Z]{0,3}\d{1,7}[A-Z]?\s?)?"
    r"\((?:19|20)\d\d\)|, (?:in press|accepted|submitted|to appear))\s[–—-]\s"
)
_BRACKETED = re.compile(r"\[\s?(?P<venue>[A-Z][A-Za-z&@/+ -]{2,30})\s?\]\s+(?=\S+\s\S)")
# `CVPR 2026 H. Liu, B. Zou, "`, `Nature Comm. 2026 X. Zhang et al.`, `ICML 2024 Ann Lee, Bo Weir`
_BEFORE_NAMES = re.compile(
    r"(?P<venue>(?:[A-Z][\w&/@-]{1,14}\.?\s){1,3}(?:19|20)\d\d)\s+(?=(?P<short>(?:[A-Z]\.\s?){1,3}[A-Z][\w'’-]+)"
    r"(?:,\s|\sand\s|\set al)|[A-Z][\w'’-]+\s(?:[A-Z]\.\s)?[A-Z][\w'’-]+(?:,\s|\sand\s)[A-Z])"
)
# `ICLR 2024 Felt in Cold Water` above its authors, and no `SemEval 2024 Task 3`.
_BEFORE_TITLE = re.compile(
    r"(?P<venue>(?:arXiv|[A-Z][\w&/@-]{1,14})\s(?P<year>(?:19|20)\d\d))\s+(?=[A-Z][\w'’-]+(?::?\s[^\s\d][^\s]*){2})"
    r"(?!(?:\S+\s){0,2}(?i:challenges?|competitions?|evaluations?|findings|overview|proceedings|reports?|shared|systems?"
    r"|tasks?|tracks?|tutorials?|workshops?)\b)"
)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# `[Proceedings of the 2020 Conference on X (XY)'20]`, `J. Mach. Learn. Res. 2021: `, `Workshop on X 2020` as a line.
_LONG_BADGE = re.compile(
    rf"{_NO_NAME}"
    r"(?P<open>[\[(])?(?P<venue>[A-Z](?:[^:\[\]\n“”\"]|(?<=\d):(?=\d)){2,180}?(?:(?:19|20)\d\d|['’]\d\d))"
    r"(?P<close>(?(open)[\])]:?|(?::(?=\s)|\s*\n)))\s*(?=\S+\s\S)"
)
# `Our paper was accepted at CHI 2016: `
_NEWS = re.compile(
    r"(?:(?:our|my|the|a|one|new|full|short|long|journal|conference|workshop)\s){0,3}(?:papers?|article|work)\s"
    r"(?:(?:is|was|got|has been|have been|now)\s){0,2}(?:accepted|published)\s(?:at|to|by|for|in)\s(?:the\s)?"
    r"(?P<venue>[^:\n]{2,90}):\s+(?=\S+\s\S)",
    re.IGNORECASE,
)
# How a degree names its thesis: `Tesis doctoral: `, `Thèse sous la direction de A. Bee : `, and in Brazil `Título: `.
_OF_DEGREE = (
    r"tesis doctoral|tesi(?: di (?:dottorato|laurea))?|tese(?: de (?:doutorado|mestrado))?"
    r"|th[eè]se(?: de doctorat)?(?:,? sous la direction d[eu’'][^:\n]{2,80}?)?|t[ií]tulo"
)
_GENRE = re.compile(
    rf"(?:[\[(]\s?)?(?P<genre>(?:my |our )?(?:{cues.THESES}|{_OF_DEGREE})|(?:journal|conference|workshop) (?:paper"
    rf"|article)|preprints?|working paper|manuscript|book chapters?|technical report|survey|thesis(?: title)?)\s?[\])]?"
    # behind a period only before a name with initials: `Book chapter. A. Bee and C. Dee, Wool, in: Felt.`
    r"(?:\s?[:–—]|\s-\s|(?=\s?\((?:19|20)\d\d\)\.\s)"
    r"|\.\s(?=(?-i:(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ][\w'’-]+(?:,\s|\sand\s)|[A-ZÀ-Þ][\w'’-]+,\s[A-ZÀ-Þ]\.)))\s*",
    re.IGNORECASE,
)
# The state of a work as a label before it, on a line of its own.
_STATE_LINE = re.compile(
    r"(?:accepted|aceptad[oa]|aceit[oa]|accettat[oa]|accepté|angenommen|geaccepteerd|antagen"
    r"|akceptert)[.:]?[^\S\n]{0,4}\n\s*",
    re.IGNORECASE,
)
# What American law reviews write before the title of a shorter piece: `Note, Wool and Law, 107 Gull L.J. 99 (1998)`.
_SHORTER = re.compile(
    r"(?P<genre>(?:Student |Case |Recent )?(?:Note|Comment|Case|Development|Essay|Response|Reply|Foreword)),\s"
    r"(?=[^\n]{4,300}?,\s\d{1,4} (?:[A-Z][^()\n]{1,60} (?:\d{1,5}|_{2,4}) \((?:19|20)\d\d\)"
    rf"|{LAW_JOURNAL}))"
)
# `Rez. zu: `, `Besprechung von `; `Review of ` only before a title set apart.
_REVIEW = re.compile(
    rf"(?:\[(?:review|{reviews.SHORT}|{reviews.ABROAD})\]|\[?book review\]?(?: of|:)"
    rf"|(?:{reviews.OF}|{reviews.SHORT_OF})(?:(?<=['’])|(?!\w))|(?:rez(?:ension|\.)?|(?:buch)?besprechung|rec(?:\.|enzja)):)\s?:?\s*",
    re.IGNORECASE,
)
_REVIEW_OF = re.compile(r"(?:a )?review (?:of|essay on):?\s+(?P<open>[“„«\"])?", re.IGNORECASE)
# Behind the title of the reviewed work stand those who wrote it: `Review of Mills of Kent, ed. by O. Fane.`
_WRITTEN_BY = re.compile(r"(?P<title>[^.,\n]{8,160}),\s(?:ed(?:\.|ited)\s)?by\s[A-ZÀ-Þ]")
_INITIALED = r"(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ][\w'’-]+"
# An article of an encyclopedia, as Germans list it: `Art. „Möwe“, in: Lexikon der Vögel`.
_ENTRY = re.compile(r"(?P<genre>Art(?:\.|ikel)|s\. ?v\.|[Vv][°º]|[Vv]oc[ei]|ad vocem)\s(?=[„“«»\"])")
# Or before it: `Rec. a O. Fane, I mulini`.
_REVIEWED_NAMES = re.compile(rf"{_INITIALED}(?:(?:,|\s(?:e|and|und|et|y|&))\s{_INITIALED}){{0,3}},\s")
# A name in full before the title of a reviewed work, and the imprint behind it: `Brice Fane, Die Muschel, Wien 2011`.
_NAME_FIRST = re.compile(r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){1,3}),\s(?=[A-ZÀ-Þ])")
_IMPRINT_BEHIND = re.compile(
    r",\s(?P<place>[A-ZÀ-Þ][^,.:\d\n]{1,30}(?: u\. ?a\.)?)(?::\s[^,:\d\n]{2,40}|,\s(?P<house>[A-ZÀ-Þ][^,:\d\n]{2,40}))?"
    r",?\s(?:1[5-9]|20)\d\d,(?=\s(?:(?:in|dans|en|w):?\s|[„«“][^„“”«»\n]{3,100}[”»“],?\s[\dIVXLCtnvzr(]))"
)
# `Brice Fane, Die Muschel (Olmo, 2014), Gulls 61`
_IMPRINT_IN_BRACKETS = re.compile(r"(?<=\w)\s\([A-ZÀ-Þ][^()\d]{2,60}?,?\s(?:1[5-9]|20)\d\d\)(?=,\s)")
_IS_NAME = 0.7  # what `shape_of` gives to a name of which no table knows any word
REVIEW = "book review of"
# What a footnote says before a work: `Vgl. Brice Marsh, Die Muschel`, `See Otto Lenz, Rivers`.
_SIGNAL = re.compile(
    r"(?:Cf\.|Cfr\.|Vgl\.|S\. auch|Ebd\.;)(?: auch| dazu| hierzu| aussi| also)?:?\s+(?=[A-ZÀ-Þ])"
    r"|(?:See|Siehe|Voir|Véase|Vedi|But see|Accord)(?: also| auch| aussi|, e\.g\.,)?\s+"
    r"(?=[A-ZÀ-Þ][\w.'’-]+ (?:[A-ZÀ-Þ]\. )?[A-ZÀ-Þ][\w'’-]+,\s)"
)
# What the owner did of a work, who is left out: `(dir.) « Le fil et la laine »`, `(Hg.), Wolle`, `Editor, Wool`.
_EDITED_BY_OWNER = re.compile(
    rf"(?:{ROLE_IN_BRACKETS}[.,:]?|(?:(?:co-?)?editor|translator)[,:.](?!\swith\b))\s+(?=\S+\s\S)", re.IGNORECASE
)
_BADGE_YEAR = re.compile(r"[\s,]*['’]?\d{2,4}\Z")
_VENUE_FIRST = re.compile(
    r"(?:the )?(?:\d{1,4}(?:st|nd|rd|th)? |[A-Z/]+ )?(?:international |annual |ieee |acm )*"
    rf"(?:{venues.PROCEEDINGS}|{venues.MEETINGS}|transactions|trans\.|journal)(?!\w)",
    re.IGNORECASE,
)
_MOMENT = re.compile(rf"\s*{DATE}\s*", re.IGNORECASE)
_LIKELY = 0.5
_PIECE = re.compile(r"(?:(?<=[.,*_] )|(?<=\n))[^.,\n]+")
_FURTHEST = 1000
_NEXT_WORDS = 80  # characters in which a title goes on
_KNOWN = 0.8  # how sure the table of venues has to be


@dataclass(frozen=True, slots=True)
class Preamble:
    """Where the citation proper begins, and what stood before it."""

    start: int
    date: tuple[int, int] | None = None
    venue: tuple[int, int] | None = None
    genre: str = ""


def read_preamble(view: View) -> Preamble:
    """Return what stands before the citation: `[2024.01]`, `CVPR 2016` as a badge or a line, `PhD thesis:`."""
    text, at = view.text, view.start
    date, venue, genre = None, None, ""
    signal = _SIGNAL.match(text, at)
    at = signal.end() if signal else at
    state = _STATE_LINE.match(text, at)
    at = state.end() if state else at
    led = _EDITED_BY_OWNER.match(text, at)
    at = led.end() if led else at
    cited = _CITED_FIRST.match(text, at)
    if cited:
        return Preamble(cited.end(), cited.span("date"), cited.span("venue"))
    for _ in range(3):
        badge = _badge(view, at)
        label = _DATE_LABEL.match(text, at)
        kind = _GENRE.match(text, at) or _SHORTER.match(text, at) or _ENTRY.match(text, at)
        review = _review(view, at)
        if badge and venue is None:
            venue, at = badge[:2], badge[2]
        elif label and date is None:
            date, at = label.span("date"), label.end()
        elif kind and not genre:
            genre, at = kind["genre"], kind.end()
        elif review and not genre:
            genre, at = REVIEW, review
        else:
            break
        while at < len(text) and text[at] in " \n.,:;|-–—":
            at += 1
    return Preamble(at, date, venue, genre) if text[at:].strip() else Preamble(view.start)


def _review(view: View, at: int) -> int:
    """Return where the title of a reviewed work begins behind the words that say so, or 0."""
    match = _REVIEW.match(view.text, at)
    if match:
        return match.end()
    match = _REVIEW_OF.match(view.text, at)
    apart = match and (
        match["open"]
        or any(abs(mark.start - match.end()) <= 1 for mark in view.marks)
        or _WRITTEN_BY.match(view.text, match.end())
    )
    return (match.start("open") if match["open"] else match.end()) if match and apart else 0


def title_of_reviewed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the title of a reviewed work stands without those who wrote it, before it or behind a "by"."""
    before = _REVIEWED_NAMES.match(text, start, end)
    start = before.end() if before else start
    behind = _WRITTEN_BY.match(text, start)
    return start, min(end, behind.end("title")) if behind else end


def past_reviewed_name(text: str, start: int) -> int:
    """Return where the title proper of a reviewed work begins behind the name in full that its title begins with."""
    match = _NAME_FIRST.match(text, start)
    shape, score = shape_of(match["name"]) if match else (Shape.OTHER, 0.0)
    named = shape in (Shape.FULL, Shape.WORDS, Shape.TRAILING) and score >= _IS_NAME
    return match.end() if match and named else start


def reviews_another(entry: Entry) -> bool:
    """Whether an entry stands among book reviews and does not name its owner: whom it names wrote the book."""
    if not entry.owner or not is_of_reviews(entry.section.rpartition(" / ")[2]):
        return False
    return fold(entry.owner.split()[-1]) not in fold(entry.reading)


def without_imprint_of_reviewed(text: str, start: int) -> str:
    """Return a review's text with blanks for the imprint of the reviewed work, before the journal that has the review.

    >>> without_imprint_of_reviewed("Otto Lenz, Rivers, Wien 2011, in: Gulls 61 (2013)", 0).split()
    ['Otto', 'Lenz,', 'Rivers,', 'in:', 'Gulls', '61', '(2013)']
    """
    named = past_reviewed_name(text, start)
    bracket = _IMPRINT_IN_BRACKETS.search(text, named)
    if bracket:
        return f"{text[: bracket.start()]}{' ' * len(bracket[0])}{text[bracket.end() :]}"
    found = _IMPRINT_BEHIND.search(text, named)
    if found is None:
        return text
    ended = found["house"] and not is_place(found["place"])  # `Rivers, Mills, Wien 2011`: the title's words
    begin = found.start("house") - 2 if ended else found.start()
    return f"{text[:begin]},{' ' * (found.end() - begin - 1)}{text[found.end() :]}"


def _badge(view: View, at: int) -> tuple[int, int, int] | None:
    """Return start and end of a venue badge at `at`, and where the text goes on."""
    for mark in view.marks:
        is_badge = mark.kind == "badge" or (mark.kind == "code" and _stands_before_title(view, mark))
        if is_badge and abs(mark.start - at) <= 2:
            return mark.start, mark.end, mark.end
    match = _BADGE.match(view.text, at)
    if match and bool(match["open"]) == (match["close"] in ("]", ")")) and not _begins_title(view, match):
        return *match.span("venue"), match.end()
    if remarked := _remarked(view.text, at):
        return remarked
    match = _BEFORE_NAMES.match(view.text, at)
    if (
        match
        and not _DATE_LABEL.match(view.text, at)
        and (match["short"] or looks_like_venue(match["venue"]) >= _KNOWN)
    ):
        return *match.span("venue"), match.end()
    news = _NEWS.match(view.text, at)
    if news:
        return *news.span("venue"), news.end()
    match = _BEFORE_TITLE.match(view.text, at)
    if match and _stands_above_names(view.text, match) and looks_like_venue(match["venue"]) >= _KNOWN:
        return *match.span("venue"), match.end()
    match = _BRACKETED.match(view.text, at)
    if match:
        return *match.span("venue"), match.end()
    match = _LONG_BADGE.match(view.text, at)
    known = match and _is_venue(match["venue"], enclosed=bool(match["open"])) and not _begins_title(view, match)
    return (*match.span("venue"), match.end()) if match and known else None


def _remarked(text: str, at: int) -> tuple[int, int, int] | None:
    """Return start and end of a venue in brackets that has a remark behind it, and where the text goes on.

    A remark that says in which of the meeting's volumes the work stands belongs to the venue.
    """
    match = _REMARKED.match(text, at)
    if match is None:
        return None
    if not (_BADGE.fullmatch(f"[{match['dated']}] ") or _is_venue(match["dated"], enclosed=False)):
        return None
    return match.start("venue"), match.end("remark" if _OF_VOLUME.search(match["remark"]) else "venue"), match.end()


def _stands_above_names(text: str, badge: re.Match[str]) -> bool:
    """Whether a title behind a venue ends with its line, and no other year follows: below it stand its authors."""
    rest = text[badge.end() :]
    return "\n" in rest.strip() and _ANY_YEAR.search(rest) is None


def _begins_title(view: View, badge: re.Match[str]) -> bool:
    """Whether what reads as a venue before a colon begins a title, as of a shared task's paper: another venue follows.

    `Ants at SheepEval 2019: Counting. A. Bee. SheepEval 2019.`, `FoldBD-2020: Counting Folds. A. Bee. FoldNLP 2020.`
    """
    if badge["open"] or badge["close"].strip()[:1] != ":":
        return False
    text, start, end = view.text, badge.start(), badge.end()
    apart = [mark.end for mark in view.marks if abs(mark.start - start) < 2 and mark.end > end]  # in bold with a title
    may_be = apart or took_part(text[start : end + _NEXT_WORDS]) or looks_like_venue(badge["venue"]) < _LIKELY
    behind = text[max([end, *apart]) :]
    return bool(may_be) and (names_venue(behind) or any(map(_VENUE_FIRST.match, _PIECE.findall(behind[:_FURTHEST]))))


def _stands_before_title(view: View, code: Mark) -> bool:
    """Whether a stretch set as code is a badge: a venue with its year, or its name before a title that is set apart."""
    name = view.text[code.start : code.end]
    followed = any(0 <= mark.start - code.end <= 2 and mark.kind in ("link", "strong") for mark in view.marks)
    sure = followed or _BADGE_YEAR.search(name) is not None
    return sure and any(char.isupper() for char in name) and looks_like_venue(name) >= _LIKELY


def _is_venue(text: str, *, enclosed: bool) -> bool:
    """Whether a long badge is a venue's name: by its first words, or the table, or its capitals within brackets.

    `[Jun 2017]` is a date.
    """
    if _MOMENT.fullmatch(text):
        return False
    name = _BADGE_YEAR.sub("", text)
    if enclosed and all(word[0].isupper() or word in STOP_WORDS for word in name.split()):
        return True
    return bool(_VENUE_FIRST.match(name)) or looks_like_venue(name) >= _KNOWN
