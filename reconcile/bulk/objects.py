"""JSON: lines of objects, and one list of objects. An object holds a raw string, or is an item of CSL-JSON."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from reconcile.bulk.claims import ENTRY_TYPE, Fields, claim_of
from reconcile.bulk.decoding import Stream, without_mark
from reconcile.bulk.lines import Line, bounded, grouped
from reconcile.bulk.rows import LONGEST, Columns, InputError, Row, Unread
from reconcile.sighting.wanted import Wanted
from sources.markup import plain

# The bytes of one object: an item of Crossref with thousands of authors and references has some 5 MB.
LONGEST_OBJECT = 1 << 24
_TEXT = "text"
_CHUNK = 1 << 18
_SPACE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class JsonBatch:
    """Objects as they stand in the file, each with its line (in JSON lines) or its place in the list, from 1."""

    objects: tuple[Line, ...]
    columns: Columns
    legacy: str
    place: int

    def rows(self) -> list[Row]:
        """Return a row an object; its id is the object's own `id`, else its number."""
        return [self._row(number, text) for number, text in self.objects]

    def count(self) -> int:
        """Return how many objects there are."""
        return len(self.objects)

    def _row(self, number: int, text: bytes) -> Row:
        if len(text) >= LONGEST_OBJECT:
            return Unread(
                str(number), f"number {number}: longer than the {LONGEST_OBJECT:,} bytes that are read of one"
            )
        try:
            found = _decoded(text, self.legacy)
        except (ValueError, RecursionError) as fault:
            return Unread(str(number), f"number {number}: no valid JSON: {fault}")
        return row_of(found, number, self.columns)


def row_of(found: Any, number: int, columns: Columns) -> Row:
    """Return the row that an object (or a string) is. Without columns named, `text` comes first, then CSL's fields."""
    if isinstance(found, str) and not columns.text:
        return worded(str(number), found)
    if not isinstance(found, Mapping):
        return Unread(str(number), f"number {number}: no object but {_kind(found)}")
    own = found.get("id")
    name = str(number) if own is None or isinstance(own, bool | list | dict) or own == "" else str(own)
    if columns.structured:
        return _claimed(name, {field: found.get(column) for field, column in columns.structured.items()})
    column = columns.text or _TEXT
    if isinstance(text := found.get(column), str):
        return worded(name, text)
    if not columns.text and found.get("title"):
        return _claimed(name, found)
    return Unread(name, f"number {number}: no text in column {column!r}")


def worded(name: str, text: str) -> Row:
    """Return the row of a raw string."""
    text = text.strip()[:LONGEST]
    return Wanted(name, text) if text else Unread(name, "the text is empty")


def _claimed(name: str, found: Mapping[str, Any]) -> Row:
    named = ((_FIELDS.get(str(key), str(key)), value) for key, value in found.items() if key != "id")
    return claimed(name, tuple((key, spelled(key, value)) for key, value in named))


def claimed(name: str, fields: Fields) -> Row:
    """Return the row of a structured claim; empty fields are left out."""
    fields = tuple((key, _read(key, value)) for key, value in fields if value and value.strip())
    return Wanted(name, claim=claim_of(fields)) if fields else Unread(name, "the row is empty")


def _read(key: str, value: str) -> str:
    """Return a value as records have it: a title without tags and the TeX of its formulas."""
    return plain(value) if key == "title" else value


# CSL's names for fields that the short way of `claims` knows by BibTeX's.
_FIELDS = {"DOI": "doi", "URL": "url", "container-title": "booktitle", "page": "pages", "issue": "number"}
_FIELDS |= {"type": ENTRY_TYPE, "authors": "author", "venue": "booktitle"}


_PEOPLE = frozenset({"author", "editor"})
# The fields of which something inside is read; Crossref's items have many more (references, licences, funders).
_NESTED = _PEOPLE | {"issued", "published", "date"}


