"""Markdown as home pages and converters write it: CommonMark with tables, HTML and site generators' noise inside.

Indented code is text here (nobody lists publications in it), and so is a paragraph over several lines that a
row of dashes happens to follow. The paragraphs of one list item are lines of one block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reconcile.documents.bib.read import entries_in, looks_like_bibtex
from reconcile.documents.blocks.block import Document, Kind
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.labels import split_items
from reconcile.documents.blocks.owner import as_person, owner_of, vouched
from reconcile.documents.blocks.runs import Run, Style, live_url
from reconcile.documents.blocks.unreadable import MAX_DEPTH
from reconcile.documents.markup.definitions import with_definition_lists
from reconcile.documents.markup.frontmatter import blocks_of_front_matter
from reconcile.documents.markup.html import write_fragment
from reconcile.documents.markup.noise import bounded, front_matter, without_noise
from reconcile.documents.markup.tags import LAYOUT, STRUCTURE, inline_style, read_tag, without_comments
from reconcile.documents.pages.writer import Writer
from reconcile.documents.text.brokentables import Row, with_whole_tables
from sources.markup import with_plain_formulas, with_plain_names

_STYLES = {"strong_open": "strong", "em_open": "emphasis"}
_SIGNS = re.compile(r"[\[*_`<|~!&\\>]")
_WIDEST = 100  # columns at which editors wrap lines, at most; a longer one holds an address
_FULL = 0.85  # of the widest line, what a line fills with the word that did not fit
_RAGGED = 0.3  # of the lines that are not full, which a wrapped paragraph may have
_BREAK = re.compile(r"\\\s*\Z")  # kramdown breaks a line with `\\`, which is a backslash to others
# What Pandoc and Quarto raise or lower: `M^✉^`, `E^1,2^`, `H~2~O`; a formula has its own signs.
_RAISED = re.compile(r"(?<![\^$\\])\^([^\s^$\\]{0,12})\^(?!\^)|(?<=[A-Za-z])~(?P<low>\d{1,3})~(?!~)")
_YEAR = range(1900, 2100)
_LONGEST_HEADING = 200
_LAYOUT_LINE = re.compile(r"\s{0,40}(?:</?[A-Za-z][^<>]{0,2000}>\s{0,40})+$")
_TAG_NAME = re.compile(r"<(/?)([A-Za-z]+)")


def read_markdown(name: str, lines: Lines) -> Document:
    """Return the blocks of a Markdown page."""
    front = front_matter(lines.text)
    text = "\n".join(["" for _ in lines.text[: front.length]] + list(lines.text[front.length :]))
    rows, moved = with_whole_tables(_without_layout(without_noise(without_comments(text))))
    page = _Page(Writer(lines), moved)
    entries = blocks_of_front_matter(front, lines)
    page.writer.add_entries(entries)
    is_paper = len(entries) == 1
    if front.title and not is_paper and any(row.strip() for row in rows):
        page.writer.begin(Kind.HEADING, 1)
        page.writer.add(front.title, front.line)
    plain = map(with_plain_names, with_definition_lists(rows))
    page.write(_parser().parse("\n".join(bounded(list(plain), _SIGNS))))
    blocks = split_items(page.writer.blocks, lines)
    return Document(
        name, blocks, owner=as_person(front.author) or owner_of(blocks) or vouched(as_person(front.title), blocks)
    )


class _Markdown(MarkdownIt):
    """The parser, with links to any address: what is no address of the web is dropped from the mark later."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the parser's name for it
        return True


def _parser() -> MarkdownIt:
    parser = _Markdown("commonmark", {"maxNesting": MAX_DEPTH, "html": True})
    return parser.enable(["table", "strikethrough"]).disable(["code"])


def _without_layout(rows: Sequence[str]) -> list[str]:
    """Return the rows without lines that hold nothing but the tags of divisions.

    Markdown inside `<div class="paper">` would else be HTML up to the next empty line. Inside a list or table
    of HTML, a division is left for the HTML reader.
    """
    kept = []
    inside = 0
    for row in rows:
        tags = _TAG_NAME.findall(row) if "<" in row else []
        inside = max(0, inside + sum(-1 if closing else 1 for closing, tag in tags if tag.lower() in STRUCTURE))
        alone = tags and not inside and all(tag.lower() in LAYOUT for _, tag in tags) and _LAYOUT_LINE.match(row)
        kept.append("" if alone else row)
    return kept


