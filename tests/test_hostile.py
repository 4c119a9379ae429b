"""What a stranger's file may try, and what becomes of it: the rows of docs/hostile.md that no reader's own tests hold."""

from __future__ import annotations

import io
import json
import os
import re
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.checking.ignoring import comments
from reconcile.checking.inputs import tasks
from reconcile.checking.item import Item
from reconcile.checking.judgement import mention_of
from reconcile.checking.rules import Case, swallowed_names
from reconcile.cleaning.diff import unified
from reconcile.cli import UNANSWERED, UNUSABLE, main
from reconcile.documents import Unreadable, read, read_stdin, read_text
from reconcile.documents.blocks.runs import clean
from reconcile.documents.office.docx import read_docx
from reconcile.documents.pdf.read import read_pdf
from reconcile.documents.tex.characters import plain
from reconcile.entry import Entry
from reconcile.extract.lines.stretch import Line, cut
from reconcile.output import write
from reconcile.parse import parse
from reconcile.streaming.claims import claim_of
from reconcile.streaming.opening import Input, batches
from reconcile.streaming.plain_entries import plain_entry
from sources.anthology import latex as anthology_latex
from sources.anthology.variants import read_variants
from sources.crossref.read import read as read_crossref
from sources.name_reading import read_name
from sources.polite import Payload

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SECRET = "The secret of A. Bee and C. Dee. In Proceedings of ACL, 2020."


def packed(document: str, links: str = "", more: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """A Word package around a document's XML, with `links` of the document to elsewhere."""
    main_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats'
            f'-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{R}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
        )
        package.writestr("word/document.xml", document)
        for name, content in more:
            package.writestr(name, content)
    return stream.getvalue()


