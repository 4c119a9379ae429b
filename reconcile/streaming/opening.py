"""Opening an input: a file, a gzipped one or standard input, its form and encoding, and batches of its rows."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from reconcile.arguments import InputError
from reconcile.piped import DASH, NothingPiped, standard_input
from reconcile.streaming.decoding import HEAD, Encoding, Recoded, Stream, encoding_of
from reconcile.streaming.rows import Batch, Columns
from reconcile.streaming.streams import Begun, Lined, Source, ends_made_one


class Form(StrEnum):
    """The forms of input; the values are what `--format` takes."""

    TEXT = "text"
    JSON_LINES = "jsonl"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    BIB = "bib"
    PARQUET = "parquet"


_SUFFIXES: Mapping[str, Form] = {
    ".bib": Form.BIB,
    ".bibtex": Form.BIB,
    ".csv": Form.CSV,
    ".json": Form.JSON,
    ".jsonl": Form.JSON_LINES,
    ".lst": Form.TEXT,
    ".ndjson": Form.JSON_LINES,
    ".parquet": Form.PARQUET,
    ".pq": Form.PARQUET,
    ".tab": Form.TSV,
    ".tsv": Form.TSV,
    ".txt": Form.TEXT,
}
# How a file begins whose name says nothing. Of CSV nothing can be told.
_BEGINNINGS: tuple[tuple[re.Pattern[bytes], Form], ...] = (
    (re.compile(rb"(?:\s|%[^\n]*\n)*@[A-Za-z]+\s*[{(]"), Form.BIB),
    (re.compile(rb"\s*\[\s*[{\"\]]"), Form.JSON),
    (re.compile(rb"\s*\{\s*[\"}]"), Form.JSON_LINES),
    (re.compile(rb"PAR1"), Form.PARQUET),
)
_WITHOUT_COLUMNS: Mapping[Form, str] = {Form.TEXT: "plain text", Form.BIB: "BibTeX"}
_GZIP = b"\x1f\x8b"
PACKED = (".gz", ".gzip")
# As for documents: beyond this share of control characters a file is no text.
_BINARY_SHARE = 0.05
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b")
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF; `reconcile run` reads documents"),
    (b"PK\x03\x04", "a ZIP, DOCX or XLSX; unpack it or export it as CSV, or `reconcile run` it as a document"),
    (b"BZh", "packed with bzip2; unpack it, or pack it with gzip"),
    (b"\xfd7zXZ", "packed with xz; unpack it, or pack it with gzip"),
    (b"(\xb5/\xfd", "packed with zstd; unpack it, or pack it with gzip"),
)


_ANY = Columns()


class Raw(Source, Protocol):
    """What an input is opened as: a buffered file, or standard input."""

    def tell(self) -> int:
        """Return how many bytes were read."""
        ...

    def seekable(self) -> bool:
        """Say whether this is a file and no pipe."""
        ...


@dataclass(frozen=True, slots=True)
class Input:
    """What is to be read: a path or `-`, the form if it is known, and which columns hold what."""

    name: str
    columns: Columns = _ANY
    form: Form | None = None

    @property
    def path(self) -> Path | None:
        """The file, None for standard input."""
        return None if self.name == DASH else Path(self.name)

    @property
    def size(self) -> int | None:
        """The file's bytes, None where nobody knows."""
        path = self.path
        return path.stat().st_size if path and path.is_file() else None


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is open: its bytes (UTF-8 where the file is in a wider encoding), and how many were read."""

    stream: Stream
    encoding: Encoding
    place: Callable[[], int]


@contextmanager
def batches(source: Input) -> Iterator[Iterator[Batch]]:
    """Give the batches of an input; the file is closed at the end. Raises InputError, at once or while reading."""
    with _unpacked(source) as (begun, place):
        yield _batches(source, begun, place)


@contextmanager
def text(source: Input) -> Iterator[Text]:
    """Give an input as text, whatever its form; the file is closed at the end. Raises InputError as `batches` does."""
    with _unpacked(source) as (begun, place):
        encoding = _encoding(source.name, begun.head)
        stream = io.BufferedReader(begun, HEAD)
        yield Text(Recoded(stream, encoding.wide) if encoding.wide else stream, encoding, place)


def unpacked(content: bytes, name: str, most: int = -1) -> bytes:
    """Return a content as it is, or what is packed in it, no more than `most` bytes; raises InputError for no text."""
    if content.startswith(_GZIP):
        with _named(name), gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            content = packed.read(most)
    _encoding(name, content[:HEAD])
    return content


@contextmanager
def _unpacked(source: Input) -> Iterator[tuple[Begun, Callable[[], int]]]:
    with ExitStack() as opened:
        opened.enter_context(_named(source.name))
        raw = _opened(source, opened)
        begun = Begun(raw, HEAD)
        if begun.head.startswith(_GZIP):
            packed = opened.enter_context(gzip.GzipFile(fileobj=cast("BinaryIO", begun)))
            begun = Begun(io.BufferedReader(packed, HEAD), HEAD)
        yield begun, lambda: raw.tell() if raw.seekable() else 0


def _opened(source: Input, opened: ExitStack) -> Raw:
    path = source.path
    if path is None:
        try:
            return cast("Raw", standard_input())
        except NothingPiped as fault:
            raise InputError(str(fault)) from fault
    try:
        return cast("Raw", opened.enter_context(path.open("rb", buffering=HEAD)))
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror or fault}; give a text file") from fault


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Say of which input it is that something goes wrong while it is read."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        raise InputError(f"{name}: the gzip file is broken or ends early ({fault}); fetch or pack it anew") from fault


def _batches(source: Input, begun: Begun, place: Callable[[], int]) -> Iterator[Batch]:
    head = ends_made_one(begun.head)
    _refuse_others(source.name, head)
    form = source.form or _SUFFIXES.get(suffix_of(source.name)) or _guessed(head, source.columns)
    if source.columns.named and form in _WITHOUT_COLUMNS:
        raise InputError(f"{source.name}: {_WITHOUT_COLUMNS[form]} has no columns; say --format csv if this is a table")
    if form is Form.PARQUET:
        if source.path is None or head[:4] != b"PAR1":
            raise InputError(f"{source.name}: Parquet is read from an unpacked file, and this is none")
        from reconcile.streaming.table import parquet_batches

        return parquet_batches(source.path, source.columns)
    encoding = _encoding(source.name, head)
    return _of_form(form, _lined(begun, encoding), source, encoding, place)


def _guessed(head: bytes, columns: Columns) -> Form:
    """Return the form of an input whose name says nothing; where a column is named it is a table or JSON."""
    form = form_of(head)
    return Form.CSV if form is Form.TEXT and columns.named else form


def _refuse_others(name: str, head: bytes) -> None:
    for mark, what in _OTHERS:
        if head.startswith(mark):
            raise InputError(f"{name}: this is {what}")


def _encoding(name: str, head: bytes) -> Encoding:
    """Return the encoding of a text that begins with `head`; raises InputError where it is none."""
    _refuse_others(name, head)
    encoding = encoding_of(head)
    if not encoding.wide and len(head) - len(head.translate(None, _CONTROLS)) > _BINARY_SHARE * len(head):
        raise InputError(f"{name}: this is no text but binary content; give a text file")
    return encoding


def _lined(begun: Begun, encoding: Encoding) -> Stream:
    """Return the text in which every line ends at LF."""
    if encoding.wide:
        return Recoded(io.BufferedReader(begun, HEAD), encoding.wide, newline=None)
    return io.BufferedReader(Lined(io.BufferedReader(begun, HEAD)), HEAD)


def _of_form(form: Form, text: Stream, source: Input, encoding: Encoding, place: Callable[[], int]) -> Iterator[Batch]:
    # Each is imported where a file has its form: together they take a tenth of the start.
    legacy = encoding.legacy
    match form:
        case Form.BIB:
            from reconcile.streaming.entries import entry_batches

            return entry_batches(text, legacy, place)
        case Form.JSON:
            from reconcile.streaming.objects import json_list_batches

            return json_list_batches(text, source.columns, legacy, source.name, place)
        case Form.JSON_LINES:
            from reconcile.streaming.objects import json_line_batches

            return json_line_batches(text, source.columns, legacy, source.name, place)
        case Form.CSV | Form.TSV:
            from reconcile.streaming.cells import Csv
            from reconcile.streaming.table import csv_batches

            written = Csv("\t" if form is Form.TSV else "", legacy)
            return csv_batches(text, source.columns, written, source.name, place)
        case _:
            from reconcile.streaming.lines import text_batches

            return text_batches(text, legacy, place)


def form_of(head: bytes) -> Form:
    """Return the form of an input whose name says nothing, by how it begins; text where nothing else fits."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    return next((form for pattern, form in _BEGINNINGS if pattern.match(start)), Form.TEXT)


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name in small letters; that of what is in it where it is gzipped."""
    path = Path(name.lower())
    return Path(path.stem).suffix if path.suffix in PACKED else path.suffix
