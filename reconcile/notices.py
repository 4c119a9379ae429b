"""Titles that announce a notice on a publication, or a review of one, and are not the publication's own."""

from __future__ import annotations

import re

_NOTICE = re.compile(
    r"(?:an? |in )?(?:author s |authors |publisher |editorial )?"
    r"(?:erratum|errata|corrigend(?:um|a)|corrections?|retraction|retracted article"
    r"|expression of concern|addendum|withdrawn|withdrawal|comments? on|reply to|response to|discussion of)\b"
)
_REVIEW = re.compile(r"(?:book )?reviews? (?:of|on)\b|rezension")


def is_notice(title: str) -> bool:
    """Say whether a folded title is a notice's: an erratum, a retraction, a comment."""
    return bool(_NOTICE.match(title))


def is_review(title: str) -> bool:
    """Say whether a folded title is a review's."""
    return bool(_REVIEW.match(title))
