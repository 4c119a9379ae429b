"""What a person decided of a mention stays decided: a record that is meant, one that is not."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.byhand.decisions import Decisions, DecisionsError, read_decisions
from reconcile.cells import field_limit
from reconcile.gather import Found
from reconcile.mention import Flag, Match, PutAside, Severity, Status
from reconcile.pipeline import reconcile_mentions
from reconcile.pipeline.scales import Scales
from reconcile.result import Result
from reconcile.settings import DEFAULT
from reconcile.tables.spreadsheets import mentions_csv
from reconcile.terminal import console
from tests import fakes
from tests.make import mention, record

CLAIM = mention("", "Lei Zhao; Youtao Zhang; Jun Yang", 2017, "ICCAD")
RECORD = record("Slow Weather Models", "Lei Zhao; Youtao Zhang; Jun Yang", 2017, "ICCAD", source="dblp", key="conf/a")
TWIN = record("Fast Weather Models", "Lei Zhao; Youtao Zhang; Jun Yang", 2017, "ICCAD", source="dblp", key="conf/b")


def table(folder: Path, *rows: tuple[str, str, str, str], delimiter: str = ",") -> Path:
    """Write a table as a spreadsheet would."""
    path = folder / "decisions.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerows([("document", "text", "source", "key", "decision"), *[("cv.txt", *row) for row in rows]])
    return path


def judged(path: Path) -> Match:
    scales = Scales(DEFAULT, read_decisions(path))
    return reconcile_mentions([CLAIM], [Found((RECORD, TWIN), ("dblp",))], DEFAULT, scales)[0][0]


def test_without_a_decision_two_papers_of_one_team_are_both_possible(tmp_path: Path) -> None:
    assert judged(table(tmp_path)).status is not Status.MATCHED


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("yes", ["yes", "Ja", "x"])
def test_a_record_that_is_meant_is_matched(tmp_path: Path, yes: str, delimiter: str) -> None:
    match = judged(table(tmp_path, (CLAIM.text, "dblp", "conf/b", yes), delimiter=delimiter))
    assert (match.status, match.best and match.best.record) == (Status.MATCHED, TWIN)
    assert match.best is not None
    assert match.best.comparison.evidence[-1].says == "decided by hand"


def test_a_record_that_is_not_meant_is_no_candidate(tmp_path: Path) -> None:
    rows = ((CLAIM.text, "dblp", "conf/a", "no"), (CLAIM.text, "dblp", "conf/b", "nein"))
    assert judged(table(tmp_path, *rows)).best is None
    other = judged(table(tmp_path, rows[0], (f"{CLAIM.text} 2", "dblp", "conf/b", "no")))
    assert other.best is not None
    assert other.best.record == TWIN


@given(st.text(st.one_of(st.sampled_from("'=-\t\n\r\x07\x0b\x0c\x1c\x1f\x7f\x85\xa0\ud800"), st.characters())))
def test_what_is_decided_in_the_table_of_a_run_is_heeded_in_the_next(text: str) -> None:
    claimed = replace(CLAIM, text=f"Wool{text}")
    said = replace(fakes.result().matches[0], mention=claimed)
    row = next(csv.DictReader(io.StringIO(mentions_csv((said,)), newline="")))
    key = {"source": row["source"], "key": row["key"]}
    with TemporaryDirectory() as folder:
        decided = read_decisions(table(Path(folder), (row["text"], *key.values(), "no")))
    assert said.best is not None
    assert decided.heeded(claimed, (said.best,)) == ()
    assert (len(decided.unmet([claimed])), len(decided.unmet([CLAIM]))) == (0, 1)


def test_a_text_may_have_another_number_in_its_list(tmp_path: Path) -> None:
    decided = read_decisions(
        table(tmp_path, (f"[1] {CLAIM.text}", "dblp", "conf/a", "no"), ("Wool", "dblp", "b", "no"))
    )
    for number in ("", "[2] ", "12. ", "(3) ", "C4: "):
        assert decided.unmet([replace(CLAIM, text=number + CLAIM.text)]) == ("row 3 “Wool”",)
    assert len(decided.unmet([replace(CLAIM, text=f"2017. {CLAIM.text}")])) == 2


@pytest.mark.parametrize("before", [1 << 10, 1 << 17])
def test_a_long_text_is_read_whatever_was_read_before(tmp_path: Path, before: int) -> None:
    with field_limit(before):
        decided = read_decisions(table(tmp_path, ("wool " * 40_000, "dblp", "conf/a", "no")))
        assert (len(decided), csv.field_size_limit()) == (1, before)


def test_what_is_said_twice_is_said_once(tmp_path: Path) -> None:
    twice = [("Wool", "dblp", "a", "no"), ("Wool", "dblp", "a", "nein"), ("Wool", "dblp", "b", "yes")]
    decided = read_decisions(table(tmp_path, *twice))
    assert (decided.meant, decided.refused) == ({"Wool": {("dblp", "b")}}, {"Wool": {("dblp", "a")}})


def test_a_row_has_its_number_in_the_spreadsheet_and_may_lack_its_last_cells(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("text,source,key,decision,seen\n\nWool,dblp,a,no\nWool,dblp,b,perhaps\n")
    with pytest.raises(DecisionsError, match="row 4"):
        read_decisions(path)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ((CLAIM.text, "dblp", "conf/a", "maybe"), "row 2: “maybe” decides nothing"),
        (("", "dblp", "conf/a", "yes"), "row 2: a decision needs the text"),
        ((CLAIM.text, "", "", "no"), "row 2: a decision needs the text and the key"),
    ],
)
def test_what_is_not_understood_is_named_with_its_row(
    tmp_path: Path, row: tuple[str, str, str, str], says: str
) -> None:
    with pytest.raises(DecisionsError, match=says):
        read_decisions(table(tmp_path, row))


@pytest.mark.parametrize("content", [b"", b"text;key\n", b"\x00\x01\x02" * 100, b'text,source,key,decision\n"a,b\n'])
def test_what_is_no_such_table_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(DecisionsError, match=r"x\.csv"):
        read_decisions(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DecisionsError, match="No such file"):
        read_decisions(tmp_path / "none.csv")


ADDED = Flag("authors-differ", Severity.ERROR, "added in the claim: A. Bee")
LATE = Flag("year-mismatch", Severity.WARNING, "2017 claimed, 2018 recorded")
SAID_TWICE = Flag("year-mismatch", Severity.INFO, "another year too")
FLAGGED = Match(CLAIM, Status.MATCHED, flags=(ADDED, LATE, SAID_TWICE))


def ignoring(folder: Path, *rows: tuple[str, str, str], header: str = "Text,flags,Ignore ") -> Decisions:
    path = folder / "ignored.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows([header.split(","), *rows])
    return read_decisions(path)


@pytest.mark.parametrize(
    ("ignored", "left"),
    [
        ("year-mismatch", [ADDED]),
        ("Authors-Differ; year-mismatch", []),
        ("authors-differ,year-mismatch", []),
        ("yes", [ADDED]),
        ("no", [ADDED, LATE, SAID_TWICE]),
        ("", [ADDED, LATE, SAID_TWICE]),
        ("title-changed", [ADDED, LATE, SAID_TWICE]),
        (" YEAR-MISMATCH ", [ADDED]),
    ],
)
def test_flags_that_a_person_wants_no_more_are_put_aside(tmp_path: Path, ignored: str, left: list[Flag]) -> None:
    decided = ignoring(tmp_path, (f"[7] {CLAIM.text}", "year-mismatch; year-mismatch", ignored))
    match = decided.put_aside(FLAGGED)
    assert list(match.flags) == left
    assert match.put_aside == tuple(PutAside(flag, 2) for flag in FLAGGED.flags if flag not in left)
    other = replace(FLAGGED, mention=replace(CLAIM, text="Another text"))
    assert decided.put_aside(other) == other


def test_what_is_put_aside_in_vain_is_told(tmp_path: Path) -> None:
    rows = [(CLAIM.text, "", "year-missmatch year-mismatch"), ("Wool", "", "no-record"), (CLAIM.text, "", "duplicate")]
    decided = ignoring(tmp_path, *rows)
    matches = [decided.put_aside(FLAGGED), decided.put_aside(replace(FLAGGED, flags=()))]
    assert decided.unraised(matches) == ("row 2 “year-missmatch”", "row 4 “duplicate”")
    assert decided.unmet([match.mention for match in matches]) == ("row 3 “Wool”",)
    assert len(decided) == 2  # texts


def test_one_table_may_say_both(tmp_path: Path) -> None:
    path = tmp_path / "both.csv"
    path.write_text(
        f'text,source,key,decision,ignore\n"{CLAIM.text}",dblp,conf/b,yes,year-mismatch\n', encoding="utf-8"
    )
    assert judged(path).best is not None
    assert read_decisions(path).put_aside(FLAGGED).flags == (ADDED,)


@pytest.mark.parametrize(
    ("header", "lacks"),
    [("flags,ignore", "text"), ("text,ignore,decision", "source"), ("text,source,key", "decision"), ("", "text")],
)
def test_a_column_that_is_missing_is_named(tmp_path: Path, header: str, lacks: str) -> None:
    with pytest.raises(DecisionsError, match=f"there is no column “{lacks}”"):
        ignoring(tmp_path, header=header)


def test_how_many_flags_were_put_aside_and_by_which_rows_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided = ignoring(tmp_path, (CLAIM.text, "", "year-mismatch"))
    console.report(Result(matches=(decided.put_aside(FLAGGED),), log={"sources": {}}), tmp_path)
    assert "put aside: 2 flags by the table of decisions: row 2 year-mismatch\n" in capsys.readouterr().out
    console.report(Result(matches=(FLAGGED,), log={"sources": {}}), tmp_path)
    assert "put aside" not in capsys.readouterr().out
