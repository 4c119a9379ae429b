"""Lists of people that are cut short: every form of the table is one to the parser and to a match."""

from __future__ import annotations

import pytest

from reconcile.matching.strings.sought import seek
from reconcile.parse.names.shapes import ET_AL as IN_A_LIST
from reconcile.parse.names.shapes import Shape, shape_of
from reconcile.wanted import Wanted
from sources import et_al


@pytest.mark.parametrize("form", et_al.ET_AL)
def test_a_form_is_one_to_all(form: str) -> None:
    assert et_al.is_et_al(form)
    assert shape_of(form)[0] is Shape.ET_AL
    assert IN_A_LIST.search(f"Bee, A., Dee, C. {form}")
    assert seek(Wanted("1", f"Bee, A., Dee, C. {form} Felt and wool in the northern trade. Olmo, 2003.")).cut


@pytest.mark.parametrize("form", ["외 2인", "외 12명"])
def test_koreans_count_those_whom_they_leave_out(form: str) -> None:
    assert et_al.is_et_al(form)
    assert IN_A_LIST.search(f"양하늘 {form}")


def test_a_form_in_brackets_is_one_to_a_match() -> None:
    assert seek(Wanted("1", "Bee A. [и др.] Felt and wool in the northern trade // Olmo. 2003.")).cut


@pytest.mark.parametrize("name", ["U. A.", "M. Fl.", "E. A.", "I. In.", "Ym. Bee"])
def test_capitals_are_initials(name: str) -> None:
    assert not et_al.is_et_al(name)
    assert shape_of(name)[0] is not Shape.ET_AL
    assert not IN_A_LIST.search(f"Khan, {name}, Dee, C.")
