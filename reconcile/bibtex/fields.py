"""A work as a BibTeX entry: which type, which fields, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reconcile.bibtex.facts import facts
from reconcile.mention import Work
from sources.record import Record, Type


@dataclass(frozen=True, slots=True)
class Form:
    """An entry type: the facts it cannot do without, and its own fields with the fact that each holds.

    What a type needs is what plain.bst and biber's data model together ask for, so that neither warns.
    """

    needs: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]


_WHOLE = (
    ("publisher", "publisher"),
    ("series", "series"),
    ("volume", "volume"),
    ("number", "number in series"),
    ("isbn", "isbn"),
)
_PART = (
    ("editor", "editor"),
    ("booktitle", "container"),
    ("series", "series"),
    ("volume", "volume"),
    ("number", "number in series"),
    ("pages", "pages"),
    ("publisher", "publisher"),
)
_JOURNAL = (
    ("journal", "container"),
    ("volume", "volume"),
    ("number", "number of volume"),
    ("issue", "issue"),
    ("pages", "pages"),
)
FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "article": Form(("author", "title", "container", "year"), _JOURNAL),
        "inproceedings": Form(("author", "title", "container", "year"), _PART),
        "incollection": Form(("author", "editor", "title", "container", "publisher", "year"), _PART),
        "book": Form(("author", "title", "publisher", "year"), _WHOLE),
        "proceedings": Form(("editor", "title", "year"), (("editor", "editor"), *_WHOLE)),
        "phdthesis": Form(("author", "title", "institution", "year"), (("school", "institution"),)),
        "mastersthesis": Form(("author", "title", "institution", "year"), (("school", "institution"),)),
        "techreport": Form(
            ("author", "title", "institution", "year"),
            (("type", "kind of report"), ("number", "number"), ("institution", "institution")),
        ),
        "misc": Form((), (("howpublished", "place"),)),
    }
)
# The entry types for each kind, best first: the first whose needs are met is taken, @misc where none is. A chapter of
# a book whose editors nobody names becomes @inproceedings, which prints alike: biber asks for @incollection's editor.
# A book of which only editors are known becomes @proceedings: biber asks for @book's author.
CHOICES: Mapping[Type, tuple[str, ...]] = MappingProxyType(
    {
        Type.ARTICLE: ("article",),
        Type.REVIEW: ("article",),
        Type.PAPER: ("inproceedings",),
        Type.CHAPTER: ("incollection", "inproceedings"),
        Type.BOOK: ("book", "proceedings"),
        Type.THESIS: ("phdthesis",),
        Type.REPORT: ("techreport",),
    }
)
_FIRST = (("author", "author"), ("title", "title"))
_LAST = (
    ("year", "year"),
    ("date", "no date"),
    *((name, name) for name in ("month", "doi", "url", "eprint", "archiveprefix", "primaryclass")),
)


def fields(work: Work, *, ascii: bool = False) -> tuple[str, tuple[tuple[str, str], ...]]:  # noqa: A002 -- as on the command line
    """Return a work's entry type and its fields in order, each value ready to be put into braces."""
    known = facts(work, ascii=ascii)
    kind = next((kind for kind in _choices(work.record) if all(known.get(need) for need in FORMS[kind].needs)), "misc")
    # Without an author plain.bst sorts a @misc by its `key`.
    last = _LAST if kind != "misc" or known["author"] else (*_LAST, ("key", "sort key"))
    return kind, tuple((name, known[fact]) for name, fact in (*_FIRST, *FORMS[kind].fields, *last) if known.get(fact))


def _choices(record: Record) -> tuple[str, ...]:
    """Return the entry types for a record's kind; a thesis says in its genre which one it is."""
    if record.type is Type.THESIS and "master" in record.genre.casefold():
        return ("mastersthesis",)
    return CHOICES.get(record.type, ())
