"""A list of names read: `Gao, L., & Niu, Y.`, `Lei Gao*, Yue Niu* and T. Tang`, `Smith J, Doe AB`, `李伟，王芳`.

The list is cut at its delimiters, every piece is given a shape (`Shape`), and the shapes decide which pieces belong
together. How well the pieces read as names is the score by which a citation's readings are compared.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.lexicon import rarity
from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.parse.names.halves import are_one, without_suffix
from reconcile.parse.names.pieces import LONGEST_LIST, NO_NAME, NamePiece, pieces_of
from reconcile.parse.names.shapes import INITIALS, MOST_OF_PIECE, Shape, shape_of
from sources.name_reading import spells_family
from sources.text import fold


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


def is_known(person: Person) -> bool:
    """Whether a person is one by its initials, its comma or a given name, and no `Harbour Lights`."""
    words = person.text.split()
    return "," in person.text or "." in person.text or fold(words[0]) in GIVEN_NAMES


_MIXED = 0.6  # `Anusha Prakash, Hema A`: a list that mixes its styles is more likely cut within a name
_PAST_THE_LAST = 0.9  # `A. Li and B. Xu, BMVC`: what stands behind the last name is none
# The last of `Bee A, Lund B, Rye C. FELT 2020: a tool`, with the first word of the title.
_PAST_INITIALS = re.compile(r"[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ]{1,3}\. [^\W\d_a-z][^\W\d_]+")
DASH_WITHIN = 3.5  # off, where a title and a dash stand before the list: `MorselBench — V. Lee, T. Hale. VLDB`
_DASH = re.compile(r"\s[-–—]\s")
_AFFILIATION = 1.5  # off, where an organisation stands on the line below the names: it is where they work
_NO_AND = 1.1  # `Beetz, Manfred, Early Courtesy`: two persons without an "and", of whom only the first is inverted
_LOUD_AND_LONG = 4  # letters of a word in capitals that is no set of initials
_EACH, _COUNTED = 0.12, 6  # for each name of a list, and for how many of them
_ET_AL = 0.5  # for an "et al."
MOST_OF_PEOPLE = MOST_OF_PIECE + _EACH * _COUNTED + _ET_AL  # the most that a list's score is


def is_behind_dash(text: str, people: People) -> bool:
    """Whether a dash parts what stands first in a list from the names behind it, and it is no known name itself."""
    if len(people.persons) < _TWO or is_known(people.persons[0]):
        return False
    gaps = [text[one.end : other.start] for one, other in itertools.pairwise(people.persons)]
    return bool(_DASH.search(gaps[0])) and not any(map(_DASH.search, gaps[1:]))


def read_people(text: str, start: int, end: int) -> People:
    """Return the list of names that stands at `start` to `end` of `text`, whose marks are blanked."""
    pieces = _with_long_initials(_with_suffixes(pieces_of(text, start, min(end, start + LONGEST_LIST))))
    if not pieces:
        return People()
    if any(";" in piece.before for piece in pieces):
        return _by_semicolon(pieces)
    return _by_and(pieces) or _by_shape(pieces)


def _with_suffixes(pieces: list[NamePiece]) -> list[NamePiece]:
    """Return the pieces with a suffix for what it is where a given name follows: `Tulkens III, A.`, no initials."""
    for at, (piece, follows) in enumerate(itertools.pairwise(pieces)):
        bare = without_suffix(piece.text)
        if bare == piece.text or piece.shape is not Shape.TRAILING or follows.before != ",":
            continue
        if follows.shape in (Shape.INITIALS, Shape.LONE) or fold(follows.text.partition(" ")[0]) in GIVEN_NAMES:
            shape, score = shape_of(bare)
            pieces[at] = replace(piece, shape=shape, score=score)
    return pieces


_LONG_INITIALS = re.compile(r"(?<=[a-zß-ÿ]\s)[A-ZÀ-Þ]{3,5}\Z")  # `Fane MAGJ`, `Lund KEA`
# What is no family name by itself: `Lund E`, `Fane RMC`.
_BARE_INITIALS = re.compile(r"[a-zß-ÿ]\s(?:[A-ZÀ-Þ]{1,2}|[B-DF-HJ-NP-TV-XZ]{3,5})\Z")
_FEWEST_BARE = 2  # names so written that say how a list is written


def _with_long_initials(pieces: list[NamePiece]) -> list[NamePiece]:
    """Return the pieces with points in three initials or more where the list has them bare: `Lund E, Fane MAGJ`."""
    named = [piece for piece in pieces if " " in piece.text and piece.shape is not Shape.ET_AL]
    long = {piece.start: found[0] for piece in named if (found := _LONG_INITIALS.search(piece.text))}
    bare = {piece.start for piece in named if _BARE_INITIALS.search(piece.text)}
    if not long or len(bare) < _FEWEST_BARE or len(bare | long.keys()) < len(named):
        return pieces
    return [
        replace(piece, text=_LONG_INITIALS.sub(".".join(long[piece.start]) + ".", piece.text), shape=Shape.TRAILING)
        if piece.start in long
        else piece
        for piece in pieces
    ]


def _people(persons: list[Person], et_al: bool, scores: list[float], against: float) -> People:
    """Return the list with its score: the names' average, a little for their number, and what speaks against."""
    if not scores:
        return People(tuple(persons), et_al, against - 0.5, against)
    mean = sum(scores) / len(scores)
    score = mean + _EACH * min(len(scores), _COUNTED) + _ET_AL * et_al + against
    return People(tuple(persons), et_al, score, against)


