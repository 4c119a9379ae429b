"""reStructuredText, read by docutils with the inclusion of files and raw markup switched off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docutils import nodes
from docutils.core import publish_doctree

from reconcile.documents.bib.read import entries_in, looks_like_bibtex
from reconcile.documents.blocks.block import Document, Kind
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.labels import split_items
from reconcile.documents.blocks.owner import as_person, owner_of
from reconcile.documents.blocks.runs import Style, live_url
from reconcile.documents.blocks.unreadable import MAX_BYTES, MAX_DEPTH, MAX_MARKUP
from reconcile.documents.fields.terms import records_of
from reconcile.documents.markup.noise import bounded
from reconcile.documents.pages.writer import Writer
from reconcile.documents.text.plain import as_plain

_SETTINGS = {
    "_disable_config": True,
    "docinfo_xform": False,
    "doctitle_xform": False,
    "file_insertion_enabled": False,
    "halt_level": 5,
    "input_encoding": "unicode",
    "line_length_limit": MAX_BYTES,
    "raw_enabled": False,
    "report_level": 5,
    "smart_quotes": False,
    "syntax_highlight": "none",
}
_STYLES: dict[type[nodes.Node], str] = {
    nodes.emphasis: "emphasis",
    nodes.literal: "code",
    nodes.strong: "strong",
    nodes.title_reference: "emphasis",
}
_SKIPPED = (
    nodes.comment,
    nodes.doctest_block,
    nodes.image,
    nodes.label,
    nodes.pending,
    nodes.raw,
    nodes.substitution_definition,
    nodes.system_message,
    nodes.target,
    nodes.math_block,
)
_ITEMS = (nodes.citation, nodes.definition_list_item, nodes.footnote, nodes.list_item)
_LISTS = (nodes.bullet_list, nodes.definition_list, nodes.enumerated_list)
# Indentation beyond this, or as many quotes of quotes, is no document; docutils would recurse as deep.
_SIGNS = re.compile(r"[*`|_:]")
# `1. P. Bilinski`, `.. [1] P. Bilinski` and `P. Bilinski`: the letter is an initial, not item P of a list inside.
_INITIAL = re.compile(
    r"[ \t]{0,40}(?P<label>(?:[-*+•]|\.\. \[[^\[\]\s]{1,40}\]"
    r"|(?:#|\d{1,4})[.)]|\(\d{1,4}\)|\||:[A-Za-z]{1,20}:)[ \t]+)?[A-Z]\.(?=[ \t]+\S)"
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMAN = {1: "I", 5: "V", 10: "X", 50: "L", 100: "C", 500: "D", 1000: "M"}
# A word without an end: docutils looks for markup from each of its signs to its end.
_ENDLESS = re.compile(r"\S{500}")
_INDENTED = re.compile(r"^[ \t]{400,}", re.MULTILINE)
_TOO_DEEP = "this text is nested too deep or too long to be parsed and was read as plain text; split it"


def read_rst(name: str, lines: Lines) -> Document:
    """Return the blocks of a reStructuredText page; one that is no such page is read as plain text."""
    text = lines.joined()
    if len(text) > MAX_MARKUP or _INDENTED.search(text) or _ENDLESS.search(text):
        return as_plain(name, lines, _TOO_DEEP)
    try:
        rows = _with_initials(bounded(lines.text, _SIGNS))
        tree = publish_doctree("\n".join(rows), settings_overrides=_SETTINGS)
        walk = _Walk(Writer(lines))
        walk.write(tree)
    except (RecursionError, ValueError):  # ValueError: docutils, on an item with a number of thousands of digits
        return as_plain(name, lines, _TOO_DEEP)
    blocks = split_items(walk.writer.blocks, lines)
    return Document(name, blocks, owner=as_person(walk.author) or owner_of(blocks))


def _with_initials(rows: Sequence[str]) -> list[str]:
    """Return the rows with the initial that starts an item or paragraph escaped, which else numbers a list."""
    kept: list[str] = []
    for number, row in enumerate(rows):
        match = _INITIAL.match(row)
        starts = match and (match["label"] or not number or not rows[number - 1].strip())
        kept.append(f"{row[: match.end() - 1]}\\{row[match.end() - 1 :]}" if match and starts else row)
    return kept


def _initial(node: nodes.Node) -> str:
    """Return the initial that the parser took for the number of a list in a table's cell."""
    if not isinstance(node, nodes.enumerated_list):
        return ""
    start, kind = int(node.get("start", 1)), str(node.get("enumtype", ""))
    letter = {"upperalpha": _LETTERS[start - 1 : start], "upperroman": _ROMAN.get(start, "")}.get(kind, "")
    return f"{letter}. " if letter else ""


