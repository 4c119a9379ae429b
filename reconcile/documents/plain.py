"""Plain text, and the guess at what a `.txt` file really holds.

A paragraph ends at an empty line and is one block with its line breaks. A bullet, a number or, under lines that
hang, a line at the margin starts an item; the lines that continue it belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.documents.block import Block, Document, Kind
from reconcile.documents.encoding import Lines
from reconcile.documents.labels import label_end, looks_like_heading
from reconcile.documents.owner import owner_of
from reconcile.documents.runs import Run, assemble, block_of

_RULE = re.compile(r"\s*(?:[-=_*~#+.]\s?){3,200}$")


def read_plain(name: str, lines: Lines) -> Document:
    """Return the blocks of a plain text."""
    blocks = tuple(_blocks(lines))
    return Document(name, blocks, owner=owner_of(blocks))


def _blocks(lines: Lines) -> Iterator[Block]:
    for first, last in _paragraphs(lines.text):
        rows = range(first, last)
        starts = _item_starts([lines.text[row] for row in rows])
        bounds = sorted({0, *starts})
        for start, end in zip(bounds, [*bounds[1:], len(rows)], strict=True):
            block = _block(lines, rows[start:end], starts.get(start))
            if block is not None:
                yield block


def _paragraphs(rows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Return the half-open ranges of rows between empty lines and rules."""
    start = None
    for at, row in enumerate([*rows, ""]):
        empty = not row.strip() or (len(row) < 400 and _RULE.match(row) is not None)
        if empty and start is not None:
            yield start, at
            start = None
        elif not empty and start is None:
            start = at


def _item_starts(rows: Sequence[str]) -> dict[int, int]:
    """Return the rows of a paragraph that start an item, with the length of their label."""
    labels = {at: end for at, row in enumerate(rows) if (end := label_end(row.strip())) and len(row.strip()) > end}
    if labels and (0 in labels or len(labels) > 1):
        return labels
    margins = [len(row) - len(row.lstrip()) for row in rows]
    if len(set(margins)) > 1 and margins[0] == min(margins) and margins.count(margins[0]) > 1:
        return {at: 0 for at, margin in enumerate(margins) if margin == margins[0]}
    return {}


def _block(lines: Lines, rows: Sequence[int], skip: int | None) -> Block | None:
    """Return the block of some rows; `skip` is the length of the label where they are an item."""
    texts = [lines.text[row].strip() for row in rows]
    texts[0] = texts[0][skip or 0 :]
    runs = [Run(f"{text}\n", row + 1) for text, row in zip(texts, rows, strict=True)]
    reading = assemble(runs)
    if looks_like_heading(reading.text):
        return block_of(Kind.HEADING, reading, lines)
    kind = Kind.PARAGRAPH if skip is None else Kind.ITEM
    return block_of(kind, reading, lines, 0 if skip is None else 1)
