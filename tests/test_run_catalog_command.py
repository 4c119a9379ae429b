"""`reconcile run … --catalog CATALOG`: a catalogue built in the test, which holds one work three times."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import reconcile
from reconcile.cli import main
from reconcile.commands import DONE, FLAGGED, UNANSWERED, UNUSABLE
from reconcile.commands.run import exit_status
from reconcile.gather import STOPPED
from reconcile.mention import Gap, Match, Status
from reconcile.result import Result
from sources.catalog import Catalog
from sources.catalog.build import Dump, build
from tests.cataloguing import PAPERS, dblp_xml, paper
from tests.make import mention
from tests.shelves import Shelf

TITLE = "Robust Dialogue Planning with Sparse Rewards and Learned Critics"
TEAM = ("Ann Author", "Bob Baker", "Cy Clark")
DOI = "10.18653/v1/2020.emnlp-main.9"
ENTRIES = (
    *PAPERS,
    paper("conf/emnlp/AuthorBC20", TITLE, *TEAM, year=2020,
          more=f"<booktitle>EMNLP (1)</booktitle><pages>100-110</pages><ee>https://doi.org/{DOI.upper()}</ee>"),
    f"""<article key="journals/corr/abs-2004-00009" publtype="informal">{"".join(f"<author>{name}</author>" for name in TEAM)}
    <title>{TITLE}.</title><year>2020</year><journal>CoRR</journal><volume>abs/2004.00009</volume></article>""",
)  # fmt: skip
BIB = f"""@inproceedings{{author-etal-2020-robust,
    title = "{TITLE}", author = "Author, Ann and Baker, Bob and Clark, Cy", year = "2020", pages = "100--110",
    booktitle = "Proceedings of the 2020 Conference on Empirical Methods in Natural Language Processing (EMNLP)",
    url = "https://aclanthology.org/2020.emnlp-main.9", doi = "{DOI}" }}
"""
CV = f"""Ann Author

Publications

