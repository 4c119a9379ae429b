"""What two sides show of each other: for each field of which both say something, a level and the bits they share.

Every function here is blind to which side is which, and a field of which one side says nothing shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from reconcile.authors import LONGEST, Authors, Person, compare_people, is_like, person
from reconcile.evidence.levels import PREPRINT_YEARS, SHARES, Both, Letters, Order, Pages, Same, Team, Venues, Years
from reconcile.evidence.side import Side, VenueSide
from reconcile.lexicon import rarity
from reconcile.mention import Track
from reconcile.titles import ONE_TITLE, Relation, Titles, TitleText, compare_texts
from reconcile.venues import VenueAgreement, are_namesakes, compare_venues
from sources.identifiers import arxiv_of_doi
from sources.names import NameAgreement
from sources.record import Identifier, Scheme
from sources.romanising import mandarin

# What of a surname's bits an agreeing person shares. Initials: a surname has some ten common ones. Variants and names
# that are only like another: half and less are somebody else, by the labelled pairs of `bench/fit.py`.
_SHARED = {
    NameAgreement.SAME: 1.0,
    NameAgreement.SWAPPED: 1.0,
    NameAgreement.INITIALS: 0.7,
    NameAgreement.VARIANT: 0.5,
}
_LIKE_SHARED = 0.4
_MOST_OF_ONE = 8.0  # bits of one person: who has a rare name writes more than one paper

_AGREEMENTS = {
    VenueAgreement.SAME: Venues.SAME,
    VenueAgreement.OTHER_TRACK: Venues.TRACK,
    VenueAgreement.PREPRINT: Venues.PREPRINT,
    VenueAgreement.UNKNOWN: Venues.UNKNOWN,
    VenueAgreement.OTHER: Venues.OTHER,
}
_BEST_FIRST = {level: rank for rank, level in enumerate(Venues)}
_MEETINGS = frozenset({Track.MAIN, Track.FINDINGS, Track.WORKSHOP, Track.POSTER, Track.DEMO})

# Schemes in which one publication has one identifier: two different ones are evidence against.
_SINGLE = (Scheme.DOI, Scheme.ARXIV, Scheme.ACL, Scheme.PMLR, Scheme.OPENREVIEW, Scheme.IEEE)

# Relations that may come from words of the imprint or of names beside the title, as a bad reading leaves them.
_MAY_HAVE_MORE = frozenset(
    {Relation.WORDING, Relation.CUT, Relation.RARE_WORD, Relation.WITHIN, Relation.SUBSET, Relation.OVERLAP}
    | {Relation.SUBTITLE_DIFFERS, Relation.RELATED, Relation.GENERIC}
)
_EXPLAINED_SHARE = 0.4  # least share of bits of titles that agree but for such words
_OTHERS = frozenset({Team.NONE, Team.SOME, Team.GARBLED})
_FEW = frozenset({Team.NONE, Team.SOME, Team.FEWEST})
_WITH_REMARK = ONE_TITLE | {Relation.REMARK, Relation.BESIDE}
_LONG = 25.0  # bits of a title that no two works have by accident: three rare words
_SAME_TEAM = frozenset({Team.ALL, Team.CUT, Team.FEWER})
_OTHER_TITLE = frozenset(
    {Relation.OVERLAP, Relation.RELATED, Relation.SUBTITLE_DIFFERS, Relation.SUBSET, Relation.UNRELATED}
)
_IMPRINT = frozenset(
    "acm al appear dept ed eds et ieee in inc inproc j lncs no pages pp press pre preprint proc proceedings rep report"
    " submitted tech technical tr univ university unpublished vol volume".split()
)
_LEAST_SEEN = 5  # letters of a surname that is recognised within other letters


class Seen(NamedTuple):
    """One field: the level, and the bits that the two sides share where the level's weight asks for them."""

    field: str
    level: str
    bits: float = 0.0


class Sight(NamedTuple):
    """All that two sides show, with what its sentences quote."""

    seen: tuple[Seen, ...]
    titles: Titles | None = None
    authors: Authors | None = None
    gap: int | None = None


