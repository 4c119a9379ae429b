"""Documents of headings and items in markup languages: what `documents.py` renders its CVs with."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from cv_styles import Item, Line, Run


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
