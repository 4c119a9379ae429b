"""Words of a title that another has by their initials: `VQA` for `Visual Question Answering`, `LMs` for its models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from sources.text import STOP_WORDS, fold

_FEWEST, _MOST = 2, 7  # letters of initials that stand for words, and of several of a kind
_NUMERAL = re.compile(r"[ivxlc]{1,5}")  # a Roman one, which counts parts
# Beginnings of words that have two letters in an acronym, or one: `variational autoencoders` are VAEs.
_COMPOUND = re.compile(r"(?:auto|data|hyper|key|meta|micro|multi|semi|sub|super|tree|word)(?=[a-z]{3})")

Words = tuple[str, ...]


class _Initials(NamedTuple):
    """The letters of which an acronym of words may be made, and the place of the word that each is of."""

    letters: str
    places: tuple[int, ...]


@lru_cache(maxsize=1 << 12)
def _initials_of(words: Words) -> tuple[_Initials, ...]:
    """Return the first letters of folded words; also with two of a compound, where there is one."""
    first = _Initials("".join([word[0] for word in words]), tuple(range(len(words))))
    second = [(at, word[found.end()]) for at, word in enumerate(words) if (found := _COMPOUND.match(word))]
    if not second:
        return (first,)
    both = sorted([*enumerate(first.letters), *second], key=lambda each: each[0])
    return first, _Initials("".join([letter for _, letter in both]), tuple([at for at, _ in both]))


def standing_for(word: str, words: Words) -> Iterator[tuple[int, int]]:
    """Yield where the words stand, one behind the other, whose initials a folded word is; half open.

    >>> list(standing_for("lms", ("large", "language", "models", "in", "the", "wild")))
    [(1, 3)]
    >>> list(standing_for("vae", ("a", "variational", "autoencoder")))
    [(1, 3)]
    """
    if _NUMERAL.fullmatch(word) or not (word.isalpha() and _FEWEST <= len(word) <= _MOST + 1):
        return
    initials = _initials_of(words)
    for form in (word, word[:-1]) if word[-1] == "s" else (word,):
        for letters, places in initials if _FEWEST <= len(form) <= _MOST else ():
            at = letters.find(form)
            while at >= 0:
                end = at + len(form)
                begins = at == 0 or places[at - 1] != places[at]
                if begins and (end == len(places) or places[end] != places[end - 1]):
                    yield places[at], places[end - 1] + 1
                at = letters.find(form, at + 1)


def meant_by(acronym: str, words: Words, known: Set[str]) -> Words:
    """Return the words of a title that an acronym stands for where they are not `known` themselves; else none.

    >>> meant_by("vqa", ("wool", "for", "visual", "question", "answering"), {"wool", "vqa"})
    ('visual', 'question', 'answering')
    """
    if acronym in words:
        return ()
    for first, last in standing_for(acronym, words):
        twice = STOP_WORDS.union(words[:first], words[last:])  # `Felt of Cape Sheep from the Ears of Cape Sheep`
        if known.isdisjoint(set(words[first:last]) - twice):
            return words[first:last]
    return ()


def in_full(words: Words, others: Words) -> Words:
    """Return folded words with those that are initials of others written out.

    >>> in_full(("wool", "for", "vqa"), ("wool", "for", "visual", "question", "answering"))
    ('wool', 'for', 'visual', 'question', 'answering')
    """
    known = set(words)
    return tuple([each for word in words for each in meant_by(word, others, known) or (word,)])


def is_abbreviated(written: str, title: str) -> bool:
    """Say whether a title has the initials of some of its words in their place, and all the others.

    Of a small word only a full stop tells that it is one: `A. baumannii`.
    >>> is_abbreviated("RL with P. fluorescens", "Reinforcement Learning with Pseudomonas Fluorescens")
    True
    """
    words, at = fold(title).split(), 0
    for word in fold(written).split():
        if words[at : at + 1] == [word]:
            at += 1
        elif word in STOP_WORDS and f"{word.upper()}." not in written:
            return False
        elif word == "".join([each[0] for each in words[at : at + len(word)]]):
            at += len(word)
        else:
            return False
    return at == len(words)