class _Page:
    """The walk over the parser's tokens: `depth` counts the lists around, `item` is true in an item's own text.

    `moved` has the source lines of the rows of tables that do not stand where the parser saw them.
    """

    def __init__(self, writer: Writer, moved: Mapping[int, Row]) -> None:
        self.writer = writer
        self.moved = moved
        self.depth = 0
        self.item = False
        self.row = Row(0, 0)
        self.label = ""

    def write(self, tokens: Sequence[Token]) -> None:
        """Write all blocks of the page."""
        for token in tokens:
            line = token.map[0] + 1 if token.map else 0
            match token.type:
                case "heading_open":
                    self.writer.begin(Kind.HEADING, int(token.tag[1:]))
                case "paragraph_open":
                    self._begin_paragraph(line)
                case "bullet_list_open" | "ordered_list_open":
                    self.depth += 1
                case "bullet_list_close" | "ordered_list_close":
                    self.depth -= 1
                    self.item = False
                case "list_item_open":
                    self._begin_item(token)
                case "tr_open":
                    self.writer.begin(Kind.ROW)
                    self.row = self.moved.get(line, Row(line, line))
                case "td_close" | "th_close":
                    self.writer.next_cell()
                case "inline":
                    self._write_inline(token, line)
                case "fence":
                    self._write_code(token.content, token.info, line + 1)
                case "html_block":
                    write_fragment(self.writer, token.content, line, self.depth)
                    self.item = False
        self.writer.close()

    def _begin_paragraph(self, line: int) -> None:
        if self.label:
            self.writer.add(self.label, line)
            self.label = ""
        elif self.item and self.writer.kind is Kind.ITEM:
            self.writer.add("\n", line)
        else:
            self.writer.begin(Kind.ITEM if self.depth else Kind.PARAGRAPH, self.depth)

    def _begin_item(self, token: Token) -> None:
        self.writer.begin(Kind.ITEM, self.depth)
        self.item = True
        # A line that starts with a year looks like item number 2021; the year is no number of a list.
        self.label = f"{token.info}{token.markup} " if token.info.isdigit() and int(token.info) in _YEAR else ""

    def _write_inline(self, token: Token, line: int) -> None:
        runs = list(inline_runs(token.children or (), line, wrapped=_is_wrapped(token)))
        long = len(token.content) > _LONGEST_HEADING or "\n" in token.content.strip()
        if self.writer.kind is Kind.HEADING and long:
            self.writer.begin(Kind.PARAGRAPH)
        if self.writer.kind is Kind.ROW:
            begun = bool(self.writer.runs)
            runs = [
                Run(run.text, self.row.last if at or begun else self.row.first, run.styles)
                for at, run in enumerate(runs)
            ]
        for run in runs:
            self.writer.add(run.text, run.line, run.styles)

    def _write_code(self, text: str, language: str, line: int) -> None:
        """Write quoted BibTeX as entries and other quoted text as text; drop cells that a notebook runs."""
        if looks_like_bibtex(text):
            self.writer.add_entries(entries_in(text, self.writer.lines, line))
        elif not language.startswith("{"):
            self.writer.begin(Kind.PARAGRAPH)
            style = Style("code")
            for number, row in enumerate(text.splitlines(keepends=True)):
                self.writer.add(row, line + number, (style,))
            self.writer.close()


def _is_wrapped(token: Token) -> bool:
    """Whether a paragraph's lines are an editor's: one breaks within a link or bold letters, and most are full.

    Where some lines end with two blanks, as Markdown has it, only the others can be an editor's.
    """
    depth, within = 0, False
    for child in token.children or ():
        depth += child.nesting
        within = within or (child.type == "softbreak" and depth > 0) or child.type == "hardbreak"
    lines = token.content.split("\n")
    width = max((len(line.strip()) for line in lines if len(line) <= _WIDEST), default=0)
    fits = [
        len(line.strip()) + 1 + len(after.strip().partition(" ")[0]) < _FULL * width
        for line, after in pairwise(lines)
        if not line.endswith("  ")
    ]
    return within and sum(fits) < _RAGGED * len(fits)


def inline_runs(tokens: Sequence[Token], line: int, *, wrapped: bool = False) -> Iterator[Run]:
    """Return the runs of a paragraph's tokens, the first of which stands on source line `line`.

    A soft break within a link or within bold letters is but a wrap, and so is every one where the paragraph is
    `wrapped`; else people mean lines by them.
    """
    opened: list[tuple[str, Style | None]] = []
    depth = 0
    for token in tokens:
        styles = tuple(style for _, style in opened if style)
        depth += token.nesting
        if token.type == "softbreak" and (wrapped or depth):
            yield Run(" ", line, styles)
            line += 1
        elif token.type in ("softbreak", "hardbreak"):
            yield Run("\n", line)
            line += 1
        elif token.type in ("text", "code_inline"):
            code = (Style("code"),) if token.type == "code_inline" else ()
            text = token.content if code else _RAISED.sub(lambda found: found[1] or found["low"] or "", token.content)
            yield Run(with_plain_formulas(_BREAK.sub("", text)), line, (*styles, *code))
        elif token.type == "html_inline":
            yield from _tag_runs(token.content, line, opened)
            line += token.content.count("\n")
        elif token.type.endswith("_open"):
            opened.append((token.type.removesuffix("_open"), _style(token)))
        elif token.type.endswith("_close"):
            _close(opened, token.type.removesuffix("_close"))


def _style(token: Token) -> Style | None:
    if token.type == "link_open":
        return Style("link", live_url(str(token.attrs.get("href", ""))))
    return Style(_STYLES[token.type]) if token.type in _STYLES else None


def _close(opened: list[tuple[str, Style | None]], name: str) -> None:
    """Take the innermost element of that name off the open ones."""
    for at in range(len(opened) - 1, -1, -1):
        if opened[at][0] == name:
            del opened[at]
            return


def _tag_runs(text: str, line: int, opened: list[tuple[str, Style | None]]) -> Iterator[Run]:
    """Return what an HTML tag inside a paragraph stands for, and note what it opens or closes."""
    tag, attributes, closing = read_tag(text)
    if tag == "br":
        yield Run("\n", line)
    elif closing:
        _close(opened, tag)
    elif style := inline_style(tag, attributes):
        if style.kind == "badge":
            yield Run(" ", line)
        if len(opened) < MAX_DEPTH:
            opened.append((tag, style))
