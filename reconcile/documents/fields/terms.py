"""Fields named in HTML, as archives and reference managers print records.

Lists of terms: `<dl><dt>Title<dd>… <dt>Author<dd>…`; tables of two columns under a title: `<tr><th>Author<td>…`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.documents.blocks.block import BAR, Block, Kind, Mark
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.fields.columns import as_entry, canonical, header, key_of

Pair = tuple[str, Block]

# A table of one publication has a row a field; Zotero's longest type has some forty, and an author is a row as well.
_MOST_ROWS = 400
_FEWEST_ROWS = 2
_KIND = "itemtype"  # as Zotero calls what an item is, above all else that it says
# A table with none of these describes a course, a grant or a person.
_TELLING = frozenset({"author", "editor", "doi", _KIND})
_PEOPLE = frozenset({"author", "editor"})
# Names that mean a title elsewhere, and here where it appeared.
_KEPT = frozenset({"publication", "repository"})


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


def with_named_rows(blocks: list[Block], start: int, lines: Lines) -> None:
    """Replace the rows of a table of one publication, which begin at `start`, and the title above by an entry."""
    if not _FEWEST_ROWS <= len(blocks) - start <= _MOST_ROWS or any(row.kind is not Kind.ROW for row in blocks[start:]):
        return
    fields = _named_fields(blocks[start:])
    if not fields:
        return
    above = blocks[start - 1] if start and blocks[start - 1].kind in (Kind.HEADING, Kind.ITEM) else None
    if "title" not in fields and above and "\n" not in above.text:
        fields = {"title": above.text, **fields}
        start -= 1
    if "title" in fields:
        rows = blocks[start:]
        whole = replace(_joined(rows, lines), kind=Kind.ENTRY, level=0, fields=tuple(fields.items()))
        blocks[start:] = [whole]


def record_of(blocks: Sequence[Block], lines: Lines) -> Block | None:
    """Return the entry of a table that describes one publication, a row a field; None for any other table.

    Its title is a field as well, or stands in a row of its own or a line above the others.
    """
    if not _FEWEST_ROWS <= len(blocks) <= _MOST_ROWS:
        return None
    head = blocks[0]
    titled = BAR not in head.text and not canonical(head.text.strip(" :"))
    rows = blocks[1:] if titled else blocks
    if len(rows) < _FEWEST_ROWS or any(row.kind is not Kind.ROW or BAR not in row.text for row in rows):
        return None
    fields = _named_fields(rows)
    if fields and titled:
        fields = {"title": " ".join(head.text.split()), **fields}
    if "title" not in fields:
        return None
    return replace(_joined(blocks, lines), kind=Kind.ENTRY, level=0, fields=tuple(fields.items()))


def _named_fields(rows: Sequence[Block]) -> dict[str, str]:
    """Return the fields that rows of a name and a value give; nothing where few of the names are fields."""
    pairs = [(name.strip(" :"), value.strip()) for name, _, value in (row.text.partition(BAR) for row in rows)]
    named = [(key_of(name), canonical(name), value) for name, value in pairs]
    known = {field for _, field, _ in named} - {""}
    if named[0][0] != _KIND and (
        len(known) < _FEWEST_ROWS or not any(key in _TELLING or field in _TELLING for key, field, _ in named)
    ):
        return {}
    values: dict[str, list[str]] = {}
    keys: dict[str, str] = {}
    for key, meaning, value in named:
        field = key if key in _KEPT else meaning
        # Where there are authors, a contributor is none.
        again = field in _PEOPLE and keys.get(field) == key
        if field and value and (again or field not in values):
            values.setdefault(field, []).append(" ".join(value.split()))
            keys[field] = key
    return {field: " and ".join(texts) for field, texts in values.items()}


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
