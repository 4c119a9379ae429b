"""What a text that names a publication says beside its title, where it means a talk, a patent or a grant instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.lexicon import reviews, talks
from reconcile.lexicon.reasons import Reason

# Words of which one stands in every such text.
_HINTS = (
    *reviews.STEMS,
    *f"{talks.NAMES}|slides|address|speech|vortrag|conférence|conferencia|conferência|ponencia|charla|palestra"
    "|relazione|patent|pat. |(pi)|pi:|grant|award|$|€|£| eur | usd | gbp | chf |investigator|instructor|credit| ects"
    "|sws|vorlesung|graduate"
    "|interview|gespräch|conversation|podcast|press release|press office|press coverage|media |mitteilung|referee"
    "|presenter|reviewer".split("|"),
)
_PUT_ASIDE = r"(?:(?<=[,.;:(\[|\u2013\u2014\"\u201d\u2019'-])|(?<=[,.;:(\[|\u2013\u2014\"\u201d\u2019'-]\s))"
_TABLE: tuple[tuple[Reason, str], ...] = (
    (
        Reason.TALK,
        rf"{_PUT_ASIDE}(?:an? )?(?:(?:{talks.RANKS})[ -](?:{talks.NAMES}|address|speech)"
        r"|(?:eingeladener|(?:gast|plenar|haupt))[ -]?vortrag"
        r"|slides(?=,? (?:(?:for|from|of|at) )?(?:(?:an?|the|our) )?"
        r"(?:reading group|journal club|seminar|lecture|class|course)|[^\n]{0,200}\bslideshare\.net/)"
        r"|conférence (?:invitée|plénière)|(?:ponencia|charla|conferencia) (?:invitada|plenaria)"
        r"|(?:palestra|conferência) (?:convidada|plenária)|relazione (?:su )?invit(?:o|ata)|presenter(?=s?:))s?"
        rf"{talks.BEHIND}",
    ),
    (
        Reason.PATENT,
        r"\bpat(?:ents?|\.),? (?:(?:application|appl\.|no\.?|nr\.?|number|pending|ser\.|serial) ?){0,3}"
        r"(?:(?:us|ep|wo|de|cn|jp|gb|fr|kr)[ -]?)?\d[\d,./]{4,}|\bpatents? (?:pending|filed|granted|issued)\b",
    ),
    (
        Reason.GRANT,
        r"(?-i:\b(?:[Cc]o-?)?PIs?(?=[):]| \())|\bprincipal investigator\b"
        r"|\b(?:grant|award)s?,? (?:agreement )?(?:no\.? ?|nr\.? ?|number |#)?(?:[a-z]{1,6}[- ]?)?\d[\d/-]{4,}"
        r"|(?:[$\u20ac\u00a3]|\b(?:eur|usd|gbp|chf)) ?\d{1,3}(?:[,.' ]\d{3})+(?!\d)",
    ),
    (
        Reason.COURSE,
        r"\binstructors?\b|\b\d{1,2} (?:credits?|credit hours|ects|sws)\b|\bsws\b"
        r"|\b(?:vorlesung|lehrveranstaltung|(?:pro|haupt|ober)seminar)\b"
        r"|\b(?:under)?graduate (?:seminar|course|class)\b",
    ),
    (
        Reason.OF_OTHERS,
        r"\binterview(?:ed|s)? (?:with|by|mit|avec|con)\b|\bim gespräch mit\b|\bin conversation with\b"
        r"|\bpodcast,? (?:episode|folge|ep\.)|\b(?:press|media) (?:release|office|coverage)\b"
        r"|\b(?:presse|medien)mitteilung\b|\b(?:referee|reviewer)(?:'s|s)? report\b",
    ),
    (Reason.REVIEW, rf"\b(?:{reviews.OF})\b"),
)
_PATTERNS = tuple((reason, re.compile(words, re.IGNORECASE)) for reason, words in _TABLE)


def occasions_beside(text: str) -> Iterator[tuple[Reason, int, int]]:
    """Yield what a text says that it is instead of a publication, and where; what stands in its title counts as well.

    >>> [(str(reason), start, end) for reason, start, end in occasions_beside("On Wool. PI: Ada Lee")]
    [('a grant', 9, 11)]
    """
    small = text.lower()
    if any(hint in small for hint in _HINTS):
        for reason, pattern in _PATTERNS:
            for match in pattern.finditer(text):
                yield reason, match.start(), match.end()
