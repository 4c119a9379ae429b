"""Documents of all formats, read into blocks of text that know their lines."""

from typing import TYPE_CHECKING

from reconcile.loading import on_first_use

if TYPE_CHECKING:
    from reconcile.documents.block import Block, Document, Kind, Mark
    from reconcile.documents.reader import SUFFIXES, read, read_document, read_stdin, read_text
    from reconcile.documents.unreadable import Unreadable

__all__ = [
    "SUFFIXES",
    "Block",
    "Document",
    "Kind",
    "Mark",
    "Unreadable",
    "read",
    "read_document",
    "read_stdin",
    "read_text",
]

# The module of each public name, loaded on first use: who only needs a `Block` does not wait for what reads bytes.
_PLACES = {
    "Block": "reconcile.documents.block",
    "Document": "reconcile.documents.block",
    "Kind": "reconcile.documents.block",
    "Mark": "reconcile.documents.block",
    "SUFFIXES": "reconcile.documents.reader",
    "Unreadable": "reconcile.documents.unreadable",
    "read": "reconcile.documents.reader",
    "read_document": "reconcile.documents.reader",
    "read_stdin": "reconcile.documents.reader",
    "read_text": "reconcile.documents.reader",
}


if not TYPE_CHECKING:  # a checker that saw it would take every name for one that is there
    __getattr__ = on_first_use(__name__, _PLACES)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
