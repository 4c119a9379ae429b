"""PDFs with a narrow column of dates beside the entries: where an entry begins."""

from __future__ import annotations

import pytest

from reconcile.documents.blocks.block import Kind
from reconcile.documents.reader import read_stdin
from tests.test_documents_pdf import Shown, pdf_bytes

DATES, COLUMN, HANGING = 50, 110, 122
WRAPPED = "Bee, A. (2024). Felt of the northern mills and what the sheep there have to say of it"


def page(rows: list[tuple[str, str]], *, hanging: int = HANGING) -> list[Shown]:
    """Lines below each other, each with what stands in the column of dates; one that begins with > hangs."""
    shown: list[Shown] = []
    for at, (date, text) in enumerate(rows):
        y = 700 - 12 * at
        shown += [(DATES, y, 10, date)] if date else []
        shown.append((hanging if text.startswith(">") else COLUMN, y, 10, text.lstrip(">")))
    return shown


def items(shown: list[Shown]) -> list[str]:
    """The items of a PDF of one page, each on one line."""
    return [" ".join(block.text.split()) for block in read_stdin(pdf_bytes([shown])).blocks if block.kind is Kind.ITEM]


def test_entries_beside_one_date_begin_where_their_column_does():
    rows = [
        ("in press", WRAPPED),
        ("", ">in winter. Wool."),
        ("2023", "Bee, A. (2023). Gulls count. Birds, 4, 2-3."),
        ("", "Dee, B. (2023). Eggs of the gulls along the coast of the northern islands, and who"),
        ("", ">takes them. Birds, 5, 1-9."),
        ("2020 -", "Rye, E. (2020). Sheep in fog. Wool, 2, 5-6."),
        ("2019", "Rye, E. (2019). Sheep in rain, and the dogs that do not look for them in the hills of"),
        ("", ">Kent. Wool, 1, 7-8."),
    ]
    assert items(page(rows)) == [
        f"in press {WRAPPED} in winter. Wool.",
        "2023 Bee, A. (2023). Gulls count. Birds, 4, 2-3.",
        "Dee, B. (2023). Eggs of the gulls along the coast of the northern islands, and who takes them. Birds, 5, 1-9.",
        "2020 - Rye, E. (2020). Sheep in fog. Wool, 2, 5-6.",
        "2019 Rye, E. (2019). Sheep in rain, and the dogs that do not look for them in the hills of Kent. Wool, 1, 7-8.",
    ]


def test_beside_dates_each_entry_is_one_where_nothing_hangs():
    rows = [
        ("2024", WRAPPED),
        ("", "in winter. Wool."),
        ("2023", "Bee, A. Gulls count. Birds, 4, 2-3."),
        ("2020", "Rye, E. Sheep in fog. Wool, 2, 5-6."),
    ]
    assert items(page(rows)) == [
        f"2024 {WRAPPED} in winter. Wool.",
        "2023 Bee, A. Gulls count. Birds, 4, 2-3.",
        "2020 Rye, E. Sheep in fog. Wool, 2, 5-6.",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("Ada", "Bee"), ("Rye", "Felt"), ("Dee", "Wool"), ("", "Gull")],
        [("2024", WRAPPED), ("2023", WRAPPED), ("2022", WRAPPED)],  # a number that leads each line
    ],
)
def test_what_is_no_column_of_dates(rows):
    assert items(page(rows)) == []


def test_lines_that_go_on_beneath_the_dates_stand_in_no_column():
    shown = [line for at in range(3) for line in ((50, 700 - 30 * at, 10, "2024"), (110, 700 - 30 * at, 10, WRAPPED))]
    shown += [(50, 690 - 30 * at, 10, "in winter. Wool.") for at in range(3)]
    assert items(sorted(shown, key=lambda line: (-line[1], line[0]))) == []
