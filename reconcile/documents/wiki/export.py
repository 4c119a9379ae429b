"""Pages as MediaWiki exports them ("Special:Export", a dump): XML around the wikitext of each page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.owner import owner_of
from reconcile.documents.blocks.unreadable import MAX_RECORDS
from reconcile.documents.wiki.read import blocks_of

_TAG = re.compile(r"<(/?)(page|title|ns|text)(?=[\s/>])[^<>]*>")
_ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
# Spaces of names that hold no pages of people's: files, the site's own texts, templates, categories, modules.
_TECHNICAL = frozenset({6, 8, 10, 14, 828})
_LONGEST_NUMBER = 6
_REDIRECT = re.compile(r"\s*#\s?[^\W\d_]{2,20}:?\s*\[\[[^\[\]\n]{1,300}\]\]")


class _Page(NamedTuple):
    """A page of an export: its title, its space of names, and its text, which stands below so many lines."""

    title: str
    space: int
    text: str
    above: int


def read_export(name: str, lines: Lines) -> Document:
    """Return the blocks of the pages of an export, of each page as it was last; talk and templates are left out."""
    blocks: list[Block] = []
    told: tuple[str, ...] = ()
    read = 0
    for page in _pages(lines.joined()):
        if page.space % 2 or page.space in _TECHNICAL or _REDIRECT.match(page.text):
            continue
        if len(blocks) >= MAX_RECORDS:
            told = (f"{name}: only the first {read:,} pages were read; split the document",)
            break
        blocks += blocks_of(page.text, lines, page.above, page.title)
        read += 1
    return Document(name, tuple(blocks), told, owner=owner_of(blocks) if read == 1 else "")


def _pages(text: str) -> Iterator[_Page]:
    """Yield the pages of an export; one whose end is missing as far as it goes."""
    title, space, wikitext, above = "", 0, "", 0
    begun = line = counted = 0
    open_tag = ""
    for tag in _TAG.finditer(text):
        closes, name = bool(tag[1]), tag[2]
        if closes and name == open_tag:
            inside = text[begun : tag.start()]
            if name == "title":
                title = _plain(inside)
            elif name == "ns":
                number = inside.strip()
                space = int(number) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else 1
            elif name == "text":
                line, counted = line + text.count("\n", counted, begun), begun
                wikitext, above = inside, line
        if name == "page" and closes:
            yield _Page(title, space, _plain(wikitext), above)
            title, space, wikitext = "", 0, ""
        open_tag, begun = ("", 0) if closes or tag[0].endswith("/>") else (name, tag.end())
    if wikitext or open_tag == "text":
        if open_tag == "text":
            wikitext, above = text[begun:], text.count("\n", 0, begun)
        yield _Page(title, space, _plain(wikitext), above)


def _plain(text: str) -> str:
    for escaped, sign in _ESCAPED:
        text = text.replace(escaped, sign)
    return text
