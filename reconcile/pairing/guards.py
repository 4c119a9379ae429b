"""What holds back two rows of tables that are likely one work: reasons that no sum of weights outweighs.

`compare` is given pairs that somebody set side by side. `link` and `dedupe` set them side by side themselves, and so
meet what such pairs seldom are: papers of one team with a word changed, columns that come back under one title.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.comparison import Decision, Judged, judge
from reconcile.evidence.levels import Pages, Team
from reconcile.evidence.side import Side
from reconcile.mention import Level
from reconcile.pairing.rows import Rows
from reconcile.settings import Settings
from reconcile.titles import ONE_TITLE, OTHER_WORK, RELATION_SAYS, Relation, Titles, TitleText, compare_texts
from reconcile.titles.slips import is_slip

# What another source writes beside a title or leaves out; a word more within it makes another paper too often.
_ONE_WITH_MORE = frozenset({Relation.REMARK, Relation.BESIDE, Relation.SUBTITLE, Relation.COINED, Relation.CUT})
# Telling words of a title that says enough without people. Of 230,000 records of DBLP and the Anthology 14 % of those
# with two have their title in common with another of the year by other people, 0.9 % with three, 0.1 % with four.
_ENOUGH_WORDS = 4

_OTHER_TITLES = "the titles differ"
_OTHER_PEOPLE = "the authors are others"
_NO_PEOPLE = "nobody is named beside a title that others may have"
_OTHER_TITLES_OF_ONE = "one DOI, but the titles differ"
_ONE_DOI = "one DOI"


@dataclass(frozen=True, slots=True)
class Guard:
    """Judges rows of tables as `judge` does, but for what the tables make doubtful.

    `within` says that the rows stand in one table, `named` that its rows name people for the most part.
    """

    within: bool
    named: bool

    def judge(self, left: Side, right: Side, settings: Settings) -> Judged:
        """Return the judgement: `possible` at most where something is held against two rows, at least with one DOI.

        A table lists the papers of a team one beside the other, and their titles are alike: of the rows of 20,000
        papers that were taken for one work while their titles differed in words, five in six were two (docs/pairs.md).
        """
        judged = judge(left, right, settings)
        one_doi = not left.identifiers.isdisjoint(right.identifiers)
        if judged.decision is Decision.DIFFERENT:
            return _as(judged, Decision.POSSIBLE, _doubt_of_one(left, right) or _ONE_DOI) if one_doi else judged
        doubt = _doubt_of_one(left, right) if one_doi else self._doubt(judged)
        if doubt:
            return _as(judged, Decision.POSSIBLE, doubt)
        if one_doi and judged.decision is Decision.POSSIBLE and not (left.title and right.title):
            return _as(judged, Decision.SAME, _ONE_DOI)
        return judged

    def _doubt(self, judged: Judged) -> str:
        """Return what is held against two rows without a DOI in common; the empty string where nothing is."""
        left, right, sight = judged.left, judged.right, judged.sight
        if not left.title or not right.title:
            return ""
        shown = {seen.field: seen.level for seen in sight.seen}
        if sight.titles and not self._is_one(sight.titles, Relation(shown["title"]), left.title, right.title):
            return _OTHER_TITLES
        if left.people and right.people:
            return _OTHER_PEOPLE if shown["author"] == Team.NONE else ""
        nobody = self.named and not left.people and not right.people
        if shown.get("page") != Pages.SAME and (nobody or _says_little(left.title, right.title)):
            return _NO_PEOPLE
        return ""

    def _is_one(self, titles: Titles, shown: Relation, left: TitleText, right: TitleText) -> bool:
        if titles.relation in ONE_TITLE or (titles.relation not in OTHER_WORK and _swapped(left, right)):
            return True
        one_sided = not (titles.only_left and titles.only_right)
        return not self.within and one_sided and shown in _ONE_WITH_MORE


def _swapped(left: TitleText, right: TitleText) -> bool:
    """Say whether two letters that stand together, and no digits, are all that parts two titles: `form` and `from`."""
    one, other = left.letters, right.letters
    if sorted(one) != sorted(other) or not is_slip(one, other):
        return False
    return "".join(filter(str.isdigit, one)) == "".join(filter(str.isdigit, other))


def _doubt_of_one(left: Side, right: Side) -> str:
    """Return what is held against two rows with one DOI."""
    if not left.title or not right.title:
        return ""
    level, _ = RELATION_SAYS[compare_texts(left.title, right.title).relation]
    return _OTHER_TITLES_OF_ONE if level is Level.DIFFER else ""


def _says_little(left: TitleText, right: TitleText) -> bool:
    return min(len(left.telling), len(right.telling)) < _ENOUGH_WORDS


def _as(judged: Judged, decision: Decision, why: str) -> Judged:
    return judged._replace(decision=decision, why=f"{why}; {judged.why}")


def guard_within(rows: Rows) -> Guard:
    """Return the guard of the rows of one table."""
    return Guard(within=True, named=rows.named)


def guard_between(left: Rows, right: Rows) -> Guard:
    """Return the guard of the rows of two tables."""
    return Guard(within=False, named=left.named and right.named)
