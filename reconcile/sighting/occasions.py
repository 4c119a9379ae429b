"""Strings that name a publication and say first that they mean something else: a talk on it, a patent, a blog post."""

from __future__ import annotations

import re
from typing import NamedTuple

# How such a string begins, with what it then is.
_ELSEWHERE: tuple[tuple[str, str], ...] = (
    (
        "what others say or write of it",
        r"podcast|blog ?post|interview|press(?: release| coverage)?(?=:)|media coverage|news (?:item|article)"
        r"|newsletter|pressemitteilung|blogbeitrag|communiqu\u00e9 de presse|entrevista"
        r"|entretien|intervista",
    ),
    (
        "a patent",
        r"(?:(?:us|u\.s\.|european|german|japanese|chinese|international|wo|ep|de|cn|jp) ?)?"
        r"(?:patent(?:schrift|e)?|pat\.)(?: (?:no\.? ?)?[\d,]{5,12}(?: [A-Z]\d?)?)?|brevet"
        r"|(?-i:(?:US|EP|WO|DE|CN|JP|GB|FR|KR)) ?\d[\d,./ ]{5,14} ?(?-i:[A-Z]\d?)",
    ),
    (
        "a grant",
        r"(?:student )?(?:travel|research|conference) (?:grant|award|scholarship|bursary|support|stipend)"
        r"|reisestipendium",
    ),
    (
        "an award",
        r"(?:best|outstanding|distinguished|test of time)(?: [a-z]{1,12}){0,3} (?:award|prize|mention|nomination)"
        r"(?= for\b)",
    ),
    (
        "a translation of it",
        r"(?:[a-z]{4,12} )?translation|translat(?:or|ed)|\u00fcbersetz(?:ung|er|erin|t)"
        r"|traduc(?:tion|ci\u00f3n|tor|teur|trice)|tradu(?:\u00e7\u00e3o|zione|it|tora?)",
    ),
    (
        "its code, or somebody's own",
        r"(?:software|code|data) release|(?:course|class|student|term) project|re-?implementation"
        r"|open[- ]source code",
    ),
    ("an office", r"(?:co-?)?(?:organi[sz]er|chair|discussant|reviewer|referee|moderator|panell?ist)"),
)
# What is done with a paper at its own venue, too: `Poster: Title. NeurIPS 2020` means the paper.
_SHOWN = (
    "a talk or the like",
    r"(?:(?:invited|keynote|plenary|contributed|lightning|seminar|short|guest|public|online|virtual|oral|conference"
    r"|video|recorded|journal club|colloquium|departmental|poster|demo|system)[- ]){0,3}"
    r"(?:talk|lecture|seminar|colloquium|keynote|presentation|poster|demo(?:nstration)?|webinar|slides"
    r"|(?:gast|plenar|haupt|konferenz)?vortrag|posterpr\u00e4sentation|conf\u00e9rence|expos\u00e9"
    r"|communication(?: orale)?|ponencia|charla|p\u00f3ster|palestra|apresenta\u00e7\u00e3o|relazione|presentazione"
    r"|foredrag|f\u00f6redrag|lezing|referat|\u0434\u043e\u043a\u043b\u0430\u0434)s?",
)
_BEGIN = r"\A[\W\d_]{0,16}(?:on the )?"
# What parts the word from the rest, two more words between perhaps: a sign, or what it is on or of.
_END = (
    r"(?: [^\W\d_]{1,15}){0,2}(?=\s?[:,.(\[\u2013\u2014\"'\u201c\u201e\u00ab\u2018|-]"
    r"|\s(?:on|of|for|at|to|in|by|with|about|\u00fcber|zu|zum|sur|sobre|su))"
)
_PATTERNS = tuple(
    (reason, re.compile(f"{_BEGIN}(?:{words}){_END}", re.IGNORECASE), reason is _SHOWN[0])
    for reason, words in (*_ELSEWHERE, _SHOWN)
)


class Occasion(NamedTuple):
    """What a string says that it is, where that ends, and whether the publication may be meant all the same."""

    reason: str
    end: int
    may_be: bool


def occasion_in(string: str) -> Occasion | None:
    """Return what a string says first that it is instead of a publication; None for most strings.

    >>> occasion_in("Invited talk: On Wool")
    Occasion(reason='a talk or the like', end=12, may_be=True)
    """
    for reason, pattern, may_be in _PATTERNS:
        if found := pattern.match(string):
            return Occasion(reason, found.end(), may_be)
    return None
