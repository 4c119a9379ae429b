"""A layout of a citation: authors, and at once the journal or the book, without a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.parse.dates import years
from reconcile.parse.frame import Frame, MayWin, Reading
from reconcile.parse.people import DASH_WITHIN, is_behind_dash

# A journal with nothing but its numbers, where a title might stand: `Phys. Rev. Lett. 83, 3370 (1999)`.
_BARE_JOURNAL = re.compile(
    r"[A-Z][A-Za-z&.]{0,14}(?:\s(?:[A-Z&][A-Za-z.]{0,14}|of|and)){0,5}[.,]?\s(?:(?:19|20)\d\d,\s)?[A-Z]?\d{1,4}[A-Z]?"
    r"\s?(?:,\s?|\((?:19|20)\d\d\),?\s)"
    r"[A-Z]?\d{1,6}(?:\s?[-–]\s?[A-Z]?\d{1,6})?\s?(?:\((?:19|20)\d\d\))?[.;,\s]*(?:[\[(][^\n]{0,80})?\Z"
)
_SENTENCE = re.compile(r"\b[a-zA-Z]?[a-z]{5,}\.\s[A-Z][a-z]*\.")  # `Rivers of Ulster. Ir. Stud. Rev.` has a title
_EDITED_BOOK = re.compile(r"In\s[A-Z][^;\n]{3,200};\s[^\n]{3,200}Eds?\.")  # chemists: `In A Book; Hale, C., Ed.; OUP`
_BARE_BOOK = re.compile(r"in:?\s[‘“\"«]?[A-Z][^\W\d_]+\s")
_LIKELY = 0.6  # score of what may be a list of names
_UNTITLED = 3.0  # for a citation that gives no title


def untitled(frame: Frame, _may_win: MayWin) -> Iterator[Reading]:
    """Propose `Authors. Journal, volume, page (year)`, without a title, as physics and astronomy have it."""
    text = frame.view.text
    for end, people in frame.author_ends(frame.start):
        if people.score < _LIKELY or not people.persons:
            continue
        bare = end.next > end.at and _BARE_JOURNAL.match(text, end.next, frame.end)
        if bare and _SENTENCE.search(bare[0]):
            bare = None
        dated = bool(end.date) or bool(bare and years(text, bare.start(), bare.end()))
        book = end.date and _BARE_BOOK.match(text, end.next, frame.end)
        if (bare and dated) or book or _EDITED_BOOK.match(text, end.next, frame.end):
            words = bare[0].count(" ") if bare else 0  # of two, the one with more of the journal
            score = people.score + _UNTITLED + 0.2 * min(words, 6) + frame.rest_score(end.next)
            score -= DASH_WITHIN * is_behind_dash(text, people)
            yield Reading(people, (end.next, end.next), (end.next, frame.end), score, "untitled", end.date, end.role)
