"""Workbooks: each sheet a table, whatever stands above its header, amid its rows and on the other sheets."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime

import openpyxl
import pytest

from reconcile.documents import Document, Kind, Unreadable, read_document, read_stdin, read_text
from reconcile.documents.office import sheets
from reconcile.extract import extract
from reconcile.parse import parse

Cells = Sequence[Sequence[object]]


def workbook(**tables: Cells) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def opendocument(content: str, flat: bool = False) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    root = "document" if flat else "document-content"
    body = f"<office:{root} {spaces}><office:body><office:spreadsheet>{content}</office:spreadsheet></office:body></office:{root}>"
    if flat:
        return body.encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        package.writestr("content.xml", body)
    return stream.getvalue()


def table(name: str, rows: Cells, more: str = "") -> str:
    """A sheet of OpenDocument's; a number of blanks that ends a row is what programs write there."""
    lines = (
        "<table:table-row>"
        + "".join(
            f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" if cell else "<table:table-cell/>"
            for cell in row
        )
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in rows
    )
    end = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    return f'<table:table table:name="{name}">{"".join(lines)}{more}{end}</table:table>'


REPORT: Cells = [
    ["College of Wool"],
    ["Annual report 2019-2024, Dr. Ann Bee"],
    [],
    ["S. No.", "Title of paper", "Name of the author/s", "Name of journal", "Year of publication", "ISSN number"],
    [1, "Counting sheep", "Ann Bee, Carl Dee", "Journal of Wool", 2020.0, "1234-5678"],
    [],
    ["Books"],
    [2, "Sheep & goats", "Ann Bee & Carl Dee", None, 2021, None],
    ["Total: 02"],
]
GRANTS: Cells = [
    ["Research projects"],
    ["S. No.", "Title of the project", "Agency", "Amount"],
    [1, "Wool", "WRC", 500000],
]
CHAPTERS: Cells = [
    ["Sl. No.", "Name of the teacher", "Title of the book/chapters published", "Title of the proceedings of the conference",
     "Year of publication", "Name of the publisher"],
    [1, "Ann Bee", "Wool in rivers", "Proceedings of Wool Days", 2019, "Loom"],
]  # fmt: skip


def said(document: Document) -> list[tuple[str, list[str], int | None, str]]:
    claims = [parse(entry).claim for entry in extract(document) if not entry.reason]
    return [
        (claim.title, [name.family for name in claim.author], claim.year, claim.container_title) for claim in claims
    ]


WORKS = [
    ("Counting sheep", ["Bee", "Dee"], 2020, "Journal of Wool"),
    ("Sheep & goats", ["Bee", "Dee"], 2021, ""),
    ("Wool in rivers", ["Bee"], 2019, "Proceedings of Wool Days"),
]


def escaped(rows: Cells) -> Cells:
    return [[str(cell).replace("&", "&amp;").removesuffix(".0") if cell else "" for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", workbook(Journals=REPORT, Grants_2020=GRANTS, Books=CHAPTERS)),
        *(
            (
                name,
                opendocument(
                    table("Journals", escaped(REPORT))
                    + table("Grants", escaped(GRANTS))
                    + table("Books", escaped(CHAPTERS)),
                    flat=name == "a.fods",
                ),
            )
            for name in ("a.ods", "a.fods")
        ),
    ],
    ids=["xlsx", "ods", "fods"],
)
def test_every_sheet_is_a_table(name: str, content: bytes) -> None:
    document = read_document(content, name)
    assert said(document) == WORKS
    entries = [block for block in document.blocks if block.kind is Kind.ENTRY]
    assert [block.first for block in entries] == [6, 9, 17]  # a sheet's name has a line, and then its rows
    assert entries[0].source == "1 | Counting sheep | Ann Bee, Carl Dee | Journal of Wool | 2020 | 1234-5678"
    assert document.complaints == ()
    assert name == "a.fods" or read_stdin(content).blocks == document.blocks


def test_the_row_of_a_single_sheet_is_the_line() -> None:
    document = read_document(workbook(Sheet1=REPORT), "a.xlsx")
    assert [block.first for block in document.blocks if block.kind is Kind.ENTRY] == [5, 8]


def test_cells_are_what_they_show() -> None:
    rows: Cells = [
        ["Title", "Authors", "Date", "DOI", "Open"],
        ["Wool", "Bee, Ann\nDee, Carl", datetime(2020, 5, 1), "10.1234/w", True],
        ["Looms", "A. Bee\nC. Dee", date(2019, 1, 2), None, "=1/0"],
    ]
    first, second = (dict(block.fields) for block in read_document(workbook(a=rows), "a.xlsx").blocks)
    assert (first["date"], second["date"], first["author"]) == ("2020-05-01", "2019-01-02", "Bee, Ann Dee, Carl")
    assert second["author"] == "A. Bee; C. Dee"
    assert "open" not in first


