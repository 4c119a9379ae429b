"""Documents of all formats, read into blocks of text that know their lines.

The folders stand in the order of their imports. What several formats share comes first: `blocks`, the language `tex`,
`bib`, `fields`, `pages`, `printed`; then one format builds on another: `text`, `trees`, `markup`, `exports`,
`vocabularies`, `portals`, `pdf`, `office`, `latex`, `typst`. Above them `sniff` tells what a text holds, `archive` and
`mail` take apart what holds several, and `reader` is the table of readers.
"""

from importlib import import_module
from typing import TYPE_CHECKING

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
    "Block": "blocks.block",
    "Document": "blocks.block",
    "Kind": "blocks.block",
    "Mark": "blocks.block",
    "SUFFIXES": "reader",
    "Unreadable": "blocks.unreadable",
    "read": "reader",
    "read_document": "reader",
    "read_stdin": "reader",
    "read_text": "reader",
}


if not TYPE_CHECKING:  # a checker that saw it would take every name for one that is there

    def __getattr__(name: str) -> object:
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
        globals()[name] = value  # the next use finds it without asking here
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
