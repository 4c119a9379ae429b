"""The thresholds of the judgement that a caller may set, and what strings weigh, and where each came from.

All other weights are in the table (`reconcile.evidence.weights`); numbers that belong to one rule alone, such as what
makes two titles one, stand with that rule. Weights are bits: log2 of how much likelier the observation is for the same
work than for another one. Those marked *dblp-acm* stand beside counts of the levels of 1,332 matching and 6,085 other
pairs of the DBLP-ACM benchmark's training split; those marked *reasoned* are set by argument.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from reconcile.arguments import InputError, fitting, is_rate
from reconcile.evidence.levels import PREPRINT_YEARS
from reconcile.evidence.weights import Weights, load, of_claims, shipped, written


@dataclass(frozen=True, slots=True)
class StringWeights:
    """How a string is held against a record (`reconcile.matching`): what is seen in it, and what it weighs.

    *Strings* stands for the 3,000 publication strings in styles of their own that `bench/strings.py` renders with its
    seed 5.
    """

    # What people who are named in a string weigh; a record's people are held against a claim's by the table.
    author_share: float = 0.5  # of a surname's bits that one agreeing author adds: co-authors write together
    author_each: float = 4.0  # cap for one author
    author_cap: float = 14.0  # cap for the list: a team writes more than one paper
    author_full: float = 3.0  # more for one whose given name is written out and agrees: 1 in 8 of a surname shares it
    author_added: float = -2.0  # each author of the claim whom the record lacks; dblp-acm: 1.0 in all, 5.0 where none
    author_missing: float = -1.0  # each author of the record whom the claim lacks, without "et al."
    author_missing_cap: float = -4.0
    author_first: float = -1.0  # another first author
    author_thesis: float = -14.0  # a thesis is named, which has one author, of a record with more; *reasoned*
    author_none: float = -14.0  # nobody agrees; dblp-acm: -5.6, its 24 matches being broken accents (`G &#252; ting`)
    # First and last page agree, or volume and first page, and it is not page 1. Of 3.0 million pairs of works of one
    # first surname and year in the dumps 66 have the same pages (`bench/circumstances.py`), 15 bits; *reasoned*: less,
    # as pages may be made up with the rest.
    printed: float = 12.0

    seen_near: float = 75.0  # percent of letters that must agree for a title to be seen: below, likeness is chance
    seen_all: float = 88.0  # percent from which all of a title is there, with slips; *strings*: 85 to 92 do alike
    covered: float = 0.45  # of the bits of a title's words that must stand in a string for a closer look
    covered_beside: float = 0.7  # of the best candidate's share: one that covers less is no rival
    venue_shown: float = 0.7  # of the telling words of a venue's name that must stand in a string
    alike: float = 0.6  # share of letters that agree from which a word that no record has is another one misspelt
    torn: float = 0.8  # the same for two words that are one torn apart: a letter or two may be lost between them
    misspelt_in: int = 1  # records that may have such a word: a few titles are misspelt themselves
    # Words that may stand beside a title that decides alone (`Settings.title_alone`), where no year and no venue does.
    # In eleven sets written blind 3 of 12,600 strings that mean a publication have more, and 11 of 33 that only name
    # its title: captions, forms, threads of forums.
    beside_alone: int = 4
    # Records of one title and one author describe one work up to so many years apart; those of a common title, of fewer
    # bits, up to one. In the dumps 5 of 5 pairs further apart are other works, and of titles below 12 bits 4 of 4 that
    # are two years or more apart (`Introduction`, `Summary and Conclusions`).
    version_years: int = 5
    common_title: float = 12.0

    def __repr__(self) -> str:
        return _own(self, StringWeights())


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers by which candidates are weighed and judged. One value, handed down."""

    weights: Weights = field(default_factory=of_claims)
    # The cost of a wrong match against a missed one, as the error rate that is accepted: a match is called sure where
    # it is wrong in no more than this share of cases like it. It is the rate at the edge; over all it is far lower.
    wrong: float = 0.05
    possible: float = 0.50  # below this a candidate is likelier wrong than right
    shown: float = 0.001  # a runner-up less likely than this tells nobody anything
    title_alone: float = 24.0  # bits of an equal title that decides without people or venue: three rare words or more
    doubtful: float = 0.94  # the most that a match is given whose title may be another work's

    preprint_years: int = PREPRINT_YEARS
    retitled_share: float = 0.25  # least share of title bits for a preprint that was published under another title
    retitled_authors: int = 3  # least number of agreeing authors for that
    retitled_order: float = 0.8  # least share of the preprint's authors found in the publication

    strings: StringWeights = field(default_factory=StringWeights)

    def __post_init__(self) -> None:
        if not is_rate(self.wrong):
            raise InputError(f"wrong={self.wrong!r} is no rate; give a number between 0 and 1, such as 0.05")

    def __repr__(self) -> str:
        return _own(self, Settings())

    def in_full(self) -> str:
        """Return every number that a caller may set, those of the table too."""
        numbers = [
            f"{each.name} = {getattr(value, each.name)!r}"
            for value in (self, self.strings)
            for each in fields(value)
            if each.name not in ("weights", "strings")
        ]
        return "\n".join([*numbers, written(self.weights)])

    @property
    def prior(self) -> float:
        """The log2 odds of a candidate before anything is seen of it."""
        return self.weights.prior

    def bits(self, field: str, level: str, shared: float = 0.0) -> float:
        """Return what the table says of a level, where so many bits are shared."""
        return self.weights.of(field, level).of(shared)

    @property
    def matched(self) -> float:
        """The probability from which a match is called sure."""
        return 1.0 - self.wrong


def _own(value: Settings | StringWeights, default: Settings | StringWeights) -> str:
    """Return the numbers that are not the default ones: in a signature all of them would fill a page."""
    own = [each.name for each in fields(value) if getattr(value, each.name) != getattr(default, each.name)]
    return f"{type(value).__name__}({', '.join(f'{name}={getattr(value, name)!r}' for name in own)})"


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
Table = Weights | Path | str  # a table of weights, or the file that holds one
# The rate of wrong ones that is accepted at the edge where nobody says: of pairs that somebody set side by side a wrong
# match and a missed one cost the same.
EVEN = 0.5
_WORTH_A_LOOK = 0.4  # of the probability that is sure, from which a pair of rows is possible


def table_of(weights: Table) -> Weights:
    """Return a table, read where it is named by its file. Raises `WeightsError`."""
    return weights if isinstance(weights, Weights) else load(Path(weights))


def for_claims(weights: Table | None, settings: Settings = DEFAULT) -> Settings:
    """Return the settings for what documents claim, with another table where one is named.

    Raises `WeightsError` where the table cannot be used, and InputError for what are no settings.
    """
    fitting(settings, "settings", ("prior", "possible"), "a reconcile.Settings")
    return settings if weights is None else replace(settings, weights=table_of(weights))


def for_pairs(weights: Table | None, wrong: float) -> Settings:
    """Return the settings for rows of tables, with the accepted error rate, and another table where one is named.

    Raises `WeightsError` where the table cannot be used, and InputError for what is no rate.
    """
    table = shipped() if weights is None else table_of(weights)
    sure = replace(DEFAULT, weights=table, wrong=wrong)
    return replace(sure, possible=_WORTH_A_LOOK * (1 - wrong))
