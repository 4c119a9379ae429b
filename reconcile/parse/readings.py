"""The readings of a citation: several ways in which it may fall into authors, title and rest, and the best of them.

Every layout proposes readings; every reading has a score, the sum of how well its authors read as names, its title
as a title, its rest as a venue, and of how plain the delimiters between them are.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reconcile.parse import cues
from reconcile.parse.marks import View
from reconcile.parse.people import People, Person, read_people
from reconcile.parse.segments import OPENERS, End, author_ends, title_ends
from reconcile.parse.shapes import Shape, shape_of
from reconcile.parse.title import rest_score, title_score


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to divide a citation: where its title and its rest stand, who its people are, and how good it is.

    `date` is the date between authors and title; `editors` says that the people are editors.
    """

    people: People
    title: tuple[int, int]
    rest: tuple[int, int]
    score: float
    layout: str
    date: tuple[int, int] | None = None
    editors: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What the layouts share: the view, the text for names (marks blanked), and the stretch to be read."""

    view: View
    names: str
    start: int
    end: int
    scores: dict[tuple[str, int, int], float] = field(default_factory=dict)
    ends: dict[int, list[End]] = field(default_factory=dict)
    names_end: dict[int, list[tuple[End, People]]] = field(default_factory=dict)

    def title_ends(self, start: int) -> list[End]:
        """Return `title_ends` of what begins at `start`, found once."""
        if start not in self.ends:
            self.ends[start] = title_ends(self.view, start, self.end)
        return self.ends[start]

    def author_ends(self, start: int) -> list[tuple[End, People]]:
        """Return `author_ends` of what begins at `start`, found once."""
        if start not in self.names_end:
            self.names_end[start] = author_ends(self.view, self.names, start, self.end)
        return self.names_end[start]

    def title_score(self, start: int, end: int, *, set_apart: bool = False) -> float:
        """Return `title_score` of a stretch, reckoned once."""
        key = ("apart" if set_apart else "title", start, end)
        if key not in self.scores:
            self.scores[key] = title_score(self.view.text, self.names, start, end, set_apart=set_apart)
        return self.scores[key]

    def rest_score(self, start: int) -> float:
        """Return `rest_score` of what begins at `start`, reckoned once."""
        key = ("rest", start, self.end)
        if key not in self.scores:
            self.scores[key] = rest_score(self.view.text, start, self.end)
        return self.scores[key]


# How plain each delimiter says "the authors end here", and "the title ends here".
_AUTHORS_END = {
    "role": 1.0, "date": 2.2, "year": 1.3, "quote": 1.3, "period": 0.9, "soft": 0.5, "colon": 0.5, "newline": 1.0,
    "dash": 0.2, "comma": 0.2, "mark": 0.9,
}  # fmt: skip
_TITLE_END = {
    "quote": 2.4, "link-mark": 2.6, "strong-mark": 2.4, "emphasis-mark": 1.5, "period": 1.0, "ask": 0.6, "medium": 2.0,
    "newline": 0.8, "comma": -0.3, "lead": 0.4, "in": -0.9, "dash": -0.6, "paren": -0.4, "semicolon": -0.5,
    "colon": -1.2, "soft": -0.6, "before-mark": 0.5, "end": 0.2,
}  # fmt: skip
_PLAIN_ENDS = ("quote", "link-mark", "strong-mark")
_SWALLOWED = ("comma", "period", "newline", "medium")
_TITLE_MARKS = ("link", "strong", "emphasis")
_MOST_MARKS = 12  # marks of an entry that are looked at
_COINED = 1.4  # off, where a single word or an organisation stands before the colon
_WORDS_OF_TITLES = 0.3  # score of a "name" that is made of title words
_COLON_WITHIN = 1.2  # off, where a list of names would go on behind a colon
_NO_AUTHORS = -0.8  # score of a reading without authors, beside which the weakest list of names still counts
_TITLE_FIRST = -0.5  # the title first is the rarer layout
_FILLER = re.compile(
    r"(?:\b(?:our|we|my|the|new|one|two|paper|papers|article|work|preprint|excited|happy"
    r"|glad|news|accepted|published|survey|report|manuscript|chapter|publication"
    r"|thesis|dissertation|release[ds]?|titled|entitled|on|is|has|have|been|to|a|an|and"
    r"|about|topic|title|ph\.?d|master|long|short|full|poster|demo|journal|conference"
    r"|workshop|congrats|congratulations|oral|first|latest|recent|joint|with)\b|[^\w])+\Z",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"(?:(?<=[\s.,:;(\[*_\u3040-\u9fff])|^)(?:``|[“„«\"《「]|(?<=\s)[‘'](?=[A-Z]))(?=\S)")


def best_reading(frame: Frame, *, unnamed: bool = False) -> Reading | None:
    """Return the reading with the highest score; the earlier layout where two are equal.

    `unnamed` prefers the readings without people, as for a review: the names there are those of another's book.
    """
    readings = [reading for layout in LAYOUTS for reading in layout(frame)]
    if unnamed:
        first = [one for one in readings if not one.people.persons and one.title[0] - frame.start < 2]
        readings = first or readings
    return max(readings, key=lambda reading: reading.score, default=None)


def _authors_first(frame: Frame) -> Iterator[Reading]:
    """Propose `Authors. (Year.) Title. Rest`, in every order of delimiters."""
    view = frame.view
    ranked = sorted(frame.author_ends(frame.start), key=lambda pair: -_score_of_end(*pair))
    for end, people in ranked[:10]:
        if not (people.persons or people.score > 0.5) or _IN.search(view.text, frame.start + 1, end.at):
            continue
        base = _score_of_end(end, people) - _COLON_WITHIN * bool(_COLON.search(view.text, frame.start, end.at))
        yield from _titles(frame, end, people, base, "authors-first")


_COLON = re.compile(r"\w:\s")
_IN = re.compile(r"(?<=[\s.,])[Ii]n:\s|\.\sIn\s")


def _score_of_end(end: End, people: People) -> float:
    delimiter = _AUTHORS_END.get(end.kind, 0.3) + (0.9 if end.date and end.kind not in ("date", "year") else 0.0)
    if end.kind == "colon" and people.persons and _is_coined(people.persons[-1]):
        delimiter -= _COINED * (2 if len(people.persons) == 1 else 1)
    return people.score + delimiter


def _is_coined(person: Person) -> bool:
    """Whether the last "name" before a colon is more likely a title's beginning: `C. Ma, SparseOcc: Rethinking …`."""
    if person.literal or not ({" ", ","} & set(person.text) or person.text > "\u3040"):
        return True
    shape, score = shape_of(person.text)
    return shape is Shape.WORDS and score < _WORDS_OF_TITLES


