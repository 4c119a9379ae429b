"""Titles that announce a notice on a publication, or a review of one, and are not the publication's own."""

from __future__ import annotations

import re

_NOTICE = re.compile(
    r"(?:an? |in )?(?:author s |authors |publisher |editorial )?"
    r"(?:erratum|errata|corrigend(?:um|a)|corrections?|retraction|retracted article"
    r"|expression of concern|addendum|withdrawn|withdrawal|comments? on|reply to|response to|discussion of)\b"
)
# Forms in which a title says that the work is retracted: before the title, or in brackets behind it.
_TAKEN_BACK = re.compile(
    r"[\[(]?(?:notice of )?(?:retract(?:ed|ion)|withdraw(?:n|al)|removed)"
    r"(?: (?:article|chapter|note|notice|paper|statement))?(?: (?:to|of|for))?"
    r"(?:[\])]\s?[:.]?|\s?[:.\u2013\u2014]|\s-)\s*",
    re.IGNORECASE,
)
_TAKEN_BACK_BEHIND = re.compile(r"\s[\[(](?:retract(?:ed|ion)|withdrawn)\b[^\[\]()]{0,120}[\])]\Z", re.IGNORECASE)
_QUOTES = " \"'\u201c\u201d\u2018\u2019\u00ab\u00bb"
# What stands before the title of a retracted work in records, to look such records up by.
RETRACTIONS = (
    *("Retracted: ", "Retracted article: ", "Retracted paper: ", "Retraction: ", "Retraction note: "),
    *("Retraction note to: ", "Retraction notice to: ", "Notice of retraction: ", "Withdrawn: ", "Withdrawal: "),
)
_REVIEW = re.compile(r"(?:book )?reviews? (?:of|on)\b|rezension")


def is_notice(title: str) -> bool:
    """Say whether a folded title is a notice's: an erratum, a retraction, a comment."""
    return bool(_NOTICE.match(title))


def retracted(title: str) -> str:
    """Return the title of the work that a title says is retracted or withdrawn; nothing where it says no such thing.

    >>> retracted("Notice of Retraction: On Wool"), retracted("On Wool (Retracted article)")
    ('On Wool', 'On Wool')
    >>> retracted("Retracted articles on wool"), retracted("On Wool")
    ('', '')
    """
    before = _TAKEN_BACK.match(title)
    if before:
        return title[before.end() :].strip(_QUOTES)
    behind = _TAKEN_BACK_BEHIND.search(title)
    return title[: behind.start()].strip(_QUOTES) if behind else ""


def is_review(title: str) -> bool:
    """Say whether a folded title is a review's."""
    return bool(_REVIEW.match(title))
