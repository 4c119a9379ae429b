"""Two venues held beside each other: by series and track first, by name only where the table knows neither."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from rapidfuzz import fuzz

from reconcile.mention import Track, Venue
from reconcile.venues.scan import scan
from reconcile.venues.table import HEADS, SKIPPED, SPONSORS, all_series, stems
from reconcile.venues.tokens import is_ordinal, tokenise

SAME_NAME = 85.0  # rapidfuzz ratio of sorted word classes from which two unknown names are one
OTHER_NAME = 60.0  # and below which they are two; between them nothing is said
LEAST_LETTERS = 3  # of an acronym that two series may share
SHARED = 0.5  # least share of a spelt-out name's words that a known series' name must have, to be perhaps its own
LEAST_CUT = 3  # letters that a full stop leaves of a word

_WORD = re.compile(r"[^\W_]+")
_CUT = re.compile(r"[^\W\d_]+(?=\.)")  # a word that a full stop cuts short
_HOUSES = frozenset("aaai acl acm ieee ifip siam spie usenix".split())  # whose name stands before many series


class VenueAgreement(StrEnum):
    """How a claimed venue stands to a record's, best first."""

    SAME = "same"
    OTHER_TRACK = "other-track"
    PREPRINT = "preprint"
    UNKNOWN = "unknown"
    OTHER = "other"


ELSEWHERE = (VenueAgreement.OTHER, VenueAgreement.OTHER_TRACK)  # another place, beyond doubt


def compare_venues(claim: Venue, record: Venue) -> VenueAgreement:
    """Return how two venues stand to each other; the order of the two does not matter.

    Findings, a workshop and the main conference are different tracks. Years are not compared, but for two
    workshops that only their host and year tell apart.
    """
    if Track.PREPRINT in (claim.track, record.track):
        same = claim.track == record.track and claim.series == record.series
        return VenueAgreement.SAME if same else VenueAgreement.PREPRINT
    if not (_says(claim) and _says(record)):
        return VenueAgreement.UNKNOWN
    if Track.THESIS in (claim.track, record.track):
        return _theses(claim, record)
    if _is_book_series(claim) or _is_book_series(record):
        return _in_book_series(claim, record)
    if claim.track is record.track is Track.WORKSHOP:
        return _workshops(claim, record)
    if Track.WORKSHOP in (claim.track, record.track):
        workshop, other = (claim, record) if claim.track is Track.WORKSHOP else (record, claim)
        return _workshop_and_other(workshop, other)
    if claim.series and record.series:
        if not is_partner(claim.series, record.series, claim.year or record.year):
            return VenueAgreement.OTHER
        return _tracks(claim, record)
    if claim.series or record.series:
        known, unknown = (claim, record) if claim.series else (record, claim)
        return _known_and_unknown(known, unknown)
    return _names(claim, record)


def is_partner(left: str, right: str, year: int | None) -> bool:
    """Say whether two series are one, or were held as one in that year, or one publishes the other's papers."""
    if left == right:
        return True
    rows = all_series()
    for one, other in ((left, right), (right, left)):
        row = rows.get(one)
        if row and any(key == other and when in {None, year} for key, when in row.partners):
            return True
    return False


def are_namesakes(left: Venue, right: Venue) -> bool:
    """Say whether two series have an acronym in common, so that the one is often said where the other is meant.

    >>> are_namesakes(Venue("vldb"), Venue("vldbj")), are_namesakes(Venue("sigmod"), Venue("vldbj"))
    (True, False)
    """
    return not _acronyms(left.series).isdisjoint(_acronyms(right.series))


@cache
def _acronyms(key: str) -> frozenset[str]:
    """Return the acronyms in the names of a series, but for those of publishers."""
    row = all_series().get(key)
    words = [word for name in row.every_name for word in _WORD.findall(name)] if row else []
    found = {word.casefold() for word in words if len(word) >= LEAST_LETTERS and sum(map(str.isupper, word)) > 1}
    return frozenset(found - _HOUSES)


def _is_book_series(venue: Venue) -> bool:
    row = all_series().get(venue.series)
    return row is not None and row.kind == "book-series"


def _in_book_series(claim: Venue, record: Venue) -> VenueAgreement:
    """Compare where one side gives only the series of books in which proceedings of any conference appear."""
    if claim.series == record.series or (_words(claim.name) and _names(claim, record) is VenueAgreement.SAME):
        return VenueAgreement.SAME
    return VenueAgreement.UNKNOWN


def _says(venue: Venue) -> bool:
    return bool(venue.series or venue.host or venue.name or venue.track is Track.THESIS)


def _tracks(claim: Venue, record: Venue) -> VenueAgreement:
    kinds = {claim.track, record.track}
    if None in kinds or len(kinds) == 1 or kinds == {Track.MAIN, Track.JOURNAL}:
        return VenueAgreement.SAME
    return VenueAgreement.OTHER_TRACK


def _theses(claim: Venue, record: Venue) -> VenueAgreement:
    if claim.track != record.track:
        return VenueAgreement.UNKNOWN if None in (claim.track, record.track) else VenueAgreement.OTHER
    if not (_words(claim.name) and _words(record.name)):
        return VenueAgreement.UNKNOWN
    score = fuzz.token_set_ratio(" ".join(_words(claim.name)), " ".join(_words(record.name)))
    return VenueAgreement.SAME if score >= SAME_NAME else VenueAgreement.UNKNOWN


