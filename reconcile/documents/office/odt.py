"""OpenDocument texts, packed (.odt) and flat (.fodt): headings, lists, tables, links, bold and italics.

    <text:list-item><text:p>Bee, A. <text:span text:style-name="T1">On Wool</text:span>, 2020.</text:p></text:list-item>

What a stretch looks like is said by a style, which may be based on others.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reconcile.documents.blocks.block import Document, Kind
from reconcile.documents.blocks.owner import as_person, owner_of
from reconcile.documents.blocks.runs import Style, live_url
from reconcile.documents.blocks.unreadable import Unreadable
from reconcile.documents.blocks.xml import Element, root_of
from reconcile.documents.office.opendocument import CELL, COVERED, TABLE, H, P, all_rows, number_of
from reconcile.documents.office.opendocument import every as _all
from reconcile.documents.office.opendocument import qualified as _q
from reconcile.documents.office.package import BAD_PACKAGE, check_package, told
from reconcile.documents.office.texts import LONGEST_CHAIN, Pieces, Spanning, is_column, lines_of
from reconcile.documents.pages.extracted import Draft, Piece, blocks_of, row_draft

# Elements that only hold others, and those whose text is none of the document's: deleted, a note, a table of contents.
_HOLDERS = _all(
    "text:section text:index-body text:bibliography text:list-header text:numbered-paragraph draw:frame draw:text-box"
    " draw:g"
)
_LEFT_OUT = _all("text:tracked-changes text:note text:ruby-text office:annotation draw:frame draw:g draw:a")
_BREAKS = {_q("text:line-break"): "\n", _q("text:s"): " ", _q("text:tab"): " "}
_LIST, _ITEM, _BOX = map(_q, ("text:list", "text:list-item", "draw:text-box"))
_NAME, _STYLE, _LEVEL = _q("style:name"), _q("text:style-name"), _q("text:outline-level")
_HEADING = re.compile(r"Heading_20_([1-9])\Z")
_NOT_ODT = (*BAD_PACKAGE, SyntaxError, LookupError)


class _Look(NamedTuple):
    """What a style says of bold and italic; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None

    def over(self, other: _Look) -> _Look:
        """Return this look where it says something, else the other."""
        return _Look(*(own if own is not None else below for own, below in zip(self, other, strict=True)))


class _Named(NamedTuple):
    """A style: its look, and the name of the one that it is based on."""

    look: _Look
    parent: str


def read_odt(name: str, content: bytes) -> Document:
    """Return the blocks of an OpenDocument text; raises `Unreadable` for one that is broken, locked or a bomb."""
    check_package(name, content, "this is no OpenDocument text; save it as ODT, DOCX or PDF")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {part: package.read(part) for part in ("styles.xml", "meta.xml") if part in package.namelist()}
            roots = [root_of(package.read("content.xml")), *map(root_of, parts.values())]
        return _document(name, roots)
    except _NOT_ODT as error:
        raise _broken(name, error) from error


def read_fodt(name: str, content: bytes) -> Document:
    """Return the blocks of an OpenDocument text that is one XML file; raises `Unreadable` for one that is broken."""
    try:
        return _document(name, [root_of(content)])
    except _NOT_ODT as error:
        raise _broken(name, error) from error


def _broken(name: str, error: Exception) -> Unreadable:
    reason = f"this OpenDocument text is broken, or has a password ({told(error)}); save it anew, or as DOCX or PDF"
    return Unreadable(f"{name}: {reason}")


def _document(name: str, roots: Sequence[Element]) -> Document:
    body = roots[0].find(f"{_q('office:body')}/{_q('office:text')}")
    if body is None:
        raise ValueError("it holds no text")
    blocks = blocks_of(_Walk(_styles_of(roots)).drafts(body, 0))
    tags = _q("meta:initial-creator"), _q("dc:creator")
    creators = (found.text for root in roots for tag in tags for found in root.iter(tag))
    return Document(name, blocks, owner=owner_of(blocks) or as_person(next(filter(None, creators), "")))


def _styles_of(roots: Sequence[Element]) -> Mapping[str, _Named]:
    """Return the styles of letters and paragraphs by name; those that a text makes for itself come first."""
    found: dict[str, _Named] = {}
    for root in roots:
        # The automatic styles of `styles.xml` are those of headers and footers.
        containers = ("office:automatic-styles", "office:styles") if root is roots[0] else ("office:styles",)
        for style in (style for each in containers for box in root.findall(_q(each)) for style in box):
            properties = style.find(_q("style:text-properties"))
            look = _Look() if properties is None else _look(properties)
            found.setdefault(style.get(_NAME, ""), _Named(look, style.get(_q("style:parent-style-name"), "")))
    return found


def _look(properties: Element) -> _Look:
    weight, slant = properties.get(_q("fo:font-weight")), properties.get(_q("fo:font-style"))
    line = properties.get(_q("style:text-underline-style"))
    italic = None if slant is None else slant in ("italic", "oblique")
    if line is not None and not italic:
        italic = line != "none"
    return _Look(None if weight is None else weight in ("bold", "600", "700", "800", "900"), italic)


