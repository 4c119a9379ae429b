"""Word documents: headings by style, lists by numbering, tables by row, links and bold by run."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

import docx
from docx.document import Document as Word
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from reconcile.documents.block import Document, Kind
from reconcile.documents.encoding import check_size
from reconcile.documents.extracted import Draft, Piece, blocks_of
from reconcile.documents.owner import as_person, owner_of
from reconcile.documents.runs import Style, clean, live_url
from reconcile.documents.unreadable import MAX_UNPACK_RATIO, MAX_UNPACKED_BYTES, Unreadable

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo)\s?(\d)$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list(?: (?:bullet|number|paragraph))?(?: (\d))?$", re.IGNORECASE)
# Small documents may be packed tightly; a bomb is both large and tight.
_SMALL = 10_000_000
# A cell of more paragraphs than this is a column of the page, not a cell.
_CELL = 4


def read_docx(name: str, content: bytes) -> Document:
    """Return the blocks of a Word document; raises `Unreadable` for one that is broken, locked or a bomb."""
    _check_package(name, content)
    try:
        word = docx.Document(io.BytesIO(content))
        _unwrap(word)
        blocks = blocks_of(_drafts(word.iter_inner_content()))
        author = word.core_properties.author
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise Unreadable(f"{name}: this Word document is broken ({error}); save it anew or export it as PDF") from error
    return Document(name, blocks, owner=owner_of(blocks) or as_person(author or ""))


def _check_package(name: str, content: bytes) -> None:
    """Look at the sizes that the package declares before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            unpacked = sum(member.file_size for member in package.infolist())
    except zipfile.BadZipFile as error:
        reason = "this is no Word document, or one with a password; save it as DOCX without one, or as PDF"
        raise Unreadable(f"{name}: {reason}") from error
    check_size(unpacked, MAX_UNPACKED_BYTES, name)
    if unpacked > max(_SMALL, MAX_UNPACK_RATIO * len(content)):
        raise Unreadable(f"{name}: {len(content):,} bytes unpack to {unpacked:,}; save the document anew")


def _unwrap(word: Word) -> None:
    """Put the content of form fields and tracked insertions in their place, where the library looks for it."""
    body = word.element.body
    for tag in ("w:sdt", "w:ins", "w:smartTag"):
        for wrapper in list(body.iter(qn(tag))):
            parent = wrapper.getparent()
            if parent is None:
                continue
            inner = wrapper.find(qn("w:sdtContent")) if tag == "w:sdt" else wrapper
            for child in list(inner) if inner is not None else ():
                wrapper.addprevious(child)
            parent.remove(wrapper)


def _drafts(content: Iterable[Paragraph | Table]) -> Iterator[Draft]:
    for part in content:
        if isinstance(part, Table):
            yield from _table_drafts(part)
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


def _table_drafts(table: Table) -> Iterator[Draft]:
    for row in table.rows:
        cells = list({id(cell._tc): cell for cell in row.cells}.values())
        if any(len([part for part in cell.paragraphs if part.text.strip()]) > _CELL or cell.tables for cell in cells):
            for cell in cells:
                yield from _drafts(cell.iter_inner_content())
            continue
        pieces: list[Piece] = []
        for cell in cells:
            if not cell.text.strip():
                continue
            pieces += [Piece(" | ")] if pieces else []
            for number, paragraph in enumerate(cell.paragraphs):
                pieces += [Piece("\n")] if number else []
                pieces += _pieces(paragraph)
        yield Draft(Kind.ROW, tuple(pieces), cells=tuple(clean(cell.text).strip() for cell in cells))
