"""HTML pages, and the HTML inside Markdown.

The page is read as a stream of tags, never as a tree: positions are exact, depth costs nothing, and there are
no entities but characters. Pages that leave `</li>` and `</p>` out are read as browsers read them.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

from reconcile.documents.bib.read import entries_in, looks_like_bibtex
from reconcile.documents.blocks.block import Document, Kind
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.owner import owner_in_title, owner_of
from reconcile.documents.blocks.runs import Style
from reconcile.documents.fields.terms import records_of, with_named_rows
from reconcile.documents.markup.panes import is_pane, panes_of
from reconcile.documents.markup.tags import (
    BLOCKS,
    CELLS,
    HEADINGS,
    IMPLIED,
    ITEMS,
    LISTS,
    VERBATIM,
    VOID,
    inline_style,
    is_button,
    is_entry,
    is_layout,
    is_skipped,
    layout_tables,
    without_comments,
)
from reconcile.documents.pages.writer import Writer
from sources.markup import with_plain_formulas, with_plain_names, with_possible_numbers

# Deeper styles than any page has; more are dropped, so that text under ten thousand `<b>` stays cheap.
_MAX_STYLES = 12
# The deepest heading that a pane has: what documents do not say the depth of is deeper.
_DEEPEST = 9
# A term this short is a label (`[12]`, `2021`), not the first line of what its `<dd>` says.
_LABEL = 12
_DECLARATION = re.compile(r"<[!?][^>]*>")


def read_html(name: str, lines: Lines) -> Document:
    """Return the blocks of an HTML page."""
    reader = _Reader(Writer(lines), 1, 0)
    reader.read(lines.joined())
    blocks = tuple(reader.page.blocks)
    return Document(name, blocks, owner=reader.author or owner_of(blocks) or owner_in_title(reader.title, blocks))


def write_fragment(page: Writer, text: str, line: int, depth: int) -> None:
    """Append the blocks of a piece of HTML that starts on a source line, inside `depth` lists."""
    page.close()
    _Reader(page, line, depth).read(text)


class _Holder(NamedTuple):
    """An open element whose paragraphs and divisions are lines of one block."""

    tag: str
    kind: Kind
    level: int


class _Open(NamedTuple):
    """An open element, its style, whether it is the innermost holder, blanks around it; a pane's heading around it."""

    tag: str
    style: Style | None
    holds: bool
    apart: bool
    around: int | None = None


