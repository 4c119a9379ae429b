"""What goes wrong when people write publications down: in a title, in the authors, in year and venue, in the string.

The kinds of the strings that were published before are here too (typos, case, et al., …), so that tables can be
compared.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from cv_styles import Paper
from string_names import ET_AL, parts
from title_noise import SHORTENING, TITLE, typo

__all__ = ["AUTHORS", "FIELD", "SHORTENING", "TEXT", "TITLE", "Others"]


_LATEX = {"\u0301": "'", "\u0300": "`", "\u0308": '"', "\u0302": "^", "\u0303": "~", "\u030c": "v ", "\u0327": "c "}
_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))


@dataclass(frozen=True, slots=True)
class Others:
    """What noise takes from the rest of the dumps."""

    venues: tuple[str, ...]


FieldNoise = Callable[[Paper, random.Random, Others], Paper]


def _et_al(p: Paper, rng: random.Random, _: Others) -> Paper:
    kept = rng.randint(1, max(1, len(p.authors) - 2))
    return replace(p, authors=(*p.authors[:kept], ET_AL)) if len(p.authors) > 2 else p


def _first_only(p: Paper, *_: object) -> Paper:
    return replace(p, authors=p.authors[:1])


def _missing(p: Paper, rng: random.Random, _: Others) -> Paper:
    if len(p.authors) < 2:
        return p
    gone = rng.randrange(len(p.authors))
    return replace(p, authors=tuple(name for at, name in enumerate(p.authors) if at != gone))


def _shuffled(p: Paper, rng: random.Random, _: Others) -> Paper:
    return replace(p, authors=tuple(rng.sample(p.authors, len(p.authors))))


def _inverted(p: Paper, rng: random.Random, _: Others) -> Paper:
    at = rng.randrange(len(p.authors))
    given, family = parts(p.authors[at])
    return replace(p, authors=(*p.authors[:at], f"{family} {given}".strip(), *p.authors[at + 1 :]))


def _name_typo(p: Paper, rng: random.Random, _: Others) -> Paper:
    at = rng.randrange(len(p.authors))
    return replace(p, authors=(*p.authors[:at], typo(p.authors[at], rng), *p.authors[at + 1 :]))


def _no_accents(p: Paper, *_: object) -> Paper:
    plain = unicodedata.normalize("NFKD", " | ".join(p.authors)).encode("ascii", "ignore").decode()
    names = tuple(plain.split(" | "))
    return replace(p, authors=names) if all(len(name.split()) > 1 for name in names) else p


def _venue(p: Paper, rng: random.Random, others: Others) -> Paper:
    venue = rng.choice(
        ["arXiv preprint", "CoRR", f"Proc. of {p.venue}", rng.choice(others.venues), p.long_venue[:40], "Under review"]
    )
    return replace(p, venue=venue, long_venue=venue)


FIELD: Mapping[str, FieldNoise] = {
    "et-al": _et_al,
    "first-author-only": _first_only,
    "author-missing": _missing,
    "authors-shuffled": _shuffled,
    "name-inverted": _inverted,
    "name-typo": _name_typo,
    "no-accents": _no_accents,
    "venue-changed": _venue,
    "year-off-by-one": lambda p, rng, _: replace(p, year=p.year + rng.choice([-1, 1])),
    "year-off-by-more": lambda p, rng, _: replace(p, year=p.year + rng.choice([-3, -2, 2, 3])),
}
AUTHORS = frozenset({"et-al", "first-author-only", "author-missing", "authors-shuffled", "name-inverted", "name-typo"})
TextNoise = Callable[[str, random.Random], str]


def mojibake(text: str, _: random.Random) -> str:
    """Return UTF-8 read as Windows-1252."""
    return text.encode().decode("cp1252", errors="replace")


def question_marks(text: str, _: random.Random) -> str:
    return text.encode("ascii", "replace").decode() if not text.isascii() else text


def ligatures(text: str, _: random.Random) -> str:
    for plain, one in _LIGATURES:
        text = text.replace(plain, one)
    return text


def ocr(text: str, rng: random.Random) -> str:
    """Return the text as a scanner reads it: hyphens of line ends, letters taken for others."""
    pairs = (("l", "1"), ("O", "0"), ("rn", "m"), ("I", "l"), ("e", "c"), ("ti", "ü"), ("S", "5"))
    for old, new in rng.sample(pairs, 2):
        spots = [match.start() for match in re.finditer(old, text)]
        for at in sorted(rng.sample(spots, min(len(spots), rng.randint(1, 2))), reverse=True):
            text = text[:at] + new + text[at + len(old) :]
    return hyphenated(text, rng)


def hyphenated(text: str, rng: random.Random) -> str:
    spots = [match.start() + 4 for match in re.finditer(r"(?<![\w\\])[a-z]{8,}", text)]
    for at in sorted(rng.sample(spots, min(len(spots), 2)), reverse=True):
        text = text[:at] + rng.choice(["- ", "-\n"]) + text[at:]
    return text


def latex(text: str, _: random.Random) -> str:
    """Return the text with accents and signs as LaTeX writes them."""
    out = ""
    for char in unicodedata.normalize("NFD", text):
        if char in _LATEX and out:
            out = f"{out[:-1]}{{\\{_LATEX[char]}{out[-1]}}}"
        else:
            out += {"&": "\\&", "%": "\\%", "ß": "{\\ss}", "ø": "{\\o}", "ł": "{\\l}", "–": "--"}.get(char, char)
    return unicodedata.normalize("NFC", out)


def trailing(text: str, rng: random.Random) -> str:
    return text + rng.choice(
        [
            " [Accessed 12 March 2021]",
            " https://doi.org/",
            " (peer-reviewed, 12 citations)",
            " DOI: forthcoming",
            " Presented by the first author, Vienna, Austria.",
            " | Slides | Video | Code: github.com/lab/project",
            " ISBN 978-1-4503-0000-0. URL: http://www.example.org/~lab/papers/final_v3.pdf",
            " .  (cit. on pp. 12, 45)",
            " 13",
        ]
    )


def leading(text: str, rng: random.Random) -> str:
    marks = ["1) ", "• ", "- ", "[C12] ", "3. ", "* ", "NEW! ", "(j) ", "▪ ", "2019  ", "Peer reviewed: "]
    return rng.choice(marks) + text


def truncated(text: str, rng: random.Random) -> str:
    return text[: max(90, len(text) - rng.randint(5, 60))]


def text_capitals(text: str, _: random.Random) -> str:
    return text.upper()


def text_small(text: str, _: random.Random) -> str:
    return text.lower()


def markdown(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    at = rng.randrange(len(words))
    words[at] = rng.choice(["**{}**", "<b>{}</b>", "*{}*", "<i>{}</i>", "{}*", "{}†"]).format(words[at])
    return " ".join(words)


def escaped(text: str, _: random.Random) -> str:
    """Return the text as HTML holds it, entities and all."""
    text = text.replace("&", "&amp;").replace("'", "&#39;").replace('"', "&quot;").replace("–", "&ndash;")
    return text.encode("ascii", "xmlcharrefreplace").decode()


TEXT: Mapping[str, TextNoise] = {
    "mojibake": mojibake,
    "question-marks": question_marks,
    "ligatures": ligatures,
    "ocr": ocr,
    "hyphenated": hyphenated,
    "latex": latex,
    "trailing-junk": trailing,
    "leading-junk": leading,
    "truncated": truncated,
    "all-capitals": text_capitals,
    "all-small": text_small,
    "marked-word": markdown,
    "html-escaped": escaped,
}
