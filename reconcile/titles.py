"""How two titles stand to each other: word by word, rare words counting for more than common ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from reconcile import rarity
from reconcile.mention import Level
from reconcile.slips import LONG_WORD, close, is_slip, opposed
from sources.text import STOP_WORDS, fold, telling_words, words


class Relation(StrEnum):
    """The relations, in the order in which they are tried."""

    SAME = "same"
    PART = "part"
    OPPOSED = "opposed"
    SPELLING = "spelling"
    WORDING = "wording"
    SUBTITLE = "subtitle"
    NAMED = "named"
    COINED = "coined"
    RARE_WORD = "rare-word"
    SUBSET = "subset"
    SUBTITLE_DIFFERS = "subtitle-differs"
    RELATED = "related"
    UNRELATED = "unrelated"


_SAYS: dict[Relation, tuple[Level, str]] = {
    Relation.SAME: (Level.AGREE, "the titles are the same"),
    Relation.SPELLING: (Level.AGREE, "the titles differ in spelling only"),
    Relation.WORDING: (Level.NEAR, "the titles share all words that are rare"),
    Relation.SUBTITLE: (Level.NEAR, "one title lacks the subtitle of the other"),
    Relation.COINED: (Level.NEAR, "one title is the coined name with which the other begins"),
    Relation.NAMED: (Level.NEAR, "the titles share a coined name and differ after it"),
    Relation.RARE_WORD: (Level.NEAR, "the titles differ in a rare word"),
    Relation.SUBSET: (Level.NEAR, "one title holds the words of the other"),
    Relation.SUBTITLE_DIFFERS: (Level.DIFFER, "the titles begin alike and have other subtitles"),
    Relation.RELATED: (Level.DIFFER, "the titles share some words"),
    Relation.UNRELATED: (Level.DIFFER, "the titles have little in common"),
    Relation.PART: (Level.DIFFER, "the titles name different parts or numbers"),
    Relation.OPPOSED: (Level.DIFFER, "the titles say opposite things"),
}


@dataclass(frozen=True, slots=True)
class Titles:
    """Two titles held side by side: bits of the words they share, the share of all bits, the words of one only."""

    relation: Relation
    bits: float = 0.0
    share: float = 0.0
    only_left: tuple[str, ...] = ()
    only_right: tuple[str, ...] = ()


# Words of titles that stand over many publications; a title of nothing else identifies none.
_GENERIC = frozenset(
    """
    acknowledgement acknowledgements acknowledgments book books chair chairs column committee conclusion conclusions
    contents editor
    editors editorial foreword guest index introduction issue keynote message note notes obituary overview panel preface
    proceedings program report review reviewers section session special summary symposium table tutorial
    welcome workshop
    """.split()
)
_GENERIC_BITS = 3.0
# The most that a title of one or two words weighs, in bits, be its words as rare as they like.
_SHORT_BITS = {1: 7.0, 2: 13.0}


_HEAD = re.compile(r"\s*(?::|\s[–—-]\s|[?!]\s)")
# What a title ends with where it is the second or a later part; the first part often has no number.
_PARTS = frozenset("ii iii iv v vi vii viii ix x 2 3 4 5".split())
_RARE = 10.5  # bits; rarer than one title in 1,400
_NEAR_SHARE = 0.78  # share of bits from which titles count as the same in other words
_NAMED_SHARE = 0.5  # below, titles with one coined name are papers on one system: a tool, its demonstration, its theory
_RELATED_SHARE = 0.25
_MOST_TURNED = 6  # words that set two titles apart of which one is the other turned round
_COINED_WORDS = 3  # a coined name before the colon has at most so many words
MAX_TITLE = 1000  # characters; longer texts are cut before they are compared


def head_of(title: str) -> str:
    """Return what stands before the first colon or dash; the whole title where there is none.

    >>> head_of("RACE-IT: A Reconfigurable Engine")
    'RACE-IT'
    """
    parts = _HEAD.split(title, maxsplit=1)
    return parts[0] if len(parts) == 2 and parts[0].strip() and parts[1].strip() else title


def is_coined(head: str) -> bool:
    """Say whether a title's head is a name made up for the work, such as `MiLeNAS` or `X-TIME`."""
    found = words(head)
    if not found or len(found) > _COINED_WORDS:
        return False
    return rarity.of_word("".join(found)) >= rarity.UNLISTED_WORD and (
        len(found) == 1 or bool(re.search(r"[A-Z]{2}|[a-z][A-Z]|\d", head))
    )


