"""How much a stretch reads like a title, and how much what follows reads like the rest of a citation."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile import rarity
from reconcile.parse import cues
from reconcile.parse.numbers import DATE
from reconcile.parse.people import read_people
from reconcile.parse.segments import MEDIUM
from reconcile.parse.shapes import Shape, shape_of
from reconcile.venues import looks_like_venue
from sources.text import STOP_WORDS, fold

_LEAD = re.compile(rf"(?:{cues.LEADS})", re.IGNORECASE)
_VENUE = re.compile(rf"(?<!\w)(?:{cues.VENUE_STEMS})", re.IGNORECASE)
_VENUE_FIRST = re.compile(
    rf"(?:in:? )?(?:the )?(?:\d{{1,4}}(?:st|nd|rd|th)? |[A-Z]+(?:/[A-Z]+)* )?(?:international "
    rf"|annual |ieee |acm )*(?:{cues.VENUE_STEMS}|(?:am\. |int\. |eur\. )?j\.\s|phys\. "
    rf"|ann\. |bull\. |acta |ieee |acm )",
    re.IGNORECASE,
)
_GENRE = re.compile(rf"[\[(]?(?:unpublished |unpubl\. )?(?:{cues.THESIS}|{cues.REPORT})", re.IGNORECASE)
_STATE = re.compile(cues.STATES, re.IGNORECASE)
_PATENT = re.compile(rf"(?:[\w.]+ ){{0,3}}(?:{cues.PATENT})", re.IGNORECASE)
_PUBLISHER = re.compile(rf"(?<!\w)(?:{cues.PUBLISHERS})(?!\w)", re.IGNORECASE)
_PLACE_COLON = re.compile(
    r"(?:[A-ZÀ-Þ\u3400-\u9fff][\w.'’-]*(?:,? (?:[A-Z]{2}|[A-ZÀ-Þ][\w.'’-]*|and|&|/|la"
    r"|le|de|am|of))*) ?: ?[A-ZÀ-Þ\u3400-\u9fff]"
)
_JOURNAL = re.compile(
    r"[A-ZÀ-Þ*][^.,;:\d\n]{1,80}(?:\. ?[A-Z][^.,;:\d\n]{0,30}){0,6}[.,;:]? ?(?:\(?(?:1[89]"
    r"|20)\d\d\)?[a-z]?[.,;:]? ?)?(?:vol\.? ?|volume |no\.? ?|n° ?|nr\.? ?)?[A-Z]?\d{1,4}\s?(?:[(,:;]"
    r"|\[|no\.|pp|p\.|$|\d)",
    re.IGNORECASE,
)
_DATE = re.compile(rf"[(\[]?{DATE}[)\]]?(?!\w)", re.IGNORECASE)
_EDITED = re.compile(
    r"(?:edited|reprint|revised|rev\.|abridged|translated|ed\.|eds\.|trans\.|transl\.|hrsg\.|herausgegeben|übers|dir\."
    r"|directed|introduction by|compiled|traduit|\d+(?:st|nd|rd|th|\.)? (?:ed|aufl))",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?:\(?\d+\)?[:,(\s]|pp?\. ?\d|pages? \d|vol\. ?\d)", re.IGNORECASE)
_CAPS_YEAR = re.compile(
    r"[(\[]?(?:[A-Z][\w&/@.-]{0,24}\s){0,5}[\w/@-]{0,12}[A-Z]{2}[\w/@-]{0,12},?[\s'’]*(?:\d{4}|['’]?\d\d)(?!\d)"
)
_CAPS_YEAR_PAGE = re.compile(r"[A-Z][\w&-]{0,6}[A-Z][\w&-]{0,6} (?:19|20)\d\d, (?:S\. ?|pp?\. ?)?\d")
_INNER = re.compile(
    r"[a-z)\]\"”’»]\.\s+[A-Z\"“]|[a-z]{3}[,.] \d{4}[,.]|, pp?\. ?\d|\d\(\d+\)|\bpp\. \d"
    r"|(?:19|20)\d\d;\s?\d"
)
# A title that begins so begins within a list of names: `L., Negation`, `and Bennacef, S.`, `Henry, Integrating`.
_NAME_FIRST = re.compile(
    r"(?:[^\W\d_a-zß-ÿ]\.[,:]?\s|and\s|&\s|et\s|[A-ZÀ-Þ][\w'’-]+\.?,\s(?:and\s)?[A-Z]|[A-ZÀ-Þ][\w'’-]+ (?:and"
    r"|&|et|und) [A-Z]\.|[A-ZÀ-Þ][\w'’-]+ [A-Z]{1,3}(?::|,)|eds?\.|editors?\b)"
)
_LAST_WORDS = re.compile(r"[\s,][^\W\d_a-z]\Z|\b(?:is|are) (?:now )?(?:available|out|online)\Z")
_LAST = 40  # characters that hold whatever that finds
_OPEN_CLOSE = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_SHORT_NAME = re.compile(r"(?:\S+ ){0,3}\S*(?:[A-Z]{2}|[A-Z]\S*['’]?\d\d|\b(?:19|20)\d\d)")
_SEGMENT = re.compile(r"[,;(]\s?")
_LISTED = re.compile(r"[,;&|\n]|\b(?:and|und|et|y)\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def title_score(text: str, names: str, start: int, end: int, *, set_apart: bool = False) -> float:
    """Return how much `start` to `end` reads like a title; `names` is the text with the marks at names blanked.

    `set_apart` says that quotation marks or the markup show its extent: then its length says less.
    """
    stretch = text[start:end].strip(" .,;:\n")
    if not stretch:
        return -9.0
    found = _WORD.findall(stretch[:1000])
    count = len(found) + len(_HAN.findall(stretch)) // 2
    if not count:
        return -9.0
    score = max(_by_length(count), 0.2) if set_apart else _by_length(count)
    if found and found[-1].casefold() in cues.DANGLING and len(found[-1]) > 1 and stretch[-1].isalnum():
        score -= 2.0
    if stretch[:1].islower():
        score -= 0.5
    if _LEAD.match(stretch) and count < 25:
        score -= 1.2
    if _VENUE_FIRST.match(stretch):
        score -= 1.4
    if _GENRE.match(stretch) or _DATE.fullmatch(stretch) or (len(stretch) < 60 and _CAPS_YEAR.fullmatch(stretch)):
        score -= 2.5
    score -= 1.5 * bool(MEDIUM.search(stretch[:300]))
    if _STATE.fullmatch(stretch):
        score -= 2.5
    if _NAME_FIRST.match(stretch):
        score -= 1.8
    elif _begins_with_name(stretch):
        score -= 0.9
    if _LAST_WORDS.search(stretch[-_LAST:]):
        score -= 1.0
    score -= 0.9 * min(3, len(_INNER.findall(stretch)))
    score -= 0.3 * stretch.count("\n")
    score -= 0.8 * sum(stretch.count(left) != stretch.count(right) for left, right in _OPEN_CLOSE)
    score += _lexical(found)
    if count < 14 and stretch[:1].isupper() and (count < 5 or _LISTED.search(stretch)):
        people = read_people(names, start, end)
        if len(people.persons) > 1 and people.against == 0 and people.score > 0.9:
            score -= min(2.5, people.score + 0.3)
        elif len(people.persons) == 1 and people.score > 1.2 and count < 5:
            score -= 1.2
    return score


def _begins_with_name(stretch: str) -> bool:
    """Whether a name stands before the first colon: `Koji Zettsu: Decoder Transfer Learning`."""
    head, colon, _ = stretch[:60].partition(": ")
    shape, score = shape_of(head) if colon else (Shape.OTHER, 0.0)
    return shape in (Shape.WORDS, Shape.FULL, Shape.TRAILING) and score > 0.6


def _by_length(count: int) -> float:
    if count == 1:
        return -0.9
    if count == 2:
        return -0.1
    if count <= 24:
        return 0.7
    return 0.7 - 0.12 * (count - 24)


def _lexical(found: list[str]) -> float:
    """Return a little for words that titles are made of."""
    return 0.8 * sum(map(_is_title_word, found[:24])) / max(1, len(found[:24]))


@lru_cache(maxsize=16384)
def _is_title_word(word: str) -> bool:
    folded = fold(word)
    return folded in STOP_WORDS or rarity.of_word(folded) < rarity.UNLISTED_WORD


def rest_score(text: str, start: int, end: int) -> float:
    """Return how much what begins at `start` reads like what follows a title: a venue, a publisher, a date."""
    begin = start
    while begin < end and text[begin] in " \n.,;:|)]\"”’»'–—-":
        begin += 1
    rest = text[begin : min(end, begin + 240)]
    if not rest.strip():
        return 0.0
    first = " ".join(re.split(r"[.;\n](?:\s|\Z)", rest, maxsplit=1)[0].split())
    score = 0.0
    lead = _LEAD.match(rest)
    if lead:
        score += 1.4 if len(lead[0]) > 3 or rest[:2] in ("In", "in") else 0.6
        rest, first = rest[lead.end() :], first[lead.end() :]
    if _VENUE_FIRST.match(rest):
        score += 1.4
    elif _VENUE.search(first[:140]):
        score += 0.9
    elif _SHORT_NAME.match(rest):
        score += 1.3 * max(0.0, looks_like_venue(_SEGMENT.split(first[:160], maxsplit=1)[0]) - 0.3)
    if _GENRE.match(rest) or _PATENT.match(rest):
        score += 1.6
    if _JOURNAL.match(rest) and not _DATE.match(rest):
        score += 1.1
    elif _CAPS_YEAR.match(rest):
        score += 1.0
    if _CAPS_YEAR_PAGE.match(rest):
        score += 0.8
    if _DATE.match(rest):
        score += 0.8
    elif _NUMBERS.match(rest):
        score += 0.5
    if _PLACE_COLON.match(rest) or _PUBLISHER.search(first.split(",")[0][:80]):
        score += 1.1
    elif _PUBLISHER.search(first[:100]):
        score += 0.6
    if _EDITED.match(rest.lstrip("([")):
        score += 0.9
    if not lead and rest[:1].islower():
        score -= 1.0
    return min(score, 2.6)
