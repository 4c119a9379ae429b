"""Two names that may be two forms of one person's, looser than `sources.names` has it.

`compare_names` is asked of any two names and refuses rather than guesses. Here two names stand in the same place of
two lists of one work's authors, which says much: what is asked is whether one may be written for the other.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from reconcile.titles.slips import is_slip
from sources.name_words import JOINING, PARTICLES
from sources.names import NameAgreement, compare_names, read_name
from sources.nicknames import stand_for_each_other
from sources.record import Name
from sources.romanising import in_latin, is_latin, mandarin, sound
from sources.text import content_words, fold, letters_of


class Form(StrEnum):
    """How two names are one person's, the surest first.

    `SAME`: they are written the same, however a source divided them or spoilt their letters. `OTHER`: a part, a short
    form, another romanisation, a Chinese name as Mandarin reads it. `DOUBTFUL`: a slip in it, another middle name,
    other letters than Latin, or a part of a name of two or three syllables, as many people have it.
    """

    SAME = "same"
    OTHER = "other"
    DOUBTFUL = "doubtful"


class _Family(StrEnum):
    """How two family names stand to each other."""

    EQUAL = "equal"
    PART = "part"
    SOUND = "sound"
    SLIP = "slip"
    LONG_SLIP = "a slip in a long one"


class _Given(StrEnum):
    """How given names do: one in full, initials alone, the first and no other, all but a letter, none on a side."""

    FULL = "full"
    INITIALS = "initials"
    FIRST = "first"
    SLIP = "slip"
    NONE = "none"


Words = tuple[str, ...]

# What the two say together, for names of the West and for those of one-syllable families, which many people share.
# A family name that is only like the other needs a given name in full, unless it is long.
_FORMS: dict[tuple[_Family, _Given], tuple[Form | None, Form | None]] = {
    (_Family.EQUAL, _Given.FULL): (Form.OTHER, Form.DOUBTFUL),
    (_Family.EQUAL, _Given.INITIALS): (Form.OTHER, Form.DOUBTFUL),
    (_Family.EQUAL, _Given.FIRST): (Form.DOUBTFUL, Form.DOUBTFUL),
    (_Family.EQUAL, _Given.SLIP): (Form.DOUBTFUL, None),
    (_Family.EQUAL, _Given.NONE): (Form.OTHER, Form.DOUBTFUL),
    (_Family.PART, _Given.FULL): (Form.OTHER, Form.DOUBTFUL),
    (_Family.PART, _Given.INITIALS): (Form.OTHER, None),
    (_Family.PART, _Given.FIRST): (Form.DOUBTFUL, None),
    (_Family.PART, _Given.NONE): (Form.DOUBTFUL, None),
    (_Family.SOUND, _Given.FULL): (Form.DOUBTFUL, None),
    (_Family.SOUND, _Given.INITIALS): (Form.DOUBTFUL, None),
    (_Family.SOUND, _Given.NONE): (Form.DOUBTFUL, None),
    (_Family.SLIP, _Given.FULL): (Form.DOUBTFUL, None),
    (_Family.LONG_SLIP, _Given.FULL): (Form.DOUBTFUL, None),
    (_Family.LONG_SLIP, _Given.INITIALS): (Form.DOUBTFUL, None),
}  # fmt: skip

_BEGINNING = 3  # letters of a short form that is the beginning of a given name: `Ves` of `Veselin`
_PART = 4  # letters of a family name that may be a part of another
_SLIP = 4  # letters from which a name may be misspelt by one
_LONG = 7  # letters of a long family name
_LONGEST = 12  # words beyond which a name is no person's
# A syllable of a Chinese, Korean or Vietnamese name.
_SYLLABLE = (
    r"(?:[zcstpkng]h|ngh?|gi|qu|t[rsz]|hs|[bcdfghjklmnpqrstvwxyz])?[wy]?[aeiouy]{1,3}(?:n[gh]|ch|rk|[nmptckhlrg])?"
)
_EASTERN_FAMILY = re.compile(rf"{_SYLLABLE}|ng|ouyang|situ|sima|shangguan|zhuge|murong|huangfu|namkoong|namgung")
_EASTERN_GIVEN = re.compile(rf"{_SYLLABLE}(?:{_SYLLABLE})?")
_BODY = frozenset("association collaboration collaborators consortium group members project team".split())


@lru_cache(maxsize=1 << 12)
def form(left: Name, right: Name) -> Form | None:
    """Return how one name may be the other's; None where they are two persons'. The order of the two does not matter.

    >>> form(read_name("M. Malek"), read_name("Mani Malek Esmaeili")), form(read_name("Yan Liu"), read_name("Yang Liu"))
    (<Form.OTHER: 'other'>, None)
    """
    mine, theirs = _again(left), _again(right)
    # A claim's name was read from its text, so the text of a record's is read too before the two are held together.
    if not {_letters(left), _letters(mine)}.isdisjoint((_letters(right), _letters(theirs))):
        return Form.SAME
    if not (_letters(mine) and _letters(theirs)):
        return None
    if is_latin(str(mine)) is not is_latin(str(theirs)):
        return Form.OTHER if _form_in_mandarin(mine, theirs) in (Form.SAME, Form.OTHER) else Form.DOUBTFUL
    if mine.literal or theirs.literal:
        return Form.OTHER if _body(mine) and _body(mine) == _body(theirs) else None
    if mine.suffix and theirs.suffix and fold(mine.suffix) != fold(theirs.suffix):
        return None
    found = [_person_form(one, other) for one in _readings(left, mine) for other in _readings(right, theirs)]
    found.append(_shuffled(_written(mine), _written(theirs)))
    best = min([each for each in found if each], key=list(Form).index, default=None)
    # What sounds alike in two alphabets is the usual spelling; in one it may be a fault.
    return Form.OTHER if best and is_latin(str(left)) is not is_latin(str(right)) else best


def _form_in_mandarin(left: Name, right: Name) -> Form | None:
    """Return how two names are one person's where the Chinese one is read in Mandarin; None where neither is."""
    mine, theirs = mandarin(left), mandarin(right)
    return form(mine, theirs) if is_latin(str(mine)) and is_latin(str(theirs)) else None


