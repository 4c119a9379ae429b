"""What speaks for or against two delimiters in one citation: the one behind the authors, and that behind the title."""

from __future__ import annotations

import re

from reconcile.lexicon import rarity
from reconcile.parse.layouts.rest import is_subtitle, rest_score
from reconcile.parse.place.imprint import is_name, is_place, read_imprint
from reconcile.parse.text.segments import OPENERS, End
from reconcile.parse.words import cues
from reconcile.parse.words.vocabulary import TITLE_WORDS
from sources.east_asian import is_east_asian
from sources.text import fold


def is_topic(word: str) -> bool:
    """Whether a word is a place or one that titles are made of, and no name: `Fane, O. London: A Social History`."""
    return is_place(word) or fold(word) in TITLE_WORDS


def coherence(end: End, title: End, text: str, rest: float) -> float:
    """Return what speaks for or against two delimiters in one citation."""
    if title.kind == "quote":
        return _of_quote(title, text, rest) - _CLOSED * bool(_QUOTED_ANEW.search(text, end.next, title.at))
    parts = int(_PART_FOLLOWS.match(text, title.at) is not None)
    if title.kind in ("period", "soft") and _cuts_short_forms(text, end.next, title.at):
        return -_SHORT_FORMS
    if title.kind == "period":
        parts += bool(_PART_NUMBER.search(text, max(end.next, title.at - 6), title.at))
    score = -_SERIAL * parts - _WRAPPED * _is_wrapped(end, title, text, rest)
    inverted = end.kind == "soft" and _COMMA_AND_INITIAL.search(text, max(0, end.next - 6), end.next)
    cut_short = _INITIALS_ONLY.search(text, max(0, end.next - _LONGEST_LIST), end.next)
    named = _GIVEN_AND_COLON.match(text, end.next) if inverted and not cut_short else None
    if named and not is_topic(named[1]):
        score -= _SERIAL
    score -= _SERIAL * bool(_INITIALS_LEFT.match(text, end.next))
    if text[end.next : end.next + 1] in OPENERS:
        closed = _CLOSED_WITHIN.search(text, end.next, title.at)
        score -= _CLOSED if closed and not _goes_on_behind(text, closed.end() - 1) else 0.8
    if title.kind == "colon":
        score += _of_colon(end, title, text)
    if title.kind in ("comma", "led"):
        score += _of_comma(end, title, text)
    first = max(end.next, title.at - _LONGEST_LIST)
    if _LIST.fullmatch(text, first, title.at) or _LIST_BEHIND.search(text, first, title.at):
        score -= _LISTED
    if title.kind == "semicolon" and end.date and _NAME_ALONE.match(text, title.next):
        score += _ITS_JOURNAL
    return score


_LISTED = 2.0  # off, for a title that is, or ends with, a list of people: `Sheep, Counted. Anna Bee, Bo Lund & Cy Fane`
# Three names or more, the last of them behind an "and"; and such behind a full stop.
_PERSON = r"[A-ZÀ-Þ][\w'’-]{1,20}\s(?:[A-ZÀ-Þ]\.\s?){0,2}[A-ZÀ-Þ][\w'’-]{1,20}"
_THREE = rf"(?:{_PERSON},\s){{1,11}}{_PERSON},?\s(?:and|&)\s{_PERSON}\.?"
_LIST, _LIST_BEHIND = re.compile(_THREE), re.compile(rf"[.?!]\s{_THREE}\Z")
_WRAPPED = 1.0  # off, for a title that ends with the line on which its authors stand, before what is no venue


def _is_wrapped(end: End, title: End, text: str, rest: float) -> bool:
    """Whether a line's end within a citation is where it was wrapped, not where a field ends."""
    return title.kind == "newline" and rest <= 0 and end.kind != "newline" and "\n" not in text[end.at : end.next]


def _cuts_short_forms(text: str, start: int, at: int) -> bool:
    """Whether a period stands within a journal's short name: `…, Enseign. Math. 64 (2018)`, `…, C. R. Math. Acad.`"""
    before = _SHORT_BEFORE.search(text, max(start, at - _LONGEST_SHORT), at)
    if before is None or before.start() < start + _LEAST_TITLE or not _SHORT_BEHIND.match(text, at):
        return False
    words = [word.strip(".") for word in before["words"].split()]
    return all(map(_is_short_form, words)) and not _ROMAN.fullmatch(words[-1])


