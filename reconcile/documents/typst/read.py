"""Typst sources: headings, lists, emphasis, links, tables, and what a document's own simple functions print.

    = Publications
    - A. Bee. _On Wool_. #link("https://doi.org/10.1/x")[doi]
    #pub([C. Dee], [On Felt], [Olmo], 2020)

A function that the source does not define, or by more than content, is an entry whose lines are its arguments.
"""

from __future__ import annotations

import re

from reconcile.documents.blocks.block import Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.labels import split_items
from reconcile.documents.blocks.owner import as_person, owner_of
from reconcile.documents.blocks.unreadable import MAX_DEPTH, MAX_MARKUP
from reconcile.documents.pages.writer import Writer
from reconcile.documents.text.plain import as_plain
from reconcile.documents.typst.code import Span
from reconcile.documents.typst.walk import Walk

_BRACKET = re.compile(r"[\[({]|[\])}]")
_OWNER = re.compile(r"\b(?:author|name):\s{0,9}\(?\s{0,9}(?:name:\s{0,9})?\"([^\"\n]{3,80})\"")
_FIRST = re.compile(r"\bfirst-?name:\s{0,9}\"([^\"\n]{1,60})\"[\s,]{0,99}last-?name:\s{0,9}\"([^\"\n]{1,60})\"")
_TOO_DEEP = "this Typst source is nested too deep or too long and was read as plain text; simplify it"


def read_typst(name: str, lines: Lines) -> Document:
    """Return the blocks of a Typst source; one that is too deep or too long is read as plain text."""
    text = lines.joined()
    if len(text) > MAX_MARKUP or _depth(text) > MAX_DEPTH:
        return as_plain(name, lines, _TOO_DEEP)
    walk = Walk(Writer(lines), text)
    try:
        walk.markup(Span(0, len(text)), (), walk.globals)
    except RecursionError:
        return as_plain(name, lines, _TOO_DEEP)
    walk.writer.close()
    blocks = split_items(walk.writer.blocks, lines)
    return Document(name, blocks, owner=_owner(text) or owner_of(blocks))


def _owner(text: str) -> str:
    named, parts = _OWNER.search(text), _FIRST.search(text)
    return as_person(f"{parts[1]} {parts[2]}") if parts else as_person(named[1]) if named else ""


def _depth(text: str) -> int:
    deepest = level = 0
    for bracket in _BRACKET.finditer(text):
        level = max(0, level + (1 if bracket[0] in "[({" else -1))
        deepest = max(deepest, level)
    return deepest
