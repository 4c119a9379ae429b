"""The one folding of text, on which titles, names, venues and the catalogue's keys rest. To add a case, add a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.text import fold, year_of_two_digits

_IDEOGRAPHS = 0x20000  # from here on no sign has a case

FOLDED = [
    ("Schrödinger's “Cat”: A Re-View", "schrodingers cat a re view"),
    ("STRASSE, Straße", "strasse strasse"),
    ("Ørsted's Łódź", "orsteds lodz"),
    ("İzmir, ışık", "izmir isik"),
    # signs that are taken apart into capitals
    ("Felting with Wool™", "felting with wooltm"),
    ("№ 5 over ℝ", "no 5 over r"),
    # letters with a spelling of their own, and an accent above it
    ("Ǽlfric, ǽlfric", "aelfric aelfric"),
    # an apostrophe that is part of a sign, and ones that are signs
    ("ŉ Skaap", "n skaap"),
    ("can´t, can’t, can＇t", "cant cant cant"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_sign_is_folded_once_for_all_and_alike_in_both_cases() -> None:
    signs = list(map(chr, range(_IDEOGRAPHS)))
    assert [sign for sign in signs if fold(fold(sign)) != fold(sign)] == []
    assert [sign for sign in signs if fold(sign.lower()) != fold(sign)] == []


@given(st.text())
def test_what_is_folded_stays(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(("digits", "year"), [(0, 2000), (26, 2026), (39, 2039), (40, 1940), (52, 1952), (99, 1999)])
def test_two_digits_are_a_year_of_one_century(digits: int, year: int) -> None:
    assert year_of_two_digits(digits) == year
