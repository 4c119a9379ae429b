"""Strings that name a publication and mean something else: a talk on it, a patent, a grant, a blog post.

Some say so first; others beside the title, where no venue of the publication's stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# How such a string begins, with what it then is.
_ELSEWHERE: tuple[tuple[str, str], ...] = (
    (
        "what others say or write of it",
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
    "a talk or the like",
    r"(?:(?:invited|keynote|plenary|contributed|lightning|seminar|short|guest|public|online|virtual|oral|conference"
    r"|video|recorded|journal club|colloquium|departmental|poster|demo|system)[- ]){0,3}"
    r"(?:talk|lecture|seminar|colloquium|keynote|presentation|poster|demo(?:nstration)?|webinar|slides"
    r"|(?:gast|plenar|haupt|konferenz)?vortrag|posterpräsentation|conférence|exposé"
    r"|communication(?: orale)?|ponencia|charla|póster|palestra|apresentação|relazione|presentazione"
    r"|foredrag|föredrag|lezing|referat|доклад)s?",
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

# What says the same at any place beside the title, and words of which one stands in each such string.
_HINTS = tuple(
    "talk lecture seminar presentation keynote vortrag conférence ponencia charla palestra relazione patent pat."
    " (pi) pi: grant award $ \u20ac eur usd investigator instructor credits ects sws vorlesung graduate interview"
    " gespräch conversation podcast episode press media mitteilung referee reviewer rezension besprechung rendu"
    " recensione reseña resenha".split()
)
_PUT_ASIDE = r"(?:(?<=[,.;:(\[|\u2013\u2014\"\u201d\u2019'-])|(?<=[,.;:(\[|\u2013\u2014\"\u201d\u2019'-]\s))"
_AROUND: tuple[tuple[str, str], ...] = (
    (
        "a talk or the like",
        rf"{_PUT_ASIDE}(?:an? )?(?:(?:invited|keynote|plenary|guest|video|recorded|lightning|seminar|colloquium|public)"
        r"[ -](?:talk|lecture|presentation|seminar|address|speech)|(?:eingeladener|(?:gast|plenar|haupt))[ -]?vortrag"
        r"|conférence invitée|(?:ponencia|charla) invitada|palestra convidada"
        r"|relazione (?:su )?invit(?:o|ata))s?(?=\W{0,3}(?:[,.;:)\]]|\Z)|\s(?:at|in|on|to|for|given|held|bei|am|an)\b)",
    ),
    (
        "a patent",
        r"\bpat(?:ents?|\.),? (?:(?:application|appl\.|no\.?|nr\.?|number|pending|ser\.|serial) ?){0,3}"
        r"(?:(?:us|ep|wo|de|cn|jp|gb|fr|kr)[ -]?)?\d[\d,./]{4,}|\bpatents? (?:pending|filed|granted|issued)\b",
    ),
    (
        "a grant",
        r"(?-i:\b(?:[Cc]o-?)?PIs?(?=[):]| \())|\bprincipal investigator\b"
        r"|\b(?:grant|award)s?,? (?:agreement )?(?:no\.? ?|nr\.? ?|number |#)?(?:[a-z]{1,6}[- ]?)?\d[\d/-]{4,}"
        r"|(?:[$\u20ac\u00a3]|\b(?:eur|usd|gbp|chf)) ?\d{1,3}(?:[,.' ]\d{3})+(?!\d)",
    ),
    (
        "a course",
        r"\binstructors?\b|\b\d{1,2} (?:credits?|credit hours|ects|sws)\b|\bsws\b"
        r"|\b(?:vorlesung|lehrveranstaltung|(?:pro|haupt|ober)seminar)\b"
        r"|\b(?:under)?graduate (?:seminar|course|class)\b",
    ),
    (
        "what others say or write of it",
        r"\binterview(?:ed|s)? (?:with|by|mit|avec|con)\b|\bim gespräch mit\b|\bin conversation with\b"
        r"|\bpodcast,? (?:episode|folge|ep\.)|\b(?:press|media) (?:release|office|coverage)\b"
        r"|\b(?:presse|medien)mitteilung\b|\b(?:referee|reviewer)(?:'s|s)? report\b",
    ),
    (
        "a review of it",
        r"\b(?:rezension(?:en)?|(?:buch)?besprechung) (?:zu|von)\b|\bcompte[ -]rendu (?:de|du)\b"
        r"|\brecensione (?:di|a)\b|\brese(?:ñ|nh)a (?:de|del|do|da)\b",
    ),
)
_BESIDE = tuple((reason, re.compile(words, re.IGNORECASE)) for reason, words in _AROUND)


class Occasion(NamedTuple):
    """What a string says that it is, where it says so, and whether the publication may be meant all the same."""

    reason: str
    start: int
    end: int
    may_be: bool


def occasions_in(string: str) -> tuple[Occasion, ...]:
    """Return what a string says that it is instead of a publication; nothing for most strings.

    >>> occasions_in("Invited talk: On Wool")
    (Occasion(reason='a talk or the like', start=0, end=12, may_be=True),)
    >>> occasions_in("On Wool. PI: Ada Lee")
    (Occasion(reason='a grant', start=9, end=11, may_be=True),)
    """
    found = [
        Occasion(reason, 0, match.end(), may_be)
        for reason, pattern, may_be in _PATTERNS
        if (match := pattern.match(string))
    ]
    small = string.lower()
    if any(hint in small for hint in _HINTS):
        for reason, pattern in _BESIDE:
            found += [Occasion(reason, *match.span(), may_be=True) for match in pattern.finditer(string)]
    return tuple(found)
