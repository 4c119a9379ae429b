"""Two names of venues, beside what the table knows: whether the one may be another form of the other, or surely is not.

A list abbreviates names, cuts them, leaves out subtitles, gives letters for words, or names only who printed the
volume. So a name is taken for another venue's only where it is written out and shares no telling word with the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from reconcile.lexicon import houses
from reconcile.venues.table import HEADS, SKIPPED, SPONSORS, stem
from reconcile.venues.tokens import is_ordinal
from sources.text import ANY_YEAR, STOP_WORDS, fold, letters_of

_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_REMARK = re.compile(r"\([^()]*\)")
_BEHIND = re.compile(r"[,(:;]")
_TELLING = 3  # words from which a name without a head noun is one that is written out
_LEAST, _ACRONYM = 2, 12  # letters of a short form of words
_SHORT = 6  # letters below which a word alone may be letters for others: `Coling`, `Recsys` are longer
_LEAST_CAPITALS = 4  # letters from which an acronym that nobody knows is none of another name by chance
_ALIKE = 85.0  # percent of letters from which two words are one, misspelt
_ROOT = 6  # letters of the beginning that two inflections of one word have in common
_MOST = 0.67  # share of the words of the shorter name that must be the other's, for one to be a form of the other
_LACKING = 4  # telling words of which one may give no letter to an acronym: `KDD`, Knowledge Discovery and Data Mining
_CUT = 8  # letters of a name that is only the beginning of another

# Words of many names, which tell none.
_COMMON = (
    HEADS
    | SPONSORS
    | SKIPPED
    | STOP_WORDS
    | frozenset(
        "proc proceedings joint meet meeting annu annual ser series vol volume part section held from by appear new"
        " world european american asian national nat global first second third biennial main track short long paper"
        " papers abstract companion adjunct adv advances res research sci science sciences stud studies rep report"
        " reports online open access international review reviews one plus".split()
    )
)
# Head nouns that exclude each other where the rest of two names is the same: `Annals of X` is not `Advances in X`.
_KINDS = {"adv": "advances", "ann": "annals", "annal": "annals", "bull": "bulletin", "trans": "transactions"}
# Nouns, as classes of words, of which a name with one says what it is the name of.
_NOUNS = frozenset(
    "conf symp congress j trans lett mag ann annal bull quarterly acta archive arch frontier zeitschrift revue revista"
    " wochenschrift adv rev".split()
)
# What a family of journals is called, each with a word of its own: `BMC Genomics`, `Nature Physics`.
_FAMILIES = frozenset("acs bmc bmj cell embo jama lancet nature npj plos".split())
_HEADS = _NOUNS - {"adv", "frontier", "rev"}
# Who prints or holds, not where: said in place of a venue's name.
_HOUSE = re.compile(
    rf"\b(?:{'|'.join(map(fold, houses.FOR_A_VENUE.split('|')))}|{houses.FIRMS}|press|verlag|publish(?:ers?|ing)"
    r"|addison wesley|chapman|de gruyter|karger|mcgraw hill|north holland|prentice hall|taylor (?:and |& )?francis"
    r"|thieme|world scientific|university|universitat|universite|academy|unpublished|manuscript|thesis|dissertation"
    r"|technical report|tech rep|in press|preprint|submitted|under review|to appear|draft)\b"
)
_SOCIETY = re.compile(
    r"(?:the )?(?:[a-z]+ ){0,3}(?:society|association|institute|institution|federation|union|foundation|academy)"
    r"(?: (?:of|for|on) (?:[a-z]+ ?){1,6})?"
)
# Series in which proceedings of any meeting appear.
_CARRIER = re.compile(
    r"\b(?:lecture notes|notes in|conference series|conf ser|web of conferences|web conf|papers ?online"
    r"|(?:workshop|conference|electronic|international|symposium) proceedings|proceedings series|procedia|proceedia"
    r"|springer (?:proceedings|series)|smart innovation systems|studies in|advances in intelligent|ceur|lipics|oasics"
    r"|sig[a-z]+ (?:[a-z]+ ){0,3}(?:notices|news|newsletter|bulletin|forum|explorations)|wit transactions"
    r"|proceedings of spie|proc spie|electronic workshops|supplement)\b"
)


def is_carrier(name: str) -> bool:
    """Say whether a name is that of a series in which proceedings of any meeting appear.

    >>> is_carrier("Journal of Physics: Conference Series"), is_carrier("Journal of Physics A")
    (True, False)
    >>> is_carrier("AIP Conference Proceedings 1648"), is_carrier("IEEE 1992 Ultrasonics Symposium Proceedings")
    (True, False)
    """
    found = _CARRIER.search(fold(name))
    return found is not None and not (found[0].endswith(" proceedings") and ANY_YEAR.search(name, 0, found.start()))


def is_acronym(name: str) -> bool:
    """Say whether a name is one word of capitals or of few letters, which tells nobody what it is short for.

    >>> is_acronym("ASONAM 2012"), is_acronym("Biofabrication")
    (True, False)
    """
    words = [word for word in _WORD.findall(_REMARK.sub(" ", name)) if not is_ordinal(word)]
    return len(words) < _LEAST and all(sum(map(str.isupper, word)) >= _LEAST or len(word) < _SHORT for word in words)


def is_foreign_acronym(name: str, texts: Iterable[str]) -> bool:
    """Say whether a name is letters in capitals, and all texts are names written out that they are no letters of.

    >>> is_foreign_acronym("ICWNLP", ["Conference on Woollen Felts and Natural Language Processing"])
    True
    >>> is_foreign_acronym("WFNLP", ["Conference on Woollen Felts and Natural Language Processing"])
    False
    """
    letters = _letters_in_capitals(name)
    if len(letters) < _LEAST_CAPITALS or fold(letters) in SPONSORS or is_house(name) or is_carrier(name):
        return False
    texts = tuple(texts)
    written = all(is_written_out(text) and len(_rare(text)) >= _TELLING for text in texts)
    return bool(texts) and written and not any(fold(letters) in fold(text) or may_be_one(name, text) for text in texts)


def _letters_in_capitals(name: str) -> str:
    """Return the one word of a name that is all capitals, without the numbers beside it; else nothing."""
    words = [word for word in _WORD.findall(_REMARK.sub(" ", name)) if not is_ordinal(word) and not word.isdigit()]
    return words[0] if len(words) == 1 and words[0].isupper() and words[0].isalpha() else ""


def is_house(name: str) -> bool:
    """Say whether a text names who printed or held something, or that it is in no venue: `MIT Press`, `in press`.

    >>> is_house("Cambridge University Press"), is_house("Journal of the Royal Society Interface")
    (True, False)
    """
    folded = fold(name)
    if not _HEADS.isdisjoint(_stems(name)) or "proceedings" in folded:
        return False
    return _HOUSE.search(folded) is not None or _SOCIETY.fullmatch(folded) is not None


def is_written_out(name: str) -> bool:
    """Say whether a name says what it is the name of, or has words enough to be none of a place or a house.

    >>> is_written_out("Annals of Mathematics"), is_written_out("Vancouver, Canada"), is_written_out("ICXYZ")
    (True, False, False)
    """
    if is_house(name):
        return False
    telling = _rare(name)
    if len(telling) >= _LEAST and fold(telling[0]) in _FAMILIES:
        return True
    return bool(telling) and (not _NOUNS.isdisjoint(_stems(name)) or len(telling) >= _TELLING)


def is_same_text(left: str, right: str) -> bool:
    """Say whether two names are one text but for abbreviations, ordinals, years and what says that it is proceedings.

    >>> is_same_text("Proceedings of the 3rd Workshop on Wool", "workshop on wool (2020)")
    True
    >>> is_same_text("ICCV", "ICCVW 2021"), is_same_text("ICCV 2021", "ICCV")
    (False, True)
    """
    if fold(left) == fold(right):
        return True
    if is_acronym(left) and is_acronym(right):
        return _letters(left) == _letters(right)
    mine, theirs = _significant(left), _significant(right)
    same = len(mine) == len(theirs) > 0 and all(map(_is_one_word, mine, theirs))
    return same and not _excluded(left, right)


def may_be_one(left: str, right: str) -> bool:
    """Say whether one name may be an abbreviation, a part, a beginning or the letters of the other.

    >>> may_be_one("Adv. Math.", "Advances in Mathematics"), may_be_one("IJCV", "Int. Journal of Computer Vision")
    (True, True)
    >>> may_be_one("Nature", "Advances in Mathematics")
    False
    """
    if is_same_text(left, right) or _begins(left, right) or _begins(right, left):
        return True
    if stands_for(left, right) or stands_for(right, left):
        return True
    mine, theirs = _telling(left), _telling(right)
    if not mine or not theirs:
        return not _excluded(left, right)
    short, long = sorted((mine, theirs), key=len)
    found = sum(any(_is_one_word(word, other) for other in long) for word in short)
    return found >= _MOST * len(short) and not _excluded(left, right)


def share_words(left: str, right: str) -> bool:
    """Say whether two names have a telling word in common, or nothing that tells."""
    mine, theirs = _telling(left), _telling(right)
    if not mine or not theirs:
        return True
    return any(_is_one_word(word, other) for word in mine for other in theirs) and not _excluded(left, right)


def within(part: str, names: Iterable[str]) -> bool:
    """Say whether every telling word of a name is one of those names', or there is none.

    What stands behind its first comma or bracket is a place, a date or a part.
    """
    part = _BEHIND.split(part, maxsplit=1)[0]
    known = {word for name in names for word in (*_telling(name), *_significant(name))}
    return all(any(_is_one_word(word, other) for other in known) for word in _telling(part))


def _excluded(left: str, right: str) -> bool:
    """Say whether two names call themselves by nouns that exclude each other: `Annals of X`, `Advances in X`."""
    mine, theirs = ({_KINDS[word] for word in _stems(name) if word in _KINDS} for name in (left, right))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _begins(short: str, long: str) -> bool:
    """Say whether a text is the beginning of another, as a list that cuts names leaves it."""
    beginning = fold(short.replace("…", " ").removesuffix("..."))
    return len(beginning) >= _CUT and fold(long).startswith(beginning)


def stands_for(short: str, long: str) -> bool:
    """Say whether a word in capitals is one of the other name's words, or made of their letters: `TACL`, `VLDB J.`."""
    words = [fold(each) for each in _WORD.findall(_DOTTED.sub(_undotted, long))]
    acronyms = {*_acronyms(short), *([letters_of(short)] if is_acronym(short) else ())}
    return any(word in words or _is_made_of(word, long) for word in acronyms)


