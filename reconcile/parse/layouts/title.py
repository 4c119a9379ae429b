"""How much a stretch reads like a title."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from reconcile.lexicon import rarity
from reconcile.lexicon.editions import EDITION, ORDINAL
from reconcile.parse.names.people import read_people
from reconcile.parse.names.pieces import FOOTNOTE_MARKS, blank_marks
from reconcile.parse.names.shapes import Shape, shape_of
from reconcile.parse.place.credits import CREDITED
from reconcile.parse.place.imprint import is_place, read_imprint
from reconcile.parse.text.segments import MEDIUM, OPENERS, RESPONSIBLE
from reconcile.parse.words import cues
from reconcile.parse.words.east_asian import LOCATED
from reconcile.parse.words.east_asian import VENUE as EAST_ASIAN_VENUE
from reconcile.parse.words.signs import BEYOND, CAPS_YEAR, DATED, GENRE, HOUSE, LEAD, SCHOOL, VENUE_FIRST
from reconcile.parse.words.vocabulary import TITLE_WORDS
from sources.east_asian import HAN, SignPattern, is_east_asian
from sources.text import STOP_WORDS, fold

_STATE = re.compile(cues.STATES, re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:(?:(?:1[5-9]|20)\d\d,\s)?\d{2,4}\s(?:pp?|S|с)(?:\.|\Z)|(?:pp?|ss)\.\s?[\dxivl]"
    r"|(?:pages?|vols?\.?|volume|no\.)\s?(?:\d|[IVXL]+\b)|\d+ vols?\b)"
    rf"|(?:{ORDINAL}|rev(?:ised|\.)) (?:[\w.]{{1,10}} )?{EDITION}",
    re.IGNORECASE,
)
_INNER = re.compile(
    r"\?,\s|[a-z)\]\"”’»]\s*\.\s+[A-Z\"“]|[^\W\d_a-z]\s\.\s+[A-Z]"
    r"|[a-z]{3}[,.] \d{4}[,.]|, (?:pp?\.|ss?\.|pages?) ?\d|\d\(\d+\)|\bpp\. \d"
    r"|, vol(?:\.|ume) ?[\dIVX]|, (?:v|no|nr)\. ?[A-Z\d]"
    r"|(?:19|20)\d\d;\s?[\d(]|,\s\[?(?:w|u|in):\]?\s"
)
# A title that begins so stands within a list of names, or behind the title: `& Prijatel P.`, `trans. J. Murphy`.
_WITHIN = re.compile(
    r"(?:&|and|und|et)\s(?:[A-ZÀ-Þ][\w'’-]+,?\s)?(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]+\s[A-ZÀ-Þ][\w'’-]*\.?\Z)"
    r"|[A-ZÀ-Þ]\.(?:,\s?(?:and|&)|:)\s|[A-ZÀ-Þ][\w'’-]+,(?:[A-ZÀ-Þ]\.){1,3},|(?:Jr|Sr|II|III|IV)[.,]\s|\)"
    r"|(?:[Tt]ransl?|[Tt]rad|[Tt]r|[Ee]ds?|[Hh]rsg|[Hh]g|[Dd]ir|[Pp]erf)\.\s(?:[A-ZÀ-Þ]|(?:by|from|von|par|de|di|por|it\.)\s)"
    r"|(?:by|von|par)\s[A-ZÀ-Þ][\w.'’-]*\s[A-ZÀ-Þ]|(?:director|editor|translator)[.,]"
    r"|(?:[Tt]ranslated|[Ee]dited|[Dd]irected|[Pp]roduced) (?:by|from)\s"
    r"|a cura di\s|sous la dir(?:ection|\.) de\s|diretto da\s"
    r"|\([^()]{0,80}(?:1[5-9]|20)\d\d\)\Z|[Ii]n:\s|in\s(?:[A-Z]\. ?){1,3}[A-Z]"
    rf"|{FOOTNOTE_MARKS},\s"  # of the name before it
    r"|\+\s?\d{1,3} (?:more|others?|(?:co-?)?authors?)\b"
    r"|[(\[][^()\[\]\n]{1,60}\sColl(?:ab)?(?:\.|orations?)[)\]]"
)
# A title that begins so begins within a list of names: `L., Negation`, `and Bennacef, S.`, `Henry, Integrating`.
_NAME_FIRST = re.compile(
    r"(?:[A-ZÀ-Þ]{2,}\s[A-ZÀ-Þ][\w'’-]+,\s[A-ZÀ-Þ]{2,}\s[A-ZÀ-Þ]"
    r"|[^\W\d_]\.[,:]?\s|and\s|&\s|et\s|[A-ZÀ-ÞЀ-ЯҐ][\w'’-]+\.?,\s(?:and\s)?[A-ZЀ-ЯҐ]|[A-ZÀ-Þ][\w'’-]+ (?:and"
    r"|&|et|und) [A-Z]\.|[A-ZÀ-Þ][\w'’-]+ [A-Z]{1,3}(?::|,)|eds?\.|editors?\b|"
    r"[A-ZÀ-ÞЀ-ЯҐ][\w'’-]+ [A-ZЀ-ЯҐ]{1,3}[^\w\s.,;:!?()]{0,3}\.\s\w)"
)
# The last two of a list of names and a period, or initials and a colon, behind a comma:
# `, Zuzana Kukelova and Tomás Pajdla. 3D …`, `, M.D.: A simple …`.
_LAST_NAMES = re.compile(
    r"(?:[^\W\d_a-zß-ÿ][\w'’.-]*,? ){2,4}(?:and|&|und|et|y) [^\W\d_a-zß-ÿ][\w'’.-]*(?: [^\W\d_a-zß-ÿ][\w'’-]*){1,3}\.\s"
    r"|(?:[A-ZÀ-Þ]\.[ -]?){2,4}:\s"
)
_TWO_NAMES = re.compile(r"[A-ZÀ-Þ][\w'’-]+ (?:and|&|et|und|y) [A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+, [A-ZÀ-Þ]")
_AFTER_ROLE = re.compile(r"[,.]\s(?:transl?|tr|trad|eds?|hrsg|hg|dir|perf|prod)\.\s\Z", re.IGNORECASE)
_FAMILY_BEFORE = re.compile(r"(?:\A|[/;\n])\s*[^\s,]+,\s\Z")
_GIVEN = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ]\.)*:\s")
_CASE = re.compile(r"[A-Z][\w.'’&, ]{1,80}\sv(?:s?\.|\s)\s?[A-Z][\w.'’&, ]{1,80}\Z")  # `Roe v. Wade`
_LAST_WORDS = re.compile(
    r"[\s,][^\W\d_a-z]\Z|\b(?:is|are) (?:now )?(?:available|out|online)\Z|,\s(?:erscheint|erschienen)\Z"
    r"|[?!]\s[A-ZÀ-Þ][\w&-]*\Z"  # a journal of one word: `Does wool matter? Heart`
    # before those who edited it
    rf"|,\s(?:{cues.FOREWORDS})\Z"
    r"|\b(?:a cura di|sous la direction de|(?:herausgegeben|hrsg\.|übersetzt) von|edited by|diretto da)\Z"
)
_NAME_END, _HAN_NAME_END = re.compile(r":\s"), re.compile(r":|\.\s")  # behind the last of a list of names
_LIST_CLOSED = re.compile(r"[.。]\s{0,2}\Z")  # what ends the names: `王羊, 李毛. 羊毛：…`
_STATED_LAST = re.compile(rf"[?!]\s(?:{cues.STATES})\Z", re.IGNORECASE)  # `Why wool? Submitted for publication`
_LAST = 40  # characters that hold whatever that finds
_OPEN_CLOSE = (("(", ")", 1.2), ("[", "]", 0.8), ("“", "”", 0.8), ("«", "»", 0.8))  # unpaired, and what it costs
# `(Unpublished doctoral dissertation)`, `(Doctoral dissertation, University of X)`
_DEGREE = re.compile(
    r"\s[(\[](?:(?:un)?published )?(?:doctoral|master['’]?s|ph\.? ?d|m\.? ?a\.|bachelor|diss\b|dissertation|thesis"
    r"|thèse|tesis|tesi\b)",
    re.IGNORECASE,
)
# As lawyers cite a journal, which no title holds: `137 HARV. L. REV. (forthcoming 2024)`.
_LAW_REVIEW = re.compile(
    r"(?:\A|,\s)\d{1,4} (?:[A-Z][A-Za-z.]{0,12} |& ){0,6}(?:[A-Z]\.|[A-Z]{2,}\.|[A-Z][a-z]{0,6}\.)(?: \d|\Z)"
)
# `, 2015`, `, RIDG 2015`, `, Lublin 2015`
_TAIL_DATE = re.compile(r"(?<![-–\d])[.,]\s(?:[A-ZÀ-Ž][\w-]{2,15}\s)?(?:1[89]|20)\d\d\Z")
# The year and the volume of a journal, which is then the last sentence before them: `Wool? Gull Lett.|2019;28:e14`.
_VOLUME_BEHIND = re.compile(r"[.\s]{1,3}(?:19|20)\d\d(?:\s[A-Z][a-z]{2,4}\b[^;\n]{0,8})?;\s?\d")
_TWO_SENTENCES = re.compile(r"[.?!]\s[A-ZÀ-Ž]")
_AND = re.compile(r"\s(?:and|&|et|und|y)\s")
_LISTED = re.compile(r"[,;&|\n]|\b(?:and|und|et|y)\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HAN = SignPattern(rf"[{HAN}]")


# The first of those who edited the book: `Art. 768-bis, in G. Fane – O. Lund (a cura di)`.
_BOOK_OF_ONE = re.compile(r",\sin:?\s(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ][\w'’-]{1,30}\Z")
_IN_QUOTES = 0.3  # of what speaks against its beginning, where a title stands in quotes, as no names do
_NOTHING = -9.0  # score of a stretch without words
_PAST_TITLE = 2.0  # off, where a title holds what stands behind titles
_BEHIND_NAME = 1.6  # off, where a title begins behind a role or a family name
_CASE_NAME = 1.5  # for the name of a case at law
_ONLY_PLACE = 1.5  # off, for nothing but a place: `Dublin`
_FEW = 4
_LIKELY_NAME = 0.6  # score of what may be a name
_PART_OF_BOOK = 1.6  # for the name of a part of a book
_GOOD_LENGTH = 0.7  # for a title of three words and more
_LEXICAL = 0.8  # for one all of whose words are those of titles
# The most that `title_score` gives: the name of a case has three words and more, that of a part of a book has fewer.
MOST_OF_TITLE = _GOOD_LENGTH + _LEXICAL + _CASE_NAME
_FRONT_MATTER = re.compile(
    r"(?:[Ii]ntroduction|[Pp]reface|[Ff]oreword|[Aa]fterword|[Pp]rologue|[Ee]pilogue|[Cc]onclusions?|[Ee]inleitung|[Vv]orwort"
    r"|[Nn]achwort|[Ee]inführung|[Pp]réface|[Pp]ostface|[Aa]vant-propos|[Ii]ntroducción|[Pp]rólogo|[Pp]refacio|[Ii]ntroduzione"
    r"|[Pp]refazione|[Pp]ostfazione|[Ii]ntrodução|[Pp]refácio|[Ee]ditorial|[Ee]ditors?['’]s? [Nn]ote)"
)
# A journal with its place: `A & A, Volume 617, id.L7`.
_LOCATED = re.compile(r"[^,\n]{1,80}, vol(?:ume|\.)? ?[A-Z]?\d{1,4}(?:, [^,\n]{1,20}){0,2}", re.IGNORECASE)
# `Чайки // Вестник`, `Wool meets felt[C]// Proceedings`, `Вовна / за ред. О. Лунь`
_SLASHES = re.compile(rf"\s//\s|\.\s=\s|\[[A-Z](?:/OL)?\]\s?//|{RESPONSIBLE}")


def title_score(text: str, names: str, start: int, end: int, *, set_apart: bool = False) -> float:
    """Return how much `start` to `end` reads like a title; `names` is the text with the marks at names blanked.

    `set_apart` says that quotation marks or the markup show its extent: then its length says less.
    """
    stretch = text[start:end].strip(" .,;:\n")
    found = _WORD.findall(stretch[:1000])
    count = len(found) + len(_HAN.findall(stretch)) // 2
    if not count:
        return _NOTHING
    quoted = set_apart and text[start - 1 : start] in OPENERS
    score = max(_by_length(count), 0.2) if set_apart else _by_length(count)
    against = _against_start(text, start, stretch, found) * (_IN_QUOTES if quoted else 1.0)
    score += _lexical(found) - _against_whole(stretch, found, count) - against
    imprint = read_imprint(text, start, end) if ":" in stretch else None
    score -= _PAST_TITLE * bool(imprint and imprint.first and imprint.colon and imprint.firm and imprint.complete)
    score += _CASE_NAME * bool(_CASE.match(stretch)) + _PART_OF_BOOK * bool(_FRONT_MATTER.fullmatch(stretch))
    score -= _PAST_TITLE * (count == 1 and len(found[0]) == 1 and bool(found))
    score -= _PAST_TITLE * bool(_VOLUME_BEHIND.match(text, end) and _TWO_SENTENCES.search(stretch[-_LONGEST_JOURNAL:]))
    if count < 14 and not quoted and stretch[:1].isupper() and (count < 5 or _LISTED.search(stretch)):
        score -= _against_names(names, start, end, count)
    return score


# What a title's text holds or is that speaks against it, and how much; in the order in which it is added up.
_AGAINST: tuple[tuple[float, Callable[[str], object]], ...] = (
    (0.5, lambda stretch: stretch[:1].islower()),
    (1.4, VENUE_FIRST.match),  # `Proceedings of the Olmo Conference`
    (2.5, lambda stretch: _NUMBERED.match(stretch) or _LOCATED.fullmatch(stretch)),  # `pp. 12`, `Wool, vol. 3`
    (_PAST_TITLE, lambda stretch: BEYOND.search(stretch) or _DEGREE.search(stretch)),  # `Wool (Doctoral dissertation)`
    (_PAST_TITLE, lambda stretch: _BOOK_OF_ONE.search(stretch[-_LONGEST_JOURNAL:])),
    (_PAST_TITLE, lambda stretch: EAST_ASIAN_VENUE.search(stretch[:300]) or LOCATED.match(stretch[:300])),
    (_PAST_TITLE, lambda stretch: SCHOOL.fullmatch(stretch[:120])),
    (2.5, lambda stretch: GENRE.match(stretch) or DATED.fullmatch(stretch) or _is_caps_and_year(stretch)),
    (_PAST_TITLE, lambda stretch: _LAW_REVIEW.search(stretch[:300]) or HOUSE.search(stretch[:300])),
    (_PAST_TITLE, lambda stretch: _SLASHES.search(stretch[:600])),  # `Wool // Felt`
    (_PAST_TITLE, lambda stretch: CREDITED.search(stretch[:600])),  # `Owca, przeł. A. Lund`
    (1.5, lambda stretch: MEDIUM.search(stretch[:300])),  # `Wool [abstract]. Felt`
    (2.5, _STATE.fullmatch),  # `in press`
    (1.1, lambda stretch: _TAIL_DATE.search(stretch[-24:])),  # `Wool, 2015`
    (1.5, lambda stretch: _STATED_LAST.search(stretch[-_LAST:])),
    (1.0, lambda stretch: _LAST_WORDS.search(stretch[-_LAST:])),  # `Wool, a cura di`
)
_DANGLES = 2.0  # off, where it ends with a word that wants another: `Wool and`
_LED_IN = 1.2  # off, where it begins with what stands before a venue: `In Felt`
_PARTED = 0.9  # off, for each of the first three places that look like a part's end within: `Wool, pp. 3`
_BROKEN = 0.3  # off, for each break of a line
_MOST_PARTED = 3
_LONGEST_JOURNAL = 80
_LONGEST_CAPS = 60  # characters of a meeting in capitals with its year
_WITH_LEAD = 25  # words, from which a title may begin with "In"


def _is_caps_and_year(stretch: str) -> bool:
    return len(stretch) < _LONGEST_CAPS and CAPS_YEAR.fullmatch(stretch) is not None


def _against_whole(stretch: str, found: list[str], count: int) -> float:
    """Return what speaks against a title in what it is and what it holds: a venue, a date, an edition."""
    dangles = bool(found) and found[-1].casefold() in cues.DANGLING and len(found[-1]) > 1 and stretch[-1].isalnum()
    against = _DANGLES * dangles + _LED_IN * (count < _WITH_LEAD and bool(LEAD.match(stretch)))
    against += sum(cost for cost, holds in _AGAINST if holds(stretch))
    against += _ONLY_PLACE * (count < _FEW and is_place(stretch))
    against += _PARTED * min(_MOST_PARTED, len(_INNER.findall(stretch))) + _BROKEN * stretch.count("\n")
    return against + sum(cost for left, right, cost in _OPEN_CLOSE if stretch.count(left) != stretch.count(right))


def _against_start(text: str, start: int, stretch: str, found: list[str]) -> float:
    """Return what speaks against a title in how it begins: within a list of names, or behind a role."""
    behind = _BEHIND_NAME * bool(_AFTER_ROLE.search(text, max(0, start - 12), start) or _is_given(text, start, stretch))
    if _WITHIN.match(stretch) or (text[start - 2 : start] == ", " and _LAST_NAMES.match(stretch)):
        return behind + 3.0
    if _NAME_FIRST.match(stretch):
        return behind + (0.6 if found[0][2:].islower() and stretch[0].isupper() and _is_common(found[0]) else 1.8)
    return behind + (0.9 if _TWO_NAMES.match(stretch) else _begins_with_name(text, start, stretch))


def _against_names(names: str, start: int, end: int, count: int) -> float:
    """Return what speaks against a short title that reads as a list of names."""
    people = read_people(names, start, end)
    if len(people.persons) > 1 and people.against == 0 and people.score > 0.9:
        return min(2.5, people.score + 0.3)
    return 1.2 * (len(people.persons) == 1 and people.score > 1.2 and count < 5)


def _is_given(text: str, start: int, stretch: str) -> bool:
    """Whether the given name of an author stands first: `Wittgenstein, |Ludwig: Untersuchungen`."""
    return bool(_GIVEN.match(stretch)) and bool(_FAMILY_BEFORE.search(text, max(0, start - 40), start))


def _begins_with_name(text: str, start: int, stretch: str) -> float:
    """Return what speaks against a title that names begin: `Bo Rye: Wool`, `Bo Rye, On Wool`, `Bo Rye and Li Wu: …`."""
    head, comma, _ = stretch[:60].partition(", ")
    if comma and _is_likely_name(head):
        return 0.4
    ends = (_HAN_NAME_END if is_east_asian(stretch) else _NAME_END).search(stretch[:60])
    head = blank_marks(stretch[: ends.start()]).strip() if ends else ""
    last_two = _AND.split(head)
    if len(last_two) == 2 and all(_is_likely_name(name, or_trailing=True) for name in last_two):
        return 0.9
    shape, score = shape_of(head) if head else (Shape.OTHER, 0.0)
    if shape not in (Shape.WORDS, Shape.FULL, Shape.TRAILING) or score <= _LIKELY_NAME:
        return 0.0
    if is_east_asian(head) and _LIST_CLOSED.search(text, max(0, start - 3), start):
        return 0.0
    return 0.9 if score > 0.8 or is_east_asian(head) else 0.5


def _is_likely_name(text: str, *, or_trailing: bool = False) -> bool:
    """Whether a text may be a name; of two letters in capitals nobody knows whether they are initials: `Bo LI`."""
    shape, score = shape_of(text)
    return score > _LIKELY_NAME and (shape in (Shape.WORDS, Shape.FULL) or (or_trailing and shape is Shape.TRAILING))


def _by_length(count: int) -> float:
    if count == 1:
        return -0.9
    if count == 2:
        return -0.1
    return _GOOD_LENGTH if count <= 24 else _GOOD_LENGTH - 0.12 * (count - 24)


def _lexical(found: list[str]) -> float:
    """Return a little for words that titles are made of."""
    return _LEXICAL * sum(map(_is_title_word, found[:24])) / max(1, len(found[:24]))


def _is_common(word: str) -> bool:
    """Whether a word is one of titles and nobody's family name: `Vitamin D: An overview`."""
    return _is_title_word(word) and rarity.of_surname(fold(word)) >= rarity.UNLISTED_SURNAME


@lru_cache(maxsize=16384)
def _is_title_word(word: str) -> bool:
    folded = fold(word)
    return folded in STOP_WORDS or folded in TITLE_WORDS or rarity.of_word(folded) < rarity.UNLISTED_WORD
