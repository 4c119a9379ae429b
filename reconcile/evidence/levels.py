"""The levels at which fields of two records agree: what a weight is given to.

The levels of titles are `titles.Relation`; here are all others. Missing has no level: where a side does not say,
nothing is weighed.
"""

from __future__ import annotations

from enum import StrEnum

from reconcile.mention import Level

PREPRINT_YEARS = 3  # a preprint precedes its publication by up to so many years


class Letters(StrEnum):
    """How much of two titles is the same letter by letter; the share in percent that each needs is in `SHARES`."""

    ALL = "all"
    MOST = "most"
    MANY = "many"
    SOME = "some"
    HALF = "half"
    FEW = "few"

    __hash__ = str.__hash__


class Both(StrEnum):
    """What titles and authors show together that neither shows alone.

    `TITLE` is a long title that is the same beside authors that are others; `TEAM` is a team with another title.
    `SERIES` is a title that is the same in another year, with few of the people: a report or a column comes back.
    """

    TITLE = "title"
    TEAM = "team"
    SERIES = "series"

    __hash__ = str.__hash__


class Team(StrEnum):
    """How two lists of authors stand to each other; `shorter` is the list with fewer names."""

    ALL = "all"
    CUT = "cut"
    FEWER = "fewer"
    FEWEST = "fewest"
    MOST = "most"
    SOME = "some"
    GARBLED = "garbled"
    NONE = "none"

    __hash__ = str.__hash__


class Order(StrEnum):
    """The order of the authors that both lists have.

    `LACKS_FIRST` says that one list lacks the other's first author, which a list that was cut short never does.
    """

    SAME = "same"
    OTHER = "other"
    OTHER_FIRST = "other-first"
    LACKS_FIRST = "lacks-first"

    __hash__ = str.__hash__


class Years(StrEnum):
    """How far apart the nearest two years are; `EDITION` is another year of one venue, whatever the distance."""

    SAME = "same"
    EDITION = "edition"
    NEXT = "next"
    PREPRINT = "preprint"
    NEAR = "near"
    FAR = "far"

    __hash__ = str.__hash__


class Venues(StrEnum):
    """How two venues stand to each other, best first.

    `NAMESAKE` is a journal and a meeting of one name (`VLDB J.`), `EXTENSION` any other journal and meeting.
    """

    SAME = "same"
    TRACK = "track"
    PREPRINT = "preprint"
    UNKNOWN = "unknown"
    NAMESAKE = "namesake"
    EXTENSION = "extension"
    OTHER = "other"

    __hash__ = str.__hash__


class Pages(StrEnum):
    """Whether first pages agree; `FIRST` is page 1 of both, with which every paper of some volumes begins."""

    SAME = "same"
    FIRST = "first"
    OTHER = "other"

    __hash__ = str.__hash__


class Same(StrEnum):
    """Whether volumes or identifiers agree."""

    SAME = "same"
    OTHER = "other"

    __hash__ = str.__hash__


# Percent of letters (rapidfuzz's ratio) from which a level is reached.
SHARES: dict[Letters, float] = {
    Letters.ALL: 97.0,
    Letters.MOST: 90.0,
    Letters.MANY: 80.0,
    Letters.SOME: 70.0,
    Letters.HALF: 50.0,
    Letters.FEW: 0.0,
}

LETTERS_SAYS: dict[Letters, tuple[Level, str]] = {
    Letters.ALL: (Level.AGREE, "letter by letter the titles are the same"),
    Letters.MOST: (Level.AGREE, "letter by letter nine tenths of the titles agree"),
    Letters.MANY: (Level.NEAR, "letter by letter four fifths of the titles agree"),
    Letters.SOME: (Level.NEAR, "letter by letter seven tenths of the titles agree"),
    Letters.HALF: (Level.DIFFER, "letter by letter half of the titles agrees"),
    Letters.FEW: (Level.DIFFER, "letter by letter little of the titles agrees"),
}
BOTH_SAYS: dict[Both, tuple[Level, str]] = {
    Both.TITLE: (Level.NEAR, "a long title is the same, so other authors may be a bad copy"),
    Both.TEAM: (Level.DIFFER, "the same team writes more than one paper"),
    Both.SERIES: (Level.DIFFER, "a title that comes back, in another year with other people"),
}
TEAM_SAYS: dict[Team, tuple[Level, str]] = {
    Team.ALL: (Level.AGREE, "all authors agree"),
    Team.CUT: (Level.AGREE, "the authors agree as far as the shorter list goes"),
    Team.FEWER: (Level.NEAR, "one list lacks authors of the other"),
    Team.FEWEST: (Level.NEAR, "one list has few of the other's authors"),
    Team.MOST: (Level.NEAR, "most authors agree, each list has others"),
    Team.SOME: (Level.DIFFER, "few authors agree, each list has others"),
    Team.GARBLED: (Level.MISSING, "names of one list stand in the other's letters"),
    Team.NONE: (Level.DIFFER, "no author agrees"),
}
ORDER_SAYS: dict[Order, tuple[Level, str]] = {
    Order.SAME: (Level.AGREE, "in the same order"),
    Order.OTHER: (Level.NEAR, "in another order"),
    Order.OTHER_FIRST: (Level.NEAR, "another first author"),
    Order.LACKS_FIRST: (Level.NEAR, "the first author of one is not among the other's"),
}
YEARS_SAYS: dict[Years, tuple[Level, str]] = {
    Years.SAME: (Level.AGREE, "same year"),
    Years.EDITION: (Level.NEAR, "another year of the same venue"),
    Years.NEXT: (Level.NEAR, "one year apart"),
    Years.PREPRINT: (Level.NEAR, "as far apart as a preprint and its publication"),
    Years.NEAR: (Level.DIFFER, "two or three years apart"),
    Years.FAR: (Level.DIFFER, "years apart"),
}
VENUES_SAYS: dict[Venues, tuple[Level, str]] = {
    Venues.SAME: (Level.AGREE, "same venue and track"),
    Venues.TRACK: (Level.NEAR, "same venue, another track"),
    Venues.PREPRINT: (Level.MISSING, "one side is a preprint server"),
    Venues.UNKNOWN: (Level.MISSING, "not enough is known of the venues"),
    Venues.NAMESAKE: (Level.DIFFER, "a journal and a conference of one name"),
    Venues.EXTENSION: (Level.DIFFER, "a journal and a conference"),
    Venues.OTHER: (Level.DIFFER, "another venue"),
}
PAGES_SAYS: dict[Pages, tuple[Level, str]] = {
    Pages.SAME: (Level.AGREE, "the same"),
    Pages.FIRST: (Level.AGREE, "the first page of all papers of some volumes"),
    Pages.OTHER: (Level.DIFFER, "another"),
}
SAME_SAYS: dict[Same, tuple[Level, str]] = {
    Same.SAME: (Level.AGREE, "the same"),
    Same.OTHER: (Level.DIFFER, "another"),
}
