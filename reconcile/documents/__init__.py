"""Documents of all formats, read into blocks of text that know their lines.

The folders stand in the order of their imports. What several formats share comes first: `blocks`, the language `tex`,
`bib`, `fields`, `pages`, `printed`; then one format builds on another: `text`, `trees`, `markup`, `wiki`, `exports`,
`vocabularies`, `portals`, `pdf`, `office`, `latex`, `typst`. Above them `sniff` tells what a text holds, `archive` and
`mail` take apart what holds several, and `reader` is the table of readers.
"""

from typing import TYPE_CHECKING

from reconcile.loading import on_first_use

if TYPE_CHECKING:
    from reconcile.documents.blocks.block import Block, Document, Kind, Mark
    from reconcile.documents.blocks.unreadable import Unreadable
    from reconcile.documents.reader import SUFFIXES, read, read_document, read_stdin, read_text

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
    "Block": "reconcile.documents.blocks.block",
    "Document": "reconcile.documents.blocks.block",
    "Kind": "reconcile.documents.blocks.block",
    "Mark": "reconcile.documents.blocks.block",
    "SUFFIXES": "reconcile.documents.reader",
    "Unreadable": "reconcile.documents.blocks.unreadable",
    "read": "reconcile.documents.reader",
    "read_document": "reconcile.documents.reader",
    "read_stdin": "reconcile.documents.reader",
    "read_text": "reconcile.documents.reader",
}


if not TYPE_CHECKING:  # a checker that saw it would take every name for one that is there
    __getattr__ = on_first_use(__name__, _PLACES)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
