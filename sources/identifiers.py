"""Identifiers out of fields (`normalize`), URLs (`from_url`) and running text (`find`), and what follows from one.

A value in its normal form has one spelling: a DOI in lower case without resolver, an arXiv id without version
(`2312.06532`, `cs/0112017`), an ACL Anthology id as the Anthology writes it (`2024.findings-naacl.132`,
`P18-1007`), a DBLP key as it is, an ISBN as 13 digits, a patent as office, number and kind (`US11531877B2`;
an application keeps its slash: `US18/651218`). This is the only module that makes an `Identifier` out of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sources.addresses import RESOLVER, address, parts_of_url
from sources.normal_forms import ACL, ARXIV, ARXIV_DOI, DBLP, DOI, KIND, NORMAL, NUMBER, OFFICE, cut
from sources.record import Identifier, Scheme
from sources.text import HYPHENS

__all__ = [
    "Found",
    "acl_of_doi",
    "address",
    "arxiv_of_dblp",
    "arxiv_of_doi",
    "as_written",
    "dblp_of_arxiv",
    "doi_of_arxiv",
    "find",
    "from_url",
    "implied",
    "normal",
    "normalize",
    "year_of_arxiv",
]


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier in running text: characters `start` to `end` (half open) of it."""

    identifier: Identifier
    start: int
    end: int


_URL = re.compile(
    r"(?<![\w@])(?:https?://|(?:www\.|dx\.|export\.)?(?:arxiv\.org|aclanthology\.org|aclweb\.org|doi\.org|dl\.acm\.org"
    r"|dblp\.org|dblp\.uni-trier\.de|ieeexplore\.ieee\.org|openreview\.net|proceedings\.mlr\.press)/)"
    r"[^\s<>\"“”|`^]{1,2000}",
    re.IGNORECASE,
)
_MAY_HOLD_ONE = re.compile(r"[\d/]")  # no form of an identifier and no URL is without these
# What running text says of identifiers, each with the group `id`; where two overlap the earlier row wins.
_FORMS: tuple[tuple[Scheme, re.Pattern[str]], ...] = (
    (Scheme.DOI, re.compile(rf"(?<![0-9.])(?P<id>{DOI})", re.IGNORECASE)),
    (
        Scheme.ARXIV,
        re.compile(
            r"(?<![a-z])(?:arxiv|corr|e-?print)(?:[^\w\n]{1,5}(?:preprint|e-?print|id|abs|arxiv|cs|no)\b){0,3}"
            rf"[^\w\n]{{0,5}}(?P<id>{ARXIV})",
            re.IGNORECASE,
        ),
    ),
    (Scheme.ARXIV, re.compile(rf"(?<![\w/])abs/(?P<id>{ARXIV})", re.IGNORECASE)),
    # R01 is the NIH's word for a grant, and no volume of the Anthology.
    (Scheme.ACL, re.compile(rf"(?<![\w./-])(?!R01-)(?P<id>{ACL})(?![\w-])")),
    (Scheme.DBLP, re.compile(rf"\bDBLP:(?P<id>{DBLP})(?![\w/])")),
    (
        Scheme.DBLP,
        re.compile(
            r"(?<![\w/.:-])(?P<id>(?:conf|journals|books|series|reference)(?:/[a-z0-9-]{1,40}){1,2}/[\w+-]{1,60})(?![\w/])"
        ),
    ),
    (
        Scheme.ISBN,
        re.compile(
            r"(?<![a-z])isbn(?:[- ]?1[03](?![0-9]))?[^\w\n]{0,4}(?P<id>[0-9](?:[ -]?[0-9]){8,11}[ -]?[0-9x])(?![0-9])",
            re.IGNORECASE,
        ),
    ),
    (
        Scheme.IEEE,
        re.compile(
            r"\b(?:ieee (?:xplore )?(?:document|article)(?: number| no\.?)?|arnumber)[ :=#]{1,3}(?P<id>[0-9]{5,9})\b",
            re.IGNORECASE,
        ),
    ),
    (Scheme.PATENT, re.compile(rf"(?<![\w-])(?P<id>{OFFICE}[ -]?{NUMBER}[ -]?{KIND})(?!\w)")),
    (Scheme.PATENT, re.compile(rf"(?<![\w-])(?P<id>WO ?[0-9]{{4}}/[0-9]{{6}}|{OFFICE}[0-9]{{7,13}})(?![\w/-])")),
    (
        Scheme.PATENT,
        re.compile(
            r"(?<!\w)(?P<id>(?:u\. ?s\.|us|united states|chinese|china|european|german|japanese|japan|korean|korea"
            r"|taiwanese|taiwan) (?:provisional |utility |invention )?patents?"
            r"(?:[^\w\n]{1,3}(?:application|appl?|no|nr|number|serial|pending|publication|pub|filed|granted|us)\b){0,4}"
            rf"[^\w\n]{{1,3}}{NUMBER}(?:[ -]?{KIND})?)(?!\w)",
            re.IGNORECASE,
        ),
    ),
)


