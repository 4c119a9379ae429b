"""`reconcile explain`: candidates of a string, and pairs, with their weights drawn as waterfalls."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.bulk.judging import line_of
from reconcile.cli import main
from reconcile.commands.waterfall import waterfall
from reconcile.matching.judge import Judge
from reconcile.mention import Evidence, Level
from reconcile.wanted import Wanted
from tests.cataloguing import PAPERS, paper, small_catalog

STRING = "Altman, A. and Kleinberg, R. Nonmanipulable randomized tournament selections. AAAI 2010"
Run = Callable[..., tuple[int, str, str]]


def piece(field: str, weight: float, says: str = "said") -> Evidence:
    return Evidence(field, Level.AGREE, weight, "", "", says)


def test_a_waterfall_adds_up() -> None:
    lines = waterfall([piece("title", 18.04, "the titles are the same"), piece("author", -14.0)], -10.0, 0.0155)
    assert [line[:18].split() for line in lines] == [
        ["prior", "-10.0"],
        ["title", "+18.0"],
        ["author", "-14.0"],
        ["sum", "-6.0"],
    ]
    assert lines[1].endswith("the titles are the same")
    assert lines[-1].endswith("probability 0.0155")
    drawn = [line[20:52] for line in lines]
    assert drawn[0].index("-") == 0  # from nought down to -10, the least
    assert drawn[1].count("+") == 32  # from -10 to +8, the greatest: all of the width
    assert drawn[2].rstrip().endswith("-")
    assert drawn[2].count("-") == pytest.approx(14 / 18 * 32, abs=1)
    assert drawn[3].count("|") == 1


@pytest.mark.parametrize("weights", [[], [0.0], [0.01], [60.0, -60.0]])
def test_a_waterfall_of_anything_is_drawn(weights: list[float]) -> None:
    lines = waterfall([piece("x", weight) for weight in weights], 0.0, 0.5)
    assert len(lines) == len(weights) + 2
    assert all(len(line[20:52]) <= 32 for line in lines)


def test_each_bar_begins_where_the_one_before_ended() -> None:
    lines = waterfall([piece("a", 8.0), piece("b", 8.0), piece("c", -4.0)], -8.0, 0.9)
    drawn = [line[20:52] for line in lines]
    assert drawn[0].rstrip().rindex("-") == drawn[1].rindex("+") == drawn[2].index("+")
    assert drawn[2].rindex("+") == drawn[3].rindex("-")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in a folder with a catalogue of its own."""
    notice = paper("conf/aaai/AltmanK11", "Erratum to: Nonmanipulable Randomized Tournament Selections", "Alon Altman")
    small_catalog(tmp_path, [*PAPERS, notice]).close()
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["explain", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_candidates_are_shown_with_what_speaks_for_and_against_them(run: Run) -> None:
    status, out, err = run(STRING, "--catalog", "catalog")
    lines = out.splitlines()
    assert (status, err) == (0, "")
    assert lines[0].startswith("matched, probability ")
    assert lines[1] == "against the next other work: no other work is likely"
    assert lines[3].startswith("1. Altman, Kleinberg. Nonmanipulable Randomized Tournament Selections. ")
    assert lines[3].endswith("(dblp conf/aaai/AltmanK10)")
    assert [line.split()[0] for line in lines[4:7]] == ["prior", "title", "author"]
    assert any(line.startswith("   veto") and "a notice or comment on it" in line for line in lines)


def test_the_number_of_candidates_is_chosen(run: Run) -> None:
    assert "2. " not in run(STRING, "--catalog", "catalog", "--candidates", "1")[1]


def test_a_string_that_nothing_is_like(run: Run) -> None:
    status, out, _ = run("Quantum chromodynamics on a lattice", "--catalog", "catalog")
    assert (status, out.splitlines()[0]) == (
        0,
        "not-found, probability 0.0000: no record was found with a title like it",
    )


def test_what_a_run_says_stands_below(run: Run) -> None:
    _, out, _ = run(f"Cy Ek, {STRING}".replace("AAAI 2010", "ACL 2010"), "--catalog", "catalog")
    lines = out.splitlines()
    assert lines[0].startswith("matched, ")
    at = next(at for at, line in enumerate(lines) if line.startswith("taken apart, as `run` and `check` do: matched, "))
    flags = {line.split()[1]: line for line in lines[at + 1 :]}
    assert set(flags) == {"authors-differ:", "venue-mismatch:"}
    assert "added in the claim: Cy Ek" in flags["authors-differ:"]
    assert run(STRING, "--catalog", "catalog")[1].splitlines()[-1] == "   no flag is raised"


def test_where_a_run_is_not_sure_the_reason_is_given(run: Run) -> None:
    string = "Altman, A. and Kleinberg, R. Randomized tournament selections. Handbook of Wool. 2014"
    lines = run(string, "--catalog", "catalog")[1].splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("taken apart, "))
    assert lines[at].startswith("taken apart, as `run` and `check` do: possible, ")
    assert lines[at + 1].endswith("neither year nor venue speaks for one work")