def look(left: Side, right: Side) -> Sight:
    """Return what two sides show of each other."""
    seen: list[Seen] = []
    titles = authors = gap = relation = None
    if left.title and right.title:
        titles = compare_texts(left.title, right.title)
        relation = _relation(titles, left, right)
        seen += [Seen("title", relation, titles.bits), Seen("letters", letters(left.title, right.title))]
    if left.people and right.people:
        mine, theirs = left, right
        if _in_han(left) != _in_han(right):
            mine, theirs = _in_latin_letters(left), _in_latin_letters(right)
        authors = compare_people(mine.people, theirs.people)
        if mine is not left and len(authors.pairs) < min(len(left.people), len(right.people)):
            authors = None  # other readings of the signs may be meant, so nobody can be told from another
        else:
            seen += _people(authors, mine, theirs)
    venue = _nearest_venues(left.venues, right.venues) if left.venues and right.venues else None
    if left.years and right.years:
        gap = min([abs(one - other) for one in left.years for other in right.years])
        one_preprint = left.preprint is not right.preprint
        seen.append(Seen("year", years(gap, one_preprint=one_preprint, same_venue=venue is Venues.SAME)))
    if titles and authors and (both := together(relation or "", titles.bits, seen[2].level, gap)):
        seen.append(Seen("both", both))
    if venue:
        seen.append(Seen("venue", venue))
    if left.page and right.page:
        same = Pages.FIRST if left.page == "1" else Pages.SAME
        seen.append(Seen("page", same if left.page == right.page else Pages.OTHER))
    if left.volume and right.volume:
        seen.append(Seen("volume", Same.SAME if left.volume == right.volume else Same.OTHER))
    if left.identifiers and right.identifiers and (level := identifiers(left.identifiers, right.identifiers)):
        seen.append(Seen("identifier", level))
    return Sight(tuple(seen), titles, authors, gap)


def _nearest_venues(left: Sequence[VenueSide], right: Sequence[VenueSide]) -> Venues:
    """Return the best level of two that any of the venues of each side have."""
    if len(left) == len(right) == 1:
        return venues(left[0], right[0])
    return min([venues(one, other) for one in left for other in right], key=_BEST_FIRST.__getitem__)


def _relation(titles: Titles, left: Side, right: Side) -> Relation:
    """Return the relation of the titles, where only names or an imprint stand beside one: `BESIDE`."""
    if titles.relation not in _MAY_HAVE_MORE or titles.share < _EXPLAINED_SHARE:
        return titles.relation
    if titles.only_left and titles.only_right:
        return titles.relation
    more = set(titles.only_left + titles.only_right) - _IMPRINT
    people = {word for side in (left, right) for one in side.people for word in one.telling}
    rest = [word for word in more - people if len(word) > 1 and not word.isdigit()]
    return titles.relation if rest else Relation.BESIDE


def letters(left: TitleText, right: TitleText) -> Letters:
    """Return how much of two titles is the same letter by letter."""
    if left.letters == right.letters:
        return Letters.ALL
    likeness = fuzz.ratio(left.letters, right.letters)
    return next(level for level, least in SHARES.items() if likeness >= least)


def together(title: str, bits: float, team: str, gap: int | None) -> Both | None:
    """Return what titles and authors show together; None where each says all there is to say."""
    if title in _WITH_REMARK and gap and team in _FEW:
        return Both.SERIES
    if team in _OTHERS:
        return Both.TITLE if title in _WITH_REMARK and bits >= _LONG else None
    return Both.TEAM if team in _SAME_TEAM and title in _OTHER_TITLE else None


def _people(authors: Authors, left: Side, right: Side) -> list[Seen]:
    """Return the level of two lists of authors and of their order; who may be another badly copied counts as found."""
    like = _like(authors, left, right) if authors.only_left and authors.only_right else []
    if not authors.pairs:
        garbled = like or _seen_in(left, right) or _seen_in(right, left) or _turned(left.people, right.people)
        return [Seen("author", Team.GARBLED if garbled else Team.NONE, sum(like))]
    shared = sum([_bits(left.people[pair.left], right.people[pair.right], pair.agreement) for pair in authors.pairs])
    level = _team(len(authors.pairs) + len(like), left, right)
    return [Seen("author", level, shared + sum(like)), Seen("order", _order(authors))]


def _in_latin_letters(side: Side) -> Side:
    return side._replace(people=tuple([person(mandarin(one.name)) for one in side.people]))


def _in_han(side: Side) -> bool:
    """Say whether all people of a side are written in Chinese, Japanese or Korean signs."""
    return all(one.letters[:1] >= _FIRST_OF_HAN for one in side.people)


