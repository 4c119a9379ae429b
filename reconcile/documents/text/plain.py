"""Plain text, and what pages leave behind when they are copied or converted to it.

A paragraph ends at an empty line and is one block with its line breaks. A bullet, a number or, under lines that
hang, a line at the margin starts an item; the lines that continue it belong to it. Tabs part the cells of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reconcile.documents.bib.read import entries_in, looks_like_bibtex
from reconcile.documents.blocks.block import BAR, Block, Document, Kind
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.labels import BULLETS, label_end, looks_like_heading
from reconcile.documents.blocks.owner import owner_of
from reconcile.documents.blocks.runs import Run, assemble, block_of, clean
from reconcile.documents.blocks.unreadable import MAX_PARAGRAPH
from reconcile.documents.fields.columns import as_entry, header
from reconcile.documents.pages.scholar import is_header, works_in
from reconcile.documents.printed.breaks import without_page_breaks
from reconcile.documents.printed.hyphens import parted_words
from reconcile.documents.printed.wraps import wrapped
from reconcile.documents.text.aligned import aligned_cells, column_starts
from reconcile.documents.text.linknumbers import without_link_numbers
from reconcile.documents.text.margins import without_margins, wrapped_quotations
from reconcile.documents.text.ruled import Table, drawn_tables
from reconcile.documents.text.spaced import spaced_tables
from reconcile.lexicon import links
from sources.markup import with_plain_names

_RULE = re.compile(r"\s*(?:[-=_*~#+.]\s?){3,200}$")
# Lines of a page that are no text when it is copied: a row of buttons (ACL Anthology, home pages), a label alone
# (DBLP), the word of a link (Symplectic Elements).
_BUTTON = rf"\[?(?:{'|'.join(sorted(links.OF_PORTALS))}|software)\]?"
_BUTTONS = re.compile(rf"\s*{_BUTTON}(?:[ \t]{{1,9}}(?:[|/·][ \t]{{1,9}})?{_BUTTON}){{1,12}}\s*$", re.IGNORECASE)
_LABEL_ALONE = re.compile(r"\s*(?:\[[A-Za-z]{0,4}\d{1,4}\]|(?:Author|Publisher) URL)\s*$")
_BULLET_ALONE = re.compile(f"[{BULLETS}]|o")
# A line of one sign as long as the line above: what is above is a heading.
_UNDERLINE = re.compile(r"(?:={3,90}|-{3,90}|~{3,90})\Z")
_LEVELS = {"=": 1, "-": 2, "~": 3}
_OVERHANG = 3
_LETTER = re.compile(r"([a-j])[.)]\s+(?=[^\W\d_])")
_LONGEST_NOISE = 200
_UNWRAPPED = 110  # signs of a line, at least, where lines are not wrapped to be read on a screen
_LONGEST_LINE = 50
_LEFT = "this row of a table runs over its columns and was read as text; part its cells with tabs"
_FEWEST_CELLS = 3
_FEWEST_ROWS = 2


class _Row(NamedTuple):
    """A row of the text with its number, from 0; one that is `wrapped` goes on in the next.

    A table's row may stand on several, up to the `last`.
    """

    number: int
    text: str
    wrapped: bool = False
    last: int = 0


def read_plain(name: str, lines: Lines) -> Document:
    """Return the blocks of a plain text."""
    rows, works = _rows(lines)
    tables = _tables([row.text for row in rows])
    blocks = tuple(sorted((*works, *_blocks(_with_tabs(rows, tables), lines)), key=lambda block: block.first))
    left = (rows[at].number + 1 for table in tables for at in table.left)
    return Document(name, blocks, tuple(f"{name}, line {line}: {_LEFT}" for line in left), owner_of(blocks))


def as_plain(name: str, lines: Lines, why: str, line: int = 0) -> Document:
    """Return the blocks of a text that its own reader cannot read; the complaint says why, and on which line if any."""
    place = f"{name}, line {line}" if line else name
    document = read_plain(name, lines)
    return replace(document, complaints=(f"{place}: {why}", *document.complaints))


def beside_plain(name: str, lines: Lines, works: Sequence[Block], dropped: Set[int] = frozenset()) -> Document:
    """Return the document of works that were taken out of a text, whose rest is plain; lines (from 0) are left out."""
    taken = dropped | {at for work in works for at in range(work.first - 1, work.last)}
    left = tuple("" if at in taken else text for at, text in enumerate(lines.text))
    rest = read_plain(name, replace(lines, text=left))
    return replace(rest, blocks=tuple(sorted((*rest.blocks, *works), key=lambda block: block.first)))


def _rows(lines: Lines) -> tuple[list[_Row], list[Block]]:
    """Return the rows of a text, and the works that a profile of Google Scholar lists in it, whose rows are empty."""
    printed = without_page_breaks(lines.raw, lines.text)
    broken = wrapped_quotations(printed)
    rows = [_Row(at, text, at in broken) for at, text in without_link_numbers(without_margins(printed))]
    works: list[Block] = []
    for start, end, fields in works_in([row.text[:MAX_PARAGRAPH] for row in rows]):
        works.append(entry_block(fields, rows[start].number + 1, rows[end - 1].number + 1, lines))
        rows[start:end] = [row._replace(text="") for row in rows[start:end]]
    return rows, works


def _blocks(parted: Sequence[_Row], lines: Lines) -> Iterator[Block]:
    rows = _with_bullets(parted)
    rows_at = {row.number: row.text.strip() for row in rows}
    for paragraph in _paragraphs(_with_whole_words(rows)):
        if quoted := _bibtex(paragraph, lines):
            yield from quoted
            continue
        if heading := _underlined(paragraph, rows_at, lines):
            yield heading
            continue
        if table := _table(paragraph, lines):
            yield from table
            continue
        starts = _item_starts([row.text for row in paragraph])
        bounds = sorted({0, *starts, *_between_items([row.text for row in paragraph], starts)})
        for start, end in zip(bounds, [*bounds[1:], len(paragraph)], strict=True):
            block = _block(lines, paragraph[start:end], starts.get(start))
            if block is not None:
                yield block


def _with_tabs(rows: Sequence[_Row], tables: Sequence[Table]) -> list[_Row]:
    """Return the rows with tabs between the cells of tables that are drawn; those without named columns stand apart."""
    made: list[_Row] = []
    done = 0
    for table in tables:
        made += rows[done : table.start]
        named = header(table.rows[0].cells)
        blank = _Row(rows[table.start].number, "")
        made.append(blank)
        for drawn in table.rows:
            texts = drawn.cells if named else [BAR.join(filter(None, drawn.cells))]
            made.append(_Row(rows[drawn.start].number, "\t".join(texts), last=rows[drawn.end - 1].number))
            made += [] if named else [blank]
        made.append(blank)
        done = table.end
    return [*made, *rows[done:]]


def _tables(texts: Sequence[str]) -> list[Table]:
    """Return the tables among the rows of a text, those that are drawn before those that blanks alone part."""
    drawn = list(drawn_tables(texts))
    taken = {at for table in drawn for at in range(table.start, table.end)}
    spaced = [table for table in spaced_tables(texts) if taken.isdisjoint(range(table.start, table.end))]
    return sorted([*drawn, *spaced], key=lambda table: table.start)


def _bibtex(paragraph: Sequence[_Row], lines: Lines) -> tuple[Block, ...]:
    """Return the entries of a paragraph that begins as one of BibTeX; none of another."""
    text = "\n".join([row.text for row in paragraph])
    return entries_in(text, lines, paragraph[0].number + 1) if looks_like_bibtex(text) else ()


def _underlined(paragraph: Sequence[_Row], rows_at: Mapping[int, str], lines: Lines) -> Block | None:
    """Return the heading that a line is under which a line of signs is drawn as long as it is; else nothing.

    A row of several cells over such a line is a table's header.
    """
    row = paragraph[0]
    text, under = row.text.strip(), rows_at.get(row.number + 1, "")
    if len(paragraph) > 1 or "  " in text or "\t" in text or not _UNDERLINE.match(under):
        return None
    if abs(len(under) - len(text)) > _OVERHANG:
        return None
    reading = assemble([Run(text[label_end(text) :], row.number + 1)])
    return block_of(Kind.HEADING, reading, lines, _LEVELS[under[0]])


def _with_bullets(rows: Sequence[_Row]) -> list[_Row]:
    """Return the rows with bullets that stand alone on a line, as some pages are copied, before the line below."""
    made: list[_Row] = []
    open_bullet = False
    for row in rows:
        text = row.text.strip()
        if _BULLET_ALONE.fullmatch(text):
            open_bullet = True
        elif open_bullet and text:
            made.append(row._replace(text=f"• {text}"))
            open_bullet = False
        else:
            made.append(row)
    return made


def _with_whole_words(rows: list[_Row]) -> list[_Row]:
    """Return the rows with words that were parted at a line end made whole."""
    made = list(rows)
    for at, (moved, taken) in parted_words([row.text.strip() for row in rows]).items():
        upper, lower = made[at], made[at + 1]
        margin = len(lower.text) - len(lower.text.lstrip())
        rest = lower.text[margin + taken :].lstrip()
        made[at] = upper._replace(text=upper.text.rstrip()[:-1] + moved, wrapped=bool(rest))
        made[at + 1] = lower._replace(text=lower.text[:margin] + rest)
    return [after for before, after in zip(rows, made, strict=True) if after.text.strip() or not before.text.strip()]


def _paragraphs(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Return the rows between empty lines, rules and lines that are no text."""
    open_rows: list[_Row] = []
    for row in rows:
        listed = is_header(row.text)
        if not listed and not _is_empty(row.text):
            open_rows.append(row)
            continue
        if open_rows:
            yield open_rows
            open_rows = []
        if listed:
            yield [row]
    if open_rows:
        yield open_rows


