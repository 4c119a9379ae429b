"""Identifiers that nothing can have: DOIs, arXiv numbers and ISBNs that are given and are none.

What plainly means that there is none (`n/a`), and what can be read all the same (`doi:10.…`, an address), is not meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reconcile.documents.fields.columns import key_of
from reconcile.lexicon.fillers import is_sample
from sources.identifiers import Found, find, normalize
from sources.record import Scheme
from sources.text import fold

Malformed = tuple[Scheme, str]

_FIELDS = {"doi": Scheme.DOI, "eprint": Scheme.ARXIV, "arxivid": Scheme.ARXIV, "isbn": Scheme.ISBN}
# How a field says that there is none, folded.
_NONE = frozenset(
    "|0|doi|isbn|kein|keine|missing|n a|na|nan|nil|no|no doi|none|not applicable|not assigned|not available|not yet"
    "|null|pending|s n|unknown".split("|")
)
# What is meant for a DOI: it begins with a number, as each does, or behind the resolver's address.
_MEANT = re.compile(r"\s*(?:https?://)?(?:(?:dx\.)?doi\.org/|(?:doi|isbn|arxiv)\s?:?\s?)?\d", re.IGNORECASE)
_RESOLVER = re.compile(r"\s*(?:https?://)?(?:dx\.)?doi\.org/?", re.IGNORECASE)
# A blank amid a number, of which only what stands before it would be read: `10.1145/3038912. 3052`.
_TORN = re.compile(r"\S[./_-]\s+[\w.-]*\d[\w.-]*\s*\Z|/\S*\d\s+[\d.-]+\s*\Z")
# What a text says of a DOI, an arXiv number or an ISBN; what a line's end may have torn is left out.
_SAID: tuple[tuple[Scheme, re.Pattern[str]], ...] = (
    (
        Scheme.DOI,
        re.compile(
            r"(?<![\w/])(?:(?:https?://)?(?:dx\.)?doi\.org/|doi\s?[:=]\s?)"
            r"(?P<id>[\do]{1,3}\.[\do.]{3,9}(?:/|\.(?=[a-z]))[^\s<>\"”]{0,200})",
            re.IGNORECASE,
        ),
    ),
    (Scheme.ARXIV, re.compile(r"(?<![\w/])arxiv\s?:\s?(?P<id>\d{4}\.\d{3,6})(?:v\d)?(?![\d.]?\d)", re.IGNORECASE)),
    (
        Scheme.ISBN,
        re.compile(
            r"(?<!\w)isbn(?:[- ]?1[03](?!\d))?[: ]{1,2}(?P<id>\d(?:-?[\dx]){9,14})(?![\w-])",
            re.IGNORECASE,
        ),
    ),
)
# What stands at the end of a DOI that goes on behind a blank.
_TORN_OFF = re.compile(r"[./_-]\Z")
_UNREGISTERED = "10.5555/"  # numbers of ACM in the form of a DOI, which its pages give
# What stands for an ISBN, rightly or not, without what parts its signs: some too few or too many, an X amid them.
_AS_ISBN = re.compile(r"(?=\w{10,15}\Z)\d{3,12}x?\d{0,12}[\dx]", re.IGNORECASE)
# What parts the ISBNs of a volume's forms: `… (print), …`, `… / …`, `… and …`; and blanks, where each is whole.
_BETWEEN_ISBNS = re.compile(r"\([^()]*\)|[,;/&|]|\band\b", re.IGNORECASE)
# A DOI as shortdoi.org shortens it, which stands for one and says nothing of it.
_SHORT_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/(?:10/)?|(?:doi:\s?)?10/)(?=\w{0,9}\d)[a-z0-9]{3,10}", re.IGNORECASE
)
_LONGEST = 500  # characters of what may be meant for an identifier
_LONGER = "1501"  # the month from which arXiv's numbers have five digits and no longer four
_NUMBER = re.compile(r"(\d{4})\.(\d+)")


def means_none(value: str) -> bool:
    """Say whether a field's value says that the work has no such identifier.

    >>> means_none("DOI: n/a"), means_none("--"), means_none("forthcoming 1")
    (True, True, False)
    """
    folded = fold(value)
    return folded in _NONE or folded.removeprefix("doi ") in _NONE


def is_given(scheme: Scheme, value: str) -> bool:
    """Say whether a field holds what its scheme gives: identifiers, be it several, or a short form of one.

    >>> is_given(Scheme.ISBN, "978-3-16-148410-0 (print) / 3-16-148410-X"), is_given(Scheme.DOI, "10/gftg5x")
    (True, True)
    """
    if scheme is Scheme.DOI and _SHORT_DOI.fullmatch(value.strip()):
        return True
    if scheme is not Scheme.ISBN or normalize(scheme, value):
        return normalize(scheme, value) is not None
    return all(normalize(scheme, isbn) for isbn in _isbns(value))


def _isbns(value: str) -> list[str]:
    """Return what a field holds for ISBNs: one for each of a volume's forms."""
    parts = [part.strip() for part in _BETWEEN_ISBNS.split(value)]
    found: list[str] = []
    for part in filter(None, parts):
        words = part.split()
        found += words if all(normalize(Scheme.ISBN, word) for word in words) else [part]
    return found


