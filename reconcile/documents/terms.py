"""Lists of terms in HTML whose terms name fields: `<dl><dt>Title<dd>… <dt>Author<dd>…`, as archives print records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.documents.block import Block, Kind, Mark
from reconcile.documents.columns import as_entry, canonical, header
from reconcile.documents.encoding import Lines

Pair = tuple[str, Block]


def records_of(blocks: Sequence[Block], lines: Lines) -> tuple[Block, ...]:
    """Return the entries that the blocks of a list are; the blocks themselves where its terms name no fields."""
    pairs = _pairs(blocks)
    if not pairs or canonical(pairs[0][0]) != "title":
        return tuple(blocks)
    records: list[list[Pair]] = []
    for term, value in pairs:
        if not records or (canonical(term) == "title" and term == records[-1][0][0]):
            records.append([])
        records[-1].append((term, value))
    return tuple(_record(record, lines) for record in records)


def _pairs(blocks: Iterable[Block]) -> list[Pair]:
    """Return terms with their values; nothing where a block is neither."""
    pairs: list[Pair] = []
    term = ""
    for block in blocks:
        first, _, rest = block.text.partition("\n")
        label, colon, _ = first.partition(": ")
        if not term and colon and canonical(label.strip()):
            pairs.append((label.strip(), _without_start(block, len(label) + len(colon))))
            continue
        named = first.strip(" :")
        if term:
            pairs.append((term, block))
            term = ""
        elif canonical(named) and rest:
            pairs.append((named, _without_start(block, len(first) + 1)))
        elif canonical(named):
            term = named
        else:
            return []
    return pairs


def _without_start(block: Block, cut: int) -> Block:
    """Return a block without its first characters, which end a line or stand in the first."""
    marks = tuple(
        replace(mark, start=max(0, mark.start - cut), end=mark.end - cut) for mark in block.marks if mark.end > cut
    )
    return replace(block, text=block.text[cut:], marks=marks, lines=block.lines[block.text.count("\n", 0, cut) :])


def _record(record: Sequence[Pair], lines: Lines) -> Block:
    """Return an entry with fields; where one value is the rest of the reference, an item with a value a line."""
    whole = _joined([value for _, value in record], lines)
    terms = [term for term, _ in record]
    names = header(terms)
    if any(name and canonical(name) != name for name in names):
        return whole
    return as_entry(whole, [value.text for _, value in record], names)


def _joined(blocks: Sequence[Block], lines: Lines) -> Block:
    """Return the blocks as one item, each on lines of its own."""
    marks: list[Mark] = []
    length = 0
    for block in blocks:
        marks += [replace(mark, start=mark.start + length, end=mark.end + length) for mark in block.marks]
        length += len(block.text) + 1
    first, last = min(block.first for block in blocks), max(block.last for block in blocks)
    return Block(
        Kind.ITEM,
        first,
        last,
        "\n".join(block.text for block in blocks),
        lines.source(first, last),
        blocks[0].level,
        tuple(marks),
        tuple(line for block in blocks for line in block.lines),
    )
