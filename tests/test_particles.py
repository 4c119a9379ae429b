"""Particles of names: the same to extraction, to the parser and to who looks for a page's owner."""

from __future__ import annotations

import pytest

from reconcile.extract.looks.people import runs
from reconcile.parse.names.shapes import Shape, shape_of
from sources.name_words import IN_LISTS


# A letter alone may be an initial, and to extraction a place begins with `San`.
@pytest.mark.parametrize("particle", sorted(IN_LISTS - set("d e san santa t y".split())))
def test_a_name_with_a_particle_is_one(particle: str) -> None:
    assert [run.count for run in runs(f"Anna {particle} Olmo, Carl Dee. ")] == [2]
    assert shape_of(f"Anna {particle} Olmo")[0] in (Shape.FULL, Shape.WORDS)


@pytest.mark.parametrize("word", ["at", "of", "to", "und"])
def test_what_is_a_word_first_is_none_in_a_list(word: str) -> None:
    assert word not in IN_LISTS
