"""`reconcile check` from the command line: files in, a report, JSON lines, SARIF, an exit status."""

from __future__ import annotations

import gzip
import io
import json
from functools import partial
from pathlib import Path

import pytest

import reconcile
from reconcile.checking.item import Checked
from reconcile.checking.lines import report
from reconcile.cli import main
from reconcile.commands.check import exit_status
from reconcile.mention import Flag, Gap, Severity, Status
from reconcile.setup import Addresses, make_sources
from sources.manners import LIMITS
from sources.throttle import Limit
from tests.services import Services

BAD = "@inproceedings{bad,\n author = {John Doe},\n title = {A},\n booktitle = {B},\n year = {2999},\n}\n"
FINE = "@misc{fine,\n author = {Ada Tulkens},\n title = {A},\n year = {2018},\n}\n"
WARNED = FINE.replace("Ada Tulkens", "Ada Tulkens et al.")


def run(*arguments: str | Path) -> int:
    return main(["check", *map(str, arguments), "--offline"])


STATUSES = [
    (FINE, "error", 0),
    (BAD, "error", 1),
    (BAD, "never", 0),
    (WARNED, "error", 0),
    (WARNED, "warning", 1),
]


@pytest.mark.parametrize(("text", "fail_on", "expected"), STATUSES)
def test_the_exit_status_says_how_grave_it_is(text: str, fail_on: str, expected: int, tmp_path: Path) -> None:
    refs = tmp_path / "refs.bib"
    refs.write_text(text)
    assert run(refs, "--fail-on", fail_on) == expected


def test_the_report_names_file_and_line_the_gravest_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refs = tmp_path / "refs.bib"
    refs.write_text(WARNED + BAD)
    run(refs)
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "error: 2"
    assert said[1].startswith(f"  {refs}:6: bad: impossible-year: claimed to be of 2999")
    assert f"  {refs}:1: fine: et-al: " in said[4]
    assert said[-1] == "2 entries: 2 not-checked"


def test_the_report_names_who_was_not_verified() -> None:
    gap = (Gap("dblp", "search", "HTTP 503"),)
    every = [
        *(Checked("refs.bib", f"k{number}", number, Status.NOT_CHECKED, gaps=gap) for number in range(23)),
        Checked("refs.bib", "made-up", 30, Status.NOT_FOUND),
        Checked("refs.bib", "fine", 31, Status.MATCHED),
    ]
    said = list(report(every))
    assert "not-found: made-up" in said
    assert f"not-checked: {', '.join(f'k{number}' for number in range(20))} and 3 more" in said


def test_a_line_of_json_an_entry_in_order(tmp_path: Path) -> None:
    refs, out = tmp_path / "refs.bib", tmp_path / "out.jsonl"
    refs.write_text(WARNED + "@misc{broken, title = {x\n" + BAD)
    run(refs, "--json", out)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(line["key"], line["line"], line["status"]) for line in lines] == [
        ("fine", 1, "not-checked"), ("broken", 6, "not-checked"), ("bad", 7, "not-checked"),
    ]  # fmt: skip
    assert set(lines[0]) >= {"key", "line", "status", "probability", "record", "flags", "evidence"}
    assert [flag["code"] for flag in lines[2]["flags"]] == ["impossible-year", "placeholder-author"]


def test_many_reasons_are_named_by_the_most_frequent() -> None:
    reasons = ["HTTP 503"] * 3 + ["HTTP 500"] * 2 + ["HTTP 404", "HTTP 429"]
    every = [
        Checked("refs.bib", f"k{at}", at, Status.NOT_CHECKED, gaps=(Gap("dblp", "search", reason),))
        for at, reason in enumerate(reasons)
    ]
    said = [line for line in report(every) if line.startswith("not checked: ")]
    assert said[0] == "not checked: 3: dblp: HTTP 503"
    assert said[3:] == ["not checked: 7 in all, for 4 reasons"]


def test_sarif_names_a_file_elsewhere_by_its_whole_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "refs.bib").write_text(BAD)
    run(tmp_path / "refs.bib", "--sarif", "out.sarif")
    assert json.dumps((tmp_path / "refs.bib").as_uri()) in Path("out.sarif").read_text()


