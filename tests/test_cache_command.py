"""`reconcile cache`: what is kept, and how one is rid of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reconcile.cli import DONE, UNUSABLE, main
from sources.polite import Payload, Request
from sources.store import DAY, DiskStore


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Three answers, kept on two days of November 2026."""
    path = tmp_path / "answers.sqlite"
    now = 1_795_000_000.0
    store = DiskStore(path, clock=lambda: now)
    store.put(Request("crossref", "crossref-single", "https://api.example/works/1"), Payload(b"{}"))
    now += DAY
    store.put(Request("dblp", "dblp", "https://dblp.example/1"), Payload(b"{}"))
    store.put(Request("dblp", "dblp", "https://dblp.example/2"), Payload(b"", empty=True))
    store.close()
    return path


def run(*words: str) -> int:
    return main(["cache", *words])


def test_info_says_what_is_kept(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", "--cache", str(cache)) == DONE
    assert capsys.readouterr().out.splitlines() == [
        f"{cache}: 3 answers, 0.0 MB",
        "crossref: 1 answers, 0 of them without a record, 0.0 MB, of 2026-11-18 to 2026-11-18",
        "dblp: 2 answers, 1 of them without a record, 0.0 MB, of 2026-11-19 to 2026-11-19",
    ]


def test_clear_throws_all_away_or_one_source(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("clear", "--cache", str(cache), "--source", "dblp") == DONE
    assert run("clear", "--cache", str(cache)) == DONE
    assert run("clear", "--cache", str(cache)) == DONE
    assert capsys.readouterr().out.splitlines() == [
        f"{cache}: {said} thrown away" for said in ("2 answers", "1 answer", "0 answers")
    ]


@pytest.mark.parametrize("action", ["info", "clear"])
def test_where_nothing_is_kept_there_is_nothing_to_say(
    action: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.sqlite"
    assert run(action, "--cache", str(path)) == DONE
    assert capsys.readouterr().out == f"{path}: no answers are kept\n"
    assert not path.exists()


WRONG = [
    pytest.param(b"no database at all, whatever its name says", "not a database", id="something else"),
    pytest.param(None, "not a file of answers", id="somebody else's database"),
]


@pytest.mark.parametrize(("content", "says"), WRONG)
@pytest.mark.parametrize("action", ["info", "clear"])
def test_a_file_that_is_none_is_named_and_left_as_it_is(
    action: str, content: bytes | None, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.sqlite"
    if content is None:
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE bookmarks (address TEXT)")
    else:
        path.write_bytes(content)
    assert run(action, "--cache", str(path)) == UNUSABLE
    said = capsys.readouterr().err
    assert str(path) in said
    assert says in said
    assert "Traceback" not in said
    if content is None:
        with sqlite3.connect(path) as database:
            assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]


def test_a_folder_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", "--cache", str(tmp_path)) == UNUSABLE
    assert str(tmp_path) in capsys.readouterr().err


def test_info_is_of_every_source(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", "--cache", str(cache), "--source", "dblp") == UNUSABLE
    assert "--source" in capsys.readouterr().err
