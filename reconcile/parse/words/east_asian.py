"""What Chinese, Japanese and Korean citations write their own way: numbers with counters, journals in quotes, roles.

`羊野花子「羊毛の流通」『牧場評論』第80巻第2号、2014年、34-51頁`, `李牧：《牧场史》，北京：绿草出版社，2016年`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.parse.words.dates import Piece
from sources.east_asian import SIGN, SIGNS, SignPattern

# One of their signs, for patterns blind to case.
ONE_SIGN = f"(?-i:{SIGN})"
# Those who edited a book, right behind their names and before its title: `牧田次郎編『…』`.
EDITED = rf"(?:(?<={ONE_SIGN})|(?<={ONE_SIGN}\s))(?:共?編著?|副?主?编著?|副?主編|엮음|편)(?=\s?[,:.]?\s?[『《「<])"
# What each of several did for a book, behind his name: `王立主编, 陆行副主编`, `诸葛立译`, `牧田次郎 編`,
# `서하늘 옮김`.
# Behind two signs a third may be a name's: `陈思译`.
ROLE_OF_ONE = (
    rf"(?<={ONE_SIGN}{{2}})(?:副?主[编編审審]|[编編]著|[编編])(?=\s?[,;.:《])|(?<={ONE_SIGN}{{3}})[译譯訳](?=\s?[,;.:《])"
    rf"|(?<={ONE_SIGN}{{2}}\s)(?:共?編著?|編集|監修|共?[著訳]"
    r"|공?[저역편]|편[저역]|엮고 옮김|지음|옮김|엮음|감수)(?=[\s,;(『「]|\Z)"
)
# A comma behind which no blank stands: `羊毛の流通,牧場評論,Vol.3`.
COMMA = rf"(?<={SIGN}),(?=[A-Z\d]|{SIGN})"
# How a sentence goes on behind what it quotes: with a particle of Japanese, one of Chinese or Korean.
GOES_ON = re.compile(r"[ぁ-ん]|[的与與和之是](?=[^\s,.:;])|(?:은|는|이|가|을|를|의|에|과|와|에서|으로|로)(?=\s)")
# Words that a title quotes: `それは「夢」か`, `《羊毛》的语言`, `「양털」의 역사`.
QUOTED_WITHIN = re.compile(
    rf"(?:「[^「」\n]{{1,60}}」|『[^『』\n]{{1,60}}』|《[^《》\n]{{1,60}}》)(?={GOES_ON.pattern})"
)
# The owner of a list, underlined among the others: `羊野花子,牧田次郎:羊毛の流通`.
LISTED_NAME = SignPattern(rf"[{SIGNS}]{{2,5}}[,・:;(\s]")

# How journals and meetings end, with which a title stops: `情報学会論文誌, Vol. 5`, `日本羊学会第30回大会`.
VENUE = SignPattern(
    rf"(?:\A|, ?|\. |\n)[{SIGNS} ]{{0,30}}?(?:学会誌|論文誌|論文集|会誌|紀要|雑誌|学報|學報|学报|学刊|杂志"
    r"|학회지|논문지|논문집|저널"
    r"|第\d{1,3}[回届](?:全国)?(?:大会|研究会|年会)|研究発表会)\s?[A-Z]?(?=[ ,(\n]|\Z)"
)
_VOLUME = SignPattern(r"(?:[第제]\s?(?P<marked>\d{1,5})|(?<![\d.–~-])(?P<bare>\d{1,4}))\s?(?:[巻卷輯辑]|권|집)")
_RANGE = r"\d{1,5}\s?[-–—~〜～－―]\s?\d{1,5}"
_ISSUE = SignPattern(
    r"(?:[第제]\s?)?(?<![\d.–~-])(?P<issue>\d{1,5}(?:\s?[-–/・·]\s?\d{1,5})?)\s?(?:[号號期]|호)"
    # alone in brackets before the pages, of a journal that counts no volumes
    rf"|(?<={SIGN}\s)\((?P<alone>\d{{1,5}})\)(?=\s{{1,3}}{_RANGE}(?:\s|\Z))"
)
_PAGES = SignPattern(
    rf"第\s?(?P<marked>{_RANGE}|\d{{1,5}})\s?[页頁]|(?<!\d)(?P<range>{_RANGE})\s?(?:頁|ページ|页|쪽|면)"
)
# A journal with its numbers, a publisher with its date, as Japan's researchmap has them on a line below the names:
# `牧場評論 131(4) 1-38  2022年4月`, `牧場評論 (402) 22 - 41`, `緑草新書  2021年3月`.
LOCATED = SignPattern(
    rf"[{SIGNS}][{SIGNS}A-Za-z() ]{{1,40}}?\s{{1,3}}"
    rf"(?:(?:\d{{1,5}}(?:\s?\(\d{{1,5}}\))?|\(\d{{1,5}}\))\s{{1,3}}{_RANGE}|(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)"
    r"(?=\s|\Z)"
)
# A journal or a book in quotes behind its article: `」『牧場評論』`, `, 《农业史》2017`, `(牧田次郎編『草の文化史』`.
_NAMED = SignPattern(rf"[\s,.;:(]{{0,3}}(?:[{SIGNS} ・,]{{2,30}}?編?)?[『《](?P<name>[^『』《》\n]{{2,80}})[』》]")
_PUBLISHER = SignPattern(
    rf"(?<![{SIGNS}])(?P<name>[{SIGNS}A-Z][{SIGNS}A-Za-z ]{{0,24}}?(?:出版社|出版会|出版|書店|書房|書院"
    r"|书店|书局|출판사|출판부|문화사))"
    rf"(?![{SIGNS}])"
)
_SCHOOL = SignPattern(rf"(?<![{SIGNS}])(?P<name>[{SIGNS}]{{1,20}}(?:大学院?|大學|대학교|대학원|学院|研究院))(?![の])")


@dataclass(frozen=True, slots=True)
class Counted:
    """Volume, issue and pages that are said by their counters, each where it stands."""

    volume: Piece | None
    issue: Piece | None
    page: Piece | None


def counted(text: str, start: int, end: int) -> Counted:
    """Return the numbers that stand with a counter between `start` and `end`.

    >>> found = counted("第80巻第2号、121-140頁", 0, 16)
    >>> found.volume.value, found.issue.value, found.page.value
    ('80', '2', '121-140')
    """
    return Counted(*[_first(pattern, text, start, end) for pattern in (_VOLUME, _ISSUE, _PAGES)])


def _first(pattern: SignPattern, text: str, start: int, end: int) -> Piece | None:
    match = pattern.search(text, start, end)
    group = next((name for name, value in match.groupdict().items() if value), "") if match else ""
    return Piece(match[group], match.start(group), match.end(group)) if match and group else None


def named_in_quotes(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the journal or book whose name stands in its own quotes at `start`: `『牧場評論』第3号`."""
    match = _NAMED.match(text, start, end)
    return match.span("name") if match and not GOES_ON.match(text, match.end()) else None


def publisher_in(text: str, start: int, end: int) -> str:
    """Return the publisher by the last word of its name, or the school: `東草出版`, `绿草出版社`, `北海大学`."""
    match = _PUBLISHER.search(text, start, end) or _SCHOOL.search(text, start, end)
    return match["name"].strip() if match else ""
