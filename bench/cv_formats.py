"""Documents of headings and items, written in each format: what `documents.py` renders its CVs with."""

from __future__ import annotations

import csv
import ctypes
import html
import io
import json
import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

import docx
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import yaml
from cv_styles import Item, Line, Paper, Run, inverted

# How far a blank at the head of a line moves it to the right in a PDF, in points.
INDENT = 5
# pdfium's fonts belong to a document, and go with it.
_PAPER = pypdfium2.PdfDocument.new()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `layout` is one of the words of the style table."""

    heading: str
    layout: str
    items: tuple[Item, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a markup language writes things; `{}` is the content."""

    escape: Callable[[str], str]
    strong: str
    emphasis: str
    link: Callable[[str, str], str]
    title: Callable[[str], str]
    heading: Callable[[str, int], str]
    bullet: str
    number: str
    break_: str
    item_indent: str
    open: Mapping[str, str]
    close: Mapping[str, str]
    before: str = ""
    after: str = ""
    lead: str = ""
    paragraph: str = "{}\n\n"
    cell_rule: Callable[[list[list[str]]], str] = lambda rows: "\n".join(" | ".join(row) for row in rows) + "\n\n"

    def run(self, run: Run) -> str:
        """Return one stretch of text with its markup."""
        body = self.escape(run.text)
        if run.url:
            return self.link(body, run.url)
        lead, core, tail = re.match(r"(\s*)(.*?)(\s*)$", body, re.DOTALL).groups()  # type: ignore[union-attr]
        face = {"strong": self.strong, "emphasis": self.emphasis}.get(run.face, "{}")
        return f"{lead}{face.replace('{}', core)}{tail}" if core else body

    def line(self, line: Line) -> str:
        """Return a line of text."""
        return "".join(map(self.run, line))

    def lines(self, item: Item) -> str:
        """Return the lines of an item, parted by hard breaks."""
        return (self.lead if len(item) > 1 else "") + self.break_.join(map(self.line, item))

    def section(self, section: Section) -> str:
        """Return a section, by its layout."""
        out = self.heading(self.escape(section.heading), section.level) if section.heading else ""
        layout = section.layout
        if layout == "table":
            return out + self.cell_rule([[self.line(cell) for cell in item] for item in section.items])
        texts = [self.lines(item) for item in section.items]
        if layout == "breaks":
            return out + self.paragraph.replace(
                "{}", self.lines(tuple(line for item in section.items for line in item))
            )
        if layout in {"bullets", "numbers"}:
            form = self.bullet if layout == "bullets" else self.number
            rows = [
                form.replace("#", str(at)).replace("{}", text.replace("\n", "\n" + self.item_indent))
                for at, text in enumerate(texts, 1)
            ]
            return out + self.open.get(layout, "") + "".join(rows) + self.close.get(layout, "") + "\n"
        return out + "".join(self.paragraph.replace("{}", text) for text in texts)


def _same(text: str) -> str:
    return text


def _markdown_table(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]) + "\n\n"


def _rst_table(rows: list[list[str]]) -> str:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    rule = "  ".join("=" * width for width in widths)
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([rule, lines[0], rule, *lines[1:], rule]) + "\n\n"


def _tex_escape(text: str) -> str:
    text = re.sub(r"([&%$#_{}])", r"\\\1", text)
    return (
        text.replace("“", "``")
        .replace("”", "''")
        .replace("–", "--")
        .replace("~", r"\textasciitilde{}")
        .replace("^", r"\^{}")
    )


def _tex_heading(text: str, level: int) -> str:
    return f"\n\\{'sub' * (level - 2)}section{{{text}}}\n"


def _tex_table(rows: list[list[str]]) -> str:
    body = "".join(" & ".join(row) + " \\\\\n" for row in rows)
    return "\\begin{tabular}{" + "l" * len(rows[0]) + "}\n\\hline\n" + body + "\\end{tabular}\n\n"


