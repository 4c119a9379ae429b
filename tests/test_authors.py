"""Two lists of authors, person by person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.authors import Person, agree, compare_authors, person
from reconcile.comparison import judge
from reconcile.evidence.side import side_of_cells
from sources.names import compare_names, read_name
from sources.record import Name


def names(text: str) -> tuple[Name, ...]:
    return tuple(read_name(name.strip()) for name in text.split(";"))


CASES = [
    # left, right, pairs, only left, only right, reordered
    ("Lei Gao; Yue Niu", "Lei Gao; Yue Niu", 2, (), (), False),
    ("L. Gao; Y. Niu", "Lei Gao; Yue Niu", 2, (), (), False),
    ("Yue Niu; Lei Gao", "Lei Gao; Yue Niu", 2, (), (), True),
    ("Feng Yun; Lei Gao", "Yun Feng; Lei Gao", 2, (), (), False),
    ("Tuo Zhang; Lei Gao; Chaoyang He", "Tuo Zhang; Lei Gao", 2, (2,), (), False),
    ("Jinhyun So; Yu Qian", "Jinhyun So; Qian Yu; Basak Guler", 2, (), (2,), False),
    ("Wei Wang; Wei Wang", "Wei Wang", 1, (1,), (), False),
    ("Kaiming He", "Sergey Zagoruyko", 0, (0,), (0,), False),
    # who fits two makes room for one who fits but one of them
    ("Johann Bee; J. B. Bee", "Jane Bee; Jane Bee Holm; J. B. Bee", 2, (), (1,), True),
    ("Π. Ζέρβας; Олег Нестеров", "Panagiotis Zervas; Oleg Nesterov", 2, (), (), False),
    ("王增志; 解奇铭", "汪增志; 解奇铭", 1, (0,), (0,), False),
]


@pytest.mark.parametrize(("left", "right", "pairs", "only_left", "only_right", "reordered"), CASES)
def test_assignment(
    left: str, right: str, pairs: int, only_left: tuple[int, ...], only_right: tuple[int, ...], reordered: bool
) -> None:
    found = compare_authors(names(left), names(right))
    assert len(found.pairs) == pairs
    assert (found.only_left, found.only_right, found.reordered) == (only_left, only_right, reordered)


def test_initials_for_a_family_name_are_no_other_person() -> None:
    found = compare_authors(names("Pranav A; Chaitanya GSK"), (Name("A", "Pranav"), Name("GSK", "Chaitanya")))
    assert (len(found.pairs), found.only_left, found.reordered) == (2, (), False)


def test_the_exact_name_is_taken_before_the_initial() -> None:
    found = compare_authors(names("J. Li; Jing Li"), names("Jing Li; Jun Li"))
    assert {(pair.left, pair.right) for pair in found.pairs} == {(1, 0), (0, 1)}


people = st.lists(st.sampled_from(["Lei Gao", "L. Gao", "Gao Lei", "Yue Niu", "Mi Zhang", "Ron M. Roth"]), max_size=5)


@given(people, people)
def test_symmetric_and_one_to_one(left: list[str], right: list[str]) -> None:
    mine, theirs = tuple(map(read_name, left)), tuple(map(read_name, right))
    forth, back = compare_authors(mine, theirs), compare_authors(theirs, mine)
    assert len(forth.pairs) == len(back.pairs)
    assert len({pair.left for pair in forth.pairs}) == len({pair.right for pair in forth.pairs}) == len(forth.pairs)
    assert len(forth.pairs) + len(forth.only_left) == len(mine)
    assert len(forth.pairs) + len(forth.only_right) == len(theirs)


FAMILIES = "Li Lee Lo Smith Smyth Garcia García Lopez Müller Mueller Johansson Johanson van-Dyke Ng O'Hara".split()
GIVEN = "J J. John Jon Wei W. J.-P. Jean-Pierre Maria María Bob Robert JA Ödön".split()
WHOLE = st.one_of(
    st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(FAMILIES)),
    st.builds(
        "{} {} {}".format, st.sampled_from(GIVEN), st.sampled_from([*GIVEN, *FAMILIES]), st.sampled_from(FAMILIES)
    ),
    st.sampled_from(["J. Smith Jr.", "Lopez", "Ludwig van Beethoven", "L. Beethoven", "Nguyen Thi Lo", "李伟"]),
)


def in_a_cell(text: str) -> Person:
    """The person that the cell of a table names."""
    (found,) = side_of_cells("", f"{text};").people
    return found


@given(WHOLE, st.booleans())
def test_a_name_in_a_cell_is_read_as_any_other(text: str, small: bool) -> None:
    text = text.lower() if small else text
    found, read = in_a_cell(text), person(read_name(text))
    assert (found.name, found._replace(written="")) == (read.name, read._replace(written=""))


@given(WHOLE, WHOLE)
def test_persons_agree_as_their_names_do(left: str, right: str) -> None:
    assert agree(in_a_cell(left), in_a_cell(right)) is compare_names(read_name(left), read_name(right))


@pytest.mark.parametrize(
    ("written", "level"),
    [("王增志, 解奇铭", "author all"), ("王增志, 夏睿", ""), ("夏睿", ""), ("佐藤一郎, 張元貞", "")],
)
def test_chinese_names_count_where_mandarin_reads_them_as_the_others(written: str, level: str) -> None:
    mine = side_of_cells("Counting Gulls by the Sea", written)
    theirs = side_of_cells("Counting Gulls by the Sea", "Zengzhi Wang, Qiming Xie")
    said = judge(mine, theirs).why
    assert said.count("author") == bool(level)
    assert level in said
    assert judge(theirs, mine).why == said
