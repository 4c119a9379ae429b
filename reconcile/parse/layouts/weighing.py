"""What the layouts of a citation weigh alike: its delimiters, marks that a title would cut, a second sentence."""

from __future__ import annotations

import re

from reconcile.parse.layouts.coherence import is_topic
from reconcile.parse.layouts.frame import Frame
from reconcile.parse.layouts.rest import is_subtitle
from reconcile.parse.names.people import People, Person
from reconcile.parse.names.shapes import Shape, shape_of
from reconcile.parse.text.marks import View
from reconcile.parse.text.segments import OPENERS, End
from reconcile.parse.words import cues
from sources.east_asian import is_east_asian

# How plain each delimiter says "the authors end here", and "the title ends here".
AUTHORS_END = {
    "role": 1.0, "date": 2.2, "year": 1.3, "quote": 1.3, "period": 0.9, "soft": 0.5, "colon": 0.5, "newline": 1.0,
    "dash": 0.2, "comma": 0.2, "mark": 0.9,
}  # fmt: skip
TITLE_END = {
    "screened": 2.0, "slashes": 2.0, "equals": 2.0, "quote": 2.4, "link-mark": 2.6, "strong-mark": 2.4,
    "emphasis-mark": 1.5, "period": 1.0, "ask": 0.7, "medium": 2.0,
    "newline": 0.8, "comma": -0.3, "lead": 0.4, "in": -0.9, "dash": -0.6, "paren": -0.4, "semicolon": -0.5,
    "colon": -1.2, "soft": -0.6, "led": 0.2, "journal": 2.0, "volume": 2.4, "before-mark": 0.5, "end": 0.2, "by": 1.0,
}  # fmt: skip
_DATED = 0.9  # for a date behind it
MOST_OF_END = max(AUTHORS_END.values()) + _DATED
SUBTITLE = 0.9  # for a second sentence that is a subtitle
NO_AUTHORS = -0.8  # score of a reading without authors, beside which the weakest list of names still counts
PLAIN_ENDS = ("quote", "link-mark", "strong-mark")
_PLAIN_REST = 1.3  # score of an imprint, or a journal, that is plain
_NO_REST = 0.7  # score of what is neither
_TITLE_MARKS = ("link", "strong", "emphasis")
_MOST_MARKS = 12  # marks of an entry that are looked at
_COINED = 1.4  # off, where a single word or an organisation stands before the colon
_WORDS_OF_TITLES = 0.3  # score of a "name" that is made of title words


def score_of_end(end: End, people: People) -> float:
    """Return how much a list of names and the delimiter behind it read as the authors."""
    delimiter = AUTHORS_END.get(end.kind, 0.3) + (_DATED if end.date and end.kind not in ("date", "year") else 0.0)
    if end.kind == "colon" and people.persons and _is_coined(people.persons[-1]):
        delimiter -= _COINED * (2 if len(people.persons) == 1 else 1)
    return people.score + delimiter


def _is_coined(person: Person) -> bool:
    """Whether the last "name" before a colon is more likely a title's beginning: `C. Ma, SparseOcc: Rethinking …`."""
    if person.literal or not ({" ", ","} & set(person.text) or is_east_asian(person.text)):
        return True
    if "," in person.text:
        return is_topic(person.text.split()[-1])
    shape, score = shape_of(person.text)
    return shape is Shape.WORDS and score < _WORDS_OF_TITLES


_LED = re.compile(r"[,.?!]?\s{0,2}[Ii]n:\s")  # behind which the venue stands, and no sentence before it
_LEAST = 3  # blanks of such a sentence


def has_subtitle(frame: Frame, ends: list[End], title: End) -> bool:
    """Whether a title of two sentences ends before a plain imprint or journal, the second no venue by itself."""
    if frame.rest_score(title.next) < _PLAIN_REST:
        return False
    inner = [end.next for end in ends if end.kind in ("period", "ask") and end.next < title.at]
    if not inner or frame.rest_score(inner[-1]) >= _NO_REST:
        return False
    second = frame.view.text[inner[-1] : title.at]
    led = _LED.match(frame.view.text, title.at) is not None and second.count(" ") >= _LEAST
    return led or is_subtitle(second)


def inside_quote(text: str, at: int) -> int:
    """Return where a quoted title begins behind its opening mark."""
    return at + (2 if text[at : at + 2] in ("``", "''", ",,") else 1) if text[at : at + 1] in OPENERS else at


def cuts_mark(view: View, start: int, end: int) -> float:
    """Return what speaks against a title that begins or ends within what the markup sets apart."""
    against = 0.0
    for mark in view.marks[:_MOST_MARKS]:
        if mark.kind not in _TITLE_MARKS or mark.end <= start or mark.start >= end:
            continue
        words = view.text[mark.start : mark.end].split()
        if len(words) < 4:
            continue
        broken = words[-1].casefold() in cues.DANGLING
        against += 1.5 * (mark.start + 2 < start) + 1.0 * (end < mark.end - 2)
        against += 0.6 * (abs(mark.start - start) < 3 and end > mark.end + 2 and not broken)
    return against