def _bits(every: tuple[str, ...] | list[str]) -> float:
    return sum(rarity.of_word(word) for word in every)


def _leftovers(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return the words of each side that the other does not have, with multiplicity."""
    rest = list(right)
    only_left = []
    for word in left:
        if word in rest:
            rest.remove(word)
        else:
            only_left.append(word)
    return only_left, rest


def _without_glued(these: list[str], others: list[str], written: tuple[str, ...]) -> None:
    """Take out words that the other side writes as two: `timeseries` and `time series`, `byusing` and `by using`.

    `written` are all words of these's side, in order.
    """
    if not others:
        return
    pairs = {one + other: (one, other) for one, other in pairwise(written)}
    for word in list(others):
        halves = pairs.get(word)
        if halves and all(half in these or half in STOP_WORDS for half in halves):
            others.remove(word)
            for half in halves:
                if half in these:
                    these.remove(half)


def _withoutclose(left: list[str], right: list[str]) -> tuple[list[str], list[str], bool]:
    """Take out pairs of words that are one word misspelt or inflected; say whether any was."""
    kept, rest, any_close = [], list(right), False
    for word in left:
        twin = next((other for other in rest if close(word, other)), None)
        if twin is None:
            kept.append(word)
        else:
            rest.remove(twin)
            any_close = any_close or word.rstrip("s") != twin.rstrip("s")
    return kept, rest, any_close


_SPOKEN = {"2": "to", "4": "for"}  # figures that are written for words


def _without_repeated(only: list[str], others: tuple[str, ...]) -> int:
    """Take out words that the other side has, if fewer times; return how many."""
    repeated = [word for word in only if word in others]
    for word in repeated:
        only.remove(word)
    return len(repeated)


def _without_broken_stops(only: list[str], others: tuple[str, ...]) -> int:
    """Take out words that no title has and that are one slip from a stop word of the other side; return how many."""
    broken = [
        word
        for word in only
        if _SPOKEN.get(word) in others
        or (len(word) <= LONG_WORD + 1 and not rarity.is_listed(word) and not word.isdigit()
        and any(is_slip(word, stop) for stop in STOP_WORDS.intersection(others)))
    ]  # fmt: skip
    for word in broken:
        only.remove(word)
    return len(broken)


_VERSION = re.compile(r"([a-z]*?)(\d+|\b[ivx]+)")


def _versions(every: list[str]) -> set[tuple[str, str]]:
    """Return the words that number something, as what is numbered and its number: `II`, `v3`, `wmt19`."""
    found = (_VERSION.fullmatch(word) for word in every)
    return {(match[1], match[2]) for match in found if match}


def _part_differs(left: str, right: str, only_left: list[str], only_right: list[str]) -> bool:
    """Say whether the titles are two parts, versions or years of one series: nothing but numbers differs much."""
    first, second = _versions(only_left), _versions(only_right)
    numbered = {name + number for name, number in first | second}
    rest = [word for word in only_left + only_right if word not in numbered and word != "part"]
    if not numbered or first == second or _bits(rest) >= 4.0:
        return False
    if first and second:
        return bool({name for name, _ in first} & {name for name, _ in second})
    last = (words(left) if first else words(right))[-1]
    return "part" in words(left) + words(right) or (last in numbered and last in _PARTS)


def _telling(bits: float, every: tuple[str, ...]) -> float:
    """Return what shared words weigh, no more than a title of these words can."""
    if _GENERIC.issuperset(every):
        return min(bits, _GENERIC_BITS)
    return min(bits, _SHORT_BITS.get(len(every), bits))


@lru_cache(maxsize=65536)
def compare_titles(left: str, right: str) -> Titles:
    """Return how two titles stand to each other; neither may be empty.

    >>> compare_titles("SRA: A Secure Accelerator", "SRA: a secure accelerator.").relation
    <Relation.SAME: 'same'>
    """
    left, right = left[:MAX_TITLE], right[:MAX_TITLE]
    written, other = words(left), words(right)
    mine, theirs = telling_words(written), telling_words(other)
    total = _bits(mine) + _bits(theirs)
    if "".join(written) == "".join(other) or "".join(mine) == "".join(theirs):
        return Titles(Relation.SAME, _telling(total / 2, min(mine, theirs, key=len)), 1.0)
    only_left, only_right = _leftovers(mine, theirs)
    _without_glued(only_left, only_right, written)
    _without_glued(only_right, only_left, other)
    only_left, only_right, misspelt = _withoutclose(only_left, only_right)
    doubled = _without_repeated(only_left, theirs) + _without_repeated(only_right, mine)
    broken = _without_broken_stops(only_left, other) + _without_broken_stops(only_right, written)
    misspelt = misspelt or bool(doubled or broken)
    lost = _bits(only_left) + _bits(only_right)
    share = max(0.0, (total - lost) / total) if total else 0.0
    relation = _relation(left, right, only_left, only_right, share, misspelt=misspelt)
    shorter = min(mine, theirs, key=len)
    bits = _bits(shorter) if relation is Relation.COINED else _telling((total - lost) / 2, shorter)
    return Titles(relation, bits, share, tuple(only_left), tuple(only_right))


def _turned_round(left: str, right: str, only_left: list[str], only_right: list[str]) -> bool:
    """Say whether the titles differ in one word and its opposite, and in little else."""
    if len(only_left) + len(only_right) > _MOST_TURNED:
        return False
    if any(opposed(one, other) for one in only_left for other in only_right):
        rest = [
            word for word in only_left + only_right if not any(opposed(word, other) for other in only_left + only_right)
        ]
        return _bits(rest) < 8.0
    alone = only_left + only_right
    return alone == ["without"] and "with" in words(left) + words(right)


def _letters(text: str) -> str:
    return fold(text).replace(" ", "")


def _relation(
    left: str, right: str, only_left: list[str], only_right: list[str], share: float, *, misspelt: bool
) -> Relation:
    if not only_left and not only_right:
        return Relation.SPELLING if misspelt else Relation.SAME
    if _part_differs(left, right, only_left, only_right):
        return Relation.PART
    if _turned_round(left, right, only_left, only_right):
        return Relation.OPPOSED
    heads = head_of(left), head_of(right)
    same_head = _letters(heads[0]) == _letters(heads[1])
    has_subtitle = heads[0] != left, heads[1] != right
    rare = bool(only_left and only_right) and max(map(rarity.of_word, only_left + only_right)) >= _RARE
    if share >= _NEAR_SHARE and not rare:
        return Relation.WORDING
    if has_subtitle[0] != has_subtitle[1] and same_head:
        return Relation.COINED if is_coined(heads[0]) else Relation.SUBTITLE
    if same_head and is_coined(heads[0]) and share >= _NAMED_SHARE:
        return Relation.NAMED
    if share >= _NEAR_SHARE:
        return Relation.RARE_WORD
    if same_head:
        return Relation.SUBTITLE_DIFFERS
    if not (only_left and only_right) and share >= 0.5:
        return Relation.SUBSET
    return Relation.RELATED if share >= _RELATED_SHARE else Relation.UNRELATED


def is_sure(titles: Titles) -> bool:
    """Say whether what sets the titles apart may be a slip: nothing does, a misspelling, or words that the left lacks.

    A word in the place of another, or one more, may make another work: a survey, a second part, another language.
    """
    if titles.relation in (Relation.SAME, Relation.SPELLING):
        return True
    if titles.relation in (Relation.PART, Relation.OPPOSED, Relation.UNRELATED):
        return False
    return not titles.only_left


def say_titles(titles: Titles) -> tuple[Level, str]:
    """Return the level of agreement and a sentence that names the words of one side only."""
    level, says = _SAYS[titles.relation]
    sides = [
        f"only {side}: {' '.join(only)}"
        for side, only in (("left", titles.only_left), ("right", titles.only_right))
        if only
    ]
    return level, "; ".join([says, *sides]) if sides and titles.relation is not Relation.UNRELATED else says
