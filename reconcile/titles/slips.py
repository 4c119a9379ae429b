"""Two words of titles held side by side: one word misspelt or inflected, or two words that mean the opposite."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from reconcile.lexicon import rarity
from reconcile.lexicon.english import american
from reconcile.lexicon.plurals import singular
from reconcile.titles.numbering import number_of

# Beginnings of words that turn the meaning round: `supervised` and `unsupervised`, `maximization` and `minimization`.
_NEGATIONS = ("un", "non", "in", "im", "anti", "de", "dis", "semi", "self", "sub", "super", "multi")
# The Greek one is a single letter, as many slips are, so its words are named.
_GREEK_NEGATIONS = frozenset("acyclic aperiodic asymmetric asymmetry asynchronous atemporal atypical".split())
_OPPOSITES = (
    ("maxi", "mini"), ("hyper", "hypo"), ("inter", "intra"), ("macro", "micro"), ("pre", "post"), ("over", "under"),
    ("homo", "hetero"), ("up", "down"), ("in", "ex"), ("low", "high"), ("upper", "lower"), ("convex", "concave"),
    ("mono", "bi"), ("mono", "multi"), ("uni", "bi"), ("uni", "multi"), ("bi", "tri"), ("bi", "multi"),
    ("tri", "multi"), ("hyper", "super"),
)  # fmt: skip
_TURNED = tuple((str(at), first, second) for at, (first, second) in enumerate(_OPPOSITES))
_BEGINNINGS = tuple({beginning for pair in _OPPOSITES for beginning in pair})
_OPPOSED_WORDS = frozenset(map(frozenset, (("with", "without"), ("online", "offline"), ("static", "dynamic"))))

# Words that are said in short.
_CLIPPED = dict(
    pair.split()
    for pair in (
        "algo algorithm|app application|attn attention|char character|conv convolutional|demo demonstration"
        "|dep dependency|doc document|eval evaluation|exam examination|info information|intro introduction"
        "|lab laboratory|math mathematic|net network|rep representation|seq sequence|spec specification|stat statistic"
        "|tech technology"
    ).split("|")
)
_VERSUS = frozenset({"v", "versus", "vs"})  # between two that are set against each other
MOST_SLIPS = 3  # letters by which two words may differ and be one word
LONG_WORD = 7  # letters from which two words with other first letters may be one misspelt
_SPOKEN = {"2": "to", "4": "for"}  # figures that are written for words
_NUMBER = re.compile(r"\d+|[ivx]+")  # in figures or in Roman ones: `II` is no misspelt `in`
_LEAST_PLURAL = 3  # letters of a word to which an s makes no other: `GPS` is not `GP`
_VERY_LONG_WORD = 12  # letters from which a common word may be misspelt by three


def close(left: str, right: str) -> bool:
    """Say whether two folded words are one word misspelt or inflected; words with digits never are.

    >>> close("networks", "netwroks"), close("dialogue", "dialog"), close("supervised", "unsupervised")
    (True, True, False)
    """
    if not (left + right).isalpha() or _are_two_numbers(left, right):
        return False
    if _in_full(left) == _in_full(right) or singular(left) == singular(right):
        return True
    if abs(len(left) - len(right)) > MOST_SLIPS:
        return False
    alike = left.rstrip("s") == right.rstrip("s") and min(len(left), len(right)) >= _LEAST_PLURAL
    alike = alike or american(left) == american(right)
    return (alike or _slipped(left, right)) and not opposed(left, right) and not _nearly_opposed(left, right)


def _are_two_numbers(left: str, right: str) -> bool:
    """Say whether two words are other numbers, in letters or Roman ones: `xvii` and `xviii` are other parts."""
    one, other = number_of(left), number_of(right)
    return one != other and one.isdigit() and other.isdigit()


def _in_full(word: str) -> str:
    if word in _VERSUS:
        return "versus"
    single = word.removesuffix("s")
    return _CLIPPED.get(single, single if len(single) >= _LEAST_PLURAL else word)


def _slipped(left: str, right: str) -> bool:
    longest = max(len(left), len(right))
    if longest > 2 and rarity.is_listed(left) is not rarity.is_listed(right):
        # One of them is a word that hardly any title has: what is a slip from a common word is that word misspelt.
        slips = 1 + (longest > LONG_WORD) + (longest >= _VERY_LONG_WORD)
    elif sorted(left) == sorted(right) and longest > 3:
        slips = 1
    elif left[0] == right[0] or longest >= LONG_WORD:
        slips = 0 if longest < 5 else 1 if longest < 9 else 2
    else:
        return False
    return is_slip(left, right, slips)


def is_slip(left: str, right: str, slips: int = 1) -> bool:
    """Say whether so many letters at most, wrong, missing, added or swapped, make one word of the other."""
    return DamerauLevenshtein.distance(left, right, score_cutoff=slips) <= slips


def broken_stops(word: str, stops: Set[str]) -> list[str]:
    """Return of some stop words those for which a word may stand: as a figure, or misspelt where no title has the word.

    >>> broken_stops("2", {"to"}), broken_stops("fro", {"for", "to"}), broken_stops("ii", {"in"})
    (['to'], ['for'], [])
    """
    if word in _SPOKEN:
        return [_SPOKEN[word]] if _SPOKEN[word] in stops else []
    if len(word) > LONG_WORD + 1 or rarity.is_listed(word) or _NUMBER.fullmatch(word):
        return []
    return [stop for stop in stops if is_slip(word, stop)]


@lru_cache(maxsize=1 << 16)
def _turns(word: str) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """Return how a word may be one's opposite, and whose: two are opposed where one's first meets the other's second.

    A turn is a pair of opposites with the stem that both have, or a word and its negation.
    """
    turned = _TURNED if word.startswith(_BEGINNINGS) else ()
    mine = {
        (at, _stem(word.removeprefix(first)))
        for at, first, _ in turned
        if word.startswith(first) and len(word) > len(first) + 2
    }
    theirs = {(at, _stem(word.removeprefix(second))) for at, _, second in turned if word.startswith(second)}
    if len(word) > 3:
        mine.add(("not", word))
    theirs |= {("not", word.removeprefix(negation)) for negation in _NEGATIONS if word.startswith(negation)}
    if word in _GREEK_NEGATIONS:
        theirs.add(("not", word[1:]))
    return frozenset(mine), frozenset(theirs)


def opposed(left: str, right: str) -> bool:
    """Say whether two folded words are each other's opposites."""
    (one, its), (other, others) = _turns(left), _turns(right)
    return not (one.isdisjoint(others) and other.isdisjoint(its)) or frozenset((left, right)) in _OPPOSED_WORDS


def likeness(word: str, twin: str) -> float:
    """Return how like two words are letter by letter, 0 to 1; 0 where one is nearer to the other's negation.

    >>> likeness("unsuperviced", "supervised"), likeness("vyascular", "vascular") > 0.8
    (0.0, True)
    """
    if _nearly_opposed(word, twin) or _are_two_numbers(word, twin):
        return 0.0
    return 1.0 - DamerauLevenshtein.distance(word, twin) / max(len(word), len(twin), 1)


def _nearly_opposed(left: str, right: str) -> bool:
    """Say whether one word is nearer to the other's negation than to the other: `unsuperviced` and `supervised`."""
    short, long = sorted((left, right), key=len)
    negations = [negation for negation in _NEGATIONS if long.startswith(negation) and not short.startswith(negation)]
    if not negations:
        return False
    distance = DamerauLevenshtein.distance(long, short)
    return any(DamerauLevenshtein.distance(long, negation + short) < distance for negation in negations)


def _stem(word: str) -> str:
    return word.rstrip("s").removesuffix("ing").removesuffix("e")
