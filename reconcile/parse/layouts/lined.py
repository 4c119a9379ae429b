"""A layout of a citation: title and authors in lines, or cells, of their own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from reconcile.documents.blocks.block import Mark
from reconcile.parse.layouts.frame import TITLE_FIRST, Frame, MayWin, Reading
from reconcile.parse.layouts.rest import rest_score
from reconcile.parse.names.people import People, read_people
from sources.text import ANY_YEAR

_LINES = 2.4  # for a title and its authors in lines of their own
_SET_APART = 1.8  # for a title that the markup sets apart, and nothing else of its line
_MOST_LINES = 9  # lines of an entry that are looked at
_NAMES = 0.6  # score of a line that may be a list of names
_WITHIN_A_LINE = ("comma", "period", "strong-mark", "link-mark", "emphasis-mark", "quote")
_PLAIN_VENUE = 0.5  # score of what can only be a venue behind a title
_BESIDE = 2  # characters between the end of a mark and that of the title
_NO_TITLE = -1.5  # score of a line that is no title

Lines = Sequence[tuple[int, int]]


def lined(frame: Frame, _may_win: MayWin) -> Iterator[Reading]:
    """Propose title and authors as whole lines, or cells, in either order; the rest is before, behind or between."""
    lines = _lines_of(frame.view.text, frame.start, frame.end)
    if len(lines) < 2:
        return
    titles = [frame.title_score(*line) for line in lines]
    bold = [at for at, line in enumerate(lines) if any(_is_all(mark, line, frame) for mark in frame.view.marks)]
    for first, last, people in _lines_of_names(frame, lines):
        places = {first - 1, last + 1, *(bold if len(bold) == 1 else ())}
        for place in sorted(places):
            if not 0 <= place < len(lines) or first <= place <= last or titles[place] < _NO_TITLE:
                continue
            rest, score = _best_rest(
                frame,
                lines[: min(first, place)],
                lines[min(last, place) + 1 : max(first, place)],
                lines[max(last, place) + 1 :],
            )
            score += _LINES + people.score + titles[place] + (TITLE_FIRST if place < first else 0.0)
            score += _SET_APART * any(_fills(mark, lines[place], frame) for mark in frame.view.marks)
            yield Reading(people, lines[place], rest, score, "lines")
        if first and last == len(lines) - 1:
            yield from _before_names(frame, (lines[0][0], lines[first - 1][1]), people)
        if first > 1 and last == len(lines) - 1 and titles[0] > _NO_TITLE:
            between = lines[1][0], lines[first - 1][1]
            score = rest_score(frame.view.text, *between) + _LINES + people.score + titles[0] + TITLE_FIRST
            yield Reading(people, lines[0], between, score, "lines")
        if first == 0 and last < len(lines) - 2 and titles[-1] > _NO_TITLE:
            between = lines[last + 1][0], lines[-2][1]
            score = rest_score(frame.view.text, *between) + _LINES + people.score + titles[-1]
            yield Reading(people, lines[-1], between, score, "lines")


def _before_names(frame: Frame, span: tuple[int, int], people: People) -> Iterator[Reading]:
    """Propose `Title, Venue` above the names, as what LaTeX calls a cventry has it."""
    start, stop = span
    for end in frame.title_ends(start):
        if end.kind not in _WITHIN_A_LINE or end.next >= stop:
            continue
        rest, title = rest_score(frame.view.text, end.next, stop), frame.title_score(start, end.at)
        if rest >= _PLAIN_VENUE and title > _NO_TITLE:
            score = _LINES + people.score + title + rest
            score += _SET_APART * any(abs(mark.end - end.at) < _BESIDE for mark in frame.view.marks)
            yield Reading(people, (start, end.at), (end.next, stop), score, "lines")


def _fills(mark: Mark, line: tuple[int, int], frame: Frame) -> bool:
    """Whether a link or bold letters begin with a line and are most of it: a label may stand behind them, no year."""
    most = mark.kind in ("link", "strong") and mark.start <= line[0] + 1 and 2 * mark.end > line[0] + line[1]
    return most and not ANY_YEAR.search(frame.view.text, mark.end, line[1])


def _is_all(mark: Mark, line: tuple[int, int], frame: Frame) -> bool:
    """Whether a line is all bold, as where a page's class says that it is the title."""
    return mark.kind == "strong" and not frame.view.text[mark.end : line[1]].strip() and mark.start <= line[0] + 1


def _lines_of_names(frame: Frame, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int, People]]:
    """Return the runs of lines, first and last, that hold nothing but names."""
    whole = [read_people(frame.names, *line) for line in lines]
    good = [bool(people.persons) and people.against == 0 and people.score >= _NAMES for people in whole]
    for first, last in itertools.combinations_with_replacement(range(len(lines)), 2):
        if all(good[first : last + 1]) and last - first < _MOST_LINES:
            people = whole[first] if first == last else read_people(frame.names, lines[first][0], lines[last][1])
            yield first, last, people


def _lines_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the lines stand that hold more than delimiters; a bar in a line of its own joins two."""
    found: list[tuple[int, int]] = []
    at, bar = start, False
    while at < end and len(found) < _MOST_LINES:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if any(char.isalnum() for char in text[at:stop]):
            found.append((found.pop()[0] if bar and found else at, stop))
        bar = text[at:stop].strip() in ("|", "·", "•", "&", ",")
        at = stop + 1
    return found


def _best_rest(frame: Frame, before: Lines, between: Lines, behind: Lines) -> tuple[tuple[int, int], float]:
    """Return the stretch behind title and authors, or before or between them where that reads better; and its score."""
    found = ((behind[0][0], frame.end), frame.rest_score(behind[0][0])) if behind else ((frame.end, frame.end), 0.0)
    for other in (before, between):
        score = rest_score(frame.view.text, other[0][0], other[-1][1]) if other else found[1]
        if score > found[1]:
            found = ((other[0][0], other[-1][1]), score)
    return found