def spelled(key: str, value: Any) -> str:
    """Return a value as the text of a field: of several titles the first, lists of persons and dates as JSON."""
    if isinstance(value, str):
        return value[:LONGEST]
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return (" and ".join(value) if key in _PEOPLE else next(iter(value), ""))[:LONGEST]
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False) if key in _NESTED else ""
    return "" if value is None else str(value)


def _decoded(text: bytes, legacy: str) -> Any:
    """Return what JSON text says; raises ValueError. Bytes that are no UTF-8 are read in the file's other encoding."""
    try:
        return msgspec.json.decode(text)
    except (UnicodeDecodeError, msgspec.DecodeError):
        # Python's reader takes what msgspec does not: lone surrogates, NaN, another encoding.
        return json.loads(_characters(text, legacy))


def _characters(text: bytes, legacy: str) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode(legacy, errors="replace")


def _kind(found: object) -> str:
    return {list: "a list", str: "a string", bool: "true or false", type(None): "null"}.get(type(found), "a number")


def json_line_batches(stream: Stream, columns: Columns, legacy: str, place: Callable[[], int]) -> Iterator[JsonBatch]:
    """Yield the objects of a file of JSON lines in batches."""
    for lines in grouped(bounded(stream, LONGEST_OBJECT)):
        yield JsonBatch(lines, columns, legacy, place())


def json_list_batches(
    stream: Stream, columns: Columns, legacy: str, name: str, place: Callable[[], int]
) -> Iterator[JsonBatch]:
    """Yield the items of a JSON list in batches, without holding the list. Raises InputError where it is no list."""
    for objects in grouped(_items(stream, name)):
        yield JsonBatch(objects, columns, legacy, place())


def _items(stream: Stream, name: str) -> Iterator[Line]:
    """Yield the items of a list as bytes, from 1. Where the list breaks off, its last item is what is left of it."""
    text = _Text(stream)
    if text.next_char() != "[":
        raise InputError(
            f"{name}: the JSON is no list; give a list of objects, or one object a line with --format jsonl"
        )
    text.at += 1
    number = 0
    while (char := text.next_char()) and char != "]":
        if char == ",":
            text.at += 1
            continue
        number += 1
        item = text.item()
        yield number, item
        if text.broken:
            return
    if not char:
        yield number + 1, b"[the list breaks off here"


class _Text:
    """Characters of a stream, of which no more is held than the item being read."""

    def __init__(self, stream: Stream) -> None:
        self.at = 0
        self.broken = False
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._scanner = json.JSONDecoder()
        self._buffer = self._decoder.decode(without_mark(stream.read(_CHUNK)))

    def next_char(self) -> str:
        """Return the next character that is no space, empty at the end."""
        while True:
            while self.at < len(self._buffer) and self._buffer[self.at] in _SPACE:
                self.at += 1
            if self.at < len(self._buffer):
                return self._buffer[self.at]
            if not self._fill(_CHUNK):
                return ""

    def item(self) -> bytes:
        """Return the item that begins here; what is left of the text where it is no valid JSON."""
        wanted = _CHUNK
        end = self._end()
        # A number at the end of what was read may go on.
        while end in (None, len(self._buffer)) and len(self._buffer) - self.at < LONGEST_OBJECT and self._fill(wanted):
            end = self._end()
            wanted *= 2  # so that a long item is not read from its start too often
        self.broken = end is None
        end = len(self._buffer) if end is None else end
        piece, self.at = self._buffer[self.at : end], end
        return piece.encode("utf-8", "surrogatepass")

    def _end(self) -> int | None:
        """Return where the item ends that begins here; None where it is no valid JSON as far as it was read."""
        try:
            return self._scanner.raw_decode(self._buffer, self.at)[1]
        except (ValueError, RecursionError):
            return None

    def _fill(self, size: int) -> bool:
        """Read on, and say whether there was more; what is before this place is forgotten then."""
        more = self._stream.read(size)
        text = self._decoder.decode(more, final=not more)
        if not text and not more:
            return False
        self._buffer, self.at = self._buffer[self.at :] + text, 0
        return True
