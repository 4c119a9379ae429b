"""Word documents: headings by style, lists by numbering, tables by row, links and bold by run."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice

import docx
from docx.document import Document as Word
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import CharacterStyle
from docx.table import Table, _Cell
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from reconcile.documents.blocks.block import Document, Kind
from reconcile.documents.blocks.owner import as_person, owner_of
from reconcile.documents.blocks.runs import Style, live_url
from reconcile.documents.blocks.unreadable import Unreadable
from reconcile.documents.office.package import BAD_PACKAGE, check_package, told
from reconcile.documents.office.texts import LONGEST_CHAIN, Pieces, Spanning, is_column, lines_of
from reconcile.documents.pages.extracted import Draft, Piece, blocks_of, row_draft

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo)\s?(\d)$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list(?: (?:bullet|number|paragraph))?(?: (\d))?$", re.IGNORECASE)
# What holds text of the document: forms, fields, tracked insertions and moves. `w:del` and `w:moveFrom` hold none.
_WRAPPERS = ("w:sdt", "w:ins", "w:moveTo", "w:smartTag", "w:fldSimple")
_CHOICE, _FALLBACK = (
    f"{{http://schemas.openxmlformats.org/markup-compatibility/2006}}{name}" for name in ("Choice", "Fallback")
)

_SHORT = 40  # letters of a cell that says one thing of what stands beside it
# What python-docx and lxml raise on XML that is no document of Word: elements of another kind lack what Word's have.
_NOT_WORD = (
    PythonDocxError,
    OpcError,
    XmlchemyError,
    SyntaxError,
    LookupError,
    AttributeError,
    TypeError,
    AssertionError,
)


def read_docx(name: str, content: bytes) -> Document:
    """Return the blocks of a Word document; raises `Unreadable` for one that is broken, locked or a bomb."""
    check_package(
        name, content, "this is no Word document, or one with a password; save it as DOCX without one, or as PDF"
    )
    try:
        word = docx.Document(io.BytesIO(content))
        if word.element.body is None:
            raise ValueError("it has no body")
        _unwrap(word)
        _spell_out(word)
        blocks = blocks_of(_drafts(word.iter_inner_content(), count(1)))
        author = word.core_properties.author
    except (*BAD_PACKAGE, *_NOT_WORD) as error:
        reason = f"this Word document is broken ({told(error)}); save it anew or export it as PDF"
        raise Unreadable(f"{name}: {reason}") from error
    return Document(name, blocks, owner=owner_of(blocks) or as_person(author or ""))


def _unwrap(word: Word) -> None:
    """Put the content of fields and tracked changes in its place, that of boxes behind the paragraph that has them."""
    body = word.element.body
    for tag in _WRAPPERS:
        for wrapper in list(body.iter(qn(tag))):
            parent = wrapper.getparent()
            if parent is None:
                continue
            inner = wrapper.find(qn("w:sdtContent")) if tag == "w:sdt" else wrapper
            for child in list(inner) if inner is not None else ():
                wrapper.addprevious(child)
            parent.remove(wrapper)
    for fallback in list(body.iter(_FALLBACK)):  # says again what stands in the choice before it
        if any(choice.tag == _CHOICE for choice in fallback.itersiblings(preceding=True)):
            fallback.getparent().remove(fallback)
    last: dict[BaseOxmlElement, BaseOxmlElement] = {}
    for box in list(body.iter(qn("w:txbxContent"))):
        for holder in islice(box.iterancestors(qn("w:p")), 1):
            for child in list(box):
                last.get(holder, holder).addnext(child)
                last[holder] = child


def _spell_out(word: Word) -> None:
    """Write bold and italic into the runs that have it from a style of letters, as `Strong`, and do not say themselves.

    Looking at the style of each run through the library would look through all styles for each.
    """
    told: dict[str, list[str]] = {}
    for style in word.styles:
        if isinstance(style, CharacterStyle):
            chain = list(islice(_bases(style), LONGEST_CHAIN))
            told[style.style_id] = [tag for tag in ("b", "i") if _says(chain, tag)]
    for named in word.element.body.iter(qn("w:rStyle")):
        properties = named.getparent()
        for tag in told.get(named.get(qn("w:val"), ""), ()):
            if properties is not None and properties.find(qn(f"w:{tag}")) is None:
                properties.append(properties.makeelement(qn(f"w:{tag}")))


def _bases(style: CharacterStyle | None) -> Iterator[CharacterStyle]:
    """Yield a style and those that it is based on."""
    while style is not None:
        yield style
        style = style.base_style


def _says(chain: Iterable[CharacterStyle], tag: str) -> bool:
    """Return what the first style that says anything of it says of bold (`b`) or italic (`i`)."""
    said = (style.font.bold if tag == "b" else style.font.italic for style in chain)
    return bool(next((one for one in said if one is not None), False))


def _drafts(content: Iterable[Paragraph | Table], numbers: Iterator[int]) -> Iterator[Draft]:
    for part in content:
        if isinstance(part, Table):
            yield from _table_drafts(part, numbers)
        else:
            yield _paragraph_draft(part)


def _paragraph_draft(paragraph: Paragraph) -> Draft:
    pieces = tuple(_pieces(paragraph))
    style = paragraph.style.name or "" if paragraph.style is not None else ""
    if match := _HEADING.match(style):
        return Draft(Kind.HEADING, pieces, int(match[1]))
    if style == "Title":
        return Draft(Kind.HEADING, pieces, 1)
    if (level := _list_level(paragraph, style)) and paragraph.text.strip():
        return Draft(Kind.ITEM, pieces, level)
    return Draft(Kind.PARAGRAPH, pieces)


def _list_level(paragraph: Paragraph, style: str) -> int:
    """Return how deep a paragraph is numbered, by itself or by its style; 0 where it is not."""
    numbering = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if numbering is not None:
        found = {child.tag: child.get(qn("w:val"), "") for child in numbering}
        if found.get(qn("w:numId")) == "0":
            return 0
        nesting = found.get(qn("w:ilvl"), "")
        return 1 + (int(nesting) if nesting.isdigit() else 0)
    match = _LIST_STYLE.match(style)
    return int(match[1] or 1) if match and style.lower() != "list paragraph" else 0


def _pieces(paragraph: Paragraph) -> Iterator[Piece]:
    for part in paragraph.iter_inner_content():
        if isinstance(part, Hyperlink):
            link = Style("link", live_url(part.url))
            for run in part.runs:
                yield Piece(run.text, (*_styles(run), link))
        else:
            yield Piece(part.text, _styles(part))


def _styles(run: WordRun) -> tuple[Style, ...]:
    """Return the markup of a run, its own: runs that share one would become one mark with all between them."""
    return (*([Style("strong")] if run.bold else []), *([Style("emphasis")] if run.italic or run.underline else []))


def _goes_on(cell: CT_Tc) -> bool:
    """Return whether a cell belongs to the one above it."""
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merged is not None and merged.get(qn("w:val"), "continue") == "continue"


def _span(cell: CT_Tc) -> int:
    """Return how many columns a cell takes; 1 where it says nothing sensible."""
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    said = span.get(qn("w:val"), "") if span is not None else ""
    return int(said) if re.fullmatch("[1-9][0-9]{0,2}", said) else 1


def _table_drafts(table: Table, numbers: Iterator[int]) -> Iterator[Draft]:
    """Yield the rows of a table; a short cell that reaches over several rows is in each of them.

    The library's own `row.cells` climbs from row to row for each such cell, and gives a cell that claims to span a
    billion columns a billion times.
    """
    spanning = Spanning()
    number = next(numbers)
    labels: list[str] = []
    for row in table._tbl.tr_lst:
        cells = [_Cell(element, table) for element in row.tc_lst]
        if holder := _holder(cells):
            yield from _holder_drafts(cells, holder, labels, numbers)
        elif any(map(_is_layout, cells)):
            for cell in cells:
                yield from _drafts(cell.iter_inner_content(), numbers)
        else:
            labels = labels or [cell.text.strip() for cell in cells]
            yield row_draft(list(_row(cells, spanning)))._replace(table=number)


def _holder(cells: Sequence[_Cell]) -> _Cell | None:
    """Return the only cell of a row with a table in it, beside which but short ones stand: a year, a number."""
    held = [cell for cell in cells if cell.tables]
    others = [cell for cell in cells if not cell.tables]
    return held[0] if len(held) == 1 and others and all(len(cell.text) <= _SHORT for cell in others) else None


def _holder_drafts(
    cells: Sequence[_Cell], holder: _Cell, labels: Sequence[str], numbers: Iterator[int]
) -> Iterator[Draft]:
    """Yield what a row with a table in a cell says of one thing: that cell, and the others by their columns' names."""
    number = next(numbers)
    named: list[Draft] = []
    for at, cell in enumerate(cells):
        label = labels[at] if at < len(labels) else ""
        if cell is holder or not label:
            continue
        said = tuple(lines_of(map(_pieces, cell.paragraphs)))
        named.append(row_draft([(Piece(label),), said])._replace(table=number))
    if not named:
        for cell in cells:
            yield from _drafts(cell.iter_inner_content(), numbers)
        return
    for draft in _drafts(holder.iter_inner_content(), numbers):
        if draft.table or any(piece.text.strip() for piece in draft.pieces):
            yield draft._replace(table=number)
    yield from named


def _row(cells: Iterable[_Cell], spanning: Spanning) -> Iterator[Pieces]:
    column = 0
    for cell in cells:
        pieces = spanning.go_on(column) if _goes_on(cell._tc) else None
        if pieces is None:
            pieces = spanning.begin(column, tuple(lines_of(map(_pieces, cell.paragraphs))), sys.maxsize)
        yield pieces
        column += _span(cell._tc)


def _is_layout(cell: _Cell) -> bool:
    """Return whether a cell is a column of the page: many paragraphs, or a table of its own."""
    return bool(cell.tables) or is_column(cell.paragraphs, lambda paragraph: paragraph.text)
