"""Strings of posts, which name accounts, and of lists that count years by eras."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.entry import Entry
from reconcile.matching.judge import Judge
from reconcile.mention import Status
from reconcile.parse import parse
from reconcile.venues import read_venue
from reconcile.wanted import Wanted
from tests.cataloguing import paper, small_catalog

FELT = "Felting Drowsy Sheep Without a Shepherd"
PAPERS = (
    paper("conf/chi/Bee21", FELT, "Anna Bee", "Bo Lund", "Cy Fane", year=2021, more="<booktitle>CHI</booktitle>"),
    paper(
        "conf/rocling/Sun91", "Shorn Words in Woollen Transfer", "Chung-Teng Sun", year=1991,
        more="<booktitle>ROCLING</booktitle>",
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("posts"), PAPERS) as catalog:
        yield Judge(catalog)


@pytest.mark.parametrize(
    "string",
    [
        f"Our #CHI2021 paper {FELT} w/ @annabee @bolund Cy Fane is online!",
        f"{FELT} — with @AnnaBee, Bo Lund. Honorable mention @ #CHI2021",
        "孫仲騰. Shorn Words in Woollen Transfer. ROCLING IV, 民國80年, 頁193-214",
    ],
)
def test_what_a_post_or_an_era_says(judge: Judge, string: str) -> None:
    assert judge.judge(Wanted("1", string)).status is Status.MATCHED


def test_another_title_of_a_post_is_another_work(judge: Judge) -> None:
    found = judge.judge(Wanted("1", f"{FELT} and Other Tales w/ @SomebodyElse"))
    assert found.status is not Status.MATCHED


def test_a_year_of_an_era_is_read_where_there_is_no_other() -> None:
    text = "牧田次郎「羊の数え方」『牧場学報』12号、昭和56年、1-9頁"
    assert parse(Entry("cv.txt", 1, 1, text, text)).claim.year == 1981


def test_the_older_names_of_a_meeting() -> None:
    name = "Proceedings of the 10th Research on Computational Linguistics International Conference"
    assert read_venue(name).series == "rocling"
