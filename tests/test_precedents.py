"""What labelled pairs that look alike turned out to be: grown, kept in a file, asked, and held to the laws of the table."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.comparison import Decision, judge
from reconcile.evidence.precedents import NUMBERS, SHARE, Precedents, numbers_of
from reconcile.evidence.side import Side, side_of_cells
from reconcile.evidence.weights import Weights, WeightsError, load, shipped, written
from reconcile.fitting import fit
from reconcile.settings import EVEN, Settings, for_pairs

PEOPLE = "more people"
# One question: of seven people or more on one side, all pairs were two works; of fewer, nine in ten were one.
TEAMS = Precedents(((NUMBERS.index(PEOPLE), 7.0, 0.9, 0.0),))
TITLE = "Wavelet Lattices for Stochastic Parsing"
FEW, MANY = "Ada Bee, Cy Dee", ", ".join(f"Ann{chr(97 + at)} Ek{chr(97 + at)}" for at in range(8))
WORDS = "memristor crossbar stochastic lattice parsing wavelet tensor hashing bandit quantile polyglot sparse".split()


def taught(precedents: Precedents = TEAMS) -> Weights:
    return replace(shipped(), precedents=precedents)


def settings_of(weights: Weights) -> Settings:
    return replace(for_pairs(None, EVEN), weights=weights)


def test_the_trees_have_the_last_word_but_one() -> None:
    side = side_of_cells(TITLE, MANY, "VLDB", "2001")
    assert judge(side, side, settings_of(shipped())).probability > 0.99
    found = judge(side, side, settings_of(taught()))
    assert found.probability == pytest.approx(1 - SHARE, abs=0.01)
    assert found.decision is Decision.DIFFERENT
    assert "precedent -" in found.why


def test_the_evidence_adds_up_to_the_judgement() -> None:
    left, right = side_of_cells(TITLE, FEW, "VLDB", "2001"), side_of_cells(TITLE, FEW, "SIGMOD", "2009")
    found = judge(left, right, settings_of(taught()))
    bar = next(piece for piece in found.evidence if piece.field == "precedent")
    assert sum(piece.weight for piece in found.evidence) == pytest.approx(found.weight, abs=0.5)
    assert "labelled pairs" in bar.says


@pytest.mark.parametrize("missing", [("", FEW), (TITLE, "")])
def test_nothing_is_asked_of_a_side_that_lacks_title_or_authors(missing: tuple[str, str]) -> None:
    left, right = side_of_cells(*missing, "VLDB", "2001"), side_of_cells(TITLE, FEW, "VLDB", "2001")
    assert numbers_of(left, right) is None
    assert judge(left, right, settings_of(taught()))[:4] == judge(left, right, settings_of(shipped()))[:4]


def test_a_veto_stands_above_the_trees() -> None:
    left, right = side_of_cells(TITLE, FEW), side_of_cells(f"Erratum to: {TITLE}", FEW)
    certain = Precedents((1.0,))
    assert judge(left, right, settings_of(taught(certain))).decision is Decision.DIFFERENT


ODD_TREES = st.recursive(
    st.floats(0, 1),
    lambda deeper: st.tuples(st.integers(0, len(NUMBERS) - 1), st.floats(-50, 150), deeper, deeper),
    max_leaves=12,
)
CELLS = st.tuples(
    st.sampled_from([TITLE, "Wavelet Lattices", "On Parsing: A Study", "Tensor Hashing of Sparse Bandits"]),
    st.sampled_from([FEW, "Cy Dee, Ada Bee", "A. Bee", MANY, "Eve Roe"]),
    st.sampled_from(["VLDB", "SIGMOD Record", ""]),
    st.sampled_from(["1999", "2001", ""]),
)


@given(ODD_TREES, CELLS, CELLS)
def test_which_side_is_which_does_not_matter(tree: object, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    settings = settings_of(taught(Precedents((tree,))))  # type: ignore[arg-type]
    left, right = side_of_cells(*one), side_of_cells(*other)
    there, back = judge(left, right, settings), judge(right, left, settings)
    assert there.probability == pytest.approx(back.probability, abs=1e-12)
    assert 0.0 <= there.probability <= 1.0


@given(ODD_TREES, CELLS, CELLS)
def test_an_identifier_in_common_never_lowers(tree: object, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    settings = settings_of(taught(Precedents((tree,))))  # type: ignore[arg-type]
    bare = judge(side_of_cells(*one), side_of_cells(*other), settings)
    known = judge(side_of_cells(*one, doi="10.1/a"), side_of_cells(*other, doi="10.1/a"), settings)
    assert known.probability >= bare.probability


@given(st.permutations([*FEW.split(", "), "Eve Roe", "Fay Sy"]))
def test_the_order_of_authors_changes_no_number_but_those_that_ask_for_it(order: list[str]) -> None:
    side, listed = side_of_cells(TITLE, FEW), f"{FEW}, Eve Roe, Fay Sy"
    first, other = (numbers_of(side, side_of_cells(TITLE, people)) for people in (listed, ", ".join(order)))
    assert first
    assert other
    changed = {
        name for name, before, after in zip(NUMBERS[1:], first, other, strict=True) if before != pytest.approx(after)
    }
    assert changed <= {"names in order", "names in order part"}


@pytest.mark.parametrize(
    ("left", "right", "number"),
    [
        ((TITLE, "Ann Lee, Bo Moe"), (TITLE, "Bo Moe, Ann Lee"), "names in order"),
        (("Felt: the making of it", FEW), ("Felt, the making of it", FEW), "written title"),
    ],
)
def test_the_trees_are_asked_what_folding_and_sorting_hide(
    left: tuple[str, str], right: tuple[str, str], number: str
) -> None:
    asked = numbers_of(side_of_cells(*left), side_of_cells(*right))
    assert asked
    assert asked[NUMBERS.index(number) - 1] < 100


def labelled(count: int, *, together: bool) -> Iterator[tuple[Side, Side, bool]]:
    """Pairs of one title and team, of which those are one work whose years agree, nine times in ten.

    `together` says that of pairs with many people it is those whose years differ, always.
    """
    lot = random.Random(3)
    for number in range(count):
        same, many = number % 2 == 0, lot.random() < 0.5
        agree = (same is not many) if together else (same is (lot.random() < 0.9))
        title, people, year = " ".join(lot.sample(WORDS, 4)), MANY if many else FEW, lot.randrange(1990, 2010)
        right = side_of_cells(title, people, "", str(year if agree else year + 9))
        yield side_of_cells(title, people, "", str(year)), right, same


def test_what_shows_only_in_two_fields_together_is_learnt() -> None:
    fitted = fit(labelled(600, together=True), shipped())
    assert fitted.weights.precedents
    assert fitted.alone
    assert (fitted.alone.f1, fitted.after.f1) < (0.8, 1.0)
    assert fitted.after.f1 > 0.97


def test_trees_that_know_no_better_than_the_table_are_not_kept() -> None:
    fitted = fit(labelled(600, together=False), shipped())
    assert fitted.weights.precedents is None
    assert fitted.alone is None


def test_none_are_grown_where_none_are_wanted() -> None:
    assert fit(labelled(600, together=True), shipped(), grows=False).weights.precedents is None


def test_a_file_holds_them_and_the_same_pairs_give_the_same_file(tmp_path: Path) -> None:
    first, second = (written(fit(labelled(400, together=True), shipped()).weights) for _ in range(2))
    assert first == second
    (tmp_path / "w.toml").write_text(first, encoding="utf-8")
    again = load(tmp_path / "w.toml")
    assert again.precedents
    assert written(again) == first


NAMED = str(list(NUMBERS)).replace("'", '"')


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (f"numbers = {NAMED}\ntrees = []", "trees is no list of 1 to 1000 trees"),
        (f"numbers = {NAMED}", "trees is no list of 1 to 1000 trees"),
        (f"numbers = {NAMED}\ntrees = {[0.5] * 1001}", "trees is no list of 1 to 1000 trees"),
        ('numbers = ["odds"]\ntrees = [0.5]', "its numbers are not those that are asked about here; fit anew"),
        (f"numbers = {NAMED}\ntrees = [0.5, 1.5]", "tree 2: neither a share"),
        (f"numbers = {NAMED}\ntrees = [true]", "tree 1: neither a share"),
        (f"numbers = {NAMED}\ntrees = [nan]", "tree 1: neither a share"),
        (f"numbers = {NAMED}\ntrees = ['x']", "tree 1: neither a share"),
        (f"numbers = {NAMED}\ntrees = [[99, 1.0, 0, 1]]", "tree 1: neither a share"),
        (f"numbers = {NAMED}\ntrees = [[-1, 1.0, 0, 1]]", "tree 1: neither a share"),
        (f"numbers = {NAMED}\ntrees = [[0, 1.0, 0]]", "tree 1: neither a share"),
        (f"numbers = {NAMED}\ntrees = [{'[0, 1.0, 0, ' * 31}1{']' * 31}]", "tree 1: neither a share"),
    ],
)
def test_trees_that_cannot_be_asked_are_one_line(table: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    path.write_text(f"{written(shipped())}\n[precedents]\n{table}\n", encoding="utf-8")
    with pytest.raises(WeightsError, match="precedents: ") as fault:
        load(path)
    assert says in str(fault.value)
    assert "\n" not in str(fault.value)
