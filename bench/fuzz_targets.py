"""What `fuzz.py` feeds: each reader, the exceptions that it declares, and tiny valid inputs to begin with.

A target takes bytes and raises nothing but what it declares. Where a reader promises more (marks lie in their text,
pieces give the file again), the target asserts it.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fuzz_inputs import (
    ANTHOLOGY_BIB,
    ANTHOLOGY_XML,
    BBL,
    BIB,
    BIBER,
    CITED,
    CONTENT_XML,
    CROSSREF,
    CSL,
    DBLP,
    DBLP_XML,
    DOCUMENT_XML,
    FIELDS,
    HTML,
    LIST,
    MAIL,
    MARKDOWN,
    NAMES,
    ORG,
    PEOPLE,
    PYPROJECT,
    RIS,
    RST,
    SPARQL,
    STUMBLING_MAILS,
    TABLE,
    TAPE,
    TEX,
    TITLES,
    TYPST,
    VARIANTS,
    VENUE,
    XML,
    YAML,
    docx_bytes,
    odt_bytes,
    pdf_bytes,
    tarred,
)

# Files go to the folder that the variable names (in memory, best), as an attacked process does not tidy up.
SCRATCH = Path(os.environ.get("FUZZ_SCRATCH") or tempfile.mkdtemp(prefix="fuzz-"))


@dataclass(frozen=True, slots=True)
class Target:
    """A reader under attack: `run` takes bytes; `words` are what its inputs are made of; `longest` is in bytes."""

    run: Callable[[bytes], object]
    declared: tuple[type[Exception], ...]
    seeds: tuple[bytes, ...]
    words: str = ""
    longest: int = 2048


# Targets ------------------------------------------------------------------------------------------------------------


def _check_document(document: object) -> None:
    """Assert what `Block` promises."""
    for block in document.blocks:  # type: ignore[attr-defined]
        assert 1 <= block.first <= block.last, "the lines of a block"
        assert len(block.lines) == block.text.count("\n") + 1 or block.fields, "a line for each line of the text"
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks), "marks lie in the text"


def document_of(suffix: str) -> Callable[[bytes], object]:
    """Return what reads bytes as a file of that suffix."""

    def read(content: bytes) -> object:
        from reconcile.documents.reader import _read_content

        document = _read_content("x", content, suffix)
        _check_document(document)
        return document

    return read


def _docx_xml(content: bytes) -> object:
    from reconcile.documents.reader import _read_content

    document = _read_content("x", docx_bytes(content), ".docx")
    _check_document(document)
    return document


def _text(content: bytes) -> object:
    """Read a text, find its entries and parse each."""
    from reconcile.documents.reader import _read_content
    from reconcile.extract import extract
    from reconcile.parse import parse

    mentions = [parse(entry) for entry in extract(_read_content("x.txt", content, ".txt"))]
    assert all(0 <= span.start <= span.end for mention in mentions for span in mention.spans), "spans"
    return mentions


def _string(content: bytes) -> object:
    """Parse one publication string, without the search for it."""
    from reconcile.entry import Entry
    from reconcile.parse import parse

    text = content.decode("utf-8", "replace").replace("\r", "\n").strip()
    return parse(Entry("x", 1, 1, text, text)) if text else None


def _fields(content: bytes) -> object:
    """Read the parts of a claim and of a record that are text."""
    from reconcile.documents.bib import values
    from reconcile.documents.tex import latex
    from reconcile.titles import compare_titles, say_titles
    from reconcile.venues import read_venues
    from sources import identifiers, markup
    from sources.name_reading import read_name
    from sources.names import compare_names
    from sources.record import Scheme

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
    return names, markup.plain(text), latex.plain(text), latex.field(text)


def _lossless(content: bytes) -> object:
    """Cut a .bib in pieces, and clean it without a catalogue."""
    from reconcile.bibtex.source import Source
    from reconcile.cleaning import Policy, clean_source

    source = Source.of_bytes(content)
    pieces = list(source.pieces())
    assert "".join(source.text[each.start : each.end] for each in pieces) == source.text, "pieces are the file"
    assert source.to_bytes() == content == clean_source(source, None, Policy()).to_bytes(), "bytes come back"
    return pieces


def _checked_bib(content: bytes) -> object:
    """Read a .bib as `check` does, with its comments."""
    from reconcile.checking.ignoring import comments
    from reconcile.checking.inputs import tasks, text_of

    path = _file(content, "x.bib")
    items = [item for task in tasks([path]) for item in task.items()]
    return items, comments(text_of(path))


def bulk_of(suffix: str) -> Callable[[bytes], object]:
    """Return what reads bytes as an input of `match` of that suffix."""

    def read(content: bytes) -> object:
        from reconcile.bulk.opening import Input, batches

        with batches(Input(str(_file(content, f"x{suffix}")))) as found:
            return [row for batch in found for row in batch.rows()]

    return read


def _file(content: bytes, name: str) -> Path:
    path = SCRATCH / name
    path.write_bytes(content)
    return path


def _crossref(content: bytes) -> object:
    from sources.crossref.read import read
    from sources.polite import Payload

    return _packed(read(Payload(content)).records)


def _dblp(content: bytes) -> object:
    from sources.dblp.read import read
    from sources.polite import Payload

    return _packed(read(Payload(content)).records)


def _dblp_record(content: bytes) -> object:
    from sources.dblp.read import read_record
    from sources.polite import Payload

    return _packed(read_record(Payload(content)).records)


def _sparql(content: bytes) -> object:
    from sources.dblp.read import read_sparql
    from sources.polite import Payload

    return _packed(read_sparql(Payload(content)).records)


def _anthology(content: bytes) -> object:
    from sources.anthology.read import read

    return _packed(read(content).records)


def _packed(records: Iterable[object]) -> object:
    """Return the rows that records make; a row gives its record again. Half a surrogate pair is in no row."""
    from sources.catalog.rows import pack, unpack

    rows = []
    for record in records:
        with contextlib.suppress(UnicodeEncodeError):
            rows.append(pack(record))  # type: ignore[arg-type]
            assert unpack(rows[-1]) == record, "a row is its record"
    return rows


def _dump(source: str) -> Callable[[bytes], object]:
    def read(content: bytes) -> object:
        from importlib import import_module

        module = import_module(f"sources.{source}.dump")
        return [found for chunk in module.chunks(_file(content, "dump")) for found in module.read_chunk(chunk)]

    return read


def _variants(content: bytes) -> object:
    from sources.anthology.variants import read_variants

    return read_variants(content)


def _contents(content: bytes) -> object:
    from sources.catalog.contents import read_contents, read_schema

    return read_schema(content), read_contents(content).size


def _row(content: bytes) -> object:
    from sources.catalog.rows import unpack

    return unpack(content)


def _row_seed() -> bytes:
    from sources.catalog.rows import pack
    from sources.crossref.read import read_work

    return pack(read_work(CROSSREF["message"]["items"][0]))  # type: ignore[arg-type]


@cache
def _built() -> dict[str, bytes]:
    """Build a catalogue of three records; return its files by their path."""
    from sources.catalog.build import Dump, build

    dump = SCRATCH / "works.jsonl"
    works = [CROSSREF["message"]["items"][0] | {"DOI": f"10.1/{at}", "title": [f"On Wool {at}"]} for at in range(3)]
    dump.write_text("\n".join(map(json.dumps, works)) + "\n")
    folder = SCRATCH / "built"
    build([Dump("crossref", dump)], folder, processes=1)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _catalog(content: bytes) -> object:
    """Overwrite a stretch of one file of a catalogue, open it and ask it: file, place (two bytes), and the bytes."""
    from sources.catalog import Catalog

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


def _pyproject(content: bytes) -> object:
    from reconcile.checking.ignoring import ignored_by_table

    return ignored_by_table(_file(content, "pyproject.toml").parent)


def _tape(content: bytes) -> object:
    from sources.tape import read_folder

    folder = SCRATCH / "tapes"
    folder.mkdir(exist_ok=True)
    (folder / "dblp.yaml").write_bytes(content)
    return read_folder(folder)


def _encoded(*texts: str) -> tuple[bytes, ...]:
    return tuple(text.encode() for text in texts)


def targets() -> dict[str, Target]:
    """Return every target by name. Loads the readers."""
    from reconcile.bulk.rows import InputError
    from reconcile.checking.ignoring import BadTable
    from reconcile.documents import Unreadable
    from sources.anthology.bib import NotBibtex
    from sources.catalog import CatalogError
    from sources.catalog.rows import Damaged
    from sources.crossref.read import NotCrossref
    from sources.dblp.read import NotDblp
    from sources.dump import DumpError
    from sources.source import Unavailable
    from sources.tape import NoTape

    no = (Unreadable,)
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    message = json.dumps(CROSSREF).encode()
    items = json.dumps(CROSSREF["message"]["items"][0]).encode()
    xml_words = "<![CDATA[ ]]> <!DOCTYPE <!ENTITY % SYSTEM <?xml &#x10FFFF; &amp; <!-- --> encoding= xmlns:"
    json_words = '\\ud800 NaN Infinity 1e999 null true [[ ]] {} "" -0 \\u0000 "message" "items" 99999999999999999999'
    bib_words = '@string{ @comment{ @preamble{ # {\\" \\{ \\} \\& ={ }, and others \\LaTeX $^{ @misc( crossref'
    made = {
        "txt": Target(document_of(".txt"), no, _encoded(LIST, TABLE, HTML)),
        "tex": Target(
            document_of(".tex"),
            no,
            _encoded(TEX),
            "\\begin{ \\end{ \\verb \\def \\let \\item \\\\ \\bibitem{ #1 \\input{ "
            "\\newcommand{ \\renewcommand \\csname \\expandafter \\if \\fi tabular enumerate {\\bf \\( \\] $$ & ~",
        ),
        "html": Target(document_of(".html"), no, _encoded(HTML), xml_words + " <li> </ul> <table> <td> <pre> <br/> <p"),
        "md": Target(
            document_of(".md"), no, _encoded(MARKDOWN), "--- ``` ~~~ ![ ]( ** __ <b> |---| > 1. [^ {{ }} {% +++ ="
        ),
        "rst": Target(
            document_of(".rst"), no, _encoded(RST), ".. :: ==== ---- ` `_ | [1]_ include raw csv-table +--+ ::"
        ),
        "org": Target(document_of(".org"), no, _encoded(ORG), "#+ [[ ]] :END: * - | |- #+BEGIN_ #+INCLUDE: + 1) == ~~"),
        "ris": Target(document_of(".ris"), no, _encoded(RIS), "TY__- ER__- AU__- PY__- TI__-"),
        "xml": Target(document_of(".xml"), no, _encoded(*XML), xml_words + " rdf:resource= <b:Source> <ref> ]]> <!--"),
        "csv": Target(document_of(".csv"), no, _encoded(TABLE), '"" ; , | \t title authors year'),
        "json": Target(document_of(".json"), no, _encoded(CSL), json_words),
        "yaml": Target(
            document_of(".yaml"), no, _encoded(YAML), "--- ... &a *a !!binary <<: - ? : | > %YAML %TAG [ { '"
        ),
        "bib": Target(document_of(".bib"), no, _encoded(BIB), bib_words),
        "docx": Target(document_of(".docx"), no, (docx_bytes(DOCUMENT_XML.encode()),), "PK word/document.xml", 4096),
        "docx-xml": Target(_docx_xml, no, _encoded(DOCUMENT_XML), f"{xml_words} {word} w:p w:r w:t w:tbl w:tc w:val="),
        "odt": Target(document_of(".odt"), no, (odt_bytes(CONTENT_XML.encode()),), "PK content.xml", 4096),
        "odt-xml": Target(
            document_of(".fodt"), no, _encoded(CONTENT_XML), f"{xml_words} text:p text:list table:table", 4096
        ),
        "eml": Target(
            document_of(".eml"),
            no,
            _encoded(MAIL, *STUMBLING_MAILS),
            "Content-Type:_ multipart/mixed;_boundary= --a message/rfc822 =20",
        ),
        "bbl": Target(
            document_of(".bbl"), no, _encoded(BBL, BIBER), "\\bibitem \\entry{ \\name{ \\field{ {{ }} =[ family={"
        ),
        "typ": Target(
            document_of(".typ"), no, _encoded(TYPST), '#let #f( [ ] ( ) " #if none #table( columns: ``` $ _ *'
        ),
        "pdf": Target(
            document_of(".pdf"), no, (pdf_bytes(),), "obj endobj stream /Kids[ /Count 0_R /Parent Tj Td", 4096
        ),
        "extract-parse": Target(
            _text, no, _encoded(LIST, CITED + "\n" + CITED), "et al. In: vol. pp. doi: [1] * (2020)"
        ),
        "parse": Target(_string, (), _encoded(CITED, *LIST.split("\n")[4:7]), "et al. In: vol. pp. and & , . : (eds.)"),
        "fields": Target(
            _fields, (), _encoded(NAMES, FIELDS, TITLES, VENUE), "van de Jr. III ' and et al. 10. arXiv: <"
        ),
        "lossless": Target(_lossless, no, _encoded(BIB), bib_words),
        "check-bib": Target(_checked_bib, (*no, InputError), _encoded(BIB), bib_words + " reconcile: ignore"),
        "match-jsonl": Target(bulk_of(".jsonl"), (InputError,), (items, b'{"text": "x", "id": 3}\n"y"\n'), json_words),
        "match-json": Target(bulk_of(".json"), (InputError,), _encoded(CSL), json_words),
        "match-csv": Target(bulk_of(".csv"), (InputError,), _encoded(TABLE, "text\n" + CITED), '"" ; | title text'),
        "match-bib": Target(bulk_of(".bib"), (InputError,), _encoded(BIB), bib_words),
        "match-any": Target(bulk_of(""), (InputError,), (*_encoded(LIST), gzip.compress(items, mtime=0))),
        "crossref": Target(
            _crossref, (NotCrossref,), (message,), json_words + ' "DOI": "date-parts": "title": "author":'
        ),
        "dblp": Target(
            _dblp, (NotDblp,), (json.dumps(DBLP).encode(),), json_words + ' "hits": "@total": "info": "text":'
        ),
        "dblp-record": Target(_dblp_record, (NotDblp,), _encoded(DBLP_XML), xml_words),
        "sparql": Target(_sparql, (NotDblp,), (json.dumps(SPARQL).encode(),), json_words + ' "bindings": "value":'),
        "anthology": Target(_anthology, (NotBibtex,), (ANTHOLOGY_BIB.encode(), gzip.compress(ANTHOLOGY_BIB.encode()))),
        "dump-crossref": Target(
            _dump("crossref"),
            (DumpError,),
            (items + b"\n" + items, message, tarred({"0.json": message})),
            json_words,
            4096,
        ),
        "dump-dblp": Target(
            _dump("dblp"), (DumpError,), (DBLP_XML.encode(), gzip.compress(DBLP_XML.encode(), mtime=0)), xml_words
        ),
        "dump-anthology": Target(
            _dump("anthology"),
            (DumpError,),
            (
                *_encoded(ANTHOLOGY_XML, ANTHOLOGY_BIB),
                tarred({"data/xml/2020.acl.xml": ANTHOLOGY_XML.encode(), "data/yaml/people.yaml": PEOPLE.encode()}),
            ),
            xml_words,
            4096,
        ),
        "variants": Target(
            _variants, (), _encoded(VARIANTS, PEOPLE), "!!python/object: !!timestamp 2001-99-99 &a *a <<: ? :"
        ),
        "catalog-json": Target(_contents, (ValueError,), (), json_words),
        "catalog-row": Target(_row, (Damaged,), (_row_seed(),)),
        "catalog": Target(_catalog, (CatalogError, Unavailable, OSError), (b"\x00\x00\x00\xff", b"\x05\x00\x10abc")),
        "pyproject": Target(_pyproject, (BadTable,), _encoded(PYPROJECT), "[tool.reconcile] ignore = [[ ]] '''"),
        "tape": Target(_tape, (NoTape,), _encoded(TAPE), "!!python/object/apply:os.system &a *a !!binary string: uri:"),
    }
    contents = next(content for name, content in _built().items() if name.endswith("catalog.json"))
    made["catalog-json"] = Target(_contents, (ValueError,), (contents,), json_words)
    return made