def test_authors_of_csl_are_no_names_that_run_together(tmp_path: Path) -> None:
    refs = tmp_path / "refs.json"
    people = [{"family": "Bee", "given": "Ada"}, {"family": "Cee", "given": "Bo"}]
    refs.write_text(json.dumps([{"id": "a", "type": "book", "title": "Wool", "author": people, "editor": people}]))
    (found,) = reconcile.check(refs, sources=())
    assert "names-run-together" not in [flag.code for flag in found.flags]


def test_what_is_broken_in_another_format_is_told_with_its_line(tmp_path: Path) -> None:
    refs = tmp_path / "refs.json"
    refs.write_text('[{"title": "Wool"},\n {"title": }]')
    (found,) = reconcile.check(refs, sources=())
    assert (found.line, [flag.code for flag in found.flags]) == (2, ["broken-entry"])
    assert found.flags[0].says == "this entry cannot be read: this is no JSON (value expected); mend it"


@pytest.mark.parametrize("absolute", [False, True])
@pytest.mark.parametrize(
    ("name", "uri"), [("refs.bib", "refs.bib"), ("my refs#1.bib", "my%20refs%231.bib"), ("a:ü.bib", "a%3A%C3%BC.bib")]
)
def test_sarif_has_a_result_a_flag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, uri: str, absolute: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    refs = tmp_path / name
    refs.write_text(BAD + WARNED)
    run(str(refs) if absolute else name, "--sarif", "out.sarif")
    log = json.loads((tmp_path / "out.sarif").read_text())
    assert log["version"] == "2.1.0"
    (found,) = log["runs"]
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    for result in found["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        (where,) = result["locations"]
        assert where["physicalLocation"]["artifactLocation"] == {"uri": uri}
        assert where["physicalLocation"]["region"]["startLine"] in (1, 7)
    assert [result["level"] for result in found["results"]] == ["error", "error", "warning"]


KNOWN = """@inproceedings{a,
  author = {Lei Gao and Yue Niu and Tingting Tang and Salman Avestimehr and Murali Annavaram},
  title = {Ethos: Rectifying Language Models in Orthogonal Parameter Space},
  booktitle = {Findings of the Association for Computational Linguistics: NAACL 2024},
  year = {2024},
}
"""
RIS = "TY  - JOUR\nAU  - Doe, John\nTI  - A\nPY  - 2999\nER  -\n"
PIPED = [BAD, RIS, '[{"id": "bad", "type": "book", "title": "A", "issued": {"date-parts": [[2999]]}}]']


def pipe(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("text", PIPED, ids=["bib", "ris", "json"])
def test_standard_input_and_a_file_without_a_suffix_are_told_by_their_content(
    text: str,
    packed: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = gzip.compress(text.encode()) if packed else text.encode()
    pipe(monkeypatch, content)
    bare = tmp_path / "refs"
    bare.write_bytes(content)
    assert run("-", bare) == 1
    said = capsys.readouterr().out
    assert "  standard input:1: " in said
    assert f"  {bare}:1: " in said
    assert said.count("impossible-year: claimed to be of 2999") == 2


def test_a_packed_bibliography_is_read_with_its_comments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refs = tmp_path / "refs.bib.gz"
    refs.write_bytes(gzip.compress(f"% reconcile: ignore\n{BAD}{WARNED}".encode()))
    assert run(refs, "--fail-on", "warning") == 1
    said = capsys.readouterr().out
    assert "impossible-year" not in said
    assert f"{refs}:8: fine: et-al" in said


def test_a_packed_bibliography_is_what_its_name_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refs = tmp_path / "refs.ris.gz"
    refs.write_bytes(gzip.compress(("Exported by a tool\nof two lines\n\n" + RIS).encode()))
    assert run(refs) == 1
    assert "impossible-year: claimed to be of 2999" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--json", "--sarif"])
def test_standard_output_has_the_lines_and_standard_error_the_report(
    option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_text(FINE)
    run("refs.bib", option, "-")
    said = capfd.readouterr()
    assert json.loads(said.out)
    assert said.err == "reconcile: not checked: 1: no source was asked\nreconcile: 1 entry: 1 not-checked\n"
    assert [path.name for path in tmp_path.iterdir()] == ["refs.bib"]


def test_offline_it_answers_from_what_was_kept(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refs, asked = tmp_path / "refs.bib", ("--sources", "dblp", "--cache", str(tmp_path / "kept"))
    refs.write_text(KNOWN)
    at = Addresses(dblp=services.url("dblp"), sparql=services.url("sparql"))
    monkeypatch.setattr("reconcile.commands.check.make_sources", partial(make_sources, addresses=at))
    monkeypatch.setitem(LIMITS, "dblp", Limit(100))
    assert main(["check", str(refs), *asked]) == 0
    answered = len(services.log)
    assert run(refs, *asked) == 0
    said = capsys.readouterr().out.splitlines()
    assert "preprint (dblp journals/corr/abs-2403-08994)" in said[1]
    assert said[: len(said) // 2] == said[len(said) // 2 :]
    assert len(services.log) == answered
    refs.write_text(FINE)
    assert run(refs, *asked) == 0
    assert "dblp: could not be asked (offline, and no answer is kept)" in capsys.readouterr().out


def test_what_it_costs_to_name_no_address_is_said_and_how_to_go_on_where_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    refs = tmp_path / "refs.bib"
    refs.write_text(FINE)
    monkeypatch.setattr("sources.crossref.Crossref.search", stopped)
    assert main(["check", str(refs), "--sources", "crossref", "--cache", str(tmp_path / "kept")]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("reconcile: no --mailto: ")
    assert said[1:] == ["reconcile: stopped, nothing was written; the same command goes on from the answers so far"]


UNUSABLE = [
    (["no.bib"], "no.bib: there is no such file"),
    (["."], "this is a folder"),
    (["refs.txt"], "neither .bib nor CSL-JSON"),
    (["refs.bib", "--json", "refs.bib"], "this is the input itself"),
    (["refs.bib", "--json", "no/such/out.jsonl"], "its folder does not exist"),
    (["refs.bib", "--json", "one", "--sarif", "./one"], "--sarif one: --json names the same"),
    (["refs.bib", "--json", "-", "--sarif", "-"], "--sarif -: --json names the same"),
    (["refs.bib", "--cited-in", "no.tex"], "--cited-in no.tex"),
    (["refs.bib", "--catalog", "no/catalog"], "no/catalog"),
    (["refs.bib", "--jobs", "0"], "'0' is no number of processes"),
    (["refs.bib", "--fail-on", "info"], "invalid choice"),
]


@pytest.mark.parametrize(("arguments", "expected"), UNUSABLE, ids=[" ".join(each) for each, _ in UNUSABLE])
def test_what_cannot_be_used_is_said_in_a_line(
    arguments: list[str],
    expected: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs.bib").write_text(FINE)
    (tmp_path / "refs.txt").write_text("words")
    assert run(*arguments) == 2
    assert expected in capsys.readouterr().err


def test_an_unreadable_table_is_said_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.reconcile]\nignore = 1\n")
    (tmp_path / "refs.bib").write_text(FINE)
    assert run(tmp_path / "refs.bib") == 2
    assert "is no list of codes" in capsys.readouterr().err


DOWN = Checked("refs.bib", "a", 1, Status.NOT_CHECKED, gaps=(Gap("dblp", "search", "down"),))
WRONG = Checked("refs.bib", "b", 2, Status.MATCHED, flags=(Flag("year-mismatch", Severity.ERROR, "claimed 2015"),))


@pytest.mark.parametrize(
    ("every", "wished", "expected"),
    [([DOWN], False, 3), ([DOWN], True, 0), ([DOWN, WRONG], False, 1), ([WRONG], True, 1), ([], False, 0)],
)
def test_a_source_that_is_down_is_said_by_the_exit_status(every: list[Checked], wished: bool, expected: int) -> None:
    assert exit_status(every, "error", wished=wished) == expected


@pytest.mark.parametrize("text", ["", "% only a comment\n", "x" * 100_000])
def test_a_file_without_entries_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    odd, fine = tmp_path / "odd.bib", tmp_path / "fine.bib"
    odd.write_text(text)
    fine.write_text(FINE)
    assert run(odd, fine) == 0
    assert capsys.readouterr().err == f"reconcile: {odd}: no entry was found in it; is it the right file?\n"


def test_an_output_that_does_not_fit_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    refs, out = tmp_path / "refs.bib", tmp_path / "out.jsonl"
    refs.write_text(FINE)
    out.write_text("as it was")
    monkeypatch.setattr("pathlib.Path.replace", full)
    assert run(refs, "--json", out) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "refs.bib"]
    assert out.read_text() == "as it was"