def normalize(scheme: Scheme, text: str) -> Identifier | None:
    """Return the identifier that a field's text holds, in its normal form, or None where it holds none.

    >>> str(normalize(Scheme.DOI, "doi:10.1109/ICCD.2015.7357097."))
    'doi:10.1109/iccd.2015.7357097'
    >>> normalize(Scheme.DBLP, "unseen/aep-2017") is None
    True
    """
    text = (text if text.isascii() else text.translate(HYPHENS)).strip()
    if "://" in text:
        found = from_url(text)
        return found if found and found.scheme is scheme else None
    value = NORMAL[scheme](text)
    return Identifier(scheme, value) if value else None


def normal(identifier: Identifier) -> Identifier | None:
    """Return an identifier that somebody else made in its normal form, or None where it is none of its scheme.

    >>> str(normal(Identifier(Scheme.DOI, "https://doi.org/10.1109/CVPR.2016.90")))
    'doi:10.1109/cvpr.2016.90'
    """
    return normalize(Scheme(identifier.scheme), identifier.value)


def from_url(url: str) -> Identifier | None:
    """Return the identifier that a URL stands for, or None.

    >>> str(from_url("https://proceedings.mlr.press/v139/he21a/he21a.pdf"))
    'pmlr:v139/he21a'
    """
    url = (url if url.isascii() else url.translate(HYPHENS)).strip()
    resolved = RESOLVER.fullmatch(url)
    if resolved:
        value = NORMAL[Scheme.DOI](resolved[1])
        return Identifier(Scheme.DOI, value) if value else None
    for scheme, text in parts_of_url(url):
        value = NORMAL[scheme](text)
        if value:
            return Identifier(scheme, value)
    return None


def find(text: str) -> tuple[Found, ...]:
    """Return the identifiers of running text, and of the URLs in it, in the order in which they stand there.

    >>> [str(found.identifier) for found in find("(doi:10.1109/ICCD.2015.7357097), arXiv:2312.06532v3.")]
    ['doi:10.1109/iccd.2015.7357097', 'arxiv:2312.06532']
    """
    if _MAY_HOLD_ONE.search(text) is None:
        return ()
    plain = text.translate(HYPHENS)
    found = sorted(_candidates(plain), key=lambda each: (each[0], each[1]))
    kept: list[Found] = []
    reach = 0
    for start, _, end, identifier in found:
        if start < reach:
            continue
        reach = end
        if identifier:
            kept.append(Found(identifier, start, end))
    return tuple(kept)


def _candidates(text: str) -> Iterator[tuple[int, int, int, Identifier | None]]:
    """Yield start, rank of the form, end and identifier; a URL without an identifier holds its ground too."""
    for match in _URL.finditer(text):
        url = cut(match[0])
        identifier = from_url(url)
        yield match.start(), 0, match.start() + len(url), None if _is_torn(identifier, match) else identifier
    for rank, (scheme, form) in enumerate(_FORMS, start=1):
        for match in form.finditer(text):
            written = cut(match["id"])
            identifier = normalize(scheme, written)
            if identifier and not _is_torn(identifier, match):
                yield match.start("id"), rank, match.start("id") + len(written), identifier


# What a DOI goes on with behind a blank, where a mark stands before it that ends none: letters with a digit, no year.
_REST_OF_DOI = re.compile(r"\s{1,9}(?!(?:19|20)[0-9]{2}\b)[\w.()-]{0,40}[0-9]")


def _is_torn(identifier: Identifier | None, match: re.Match[str]) -> bool:
    """Say whether a DOI is cut by a blank (`10.18653/v1/ P17-1171`), so that what was read is another's or none."""
    if identifier is None or identifier.scheme is not Scheme.DOI or match[0][-1] not in "/_-":
        return False
    return _REST_OF_DOI.match(match.string, match.end()) is not None


_ACL_DOI = re.compile(rf"(?:10\.18653|10\.3115)/v1/(?P<id>{ACL})", re.IGNORECASE)
_FIRST_OF_ARXIV = 91  # 1991
_CORR = "journals/corr/"
_CORR_KEY = re.compile(
    r"journals/corr/abs-(?P<new>[0-9]{4}-[0-9]{4,5})|journals/corr/(?P<old>[a-z]{2,8}(?:-[a-z]{2,3})?)-(?P<number>[0-9]{7})"
)
# DBLP gave CoRR papers of these months name keys (journals/corr/KingmaB14), which no rule can tell.
_NAMED_CORR = ("1302", "1708")