def are_initials(acronym: str, name: str) -> bool:
    """Say whether a name of one short word is the first letters of all words of another: `PRL`.

    >>> are_initials("PRL", "Physical Review Letters"), are_initials("ACL", "European Chapter of the ACL")
    (True, False)
    """
    words = [fold(word) for word in _WORD.findall(name) if word.casefold() not in STOP_WORDS and not is_ordinal(word)]
    initials = "".join(word[0] for word in words if word)
    return is_acronym(acronym) and len(initials) >= _LEAST and _letters(acronym) in (initials, initials[1:])


def _letters(acronym: str) -> str:
    return "".join(fold(word) for word in _WORD.findall(acronym) if not word.isdigit())


def _undotted(found: re.Match[str]) -> str:
    return found[0].replace(".", "") + " "


def _acronyms(name: str) -> list[str]:
    """Return the words of a name in capitals, which may be letters for others."""
    found = (word for word in _WORD.findall(_DOTTED.sub(_undotted, name)) if sum(map(str.isupper, word)) >= _LEAST)
    return [fold(word) for word in found if len(word) <= _ACRONYM and word.casefold() not in SPONSORS]


@lru_cache(maxsize=1 << 14)
def _is_made_of(acronym: str, name: str) -> bool:
    """Say whether letters are those with which words of a name begin, in order, and nearly all telling words give one.

    A word may give several: `CoNLL`, `NeurIPS`. Letters picked from here and there are another name's: with some luck
    `ICML` stands in any International Conference on two matters.
    """
    words = [fold(word) for word in _WORD.findall(_DOTTED.sub(_undotted, _REMARK.sub(" ", name)))]
    words += [word for word in words if stem(word) in HEADS]  # `LREC` is the Conference on Language Resources …
    telling = {*_rare(name)}
    lacking = {0: 0}  # letters given so far -> telling words that gave none, as few as can be
    for word in filter(None, words):
        after = {given: lacks + (word in telling) for given, lacks in lacking.items()}
        for given, lacks in lacking.items():
            for end in _ends_given(acronym, given, word):
                after[end] = min(lacks, after.get(end, lacks))
        lacking = after
    return lacking.get(len(acronym), len(words)) <= len(telling) // _LACKING


