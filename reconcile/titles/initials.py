"""Words of a title that another has by their initials: `VQA` for `Visual Question Answering`, `LMs` for its models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from sources.text import STOP_WORDS

FEWEST, MOST = 2, 7  # letters of initials that stand for words, and of several of a kind


def initials_of(words: Sequence[str]) -> str:
    """Return the first letters of folded words."""
    return "".join([word[0] for word in words])


def standing_for(word: str, initials: str) -> Iterator[tuple[int, int]]:
    """Yield where, among words of such initials, those stand that a folded word is the initials of, half open.

    >>> list(standing_for("lms", initials_of(("large", "language", "models", "in", "the", "wild"))))
    [(1, 3)]
    """
    if not word.isalpha():
        return
    for form in {word, word.removesuffix("s")}:
        at = initials.find(form) if FEWEST <= len(form) <= MOST else -1
        while at >= 0:
            yield at, at + len(form)
            at = initials.find(form, at + 1)


def meant_by(acronym: str, words: Sequence[str], known: Set[str]) -> tuple[str, ...]:
    """Return the words of a title that an acronym stands for where they are not `known` themselves; else none.

    >>> meant_by("vqa", ("wool", "for", "visual", "question", "answering"), {"wool", "vqa"})
    ('visual', 'question', 'answering')
    """
    if acronym in words:
        return ()
    runs = (tuple(words[first:last]) for first, last in standing_for(acronym, initials_of(words)))
    return next((run for run in runs if known.isdisjoint(set(run) - STOP_WORDS)), ())


def in_full(words: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return folded words with those that are initials of others written out.

    >>> in_full(("wool", "for", "vqa"), ("wool", "for", "visual", "question", "answering"))
    ('wool', 'for', 'visual', 'question', 'answering')
    """
    known = set(words)
    return tuple([each for word in words for each in meant_by(word, others, known) or (word,)])
