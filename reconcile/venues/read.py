"""Venue texts read: series, year, track and host out of `ML with New Compute Paradigms (MLNCP) at NeurIPS 2024`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from reconcile.lexicon.states import ALSO_AT
from reconcile.mention import Track, Venue
from reconcile.venues.agreement import VenueAgreement, compare_venues
from reconcile.venues.broken import series_of_broken
from reconcile.venues.names import plain_name
from reconcile.venues.scan import Found, scan
from reconcile.venues.table import HEADS, all_series
from reconcile.venues.tokens import Token, clean, tokenise, turned
from reconcile.venues.track import is_companion, read_track
from reconcile.venues.years import choose_year, year_of_volume, years
from sources.months import ENGLISH

_MEETINGS = frozenset({"conference", "symposium"})
_BY_KIND = {
    "conference": Track.MAIN,
    "symposium": Track.MAIN,
    "workshop": Track.WORKSHOP,
    "journal": Track.JOURNAL,
    "preprint-server": Track.PREPRINT,
    "book-series": Track.BOOK,
}
# Words between two venues that make two claims of them.
_APART = re.compile(
    r"\s*[;|\n]+\s*"
    rf"|[,.(]?\s*\b{ALSO_AT}\s*"
    r"|[,(]\s*also:?\s+"
    r"|[,(]\s*(?:and )?(?:presented|accepted|published|appear(?:s|ed|ing)|to appear) (?:in|at|by|to)\b\s*"
    r"|[,.(]?\s*\b(?:extended|short|shorter|preliminary|journal|conference|workshop|full|preprint|arxiv) version"
    r"(?: (?:appear(?:s|ed)|published|accepted|presented|available))?(?: (?:in|at|on|of)\b|:)\s*",
    re.IGNORECASE,
)

# Words before `at` that say how a paper was received, not what was held there.
_REMARKS = frozenset(
    "accept appear appeared as camera contributed for invited publication publish present presented presentation oral"
    " spotlight poster paper talk best award full long short main track conf proc be was been it our work highlight"
    " notable top this is has selected sel published forthcoming press ready regular ha thi wa will".split()
).union(ENGLISH)


def read_venue(text: str, year: int | None = None) -> Venue:
    """Return the venue that a text names; `year` counts where the text has none.

    >>> read_venue("NAACL Findings 2024")
    Venue(series='naacl', year=2024, track=<Track.FINDINGS: 'findings'>, host='naacl', name='NAACL Findings')
    """
    return _read(turned(clean(text)), year)


def read_venues(text: str, year: int | None = None) -> tuple[Venue, ...]:
    """Return the venues that a text claims, in order; one that is said twice is one.

    >>> [venue.series for venue in read_venues("TACL, presented at ACL 2022")]
    ['tacl', 'acl']
    """
    whole = turned(clean(text.replace("\n", ";")))
    pieces = [part for piece in _APART.split(whole) if piece.strip() for part in _claims(piece)]
    known = [venue for venue in (_read(piece, None) for piece in pieces) if venue.series or venue.host]
    distinct: list[Venue] = []
    for venue in known:
        if not any(_is_same(venue, other) for other in distinct):
            distinct.append(venue)
    if len(distinct) < 2:
        only = _read(turned(clean(text.replace("\n", " "))), year)  # the lines were but wraps of one name
        return (only,) if only != Venue(year=year) else ()
    return tuple(venue if venue.year else _dated(venue, year) for venue in distinct)


def _dated(venue: Venue, year: int | None) -> Venue:
    return Venue(venue.series, year, venue.track, venue.host, venue.name)


def _is_same(venue: Venue, other: Venue) -> bool:
    if venue.year and other.year and venue.year != other.year:
        return False
    if venue.track is Track.PREPRINT or other.track is Track.PREPRINT:
        return venue.series == other.series
    return compare_venues(venue, other) is VenueAgreement.SAME


def _claims(piece: str) -> list[str]:
    """Part what names two venues in a row: a preprint server beside a venue, or two venues each with its own year.

    Conferences that were held together have one year, so `AAAI 2023, IAAI 2023` is one claim.
    """
    tokens = tokenise(piece)
    found = scan(tokens)
    dated = {place: year for year, place in years(tokens, found)}
    cuts = [0]
    for match, after in pairwise(found):
        mine, theirs = dated.get(match.last), dated.get(after.last)
        served = (match.kind == "preprint-server") != (after.kind == "preprint-server")
        if match.key != after.key and (served or (mine and theirs and mine != theirs)):
            cuts.append(tokens[after.first].start)
    return [piece[start:end] for start, end in pairwise([*cuts, len(piece)])]


@lru_cache(maxsize=16384)
def _read(text: str, year: int | None) -> Venue:
    tokens = tokenise(text)
    found = scan(tokens)
    track = read_track(tokens, found)
    if track is Track.THESIS:
        return Venue("", choose_year(tokens, found, ()) or year, track, "", plain_name(text))
    if track is None and "@" in text and _at_host(tokens, found):
        track = Track.WORKSHOP
    chosen = _choose(_named_in_brackets(tokens, found), track)
    when = choose_year(tokens, found, chosen, year) or year or year_of_volume(tokens, chosen)
    name = plain_name(text)
    if not chosen:
        key = series_of_broken(text)
        kind = _BY_KIND[all_series()[key].kind] if key else _track_of_words(tokens)
        return Venue(key, when, track or kind, "", name)
    first = chosen[0]
    if track is Track.FINDINGS:
        return Venue(first.key, when, track, first.key, name)
    if track is Track.WORKSHOP or (first.kind == "workshop" and track is None) or _is_satellite(tokens, chosen, track):
        return _workshop(tokens, chosen, when, name)
    if track is None and is_companion(tokens, found):
        return Venue(first.key, when, None, "", name)
    said = track if first.kind in _MEETINGS or track is Track.PREPRINT else None
    return Venue(first.key, when, said or _BY_KIND[first.kind], "", name)


def _named_in_brackets(tokens: tuple[Token, ...], found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the aliases without the names of meetings that letters in brackets behind them give to another one.

    `17th Conference on Natural Language Processing (TALN)` is a name translated, or one that many meetings have.
    """
    taken = {
        match
        for match, after in pairwise(found)
        if not match.acronym and after.acronym and not after.shy and match.key != after.key
        if {match.kind, after.kind} <= _MEETINGS and after.first == match.last
        if tokens[after.first].gap.strip() == "("
    }
    return tuple(match for match in found if match not in taken)


