"""What a program may give for a bibliography beside a path: its text, or a bibtexparser Library, as text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from bibtexparser.library import Library

__all__ = ["Library", "is_bibtex", "is_library", "text_of_library"]


def is_bibtex(given: str) -> bool:
    """Say whether a text is a bibliography itself and no path: it is empty, has several lines, or an @ with a brace.

    >>> is_bibtex("@misc{a, title = {B}}"), is_bibtex("me@home/refs.bib")
    (True, False)
    """
    blank = not given.strip()
    return blank or "\n" in given or "\r" in given or ("@" in given and ("{" in given or "(" in given))


def is_library(given: object) -> TypeGuard[Library]:
    """Say whether what is given is a Library; who holds one has loaded the parser."""
    module = sys.modules.get("bibtexparser.library")
    return module is not None and isinstance(given, module.Library)


def text_of_library(library: Library) -> str:
    """Return the text that bibtexparser writes for a library; blocks that it could not read are in it too."""
    # Here, because only a caller who has a Library needs the parser.
    from bibtexparser.entrypoint import write_string

    return write_string(library)
