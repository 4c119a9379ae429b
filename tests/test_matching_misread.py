"""Words of a title that a scan or a PDF spoilt: what is the record's title misspelt, and what is another. Add lines."""

from __future__ import annotations

import pytest

from reconcile.matching.titles.misread import spelt
from reconcile.settings import DEFAULT
from reconcile.titles import Relation, compare_titles

RECORDED = "Classification of Felted Wool in Northern Marshes"
KNOWN = {
    "classification": 900,
    "felted": 40,
    "wool": 40,
    "northern": 90,
    "marshes": 20,
    "shadowing": 30,
    "formation": 900,
}
CASES = [
    ("Classi cation of Felted Wool in Northern Marshes", RECORDED, True),
    ("Classificatian of Felted Wool in Northern Marshes", RECORDED, True),
    ("C1assification of Fe1ted Wool in Northem Marshes", RECORDED, True),
    ("Classification of Felted Wool m Northern Marshes", RECORDED, True),
    ("Classification of Felted Wool by shad0 wing", "Classification of Felted Wool by Shadowing", True),
    # a word that many records have is no slip, nor are two of which one word is made
    ("Shadowing of Felted Wool in Northern Marshes", RECORDED, False),
    ("Felted Wool under form ation of Marshes", "Felted Wool under Formations of Marshes", False),
    ("Classification of Felted Wool m Northern Marshes", "Classification of Felted Wool: Northern Marshes", False),
]  # fmt: skip


@pytest.mark.parametrize(("mine", "recorded", "same"), CASES)
def test_what_a_scan_spoilt_is_the_same_title(mine: str, recorded: str, same: bool) -> None:
    titles = spelt(compare_titles(mine, recorded), recorded, DEFAULT, lambda word: KNOWN.get(word, 0))
    assert (titles.relation is Relation.SPELLING) is same
