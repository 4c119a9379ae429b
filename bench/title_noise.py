"""What goes wrong in a title when people write it down. A noise returns the title where it finds nothing to do."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

from sources.text import STOP_WORDS

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SPELLINGS = (
    ("ization", "isation"),
    ("izing", "ising"),
    ("ized", "ised"),
    ("ize", "ise"),
    ("yzing", "ysing"),
    ("eling", "elling"),
    ("eled", "elled"),
    ("avior", "aviour"),
    ("olor", "olour"),
    ("enter", "entre"),
    ("ataset", "ata set"),
    ("atabase", "ata base"),
    ("ultimodal", "ulti-modal"),
    ("nline", "n-line"),
    ("eal-time", "ealtime"),
    ("nd-to-end", "nd-to-End"),
    ("cross-", "cross "),
    ("self-", "self "),
)
_NUMBERS = (("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("hundred", "100"), ("first", "1st"))
_NUMBERS += (("second", "2nd"), ("third", "3rd"), ("one", "1"), ("six", "6"), ("ten", "10"))

TitleNoise = Callable[[str, random.Random], str]


def _at_word(title: str, rng: random.Random, longest: int = 3) -> tuple[list[str], int]:
    """Return the words and the place of one that is long enough to be hurt; -1 where there is none."""
    words = title.split(" ")
    fit = [at for at, word in enumerate(words) if len(word) >= longest and word.isascii()]
    return words, rng.choice(fit) if fit else -1


def typo(title: str, rng: random.Random) -> str:
    words, at = _at_word(title, rng, 4)
    if at < 0:
        return title
    word, spot = words[at], rng.randrange(1, len(words[at]) - 1)
    words[at] = rng.choice(
        [
            word[:spot] + word[spot + 1 :],
            word[:spot] + rng.choice(_LETTERS) + word[spot:],
            word[:spot] + word[spot + 1] + word[spot] + word[spot + 2 :],
            word[:spot] + rng.choice(_LETTERS) + word[spot + 1 :],
            word[:spot] + word[spot] + word[spot:],
        ]
    )
    return " ".join(words)


def two_typos(title: str, rng: random.Random) -> str:
    return typo(typo(title, rng), rng)


def word_dropped(title: str, rng: random.Random) -> str:
    words = title.split(" ")
    if len(words) < 5:
        return title
    del words[rng.randrange(1, len(words))]
    return " ".join(words)


def word_doubled(title: str, rng: random.Random) -> str:
    words = title.split(" ")
    at = rng.randrange(len(words))
    return " ".join([*words[: at + 1], *words[at:]])


def words_swapped(title: str, rng: random.Random) -> str:
    words = title.split(" ")
    if len(words) < 4:
        return title
    at = rng.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def words_glued(title: str, rng: random.Random) -> str:
    gaps = [at for at, char in enumerate(title) if char == " "]
    for at in sorted(rng.sample(gaps, min(len(gaps), rng.choice([1, 1, 2]))), reverse=True):
        title = title[:at] + title[at + 1 :]
    return title


def word_split(title: str, rng: random.Random) -> str:
    words, at = _at_word(title, rng, 6)
    if at < 0:
        return title
    spot = rng.randrange(2, len(words[at]) - 2)
    words[at] = words[at][:spot] + rng.choice([" ", "- ", "-"]) + words[at][spot:]
    return " ".join(words)


def spelling(title: str, rng: random.Random) -> str:
    for one, other in rng.sample(_SPELLINGS, len(_SPELLINGS)):
        for old, new in ((one, other), (other, one)):
            if old in title and "entre" not in old:
                return title.replace(old, new)
    return title


def number_words(title: str, rng: random.Random) -> str:
    for word, digits in rng.sample(_NUMBERS, len(_NUMBERS)):
        pattern = re.compile(rf"(?<![\w-]){word}(?![\w-])", re.IGNORECASE)
        if pattern.search(title):
            return pattern.sub(digits, title, count=1)
    return title


def unicode_dashes(title: str, rng: random.Random) -> str:
    return title.replace("-", rng.choice("‐‑–—")).replace(":", rng.choice([" –", ":", " —"]))


def subtitle_dropped(title: str, _: random.Random) -> str:
    head, colon, tail = title.partition(": ")
    return head if colon and len(tail.split()) > 1 else title


def subtitle_only(title: str, _: random.Random) -> str:
    head, colon, tail = title.partition(": ")
    return tail if colon and len(tail.split()) > 4 and len(head.split()) < 3 else title


def title_cut(title: str, rng: random.Random) -> str:
    words = title.split(" ")
    keep = rng.randint(max(4, len(words) * 6 // 10), max(4, len(words) - 1))
    return " ".join(words[:keep]) + rng.choice(["...", "…", ""]) if keep < len(words) else title


def stop_words_dropped(title: str, _: random.Random) -> str:
    kept = [word for word in title.split(" ") if word.lower() not in STOP_WORDS]
    return " ".join(kept) if len(kept) > 3 else title


def capitals(title: str, _: random.Random) -> str:
    return title.upper()


def small_letters(title: str, _: random.Random) -> str:
    return title.lower()


def title_case(title: str, _: random.Random) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in title.split(" "))


def braces(title: str, rng: random.Random) -> str:
    """Return the title as a `.bib` file has it: capitals in braces, or all of it."""
    if rng.random() < 0.3:
        return f"{{{title}}}"
    return re.sub(r"\b(?=[\w-]*[A-Z])[\w-]+", lambda m: "{" + m[0] + "}" if rng.random() < 0.7 else m[0], title)


def plain_math(title: str) -> str:
    """Return the title with its formulas as people type them: `M3ST` for `M\\({}^{\\mbox{3}}\\)ST`."""
    return re.sub(r"\\\((.*?)\\\)", lambda m: re.sub(r"\\(?:mbox|text\w*|math\w*)|[\\{}^_$ ]", "", m[1]), title)


TITLE: Mapping[str, TitleNoise] = {
    "title-typo": typo,
    "two-typos": two_typos,
    "word-dropped": word_dropped,
    "word-doubled": word_doubled,
    "words-swapped": words_swapped,
    "words-glued": words_glued,
    "word-split": word_split,
    "spelling": spelling,
    "number-words": number_words,
    "unicode-dashes": unicode_dashes,
    "subtitle-dropped": subtitle_dropped,
    "subtitle-only": subtitle_only,
    "title-cut": title_cut,
    "stop-words-dropped": stop_words_dropped,
    "title-capitals": capitals,
    "title-small": small_letters,
    "case": title_case,
    "braces": braces,
}
# What takes words away; only where the style says who wrote it.
SHORTENING = frozenset({"subtitle-dropped", "subtitle-only", "title-cut", "word-dropped"})