def _titles(frame: Frame, end: End, people: People, base: float, layout: str) -> Iterator[Reading]:
    text = frame.view.text
    ends = frame.title_ends(end.next)
    rests = {title.next: frame.rest_score(title.next) for title in ends}
    for title in ends:
        start = _inside_quote(text, end.next) if title.kind == "quote" else end.next
        score = base + _TITLE_END[title.kind] + frame.title_score(start, title.at, set_apart=title.kind in _PLAIN_ENDS)
        score += rests[title.next] + _coherence(end, title, text, rests[title.next])
        score -= _cuts_mark(frame.view, start, title.at)
        if title.kind not in _PLAIN_ENDS:
            score -= _swallowed(ends, rests, title.at)
        yield Reading(people, (start, title.at), (title.next, frame.end), score, layout, end.date, end.role)


def _swallowed(ends: list[End], rests: dict[int, float], at: int) -> float:
    """Return how much of what reads like a venue a title that ends at `at` would swallow."""
    inner = [rests[end.next] - 0.6 for end in ends if end.next < at and end.kind in _SWALLOWED]
    return min(2.6, 1.6 * sum(score for score in inner if score > 0))


def _inside_quote(text: str, at: int) -> int:
    return at + (2 if text[at : at + 2] in ("``", "''", ",,") else 1) if text[at : at + 1] in OPENERS else at


def _cuts_mark(view: View, start: int, end: int) -> float:
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


def _coherence(end: End, title: End, text: str, rest: float) -> float:
    """Return what speaks for or against two delimiters in one citation."""
    if title.kind == "quote":
        follows = text[title.next : title.next + 3].lstrip(" ")
        inside = text[title.at - 1 : title.at] in ",.?!"
        if text[title.next : title.next + 1] in "?!":
            return -1.5
        if not inside and text[title.next : title.next + 1] == " " and follows[:1].isupper():
            return -0.3
        return 0.0 if inside or rest >= 1 or not follows[:1].islower() or follows.startswith("in") else -1.6
    score = 0.0
    if text[end.next : end.next + 1] in OPENERS:
        score -= 0.8
    gap = text[end.at : end.next].rstrip(" \n")
    if title.kind == "comma":
        score += 0.5 if gap.endswith(",") else -0.2 if gap.endswith((")", "]")) else -0.7
    return score


def _title_first(frame: Frame) -> Iterator[Reading]:
    """Propose `Title. Authors. Rest`, as lines or in running text."""
    view = frame.view
    for title in frame.title_ends(frame.start):
        by_with = title.kind in ("paren", "comma") and bool(_WITH.match(view.text, title.at))
        if title.kind in ("soft", "paren", "semicolon", "colon", "before-mark") and not by_with:
            continue
        start = _inside_quote(view.text, frame.start) if title.kind == "quote" else frame.start
        base = (
            _TITLE_FIRST
            + _TITLE_END[title.kind]
            + frame.title_score(start, title.at, set_apart=title.kind in _PLAIN_ENDS)
        )
        if base < -1.5:
            continue
        base += _BEFORE_WITH * (by_with and title.kind == "comma")
        base -= _cuts_mark(view, start, title.at) + _name_behind(view.text[max(start, title.at - 60) : title.at])
        yield Reading(
            People(),
            (start, title.at),
            (title.next, frame.end),
            base + _NO_AUTHORS + frame.rest_score(title.next),
            "title",
        )
        yield from _authors_after(frame, (start, title.at), title, base)


