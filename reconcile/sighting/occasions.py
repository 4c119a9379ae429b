"""Strings that name a publication and mean something else: a talk on it, a patent, a grant, a blog post.

Some say so first; others beside the title, where no venue of the publication's stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reconcile.extract.occasions import OF_OTHERS, occasions_beside

# How such a string begins, with what it then is.
_ELSEWHERE: tuple[tuple[str, str], ...] = (
    (
        OF_OTHERS,
        r"podcast|blog ?post|interview|press(?: release| coverage| office)?(?=:)|media (?:coverage|release)"
        r"|news (?:item|article)"
        r"|newsletter|pressemitteilung|blogbeitrag|communiqué de presse|entrevista"
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
        r"(?:[a-z]{4,12} )?translation|translat(?:or|ed)|übersetz(?:ung|er|erin|t)"
        r"|traduc(?:tion|ción|tor|teur|trice)|tradu(?:ção|zione|it|tora?)",
    ),
    (
        "its code, or somebody's own",
        r"(?:software|code|data) release|(?:course|class|student|term) project|re-?implementation"
        r"|open[- ]source code",
    ),
    (
        "a notice on it",
        r"(?:publisher's |author's )?(?:erratum|errata|corrigend(?:um|a)|corrections?|addendum|retraction(?: notice)?"
        r"|notice of retraction|expression of concern)",
    ),
    ("an office", r"(?:co-?)?(?:organi[sz]er|chair|discussant|reviewer|referee|moderator|panell?ist)"),
)
# What is done with a paper at its own venue, too: `Poster: Title. NeurIPS 2020` means the paper.
_SHOWN = (
    "a talk",
    r"(?:(?:invited|keynote|plenary|contributed|lightning|seminar|short|guest|public|online|virtual|oral|conference"
    r"|video|recorded|journal club|colloquium|departmental|poster|demo|system)[- ]){0,3}"
    r"(?:talk|lecture|seminar|colloquium|keynote|presentation|poster|demo(?:nstration)?|webinar|slides"
    r"|(?:gast|plenar|haupt|konferenz)?vortrag|posterpräsentation|conférence|exposé"
    r"|communication(?: orale)?|ponencia|charla|póster|palestra|apresentação|relazione|presentazione"
    r"|foredrag|föredrag|lezing|referat|доклад)s?",
)
# What says it of a title that follows, wherever it stands before it: `Lab meeting slides: Lee, Wool`.
_AHEAD = (
    (
        "a talk",
        r"keynotes?|plenar(?:y|ies|ia)|invited|talks?|lectur(?:es?(?! (?:notes|\d))|ers?)|seminars?|colloqui(?:um|a)"
        r"|kolloquium|séminaire|seminario|webinar|(?:grand )?rounds|presentation|présent[ée]e?|präsentiert|presentado"
        r"|presentato|apresentado|vortrag|(?:gast|haupt|plenar|seminar|habilitations)vortrag|charla|ponencia|palestra"
        r"|exposé|доклад|лекция|handout|slides",
    ),
    ("a course", r"teaching|vorlesung|(?:training|graduate|master) course|instructor"),
    ("a grant", r"scholarship|fellowship|stipendium|grants?|funding|proposal|kakenhi"),
    ("a review of it", r"reviewers?|referees?|examiner(?:'s)?|rapporteure?|gutachte[nr]\w*|meta-?review"),
    ("supervised work of another", r"supervis(?:ion|ed|or)|betreuung|encadrement|orientado"),
    (OF_OTHERS, r"interview|podcast|radio|newspaper|blog ?post|press release|wikipedia"),
)
_BEGIN = r"\A[\W\d_]{0,16}(?:on the )?"
# What parts the word from the rest, two more words between perhaps: a sign, or what it is on or of.
_END = (
    r"(?: [^\W\d_]{1,15}){0,2}(?=\s?[:,.(\[\u2013\u2014\"'\u201c\u201e\u00ab\u2018|-]"
    r"|\s(?:on|of|for|at|to|in|by|with|about|über|zu|zum|sur|sobre|su))"
)
_PATTERNS = tuple(
    (reason, re.compile(f"{_BEGIN}(?:{words}){_END}", re.IGNORECASE), reason is _SHOWN[0])
    for reason, words in (*_ELSEWHERE, _SHOWN)
)
_HEADS = tuple((reason, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)) for reason, words in _AHEAD)


class Occasion(NamedTuple):
    """What a string says that it is, where it says so, and whether the publication may be meant all the same.

    `ahead` says that it counts only where the title follows.
    """

    reason: str
    start: int
    end: int
    may_be: bool
    ahead: bool = True


def occasions_in(string: str) -> tuple[Occasion, ...]:
    """Return what a string says that it is instead of a publication; nothing for most strings.

    >>> [(str(each.reason), each.ahead) for each in occasions_in("On Wool. PI: Ada Lee")]
    [('a grant', False)]
    """
    found = [
        Occasion(reason, 0, match.end(), may_be)
        for reason, pattern, may_be in _PATTERNS
        if (match := pattern.match(string))
    ]
    found += [
        Occasion(reason, *match.span(), may_be=True) for reason, pattern in _HEADS if (match := pattern.search(string))
    ]
    beside = occasions_beside(string)
    found += [Occasion(reason, start, end, may_be=True, ahead=False) for reason, start, end in beside]
    return tuple(found)
