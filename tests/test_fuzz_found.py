"""What `bench/fuzz.py` has found: each input made small, as the case that it stands for."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from reconcile.documents import Unreadable, read_text
from reconcile.documents.office.docx import read_docx
from sources.anthology.dump import chunks, read_chunk
from sources.anthology.variants import read_variants
from sources.crossref.read import read_work
from sources.dblp.read import NotDblp, read, read_sparql
from sources.polite import Payload
from sources.record import Record
from tests.test_hostile import packed, paragraph, word

LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def changed(content: bytes, at: int, value: bytes, sign: bytes = CENTRAL) -> bytes:
    """A package with some bytes of its first header of a kind overwritten."""
    place = content.index(sign) + at
    return content[:place] + value + content[place + len(value) :]


WHOLE = word(paragraph("On Wool"))
NO_PACKAGE = "this is no Word document, or one with a password"
BROKEN = "this Word document is broken"
DAMAGED = {
    "of a later version of ZIP": (changed(WHOLE, 6, b"\x73"), NO_PACKAGE),
    "with a name that is no UTF-8": (changed(changed(WHOLE, 8, b"\x00\x08"), 46, b"\x85"), NO_PACKAGE),
    "encrypted": (changed(changed(WHOLE, 8, b"\x01"), 6, b"\x01", LOCAL), BROKEN),
    "strongly encrypted": (changed(changed(WHOLE, 8, b"\x40"), 6, b"\x40", LOCAL), BROKEN),
    "of another compression": (changed(changed(WHOLE, 10, b"\x63"), 8, b"\x63", LOCAL), BROKEN),
    "with data that end too soon": (changed(WHOLE, 20, b"\x05\x00\x00\x00"), BROKEN),
    "with data that are damaged": (changed(WHOLE, 49, b"\xff" * 9, LOCAL), BROKEN),
    "of another kind of XML": (packed('<other xmlns="urn:x"/>'), BROKEN),
    "with a style without a name": (word("<w:p><w:pPr><w:pStyle/></w:pPr></w:p>"), BROKEN),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_word_document_is_refused(case: str) -> None:
    content, reason = DAMAGED[case]
    with pytest.raises(Unreadable, match=f"^cv.docx: {reason}"):
        read_docx("cv.docx", content)


def test_a_package_is_whole_before_it_is_damaged() -> None:
    assert zipfile.ZipFile(io.BytesIO(WHOLE)).testzip() is None
    assert [block.text for block in read_docx("cv.docx", WHOLE).blocks] == ["On Wool"]


@pytest.mark.parametrize(
    "hits",
    [
        '{"@total": "1", "@sent": "1true"}',
        '{"@total": 1e999}',
        '{"@total": "1", "@sent": NaN}',
        '"@total"',
        "[]",
        '{"@total": "1", "@sent": []}',
    ],
)
def test_hits_of_dblp_whose_count_is_no_number(hits: str) -> None:
    with pytest.raises(NotDblp):
        read(Payload(f'{{"result": {{"hits": {hits}}}}}'.encode()))


# Python reads no number of more than 4,300 digits.
ENDLESS = "9" * 5000
NUMBERED = {
    ".html": f'<ol start="{ENDLESS}"><li>On &#{ENDLESS}; Wool &#x{ENDLESS};</ol>',
    ".md": f"{ENDLESS}. On &#{ENDLESS}; Wool\n",
    ".rst": f"{ENDLESS}. On Wool\n\n{ENDLESS}) On Wool\n",
    ".org": f"{ENDLESS}. On Wool\n",
    ".tex": f"\\begin{{document}}\\unicode{{{ENDLESS}}} \\item[{ENDLESS}] On Wool #{ENDLESS}\\end{{document}}",
    ".json": f'[{{"title": "On Wool", "year": {ENDLESS}}}]',
    ".yaml": f"- title: On Wool\n  year: {ENDLESS}\n",
    ".bib": f"@misc{{a, title = {{On &#{ENDLESS}; Wool}}, year = {ENDLESS}}}",
    ".txt": f"[{ENDLESS}] On Wool. {ENDLESS}\n",
}


@pytest.mark.parametrize("suffix", NUMBERED)
def test_a_number_without_end_in_a_document(suffix: str) -> None:
    document = read_text(NUMBERED[suffix], "x", suffix)
    assert "Wool" in " ".join(block.text for block in document.blocks)


def test_a_number_without_end_in_a_record(tmp_path: Path) -> None:
    work = read_work({"DOI": "10.1/a", "type": "book", "title": [f"On &#{ENDLESS}; Wool"]})
    assert isinstance(work, Record)
    assert work.title == "On \ufffd Wool"
    row = {"publ": {"value": "https://dblp.org/rec/a/b"}, "title": {"value": "On Wool"}, "name": {"value": "A. Bee"}}
    body = json.dumps({"results": {"bindings": [row | {"ordinal": {"value": ENDLESS}}]}})
    assert read_sparql(Payload(body.encode())).records[0].title == "On Wool"
    (tmp_path / "P18.xml").write_text(
        f'<collection id="P18"><volume id="1"><meta><booktitle>ACL</booktitle><year>2018</year></meta>'
        f'<paper id="{ENDLESS}"><title>On Wool</title></paper></volume></collection>'
    )
    assert [str(found) for chunk in chunks(tmp_path / "P18.xml") for found in read_chunk(chunk)]


@pytest.mark.parametrize(
    "table",
    [
        b"!!timestamp x",
        b"!!int x",
        b"!!bool [x]",
        b"- !!python/object/apply:os.system [x]",
        b"? [a]\n: b",
        b"[" * 200_000,
        b"- " * 200_000,
        b"? " * 200_000,
        b"".join(b" " * depth + b"- \n" for depth in range(3000)),
    ],
    ids=lambda table: repr(table[:30]),
)
def test_yaml_that_is_no_table_of_names(table: bytes) -> None:
    assert read_variants(table) == {}