def _name_behind(stretch: str) -> float:
    """Return what speaks against a title whose last words, behind a comma, are a name: `Nets at Work, Ann Lee`."""
    _, comma, last = stretch.rpartition(", ")
    shape, score = shape_of(last) if comma else (Shape.OTHER, 0.0)
    return 0.8 if shape in (Shape.WORDS, Shape.FULL) and score > 0.5 else 0.0


_BEFORE_WITH = 1.8  # for a title whose authors are named behind `, with`
_TOGETHER = (
    r"(?:(?:joint(?:ly)?|co-?(?:edited|authored|written)|edited|written) )?(?:work )?with"
    r"|(?:gemeinsam |zusammen |hrsg\. )mit"
)
_WITH = re.compile(rf"(?:\s\(|,\s)(?:{_TOGETHER})\s(?=[A-ZÀ-Þ])")
_BY = re.compile(rf"[\s.,;:|–—-]*(?:(?:by|authors?|von|par|por|\(?(?:{_TOGETHER})|w/)\b:?\s*)?", re.IGNORECASE)


def _authors_after(frame: Frame, span: tuple[int, int], title: End, base: float) -> Iterator[Reading]:
    lead = _BY.match(frame.view.text, title.next, frame.end)
    begin = lead.end() if lead else title.next
    whole = read_people(frame.names, begin, min(frame.end, begin + 3000))
    ends = [*frame.author_ends(begin), (End(frame.end, "end", frame.end), whole)]
    for end, people in ends:
        if all(person.literal or person.text.casefold() in cues.PLACES for person in people.persons):
            continue  # behind a title, an organisation alone is its publisher
        score = base + _score_of_end(end, people) + frame.rest_score(end.next)
        score -= 0.8 * (title.kind == "comma") + 0.4 * (len(people.persons) == 1 and people.score < 1.2)
        yield Reading(people, span, (end.at, frame.end), score, "title-first", None, end.role)


def _quoted(frame: Frame) -> Iterator[Reading]:
    """Propose `Our paper “Title” is accepted at Venue`: words of no weight, then a title set apart."""
    view = frame.view
    starts = [match.start() for match in _QUOTE.finditer(view.text, frame.start, min(frame.end, frame.start + 3000))][
        :4
    ]
    starts += [
        mark.start
        for mark in view.marks
        if mark.kind in ("link", "strong", "emphasis") and frame.start <= mark.start < frame.end
    ][:6]
    for start in starts:
        before = view.text[frame.start : start]
        filler = bool(_FILLER.match(before[-300:]))
        if not filler and len(before) > 400:
            continue
        for title in frame.title_ends(start):
            if title.kind not in ("quote", "link-mark", "strong-mark", "emphasis-mark"):
                continue
            inner = _inside_quote(view.text, start) if title.kind == "quote" else start
            score = (
                _TITLE_END[title.kind]
                + frame.title_score(inner, title.at, set_apart=True)
                + frame.rest_score(title.next)
            )
            score += _NO_AUTHORS + (0.8 if filler else -1.2)
            end = End(start, "quote", start)
            yield Reading(
                People(),
                (inner, title.at),
                (title.next, frame.end),
                score + _coherence(end, title, view.text, frame.rest_score(title.next)),
                "quoted",
            )


_LINES = 2.4  # for a title and its authors in lines of their own
_MOST_LINES = 9  # lines of an entry that are looked at
_NAMES = 0.6  # score of a line that may be a list of names
_NO_TITLE = -1.5  # score of a line that is no title


def _lines(frame: Frame) -> Iterator[Reading]:
    """Propose title and authors as whole lines, or cells, in either order; the rest is before or behind them."""
    lines = _lines_of(frame.view.text, frame.start, frame.end)
    if len(lines) < 2:
        return
    titles = [frame.title_score(*line) for line in lines]
    for first, last, people in _lines_of_names(frame, lines):
        for place in (first - 1, last + 1):
            if not 0 <= place < len(lines) or titles[place] < _NO_TITLE:
                continue
            rest, score = _best_rest(frame, lines[: min(first, place)], lines[max(last, place) + 1 :])
            score += _LINES + people.score + titles[place] + (_TITLE_FIRST if place < first else 0.0)
            yield Reading(people, lines[place], rest, score, "lines")


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


def _best_rest(
    frame: Frame, before: list[tuple[int, int]], behind: list[tuple[int, int]]
) -> tuple[tuple[int, int], float]:
    """Return the stretch behind title and authors, or before them where that reads better, and its score."""
    found = ((behind[0][0], frame.end), frame.rest_score(behind[0][0])) if behind else ((frame.end, frame.end), 0.0)
    if before:
        score = rest_score(frame.view.text, before[0][0], before[-1][1])
        if score > found[1]:
            found = ((before[0][0], before[-1][1]), score)
    return found


Layout = Callable[[Frame], Iterator[Reading]]
LAYOUTS: tuple[Layout, ...] = (_authors_first, _title_first, _quoted, _lines)
