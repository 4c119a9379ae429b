"""What DBLP says of a publication, whichever of its services says it, and the record that this makes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sources.identifiers import from_url, implied, normalize
from sources.markup import plain
from sources.names import read_name
from sources.record import Date, Identifier, Name, Record, Relation, Scheme, Type

# By what DBLP's search, its XML and its RDF call the same kinds (https://dblp.org/faq/16154937.html).
_TYPES: dict[str, Type] = {
    "article": Type.ARTICLE,
    "book": Type.BOOK,
    "books and theses": Type.BOOK,
    "conference and workshop papers": Type.PAPER,
    "data": Type.DATASET,
    "data and artifacts": Type.DATASET,
    "editorship": Type.BOOK,
    "incollection": Type.CHAPTER,
    "informal": Type.PREPRINT,
    "informal and other publications": Type.PREPRINT,
    "inproceedings": Type.PAPER,
    "journal articles": Type.ARTICLE,
    "mastersthesis": Type.THESIS,
    "parts in books or collections": Type.CHAPTER,
    "phdthesis": Type.THESIS,
    "proceedings": Type.BOOK,
    "reference": Type.CHAPTER,
    "reference works": Type.CHAPTER,
    "withdrawn": Type.PREPRINT,
    "withdrawn items": Type.PREPRINT,
}
_PREPRINT_SERIES = ("journals/corr/", "journals/eccc/", "journals/iacr/")
_INFORMAL = frozenset({"informal", "informal and other publications", "withdrawn", "withdrawn items"})
_EDITED = frozenset({"editorship", "proceedings"})
# What a volume of papers is called, whoever describes it.
_VOLUME = "proceedings"
_WITHDRAWN = frozenset({"withdrawn", "withdrawn items"})
# Links that name the publication itself; one to arXiv beside a conference paper names its preprint.
NAMING = frozenset({Scheme.DOI, Scheme.ACL, Scheme.IEEE, Scheme.OPENREVIEW, Scheme.PMLR})
_YEAR = re.compile(r"\s*([12][0-9]{3})\b.*", re.DOTALL)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_CORR_VOLUME = re.compile(r"abs/(?P<id>\S{5,30})")


class Said(NamedTuple):
    """The fields of one DBLP entry, as they came.

    `kind` is the service's own word for the type, `within` the key of the volume that the entry is a part of.
    """

    key: str
    kind: str = ""
    title: str = ""
    author: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()
    venue: str = ""
    series: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    year: str = ""
    doi: str = ""
    isbn: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    within: str = ""


def record_of(said: Said) -> Record | str:
    """Return the record, or a sentence that says why there is none."""
    title = title_of(said.title)
    if not title:
        return f"dblp {said.key}: no title"
    if said.kind == "www" or said.key.startswith("homepages/"):
        return f"dblp {said.key}: a person's page, not a publication"
    identifiers = _identifiers(said)
    edited = said.kind in _EDITED and not said.editor
    return Record(
        type=_type(said),
        title=title,
        author=() if edited else tuple(map(_person, said.author)),
        editor=tuple(map(_person, said.author if edited else said.editor)),
        issued=issued_in(said.year),
        container_title=repeated(said.venue),
        collection_title=repeated(said.series),
        volume=plain(said.volume),
        issue=plain(said.number),
        page=plain(said.pages),
        publisher=repeated(said.publisher),
        genre=_VOLUME if said.kind in _EDITED else "",
        identifiers=identifiers,
        relations=_relations(said, identifiers),
        urls=addresses_of(said.links),
        source="dblp",
        key=said.key,
    )


def addresses_of(links: tuple[str, ...]) -> tuple[str, ...]:
    """Return the links that are addresses, each once."""
    found = [link for link in links if _ADDRESS.fullmatch(link)]
    return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))


def _relations(said: Said, identifiers: tuple[Identifier, ...]) -> tuple[Relation, ...]:
    """Return that the entry was withdrawn, and the volume that it is in."""
    within = part_of(said.within) if said.within else ()
    if said.kind in _WITHDRAWN and identifiers:
        return (Relation("withdrawal", identifiers[0], "by", "dblp"), *within)
    return within


# The same names, venues and volumes come again and again in a dump; each cache holds some megabytes.
@lru_cache(maxsize=2**16)
def _person(text: str) -> Name:
    return read_name(plain(text))


@lru_cache(maxsize=2**13)
def repeated(text: str) -> str:
    """Return a text that many entries share, without markup."""
    return plain(text)


@lru_cache(maxsize=2**10)
def issued_in(text: str) -> Date | None:
    """Return the date that a year spells."""
    year = _YEAR.fullmatch(text)
    return Date(int(year[1])) if year else None


@lru_cache(maxsize=2**13)
def part_of(key: str) -> tuple[Relation, ...]:
    """Return the relation to the volume with a key, if it is one."""
    volume = normalize(Scheme.DBLP, key)
    return (Relation("is-part-of", volume),) if volume else ()


def title_of(text: str) -> str:
    """Return a title without the full stop that DBLP puts after each; an ellipsis or abbreviation keeps its own."""
    title = plain(text)
    return title[:-1].rstrip() if title.endswith(".") and not title.endswith("..") else title


def _type(said: Said) -> Type:
    # A volume of papers is one wherever it lies, on arXiv too (journals/corr/2013).
    if said.kind in _EDITED:
        return Type.BOOK
    # Meetings without proceedings of their own, as ICLR until 2015, lie there too, as papers in a volume.
    if said.key.startswith(_PREPRINT_SERIES) and _TYPES.get(said.kind) is not Type.PAPER:
        return Type.PREPRINT
    if said.key.startswith("phd/"):
        return Type.THESIS
    if said.kind in _INFORMAL and not said.kind.startswith("withdrawn"):
        in_series = {"conf": Type.PAPER, "journals": Type.ARTICLE, "tr": Type.REPORT}
        return in_series.get(said.key.partition("/")[0], Type.PREPRINT)
    return _TYPES.get(said.kind, Type.OTHER)


def _identifiers(said: Said) -> tuple[Identifier, ...]:
    """Return what names this entry: its DOI, its key where that is a real one, and what follows from these."""
    preprint = said.key.startswith("journals/corr/")
    own = [normalize(Scheme.DOI, said.doi)] if said.doi else []
    for link in said.links:
        found = from_url(link)
        if found and (found.scheme in NAMING or (preprint and found.scheme is Scheme.ARXIV)):
            own.append(found)
    volume = _CORR_VOLUME.fullmatch(said.volume) if preprint else None
    if volume:
        own.append(normalize(Scheme.ARXIV, volume["id"]))
    own.append(normalize(Scheme.DBLP, said.key))
    own.extend(normalize(Scheme.ISBN, text) for text in said.isbn)
    present = [identifier for identifier in own if identifier]
    others = [other for one in present for other in implied(one)]
    if others or len(present) > 2 or (len(present) == 2 and present[0].scheme is present[1].scheme):
        return tuple(dict.fromkeys(present + others))
    return tuple(present)
