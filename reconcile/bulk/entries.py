"""BibTeX files: cut between entries where they stand in the file, and parsed by whoever judges them.

bibtexparser begins a new block at every `@word{` at the start of a line, whatever it was reading, so a file that is
cut there is read as if it were whole. Only `@string` reaches from one entry to another: each batch brings along the
macros that it uses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reconcile.bibtex.values import joined
from reconcile.bulk.claims import ENTRY_TYPE, KEY, claim_of
from reconcile.bulk.decoding import Stream, lines_of, without_mark
from reconcile.bulk.plain_entries import blocks_of, plain_entry
from reconcile.bulk.rows import LONGEST, MOST_BYTES, Row, Unread
from reconcile.sighting.wanted import Wanted

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry

# The entries of one batch: each takes longer than a line of text.
MOST_ENTRIES = 64
# The bytes of one entry; a longer one is cut, and is then one that cannot be read.
_LONGEST_ENTRY = 1 << 20
_START = re.compile(rb"\s*@\w*[ \t]*[{(]")
_WITHIN = re.compile(rb"@\w*[ \t]*[{(]")
_MACRO = re.compile(rb"\s*@string\s*[{(]\s*([^\s={}(),#\"]+)", re.IGNORECASE)
_USED = re.compile(rb"[=#]\s*([^\W\d][^\s\"{},#=()]*)")
_DEFINES = re.compile(r"@string", re.IGNORECASE)
_MOST_MACROS = 1 << 20  # bytes of all macros of a file; the largest bulk file, the Anthology's, has 0.6 MB
_PLAIN_TEXT = re.compile("[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u0370-\u03ff\u0410-\u044f\u2013\u2014\u2018-\u201d]*")
# What a value has of which anything but its own characters is read; most have nothing of it.
_MARKED = re.compile(r"[^\x20-\x7e]|[\\$`{}~]|\'\'|---|  ")
_BRACES = str.maketrans({"{": None, "}": None, "~": " "})
_VERBATIM = frozenset({"doi", "eprint", "file", "pdf", "url", "html", "link", "code", "biburl", "bibsource"})
_PEOPLE = frozenset({"author", "editor"})
_NAME = re.compile(r"@\w*\s*[{(]\s*([^\s,={}()\"]+)\s*,?")

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
        text, macros = lines_of(self.text, self.legacy), _parsed(lines_of(self.macros, self.legacy))
        if _DEFINES.search(text):
            blocks = _parsed(text)
            return self._parsed_rows(blocks, _values(macros + blocks), 0)
        values = _values(macros)
        return [
            row for start, block in blocks_of(text) for row in self._rows(block, values, text.count("\n", 0, start))
        ]

    def _rows(self, block: str, macros: Mapping[str, str], lines: int) -> list[Row]:
        """Return the row of a block that begins after so many lines of the batch, or none."""
        plain = plain_entry(block)
        if plain is None:
            return self._parsed_rows(_parsed(block), macros, lines)
        kind, key, fields = plain
        return [Wanted(key, claim=claim_of(_fields(kind, key, fields, macros)))]

    def _parsed_rows(self, blocks: Sequence[Block], macros: Mapping[str, str], lines: int) -> list[Row]:
        return [row for block in blocks if (row := self._row(block, macros, lines)) is not None]

    def count(self) -> int:
        """Return how many entries there are, good and bad."""
        return sum(_is_row(block) for block in _parsed(lines_of(self.text, self.legacy)))

    def _row(self, block: Block, macros: Mapping[str, str], lines: int) -> Row | None:
        line = self.first + lines + (block.start_line or 0)
        entry = _entry(block)
        if entry is not None:
            fields = [(field.key, str(field.value)) for field in entry.fields]
            return Wanted(entry.key or str(line), claim=claim_of(_fields(entry.entry_type, entry.key, fields, macros)))
        if not _is_row(block):
            return None
        named = _NAME.match(block.raw or "")
        reason = f"line {line}: this BibTeX entry has an unbalanced brace or a missing comma; mend it"
        return Unread(named[1] if named else str(line), reason)


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


def _parsed(text: str) -> list[Block]:
    """Return the blocks of a text, their values as they stand there."""
    # Here, because only .bib files need the parser and the command loads without it.
    import logging

    from bibtexparser.entrypoint import parse_string

    if not text:
        return []
    # The parser logs every failed block; they are rows here.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    return list(parse_string(text, parse_stack=[]).blocks)


def _entry(block: Block) -> Entry | None:
    """Return the entry that a block is, also where its key or one of its fields came twice."""
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry

    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        inner = block.ignore_error_block
        return inner if isinstance(inner, Entry) else None
    return block if isinstance(block, Entry) else None


def _is_row(block: Block) -> bool:
    """Say whether a block is an entry or was meant to be one."""
    from bibtexparser.model import ParsingFailedBlock

    if _entry(block) is not None:
        return True
    word = (block.raw or "")[:12].lower().lstrip("@ \t")
    return isinstance(block, ParsingFailedBlock) and not word.startswith(("comment", "string", "preamble"))


def _values(blocks: Sequence[Block]) -> dict[str, str]:
    """Return the text of each macro, by its name in small letters."""
    from bibtexparser.model import String

    values: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, String):
            values[block.key.lower()] = joined(str(block.value), values)
    return values


def _fields(
    kind: str, key: str, fields: Iterable[tuple[str, str]], macros: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return an entry's fields, type and key first; of a field that comes twice the first counts."""
    named = {ENTRY_TYPE: kind.lower(), KEY: key}
    for written, value in fields:
        name = written.lower()
        if name not in named:
            named[name] = _value(name, joined(value, macros))
    return tuple(named.items())


def _value(name: str, value: str) -> str:
    """Return the characters that a value stands for, as `reconcile.documents.bib` reads them."""
    value = value.strip()
    if not _MARKED.search(value) and len(value) <= LONGEST:
        return value
    if name in _VERBATIM:
        return value.strip("{} \n").replace("\\", "")
    if len(value) > LONGEST:
        value = value[:LONGEST]
    if "\\" not in value and "$" not in value and "`" not in value and "'" * 2 not in value and "---" not in value:
        value = " ".join(value.translate(_BRACES).split())
        if value.isascii() or _PLAIN_TEXT.fullmatch(value):
            return value
    # Here, because these readers take a second to load and plain fields need none of them.
    from reconcile.documents import latex
    from reconcile.documents.runs import clean

    read = latex.plain if name in _PEOPLE else latex.field
    return clean(" ".join(read(value).split()))
