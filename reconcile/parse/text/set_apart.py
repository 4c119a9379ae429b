"""What the markup sets apart behind a list of names: the title that follows it, or the meeting."""

from __future__ import annotations

import re

from reconcile.documents.block import Mark
from reconcile.parse.names.shapes import Shape, shape_of
from reconcile.parse.text.marks import View

# The marks in which titles and venues stand.
TITLE_MARKS = ("link", "strong", "emphasis")
# A meeting with its year: `<b>CHI 2024</b>`, `<i>EMNLP’21</i>`, `<b>CSCW</b>`.
_MEETING = re.compile(
    r"[A-Z][A-Za-z&/-]{0,14}[A-Z](?: [A-Z][a-z]{2,15})?"
    r"(?:(?:\s?['’]?\d\d|\s(?:19|20)\d\d)(?!\w)[^\n]{0,40}|(?<=[A-Z]{3}))"
)
# A sentence of one word in bold before the year, `<b>Felt.</b> 2012. `; a name has two, or a comma.
_ONE_WORD, _YEAR_BEHIND = re.compile(r"[^\W\d_]{2,40}[.?!]"), re.compile(r"\s\(?(?:19|20)\d\d\)?\.")
_MOST_OF_NAME = 5  # blanks in it


def set_apart(view: View, start: int, end: int) -> list[Mark]:
    """Return the first marks of three words or of a meeting, no name in them, that begin between `start` and `end`."""
    marks = [mark for mark in view.marks if start <= mark.start < end and mark.kind in TITLE_MARKS][:12]
    texts = [(mark, view.text[mark.start : mark.end]) for mark in marks]
    return [
        mark
        for mark, text in texts
        if _MEETING.fullmatch(text) or (text.count(" ") > 1 and not _is_with_initials(text))
    ]


def _is_with_initials(text: str) -> bool:
    """Whether a text is a name with its initials: `Lund E. K.`, set in italics as the other authors are."""
    return text.count(" ") < _MOST_OF_NAME and shape_of(text)[0] in (Shape.TRAILING, Shape.FULL)


def is_bold_sentence(view: View, start: int) -> bool:
    """Whether a citation begins with a sentence of one word in bold, which is its title, and its year."""
    return any(
        mark.kind == "strong"
        and mark.start == start
        and _ONE_WORD.fullmatch(view.text, start, mark.end)
        and _YEAR_BEHIND.match(view.text, mark.end)
        for mark in view.marks
    )
