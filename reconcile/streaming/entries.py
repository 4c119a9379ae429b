"""BibTeX files: cut between entries where they stand in the file, and read by whoever judges them.

A line that begins `@word{` begins a new entry, whatever stands before it, so a file that is cut there is read as if it
were whole. Only `@string` reaches from one entry to another: each batch brings along the macros that it uses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.documents.bib.entries import DEFINES, BibEntry, count_entries, entries_of, macros_of
from reconcile.documents.bib.values import joined, plain
from reconcile.streaming.claims import ENTRY_TYPE, KEY, claim_of
from reconcile.streaming.decoding import Stream, lines_of, without_mark
from reconcile.streaming.plain_entries import blocks_of, plain_entry
from reconcile.streaming.rows import MOST_BYTES, Row, Unread
from reconcile.wanted import Wanted

# The entries of one batch: each takes longer than a line of text.
MOST_ENTRIES = 64
# The bytes of one entry; a longer one is cut, and is then one that cannot be read.
_LONGEST_ENTRY = 1 << 20
# An entry begins on a line of its own; its brace may stand on the next one.
_START = re.compile(rb"\s*@\w*[ \t]*(?:[{(]|[\r\n]*\Z)")
_WITHIN = re.compile(rb"@\w*[ \t]*[{(]")
_MACRO = re.compile(rb"\s*@string\s*[{(]\s*([^\s={}(),#\"]+)", re.IGNORECASE)
_USED = re.compile(rb"[=#]\s*([^\W\d][^\s\"{},#=()]*)")
_MOST_MACROS = 1 << 20  # bytes of all macros of a file; the largest bulk file, the Anthology's, has 0.6 MB

Piece = tuple[int, bytes]  # the number of its first line, and the text up to the next entry


@dataclass(frozen=True, slots=True)
class EntryBatch:
    """Entries as they stand in the file, the first of them on line `first`, with the macros that they use."""

    first: int
    text: bytes
    macros: bytes
    legacy: str
    place: int

    def rows(self) -> list[Row]:
        """Return a row an entry; its id is the entry's key, else the number of its line."""
        text, macros = lines_of(self.text, self.legacy), macros_of(lines_of(self.macros, self.legacy))
        if DEFINES.search(text):
            return self._read_rows(text, macros, 0)
        return [
            row for start, block in blocks_of(text) for row in self._rows(block, macros, text.count("\n", 0, start))
        ]

    def _rows(self, block: str, macros: Mapping[str, str], lines: int) -> list[Row]:
        """Return the rows of a block that begins after so many lines of the batch."""
        read = plain_entry(block)
        if read is None:
            return self._read_rows(block, macros, lines)
        kind, key, fields = read
        return [Wanted(key, claim=claim_of(_fields(kind, key, fields, macros)))]

    def _read_rows(self, text: str, macros: Mapping[str, str], lines: int) -> list[Row]:
        return [_row(entry, self.first + lines + entry.line - 1) for entry in entries_of(text, macros)]

    def count(self) -> int:
        """Return how many entries there are, good and bad."""
        return count_entries(lines_of(self.text, self.legacy))


def _row(entry: BibEntry, line: int) -> Row:
    if entry.trouble and not entry.fields:
        return Unread(entry.key or str(line), f"line {line}: this BibTeX entry is broken ({entry.trouble}); mend it")
    claim = claim_of(((ENTRY_TYPE, entry.type), (KEY, entry.key), *entry.fields))
    return Wanted(entry.key or str(line), claim=claim)


def entry_batches(stream: Stream, legacy: str, place: Callable[[], int]) -> Iterator[EntryBatch]:
    """Yield the entries of a .bib file in batches."""
    macros: dict[bytes, bytes] = {}
    batch: list[Piece] = []
    size = 0
    for number, piece in _pieces(stream):
        if (named := _MACRO.match(piece)) and len(_WITHIN.findall(piece)) == 1:
            if sum(map(len, macros.values())) + len(piece) < _MOST_MACROS:
                macros[named[1].lower()] = piece
            continue
        batch.append((number, piece))
        size += len(piece)
        if len(batch) == MOST_ENTRIES or size > MOST_BYTES:
            yield _batch(batch, macros, legacy, place())
            batch, size = [], 0
    if batch:
        yield _batch(batch, macros, legacy, place())


def _batch(pieces: Sequence[Piece], macros: Mapping[bytes, bytes], legacy: str, place: int) -> EntryBatch:
    text = b"".join(_padded(pieces))
    return EntryBatch(pieces[0][0], text, _used(text, macros) if macros else b"", legacy, place)


def _padded(pieces: Sequence[Piece]) -> Iterator[bytes]:
    """Yield pieces with empty lines for those left out between them, so that lines keep their numbers."""
    line = pieces[0][0]
    for number, piece in pieces:
        yield b"\n" * (number - line)
        yield piece
        line = number + piece.count(b"\n")


def _used(text: bytes, macros: Mapping[bytes, bytes]) -> bytes:
    """Return the definitions of the macros that a text uses, and of those that they use, in the file's order."""
    wanted: set[bytes] = set()
    texts = [text]
    while texts:
        found = {name.lower() for name in _USED.findall(texts.pop())} & macros.keys()
        texts += [macros[name] for name in sorted(found - wanted)]
        wanted |= found
    return b"".join(piece for name, piece in macros.items() if name in wanted)


def _pieces(stream: Stream) -> Iterator[Piece]:
    """Yield the file cut before each line that begins an entry; what comes before the first is left out."""
    lines: list[bytes] = []
    first = number = 1
    size = 0
    begun = False
    while line := stream.readline(_LONGEST_ENTRY):
        if number == 1:
            line = without_mark(line)
        if _START.match(line) or size > _LONGEST_ENTRY:
            if begun:
                yield first, b"".join(lines)
            lines, first, size, begun = [], number, 0, begun or bool(_START.match(line))
        if begun:
            lines.append(line)
            size += len(line)
        number += line.endswith(b"\n")
    if begun:
        yield first, b"".join(lines)


def _fields(
    kind: str, key: str, fields: Iterable[tuple[str, str]], macros: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return an entry's fields, type and key first; of a field that comes twice the first counts."""
    named = {ENTRY_TYPE: kind.lower(), KEY: key}
    for written, value in fields:
        name = written.lower()
        if name not in named:
            named[name] = plain(name, joined(value, macros))
    return tuple(named.items())
