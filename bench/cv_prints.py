"""Documents of headings and items as plain text, PDF and DOCX: what `documents.py` renders its CVs with."""

from __future__ import annotations

import ctypes
import io
import re
import textwrap
from collections.abc import Callable
from functools import cache

import docx
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from cv_markup import Section

# How far a blank at the head of a line moves it to the right in a PDF, in points.
INDENT = 5
# pdfium's fonts belong to a document, and go with it.
_PAPER = pypdfium2.PdfDocument.new()

# Breaks a text into lines, the first of which begins with the first string, the others with the second.
Breaker = Callable[[str, str, str], list[str]]


def _by_characters(width: int) -> Breaker:
    """Break lines as an editor does, after so many characters."""
    return lambda text, first, rest: textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _by_width(points: float) -> Breaker:
    """Break lines as a typesetter does, where the next word has no room on a line of so many points of 9-point type."""
    font = pdfium.FPDFText_LoadStandardFont(_PAPER, b"Helvetica")
    drawn = ctypes.c_float()

    @cache
    def wide(char: str) -> float:
        pdfium.FPDFFont_GetGlyphWidth(font, ord(char), 9, drawn)
        return float(drawn.value)

    def room(line: str) -> float:
        return INDENT * (len(line) - len(line.lstrip())) + sum(map(wide, line.strip()))

    def broken(text: str, first: str, rest: str) -> list[str]:
        lines: list[str] = []
        line, empty = first, True
        for word in text.split():
            longer = line + word if empty else f"{line} {word}"
            if not empty and room(longer) > points:
                lines.append(line)
                longer = rest + word
            line, empty = longer, False
        return [*lines, line]

    return broken


def _plain_lines(owner: str, sections: list[Section], broken: Breaker) -> list[str]:
    """Return the lines of a plain print with hanging indents."""
    out = [owner, ""]
    for section in sections:
        out += [section.heading, ""] if section.heading else []
        for at, item in enumerate(section.items, 1):
            lead = {"bullets": "• ", "numbers": f"{at}. "}.get(section.layout, "")
            for row, line in enumerate(item):
                text = (
                    " | ".join("".join(run.text for run in cell) for cell in item)
                    if section.layout == "table"
                    else "".join(run.text for run in line)
                )
                if section.layout == "table" and row:
                    break
                out += broken(text, lead if not row else " " * len(lead), " " * len(lead))
            out += [""] if section.layout not in {"bullets", "breaks", "table"} else []
        out.append("")
    return out


def wrapped(owner: str, sections: list[Section], *, pages: bool) -> bytes:
    """Return plain text wrapped at 80 columns, paged with headers and numbers where wanted."""
    lines = _plain_lines(owner, sections, _by_characters(80))
    if not pages:
        return "\n".join(lines).encode()
    sheets = [lines[at : at + 31] for at in range(0, len(lines), 31)]
    return "\n\f".join(
        "\n".join([*([f"{owner} - Curriculum Vitae", ""] if at else []), *sheet, "", f"{at + 1}"])
        for at, sheet in enumerate(sheets)
    ).encode()


def pdf(owner: str, sections: list[Section]) -> bytes:
    """Return a PDF in Helvetica, 52 lines a page."""
    lines = _plain_lines(owner, sections, _by_width(475))
    pages = [lines[at : at + 52] for at in range(0, len(lines), 52)]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for number, page in enumerate(pages, 1):
        rows = [(60, 780 - 14 * at, line) for at, line in enumerate(page)] + [(300, 30, str(number))]
        drawn = "".join(
            f"1 0 0 1 {x + INDENT * (len(row) - len(row.lstrip()))} {y} Tm ({_pdf_text(row.strip())}) Tj\n"
            for x, y, row in rows
            if row.strip()
        )
        stream = f"BT /F1 9 Tf\n{drawn}ET"
        objects.append(f"<< /Length {len(stream.encode('cp1252', 'replace'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for at, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{at} 0 obj\n{content}\nendobj\n".encode("cp1252", "replace")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    tail += f"startxref\n{len(out)}\n%%EOF\n"
    return out + tail.encode()


def _pdf_text(text: str) -> str:
    return re.sub(r"([\\()])", r"\\\1", text)


def word(owner: str, sections: list[Section]) -> bytes:
    """Return a DOCX."""
    paper = docx.Document()
    paper.add_heading(owner, 0)
    for section in sections:
        if section.heading:
            paper.add_heading(section.heading, section.level - 1)
        if section.layout == "table":
            table = paper.add_table(rows=0, cols=len(section.items[0]))
            for item in section.items:
                for cell, line in zip(table.add_row().cells, item, strict=True):
                    cell.text = "".join(run.text for run in line)
            continue
        style = {"bullets": "List Bullet", "numbers": "List Number"}.get(section.layout)
        groups = (
            [[line for item in section.items for line in item]]
            if section.layout == "breaks"
            else [list(item) for item in section.items]
        )
        for group in groups:
            paragraph = paper.add_paragraph(style=style)
            for at, line in enumerate(group):
                if at:
                    paragraph.add_run().add_break()
                for run in line:
                    piece = paragraph.add_run(run.text)
                    piece.bold, piece.italic = run.face == "strong" or None, run.face == "emphasis" or None
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()