class _Walk:
    """The walk over a text with its styles at hand."""

    def __init__(self, styles: Mapping[str, _Named]) -> None:
        self.styles = styles
        self.tables = 0

    def drafts(self, elements: Iterable[Element], level: int) -> Iterator[Draft]:
        """Yield the blocks of elements that stand within `level` lists."""
        for element in elements:
            if element.tag in (P, H):
                yield self._paragraph(element, level)
                for box in _boxes(element):
                    yield from self.drafts(box, 0)
            elif element.tag == _LIST:
                for item in element:
                    yield from self._item(item, level + 1)
            elif element.tag == TABLE:
                yield from self._table(element)
            elif element.tag in _HOLDERS:
                yield from self.drafts(element, level)

    def _paragraph(self, element: Element, level: int) -> Draft:
        if depth := self._heading_level(element):
            return Draft(Kind.HEADING, tuple(self._inline(element, _Look())), depth)
        return Draft(Kind.ITEM if level else Kind.PARAGRAPH, tuple(self._pieces(element)), level)

    def _heading_level(self, element: Element) -> int:
        """Return how high a heading is; 0 for what is none."""
        said = element.get(_LEVEL, "")
        if element.tag == H:
            return int(said) if re.fullmatch("[1-9]", said) else 1
        chain = list(self._chain(element.get(_STYLE, "")))
        found = next((match for style in chain if (match := _HEADING.match(style))), None)
        return int(found[1]) if found else int("Title" in chain)

    def _item(self, item: Element, level: int) -> Iterator[Draft]:
        """Yield an item of a list; its further paragraphs are lines of it."""
        first = next((child for child in item if child.tag == P), None)
        if item.tag != _ITEM or first is None or self._heading_level(first):
            yield from self.drafts(item, level)
            return
        pieces: list[Piece] = []
        for child in item:
            if child.tag == P:
                pieces += [Piece("\n")] if pieces else []
                pieces += self._pieces(child)
        yield Draft(Kind.ITEM, tuple(pieces), level)
        for child in item:
            for box in _boxes(child) if child.tag == P else ():
                yield from self.drafts(box, 0)
        yield from self.drafts((child for child in item if child.tag != P), level)

    def _table(self, table: Element) -> Iterator[Draft]:
        spanning = Spanning()
        self.tables += 1
        number = self.tables
        for row in all_rows(table):
            if any(_is_layout(cell) for cell in row if cell.tag == CELL):
                for cell in row:
                    yield from self.drafts(cell, 0)
                continue
            yield row_draft(list(self._cells(row, spanning)))._replace(table=number)

    def _cells(self, row: Element, spanning: Spanning) -> Iterator[Pieces]:
        """Yield the cells of a row; one that reaches over several rows is in each of them, if it is short."""
        column = 0
        for cell in row:
            if cell.tag == CELL:
                pieces = tuple(lines_of(map(self._pieces, cell.iter(P, H))))
                yield spanning.begin(column, pieces, number_of(cell, "table:number-rows-spanned"))
            elif cell.tag == COVERED and (above := spanning.go_on(column)) is not None:
                yield above
            column += number_of(cell, "table:number-columns-repeated")

    def _pieces(self, paragraph: Element) -> Iterator[Piece]:
        return self._inline(paragraph, self._look_of(paragraph))

    def _inline(self, element: Element, look: _Look, url: str = "") -> Iterator[Piece]:
        """Yield the text of an element and of those within."""
        if element.text:
            yield _piece(element.text, look, url)
        for child in element:
            if child.tag in _BREAKS:
                yield Piece(_BREAKS[child.tag])
            elif child.tag not in _LEFT_OUT:
                address = live_url(child.get(_q("xlink:href"), "")) if child.tag == _q("text:a") else url
                yield from self._inline(child, self._look_of(child).over(look), address)
            if child.tail:
                yield _piece(child.tail, look, url)

    def _look_of(self, element: Element) -> _Look:
        look = _Look()
        for name in self._chain(element.get(_STYLE, "")):
            look = look.over(self.styles[name].look)
        return look

    def _chain(self, name: str) -> Iterator[str]:
        """Yield the name of a style and of those that it is based on."""
        for _ in range(LONGEST_CHAIN):
            if name not in self.styles:
                return
            yield name
            name = self.styles[name].parent


def _piece(text: str, look: _Look, url: str) -> Piece:
    link = (Style("link", url),) if url else ()
    styles = (*([Style("strong")] if look.bold else []), *([Style("emphasis")] if look.italic else []), *link)
    return Piece(text.replace("\n", " "), styles)


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the boxes of text that are anchored in a paragraph, without those within them."""
    open_ = [iter(paragraph)]
    while open_:
        child = next(open_[-1], None)
        if child is None:
            open_.pop()
        elif child.tag == _BOX:
            yield child
        else:
            open_.append(iter(child))


def _is_layout(cell: Element) -> bool:
    """Return whether a cell is a column of the page: many paragraphs, or a table of its own."""
    return cell.find(f".//{TABLE}") is not None or is_column(list(cell.iter(P, H)), _text)


def _text(element: Element) -> str:
    return "".join(map(str, element.itertext()))
