"""Org mode files, lightly: headlines, lists, tables, links, emphasis, and the BibTeX in source blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.documents.bib.read import entries_in, looks_like_bibtex
from reconcile.documents.blocks.block import Document, Kind
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.labels import split_items
from reconcile.documents.blocks.owner import as_person, owner_of
from reconcile.documents.blocks.runs import Run, Style, live_url
from reconcile.documents.fields.columns import canonical
from reconcile.documents.pages.writer import Writer

_HEADLINE = re.compile(r"(\*{1,20}) +(?:(?:TODO|DONE|NEXT|WAIT)\s+)?(?:\[#.\]\s+)?(.*)")
_TAGS = re.compile(r"\s:(?:[\w@#%]+:)+\s*$")
_ITEM = re.compile(r"(\s*)(?:[-+]|(?<=\s)\*|\d{1,4}[.)])\s+(?:\[[ X-]\]\s+)?(.*)")
# What an item is of, set apart from what is said of it: `- Counting Sheep :: A. Bee, C. Dee`.
_TERM = re.compile(r"(?P<term>(?:(?! :: ).){1,500}) ::(?: +(?P<said>.*))?\Z")
_ENDS_IN_NAME = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ][\w'’-]{0,40}\s\Z")  # and in no `in `
_KEYWORD = re.compile(r"\s*#\+(\w+):?\s*(.*)")
_DRAWER = re.compile(r"\s*:(?:PROPERTIES|LOGBOOK):\s*$", re.IGNORECASE)
_DRAWER_END = ":end:"
_PROPERTY = re.compile(r"\s*:([A-Za-z_-]{1,30}):\s+(\S.{0,2000})")
_PLANNING = re.compile(r"\s*(?:CLOSED|SCHEDULED|DEADLINE):\s{0,9}[\[<]")
_MARKUP = re.compile(
    r"\[\[(?P<url>[^\[\]\n]{1,2000})\](?:\[(?P<text>[^\[\]\n]{1,2000})\])?\]"
    # a link that is set apart as a whole, whose address may hold the signs: `*[[https://a.example/~b][Wool]]*`
    r"|(?<![\w*/=~_+])(?P<around>[*/_])(?P<link>\[\[[^\[\]\n]{1,2000}\](?:\[[^\[\]\n]{1,2000}\])?\])(?P=around)(?!\w)"
    r"|(?<![\w*/=~_+])(?P<sign>[*/=~_])(?P<inner>[^\s*/=~_](?:[^\n*=~]{0,400}?[^\s])??)(?P=sign)(?![\w])"
)
_SIGNS = {"*": "strong", "/": "emphasis", "_": "emphasis", "=": "code", "~": "code"}
# Two backslashes at a line's end say that the line ends there, which it does in any case.
_BREAK = re.compile(r"\\\\[ \t]{0,99}$")
_TWO, _THREE = re.compile(r"(?<!-)--(?!-)"), re.compile(r"(?<!-)---(?!-)")
_DASHES = re.compile(r"\s*\|[-+|]+\s*$")


def read_org(name: str, lines: Lines) -> Document:
    """Return the blocks of an Org file."""
    page = _Page(lines)
    for number, row in enumerate(lines.text, 1):
        page.read(row, number)
    page.writer.close()
    blocks = split_items(page.writer.blocks, lines)
    return Document(name, blocks, owner=as_person(page.author) or owner_of(blocks))


class _Page:
    """The state between lines: the items open by indentation, and the block or drawer that is being skipped."""

    def __init__(self, lines: Lines) -> None:
        self.writer = Writer(lines)
        self.author = ""
        self.indents: list[int] = []
        self.until = ""
        self.quoted: list[str] = []
        self.quoted_line = 0

    def read(self, row: str, number: int) -> None:
        """Read one line."""
        if self.until:
            self._read_inside(row, number)
        elif keyword := _KEYWORD.match(row):
            self._read_keyword(keyword[1].lower(), keyword[2], number)
        elif _DRAWER.match(row):
            self.writer.close()
            self.until = _DRAWER_END
        elif row.lstrip().startswith("# ") or row.strip() == "#" or _PLANNING.match(row):
            return
        elif headline := _HEADLINE.match(row):
            self.indents = []
            self.writer.begin(Kind.HEADING, len(headline[1]))
            self._write(_TAGS.sub("", headline[2]), number)
            self.writer.close()
        elif row.lstrip().startswith("|"):
            self._read_row(row, number)
        else:
            self._read_text(row, number)

    def _read_inside(self, row: str, number: int) -> None:
        """Read a line of a source block or drawer."""
        if row.strip().lower() != self.until:
            self.quoted.append(row)
            return
        rows, text = self.quoted, "\n".join(self.quoted)
        in_drawer, self.quoted, self.until = self.until == _DRAWER_END, [], ""
        if in_drawer:
            self._read_drawer(rows, number)
        if looks_like_bibtex(text):
            self.writer.add_entries(entries_in(text, self.writer.lines, self.quoted_line))

    def _read_drawer(self, rows: Sequence[str], number: int) -> None:
        """Make the headline above an entry if its properties say who wrote it."""
        found = [match for row in rows if (match := _PROPERTY.match(row)) and canonical(match[1])]
        blocks = self.writer.blocks
        if (
            not blocks
            or blocks[-1].kind is not Kind.HEADING
            or "author" not in {canonical(match[1]) for match in found}
        ):
            return
        first, title = blocks[-1].first, blocks.pop().text
        fields = {canonical(match[1]): match[2].strip() for match in reversed(found)} | {"title": title}
        blocks.append(entry_block(fields, first, number, self.writer.lines))

    def _read_keyword(self, key: str, value: str, number: int) -> None:
        if key == "author":
            self.author = value
        elif key == "title":
            self.writer.begin(Kind.HEADING, 1)
            self._write(value, number)
            self.writer.close()
        elif key.startswith("begin_") and key not in ("begin_quote", "begin_center", "begin_verse"):
            self.until = f"#+end_{key.removeprefix('begin_')}"
            self.quoted, self.quoted_line = [], number + 1

    def _read_row(self, row: str, number: int) -> None:
        if _DASHES.match(row):
            return
        self.writer.begin(Kind.ROW)
        for cell in row.strip().removeprefix("|").removesuffix("|").split("|"):
            self._write(cell, number)
            self.writer.next_cell()
        self.writer.close()

    def _read_text(self, row: str, number: int) -> None:
        indent = len(row) - len(row.lstrip())
        if not row.strip():
            self.writer.close()
            return
        row = _BREAK.sub("", row)
        if item := _ITEM.match(row):
            self.indents = [known for known in self.indents if known < indent] + [indent]
            self.writer.begin(Kind.ITEM, len(self.indents))
            self._write_item(item[2], number)
        elif self.indents and indent > self.indents[-1] and self.writer.kind is not Kind.ITEM:
            self.writer.begin(Kind.ITEM, len(self.indents))
            self._write(row, number)
        else:
            if self.indents and indent <= self.indents[0]:
                self.indents = []
                self.writer.begin(Kind.PARAGRAPH)
            self._write(row, number)
        self.writer.add("\n", number)

    def _write_item(self, text: str, number: int) -> None:
        """Write an item, the term of a description in bold on a line of its own, as exports show it.

        So has a venue in italics right behind the names: `- Counting Sheep :: A. Bee, C. Dee /SIGSHEEP/, 2020`.
        """
        term = _TERM.match(text)
        if term is None:
            self._write(text, number)
            return
        for run in _runs(term["term"], number, (Style("strong"),)):
            self.writer.add(run.text, run.line, run.styles)
        self.writer.add("\n", number)
        before = ""
        for run in _runs(term["said"] or "", number):
            apart = any(style.kind == "emphasis" for style in run.styles) and _ENDS_IN_NAME.search(before)
            self.writer.add("\n" if apart else "", number)
            self.writer.add(run.text, run.line, run.styles)
            before = run.text

    def _write(self, text: str, number: int) -> None:
        for run in _runs(text, number):
            self.writer.add(run.text, run.line, run.styles)


def _runs(text: str, number: int, around: tuple[Style, ...] = ()) -> Iterator[Run]:
    """Yield the runs of a text; within what is set apart, links are links."""
    at = 0
    for match in _MARKUP.finditer(text):
        yield Run(_dashed(text[at : match.start()]), number, around)
        at = match.end()
        if match["url"]:
            yield Run(
                _dashed(match["text"] or "") or match["url"], number, (*around, Style("link", live_url(match["url"])))
            )
            continue
        sign, inner = match["around"] or match["sign"], match["link"] or match["inner"]
        style = Style(_SIGNS[sign])
        if around or style.kind == "code":
            yield Run(inner, number, (*around, style))
        else:
            yield from _runs(inner, number, (style,))
    yield Run(_dashed(text[at:]), number, around)


def _dashed(text: str) -> str:
    """Return a text with the dashes that two and three hyphens are in Org: `2019--2021`."""
    return _THREE.sub("—", _TWO.sub("–", text))
