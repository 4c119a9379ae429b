"""The tables of a result for people: their columns, and that no text in them is taken for anything else."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from reconcile.result import Result
from reconcile.tables import spreadsheets
from tests import fakes

RESULT = fakes.result()
ETHOS = RESULT.matches[0]


def rows(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(spreadsheets.mentions_csv(result.matches), newline="")))


def test_the_spreadsheet_has_a_row_a_mention() -> None:
    first, *_, last = rows(RESULT)
    assert (first["document"], first["first_line"], first["status"]) == ("gao-homepage.md", "111", "matched")
    assert first["claimed_authors"].startswith("Lei Gao; Yue Niu; ")
    assert (last["status"], last["severity"], last["record_title"]) == ("not-checked", "", "")
    assert rows(RESULT)[2]["flags"] == "authors-differ; year-mismatch; title-changed"
    assert rows(RESULT)[2]["severity"] == "error"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "+1"),
        ("-1", "-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'=1"),
        ("\uff1d1", "'\uff1d1"),
        ("A = B", "A = B"),
        ("'quoted'", "'quoted'"),
        ("two\nlines, and \"quotes\"", "two\nlines, and \"quotes\""),
        ("two\r\nlines", "two\nlines"),
        ("\ud800", "?"),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    match = replace(ETHOS, mention=replace(ETHOS.mention, text=text))
    (row,) = rows(Result(matches=(match,)))
    assert row["text"] == cell


def test_a_list_of_authors_is_no_formula_either() -> None:
    claim = replace(ETHOS.mention.claim, author=fakes.names("=cmd Gao, Yue Niu"))
    (row,) = rows(Result(matches=(replace(ETHOS, mention=replace(ETHOS.mention, claim=claim)),)))
    assert row["claimed_authors"] == "'=cmd Gao; Yue Niu"


def test_the_frame_has_typed_columns() -> None:
    frame = spreadsheets.mentions_frame(RESULT.matches)
    assert list(frame.columns) == list(rows(RESULT)[0])
    assert {name: str(frame[name].dtype) for name in ("first_line", "claimed_year", "status", "probability")} == {
        "first_line": "Int64",
        "claimed_year": "Int64",
        "status": "category",
        "probability": "float64",
    }
    assert frame.loc[2, "flags"] == ["authors-differ", "year-mismatch", "title-changed"]
    assert frame["record_year"].isna().sum() == 3
    assert frame.groupby("status", observed=True).size()["matched"] == 4


def test_the_frame_of_nothing_has_the_same_columns() -> None:
    empty, full = spreadsheets.mentions_frame(()), spreadsheets.mentions_frame(RESULT.matches)
    assert list(empty.dtypes.astype(str)) == list(full.dtypes.astype(str))
    assert len(empty) == 0


def works(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(spreadsheets.works_csv(result.works, result.matches), newline="")))


def test_the_table_of_works_has_a_row_a_work_with_who_lists_it() -> None:
    assert [row["work"] for row in works(RESULT)] == [work.key for work in RESULT.works]
    first = works(RESULT)[0]
    assert (first["work"], first["status"], first["severity"]) == ("gao-2024-ethos", "matched", "error")
    assert (first["documents"], first["places"]) == ("gao-homepage.md", "gao-homepage.md:111; gao-homepage.md:113")
    assert (first["kind"], first["year"], first["doi"]) == (
        "paper-conference", "2024", "10.18653/v1/2024.findings-naacl.132",
    )  # fmt: skip
    assert first["authors"].startswith("Lei Gao; Yue Niu; ")


def test_a_work_has_each_code_once_and_names_each_document_once() -> None:
    work, *_ = RESULT.works
    flag = ETHOS.flags[0]
    twice = replace(work, mentions=(0, 1, 0), flags=(flag, replace(flag, says="otherwise")))
    (row,) = works(replace(RESULT, works=(twice,)))
    assert (row["flags"], row["documents"]) == (flag.code, "gao-homepage.md")
    assert row["says"] == f"{flag.says}; otherwise"


def test_a_preprint_is_called_so_and_no_title_is_a_formula() -> None:
    work = replace(RESULT.works[0], record=replace(fakes.ETHOS_PREPRINT, title="=1+1"))
    (row,) = works(replace(RESULT, works=(work,)))
    assert (row["kind"], row["title"]) == ("preprint", "'=1+1")


def test_the_frame_of_works_has_the_columns_of_the_table() -> None:
    frame, empty = RESULT.to_works_frame(), Result().to_works_frame()
    assert list(frame.columns) == list(works(RESULT)[0])
    assert list(empty.dtypes.astype(str)) == list(frame.dtypes.astype(str))
    assert frame.loc[0, "documents"] == ["gao-homepage.md"]
    assert (str(frame["year"].dtype), len(frame), len(empty)) == ("Int64", len(RESULT.works), 0)
    joined = RESULT.to_frame().merge(frame, on="work", suffixes=("", "_of_work"))
    assert len(joined) == sum(bool(match.work) for match in RESULT.matches)


def test_the_same_result_gives_the_same_tables() -> None:
    again = fakes.result()
    assert spreadsheets.mentions_csv(RESULT.matches) == spreadsheets.mentions_csv(again.matches)
    assert works(RESULT) == works(again)
