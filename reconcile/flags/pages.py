"""The rule of pages: others than the record of that publication has, so that another paper stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.flags.context import INFO, WARNING, Context
from reconcile.mention import Flag, Kind, Match, Mention, Status
from reconcile.merge import described_by
from reconcile.records import are_same_pages, first_page, is_preprint, years_of
from reconcile.venues import ELSEWHERE, VenueAgreement, compare_venues, venue_of_record
from sources.record import Record

_NOT_THERE = (*ELSEWHERE, VenueAgreement.PREPRINT)


def pages_mismatch(match: Match, context: Context) -> Iterator[Flag]:
    """The pages are others; where they begin alike, or are as many and near, they may only be counted otherwise.

    Who lists their own works is told only where the whole range lies elsewhere in the volume, and is no days.
    """
    best = match.best.record if match.best else None
    if best is None or match.status is not Status.MATCHED or is_preprint(best) or match.mention.kind == Kind.PREPRINT:
        return
    claimed, ranges = match.mention.claim.page, _ranges(best, context)
    if not _is_range(claimed) or not ranges or is_elsewhere(match, best):
        return
    if any(are_same_pages(claimed, record.page) for record in (best, *context.published)):
        return
    alike = any(first_page(claimed) == first_page(page) or _are_counted_anew(claimed, page) for page in ranges)
    apart = _stands_there(match, best) and all(_are_apart(claimed, page) for page in ranges)
    if context.cited or (apart and not _may_be_days(match.mention)):
        says = f"claimed pages {claimed}, {described_by(best)} says {ranges[0]}"
        yield Flag("pages-mismatch", INFO if alike else WARNING, says)


def is_elsewhere(match: Match, best: Record) -> bool:
    """Say whether another publication may be claimed than a record's: at another venue, or in another year."""
    year, theirs = match.mention.claim.year, years_of(best)
    if year and theirs and min(abs(year - each) for each in theirs) > 1:
        return True
    return any(compare_venues(venue, venue_of_record(best)) in _NOT_THERE for venue in match.mention.venues)


def _stands_there(match: Match, best: Record) -> bool:
    there = (compare_venues(venue, venue_of_record(best)) for venue in match.mention.venues)
    return VenueAgreement.SAME in there


def _ranges(best: Record, context: Context) -> list[str]:
    known = (record.page for record in (best, *context.published))
    return [page for page in known if _is_range(page)]


def _is_range(page: str) -> bool:
    first, _, last = page.replace("\u2013", "-").partition("-")
    return any(map(str.isdigit, first)) and any(map(str.isdigit, last))


# `770-778`, and no article's number before the page, no letter, no comma.
_PLAIN = re.compile(r"\s*(\d{1,6})\s*[-\u2013]{1,3}\s*(\d{1,6})\s*")

_LAST_DAY = 31  # of a month
_FRONT_MATTER = 40  # pages by which two prints of one volume may differ: 9 in that of NIPS 2012
# What stands before pages and not before days: `pp. `, `S.`, `2014:`.
_PAGES_MARK = re.compile(
    r"(?:\b(?:pages?|seiten?|p{1,3}|s{1,2}|págs?|pgs?|str|стр|\u0441|\u03c3\u03c3?|صص?|صفحات)\.?:?|(?<=[\d)]):)\s{0,3}\Z",
    re.IGNORECASE,
)
_LONGEST_MARK = 12  # characters


def _are_apart(left: str, right: str) -> bool:
    """Say whether two ranges have no page in common; not where one begins with 1, as papers count their own pages.

    >>> _are_apart("700-708", "770-778"), _are_apart("700-770", "770-778"), _are_apart("1-9", "770-778")
    (True, False, False)
    """
    (first, last), (begin, end) = map(_bounds, (left, right))
    whole = 1 < first <= last and 1 < begin <= end
    return whole and (last < begin or end < first)


def _are_counted_anew(left: str, right: str) -> bool:
    """Say whether two ranges are as long and lie near, as where a volume was printed twice with another front matter.

    >>> _are_counted_anew("1097-1105", "1106--1114"), _are_counted_anew("1097-1105", "1106-1115")
    (True, False)
    >>> _are_counted_anew("1097-1105", "2204-2212")
    False
    """
    (first, last), (begin, end) = map(_bounds, (left, right))
    return 0 < first < last and last - first == end - begin and abs(first - begin) <= _FRONT_MATTER


def _bounds(pages: str) -> tuple[int, int]:
    """Return the first and the last page of a range; zeros where it is no plain one."""
    fit = _PLAIN.fullmatch(pages)
    return (int(fit[1]), int(fit[2])) if fit else (0, 0)


def _may_be_days(mention: Mention) -> bool:
    """Say whether what a string has for pages may be the days of a meeting: `EMNLP 2014, 25-29, Doha`."""
    first, last = _bounds(mention.claim.page)
    spans = [span for span in mention.spans if span.field == "page"]
    if not 0 < first <= last <= _LAST_DAY or not spans or mention.claim.volume:
        return False
    return not any(_PAGES_MARK.search(mention.reading[: span.start][-_LONGEST_MARK:]) for span in spans)
