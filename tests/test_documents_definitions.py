"""Lists that Pandoc and kramdown define, columns that repositories name, and items of LaTeX led by their year."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.fields.columns import canonical
from reconcile.documents.markup.definitions import with_definition_lists
from reconcile.extract import extract
from reconcile.parse import parse

CV = """# Ada Bee

## Publications

2024
: **Bee, A.**, Dee, B. Felt in the mills of the north. *Journal of Wool*, 12(3), 1--19.

:   Dee, B., **Bee, A.** Gulls count what they see
    in the harbour. *Journal of Birds*, 3, 4--9.

Sheep in fog: what dogs do not see
:   A. Bee and O. Lund. Proceedings of SIGSHEEP, 2022.
"""


def claims(text: str, suffix: str) -> list[tuple[str, list[str], int | None]]:
    """The titles, family names and years of a document's publications."""
    found = [parse(entry).claim for entry in extract(read_text(text, f"x{suffix}", suffix)) if not entry.reason]
    return [(claim.title, [name.family for name in claim.author], claim.year) for claim in found]


def test_definitions_are_entries_and_share_their_terms_year() -> None:
    assert claims(CV, ".qmd") == [
        ("Felt in the mills of the north", ["Bee", "Dee"], 2024),
        ("Gulls count what they see in the harbour", ["Dee", "Bee"], 2024),
        ("Sheep in fog: what dogs do not see", ["Bee", "Lund"], 2022),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ["- 2024", ": Felt"],
        ["# 2024", ": Felt"],
        ["```", "2024", ": Felt", "```"],
        ["::: {.note}", "Felt", ":::"],
        ["Wool: a word", "and another"],
    ],
)
def test_what_is_no_definition(rows: list[str]) -> None:
    assert with_definition_lists(rows) == rows


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("dc.contributor.author[]", "author"),
        ("dc.title[en_US]", "title"),
        ("dcterms:issued", ""),
        ("dc_date_issued", "date"),
        ("dc.relation.ispartofjournal", "journal"),
        ("oaire.citation.volume", "volume"),
        ("dc.title.alternative", ""),
        ("dc.rights", ""),
    ],
)
def test_columns_of_dublin_core(column: str, field: str) -> None:
    assert canonical(column) == field


def test_a_repositorys_table() -> None:
    table = (
        '"dc.contributor.author[]","dc.title[en]","dc.date.issued[]","dc.relation.ispartof[]","dc.identifier.uri"\n'
        '"Bee, Ada||Dee, Bo","Felt in the mills of the north","2024-03-01","Journal of Wool","http://hdl.handle.net/1"\n'
        '"Rye, Eva||Lund, Otto","Gulls count what they see","2023","Proceedings of FELT","http://hdl.handle.net/2"\n'
    )
    assert claims(table, ".csv") == [
        ("Felt in the mills of the north", ["Bee", "Dee"], 2024),
        ("Gulls count what they see", ["Rye", "Lund"], 2023),
    ]


def test_an_item_that_its_year_leads_keeps_its_meeting() -> None:
    item = r"\cventry{2022}{Sheep in fog: what dogs do not see}{A. Bee and O. Lund}{EMNLP 2022}{Oslo}{Best paper award}"
    text = rf"\begin{{document}}\section{{Publications}}{item}\end{{document}}"
    (entry,) = extract(read_text(text, "x.tex", ".tex"))
    assert parse(entry).claim.container_title == "EMNLP 2022"