def test_a_date_is_that_which_a_cell_holds() -> None:
    header = "".join(f"<table:table-cell><text:p>{name}</text:p></table:table-cell>" for name in FRENCH)
    cells = "".join(f"<table:table-cell><text:p>{said}</text:p></table:table-cell>" for said in ("Laine", "Bee, Ann"))
    held = '<table:table-cell office:value-type="date" office:date-value="2022-11-18"><text:p>18/11/22</text:p>'
    rows = f"<table:table-row>{header}</table:table-row><table:table-row>{cells}{held}</table:table-cell></table:table-row>"
    document = read_document(opendocument(f'<table:table table:name="a">{rows}</table:table>', flat=True), "a.fods")
    assert said(document) == [("Laine", ["Bee"], 2022, "")]


def test_cells_have_entities_groups_and_years_of_early_access() -> None:
    rows: Cells = [
        ["AU", "CA", "TI", "SO", "EA", "PY"],
        ["Bee, A; Dee, C", "Wool Panel", "Wool &amp; felt", "Looms", "MAR 2024", None],
    ]
    assert said(read_document(workbook(a=rows), "a.xlsx")) == [("Wool & felt", ["Bee", "Dee", "Panel"], 2024, "Looms")]


FRENCH = ("Intitulé", "Nom, prénom", "Date de soutenance / remise")


def test_a_table_in_text_has_lines_above_its_header_as_well() -> None:
    rows = ["Wool department,,", "Publications 2020,,", "Authors,Title,Journal", "Ann Bee,Wool,Loom", "Books,,"]
    text = "\n".join([*rows, "Carl Dee,Looms,Wool", ""])
    document = read_text(text, "x", ".csv")
    assert said(document) == [("Wool", ["Bee"], 2020, "Loom"), ("Looms", ["Dee"], 2020, "Wool")]
    assert [block.text for block in document.blocks if block.kind is Kind.HEADING] == [
        "Wool department",
        "Publications 2020",
        "Books",
    ]


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(a=REPORT))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "' + b"a" * 9000 + b'">]><worksheet>' + b"&a;" * 9000
FAR = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>'
FAR += b'<row r="1"><c r="A1"><v>1</v></c></row><row r="999999999"><c r="XFD999999999"><v>2</v></c></row></sheetData></worksheet>'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xd0\xcf\x11\xe0 an old workbook, or one with a password", "this is no workbook, or one with a password"),
        (changed(SHEET, lambda _: b"<worksheet"), "this workbook is broken, or has a password"),
        (changed(SHEET, lambda _: ENTITIES), "this workbook is broken, or has a password"),
        (changed(SHEET, lambda _: b"<!--" + b"-" * 70_000 + b"-->" + ENTITIES), "this workbook is broken"),
        (changed("xl/workbook.xml", lambda old: old.replace(b"rId1", b"rId9")), "this workbook is broken"),
        (changed(SHEET, lambda _: b" " * 50_000_000), "bytes unpack to"),
    ],
    ids=["OLE", "broken", "entities", "comment", "dangling", "bomb"],
)
def test_what_cannot_be_read_is_one_message(content: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=rf"\Aa\.xlsx: [^\n]*{message}[^\n]*\Z"):
        read_document(content, "a.xlsx")


def test_a_cell_far_away_fills_no_memory() -> None:
    started = time.process_time()
    document = read_document(changed(SHEET, lambda _: FAR), "a.xlsx")
    assert time.process_time() - started < 30
    assert document.complaints == ("a.xlsx: only the first 1,048,576 rows were read; split the workbook",)


def test_a_workbook_that_is_too_large_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_MOST_CELLS", 20)
    document = read_document(workbook(a=REPORT), "a.xlsx")
    assert said(document) == WORKS[:1]
    assert document.complaints == ("a.xlsx: only the first 6 rows were read; split the workbook",)


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        opendocument("<table:table><table:table-row><table:table-cell"),
        opendocument("").replace(b"content.xml", b"contend.xml"),
    ],
)
def test_a_broken_opendocument_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match="workbook"):
        read_document(content, "a.ods")


def test_repeated_cells_and_rows_are_bounded() -> None:
    row = '<table:table-row table:number-rows-repeated="9999999"><table:table-cell table:number-columns-repeated="9999999"><text:p>a</text:p></table:table-cell></table:table-row>'
    started = time.process_time()
    read_document(opendocument(table("a", REPORT[3:5], row * 3)), "a.ods")
    assert time.process_time() - started < 30
