"""The text of a PDF page, through pdfium: stretches of characters with their places, fonts and links."""

from __future__ import annotations

import ctypes
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from reconcile.documents.blocks.runs import Style, live_url
from reconcile.documents.pages.extracted import Piece

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|medi\b|cmbx|sfbx|lmbx|-b$|,b$", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slanted|cmti|cmsl|sfti|lmri", re.IGNORECASE)
# Symbol fonts put their bullets in private use; TeX fonts without a map leave bullets and ligatures at their codes.
_CODES = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\x7f": "•", "\x88": "•"}
_CODES |= {"\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl"}
_CODES |= {"\x0b": "ff", "\x0c": "fi", "\x0e": "ffi", "\x0f": "ffl", "\x00": "", "\r": "", "\n": " "}
# Bitmap fonts of TeX's T1 encoding, where the file does not say what their characters are.
_CODES |= {"\x10": "“", "\x11": "”", "\x12": "„", "\x13": "«", "\x14": "»", "\x15": "–", "\x16": "—", "\x17": ""}
# pdfium has a sign of its own for any hyphen at the end of a line.
_CODES |= {"\x02": "-", "\ufffe": "-"}
_PRINTED = str.maketrans(_CODES)
# TeX fonts of seven bits print an accent as a sign of its own before the letter.
_COMBINING = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˚": "\u030a", "¸": "\u0327"}
_SPACING_ACCENT = re.compile(r"([´¨ˆ˜ˇ˚¸])\s?([A-Za-z])?")
# What no space stands before.
CLOSING = ".,;:)]’”"
# White within a text object that parts columns, in heights of its font; the spaces of full lines are half as wide.
_COLUMN = 1.1
# Links of a page; and how often one is held against a stretch of text, so that a page of either alone is read whole.
_MOST_LINKS = 2000
_MOST_TRIED = 20_000_000
# Browsers draw the bullets of a list: shapes of some points, as wide as high. Pages of figures have many shapes.
_BULLET = (1.5, 8.0)
_ROUND = 0.75
_MOST_SHAPES = 20_000


class Box(NamedTuple):
    """A place on a page, in points; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Stretch(NamedTuple):
    """Characters that the file shows at once, in one font: their box, from the baseline up, and the font's size.

    `spaced` where pdfium sees a space after them that the file does not hold. `begins` and `ends` are where the font
    has the first one begin and the last one end, with the white that belongs to them: a `1` has much on its left.
    """

    box: Box
    pieces: tuple[Piece, ...]
    size: float
    spaced: bool
    begins: float
    ends: float

    @property
    def text(self) -> str:
        """The characters."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def height(self) -> float:
        """From the baseline up, about the size of the font."""
        return self.box.top - self.box.bottom


class _Glyph(NamedTuple):
    number: int
    text: str
    box: Box


