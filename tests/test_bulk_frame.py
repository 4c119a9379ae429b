"""A pandas frame matched: index and columns kept, equal rows judged once, what is missing said so."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import reconcile
from reconcile.arguments import InputError
from reconcile.bulk import Judge
from reconcile.bulk.frame import ADDED, match_rows
from reconcile.mention import Status
from reconcile.settings import DEFAULT, for_pairs
from reconcile.streaming.rows import Columns
from reconcile.streaming.table import cell_text
from reconcile.wanted import Verdict, Wanted
from sources.record import Scheme
from tests.bulk_judges import Plain, plain
from tests.cataloguing import small_catalog


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
    assert {name: str(found[name].dtype) for name in ADDED} == {**ADDED, "status": "category"}
    assert list(found["status"].cat.categories) == list(Status)
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
    claims: list[tuple[str, int, str, int | None, str]] = []

    class Listening(Plain):
        def judge(self, wanted: Wanted, /) -> Verdict:
            assert wanted.claim is not None
            claim = wanted.claim
            doi = claim.identifier(Scheme.DOI)
            claims.append((claim.title, len(claim.author), claim.container_title, claim.year, doi))
            return super().judge(wanted)

    def opener() -> Judge:
        return Listening()

    frame = pd.DataFrame(
        {"T": ["X", "Y"], "who": [["A. Lee", "B. Wu"], "A. Lee"], "v": ["ACL", None], "y": [2019, None]}
    ).assign(d=["10.1234/wool.1", None])
    found = match_rows(opener, frame, Columns(title="T", authors="who", venue="v", year="y", doi="d"))
    assert claims == [("X", 2, "ACL", 2019, "10.1234/wool.1"), ("Y", 1, "", None, "")]
    assert list(found["matched_title"]) == ["X", "Y"]


def test_no_column_of_the_frame_is_replaced() -> None:
    frame = pd.DataFrame({"text": ["A"], "status": ["mine"], "doi": ["mine"]})
    with pytest.raises(InputError, match="the frame has columns called 'status', 'doi' already; give prefix='match_'"):
        match_rows(plain, frame, Columns())
    found = match_rows(plain, frame, Columns(), prefix="match_")
    assert list(found.columns) == ["text", "status", "doi", *[f"match_{name}" for name in ADDED]]
    assert (found["status"].iloc[0], found["match_status"].iloc[0]) == ("mine", "matched")
    assert list(match_rows(plain, frame[["text"]].iloc[:0], Columns()).columns) == ["text", *ADDED]


def test_what_is_known_of_the_record_and_why_a_row_is_skipped() -> None:
    found = match_rows(plain, pd.DataFrame({"text": ["A", None]}), Columns())
    assert list(found["matched_authors"].fillna("-")) == ["Ann Lee; B. Wu", "-"]
    assert list(found["matched_year"].fillna(0)) == [2019, 0]
    assert list(found["reason"].fillna("-")) == ["-", "the text is empty"]


@pytest.mark.parametrize(
    ("frame", "jobs", "says"),
    [
        (pd.Series(["A"]), 1, "the frame is no pandas DataFrame but of type Series; give a DataFrame"),
        (["A"], 1, "the frame is no pandas DataFrame but of type list"),
        (
            pd.DataFrame([["A", 1]], columns=pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")])),
            1,
            "columns of 2 levels",
        ),
        (pd.DataFrame({"text": ["A"]}), -1, "jobs=-1 is no number of processes; give 1 or more"),
        (pd.DataFrame({"text": ["A"]}), 0, "jobs=0 is no number of processes"),
        (
            pd.DataFrame({"a": ["A"], "b": ["B"]}),
            1,
            "no column is called 'text' or 'title'; name one with column=, of 'a'",
        ),
    ],
)
def test_what_cannot_be_used_is_said(frame: pd.DataFrame, jobs: int, says: str) -> None:
    with pytest.raises(InputError, match=re.escape(says)):
        match_rows(plain, frame, Columns(), jobs=jobs)


def test_strings_that_are_missing_are_skipped_and_what_is_no_text_is_refused(tmp_path: Path) -> None:
    small_catalog(tmp_path).close()
    with reconcile.Catalog.open(tmp_path / "catalog") as catalog:
        title = "GTPA: A Generative Model For Online Mentor-Apprentice Networks. Ahmad. AAAI 2010"
        found = list(catalog.match([title, None, float("nan"), ""]))  # type: ignore[list-item]
        assert [verdict.status.value for verdict in found] == ["matched", "skipped", "skipped", "skipped"]
        assert [(verdict.id, verdict.reason) for verdict in found[1:]] == [
            ("2", "the text is missing"), ("3", "the text is missing"), ("4", "the text is empty")]  # fmt: skip
        assert isinstance(found[0], reconcile.Verdict)
        with pytest.raises(reconcile.InputError, match="string 1 is no text but of type bytes; give texts"):
            list(catalog.match([b"x"]))  # type: ignore[list-item]
        with pytest.raises(InputError, match="strings is one string; put it in a list"):
            catalog.match("On Wool")
        with pytest.raises(reconcile.WeightsError):
            catalog.match([], weights=tmp_path / "none.toml")
        asked = pd.DataFrame({"text": [title]})
        assert catalog.match_frame(asked, prefix="m_")["m_matched_year"].iloc[0] == 2010
    with pytest.raises(reconcile.CatalogError):
        reconcile.Catalog.open(tmp_path)


def test_signatures_can_be_read() -> None:
    """Settings stand in them as defaults."""
    assert (repr(DEFAULT), repr(replace(DEFAULT, wrong=0.1))) == ("Settings()", "Settings(wrong=0.1)")
    assert re.fullmatch(
        r"Settings\(weights=<Weights: \d+ levels, prior -?[\d.]+>, wrong=0.5, .*\)", repr(for_pairs(None, 0.5))
    )
    assert len(str(inspect.signature(reconcile.Catalog.match))) < 200
    assert "wrong = 0.05\n" in DEFAULT.in_full()
    assert DEFAULT.in_full() != replace(DEFAULT, weights=for_pairs(None, 0.05).weights).in_full()


def test_a_column_may_be_a_number_and_is_never_an_empty_name(tmp_path: Path) -> None:
    frame = pd.DataFrame([["x", "no such thing"], ["y", None]])
    with small_catalog(tmp_path) as own:
        assert list(reconcile.match_frame(own, frame, column=1)["status"]) == ["not-found", "skipped"]
        assert list(reconcile.match_frame(own, frame, column=0)["status"]) == ["skipped", "skipped"]
        with pytest.raises(InputError, match="'' is no name of a column; leave it out, or give one of the frame's"):
            reconcile.match_frame(own, frame.assign(text="A"), column="")
        with pytest.raises(InputError, match="there is no column '7'; its columns are '0', '1'"):
            reconcile.match_frame(own, frame, title=7)


def test_of_two_columns_of_one_name_none_is_chosen() -> None:
    frame = pd.DataFrame([["1", "A", "B"]], columns=["id", "text", "id"])
    assert list(match_rows(plain, frame, Columns())["matched_title"]) == ["A"]
    with pytest.raises(InputError, match="the frame: 2 columns are called 'id'; rename all but the one that is meant"):
        match_rows(plain, frame, Columns("id"))


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