def word(body: str, declared: str = "", links: str = "") -> bytes:
    return packed(
        f'{declared}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}<w:sectPr/></w:body></w:document>', links
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, says: str = "") -> str:
    return f"<w:tc><w:tcPr>{says}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> bytes:
    return word(f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")


def texts(content: bytes) -> list[str]:
    return [block.text for block in read_docx("cv.docx", content).blocks]


# Word documents


LAUGHS = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize("name", ["l9", "file", "l0"])
def test_entities_of_a_word_document_are_not_expanded(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    file = f'<!ENTITY file SYSTEM "{(tmp_path / "secret").as_uri()}">'
    try:
        found = texts(word(paragraph(f"A &{name}; B"), f"<!DOCTYPE w [{LAUGHS}{file}]>"))
    except Unreadable as refused:  # libxml2 may refuse by itself what would grow
        assert "this Word document is broken" in str(refused)  # noqa: PT017 - either is right
        found = []
    assert "secret" not in str(found)
    assert sum(map(len, found)) < 100


def test_a_word_document_reaches_for_nothing_outside_itself(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    links = "".join(
        f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'
        for n, (kind, target) in enumerate(
            [
                ("image", (tmp_path / "secret").as_uri()),
                ("subDocument", "../../secret"),
                ("attachedTemplate", "http://localhost:9/"),
            ]
        )
    )
    assert texts(word(paragraph("Text") + '<w:subDoc r:id="r1"/>', links=links)) == ["Text"]


def test_a_package_that_lies_about_its_sizes_is_refused() -> None:
    whole = word(paragraph("a" * 5_000_000))
    size = zipfile.ZipFile(io.BytesIO(whole)).getinfo("word/document.xml").file_size
    lying = whole.replace(size.to_bytes(4, "little"), (200).to_bytes(4, "little"))
    assert lying != whole
    with pytest.raises(Unreadable, match="broken"):
        read_docx("cv.docx", lying)


def test_a_word_document_without_a_body_is_refused() -> None:
    with pytest.raises(Unreadable, match="it has no body"):
        read_docx("cv.docx", packed(f'<w:document xmlns:w="{W}"/>'))


def test_a_cell_that_spans_a_billion_columns_is_one_cell() -> None:
    assert texts(table(cell("2020", '<w:gridSpan w:val="1000000000"/>') + cell("On Wool"))) == ["2020 | On Wool"]


def test_a_cell_that_is_merged_with_nothing_is_itself() -> None:
    assert texts(table(cell("2020", "<w:vMerge/>"), cell("x", '<w:gridSpan w:val="no"/>'))) == ["2020", "x"]


def test_a_cell_over_thousands_of_rows_is_read_in_linear_time() -> None:
    first = cell("2020", '<w:vMerge w:val="restart"/>') + cell("On Wool 0")
    rows = (cell("", "<w:vMerge/>") + cell(f"On Wool {n}") for n in range(1, 2000))
    found = texts(table(first, *rows))
    assert (len(found), found[-1]) == (2000, "2020 | On Wool 1999")


def test_a_long_cell_over_many_rows_is_not_copied_into_each() -> None:
    rows = [cell("", "<w:vMerge/>") + cell("x") for _ in range(100)]
    found = texts(table(cell("long " * 1000, '<w:vMerge w:val="restart"/>') + cell("x"), *rows))
    assert sum(map(len, found)) < 10_000


# PDF


def pdf(*objects: bytes) -> bytes:
    """A PDF of those objects after its catalogue, its pages and a font (3)."""
    every = [b"<</Type/Catalog/Pages 2 0 R>>", *objects]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (at, each) for at, each in enumerate(every, 1))
    return b"%%PDF-1.4\n%strailer<</Root 1 0 R/Size %d>>\n%%%%EOF" % (body, len(every) + 1)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
LEAF = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>"
FORM = (
    b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 6>>\nstream\n/X Do\nendstream"
)


def stream(content: bytes) -> bytes:
    content = zlib.compress(content)
    return b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(content), content)


LINE = stream(b"BT /F 10 Tf 50 700 Td (On Wool) Tj ET\n")
LOOPS = {
    "pages among their own pages": pdf(b"<</Type/Pages/Kids[2 0 R 4 0 R]/Count 2>>", FONT, LEAF, LINE),
    "pages that are their own parent": pdf(b"<</Type/Pages/Parent 2 0 R/Kids[4 0 R]/Count 1>>", FONT, LEAF, LINE),
    "two billion pages": pdf(b"<</Type/Pages/Kids[4 0 R]/Count 2000000000>>", FONT, LEAF, LINE),
    "minus five pages": pdf(b"<</Type/Pages/Kids[4 0 R]/Count -5>>", FONT, LEAF, LINE),
    "a form that draws itself": pdf(
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        FONT,
        LEAF,
        stream(b"BT /F 10 Tf 50 700 Td (On Wool) Tj ET /X Do\n"),
        FORM,
    ),
    "contents that are their own": pdf(b"<</Type/Pages/Kids[4 0 R]/Count 1>>", FONT, LEAF, b"5 0 R"),
}


@pytest.mark.parametrize("case", LOOPS)
def test_a_pdf_that_goes_round_in_circles_ends(case: str) -> None:
    document = read_pdf("cv.pdf", LOOPS[case])
    assert [block.text for block in document.blocks] in ([], ["On Wool"])


def test_of_ten_thousand_pages_the_first_are_read() -> None:
    document = read_pdf("cv.pdf", pdf(b"<</Type/Pages/Kids[%s]/Count 10000>>" % (b"4 0 R " * 10_000), FONT, LEAF, LINE))
    assert document.complaints[0] == "cv.pdf: only the first 500 of 10,000 pages were read; split the document"


def test_pages_that_are_too_crowded_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconcile.documents.pdf.read._MOST_OF_ALL", 1000)
    crowded = stream(b"".join(b"BT /F 4 Tf %d %d Td (wool%d) Tj ET\n" % (n % 9 * 60, n // 9 * 9, n) for n in range(90)))
    document = read_pdf("cv.pdf", pdf(b"<</Type/Pages/Kids[%s]/Count 9>>" % (b"4 0 R " * 9), FONT, LEAF, crowded))
    assert document.complaints[0] == "cv.pdf: only the first 1 of 9 pages were read; split the document"


@pytest.mark.parametrize(("halves", "text"), [(b"D800", "ulls"), (b"D83DDC26", "🐦ulls")])
def test_half_a_character_is_left_out(halves: bytes, text: str) -> None:
    codes = (
        b"begincmap 1 begincodespacerange <00><FF> endcodespacerange 1 beginbfchar <67><%s> endbfchar endcmap" % halves
    )
    font = FONT.replace(b">>", b"/ToUnicode 6 0 R>>")
    line = stream(b"BT /F 10 Tf 50 600 Td (gulls) Tj ET")
    document = read_pdf("cv.pdf", pdf(b"<</Type/Pages/Kids[4 0 R]/Count 1>>", font, LEAF, line, stream(codes)))
    assert document.blocks[0].text == clean(text)


# Files that name other files

INCLUDING = {
    ".tex": "\\documentclass{{article}}\\begin{{document}}\\input{{{0}}}\\include{{{0}}}\\verbatiminput{{{0}}}x\\end{{document}}",
    ".rst": ".. include:: {0}\n\n.. csv-table::\n   :file: {0}\n\n.. raw:: html\n   :file: {0}\n\nx\n",
    ".org": '#+INCLUDE: "{0}"\n#+SETUPFILE: {0}\nx\n',
    ".md": "![[{0}]]\n\n{{{{< include {0} >}}}}\n\nx\n",
    ".html": '<object data="{0}"></object><iframe src="{0}"></iframe><!--#include file="{0}" --><p>x',
    ".yaml": "a: !include {0}\nb: !!python/object/apply:builtins.open ['{0}']\n",
    ".bib": "@comment{{\\input{{{0}}}}}\n@misc{{a, title = {{x \\input{{{0}}}}}}}\n",
}


@pytest.mark.parametrize("suffix", INCLUDING)
def test_a_document_cannot_bring_in_another_file(suffix: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET)
    document = read_text(INCLUDING[suffix].format(tmp_path / "secret"), "cv", suffix)
    assert "The secret of" not in " ".join(block.text for block in document.blocks)


def test_a_link_that_leads_out_of_a_folder_of_documents_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    folder = tmp_path / "cvs"
    folder.mkdir()
    (folder / "mine.txt").write_text("Mine")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "within.txt").symlink_to(folder / "mine.txt")
    found = {document.name: document for document in read(folder)}
    assert found["within.txt"].blocks[0].text == "Mine"
    assert found["out.txt"].blocks == ()
    assert "leads out of the folder and is not followed" in found["out.txt"].complaints[0]


def test_a_device_is_read_no_further_than_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconcile.documents.reader.MAX_BYTES", 100_000)
    (tmp_path / "cv.txt").symlink_to("/dev/zero")
    with pytest.raises(Unreadable, match="100,001 bytes are more than the 100,000 that are read"):
        read(tmp_path / "cv.txt")


def test_output_replaces_a_link_and_leaves_what_it_led_to(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.html").symlink_to(tmp_path / "precious")
    write({"report.html": "new"}, tmp_path / "out")
    assert (tmp_path / "precious").read_text() == "precious"
    assert (tmp_path / "out" / "report.html").read_text() == "new"


# What doubles with every line

DOUBLING = '@string{a0 = "ha"}\n' + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 40))


def as_checked(path: Path) -> object:
    return [item.fields for task in tasks([path]) for item in task.items()]


def as_matched(path: Path) -> object:
    with batches(Input(str(path))) as found:
        return [row for batch in found for row in batch.rows()]


def as_document(path: Path) -> object:
    return read(path)


@pytest.mark.parametrize(
    ("reader", "author"),
    [(as_checked, "'A. Bee'"), (as_matched, "family='Bee', given='A.'"), (as_document, "'A. Bee'")],
)
def test_macros_of_macros_do_not_fill_the_memory(reader: Callable[[Path], object], author: str, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(f"{DOUBLING}@misc{{k, title = a39, author = {{A. Bee}}}}\n")
    found = repr(reader(tmp_path / "refs.bib"))
    assert author in found
    assert len(found) < 20_000


def test_merge_keys_of_merge_keys_are_no_table() -> None:
    merged = "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert read_variants(merged.encode()) == {}


# Text that steers what shows it


STEERING = "\x1b[2J\x1b]0;owned\x07\u202eevil\u202c\u200b\u2066"


def test_a_document_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "\x1b[31mcv\u202e.txt"
    (tmp_path / name).write_text(
        f"Publications\n\n[1] A. Bee and C. Dee. On {STEERING} Wool and Sheep. In Proceedings of ACL, pp. 1-9, 2020.\n"
    )
    arguments = ["--offline", "--cache", str(tmp_path / "c"), "--out", str(tmp_path / "out"), "--verbose"]
    assert main(["run", str(tmp_path / name), *arguments]) == UNANSWERED
    assert main(["run", str(tmp_path / f"{name}.none"), *arguments]) == UNUSABLE
    shown = "".join(capsys.readouterr())
    assert "Wool and Sheep" in shown
    assert not any(sign in shown for sign in "\x1b\x07\u202e\u202c\u200b\u2066")
    for written in ("bibliography.bib", "report.html"):
        text = (tmp_path / "out" / written).read_text(encoding="utf-8")
        assert not any(sign in text for sign in "\x1b\x07"), written
    assert not any(sign in (tmp_path / "out" / "bibliography.bib").read_text() for sign in "\u202e\u2066")


def test_half_a_surrogate_pair_stops_no_run(tmp_path: Path) -> None:
    work = {
        "id": "a",
        "type": "paper-conference",
        "title": "On \ud800 Wool and Sheep",
        "author": [{"literal": "A\udfff Bee"}],
    }
    (tmp_path / "cv.json").write_text(json.dumps([work]))
    arguments = ["--offline", "--cache", str(tmp_path / "c"), "--out", str(tmp_path / "out")]
    assert main(["run", str(tmp_path / "cv.json"), *arguments]) == UNANSWERED
    assert "Wool and Sheep" in (tmp_path / "out" / "bibliography.bib").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_no_utf8_stops_no_run(tmp_path: Path) -> None:
    document = tmp_path / os.fsdecode(b"cv\xff.txt")
    document.write_text("Publications\n\n[1] A. Bee and C. Dee. On Wool and Sheep. In Proceedings of ACL, 2020.\n")
    out = tmp_path / os.fsdecode(b"out\xfe")
    arguments = ["--offline", "--cache", str(tmp_path / "c"), "--out", str(out)]
    assert main(["run", str(document), *arguments]) == UNANSWERED
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["documents"] == [document.name]


# What the fuzzer and long lines found


@pytest.mark.parametrize("tex", [r"a \.\href b", r"\'\frac", r"\^\sqrt", r"\"\cite\"\cite", r"\v\includegraphics"])
def test_an_accent_upon_a_command_without_its_argument(tex: str) -> None:
    for read_tex in (plain, anthology_latex.plain):
        assert "\\" not in read_tex(tex)


def test_bibtex_quoted_within_a_quotation_keeps_its_lines() -> None:
    page = "<!DOCTYPE html><pre>@misc{a, title={A}}\n<pre>\n@misc{b, title={B}}\n</pre>"
    blocks = read_text(page, "x", ".html").blocks
    assert [dict(block.fields).get("title") for block in blocks if block.fields] == ["A", "B"]
    for block in blocks:
        assert 1 <= block.first <= block.last <= 4


def test_a_text_without_end_is_no_name() -> None:
    for text in ("Anna " * 50_000, "A" * 500_000, "van " * 50_000, "A. " * 50_000, "," * 500_000):
        assert read_name(text).literal == " ".join(text.split())


LONG_TEX = {
    "characters": "," * 400_000,
    "line breaks": "\\\\" * 20_000,
    "words": "and " * 100_000,
}


@pytest.mark.parametrize("case", LONG_TEX)
def test_long_tex_is_read_in_linear_time(case: str) -> None:
    begun = time.process_time()
    read_text(f"\\begin{{document}}{LONG_TEX[case]}\\end{{document}}", "x", ".tex")
    assert time.process_time() - begun < 20


LONG_LINES = [
    (".rst", "a-" * 40_000),
    (".rst", "Publications\n============\n\n- Bee " + "{" * 40_000 + "\n"),
    (".org", "| " * 40_000),
    (".org", "* Publications\n- Bee " + "*" * 80_000 + "\n"),
    (".wiki", "=a" * 500_000),
    (".wiki", "== " + "= " * 500_000),
    (".wiki", "=" + "a" * 1_000_000),
]


@pytest.mark.parametrize(("suffix", "text"), LONG_LINES, ids=lambda value: value[-3:])
def test_a_long_line_of_one_sign_is_read_in_linear_time(suffix: str, text: str) -> None:
    begun = time.process_time()
    read_text(text, "x", suffix)
    assert time.process_time() - begun < 10


# Each place looked at what stands before or behind it anew; and the seconds that four of them may take.
LONG_STRINGS = {
    "brackets behind a venue": ("A. Bee, B. Cee. Wool and sheep. In Proceedings of ACL, 2020. " + "[" * 3000, 1.5),
    "names that are cut anywhere": ("AbC„Jr., " * 330 + "\n!", 4.0),
    "names and": ("Wool Models and " * 180 + ", Bee", 4.0),
}


@pytest.mark.parametrize("case", LONG_STRINGS)
def test_a_long_string_is_parsed_in_linear_time(case: str) -> None:
    text, seconds = LONG_STRINGS[case]
    begun = time.process_time()
    for number in range(4):
        parse(Entry("x", 1, 1, text, f"{number}. {text}"))
    assert time.process_time() - begun < seconds


def test_long_fields_of_a_bibliography_are_read_in_linear_time() -> None:
    begun = time.process_time()
    fields = (("title", "On Wool"), ("author", "," * 40_000))
    mention_of(Item("refs.bib", "a", 1, 1, fields))
    assert plain_entry("@misc{a, title = {" + "\n" * 40_000 + "}, author = {A Bee}}") is not None
    assert not comments("%" + " " * 40_000)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "row", ["1. a\n", "*a* b\n[1] c\n", "+--+--+\n", "|a |b |\n|a|\n", "a b\n--- ---\n", "a| b  \n---|---  \n"]
)
@pytest.mark.parametrize("suffix", [".rst", ".md", ".org", ".tex", ".txt"])
def test_a_paragraph_of_many_short_items_is_taken_apart_in_linear_time(row: str, suffix: str) -> None:
    begun = time.process_time()
    read_text(row * (100_000 // len(row)), "x", suffix)
    assert time.process_time() - begun < 10


def test_a_run_of_blanks_among_authors_is_read_in_linear_time() -> None:
    blanks = "A" + " " * 100_000 + "B"
    begun = time.process_time()
    claim_of((("title", "On Wool"), ("author", blanks), ("year", "2019")))
    item = Item("refs.bib", "a", 1, 1, (("title", "On Wool"), ("author", blanks)))
    assert not list(swallowed_names(Case(item, mention_of(item), 2020)))
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("field", ["title", "author", "journal", "year", "pages", "doi", "booktitle"])
@pytest.mark.parametrize("letters", ["a", "A", "A-", "1"])
def test_a_field_of_one_endless_word_is_read_in_linear_time(field: str, letters: str) -> None:
    begun = time.process_time()
    said = {"title": "On Wool", "author": "A. Bee", "year": "2020", field: letters * 60_000}
    mention_of(Item("refs.json", "a", 1, 1, tuple(said.items())))
    assert time.process_time() - begun < 10


def test_an_answer_nested_deeper_than_python_goes_is_no_answer() -> None:
    for body in (b"[" * 100_000, b'{"message":' * 50_000, b'{"message": {"DOI": "10.1/x", "title": ' + b"[" * 100_000):
        with pytest.raises(ValueError, match="not a message of Crossref"):
            read_crossref(Payload(body))


def test_standard_input_that_is_no_package() -> None:
    with pytest.raises(Unreadable, match="this is no Word document"):
        read_stdin(b"PK\x03\x04" + b"\x00" * 100 + packed("<a/>")[4:40])


def test_the_diff_of_an_entry_of_many_equal_lines_is_made_in_linear_time() -> None:
    before = "@misc{a,\n" + "x\n" * 100_000 + "}\n"
    begun = time.process_time()
    diff = unified(
        [(before, before.replace("@misc{a,", "@misc{a, title = {B},").replace("}\n", "year = 1}\n"))], "refs.bib"
    )
    assert time.process_time() - begun < 10
    assert "+@misc{a, title = {B}," in diff


PAGE = Path(__file__).parent.parent / "docs" / "hostile.md"


def named_tests() -> list[tuple[str, str]]:
    """The files and functions that the page names."""
    return re.findall(r"`(test_\w+\.py)(?:::(test_\w+))?`", PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("file", "function"), sorted(set(named_tests())))
def test_a_test_that_the_page_names_is_there(file: str, function: str) -> None:
    text = (Path(__file__).parent / file).read_text(encoding="utf-8")
    assert not function or f"def {function}(" in text


def test_every_row_of_the_page_names_a_test() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert [row for row in rows if "`test_" not in row and not row.startswith("| input |")] == []


def test_a_line_is_cut_in_linear_time():
    line = Line("A. Bee, On wool; " * 200_000, 1, 0)
    begun = time.process_time()
    pieces = {cut(line, start, start + 16).text for start in range(0, len(line.text), 17)}
    assert pieces == {"A. Bee, On wool;"}
    assert time.process_time() - begun < 10
