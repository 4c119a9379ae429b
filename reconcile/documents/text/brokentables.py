"""Tables as html2text writes them: a bar before every cell but a row's first, lines wrapped within cells.

    ![felt](felt.png)|
    [**Felt in Cold
    Water**](https://wool.example)<br>
    _ICCV_ , 2020<br>
    ---|---<br>
    | **Moss**<br>

Two blanks, here `<br>`, end rows and lines within cells; dashes underline the first row. A parser of Markdown takes
each line for a row, or all of them for one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reconcile.documents.fields.columns import header
from reconcile.documents.text.ruled import Table, drawn_tables, is_underline

_UNDERLINE = re.compile(r"---(?:\|---){0,40}[ ]{0,2}\Z")
_END = "  "
_BAR = re.compile(r"(?<!\\)\|(?=\s|\Z)")
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,3000}\)")
_LINKS = re.compile(r"(?!\|)(?:\s*(?:\[[^\[\]]{0,25}\]\([^()]{0,3000}\)|[/|,·•])){1,40}\s*\Z")


class Row(NamedTuple):
    """The source lines of a table's row, from 1."""

    first: int
    last: int


class _Line(NamedTuple):
    """One line as the page had it, on the rows from `start` to before `end`."""

    start: int
    end: int
    text: str

    @property
    def bars(self) -> int:
        """How many cells begin in it behind others; bars between links are no cells' own."""
        return 0 if _LINKS.match(self.text) else len(_BAR.findall(self.text))


class Mended(NamedTuple):
    """The rows of a page, as many as before; `moved` has the source lines of those that hold a table's row."""

    rows: tuple[str, ...]
    moved: Mapping[int, Row]


def with_whole_tables(rows: Sequence[str]) -> Mended:
    """Return the rows with tables of html2text as tables of Markdown, or as lists where their cells have lines.

    >>> with_whole_tables(["Year| Title  ", "---|---  ", "2020| Felt in", "Water  ", "| Moss"]).rows
    ('|Year| Title', '|---|---', '|2020| Felt in Water', '|| Moss', '')
    """
    made = list(rows)
    moved: dict[int, Row] = {}
    for table in drawn_tables(rows):
        # what has a line of dashes below its first row, or goes on with a row above, is Markdown's own
        above = rows[table.start - 1] if table.start else ""
        if "|" not in above and not is_underline(rows[table.start + 1]):
            _draw(made, moved, table)
    done = 0
    for at, row in enumerate(rows):
        if at < done or len(row) > 200 or not at or not rows[at - 1].endswith(_END) or not _UNDERLINE.match(row):
            continue
        start = at
        while start > done and rows[start - 1].strip():
            start -= 1
        end = at + 1
        while end < len(rows) and rows[end].strip():
            end += 1
        if start < at:
            columns = row.count("|") + 1
            parts = _lines(rows, start, at), _lines(rows, at + 1, end)
            _mend(made, moved, parts, at, columns)
        done = end
    return Mended(tuple(made), moved)


def _draw(made: list[str], moved: dict[int, Row], table: Table) -> None:
    """Put a table of Markdown in the place of one that is drawn otherwise, if there is room for it."""
    room = table.end - table.start
    if room <= len(table.rows):
        if table.end >= len(made) or made[table.end].strip():
            return
        room += 1
    texts = [f"| {' | '.join(row.cells)} |" for row in table.rows]
    texts.insert(1, "|---" * len(table.rows[0].cells))
    made[table.start : table.start + room] = [*texts, *[""] * (room - len(texts))]
    spans = [Row(row.start + 1, row.end) for row in table.rows]
    moved.update({table.start + 1 + at + bool(at): span for at, span in enumerate(spans)})


def _lines(rows: Sequence[str], start: int, end: int) -> list[_Line]:
    """Return the lines as the page had them; the converter wraps them and ends each with two blanks."""
    found: list[_Line] = []
    first = start
    for at in range(start, end):
        if rows[at].endswith(_END) or at == end - 1:
            found.append(_Line(first, at + 1, " ".join(row.strip() for row in rows[first : at + 1])))
            first = at + 1
    return found


def _mend(
    made: list[str], moved: dict[int, Row], parts: tuple[list[_Line], list[_Line]], underline: int, columns: int
) -> None:
    """Put a table of Markdown, or a list, in the place of the lines above and below the line of dashes."""
    above, below = parts
    lines = [*above, *below]
    flat = len(above) == 1 and all(line.bars for line in lines)
    if columns > 1 and (flat or (len(above) == 1 and header(_BAR.split(above[0].text)))):
        texts = [f"|{above[0].text}", "|---" * columns, *(f"|{line.text}" for line in below)]
        spans = [Row(line.start + 1, line.end) for line in lines]
        spans.insert(1, Row(underline + 1, underline + 1))
        start, end = lines[0].start, (below or above)[-1].end
        made[start : max(end, underline + 1)] = [*texts, *[""] * (max(end, underline + 1) - start - len(texts))]
        moved.update({start + at + 1: span for at, span in enumerate(spans)})
        return
    made[underline] = ""
    for part in parts:
        bars = columns
        for line in part:
            if columns > 1 and line.bars and bars >= columns - 1:
                bars = 0
                _begin(made, line)
            bars += line.bars


def _begin(made: list[str], line: _Line) -> None:
    """Write the rows of a line as the head of an item, without images and the bars of empty cells."""
    text = "\n".join(made[line.start : line.end])
    cells = _BAR.split(_IMAGE.sub("", text))
    while len(cells) > 1 and not cells[0].strip():
        cells.pop(0)
    rows = f"- {' |'.join(cells).lstrip()}".split("\n")
    made[line.start : line.end] = [*[""] * (line.end - line.start - len(rows)), *rows]
