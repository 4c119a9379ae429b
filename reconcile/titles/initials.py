"""Words of a title that another has by their initials: `VQA` for `Visual Question Answering`, `LMs` for its models.

Other words have the same initials. Only what an acronym is known to be short for (`lexicon.acronyms`), or what the
title with the acronym spells out itself, is the other title's words in short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reconcile.lexicon import rarity
from reconcile.lexicon.acronyms import READINGS
from sources.text import STOP_WORDS, fold

_FEWEST, _MOST = 2, 7  # letters of initials that stand for words
_TELLING = 3  # words of which initials say something where nobody knows what they are short for
# Beginnings of words that have two letters in an acronym, or one: `variational autoencoders` are VAEs.
_COMPOUND = re.compile(r"(?:auto|data|hyper|key|meta|micro|multi|semi|sub|super|tree|word)(?=[a-z]{3})")
_PLURAL = re.compile(r"(?<=[A-Z]{2})s\b")  # of an acronym: `LMs`; `LMS` is another
_GENUS = re.compile(r"\b([A-Z])\.\s?([a-z]{3,40})\b")  # `P. fluorescens`

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


def standing_for(word: str, words: Words, *, plural: bool = True) -> Iterator[tuple[int, int]]:
    """Yield where the words stand, one behind the other, whose initials a folded word is; half open.

    An s at its end may be that of a `plural`.

    >>> list(standing_for("lms", ("large", "language", "models", "in", "the", "wild")))
    [(1, 3)]
    >>> list(standing_for("vae", ("a", "variational", "autoencoder")))
    [(1, 3)]
    """
    if not (word.isalpha() and _FEWEST <= len(word) <= _MOST + 1):
        return
    initials = _initials_of(words)
    for form in (word, word[:-1]) if plural and word[-1] == "s" else (word,):
        for letters, places in initials if _FEWEST <= len(form) <= _MOST else ():
            at = letters.find(form)
            while at >= 0:
                end = at + len(form)
                begins = at == 0 or places[at - 1] != places[at]
                if begins and (end == len(places) or places[end] != places[end - 1]):
                    yield places[at], places[end - 1] + 1
                at = letters.find(form, at + 1)


def is_known(acronym: str, words: Words, beside: Sequence[str] | None = None) -> bool:
    """Say whether a folded acronym is known to be short for some words; a plural of three letters is another.

    `beside` are words that stand beside it, by which some are told apart; None where nobody knows them yet.
    >>> is_known("rl", ("reinforcement", "learning")), is_known("rl", ("representation", "learning"))
    (True, False)
    >>> is_known("lm", ("language", "models")), is_known("lms", ("language", "models"))
    (True, False)
    """
    known = READINGS.get(acronym) or (READINGS.get(acronym[:-1]) if acronym[-1] == "s" and len(acronym) > 3 else None)
    return any(
        len(reading.words) == len(words)
        and all(map(str.startswith, words, reading.words))
        and (beside is None or not reading.matters or any(word.startswith(reading.matters) for word in beside))
        for reading in known or ()
    )


def singular(title: str) -> str:
    """Return a title with its acronyms in the singular, which only their case tells.

    >>> singular("CNNs beside LMS and LMs")
    'CNN beside LMS and LM'
    """
    return _PLURAL.sub("", title)


def may_stand_for(acronym: str, words: Words) -> bool:
    """Say whether to look for words in the place of their initials, folded: of two, where it is known what is meant."""
    return len(words) >= _TELLING or is_known(acronym, words) or is_known(acronym.removesuffix("s"), words)


def meant_by(acronym: str, words: Words, known: Set[str]) -> Words:
    """Return the words of a title that an acronym may stand for where they are not `known` themselves; else none.

    Of those that it is known to be short for, some may stand elsewhere: `Random Search for NAS`.
    >>> meant_by("vqa", ("wool", "for", "visual", "question", "answering"), {"wool", "vqa"})
    ('visual', 'question', 'answering')
    """
    if acronym in words:
        return ()
    for first, last in standing_for(acronym, words):
        lacking = set(words[first:last]) - STOP_WORDS - known
        twice = STOP_WORDS.union(words[:first], words[last:])  # `Felt of Cape Sheep from the Ears of Cape Sheep`
        fits = known.isdisjoint(set(words[first:last]) - twice) or is_known(acronym, words[first:last])
        if lacking and fits:
            return words[first:last]
    return ()


def in_full(words: Words, others: Words) -> Words:
    """Return folded words with those that are known to be short for some of others written out.

    >>> in_full(("wool", "for", "vqa"), ("wool", "for", "visual", "question", "answering"))
    ('wool', 'for', 'visual', 'question', 'answering')
    """
    beside = (*words, *others)
    return tuple([each for word in words for each in _known_run(word, others, beside) or (word,)])


def _known_run(word: str, others: Words, beside: Words) -> Words:
    if word in others:
        return ()
    runs = (others[first:last] for first, last in standing_for(word, others))
    return next((run for run in runs if is_known(word, run, beside)), ())


def short_between(left: str, right: str) -> frozenset[str]:
    """Return the acronyms of two titles that are the same once each is written out as the other has it; else none.

    >>> sorted(short_between("VSM for Wool in SMT", "Vector Space Model for Wool in Statistical Machine Translation"))
    ['smt', 'vsm']
    """
    one, other = (fold(singular(title)) for title in (left, right))
    mine, theirs = tuple(one.split()), tuple(other.split())
    full, other_full = in_full(mine, theirs), in_full(theirs, mine)
    return frozenset((*mine, *theirs)).difference(full) if full == other_full else frozenset()


def told_by_initials(left: list[str], right: list[str], written: Words, other: Words) -> bool | None:
    """Say of two titles whether all that they do not share are initials in one, for words that they are short for.

    None where it is something else; False where other words may be meant. `left` and `right` are the words of one
    title only, `written` and `other` all of either, in order.
    """
    mine, theirs = list(left), list(right)
    known = _without_initials(mine, theirs, other, written) + _without_initials(theirs, mine, written, other)
    known += _without_own(mine, written, theirs) + _without_own(theirs, other, mine)
    return None if mine or theirs or not known else all(known)


def _without_initials(these: list[str], others: list[str], written: Words, own: Words) -> list[bool]:
    """Take out words that are initials of words that only the other side has; say of each whether that is known.

    `written` are all words of the other side, in order, `own` those of these's: of what an acronym is known to be short
    for, a word may stand there besides, `Random Search for NAS`.
    """
    found, beside = [], (*written, *own)
    for word in list(these) if others else ():
        runs = [written[first:last] for first, last in standing_for(word, written)]
        known = next((run for run in runs if is_known(word, run, beside) and _are_among(run, (*others, *own))), ())
        twice = [each for each in written if written.count(each) > 1] if runs else []
        meant = known or next((run for run in runs if _are_among(run, (*others, *twice))), ())
        if not any(each in others for each in meant):
            continue
        these.remove(word)
        for each in meant:
            if each in others:
                others.remove(each)
        found.append(bool(known))
    return found


def _are_among(run: Words, others: Sequence[str]) -> bool:
    return all(each in others or each in STOP_WORDS for each in run)


def _without_own(these: list[str], written: Words, others: list[str]) -> list[bool]:
    """Take out initials of words that both titles have, `RCO: Route Constrained Optimization`; say if each is sure.

    Two letters are sure beside their words. `written` are all words of these's side, in order; where the other side
    has words of its own, they count.
    """
    found = []
    for word in list(these) if not others else ():
        at = written.index(word)
        runs = [run for run in standing_for(word, written) if written[run[0]] not in STOP_WORDS]
        if runs:
            these.remove(word)
            beside = any(at in (first - 1, last) for first, last in runs)
            found.append(len(word) >= _TELLING or beside)
    return found


def are_initials_in(words: Sequence[str], title: str) -> bool:
    """Say whether each of some folded words is the initials of words of a title.

    >>> are_initials_in(("gcd",), "Learning the Greatest Common Divisor"), are_initials_in(("divisor",), "Learning GCD")
    (True, False)
    """
    every = tuple(fold(title).split())
    return bool(words) and all(any(standing_for(word, every, plural=False)) for word in words)


def with_genus(written: str, title: str) -> str:
    """Return a title with the words of another in the place of single letters that stand before the same rare word.

    >>> with_genus("Growth of P. fluorescens in R.", "On the Growth of Pseudomonas Fluorescens")
    'Growth of pseudomonas fluorescens in R.'
    """
    if not _GENUS.search(written):
        return written
    named = [pair for pair in pairwise(fold(title).split()) if not rarity.is_listed(pair[1])]
    meant = {f"{genus[0]} {species}": f"{genus} {species}" for genus, species in named}
    return _GENUS.sub(lambda found: meant.get(fold(found[0]), found[0]), written)