def is_short_form(left: Name, right: Name) -> bool:
    """Say whether nothing but a short form of a given name sets two names of one person apart: `Jeff` and `Jeffrey`.

    Or initials that only one of them has, `Ting-Hao Huang` and `Ting-Hao K. Huang`, or has for words of the other's,
    of its family name, too: `B. S. Lund` and `Bo Sand Lund`, who is listed under `Sand Lund`.
    """
    if _has_more_initials(left, right) or _has_the_initials(_written(left), _written(right)):
        return True
    if fold(left.family) != fold(right.family) or compare_names(left, right) is NameAgreement.DIFFERENT:
        return False
    mine, theirs = fold(left.given).split(), fold(right.given).split()
    return bool(mine and theirs) and stand_for_each_other(mine[0], theirs[0])


def _has_more_initials(left: Name, right: Name) -> bool:
    """Say whether two names are one but for initials of one of them beside what both have written out."""
    if fold(left.family) != fold(right.family) or fold(left.suffix) != fold(right.suffix):
        return False
    short, long = sorted((fold(left.given).split(), fold(right.given).split()), key=len)
    rest = list(long)
    for word in short:
        if word not in rest:
            return False
        rest.remove(word)
    return any(len(word) > 1 for word in short) and all(len(word) == 1 for word in rest)


def _has_the_initials(left: Words, right: Words) -> bool:
    """Say whether two names have the last word in common, and before it the same words or their initials."""
    if len(left) != len(right) or len(left) < 2 or left[-1] != right[-1]:
        return False
    return all(
        one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
        for one, other in zip(left, right, strict=True)
    )


def _again(name: Name) -> Name:
    """Return the name as it is read from its text, whoever divided it, with spoilt letters mended, in Latin ones."""
    return read_name(in_latin(_decoded(str(name))))


