"""PDF files, through pdfium: characters with their places, fonts and links; `pagelines` makes blocks of them."""

from __future__ import annotations

import ctypes
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from reconcile.documents.block import Document
from reconcile.documents.extracted import Piece, blocks_of
from reconcile.documents.owner import as_person, owner_of
from reconcile.documents.pagelines import Line, drafts_of
from reconcile.documents.runs import Style, live_url
from reconcile.documents.unreadable import MAX_PAGES, Unreadable

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|medi\b|cmbx|sfbx|lmbx|-b$|,b$", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slanted|cmti|cmsl|sfti|lmri", re.IGNORECASE)
# Symbol fonts put their bullets in private use; TeX fonts without a map leave bullets and ligatures at their codes.
_CODES = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\x7f": "•", "\x88": "•"}
_CODES |= {"\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl"}
_CODES |= {"\x0b": "ff", "\x0c": "fi", "\x0e": "ffi", "\x0f": "ffl"}
# TeX fonts of seven bits print an accent as a sign of its own before the letter.
_COMBINING = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˚": "\u030a", "¸": "\u0327"}
_SPACING_ACCENT = re.compile(r"([´¨ˆ˜ˇ˚¸])\s?([A-Za-z])?")
_PRINTED = str.maketrans(_CODES)
# pdfium looks at every character of a page for every stretch of text; beyond this the page is no page of text.
_MOST_WORK = 200_000_000
# Of all pages together: half a minute. A page of text has some hundred thousand.
_MOST_OF_ALL = 600_000_000
_CLOSING = ".,;:)]’”"
_MARGIN = 0.05
_MOST_LINKS = 2000


class _Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float


class _Link(NamedTuple):
    box: _Box
    text: str
    url: str


class _Stretch(NamedTuple):
    box: _Box
    text: str
    styles: tuple[Style, ...]
    size: float


def read_pdf(name: str, content: bytes) -> Document:
    """Return the blocks of a PDF; raises `Unreadable` for one that is broken or has a password."""
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        reason = (
            "has a password; save it without one" if "password" in str(error).lower() else "is broken; export it anew"
        )
        raise Unreadable(f"{name}: this PDF {reason}") from error
    try:
        pages = _pages(pdf)
        blocks = blocks_of(drafts_of(pages))
        owner = owner_of(blocks) or as_person(pdf.get_metadata_value("Author"))
        return Document(name, blocks, tuple(_complaints(name, len(pages), len(pdf), bool(blocks))), owner)
    finally:
        pdf.close()


def _complaints(name: str, read: int, pages: int, has_text: bool) -> Iterator[str]:
    if read < pages:
        yield f"{name}: only the first {read} of {pages:,} pages were read; split the document"
    if not has_text:
        yield f"{name}: this PDF holds no text (a scan?); run text recognition over it first"


def _pages(pdf: pypdfium2.PdfDocument) -> list[list[Line]]:
    """Return the lines of the pages, up to the limits of their number and of the work that they make."""
    pages: list[list[Line]] = []
    spent = 0
    while len(pages) < min(len(pdf), MAX_PAGES) and spent < _MOST_OF_ALL:
        lines, work = _lines(pdf, len(pages))
        pages.append(lines)
        spent += work
    return pages


def _lines(pdf: pypdfium2.PdfDocument, number: int) -> tuple[list[Line], int]:
    """Return the lines of a page in reading order, none where pdfium cannot load it, and the work that they made."""
    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        return [], 0
    text_page = page.get_textpage()
    count = text_page.count_rects()
    work = count * text_page.count_chars()
    if work > _MOST_WORK:
        count = work = 0
    links = list(_links(page, text_page)) if count else []
    stretches = [stretch for at in range(count) if (stretch := _stretch(text_page, at)).text.strip()]
    lines = _without_margins(list(_joined(_ordered(stretches), links, number)), page.get_height())
    text_page.close()
    page.close()
    return lines, work


def _stretch(text_page: pypdfium2.PdfTextPage, at: int) -> _Stretch:
    """Return one stretch of text: its box is as high as the font, whatever letters are in it."""
    box = _Box(*text_page.get_rect(at))
    text = text_page.get_text_bounded(*box).replace("\r", "").replace("\n", " ").translate(_PRINTED)
    text = _SPACING_ACCENT.sub(_accented, text)
    index = _character(text_page, box)
    if index is None:
        return _Stretch(box, text, (), 0.0)
    loose = _Box(*text_page.get_charbox(index, loose=True))
    if loose.bottom <= box.top and loose.top >= box.bottom:
        box = box._replace(bottom=loose.bottom, top=loose.top)
    font = _font(text_page, index)
    styles = [Style(kind) for kind, sign in (("strong", _BOLD), ("emphasis", _ITALIC)) if sign.search(font)]
    return _Stretch(box, text, tuple(styles), pdfium.FPDFText_GetFontSize(text_page, index))


