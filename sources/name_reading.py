"""Personal names out of text, divided into CSL's parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sources.east_asian import SIGNS, SignPattern
from sources.name_parts import name_of_parts
from sources.name_words import (
    JOINING,
    LARGE_PARTICLES,
    LOUD_JOINING,
    ORGANISATION,
    PARTICLES,
    SPECIAL,
    SUFFIXES,
    VIETNAMESE,
    ends_as_body,
)
from sources.possessive import compiled
from sources.record import Name
from sources.suffixes import INITIAL, bare, without_suffix
from sources.text import HYPHENS, fold

# Family names of two letters that are written in capitals ("LI Wei"); other pairs are initials ("JA Smith").
_TWO_LETTERS = frozenset(
    "ai an bi bo cu di do du fu gu ha he ho hu ji ju ke ko ku le li lu lv ly ma mi mo mu na ng ni no oh ou pi pu qi qu"
    " ro ru so su to tu vo vu wu xi xu ye yi yu".split()
)
# What a family name of three letters spells, and a triple of initials seldom does.
_THREE_LETTERS = re.compile(
    r"(?:[^aeiou]|[zcstpkgnw]h|tr)[aeiou]{1,2}[^aeiou]?|[aeiou][^aeiou][aeiou]|ahn|eom|imm?|ast|ott|ash|orr"
)
# A given name of one or two Chinese, Korean or Vietnamese syllables, beside which `LI` and `NG` are family names.
_SYLLABLE = r"(?:[zcstpkn]h|tr|gi|qu|[bcdfghjklmnpqrstwxyz])?[aeiouy]{1,3}(?:ng|nh|ch|[nmptck])?"
_EASTERN = re.compile(rf"{_SYLLABLE}(?:[ -]?{_SYLLABLE})?")
_HOMONYM = re.compile(r"(?<=\s)[0-9]{4}\s*\Z")
_ASIDE = re.compile(r"\([^()]*\)|\[[^][]*\]|[\"“”„«][^\"“”„«»]*[\"“”»]")
# What stays of a name: letters, spaces, and the four marks that belong to spelling.
_MARKS = re.compile(r"[^\w\s.,'’`ʼ·-]|[0-9_]+(?!(?:nd|rd)\b)|[⁰¹²³⁴-⁹ªº]")
_GLUED_INITIALS = re.compile(r"\b([^\W\d_])\.(?=[^\W\d_])")
_HAN = SignPattern(rf"[{SIGNS}]{{1,12}}")

# Names of words, capital first, and initials: the last word is the family name unless a word is a special one.
_WORD = re.compile("[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:-?[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+|-[a-zß-öø-ÿ]{2,})?")
_INITIAL = re.compile(r"[A-Z]\.")
_PLAIN_LENGTHS = range(2, 5)
# A plain name without accents, and the number that DBLP tells namesakes apart with.
_ASCII_WORD = "[A-Z][a-z]++(?:-?[A-Z][a-z]++|-[a-z]{2,}+)?+"
_NAMESAKE = " 0001"
_ASCII_NAME = rf"(?:(?:{_ASCII_WORD}|[A-Z]\.) (?![0-9])){{1,3}}+{_ASCII_WORD}(?: [0-9]{{4}})?+"
_ASCII_NAMES = compiled(rf"{_ASCII_NAME}(?:\n{_ASCII_NAME})*+")
# A name that is longer is none, and no memory is spent on it.
_LONGEST_KEPT = 100
# Characters beyond which a text is no name that could be divided.
_LONGEST = 1000


def read_name(text: str) -> Name:
    """Return the name that `text` spells: `First Last`, `Last, First`, `Last, Jr., First`, `Last FM` or one word.

    A text of more than a thousand characters is not divided.

    >>> read_name("Laurens van der Maaten 0001")
    Name(family='Maaten', given='Laurens', particle='van der', suffix='', literal='')
    >>> read_name("ROTH, R.M.").given
    'R. M.'
    """
    if len(text) > _LONGEST:
        return Name(literal=" ".join(text.split()))
    words = text.split(" ")
    if len(words[-1]) == 4 and words[-1].isdecimal() and words[-1].isascii():
        del words[-1]
    if len(words) in _PLAIN_LENGTHS:
        if words[0][-1:] == ",":
            words = [*words[1:], words[0][:-1]]
        if all(map(_is_plain_part, words)) and words[-1][-1] != ".":
            return Name(words[-1], " ".join(words[:-1]))
    return _kept(text) if len(text) <= _LONGEST_KEPT else divided(text)


def plain_parts(names: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Return the family and the given names of plain names in ASCII, as `read_name` does; None where one is no such.

    >>> plain_parts(["Wei Zhang 0001", "Donald E. Knuth"])
    (['Zhang', 'Knuth'], ['Wei', 'Donald E.'])
    """
    together = "\n".join(names)
    if not _ASCII_NAMES.fullmatch(together) or not SPECIAL.isdisjoint(together.lower().split()):
        return None
    families: list[str] = []
    given: list[str] = []
    for name in names:
        first, _, last = (name[: -len(_NAMESAKE)] if name[-1].isdigit() else name).rpartition(" ")
        families.append(last)
        given.append(first)
    return families, given


