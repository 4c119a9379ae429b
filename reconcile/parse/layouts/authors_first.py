"""A layout of a citation: the authors, the title, and what holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.lexicon import rarity
from reconcile.lexicon.small_words import AND
from reconcile.parse.layouts.coherence import MOST_OF_COHERENCE, coherence
from reconcile.parse.layouts.frame import Frame, MayWin, Reading
from reconcile.parse.layouts.rest import MOST_OF_REST
from reconcile.parse.layouts.title import MOST_OF_TITLE
from reconcile.parse.layouts.weighing import (
    PLAIN_ENDS,
    SUBTITLE,
    TITLE_END,
    cuts_mark,
    has_subtitle,
    inside_quote,
    score_of_end,
)
from reconcile.parse.names.people import DASH_WITHIN, People, Person, is_behind_dash
from reconcile.parse.names.shapes import Shape, shape_of
from reconcile.parse.text.segments import End
from reconcile.parse.text.set_apart import is_bold_sentence
from reconcile.parse.words.signs import LAW_REVIEW
from sources.east_asian import is_east_asian
from sources.text import fold

_SWALLOWED = ("comma", "led", "period", "newline", "medium", "paren", "semicolon")
_COLON_WITHIN = 1.2  # off, where a list of names would go on behind a colon
_ONE_WORD = 0.8  # off, where the only author is a word: `Landscape, Loss, and the Lyric`, `Lenders. Women in Trade`
_PAIR, _TWO_WORDS = 2, 2.0  # off, where two such words do: `Strafarbeit und Schönschrift. Zur Geschichte der Schule`
_LATIN = "\u0370"  # beyond the letters of which the table of surnames knows
_NAMED_BEHIND = 1.5  # off, for two words before a colon, where others are named: `Wool Moons: Felt at Dusk. O. Fane, …`
_PLAIN_NAME = 0.7  # what `shape_of` gives to a name of words of which no table knows any
_NAME_LEFT = 2.0  # off, where names of a list would stand before the colon of a title: `Eva Fox|, Kei Abe: Felt`
_NAME = r"(?:[^\W\d_a-z][\w'’-]{1,30} ){1,2}[^\W\d_a-z][\w'’-]{1,30}"
_NAMES_BEFORE_COLON = re.compile(rf"({_NAME}(?:, {_NAME}){{0,12}}): ")
_INITIALLED = re.compile(r"[^\W\d_a-z]\.|.*\b[^\W\d_a-z]\.?\Z")
_SMALL_FIRST = re.compile(r"[a-zß-ÿ]{2,}\s")
_SMALL_BEHIND_DASH = 2.5  # off, for a title in lower case behind names and a dash: `Das Garn – eine Spur der Wolle?`
_QUOTES_ONLY = ("“", "„", "«", '"', "《", "「", "『")  # with them a title begins, and no name
_QUOTED_WORD = re.compile(
    r"['‘][^\W\d_]{1,20}['’](?=[\s,:])|[`‘][^`‘\n]{4,300}?['’],\s"
)  # `'Pan' and 'bara': two loans`
# The work that holds another, which no title is: `Breton. In Ann Lee & Bo Rye (eds.), The Tongues`.
_HELD = re.compile(r"In\s[A-ZÀ-Þ][^()\n]{3,200}(?:\n[^()\n]{3,100})?\s\((?:[Ee]ds?|[Hh]rsg|[Hh]g)\.?\),")
_IN_A_BOOK = re.compile(
    r"(?:in|\[?w:\]?)\s[^\W\d_a-z][^\W\d_]+\s"
)  # an encyclopedia's article on a person: `Rye, Bo, in Dizionario`
# A quoted title, and no nickname: `J. "Bo" Lund`.
_QUOTED_WITHIN = re.compile(r"[.,:]\s[\"“„«][^\"“”„«»\s]{2,40}\s[^\"“”„«»\s]")
_COLON = re.compile(r"\w:\s")
# The last of a list, whom an "and" joins to those before: `Fane Lund, O. y Rye, M. Wool`.
_JOINED_BEHIND = re.compile(rf"(?:{AND}|i|a)\s(?:[^\W\d_a-z][\w'’-]+\s){{0,2}}[^\W\d_a-z][\w'’-]+,\s[^\W\d_a-z]\.")
# A title's article at a line end, behind an initial that has its full stop: `Fane, O. A` over `Study of Wool`.
_ARTICLE_LAST = re.compile(r"[^\W\d_a-z]\.,?\sAn?\Z")
_LONGEST_LAST = 12
_IN = re.compile(r"(?<=[\s.,])[Ii]n:\s|\.\sIn\s")


def authors_first(frame: Frame, may_win: MayWin) -> Iterator[Reading]:
    """Propose `Authors. (Year.) Title. Rest`, in every order of delimiters."""
    view = frame.view
    if view.text[frame.start : frame.start + 1] in _QUOTES_ONLY or _QUOTED_WORD.match(view.text, frame.start):
        return
    if is_bold_sentence(view, frame.start):
        return
    ranked = sorted(frame.author_ends(frame.start), key=lambda pair: -score_of_end(*pair))
    for end, people in ranked[:10]:
        if not (people.persons or people.score > 0.5) or _IN.search(view.text, frame.start + 1, end.at):
            continue
        if _HELD.match(view.text, end.next) or (end.kind == "comma" and _IN_A_BOOK.match(view.text, end.next)):
            continue
        if _QUOTED_WITHIN.search(view.text, frame.start, end.at):
            continue  # `Walsh, Eva. "Lever, Ann (1806–1872)." A Dictionary of Mills`
        if _JOINED_BEHIND.match(view.text, end.next):
            continue
        if end.kind == "newline" and _ARTICLE_LAST.search(view.text[max(frame.start, end.at - _LONGEST_LAST) : end.at]):
            continue
        if end.kind in ("comma", "year") and LAW_REVIEW.match(view.text, end.at):
            continue  # `Drought and Process, 87 Gull L. Rev. 12 (2020)`
        if end.kind == "mark" and view.text.endswith((", in ", ", w: ", ", [w:] "), frame.start, end.at):
            continue
        base = (
            score_of_end(end, people)
            - _ONE_WORD * _is_one_word(people, end)
            - _TWO_WORDS * _are_two_words(people, end)
            - _COLON_WITHIN * bool(_COLON.search(view.text, frame.start, end.at))
            - DASH_WITHIN * is_behind_dash(view.text, people)
            - _NAME_LEFT * (end.kind == "comma" and _leaves_names(view.text, end.next, people))
        )
        yield from _titles(frame, end, people, base, may_win)


def _leaves_names(text: str, at: int, people: People) -> bool:
    """Whether words before a colon, none of which titles use, are names more of a list, in which none has initials."""
    found = _NAMES_BEFORE_COLON.match(text, at)
    if found is None or not people.persons or any(_INITIALLED.match(person.text) for person in people.persons):
        return False
    return not any(map(rarity.is_listed, fold(found[1]).split()))


def _is_one_word(people: People, end: End) -> bool:
    """Whether nothing but one word stands for the authors, which no date, role or colon follows."""
    if len(people.persons) != 1 or people.et_al or end.date or end.role or end.kind in ("colon", "newline", "mark"):
        return False
    return " " not in people.persons[0].text and not is_east_asian(people.persons[0].text)


def _are_two_words(people: People, end: End) -> bool:
    """Whether two words stand for the authors that are no surnames, and nothing behind them says that they are."""
    if end.date or end.role or end.kind in ("colon", "newline", "mark", "quote") or len(people.persons) != _PAIR:
        return False
    words = [person.text for person in people.persons]
    return not any({" ", ",", "."} & set(word) or word > _LATIN or rarity.is_surname(fold(word)) for word in words)


def _titles(frame: Frame, end: End, people: People, base: float, may_win: MayWin) -> Iterator[Reading]:
    text = frame.view.text
    ends = frame.title_ends(end.next)
    for title in ends:
        if title.kind == "by":
            continue  # those who wrote it stand before it
        score = base + TITLE_END[title.kind]
        most = MOST_OF_TITLE + MOST_OF_COHERENCE.get(title.kind, 0.0) + SUBTITLE
        if not may_win(score + MOST_OF_REST + most):
            continue
        rest = frame.rest_score(title.next)
        score += rest
        if not may_win(score + most):
            continue
        start = inside_quote(text, end.next) if title.kind == "quote" else end.next
        score -= _NAMED_BEHIND * (end.kind == "colon" and title.kind == "period" and _are_named(frame, people, title))
        score -= _ONE_WORD * (text[start : start + 1].islower() and _is_one_word(people, end))
        score -= _SMALL_BEHIND_DASH * (end.kind == "dash" and bool(_SMALL_FIRST.match(text, start)))
        score += frame.title_score(start, title.at, set_apart=title.kind in PLAIN_ENDS)
        score += coherence(end, title, text, rest) - cuts_mark(frame.view, start, title.at)
        if title.kind not in PLAIN_ENDS:
            score -= _swallowed(frame, ends, title.at) - SUBTITLE * has_subtitle(frame, ends, title)
        yield Reading(people, (start, title.at), (title.next, frame.end), score, "authors-first", end.date, end.role)


def _are_named(frame: Frame, people: People, title: End) -> bool:
    """Whether two words stand before a colon and several people, who are no editors, behind what follows it."""
    if len(people.persons) != 1 or {",", "."} & set(people.persons[0].text):
        return False
    ends = frame.author_ends(title.next)
    return not any(end.role for end, _ in ends) and any(
        len(named.persons) > 1 and named.against == 0 and all(map(_is_name, named.persons))
        for end, named in ends
        if end.kind in ("period", "newline")
    )


def _is_name(person: Person) -> bool:
    shape, score = shape_of(person.text)
    return shape in (Shape.FULL, Shape.WORDS) and score >= _PLAIN_NAME


def _swallowed(frame: Frame, ends: list[End], at: int) -> float:
    """Return how much of what reads like a venue a title that ends at `at` would swallow."""
    inner = [frame.rest_score(end.next) - 0.6 for end in ends if end.next < at and end.kind in _SWALLOWED]
    return min(2.6, 1.6 * sum(score for score in inner if score > 0))
