"""Titles that resemble a real one and are those of other works: what a matcher must refuse."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from works import Corpus

from sources.text import fold


def _other_word(title: str, corpus: Corpus, rng: random.Random) -> str:
    """Return the title with its most telling word changed for another real and rare one."""
    words = title.split()
    telling = [w for w in corpus.rare_words(fold(title)) if w.isalpha() and len(w) > 4]
    spots = [at for at, word in enumerate(words) if fold(word) in telling[:2]]
    if len(words) < 5 or not spots:
        return ""
    for _ in range(60):
        new = rng.choice(corpus.papers[rng.choice(range(len(corpus.papers)))][1].title.split())
        if new.isalpha() and len(new) > 5 and 2 <= corpus.count(fold(new)) <= 400 and fold(new) not in fold(title):
            words[rng.choice(spots)] = new
            return " ".join(words)
    return ""


def _part_two(title: str, _: Corpus, rng: random.Random) -> str:
    return title + rng.choice([", Part II", " II", " (Part 2)", ": Part Two", " - Part III"])


def _survey(title: str, _: Corpus, rng: random.Random) -> str:
    head = title.split(": ")[-1] if ": " in title else title
    form = rng.choice(["A Survey of {}", "A Survey on {}", "{}: A Survey", "A Review of {}", "Recent Advances in {}"])
    return form.format(head) if 2 <= len(head.split()) < 9 and "urvey" not in head else ""


def _question(title: str, corpus: Corpus, rng: random.Random) -> str:
    """Return another paper's title on the same thing: the system's name with another's subtitle."""
    head, colon, _ = title.partition(": ")
    other = corpus.papers[rng.choice(range(len(corpus.papers)))][1].title.partition(": ")[2]
    return f"{head}: {other}" if colon and len(head.split()) < 4 and len(other.split()) > 3 else ""


def _extension(title: str, _: Corpus, rng: random.Random) -> str:
    """Return the title of a later paper that goes on from this one."""
    lower = title[0].lower() + title[1:] if title[1:2].islower() else title
    form = rng.choice(["An Extended {}", "Beyond {}", "{} Revisited", "Rethinking {}", "{}: Five Years Later"])
    return form.format(lower if form.endswith("{}") else title) if len(title.split()) < 10 and ":" not in title else ""


NEAR: Mapping[str, Callable[[str, Corpus, random.Random], str]] = {
    "other-word": _other_word,
    "part-two": _part_two,
    "survey": _survey,
    "extension": _extension,
    "other-subtitle": _question,
}
