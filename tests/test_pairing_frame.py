"""Records and frames held side by side in a program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

import reconcile
from reconcile.arguments import InputError
from reconcile.pairing.values import Described
from sources.names import read_name
from sources.record import Date, Record, Type

FIRST = {
    "title": "Nonmanipulable Randomized Tournament Selections",
    "authors": "Alon Altman, Robert Kleinberg",
    "venue": "AAAI",
    "year": 2010,
}
AGAIN = {
    "title": "nonmanipulable randomized tournament selections.",
    "authors": ["A. Altman", "R. Kleinberg"],
    "venue": "AAAI",
    "year": "2010",
}
OTHER = {
    "title": "A New Algorithm for Weighted Partial MaxSAT",
    "authors": "Carlos Ansótegui, Jordi Levy",
    "venue": "AAAI",
    "year": 2010.0,
}
RECORD = Record(
    Type.PAPER,
    FIRST["title"],  # type: ignore[arg-type]
    tuple(map(read_name, ("Alon Altman", "Robert Kleinberg"))),
    issued=Date(2010),
    container_title="AAAI",
)


@pytest.mark.parametrize(
    ("left", "right", "decision"),
    [
        (FIRST, AGAIN, "same"),
        (RECORD, AGAIN, "same"),
        (FIRST, RECORD, "same"),
        (FIRST, OTHER, "different"),
        (RECORD, OTHER, "different"),
        ({"Title": FIRST["title"], "author": "Altman, Alon", "journal": "AAAI", "date": "2010-07-11"}, RECORD, "same"),
    ],
    ids=["mappings", "record left", "record right", "other", "other record", "other names of fields"],
)
def test_two_records_are_compared(left: Described, right: Described, decision: str) -> None:
    judged = reconcile.compare(left, right)
    assert judged.decision == decision
    assert (judged.probability > 0.5) is (decision == "same")
    assert judged.why
    assert {"title", "author"} <= {piece.field for piece in judged.evidence}


def test_a_comparison_is_the_same_from_both_sides() -> None:
    assert reconcile.compare(FIRST, OTHER).probability == reconcile.compare(OTHER, FIRST).probability


def test_what_accepts_no_wrong_ones_calls_less_the_same() -> None:
    title = {"title": "Randomized Tournament Selections"}
    found = [reconcile.compare(title, FIRST, wrong=wrong).decision for wrong in (0.999999, 0.000001)]
    assert found[1] != "same"


@pytest.mark.parametrize("described", [{}, {"name": "x"}])
def test_a_mapping_without_any_field_is_refused(described: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a record has none of the keys title, authors, venue"):
        reconcile.compare(described, FIRST)


@pytest.mark.parametrize("described", ["Attention is all you need", None, 5])
def test_what_is_no_record_is_refused(described: object) -> None:
    with pytest.raises(
        reconcile.InputError, match=r"a record is a mapping such as .* and not of type (str|NoneType|int)"
    ):
        reconcile.compare(described, FIRST)  # type: ignore[arg-type]


@pytest.mark.parametrize("jobs", [0, -1])
def test_frames_that_cannot_be_used_are_refused(jobs: int) -> None:
    two_levels = pd.DataFrame([["a"]], columns=pd.MultiIndex.from_tuples([("title", "b")]))
    for verb in (
        reconcile.dedupe,
        reconcile.possible_duplicates,
        reconcile.compare_frame,
        lambda table, jobs: reconcile.link(table, table, jobs=jobs),
    ):
        with pytest.raises(reconcile.InputError, match="columns of 2 levels; give each one name"):
            verb(two_levels, jobs=1)
        with pytest.raises(reconcile.InputError, match=f"jobs={jobs} is no number of processes"):
            verb(frame(FIRST), jobs=jobs)


def frame(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(list(rows))


def pairs() -> pd.DataFrame:
    rows = [
        {f"left_{key}": value for key, value in FIRST.items()} | {f"right_{key}": value for key, value in other.items()}
        for other in (AGAIN, OTHER)
    ]
    return pd.DataFrame(rows, index=["x", "x"])


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_frame_of_pairs_is_compared(jobs: int) -> None:
    given = pairs()
    before = given.copy()
    found = reconcile.compare_frame(given, jobs=jobs)
    assert list(found["decision"]) == ["same", "different"]
    assert found["probability"].iloc[0] > 0.9 > 0.5 > found["probability"].iloc[1]
    assert list(found.index) == ["x", "x"]
    assert list(found.columns) == [*given.columns, "probability", "decision", "why"]
    assert dict(found.dtypes.astype(str).iloc[-3:]) == {
        "probability": "float64",
        "decision": "category",
        "why": "string",
    }
    pd.testing.assert_frame_equal(given, before)


@pytest.mark.parametrize("verb", [reconcile.compare_frame, reconcile.dedupe])
def test_no_column_of_a_frame_is_replaced(verb: Callable[..., pd.DataFrame]) -> None:
    given = (pairs() if verb is reconcile.compare_frame else frame(FIRST, AGAIN)).assign(probability="mine")
    with pytest.raises(InputError, match="columns called 'probability' already; give prefix="):
        verb(given)
    found = verb(given, prefix="my_")
    assert found["probability"].tolist() == ["mine"] * len(given)
    assert found["my_probability"].notna().any()


def test_two_frames_are_linked() -> None:
    left = frame(OTHER, FIRST).set_axis(["o", "f"])
    found = reconcile.link(left, frame(AGAIN, {"title": "Something Else Altogether"}))
    assert found[["left", "right", "decision"]].to_numpy().tolist() == [["f", 0, "same"]]
    assert list(found.columns) == [
        "left", "right", "probability", "decision", "why", "left_position", "right_position",
    ]  # fmt: skip


def test_rows_of_one_label_are_found_again_by_their_positions() -> None:
    left, right = frame(OTHER, FIRST).set_axis([0, 0]), frame({"title": "Something Else"}, AGAIN).set_axis([0, 0])
    (row,) = reconcile.link(left, right).to_dict("records")
    assert (row["left"], row["right"]) == (0, 0)
    assert left.iloc[row["left_position"]]["title"] == FIRST["title"]
    assert right.iloc[row["right_position"]]["title"] == AGAIN["title"]


def test_frames_are_linked_one_to_one() -> None:
    left, right = frame(FIRST, AGAIN), frame(FIRST)
    assert len(reconcile.link(left, right)) == 2
    assert len(reconcile.link(left, right, one_to_one=True)) == 1


def test_a_frame_is_grouped() -> None:
    found = reconcile.dedupe(frame(FIRST, OTHER, AGAIN))
    assert found["group"].tolist() == [1, 2, 1]
    assert found["probability"].isna().tolist() == [True, True, False]
    assert found.drop_duplicates("group")["title"].tolist() == [FIRST["title"], OTHER["title"]]


def test_groups_that_are_possibly_one_are_told() -> None:
    team = frame(FIRST, OTHER, {**AGAIN, "title": f"{FIRST['title']} in 3D"}, AGAIN).set_axis(["f", "o", "g", "f"])
    assert reconcile.dedupe(team)["group"].tolist() == [1, 2, 3, 1]
    (row,) = reconcile.possible_duplicates(team).to_dict("records")
    assert (row["left"], row["right"], row["decision"]) == ("g", "f", "possible")
    assert (row["left_position"], row["right_position"]) == (2, 3)
    assert row["why"].startswith("the titles differ; ")


@pytest.mark.parametrize("verb", ["link", "dedupe", "possible_duplicates", "compare_frame"])
def test_frames_without_rows(verb: str) -> None:
    empty = pairs().head(0) if verb == "compare_frame" else frame(FIRST).head(0)
    found = reconcile.link(empty, empty) if verb == "link" else getattr(reconcile, verb)(empty)
    assert len(found) == 0
    assert "probability" in found.columns


def test_missing_cells_say_nothing() -> None:
    some = frame(FIRST, {"title": FIRST["title"], "authors": None, "venue": float("nan"), "year": pd.NA})
    assert reconcile.dedupe(some)["group"].iloc[0] == 1


@pytest.mark.parametrize(
    "asked",
    [
        lambda: reconcile.compare_frame(frame(FIRST)),
        lambda: reconcile.link(frame(FIRST), pd.DataFrame({"name": ["x"]})),
        lambda: reconcile.dedupe(pd.DataFrame({"name": ["x"]})),
        lambda: reconcile.possible_duplicates(pd.DataFrame({"name": ["x"]})),
    ],
    ids=["compare_frame", "link", "dedupe", "possible_duplicates"],
)
def test_frames_without_titles_are_refused(asked: object) -> None:
    with pytest.raises(InputError, match=r"there is no column '(left_)?title'"):
        asked()  # type: ignore[operator]


def test_of_two_columns_of_one_name_none_is_chosen() -> None:
    twice = pd.DataFrame([["A", "B"]], columns=["Title", "TITLE"])
    for asked in (lambda: reconcile.dedupe(twice), lambda: reconcile.compare_frame(twice.add_prefix("left "))):
        with pytest.raises(InputError, match=r"2 columns are called '(left_)?title'; rename all but the one"):
            asked()
    assert len(reconcile.dedupe(twice.rename(columns={"TITLE": "title"}))) == 1


def test_weights_that_are_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"none\.toml"):
        reconcile.compare(FIRST, AGAIN, weights=tmp_path / "none.toml")
