"""Pages as MediaWiki exports them ("Special:Export", a dump): XML around the wikitext of each page."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.owner import owner_of
from reconcile.documents.blocks.unreadable import MAX_RECORDS
from reconcile.documents.wiki.read import blocks_of
from sources.markup import unescaped

_OPENS = {name: re.compile(rf"<{name}(?=[\s/>])[^<>]*>") for name in ("page", "title", "ns", "text")}
# Spaces of names that hold no pages of people's: files, the site's own texts, templates, categories, modules.
_TECHNICAL = frozenset({6, 8, 10, 14, 828})
_LONGEST_NUMBER = 6
_TALK = 1
_REDIRECT = re.compile(r"\s*#\s?[^\W\d_]{2,20}:?\s*\[\[[^\[\]\n]{1,300}\]\]")


class _Page(NamedTuple):
    """A page of an export: its title, its space of names, and its text, which stands below so many lines."""

    title: str
    space: str
    text: str
    above: int


class _Stretch(NamedTuple):
    """What stands in an element, by the places of its first character and of that behind its last."""

    begin: int
    end: int


def read_export(name: str, lines: Lines) -> Document:
    """Return the blocks of the pages of an export, of each page as it was last; talk and templates are left out."""
    blocks: list[Block] = []
    told: tuple[str, ...] = ()
    read = 0
    for page in _pages(lines.joined()):
        space = _number_of(page.space)
        if space % 2 or space in _TECHNICAL or _REDIRECT.match(page.text):
            continue
        if len(blocks) >= MAX_RECORDS:
            told = (f"{name}: only the first {read:,} pages were read; split the document",)
            break
        blocks += blocks_of(page.text, lines, page.above, page.title)
        read += 1
    return Document(name, tuple(blocks), told, owner=owner_of(blocks) if read == 1 else "")


def _pages(text: str) -> Iterator[_Page]:
    """Yield the pages of an export, each with its last text."""
    above = counted = 0
    for page in _insides(text, "page", _Stretch(0, len(text))):
        begin, _ = _last(text, "text", page)
        above, counted = above + text.count("\n", counted, begin), begin
        title, space, wikitext = (_said(text, _last(text, name, page)) for name in ("title", "ns", "text"))
        yield _Page(title, space, wikitext, above)


def _said(text: str, where: _Stretch) -> str:
    return unescaped(text[where.begin : where.end])


def _last(text: str, name: str, page: _Stretch) -> _Stretch:
    """Return what stands in the last element of a name in a page; nothing where it has none."""
    found = deque(_insides(text, name, page), maxlen=1)
    return found[0] if found else _Stretch(page.begin, page.begin)


def _insides(text: str, name: str, within: _Stretch) -> Iterator[_Stretch]:
    """Yield what stands in each element of a name; one that is not closed goes as far as the text does."""
    start = within.begin
    while opened := _OPENS[name].search(text, start, within.end):
        begin = opened.end()
        closed = begin if opened[0].endswith("/>") else text.find(f"</{name}", begin, within.end)
        start = closed if closed >= 0 else within.end
        yield _Stretch(begin, start)


def _number_of(space: str) -> int:
    """Return the number of a space of names, 0 where none is said; that of talk for the wiki's own, below 0."""
    number = space.strip()
    if not number:
        return 0
    return int(number) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else _TALK