def cuts_journal(text: str, name: str, at: int) -> bool:
    """Whether what may be a name before a period is part of a journal's short one: `Notices Amer|. Math. Soc. 66`."""
    return name.split()[-1] in (*_JOURNAL_WORDS, "Amer") and _SHORT_BEHIND.match(text, at) is not None


def _is_short_form(word: str) -> bool:
    return len(word) == 1 or word in _JOURNAL_WORDS or rarity.of_word(fold(word)) >= rarity.UNLISTED_WORD


def _of_quote(title: End, text: str, rest: float) -> float:
    """Return what speaks for a title's end at a quotation mark."""
    if _JOURNAL_NUMBERS.match(text, title.next) or _COUNTED.match(text, title.next):
        return -2.5
    follows = text[title.next : title.next + 3].lstrip(" ")
    inside = text[title.at - 1 : title.at] in ",.?!"
    if text[title.next : title.next + 1] in "?!":
        return -1.5
    if _goes_on_behind(text, title.next):
        return -2.5
    if not inside and text[title.next : title.next + 1] == " " and follows[:1].isupper():
        return -0.3
    return 0.0 if inside or rest >= 1 or not follows[:1].islower() or follows.startswith("in") else -1.6


def _goes_on_behind(text: str, at: int) -> bool:
    """Whether a title goes on behind a question in quotes: `“Wool or felt?” Weaving in a cold mill. Gull J. 12`."""
    behind = _BEHIND_QUESTION.match(text, at) if text[at - 2 : at - 1] in ("?", "!") else None
    if behind is None:
        return False
    return is_subtitle(behind[1]) and rest_score(text, behind.end(), len(text)) >= _PLAIN


def _of_colon(end: End, title: End, text: str) -> float:
    """Return what speaks for a title's end at a colon: geologists put a place and a publisher behind it."""
    imprint = read_imprint(text, title.next, len(text))
    placed = is_place(text[title.next : title.next + _LONGEST_PLACE].partition(",")[0].strip())
    last = _LAST_PIECE.split(text[end.next : title.at])[-1].strip()  # `; Wiley: Leiden, 2016` names its publisher
    return _GEOLOGY * (placed and imprint.firm and not imprint.colon and not is_name(last))


def _of_comma(end: End, title: End, text: str) -> float:
    """Return what speaks for a title's end at a comma: most who write one write one behind the authors too."""
    gap = text[end.at : end.next].rstrip(" \n")
    if gap.endswith(","):
        return _SAME_COMMAS
    named = gap.endswith(":") and is_east_asian(text[end.next : end.next + 1])  # `牧田次郎：羊の数え方，牧场学报`
    return -0.2 if named or gap.endswith((")", "]")) or read_imprint(text, title.next, len(text)).first else -0.7