class _Reader(HTMLParser):
    """The events of a page, turned into blocks."""

    def __init__(self, page: Writer, first: int, depth: int) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.first = first
        self.depth = depth
        self.stack: list[_Open] = []
        self.counts: dict[str, int] = {}
        self.styles: list[Style] = []
        self.ended: set[int] = set()  # bold text and titles that a label within has ended
        self.holders: list[_Holder] = []
        self.term_lists: list[int] = []
        self.tables: list[int] = []
        self.layouts: list[bool] = []
        self.layout_tables: frozenset[tuple[int, int]] = frozenset()
        self.panes: dict[str, str] = {}
        self.within = 0  # panes that are open
        self.heading = 0  # the level of the heading above
        self.skipping = ""
        self.nested = 0
        self.verbatim: list[str] = []
        self.verbatim_line = 0
        self.title = ""
        self.author = ""

    def read(self, text: str) -> None:
        """Read it all; what follows the last tag is text, so that no tag is left open at the end."""
        text = with_possible_numbers(without_comments(text))
        end = text.rfind(">") + 1
        markup = _DECLARATION.sub(lambda found: "\n" * found.group().count("\n"), text[:end])
        self.layout_tables = layout_tables(markup)
        self.panes = panes_of(markup)
        self.feed(markup)
        self.feed(text[end:].replace("<", " "))
        self.close()
        self._end_verbatim()
        self.page.close()

    @property
    def line(self) -> int:
        """The source line of the present event."""
        return self.getpos()[0] + self.first - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        if self.skipping:
            self.nested += tag == self.skipping
        elif not self._is_of_heading(tag) and is_skipped(tag, attributes, in_article=bool(self.counts.get("article"))):
            self.skipping, self.nested = tag, 1
        elif tag == "br":
            self._add("\n", self.line)
        elif tag == "meta" and attributes.get("name", "").lower() == "author":
            self.author = attributes.get("content", "").strip()
        else:
            self._close_implied(tag)
            if tag not in CELLS:
                self._boundary(tag)
            self._open(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Only void elements may close themselves; `<div/>` opens a division, as in browsers.
        if tag != "a" or not self.counts.get("a"):
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.nested -= tag == self.skipping
            self.skipping = self.skipping if self.nested else ""
        elif self.counts.get(tag):
            while self._pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.skipping:
            self.title += data if self.skipping == "title" else ""
        elif self._in_verbatim():
            self.verbatim.append(data)
        else:
            for number, text in enumerate(data.split("\n")):
                self._add(f" {text}" if number else text, self.line + number)

    def _in_verbatim(self) -> bool:
        return any(self.counts.get(tag) for tag in VERBATIM)

    def _add(self, text: str, line: int) -> None:
        if self._in_verbatim():
            self.verbatim.append(text)
            return
        styles = [style for style in self.styles if id(style) not in self.ended]
        self.page.add(with_plain_names(with_plain_formulas(text)), line, tuple(styles))

    def _close_implied(self, tag: str) -> None:
        """Close an element whose end tag was left out."""
        closed, limits = IMPLIED.get(tag, (frozenset(), frozenset()))
        if not any(self.counts.get(name) for name in closed):
            return
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at].tag in limits:
                return
            if self.stack[at].tag in closed:
                while len(self.stack) > at:
                    self._pop()
                return

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in VOID:
            return
        style = inline_style(tag, attributes)
        if tag in HEADINGS and self.holders:
            style = Style("strong")
        apart = bool(style and style.kind == "badge") or is_button(tag, attributes)
        if apart:
            self._add(" ", self.line)
        if style and style.kind == "badge":
            self.ended.update(id(outer) for outer in self.styles if outer.kind == "strong")
        if style and len(self.styles) < _MAX_STYLES:
            self.styles.append(style)
        else:
            style = None
        holder = self._holder(tag, attributes)
        if holder:
            self.holders.append(holder)
            if tag == "dd" and self.page.kind is Kind.ITEM and self._is_long_term():
                self.page.add("\n", self.line)
            else:
                self.page.begin(holder.kind, holder.level)
        self.depth += tag in LISTS
        if tag == "dl":
            self.term_lists.append(len(self.page.blocks))
        if tag == "table":
            self.layouts.append(is_layout(attributes) or self.getpos() in self.layout_tables)
            self.tables.append(len(self.page.blocks))
        self.verbatim_line = self.line if tag in VERBATIM and not self.verbatim else self.verbatim_line
        self.stack.append(_Open(tag, style, holder is not None, apart, self._begin_pane(attributes)))
        self.counts[tag] = self.counts.get(tag, 0) + 1

    def _holder(self, tag: str, attributes: dict[str, str]) -> _Holder | None:
        if tag in ITEMS or is_entry(tag, attributes):
            return _Holder(tag, Kind.ITEM, max(1, self.depth))
        if tag == "tr" and not self._in_layout():
            return _Holder(tag, Kind.ROW, 0)
        outermost = not self.holders or (self.holders[-1].kind is Kind.ROW and HEADINGS.get(tag, 9) <= 2)
        if tag not in HEADINGS or not outermost:
            return None
        self.heading = HEADINGS[tag] + self.within
        return _Holder(tag, Kind.HEADING, self.heading)

    def _begin_pane(self, attributes: dict[str, str]) -> int | None:
        """Head a pane with its label, above all headings in it; return the level of the heading around it."""
        label = self.panes.get(attributes.get("id", "")) if self.panes and is_pane(attributes) else None
        if label is None or self.holders:
            return None
        around, last = self.heading, self.page.blocks[-1:]
        self.within += 1
        self.heading = min(around + 1, _DEEPEST)
        if not last or last[0].kind is not Kind.HEADING or last[0].text != label:
            self.page.begin(Kind.HEADING, self.heading)
            self._add(label, self.line)
            self.page.close()
        return around

    def _pop(self) -> str:
        """Close the innermost element and return its name."""
        tag, style, holds, apart, around = self.stack.pop()
        self.counts[tag] -= 1
        if around is not None:
            self.within, self.heading = self.within - 1, around
        if style:
            self.styles.remove(style)
            self.ended.discard(id(style))
        if apart:
            self._add(" ", self.line)
        self.depth -= tag in LISTS
        if tag in VERBATIM:
            self._end_verbatim()
        if holds:
            self.holders.pop()
            if not (tag == "dt" and self._is_long_term()):
                self._begin_block()
        else:
            self._boundary(tag)
        if tag == "table":
            self.layouts.pop()
            with_named_rows(self.page.blocks, self.tables.pop(), self.page.lines)
        if tag == "dl":
            start = self.term_lists.pop()
            self.page.blocks[start:] = records_of(self.page.blocks[start:], self.page.lines)
        return tag

    def _boundary(self, tag: str) -> None:
        """End the line or the block where an element starts or ends."""
        if tag in CELLS and not self._in_layout():
            self.page.next_cell()
        elif tag in CELLS or tag in LISTS or tag == "table":
            self._begin_block()
        elif tag in BLOCKS or tag in HEADINGS:
            if self.holders:
                self.page.add("\n", self.line)
            else:
                self._begin_block()

    def _begin_block(self) -> None:
        if self.holders:
            self.page.begin(self.holders[-1].kind, self.holders[-1].level)
        else:
            self.page.close()

    def _is_of_heading(self, tag: str) -> bool:
        """Whether a button is all that a heading holds, as where lists fold: `<h3><button>In press</button></h3>`."""
        return tag == "button" and self.page.kind is Kind.HEADING and bool(self.holders) and not self.page.runs

    def _in_layout(self) -> bool:
        return bool(self.layouts) and self.layouts[-1]

    def _is_long_term(self) -> bool:
        return sum(len(run.text) for run in self.page.runs) > _LABEL

    def _end_verbatim(self) -> None:
        """Read what a `<pre>` held: BibTeX as entries, anything else as lines."""
        text, self.verbatim = "".join(self.verbatim), []
        if looks_like_bibtex(text):
            self.page.add_entries(entries_in(text, self.page.lines, self.verbatim_line))
            return
        for number, row in enumerate(text.split("\n")):
            self._add(f"{row}\n", self.verbatim_line + number)
