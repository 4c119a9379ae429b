"""The relations in which two titles may stand, and what each says."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from reconcile.mention import Level


class Relation(StrEnum):
    """The relations, in the order in which they are tried."""

    SAME = "same"
    PART = "part"
    OPPOSED = "opposed"
    ABBREVIATED = "abbreviated"
    INITIALS = "initials"
    SPELLING = "spelling"
    REMARK = "remark"
    BESIDE = "beside"
    WORDING = "wording"
    SUBTITLE = "subtitle"
    NAMED = "named"
    COINED = "coined"
    CUT = "cut"
    RARE_WORD = "rare-word"
    WITHIN = "within"
    SUBSET = "subset"
    SUBTITLE_DIFFERS = "subtitle-differs"
    GENERIC = "generic"
    OVERLAP = "overlap"
    RELATED = "related"
    UNRELATED = "unrelated"

    # That of an enumeration is written in Python, and asked for at each look into a table.
    __hash__ = str.__hash__


# Titles that are one, as far as two people would write it down; of none is another work's, as a second part's is.
ONE_TITLE = frozenset({Relation.SAME, Relation.SPELLING})
# One may lack the subtitle or be the coined name of the other, and no word stands in the place of another.
NO_OTHER_WORDS = ONE_TITLE | {Relation.SUBTITLE, Relation.COINED}
# People write a second part, and of the opposite, too.
OTHER_WORK = frozenset({Relation.PART, Relation.OPPOSED})
# Close enough for two records of one publication, where all else agrees.
ONE_PUBLICATION = NO_OTHER_WORDS | {Relation.WORDING}

RELATION_SAYS: dict[Relation, tuple[Level, str]] = {
    Relation.SAME: (Level.AGREE, "the titles are the same"),
    Relation.SPELLING: (Level.AGREE, "the titles differ in spelling only"),
    Relation.ABBREVIATED: (Level.NEAR, "one title has the initials by which words of the other are known"),
    Relation.INITIALS: (Level.NEAR, "one title has initials of words of the other, which may be other words'"),
    Relation.REMARK: (Level.AGREE, "the titles differ in a remark on the kind of paper"),
    Relation.BESIDE: (Level.AGREE, "one title has names or an imprint beside it"),
    Relation.WORDING: (Level.NEAR, "the titles share all words that are rare"),
    Relation.SUBTITLE: (Level.NEAR, "one title lacks the subtitle of the other"),
    Relation.COINED: (Level.NEAR, "one title is the coined name with which the other begins"),
    Relation.NAMED: (Level.NEAR, "the titles share a coined name and differ after it"),
    Relation.CUT: (Level.NEAR, "one title breaks off where the other goes on"),
    Relation.RARE_WORD: (Level.NEAR, "the titles differ in a rare word"),
    Relation.WITHIN: (Level.NEAR, "one title stands within the other text"),
    Relation.SUBSET: (Level.NEAR, "one title holds the words of the other"),
    Relation.SUBTITLE_DIFFERS: (Level.DIFFER, "the titles begin alike and have other subtitles"),
    Relation.GENERIC: (Level.DIFFER, "one title but names a kind of piece, and the other is another"),
    Relation.OVERLAP: (Level.DIFFER, "the titles share half of what they say"),
    Relation.RELATED: (Level.DIFFER, "the titles share some words"),
    Relation.UNRELATED: (Level.DIFFER, "the titles have little in common"),
    Relation.PART: (Level.DIFFER, "the titles name different parts or numbers"),
    Relation.OPPOSED: (Level.DIFFER, "the titles say opposite things"),
}


_NEVER_SURE = OTHER_WORK | {Relation.ABBREVIATED, Relation.INITIALS, Relation.UNRELATED}


class Titles(NamedTuple):
    """Two titles held side by side: bits of the words they share, the share of all bits, the words of one only."""

    relation: Relation
    bits: float = 0.0
    share: float = 0.0
    only_left: tuple[str, ...] = ()
    only_right: tuple[str, ...] = ()


def is_sure(titles: Titles) -> bool:
    """Say whether what sets the titles apart may be a slip: nothing does, a misspelling, or words that the left lacks.

    A word in the place of another, or one more, may make another work: a survey, a second part, another language. So
    may initials: others have the same.
    """
    if titles.relation in ONE_TITLE:
        return True
    return titles.relation not in _NEVER_SURE and not titles.only_left


# Where something stands that only one of two sides has: of two rows, and of a claim beside a record.
OF_ROWS, OF_CLAIM = ("left", "right"), ("in the claim", "in the record")


def say_titles(titles: Titles, sides: tuple[str, str] = OF_CLAIM) -> tuple[Level, str]:
    """Return the level of agreement and a sentence that names the words of one side only."""
    level, says = RELATION_SAYS[titles.relation]
    each = zip(sides, (titles.only_left, titles.only_right), strict=True)
    apart = [f"only {side}: {' '.join(only)}" for side, only in each if only]
    return level, "; ".join([says, *apart]) if titles.relation is not Relation.UNRELATED else says
