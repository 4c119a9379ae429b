"""A list of names read: `Gao, L., & Niu, Y.`, `Lei Gao*, Yue Niu* and T. Tang`, `Smith J, Doe AB`, `李伟，王芳`.

The list is cut at its delimiters, every piece is given a shape (`Shape`), and the shapes decide which pieces belong
together. How well the pieces read as names is the score by which a citation's readings are compared.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from reconcile import rarity
from reconcile.parse import cues
from sources.text import fold


class Shape(Enum):
    """What a piece between two delimiters looks like."""

    FULL = "J. K. Author"
    TRAILING = "Author JK"
    WORDS = "Given Author"
    LONE = "van Author"
    INITIALS = "J. K."
    SUFFIX = "Jr."
    ET_AL = "et al."
    DASH = "———"
    ORGANISATION = "University of X"
    OTHER = "no name at all"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One name of a list: characters `start` to `end`, and the text that `read_name` reads."""

    start: int
    end: int
    text: str
    literal: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """A list of names: the persons, whether it is cut short, and how much it looks like a list of names."""

    persons: tuple[Person, ...] = ()
    et_al: bool = False
    score: float = 0.0
    against: float = 0.0


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    shape: Shape
    score: float
    before: str  # the delimiter before: "," ";" "and" "\n" or ""


LONGEST_LIST = 6000  # characters of a list of names that are read

_MARKS = re.compile(r"[*∗†‡§¶¹²³⁰⁴-⁹ᵃ-ᵏ#^~✉★☆◊♠♣♥♦⋆\\$_\"“”]|(?<=[^\W\d_])\d{1,2}(?:,\d{1,2})*(?!\d)|(?<=\.)\d(?!\d)")
_PARENTHESES = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,100}\]")
_DELIMITER = re.compile(
    r"[,;&|\n·•+]+|(?<=\s)/(?=\s)|(?<![\w.])(?:and|und|et(?!\.? al)|y|e|en|og|och|with|avec|mit)(?=[\s,])|(?<=\w)\s[-–—]\s(?=\w)"
)
_INITIALS = re.compile(
    r"(?:[^\W\d_a-zß-ÿ]\.?[’']?[ -]?){1,5}|(?:[^\W\d_a-z][^\W\d_A-Z]{0,2}\.[ -]?)(?:[^\W\d_a-z]\.?[ -]?){0,3}"
)
_ALL_INITIALS = re.compile(r"(?:[A-ZÀ-ÞČŁŚŠŽĐŞİ]\.?[ -]?){1,5}|[A-Z][a-z]\.(?:[ -]?[A-Z]\.?){0,3}|[a-z]\.")
_DASHES = re.compile(r"[-–—_]{2,}|[–—]")
_WITH = re.compile(r"(?:joint(?:ly)? )?(?:work )?with\s", re.IGNORECASE)
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,5}")
_ET_AL = re.compile(
    r"\bet\.? ?al\b\.?|\bet coll\b\.?|\bu\. ?a\.|\band (?:\d+ )?others\b|\b(?:y|e) (?:otros|outros)\b|等", re.IGNORECASE
)
_ALONE = re.compile(r"(?:[A-Z]\.?){1,4}", re.ASCII)
_WORD = re.compile(r"[^\s]+")


@lru_cache(maxsize=8192)
def shape_of(text: str) -> tuple[Shape, float]:
    """Return the shape of one piece, and how much it speaks for (or against) a list of names.

    >>> shape_of("J. K. Author")[0]
    <Shape.FULL: 'J. K. Author'>
    """
    plain = text.strip(" .,;:")
    folded = plain.casefold().replace(".", "")
    if not plain:
        return (Shape.DASH, 0.6) if _DASHES.fullmatch(text.strip(" .,;:")) else (Shape.NOTHING, 0.0)
    if folded in cues.ET_AL or _ET_AL.fullmatch(text.strip(" ,;")):
        return Shape.ET_AL, 1.0
    if _DASHES.fullmatch(plain):
        return Shape.DASH, 1.5
    if folded in cues.SUFFIXES:
        return Shape.SUFFIX, 0.3
    if _HAN.fullmatch(plain):
        return Shape.WORDS, 0.8
    tokens = _WORD.findall(plain if len(plain) < 200 else plain[:200])
    if len(tokens) > 7 or any(char.isdigit() for char in plain):
        return _organisation(tokens)
    return _shape_of_words(plain, tokens, text)


