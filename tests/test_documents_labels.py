"""Bullets and numbers before the entries of a list: the reader, who joins lines, who parses and who decides know the same."""

from __future__ import annotations

import pytest

from reconcile.byhand.decisions import _text_of
from reconcile.documents.blocks.labels import label_end
from reconcile.extract.cutting.joining import past_label
from reconcile.parse.text.marks import view

LABELS = (
    "[12] |[J 3] |[A.3]: |(C4) |(7) |12. |J-5) |C4. |BC12. |7.1. |7.1.2. |7.1.2 |A.1.2) |• |★ |◆ |⁃ |✔ |- |– ".split(
        "|"
    )
)
NONE = [
    "2. édition, Olmo, 2003",
    "2. edizione, Olmo, 2003",
    "1. wyd. Olmo, 2003",
    "3. Auflage, Olmo",
    "2. ed. Lisboa: Olmo",
    "12: 34–56",
    "(3), 34–56",
    "1999. Wool",
    "2.5 gulls per hectare",
    "12.05. Wool fair",
]


@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_one_to_all(label: str) -> None:
    entry = "Anna Bee. Counting sheep. 2003."
    assert label_end(label + entry) == past_label(label + entry) == view(label + entry).start == len(label)
    assert _text_of(label + entry) == entry


@pytest.mark.parametrize("text", NONE)
def test_an_edition_pages_and_a_year_are_no_label(text: str) -> None:
    assert label_end(text) == past_label(text) == view(text).start == 0


@pytest.mark.parametrize("label", ["1、", "３．", "（4）", "［5］", "⑥"])
def test_east_asian_numbers_want_no_blank(label: str) -> None:
    assert label_end(f"{label}羊毛の研究") == past_label(f"{label}羊毛の研究") == len(label)