def _by_semicolon(pieces: list[NamePiece]) -> People:
    """Read `Kamerlin, S. C. L.; Warshel, A.`: what stands between semicolons is one name."""
    groups: list[list[NamePiece]] = []
    for piece in pieces:
        if groups and piece.before == ",":
            groups[-1].append(piece)
        else:
            groups.append([piece])
    if any(sum(piece.shape is Shape.TRAILING for piece in group) > 1 for group in groups):
        return _by_shape(pieces)  # `Smith AB, Doe C; for the HEAL Study Group`, `HEAL Investigators; Smith AB, Doe C`
    persons: list[Person] = []
    et_al, scores, against = False, [], 0.0
    for group in groups:
        kept = [piece for piece in group if piece.shape is not Shape.ET_AL]
        et_al = et_al or len(kept) < len(group)
        against += sum(piece.score for piece in group if piece.shape is Shape.OTHER) - 0.8 * (len(group) > 3)
        if kept:
            if len(kept) == 2 and kept[1].shape is not Shape.INITIALS and all(map(_is_short, groups[: len(persons)])):
                against -= _MIXED * bool(persons)
            scores.append(_score_of(kept) if len(kept) < 3 else 0.5)
            persons.append(_person(kept))
    return _people(persons, et_al, scores, against)


def _by_and(pieces: list[NamePiece]) -> People | None:
    """Read `García Rey, Ana and Holm, Kai`, as BibTeX writes it, where a family name has several words."""
    groups: list[list[NamePiece]] = []
    for piece in pieces:
        if groups and piece.before != "and":
            groups[-1].append(piece)
        else:
            groups.append([piece])
    if len(groups) < _TWO or not all(map(_is_turned, groups)):
        return None
    short = any(Shape.LONE in (family.shape, given.shape) for family, given in groups)
    if not short or all(family.shape is Shape.LONE for family, _ in groups):
        return None
    return _people([_person(group) for group in groups], False, [_WELL_TURNED] * len(groups), 0.0)


_TURNED = (Shape.LONE, Shape.WORDS)
_WELL_TURNED = 1.2  # score of a name in a list all of whose names are `Family, Given`


def _is_turned(group: list[NamePiece]) -> bool:
    """Whether a group is two pieces with a comma between, either of which is part of a name only."""
    if len(group) != _TWO or group[1].before != ",":
        return False
    return group[0].shape in _TURNED and group[1].shape in (*_TURNED, Shape.INITIALS, Shape.TRAILING)