def _organisation(tokens: list[str]) -> tuple[Shape, float]:
    lowered = [token.strip(".,()").casefold() for token in tokens]
    if any(word in cues.ORGANISATIONS for word in lowered) and len(tokens) <= 10 and tokens[0][:1].isupper():
        heavy = [token for token in tokens if len(token) > 3]
        if all(token[:1].isupper() for token in heavy):
            return Shape.ORGANISATION, -0.2
    return Shape.OTHER, -2.5


def _shape_of_words(plain: str, tokens: list[str], text: str) -> tuple[Shape, float]:
    initials = [
        bool(_ALL_INITIALS.fullmatch(token)) and (len(token.strip(".")) < 4 or "." in token) for token in tokens
    ]
    if all(initials):
        return (Shape.INITIALS, 0.6) if len(tokens) <= 4 else (Shape.OTHER, -2.5)
    strict = [bool(_ALONE.fullmatch(token)) and (len(token) < 3 or "." in token) for token in tokens]
    words = [token for token, is_initial in zip(tokens, initials, strict=True) if not is_initial]
    if len(tokens) > 1 and tokens[-1].strip(".").casefold() in cues.SUFFIXES:
        words = [word for word in words if word.strip(".").casefold() not in cues.SUFFIXES]
    caps = [word for word in words if _is_capital(word)]
    low = [word for word in words if not _is_capital(word)]
    if not caps or any(not _is_particle(word) for word in low) or len(caps) > 4:
        return _organisation(tokens)
    if any(word.strip(".").casefold() in cues.ORGANISATIONS for word in words):
        return _organisation(tokens)
    if tokens[0].casefold() in cues.NEVER_NAMES and len(tokens) > 1 and tokens[0].casefold() not in cues.PARTICLES:
        return Shape.OTHER, -1.5
    if plain.endswith(":") or any(char in plain for char in ":?!=<>%"):
        return Shape.OTHER, -2.5
    if any(
        token.endswith(".") and len(token) > 3 and token not in ("Chr.", "Jos.", "Chas.", "Geo.", "Wm.")
        for token in tokens[:-1]
        if token in caps
    ):
        return Shape.OTHER, -1.5
    lexical = sum(map(_lexical, caps))
    if len(words) < len(tokens) and (any(strict) or any(initials)):
        if initials[-1] and not initials[0]:
            return Shape.TRAILING, 1.2 + lexical / 2
        return Shape.FULL, 1.5 + lexical / 2
    if len(caps) == 1:
        return Shape.LONE, -0.1 + lexical
    return Shape.WORDS, (0.7 if len(caps) < 4 else 0.2) + lexical


_SMALL_PREFIX = re.compile(r"(?:d|l|al|el|ibn|de)['’-](\w)")


def _is_capital(word: str) -> bool:
    first = word.lstrip("'’‘`(")[:1]
    prefix = _SMALL_PREFIX.match(word)
    return first.isupper() or "\u3040" < first < "\ud7af" or bool(prefix and prefix[1].isupper())


def _is_particle(word: str) -> bool:
    return word.casefold() in cues.PARTICLES or word.casefold().rstrip(".") in cues.PARTICLES


@lru_cache(maxsize=16384)
def _lexical(word: str) -> float:
    """Return what the tables of surnames and of title words say about one capitalised word."""
    folded = fold(word).replace(" ", "")
    if rarity.of_surname(folded) < rarity.UNLISTED_SURNAME:
        return 0.4
    known = rarity.of_word(folded)
    if known < rarity.UNLISTED_WORD and len(folded) > 2:
        return -0.9
    return 0.0


def blank_marks(text: str) -> str:
    """Return `text` with the marks at names and what stands in parentheses blanked; the length stays.

    >>> blank_marks("Lei Gao*, Shen Li (Lab)2")
    'Lei Gao , Shen Li       '
    """
    text = _PARENTHESES.sub(_blank_aside, text)
    return _MARKS.sub(lambda match: " " * len(match[0]), text)


def _blank_aside(match: re.Match[str]) -> str:
    """Blank a parenthesis; of initials, as in `SIERVO (M.)`, and of co-authors, `(with A. Li)`, only its brackets."""
    inner = match[0][1:-1]
    kept = ("." in inner and _ALL_INITIALS.fullmatch(inner)) or _WITH.match(inner)
    return f" {inner} " if kept else " " * len(match[0])


def read_people(text: str, start: int, end: int) -> People:
    """Return the list of names that stands at `start` to `end` of `text`, whose marks are blanked."""
    pieces = _pieces(text, start, min(end, start + LONGEST_LIST))
    if not pieces:
        return People()
    if any(";" in piece.before for piece in pieces):
        return _by_semicolon(pieces)
    return _by_shape(pieces)


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    at, before = start, ""
    for match in _DELIMITER.finditer(text, start, end):
        _add_piece(pieces, text, at, match.start(), before)
        last = pieces[-1] if pieces else None
        fresh = last is None or last.end <= at
        delimiter = _kind_of(match[0])
        before = before + delimiter if fresh and at > start and text[at : match.start()].strip() == "" else delimiter
        at = match.end()
    _add_piece(pieces, text, at, end, before)
    return pieces


