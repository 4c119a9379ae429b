"""The name of a venue as written, without year and remarks."""

from __future__ import annotations

import re

from reconcile.lexicon import states, together

_REMARK = re.compile(
    r"\((?=[^()]{0,80}\))[^()]*\b(?:oral|spotlight|best|award|awarded|accept|acceptance|highlight|notable|top|nominee"
    rf"|runner-up|honou?rable|invited|{states.FORMS})\b[^()]*\)|\s?\((?:{states.SIGNS})\)",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"^\W*\((?:{together.AT_LENGTH}|{together.WITH})\s[^()]{{2,400}}\)\W*", re.IGNORECASE)
_LEAD = re.compile(
    r"^[\s,.:;–—-]*(?:(?:has been|was|is|to be|is to|will)\s+)?"
    r"(?:(?:accepted|appeared|appears|appear|published|presented|to appear|submitted|forthcoming|appearing)"
    r"\s*(?::|\b(?:at|in|to|by|for|as)\b)|in:|in\s+(?=(?:the\s+)?[A-Z\d*])|accepted\s*[,:])\s*",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    rf"[\s,;:–—-]+(?:as\s+(?:an?\s+)?)?(?:oral|spotlight|best paper|{states.FORMS}|{states.SIGNS})"
    r"(?:\s+(?:presentation|award|talk|paper))?[\s.]*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.\-–:/])(?:19[5-9]\d|20[0-3]\d)(?![\d.\-–:/]\d|\d)|['\u2019\u2018`\u00b4]\d\d(?!\d)")
_GLUED = re.compile(r"(?<=[A-Za-z]{3})(?:19|20)\d\d(?!\d)")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_GAPS = re.compile(r"\s+(?=[,.;:)])|(?<=\()\s+|[,;:]+(?=\s*[,;:])")
_SPACES = re.compile(r"\s+")
_PAGES = re.compile(r"[\s,;.]{1,4}(?:pp?\.|pages?)\s?\d[\d\s–—-]*\Z", re.IGNORECASE)
# Volume, issue and pages behind a name: `, 3, 993-1022`, ` 12(3): 45-67`, `, vol. 521, no. 7553`.
_NUMBERS = re.compile(
    r"(?<=\w)[\s,;]{1,3}(?:vol(?:ume)?\.?\s?)?\d{1,4}(?:\s?\(\d[\d\s/–-]{0,9}\))?"
    r"(?:[\s,:;]{1,3}(?:(?:no|pp?)\.?\s?)?\d{1,6}(?:\s?[–—-]{1,3}\s?\d{1,6})?){0,2}\Z",
    re.IGNORECASE,
)
_DOI = re.compile(r"[\s,;.]{0,4}(?:\bdoi\s?:?\s?|https?://(?:dx\.)?doi\.org/)?\b10\.\d{4,9}/\S{1,200}\Z", re.IGNORECASE)
_EDGES = " ,;:.–—-"


def plain_name(text: str) -> str:
    """Return the venue's name as written, without year, pages and remarks.

    >>> plain_name("AAAI 2024 Responsible Language Models Workshop (spotlight)")
    'AAAI Responsible Language Models Workshop'
    >>> plain_name("accepted at SIGSHEEP 2019!"), plain_name("Proceedings of SIGSHEEP, pages 11–19")
    ('SIGSHEEP', 'Proceedings of SIGSHEEP')
    >>> plain_name("Proc. SIGSHEEP. 2019. doi: 10.1000/1-2")
    'Proc. SIGSHEEP'
    """
    name = _TRAIL.sub("", _REMARK.sub(" ", _PAGES.sub("", _DOI.sub("", _BESIDE.sub("", text)))))
    for _ in range(2):
        name = _LEAD.sub("", name)
    bare = _GLUED.sub("", _YEAR.sub(" ", name))
    bare = _EMPTY.sub(" ", _GAPS.sub("", _EMPTY.sub(" ", bare)))
    return _closed(_GAPS.sub("", _SPACES.sub(" ", bare)).strip(_EDGES))


def without_numbers(name: str) -> str:
    """Return a venue's name without volume, issue and pages, to be quoted.

    >>> without_numbers("Sheep Letters, 3, 993-1022"), without_numbers("Sheep Letters 12(3)")
    ('Sheep Letters', 'Sheep Letters')
    >>> without_numbers("Web 2.0")
    'Web 2.0'
    """
    return _NUMBERS.sub("", name)


def _closed(name: str) -> str:
    """Return the name without a bracket, an `and` or a `!` that cutting left at its end."""
    if name.endswith(")") and name.count(")") > name.count("("):
        name = name[:-1]
    return name.removesuffix(" !").removesuffix(" and").strip(_EDGES)