def _is_short(group: list[NamePiece]) -> bool:
    """Whether a name is a family name and initials."""
    return len(group) == 2 and group[1].shape is Shape.INITIALS


def _by_shape(pieces: list[NamePiece]) -> People:
    """Read a list in which commas part both the persons and the halves of a name."""
    persons: list[Person] = []
    scores: list[float] = []
    shapes: list[Shape] = []
    et_al, against, at, pairs, strict = False, 0.0, 0, 0, True
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
        elif first.shape in (Shape.OTHER, Shape.SUFFIX, Shape.DASH) and taken == 1:
            against += min(first.score, -0.3)
        elif first.shape is Shape.INITIALS and taken == 1:
            against -= 1.2
        else:
            against -= _AFFILIATION * (first.shape is Shape.ORGANISATION and bool(persons) and "\n" in first.before)
            if taken == 2 and pairs and strict and group[1].shape is not Shape.INITIALS:
                against -= _NO_AND  # `Kang, J. & Huang, J. SSH: A tool`
            strict = strict and (taken == 1 or group[1].shape is Shape.INITIALS)
            stray = at > 0 and not pairs and taken == 2 and group[1].shape is Shape.LONE
            persons.append(_person(group, ", " if not stray else " "))
            pairs += taken > 1
            shapes.append(first.shape)
            scores.append(_score_of(group))
        at += taken
    if not pairs and any(piece.before == "," and last.before == "and" for last, piece in itertools.pairwise(pieces)):
        against -= _PAST_THE_LAST
    loud = all(
        any(map(_is_loud, piece.text.split())) for piece in pieces if piece.shape in (Shape.TRAILING, Shape.WORDS)
    )
    if not pairs and not loud and Shape.TRAILING in shapes and (Shape.FULL in shapes or Shape.WORDS in shapes):
        against -= _MIXED
    if shapes[:-1].count(Shape.TRAILING) > 1 == len(set(shapes[:-1])) and _PAST_INITIALS.fullmatch(pieces[-1].text):
        against -= _PAST_THE_LAST
    if pairs == 1 and len(persons) == 2 and shapes == [Shape.LONE, Shape.WORDS] and pieces[-1].before == ",":
        against -= _NO_AND
    if any(score < NO_NAME for score in scores):
        against -= _NO_AND
    return _people(_families_first(persons), et_al, scores, against)


def _families_first(persons: list[Person]) -> list[Person]:
    """Turn the names of a list that puts family names first throughout: `Marsh Brice, Hale Claire, Dunn David`."""
    words = [person.text.split() for person in persons]
    turned = len(words) > 1 and all(
        len(parts) == _TWO
        and "," not in parts[0]
        and fold(parts[1]) in GIVEN_NAMES
        and fold(parts[0]) not in GIVEN_NAMES
        for parts in words
    )
    return [replace(one, text=", ".join(one.text.split())) for one in persons] if turned else persons


_TWO = 2  # words of a plain name


def _score_of(group: list[NamePiece]) -> float:
    if len(group) == 1:
        return group[0].score
    if _is_loud_family(group[0], group[1]):
        return 1.8 if group[1].shape is Shape.INITIALS else 1.2
    if group[1].shape is Shape.INITIALS:
        return 1.8 + min(0.0, group[0].score / 2)
    return max(-1.0, min(1.2, group[0].score + group[1].score + 0.4))


