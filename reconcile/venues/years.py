"""Years in a venue text: `2024`, `'24`, `ICCV2021`, `IJCAI-91`; not page numbers, ids or volumes."""

from __future__ import annotations

from reconcile.venues.scan import Found
from reconcile.venues.table import all_series
from reconcile.venues.tokens import Token
from sources.text import year_of_two_digits

FIRST, LAST = 1900, 2039  # years outside are numbers of something else
_APOSTROPHES = "'\u2019\u2018`\u00b4\u02bc"
_DASHES = frozenset({"-", "–", "--"})
_JOINS = _DASHES | {".", ":", "/", "("}
# Words after which a number is no year.
_COUNTS = frozenset("pp p pages page vol volume v no number nr article art abs id report tr".split())


def years(tokens: tuple[Token, ...], found: tuple[Found, ...], known: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the years in the text with the places of their tokens, in order; `known` is what is said elsewhere.

    Workshops count themselves: `TextGraphs-11` of another year that is written out is the eleventh.
    """
    ends = {match.last: match for match in found if match.acronym}
    read = [(year, place) for place in range(len(tokens)) if (year := _year_at(tokens, place, ends)) is not None]
    whole = {year for year, place in read if len(tokens[place].raw) == 4} | ({known} - {None})
    counted = {place for place, match in ends.items() if match.kind == "workshop"} if whole else set()
    return tuple((year, place) for year, place in read if year in whole or not _counts(tokens[place], place in counted))


def _counts(token: Token, of_workshop: bool) -> bool:
    """Say whether two figures behind a workshop's letters and a dash may count the workshops: not `WMT15`."""
    return of_workshop and len(token.raw) == 2 and token.gap == "-"


def _year_at(tokens: tuple[Token, ...], place: int, ends: dict[int, Found]) -> int | None:
    token = tokens[place]
    if not token.raw.isdecimal() or not token.raw.isascii():
        return None
    if len(token.raw) == 4:
        year = int(token.raw)
        return year if FIRST <= year <= LAST and not _is_other_number(tokens, place) else None
    if len(token.raw) != 2:
        return None
    marked = token.gap[-1:] and token.gap[-1] in _APOSTROPHES
    joined = place in ends and token.gap in {"", "-", "*", "_"}
    return year_of_two_digits(int(token.raw)) if marked or joined else None


def _is_other_number(tokens: tuple[Token, ...], place: int) -> bool:
    """Say whether a number of four digits is a page, a part of an id, or a report's number."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is not None:
        if before.raw.casefold() in _COUNTS and token.gap.strip() in {"", ".", ":", "#", "="}:
            return True
        if before.raw.isdigit() and token.gap in _JOINS:
            if _is_year(before.raw):
                return token.gap in _DASHES and (_are_pages(before, token) or _is_other_number(tokens, place - 1))
            return len(before.raw) > 2 or token.gap in {".", ":"}
        if token.gap == "." and not before.raw.isdigit():
            return after is not None and after.gap == "."  # 10.1109/iccd.2015.7357097
    if after is None:
        return False
    if after.raw.isdigit() and after.gap in _JOINS:
        return _are_pages(token, after) if _is_year(after.raw) else len(after.raw) > 2
    return False


def _are_pages(first: Token, last: Token) -> bool:
    """Say whether two numbers that a dash joins are pages, and no years of one venue: `1946–1956`."""
    return last.gap in _DASHES and int(last.raw) - int(first.raw) > 1


def _is_year(raw: str) -> bool:
    return len(raw) == 4 and FIRST <= int(raw) <= LAST


def choose_year(
    tokens: tuple[Token, ...], found: tuple[Found, ...], chosen: tuple[Found, ...], known: int | None = None
) -> int | None:
    """Return the year that a text gives a venue: one at the side of an alias chosen, else the first."""
    every = years(tokens, found, known)
    for match in chosen:
        for year, place in every:
            if place == match.last and not _is_far(tokens[place].gap):
                return year
            if place == match.first - 1:
                return year
    return every[0][0] if every else None


def _is_far(gap: str) -> bool:
    return len(gap.strip()) > 2


def year_of_volume(tokens: tuple[Token, ...], chosen: tuple[Found, ...]) -> int | None:
    """Return the year of the volume that a text names, where nobody says the year: some volumes appear a year late."""
    return next((year for year in (_year_of_volume(tokens, match) for match in chosen) if year), None)


def _year_of_volume(tokens: tuple[Token, ...], match: Found) -> int | None:
    """Read `Advances in Neural Information Processing Systems 33`, of which one volume appears each year."""
    zero = all_series()[match.key].volume_zero
    place = match.last
    while place < len(tokens) and tokens[place].raw.casefold() in {"vol", "volume", "v"}:
        place += 1
    if zero is None or place == len(tokens) or not tokens[place].raw.isdigit() or len(tokens[place].raw) > 2:
        return None
    year = zero + int(tokens[place].raw)
    return year if FIRST <= year <= LAST else None