def _kind_of(delimiter: str) -> str:
    stripped = delimiter.strip()
    if ";" in delimiter:
        return ";"
    return (
        ","
        if stripped == ","
        else "and"
        if stripped.isalpha() or stripped in ("&", "+")
        else "\n"
        if "\n" in delimiter
        else stripped
    )


def _add_piece(pieces: list[_Piece], text: str, start: int, end: int, before: str) -> None:
    """Add the piece, without the blanks around it; `Smith, J. et al.` ends with a piece of its own."""
    tail = _ET_AL.search(text, start, end)
    if tail and tail.start() > start and text[start : tail.start()].strip(" .,"):
        _add_piece(pieces, text, start, tail.start(), before)
        _add_piece(pieces, text, tail.start(), end, "")
        return
    while start < end and text[start] in " .:":
        start += 1
    while end > start and text[end - 1] in " :":
        end -= 1
    if start == end:
        return
    piece = text[start:end]
    shape, score = shape_of(" ".join(piece.split()))
    if shape is not Shape.NOTHING:
        pieces.append(_Piece(start, end, piece, shape, score, before))


def _people(persons: list[Person], et_al: bool, scores: list[float], against: float) -> People:
    """Return the list with its score: how good the names are on average, a little for their number, and what is none."""
    if not scores:
        return People(tuple(persons), et_al, against - 0.5, against)
    mean = sum(scores) / len(scores)
    score = mean + 0.12 * min(len(scores), 6) + 0.5 * et_al + against
    return People(tuple(persons), et_al, score, against)


def cut_points(text: str, start: int, end: int) -> list[int]:
    """Return the commas after which the list of names that begins at `start` goes on with what is no name (at most 2)."""
    pieces = _pieces(text, start, end)
    found: list[int] = []
    for at, (before, piece) in enumerate(itertools.pairwise(pieces)):
        if piece.shape in (Shape.OTHER, Shape.ORGANISATION) and before.shape is not Shape.OTHER:
            cut = _comma_before(pieces, at + 1)
            if cut is not None and cut not in found:
                found.append(cut)
        elif piece.before == "," and _breaks_style(pieces, at + 1) and before.end not in found:
            found.append(before.end)
        if len(found) == 4 or (piece.shape is Shape.OTHER and before.shape is Shape.OTHER):
            break
    return found


def _comma_before(pieces: list[_Piece], at: int) -> int | None:
    """Return the last comma before piece `at`, past the "and" of a title: `J., Scheduling and Variable …`."""
    while at > 0 and pieces[at].before == "and":
        at -= 1
    return pieces[at - 1].end if at > 0 and "," in pieces[at].before else None


def _breaks_style(pieces: list[_Piece], at: int) -> bool:
    """Whether a piece without initials follows names that all have some, or follows one inverted name."""
    if pieces[at].shape not in (Shape.WORDS, Shape.LONE):
        return False
    shapes = [piece.shape for piece in pieces[:at]]
    if shapes == [Shape.LONE, Shape.LONE] or shapes == [Shape.LONE, Shape.WORDS]:
        return True
    names = [shape for shape in shapes if shape not in (Shape.LONE, Shape.SUFFIX, Shape.WORDS)]
    lone = [shape for shape in shapes if shape in (Shape.LONE, Shape.WORDS)]
    return shapes[-1] in (Shape.FULL, Shape.TRAILING, Shape.INITIALS) and len(names) >= max(1, len(lone))


def _by_semicolon(pieces: list[_Piece]) -> People:
    """Read `Kamerlin, S. C. L.; Warshel, A.`: what stands between semicolons is one name."""
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if groups and piece.before == ",":
            groups[-1].append(piece)
        else:
            groups.append([piece])
    persons: list[Person] = []
    et_al, scores, against = False, [], 0.0
    for group in groups:
        kept = [piece for piece in group if piece.shape is not Shape.ET_AL]
        et_al = et_al or len(kept) < len(group)
        against += sum(piece.score for piece in group if piece.shape is Shape.OTHER) - 0.8 * (len(group) > 3)
        if kept:
            scores.append(_score_of(kept) if len(kept) < 3 else 0.5)
            persons.append(_person(kept))
    return _people(persons, et_al, scores, against)


