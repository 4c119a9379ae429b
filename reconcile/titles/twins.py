"""Words that are another one misspelt or inflected, found in a vocabulary without holding every two side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reconcile.lexicon import rarity
from reconcile.titles.slips import MOST_SLIPS, close, is_slip

_TWICE = 6  # letters from which two of them may be slips
_THRICE = 12  # and three, in the longer of two words
_LONG = 20  # letters from which words have so many forms that all of them are held side by side


class Twins:
    """The words of a vocabulary, by what is left of them without a letter or two.

    A slip is a letter wrong, missing, added or swapped, so two words that are two slips apart have a form in common
    when two letters are left out of each. Words further apart are one only where exactly one of them is among the
    2,500 that many titles have, so these few are looked through.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        words = sorted(word for word in vocabulary if word.isalpha())
        self._by_form: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for form in _forms(word):
                self._by_form[form].append(word)
        self._long = [word for word in words if len(word) >= _LONG - MOST_SLIPS]
        self._far: dict[tuple[bool, int], list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= _THRICE - MOST_SLIPS:
                self._far[rarity.is_listed(word), len(word)].append(word)

    def of(self, word: str) -> tuple[str, ...]:
        """Return the words of the vocabulary, other than this one, that `slips.close` takes for it."""
        if not word.isalpha():
            return ()
        every = {twin for form in _forms(word) for twin in self._by_form.get(form, ())}
        listed = rarity.is_listed(word)
        for length in range(len(word) - MOST_SLIPS, len(word) + MOST_SLIPS + 1):
            if max(length, len(word)) >= _THRICE:
                every.update(_within(word, self._far.get((not listed, length), ())))
        if len(word) >= _LONG - MOST_SLIPS:
            every.update(_within(word, self._long))
        return tuple(sorted(twin for twin in every if twin != word and close(word, twin)))


def _within(word: str, others: Iterable[str]) -> list[str]:
    """Return the words that are no more than three slips away."""
    return [other for other in others if is_slip(word, other, MOST_SLIPS)]


def _forms(word: str) -> set[str]:
    """Return a word without an `s` at its end, without each letter, and, of a longer word, without each two."""
    forms = {word, word.rstrip("s")}
    if len(word) >= _LONG:
        return forms
    ends = range(len(word))
    forms.update(word[:at] + word[at + 1 :] for at in ends)
    if len(word) >= _TWICE:
        forms.update(word[:at] + word[at + 1 : to] + word[to + 1 :] for to in ends for at in range(to))
    return forms
