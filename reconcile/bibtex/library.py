"""A bibtexparser Library as text: what whoever holds one would write to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bibtexparser.library import Library

__all__ = ["Library", "text_of_library"]


def text_of_library(library: Library) -> str:
    """Return the text that bibtexparser writes for a library; blocks that it could not read are in it too."""
    # Here, because only a caller who has a Library needs the parser.
    from bibtexparser.entrypoint import write_string

    return write_string(library)
