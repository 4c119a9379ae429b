"""Two spellings of one English word: `Modelling` and `Modeling`, `Optimisation` and `Optimization`."""

from __future__ import annotations

import re

# How the British spelling of a word or an ending becomes the American one; in this order.
_AMERICAN = tuple(
    (re.compile(pattern, re.IGNORECASE), american)
    for pattern, american in (
        (r"(?<=[a-z]{3})is(?=(?:ation|ations|ing|e|ed|er|ers|es|able)\b)", "iz"),
        (r"(?<=[a-z]{3})ys(?=(?:e|ed|er|ers|es|ing)\b)", "yz"),
        (r"(?<=[a-z]{3})(?<=[aeiou])ll(?=(?:ing|ed|er|ers)\b)", "l"),
        (r"(?<=[a-z]{3})our(?=(?:s|al|ally|ed|ful|hood|hoods|ing|ist|ite|less)?\b)", "or"),
        (r"\b(cent|fib|lit|met|theat)re(?=s?\b)", r"\1er"),
        (r"(?<=[a-z]{2}log)ue(?=s?\b)", ""),
        (r"\bprogramme(?=s?\b)", "program"),
        (r"\b(def|lic|off)ence(?=s?\b)", r"\1ense"),
        (r"\b(judg|acknowledg)ement", r"\1ment"),
        (r"\bartef(?=act)", "artif"),
        (r"\bgrey", "gray"),
    )
)


def american(title: str) -> str:
    """Return a title in the spelling of one side of the ocean; only to be compared with another that is, too.

    >>> american("Modelling the Colours of Neighbouring Sheep by Optimisation"), american("Four Hours Rising")
    ('Modeling the Colors of Neighboring Sheep by Optimization', 'Four Hours Rising')
    """
    for pattern, spelt in _AMERICAN:
        title = pattern.sub(spelt, title)
    return title
