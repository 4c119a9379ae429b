"""The nouns of a document that was read: blocks of text without markup, each with its lines in the source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# What parts the cells of a row in the text of its block.
BAR = " | "
# The fields of an entry that a person reads, in this order, by the names that bibliographies and pages' data give them.
READABLE = tuple(
    "author authors editor title name subtitle container-title journal booktitle publication venue conference school"
    " institution publisher volume number issue pages page issued year date doi DOI eprint url URL note".split()
)
_BRACES = re.compile(r"[{}]")  # around the name of a group


class Kind(StrEnum):
    """What a block is in the document's own structure."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ROW = "row"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of `Block.text` (half open) that the markup sets apart.

    `kind` is `strong`, `emphasis`, `badge`, `code` or `link`; a link has its address in `url`.
    """

    start: int
    end: int
    kind: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, list item, paragraph, table row, or structured entry.

    `first` and `last` are line numbers in the source, from 1 (of a PDF or DOCX: of the text as extracted).
    `text` has no markup, keeps its line breaks as newlines (see `lines`), and holds no soft hyphens or
    zero-width characters. `lines` gives the source line of each line of `text`. `source` is verbatim.
    `level` is a heading's depth (1 is the highest; 0 where unknown) or a list item's nesting (1 is outermost).
    A structured entry (BibTeX, CSL-JSON, a CSV row) has its fields by name in `fields` and a readable `text`.
    """

    kind: Kind
    first: int
    last: int
    text: str
    source: str
    level: int = 0
    marks: tuple[Mark, ...] = ()
    lines: tuple[int, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: its name (the file's, without folders), its blocks, and what could not be read.

    `owner` is the name of the person whose publications these are, where the document says it plainly.
    `subject` is what a mail says above its text that it is about. `complaints` are sentences, each naming the place.
    """

    name: str
    blocks: tuple[Block, ...]
    complaints: tuple[str, ...] = ()
    owner: str = ""
    subject: str = ""


def readable(fields: Mapping[str, str]) -> str:
    """Return what a person reads of an entry.

    >>> readable({"title": "On Wool.", "author": "Lee, A. and {Wool Study Group}", "year": "2020"})
    'Lee, A. and Wool Study Group. On Wool. 2020'
    """
    shown = {**fields, "author": _BRACES.sub("", fields["author"])} if "author" in fields else fields
    return ". ".join(shown[name].rstrip(". ") for name in READABLE if shown.get(name))


def block_of_entry(fields: Mapping[str, str], text: str, first: int, last: int, source: str) -> Block:
    """Return the block of an entry as it is: its fields, what a person reads of them, and its source."""
    return Block(Kind.ENTRY, first, last, text, source, lines=(first,), fields=tuple(fields.items()))