def _ends_given(acronym: str, start: int, word: str) -> range:
    """Return where letters of an acronym may end that one word gives: its first, and more of it in their order."""
    if acronym[start : start + 1] != word[0]:
        return range(0)
    end, letters = start, iter(word)
    while end < len(acronym) and acronym[end] in letters:
        end += 1
    return range(start + 1, end + 1)


def _is_subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


@lru_cache(maxsize=1 << 14)
def _is_one_word(left: str, right: str) -> bool:
    """Say whether two words are one, or one an abbreviation, an inflection, a cognate or a misspelling of the other."""
    short, long = sorted((left, right), key=len)
    if len(short) >= _LEAST and long.startswith(short):
        return True
    short, long = sorted((_levelled(left), _levelled(right)), key=len)
    if len(short) >= _LEAST and long.startswith(short):
        return True
    common = next((at for at, (one, other) in enumerate(zip(short, long, strict=False)) if one != other), len(short))
    if common >= _ROOT:
        return True
    contracted = _LEAST < len(short) <= _ROOT and short[:2] == long[:2] and short[-1] == long[-1]
    return (contracted and _is_subsequence(short, long)) or (len(short) >= _ROOT and fuzz.ratio(short, long) >= _ALIKE)


# Letters that languages and transliterations exchange: `Arheologiya`, `Archaeology`.
_LEVELS = (("ch", "h"), ("th", "t"), ("ph", "f"), ("ae", "e"), ("oe", "e"), ("y", "i"), ("c", "k"))