_BEHIND_QUESTION = re.compile(r"\s([A-ZÀ-Þ][^.\n“”\"]{12,200}(?:\n[^.\n“”\"]{2,200})?)\.\s")
_PLAIN = 1.0  # score of a venue that is plain
# Behind a journal in quotes: `«Ecology», 97 (2016)`, `“La Nuova Storia”, 4/6 (2000)`.
_JOURNAL_NUMBERS = re.compile(
    r",?\s(?:vol\.? ?|n[.°]\s?)?(?!(?:1[5-9]|20)\d\d[.,)])[\d/IVXLC]{1,8}\s?"
    r"(?:\(|,\s(?:pp?\.|\(|n(?:[.°]|r\.|os?\.)\s?\d|fasc\.))"
    # in Poland the year first: `„Wełna” 2019, nr 4`
    r"|,?\s(?:1[89]|20)\d\d,\s(?:nr|z\.|t\.)\s?\d"
)
_COUNTED = re.compile(
    r"\s?,?\s?(?:(?:1[89]|20)\d\d年?,?\s?)?(?:[第제]\s?)?\d{1,5}\s?(?:[卷巻期号號]|권|호)"
)  # `《牧场》2017年第3期`
# What stands before and behind a period within a short name, up to its numbers.
_SHORT_FORMS = 2.0
_LONGEST_SHORT = 60
_LEAST_TITLE = 8  # characters of a title before a journal
_SHORT_BEFORE = re.compile(r"[,?!]\s(?P<words>(?:[A-ZÀ-Þ][\w-]{0,10}\.\s){0,5}[A-ZÀ-Þ][\w-]{0,10})\Z")
_SHORT_BEHIND = re.compile(
    r"\.(?=(?:\s[A-ZÀ-Þ][\w-]{0,14}){0,3}?\s[A-ZÀ-Þ][\w-]{0,9}\.)"
    r"(?:\s(?:[A-ZÀ-Þ][\w-]{0,14}\.?|\([A-Z][\w .]{0,12}\)),?){1,7}"
    r"\s(?:\(?\d|vol(?:\.|ume)?\s?\d|to appear|in press|forthcoming)"
)
_ROMAN = re.compile(r"[IVX]+")  # the number of a part: `Operators, II. Acta Math. 12`
_JOURNAL_WORDS = frozenset(cues.JOURNAL_WORDS.split("|"))
# `Operators. II. Acta Math.`, `Surfaces. 1. Oxidation by birnessite. Environ. Sci.`: the part belongs to the title.
_SERIAL = 1.4
_PART_FOLLOWS = re.compile(
    r"\.\s(?:[IVX]{1,5}|\d{1,2}|Part [IVX\d]{1,4})\.\s(?=[A-Z])|\.\s(?:Part|Module|Teil|Partie|Parte) [IVX\d]{1,4}:\s"
)
_LAST_PIECE = re.compile(r"[.,;]\s")
_LONGEST_PLACE = 40
_GEOLOGY = 2.4  # for an imprint behind a colon: `Shells and men: London, Chapman and Hall, 350 p.`
_SAME_COMMAS = 0.5  # for a title between two commas
_ITS_JOURNAL = 1.6  # for a name and nothing else behind a semicolon: `(2021) Counting gulls; Nature Wool Research`
_NAME_ALONE = re.compile(
    r"\s?(?!Or\s)(?:The\s)?[A-ZÀ-Þ][\w'’-]+(?:\s(?:(?:and|&|for|in|of|on|the|und|et)\s){0,2}[A-ZÀ-Þ][\w'’-]+){1,7}"
    r"(?:,\s(?:pp?\.\s|vol\.\s)?\d[^a-z]*)?\.?\Z"
)
MOST_OF_COHERENCE = {
    "semicolon": _ITS_JOURNAL,
    "colon": _GEOLOGY,
    "comma": _SAME_COMMAS,
    "led": _SAME_COMMAS,
}  # the most that `coherence` gives; elsewhere it only takes
# `Dunlap, R. Bruce: Subunits`, but not `Wang Y. EmerNeRF: Emergent Scenes`.
_COMMA_AND_INITIAL = re.compile(r",\s[A-ZÀ-Þ]\.\s?\Z")
# Who cuts given names short in `Yi, J., and Tao, J. Patnet: A Network` does so in the last one, too.
_INITIALS_ONLY = re.compile(r",\s(?:[A-ZÀ-Þ]\.[ -]?){1,4}(?:,|\s?(?:and|&|;)\s)")
_LONGEST_LIST = 400
_INITIALS_LEFT = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?){1,3}\s?;")  # `Fane, J|. P.; et al. . Wool`
_GIVEN_AND_COLON = re.compile(r"([A-ZÀ-Þ][\w'’-]+):\s")
_PART_NUMBER = re.compile(r"\.\s\d{1,2}\Z")
_CLOSED = 3.2  # off, for a title that goes on behind its quotes
_QUOTED_ANEW = re.compile(r"[.,?!]”\s[^“”\n]{0,60}“")  # `“Mills.” Special issue, “Water,” Rivers 12`
_CLOSED_WITHIN = re.compile(r"[.,?!][”’»\"]\s")  # `“Maps.” Atlas of Spain`: the quoted title is over
