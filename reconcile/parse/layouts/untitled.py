"""Layouts of a citation: authors, and at once the journal or the book; without a title, or the title behind it all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.lexicon.rarity import UNLISTED_WORD, of_word
from reconcile.parse.layouts.frame import Frame, MayWin, Reading
from reconcile.parse.names.people import DASH_WITHIN, is_behind_dash, read_people
from reconcile.parse.words.dates import years

# A journal with nothing but its numbers, where a title might stand: `Phys. Rev. Lett. 83, 3370 (1999)`.
_BARE_JOURNAL = re.compile(
    r"[A-Z][A-Za-z&.]{0,14}(?:\s(?:[A-Z&][A-Za-z.]{0,14}|of|and)){0,5}[.,]?\s(?:(?:19|20)\d\d,\s)?[A-Z]?\d{1,4}[A-Z]?"
    r"\s?(?:,\s?|\((?:19|20)\d\d\),?\s)"
    r"[A-Ze]?\d{1,7}(?:\s?[-–]\s?[A-Z]?\d{1,6})?\s?(?:\((?:19|20)\d\d\))?[.;,\s]*(?:[\[(][^\n]{0,80})?\Z"
)
# The title behind the journal, as German chemists have it: `B. Fane, Angew. Chem. 2015, 127, 45–48: “Wool”`.
_TITLE_LAST = re.compile(
    r"(?P<journal>[A-Z][A-Za-z&.]{0,14}(?:\s(?:[A-Z&][A-Za-z.]{0,14}|of|and)){0,5}[.,]?\s(?:19|20)\d\d,\s"
    r"[A-Z]?\d{1,4}[A-Z]?,\s[A-Z]?\d{1,7}(?:\s?[-–]\s?[A-Z]?\d{1,7})?)\s?[:.]\s"
    r"(?P<title>[“„«\"][^“”„«»\"\n]{8,300}[”“»\"])[.\s]*\Z"
)
_SENTENCE = re.compile(r"\b[a-zA-Z]?[a-z]{5,}\.\s[A-Z][a-z]*\.")  # `Rivers of Ulster. Ir. Stud. Rev.` has a title
# Two words that are spelled out, or more, between a full stop and a volume: `Deep Rivers. Wool Research, 61, 85`.
_IN_FULL = re.compile(
    r"\b([A-Za-z][a-z]{3,})\.\s[A-Z][a-z]{2,}(?:\s(?:[A-Z][a-z]{2,}|&|of|and)){1,5},?\s(?:(?:19|20)\d\d,\s)?\d"
)
_EDITED_BOOK = re.compile(r"In\s[A-Z][^;\n]{3,200};\s[^\n]{3,200}Eds?\.")  # chemists: `In A Book; Hale, C., Ed.; OUP`
_BARE_BOOK = re.compile(r"in:?\s[‘“\"«]?[A-Z][^\W\d_]+\s")
# What physicists’ papers stand in, behind names, with its year: `B. Cao and J. Wang, in Proceedings of … (ISCA, 2018)`.
_BARE_MEETING = re.compile(
    r"in:?\s(?:(?:19|20)\d\d\s|\d{1,3}(?:st|nd|rd|th)\s)?(?:the\s)?(?:Proc(?:eedings|\.)|Advances|(?:[A-Z]\S{1,20}\s){0,6}"
    r"(?:Conference|Symposium|Workshop|Meeting)\b|[A-Z][A-Z’']{2,9}\b)[^\n]{0,300}?\b(?:19|20)\d\d\b"
)
_BARE_NUMBER = re.compile(r"[\W\d]*")  # the cell of a number, an impact factor, a year
_MOST_CELLS = 9
_LIKELY = 0.6  # score of what may be a list of names
_UNTITLED = 3.0  # for a citation that gives no title
_JOURNAL_AND_NAMES = 2
_IN_A_CELL = 3.4  # for a journal, and names, that fill a cell each, as `lined` has for lines and a title in one


def untitled(frame: Frame, _may_win: MayWin) -> Iterator[Reading]:
    """Propose `Authors. Journal, volume, page (year)`, without a title, as physics and astronomy have it."""
    text = frame.view.text
    for end, people in frame.author_ends(frame.start):
        if people.score < _LIKELY or not people.persons:
            continue
        bare = end.next > end.at and _BARE_JOURNAL.match(text, end.next, frame.end)
        if bare and (_SENTENCE.search(bare[0]) or _has_title(bare[0], dated=bool(end.date))):
            bare = None
        dated = bool(end.date) or bool(bare and years(text, bare.start(), bare.end()))
        book = (_BARE_BOOK if end.date else _BARE_MEETING).match(text, end.next, frame.end)
        if (bare and dated) or book or _EDITED_BOOK.match(text, end.next, frame.end):
            words = bare[0].count(" ") if bare else 0  # of two, the one with more of the journal
            score = people.score + _UNTITLED + 0.2 * min(words, 6) + frame.rest_score(end.next)
            score -= DASH_WITHIN * is_behind_dash(text, people)
            yield Reading(people, (end.next, end.next), (end.next, frame.end), score, "untitled", end.date, end.role)


def _has_title(journal: str, *, dated: bool) -> bool:
    """Whether a title ends before the name of a journal: with a word that titles have, or behind names with a year.

    >>> _has_title("Deep Learning. Neural Networks, 61, 85", dated=False)
    True
    >>> _has_title("Electrochem. Commun. 61, 85", dated=True)
    False
    """
    found = _IN_FULL.search(journal)
    return found is not None and (dated or of_word(found[1].casefold()) < UNLISTED_WORD)


def title_last(frame: Frame, _may_win: MayWin) -> Iterator[Reading]:
    """Propose `Authors, Journal year, volume, pages: “Title”`, the title in quotes behind the numbers."""
    for end, people in frame.author_ends(frame.start):
        if people.score < _LIKELY or not people.persons:
            continue
        found = _TITLE_LAST.match(frame.view.text, end.next, frame.end)
        if found:
            title = found.start("title") + 1, found.end("title") - 1
            score = people.score + _UNTITLED + frame.title_score(*title, set_apart=True)
            yield Reading(people, title, found.span("journal"), score, "title-last")


def untitled_row(frame: Frame, _may_win: MayWin) -> Iterator[Reading]:
    """Propose `11 | Authors | Journal, volume, page (year)` in any order: a table's row whose title was left empty."""
    lines = _lines_of_words(frame.view.text, frame.start, frame.end)
    if len(lines) != _JOURNAL_AND_NAMES:
        return
    for journal, names in (lines, lines[::-1]):
        people = read_people(frame.names, *names)
        bare = _BARE_JOURNAL.match(frame.view.text, *journal)
        if bare and people.persons and people.against == 0 and years(frame.view.text, *journal):
            score = people.score + _UNTITLED + _IN_A_CELL
            yield Reading(people, (journal[0], journal[0]), journal, score, "untitled")


def _lines_of_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the lines stand, without the blanks around them, that hold more than a number."""
    found: list[tuple[int, int]] = []
    for _ in range(_MOST_CELLS):
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        if not _BARE_NUMBER.fullmatch(line):
            begin = start + len(line) - len(line.lstrip())
            found.append((begin, begin + len(line.strip())))
        if stop == end:
            return found
        start = stop + 1
    return []
