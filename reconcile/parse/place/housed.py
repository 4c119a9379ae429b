"""A publisher before its town and a year, whose name no table need have: `Owce, Olmo, Kraków 2010`."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.lexicon import houses
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.rarity import is_surname
from reconcile.lexicon.small_words import PREPOSITIONS, words_of
from reconcile.parse.place.imprint import is_name, is_place, is_publisher, may_be_person
from reconcile.parse.words import cues
from reconcile.venues import looks_like_venue
from sources.text import fold

_HOUSED = re.compile(
    r"(?P<house>[^\W\d_a-z][^,;:()\[\]\n\d“”„«»\"]{1,90}),\s(?P<town>[^\W\d_a-z][^,;:()\[\]\n\d“”„«»\"]{1,50}?),?\s"
    r"(?:1[4-9]|20)\d\d(?=\s?[.,;:()\[\]]|\s?\Z|\n)"
)
_NOUN = re.compile(rf"(?<!\w)(?:{houses.NOUNS}|{houses.BODIES}|{houses.OF_LANGUAGES})(?!\w)", re.IGNORECASE)
_PUBLISHER = re.compile(rf"(?<!\w)(?:{houses.NOUNS}|{houses.OF_LANGUAGES})(?!\w)", re.IGNORECASE)
_BODY = re.compile(houses.BODIES, re.IGNORECASE)
_BEFORE_NOUNS = words_of(PREPOSITIONS)
# A noun alone before a comma: `Sheep, Rain, Wool, Paris 2012`.
_NOUN_BEFORE = re.compile(r"(?:\A|[,.:;]\s{1,3})[^\W\d_]{2,40},\s{1,3}\Z")
_LONGEST_NOUN = 50  # characters
_PAGES = re.compile(
    r"[\s.,;:()\[\]]{0,4}(?:(?:pp?|ss?|str|с|стр)\.?\s?|pages\s)?\d{1,4}\s?[-–—]\s?\d{1,4}(?!\d)", re.IGNORECASE
)
# A number of pages, which books have: `312 s.`, `ss. 276`.
_EXTENT = re.compile(
    r"[\s.,;:()\[\]]{0,4}(?:\d{2,4}\s?(?:pp?|ss?|str|o|с|стр)\.|(?:pp|ss?|str|с|стр)\.\s?\d{2,4}(?!\s?[-–—\d]))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\W\d_]{3}\.\s")
_LONGEST = 8  # words of a publisher's name of which one says that it is a publisher
_UNTOLD = 4  # words of one that has none
_KNOWN = 0.7  # how sure the table of venues has to be of a meeting: `Interspeech, Lyon 2013`
_READ = 200  # characters


@lru_cache(maxsize=4096)
def house_before_town(text: str, start: int, end: int) -> str:
    """Return the publisher that stands at `start` before a known town and a year, or nothing.

    >>> house_before_town("Olmo Lanata, Kraków 2010, ss. 211", 0, 33)
    'Olmo Lanata'
    >>> house_before_town("Ann Fane, Kraków 2010", 0, 21)
    ''
    """
    while start < end and text[start] in " .,;:\n":
        start += 1
    match = _HOUSED.match(text, start, min(end, start + _READ))
    if match is None or not is_place(match["town"]) or is_place(match["house"]) or not is_house(match["house"]):
        return ""
    within = _PAGES.match(text, match.end(), end) or stands_behind_noun(text, start)
    return "" if within and not tells_house(match["house"]) else match["house"]


def stands_behind_noun(text: str, at: int) -> bool:
    """Whether a noun alone stands between a comma and what begins at `at`, as in a title that is a row of nouns."""
    return _NOUN_BEFORE.search(text, max(0, at - _LONGEST_NOUN), at) is not None


def is_untold_house(name: str, text: str) -> bool:
    """Whether a publisher in a text is one by its place alone: no word, no table and no number of pages tells it.

    >>> is_untold_house("Olmo", "Olmo, Kraków 2010"), is_untold_house("Olmo", "Kraków: Olmo, 2010")
    (True, False)
    >>> is_untold_house("Olmo", "Olmo, Kraków 2010, 312 s.")
    False
    """
    text = text.rstrip()
    match = _HOUSED.match(text, max(0, text.find(name)))
    if match is None or match["house"] != name or tells_house(name):
        return False
    return house_before_town(text, match.start(), len(text)) == name and not _EXTENT.match(text, match.end())


def is_published(part: str) -> bool:
    """Whether the word for a publisher stands in a name: `Editura Olmo`, `Olmo Verlag`, and no `Irwin King`."""
    words = part.split()
    return bool(_PUBLISHER.search(part)) and not (may_be_person(part) or len(words[0].strip(".")) == 1)


@lru_cache(maxsize=4096)
def is_house(part: str) -> bool:
    """Whether what stands before a town and a year may be a publisher: said by a word, or words that name nobody."""
    if _SENTENCE.search(part) or cues.VENUE.search(part) or looks_like_venue(part) >= _KNOWN:
        return False
    if tells_house(part):
        return len(part.split()) <= _LONGEST
    if _BODY.fullmatch(part) or houses.NO_HOUSES.intersection(part.casefold().split()):
        return False
    return is_name(part, _UNTOLD) and fold(part.split()[0]) not in _BEFORE_NOUNS and not _is_person(part)


@lru_cache(maxsize=4096)
def tells_house(part: str) -> bool:
    """Whether a word in a name says that it is a publisher's or a society's: `Editura Olmo`, `Matica olmska`."""
    if fold(part) in houses.LIKE_PERSONS:
        return True
    if _NOUN.search(part) and not _NOUN.fullmatch(part):
        return not (part.split()[0].endswith(".") or fold(part.split()[0]) in GIVEN_NAMES)
    return is_publisher(part) and not may_be_person(part)


def _is_person(part: str) -> bool:
    """Whether words may be a person's name: initials, a given name, or nothing but family names."""
    words = part.split()
    if len(words) == 1:
        return False
    if any(word.endswith(".") and len(word) < len("Chr..") for word in words) or fold(words[0]) in GIVEN_NAMES:
        return True
    return all(is_surname(fold(word)) for word in words)