_FIRST_OF_HAN = "\u1100"  # what Korean syllables are folded to; behind it stand kana and ideographs


def _order(authors: Authors) -> Order:
    if (0,) in (authors.only_left[:1], authors.only_right[:1]):
        return Order.LACKS_FIRST
    if not authors.same_first:
        return Order.OTHER_FIRST
    return Order.OTHER if authors.reordered else Order.SAME


def _team(found: int, left: Side, right: Side) -> Team:
    """Return the level of two lists of which so many persons are in both."""
    shorter, longer = sorted((left, right), key=lambda side: len(side.people))
    if found < len(shorter.people):
        return Team.MOST if 2 * found >= len(shorter.people) else Team.SOME
    if found == len(longer.people):
        return Team.ALL
    if shorter.cut or len(shorter.people) >= LONGEST:
        return Team.CUT
    return Team.FEWER if 2 * found >= len(longer.people) else Team.FEWEST


def _bits(left: Person, right: Person, agreement: NameAgreement) -> float:
    return min(_MOST_OF_ONE, surname_bits(left), surname_bits(right)) * _SHARED[agreement]


def surname_bits(one: Person) -> float:
    """Return the bits of a person's surname, by the last of its words."""
    return rarity.of_surname(one.surname)


def _like(authors: Authors, left: Side, right: Side) -> list[float]:
    """Return the bits of each person who may be another, badly copied, of those without a counterpart."""
    rest = [right.people[j] for j in authors.only_right]
    found = []
    for i in authors.only_left:
        one = left.people[i]
        twin = next((other for other in rest if one.initial == other.initial and is_like(one, other)), None)
        if twin is not None:
            rest.remove(twin)
            found.append(min(_MOST_OF_ONE, surname_bits(one), surname_bits(twin)) * _LIKE_SHARED)
    return found


def _seen_in(side: Side, other: Side) -> bool:
    """Say whether a surname of one side stands in the letters of the other's names or title."""
    surnames = [one.surname for one in side.people if len(one.surname) >= _LEAST_SEEN]
    if not surnames:
        return False
    written = " ".join([other.title.letters if other.title else "", *[one.letters for one in other.people]])
    return any(surname in written for surname in surnames)


def _turned(left: Sequence[Person], right: Sequence[Person]) -> bool:
    """Say whether each name may be the other's with family and given name exchanged, one cut to its first letter."""
    return len(left) == len(right) and all(
        one.initial and other.initial and (one.initial, one.surname[0]) == (other.surname[0], other.initial)
        for one, other in zip(left, right, strict=True)
        if one.surname and other.surname
    )


def years(gap: int, *, one_preprint: bool, same_venue: bool) -> Years:
    """Return the level of a gap in years; `one_preprint` says that a preprint is held beside a publication."""
    if gap == 0:
        return Years.SAME
    if same_venue and not one_preprint:
        return Years.EDITION
    if one_preprint and gap <= PREPRINT_YEARS:
        return Years.PREPRINT
    if gap == 1:
        return Years.NEXT
    return Years.NEAR if gap <= PREPRINT_YEARS else Years.FAR


@lru_cache(maxsize=1 << 14)
def venues(left: VenueSide, right: VenueSide) -> Venues:
    """Return the level of two venues."""
    level = _AGREEMENTS[compare_venues(left.venue, right.venue)]
    if level not in (Venues.OTHER, Venues.UNKNOWN):
        return level
    kinds = {left.venue.track, right.venue.track}
    if not (Track.JOURNAL in kinds and kinds & _MEETINGS):
        return level
    return Venues.NAMESAKE if are_namesakes(left.venue, right.venue) else Venues.EXTENSION


def identifiers(left: Iterable[Identifier], right: Iterable[Identifier]) -> Same | None:
    """Return the level of two sets of identifiers; None where they have no scheme in common that tells."""
    mine, theirs = set(left), set(right)
    if mine & theirs:
        return Same.SAME
    for scheme in _SINGLE:
        one, other = _values(mine, scheme), _values(theirs, scheme)
        # arXiv's DOI a published work has beside its own.
        if one and other and not any(map(arxiv_of_doi, one + other)):
            return Same.OTHER
    return None


def _values(every: set[Identifier], scheme: Scheme) -> list[str]:
    return [each.value for each in every if each.scheme is scheme]
