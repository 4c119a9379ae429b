"""Titles with formulas in them, which records have in plain signs; the judge is a record made in the test."""

from __future__ import annotations

import pytest

from tests.cleaners import cleaned, one
from tests.make import record

ENTRY = "@inproceedings{{a, title={{{title}}}, author={{Wei Zhang}}, booktitle={{ICML}}, year=2020, pages={{1--2}}}}"
BETA = "β3-IRT: Models of Cats at Night"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (r"$\beta^3$-IRT: Models of Cats at Night", BETA),
        (r"$\beta$3-{IRT}: models of cats at night", BETA),
        ("beta3-IRT: Models of Cats at Night", BETA),
        (r"Great Models of Cats via $L_{p,\infty}$ Operators", "Great Models of Cats via Lp, inf Operators"),
        (r"Great Models of Cats in {DL-Lite$_{\mathcal{R}}$}", "Great Models of Cats in DL-LiteR"),
        (r"Great Models of Cats in 360{$^\circ$} Images", "Great Models of Cats in 360∘ Images"),
    ],
)
def test_a_formula_is_no_other_title(mine: str, theirs: str) -> None:
    text = ENTRY.format(title=mine)
    found = cleaned(text, record(theirs, "Wei Zhang", 2020, "ICML", page="1-2", source="dblp", key="conf/icml/Z20"))
    assert found.text == text
    assert not found.proposals


def test_other_words_beside_a_formula_are_another_title() -> None:
    paper = record(BETA, "Wei Zhang", 2020, "ICML", page="1-2", source="dblp", key="conf/icml/Z20")
    found = cleaned(ENTRY.format(title=r"$\beta^3$-IRT: Models of Dogs at Night"), paper)
    assert one(found.proposals, "title-changed").after == r"{\ensuremath{\beta}}3-{IRT}: Models of Cats at Night"
