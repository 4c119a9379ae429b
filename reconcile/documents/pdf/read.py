"""PDF files, through pdfium: characters with their places, fonts and links; `lines` makes blocks of them."""

from __future__ import annotations

import itertools
import re
import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]

from reconcile.documents.blocks.block import Document
from reconcile.documents.blocks.owner import as_person, owner_of
from reconcile.documents.blocks.unreadable import MAX_PAGES, Unreadable
from reconcile.documents.pages.extracted import Piece, blocks_of
from reconcile.documents.pdf.grid import Tabled, tabled
from reconcile.documents.pdf.lines import drafts_of
from reconcile.documents.pdf.markers import with_markers
from reconcile.documents.pdf.sidebar import LABEL, LONGEST_LABEL
from reconcile.documents.pdf.text import CLOSING, Box, Stretch, bullets, stretches
from reconcile.documents.portals.pages import printed_page
from reconcile.documents.printed.gaps import Line

# Characters of all pages together: half a minute. A page of text has some four thousand.
_MOST_OF_ALL = 3_000_000
# Browsers and word processors hyphenate only where they are told to.
_UNHYPHENATED = re.compile(r"Skia|Mozilla|Chrom|Safari|cairo|Quartz|Word\b|Office|Google|Pages\b", re.IGNORECASE)
_MARGIN = 0.05
# A bullet stands so near before its line, in points; of the shapes at its height so many are looked at.
_BEFORE = 24.0
_NEAREST = 40

# Where stretches begin that stand one below the other, to so many points; so many make a column.
_COLUMN, _FEWEST = 3.0, 3
# A label is this much smaller or larger than what stands beside it, and so many heights apart.
_LARGER, _APART = 1.15, 0.8


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
        maker = f"{pdf.get_metadata_value('Creator')} {pdf.get_metadata_value('Producer')}"
        whole = "TeX" not in maker and bool(_UNHYPHENATED.search(maker))
        blocks = printed_page(blocks_of(drafts_of(pages, whole=whole)))
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
    """Return the lines of the pages, up to the limits of their number and of the characters on them."""
    pages: list[list[Line]] = []
    left, tables = _MOST_OF_ALL, Tabled()
    while len(pages) < min(len(pdf), MAX_PAGES):
        lines, count, tables = _lines(pdf, len(pages), left, tables)
        left -= count
        if left < 0:
            break
        pages.append(lines)
    return pages


def _lines(pdf: pypdfium2.PdfDocument, number: int, most: int, before: Tabled) -> tuple[list[Line], int, Tabled]:
    """Return the lines of a page in reading order, its characters, and its tables; `before` are those before it.

    There are no lines where the characters are more than `most`. A page that pdfium cannot load has neither.
    """
    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        return [], 0, before
    text_page = page.get_textpage()
    count = text_page.count_chars()
    found = with_markers(list(stretches(page, text_page))) if count <= most else []
    drawn = sorted(bullets(page), key=_height) if found else []
    tables = tabled(found, before)
    lines = [_with_bullet(line, drawn) for line in _joined(_ordered(tables.rest), number)]
    lines = _without_margins(lines, page.get_height())
    lines = list(
        _with_rows(lines, [replace(line, cell=cell) for cell, shown in tables.cells for line in _joined(shown, number)])
    )
    text_page.close()
    page.close()
    return lines, count, tables


def _with_rows(lines: Sequence[Line], cells: Iterable[Line]) -> Iterator[Line]:
    """Return the lines of a page with those of its tables, each row before the first line that stands below it."""
    rest = iter(lines)
    line = next(rest, None)
    for _, row in itertools.groupby(cells, lambda cell: cell.cell and cell.cell.row):
        shown = list(row)
        top = max(each.bottom for each in shown)
        while line and line.bottom > top:
            yield line
            line = next(rest, None)
        yield from shown
    if line:
        yield line
        yield from rest