def _is_empty(row: str) -> bool:
    if not row.strip() or (len(row) < 2 * _LONGEST_NOISE and _RULE.match(row)):
        return True
    if len(row) > _LONGEST_NOISE:
        return False
    return bool(_BUTTONS.match(row) or _LABEL_ALONE.match(row))


def _table(paragraph: Sequence[_Row], lines: Lines) -> list[Block]:
    """Return the rows of a table whose cells tabs part, or blanks above each other; nothing where there is none.

    Under a header that names the columns the rows are entries; without one, all must have as many cells.
    """
    texts = [row.text for row in paragraph]
    tabbed = [text.strip(" ").split("\t") for text in texts]
    parted = tabbed if len(tabbed[0]) > 1 else aligned_cells(texts) or tabbed
    cells = [[clean(cell).strip() for cell in row] for row in parted]
    names = header(cells[0]) if len(cells[0]) > 1 else ()
    if len(paragraph) < _FEWEST_ROWS or not (_fits(cells, names) if names else _is_regular(cells)):
        return []
    made: list[Block] = []
    for row, parts in zip(paragraph, cells, strict=True):
        text = BAR.join(part for part in parts if part)
        block = block_of(Kind.ROW, assemble([Run(text, row.number + 1)]), lines)
        if block is not None:
            last = max(block.last, row.last + 1)
            block = replace(block, last=last, source=lines.source(block.first, last))
            made.append(as_entry(block, parts, names) if made else block)
    return made