def _levelled(word: str) -> str:
    for letters, level in _LEVELS:
        word = word.replace(letters, level)
    return word


@lru_cache(maxsize=1 << 14)
def _stems(name: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _WORD.findall(name))


@lru_cache(maxsize=1 << 14)
def _telling(name: str) -> tuple[str, ...]:
    """Return the folded words of a name that tell it from others; of one that has only common words, those."""
    return _rare(name) or tuple(word for word in _words(name) if word not in STOP_WORDS and stem(word) not in _SETTING)


@lru_cache(maxsize=1 << 14)
def _rare(name: str) -> tuple[str, ...]:
    """Return the folded words of a name that are not common among names."""
    return tuple(word for word in _words(name) if word not in _COMMON and stem(word) not in _COMMON)


def _words(name: str) -> list[str]:
    """Return the folded words of a name but for ordinals and numbers; `A.M.A.` is one."""
    joined = _DOTTED.sub(_undotted, _REMARK.sub(" ", name))
    words = [fold(word) for word in _WORD.findall(joined) if not is_ordinal(word)]
    return [word for word in words if len(word) > 1 and not word.isdigit()]


_SETTING = frozenset({"proc", "conf", "j", "symp", "workshop", "meet", "annu", "annual", "international", "trans"})


@lru_cache(maxsize=1 << 14)
def _significant(name: str) -> tuple[str, ...]:
    """Return the word classes of a name without ordinals, years, articles and what says that it is proceedings."""
    words = [word for word in _WORD.findall(name) if not is_ordinal(word) and not word.isdigit()]
    return tuple(
        stem(word)
        for word in words
        if word.casefold() not in SKIPPED | STOP_WORDS and fold(word) not in {"proceedings", "proc", "in"}
    )