def _without_margins(lines: Sequence[Line], height: float) -> list[Line]:
    """Return the lines without the small print at the very edge of a page, where browsers put address and date."""
    sizes = sorted(line.size for line in lines)
    small = 0.85 * sizes[len(sizes) // 2] if sizes else 0.0
    margin = _MARGIN * height
    return [line for line in lines if line.size >= small or margin < line.bottom < height - margin]


def _ordered(shown: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches in reading order: that of the file, unless it jumps about on the page."""
    pairs = list(itertools.pairwise(shown))
    jumps = sum(after.box.bottom > before.box.top for before, after in pairs)
    if jumps * 5 <= len(shown):
        return list(shown)
    return sorted(shown, key=lambda stretch: (-round(stretch.box.bottom / 3), stretch.box.left))


def _joined(shown: Sequence[Stretch], page: int) -> Iterator[Line]:
    """Return the lines that stretches side by side make; a label in a column of its own makes one by itself."""
    row: list[Stretch] = []
    begins = Counter(round(stretch.box.left / _COLUMN) for stretch in shown)
    for stretch in shown:
        if row and (not _same_line(row[-1], stretch) or _is_beside_label(row, stretch, begins)):
            yield _line(row, page)
            row = []
        row.append(stretch)
    if row:
        yield _line(row, page)


def _same_line(before: Stretch, after: Stretch) -> bool:
    overlap = min(before.box.top, after.box.top) - max(before.box.bottom, after.box.bottom)
    smaller = min(before.height, after.height)
    return overlap > 0.3 * smaller and after.box.left > before.box.left - 1


def _is_beside_label(row: Sequence[Stretch], stretch: Stretch, begins: Mapping[int, int]) -> bool:
    """Return whether a stretch begins the column beside words in another size, as forms like Europass have them."""
    sizes = row[-1].size, stretch.size
    if max(sizes) < _LARGER * min(sizes) or begins[round(stretch.box.left / _COLUMN)] < _FEWEST:
        return False
    apart = stretch.box.left - row[-1].box.right > _APART * stretch.height
    return apart and not any(char.isdigit() for before in row for char in before.text)


def _line(row: Sequence[Stretch], page: int) -> Line:
    pieces: list[Piece] = []
    least = _least_space(row)
    for number, stretch in enumerate(row):
        if number and _is_parted(row[number - 1], stretch, least):
            pieces.append(Piece(" "))
        pieces += stretch.pieces
    longest = max(row, key=lambda stretch: len(stretch.text))
    left, right = min(stretch.box.left for stretch in row), max(stretch.box.right for stretch in row)
    beside, white = _beside_date(row)
    return Line(
        tuple(pieces), page, left, longest.box.bottom, right, longest.box.top, longest.size, beside=beside, white=white
    )


def _beside_date(row: Sequence[Stretch]) -> tuple[float, float]:
    """Return where in a row the text beside a date begins, and the white between in heights; zeros where none does."""
    text = ""
    found = (0.0, 0.0)
    for before, stretch in itertools.pairwise(row):
        text += before.text
        if len(text) > LONGEST_LABEL:
            break
        white = (stretch.box.left - before.box.right) / stretch.height
        if white > found[1] and LABEL.fullmatch(text.strip()):
            found = (stretch.box.left, white)
        if white > _SPACE and not text.endswith(" "):
            text += " "
    return found


def _height(box: Box) -> float:
    return (box.bottom + box.top) / 2


def _with_bullet(line: Line, drawn: Sequence[Box]) -> Line:
    """Return a line with the bullet that is drawn before it, if one is; `drawn` are shapes from the lowest up."""
    first = bisect_left(drawn, line.bottom, key=_height)
    for box in drawn[first : first + _NEAREST]:
        if box.bottom < line.top and 0 < line.left - box.right < _BEFORE:
            return replace(line, pieces=(Piece("• "), *line.pieces), left=box.left)
    return line


_SPACE = 0.17  # of the height of a line
_KERNED = 0.03  # of it that two characters of one word are moved apart
_WIDER = 1.6  # than the white between letters is a space among letters that are set apart
_LETTERS, _LIGATURE = 5, 2  # stretches of such a row, and characters of each


def _least_space(row: Sequence[Stretch]) -> float:
    """Return how wide a space is at least, for each unit of height.

    Where letters are shown one by one and set apart, as headings are (`P U B L I C A T I O N S`), it is wider than
    the white between most of them.
    """
    if len(row) < _LETTERS or any(len(stretch.text.strip()) > _LIGATURE for stretch in row):
        return _SPACE
    gaps = [(after.box.left - before.box.right) / after.height for before, after in itertools.pairwise(row)]
    return max(_SPACE, _WIDER * statistics.median(gaps))


def _is_parted(before: Stretch, after: Stretch, least: float) -> bool:
    """Return whether a space stands between two stretches of a line.

    None does where the font has one end where the other begins: browsers show the `1` of `2019` by itself.
    """
    gap = after.box.left - before.box.right
    wide = gap > least * after.height and after.begins - before.ends > _KERNED * after.height
    apart = (before.spaced and least == _SPACE) or wide
    return apart and not before.text.endswith(" ") and after.text[0] not in CLOSING
