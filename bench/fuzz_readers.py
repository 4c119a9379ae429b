"""The readers that `fuzz.py` attacks, each a function of bytes.

Each raises nothing but what its reader declares (`fuzz_targets.py` says what). Where a reader promises more (marks lie
in their text, pieces give the file again), the function asserts it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path

from fuzz_inputs import CROSSREF, docx_bytes

from reconcile.bibtex.source import Source
from reconcile.checking.ignoring import comments, ignored_by_table
from reconcile.checking.inputs import tasks, text_of
from reconcile.cleaning import Policy, clean_source
from reconcile.documents.bib import values
from reconcile.documents.reader import _read_content
from reconcile.documents.tex import characters
from reconcile.entry import Entry
from reconcile.extract import extract
from reconcile.parse import parse
from reconcile.streaming.opening import Input, batches
from reconcile.titles import compare_titles, say_titles
from reconcile.venues import read_venues
from sources import identifiers, markup
from sources.anthology.read import read as read_anthology
from sources.anthology.variants import read_variants
from sources.catalog import Catalog
from sources.catalog.build import Dump, build
from sources.catalog.contents import read_contents, read_schema
from sources.catalog.rows import pack, unpack
from sources.crossref.read import read as read_crossref
from sources.crossref.read import read_work
from sources.dblp.read import read as read_dblp
from sources.dblp.read import read_record, read_sparql
from sources.name_reading import read_name
from sources.names import compare_names
from sources.polite import Payload
from sources.record import Scheme
from sources.tape import read_folder

# Files go to the folder that the variable names (in memory, best), as an attacked process does not tidy up.
SCRATCH = Path(os.environ.get("FUZZ_SCRATCH") or tempfile.mkdtemp(prefix="fuzz-"))


def _check_document(document: object) -> None:
    """Assert what `Block` promises."""
    for block in document.blocks:  # type: ignore[attr-defined]
        assert 1 <= block.first <= block.last, "the lines of a block"
        assert len(block.lines) == block.text.count("\n") + 1 or block.fields, "a line for each line of the text"
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks), "marks lie in the text"


def document_of(suffix: str) -> Callable[[bytes], object]:
    """Return what reads bytes as a file of that suffix."""

    def read(content: bytes) -> object:
        document = _read_content("x", content, suffix)
        _check_document(document)
        return document

    return read


def docx_xml(content: bytes) -> object:
    document = _read_content("x", docx_bytes(content), ".docx")
    _check_document(document)
    return document


def listed_text(content: bytes) -> object:
    """Read a text, find its entries and parse each."""
    mentions = [parse(entry) for entry in extract(_read_content("x.txt", content, ".txt"))]
    assert all(0 <= span.start <= span.end for mention in mentions for span in mention.spans), "spans"
    return mentions


def string(content: bytes) -> object:
    """Parse one publication string, without the search for it."""
    text = content.decode("utf-8", "replace").replace("\r", "\n").strip()
    return parse(Entry("x", 1, 1, text, text)) if text else None


def fields(content: bytes) -> object:
    """Read the parts of a claim and of a record that are text."""
    text = content.decode("utf-8", "replace")
    rows = text.split("\n")
    names = [read_name(row) for row in rows]
    say_titles(compare_titles(rows[0], rows[-1]))
    compare_names(names[0], names[-1])
    read_venues(rows[-1])
    identifiers.find(text)
    identifiers.from_url(rows[0])
    for scheme in Scheme:
        found = identifiers.normalize(scheme, rows[-1])
        assert found is None or identifiers.normalize(scheme, found.value) == found, "a normal form is its own"
    values.plain("title", values.joined(text, {}))
    return names, markup.plain(text), characters.plain(text), characters.field(text)


def lossless(content: bytes) -> object:
    """Cut a .bib in pieces, and clean it without a catalogue."""
    source = Source.of_bytes(content)
    pieces = list(source.pieces())
    assert "".join(source.text[each.start : each.end] for each in pieces) == source.text, "pieces are the file"
    assert source.to_bytes() == content == clean_source(source, None, Policy()).to_bytes(), "bytes come back"
    return pieces


def checked_bib(content: bytes) -> object:
    """Read a .bib as `check` does, with its comments."""
    path = _file(content, "x.bib")
    items = [item for task in tasks([path]) for item in task.items()]
    return items, comments(text_of(path))


def bulk_of(suffix: str) -> Callable[[bytes], object]:
    """Return what reads bytes as an input of `match` of that suffix."""

    def read(content: bytes) -> object:
        with batches(Input(str(_file(content, f"x{suffix}")))) as found:
            return [row for batch in found for row in batch.rows()]

    return read


def _file(content: bytes, name: str) -> Path:
    path = SCRATCH / name
    path.write_bytes(content)
    return path


def crossref(content: bytes) -> object:
    return _packed(read_crossref(Payload(content)).records)


def dblp(content: bytes) -> object:
    return _packed(read_dblp(Payload(content)).records)


def dblp_record(content: bytes) -> object:
    return _packed(read_record(Payload(content)).records)


def sparql(content: bytes) -> object:
    return _packed(read_sparql(Payload(content)).records)


def anthology(content: bytes) -> object:
    return _packed(read_anthology(content).records)


def _packed(records: Iterable[object]) -> object:
    """Return the rows that records make; a row gives its record again. Half a surrogate pair is in no row."""
    rows = []
    for record in records:
        with contextlib.suppress(UnicodeEncodeError):
            rows.append(pack(record))  # type: ignore[arg-type]
            assert unpack(rows[-1]) == record, "a row is its record"
    return rows


def dump_of(source: str) -> Callable[[bytes], object]:
    def read(content: bytes) -> object:
        module = import_module(f"sources.{source}.dump")
        return [found for chunk in module.chunks(_file(content, "dump")) for found in module.read_chunk(chunk)]

    return read


def variants(content: bytes) -> object:
    return read_variants(content)


def contents(content: bytes) -> object:
    return read_schema(content), read_contents(content).size


def row(content: bytes) -> object:
    return unpack(content)


def row_seed() -> bytes:
    return pack(read_work(CROSSREF["message"]["items"][0]))  # type: ignore[arg-type]


@cache
def _built() -> dict[str, bytes]:
    """Build a catalogue of three records; return its files by their path."""
    dump = SCRATCH / "works.jsonl"
    works = [CROSSREF["message"]["items"][0] | {"DOI": f"10.1/{at}", "title": [f"On Wool {at}"]} for at in range(3)]
    dump.write_text("\n".join(map(json.dumps, works)) + "\n")
    folder = SCRATCH / "built"
    build([Dump("crossref", dump)], folder, processes=1)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def contents_seed() -> bytes:
    return next(content for name, content in _built().items() if name.endswith("catalog.json"))


def catalog(content: bytes) -> object:
    """Overwrite a stretch of one file of a catalogue, open it and ask it: file, place (two bytes), and the bytes."""
    files = _built()
    if len(content) < 4:
        return None
    name = sorted(files)[content[0] % len(files)]
    whole = files[name]
    place = int.from_bytes(content[1:3], "big") % (len(whole) + 1)
    folder = SCRATCH / "catalog"
    shutil.rmtree(folder, ignore_errors=True)
    for each, was in files.items():
        path = folder / each
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            was if each != name else (was[:place] + content[3:] + was[place + len(content) - 3 :])[: len(was)]
        )
    catalog = Catalog.open(folder)
    try:
        return catalog.search(title="On Wool 1", author=["Bee"], year=2020)
    finally:
        catalog.close()


def pyproject(content: bytes) -> object:
    return ignored_by_table(_file(content, "pyproject.toml").parent)


def tape(content: bytes) -> object:
    folder = SCRATCH / "tapes"
    folder.mkdir(exist_ok=True)
    (folder / "dblp.yaml").write_bytes(content)
    return read_folder(folder)