def arxiv_of_doi(doi: str) -> Identifier | None:
    """Return the arXiv id of a DataCite DOI of arXiv (10.48550/arXiv.ID), or None for another DOI."""
    found = normalize(Scheme.DOI, doi)
    return normalize(Scheme.ARXIV, found.value) if found and found.value.startswith(ARXIV_DOI) else None


def as_written(value: str, text: str) -> str:
    """Return a DOI with the capitals that a text gives it: it is the same DOI, and publishers print some in capitals.

    >>> as_written("10.18653/v1/d18-1259", "https://doi.org/10.18653/v1/D18-1259")
    '10.18653/v1/D18-1259'
    """
    at = text.lower().find(value)
    return text[at : at + len(value)] if at >= 0 else value


def year_of_arxiv(arxiv: str) -> int | None:
    """Return the year in which arXiv gave an identifier, which begins with year and month; None for no identifier.

    >>> year_of_arxiv("1810.04805"), year_of_arxiv("cs/9901001")
    (2018, 1999)
    """
    number = arxiv.rpartition("/")[2]
    if not number[:4].isdecimal():
        return None
    year = int(number[:2])
    return year + (1900 if year >= _FIRST_OF_ARXIV else 2000)


def doi_of_arxiv(arxiv: str) -> Identifier | None:
    """Return the DOI that DataCite gives an arXiv id."""
    found = normalize(Scheme.ARXIV, arxiv)
    return normalize(Scheme.DOI, ARXIV_DOI + found.value) if found else None


def arxiv_of_dblp(key: str) -> Identifier | None:
    """Return the arXiv id of a CoRR key of DBLP (`journals/corr/abs-2312-06532`), or None for another key."""
    found = normalize(Scheme.DBLP, key)
    fit = _CORR_KEY.fullmatch(found.value) if found else None
    if not fit:
        return None
    return normalize(Scheme.ARXIV, fit["new"].replace("-", ".") if fit["new"] else f"{fit['old']}/{fit['number']}")


def dblp_of_arxiv(arxiv: str) -> Identifier | None:
    """Return the key that DBLP gives an arXiv id if it knows the paper; None where its keys follow no rule."""
    found = normalize(Scheme.ARXIV, arxiv)
    if not found:
        return None
    if "/" in found.value:
        return normalize(Scheme.DBLP, _CORR + found.value.replace("/", "-"))
    # Two-digit years sort as text: arXiv's new style began with 0704.
    if _NAMED_CORR[0] <= found.value[:4] < _NAMED_CORR[1]:
        return None
    return normalize(Scheme.DBLP, _CORR + "abs-" + found.value.replace(".", "-"))


def acl_of_doi(doi: str) -> Identifier | None:
    """Return the ACL Anthology id that a DOI of the ACL spells (10.18653/v1/ID), or None for another DOI."""
    found = normalize(Scheme.DOI, doi)
    fit = _ACL_DOI.fullmatch(found.value) if found else None
    return normalize(Scheme.ACL, fit["id"]) if fit else None


def _has_any(value: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 -- twice as fast as any() over so few, for each identifier of a dump
        if sign in value:
            return True
    return False


# What the few identifiers have in them from which another follows, by scheme.
_IMPLYING: dict[Scheme, tuple[str, ...]] = {
    Scheme.DOI: ("arxiv", "/v1/", "%", "&"),
    Scheme.ARXIV: ("",),
    Scheme.DBLP: (_CORR,),
}


def implied(identifier: Identifier) -> tuple[Identifier, ...]:
    """Return the other identifiers that the same publication certainly has.

    >>> [str(other) for other in implied(Identifier(Scheme.DBLP, "journals/corr/abs-2312-06532"))]
    ['arxiv:2312.06532', 'doi:10.48550/arxiv.2312.06532']
    """
    value = identifier.value
    signs = _IMPLYING.get(identifier.scheme)
    if signs is None or not _has_any(value.lower() if identifier.scheme is Scheme.DOI else value, signs):
        return ()
    match identifier.scheme:
        case Scheme.DOI:
            others = (arxiv_of_doi(value), acl_of_doi(value))
        case Scheme.ARXIV:
            others = (doi_of_arxiv(value), None)
        case Scheme.DBLP:
            arxiv = arxiv_of_dblp(value)
            others = (arxiv, doi_of_arxiv(arxiv.value) if arxiv else None)
        case _:
            others = (None, None)
    return tuple(other for other in others if other)
