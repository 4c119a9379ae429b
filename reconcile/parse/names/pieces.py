"""A list of names cut at its delimiters into pieces, each with its shape."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.lexicon import rarity
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.small_words import AND
from reconcile.lexicon.together import COMMON
from reconcile.parse.names.shapes import COLLABORATION, ET_AL, INITIALS, Shape, shape_of
from reconcile.parse.words import cues
from reconcile.parse.words.east_asian import ROLE_OF_ONE
from sources.east_asian import IDEOGRAPHS, SignPattern
from sources.name_words import ALSO_GIVEN
from sources.suffixes import may_be_name
from sources.text import fold

LONGEST_LIST = 6000  # characters of a list of names that are read
NO_NAME = -0.5  # score of a piece that is made of the words of titles


@dataclass(frozen=True, slots=True)
class NamePiece:
    """What stands between two delimiters of a list of names: `start` to `end`, what it looks like, and how much."""

    start: int
    end: int
    text: str
    shape: Shape
    score: float
    before: str  # the delimiter before: "," ";" "and" "\n" or ""


# The marks behind a name that lead to a footnote: who is the one to write to, where they work.
FOOTNOTE_MARKS = "(?:[*∗†‡§¶#¹²³⁰⁴-⁹ᵃ-ᶻ]{1,3}(?:,[*∗†‡§¶#¹²³⁰⁴-⁹ᵃ-ᶻ])?)"
_MARKS = re.compile(
    r"[*∗†‡§¶¹²³⁰⁴-⁹ᵃ-ᶻ#^~✉★☆◊♠♣♥♦⋆\\$_\"“”]|(?<=[^\W\d_])\d{1,2}(?:,\d{1,2})*(?!\d|[A-Z]{2})|(?<=\.)\d(?!\d)"
    rf"|(?<=[^\W\d_]\s)0\d{{3}}(?!\d)|{ROLE_OF_ONE}"
)

_SENTENCE_END = re.compile(r"[^\W\d_]{3}\.\Z")
# For whom the last of a list speaks: `A. Bee on behalf of the GULL Collaboration`.
_FOR_OTHERS = re.compile(r"(?<=\s)(?:on behalf of\s|for the (?:[A-Z][\w’'+-]* ){1,5}Collaborations?\Z)")
_PARENTHESES = re.compile(r"\([^()]{0,200}(?:\([^()]{0,100}\)[^()]{0,100})?\)|\[[^\[\]]{0,100}\]")

_AND = rf"{AND}|u\.|And|AND|en|with|w/|m/|avec|mit"
_DELIMITER = re.compile(
    rf"[,;&|\n·•+]+|(?<=,\s…)\s(?=[^\W\d_])|(?<=,\s\.\s\.\s\.)\s(?=[^\W\d_])|(?<=,\s\.\.\.)\s(?=[^\W\d_])|(?<=[{IDEOGRAPHS}々])・(?=[{IDEOGRAPHS}])|(?<=\s)/(?=\s)|(?<=[\w.])/(?=(?:(?:van|von|de|der|den|di|da|del|zu)\s){{0,3}}[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?,\s[A-ZÄÖÜ])"
    rf"|(?<![\w.])(?=(?:{_AND})[\s,])(?!(?i:{ET_AL.pattern}))(?:{_AND})(?=[\s,])"
    # Germans who edited a book: `Brice Fane/Ewa Lund (Hg.)`
    r"|(?<=[a-zß-ž])/\s?(?=[A-ZÀ-Ž][\w'’.-]+\s(?:[A-ZÀ-Ž]\.\s)?[A-ZÀ-Ž])"
    # Czech and Slovak: `HAVEL, K. a Z. NOVÁK`, `HAVEL, Karel a Zdeněk NOVÁK`
    r"|(?<=[A-ZÀ-Ž]\.\s)a(?=\s[A-ZÀ-Ž][\w.]*[,\s])|(?<=[a-zá-ž]\s)a(?=\s[A-ZÀ-Ž][a-zá-ž]+\s[A-ZÀ-Ž]{3,})|(?<=\w)\s[-–—]\s(?=\w)"
    # Polish and Catalan, whose family names may have an "i" within: `NOWAK, A. i LIS, B.`, `A. Nowak i B. Lis`
    r"|(?<=[A-ZÀ-Ž]\.\s)i(?=\s[A-ZÀ-Ž][\w.'’-]*[,\s])|(?<=[a-zß-ž]\s)i(?=\s[A-ZÀ-Ž]\.\s?(?:-?[A-ZÀ-Ž]\.\s?)?[A-ZÀ-Ž][a-zß-ž])"
    # and with given names in full: `Anna Nowak i Jan Lis`, where no family name goes on
    r"|(?<=[a-zß-ž]\s)i(?=\s[A-ZÀ-Ž][a-zß-ž]+\s[A-ZÀ-Ž][\w'’-]*[a-zß-ž](?:\s*\Z|\s?[,;:)]|\.\s))"
    # `Nowak, A. – Lis Fane, B.`, whoever has dashes between names
    r"|(?<=[^\W\d_a-z]\.)\s[-–—]\s(?=(?:[^\W\d_a-z][\w'’-]+\s){0,2}[^\W\d_a-z][\w'’-]+,\s[^\W\d_a-z](?:\.|\Z))"
    # Hungarian: `Nagy É. – Kis R. (2015)`
    r"|(?<=[A-ZÀ-Ž]\.)\s[–—]\s(?=[A-ZÀ-Ž][^\s.,]*\s(?:[A-ZÀ-Ž][a-z]{0,2}\.){1,3}(?:\s{3}|\s[(–—]|:))"
)

# The dot between the halves of a name that is spelt out in Chinese signs, as an Uighur's or a foreigner's.
_DOT_WITHIN = SignPattern(rf"[{IDEOGRAPHS}]·[{IDEOGRAPHS}]")
# Those whom a list leaves out in its middle: `A. Li, ..., B. Xu`, `[8 authors]`, `(… 12 more …)`.
_LEFT_OUT = re.compile(
    r"(?=.*\S)[\s.…]{0,5}(?:\d{1,3} (?:more|others?|(?:more |other |further )?(?:co-?)?authors?))?[\s.…]{0,5}"
)
_DOTS = re.compile(r"\.\s?\.\s?\.")
_WITH = re.compile(rf"(?:{COMMON})\s", re.IGNORECASE)


def blank_marks(text: str) -> str:
    """Return `text` with the marks at names and what stands in parentheses blanked; the length stays.

    >>> blank_marks("Lei Gao*, Shen Li (Lab), Bo Xu2")
    'Lei Gao , Shen Li      , Bo Xu '
    """
    text = _PARENTHESES.sub(_blank_aside, text)
    return _MARKS.sub(lambda match: " " * len(match[0]), text)


def _blank_aside(match: re.Match[str]) -> str:
    """Blank a parenthesis; of initials, as in `SIERVO (M.)`, and of co-authors, `(with A. Li)`, only its brackets.

    Physicists name a collaboration in them, which is one of the authors: `A. Li et al. (GULL Collaboration)`.
    """
    inner = match[0][1:-1]
    if _LEFT_OUT.fullmatch(inner):
        return "…".center(len(match[0]))
    if COLLABORATION.fullmatch(inner):
        return f",{inner} "
    kept = ("." in inner and INITIALS.fullmatch(inner)) or _WITH.match(inner)
    return f" {inner} " if kept else " " * len(match[0])


def pieces_of(text: str, start: int, end: int) -> list[NamePiece]:
    """Return the pieces of the list that stands at `start` to `end`, each with the delimiter before it."""
    pieces: list[NamePiece] = []
    at, before = start, ""
    dots_within = "," in text[start:end]  # `李鑫, 阿依古丽·买买提`, but `李鑫·王雪`
    for match in _DELIMITER.finditer(text, start, end):
        if dots_within and _DOT_WITHIN.match(text, match.start() - 1):
            continue
        pieces += _piece(text, at, match.start(), before)
        last = pieces[-1] if pieces else None
        fresh = last is None or last.end <= at
        delimiter = _kind_of(match[0])
        before = before + delimiter if fresh and at > start and text[at : match.start()].strip() == "" else delimiter
        at = match.end()
    pieces += _piece(text, at, _without_period(text, at, end), before)
    pieces = _with_families(_with_initials(pieces))
    return _joined(text, pieces) if _JOINT.search(text, start, end) else pieces


def _with_initials(pieces: list[NamePiece]) -> list[NamePiece]:
    """Return the pieces with a degree as initials where a list has initials behind family names: `Fane, M.D.`."""
    degrees = [at for at, piece in enumerate(pieces) if piece.shape is Shape.SUFFIX and _follows_family(pieces, at)]
    if not any(INITIALS.fullmatch(pieces[at].text) for at in degrees):
        return pieces
    if not any(piece.shape is Shape.INITIALS and _follows_family(pieces, at) for at, piece in enumerate(pieces)):
        return pieces
    return [
        replace(piece, shape=Shape.INITIALS, score=_OF_INITIALS)
        if at in degrees and INITIALS.fullmatch(piece.text)
        else piece
        for at, piece in enumerate(pieces)
    ]


def _with_families(pieces: list[NamePiece]) -> list[NamePiece]:
    """Return the pieces with a suffix, a firm or an organisation for the name that its place makes it.

    `Springer, M. S.`, `Press, W. H.`, `Ii, Yuki`, `Rahman, Md`: what stands alone before the comma of initials or of
    a given name is a family name, and `Md` alone behind a family name stands for a given one. In a list of nothing but
    pairs, as `Rahman, Md, Ii, Yuki, Ma, Wei` is one, the place says so.
    """
    found = [_without_title(piece, pieces[at - 1] if at else None) for at, piece in enumerate(pieces)]
    paired = len(pieces) % 2 == 0 and all(
        piece.shape in _OF_PAIRS and (piece.before == "," or at % 2 == 0) for at, piece in enumerate(pieces)
    )
    for at, piece in enumerate(pieces):
        word = piece.text.strip(" .").casefold()
        before = found[at - 1] if at and piece.before == "," else None
        follows = pieces[at + 1] if at + 1 < len(pieces) and pieces[at + 1].before == "," else None
        if piece.shape is Shape.SUFFIX and may_be_name(piece.text) and word in ALSO_GIVEN:
            if before is not None and before.shape is Shape.LONE:
                found[at] = replace(piece, shape=Shape.INITIALS, score=_OF_INITIALS)
        elif follows is not None and _is_family(piece, before, follows, paired=paired and at % 2 == 0):
            found[at] = replace(piece, shape=Shape.LONE, score=_OF_LONE)
    return found


# How a title begins behind initials with their stops: `Bee, A. A Panel: Sheep and Goats`.
_ARTICLE = re.compile(r"\s*(?:[A-ZÀ-Þ]\.[\s-]?){0,2}[A-ZÀ-Þ]\.\sA\s[A-Z]")


# And how any does behind the last of inverted names that dashes part: `Bee, A. – Lee, B. Sheep`.
_WORDS_BEHIND = re.compile(r"\s*(?:[A-ZÀ-Þ]\.[\s-]?){1,3}(?P<word>[^\W\d_]{3,})")
_DASHES = ("-", "–", "—")


def _without_title(piece: NamePiece, before: NamePiece | None) -> NamePiece:
    """Return a piece as no name that has a title behind the initials of a family name: an article, or any after a dash.

    A given name behind an initial stays with it: `Lee, B. Hans`.
    """
    if before is None or piece.before != ",":
        return piece
    words = _WORDS_BEHIND.match(piece.text) if before.before in _DASHES else None
    ends = (before.shape is Shape.LONE and _ARTICLE.match(piece.text)) or (
        words is not None and fold(words["word"]) not in GIVEN_NAMES
    )
    return replace(piece, shape=Shape.WORDS, score=NO_NAME) if ends else piece


def _is_family(piece: NamePiece, before: NamePiece | None, follows: NamePiece, *, paired: bool) -> bool:
    """Whether a suffix, a firm, an organisation or `Ista` is a family name; commas part the others from it."""
    if piece.shape is not Shape.SUFFIX:
        same = piece.shape is Shape.DASH and piece.text[:1].isalpha()  # a word for the author above
        return follows.shape is Shape.INITIALS and (same or piece.text.casefold() in cues.ALSO_FAMILIES)
    if piece.text != "Junior" and not may_be_name(piece.text):
        return False
    return before is None or paired or (follows.shape is Shape.INITIALS and before.shape is not Shape.LONE)


_OF_PAIRS = (Shape.LONE, Shape.INITIALS, Shape.SUFFIX)  # what names are made of in a list that commas alone part
_OF_LONE = -0.1  # what `shape_of` gives to a family name that no table has
_OF_INITIALS = 0.6  # what `shape_of` gives to initials


def _follows_family(pieces: list[NamePiece], at: int) -> bool:
    return at > 0 and pieces[at].before == "," and pieces[at - 1].shape is Shape.LONE


# The word between the two halves of a Spanish or Portuguese family name: `Ortega y Gasset`, `Fernandes e Silva AC`.
_JOINT = re.compile(r"\s[ye]\s")


def _joined(text: str, pieces: list[NamePiece]) -> list[NamePiece]:
    """Return the pieces with those put together that are the halves of one family name, not two persons."""
    joined: list[NamePiece] = []
    for place, piece in enumerate(pieces):
        before = joined[-1] if joined else None
        follows = pieces[place + 1] if place + 1 < len(pieces) else None
        if before and _JOINT.fullmatch(text, before.end, piece.start) and _are_halves(before, piece, follows):
            whole = text[before.start : piece.end]
            shape, score = shape_of(" ".join(whole.split()))
            joined[-1] = NamePiece(before.start, piece.end, whole, shape, score, before.before)
            continue
        joined.append(piece)
    return joined


def _are_halves(first: NamePiece, second: NamePiece, follows: NamePiece | None) -> bool:
    """Whether a name goes on: a full one with a lone word, `José Ortega y Gasset`; a lone one, `Costa e Silva AC`."""
    if second.shape is Shape.TRAILING:
        return first.shape is Shape.LONE
    behind = follows.shape if follows is not None and follows.before == "," else Shape.NOTHING
    inverted = behind in (Shape.INITIALS, Shape.LONE)
    if first.shape is second.shape is Shape.LONE and behind is Shape.INITIALS:
        return first.before != ","  # `Sandoval y Baca, E.`, and no `Sandoval, A. y Baca, E.`
    return second.shape is Shape.LONE and first.shape in (Shape.FULL, Shape.WORDS) and not inverted


_SHORT_FAMILY = re.compile(r"[^\W\d_]{2,}\s([A-Z][a-z])\.\s*\Z")


def _without_period(text: str, start: int, end: int) -> int:
    """Return where the last piece of a list ends, without the period behind a family name: `Changliang Li.`"""
    if not text[max(start, end - 40) : end].rstrip().endswith("."):
        return end
    match = _SHORT_FAMILY.search(text, max(start, end - 40), end)
    is_name = match and rarity.of_surname(match[1].casefold()) < rarity.UNLISTED_SURNAME
    return match.end(1) if match and is_name else end


@lru_cache(maxsize=1024)
def _kind_of(delimiter: str) -> str:
    stripped = delimiter.strip()
    if ";" in delimiter or delimiter == "/":
        return ";"
    if stripped == ",":
        return ","
    if stripped.isalpha() or stripped in ("&", "+"):
        return "and"
    return "\n" if "\n" in delimiter else stripped


@lru_cache(maxsize=4096)
def _piece(text: str, start: int, end: int, before: str) -> tuple[NamePiece, ...]:
    """Return the piece without the blanks around it; `Smith, J. et al.` ends with a piece of its own.

    Many lists are tried that differ in their ends only, so the same pieces are asked for again and again.
    """
    tail = ET_AL.search(text, start, end) or _FOR_OTHERS.search(text, start, end)
    if tail and tail.start() > start and text[start : tail.start()].strip(" .,"):
        return _piece(text, start, tail.start(), before) + _piece(text, tail.start(), end, "")
    if _DOTS.fullmatch(text[start:end].strip()):
        return (NamePiece(start, end, "…", *shape_of("…"), before),)
    while start < end and text[start] in " .:":
        start += 1
    while end > start and text[end - 1] in " :":
        end -= 1
    if _SENTENCE_END.search(text, max(start, end - 4), end):
        end -= 1
    if start == end:
        return ()
    piece = text[start:end]
    shape, score = shape_of(" ".join(piece.split()))
    return () if shape is Shape.NOTHING else (NamePiece(start, end, piece, shape, score, before),)
