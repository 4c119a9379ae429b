"""Structured rows to claims: the fields of a BibTeX entry, a CSL item or a table's row as a `Record`.

`reconcile.parse.fields.record_of_fields` knows every field's every name, and takes half a millisecond. Most entries
have a dozen plain fields, for which the short way here gives the very same record in a tenth of that
(`tests/test_streaming_claims.py` holds the two together); whatever is out of the ordinary goes the long way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from reconcile.documents.bib.kinds import KINDS
from reconcile.lexicon.states import is_state, without_state
from sources.et_al import is_et_al
from sources.identifiers import from_url, normalize
from sources.months import SHORT
from sources.name_words import AND, PARTICLES, SPECIAL
from sources.names import read_name
from sources.record import Date, Identifier, Name, Record, Scheme, Type
from sources.text import ANY_YEAR

Fields = tuple[tuple[str, str], ...]

ENTRY_TYPE = "ENTRYTYPE"
KEY = "ID"

# The types of entries, but for theses, whose school is their container.
_TYPES: Mapping[str, Type] = MappingProxyType(
    {"": Type.OTHER} | {name: kind.claims for name, kind in KINDS.items() if kind.claims is not Type.THESIS}
)
# The fields that the short way reads, and those of which nothing is read either way.
_READ = frozenset(
    f"{ENTRY_TYPE} {KEY} title author editor journal booktitle year month volume number pages series publisher doi url"
    .split()
)  # fmt: skip
_UNREAD = frozenset("abstract address bibsource biburl issn keywords language location timestamp".split())
_MONTHS = {name: place for place, name in enumerate(SHORT, start=1)}
_PEOPLE = ("author", "editor")
_PARTS_PERSONS = frozenset(';\n|[]"&')  # what is in a list of people only where it is no plain one
_JSON = ("[", '{"')  # a list of names or a date, as the reader of JSON passes them on
_DIGIT = re.compile(r"\d")
_MAY_NAME_A_WORK = re.compile(r"[\d/:]")  # without these no identifier stands in a text
_MAY_BE_ARXIV = re.compile(r"/|\d{4}\.\d{4}|arxiv", re.IGNORECASE)  # abs/1502.03167, where a volume or pages should be
_BRACKET = "]"  # behind a title perhaps the word of a link, `[PDF]`
_WITH_ISSUE = re.compile(r"\d\s?\(")  # `3(2)`
_SHORT_NUMBER = re.compile(r"[\d -]{0,4}")
_PLAIN_DOI = re.compile(r"10\.\d{4,5}/(?:v1/)?[A-Za-z0-9.()_-]*[A-Za-z0-9]")
_DASHES = re.compile(r"\s?[-–—]{1,3}\s?")
_BRACES = re.compile(r"[{}]")
_GIVEN = r"(?:[A-Z][a-z]+|[A-Z]\.)(?: [A-Z][a-z]+| [A-Z]\.){0,3}"
_IN_ORDER = re.compile(rf"({_GIVEN}) ([A-Z][a-z]+)")
_INVERTED = re.compile(rf"([A-Z][a-z]+), ({_GIVEN})")
# Words besides which a name is read by all the rules.
SPECIAL_WORDS = SPECIAL | PARTICLES | {"others"}


def claim_of(fields: Fields) -> Record:
    """Return the claim that fields make; their names are BibTeX's, CSL's, or a table's headers."""
    return _short(dict(reversed(fields))) or _long(fields)


def _long(fields: Fields) -> Record:
    # Here, because the readers that it stands among take a second to load and plain entries need none of them.
    from reconcile.parse.fields import record_of_fields

    claim, venue, _ = record_of_fields(fields)
    if claim.container_title or not venue:
        return claim
    return replace(claim, container_title=" ".join(venue.partition("\n")[0].split()))


