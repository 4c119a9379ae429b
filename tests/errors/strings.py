"""Messages of `match`."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from reconcile.cli import DONE, UNUSABLE, main
from reconcile.workers import WorkerDied
from tests.errors.case import BINARY, ENDED, FULL, MATCH, Case, Content, Patch, failing, pdf, pipe, raising


def match(name: str, message: str, content: Content | None = None, more: str = "", patch: Patch | None = None) -> Case:
    """A case of `match` on one file."""
    files = {} if content is None else {name: content}
    return Case(message, f"{MATCH.format(name)} {more}".strip(), files, patch=patch)


JUDGED = '{"id": "1", "status": "matched"}\n'


class Unwritten(io.BytesIO):
    """A file on a full disk."""

    def fileno(self) -> int:
        return 0

    def write(self, _: object, /) -> int:
        raise FULL


class Closed:
    """Standard output that nobody reads any more."""

    buffer = SimpleNamespace(write=failing(BrokenPipeError()), flush=lambda: None)

    def write(self, _: str) -> None: ...
    def flush(self) -> None: ...


def interrupted() -> None:
    """Let a run of `match` end before its file is in its place."""
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr("reconcile.streaming.part.os.fsync", failing(FULL))
        assert main(MATCH.format("some.txt").split()) == UNUSABLE


STRINGS = [
    match("no.txt", "…: there is no such file"),
    match("folder", "…: this is a folder; name one of its files"),
    Case("…: this is no file but a device or a pipe; give it as standard input, -", MATCH.format("pipe"), prepare=pipe),
    Case("--out is empty; name a file, or - for standard output", "match some.txt --catalog cat --out ''"),
    Case("--out …: this is the input itself; name another file", "match some.txt --catalog cat --out some.txt"),
    Case("…: this is a folder; name a file", "match some.txt --catalog cat --out folder"),
    Case(
        "…: Excel reads tables; name a .csv or .tsv, gzipped or not",
        "match some.txt --catalog cat --out o.json --excel",
    ),
    Case("…: Excel reads tables; name a .csv or .tsv, gzipped or not", "match some.txt --catalog cat --out - --excel"),
    Case(
        "…: there is no folder …; make it, or choose another --out",
        "match some.txt --catalog cat --out no/matches.jsonl",
    ),
    Case(
        "…: this is a device or a pipe; write to standard output instead, with --out -",
        "match some.txt --catalog cat --out pipe",
        prepare=pipe,
    ),
    match("cv.pdf", "…: this is …", pdf(1)),
    match("some.txt", "…: Parquet is read from an unpacked file, and this is none", more="--format parquet"),
    match(
        "a.gz", "…: the gzip file is broken or ends early (…); fetch or pack it anew", gzip.compress(b"x" * 999)[:-5]
    ),
    match("bin.txt", "…: this is no text but binary content; give a text file", BINARY),
    match("a.csv", "…: there is no column …; its columns are …", "a,b\n1,2\n", "--column c"),
    match("a.csv", "…: … columns are called …; rename all but the one that is meant", "a,A,a\n1,2,3\n", "--column a"),
    match("a.csv", "…: no column is called 'text' or 'title'; name one with --column, of …", "a,b\n1,2\n"),
    match(
        "a.json",
        "…: the JSON is no list; give a list of objects, or one object a line with --format jsonl",
        '{"a": 1}',
    ),
    match(
        "a.json",
        "…: item … of the list is no valid JSON, and where the next one begins cannot be told; mend it, or give one"
        " object a line with --format jsonl",
        '[{"text": "A"}, {"text": "B" x}, {"text": "C"}]',
    ),
    match("a.json", "…: the list is not closed and breaks off behind item …; fetch it anew", '[{"text": "A"},'),
    match("a.json", "…: something else stands behind item …, the last of the list; take it out", '[{"text": "A"}] "B"'),
    Case(
        "…: another run is writing it; wait for its end, or choose another --out",
        MATCH.format("some.txt"),
        patch=lambda patching: (
            patching.setattr("reconcile.streaming.part.lock", lambda _: False),
            patching.setattr("reconcile.streaming.part._PATIENCE", 0.0),
        ),
    ),
    match("-", "-: standard input is closed; pipe something in, or name a file"),
    Case(
        "…: …; choose another --out",
        MATCH.format("some.txt"),
        prepare=lambda: Path("matches.jsonl.part").mkdir(),
    ),
    Case(
        "…: …; make room, then the same command goes on",
        MATCH.format("some.txt"),
        {"matches.jsonl.part": ""},
        patch=lambda patching: patching.setattr("reconcile.streaming.part.Part._opened", lambda _: Unwritten()),
    ),
    Case(
        "…: …, so … is not written",
        MATCH.format("some.txt"),
        patch=raising("reconcile.streaming.part.os.fsync", FULL),
    ),
    Case(
        "standard output was closed before all lines were written",
        "match some.txt --catalog cat --out -",
        patch=lambda patching: patching.setattr("sys.stdout", Closed()),
    ),
    Case(
        "a worker process was ended from outside, perhaps because the memory was full; …",
        MATCH.format("some.txt"),
        patch=raising("reconcile.workers.ordered", WorkerDied(ENDED)),
    ),
    match(
        "a.parquet",
        "…: reading Parquet needs pyarrow; install it with: pip install 'bibreconcile[parquet]'",
        b"PAR1",
        patch=lambda patching: [patching.setitem(sys.modules, name, None) for name in ("pyarrow", "pyarrow.parquet")],
    ),
    match(
        "a.parquet",
        "…: this Parquet file cannot be read: …",
        b"PAR1",
        patch=lambda patching: (
            patching.setitem(sys.modules, "pyarrow", SimpleNamespace(ArrowException=ValueError)),
            patching.setitem(
                sys.modules, "pyarrow.parquet", SimpleNamespace(ParquetFile=failing(ValueError("no footer")))
            ),
        ),
    ),
    Case("stopped; …", MATCH.format("some.txt"), patch=raising("reconcile.workers.ordered", KeyboardInterrupt())),
    Case(
        "…: … in several rows (…), a row's own or the number of one without; the matches are in the rows' order",
        MATCH.format("a.csv"),
        {"a.csv": "id,text\n3,A title\n,Another\n"},
        DONE,
    ),
    Case(
        "… of … rows are skipped; the reason of each says why",
        MATCH.format("a.csv"),
        {"a.csv": "id,text\n3,\n4,\n5,Another\n"},
        DONE,
    ),
    Case("going on after the … lines that stand in …", MATCH.format("some.txt"), status=DONE, prepare=interrupted),
    Case(
        "… is begun anew: standard input cannot be gone on with",
        MATCH.format("-"),
        {"matches.jsonl.part": JUDGED, "matches.jsonl.part.json": '{"input": {"read once, at": 1}}'},
        DONE,
        patch=lambda patching: patching.setattr(
            sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"text\n")))
        ),
    ),
    Case(
        "… holds … lines of an earlier run, and …; add --restart to throw them away, or choose another --out",
        MATCH.format("some.txt"),
        {"matches.jsonl.part": JUDGED, "matches.jsonl.part.json": "{}"},
    ),
    match(
        "a.csv",
        "…: line … should name the column and holds a string, …; put a line above it that says text, or name it with --column",
        '"A. Bee. On Wool. 2020."\n',
    ),
    Case(
        "…: … is not written; name a .jsonl, .json, .csv or .tsv, gzipped or not",
        "match some.txt --catalog cat --out m.parquet",
    ),
    match("some.txt", "…: … has no columns; say --format csv if this is a table", more="--column text"),
]
