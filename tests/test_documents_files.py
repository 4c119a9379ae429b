"""Files and folders: encodings, line endings, binary formats, and what cannot be read."""

import contextlib
import io
import re
import zipfile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from hypothesis import example, given
from hypothesis import strategies as st

from reconcile.documents import SUFFIXES, Kind, Unreadable, read, read_stdin, read_text
from reconcile.documents.blocks import unreadable as limits
from reconcile.documents.blocks.encoding import decode, number, repair
from reconcile.documents.outputs import folders_of_outputs, written_over
from reconcile.piped import STANDARD_INPUT

ENCODED = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODED)
def test_encodings(encoding):
    text = "Müller, “Schrödinger’s Café”, naïve façade — 2020"
    assert decode(text.encode(encoding), "x") == text


POLISH = "Wełna i ludzie. Z dziejów pasterstwa na Śląsku, Wrocław 1998. Źródła do dziejów owiec, Kraków 2001, s. 12-19"


@pytest.mark.parametrize(
    ("head", "text", "encoding"),
    [
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">\n', POLISH, "iso-8859-2"),
        ("<META CHARSET='windows-1250'>\n", "Śnieżka", "cp1250"),
        ('<?xml version="1.0" encoding="KOI8-R"?>\n', "Овцы", "koi8-r"),
        ('<meta charset="gb2312">\n', "羊朱镕", "gb18030"),
        # what is said by default, wrongly, and what the bytes do not fit
        ('<meta charset="iso-8859-2">\n', "“Śnieżka” – Žižkov, " + POLISH, "cp1250"),
        ('<meta charset="utf-8">\n', POLISH, "iso-8859-2"),
        ('<meta charset="sheep">\n', POLISH, "iso-8859-2"),
        ("", POLISH, "iso-8859-2"),
        ("", POLISH, "cp1250"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names_if_its_bytes_fit(head, text, encoding):
    assert decode((head + text).encode(encoding), "x") == head + text


def test_lines_of_two_encodings_in_one_file():
    content = "Müller\n".encode() * 3 + "Schrödinger".encode("cp1252")
    assert decode(content, "x").split("\n")[-1] == "Schrödinger"


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_endings_and_nothing_else_end_a_line(ending):
    assert number(f"a\x0bb\u2028c{ending}d\x85e").raw == ("a\x0bb\u2028c", "d\x85e")


MOJIBAKE = [
    ("â€œNAS-LIDâ€ is", "“NAS-LID” is"),
    ("â€œNAS-LID\u00e2\u20ac\u009d", "“NAS-LID”"),
    ("SchrÃ¶dinger", "Schrödinger"),
    ("ğŸ”¥ News", "🔥 News"),
    ("ğŸ‰ğŸ‰ Our paper", " Our paper"),
    ("Artiï¬cial", "Artificial"),
    ("Dağ Üniversitesi, Şahin", "Dağ Üniversitesi, Şahin"),
    ("Ame\u0301lie", "Amélie"),
    ("bell\x07", "bell"),
]


@pytest.mark.parametrize(("broken", "whole"), MOJIBAKE)
def test_mojibake_is_repaired(broken, whole):
    assert repair(broken) == whole


def test_the_source_stays_verbatim_while_the_text_is_repaired():
    (block,) = read_text("SchrÃ¶dinger  🔥 soft\u00adhyphen", "x", ".md").blocks
    assert block.text == "Schrödinger softhyphen"
    assert block.source == "SchrÃ¶dinger  🔥 soft\u00adhyphen"


def word_bytes(word) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_word_document(tmp_path):
    word = docx.Document()
    word.add_heading("Ada Lovelace", 0)
    word.add_heading("Publications", 1)
    item = word.add_paragraph("", style="List Number")
    item.add_run("A. Lovelace").bold = True
    item.add_run(", B. ")
    address = word.part.relate_to("https://doi.org/10.1/x", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    namespaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    item._p.append(parse_xml(f'<w:hyperlink {namespaces} r:id="{address}"><w:r><w:t>Title</w:t></w:r></w:hyperlink>'))
    item.add_run(" 2020", style="Strong")
    item.add_run(", ICML", style="Emphasis")
    word.add_paragraph("One\nline")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2020", "Paper"
    (tmp_path / "cv.docx").write_bytes(word_bytes(word))
    (document,) = read(tmp_path / "cv.docx")
    assert [(block.kind, block.level, block.first, block.last, block.text) for block in document.blocks] == [
        (Kind.HEADING, 1, 1, 1, "Ada Lovelace"),
        (Kind.HEADING, 1, 2, 2, "Publications"),
        (Kind.ITEM, 1, 3, 3, "A. Lovelace, B. Title 2020, ICML"),
        (Kind.PARAGRAPH, 0, 4, 5, "One\nline"),
        (Kind.ROW, 0, 6, 6, "2020 | Paper"),
    ]
    marks = [(mark.kind, mark.start, mark.end, mark.url) for mark in document.blocks[2].marks]
    address = "https://doi.org/10.1/x"
    assert marks == [("strong", 0, 11, ""), ("link", 16, 21, address), ("strong", 22, 26, ""), ("emphasis", 26, 32, "")]
    assert document.owner == "Ada Lovelace"


COLUMN = [f"Column line {at}" for at in range(5)]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_word_numbering_forms_changes_fields_boxes_and_layout_tables(tmp_path):
    word = docx.Document()
    run = "<w:r><w:t>{}</w:t></w:r>"
    boxed = [f"<w:txbxContent><w:p>{run.format(text)}</w:p></w:txbxContent>" for text in ("In a box", "In a second")]
    boxes = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{"".join(boxed)}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{''.join(boxed)}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="{}"/></w:numPr></w:pPr>'
    for paragraph in (
        f"<w:p {W}>{numbered.format(1)}{run.format('Second level')}</w:p>",
        f"<w:p {W}>{numbered.format(0)}{run.format('Numbering off')}</w:p>",
        f"<w:sdt {W}><w:sdtContent><w:p>{run.format('In a form')}</w:p></w:sdtContent></w:sdt>",
        f"<w:p {W}><w:ins>{run.format('Inserted')}</w:ins></w:p>",
        f"<w:p {W}>{run.format('Kept')}<w:del>{run.format('Struck')}</w:del><w:moveFrom>{run.format('Gone')}</w:moveFrom></w:p>",
        f"<w:p {W}><w:moveTo>{run.format('Moved, ')}</w:moveTo><w:fldSimple w:instr='DATE'>{run.format('2020')}</w:fldSimple></w:p>",
        f"<w:p {W}>{run.format('Beside')}<w:r>{boxes}</w:r></w:p>",
    ):
        word.element.body.insert(len(word.element.body) - 1, parse_xml(paragraph))
    cell = word.add_table(1, 1).cell(0, 0)
    cell.text = "\n"
    for text in COLUMN:
        cell.add_paragraph(text)
    (tmp_path / "cv.docx").write_bytes(word_bytes(word))
    (document,) = read(tmp_path / "cv.docx")
    assert [(block.kind, block.level, block.text) for block in document.blocks] == [
        (Kind.ITEM, 2, "Second level"),
        (Kind.PARAGRAPH, 0, "Numbering off"),
        (Kind.PARAGRAPH, 0, "In a form"),
        (Kind.PARAGRAPH, 0, "Inserted"),
        (Kind.PARAGRAPH, 0, "Kept"),
        (Kind.PARAGRAPH, 0, "Moved, 2020"),
        (Kind.PARAGRAPH, 0, "Beside"),
        (Kind.PARAGRAPH, 0, "In a box"),
        (Kind.PARAGRAPH, 0, "In a second"),
        *((Kind.PARAGRAPH, 0, text) for text in COLUMN),
    ]


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 20_000_000)
    return stream.getvalue()


def not_word() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.txt", "x")
    return stream.getvalue()


def test_bold_runs_of_a_word_paragraph_are_marks_of_their_own(tmp_path):
    word = docx.Document()
    paragraph = word.add_paragraph()
    for text, bold in (("Ann ", True), ("Lee", True), (", Bo Ray. ", False), ("Deep Nets", True), (". 2020.", False)):
        paragraph.add_run(text).bold = bold
    (tmp_path / "cv.docx").write_bytes(word_bytes(word))
    (block,) = read(tmp_path / "cv.docx")[0].blocks
    assert [block.text[mark.start : mark.end] for mark in block.marks] == ["Ann Lee", "Deep Nets"]


def test_a_word_table_in_a_cell_is_a_record_with_what_stands_beside_it(tmp_path):
    word = docx.Document()
    table = word.add_table(3, 2)
    for cell, text in zip(table.rows[0].cells, ("Jaar", "Publicatie en bijzonderheden"), strict=True):
        cell.text = text
    for row, (year, title) in zip(table.rows[1:], (("2020", "Wool"), ("2021", "Felt")), strict=True):
        row.cells[0].text = year
        row.cells[1].text = title
        named = row.cells[1].add_table(2, 2)
        for cells, texts in zip(named.rows, (("Auteurs", "A. Bee; C. Dee"), ("Verschenen in", "Loom")), strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    (tmp_path / "cv.docx").write_bytes(word_bytes(word))
    entries = [block for block in read(tmp_path / "cv.docx")[0].blocks if block.kind is Kind.ENTRY]
    assert [dict(entry.fields) for entry in entries] == [
        {"title": title, "author": "A. Bee; C. Dee", "booktitle": "Loom", "year": year}
        for year, title in (("2020", "Wool"), ("2021", "Felt"))
    ]


def test_a_word_table_with_a_row_a_field_is_one_record_and_one_of_people_is_none(tmp_path):
    word = docx.Document()
    for rows in (
        (("Title", "Wool"), ("Authors", "A. Bee"), ("Year", "2020")),
        (("Name", "Ada Bee"), ("Address", "Loom Road"), ("Year", "1970")),
    ):
        table = word.add_table(len(rows), 2)
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        word.add_paragraph("Between tables.")
    (tmp_path / "cv.docx").write_bytes(word_bytes(word))
    entries = [block for block in read(tmp_path / "cv.docx")[0].blocks if block.kind is Kind.ENTRY]
    assert [dict(entry.fields) for entry in entries] == [{"title": "Wool", "author": "A. Bee", "year": "2020"}]


def test_rows_of_a_word_table_under_a_header_are_entries(tmp_path):
    rows = [("Year", "Title", "Authors", "Venue"), ("2020", "Deep Nets", "", "KDD"), ("2021", "", "", "")]
    word = docx.Document()
    table = word.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    (tmp_path / "cv.docx").write_bytes(word_bytes(word))
    header, entry, other = read(tmp_path / "cv.docx")[0].blocks
    assert (header.kind, entry.kind, other.kind) == (Kind.ROW, Kind.ENTRY, Kind.ROW)
    assert dict(entry.fields) == {"year": "2020", "title": "Deep Nets", "booktitle": "KDD"}


UNREADABLE = [
    ("cv.pages", b"x", "cv.pages: this format is not read; export it as PDF, DOCX or text"),
    ("cv.docx", b"\xd0\xcf\x11\xe0old", "cv.docx: this is no Word document, or one with a password; save it as DOCX without one, or as PDF"),
    ("cv.docx", bomb(), "cv.docx: .* bytes unpack to 20,000,000; save the document anew"),
    ("cv.docx", not_word(), "cv.docx: this Word document is broken .*; save it anew or export it as PDF"),
    ("cv.pdf", b"%PDF-1.4 broken", "cv.pdf: this PDF is broken; export it anew"),
    ("cv.txt", bytes(range(32)) * 100, "cv.txt: this is no text but binary content; export it as PDF, DOCX or text"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), UNREADABLE)
def test_what_cannot_be_read_says_thing_reason_and_next_step(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable, match=f"^{re.escape(str(tmp_path))}/{message}$"):
        read(tmp_path / name)


def test_a_missing_file_and_one_too_large(tmp_path, monkeypatch):
    with pytest.raises(Unreadable, match=r"/no\.txt: No such file or directory; check the path"):
        read(tmp_path / "no.txt")
    monkeypatch.setattr("reconcile.documents.reader.MAX_BYTES", 3)
    (tmp_path / "big.txt").write_text("four")
    with pytest.raises(Unreadable, match=r"/big\.txt: 4 bytes are more than the 3 that are read; split the document$"):
        read(tmp_path / "big.txt")


def test_a_folder_is_read_in_order_and_a_bad_file_is_a_complaint(tmp_path):
    (tmp_path / "sub").mkdir()
    files = {
        "b.txt": "B",
        "a.md": "A",
        "sub/c.bib": "",
        "x.xyz": "?",
        ".hidden.txt": "H",
        "~$lock.docx": "L",
        "d.pdf": "?",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    documents = read(tmp_path)
    assert [document.name for document in documents] == ["a.md", "b.txt", "d.pdf", "sub/c.bib"]
    assert [bool(document.complaints) for document in documents] == [False, False, True, True]


def test_what_a_run_wrote_into_a_folder_is_no_document_there(tmp_path):
    for folder in (tmp_path, tmp_path / "out", tmp_path / "site"):
        folder.mkdir(exist_ok=True)
        for name in ("cv.txt", "bibliography.bib", "report.html", "mentions.csv"):
            (folder / name).write_text("A. Bee.", encoding="utf-8")
    assert len(read(tmp_path)) == 12
    for folder in (tmp_path, tmp_path / "out"):
        (folder / "run.json").write_text("{}", encoding="utf-8")
        (folder / "mentions.jsonl").write_text("", encoding="utf-8")
    here = ["site/bibliography.bib", "site/cv.txt", "site/mentions.csv", "site/report.html"]
    assert [document.name for document in read(tmp_path)] == ["cv.txt", "out/cv.txt", *here]
    assert list(folders_of_outputs(tmp_path)) == [tmp_path / "out", tmp_path]
    assert read(tmp_path / "out" / "bibliography.bib")[0].name == "bibliography.bib"


def test_what_a_run_would_write_over_though_it_reads_it_is_told(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    for name in ("cv.txt", "works.csv"):
        (out / name).write_text("A. Bee.", encoding="utf-8")
    mine = [out / "works.csv"]
    for inputs in ([tmp_path], [out], [out / "cv.txt", out / "works.csv"], [out / ".." / "out" / "works.csv"]):
        assert list(written_over(inputs, out)) == mine
    assert list(written_over([out / "cv.txt", tmp_path / "works.csv"], out)) == []
    for name in ("run.json", "mentions.jsonl"):  # now a run has written there
        (out / name).write_text("", encoding="utf-8")
    assert list(written_over([tmp_path, out], out)) == []
    assert list(written_over(mine, out)) == mine


def test_formats_that_are_not_read_are_named_in_a_folder(tmp_path):
    for name in ("old.doc", "photo.jpg", "~$old.doc"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(Unreadable, match="no document in this folder"):
        read(tmp_path)
    (tmp_path / "cv.txt").write_text("A. Bee.", encoding="utf-8")
    assert [document.name for document in read(tmp_path)] == ["cv.txt", "old.doc"]
    assert read(tmp_path)[1].complaints == ("old.doc: this format is not read; save it as .docx or .pdf",)


def test_a_folder_that_may_not_be_read_is_said_to_be_so(tmp_path, monkeypatch):
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    (tmp_path / "sub" / "deep" / "cv.txt").write_text("A. Bee.", encoding="utf-8")
    closed = str(tmp_path / "sub")
    monkeypatch.setattr("os.access", lambda path, _mode: str(path) != closed)
    said = "Permission denied; check the permissions of this folder"
    assert [document.complaints for document in read(tmp_path)] == [(f"sub: {said}",)]
    with pytest.raises(Unreadable, match=f"{closed}: {said}"):
        read(closed)


def test_a_folder_without_documents_and_an_empty_document(tmp_path):
    with pytest.raises(Unreadable, match="no document in this folder; the formats read are"):
        read(tmp_path)
    (tmp_path / "cv.txt").write_text(" \n")
    assert read(tmp_path)[0].complaints == ("cv.txt: this document is empty",)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES - {".pdf", ".docx"}))
def test_an_empty_file_is_a_document_without_blocks(suffix):
    assert read_text("", "x", suffix).blocks == ()


HOSTILE = {
    "ten thousand divisions": (".html", "<div>" * 10_000 + "x"),
    "ten thousand open styles": (".html", "<b>x" * 10_000 + "</i>" * 10_000),
    "tags without an end": (".html", "<a " * 20_000),
    "comments without an end": (".html", "<!--" * 20_000),
    "quotes of quotes": (".md", ">" * 10_000),
    "brackets": (".md", "[" * 100_000),
    "images": (".md", "![[" * 20_000),
    "stars": (".md", "**a_b*" * 10_000),
    "liquid": (".md", "{%" * 20_000 + "{{" * 20_000),
    "a line of a megabyte": (".txt", "a" * 1_000_000),
    "spaces": (".txt", " " * 500_000 + "x"),
    "dashes": (".txt", "-" * 500_000),
    "braces": (".tex", "\\begin{document}" + "{" * 20_000),
    "environments": (".tex", "\\begin{document}" + "\\begin{a}" * 10_000),
    "macros without an end": (".tex", "\\def\\a{\\b\\b}\\def\\b{\\a\\a}\\begin{document}\\a"),
    "verb at the end": (".tex", "\\begin{document}\\verb"),
    "references": (".rst", "|a_ " * 10_000),
    "org links": (".org", "[[" * 50_000),
    "an open quote": (".csv", 'title,"' + "a" * 300_000),
    "an open quote over lines": (".csv", 'title,year\n"' + "a" * 150_000 + "\n" + "b" * 150_000),
    "lists of lists": (".json", "[" * 50_000),
    "yaml lists of lists": (".yml", "[" * 50_000),
    "yaml dashes": (".yml", "- " * 20_000),
    "yaml aliases": (".yml", "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]\n" if n else "b0: &b0 [*a, *a]\n" for n in range(60))),
    "a yaml alias of itself": (".yml", "a: &a\n  b: *a\n"),
    "yaml tags": (".yml", '!!python/object/apply:os.system ["true"]'),
    "at signs": (".bib", "@a{" * 5_000),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_text_is_read_or_complained_about_in_time(case):
    suffix, text = HOSTILE[case]
    document = read_text(text, "x", suffix)
    assert len(document.blocks) <= len(text)
    assert all(complaint.startswith("x") and "\n" not in complaint for complaint in document.complaints)


TEXTS = st.text(alphabet=st.sampled_from(list("aB1 \n\t*_#[]()<>|`-.@{}\\%$\"'&;:/=é“🔥\u00ad\r")), max_size=120)


@example("11\r:", ".rst")
@given(TEXTS, st.sampled_from(sorted(SUFFIXES - {".pdf", ".docx"})))
def test_any_text_keeps_the_laws_of_blocks(text, suffix):
    document = read_text(text, "x", suffix)
    rows = number(text).raw
    for block in document.blocks:
        assert 1 <= block.first <= block.last <= len(rows)
        assert block.text
        assert block.text == block.text.strip()
        assert all(0 <= mark.start < mark.end <= len(block.text) for mark in block.marks)
        if block.kind is not Kind.ENTRY:
            assert len(block.lines) == block.text.count("\n") + 1
        assert all(block.first <= line <= block.last for line in block.lines)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    with contextlib.suppress(Unreadable):
        assert read_stdin(content).name == STANDARD_INPUT


def test_limits_are_what_the_documentation_says():
    assert (limits.MAX_BYTES, limits.MAX_UNPACKED_BYTES, limits.MAX_PAGES) == (50_000_000, 200_000_000, 500)


@pytest.mark.parametrize(
    ("suffix", "entry", "before", "between", "behind"),
    [
        (".json", '{"title": "Wool %d", "author": "A. Bee", "year": 2020}', "[", ", ", "]"),
        (".bib", "@misc{k%d, title={Wool}, author={A. Bee}, year=2020}", "", " ", ""),
    ],
)
def test_entries_of_one_long_line_do_not_each_have_all_of_it(suffix, entry, before, between, behind):
    text = before + between.join(entry % number for number in range(2_000)) + behind
    blocks = read_text(text, f"x{suffix}", suffix).blocks
    assert len(blocks) == 2_000
    assert max(len(block.source) for block in blocks) < 100
