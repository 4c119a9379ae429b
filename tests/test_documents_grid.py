"""Tables in PDFs: cells by the white between the columns, rows by the order of the file."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reconcile.documents.blocks.block import Kind
from reconcile.documents.fields.columns import header
from reconcile.documents.reader import read_stdin
from tests.test_documents_pdf import Shown, pdf_bytes

LEFTS = (50, 90, 260, 400)
HEADER = (["Year"], ["Title"], ["Authors"], ["Journal"])
FIRST = (
    ["2019"],
    ["Weaving with wool that", "somebody else has dyed"],
    ["A. Bee, C. Dee,", "E. Eff"],
    ["Wool Letters"],
)
SECOND = (["2021"], ["Felt"], ["A. Bee"], ["Journal of Felting and", "of Fulling"])

Cells = Sequence[Sequence[str]]


def table(y: float, *rows: Cells, lefts: Sequence[float] = LEFTS, by_line: bool = False) -> list[Shown]:
    """Rows of cells of lines from a height on down, cell by cell, or line by line, as few programs show them."""
    shown: list[Shown] = []
    for cells in rows:
        lines = [
            (x, y - 12 * number, 10, text)
            for x, cell in zip(lefts, cells, strict=True)
            for number, text in enumerate(cell)
        ]
        shown += sorted(lines, key=lambda line: -line[1]) if by_line else lines
        y -= 12 * max(map(len, cells)) + 1
    return shown


def entries(*pages: list[Shown]) -> list[dict[str, str]]:
    document = read_stdin(pdf_bytes(list(pages)))
    return [dict(block.fields) for block in document.blocks if block.kind is Kind.ENTRY]


WOOL = {
    "year": "2019",
    "title": "Weaving with wool that somebody else has dyed",
    "author": "A. Bee, C. Dee, E. Eff",
    "journal": "Wool Letters",
}
FELT = {"year": "2021", "title": "Felt", "author": "A. Bee", "journal": "Journal of Felting and of Fulling"}


@pytest.mark.parametrize("by_line", [False, True])
def test_cells_are_read_whole(by_line: bool) -> None:
    assert entries(table(700, HEADER, FIRST, SECOND, by_line=by_line)) == [WOOL, FELT]


def test_what_stands_around_a_table_stays_outside() -> None:
    above = [
        (50, 740, 14, "Publications"),
        (50, 722, 10, "Those of the last years, by year and with all of their authors."),
    ]
    below = [(50, 600, 14, "Teaching"), (50, 580, 10, "Introduction to weaving for those who have never woven before.")]
    document = read_stdin(pdf_bytes([[*above, *table(700, HEADER, FIRST, SECOND), *below]]))
    assert [block.kind for block in document.blocks] == [
        *(Kind.HEADING, Kind.PARAGRAPH, Kind.ROW, Kind.ENTRY, Kind.ENTRY, Kind.HEADING, Kind.PARAGRAPH)
    ]


def test_a_header_in_the_middle_of_its_column_and_in_two_lines() -> None:
    header = [(55, 700, 10, "No."), (150, 700, 10, "Title"), (300, 700, 10, "Authors"), (420, 700, 10, "Journal /")]
    header += [(415, 688, 10, "Conference")]
    rows = [(["1"], *FIRST[1:]), (["2"], *SECOND[1:])]
    found = entries([*header, *table(670, *rows, lefts=(60, 90, 260, 400))])
    assert [each["title"] for each in found] == [WOOL["title"], FELT["title"]]
    assert [each["booktitle"] for each in found] == [WOOL["journal"], FELT["journal"]]


def test_a_heading_across_the_columns_is_no_row() -> None:
    across = [(50, 655, 10, "Papers that have appeared since the last report")]
    shown = [*table(700, HEADER, FIRST), *across, *table(640, SECOND)]
    assert entries(shown) == [WOOL, FELT]


def test_a_table_below_a_table_has_columns_of_its_own() -> None:
    header = (["No."], ["Title of the paper"], ["Author(s)"], ["Name of the Proceedings"])
    row = (["1"], ["Counting sheep at a river that", "never freezes"], ["A. Bee"], ["Proceedings of Wool Days"])
    heading = [(50, 630, 12, "2. Papers in proceedings")]
    shown = [*table(700, HEADER, FIRST, SECOND), *heading, *table(610, header, row, lefts=(50, 90, 300, 400))]
    assert entries(shown)[2:] == [
        {
            "title": "Counting sheep at a river that never freezes",
            "author": "A. Bee",
            "booktitle": "Proceedings of Wool Days",
        }
    ]


def test_a_row_goes_on_overleaf_below_the_running_head() -> None:
    head = [(50, 780, 10, "Ada Bee - Curriculum Vitae"), (300, 20, 10, "1")]
    begun = tuple([cell[:1] for cell in FIRST])
    ended: Cells = ([], FIRST[1][1:], FIRST[2][1:], [])
    pages = [[*head, *table(60, HEADER, begun)], [*head, *table(740, ended, SECOND)]]
    assert entries(*pages) == [WOOL, FELT]


def test_a_header_stands_on_each_page() -> None:
    assert entries(table(700, HEADER, FIRST), table(700, HEADER, SECOND)) == [WOOL, FELT]
    begun = tuple([cell[:1] for cell in FIRST])
    ended: Cells = ([], FIRST[1][1:], FIRST[2][1:], [])
    assert entries(table(60, HEADER, begun), table(700, HEADER, ended, SECOND)) == [WOOL, FELT]


def test_one_text_may_run_over_two_columns() -> None:
    shown = [shown for shown in table(700, HEADER, FIRST, SECOND) if shown[3] not in ("2021", "Felt")]
    content = "BT /F 10 Tf 50 662 Td [(2021) -1776 (Felt)] TJ ET\n"
    document = read_stdin(pdf_bytes([shown], drawn=content))
    assert {block.fields for block in document.blocks if block.kind is Kind.ENTRY} >= {tuple(WOOL.items())}
    assert "2021 | Felt" in "\n".join(block.text for block in document.blocks)


def test_a_table_of_something_else_is_text() -> None:
    shown = table(700, (["Year"], ["Course"], ["Place"], ["Students"]), (["2019"], ["Weaving"], ["Here"], ["12"]))
    document = read_stdin(pdf_bytes([shown]))
    assert "Weaving" in "\n".join(block.text for block in document.blocks)
    assert all(block.kind is not Kind.ROW for block in document.blocks)


def test_an_address_that_breaks_off_in_a_cell_is_whole() -> None:
    rows = ((["Year"], ["Title"], ["Authors"], ["DOI"]), (*FIRST[:3], ["https://doi.org/10.5555/", "wool.2019.7"]))
    (found,) = entries(table(700, *rows))
    assert found["doi"] == "https://doi.org/10.5555/wool.2019.7"


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        ("Jahr|Autorinnen und Autoren|Titel des Beitrags|Erschienen in", "year|author|title|booktitle"),
        ("Ano|Título do artigo|Autores|Periódico / v., n., p.", "year|title|author|booktitle"),
        ("Année|Titre de l'article|Auteurs|Revue", "year|title|author|journal"),
        ("S.No.|Title of the Paper|Author(s)|Journal, Vol., Pages", "|title|author|booktitle"),
        ("Title of project|Agency|Amount", ""),
        ("Title|Authors|N|P", "title|author|n|p"),
    ],
)
def test_headers_of_other_languages_and_with_more_in_a_column(cells: str, names: str) -> None:
    assert "|".join(header(cells.split("|"))) == names
