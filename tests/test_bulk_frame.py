"""A pandas frame matched: index and columns kept, equal rows judged once, what is missing said so."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from reconcile.bulk import Columns, InputError, Judge
from reconcile.bulk.frame import ADDED, match_rows
from reconcile.bulk.table import cell_text
from reconcile.sighting.wanted import Verdict, Wanted
from tests.bulk_judges import Plain, plain


def test_a_frame_keeps_its_index_and_gets_columns() -> None:
    frame = pd.DataFrame({"ref": ["A", "nothing", None, "A"], "n": [1, 2, 3, 4]}, index=[7, 7, 3, 9])
    found = match_rows(plain, frame, Columns("ref"))
    assert list(found.columns) == ["ref", "n", *ADDED]
    assert list(found.index) == [7, 7, 3, 9]
    assert list(found["n"]) == [1, 2, 3, 4]
    assert list(found["status"]) == ["matched", "not-found", "skipped", "matched"]
    assert list(found["key"].fillna("-")) == ["conf/acl/LeeW19", "-", "-", "conf/acl/LeeW19"]
    assert list(found["matched_title"].fillna("-")) == ["A", "-", "-", "A"]
    assert list(found["doi"].fillna("-")) == ["10.1234/x", "-", "-", "10.1234/x"]
    assert found["probability"].iloc[0] == pytest.approx(0.987654)
    assert {name: str(found[name].dtype) for name in ADDED} == dict(ADDED)
    assert list(frame.columns) == ["ref", "n"]


def test_equal_rows_are_judged_once() -> None:
    asked: list[str] = []

    class Counting(Plain):
        def judge(self, wanted: Wanted, /) -> Verdict:
            asked.append(wanted.text)
            return super().judge(wanted)

    def opener() -> Judge:
        return Counting()

    frame = pd.DataFrame({"id": range(400), "text": [f"Title {at % 150}" for at in range(400)]})
    found = match_rows(opener, frame, Columns())
    assert asked == [f"Title {at}" for at in range(150)]
    assert list(found["matched_title"]) == list(frame["text"])


def test_processes_say_the_same() -> None:
    frame = pd.DataFrame({"text": [f"Title {at}" for at in range(300)]})
    pd.testing.assert_frame_equal(match_rows(plain, frame, Columns(), jobs=2), match_rows(plain, frame, Columns()))


def test_columns_of_a_claim_are_read() -> None:
    claims: list[tuple[str, int, str, int | None]] = []

    class Listening(Plain):
        def judge(self, wanted: Wanted, /) -> Verdict:
            assert wanted.claim is not None
            claim = wanted.claim
            claims.append((claim.title, len(claim.author), claim.container_title, claim.year))
            return super().judge(wanted)

    def opener() -> Judge:
        return Listening()

    frame = pd.DataFrame(
        {"T": ["X", "Y"], "who": [["A. Lee", "B. Wu"], "A. Lee"], "v": ["ACL", None], "y": [2019, None]}
    )
    found = match_rows(opener, frame, Columns(title="T", authors="who", venue="v", year="y"))
    assert claims == [("X", 2, "ACL", 2019), ("Y", 1, "", None)]
    assert list(found["matched_title"]) == ["X", "Y"]


def test_a_column_of_an_earlier_match_is_replaced_and_an_empty_frame_stays_empty() -> None:
    frame = pd.DataFrame({"text": ["A"], "status": ["old"], "doi": ["old"]})
    found = match_rows(plain, frame, Columns())
    assert list(found.columns) == ["text", *ADDED]
    assert list(match_rows(plain, frame.iloc[:0], Columns()).columns) == ["text", *ADDED]


def test_a_column_that_is_not_there_is_an_error() -> None:
    with pytest.raises(InputError, match="the frame: there is no column 'ref'; its columns are 'text'"):
        match_rows(plain, pd.DataFrame({"text": ["A"]}), Columns("ref"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (pd.NA, ""),
        (pd.NaT, ""),
        (float("nan"), ""),
        (np.float32("nan"), ""),
        (2019.0, "2019"),
        (np.float64(2019), "2019"),
        (np.int16(2019), "2019"),
        (np.array(["A. Lee", None, "B. Wu"], dtype=object), "A. Lee and B. Wu"),
        (["A. Lee", "B. Wu"], "A. Lee and B. Wu"),
        (np.array([]), ""),
        ("Köln".encode(), "Köln"),
        ("nan", "nan"),
    ],
)
def test_a_cell_of_any_kind_has_a_text(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_a_missing_value_of_any_kind_is_an_empty_row() -> None:
    frame = pd.DataFrame({"ref": ["A", pd.NA, None, float("nan"), pd.NaT]})
    assert list(match_rows(plain, frame, Columns("ref"))["status"]) == ["matched", *["skipped"] * 4]
    typed = frame.iloc[:2].astype({"ref": "string"})
    assert list(match_rows(plain, typed, Columns("ref"))["status"]) == ["matched", "skipped"]
