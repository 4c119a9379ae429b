"""A page of wikitext to blocks: `== Headings ==`, `* items`, tables, and citation templates as entries.

Notes stand where the page shows them, or at its end; a page lists its references there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from reconcile.documents.blocks.block import Block, Document, Kind, readable
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.owner import owner_of
from reconcile.documents.blocks.runs import Run
from reconcile.documents.fields.people import shown
from reconcile.documents.pages.writer import Writer
from reconcile.documents.wiki.citations import fields_of, is_citation
from reconcile.documents.wiki.nodes import NOTES, Node, Nodes, Note, Template, nodes_of
from reconcile.documents.wiki.shown import END, Shower, kept_within, key_of_template

_DEEPEST_HEADING = 6
_LONGEST_HEADING = 500  # characters
_ITEM = re.compile(r"[*#:;]{1,20}")
_TERM_LEVEL = 7  # a heading below all that have signs of equality: `; 2020`
# Templates that show the notes of a page.
_NOTE_LISTS = frozenset(
    f"reflist {NOTES} referências referencias listaref przypisy примечания примітки références kaynakça viitteet"
    " referenser notelist 각주 脚注リスト 参考列表 پانویس مراجع כהערות jegyzetek".split()
)
_NO_TEXT = re.compile(r"__[A-Z]{3,20}__|-{4,}")
_ATTRIBUTES = re.compile(r"[^|\[\]{}]{0,300}=[^|\[\]{}]{0,300}\|(?!\|)")  # of a cell: `style="width:9em"|`
_CELLS = re.compile(r"\|\||!!")
_PEOPLE = ("author", "editor")
_FEWEST_LETTERS = 3  # of what stands beside a citation and is text of the page
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class _Line:
    """A line as the page has it: the runs of its text, what is cited on it, and whether the notes belong here."""

    runs: list[Run] = field(default_factory=list)
    cited: list[Template] = field(default_factory=list)
    shows_notes: bool = False

    @property
    def text(self) -> str:
        """All that its runs say."""
        return "".join(run.text for run in self.runs)

    def without_start(self, cut: int) -> list[Run]:
        """Return the runs without so many characters at their beginning."""
        kept = []
        for run in self.runs:
            kept += [replace(run, text=run.text[cut:])] if cut < len(run.text) else []
            cut = max(0, cut - len(run.text))
        return kept


def read_wikitext(name: str, lines: Lines) -> Document:
    """Return the blocks of a page of wikitext."""
    blocks = blocks_of(lines.joined(), lines)
    return Document(name, blocks, owner=owner_of(blocks))


def blocks_of(text: str, lines: Lines, above: int = 0, title: str = "") -> tuple[Block, ...]:
    """Return the blocks of a page, `above` whose first line stand so many lines, under its title."""
    page = _Page(Writer(lines), above)
    if title:
        page.heading(title, 1, above + 1)
    page.write(nodes_of(text))
    return tuple(page.writer.blocks)


class _Page:
    """The page being written; `notes` are those that no list has shown so far."""

    def __init__(self, writer: Writer, above: int) -> None:
        self.writer = writer
        self.above = above
        self.notes: list[Nodes] = []
        self.in_table = False
        self.in_rows: list[Block] = []  # what is cited in a row, behind which it stands

    def heading(self, text: str, level: int, line: int) -> None:
        self.writer.begin(Kind.HEADING, level)
        self.writer.add(text, line)
        self.writer.close()

    def write(self, nodes: Sequence[Node]) -> None:
        """Write the blocks of a page, and behind them the notes that are left."""
        for line in self._lines(nodes):
            self._write_line(line)
            if line.shows_notes:
                self._write_notes()
        self._write_notes()
        self.writer.close()

    def _lines(self, nodes: Sequence[Node]) -> Iterator[_Line]:
        """Yield the lines of a page, keeping its notes."""
        line = _Line()
        for shown_one in Shower(lambda key: is_citation(key) or key in _NOTE_LISTS).runs(nodes):
            match shown_one:
                case Run() if shown_one.text == END:
                    yield line
                    line = _Line()
                case Run():
                    line.runs.append(shown_one)
                case Note(inside):
                    self.notes.append(inside)
                case Template() if is_citation(key_of_template(shown_one.name)):
                    line.cited.append(shown_one)
                case Template():
                    line.shows_notes = True
                    for kept in kept_within(shown_one.parts, is_citation):
                        if isinstance(kept, Note):
                            self.notes.append(kept.inside)
                        else:
                            line.cited.append(kept)
        yield line

    def _write_line(self, line: _Line) -> None:
        text = line.text.strip()
        if self.in_table or text.startswith("{|"):
            self._write_table_line(line, text)
            return
        alone = line.cited and len(_LETTER.findall(text)) < _FEWEST_LETTERS
        if alone or not text or _NO_TEXT.fullmatch(text):
            self.writer.close()
        elif level := _level(text):
            self.heading(text[level:-level].strip(), level, line.runs[0].line + self.above)
        elif marks := _ITEM.match(text):
            self._write_item(line, marks[0])
        else:
            self._go_on(line.runs, Kind.PARAGRAPH)
        self.writer.add_entries(tuple(self._entries(line)))

    def _write_item(self, line: _Line, marks: str) -> None:
        """Write an item, what goes on with one (`*:`), an indented paragraph (`:`), or a term, which is a heading."""
        runs = line.without_start(line.text.index(marks) + len(marks))
        if marks.endswith(";"):
            self.writer.begin(Kind.HEADING, _TERM_LEVEL)
            self._add(runs)
            self.writer.close()
        elif marks.endswith(":"):
            self._go_on(runs, self.writer.kind if marks.strip(":") else Kind.PARAGRAPH)
        else:
            self.writer.begin(Kind.ITEM, len(marks))
            self._add(runs)

    def _go_on(self, runs: Sequence[Run], kind: Kind) -> None:
        """Write a line of the block of this kind that is open, or of a new one."""
        if self.writer.kind is kind and self.writer.runs:
            self.writer.add("\n", runs[0].line + self.above)
        else:
            self.writer.begin(kind, self.writer.level)
        self._add(runs)

    def _add(self, runs: Sequence[Run]) -> None:
        for run in runs:
            self.writer.add(run.text, run.line + self.above, run.styles)

    def _write_table_line(self, line: _Line, text: str) -> None:
        """Write a line of a table: `{|` opens it, `|-` a row, `|` and `!` a cell, and `|}` closes it."""
        if text.startswith(("{|", "|}", "|-", "|+")):
            self.in_table = not text.startswith("|}")
            self._end_row()
        elif text.startswith(("|", "!")):
            if self.writer.kind is not Kind.ROW:
                self.writer.begin(Kind.ROW)
            elif self.writer.runs or self.writer.cells:
                self.writer.next_cell()
            self._write_cells(line.without_start(line.text.index(text[0]) + 1))
        elif text and self.writer.kind is Kind.ROW:
            marks = _ITEM.match(text)
            self.writer.add("\n", line.runs[0].line + self.above)
            self._add(line.without_start(line.text.index(marks[0]) + len(marks[0]) if marks else 0))
        self.in_rows += self._entries(line)

    def _write_cells(self, runs: Sequence[Run]) -> None:
        begins = True
        for run in _joined(runs):
            for number, part in enumerate(_CELLS.split(run.text)):
                if number:
                    self.writer.next_cell()
                    begins = True
                attributes = _ATTRIBUTES.match(part) if begins else None
                begins = begins and not part.strip()
                said = part[attributes.end() :] if attributes else part
                self.writer.add(said, run.line + self.above, run.styles)

    def _end_row(self) -> None:
        self.writer.close()
        self.writer.add_entries(tuple(self.in_rows))
        self.in_rows = []

    def _entries(self, line: _Line) -> Iterator[Block]:
        """Yield the entries of what is cited on a line."""
        for template in line.cited:
            if fields := fields_of(template):
                first, last = template.line + self.above, template.last + self.above
                listed = {name: shown(fields[name]) for name in _PEOPLE if fields.get(name, "").startswith("[")}
                yield entry_block(fields, first, last, self.writer.lines, readable({**fields, **listed}))

    def _write_notes(self) -> None:
        """Write the notes so far, each an item; one may have notes of its own."""
        self._end_row()
        at = 0
        while at < len(self.notes):
            for number, line in enumerate(self._lines(self.notes[at])):
                if len(_LETTER.findall(line.text)) >= (_FEWEST_LETTERS if line.cited else 1):
                    if not number or self.writer.kind is not Kind.ITEM:
                        self.writer.begin(Kind.ITEM, 1)
                    else:
                        self.writer.add("\n", line.runs[0].line + self.above)
                    self._add(line.runs)
                self.writer.add_entries(tuple(self._entries(line)))
            self.writer.close()
            at += 1
        self.notes = []


def _level(text: str) -> int:
    """Return the level of the heading that a line is, by the signs of equality at both its ends; 0 of any other line.

    >>> _level("== Works =="), _level("=== Works =="), _level("a = b"), _level("=====")
    (2, 2, 0, 0)
    """
    if len(text) > _LONGEST_HEADING or not text.strip("= "):
        return 0
    return min(_DEEPEST_HEADING, len(text) - len(text.lstrip("=")), len(text) - len(text.rstrip("=")))


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs, those as one that stand on a line under the same markup."""
    for (line, styles), same in groupby(runs, key=lambda run: (run.line, run.styles)):
        yield Run("".join(run.text for run in same), line, styles)
