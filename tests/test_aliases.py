"""Two lists of authors, with those who stand on both under two forms of the name. To add a case, add a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.authors import compare_authors
from reconcile.authors.aliases import compare_lists
from sources.names import NameAgreement, read_name
from sources.record import Name
from tests.test_forms import DIVIDED


def names(text: str) -> tuple[Name, ...]:
    return tuple(read_name(name.strip()) for name in text.split(";"))


CASES = [
    # claim, record, who is added, who is missing, who is a variant (places of the claim)
    ("Minh-Thang Luong; Hieu Pham", "Thang Luong; Hieu Pham", (), (), (0,)),
    ("Ada Hale; Ves Stoyanov; Bo Ekman", "Ada Hale; Veselin Stoyanov; Bo Ekman", (), (), (1,)),
    # one place on, after one whom the record lacks, and counted from the end where many are left out
    ("Ada Hale; Petra Silva; Ves Stoyanov", "Ada Hale; Veselin Stoyanov", (1,), (), (2,)),
    ("Ada Hale; Ves Stoyanov", "Ada Hale; Bo Ekman; Ann Bell; Cy Dorn; Veselin Stoyanov", (), (1, 2, 3), (1,)),
    # another place of a list in the same order: two persons
    ("Bala Iyer; Ada Hale; Bo Ekman; Cy Dorn", "Ada Hale; Bo Ekman; Cy Dorn; Eve Falk; Balakrishna Iyer", (0,), (3, 4), ()),
    # in another order of the lists no place says much
    ("Bala Iyer; Cy Dorn; Bo Ekman; Ada Hale", "Ada Hale; Bo Ekman; Cy Dorn; Balakrishna Iyer", (), (), (0,)),
    ("Yang Liu; Wei Zhang", "Yan Liu; Lei Zhang", (0, 1), (0, 1), ()),
    ("Ada Hale; Wei Zhang", "Ada Hale; Weixin Zhang", (1,), (1,), ()),
    ("李明; Ada Hale", "Ming Li; Ada Hale", (), (), (0,)),
    ("M. Malek; J. Garcia", "Mani Malek Esmaeili; Juan Garcia Lopez", (), (), (0, 1)),
    ("Wei Wang; Wei Wang", "Wei Wang", (1,), (), ()),
    ("", "Ada Hale", (0,), (0,), ()),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "record", "added", "missing", "variants"), CASES)
def test_assignment(
    claim: str, record: str, added: tuple[int, ...], missing: tuple[int, ...], variants: tuple[int, ...]
) -> None:
    found = compare_lists(names(claim), names(record))
    assert (found.only_left, found.only_right) == (added, missing)
    assert tuple(pair.left for pair in found.pairs if pair.agreement is NameAgreement.VARIANT) == variants


def test_one_who_is_written_the_same_is_the_same_beside_others_too() -> None:
    found = compare_lists((Name("Ming Li", "Bob"),), (Name("Hale", "Ada"), Name("Li", "Bob Ming")))
    assert [(pair.left, pair.right, pair.agreement) for pair in found.pairs] == [(0, 1, NameAgreement.SAME)]


@given(st.lists(DIVIDED, max_size=6, unique_by=str))
def test_what_is_written_the_same_does_not_differ(listed: list[Name]) -> None:
    found = compare_lists([read_name(str(name)) for name in listed], listed)
    assert (found.only_left, found.only_right) == ((), ())


@given(st.lists(DIVIDED, max_size=6), st.lists(DIVIDED, max_size=6))
def test_those_who_agree_stay_together(left: list[Name], right: list[Name]) -> None:
    found, before = compare_lists(left, right), compare_authors(left, right)
    assert {pair[:2] for pair in before.pairs} <= {pair[:2] for pair in found.pairs}
    assert len({pair.left for pair in found.pairs}) == len({pair.right for pair in found.pairs}) == len(found.pairs)
    assert len(found.pairs) + len(found.only_left) == len(left)
    assert len(found.pairs) + len(found.only_right) == len(right)
    back = compare_lists(right, left)
    assert len(back.pairs) == len(found.pairs)
