"""Where a string says that a work is printed, `83, 337 (2016)`, and whether a record is printed there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from reconcile.matching.strings.sought import Sought
from reconcile.matching.titles.edges import is_year
from reconcile.records import first_page, last_page
from sources.record import Record, Scheme
from sources.text import fold

_ROMAN = re.compile(r"[ivxlc]{1,8}")
_NUMERALS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FIRST = "1"  # says nothing: 8,617 of 8,683 pairs of works with the same pages begin there
_MOST_OF_VENUE = 8  # words of a venue between its volume and a page
_BETWEEN = 3  # words between a volume and the first page: `83, no. 2, pp. 3370`
_PAGE = re.compile(r"[a-z]{0,2}\d{1,7}|\d{1,3}[a-z]{1,2}\d{1,4}")
_SERIES = re.compile(r"(\d{1,4})[a-h]")  # the letter of a journal's part, `Physica 128A`; or of a year, `2021a`
_BEHIND_YEAR = re.compile(r"\b(?:19[5-9]|20[0-4])\d[a-h]?:(\d{2,6})\b(?!:)")  # `ICML 2018:1612`
_ARTICLE = re.compile(r"(?!1:)(\d{1,5}):1(?!\d)")  # the number of an article, in `83:1-83:51`
_BEFORE_PAGE = frozenset("p page pages pp s".split())
# What stands between a volume and a page.
_ABOUT = _BEFORE_PAGE | frozenset("art article articles iss issue no nr num number pag seiten".split())
# How Web of Science writes them: `V51, P796`, `V17, Pe0260817`.
_MARKED_VOLUME, _MARKED_PAGE = re.compile(r"v(\d{1,4})"), re.compile(r"p([a-z]{0,2}\d{1,7})")
# The volume and the number of an article in a DOI, of which some records have no more: `10.1155/2011/247294`.
_IN_DOI = re.compile(r"/(\d{1,4})/(?:\d{1,3}/)?(\d{5,7})\Z")


@dataclass(frozen=True)
class Printed:
    """Where something may be printed: `pages` are pairs of first and last, `volumes` of volume and first page.

    `dated` are first pages that stand behind a year, as in a volume of a meeting.
    """

    pages: frozenset[tuple[str, str]] = frozenset()
    volumes: frozenset[tuple[str, str]] = frozenset()
    dated: frozenset[str] = frozenset()

    @cached_property
    def begins(self) -> frozenset[str]:
        """The pages, or numbers of articles, at which it may begin."""
        return self.dated.union([first for first, _ in self.pages], [first for _, first in self.volumes])


def printed_in(sought: Sought) -> Printed:
    """Return where a string may say that a work is printed: numbers that stand together; of an entry what it says."""
    if sought.claim:
        return _of_fields(sought.claim.page, sought.claim.volume)
    words = sought.text.words
    both = [f"{one}-{other}" for one, other in pairwise(words) if one.isdecimal() and other.isdecimal()]
    alone = [(page, "") for mark, page in pairwise(words) if mark in _BEFORE_PAGE and page.isdecimal()]
    ranges = [(first_page(each), last_page(each)) for each in both]
    dated = _BEHIND_YEAR.findall(sought.text.string)
    volumes = frozenset([*_volumes(words), *_marked(words), *_around_venues(words)])
    return Printed(frozenset([*ranges, *alone]), volumes, frozenset(dated))


def is_number(word: str) -> bool:
    """Say whether a folded word is a number, a Roman one perhaps or marked as a volume's: `83`, `lxii`, `v51`."""
    return word[0].isdigit() or bool(_ROMAN.fullmatch(word) or _MARKED_VOLUME.fullmatch(word))


def _marked(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(words):
        if one[0] == "v" and other[0] == "p":
            volume, page = _MARKED_VOLUME.fullmatch(one), _MARKED_PAGE.fullmatch(other)
            if volume and page:
                yield volume[1], page[1]


def _around_venues(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the volumes and pages between which a venue stands, as lawyers write: `83 Horticulture 228 (2014)`."""
    for at, (page, year) in enumerate(pairwise(words)):
        if is_year(year) and _PAGE.fullmatch(page):
            before = words[max(0, at - 1 - _MOST_OF_VENUE) : at][::-1]
            venue = list(takewhile(str.isalpha, before))
            if venue and before[len(venue) :] and before[len(venue)].isdecimal():
                yield before[len(venue)], page


def _volumes(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for at, word in enumerate(words):
        for volume in _numbers(word):
            for page in words[at + 1 : at + 2 + _BETWEEN]:
                if _PAGE.fullmatch(page):
                    yield volume, page
                elif page not in _ABOUT and not _SERIES.fullmatch(page):
                    break


def _numbers(word: str) -> tuple[str, ...]:
    """Return the numbers that a word may be as a volume's.

    >>> _numbers("xxv"), _numbers("128a"), _numbers("12"), _numbers("wool")
    (('xxv', '25'), ('128',), ('12',), ())
    """
    if word.isdecimal():
        return (word,)
    if _ROMAN.fullmatch(word):
        values = [_NUMERALS[sign] for sign in word]
        return word, str(sum(-one if one < max(values[at:]) else one for at, one in enumerate(values)))
    part = _SERIES.fullmatch(word)
    return (part[1],) if part else ()


def _of_fields(page: str, volume: str) -> Printed:
    volumes, first = fold(volume).split()[-1:], _begin(page)  # 200 of `199-200`
    if not first or first == _FIRST:
        return Printed()
    pages = frozenset() if _ARTICLE.match(page) else frozenset([(first, last_page(page))])
    return Printed(pages, frozenset([(each, first) for each in volumes]))


def _begin(page: str) -> str:
    """Return the first page of `2054-2068`, or the number of the article of `83:1-83:51`."""
    article = _ARTICLE.match(page)
    return article[1] if article else first_page(page)


def is_printed(record: Record, printed: Printed, *, dated: bool = True) -> bool:
    """Say whether a record's pages, or its volume and first page, are named; both, where no year is (`dated`)."""
    if _is_article(record, printed):
        return True
    if _begin(record.page) not in printed.begins:
        return False
    own = _of_fields(record.page, record.volume)
    on_pages, in_volume = not own.pages.isdisjoint(printed.pages), not own.volumes.isdisjoint(printed.volumes)
    on_pages = on_pages or (not own.volumes and not printed.dated.isdisjoint([first for first, _ in own.pages]))
    return on_pages or in_volume if dated else on_pages and in_volume


def is_on_pages(record: Record, printed: Printed) -> bool:
    """Say whether a record's first and last page are named, page 1 aside."""
    if _begin(record.page) not in printed.begins:
        return False
    return any(last for _, last in _of_fields(record.page, "").pages & printed.pages)


def is_in_volume(record: Record, printed: Printed) -> bool:
    """Say whether a record's volume is named with its first page or the number of its article."""
    own = _of_fields(record.page, record.volume).volumes
    return not own.isdisjoint(printed.volumes) or _is_article(record, printed)


def _is_article(record: Record, printed: Printed) -> bool:
    """Say whether the volume is named with the number of the article that the record's DOI has."""
    if not record.volume or all(volume != record.volume for volume, _ in printed.volumes):
        return False
    found = [_IN_DOI.search(each.value) for each in record.identifiers if each.scheme is Scheme.DOI]
    return any(each[1] == record.volume and (each[1], each[2]) in printed.volumes for each in found if each)
