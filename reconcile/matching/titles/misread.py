"""Words of a title that a string has otherwise than the record: misspelt, or misread by a scan or a PDF's font."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from rapidfuzz.distance import Prefix

from reconcile.lexicon.rarity import is_listed
from reconcile.matching.strings.restored import AS_LETTERS
from reconcile.settings import Settings
from reconcile.titles import Relation, Titles
from reconcile.titles.slips import is_slip, likeness, opposed
from reconcile.venues.tokens import is_ordinal
from sources.text import STOP_WORDS, fold

Frequency = Callable[[str], int]

# Relations in which words that are like each other are no slips of one another.
_NEVER = frozenset({Relation.PART, Relation.OPPOSED, Relation.UNRELATED, Relation.GENERIC})
# What a scan has for letters beside digits: two letters for one.
_PAIRS = (("rn", "m"), ("vv", "w"), ("ii", "u"), ("cl", "d"), ("d", "cl"))
_LIGATURES = ("ffi", "ffl", "ff", "fi", "fl")  # in print one sign, which a PDF may lack
_SHORT = 2  # letters before one that may have gone with a word before: `a nity`
_LONGEST = 30  # letters of a word that are looked at for letters printed as one
_MOST_SLIPPED = 2  # words that are misspelt as others that there are
_LEAST_SLIPPED = 3  # letters of either
_LEAST_STEM = 4  # letters that two forms of a word have in common,
# and what follows; `faster` is no form of "fast", as people write both papers.
_ENDINGS = frozenset(
    ("", *"al ally ation ations e ed es ication ing ings ion ions led ies ling ly ment ments s y".split())
)
_LEAST_SMALL = 4  # letters of a misspelt small word


def spelt(titles: Titles, title: str, settings: Settings, frequency: Frequency) -> Titles:
    """Return the titles as misspelt, where words that no record has for words like them are all that parts them.

    `title` is the record's, which is the right one of the two; `frequency` says in how many records a word stands.
    """
    if not titles.only_left or titles.relation in _NEVER:
        return titles
    words, rest = _with_ligatures(list(titles.only_left), list(titles.only_right))
    every = fold(title).split()
    known, small = STOP_WORDS.union(every), [word for word in every if word in STOP_WORDS]
    while words:
        word = words.pop(0)
        if word == "m" and "in" in small:
            continue  # two letters that a scan took for one
        read_as = readings(word)
        if frequency(word) > settings.strings.misspelt_in:
            read_as = ()
        if not known.isdisjoint(read_as):
            rest = [other for other in rest if other not in read_as]
        elif words and (twin := _torn(word, words[0], rest, settings, frequency)):
            rest.remove(twin)
            words.pop(0)
        elif at := _glued(read_as, rest, settings):
            del rest[at - 1 : at + 1]
        elif twin := _twin(read_as, rest, settings.strings.alike):
            rest.remove(twin)
        elif len(word) >= _LEAST_SMALL and _twin(read_as, small, settings.strings.alike):
            continue  # `wkiith` for "with", which no list of telling words has
        else:
            return titles
    return titles if rest else Titles(Relation.SPELLING, titles.bits, titles.share)


def slipped(titles: Titles, title: str) -> Titles:
    """Return the titles as misspelt, where one or two words that are a letter off are all that parts them.

    The words may be others that there are, `form` for "from" and `pan` for "pain", another form of the same, `testing`
    for "tests": so the people must vouch for the work. `fifth` is not "sixth".
    """
    if not 0 < len(titles.only_left) <= _MOST_SLIPPED or titles.relation in _NEVER:
        return titles
    rest, every = list(titles.only_right), fold(title).split()
    for word in titles.only_left:
        twin = next((other for other in rest if _is_slip_of(word, other)), None)
        if twin is not None:
            rest.remove(twin)
        elif not any(_is_slip_of(word, other) for other in every):  # a small word, or one that the title has twice
            return titles
    return titles if rest else Titles(Relation.SPELLING, titles.bits, titles.share)


def _is_slip_of(word: str, other: str) -> bool:
    if min(len(word), len(other)) < _LEAST_SLIPPED or not (word + other).isalpha():
        return False
    if opposed(word, other) or is_ordinal(word) or is_ordinal(other):
        return False
    return is_slip(word, other, 1 if is_listed(word) else 2) or _is_form_of(word, other)


def _is_form_of(word: str, other: str) -> bool:
    """Say whether two words are forms of one: `biases` and "bias", `testing` and "tests", no `texture` and "text"."""
    stem = Prefix.similarity(word, other)
    return stem >= _LEAST_STEM and {word[stem:], other[stem:]} <= _ENDINGS


def _with_ligatures(words: list[str], rest: list[str]) -> tuple[list[str], list[str]]:
    """Return the words of two sides without those that one side has without a ligature: `classi cation`, `eciency`."""
    for other in tuple(rest):
        halves = [other.partition(sign)[::2] for sign in _LIGATURES if sign in other]
        lost = _first(_places_of_both, halves, words) or _first(_places_of, halves, words)
        if lost:
            del words[lost.start : lost.stop]
            rest.remove(other)
    return words, rest


_Places = Callable[[str, str, list[str]], range | None]


def _first(places: _Places, halves: list[tuple[str, str]], words: list[str]) -> range | None:
    """Return where the first two halves that are found stand."""
    return next((found for left, right in halves if (found := places(left, right, words))), None)


def _places_of_both(left: str, right: str, words: list[str]) -> range | None:
    """Return where the halves of a word stand among others, one behind the other."""
    return next((range(at, at + 2) for at, pair in enumerate(pairwise(words)) if pair == (left, right)), None)


def _places_of(left: str, right: str, words: list[str]) -> range | None:
    """Return where the halves of a word stand among others, joined, or the second with a short first one lost."""
    whole = [left + right, right] if len(left) <= _SHORT else [left + right]
    return next((range(at, at + 1) for at, word in enumerate(words) if word in whole and not is_listed(word)), None)


def readings(word: str) -> tuple[str, ...]:
    """Return the words that a word may be in a scan, itself first; none for a number, whatever is written with it."""
    read = word if word.isdigit() else word.translate(AS_LETTERS)
    if not read.isalpha():
        return ()
    pairs = [read.replace(seen, meant) for seen, meant in _PAIRS if seen in read]
    joint = [f"{read[:at]}ti{read[at + 1 :]}" for at, letter in enumerate(read[:_LONGEST]) if letter == "u"]
    return (read, *pairs, *joint)  # `Mulü` is "Multi" where two letters were printed as one


def _twin(readings: tuple[str, ...], rest: list[str], least: float) -> str:
    """Return the word most like one of the readings; empty where none is like them, or the first is its opposite."""
    others = [other for other in rest if other.isalpha() and readings and likeness(readings[0], other) > 0.0]
    pairs = [(likeness(reading, other), other) for reading in readings for other in others]
    like, twin = max(pairs, default=(0.0, ""))
    return twin if like >= least else ""


def _torn(word: str, following: str, rest: list[str], settings: Settings, frequency: Frequency) -> str:
    """Return the word of which two are the halves, perhaps without a ligature between: `classi cation`."""
    if frequency(word + following) > settings.strings.misspelt_in:
        return ""
    halved = [other for other in rest if other.startswith(word) and other.endswith(following)]
    return _twin(readings(word + following), halved, settings.strings.alike) or _twin(
        readings(word + following), rest, settings.strings.torn
    )


def _glued(readings: tuple[str, ...], rest: list[str], settings: Settings) -> int:
    """Return the place of the second of two words that one word is, without the space between; 0 for none."""
    pairs = [one + other for one, other in pairwise(rest)]
    return next((at for at, pair in enumerate(pairs, 1) if _twin(readings, [pair], settings.strings.torn)), 0)
