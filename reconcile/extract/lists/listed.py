"""Entries of a list that say little of themselves: what stands beside them in the list says that they are some."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from reconcile.documents.blocks.block import Kind
from reconcile.extract.cutting.bold_titles import are_bold_titles, begins_with_bold_title
from reconcile.extract.cutting.splitting import without_label
from reconcile.extract.lists.brief import are_entries, is_marked, is_remark, with_brief, with_unread
from reconcile.extract.looks.likeness import likeness
from reconcile.extract.placing.sections import Placed
from reconcile.extract.refusing.outcasts import reason_against
from reconcile.extract.words import cues
from reconcile.extract.words.topics import Topic

Judged = tuple[Placed, str | None]

# An entry has more words than a button or a label, and fewer than what is said about one.
_FEWEST, _MOST = 4, 60
_FEWEST_MARKED = 3  # behind a bullet: `Wet felt. NeurIPS 2014.`
_LONGEST = 2000  # letters of an item that are looked at

# Items of a list from which it is one of entries that are all alike, and how many of them must be.
_ALIKE = 3, 0.8
# What they have in common: a title ends before the venue or the year, `Felt. Wool Review, 2014`, `Felt (2014)`.
_PARTED = re.compile(r"\w[.?!][”\"]? (?:[A-ZÀ-Ž]|(?:19|20)\d\d\b)|\((?:19|20)\d\d\)[.\s]{0,3}\Z")


def with_listed(found: Iterable[Judged]) -> list[Judged]:
    """Return the judgements with those entries added that only their list tells.

    Under a heading of publications, where at least half of the items are publications, one with a title and a year
    or pages is one too, in a paragraph if the title is set apart: `3) Sheep and Law, Jovene, Napoli, 2014`. So are all
    items of a list of such, as where the page's owner is left out. In one with bullets or numbers an author and a
    short title are enough, among titles in bold the year behind one, and what stays unread of it has a reason, so that
    it is not lost.
    """
    done: list[Judged] = []
    for _, group in groupby(found, key=lambda judged: (judged[0].place, judged[0].stretch.kind)):
        members = list(group)
        if members[0][0].place.topic is Topic.PUBLICATIONS:
            members = with_brief(members)
            alike = _are_alike(members)
            if alike or are_entries(members):
                members = [
                    (item, _as_listed(item, alike=alike) if reason is None else reason) for item, reason in members
                ]
            if are_bold_titles([item.stretch for item, _ in members]):
                members = [(item, _as_bold(item) if reason is None else reason) for item, reason in members]
            members = with_unread(members)
        done += members
    return done


def _as_bold(item: Placed) -> str | None:
    """Return the judgement on an item among titles in bold with their years: one that begins so is an entry."""
    if not begins_with_bold_title(item.stretch):
        return None
    return reason_against(item.stretch, item.place, likeness(item.stretch.text, item.stretch.marks))


def _are_alike(members: Sequence[Judged]) -> bool:
    """Whether items are a list of titles, each with its venue or year behind a sign."""
    fewest, share = _ALIKE
    alike = [(item, reason) for item, reason in members if _PARTED.search(item.stretch.text[:_LONGEST])]
    if len(members) < fewest or len(alike) < share * len(members):
        return False
    return are_entries([(item, reason or _as_listed(item, alike=True)) for item, reason in alike], share)


def _as_listed(item: Placed, *, alike: bool) -> str | None:
    """Return the judgement on an item of a list of publications that did not look like one by itself."""
    if item.stretch.fields or item.stretch.kind not in (Kind.ITEM, Kind.PARAGRAPH, Kind.ROW):
        return None
    bare = without_label(item.stretch)
    marked = is_marked(item)
    fewest = _FEWEST_MARKED if marked else _FEWEST
    if not fewest <= len(cues.WORD.findall(bare.text[:_LONGEST])) <= _MOST or is_remark(bare):
        return None
    like = likeness(bare.text, bare.marks)
    told = item.stretch.kind is Kind.PARAGRAPH and like.title <= 1 and not (alike or like.pages or like.status)
    whole = (
        like.names > 0 and like.title >= 1 and like.venue >= 1 and like.year
    )  # `Building Folds. A. Bee. SIGSHEEP 2016.`
    # `2016. Wool, weather, and rain. Loom 47. 543-559.`, and in a marked list `Wet felt. Wool Review, 2014.`
    short = 0 < like.title < 1 and like.year and (like.pages or (marked and like.venue >= 1))
    if (
        (like.title < 1 and not short)
        or (like.against and not whole)
        or like.only_names
        or told
        or not (like.year or like.pages or like.status)
    ):
        return None
    return reason_against(bare, item.place, like)
