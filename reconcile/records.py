"""What a record says of itself: whether it is a preprint, every year that it names, its first and last page."""

from __future__ import annotations

import re

from sources.record import Record, Type
from sources.text import letters_of

SUBMITTED = "submitted"  # the genre of a claim whose container is where the work was sent


def is_preprint(record: Record) -> bool:
    """Say whether a record describes a preprint."""
    return record.type is Type.PREPRINT


def years_of(record: Record) -> tuple[int, ...]:
    """Return every year that a record's dates name, the earliest first."""
    every = {date.year for _, date in record.dates} | ({record.issued.year} if record.issued else set())
    return tuple(sorted(every))


# What preprint servers put behind the DOI of each version of one work: `10.21203/rs.3.rs-1234/v2`, `…/essoar.1234.2`.
_DOI_VERSION = re.compile(r"[./_-]v\d{1,2}\Z|(?<=\d{4})\.\d{1,2}\Z")


def unversioned(doi: str) -> str:
    """Return a preprint's DOI without the number of its version.

    >>> unversioned("10.21203/rs.3.rs-1234/v2"), unversioned("10.1002/essoar.1050.1"), unversioned("10.2139/ssrn.12")
    ('10.21203/rs.3.rs-1234', '10.1002/essoar.1050', '10.2139/ssrn.12')
    """
    return _DOI_VERSION.sub("", doi)


# The article's number before each of its pages: `127:1-127:29`.
_ARTICLE = re.compile(r"\b\d+:(?=\d)")
_NUMBER = re.compile(r"\d+")


def are_same_pages(left: str, right: str) -> bool:
    """Say whether two texts name the same pages, the last one shortened perhaps.

    JMLR's own entries leave out the number of the article.

    >>> are_same_pages("127:1-127:29", "1--29"), are_same_pages("12:1-12:9", "13:1-13:9")
    (True, False)
    >>> are_same_pages("1870--9", "1870-1879"), are_same_pages("135-46", "135-147")
    (True, False)
    """
    mine, theirs = _NUMBER.findall(left), _NUMBER.findall(right)
    if mine == theirs:
        return True
    if not (_ARTICLE.search(left) or _ARTICLE.search(right)):
        last = last_page(left)
        return last != "" and (first_page(left), last) == (first_page(right), last_page(right))
    shorter = [_NUMBER.findall(_ARTICLE.sub("", text)) for text in (left, right)]
    return shorter[0] == shorter[1] and shorter[0] in (mine, theirs)


def are_same_volumes(left: str, right: str) -> bool:
    """Say whether two texts name the same volume, or the same numbers of one: `Vol. 12`, `012`.

    >>> are_same_volumes("Vol. 12", "012"), are_same_volumes("3-4", "3/4"), are_same_volumes("5", "8")
    (True, True, False)
    """
    mine, theirs = ([int(number) for number in _NUMBER.findall(text[:99])] for text in (left, right))
    return mine == theirs or not mine or not theirs


def first_page(page: str) -> str:
    """Return the first page of `2054-2068`, folded; the empty string where there is none."""
    return letters_of(page.replace("\u2013", "-").partition("-")[0])


def last_page(page: str) -> str:
    """Return the last page of `2054-2068`, folded; the empty string where one page or none is named.

    >>> last_page("2054-68"), last_page("2054")
    ('2068', '')
    """
    first, _, last = page.replace("\u2013", "-").partition("-")
    first, last = letters_of(first), letters_of(last.lstrip("-"))
    return first[: max(0, len(first) - len(last))] + last if last else ""
