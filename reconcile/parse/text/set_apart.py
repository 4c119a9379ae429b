"""What the markup sets apart behind a list of names: the title that follows it, or the meeting."""

from __future__ import annotations

import re

from reconcile.documents.blocks.block import Mark
from reconcile.extract.looks.people import leading, runs
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
# The title behind a name and its year, `<b>Lund.</b> 2012. Felt in the mill. Wool`: three words, and a sentence more.
_TITLE_BEHIND = re.compile(
    r"\s(?!(?:In|With) [A-ZÀ-Þ])[“\"„«‘']?[^\W\d_][^\s.?!]{0,40}(?:[ \n][^\s.?!]{1,40}){2,40}[.?!][”\"“»’']?\s[^\W\d_]"
)
_MOST_OF_NAME = 5  # blanks in it
_LONGEST_BEHIND = 400  # letters behind a year that are looked at


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
    bold = (mark.end for mark in view.marks if mark.kind == "strong" and mark.start == start)
    return any(_ONE_WORD.fullmatch(view.text, start, end) and _is_dated_title(view.text, end) for end in bold)


def _is_dated_title(text: str, end: int) -> bool:
    """Whether a year stands behind a word, and behind the year names or a venue, but no title."""
    year = _YEAR_BEHIND.match(text, end)
    if year is None:
        return False
    behind = text[year.end() : year.end() + _LONGEST_BEHIND]
    return _TITLE_BEHIND.match(behind) is None or leading(behind, runs(behind)) > 0
