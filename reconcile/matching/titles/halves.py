"""A title in two pieces: the head of a page, or a line of the column beside it, stands between them."""

from __future__ import annotations

import re
from collections.abc import Set
from string import digits

from reconcile.matching.strings.text import Text
from sources.text import STOP_WORDS, fold

Range = tuple[int, int]  # words of a text, half open

_LEAST_HALVED = 20  # letters of a title that is looked for in two pieces
_LEAST_HALF = 4  # letters of either
_NUMBERS = 2  # of a page's head
_LEAST_HEAD = 2  # words of a venue's name that is one
_LEAST_BETWEEN, _MOST_BETWEEN = 4, 20  # words between the two
_MOST_OF_PAGE = 32  # words that proceedings print below the first page of a paper
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}\b")


def find_letters(text: Text, letters: str, start: int = 0) -> Range | None:
    """Find all letters, from a place on, beginning and ending with a word of the text."""
    start = text.letters.find(letters, start) if letters else -1
    while start >= 0:
        first, last = text.word_range(start, start + len(letters))
        if text.places[first] == start and text.places[last] == start + len(letters):
            return first, last
        start = text.letters.find(letters, start + 1)
    return None


def find_halves(text: Text, title: str, explained: Set[str]) -> tuple[Range, Range] | None:
    """Find a title in two pieces, the first as long as can be: a page's head, or the other column, parts them.

    `explained` are folded words of the record's venue, which such a head names, and of its people.
    """
    words = fold(title).split()
    letters = "".join(words)
    if len(letters) < _LEAST_HALVED or letters in text.letters:
        return None
    end = len(letters)
    for word in reversed(words[1:]):
        end -= len(word)
        first = find_letters(text, letters[:end]) if end >= _LEAST_HALF else None
        second = first and find_letters(text, letters[end:], text.places[first[1]])
        if first and second:
            is_halved = len(letters) - end >= _LEAST_HALF and _is_alien(text, first[1], second[0], explained)
            return (first, second) if is_halved else None
    return None


def _is_alien(text: Text, first: int, last: int, explained: Set[str]) -> bool:
    """Say whether words within a title came from elsewhere; fewer make another title of the same people's.

    Where a sign stands among them that ends a title, they are a page's head, with its numbers, or the line of another
    column with a name: `On the [33] L. Breiman. Random Nature of Wool`.
    """
    if _VERSION.match(text.string, text.starts[first]):
        return False  # `SALMON 2.0: …`
    if all(map(str.isdigit, text.words[first:last])):
        return True
    if is_of_page(text, first, last) or is_head(text, first, last, explained):
        return True
    named = any(text.after_initial(at) or text.is_initial(at) for at in range(first + 1, last))
    return _LEAST_BETWEEN <= last - first <= _MOST_BETWEEN and (named or not _ends_one(text, first, last))


def _ends_one(text: Text, first: int, last: int) -> bool:
    """Say whether a sign that ends a title stands among words, before them or behind them."""
    return any(text.ends_before(at) for at in range(first, last + 1))


def is_of_page(text: Text, first: int, last: int) -> bool:
    """Say whether words within a title are printed above a page's text: signs that end a title, and two numbers.

    `J. Gastropod Stud. 12 (2020) 17`.
    """
    if not _LEAST_BETWEEN <= last - first <= _MOST_OF_PAGE or not _ends_one(text, first, last):
        return False
    return sum(map(str.isdigit, text.words[first:last])) >= _NUMBERS


def is_head(text: Text, first: int, last: int, venue: Set[str]) -> bool:
    """Say whether words within a title are the head of a page of the proceedings: a venue's name, which has a number.

    `Gulls in Proceedings of the Workshop on Wool 135 Winter`, where the same name stands again behind the title.
    """
    words = text.words[first:last]
    telling = {word for word in words if not word.isdigit() and word not in STOP_WORDS}
    if len(telling) < _LEAST_HEAD or not any(map(str.isdigit, words)):
        return False
    if not all(word in venue or word.rstrip(digits) in venue for word in telling):
        return False
    return len(telling.intersection((*text.words[:first], *text.words[last:]))) >= len(telling) / 2
