"""Lists whose entries all begin with a title in bold and its year, as linguists' pages have them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.extract.lines.stretch import Stretch

_YEAR = re.compile(r"[.?!]?\s\(?(?:19|20)\d\d\)?[.,]")  # behind the bold sentence: `<b>Felt.</b> 2012. `
# Lists of fewer are none; and so many of the entries have that form.
_FEWEST, _SHARE = 3, 0.5


def begins_with_bold_title(stretch: Stretch) -> bool:
    """Whether a stretch begins with a sentence in bold and a year behind it."""
    text = stretch.text
    ends = [mark.end for mark in stretch.marks if mark.kind == "strong" and mark.start == 0]
    return any(text[end - 1 : end + 1].strip()[:1] in (".", "?", "!") and _YEAR.match(text, end) for end in ends)


def are_bold_titles(stretches: Sequence[Stretch]) -> bool:
    """Whether the stretches of a list begin so, most of them."""
    bold = sum(map(begins_with_bold_title, stretches))
    return bold >= _FEWEST and bold >= _SHARE * len(stretches)
