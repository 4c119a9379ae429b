"""What the types of BibTeX's and biblatex's entries stand for: one row a type.

`manual` and `periodical` have none: an instruction and a whole volume of a journal are documents like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sources.record import Type


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A type of entry: what it claims, and where it has its venue.

    A record of one of the types `described` may be of the very publication, one of the types `denied` contradicts the
    entry, and any other says nothing of it. `container` is the field of the venue, where it has one.
    """

    claims: Type
    described: frozenset[Type] = frozenset()
    denied: frozenset[Type] = frozenset()
    container: str = ""


def _kind(claims: Type, described: Iterable[Type] = (), denied: Iterable[Type] = (), container: str = "") -> EntryKind:
    return EntryKind(claims, frozenset(described), frozenset(denied), container)


_ARTICLE, _PAPER, _CHAPTER, _BOOK, _THESIS = Type.ARTICLE, Type.PAPER, Type.CHAPTER, Type.BOOK, Type.THESIS
_OF_MEETING = _kind(_PAPER, (_PAPER, _CHAPTER), (_ARTICLE, _BOOK, _THESIS), "booktitle")
_IN_BOOK = _kind(_CHAPTER, (_CHAPTER, _BOOK), (), "booktitle")
_IN_COLLECTION = _kind(_CHAPTER, (_CHAPTER, _PAPER), (), "booktitle")
KINDS: Mapping[str, EntryKind] = MappingProxyType(
    {
        "article": _kind(_ARTICLE, (_ARTICLE, Type.REVIEW), (_PAPER, _BOOK, _THESIS), "journal"),
        "book": _kind(_BOOK, (_BOOK,), (_ARTICLE, _PAPER)),
        "bookinbook": _IN_BOOK,
        "booklet": _kind(_BOOK),
        "collection": _kind(_BOOK),
        "conference": _OF_MEETING,
        "dataset": _kind(Type.DATASET),
        "inbook": _kind(_CHAPTER, (_CHAPTER, _BOOK)),
        "incollection": _IN_COLLECTION,
        "inproceedings": _OF_MEETING,
        "inreference": _IN_COLLECTION,
        "mastersthesis": _kind(_THESIS, (), (_ARTICLE, _PAPER)),
        "misc": _kind(Type.OTHER, (), (_ARTICLE, _PAPER, _BOOK, _CHAPTER)),
        "mvbook": _kind(_BOOK),
        "mvcollection": _kind(_BOOK),
        "mvproceedings": _kind(_BOOK),
        "mvreference": _kind(_BOOK),
        "online": _kind(Type.WEBPAGE),
        "patent": _kind(Type.PATENT),
        "phdthesis": _kind(_THESIS, (), (_ARTICLE, _PAPER)),
        "proceedings": _kind(_BOOK, (_BOOK,)),
        "reference": _kind(_BOOK),
        "report": _kind(Type.REPORT, (), (_ARTICLE, _PAPER)),
        "software": _kind(Type.SOFTWARE),
        "suppbook": _IN_BOOK,
        "suppcollection": _IN_COLLECTION,
        "suppperiodical": _kind(_ARTICLE, (_ARTICLE, Type.REVIEW), (), "journal"),
        "techreport": _kind(Type.REPORT, (), (_ARTICLE, _PAPER)),
        "thesis": _kind(_THESIS, (), (_ARTICLE, _PAPER)),
        "unpublished": _kind(Type.PREPRINT),
    }
)
_UNKNOWN = EntryKind(Type.OTHER)


def kind_of_entry(name: str) -> EntryKind:
    """Return what a type of entry stands for, by its name in small letters; a strange one stands for a document."""
    return KINDS.get(name, _UNKNOWN)
