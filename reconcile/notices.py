"""Titles that announce a notice on a publication, or a review of one, and are not the publication's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOTICE = re.compile(
    r"(?:an? |in )?(?:author s |authors |publisher |editorial )?"
    r"(?:erratum|errata|corrigend(?:um|a)|corrections?|retraction|retracted article"
    r"|expression of concern|addendum|withdrawn|withdrawal|comments? on|reply to|response to|discussion of)\b"
)
# The notice in front of the title of the work that it is on: `Retracted: X`, `RETRACTED ARTICLE: X`, `WITHDRAWN: X`,
# `Retraction Note to: X`, `Notice of Retraction: X`, `[Retracted] X`; or behind it, `X (Retracted Article)`.
_TAKEN_BACK = (
    r"(?:(?:notice|statement) of )?(?:retract(?:ed|ion)|withdraw(?:n|al)|(?:temporary |permanent )?remov(?:ed|al))"
    r"(?: (?:article|chapter|note|notice|paper|publication))?"
    r"|notice of (?:violation|plagiarism)[\w ]{0,60}"
)
_DOUBTED = r"(?:editorial )?(?:expression|note|notice) of concern"
_WHAT = rf"(?:(?P<retracted>{_TAKEN_BACK})|(?P<concern>{_DOUBTED}))"
_SIGN = r"(?:\s*:\s*|\s+[–—-]\s+|\s+(?=[“\"']))"
_FRAMES = (
    rf"\s*{_WHAT}(?:\s(?:to|on|of|for))?{_SIGN}(?P<of>\S.*)",
    rf"\s*[\[(]{_WHAT}[\])]\s*:?\s*(?P<of>\S.*)",
    rf"(?P<of>.*\S)\s*[\[(]{_WHAT}\b[^\[\]()]*[\])]\s*\Z",
)
_ANNOUNCED = tuple(re.compile(frame, re.IGNORECASE | re.DOTALL) for frame in _FRAMES)
_LONGEST = 2_000  # characters of a title that are looked at
_REVIEW = re.compile(r"(?:book )?reviews? (?:of|on)\b|rezension")


def is_notice(title: str) -> bool:
    """Say whether a folded title is a notice's: an erratum, a retraction, a comment."""
    return bool(_NOTICE.match(title))


@dataclass(frozen=True, slots=True)
class Notice:
    """What a record's title says of another work: `code` is the flag's, `retracted` or `concern`; `of` its title."""

    code: str
    of: str


def notice_of(title: str) -> Notice | None:
    """Return what a title announces of a work, as it is written; None for a title that is a work's own.

    >>> notice_of("Retracted: On Sheep"), notice_of("Retracted Sheep")
    (Notice(code='retracted', of='On Sheep'), None)
    """
    fit = next((fit for frame in _ANNOUNCED if (fit := frame.match(title[:_LONGEST]))), None)
    return Notice("retracted" if fit["retracted"] else "concern", fit["of"].strip()) if fit else None


def is_review(title: str) -> bool:
    """Say whether a folded title is a review's."""
    return bool(_REVIEW.match(title))