def _fits(cells: Sequence[Sequence[str]], names: Sequence[str]) -> bool:
    """Return whether rows have no more cells than their header names."""
    return all(1 < len(row) <= len(names) for row in cells)


def _is_regular(cells: Sequence[Sequence[str]]) -> bool:
    """Return whether rows have as many cells, of which the first are filled: tabs that indent make none."""
    return len({len(row) for row in cells}) == 1 and all(
        row[0] and sum(map(bool, row)) >= _FEWEST_CELLS for row in cells
    )


def _item_starts(rows: Sequence[str]) -> dict[int, int]:
    """Return the rows of a paragraph that start an item, with the length of their label."""
    labels = {at: end for at, row in enumerate(rows) if (end := label_end(row.strip())) and len(row.strip()) > end}
    if labels and (0 in labels or len(labels) > 1):
        return labels
    if lettered := _lettered(rows):
        return lettered
    if columned := column_starts(rows):
        return dict.fromkeys(columned, 0)
    margins = [len(row) - len(row.lstrip()) for row in rows]
    if len(set(margins)) > 1 and margins[0] == min(margins) and margins.count(margins[0]) > 1:
        return {at: 0 for at, margin in enumerate(margins) if margin == margins[0]}
    return {}


def _between_items(rows: Sequence[str], starts: Mapping[int, int]) -> Iterator[int]:
    """Yield the rows between two items that are no part of either: short ones where no lines are wrapped.

    Trafilatura leaves headings so, without an empty line above or below.
    """
    if not starts or max(map(len, rows)) < _UNWRAPPED:
        return
    for before, at in pairwise(range(len(rows))):
        text = rows[at].strip()
        alone = at not in starts and at + 1 in starts and len(text) < _LONGEST_LINE and text[-1:] not in ".,;:)]"
        if alone and rows[before].rstrip()[-1:] in '.)]”"0123456789':
            yield at


def _lettered(rows: Sequence[str]) -> dict[int, int]:
    """Return the rows that begin with `a.`, `b.` and so on, with the length of that; nothing where one is left out."""
    found = {at: match for at, row in enumerate(rows) if (match := _LETTER.match(row.strip()))}
    every = "".join(match[1] for match in found.values())
    return {at: match.end() for at, match in found.items()} if len(every) > 1 and "abcdefghij".startswith(every) else {}


def _block(lines: Lines, rows: Sequence[_Row], skip: int | None) -> Block | None:
    """Return the block of some rows; `skip` is the length of the label where they are an item."""
    texts = [with_plain_names(row.text.strip()) for row in rows]
    texts[0] = texts[0][skip or 0 :]
    printed = [lines.text[row.number].rstrip() for row in rows]
    ends = [" " if goes_on else "\n" for goes_on in wrapped(printed, [row.wrapped for row in rows])]
    reading = assemble(Run(text + end, row.number + 1) for text, end, row in zip(texts, ends, rows, strict=True))
    if looks_like_heading(reading.text) or is_header(reading.text):
        return block_of(Kind.HEADING, reading, lines)
    kind = Kind.PARAGRAPH if skip is None else Kind.ITEM
    return block_of(kind, reading, lines, 0 if skip is None else 1)