def _by_shape(pieces: list[_Piece]) -> People:
    """Read a list in which commas part both the persons and the halves of a name."""
    persons: list[Person] = []
    scores: list[float] = []
    et_al, against, at, pairs = False, 0.0, 0, 0
    while at < len(pieces):
        taken = _taken(pieces, at, pairs)
        group = pieces[at : at + taken]
        first = group[0]
        if first.shape is Shape.ET_AL:
            et_al = True
        elif first.shape is Shape.SUFFIX and persons:
            persons[-1] = Person(persons[-1].start, first.end, f"{persons[-1].text}, {_text(first)}")
        elif first.shape is Shape.DASH and not persons:
            scores.append(first.score)
        elif first.shape in (Shape.OTHER, Shape.SUFFIX, Shape.DASH):
            against += min(first.score, -0.3)
        elif first.shape is Shape.INITIALS:
            against -= 1.2
        else:
            persons.append(_person(group))
            pairs += taken > 1
            scores.append(_score_of(group))
        at += taken
    return _people(persons, et_al, scores, against)


def _score_of(group: list[_Piece]) -> float:
    if len(group) == 1:
        return group[0].score
    if group[1].shape is Shape.INITIALS:
        return 1.8 + min(0.0, group[0].score / 2)
    return max(-1.0, min(1.2, group[0].score + group[1].score + 0.4))


def _taken(pieces: list[_Piece], at: int, pairs: int) -> int:
    """Return how many pieces, from `at`, make one name.

    `Gao, L.` and `Paolo, Faraboschi` are two; `London, Yanir, Luca Buonanno` inverts the first name only.
    """
    first = pieces[at]
    follows = pieces[at + 1] if at + 1 < len(pieces) else None
    if follows is None or follows.before != "," or first.shape not in (Shape.LONE, Shape.WORDS):
        return 1
    after = pieces[at + 2] if at + 2 < len(pieces) else None
    more = after is not None and after.shape is Shape.SUFFIX and after.before == ","
    if follows.shape is Shape.INITIALS:
        return 3 if more else 2
    if first.shape is Shape.WORDS:
        compound = (
            at == 0
            and follows.shape is Shape.LONE
            and (after is None or after.before != "," or after.shape is Shape.FULL)
        )
        return 2 if compound and len(pieces) < 4 and not pairs else 1
    if follows.shape is Shape.LONE:
        shouted = first.text.isupper() and follows.text.isupper() and len(follows.text) > 3
        return 1 if shouted else 2
    if follows.shape in (Shape.TRAILING, Shape.WORDS, Shape.FULL) and (at == 0 or pairs):
        joined = at > 0 and follows.shape is not Shape.TRAILING and (after is None or "," not in after.before)
        return 1 if joined and pairs == 1 and at > 2 else 3 if more else 2
    return 1


def _text(piece: _Piece) -> str:
    """Return a piece's text, without the period of a sentence that ends with it."""
    text = " ".join(piece.text.split())
    return text.rstrip(".") if re.search(r"[^\W\d_]{3}\.\Z", text) and piece.shape is not Shape.ORGANISATION else text


def _person(group: list[_Piece]) -> Person:
    start, end = group[0].start, group[-1].end
    if len(group) > 1:
        parts = [_text(piece).strip(" ,") for piece in group]
        return Person(start, end, ", ".join(parts))
    only = group[0]
    text = _text(only).strip(" ,;")
    if only.shape is Shape.ORGANISATION:
        return Person(start, end, text, literal=True)
    return Person(start, end, _turned(text) if only.shape in (Shape.TRAILING, Shape.WORDS) else text)


def _turned(text: str) -> str:
    """Put a comma where case or initials show the family name: `GAÏTI Brigitte`, `Smith JK`, `Junguo ZHANG`."""
    tokens = text.split()
    loud = [
        len(token) > 2 and token.isupper() and "." not in token and any(c in "AEIOUYÀÁÂÄÈÉÊËÍÎÏÓÔÖÚÜ" for c in token)
        for token in tokens
    ]
    if 0 < sum(loud) < len(tokens):
        family = [token for token, is_loud in zip(tokens, loud, strict=True) if is_loud]
        given = [token for token, is_loud in zip(tokens, loud, strict=True) if not is_loud]
        if loud == sorted(loud) or loud == sorted(loud, reverse=True):
            return f"{' '.join(family)}, {' '.join(given)}"
    at = len(tokens)
    while at > 1 and _ALL_INITIALS.fullmatch(tokens[at - 1]):
        at -= 1
    if at < len(tokens):
        return f"{' '.join(tokens[:at])}, {' '.join(tokens[at:])}"
    return text
