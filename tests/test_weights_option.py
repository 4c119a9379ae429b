"""`--weights` serves every command that judges: another table gives another judgement, a broken one is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile.cli import main
from reconcile.evidence.weights import of_claims, shipped, written
from tests.cataloguing import small_catalog

TITLE = "Nonmanipulable Randomized Tournament Selections"
BIB = "@inproceedings{a, title={%s}, author={Alon Altman and Robert Kleinberg}, booktitle={AAAI}, year={2010}}\n"
VERBS = {
    "match": ["match", "list.txt", "--catalog", "catalog", "--out", "out.jsonl"],
    "check": ["check", "refs.bib", "--catalog", "catalog", "--offline", "--json", "out.jsonl"],
    "clean": ["clean", "refs.bib", "--catalog", "catalog", "-o", "out.bib"],
    "compare": ["compare", "pairs.csv", "--out", "out.csv"],
    "link": ["link", "left.csv", "right.csv", "--out", "out.csv"],
    "dedupe": ["dedupe", "left.csv", "--out", "out.csv"],
    "explain": ["explain", f"Altman, Kleinberg. {TITLE}. AAAI 2010", "--catalog", "catalog"],
}
# What stands in the output of each where the work is found.
FOUND = {
    "match": '"status":"matched"',
    "check": '"matched"',
    "clean": "1 matched",
    "compare": ",same,",
    "link": ",same,",
    "dedupe": "1 row repeats another",
    "explain": "\nmatched, probability",
}

OF_PAIRS = ("compare", "link", "dedupe")

Run = Callable[[list[str]], tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a folder with inputs for each; gives the exit status, all that came out, and complaints."""
    small_catalog(tmp_path).close()
    monkeypatch.chdir(tmp_path)
    row = f"{TITLE},Alon Altman,AAAI,2010"
    Path("list.txt").write_text(f"Altman, Kleinberg. {TITLE}. AAAI 2010\n")
    Path("refs.bib").write_text(BIB % TITLE)
    Path("pairs.csv").write_text(
        f"left_title,left_authors,left_venue,left_year,right_title,right_authors,right_venue,right_year\n{row},{row}\n"
    )
    Path("left.csv").write_text(f"title,authors,venue,year\n{row}\n{row}\n")
    Path("right.csv").write_text(f"title,authors,venue,year\n{row}\n")

    def run(arguments: list[str]) -> tuple[int, str, str]:
        status = main(arguments)
        said = capsys.readouterr()
        files = [path.read_text() for path in Path().glob("out.*") if path.is_file()]
        return status, "\n".join(["", said.out, *files]), said.err

    return run


@pytest.mark.parametrize("verb", VERBS)
def test_the_weights_that_are_given_decide(verb: str, run: Run) -> None:
    table = shipped() if verb in OF_PAIRS else of_claims()
    Path("same.toml").write_text(written(table))
    Path("never.toml").write_text(written(replace(table, prior=-60.0)))
    asked = VERBS[verb]
    plain = run(asked)
    assert FOUND[verb] in plain[1]
    assert run([*asked, "--weights", "same.toml"])[1].splitlines()[-1:] == plain[1].splitlines()[-1:]
    changed = run([*asked, "--weights", "never.toml"])
    assert changed[0] in (0, 1, 3)
    assert FOUND[verb] not in changed[1]


@pytest.mark.parametrize("verb", VERBS)
def test_weights_that_cannot_be_used_are_refused(verb: str, run: Run) -> None:
    Path("bad.toml").write_text("[odds]\nprior = 'none'\n")
    for name in ("bad.toml", "none.toml"):
        status, out, err = run([*VERBS[verb], "--weights", name])
        assert (status, out.strip()) == (2, "")
        assert err.startswith(f"reconcile: {name}")
        assert len(err.splitlines()) == 1


def test_a_match_with_other_weights_begins_anew_where_that_is_asked_for(run: Run) -> None:
    """What was matched by other weights is no part of the output, and is not thrown away unasked."""
    Path("out.jsonl.part").write_text('{"id":"1","status":"matched"}\n')
    Path("out.jsonl.part.json").write_text(json.dumps({"judgement": "another"}))
    status, _, err = run(VERBS["match"])
    assert (status, "the judgement changed since; add --restart to throw them away" in err) == (2, True)
    assert run([*VERBS["match"], "--restart"])[0] == 0