def _short(named: Mapping[str, str]) -> Record | None:
    """Return the claim of an entry in which every field is as plain as can be; None for any other."""
    if any(name not in _READ for name, value in named.items() if value and name not in _UNREAD):
        return None
    if any(value.startswith(_JSON) for value in named.values()) or any("{" in named.get(name, "") for name in _PEOPLE):
        return None  # a list of JSON, or a group in braces
    named = {
        name: (_BRACES.sub("", value) if "{" in value or "}" in value else value).strip()
        for name, value in named.items()
    }
    container = without_state(named.get("journal") or named.get("booktitle") or "")
    container = "" if is_state(container) else container
    issued = _issued(named.get("year", ""), named.get("month", ""))
    kind = _TYPES.get(named.get(ENTRY_TYPE, ""))
    author, editor = _people(named.get("author", "")), _people(named.get("editor", ""))
    identifiers = _identifiers(named)
    if kind is Type.BOOK and named.get("booktitle"):
        return None  # which may be its own title
    if kind is None or author is None or editor is None or identifiers is None or _is_odd(named, container, issued):
        return None
    publisher = named.get("publisher", "")
    return Record(
        type=kind,
        title=without_state(" ".join(named.get("title", "").rstrip(" .").split())),
        author=author[0],
        author_et_al=author[1],
        editor=editor[0],
        issued=issued,
        container_title=" ".join(container.split()),
        collection_title=named.get("series", ""),
        volume=named.get("volume", ""),
        issue=named.get("number", ""),
        page=_DASHES.sub("-", named.get("pages", "")),
        publisher="" if publisher == container else publisher,
        identifiers=identifiers,
        urls=(named["url"],) if named.get("url") else (),
        source="claim",
    )


def _is_odd(named: Mapping[str, str], container: str, issued: Date | None) -> bool:
    """Say whether a field holds what only the long way understands."""
    undated = not issued and (named.get("year") or named.get("month") or _DIGIT.search(container))
    return bool(
        undated
        or container[:2] in ("In", "in")
        or _MAY_NAME_A_WORK.search(named.get("journal", ""))
        or any(_MAY_BE_ARXIV.search(named.get(name, "")) for name in ("volume", "pages"))
        or named.get("title", "").endswith(_BRACKET)
        or _WITH_ISSUE.search(named.get("volume", ""))
        or _WITH_ISSUE.search(named.get("booktitle", ""))
        or not _SHORT_NUMBER.fullmatch(named.get("number", ""))
    )


def _issued(year: str, month: str) -> Date | None:
    if not ANY_YEAR.fullmatch(year) or (month and month.lower() not in _MONTHS):
        return None
    return Date(int(year), _MONTHS[month.lower()] if month else 0)


def _identifiers(named: Mapping[str, str]) -> tuple[Identifier, ...] | None:
    """Return the identifiers of a plain DOI, DBLP's key and a plain URL; None where DOI or URL is not plain."""
    doi, key, url = named.get("doi", ""), named.get(KEY, ""), named.get("url", "")
    if (doi and not _PLAIN_DOI.fullmatch(doi)) or (url and (" " in url or not url.startswith("http"))):
        return None
    found = (
        normalize(Scheme.DOI, doi) if doi else None,
        normalize(Scheme.DBLP, key) if "/" in key else None,
        from_url(url) if url else None,
    )
    return tuple(dict.fromkeys(identifier for identifier in found if identifier))


def _people(text: str) -> tuple[tuple[Name, ...], bool] | None:
    """Return the names of `Gao, Lei and Yue Niu and others`, and whether others follow; None for any other list."""
    if not text:
        return (), False
    if any(mark in text for mark in _PARTS_PERSONS):
        return None
    parts = [part.strip() for part in AND.split(text) if part.strip()]
    first = parts[0].split(",") if parts else []
    if len(first) > 3 or (len(first) > 1 and " " in first[0].strip()):
        return None  # commas may part persons here
    et_al = bool(parts) and parts[-1].lower() == "others"
    if any(map(_may_be_et_al, parts[: len(parts) - et_al])):
        return None
    return tuple(map(_name, parts[:-1] if et_al else parts)), et_al


def _may_be_et_al(part: str) -> bool:
    return "et al" in part or is_et_al(part)


@lru_cache(maxsize=4096)
def _name(text: str) -> Name:
    """Return the name that `text` spells, at once where it is plainly `Given M. Family` or `Family, Given M.`."""
    inverted = _INVERTED.fullmatch(text)
    fit = inverted or _IN_ORDER.fullmatch(text)
    if fit is None or not SPECIAL_WORDS.isdisjoint(text.lower().replace(".", "").replace(",", "").split()):
        return read_name(text)
    return Name(fit[1], fit[2]) if inverted else Name(fit[2], fit[1])