def test_an_entry_is_not_taken_apart(run: Run) -> None:
    entry = "@misc{a, title={Nonmanipulable Randomized Tournament Selections}, author={Alon Altman}, year=2010}"
    assert "taken apart" not in run(entry, "--catalog", "catalog")[1]
    assert json.loads(run(entry, "--catalog", "catalog", "--json")[1])["claim"] is None


def test_as_json(run: Run) -> None:
    status, out, _ = run(STRING, "--catalog", "catalog", "--json")
    said = json.loads(out)
    assert (status, said["verdict"]["status"]) == (0, "matched")
    first = said["candidates"][0]
    assert (first["key"], first["probability"] > 0.9) == ("conf/aaai/AltmanK10", True)
    assert {"field", "level", "weight", "left", "right", "says"} == set(first["evidence"][0])
    assert said["claim"]["status"] == "matched"
    assert said["claim"]["record"]["key"] == first["key"]
    assert said["claim"]["flags"] == []


def test_what_is_shown_is_what_was_judged(tmp_path: Path) -> None:
    with small_catalog(tmp_path) as catalog:
        judge = Judge(catalog)
        verdict, (best, *_) = judge.judge(Wanted("1", STRING)), judge.weighed(Wanted("1", STRING))
    assert (best.record, best.comparison.evidence) == (verdict.record, verdict.evidence)
    assert line_of(verdict)["status"] == "matched"


PAIR = {"title": "Nonmanipulable Tournament Selections", "authors": ["A. Altman", "R. Kleinberg"], "year": 2010}


def test_a_pair(run: Run) -> None:
    Path("left.json").write_text(json.dumps(PAIR))
    Path("right.json").write_text(json.dumps(PAIR | {"year": 2011}))
    status, out, err = run("--pair", "left.json", "right.json")
    assert (status, err) == (0, "")
    assert out.splitlines()[0].split(",")[0] in ("same", "possible")
    assert [line.split()[0] for line in out.splitlines()[1:3]] == ["prior", "title"]
    said = json.loads(run("--pair", "left.json", "right.json", "--json")[1])
    assert out.startswith(f"{said['decision']}, probability {said['probability']:.4f}: {said['why']}")
    assert {piece["field"] for piece in said["evidence"]} >= {"title", "author", "year"}


REFUSED = [
    ([], "give a publication string, or two records with --pair"),
    (["  "], "give a publication string, or two records with --pair"),
    (["x", "--pair", "a.json", "a.json"], "give a publication string, or two records with --pair"),
    (["x"], "a string is held against a catalogue; say where it is with --catalog"),
    (["x", "--catalog", "none"], "none"),
    (["x", "--catalog", "catalog", "--candidates", "0"], "'0' is no number of records; give 1 to 50"),
    (["--pair", "none.json", "a.json"], "none.json: No such file or directory; name a file with a record as JSON"),
    (["--pair", "bad.json", "a.json"], "bad.json: this is no JSON"),
    (["--pair", "list.json", "a.json"], "list.json: this is no object"),
    (["--pair", "a.json", "odd.json"], "odd.json: a record has none of the keys title"),
]


@pytest.mark.parametrize(("arguments", "says"), REFUSED, ids=[" ".join(each) for each, _ in REFUSED])
def test_what_cannot_be_used_is_one_line(arguments: list[str], says: str, run: Run) -> None:
    Path("a.json").write_text(json.dumps(PAIR))
    Path("bad.json").write_text("{")
    Path("list.json").write_text("[]")
    Path("odd.json").write_text('{"name": 1}')
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert says in err.splitlines()[-1]
