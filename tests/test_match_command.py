"""`reconcile match` from its arguments to its files, with a judge and a catalogue that are not the real ones."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reconcile.bulk import Judge, Tally
from reconcile.cli import main
from reconcile.commands import match
from reconcile.mention import Status
from reconcile.settings import Settings
from reconcile.streaming.rows import MOST_ROWS
from reconcile.terminal import console
from sources.catalog import CatalogError
from tests.bulk_judges import FATAL, STOP, fragile


class Opened:
    """Stands for a catalogue: what it holds."""

    contents = SimpleNamespace(built="2026-01-01", rows=3, records={"dblp": 3})

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class NoCatalogue:
    """Stands for `Catalog`."""

    @staticmethod
    def open(path: Path) -> Opened:
        if path.name != "cat":
            raise CatalogError(f"{path}: there is no such catalogue")
        return Opened()


def opener(_: Path, settings: Settings, *, explains: bool) -> Callable[[], Judge]:
    assert isinstance(explains, bool)
    assert settings.weights.levels
    return fragile


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command in a folder of its own; gives the exit status and what was said on both streams."""
    monkeypatch.setattr(match, "Catalog", NoCatalogue)
    monkeypatch.setattr(match, "OpenJudge", opener)
    monkeypatch.chdir(tmp_path)

    def runs(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(["match", *arguments])
        finally:
            said = capfdbinary.readouterr()
        return status, said.out.decode(), said.err.decode()

    return runs


STANDARD = ("--catalog", "cat", "--out", "out.jsonl", "--jobs", "1")


def lines(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def test_a_file_is_matched_and_counted(run: Run) -> None:
    Path("x.txt").write_text("A\n\nnothing\n", encoding="utf-8")
    status, out, err = run("x.txt", *STANDARD)
    assert (status, err) == (0, "")
    assert out.startswith("2 strings: 1 matched, 1 not-found (2 in ")
    assert out.endswith("a second)\nmatches: out.jsonl\n")
    assert [(line["id"], line["status"]) for line in lines("out.jsonl")] == [("1", "matched"), ("3", "not-found")]
    assert "evidence" not in lines("out.jsonl")[0]


def test_standard_output_holds_lines_and_nothing_else(run: Run) -> None:
    Path("x.txt").write_text("A\n", encoding="utf-8")
    status, out, err = run("x.txt", "--catalog", "cat", "--out", "-", "--evidence", "--jobs", "2")
    assert status == 0
    assert json.loads(out)["evidence"][0]["field"] == "title"
    assert "1 matched" in err


@pytest.mark.parametrize(
    ("name", "content", "options", "titles"),
    [
        ("x.csv", "ref,text\nA,B\n", ("--column", "ref"), ["A"]),
        ("x.csv", "T,W\nA,B\n", ("--columns", "title=T, authors=W"), ["A"]),
        ("x.csv", "T,D\nA,10.1234/wool.1\n", ("--columns", "title=T,doi=D"), ["A"]),
        ("x.csv", "T,W\nA,B\n", ("--format", "text"), ["T,W", "A,B"]),
        ("x", '{"text": "A"}\n', (), ["A"]),
    ],
)
def test_columns_and_form_are_said(
    run: Run, name: str, content: str, options: tuple[str, ...], titles: list[str]
) -> None:
    Path(name).write_text(content, encoding="utf-8")
    assert run(name, *STANDARD, *options)[0] == 0
    assert [line["record"]["title"] for line in lines("out.jsonl")] == titles


def test_a_stopped_run_is_gone_on_with_by_the_same_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("x.txt").write_text("A\n" * 200 + STOP, encoding="utf-8")
    status, out, err = run("x.txt", *STANDARD)
    assert (status, out) == (2, "")
    assert (
        err
        == "reconcile: stopped; 128 lines are done and stand in out.jsonl.part; the same command goes on from there\n"
    )
    monkeypatch.setattr("tests.bulk_judges.STOP", "")
    status, out, err = run("x.txt", *STANDARD)
    assert (status, err) == (0, "reconcile: going on after the 128 lines that stand in out.jsonl.part\n")
    assert "201 strings, 128 of them by an earlier run: 201 matched (73 in" in out
    assert len(lines("out.jsonl")) == 201


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("no.txt", *STANDARD), "no.txt: there is no such file"),
        ((".", *STANDARD), ".: this is a folder; name one of its files"),
        (("x.txt", *STANDARD, "--out", "x.txt"), "--out x.txt: this is the input itself; name another file"),
        (("x.txt", *STANDARD, "--out", "no/out"), "no/out: there is no folder no; make it, or choose another --out"),
        (("x.txt", *STANDARD, "--out", ""), "--out is empty; name a file, or - for standard output"),
        (("x.txt", *STANDARD, "--out", "pipe"), "pipe: this is a device or a pipe; write to standard output instead"),
        (("pipe", *STANDARD), "pipe: this is no file but a device or a pipe; give it as standard input, -"),
        (("x.txt", *STANDARD, "--catalog", "none"), "none: there is no such catalogue"),
        (("x.txt", *STANDARD, "--format", "json"), "x.txt: the JSON is no list"),
        (("x.txt", *STANDARD, "--format", "xml"), "'xml' is none of text, jsonl, json, csv, tsv, bib, parquet"),
        (("x.txt", *STANDARD, "--jobs", "0"), "'0' is no number of processes; give 1 to 1024"),
        (("x.txt", *STANDARD, "--jobs", "2000"), "'2000' is no number of processes; give 1 to 1024"),
        (("x.txt", *STANDARD, "--columns", "name=X"), "'name' is none of title=NAME, authors=NAME"),
        (("x.txt", *STANDARD, "--columns", "year=X"), "title=NAME is missing"),
        (("x.txt", *STANDARD, "--column", "a", "--columns", "title=X"), "not allowed with"),
        (
            ("fatal.txt", *STANDARD, "--jobs", "2"),
            "no line is done yet; the same command begins anew, or with --jobs 1",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(run: Run, arguments: tuple[str, ...], says: str) -> None:
    Path("x.txt").write_text("A\n", encoding="utf-8")
    os.mkfifo("pipe")
    Path("fatal.txt").write_text(f"{FATAL}\n" * (MOST_ROWS + 1), encoding="utf-8")  # one batch needs no worker
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert "Traceback" not in err
    assert Path("pipe").is_fifo()


def test_an_empty_input_is_done_and_said(run: Run) -> None:
    Path("x.txt").write_text("\n", encoding="utf-8")
    assert run("x.txt", *STANDARD)[:2] == (0, "nothing to match: the input holds no publication strings\n")


def test_the_meter_is_told_how_many_strings_to_expect() -> None:
    totals: list[int | None] = []
    steps: list[int] = []
    progress = match._shown(console.Meter(totals.append, steps.append))
    progress.begin(1000, 50)
    progress.step(50, 500)
    progress.step(60, 1000)
    assert totals == [150, 110]
    assert steps == [50, 60]


def test_the_summary_names_every_status_that_came() -> None:
    tally = Tally(((Status.MATCHED, 1500), (Status.POSSIBLE, 0), (Status.SKIPPED, 1)), 500, 0.5)
    assert match.summary(tally, "-") == [
        "1,501 strings, 500 of them by an earlier run: 1,500 matched, 1 skipped (1,001 in 0.5 s, 2,002 a second)"
    ]
