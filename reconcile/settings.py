"""Every threshold and weight of the judgement, each with where its number came from.

Weights are bits: log2 of how much likelier the observation is for the same work than for another one. Those
marked *dblp-acm* stand beside what `bench/levels.py` prints for the 1,332 matching and 6,085 other pairs of the
DBLP-ACM benchmark's training split. That benchmark has five database venues and no preprints, and its matches are
all of one year, so where CVs differ the weight departs from it and says so; how often CVs differ was counted in the
shipped documents (40 claims with a record: a small number). Those marked *reasoned* are set by argument.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from reconcile.titles import Relation
from reconcile.weights import Weights, load, of_claims, shipped

# What a title relation weighs: `factor` times the shared bits, no more than `cap`, plus `base`.
# The shared bits are themselves log2 1/u of the words, so an equal title needs no further estimate.
TITLE: dict[Relation, tuple[float, float, float]] = {
    Relation.SAME: (1.0, 18.0, 0.0),  # cap: one record in 2^18 of DBLP's 8.5 M shares a long title by accident
    Relation.SPELLING: (1.0, 18.0, -1.0),  # reasoned: a typo in one title of two
    Relation.REMARK: (1.0, 16.0, -1.0),  # reasoned: "(extended abstract)" stands in one list and not in another
    Relation.BESIDE: (1.0, 15.0, -1.0),  # reasoned
    Relation.WORDING: (0.8, 14.0, -1.0),  # reasoned: 5 of 40 titles of CVs differ in a word; dblp-acm: 0.7 to 5.1
    Relation.NAMED: (0.4, 10.0, 0.0),  # reasoned: same coined name, other words
    Relation.COINED: (1.0, 9.0, -1.0),  # reasoned: a coined name is another work's in one of some 500 cases
    Relation.SUBTITLE: (0.7, 12.0, -1.0),  # reasoned: one side drops the subtitle
    Relation.CUT: (0.6, 12.0, -2.0),  # reasoned
    Relation.WITHIN: (0.5, 9.0, -3.0),  # reasoned
    Relation.SUBSET: (0.3, 6.0, -4.0),  # dblp-acm: log2 m/u of -0.9
    Relation.RARE_WORD: (0.3, 5.0, -4.0),  # reasoned: 12 pairs there, 8 of them matches by typing errors
    Relation.SUBTITLE_DIFFERS: (0.0, 0.0, -5.0),  # reasoned: series of papers of one group
    Relation.OVERLAP: (0.0, 0.0, -5.0),  # reasoned
    Relation.RELATED: (0.0, 0.0, -5.0),  # dblp-acm: -7.0; milder, because preprints are retitled
    Relation.UNRELATED: (0.0, 0.0, -14.0),  # dblp-acm: no match among 646 pairs, below -8.1; a title shares something
    Relation.OPPOSED: (0.0, 0.0, -10.0),  # reasoned: a title and its opposite are two papers
    Relation.PART: (0.0, 0.0, -20.0),  # a different part or version number is another work
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers by which candidates are weighed and judged. One value, handed down."""

    weights: Weights = field(default_factory=of_claims)
    # The cost of a wrong match against a missed one, as the error rate that is accepted: a match is called sure where
    # it is wrong in no more than this share of cases like it. It is the rate at the edge; over all it is far lower.
    wrong: float = 0.05
    possible: float = 0.50  # below this a candidate is likelier wrong than right

    shown: float = 0.001  # a runner-up less likely than this tells nobody anything

    author_share: float = 0.5  # of a surname's bits that one agreeing author adds: co-authors write together
    author_each: float = 4.0  # cap for one author
    author_cap: float = 14.0  # cap for the list: a team writes more than one paper
    author_full: float = 3.0  # more for one whose given name is written out and agrees: 1 in 8 of a surname shares it
    author_initials: float = 0.7  # of the weight, where only initials agree
    author_variant: float = 0.5  # of the weight, where the spelling differs
    author_added: float = -2.0  # each author of the claim whom the record lacks; dblp-acm: 1.0 in all, 5.0 where none
    author_missing: float = -1.0  # each author of the record whom the claim lacks, without "et al."
    author_missing_cap: float = -4.0
    author_first: float = -1.0  # another first author
    author_few: float = -7.0  # less than a third of the shorter list agrees; dblp-acm: no match among 10
    author_none: float = -14.0  # nobody agrees; dblp-acm: -5.6, its 24 matches being broken accents (`G &#252; ting`)

    year_same: float = 2.5  # dblp-acm: 2.8
    year_near: float = -1.0  # one off: online and issue; 4 of 40 claims of CVs, and perhaps 1 in 4 papers on a topic
    year_preprint: float = 0.0  # a preprint before its publication
    year_off: float = -2.5  # two or three off; dblp-acm has no such match (-8.9), CVs do
    year_far: float = -6.0  # dblp-acm: -5.4 to -8.2
    preprint_years: int = 3  # a preprint precedes its publication by up to so many years at no cost

    venue_same: float = 4.0  # dblp-acm has five venues only, so this is low on purpose
    venue_track: float = 1.0
    venue_other: float = -2.0

    pages_same: float = 6.0  # first pages agree: about 1 in 500 at random, halved for typing errors
    pages_other: float = -2.0  # open-access and publisher's paging differ often (MiLeNAS: 11990 and 11993)
    volume_same: float = 2.0
    volume_other: float = -1.0
    identifier_same: float = 14.0  # reasoned: one in some hundred links of CVs points elsewhere, so not decisive alone
    identifier_other: float = -6.0  # two DOIs of one work exist (preprint, mirror), but are rare

    retitled_share: float = 0.25  # least share of title bits for a preprint that was published under another title
    retitled_authors: int = 3  # least number of agreeing authors for that
    retitled_order: float = 0.8  # least share of the preprint's authors found in the publication

    # How strings are held against records of the catalogue (`reconcile.sighting`). *Strings* stands for the 3,000
    # publication strings in styles of their own that `bench/strings.py` renders with its seed 5.
    seen_near: float = 75.0  # percent of letters that must agree for a title to be seen: below, likeness is chance
    seen_all: float = 88.0  # percent from which all of a title is there, with slips; *strings*: 85 to 92 do alike
    covered: float = 0.45  # of the bits of a title's words that must stand in a string for a closer look
    covered_beside: float = 0.7  # of the best candidate's share: one that covers less is no rival
    venue_shown: float = 0.7  # of the telling words of a venue's name that must stand in a string
    alike: float = 0.6  # share of letters that agree from which a word that no record has is another one misspelt
    misspelt_in: int = 1  # records that may have such a word: a few titles are misspelt themselves
    title_alone: float = 24.0  # bits of an equal title that decides without people or venue: three rare words or more
    doubtful: float = 0.94  # the most that a match is given whose title may be another work's

    @property
    def prior(self) -> float:
        """The log2 odds of a candidate before anything is seen of it."""
        return self.weights.prior

    @property
    def matched(self) -> float:
        """The probability from which a match is called sure."""
        return 1.0 - self.wrong


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the search for candidates of a string: how much is read, and how many are looked at closely.

    `postings` is the sum of the postings read, `given` the candidates that the index gives, `least` the share of the
    best one's score that they must have, `seen` how many of them are looked at closely.
    """

    postings: int
    given: int
    least: float
    seen: int


# With 228 thousand records budgets from 3,000 to 100,000 postings and 10 to 60 candidates gave the same verdicts on
# 3,000 strings, within one; these are near the cheap end. The second is for what the first gives no sure answer to.
STAGES = (Stage(2_500, 10, 0.6, 3), Stage(30_000, 20, 0.5, 6))

# For a person who wants to see candidates: as many as are worth reading, from all words that are not very common.
WIDEST = Stage(100_000, 60, 0.0, 0)

DEFAULT = Settings()
_WORTH_A_LOOK = 0.4  # of the probability that is sure, from which a pair of rows is possible


def for_claims(weights: Path | None) -> Settings:
    """Return the settings for what documents claim, with another table where one is named.

    Raises `WeightsError` where the table cannot be used.
    """
    return DEFAULT if weights is None else replace(DEFAULT, weights=load(weights))


def for_pairs(weights: Path | None, wrong: float) -> Settings:
    """Return the settings for rows of tables, with the accepted error rate, and another table where one is named.

    Raises `WeightsError` where the table cannot be used.
    """
    table = shipped() if weights is None else load(weights)
    return replace(DEFAULT, weights=table, wrong=wrong, possible=_WORTH_A_LOOK * (1 - wrong))