# The words of names come again far more often than the names do.
@lru_cache(maxsize=2**17)
def _is_plain_part(word: str) -> bool:
    """Return whether a word is a plain one, that is always a given or a family name, or an initial."""
    return bool(
        _INITIAL.fullmatch(word)
        or (_WORD.fullmatch(word) and word.lower() not in SPECIAL and (word.isascii() or fold(word) not in SPECIAL))
    )


@lru_cache(maxsize=2**16)
def _kept(text: str) -> Name:
    return divided(text)


def divided(text: str) -> Name:
    """Return the name that `text` spells, by all the rules; `read_name` is the same, sooner."""
    if named := name_of_parts(text):
        return named
    text = " ".join(text.translate(HYPHENS).split())
    text = _HOMONYM.sub("", text)
    plain = _clean(_ASIDE.sub(" ", text)) or _clean(text)
    if not plain or _HAN.fullmatch(plain.replace(" ", "").replace("·", "")):
        return Name(literal=plain)
    # In "Group, John" the word is a family name; in "IsoQuest, Inc." it is what it says.
    last = [fold(word) for word in plain.rpartition(",")[2].split()]
    if not ORGANISATION.isdisjoint(last) or ("," not in plain and ends_as_body(last)):
        return Name(literal=plain)
    parts, suffix = without_suffix([part.split() for part in _recased(plain).split(",")])
    if len(parts) > 1:
        return _inverted(parts[0], [word for part in parts[1:] for word in part], suffix)
    return _in_reading_order(parts[0], suffix) if parts else Name(literal=plain)


def _clean(text: str) -> str:
    """Return `text` without footnote marks, digits and loose punctuation, initials parted by spaces."""
    text = _GLUED_INITIALS.sub(r"\1. ", _MARKS.sub(" ", text))
    words = (word for word in text.replace(" ,", ",").split() if re.search(r"\w|^,$", word))
    return " ".join(words).strip(" ,-·'’`")


def _recased(text: str) -> str:
    """Return a name written all in capitals as names are written; any other as it is."""
    letters = [char for char in text if char.isalpha()]
    if any(char.islower() for char in letters) or not any(len(word.strip(".,-")) > 2 for word in text.split()):
        return text
    words = text.split()
    return " ".join(
        word.lower() if 0 < place < len(words) - 1 and word.lower() in PARTICLES else _capitalised(word)
        for place, word in enumerate(words)
    )


def _capitalised(word: str) -> str:
    """Return `O'BRIEN-LEE` as `O'Brien-Lee`; `III` and initials such as `RM` keep their capitals."""
    bare = word.strip(".,")
    if (bare.lower() in SUFFIXES and bare.startswith("I")) or (len(bare) < 4 and not re.search("[AEIOUY]", bare)):
        return word
    return "".join(part.capitalize() for part in re.split(r"([-'’])", word))