def _workshops(claim: Venue, record: Venue) -> VenueAgreement:
    if claim.series and record.series:
        return VenueAgreement.SAME if claim.series == record.series else VenueAgreement.OTHER
    if claim.host and record.host:
        year = claim.year or record.year
        if not is_partner(claim.host, record.host, year):
            return VenueAgreement.OTHER
        if claim.year and record.year and abs(claim.year - record.year) > 1:
            return VenueAgreement.OTHER
        return _workshop_names(claim, record)
    if not (claim.host or record.host or claim.series or record.series):
        return _names(claim, record)
    return VenueAgreement.UNKNOWN


def _workshop_names(claim: Venue, record: Venue) -> VenueAgreement:
    """Compare the names of two workshops at one host; one without a name of its own is taken for the other."""
    mine, theirs = _own_words(claim.name), _own_words(record.name)
    if not mine or not theirs or set(mine) & set(theirs) or _initials(mine, theirs) or _initials(theirs, mine):
        return VenueAgreement.SAME
    return VenueAgreement.UNKNOWN


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether a word of one name is made of the first letters of the other: `fl` and `federated learn`."""
    letters = "".join(word[0] for word in long)
    return any(1 < len(word) <= 8 and word in letters for word in short)


def _is_cut(short: str, long: str) -> bool:
    """Say whether a name of several words is the other one with words cut short by full stops: `Sheep Rep. Pathol.`

    The last word has lost its full stop where names are read.
    """
    words, whole = _words(short), _words(long)
    if not len(words) == len(whole) > 1:
        return False
    cut = {*stems(" ".join(_CUT.findall(short)))}
    cut.update(words[-1:] if cut else ())
    pairs = [(word, other) for word, other in zip(words, whole, strict=True) if word != other]
    return all(word in cut and len(word) >= LEAST_CUT and other.startswith(word) for word, other in pairs)


def _own_words(name: str) -> tuple[str, ...]:
    """Return the words of a workshop's name that are neither its host's nor those of any workshop."""
    tokens = tokenise(name)
    taken = {place for match in scan(tokens) for place in range(match.first, match.last)}
    return tuple(
        token.stem
        for place, token in enumerate(tokens)
        if place not in taken and not token.skipped and not token.counted and token.stem not in _COMMON
    )


_COMMON = (
    HEADS
    | SPONSORS
    | SKIPPED
    | frozenset(
        "proc joint annual int by held conjunction co located collocated satellite event paper oral spotlight"
        " thesis phd ph d dissertation doctoral master masters s".split()
    )
)


def _workshop_and_other(workshop: Venue, other: Venue) -> VenueAgreement:
    year = workshop.year or other.year
    for key in (workshop.host, workshop.series):
        if key and other.series and is_partner(key, other.series, year):
            return VenueAgreement.OTHER_TRACK if other.track else VenueAgreement.SAME
    if other.series and (workshop.host or workshop.series):
        return VenueAgreement.OTHER
    if other.series and other.track is Track.JOURNAL:
        return VenueAgreement.OTHER  # no workshop is held at a journal
    if not other.series and not workshop.host and not workshop.series:
        named = _names(workshop, other)
        return VenueAgreement.OTHER_TRACK if named is VenueAgreement.SAME and other.track else named
    return VenueAgreement.UNKNOWN


def _known_and_unknown(known: Venue, unknown: Venue) -> VenueAgreement:
    """Tell a known series from a name spelt out in full that shares little with any of its names.

    Whatever is short, or says not what it is the name of, may be another name of the series.
    """
    words = _words(unknown.name)
    row = all_series().get(known.series)
    if row is None or len(words) < 2 or not _has_head(unknown.name):
        return VenueAgreement.UNKNOWN
    mine = [set(_words(name)) for name in row.every_name]
    if any(name and len(name & set(words)) >= SHARED * len(words) for name in mine):
        return VenueAgreement.UNKNOWN
    return VenueAgreement.OTHER


def _has_head(name: str) -> bool:
    found = set(stems(name))
    return bool(found & {"conf", "symp", "j", "trans", "lett", "mag", "congress"})


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in stems(name) if word not in _COMMON and not is_ordinal(word))


def _names(claim: Venue, record: Venue) -> VenueAgreement:
    """Compare two venues that the table does not have, by the words of their names."""
    mine, theirs = _words(claim.name), _words(record.name)
    if not mine or not theirs:
        return VenueAgreement.UNKNOWN
    score = fuzz.token_sort_ratio(" ".join(mine), " ".join(theirs))
    lettered = _initials(mine, theirs) or _initials(theirs, mine)
    cut = _is_cut(claim.name, record.name) or _is_cut(record.name, claim.name)
    if lettered or cut or score >= SAME_NAME:
        return _tracks(claim, record)
    return VenueAgreement.OTHER if score < OTHER_NAME and min(len(mine), len(theirs)) > 1 else VenueAgreement.UNKNOWN
