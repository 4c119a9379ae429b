"""News of papers that it does not name: `Two papers accepted at SIGSHEEP, congrats to Ann and Bo!`, `论文被录用`."""

from __future__ import annotations

import re

_MANY = (
    r"(?:an?|one|two|three|four|five|six|several|multiple|another|new|more|zwei|drei|vier|mehrere|ein(?:e|en)?|une?|deux"
    r"|trois|quatre|plusieurs|dos|tres|cuatro|varios|una?|due|tre|quattro|dois|duas|três|quatro|vários|twee|drie|to"
    r"|två|\d{1,2})"
)
_WHOSE = r"(?:our|my|the|unser(?:e|en)?|mein(?:e|en)?|notre|nos|nuestr[oa]s?|nostr[oaie]|noss[oa]s?|ons|onze|vår[at]?)"
_PAPERS = (
    r"(?:papers?|articles?|works?|submissions?|abstracts?|preprints?|posters?|beitr[aä]ge?|artikel|aufs[aä]tze"
    r"|art[ií]culos?|trabajos?|articol[oi]|lavor[oi]|artigos?|trabalhos?|publications?|artiklar|artikler)"
)
_ACCEPTED = (
    r"(?:accepted|accept[ée]+e?s?|angenommen|akzeptiert|aceptad[oa]s?|aceit[oa]s?|accettat[oaie]|geaccepteerd"
    r"|antagna|antagen|aksepteret|accepteret|akseptert)"
)
# A date before it: `[2025.11] `, `2025年5月：`, `Nov 2025: `, `2025/04/01 `.
_DATE = re.compile(
    r"\W{0,6}(?:(?:19|20)\d\d\s?(?:[./年-]\s?\d{1,2}\s?(?:[./月-]\s?(?:\d{1,2}\s?日?)?)?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|(?:\d{1,2}\.?\s)?[^\W\d_]{3,10}\.?,?\s(?:\d{1,2},?\s)?(?:19|20)\d\d)[^\w\s“\"„«《「『]{0,3}(?:\s?[-–—:：]\s?|\s|(?<=\W)|\Z)"
)
# No title: nothing in quotes, and no colon behind that a title stands.
_WITHOUT_TITLE = r"[^\n:：“”\"„«»《》「」『』]"
_LATIN = re.compile(
    rf"(?:{_WHOSE}\s)?(?:{_MANY}\s)?(?:[\w-]{{1,20}}\s){{0,3}}{_PAPERS}\b{_WITHOUT_TITLE}{{0,90}}?\b{_ACCEPTED}\b"
    rf"{_WITHOUT_TITLE}{{0,240}}\Z",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    rf"{_WITHOUT_TITLE}{{0,24}}(?:论文|論文|文章|长文|短文|工作){_WITHOUT_TITLE}{{0,60}}(?:录用|錄用|接收|接受|收录|中稿|被接收)"
    rf"{_WITHOUT_TITLE}{{0,120}}\Z"
)
_JAPANESE = re.compile(
    rf"{_WITHOUT_TITLE}{{0,60}}(?:論文|研究|原稿|発表){_WITHOUT_TITLE}{{0,60}}(?:採択|採録|受理|掲載)(?:されま|が決|決定|。|\s|$)"
    rf"{_WITHOUT_TITLE}{{0,120}}\Z"
)
_KOREAN = re.compile(
    rf"{_WITHOUT_TITLE}{{0,60}}논문{_WITHOUT_TITLE}{{0,60}}(?:게재|채택|억셉|수락|승인|발표)(?:\s?(?:승인|확정|예정|되|됨|됐|$))"
    rf"{_WITHOUT_TITLE}{{0,120}}\Z"
)
_LONGEST = 400


def tells_of_unnamed(text: str) -> bool:
    """Say whether a line tells that papers were accepted and not which.

    >>> tells_of_unnamed("Nov 2025: Two papers accepted at SIGSHEEP 2026, congrats to Ada Bee and Bo Dee!")
    True
    >>> tells_of_unnamed("2025.05 论文《羊毛》被录用"), tells_of_unnamed("Paper accepted: Counting Gulls by Ear")
    (False, False)
    """
    if len(text) > _LONGEST:
        return False
    date = _DATE.match(text)
    said = text[date.end() if date else 0 :].strip()
    return any(pattern.match(said) for pattern in (_LATIN, _CHINESE, _JAPANESE, _KOREAN))
