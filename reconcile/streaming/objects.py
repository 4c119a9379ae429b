"""JSON: lines of objects, and one list of objects. An object holds a raw string, or is an item of CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec

from reconcile.arguments import InputError
from reconcile.cells import MISSING
from reconcile.streaming.claims import ENTRY_TYPE, Fields, claim_of
from reconcile.streaming.decoding import Stream
from reconcile.streaming.jsonlist import items
from reconcile.streaming.lines import Line, bounded, grouped
from reconcile.streaming.quoted import wanted_of
from reconcile.streaming.rows import LONGEST, LONGEST_OBJECT, Columns, Row, Unread, listed
from reconcile.wanted import Wanted
from sources.markup import plain

_TEXT, _TITLE = "text", "title"


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
    if not columns.text and found.get(_TITLE):
        return _claimed(name, found)
    return Unread(name, f"number {number}: no text in column {column!r}")


def worded(name: str, text: str) -> Row:
    """Return the row of a raw string."""
    text = text.strip()[:LONGEST]
    return wanted_of(name, text) if text else Unread(name, "the text is empty")


def _claimed(name: str, found: Mapping[str, Any]) -> Row:
    named = ((_FIELDS.get(str(key), str(key)), value) for key, value in found.items() if key != "id")
    return claimed(name, tuple((key, spelled(key, value)) for key, value in named))


_NOTHING = MISSING | {""}


def claimed(name: str, fields: Fields) -> Row:
    """Return the row of a structured claim; empty fields are left out."""
    fields = tuple((key, _read(key, value)) for key, value in fields if value and value.strip() not in _NOTHING)
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


def json_line_batches(
    stream: Stream, columns: Columns, legacy: str, name: str, place: Callable[[], int]
) -> Iterator[JsonBatch]:
    """Yield the objects of a file of JSON lines in batches. Raises InputError where none has the column of strings."""
    return _batches(bounded(stream, LONGEST_OBJECT), columns, legacy, name, place)


def json_list_batches(
    stream: Stream, columns: Columns, legacy: str, name: str, place: Callable[[], int]
) -> Iterator[JsonBatch]:
    """Yield the items of a JSON list in batches, without holding the list. Raises InputError as `items` does, too."""
    return _batches(items(stream, name), columns, legacy, name, place)


def _batches(
    lines: Iterable[Line], columns: Columns, legacy: str, name: str, place: Callable[[], int]
) -> Iterator[JsonBatch]:
    first = True
    for objects in grouped(lines):
        if first:
            _refuse_without_column(objects, columns, legacy, name)
        first = False
        yield JsonBatch(objects, columns, legacy, place())


def _refuse_without_column(objects: Sequence[Line], columns: Columns, legacy: str, name: str) -> None:
    """Raise InputError where none of the first objects has what holds the strings or titles.

    Of the other columns of a claim an object may well have none.
    """
    found = []
    for _, text in objects:
        with suppress(ValueError, RecursionError):
            found.append(_decoded(text, legacy))
    wanted = {columns.text or columns.title} - {""} or {_TEXT, _TITLE}
    mappings = [each for each in found if isinstance(each, Mapping)]
    if len(mappings) < len(found) or not mappings or any(wanted & each.keys() for each in mappings):
        return
    names = listed(dict.fromkeys(str(key) for each in mappings for key in each))
    if columns.named:
        raise InputError(f"{name}: there is no column {min(wanted)!r}; its columns are {names}")
    raise InputError(f"{name}: no column is called 'text' or 'title'; name one with --column, of {names}")