def _inverted(family: list[str], given: list[str], suffix: str) -> Name:
    """Return the name of `van der Maaten, Laurens` or `Maaten, Laurens van der`."""
    lead = _small_lead(family)
    tail = len(given)
    while tail > 1 and given[tail - 1].islower() and bare(given[tail - 1]) in PARTICLES:
        tail -= 1
    particle = family[:lead] or given[tail:]
    return Name(" ".join(family[lead:]), _given(given[:tail]), " ".join(particle), suffix)


def _small_lead(words: list[str]) -> int:
    """Return how many small particles stand at the head of a family name."""
    lead = 0
    while lead < len(words) - 1 and words[lead].islower() and bare(words[lead]) in PARTICLES:
        lead += 1
    return lead


def begins_with_particle(name: str) -> bool:
    """Say whether a name begins with a particle, as a family name alone does and no given name.

    >>> begins_with_particle("De Giacomo"), begins_with_particle("De Wang"), begins_with_particle("van der Maaten")
    (True, False, True)
    """
    return _lead(name.split()) > 0


def _lead(words: Sequence[str]) -> int:
    """Return how many particles stand at the head of a name; a large one is a given name before a syllable: `Di Wu`."""
    lead = 0
    while lead < len(words) - 1 and _is_particle(words[lead]):
        lead += 1
    if lead == len(words) - 1 and words[-1].isupper() and len(words[-1]) <= _MOST_INITIALS:
        return 0  # `Du M`, `Le THN`: initials
    if lead == 1 and words[0].istitle() and (_EASTERN.fullmatch(fold(words[1])) or fold(words[1]) in VIETNAMESE):
        return 0
    return lead


_MOST_INITIALS = 3  # letters in capitals behind a particle that are no family name


def _is_particle(word: str) -> bool:
    if word.islower():
        return bare(word) in PARTICLES
    return word.istitle() and word.lower() in LARGE_PARTICLES


def _in_reading_order(words: list[str], suffix: str) -> Name:
    """Return the name of `Laurens van der Maaten`, `Roth R. M.`, `Smith JA`, `QIU Hang` or `Hang QIU`."""
    lead = _lead(words)
    if lead == len(words) - 1:
        last = _capitalised(words[-1]) if lead and words[-1].isupper() else words[-1]
        return Name(family=last, particle=" ".join(words[:lead]), suffix=suffix)
    if named := _with_loud_family(words):
        family = [word.lower() if word in LOUD_JOINING else _capitalised(word) for word in named[0]]
        return Name(" ".join(family), _given(named[1]), "", suffix)
    large = [place for place, word in enumerate(words) if _is_large_family(word) and _may_be_family(words, place)]
    if len(large) == 1 and large[0] in (0, len(words) - 1):
        rest = words[1:] if large[0] == 0 else words[:-1]
        return Name(_capitalised(words[large[0]]), _given(rest), "", suffix)
    initials = len(words)
    while initials > 1 and initials - 1 not in large and _is_initials(words[initials - 1]):
        initials -= 1
    if initials < len(words) and not any(_is_initials(word) for word in words[:initials]):
        return _inverted(words[:initials], words[initials:], suffix)
    start = _family_start(words)
    family = words[start:]
    lead = _small_lead(family)
    return Name(" ".join(family[lead:]), _given(words[:start]), " ".join(family[:lead]), suffix)


def _with_loud_family(words: list[str]) -> tuple[list[str], list[str]] | None:
    """Return the family name of several words in capitals and the given names: `LE GOFF Anne`, `Ana DE LA CRUZ`."""
    loud = [_is_loud(word) for word in words]
    for place in range(1, len(words) - 1):
        loud[place] |= loud[place - 1] and loud[place + 1] and words[place] in LOUD_JOINING
    count = sum(loud)
    if count < _LOUD_WORDS or count == len(words) or not any(map(_is_large_family, words)):
        return None
    quiet = [word for word, is_loud in zip(words, loud, strict=True) if not is_loud]
    if (all(loud[:count]) or all(loud[-count:])) and all(any(char.islower() for char in word) for word in quiet):
        return [word for word, is_loud in zip(words, loud, strict=True) if is_loud], quiet
    return None


