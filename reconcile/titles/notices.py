"""Titles that announce a notice on a publication, or a review of one, and are not the publication's own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.lexicon import notices, reviews

_NOTICE = re.compile(
    r"(?:an? |in )?(?:author |author s |authors |publisher |publisher s |editorial )?"
    rf"(?:{notices.CORRECTING}|{notices.DOUBTING}|(?:{notices.ANSWERING}) to|amendments? to|comments? on|discussion of"
    r"|retracted article|withdrawn|removal notice|temporary removal)\b"
)
# Forms in which a title says that the work is retracted: before the title, or in brackets behind it. Publishers write
# "RETRACTED ARTICLE: …" (Springer), "WITHDRAWN: …" and "Temporary removal: …" (Elsevier), "Statement of Retraction: …"
# (Taylor and Francis), "Notice of Violation of IEEE Publication Principles: …".
_TAKEN_BACK = re.compile(
    r"[\[(]?(?:(?:(?:notice|statement) of )?(?:retract(?:ed|ion)|withdraw(?:n|al)|removed)"
    r"|(?:temporary|permanent) removal|notice of (?:violation|plagiarism)[\w ]{0,60})"
    r"(?: (?:article|chapter|note|notice|paper|statement))?(?: (?:to|of|for))?"
    r"(?:[\])]\s?[:.]?|\s?[:.–—]|\s-|(?=\s[\"'“]))\s*(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_OF_ITSELF = re.compile(
    r"[\[(]?(?:retracted|withdrawn|removed)(?: (?:article|chapter|paper))?[\])]?\s?[:.–—]", re.IGNORECASE
)
_TAKEN_BACK_BEHIND = re.compile(r"\s[\[(](?:retract(?:ed|ion)|withdrawn)\b[^\[\]()]{0,120}[\])]\Z", re.IGNORECASE)
_DOUBTED = re.compile(
    r"\[?(?:editorial )?(?:expression|note|notice|statement) of concern\]?(?: (?:to|on|of|for|about))?\s?:\s*"
    r"(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(r"[\"'“](.+)[\"'”]\s*(?:\[[^\[\]]*\])?\s*", re.DOTALL)  # and where the work stands
_QUOTES = " \"'“”‘’«»"
_LONGEST = 2_000  # characters of a title that are looked at
# What stands before the title of a retracted or doubted work in records, to look such records up by.
NOTICES = (
    *("Retracted: ", "Retracted article: ", "Retracted paper: ", "Retraction: ", "Retraction note: "),
    *("Retraction note to: ", "Retraction notice to: ", "Notice of retraction: ", "Statement of retraction: "),
    *("Withdrawn: ", "Withdrawal: ", "Expression of concern: ", "Editorial expression of concern: "),
)
_REVIEW = re.compile(rf"(?:(?:book )?reviews? (?:of|on)|{reviews.OF})\b|rezension")


def is_notice(title: str) -> bool:
    """Say whether a folded title is a notice's: an erratum, a retraction, a comment."""
    return bool(_NOTICE.match(title))


@dataclass(frozen=True, slots=True)
class Notice:
    """What a title says of a work: `code` is the flag's, `retracted` or `concern`; `of` is the work's title."""

    code: str
    of: str


def notice_of(title: str) -> Notice | None:
    """Return what a title announces of a work; None for a title that announces nothing.

    >>> notice_of("Statement of Retraction: On Wool"), notice_of("On Wool (Retracted article)")
    (Notice(code='retracted', of='On Wool'), Notice(code='retracted', of='On Wool'))
    >>> notice_of("Expression of Concern: On Wool"), notice_of("Retracted articles on wool")
    (Notice(code='concern', of='On Wool'), None)
    """
    title = title[:_LONGEST]
    if before := _TAKEN_BACK.match(title):
        return Notice("retracted", _unquoted(before["of"]))
    if behind := _TAKEN_BACK_BEHIND.search(title):
        return Notice("retracted", _unquoted(title[: behind.start()]))
    doubted = _DOUBTED.match(title)
    return Notice("concern", _unquoted(doubted["of"])) if doubted else None


def is_of_itself(title: str) -> bool:
    """Say whether a title says of the work that it is retracted, as publishers put before its own title.

    >>> is_of_itself("Retracted: On Wool"), is_of_itself("Retraction notice to: On Wool")
    (True, False)
    """
    return _OF_ITSELF.match(title[:_LONGEST]) is not None


def retracted(title: str) -> str:
    """Return the title of the work that a title says is retracted or withdrawn; nothing where it says no such thing."""
    notice = notice_of(title)
    return notice.of if notice and notice.code == "retracted" else ""


def _unquoted(title: str) -> str:
    quoted = _QUOTED.fullmatch(title)
    return (quoted[1] if quoted else title).strip(_QUOTES)


def is_review(title: str) -> bool:
    """Say whether a folded title is a review's."""
    return bool(_REVIEW.match(title))
