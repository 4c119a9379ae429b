"""The forms in which matches are written, as the output's name says: JSON lines, one list, CSV or TSV, gzipped or not.

While a run goes on its lines are JSON whatever the form, so that it can be gone on with; at the end they are turned.
"""

from __future__ import annotations

import csv
import gzip
import io
import os
import shutil
import tempfile
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Any, cast

import msgspec

from reconcile.cells import as_cell
from reconcile.streaming.part import OutputError

_GZIP = (".gz", ".gzip")
COLUMNS = (
    "id", "status", "probability", "source", "key", "title", "authors", "venue", "year", "doi", "type", "url", "also",
    "runner_up", "reason",
)  # fmt: skip
_EVIDENCE = "evidence"


class Shape(StrEnum):
    """The forms of an output."""

    JSON_LINES = "jsonl"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"


_SUFFIXES: Mapping[str, Shape] = {
    ".csv": Shape.CSV,
    ".json": Shape.JSON,
    ".tab": Shape.TSV,
    ".tsv": Shape.TSV,
}
# What is no form of ours; under such a name JSON lines would be taken for something else.
_OTHERS = frozenset(
    ".arrow .bib .bz2 .db .feather .html .ods .parquet .pq .sqlite .xls .xlsx .xml .xz .yaml .yml .zip .zst".split()
)
_NO_TABLES = frozenset(".json .jsonl .ndjson".split())


@dataclass(frozen=True, slots=True)
class Written:
    """How an output is written; `mark` stands before all else."""

    shape: Shape = Shape.JSON_LINES
    packed: bool = False
    mark: bytes = b""

    def put(self, part: Path, out: Path) -> None:
        """Put the lines of a part into the place of an output, in its form, whole or not at all. Raises OSError."""
        if self == Written():
            part.replace(out)
            return
        with part.open("rb") as lines, _aside(out, part) as file:
            if self.packed:
                # Without a time or a name, so that the same lines give the same bytes.
                with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
                    packed.write(self.mark)
                    _WRITERS[self.shape](lines, cast("IO[bytes]", packed))
            else:
                file.write(self.mark)
                _WRITERS[self.shape](lines, file)
        part.unlink()


def written_as(out: Path, *, excel: bool = False) -> Written:
    """Return how an output of this name is written; for Excel a table begins with the byte order mark.

    Raises OutputError where the name says what is not written, and for Excel where it says no table.
    """
    suffix, packed = _named_so(out)
    if suffix in _OTHERS:
        raise OutputError(f"{out}: {suffix} is not written; name a .jsonl, .json, .csv or .tsv, gzipped or not")
    shape = _SUFFIXES.get(suffix, Shape.JSON_LINES)
    if excel and shape not in (Shape.CSV, Shape.TSV):
        raise OutputError(f"{out}: Excel reads tables; name a .csv or .tsv, gzipped or not")
    return Written(shape, packed, BOM_UTF8 if excel else b"")


def table_written_as(out: Path) -> Written:
    """Return how an output that is a table is written; raises OutputError where the name says what is no table."""
    suffix, packed = _named_so(out)
    if suffix in _OTHERS | _NO_TABLES:
        raise OutputError(f"{out}: {suffix} is not written here; name a .csv or .tsv, gzipped or not")
    return Written(_SUFFIXES.get(suffix, Shape.CSV), packed)


def _named_so(out: Path) -> tuple[str, bool]:
    """Return an output's suffix in small letters, and whether it is to be packed."""
    suffixes = [suffix.lower() for suffix in out.suffixes[-2:]]
    packed = bool(suffixes) and suffixes[-1] in _GZIP
    if packed:
        suffixes.pop()
    return suffixes[-1] if suffixes else "", packed


@contextmanager
def _aside(out: Path, like: Path) -> Iterator[IO[bytes]]:
    """Give a file that takes the place of an output at the end, to be read by whoever may read `like`."""
    handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(like, name)
        Path(name).replace(out)
    finally:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)


def _json_lines(lines: Iterable[bytes], file: IO[bytes]) -> None:
    file.writelines(lines)


def _json(lines: Iterable[bytes], file: IO[bytes]) -> None:
    before = b"[\n"
    for line in lines:
        file.write(before + line.rstrip(b"\n"))
        before = b",\n"
    file.write(b"\n]\n" if before != b"[\n" else b"[]\n")


def _separated(delimiter: str) -> Callable[[Iterable[bytes], IO[bytes]], None]:
    def write(lines: Iterable[bytes], file: IO[bytes]) -> None:
        text = io.TextIOWrapper(file, "utf-8", errors="replace", newline="", write_through=True)
        rows = csv.writer(text, delimiter=delimiter, lineterminator="\n")
        explained = None
        for line in lines:
            found = msgspec.json.decode(line)
            if explained is None:
                explained = _EVIDENCE in found
                rows.writerow([*COLUMNS, _EVIDENCE] if explained else COLUMNS)
            rows.writerow(_cells(found))
        if explained is None:
            rows.writerow(COLUMNS)
        text.detach()

    return write


_WRITERS: Mapping[Shape, Callable[[Iterable[bytes], IO[bytes]], None]] = {
    Shape.JSON_LINES: _json_lines,
    Shape.JSON: _json,
    Shape.CSV: _separated(","),
    Shape.TSV: _separated("\t"),
}


def _cells(line: Mapping[str, Any]) -> list[str]:
    """Return an output line as the cells of `COLUMNS`, and its evidence where it has some.

    No cell can be a formula but the id, which is the user's own and joins the matches to the input.
    """
    record = line["record"] or {}
    also = "; ".join([_named(each) for each in line["also"]])
    runner_up = _named(line["runner_up"]) if line["runner_up"] else ""
    told = [_told(piece) for piece in line.get(_EVIDENCE, ())]
    cells = [
        line["status"], f"{line['probability']:.4f}", record.get("source", ""), record.get("key", ""),
        record.get("title", ""), "; ".join(record.get("authors", ())), record.get("container_title", ""),
        str(record.get("year") or ""), record.get("doi", ""), record.get("type", ""), record.get("url", ""), also,
        runner_up, line["reason"],
    ]  # fmt: skip
    told_too = ["; ".join(told)] if _EVIDENCE in line else []
    return [line["id"], *map(as_cell, cells), *map(as_cell, told_too)]


def _named(record: Mapping[str, Any]) -> str:
    return f"{record['source']}:{record['key']}"


def _told(piece: Mapping[str, Any]) -> str:
    """Return a piece of evidence as `compare` writes it: `title agree +6.7`."""
    return f"{piece['field']} {piece['level']} {piece['weight']:+.1f}"
