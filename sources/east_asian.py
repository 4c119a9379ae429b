"""The signs of Chinese, Japanese and Korean, as the insides of character classes: `rf"[{SIGNS}]{{2,5}}"`.

They have no case. In a pattern that ignores it they belong within `(?-i:…)`: `re` would ask of each of them for its
other case, which takes 7 ms at every start. Even so it fills a table with each range of a class, 4 ms for `SIGNS`: a
class of nothing else is `SIGN`, and a pattern that needs a sign is a `SignPattern`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cached_property, lru_cache

KANA = "\u3040-\u30ff"
IDEOGRAPHS = "\u3400-\u9fff"
HANGUL = "\uac00-\ud7af"
# Of Chinese and Japanese; of all three.
HAN = KANA + IDEOGRAPHS
SIGNS = HAN + HANGUL
# A pattern for one of them, or one of the few other letters beyond U+3000, in a quarter of the time.
SIGN = r"[^\W\0-\u2fff]"
_WIDE = re.compile(r"[^\0-\u2fff]")


def is_east_asian(text: str) -> bool:
    """Say whether a text begins with a sign of a writing in which no blanks part the words.

    >>> is_east_asian("羊毛"), is_east_asian("Wool"), is_east_asian("")
    (True, False, False)
    """
    return KANA[0] <= text[:1] <= HANGUL[-1]


def has_wide(text: str) -> bool:
    """Say whether a text holds a sign from U+3000 onward: a letter of these writings, or their quotes and stops."""
    return not text.isascii() and _WIDE.search(text) is not None


# What a pattern is tried on at many places is looked through once; short texts only, as they are kept.
_has_wide = lru_cache(maxsize=1 << 10)(has_wide)
_KEPT = 2000


def _may_match(text: str) -> bool:
    return len(text) > _KEPT or _has_wide(text)


# The year before the first of each era by which years are counted; the Republic of China's is `民國`.
_BEFORE_ERAS = {"明治": 1867, "大正": 1911, "民國": 1911, "民国": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA_YEAR = re.compile(rf"(?P<era>{'|'.join(_BEFORE_ERAS)})\s?(?P<count>元|\d{{1,3}}(?!\d))\s?年")


def years_of_eras(text: str, start: int = 0, end: int = sys.maxsize) -> list[tuple[int, int, int]]:
    """Return the years that a text counts by an era, each with the place where it stands.

    >>> years_of_eras("羊毛學報, 民國80年, 頁1-9"), years_of_eras("平成元年"), years_of_eras("2019年")
    ([(1991, 6, 11)], [(1989, 0, 4)], [])
    """
    if not has_wide(text):
        return []
    found = _ERA_YEAR.finditer(text, start, end)
    return [(_BEFORE_ERAS[fit["era"]] + _counted(fit["count"]), *fit.span()) for fit in found]


# What stands behind the year of an era that no name holds: `令和元年5月`, but not `平成30年度羊学会論文集`.
_DATED = re.compile(rf"\s?(?:\d|[発行刊出]|[^{SIGNS}]|\Z)")
_FISCAL = "度"
_READ_BEHIND = 3  # signs


def year_of_era(text: str, start: int = 0, end: int = sys.maxsize) -> tuple[int, int, int] | None:
    """Return the year that a text is dated by an era, with its place: the last in no name; a fiscal year before none.

    >>> year_of_era("平成30年度羊学会論文集, 令和元年5月"), year_of_era("羊学会, 平成30年度"), year_of_era("羊")
    ((2019, 14, 18), (2018, 5, 10), None)
    """
    ranked = [
        (_date_rank(text[stop : min(end, stop + _READ_BEHIND)]), (year, begin, stop))
        for year, begin, stop in years_of_eras(text, start, end)
    ]
    best = max((rank for rank, _ in ranked), default=0)
    return next((one for rank, one in reversed(ranked) if rank == best), None)


def _date_rank(behind: str) -> int:
    """Return how surely what stands before is a date: 2 a year in no name, 1 one within a name, 0 a fiscal year."""
    return 0 if behind.startswith(_FISCAL) else 2 if _DATED.match(behind) else 1


def _counted(count: str) -> int:
    return 1 if count == "元" else int(count)


class SignPattern:
    """A pattern that matches no text without such a sign: compiled when the first with one comes.

    Most documents have none, and a start in which every pattern is compiled takes a second.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what `re.Pattern.match` does."""
        return self._compiled.match(text, start, end) if _may_match(text) else None

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what `re.Pattern.search` does."""
        return self._compiled.search(text, start, end) if _may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return what `re.Pattern.fullmatch` does."""
        return self._compiled.fullmatch(text) if _may_match(text) else None

    def findall(self, text: str) -> list[str]:
        """Return what `re.Pattern.findall` does."""
        return self._compiled.findall(text) if _may_match(text) else []

    def sub(self, repl: Callable[[re.Match[str]], str], text: str) -> str:
        """Return what `re.Pattern.sub` does."""
        return self._compiled.sub(repl, text) if _may_match(text) else text
