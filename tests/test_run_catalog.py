"""A catalogue before the live sources: who is asked for what, and what its silence comes to."""

from __future__ import annotations

from pathlib import Path

import pytest

import reconcile
from reconcile.gather import Asking
from reconcile.mention import Mention, Severity, Status
from reconcile.pipeline.asking import ask_sources
from reconcile.pipeline.judgement import reconcile_mentions
from reconcile.pipeline.log import log_of
from reconcile.settings import DEFAULT
from sources.record import Record
from sources.source import Source
from tests.make import mention, preprint, record
from tests.shelves import PART, WHOLE, CatalogShelf, Shelf

TITLE = "Robust Dialogue Planning with Sparse Rewards and Learned Critics"
TEAM = "Ann Author; Bob Baker; Cy Clark"
PAPER = record(
    TITLE, TEAM, 2020, "EMNLP", source="dblp", key="conf/emnlp/ABC20", ids="doi:10.18653/v1/2020.emnlp-main.9"
)
COPY = record(
    TITLE, TEAM, 2020, "Proceedings of the 2020 Conference on Empirical Methods in Natural Language Processing (EMNLP)",
    source="anthology", ids="acl:2020.emnlp-main.9 doi:10.18653/v1/2020.emnlp-main.9",
)  # fmt: skip
PREPRINT = preprint(TITLE, TEAM, 2020, "2004.00009")
CLAIM = mention(TITLE, TEAM, 2020, "EMNLP 2020")
ABSENT = mention("Entirely Unwritten Thoughts on Nothing Whatever", "Gina Gruber", 2019, "EMNLP 2019")


def live(*names: str, down: bool = False) -> list[Shelf]:
    return [Shelf(name, down=down) for name in names or ("crossref", "dblp", "anthology")]


def judged(claim: Mention, *sources: Source):  # type: ignore[no-untyped-def]
    found = ask_sources([claim], sources, DEFAULT)
    return reconcile_mentions([claim], found)[0][0]


def test_preprint_publication_and_the_anthologys_copy_come_back_as_one_work() -> None:
    found = ask_sources([CLAIM], [CatalogShelf(PART, [PREPRINT, COPY, PAPER])], DEFAULT)
    (match,), (work,) = reconcile_mentions([CLAIM], found)
    assert match.status is Status.MATCHED
    assert set(work.records) == {PREPRINT, COPY, PAPER}
    assert match.flags == ()


def test_live_sources_are_not_asked_for_what_the_catalogue_settles() -> None:
    shelves = live()
    match = judged(CLAIM, CatalogShelf(PART, [PAPER]), *shelves)
    assert match.status is Status.MATCHED
    assert [(shelf.searches, shelf.look_ups) for shelf in shelves] == [([], [])] * 3
    assert match.gaps == ()


OPEN = [
    ("nothing found", CLAIM, []),
    ("only a preprint", CLAIM, [PREPRINT]),
    ("a claim of a preprint, which may have appeared", mention(TITLE, TEAM, 2020, "arXiv", kind="preprint"), [PREPRINT]),
    ("an unknown identifier", mention(TITLE, TEAM, 2020, "EMNLP 2020", ids="doi:10.1234/other"), [PAPER]),
    ("another venue", mention(TITLE, TEAM, 2020, "ICML 2020"), [PAPER]),
    ("another year", mention(TITLE, TEAM, 2022, "EMNLP 2022"), [PAPER]),
    ("an author whom the record lacks", mention(TITLE, TEAM + "; Paul Added", 2020, "EMNLP 2020"), [PAPER]),
    ("two that fit alike", mention(TITLE, TEAM, 2020), [PAPER, record(TITLE, TEAM, 2021, "ICML", ids="doi:10.1234/i")]),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "records"), [row[1:] for row in OPEN], ids=[row[0] for row in OPEN])
def test_live_sources_are_asked_for_what_the_catalogue_leaves_open(claim: Mention, records: list[Record]) -> None:
    shelves = live()
    judged(claim, CatalogShelf(WHOLE, records), *shelves)
    assert all(shelf.searches for shelf in shelves)


def test_a_preprint_known_with_its_publication_is_settled() -> None:
    shelf = Shelf("crossref")
    match = judged(mention(TITLE, TEAM, 2020, "arXiv", kind="preprint"), CatalogShelf(PART, [PREPRINT, PAPER]), shelf)
    assert shelf.searches == []
    assert {flag.code for flag in match.flags} == {"preprint-of-published"}


def test_a_live_source_completes_what_the_catalogue_began() -> None:
    match = judged(CLAIM, CatalogShelf(PART, [PREPRINT]), Shelf("crossref", [PAPER]))
    assert (match.status, match.best.record) == (Status.MATCHED, PAPER)


