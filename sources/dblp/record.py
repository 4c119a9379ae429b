"""What DBLP says of a publication, whichever of its services says it, and the record that this makes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sources.identifiers import from_url, implied, normalize
from sources.markup import plain
from sources.names import read_name
from sources.record import Date, Identifier, Record, Relation, Scheme, Type

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
_WITHDRAWN = frozenset({"withdrawn", "withdrawn items"})
# Links that name the publication itself; one to arXiv beside a conference paper names its preprint.
_NAMING = frozenset({Scheme.DOI, Scheme.ACL, Scheme.IEEE, Scheme.OPENREVIEW, Scheme.PMLR})
_CORR_VOLUME = re.compile(r"abs/(?P<id>\S{5,30})")


@dataclass(frozen=True, slots=True)
class Said:
    """The fields of one DBLP entry, as they came; `kind` is the service's own word for the type."""

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


def record_of(said: Said) -> Record | str:
    """Return the record, or a sentence that says why there is none."""
    title = _title(said.title)
    if not title:
        return f"dblp {said.key}: no title"
    if said.kind == "www" or said.key.startswith("homepages/"):
        return f"dblp {said.key}: a person's page, not a publication"
    identifiers = _identifiers(said)
    year = re.fullmatch(r"\s*([12][0-9]{3})\b.*", said.year, re.DOTALL)
    edited = said.kind in _EDITED and not said.editor
    withdrawn = said.kind in _WITHDRAWN and identifiers
    return Record(
        type=_type(said),
        title=title,
        author=() if edited else tuple(read_name(plain(name)) for name in said.author),
        editor=tuple(read_name(plain(name)) for name in (said.author if edited else said.editor)),
        issued=Date(int(year[1])) if year else None,
        container_title=plain(said.venue),
        collection_title=plain(said.series),
        volume=plain(said.volume),
        issue=plain(said.number),
        page=plain(said.pages),
        publisher=plain(said.publisher),
        identifiers=identifiers,
        relations=(Relation("withdrawal", identifiers[0], "by", "dblp"),) if withdrawn else (),
        urls=tuple(dict.fromkeys(link for link in said.links if re.match(r"https?://[^\s<>\"]+\Z", link))),
        source="dblp",
        key=said.key,
    )


def _title(text: str) -> str:
    """Return a title without the full stop that DBLP puts after each; an ellipsis or abbreviation keeps its own."""
    title = plain(text)
    return title[:-1].rstrip() if title.endswith(".") and not title.endswith("..") else title


def _type(said: Said) -> Type:
    if said.key.startswith(_PREPRINT_SERIES):
        return Type.PREPRINT
    if said.key.startswith("phd/"):
        return Type.THESIS
    if said.kind in _INFORMAL and not said.kind.startswith("withdrawn"):
        in_series = {"conf": Type.PAPER, "journals": Type.ARTICLE, "tr": Type.REPORT}
        return in_series.get(said.key.partition("/")[0], Type.PREPRINT)
    return _TYPES.get(said.kind, Type.OTHER)


def _identifiers(said: Said) -> tuple[Identifier, ...]:
    """Return what names this entry: its DOI, its key where that is a real one, and what follows from these."""
    links = [found for link in said.links if (found := from_url(link))]
    preprint = said.key.startswith("journals/corr/")
    own = [normalize(Scheme.DOI, said.doi) if said.doi else None]
    own += [found for found in links if found.scheme in _NAMING or (preprint and found.scheme is Scheme.ARXIV)]
    volume = _CORR_VOLUME.fullmatch(said.volume) if preprint else None
    own += [normalize(Scheme.ARXIV, volume["id"]) if volume else None, normalize(Scheme.DBLP, said.key)]
    own += [normalize(Scheme.ISBN, text) for text in said.isbn]
    present = [identifier for identifier in own if identifier]
    return tuple(dict.fromkeys([*present, *(other for one in present for other in implied(one))]))
