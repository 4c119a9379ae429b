"""The normal form of each kind of identifier: how it is spelled, and the function that makes it.

`NORMAL[scheme](text)` returns the value in its normal form, or None. `sources.identifiers` is the way in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import unquote

from sources.record import Scheme

_OPENER: Mapping[str, str] = MappingProxyType({")": "(", "]": "[", "}": "{"})
_TRAILING = ".,;:!?'*_~\\"

# The archives of arXiv's identifiers before April 2007 (https://info.arxiv.org/help/arxiv_identifier.html).
_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga"
    "|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics"
    "|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_MONTH = "(?:0[1-9]|1[0-2])"
ARXIV = (
    rf"(?:[0-9]{{2}}{_MONTH}\.[0-9]{{4,5}}|(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/[0-9]{{2}}{_MONTH}[0-9]{{3}})"
    r"(?:v[0-9]{1,2})?(?![0-9])"
)
# Letters of https://aclanthology.org/info/ids/ (old style, until 2020); the new style names year, venue and volume.
ACL = (
    r"(?:[AC-FH-UW-Y](?:[6-9][0-9]|[01][0-9]|20)-[0-9]{4}"
    r"|(?:19|20)[0-9]{2}\.[a-z][a-z0-9]{0,30}-[a-z0-9]{1,30}\.[0-9]{1,5})"
)
# A comma or semicolon with another DOI behind it is none of the first one's.
_DOI_CHARACTER = r"(?:(?![,;]10\.[0-9])[!#-;=?-\[\]_a-z~]|\\[_%&#])"
DOI = rf"10\.[0-9]{{4,9}}(?:\.[0-9]{{1,6}}){{0,3}}/(?:\(SICI\)[!-~]{{1,120}}|{_DOI_CHARACTER}{{1,300}})"
# DBLP's top level; `homepages` are persons. A publication's key ends in a part that carries letters or a year.
DBLP = r"(?:conf|journals|books|series|reference|phd|ms|tr|persons|www|data)(?:/[\w+-]{1,60}){1,3}"
OFFICE = "(?:AU|CA|CN|DE|EP|FR|GB|IL|IN|JP|KR|RU|TW|US|WO)"
# An application (18/651,218), a publication (2020/0123456), a grant (11,531,877), or the digits alone.
NUMBER = r"(?:[0-9]{2}/[0-9]{3},?[0-9]{3}|[0-9]{4}/[0-9]{6,7}|[0-9]{1,3}(?:,[0-9]{3}){2}|[0-9]{6,13}(?:\.[0-9X])?)"
KIND = "[ABCSUY][0-9]?"
# How an office is written in words, as in "U.S. Patent, 18/651,218".
_OFFICE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "china": "CN",
        "chinese": "CN",
        "european": "EP",
        "german": "DE",
        "japan": "JP",
        "japanese": "JP",
        "korea": "KR",
        "korean": "KR",
        "taiwan": "TW",
        "taiwanese": "TW",
        "united states": "US",
        "us": "US",
    }
)


def cut(text: str) -> str:
    """Return `text` up to the first bracket closed but never opened in it, without the sentence's punctuation.

    >>> cut("10.1016/0012-365X(79)90084-0).")
    '10.1016/0012-365X(79)90084-0'
    """
    opened: list[str] = []
    for place, char in enumerate(text):
        if char in "([{":
            opened.append(char)
        elif char in _OPENER:
            if not opened or opened.pop() != _OPENER[char]:
                text = text[:place]
                break
        elif char in ",;" and text.startswith("10.", place + 1):
            text = text[:place]
            break
    return text.rstrip(_TRAILING)


_DOI_FORM = re.compile(rf"(?:doi|info:doi/|urn:doi)?[\s:=]{{0,4}}(?P<id>{DOI})", re.IGNORECASE)
_DOI_RESOLVER = re.compile(r"(?:www\.)?(?:dx\.)?doi\.org/", re.IGNORECASE)


# A DOI in which nothing is to be cut, decoded or told apart, as nearly all are in dumps; not arXiv's, nor a pseudo-DOI.
_PLAIN_DOI = re.compile(r"10\.(?!5555/|48550/)[0-9]{4,9}/[A-Za-z0-9._/-]{0,250}[A-Za-z0-9-]")


def _doi(text: str) -> str | None:
    if _PLAIN_DOI.fullmatch(text):
        return text.lower()
    text = _DOI_RESOLVER.sub("", text, count=1)
    text = unquote(text) if "%" in text else text
    fit = _DOI_FORM.match(text.replace("&amp;", "&"))
    if not fit:
        return None
    value = re.sub(r"\\([_%&#])", r"\1", cut(fit["id"])).rstrip("/").lower()
    # 10.5555 is the prefix of ACM's pseudo-DOIs, which no resolver knows.
    if "/" not in value or value.startswith("10.5555/"):
        return None
    return re.sub(r"v[0-9]{1,2}\Z", "", value) if value.startswith(ARXIV_DOI) else value


_ARXIV_FORM = re.compile(rf"(?:arxiv[\s:]{{1,3}}|abs/)?(?P<id>{ARXIV})(?:\s?\[[\w.-]{{1,20}}\])?\Z", re.IGNORECASE)
ARXIV_DOI = "10.48550/arxiv."


def _arxiv(text: str) -> str | None:
    if text.lower().startswith(ARXIV_DOI):
        text = text[len(ARXIV_DOI) :]
    fit = _ARXIV_FORM.match(text.rstrip("."))
    if not fit:
        return None
    value = re.sub(r"v[0-9]{1,2}\Z", "", fit["id"].lower())
    archive, slash, number = value.partition("/")
    return archive.partition(".")[0] + slash + number if slash else value


_ACL_FORM = re.compile(ACL)


def _acl(text: str) -> str | None:
    text = text.removeprefix("acl:").strip()
    value = text.upper() if text[:1].isascii() and text[:1].isalpha() else text.lower()
    return value if _ACL_FORM.fullmatch(value) else None


_DBLP_FORM = re.compile(DBLP)


_CAPITAL_OR_DIGIT = re.compile("[A-Z0-9]")


def _dblp(text: str) -> str | None:
    value = text[5:] if text[:5].lower() == "dblp:" else text
    # A last part without capital or digit is a word ("journals/conferences/workshops") or a page, not a record.
    last = value.rfind("/") + 1
    return value if _DBLP_FORM.fullmatch(value) and _CAPITAL_OR_DIGIT.search(value, last) else None


def _isbn(text: str) -> str | None:
    digits = re.sub(r"\A(?:ISBN)?(?:-1[03])?:?", "", text.upper().replace(" ", "")).replace("-", "")
    if re.fullmatch("[0-9]{9}[0-9X]", digits):
        ten = sum((10 - place) * (10 if char == "X" else int(char)) for place, char in enumerate(digits))
        return _ean("978" + digits[:9]) if ten % 11 == 0 else None
    return digits if re.fullmatch("97[89][0-9]{10}", digits) and _ean(digits[:12]) == digits else None


def _ean(twelve: str) -> str:
    """Return twelve digits with their check digit (https://www.isbn-international.org/content/isbn-users-manual)."""
    total = sum(int(char) * (3 if place % 2 else 1) for place, char in enumerate(twelve))
    return f"{twelve}{-total % 10}"


_PATENT_FORM = re.compile(
    rf"(?P<office>{OFFICE}|[A-Z. ]{{2,16}}?)[ -]?(?:[A-Z]{{1,13}} )?(?:PATENTS?\b[^0-9]{{0,60}})?"
    rf"(?P<number>{NUMBER})[ -]?(?P<kind>{KIND})?"
)


def _patent(text: str) -> str | None:
    fit = _PATENT_FORM.fullmatch(text.upper())
    if not fit:
        return None
    words = fit["office"].replace(". ", "").replace(".", "").strip()
    office = words if re.fullmatch(OFFICE, words) else _OFFICE_WORDS.get(words.lower())
    number = fit["number"].replace(",", "")
    if re.fullmatch("[0-9]{4}/[0-9]+", number):
        number = number.replace("/", "")
    return f"{office}{number}{fit['kind'] or ''}" if office else None


def _matching(form: str) -> Callable[[str], str | None]:
    """Return the reader of identifiers that have one spelling and are taken as they are."""
    compiled = re.compile(form)
    return lambda text: text if compiled.fullmatch(text) else None


NORMAL: Mapping[Scheme, Callable[[str], str | None]] = MappingProxyType(
    {
        Scheme.DOI: _doi,
        Scheme.ARXIV: _arxiv,
        Scheme.ACL: _acl,
        Scheme.DBLP: _dblp,
        Scheme.PMLR: _matching(r"[vr][0-9]{1,4}/[\w-]{2,60}"),
        Scheme.OPENREVIEW: _matching(r"[\w-]{6,20}"),
        Scheme.IEEE: lambda text: text.lstrip("0") if re.fullmatch("[0-9]{5,9}", text) else None,
        Scheme.ISBN: _isbn,
        Scheme.PATENT: _patent,
    }
)
