"""Cities among words, whole and not by their words."""

from __future__ import annotations

import pytest

from reconcile.lexicon.places import without_cities


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Springer New York Berlin", "Springer"),
        ("New Wool Review York", "New Wool Review"),
        ("Palo Felt Alto", "Palo Felt Alto"),
        ("Buenos Aires", ""),
        ("", ""),
    ],
)
def test_a_city_is_one_by_its_whole_name(text: str, left: str) -> None:
    assert " ".join(without_cities(text.split())) == left
