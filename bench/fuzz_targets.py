"""What `fuzz.py` feeds: each reader, the exceptions that it declares, and tiny valid inputs to begin with."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass

import fuzz_readers as readers
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

from reconcile.checking.ignoring import BadTable
from reconcile.documents import Unreadable
from reconcile.streaming.rows import InputError
from sources.anthology.bib import NotBibtex
from sources.catalog import CatalogError
from sources.catalog.rows import Damaged
from sources.crossref.read import NotCrossref
from sources.dblp.read import NotDblp
from sources.dump import DumpError
from sources.source import Unavailable
from sources.tape import NoTape

NO = (Unreadable,)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_WORDS = "<![CDATA[ ]]> <!DOCTYPE <!ENTITY % SYSTEM <?xml &#x10FFFF; &amp; <!-- --> encoding= xmlns:"
JSON_WORDS = '\\ud800 NaN Infinity 1e999 null true [[ ]] {} "" -0 \\u0000 "message" "items" 99999999999999999999'
BIB_WORDS = '@string{ @comment{ @preamble{ # {\\" \\{ \\} \\& ={ }, and others \\LaTeX $^{ @misc( crossref'
MESSAGE = json.dumps(CROSSREF).encode()
ITEM = json.dumps(CROSSREF["message"]["items"][0]).encode()


@dataclass(frozen=True, slots=True)
class Target:
    """A reader under attack: `run` takes bytes; `words` are what its inputs are made of; `longest` is in bytes."""

    run: Callable[[bytes], object]
    declared: tuple[type[Exception], ...]
    seeds: tuple[bytes, ...]
    words: str = ""
    longest: int = 2048


def _encoded(*texts: str) -> tuple[bytes, ...]:
    return tuple(text.encode() for text in texts)


def _documents() -> dict[str, Target]:
    """A document of each form."""
    return {
        "txt": Target(readers.document_of(".txt"), NO, _encoded(LIST, TABLE, HTML)),
        "tex": Target(
            readers.document_of(".tex"),
            NO,
            _encoded(TEX),
            "\\begin{ \\end{ \\verb \\def \\let \\item \\\\ \\bibitem{ #1 \\input{ "
            "\\newcommand{ \\renewcommand \\csname \\expandafter \\if \\fi tabular enumerate {\\bf \\( \\] $$ & ~",
        ),
        "html": Target(
            readers.document_of(".html"), NO, _encoded(HTML), XML_WORDS + " <li> </ul> <table> <td> <pre> <br/> <p"
        ),
        "md": Target(
            readers.document_of(".md"),
            NO,
            _encoded(MARKDOWN),
            "--- ``` ~~~ ![ ]( ** __ <b> |---| > 1. [^ {{ }} {% +++ =",
        ),
        "rst": Target(
            readers.document_of(".rst"), NO, _encoded(RST), ".. :: ==== ---- ` `_ | [1]_ include raw csv-table +--+ ::"
        ),
        "org": Target(
            readers.document_of(".org"), NO, _encoded(ORG), "#+ [[ ]] :END: * - | |- #+BEGIN_ #+INCLUDE: + 1) == ~~"
        ),
        "ris": Target(readers.document_of(".ris"), NO, _encoded(RIS), "TY__- ER__- AU__- PY__- TI__-"),
        "xml": Target(
            readers.document_of(".xml"), NO, _encoded(*XML), XML_WORDS + " rdf:resource= <b:Source> <ref> ]]> <!--"
        ),
        "csv": Target(readers.document_of(".csv"), NO, _encoded(TABLE), '"" ; , | \t title authors year'),
        "json": Target(readers.document_of(".json"), NO, _encoded(CSL), JSON_WORDS),
        "yaml": Target(
            readers.document_of(".yaml"), NO, _encoded(YAML), "--- ... &a *a !!binary <<: - ? : | > %YAML %TAG [ { '"
        ),
        "bib": Target(readers.document_of(".bib"), NO, _encoded(BIB), BIB_WORDS),
        "docx": Target(
            readers.document_of(".docx"), NO, (docx_bytes(DOCUMENT_XML.encode()),), "PK word/document.xml", 4096
        ),
        "docx-xml": Target(
            readers.docx_xml, NO, _encoded(DOCUMENT_XML), f"{XML_WORDS} {WORD} w:p w:r w:t w:tbl w:tc w:val="
        ),
        "odt": Target(readers.document_of(".odt"), NO, (odt_bytes(CONTENT_XML.encode()),), "PK content.xml", 4096),
        "odt-xml": Target(
            readers.document_of(".fodt"), NO, _encoded(CONTENT_XML), f"{XML_WORDS} text:p text:list table:table", 4096
        ),
        "eml": Target(
            readers.document_of(".eml"),
            NO,
            _encoded(MAIL, *STUMBLING_MAILS),
            "Content-Type:_ multipart/mixed;_boundary= --a message/rfc822 =20",
        ),
        "bbl": Target(
            readers.document_of(".bbl"),
            NO,
            _encoded(BBL, BIBER),
            "\\bibitem \\entry{ \\name{ \\field{ {{ }} =[ family={",
        ),
        "typ": Target(
            readers.document_of(".typ"), NO, _encoded(TYPST), '#let #f( [ ] ( ) " #if none #table( columns: ``` $ _ *'
        ),
        "pdf": Target(
            readers.document_of(".pdf"), NO, (pdf_bytes(),), "obj endobj stream /Kids[ /Count 0_R /Parent Tj Td", 4096
        ),
    }


def _strings() -> dict[str, Target]:
    """A publication string, its parts, and what finds them."""
    return {
        "extract-parse": Target(
            readers.listed_text, NO, _encoded(LIST, CITED + "\n" + CITED), "et al. In: vol. pp. doi: [1] * (2020)"
        ),
        "parse": Target(
            readers.string, (), _encoded(CITED, *LIST.split("\n")[4:7]), "et al. In: vol. pp. and & , . : (eds.)"
        ),
        "fields": Target(
            readers.fields, (), _encoded(NAMES, FIELDS, TITLES, VENUE), "van de Jr. III ' and et al. 10. arXiv: <"
        ),
    }


def _commands() -> dict[str, Target]:
    """The inputs of `check`, `clean` and `match`, and settings."""
    return {
        "lossless": Target(readers.lossless, NO, _encoded(BIB), BIB_WORDS),
        "check-bib": Target(readers.checked_bib, (*NO, InputError), _encoded(BIB), BIB_WORDS + " reconcile: ignore"),
        "match-jsonl": Target(
            readers.bulk_of(".jsonl"), (InputError,), (ITEM, b'{"text": "x", "id": 3}\n"y"\n'), JSON_WORDS
        ),
        "match-json": Target(readers.bulk_of(".json"), (InputError,), _encoded(CSL), JSON_WORDS),
        "match-csv": Target(
            readers.bulk_of(".csv"), (InputError,), _encoded(TABLE, "text\n" + CITED), '"" ; | title text'
        ),
        "match-bib": Target(readers.bulk_of(".bib"), (InputError,), _encoded(BIB), BIB_WORDS),
        "match-any": Target(readers.bulk_of(""), (InputError,), (*_encoded(LIST), gzip.compress(ITEM, mtime=0))),
        "pyproject": Target(readers.pyproject, (BadTable,), _encoded(PYPROJECT), "[tool.reconcile] ignore = [[ ]] '''"),
    }


def _services() -> dict[str, Target]:
    """What services and cassettes answer."""
    return {
        "crossref": Target(
            readers.crossref, (NotCrossref,), (MESSAGE,), JSON_WORDS + ' "DOI": "date-parts": "title": "author":'
        ),
        "dblp": Target(
            readers.dblp, (NotDblp,), (json.dumps(DBLP).encode(),), JSON_WORDS + ' "hits": "@total": "info": "text":'
        ),
        "dblp-record": Target(readers.dblp_record, (NotDblp,), _encoded(DBLP_XML), XML_WORDS),
        "sparql": Target(
            readers.sparql, (NotDblp,), (json.dumps(SPARQL).encode(),), JSON_WORDS + ' "bindings": "value":'
        ),
        "anthology": Target(
            readers.anthology, (NotBibtex,), (ANTHOLOGY_BIB.encode(), gzip.compress(ANTHOLOGY_BIB.encode()))
        ),
        "tape": Target(
            readers.tape, (NoTape,), _encoded(TAPE), "!!python/object/apply:os.system &a *a !!binary string: uri:"
        ),
    }


def _catalogue() -> dict[str, Target]:
    """Dumps, and the files of a catalogue."""
    return {
        "dump-crossref": Target(
            readers.dump_of("crossref"),
            (DumpError,),
            (ITEM + b"\n" + ITEM, MESSAGE, tarred({"0.json": MESSAGE})),
            JSON_WORDS,
            4096,
        ),
        "dump-dblp": Target(
            readers.dump_of("dblp"),
            (DumpError,),
            (DBLP_XML.encode(), gzip.compress(DBLP_XML.encode(), mtime=0)),
            XML_WORDS,
        ),
        "dump-anthology": Target(
            readers.dump_of("anthology"),
            (DumpError,),
            (
                *_encoded(ANTHOLOGY_XML, ANTHOLOGY_BIB),
                tarred({"data/xml/2020.acl.xml": ANTHOLOGY_XML.encode(), "data/yaml/people.yaml": PEOPLE.encode()}),
            ),
            XML_WORDS,
            4096,
        ),
        "variants": Target(
            readers.variants, (), _encoded(VARIANTS, PEOPLE), "!!python/object: !!timestamp 2001-99-99 &a *a <<: ? :"
        ),
        "catalog-json": Target(readers.contents, (ValueError,), (readers.contents_seed(),), JSON_WORDS),
        "catalog-row": Target(readers.row, (Damaged,), (readers.row_seed(),)),
        "catalog": Target(
            readers.catalog, (CatalogError, Unavailable, OSError), (b"\x00\x00\x00\xff", b"\x05\x00\x10abc")
        ),
    }


def targets() -> dict[str, Target]:
    """Return every target by name. Builds a catalogue of three records."""
    return _documents() | _strings() | _commands() | _services() | _catalogue()
