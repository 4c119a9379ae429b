"""What says that a text is a patent, and what only speaks of patents."""

from __future__ import annotations

import re

from reconcile.lexicon.patents import SUBJECTS
from sources import identifiers
from sources.record import Scheme

_OFFICES = (
    r"u\.?\s?s\.?|united states|european|chinese?|china|japanese|japan|korean?|german|world|international"
    "|indian|canadian|wipo|pct|provisional|utility|ep|cn|jp|kr"
)
_NO_SUBJECT = rf"(?!(?:\s(?:applications?|publications?))?[\s-](?:{SUBJECTS}))"
# A number as offices give them: "9,123,456", "18/651,218", "4 567 890", "2019/0123456", "202011073947.7"; no year.
_NUMBER = r"(?:\d{1,3}(?:[,.' ’]\d{3}){1,3}|\d\d/\d{3}[,.]?\d{3}|(?:19|20)\d\d/\d{5,7}|\d{5,13})(?!\d)"
# What only a patent's own entry has, whatever else is in it.
_NUMBERED = re.compile(
    r"\bpatents?\b(?:\W{1,3}(?:appl\w{0,8}|app|publication|pending|filed|granted)\b)?"
    rf"\W{{0,3}}(?:(?:no|nr|number|num|serial)\b\W{{0,3}}|#\s?)*(?:(?-i:[A-Z]{{1,3}})\W?)?{_NUMBER}"
    r"|\b(?:US|CN|EP|JP|KR)[ -]?\d{2,4}[/,]?\d{3}[,/]?\d{3}\b\W?[A-C]?\d?|\bWO\s?\d{4}/\d{6}"
    r"|\bbrevet\s+n|[\[［]P[\]］]|专利号|特許第|\bOffenlegungsschrift\b",
    re.IGNORECASE,
)
# A patent's office or its state as a part of its own: ". European patent, 2019.", ", Patent pending."
_STATED = re.compile(
    r"(?:\A|[.,;:()\[\]\n|“”\"»*]|\s[-–—])\s{0,3}(?:(?:in|as|filed|granted|issued|pending|under|[A-Z]{2,3})\s){0,2}"
    rf"(?:(?:{_OFFICES}|design|invention)\.?\W{{1,2}}){{0,3}}"
    r"patent\b(?:[\s,-]{1,2}(?:and trademark office|office|application|publication|disclosure|filed|granted|pending"
    r"|issued|no))*\s{0,3}(?=[\d.,;:()\[\]\n|]|\Z)",
    re.IGNORECASE,
)
# What a patent's entry says anywhere; a paper's title may say it, too.
_SAID = re.compile(
    rf"\bpatents?\b{_NO_SUBJECT}\W{{0,3}}(?:no\b|number|nr\b|appl|app\b|pending|filed|granted|publication|disclosure|#"
    r"|[A-Z]{0,2}\W?\d|\Z|\n)"
    rf"|\b(?:{_OFFICES})\.?\W{{0,2}}patents?\b{_NO_SUBJECT}"
    r"|\bpatentschrift\b|发明专利",
    re.IGNORECASE,
)


def tells_of_a_patent(text: str, *, cited: bool) -> bool:
    """Whether a text, without the title that is set apart in it, is a patent's.

    `cited` says that it names people and a venue, or an identifier, as a paper's entry does: then the words may be
    a title's, and only a number counts, or what stands for itself as an office or a state does.

    >>> tells_of_a_patent("A. Bee. Sheep counter. European patent, 2019.", cited=True)
    True
    >>> tells_of_a_patent("A. Bee. Translating European patents. In FUN, 2019.", cited=True)
    False
    """
    if _NUMBERED.search(text) or _STATED.search(text):
        return True
    if not cited and _SAID.search(text):
        return True
    return any(found.identifier.scheme == Scheme.PATENT for found in identifiers.find(text[:2000]))