def _choose(found: tuple[Found, ...], track: Track | None) -> tuple[Found, ...]:
    """Return the aliases that count, the one that gives the series first."""
    published = [match for match in found if match.kind not in {"preprint-server", "book-series"}]
    kept = published or [match for match in found if match.kind == "book-series"] or list(found)
    if track is Track.FINDINGS:
        kept = [match for match in kept if match.kind in _MEETINGS and not match.shy]
        named = [match for match in kept if match.acronym] or kept
        return tuple([match for match in named if match.key != "acl"] or named)
    return tuple(kept)


def _at_host(tokens: tuple[Token, ...], found: tuple[Found, ...]) -> bool:
    """Say whether a known series stands behind an @: `SafeAI@AAAI`, `LLM @ IJCAI`."""
    return any("@" in tokens[match.first].gap and match.first > 0 for match in found)


def _is_satellite(tokens: tuple[Token, ...], chosen: tuple[Found, ...], track: Track | None) -> bool:
    """Say whether something else is held at the venue: `ML with New Compute Paradigms (MLNCP) at NeurIPS 2024`."""
    first = chosen[0]
    if track is not None or first.kind not in _MEETINGS or first.first < 2:
        return False
    if tokens[first.first - 1].raw.casefold() not in {"at", "with"}:
        return False
    before = [token for token in tokens[: first.first - 1] if not token.skipped and not token.counted]
    return any(token.stem not in _REMARKS for token in before)


def _workshop(tokens: tuple[Token, ...], chosen: tuple[Found, ...], year: int | None, name: str) -> Venue:
    own = next((match.key for match in chosen if match.kind == "workshop"), "")
    hosts = [match for match in chosen if match.kind in _MEETINGS]
    at = [match for match in hosts if match.first and _joins(tokens, match.first)]
    host = next((match.key for match in at or hosts), "")
    return Venue(own, year, Track.WORKSHOP, host, name)


def _joins(tokens: tuple[Token, ...], place: int) -> bool:
    """Say whether `at`, `@` or `with` stands before a host."""
    return "@" in tokens[place].gap or tokens[place - 1].raw.casefold() in {"at", "with"}


def _track_of_words(tokens: tuple[Token, ...]) -> Track | None:
    """Return the track of a venue that the table does not have, from the noun at its head."""
    heads = {token.stem for token in tokens} & HEADS
    if heads & {"conf", "symp", "congress", "meet"}:
        return Track.MAIN
    if heads & {"j", "trans", "lett", "mag", "zeitschrift", "revue", "revista", "annals", "bull", "quarterly"}:
        return Track.JOURNAL
    return None
