"""What a text that names a publication says beside its title, where it means a talk, a patent or a grant instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.lexicon import reviews, talks
from reconcile.lexicon.reasons import Reason

_PUT_ASIDE = r"(?:(?<=[,.;:(\[|\u2013\u2014\"\u201d\u2019'-])|(?<=[,.;:(\[|\u2013\u2014\"\u201d\u2019'-]\s))"
_CURRENCIES = (
    "aud|brl|cad|chf|cny|czk|dkk|eur|gbp|huf|inr|jpy|krw|nok|nzd|pln|rmb|sek|usd|zar"  # ISO 4217 and China's own
)
# A reason, bits of words of which one stands in every text that gives it, and how a text gives it.
_TABLE: tuple[tuple[Reason, str, str], ...] = (
    (
        Reason.TALK,
        f"{talks.NAMES}|slides|address|speech|vortrag|conférence|conferencia|conferência|ponencia|charla|palestra|relazione"
        "|presenter",
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
        "patent|pat.",
        r"\bpat(?:ents?|\.),? (?:(?:application|appl\.|no\.?|nr\.?|number|pending|ser\.|serial) ?){0,3}"
        r"(?:(?:us|ep|wo|de|cn|jp|gb|fr|kr)[ -]?)?\d[\d,./]{4,}|\bpatents? (?:pending|filed|granted|issued)\b",
    ),
    (
        Reason.GRANT,
        f"pi)|pi:|pi (|pis)|pis:|pis (|investigator|grant|award|$|€|£|{_CURRENCIES}",
        r"(?-i:\b(?:[Cc]o-?)?PIs?(?=[):]| \())|\bprincipal investigator\b"
        r"|\b(?:grant|award)s?,? (?:agreement )?(?:no\.? ?|nr\.? ?|number |#)?(?:[a-z]{1,6}[- ]?)?\d[\d/-]{4,}"
        rf"|(?:[$\u20ac\u00a3]|\b(?:{_CURRENCIES})) ?\d{{1,3}}(?:[,.' ]\d{{3}})+(?!\d)"
        rf"|(?<!\d)\d{{1,3}}(?:[,.' ]\d{{3}})+ ?(?:\u20ac|\u00a3|(?:{_CURRENCIES})\b)",
    ),
    (
        Reason.COURSE,
        "instructor|credit|ects|sws|vorlesung|lehrveranstaltung|seminar|graduate",
        r"\binstructors?\b|\b\d{1,2} (?:credits?|credit hours|ects|sws)\b|\bsws\b"
        r"|\b(?:vorlesung|lehrveranstaltung|(?:pro|haupt|ober)seminar)\b"
        r"|\b(?:under)?graduate (?:seminar|course|class)\b",
    ),
    (
        Reason.OF_OTHERS,
        "interview|gespräch|conversation|podcast|press |media |mitteilung|referee|reviewer",
        r"\binterview(?:ed|s)? (?:with|by|mit|avec|con)\b|\bim gespräch mit\b|\bin conversation with\b"
        r"|\bpodcast,? (?:episode|folge|ep\.)|\b(?:press|media) (?:release|office|coverage)\b"
        r"|\b(?:presse|medien)mitteilung\b|\b(?:referee|reviewer)(?:'s|s)? report\b",
    ),
    (Reason.REVIEW, "|".join(reviews.STEMS), rf"\b(?:{reviews.OF})\b"),
)
_ROWS = tuple((reason, tuple(hints.split("|")), re.compile(words, re.IGNORECASE)) for reason, hints, words in _TABLE)


def occasions_beside(text: str) -> Iterator[tuple[Reason, int, int]]:
    """Yield what a text says that it is instead of a publication, and where; what stands in its title counts as well.

    >>> [(str(reason), start, end) for reason, start, end in occasions_beside("On Wool. PI: Ada Lee")]
    [('a grant', 9, 11)]
    """
    small = text.lower()
    for reason, hints, pattern in _ROWS:
        if any(hint in small for hint in hints):
            for match in pattern.finditer(text):
                yield reason, match.start(), match.end()