def test_sources_are_asked_side_by_side_where_the_catalogue_does_not_come_first() -> None:
    shelf = Shelf("crossref", [PAPER])
    judged(CLAIM, shelf, CatalogShelf(PART, [PAPER]))
    assert shelf.searches == [TITLE]


def test_every_question_is_told_also_those_that_need_not_be_put() -> None:
    told: list[str] = []
    patent = mention("Widget", kind="patent", reason="a patent")
    ask_sources(
        [CLAIM, ABSENT, patent], [CatalogShelf(PART, [PAPER]), Shelf("crossref")], DEFAULT, Asking(step=told.append)
    )
    assert sorted(told) == ["catalog", "catalog", "crossref", "crossref"]


HARDWARE = mention("An Unwritten Study of Secure Accelerators", "Lei Zhao", 2019, "Design Automation Conference")
SILENCE = [
    ("a part of each", ABSENT, PART, [], Status.NOT_CHECKED),
    ("all of each", ABSENT, WHOLE, [], Status.NOT_FOUND),
    ("all, and the live ones silent", ABSENT, WHOLE, live(down=True), Status.NOT_FOUND),
    ("a part, and the live ones silent", ABSENT, PART, live(down=True), Status.NOT_CHECKED),
    ("a part, and the live ones answer", ABSENT, PART, live(), Status.NOT_FOUND),
    ("a part, and one live one answers", ABSENT, PART, live("crossref"), Status.NOT_CHECKED),
    ("all of one, the others silent", ABSENT, {"dblp": 9_000_000}, live("crossref", down=True), Status.NOT_CHECKED),
    ("one that could not know", HARDWARE, {"anthology": 110_000}, [], Status.NOT_CHECKED),
    ("newer than the dump", mention("Unwritten Thoughts", "Gina Gruber", 2026), WHOLE, [], Status.NOT_CHECKED),
    ("without a year", mention("Unwritten Thoughts", "Gina Gruber"), WHOLE, [], Status.NOT_CHECKED),
]


@pytest.mark.parametrize(
    ("claim", "counts", "shelves", "status"), [row[1:] for row in SILENCE], ids=[r[0] for r in SILENCE]
)
def test_silence_is_not_found_only_where_every_source_has_answered(
    claim: Mention, counts: dict[str, int], shelves: list[Shelf], status: Status
) -> None:
    assert judged(claim, CatalogShelf(counts), *shelves).status is status


def test_a_dump_that_does_not_answer_is_a_gap_with_its_reason() -> None:
    (gap,) = judged(ABSENT, CatalogShelf({"dblp": 164_518})).gaps
    assert (gap.source, gap.reason) == ("catalog", "the catalogue holds only a part of DBLP (164,518 records)")


def test_a_match_that_may_not_be_the_last_word_says_who_did_not_answer() -> None:
    match = judged(mention(TITLE, TEAM, 2020, "ICML 2020"), CatalogShelf({"dblp": 164_518}, [PAPER]))
    (flag,) = [flag for flag in match.flags if flag.code == "venue-mismatch"]
    assert flag.severity is Severity.WARNING
    assert "catalog" in flag.says


def test_a_catalogue_that_fails_is_a_gap_and_the_others_are_asked() -> None:
    catalog, shelf = CatalogShelf(WHOLE), Shelf("crossref", [PAPER])
    catalog.down = True
    match = judged(CLAIM, catalog, shelf)
    assert match.best.record == PAPER
    assert {gap.source for gap in match.gaps} == {"catalog"}


def test_the_log_says_what_the_catalogue_holds_what_it_settled_and_for_whom_it_answered() -> None:
    claims = [CLAIM, ABSENT]
    sources: list[Source] = [CatalogShelf(WHOLE, [PAPER]), Shelf("dblp", down=True)]
    found = ask_sources(claims, sources, DEFAULT)
    log = log_of(*reconcile_mentions(claims, found), found, sources, DEFAULT)["sources"]
    assert log["catalog"]["holds"]["dblp"] == {"records": 8_500_000, "whole_until": 2025}
    assert (log["catalog"]["mentions_asked"], log["catalog"]["mentions_settled"]) == (2, 1)
    assert log["dblp"]["mentions_asked"] == 0
    assert [row["reason"] for row in log["dblp"]["answered_by_catalog"]] == ["HTTP 503"]
    assert log["dblp"]["not_answered"] == []


def test_a_program_hands_in_its_catalogue_as_a_source(tmp_path: Path) -> None:
    cv = tmp_path / "cv.txt"
    cv.write_text(f"Publications\n\n- Ann Author, Bob Baker, Cy Clark. {TITLE}. EMNLP 2020.\n", encoding="utf-8")
    shelf = Shelf("crossref")
    result = reconcile.run(cv, sources=[CatalogShelf(PART, [PAPER]), shelf])
    assert [match.status for match in result.matches] == [Status.MATCHED]
    assert shelf.searches == []
