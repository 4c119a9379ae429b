"""A pandas frame reconciled row by row."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import reconcile
from reconcile.arguments import InputError
from sources import Catalog
from tests.cataloguing import small_catalog

ROWS = pd.DataFrame(
    {
        "T": ["GTPA: A Generative Model For Online Mentor-Apprentice Networks", "A New Algorithm for Weighted Partial MaxSAT", None],
        "A": [["Muhammad Aurangzeb Ahmad", "David A. Huffaker"], "Carlos Ansótegui and Jordi Levy and Eve Extra", "Nobody"],
        "Y": [2010, 2010, 2011],
        "state": ["mine", "mine", "mine"],
    },
    index=[5, 5, 9],
)  # fmt: skip


def test_rows_get_their_records_and_flags(tmp_path: Path) -> None:
    with small_catalog(tmp_path) as catalog:
        found = reconcile.frame(ROWS, title="T", authors="A", year="Y", sources=[catalog])
    assert list(found.index) == [5, 5, 9]
    assert list(found["status"]) == ["matched", "matched", "not-checked"]
    assert list(found["key"].fillna("-")) == ["conf/aaai/AhmadH10", "conf/aaai/AnsoteguiBL10", "-"]
    assert found["doi"].iloc[0] == "10.1609/aaai.v24i1.7536"
    assert "authors-differ" in found["flags"].iloc[1]
    assert "authors-differ" not in found["flags"].iloc[0]
    assert list(found["matched_year"].fillna(0)) == [2010, 2010, 0]
    assert found["matched_authors"].iloc[0].startswith("Muhammad Aurangzeb Ahmad; ")
    assert "Eve Extra" in found["reason"].iloc[1]
    assert found["reason"].iloc[2]


def test_no_column_of_the_frame_is_replaced(tmp_path: Path) -> None:
    own = ROWS.rename(columns={"state": "status"})
    with small_catalog(tmp_path) as catalog:
        with pytest.raises(InputError, match="the frame has columns called 'status' already; give prefix="):
            reconcile.frame(own, title="T", sources=[catalog])
        found = reconcile.frame(own, title="T", sources=[catalog], prefix="r_")
    assert list(found["status"]) == ["mine", "mine", "mine"]
    assert list(found["r_status"])[:2] == ["possible", "possible"]


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    with small_catalog(tmp_path) as catalog, pytest.raises(InputError, match="no column 'Title'"):
        reconcile.frame(ROWS, title="Title", sources=[catalog])


def test_a_frame_without_rows_stays_one(tmp_path: Path) -> None:
    with small_catalog(tmp_path) as catalog:
        assert isinstance(catalog, Catalog)
        found = reconcile.frame(ROWS.iloc[:0], title="T", sources=[catalog])
    assert len(found) == 0
    assert "flags" in found.columns