class _Walk:
    """The walk over the tree: `line` is the source line reached, `lists` the nesting of lists."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.line = 1
        self.lists = 0
        self.sections = 0
        self.author = ""

    def write(self, node: nodes.Node, depth: int = 0) -> None:
        """Write the blocks of a part of the tree."""
        if depth > MAX_DEPTH:
            raise RecursionError
        for child in node.children:
            self.line = max(self.line, getattr(child, "line", None) or 0)
            if isinstance(child, _SKIPPED):
                continue
            self._write_child(child, depth)

    def _write_child(self, child: nodes.Node, depth: int) -> None:
        if isinstance(child, nodes.section):
            self.sections += 1
            self.write(child, depth + 1)
            self.sections -= 1
        elif isinstance(child, nodes.title | nodes.rubric):
            self._text_block(child, Kind.HEADING, max(1, self.sections))
        elif isinstance(child, _LISTS):
            self._nested(child, depth)
        elif isinstance(child, _ITEMS):
            self.writer.begin(Kind.ITEM, max(1, self.lists))
            self.write(child, depth + 1)
            self.writer.close()
        elif isinstance(child, nodes.paragraph | nodes.term | nodes.attribution | nodes.line):
            self._paragraph(child)
        elif isinstance(child, nodes.row):
            self._row(child)
        elif isinstance(child, nodes.literal_block):
            self._literal(child)
        elif isinstance(child, nodes.field_list):
            start = len(self.writer.blocks)
            self.write(child, depth + 1)
            self.writer.blocks[start:] = records_of(self.writer.blocks[start:], self.writer.lines)
        elif isinstance(child, nodes.field):
            self._field(child)
        else:
            self.write(child, depth + 1)
            if isinstance(child, nodes.line_block) and self.writer.kind is Kind.PARAGRAPH:
                self.writer.close()

    def _nested(self, node: nodes.Node, depth: int) -> None:
        kind, level = self.writer.kind, self.writer.level
        self.writer.close()
        self.lists += 1
        self.write(node, depth + 1)
        self.lists -= 1
        self.writer.begin(kind, level)

    def _text_block(self, node: nodes.Node, kind: Kind, level: int) -> None:
        self.writer.begin(kind, level)
        # A title's line is that of its underline.
        self.line = max(1, self.line - (1 if isinstance(node, nodes.title) else 0))
        self._inline(node, ())
        self.writer.close()

    def _paragraph(self, node: nodes.Node) -> None:
        """Write a paragraph; inside an item, and inside a block of lines, it is a line of what is open."""
        if self.writer.kind is Kind.ITEM or isinstance(node, nodes.line):
            self.writer.add("\n", self.line)
            self._inline(node, ())
        else:
            self._text_block(node, Kind.PARAGRAPH, 0)

    def _row(self, node: nodes.Node) -> None:
        self.writer.begin(Kind.ROW)
        for entry in node.children:
            for number, part in enumerate(entry.children):
                self.line = max(self.line, getattr(part, "line", None) or 0)
                if number:
                    self.writer.add("\n", self.line)
                self.writer.add(_initial(part), self.line)
                self._inline(part, ())
            self.writer.next_cell()
        self.writer.close()

    def _literal(self, node: nodes.Node) -> None:
        text = node.astext()
        if looks_like_bibtex(text):
            self.writer.add_entries(entries_in(text, self.writer.lines, self.line))
        else:
            self._text_block(node, Kind.PARAGRAPH, 0)

    def _field(self, node: nodes.Node) -> None:
        name, *body = (child.astext() for child in node.children)
        if name.lower() == "author":
            self.author = " ".join(body)
        elif body and body[0].strip():
            self.writer.begin(Kind.PARAGRAPH)
            self.writer.add(f"{name}: ", self.line)
            self._inline(node.children[1], ())
            self.writer.close()

    def _inline(self, node: nodes.Node, styles: tuple[Style, ...]) -> None:
        """Write the text below a node; a line end in it is one in the source, within bold letters a mere wrap."""
        for child in node.children:
            self.line = max(self.line, getattr(child, "line", None) or 0)
            if isinstance(child, nodes.Text):
                self._write_text(child.astext(), styles)
            elif isinstance(child, nodes.reference):
                self._inline(child, (*styles, Style("link", live_url(str(child.get("refuri", ""))))))
            elif not isinstance(child, _SKIPPED):
                kind = _STYLES.get(type(child), "")
                self._inline(child, (*styles, Style(kind)) if kind else styles)

    def _write_text(self, text: str, styles: tuple[Style, ...]) -> None:
        for number, row in enumerate(text.split("\n")):
            if number:
                self.writer.add(" " if styles else "\n", self.line, styles)
                self.line += 1
            self.writer.add(row, self.line, styles)