def is_malformed(scheme: Scheme, value: str) -> bool:
    """Say whether a value that is meant for an identifier is none that could be given.

    >>> is_malformed(Scheme.DOI, "10.1137/??"), is_malformed(Scheme.DOI, "doi:10.1137/1.97")
    (True, False)
    >>> is_malformed(Scheme.ARXIV, "2013.01234"), is_malformed(Scheme.ARXIV, "2001.0123")
    (True, True)
    """
    if (
        len(value) > _LONGEST
        or means_none(value)
        or not (_MEANT.match(value) or _RESOLVER.match(value) or is_sample("doi", value))
    ):
        return False
    if scheme is Scheme.ISBN:
        return any(map(_is_no_isbn, _isbns(value)))
    if found := normalize(scheme, value):
        return _is_impossible(found.value) if scheme is Scheme.ARXIV else _TORN.search(value) is not None
    return not (find(value) or value.startswith(_UNREGISTERED) or is_given(scheme, value))


def _is_no_isbn(value: str) -> bool:
    digits = re.sub(r"\W|isbn", "", value, flags=re.IGNORECASE)
    return _AS_ISBN.fullmatch(digits) is not None and normalize(Scheme.ISBN, value) is None


def _is_impossible(number: str) -> bool:
    """Say whether an arXiv number has four digits where all have five, or the reverse."""
    fit = _NUMBER.fullmatch(number)
    return fit is not None and (fit[1] >= _LONGER and fit[1] < "91") is not (len(fit[2]) > 4)


def malformed_in_fields(fields: Iterable[tuple[str, str]]) -> tuple[Malformed, ...]:
    """Return the identifiers of an entry of fields that are none."""
    named = {key_of(name): value.strip() for name, value in reversed(list(fields))}
    archive = fold(named.get("archiveprefix", "") or named.get("eprinttype", ""))
    return tuple(
        (scheme, value)
        for name, scheme in _FIELDS.items()
        if (value := named.get(name, "")) and (name != "eprint" or archive == "arxiv") and is_malformed(scheme, value)
    )


def malformed_in(text: str, found: Sequence[Found]) -> tuple[Malformed, ...]:
    """Return the identifiers that a text names as such and that are none; `found` are those that it has.

    >>> malformed_in("Sheep Letters, 2018. doi: 10.1137/??", ())
    ((<Scheme.DOI: 'doi'>, '10.1137/??'),)
    """
    return tuple(_said(text, {one.start for one in found}))


def _said(text: str, read: set[int]) -> Iterator[Malformed]:
    for scheme, pattern in _SAID:
        for fit in pattern.finditer(text):
            value = fit["id"].rstrip(".,;)]}")
            torn = scheme is Scheme.DOI and _TORN_OFF.search(fit["id"]) and text[fit.end() :].strip()
            if not torn and (scheme is Scheme.ARXIV or fit.start("id") not in read) and is_malformed(scheme, value):
                yield scheme, value
