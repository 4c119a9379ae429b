"""Records that are no publication but say how one stands: that it was retracted or withdrawn, or is doubted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.notices import retracted

# What publishers write besides the forms that `retracted` knows: IEEE, Elsevier, Taylor and Francis.
_TAKEN_BACK = re.compile(
    r"\[?(?:statement of retraction|(?:temporary|permanent) removal|notice of (?:violation|plagiarism)[\w ]{0,60}"
    r"|retract(?:ed|ion) (?:notice|note) (?:to|of|for)(?=\s[“\"']))\]?\s?(?::|(?=[“\"']))\s*(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_DOUBTED = re.compile(
    r"\[?(?:editorial )?(?:expression|note|notice) of concern\]?(?: (?:to|on|of|for|about))?\s?:\s*(?P<of>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(r"[“\"'](.+)[”\"']\s*(?:\[[^\[\]]*\])?\s*", re.DOTALL)  # and the place at which the work stands
_LONGEST = 2_000  # characters of a title that are looked at


@dataclass(frozen=True, slots=True)
class Notice:
    """What a record's title says of another work: `code` is the flag's, `retracted` or `concern`; `of` its title."""

    code: str
    of: str


def notice_of(title: str) -> Notice | None:
    """Return what a title announces of a work; None for a title that is a work's own.

    >>> notice_of("Retracted: On Sheep"), notice_of("Retracted Sheep")
    (Notice(code='retracted', of='On Sheep'), None)
    """
    title = title[:_LONGEST]
    if of := retracted(title):
        return Notice("retracted", of)
    if fit := _TAKEN_BACK.match(title):
        quoted = _QUOTED.fullmatch(fit["of"])
        return Notice("retracted", quoted[1] if quoted else fit["of"])
    return Notice("concern", fit["of"]) if (fit := _DOUBTED.match(title)) else None