_LOUD_WORDS = 2  # of a family name of which one may be a particle


def _is_loud(word: str) -> bool:
    """Return whether a word stands in capitals as a family name or the particle of one."""
    return word.isupper() and (word.lower() in LARGE_PARTICLES or (len(word) > 2 and _is_large_family(word)))


def _family_start(words: list[str]) -> int:
    """Return where the family name begins: at the first particle after a given name, else at the last word."""
    for place in range(1, len(words) - 1):
        if _joins(words, place):
            # A name of three words has no given one: `Ramón y Cajal`.
            return place - 1
        small = bare(words[place])
        if words[place].islower() and small in PARTICLES and not words[0].islower():
            return place if not _stands_for_particle(words, place) else len(words) - 1
        run = words[place:-1]
        if all(bare(word) in LARGE_PARTICLES and not _is_initial(word) for word in run):
            return len(words) - 1 if bare(words[-1]) in VIETNAMESE else place
    return len(words) - 1


def _stands_for_particle(words: Sequence[str], place: int) -> bool:
    """Return whether an initial is that of a particle among others, and opens no family name: `A. C. d. M. Lima`."""
    return words[place] == f"{bare(words[place])[:1]}." and any(map(_is_initial, words[place + 1 : -1]))


def _joins(words: Sequence[str], place: int) -> bool:
    """Return whether a word joins the two halves of a family name; `Maria e Silva` may be a given name and one half."""
    if words[place] not in JOINING or (place == 1 and words[place] != "y"):
        return False
    return all(word[0].isupper() and not _is_initials(word) for word in words[place - 1 : place + 2 : 2])


def _is_large_family(word: str) -> bool:
    """Return whether a word of a name otherwise written small and large stands all in capitals, as a family name."""
    letters = [char for char in word if char.isalpha()]
    if len(letters) < 2 or "." in word or not all(char.isupper() for char in letters):
        return False
    if len(letters) == 2:
        return word.lower() in _TWO_LETTERS
    return spells_family(word) if len(letters) == 3 else bool(re.search("[aeiouy]", fold(word)))


def _may_be_family(words: list[str], place: int) -> bool:
    """Return whether two capitals are a family name beside these words: `LI Wei`, but not `NG Duffield`."""
    others = words[:place] + words[place + 1 :]
    return len(words[place]) != 2 or all(_EASTERN.fullmatch(fold(word)) for word in others)


def spells_family(word: str) -> bool:
    """Return whether three letters can be read as a family name (`LIU`, `ROY`), and are no initials (`AKH`).

    >>> spells_family("LIU"), spells_family("AKH")
    (True, False)
    """
    return bool(_THREE_LETTERS.fullmatch(fold(word)))


def _is_initials(word: str) -> bool:
    """Return whether a word is an initial, or two capitals, whatever family name they could be."""
    return _is_initial(word) or (len(word) == 2 and word.isalpha() and word.isupper())


def _is_initial(word: str) -> bool:
    """Return whether a word is `R.`, `R`, `J.-S.`, `JA` or `JRR`."""
    if INITIAL.fullmatch(word):
        return word[0].isupper()
    return bool(re.fullmatch(r"[^\W\d_]{2,3}", word)) and word.isupper() and not _is_large_family(word)


# `J.-S`, whose last point a list took for its own, and `J-S`.
_HYPHENATED_INITIALS = re.compile(r"[A-Z]\.?(?:-[A-Z]\.?){1,3}")


def _given(words: list[str]) -> str:
    """Return given names with a point after each initial: `R M` and `RM` as `R. M.`"""
    spelled: list[str] = []
    for word in words:
        if len(word) > 1 and word.isalpha() and word.isupper() and _is_initials(word):
            spelled.extend(f"{char}." for char in word)
        elif _HYPHENATED_INITIALS.fullmatch(word):
            spelled.append("-".join(f"{initial.rstrip('.')}." for initial in word.split("-")))
        else:
            spelled.append(f"{word}." if len(word) == 1 and word.isupper() else word)
    return " ".join(spelled)
