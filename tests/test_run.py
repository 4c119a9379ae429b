"""The main job, as a user runs it: the five shipped documents, offline, from the cassettes.

`tests/golden/` holds what a librarian should find in them; `python -m tests.test_run` writes it anew, and the
difference is then to be read line by line.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
import shutil
from pathlib import Path

import bibtexparser
import pandas as pd
import pytest

from reconcile.cli import DONE, FLAGGED, UNANSWERED, UNUSABLE, main

ROOT = Path(__file__).parent.parent
DOCUMENTS = ROOT / "tests" / "documents"
CASSETTES = ROOT / "cassettes"
GOLDEN = ROOT / "tests" / "golden"
FILES = (
    "bibliography.bib",
    "mentions.csv",
    "mentions.jsonl",
    "report.html",
    "run.json",
    "works.csv",
    "works.jsonl",
)


def run(out: Path, *more: str, cassettes: Path = CASSETTES) -> int:
    return main(["run", str(DOCUMENTS), "--replay", str(cassettes), "--out", str(out), "--json", *more])


def mentions(out: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in (out / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]


def digest(out: Path) -> str:
    """One line a mention: where it stands, what became of it, and its flags."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter="\t", lineterminator="\n")
    rows.writerow(["document", "lines", "status", "record", "flags", "title"])
    for mention in mentions(out):
        record = mention["record"] or {}
        codes = ",".join(sorted({flag["code"] for flag in mention["flags"]}))
        lines = "-".join(map(str, mention["lines"]))
        rows.writerow(
            [mention["document"], lines, mention["status"], record.get("key", ""), codes, mention["parsed"]["title"]]
        )
    return text.getvalue()


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of one run."""
    folder = tmp_path_factory.mktemp("run")
    assert run(folder) == FLAGGED
    return folder


def test_every_file_is_written_and_nothing_else(out: Path) -> None:
    assert tuple(sorted(path.name for path in out.iterdir())) == FILES


def test_the_tables_begin_with_the_mark_by_which_excel_knows_utf8_where_it_is_asked_for(
    out: Path, tmp_path: Path
) -> None:
    assert run(tmp_path, "--excel") == FLAGGED
    for name, first in (("mentions.csv", "document"), ("works.csv", "work")):
        assert (out / name).read_bytes().startswith(first.encode())
        assert (tmp_path / name).read_bytes() == codecs.BOM_UTF8 + (out / name).read_bytes()
        assert pd.read_csv(tmp_path / name).columns[0] == first
    assert len(pd.read_csv(out / "works.csv")) == len((out / "works.jsonl").read_bytes().splitlines())


def test_mentions_are_as_a_librarian_found_them(out: Path) -> None:
    assert digest(out) == (GOLDEN / "mentions.tsv").read_text(encoding="utf-8")


def test_the_bibliography_is_as_a_librarian_signed_it(out: Path) -> None:
    assert (out / "bibliography.bib").read_text(encoding="utf-8") == (GOLDEN / "bibliography.bib").read_text(
        encoding="utf-8"
    )


def test_a_second_run_gives_the_same_bytes(out: Path, tmp_path: Path) -> None:
    run(tmp_path)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes(), name


def test_the_order_of_documents_changes_no_judgement(out: Path, tmp_path: Path) -> None:
    backwards = sorted(map(str, DOCUMENTS.iterdir()), reverse=True)
    main(["run", *backwards, "--replay", str(CASSETTES), "--out", str(tmp_path), "--json"])

    def judged(folder: Path) -> list[tuple]:  # type: ignore[type-arg]
        # Which of two equal claims is the duplicate depends on which is read first; nothing else does.
        return sorted(
            (
                m["document"],
                m["lines"],
                m["status"],
                m["work"],
                str(m["record"]),
                sorted({f["code"] for f in m["flags"]} - {"duplicate"}),
            )
            for m in mentions(folder)
        )

    assert judged(tmp_path) == judged(out)


@pytest.mark.parametrize("source", ["crossref", "dblp", "anthology"])
def test_a_source_that_cannot_be_asked_is_never_taken_for_one_that_has_nothing(
    source: str, out: Path, tmp_path: Path
) -> None:
    cassettes = tmp_path / "cassettes"
    shutil.copytree(CASSETTES, cassettes)
    (cassettes / f"{source}.yaml").unlink()
    assert run(tmp_path / "out", cassettes=cassettes) == UNANSWERED
    before = {(m["document"], m["lines"][0]): m for m in mentions(out)}
    for mention in mentions(tmp_path / "out"):
        full = before[mention["document"], mention["lines"][0]]
        if mention["status"] == "not-found":
            # Only what this source could not have known anyway may still be called not found.
            assert source == "anthology"
            assert full["status"] == "not-found"
        if full["status"] == "matched" and mention["status"] != "matched":
            assert mention["status"] in ("not-checked", "possible")
    log = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert log["sources"][source]["not_answered"]
    assert "not on a cassette" in log["sources"][source]["not_answered"][0]["reason"]


def test_ethos_is_one_work_claimed_at_two_venues(out: Path) -> None:
    ethos = [m for m in mentions(out) if m["parsed"]["title"].startswith("Ethos")]
    assert {m["work"] for m in ethos} == {"gao-2024-ethos"}
    assert {m["record"]["doi"] for m in ethos} == {"10.18653/v1/2024.findings-naacl.132"}
    assert all("venue-conflict" in {flag["code"] for flag in m["flags"]} for m in ethos)


def test_an_artificial_key_never_reaches_the_bibliography(out: Path) -> None:
    assert "unseen" not in (out / "bibliography.bib").read_text(encoding="utf-8")


def test_plain_leaves_the_flags_out(tmp_path: Path) -> None:
    run(tmp_path, "--plain")
    text = (tmp_path / "bibliography.bib").read_text(encoding="utf-8")
    assert "x-reconcile" not in text
    assert "%" not in text


def test_keywords_say_which_documents_list_a_work(tmp_path: Path) -> None:
    run(tmp_path, "--keywords", "--plain")
    library = bibtexparser.parse_string((tmp_path / "bibliography.bib").read_text(encoding="utf-8"))
    listed = {name for entry in library.entries for name in entry["keywords"].split(", ")}
    assert listed == {path.stem.replace("_", "-") for path in DOCUMENTS.iterdir()}


def test_ascii_is_ascii(tmp_path: Path) -> None:
    run(tmp_path, "--ascii", "--plain")
    assert (tmp_path / "bibliography.bib").read_text(encoding="utf-8").isascii()


BAD = [
    (["run", "no/such/cv.pdf", "--out", "OUT"], "no/such/cv.pdf"),
    (["run", str(DOCUMENTS), "--replay", "no/cassettes", "--out", "OUT"], "no/cassettes"),
    (["run", str(DOCUMENTS), "--sources", "scopus", "--out", "OUT"], "scopus"),
    (["run", str(DOCUMENTS), "--mailto", "nobody", "--out", "OUT"], "nobody"),
    (["run", "--out", "OUT"], "DOCUMENT"),
    (["run", str(DOCUMENTS), "--out", "OUT", "--json", "--verbose"], "not allowed with"),
    (["run", str(DOCUMENTS), "--replay", str(CASSETTES), "--out", "FILE/below"], "FILE"),
]


@pytest.mark.parametrize(("arguments", "named"), BAD, ids=[named for _, named in BAD])
def test_unusable_input_is_one_line_that_names_the_thing(
    arguments: list[str], named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "FILE").write_text("in the way", encoding="utf-8")
    places = {"OUT": str(tmp_path / "out"), "FILE/below": str(tmp_path / "FILE" / "below")}
    assert main([places.get(argument, argument) for argument in arguments]) == UNUSABLE
    said = capsys.readouterr().err
    assert named in said
    assert "Traceback" not in said
    assert not (tmp_path / "out").exists()


def test_a_document_without_publications_is_done(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("Maria Lopez\n\nEducation\n\nPhD 2020\n", encoding="utf-8")
    assert (
        main(["run", str(tmp_path / "cv.txt"), "--replay", str(CASSETTES), "--out", str(tmp_path / "out"), "--json"])
        == DONE
    )
    assert mentions(tmp_path / "out") == []


def test_what_was_not_read_has_dashes_and_standard_input_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Publications\n\n- A. Bee. On Wool. 2020.\n")))
    Path("empty.txt").touch()
    assert main(["run", "-", "h.doc", "empty.txt", "--offline", "--cache", "kept", "--out", "out"]) == UNUSABLE
    said = capsys.readouterr().out
    rows = [re.split(" {2,}", line.strip()) for line in said.splitlines()[1:5]]
    assert rows[1:3] == [["h.doc", *["–"] * 8], ["empty.txt", *["–"] * 8]]
    assert [row[0] for row in rows] == ["standard input", "h.doc", "empty.txt", "all"]
    assert rows[3][1:] == rows[0][1:]


def test_offline_without_kept_answers_checks_nothing(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("Publications\n\n- Maria Lopez. A Study of Things. ICML 2020.\n", encoding="utf-8")
    arguments = [
        "run",
        str(tmp_path / "cv.txt"),
        "--offline",
        "--cache",
        str(tmp_path / "cache.sqlite"),
        "--out",
        str(tmp_path / "out"),
        "--json",
    ]
    assert main(arguments) == UNANSWERED
    assert [mention["status"] for mention in mentions(tmp_path / "out")] == ["not-checked"]


def test_a_full_disk_leaves_the_files_of_the_last_run(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    written = Path.write_text

    def full(path: Path, text: str, **more: object) -> int:
        if "report" in path.name:
            raise OSError(28, "No space left on device")
        return written(path, text, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full)
    assert run(tmp_path, "--plain") == UNUSABLE
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_terminal_that_cannot_be_written_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_anything: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reconcile.terminal.console.report", full)
    assert run(tmp_path) == UNUSABLE
    assert "standard output: No space left on device" in capsys.readouterr().err
    assert (tmp_path / "report.html").exists()


def test_the_output_folder_is_tried_before_anything_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "FILE").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr("reconcile.pipeline.judge", lambda *_, **__: pytest.fail("the sources were asked"))
    assert run(tmp_path / "FILE") == UNUSABLE


def test_stopped_by_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_anything: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reconcile.pipeline.judge", stop)
    assert run(tmp_path) == UNUSABLE
    assert (
        capsys.readouterr().err.strip()
        == "reconcile: stopped, nothing was written; the same command goes on from the answers so far"
    )
    assert list(tmp_path.iterdir()) == []


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == DONE
    assert main(["run", "--help"]) == DONE
    assert "--replay" in capsys.readouterr().out


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder))
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / "mentions.tsv").write_text(digest(Path(folder)), encoding="utf-8")
        shutil.copy(Path(folder) / "bibliography.bib", GOLDEN / "bibliography.bib")


def test_a_record_that_a_person_refused_is_not_proposed_again(out: Path, tmp_path: Path) -> None:
    with (out / "mentions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    refused = next(row for row in rows if row["status"] == "matched")
    table = tmp_path / "decided.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*refused, "decision"], restval="")
        writer.writeheader()
        writer.writerows([{**row, "decision": "no" if row is refused else ""} for row in rows])
    run(tmp_path / "out", "--decisions", str(table))
    before, after = mentions(out), mentions(tmp_path / "out")
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old["record"] != new["record"]]
    assert changed
    assert {old["text"] for old, _ in changed} == {
        refused["text"].removeprefix("'")
    }  # the sign that no spreadsheet takes it for a formula
    assert all((new["record"] or {}).get("key") != refused["key"] for _, new in changed)


def test_a_table_without_decisions_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.csv").write_text("text,key\n")
    assert run(tmp_path / "out", "--decisions", str(tmp_path / "x.csv")) == UNUSABLE
    assert "there is no column" in capsys.readouterr().err


def test_flags_that_a_person_put_aside_are_told_apart_and_no_error_any_more(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (out / "mentions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    table = tmp_path / "decided.csv"
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0], "ignore"])
        writer.writeheader()
        writer.writerows([{**row, "ignore": "yes" if row["severity"] == "error" else ""} for row in rows])
    capsys.readouterr()
    assert run(tmp_path / "out", "--decisions", str(table)) == DONE
    told = capsys.readouterr().out
    before, after = mentions(out), mentions(tmp_path / "out")
    aside = [flag for mention in after for flag in mention.get("put_aside", [])]
    assert sum(json.loads(told)["put_aside"].values()) == len(aside)
    assert not any(flag["severity"] == "error" for mention in after for flag in mention["flags"])
    for old, new in zip(before, after, strict=True):
        gone = [{**flag} for flag in new.get("put_aside", [])]
        numbers = {flag.pop("row") for flag in gone}
        assert sorted(map(str, [*gone, *new["flags"]])) == sorted(map(str, old["flags"]))
        assert all(rows[number - 2]["severity"] == "error" for number in numbers)
    log = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert sum(log["counts"]["put_aside"].values()) == len(aside)
    assert "error" not in log["counts"]["severity"]
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert f"{len(aside)} flags put aside by the table of decisions" in page
    assert page.count("Put aside by row ") == len(aside)
    assert "put_aside" not in (out / "mentions.jsonl").read_text(encoding="utf-8")