def _taken(pieces: list[NamePiece], at: int, pairs: int) -> int:
    """Return how many pieces, from `at`, make one name.

    `Gao, L.` and `Paolo, Faraboschi` are two; `London, Yanir, Luca Buonanno` inverts the first name only.
    """
    first = pieces[at]
    follows = pieces[at + 1] if at + 1 < len(pieces) else None
    if _is_loud_family(first, follows):
        return 2
    if follows is None or follows.before != "," or first.shape not in (Shape.LONE, Shape.WORDS):
        return 1
    after = pieces[at + 2] if at + 2 < len(pieces) else None
    more = after is not None and after.shape is Shape.SUFFIX and after.before == ","
    if follows.shape is Shape.INITIALS:
        return 3 if more else 2
    if first.shape is Shape.WORDS:
        given = follows.shape is Shape.LONE or (
            follows.shape in (Shape.TRAILING, Shape.WORDS, Shape.FULL) and are_one(first.text, follows.text)
        )
        compound = at == 0 and given and (after is None or after.before != "," or after.shape is Shape.FULL)
        return 2 if compound and len(pieces) < 4 and not pairs else 1
    if follows.shape is Shape.LONE:
        shouted = first.text.isupper() and follows.text.isupper() and len(follows.text) > 3
        return 1 if shouted else 2
    if follows.shape in (Shape.TRAILING, Shape.WORDS, Shape.FULL) and (at == 0 or pairs):
        joined = at > 0 and follows.shape is not Shape.TRAILING and (after is None or "," not in after.before)
        return 1 if joined and pairs == 1 and at > 2 else 3 if more else 2
    return 1


def _is_loud_family(first: NamePiece, follows: NamePiece | None) -> bool:
    """Whether a short word in capitals is the family name of the initials behind it: `KIM, J. S., LI, B.`."""
    if first.shape not in (Shape.INITIALS, Shape.OTHER) or follows is None or follows.before != ",":
        return False
    if not (first.text.isalpha() and first.text.isupper() and 1 < len(first.text) < _LOUD_AND_LONG):
        return False
    if follows.shape in (Shape.LONE, Shape.WORDS):
        return rarity.is_surname(first.text.casefold()) and not follows.text.isupper()
    return follows.shape is Shape.INITIALS and ("." in follows.text or len(follows.text) == 1)


def _text(piece: NamePiece) -> str:
    return " ".join(piece.text.split())


def _person(group: list[NamePiece], joint: str = ", ") -> Person:
    """Return the person that the pieces name; among straight names a comma as in `Paolo, Faraboschi` is stray."""
    start, end = group[0].start, group[-1].end
    if len(group) > 1:
        parts = [_text(piece).strip(" ,") for piece in group]
        if group[1].shape is Shape.INITIALS and any(map(str.islower, parts[1])):
            parts[0] = parts[0].title() if all(map(_is_loud, parts[0].split())) else parts[0]  # `LIMA, J. A. de`
        return Person(start, end, joint.join(parts))
    only = group[0]
    text = _text(only).strip(" ,;")
    if only.shape is Shape.ORGANISATION:
        return Person(start, end, text, literal=True)
    return Person(start, end, _turned(text) if only.shape in (Shape.TRAILING, Shape.WORDS) else text)


_VOWELS = frozenset("AEIOUYÀÁÂÄÈÉÊËÍÎÏÓÔÖÚÜ")


def _is_loud(token: str) -> bool:
    """Whether a word is a family name in capitals; of three letters it begins as a syllable does: `LIU`, not `AKH`."""
    if len(token) < 3 or not token.isupper() or "." in token or not _VOWELS & set(token):
        return False
    return len(token) > 3 or spells_family(token)


@lru_cache(maxsize=4096)
def _turned(text: str) -> str:
    """Put a comma where case or initials show the family name: `GAÏTI Brigitte`, `Smith JK`, `Junguo ZHANG`."""
    tokens = text.split()
    loud = [_is_loud(token) for token in tokens]
    if 0 < sum(loud) < len(tokens):
        family = [token.title() for token, is_loud in zip(tokens, loud, strict=True) if is_loud]
        given = [token for token, is_loud in zip(tokens, loud, strict=True) if not is_loud]
        if loud in (sorted(loud), sorted(loud, reverse=True)):
            return f"{' '.join(family)}, {' '.join(given)}"
    at = len(tokens)
    while at > 1 and INITIALS.fullmatch(tokens[at - 1]):
        at -= 1
    if at < len(tokens):
        return f"{' '.join(tokens[:at])}, {' '.join(tokens[at:])}"
    return text
