"""From mentions and answers to works: who shares an entry, and how an entry is described."""

from __future__ import annotations

import json
import time
from pathlib import Path
from unittest.mock import Mock

import pytest

from reconcile.cli import UNANSWERED, UNUSABLE, main
from reconcile.documents import Unreadable
from reconcile.gather import Found
from reconcile.mention import Gap, Mention, Status
from reconcile.pipeline import parse_all, read_all, reconcile_mentions
from sources.record import Record
from tests.make import mention, record

ASKED = ("crossref",)
TITLE = "Robust Dialogue Planning with Sparse Rewards"


def works(claims: list[Mention], records: list[Record], **answer: object):  # type: ignore[no-untyped-def]
    return reconcile_mentions(claims, [Found(tuple(records), ASKED, **answer) for _ in claims])[1]  # type: ignore[arg-type]


def test_a_record_that_is_only_possible_does_not_replace_the_claim() -> None:
    stranger = record(TITLE, "Gina Gruber", 2020, "ICML", ids="doi:10.1234/other")
    (work,) = works([mention(TITLE, "Ann Author; Bob Writer", 2020, "ICML 2020")], [stranger])
    assert work.status is Status.POSSIBLE
    assert [str(name) for name in work.record.author] == ["Ann Author", "Bob Writer"]
    assert work.record.identifiers == ()
    assert work.records == (stranger,)


def test_two_claims_of_one_title_without_a_record_share_an_entry() -> None:
    claims = [
        mention(TITLE, "Ann Author", 2020, venue, line=line) for line, venue in ((1, "ICML 2020"), (2, "NeurIPS 2020"))
    ]
    (work,) = works(claims, [])
    assert work.mentions == (0, 1)
    assert {flag.code for flag in work.flags} >= {"venue-conflict", "no-record"}


APART = [
    (mention(TITLE, "Ann Author", 2020, "ICML 2020"), mention(TITLE, "Gina Gruber", 2021, "NeurIPS 2021", line=2)),
    (
        mention(TITLE, "Ann Author", 2020, "ICSE 2020"),
        mention(TITLE, "Ann Author", 2021, "IEEE Transactions on Software Engineering", line=2, kind="article-journal"),
    ),
    (mention(TITLE, "Ann Author", 2020), mention("Another Title Entirely", "Ann Author", 2020, line=2)),
]


@pytest.mark.parametrize("claims", APART, ids=["other people", "a journal article", "another title"])
def test_claims_that_are_not_one_work_have_entries_of_their_own(claims: tuple[Mention, Mention]) -> None:
    assert [work.mentions for work in sorted(works(list(claims), []), key=lambda work: work.mentions)] == [(0,), (1,)]


def test_a_string_without_a_title_that_could_be_read_is_not_lost() -> None:
    (work,) = works([mention("", "Ann Author", 2020, "ICML 2020")], [])
    assert "Ann Author" in work.record.title
    assert all("“”" not in flag.says for flag in work.flags)


def test_what_was_not_checked_says_so() -> None:
    gap = Gap("crossref", "GET x", "HTTP 503")
    (work,) = works([mention(TITLE, "Ann Author", 2020)], [], gaps=(gap,))
    assert work.status is Status.NOT_CHECKED


def test_many_mentions_without_a_record_take_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        claims = [
            mention(f"Study number {n} of many subjects", f"Ann Author{n}", 2020, line=n + 1) for n in range(count)
        ]
        begun = time.process_time()
        works(claims, [])
        return time.process_time() - begun

    seconds(50)  # tables are loaded
    assert seconds(800) < 20 * max(seconds(100), 0.02)


def test_a_document_named_twice_is_read_once_and_equal_names_are_told_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "cv.txt").write_text(f"Publications of {folder}\n", encoding="utf-8")
    one, other = tmp_path / "a" / "cv.txt", tmp_path / "b" / "cv.txt"
    assert [document.name for document in read_all([one, one])] == ["cv.txt"]
    assert [document.name for document in read_all([one, other])] == [str(one), str(other)]
    assert [document.name for document in read_all([one, tmp_path])] == ["cv.txt", "b/cv.txt"]
    assert [document.name for document in read_all([tmp_path, tmp_path / "b", one])] == ["a/cv.txt", "b/cv.txt"]
    with pytest.raises(Unreadable):
        read_all([tmp_path / "none.txt"])


def test_a_copy_of_a_document_is_said_to_be_one(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("Publications\n" + name * (name == "c.txt"), encoding="utf-8")
    documents = read_all([tmp_path])
    assert [bool(document.blocks) for document in documents] == [True, False, True]
    assert documents[1].complaints == ("b.txt: this is a.txt, byte for byte, and is read once",)


CV = "Publications\n\n[1] A. Bee and C. Dee. On Wool and Sheep. In Proceedings of ACL, 2020.\n"


def test_of_several_documents_those_that_can_be_read_are_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(CV)
    (tmp_path / "bad.pdf").write_text("%PDF-1.4 broken")
    options = ["--offline", "--cache", "kept", "--out", "out"]
    assert main(["run", "good.txt", *options]) == UNANSWERED
    alone = (tmp_path / "out" / "mentions.jsonl").read_bytes()
    assert main(["run", "bad.pdf", "no.txt", "good.txt", *options]) == UNUSABLE
    said = capsys.readouterr()
    assert "not read: bad.pdf: this PDF is broken; export it anew" in said.out
    assert "not read: no.txt: No such file or directory; check the path" in said.out
    assert (tmp_path / "out" / "mentions.jsonl").read_bytes() == alone
    assert json.loads((tmp_path / "out" / "run.json").read_bytes())["documents"] == ["bad.pdf", "no.txt", "good.txt"]

    assert main(["run", "bad.pdf", "no.txt", *options[:-1], "none"]) == UNUSABLE
    assert capsys.readouterr().err.splitlines()[0] == "reconcile: bad.pdf: this PDF is broken; export it anew"
    assert not (tmp_path / "none").exists()


def test_a_run_over_a_folder_gives_the_same_where_it_writes_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cv.txt").write_text(CV)
    written = []
    for _ in range(2):
        assert main(["run", ".", "--offline", "--cache", ".kept", "--out", "out"]) == UNANSWERED
        written.append({path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()})
    assert written[0] == written[1]
    said = capsys.readouterr().err.splitlines()
    assert said == ["reconcile: out: the files that a run wrote there are no documents and were passed over"]


SHIPPED = Path(__file__).parent / "documents"


def test_documents_are_parsed_by_several_processes_as_by_one() -> None:
    documents = read_all([SHIPPED])
    alone = parse_all(documents)
    assert len(alone) > len(documents)
    assert parse_all(documents, 2) == alone


def test_short_documents_are_not_worth_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    began = Mock(side_effect=RuntimeError("processes were begun"))
    monkeypatch.setattr("reconcile.workers.pool_of", began)
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            f"Publications\n\n{name.upper()}nn Author. {TITLE}. ICML 2020.\n", encoding="utf-8"
        )
    assert len(parse_all(read_all([tmp_path]), 2)) == 2
    with pytest.raises(RuntimeError, match="processes were begun"):
        parse_all(read_all([SHIPPED]), 2)