def _character(text_page: pypdfium2.PdfTextPage, box: _Box) -> int | None:
    """Return the index of a character in a box, from its left on; None where pdfium finds none."""
    middle = (box.bottom + box.top) / 2
    for across in (0.02, 0.2, 0.5, 0.8):
        index = text_page.get_index(box.left + across * (box.right - box.left), middle, 2, 3)
        if index is not None and index >= 0:
            return int(index)
    return None


def _accented(match: re.Match[str]) -> str:
    """Return the letter after a spacing accent with the accent on it; an accent without a letter is dropped."""
    letter = match[2] or ""
    return unicodedata.normalize("NFC", letter + _COMBINING[match[1]]) if letter else ""


def _font(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    """Return the name of the font of a character."""
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 128, ctypes.byref(ctypes.c_int()))
    return buffer.value.decode("utf-8", errors="replace")


def _links(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> Iterator[_Link]:
    """Return the web links of a page with the text under each."""
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
            return
        rect = pdfium.FS_RECTF()
        url = _address(page, link)
        if url and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            box = _Box(rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top))
            text = text_page.get_text_bounded(*box).replace("\r", "").strip()
            if text:
                yield _Link(box, text.split("\n", 1)[0].strip(), url)


def _address(page: pypdfium2.PdfPage, link: object) -> str:
    """Return the address that a link annotation opens; nothing for one inside the document."""
    action = pdfium.FPDFLink_GetAction(link)
    if not action:
        return ""
    length = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFAction_GetURIPath(page.pdf, action, buffer, length)
    return live_url(buffer.value.decode("utf-8", errors="replace"))


def _without_margins(lines: Sequence[Line], height: float) -> list[Line]:
    """Return the lines without the small print at the very edge of a page, where browsers put address and date."""
    sizes = sorted(line.size for line in lines)
    small = 0.85 * sizes[len(sizes) // 2] if sizes else 0.0
    margin = _MARGIN * height
    return [line for line in lines if line.size >= small or margin < line.bottom < height - margin]


def _ordered(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Return the stretches in reading order: that of the file, unless it jumps about on the page."""
    pairs = list(itertools.pairwise(stretches))
    jumps = sum(after.box.bottom > before.box.top for before, after in pairs)
    if jumps * 5 <= len(stretches):
        return list(stretches)
    return sorted(stretches, key=lambda stretch: (-round(stretch.box.bottom / 3), stretch.box.left))


def _joined(stretches: Sequence[_Stretch], links: Sequence[_Link], page: int) -> Iterator[Line]:
    """Return the lines that stretches side by side make."""
    row: list[_Stretch] = []
    for stretch in stretches:
        if row and not _same_line(row[-1], stretch):
            yield _line(row, links, page)
            row = []
        row.append(stretch)
    if row:
        yield _line(row, links, page)


def _same_line(before: _Stretch, after: _Stretch) -> bool:
    overlap = min(before.box.top, after.box.top) - max(before.box.bottom, after.box.bottom)
    smaller = min(before.box.top - before.box.bottom, after.box.top - after.box.bottom)
    return overlap > 0.3 * smaller and after.box.left > before.box.left - 1


def _line(row: Sequence[_Stretch], links: Sequence[_Link], page: int) -> Line:
    pieces: list[Piece] = []
    for number, stretch in enumerate(row):
        if number and _is_parted(row[number - 1], stretch):
            pieces.append(Piece(" "))
        pieces += _linked(stretch, links)
    longest = max(row, key=lambda stretch: len(stretch.text))
    left, right = min(stretch.box.left for stretch in row), max(stretch.box.right for stretch in row)
    return Line(tuple(pieces), page, left, longest.box.bottom, right, longest.box.top, longest.size)


def _is_parted(before: _Stretch, after: _Stretch) -> bool:
    """Return whether a space stands between two stretches of a line."""
    gap = after.box.left - before.box.right
    return (
        gap > 0.17 * (after.box.top - after.box.bottom)
        and not before.text.endswith(" ")
        and after.text[0] not in _CLOSING
    )


def _linked(stretch: _Stretch, links: Sequence[_Link]) -> Iterator[Piece]:
    """Return a stretch in pieces, those under a link with its address."""
    middle = (stretch.box.bottom + stretch.box.top) / 2
    text = stretch.text
    for link in links:
        across = link.box.bottom <= middle <= link.box.top
        beside = link.box.left < stretch.box.right and stretch.box.left < link.box.right
        if not (across and beside):
            continue
        inside = text if text.strip() in link.text else link.text
        before, found, after = text.partition(inside)
        if found:
            yield Piece(before, stretch.styles)
            yield Piece(found, (*stretch.styles, Style("link", link.url)))
            text = after
    yield Piece(text, stretch.styles)
