"""Where the first segment of what follows a title ends: the name of a venue or a book, before what stands behind it."""

from __future__ import annotations

import re

from reconcile.lexicon.venues import MEETINGS
from reconcile.parse.place.imprint import read_imprint
from reconcile.parse.words import cues
from reconcile.parse.words.dates import DATE
from reconcile.parse.words.sentences import is_sentence_end
from sources.east_asian import IDEOGRAPHS

_BOUNDARY = re.compile(
    r"\.(?=\s|$|[)\]\"”])|[?!](?=\s)|[,;:](?=\s|$|\d)|\n|\s?[(\[]|(?<=\s)(?=(?:pp?\.|pages?|vol\."
    r"|volume|no\.|issue|band|bd\.)\s?\d)",
    re.IGNORECASE,
)
PLACE_COLON = re.compile(
    rf"[\s.,;(]*(?:[A-ZÀ-ÞА-Я{IDEOGRAPHS}][\w.'’/-]*(?:,? (?:[A-Z]{{2}}|[A-ZÀ-Þ][\w.'’/-]*"
    rf"|and|&|la|le|de|am|of))*) ?: ?(?=[A-ZÀ-ÞА-Я{IDEOGRAPHS}])"
)
MEETING = re.compile(
    r"\b(?:proceedings|proc\.)(?! (?:of )?(?:the )?(?:natl?\b|nat\b|national acad|r\. soc|roy|am\b|amer"
    r"|lond|inst\b|camb|edinb))"
    rf"|\b(?:{MEETINGS}|lecture notes)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(
    r"\s?(?!(?i:eds?\.|edited|hrsg|hg\.|éds?\.|dir\.))(?!\d+\s?[-–]\s?\d+[)\]])(?:[^()\[\],;:\n]{1,45})[)\]]"
)
_DATE_ALONE = re.compile(rf"\s?{DATE}\s?[)\]]", re.IGNORECASE)
DATED_REST = re.compile(rf"[\s.,;:(\[]*{DATE}(?=[\s.,;:)\]]|$)", re.IGNORECASE)


def first_segment(text: str, at: int, end: int, *, is_in: bool) -> int:
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
            if not inner or _DATE_ALONE.fullmatch(inner[0]):
                return place
            skip = match.end() + inner.end()
            if re.match(r"\s(?!Workshop|Symposium|Conference|Track)[A-Z][\w-]+(?:,|\.|\s[A-Z][\w-]+,)", text[skip:end]):
                return skip
        elif not _goes_on(text, at, place, mark, follows, is_in=is_in):
            return place
    return end


def _goes_on(text: str, at: int, place: int, mark: str, follows: str, *, is_in: bool) -> bool:
    """Say whether a name goes on behind a delimiter within it."""
    imprint = read_imprint(text, place + 1, min(len(text), place + 160))
    if imprint.first and (imprint.colon or (imprint.complete and imprint.firm)):
        return False
    if mark in ("?", "!"):
        return not imprint.first
    if mark == "," and is_in and (_SMALL_WORD.match(follows) or _imprint_later(text, at, place, follows)):
        return True
    if mark == ".":
        if re.match(r"\s*\((?:[A-Z][\w&/ -]{1,20}['’ ]?\d{2,4}\)|[A-Z][a-z]{1,6}\. [A-Z][a-z]{1,6}\.\))", follows):
            return True
        return not is_sentence_end(text, place) or _is_abbreviation(text, at, place, follows)
    if mark == ",":
        return bool(
            re.match(r"\s(?:and|&|und|et|y)\s|\s[A-Z][\w-]+,? (?:and|&) [A-Z]|\s[a-z]\w+(?:,)? and\s", follows)
        ) and not DATED_REST.match(follows)
    if mark == ":":
        return (
            is_in
            or bool(DATED_REST.match(follows) or cues.VENUE.search(follows, 0, _NEAR))
            or not PLACE_COLON.match(text, max(at, text.rfind(".", at, place) + 1), place + 60)
        )
    return False


# A comma and a small word that belong to a title: `Mud Volcano, the Shallowest in the Sea`.
_SMALL_WORD = re.compile(
    r"\s(?!(?:eds?|hrsg|hg|herausgegeben|edited|trans|transl|übers|trad|traduit|dir|sous|vols?|volume|band|bd|tome|no|nr|pp?|pages?"
    r"|coll|collection|chap|chapter|abstract|article|held|forthcoming|reprint|part|series|to|accepted|at|in|near|pt|st)\b)"
    r"(?:a|[^\W\d_A-ZÀ-Þ]{2,})\s"
)
_NEAR = 50  # characters behind `JAMA: ` in which `The Journal of …` stands
_NO_TITLE = re.compile(
    r"\d|\b(?:vols?|series|lncs|lnai|lecture notes|studies|eds?|hrsg|hg|reihe|acm|ieee|press)\b", re.IGNORECASE
)


def _imprint_later(text: str, at: int, place: int, follows: str) -> bool:
    """Whether a book's imprint follows behind more words of its title: `Water, Air and Power, Paris, Seuil, 2001`."""
    if MEETING.search(text, at, place) or read_imprint(text, place + 1, min(len(text), place + 160)).short:
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
    if not word or len(word[0]) > 8 or not word[0][0].isalpha() or ")" in word[0] or not re.match(r"\s\w", follows):
        return False
    beside = re.match(r"\s(?!(?:Eds?|Hrsg|Hg|Trans|Dir)\.)[\w-]{2,10}\.", follows) or re.search(
        r"(?:\A|\s)[A-Z]\w{0,6}\.\s[\w-]+\Z", text[at:place]
    )
    return bool(beside)


_BRACKETS = re.compile(r"[()]")


def end_of_bracket(text: str, at: int, close: int) -> int:
    """Return where a venue ends that stands in brackets: `“Counting Sheep” (COLING 2018) has been cited`.

    >>> end_of_bracket("(COLING (ACL) 2018) has", 1, 23), end_of_bracket("COLING (ACL) 2018", 0, 17)
    (18, 17)
    """
    if text[at - 1 : at] != "(":
        return close
    depth = 1
    for sign in _BRACKETS.finditer(text, at, close):
        depth += 1 if sign[0] == "(" else -1
        if depth == 0:
            return sign.start()
    return close