- Ann Author, Bob Baker, Cy Clark. {TITLE}. EMNLP 2020.
- Ann Author, Bob Baker, Cy Clark. {TITLE}. arXiv preprint arXiv:2004.00009, 2020.
- Carlos Ansótegui, Jordi Levy. A New Algorithm for Weighted Partial MaxSAT. AAAI 2010.
- Ann Author. Entirely Unwritten Thoughts on Nothing Whatever. EMNLP 2019.
"""


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogue")
    (folder / "anthology.bib").write_text(BIB, encoding="utf-8")
    build([dblp_xml(folder / "dblp.xml", ENTRIES), Dump("anthology", folder / "anthology.bib")], folder / "catalog")
    return folder / "catalog"


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    return tmp_path / "cv.txt"


@pytest.fixture
def offline(catalog: Path, cv: Path, tmp_path: Path) -> list[dict]:  # type: ignore[type-arg]
    arguments = ["run", str(cv), "--catalog", str(catalog), "--offline", "--out", str(tmp_path / "out"), "--json"]
    assert main([*arguments, "--cache", str(tmp_path / "none.sqlite")]) == DONE
    assert not (tmp_path / "none.sqlite").exists()
    return [json.loads(line) for line in (tmp_path / "out" / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]


def test_offline_what_the_catalogue_holds_is_matched_and_the_rest_is_not_checked(offline: list[dict]) -> None:  # type: ignore[type-arg]
    assert [mention["status"] for mention in offline] == ["matched", "matched", "matched", "not-checked"]
    assert offline[2]["record"]["key"] == "conf/aaai/AnsoteguiBL10"


def test_preprint_publication_and_copy_are_one_work_of_one_entry(offline: list[dict], tmp_path: Path) -> None:  # type: ignore[type-arg]
    assert offline[0]["work"] == offline[1]["work"]
    assert offline[1]["record"]["key"] == "journals/corr/abs-2004-00009"
    assert "preprint-of-published" in {flag["code"] for flag in offline[1]["flags"]}
    works = [json.loads(line) for line in (tmp_path / "out" / "works.jsonl").read_text(encoding="utf-8").splitlines()]
    (work,) = [each for each in works if each["key"] == offline[0]["work"]]
    assert {record["source"] for record in work["records"]} == {"dblp", "anthology"}
    assert len(work["records"]) == 3


def test_the_log_names_the_dumps_and_why_their_silence_is_no_answer(offline: list[dict], tmp_path: Path) -> None:  # type: ignore[type-arg]
    assert offline
    log = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["sources"]
    assert {source: row["records"] for source, row in log["catalog"]["holds"].items()}["anthology"] == 1
    assert log["catalog"]["mentions_settled"] == 3
    reasons = {row["reason"] for row in log["catalog"]["not_answered"]}
    assert "the catalogue holds only a part of the ACL Anthology (1 record)" in reasons
    assert [row["reason"] for row in log["crossref"]["not_answered"]] == ["offline, and no answers are kept"]


def test_a_catalogue_alone_can_be_asked(catalog: Path, cv: Path, tmp_path: Path) -> None:
    arguments = ["run", str(cv), "--catalog", str(catalog), "--sources", "catalog", "--out", str(tmp_path / "out")]
    assert main([*arguments, "--json"]) == DONE
    log = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["sources"]
    assert list(log) == ["catalog"]


@pytest.mark.parametrize("asked", ["--offline", "--sources=catalog"])
def test_silence_that_is_wished_hides_no_error(catalog: Path, cv: Path, tmp_path: Path, asked: str) -> None:
    cv.write_text(CV.replace("Bob Baker", "Bob Baker, Dan Added"), encoding="utf-8")
    cache = ["--cache", str(tmp_path / "none.sqlite")]
    arguments = ["run", str(cv), "--catalog", str(catalog), asked, "--out", str(tmp_path / "out"), "--json", *cache]
    assert main(arguments) == FLAGGED


def test_a_run_that_was_stopped_or_that_nobody_answered_is_unanswered() -> None:
    def status(reason: str, answered: int) -> int:
        match = Match(mention(TITLE), Status.NOT_CHECKED, gaps=(Gap("dblp", "search", reason),))
        log = {"sources": {"catalog": {"mentions_asked": answered}}, "counts": {"severity": {"error": 1}}}
        return exit_status(Result(matches=(match,), log=log), wished=True)

    assert [status(*each) for each in ((STOPPED, 1), ("offline", 0), ("offline", 1))] == [
        UNANSWERED,
        UNANSWERED,
        FLAGGED,
    ]


def test_a_program_opens_the_catalogue_and_hands_it_in(catalog: Path, cv: Path) -> None:
    shelf = Shelf("crossref")
    with Catalog.open(catalog) as opened:
        result = reconcile.run(cv, sources=[opened, shelf])
    assert [str(match.status) for match in result.matches][:3] == ["matched"] * 3
    assert shelf.searches == ["Entirely Unwritten Thoughts on Nothing Whatever"]


BAD = [
    (["--catalog", "no/such/catalogue"], "no/such/catalogue"),
    (["--sources", "catalog,dblp"], "--catalog"),
    (["--catalog", "CATALOG", "--sources", "dblp"], "--sources catalog,dblp"),
]


@pytest.mark.parametrize(("arguments", "named"), BAD, ids=[named for _, named in BAD])
def test_a_catalogue_that_cannot_be_used_is_one_line(
    arguments: list[str], named: str, catalog: Path, cv: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [str(catalog) if argument == "CATALOG" else argument for argument in arguments]
    assert main(["run", str(cv), "--offline", *given, "--out", str(tmp_path / "out")]) == UNUSABLE
    said = capsys.readouterr().err
    assert named in said
    assert said.count("\n") == 1
    assert not (tmp_path / "out").exists()
