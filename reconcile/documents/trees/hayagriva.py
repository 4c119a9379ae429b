"""What Typst's `refs.yml` calls the fields of a work: a row as services have one.

https://github.com/typst/hayagriva/blob/main/docs/file-format.md: what a work appeared in is its `parent`.
"""

from __future__ import annotations

from reconcile.documents.fields.kinds import called
from reconcile.documents.trees.services import Service
from reconcile.lexicon.reasons import Reason
from reconcile.mention import Kind

_IN_JOURNALS, _IN_BOOKS = "periodical|newspaper|blog", "proceedings|anthology|book|reference|conference|report"
_OF_HAYAGRIVA = called(
    (None, "article"),  # by what it appeared in
    (Kind.CHAPTER, "anthos entry"),
    (Kind.BOOK, "anthology newspaper periodical reference"),
    (Kind.REPORT, "case legislation"),
    (Kind.PREPRINT, "manuscript"),
    (Reason.PERFORMANCE, "exhibition scene"),
    (Reason.TALK, "conference"),
    (Reason.WEB_PAGE, "thread tweet"),
)
_OF_PARENTS = called(
    (Kind.ARTICLE, "newspaper periodical"),
    (Kind.CHAPTER, "anthology book reference"),
    (Kind.PAPER, "proceedings"),
    (Reason.PERFORMANCE, "exhibition"),
    (Reason.WEB_PAGE, "thread"),
    (None, "article report thesis"),
)
HAYAGRIVA = Service(
    (),  # its files are known as wholes
    {
        "title": ("title",),
        "author": ("author",),
        "editor": ("editor", "parent.editor"),
        "date": ("date", "parent.date", "parent.parent.date"),
        "journal": (f"parent[type={_IN_JOURNALS}].title",),
        "booktitle": (f"parent[type={_IN_BOOKS}].title", "parent.title", "parent.parent.title"),
        "volume": ("volume", "parent.volume"),
        "issue": ("issue", "parent.issue"),
        "pages": ("page-range",),
        "publisher": ("publisher.name", "publisher", "parent.publisher.name", "parent.publisher"),
        "school": ("organization", "parent.organization"),
        "doi": ("serial-number.doi", "doi"),
        "eprint": ("serial-number.arxiv",),
        "isbn": ("serial-number.isbn", "isbn", "parent.serial-number.isbn", "parent.isbn"),
        "number": ("serial-number.serial", "serial-number"),
        "url": ("url",),
        "note": ("note", "genre"),
    },
    (
        ("type", _OF_HAYAGRIVA),
        ("parent.type", _OF_PARENTS),
        ("parent.type", called((Kind.PREPRINT, "repository"))),
        ("type", called()),
    ),
)
HAYAGRIVA_TYPES = frozenset(
    "anthology anthos article artwork audio blog book case chapter conference entry exhibition legislation manuscript"
    " misc newspaper original patent performance periodical post proceedings reference report repository scene thesis"
    " thread tweet video web".split()
)