def stretches(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> Iterator[Stretch]:
    """Return the stretches of a page in the order of the file, those without a printed character left out.

    Each character is taken by its number. Asked for the text within a box, pdfium gives letters of the next stretch
    as well where the two are kerned, as browsers do it: "W" and "ang" came out as "Wa" and "ang".
    """
    shown = [part for glyphs in _shown_at_once(text_page) for part in _parted(text_page, glyphs)]
    links = tuple(itertools.islice(_links(page), _MOST_TRIED // max(1, len(shown))))
    for glyphs in shown:
        stretch = _stretch(text_page, glyphs, links) if _printed(glyphs) else None
        if stretch and stretch.text.strip():  # an accent without its letter leaves nothing
            yield stretch


def _shown_at_once(text_page: pypdfium2.PdfTextPage) -> Iterator[list[_Glyph]]:
    """Return the characters of a page by the text object that shows them, with the spaces that pdfium sees.

    Such a space has the box of the character before it, without width.
    """
    glyphs: list[_Glyph] = []
    shown, spaced = 0, False
    for number in range(text_page.count_chars()):
        found = pdfium.FPDFText_GetTextObject(text_page, number)
        char = chr(pdfium.FPDFText_GetUnicode(text_page, number))
        if not found:
            spaced = spaced or char == " "
            continue
        address = ctypes.addressof(found.contents)
        if spaced and glyphs and char not in CLOSING:
            end = glyphs[-1].box
            glyphs.append(_Glyph(number, " ", end._replace(left=end.right)))
        if glyphs and address != shown:
            yield glyphs
            glyphs = []
        glyphs.append(_Glyph(number, char, _box(text_page, number)))
        shown, spaced = address, False
    if glyphs:
        yield glyphs


def _parted(text_page: pypdfium2.PdfTextPage, glyphs: list[_Glyph]) -> Iterator[list[_Glyph]]:
    """Return the characters of a text object by the white between them: it may run over the columns of a table."""
    printed = _printed(glyphs)
    loose = Box(*text_page.get_charbox(printed[0].number, loose=True)) if printed else Box(0.0, 0.0, 0.0, 0.0)
    least = _COLUMN * (loose.top - loose.bottom)
    begin = 0
    for before, glyph in itertools.pairwise(printed):
        if glyph.box.left - before.box.right > least:
            at = glyphs.index(glyph, begin)
            yield glyphs[begin:at]
            begin = at
    yield glyphs[begin:]


def _printed(glyphs: Sequence[_Glyph]) -> list[_Glyph]:
    return [glyph for glyph in glyphs if glyph.text.strip()]


def _box(text_page: pypdfium2.PdfTextPage, number: int) -> Box:
    """Return the box around a printed character."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, number, left, right, bottom, top)
    return Box(left.value, bottom.value, right.value, top.value)


def _baseline(text_page: pypdfium2.PdfTextPage, number: int) -> float:
    """Return the height at which a character stands, whatever its shape and what its font says of it."""
    left, bottom = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, number, left, bottom)
    return bottom.value


def _stretch(text_page: pypdfium2.PdfTextPage, glyphs: Sequence[_Glyph], links: Sequence[tuple[Box, str]]) -> Stretch:
    """Return the characters of one text object as a stretch, with the font and the height of the first printed one."""
    first, last = itemgetter(0, -1)(_printed(glyphs))
    spaced = glyphs[-1].text == " " and glyphs[-1].box.left == glyphs[-1].box.right
    glyphs = glyphs[:-1] if spaced else glyphs
    printed = [glyph.box for glyph in glyphs if glyph.box.right > glyph.box.left] or [first.box]
    box = Box(
        min(box.left for box in printed),
        min(box.bottom for box in printed),
        max(box.right for box in printed),
        max(box.top for box in printed),
    )
    base = _baseline(text_page, first.number)
    loose, end = (Box(*text_page.get_charbox(glyph.number, loose=True)) for glyph in (first, last))
    box = box._replace(bottom=base, top=base + max(loose.top - loose.bottom, box.top - box.bottom))
    font = _font(text_page, first.number)
    styles = tuple(Style(kind) for kind, sign in (("strong", _BOLD), ("emphasis", _ITALIC)) if sign.search(font))
    pieces = tuple(_linked(glyphs, styles, [link for link in links if _touches(link[0], box)]))
    size = pdfium.FPDFText_GetFontSize(text_page, first.number)
    return Stretch(box, pieces, size, spaced, loose.left, end.right)


def _linked(glyphs: Sequence[_Glyph], styles: tuple[Style, ...], links: Sequence[tuple[Box, str]]) -> Iterator[Piece]:
    """Return characters in pieces, those under a link with its address."""
    for url, under in itertools.groupby(glyphs, lambda glyph: _address_at(glyph.box, links)):
        text = "".join(glyph.text for glyph in under)
        # A character beyond 16 bits may come in two halves.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").translate(_PRINTED)
        text = _SPACING_ACCENT.sub(_accented, text)
        if text:
            yield Piece(text, (*styles, Style("link", url)) if url else styles)


def _address_at(box: Box, links: Sequence[tuple[Box, str]]) -> str:
    """Return the address of the link that lies over the middle of a character."""
    across, up = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    for place, url in links:
        if place.left <= across <= place.right and place.bottom <= up <= place.top:
            return url
    return ""


def _touches(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.bottom < other.top and other.bottom < one.top


def _accented(match: re.Match[str]) -> str:
    """Return the letter after a spacing accent with the accent on it; an accent without a letter is dropped."""
    letter = match[2] or ""
    return unicodedata.normalize("NFC", letter + _COMBINING[match[1]]) if letter else ""


def _font(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    """Return the name of the font of a character."""
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 128, ctypes.byref(ctypes.c_int()))
    return buffer.value.decode("utf-8", errors="replace")


def _links(page: pypdfium2.PdfPage) -> Iterator[tuple[Box, str]]:
    """Return the places of the web links of a page with their addresses."""
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
            return
        rect = pdfium.FS_RECTF()
        url = _address(page, link)
        if url and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            yield Box(rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)), url


def bullets(page: pypdfium2.PdfPage) -> list[Box]:
    """Return the small round or square shapes that are drawn on a page."""
    found = []
    for number in range(min(_MOST_SHAPES, pdfium.FPDFPage_CountObjects(page))):
        shape = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
            box = Box(left.value, bottom.value, right.value, top.value)
            small, large = sorted((box.right - box.left, box.top - box.bottom))
            if _BULLET[0] < small and large < _BULLET[1] and small > _ROUND * large:
                found.append(box)
    return found


def _address(page: pypdfium2.PdfPage, link: object) -> str:
    """Return the address that a link annotation opens; nothing for one inside the document."""
    action = pdfium.FPDFLink_GetAction(link)
    if not action:
        return ""
    length = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFAction_GetURIPath(page.pdf, action, buffer, length)
    return live_url(buffer.value.decode("utf-8", errors="replace"))
