"""Habits of pages and lists in which works were lost or misread: strings, works in lines, and whole entries."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.block import Mark
from reconcile.entry import Entry
from reconcile.extract import extract
from reconcile.parse import parse

LINES = [
    ("Faster Felt? Wool that Learns in Water\nAnn Lee, Bo Weir\nTrans. Wool Res. 2021 (2021)", 2021),
    ("Faster Felt? Wool that Learns in Water\nAnn Lee, Bo Weir\nTrans. Wool Res. 2021\n07 Feb 2023 (modified: 2 Mar 2023)", 2021),
    ("Felt for Sheep in Winter: Habits and Hazards\nAnn Lee, Bo Weir\nICWR 2021\n04 Mar 2022", 2021),
    ("Felt for Sheep in Winter: Habits and Hazards\nAnn Lee, Bo Weir\n4 March 2022", 2022),
]  # fmt: skip


@pytest.mark.parametrize(("text", "year"), LINES)
def test_a_title_alone_in_its_line_and_the_day_when_a_page_took_it_up(text: str, year: int) -> None:
    claim = parse(Entry("page.txt", 1, 4, text, text)).claim
    assert claim.title == text.split("\n")[0]
    assert [name.family for name in claim.author] == ["Lee", "Weir"]
    assert claim.year == year


def test_what_a_picture_is_called_is_no_part_of_the_title_behind_it() -> None:
    text = "screenshot Felt in Cold Water: A Study\nAnn Lee, Bo Weir\nProceedings of WOOL 2021"
    claim = parse(Entry("page.pdf", 1, 3, text, text, (Mark(11, 38, "strong"),))).claim
    assert claim.title == "Felt in Cold Water: A Study"


def test_a_venue_in_a_paragraph_of_its_own_may_name_a_prize() -> None:
    page = (
        "## Publications\n\n**Felt in Cold Water: A Study of Wool**<br>Ann Lee, Bo Weir\n\n"
        "*Proceedings of WOOL 2021*, Rieti, Italy. Best Paper Award (top 1%)\n"
    )
    (entry,) = [entry for entry in extract(read_text(page, "page", ".md")) if not entry.reason]
    assert parse(entry).claim.year == 2021
