"""A claim whose title has another telling word than a record's: the paper retitled, or another work of its people.

People write of one matter more than once: a chapter's title often is a paper's without a word.
"""

from __future__ import annotations

from reconcile.mention import Comparison, Level
from reconcile.titles import NO_OTHER_WORDS, ONE_TITLE, Relation, Titles, compare_titles, halves_of
from sources.record import Record, Type

# What sets such titles apart is no word of another work: a remark, an imprint, a short form.
_ONE_WORK = NO_OTHER_WORDS | {Relation.REMARK, Relation.BESIDE, Relation.ABBREVIATED, Relation.INITIALS}
_AGREEING = frozenset({Level.AGREE, Level.NEAR})
# Any of these tells that the work is the record's; a year does where it is at most one away, or a preprint's.
_TELLING = ("year", "venue", "page", "identifier")
_PAPERS = frozenset({Type.ARTICLE, Type.PAPER})


def has_other_words(claimed: str, title: str) -> bool:
    """Say whether one title has a telling word that the other lacks; a subtitle or a head before it is none.

    Nor is the same title in a second language, in brackets or behind a slash.

    >>> has_other_words("Felt for Sheep", "Waterproof Felt for Sheep")
    True
    >>> has_other_words("Felt for Sheep", "Felt for Sheep: A Survey"), has_other_words("On Felt", "WOFE: On Felt")
    (False, False)
    """
    return are_parted_by_words(compare_titles(claimed, title), claimed, title)


def are_parted_by_words(titles: Titles, claimed: str, title: str) -> bool:
    """Say the same of two titles that were compared."""
    if titles.relation in _ONE_WORK or not (titles.only_left or titles.only_right):
        return False
    return not (_is_half(claimed, title) or _is_half(title, claimed))


def _is_half(short: str, long: str) -> bool:
    """Say whether a title is the head, the subtitle or one of the two languages of another."""
    return any(compare_titles(short, half).relation in ONE_TITLE for half in halves_of(long))


def may_be_another_work(claim: Record, record: Record, comparison: Comparison) -> bool:
    """Say whether titles differ in a word that tells, and nothing else but the people says that the work is one.

    Where nothing speaks against it either, words that only the claim has may be none of its title.
    """
    if not (claim.title and record.title) or not has_other_words(claim.title, record.title):
        return False
    levels = {piece.level for piece in comparison.evidence if piece.field in _TELLING}
    if not levels.isdisjoint(_AGREEING):
        return False
    return Level.DIFFER in levels or not compare_titles(claim.title, record.title).only_left


def is_papers_of_several(claim: Record, record: Record) -> bool:
    """Say whether a thesis is claimed, which one person wrote, and a record is a paper of several by another title."""
    if claim.type is not Type.THESIS or len(claim.author) > 1 or record.type not in _PAPERS or len(record.author) < 2:
        return False
    return bool(claim.title and record.title) and has_other_words(claim.title, record.title)