def _html_table(rows: list[list[str]]) -> str:
    def row(cells: list[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>\n"

    return "<table>\n" + row(rows[0], "th") + "".join(row(cells, "td") for cells in rows[1:]) + "</table>\n"


_FRONT = "---\nlayout: page\ntitle: Publications\npermalink: /publications/\n---\n\n"
_MARKDOWN = Dialect(
    escape=lambda text: re.sub(r"([*_<])", r"\\\1", text),
    strong="**{}**",
    emphasis="*{}*",
    link=lambda text, url: f"[{text.strip('[]')}]({url})",
    title=lambda text: f"# {text}\n\n",
    heading=lambda text, level: f"{'#' * level} {text}\n\n",
    bullet="- {}\n",
    number="#. {}\n",
    break_="  \n",
    item_indent="  ",
    open={},
    close={},
    before=_FRONT,
    cell_rule=_markdown_table,
)
DIALECTS: Mapping[str, Dialect] = {
    ".md": _MARKDOWN,
    ".qmd": replace(_MARKDOWN, before='---\ntitle: "CV"\nformat: html\n---\n\n', break_="\\\n", bullet="* {}\n\n"),
    ".txt": Dialect(
        escape=_same,
        strong="{}",
        emphasis="{}",
        link=lambda text, _: text,
        title=lambda text: f"{text}\n{'=' * len(text)}\n\n",
        heading=lambda text, level: f"\n{text.upper() if level == 2 else text}\n\n",
        bullet="• {}\n",
        number="[#] {}\n",
        break_="\n",
        item_indent="  ",
        open={},
        close={},
        cell_rule=lambda rows: "\n".join("\t".join(row) for row in rows) + "\n\n",
    ),
    ".html": Dialect(
        escape=html.escape,
        strong="<b>{}</b>",
        emphasis="<i>{}</i>",
        link=lambda text, url: f'<a href="{url}">{text}</a>',
        title=lambda text: f"<h1>{text}</h1>\n",
        heading=lambda text, level: f"<h{level}>{text}</h{level}>\n",
        bullet="<li>{}</li>\n",
        number="<li>{}</li>\n",
        break_="<br>\n",
        item_indent="",
        open={"bullets": "<ul>\n", "numbers": "<ol>\n"},
        close={"bullets": "</ul>\n", "numbers": "</ol>\n"},
        before='<!DOCTYPE html><html><head><meta charset="utf-8"><title>Home</title></head><body>\n'
        '<nav><a href="/">Home</a> <a href="/cv">CV</a></nav>\n',
        after="<footer>Last updated May 2021. Powered by Jekyll.</footer></body></html>\n",
        paragraph="<p>{}</p>\n",
        cell_rule=_html_table,
    ),
    ".tex": Dialect(
        escape=_tex_escape,
        strong=r"\textbf{{}}",
        emphasis=r"\emph{{}}",
        link=lambda text, url: f"\\href{{{url}}}{{{text}}}",
        title=lambda text: f"{{\\LARGE {text}}}\\\\[1em]\n",
        heading=_tex_heading,
        bullet="\\item {}\n",
        number="\\item {}\n",
        break_="\\\\\n",
        item_indent="  ",
        open={"bullets": "\\begin{itemize}[leftmargin=*]\n", "numbers": "\\begin{enumerate}\n"},
        close={"bullets": "\\end{itemize}\n", "numbers": "\\end{enumerate}\n"},
        before="\\documentclass[11pt]{article}\n\\usepackage{hyperref,enumitem}\n\\newcommand{\\me}[1]{\\textbf{#1}}\n\\begin{document}\n",
        after="\\end{document}\n",
        cell_rule=_tex_table,
    ),
    ".rst": Dialect(
        escape=lambda text: re.sub(r"([*_`|])", r"\\\1", text),
        strong="**{}**",
        emphasis="*{}*",
        link=lambda text, url: f"`{text} <{url}>`__",
        title=lambda text: f"{text}\n{'=' * len(text)}\n\n",
        heading=lambda text, level: f"{text}\n{'-~'[level - 2] * (len(text) + 8)}\n\n",
        bullet="* {}\n",
        number="#. {}\n",
        break_="\n| ",
        item_indent="  ",
        open={},
        close={},
        lead="| ",
        cell_rule=_rst_table,
    ),
    ".org": Dialect(
        escape=_same,
        strong="*{}*",
        emphasis="/{}/",
        link=lambda text, url: f"[[{url}][{text.strip('[]')}]]",
        title=lambda text: f"#+TITLE: {text}\n\n",
        heading=lambda text, level: f"{'*' * (level - 1)} {text}\n",
        bullet="- {}\n",
        number="#. {}\n",
        break_=" \\\\\n",
        item_indent="  ",
        open={},
        close={},
        cell_rule=lambda rows: "\n".join("| " + " | ".join(row) + " |" for row in [rows[0], *rows[1:]]) + "\n\n",
    ),
}


def prose(suffix: str, owner: str, sections: list[Section]) -> bytes:
    """Return a document in a markup language or plain text."""
    dialect = DIALECTS[suffix]
    body = "".join(dialect.section(section) for section in sections)
    return (dialect.before + dialect.title(dialect.escape(owner)) + body + dialect.after).encode()


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


def _rows(papers: list[Paper], columns: tuple[str, ...]) -> list[dict[str, str]]:
    return [
        dict(zip(columns, [p.title, "; ".join(p.authors), str(p.year), p.long_venue, p.doi], strict=True))
        for p in papers
    ]


def _delimited(papers: list[Paper], columns: tuple[str, ...], delimiter: str) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(_rows(papers, columns))
    return out.getvalue().encode()


def _bibtex(papers: list[Paper], form: Callable[[str], str]) -> bytes:
    out = []
    for p in papers:
        kind, place = ("article", "journal") if p.journal else ("inproceedings", "booktitle")
        fields = {
            "author": " and ".join(map(form, p.authors)),
            "title": f"{{{p.title}}}",
            place: p.long_venue,
            "year": str(p.year),
            "volume": p.volume,
            "pages": p.page.replace("-", "--"),
            "doi": p.doi,
        }
        body = "".join(
            f"  {name} = {{{value.replace('&', chr(92) + '&')}}},\n" for name, value in fields.items() if value
        )
        out.append(f"@{kind}{{{p.key.replace('/', ':')},\n{body}}}\n\n")
    return "".join(out).encode()


def _csl(p: Paper) -> dict[str, object]:
    return {
        "id": p.key,
        "type": "article-journal" if p.journal else "paper-conference",
        "title": p.title,
        "author": [{"family": name.split()[-1], "given": " ".join(name.split()[:-1])} for name in p.authors],
        "container-title": p.long_venue,
        "issued": {"date-parts": [[p.year]]},
        "DOI": p.doi,
    }


def _mapping(p: Paper) -> dict[str, object]:
    return {
        "title": p.title,
        "authors": ", ".join(p.authors),
        "venue": p.long_venue,
        "year": p.year,
        "url": "https://example.org/x.pdf",
    }


_WORK = {
    "company": "IBM Research",
    "position": "Research Scientist",
    "startDate": "2016-01-01",
    "summary": "Machine learning for databases.",
    "highlights": ["Shipped a ranking system used by 20M people."],
}
_STUDY = {
    "institution": "University of Edinburgh",
    "area": "Computer Science",
    "studyType": "PhD",
    "startDate": "2009",
    "endDate": "2013",
}


def _resume(papers: list[Paper], owner: str) -> bytes:
    items = [
        {"name": p.title, "publisher": p.long_venue, "releaseDate": f"{p.year}-06-01", "summary": ", ".join(p.authors)}
        for p in papers
    ]
    return json.dumps(
        {
            "basics": {"name": owner, "label": "Researcher"},
            "work": [_WORK],
            "education": [_STUDY],
            "publications": items,
            "awards": [{"title": "Best Paper Award", "awarder": "AAAI", "date": "2014-07-01"}],
        },
        indent=1,
    ).encode()


def _yaml_cv(papers: list[Paper], owner: str) -> bytes:
    cv = {
        "cv": {
            "name": owner,
            "sections": {
                "education": [_STUDY],
                "experience": [_WORK],
                "publications": [
                    {
                        "title": p.title,
                        "authors": list(p.authors),
                        "journal": p.long_venue,
                        "date": f"{p.year}-05",
                        "doi": p.doi or None,
                    }
                    for p in papers
                ],
            },
        }
    }
    return yaml.safe_dump(cv, allow_unicode=True, sort_keys=False).encode()


# The structured formats: what a row or entry looks like differs, layouts do not.
STRUCTURED: Mapping[str, Mapping[str, Callable[[list[Paper], str], bytes]]] = {
    ".csv": {
        "own columns": lambda papers, _: _delimited(papers, ("Title", "Authors", "Year", "Venue", "DOI"), ","),
        "zotero": lambda papers, _: _delimited(
            papers, ("Title", "Author", "Publication Year", "Publication Title", "DOI"), ","
        ),
        "orcid": lambda papers, _: _delimited(
            papers, ("title", "contributors", "publication-date", "journal-title", "doi"), ","
        ),
    },
    ".tsv": {
        "own columns": lambda papers, _: _delimited(
            papers, ("Paper title", "Author(s)", "Year", "Conference/Journal", "DOI"), "\t"
        )
    },
    ".yml": {
        "list of mappings": lambda papers, _: yaml.safe_dump(
            [_mapping(p) for p in papers], allow_unicode=True, sort_keys=False
        ).encode(),
        "rendercv": _yaml_cv,
    },
    ".json": {
        "csl": lambda papers, _: json.dumps([_csl(p) for p in papers]).encode(),
        "list of mappings": lambda papers, _: json.dumps(
            {"publications": [_mapping(p) for p in papers]}, indent=2
        ).encode(),
        "json resume": _resume,
    },
    ".bib": {
        "first last": lambda papers, _: _bibtex(papers, str),
        "last, first": lambda papers, _: _bibtex(papers, inverted),
    },
}