def _decoded(text: str) -> str:
    """Return a text whose letters were taken for those of another encoding as it was: `LÃ¼ck` as `Lück`."""
    if text.isascii():
        return text
    for encoding in ("latin-1", "cp1252"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _written(name: Name) -> Words:
    return tuple(fold(str(name)).split())


def _letters(name: Name) -> str:
    return "".join(_written(name))


def _body(name: Name) -> frozenset[str]:
    return frozenset(content_words(str(name))) - _BODY


def _shuffled(left: Words, right: Words) -> Form | None:
    """Return the form of names with the same words in another order; it is none where they are only turned round."""
    if len(left) > _LONGEST or sorted(left) != sorted(right):
        return None
    if any(left[at:] + left[:at] == right for at in range(len(left))):
        return Form.SAME
    return Form.OTHER if sum(len(word) == 1 for word in left) < 2 else Form.DOUBTFUL


def _readings(name: Name, again: Name) -> set[tuple[Words, Words, str]]:
    """Return given and family names in words, and the family name with its particles: as divided, and as read again.

    A name in other letters than Latin has mostly its family name in front, and is turned round too.
    """
    if is_latin(str(name)):
        return {_words(name), _words(again)}
    return {_words(again), _words(replace(again, family=again.given, given=again.family) if again.given else again)}


def _words(name: Name) -> tuple[Words, Words, str]:
    family = [word for word in fold(name.family).split() if word not in JOINING]
    bare = [word for word in family if word not in PARTICLES] or family
    given = fold(re.sub(r"\.(?=\S)", ". ", name.given)).split()
    return tuple(given), tuple(bare), letters_of(f"{name.particle}{name.family}")


def _person_form(left: tuple[Words, Words, str], right: tuple[Words, Words, str]) -> Form | None:
    """Return the best form of two divided names: of all of their family names, or of a part of one."""
    (given, family, whole), (other_given, other_family, other_whole) = left, right
    eastern = _is_eastern("".join(family)) and _is_eastern("".join(other_family))
    syllables = eastern and all(_EASTERN_GIVEN.fullmatch(word) for word in given + other_given if len(word) > 1)
    ways: list[tuple[_Family, Words, Words]] = []
    if alike := _families("".join(family), "".join(other_family), whole, other_whole, eastern=eastern):
        ways.append((alike, given, other_given))
    ways += [(_Family.EQUAL, given, rest) for rest in _glued(whole, (*other_given, other_whole))]
    ways += [(_Family.EQUAL, rest, other_given) for rest in _glued(other_whole, (*given, whole))]
    ways += [(_Family.PART, given, rest) for rest in _before(family, other_given + other_family)]
    ways += [(_Family.PART, rest, other_given) for rest in _before(other_family, given + family)]
    found = [
        _FORMS.get((how, agreement), (None, None))[syllables]
        for how, mine, theirs in ways
        if (agreement := _given(mine, theirs, eastern=eastern, exactly=how in (_Family.SLIP, _Family.LONG_SLIP)))
    ]
    return min([each for each in found if each], key=list(Form).index, default=None)


def _families(left: str, right: str, whole: str, other_whole: str, *, eastern: bool) -> _Family | None:
    if not {left, whole}.isdisjoint((right, other_whole)):
        return _Family.EQUAL
    if eastern:
        return None
    if min(len(left), len(right)) >= _PART and sound(left) == sound(right):
        return _Family.SOUND
    if not _slipped(left, right):
        return None
    return _Family.LONG_SLIP if min(len(left), len(right)) >= _LONG else _Family.SLIP


def _glued(family: str, words: Words) -> list[Words]:
    """Return what stands in a name before several last words that the other writes as one: `Mc Keown`."""
    return [words[:at] for at in range(1, len(words) - 1) if "".join(words[at:]) == family]


def _before(family: Words, words: Words) -> list[Words]:
    """Return what stands in a name before a part of it that is all of the other's family name."""
    if max(map(len, family), default=0) < _PART:
        return []
    places = range(1, len(words) - len(family) + 1)
    return [words[:at] for at in places if words[at : at + len(family)] == family]


def _given(left: Words, right: Words, *, eastern: bool, exactly: bool) -> _Given | None:
    """Return how given names fit: each of the shorter list one of the longer, in order."""
    if not left or not right:
        return _Given.NONE
    if "".join(left) == "".join(right):
        return _Given.FULL
    if exactly:
        if left[0] != right[0]:
            return _Given.INITIALS if left[0][0] == right[0][0] and 1 in (len(left[0]), len(right[0])) else None
        return _Given.FULL if len(left[0]) > 1 else _Given.INITIALS
    short, long = sorted((left, right), key=lambda words: (len(words), words))
    sole = frozenset(word for words in (left, right) if sum(len(each) > 1 for each in words) == 1 for word in words)
    fits: list[_Given] = []
    at = 0
    for word in short:
        found = [
            (fit, place) for place in range(at, len(long)) if (fit := _fit(word, long[place], sole, eastern=eastern))
        ]
        if not found:
            first = _fit(left[0], right[0], sole, eastern=eastern)
            return _Given.FIRST if first is _Given.FULL else None
        fit, place = min(found, key=lambda each: (list(_Given).index(each[0]), each[1]))
        fits.append(fit)
        at = place + 1
    agreement = next(each for each in (_Given.SLIP, _Given.FULL, _Given.INITIALS) if each in fits)
    # `Khanh Santero` is not `Nicole K. Santero`: two names in full, and neither of them the other's.
    two = agreement is _Given.INITIALS and min(max(map(len, words)) for words in (left, right)) > 1
    return None if two else agreement


def _fit(left: str, right: str, sole: frozenset[str], *, eastern: bool) -> _Given | None:
    """Return how two single given names fit; `sole` are those that alone are written out in their names.

    Only such a one is a short form: `Jeanine` is no `Jean-Luc`.
    """
    short, long = sorted((left, right), key=lambda word: (len(word), word))
    if len(short) == 1:
        return _Given.INITIALS if long[0] == short else None
    if left == right or stand_for_each_other(left, right):
        return _Given.FULL
    if eastern and _EASTERN_GIVEN.fullmatch(left) and _EASTERN_GIVEN.fullmatch(right):
        return None
    # English doubles the last letter of a short form: `Russ` of `Ruslan`, `Gregg` of `Gregory`.
    begins = long.startswith(short) or (short[-1] == short[-2] and long.startswith(short[:-1]))
    begins = begins and short in sole and len(long) > len(short) + 1
    if len(short) >= _BEGINNING and (begins or sound(short) == sound(long)):
        return _Given.FULL
    return _Given.SLIP if _slipped(left, right) else None


def _slipped(left: str, right: str) -> bool:
    return min(len(left), len(right)) >= _SLIP and left[0] == right[0] and is_slip(left, right)


def _is_eastern(family: str) -> bool:
    return bool(_EASTERN_FAMILY.fullmatch(family))
