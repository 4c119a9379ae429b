"""Words of a title that another has by their initials: `VQA` for `Visual Question Answering`, `LMs` for its models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
