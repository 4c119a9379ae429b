"""Strings that may be of another work than the record's, or of another publication of it: possible at most."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.matching.judge import Judge
from reconcile.mention import Status
from reconcile.wanted import Verdict, Wanted
from sources.names import read_name
from sources.record import Record
from tests.cataloguing import paper, small_catalog


def held(key: str, title: str, *authors: str, year: int, venue: str) -> str:
    return paper(key, title, *authors, year=year, more=f"<booktitle>{venue}</booktitle>")


TWO = ("Ada Kovalenko", "Bo Verma")
LONG = "Estimating the Density of Fleece on Sleeping Sheep in Probabilistic Meadows by Means of Tidal Kernels"
PAPERS = (
    held("conf/gull/EkKV16", "Lipreading Gulls with Recurrent Woollen Memory", "Cy Ekdahl", *TWO, year=2016, venue="ICASSP"),
    held("conf/sheep/KV18", "FELTER: Slow Felting of Mountain Wool", *TWO, year=2018, venue="AAAI"),
    held("conf/a/KV19", "Barnacles in Slow Water", *TWO, year=2019, venue="Symposium on Harbour Acoustics"),
    held("conf/b/KV19", "Barnacles in Slow Water", *TWO, year=2019, venue="Conference on Tidal Vision"),
    held("conf/d/KV20", f"{LONG}: Part II", *TWO, year=2020, venue="ICASSP"),
    held("conf/c/V11", "Mussels Behind Quiet Rocks", "Bo Verma", year=2011, venue="Symposium on Harbour Acoustics"),
    held("conf/c/V12", "Mussels Behind Quiet Rocks", "Bo Verma", year=2012, venue="Conference on Tidal Vision"),
)  # fmt: skip


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("rivals"), PAPERS) as catalog:
        yield Judge(catalog)


def verdict(judge: Judge, string: str) -> Verdict:
    return judge.judge(Wanted("1", text=string))


@pytest.mark.parametrize(
    "string",
    [
        "Bo Verma. Gulls with Recurrent Woollen Memory",
        "Ada Kovalenko, Bo Verma. Gulls with Recurrent Woollen Memory",
        "Bo Verma. Gulls with Recurrent Woollen Memory. 2019",
        "Lipreading Gulls with Woollen Memory. Cy Ekdahl, Ada Kovalenko, Bo Verma",
    ],
)
def test_a_title_that_lacks_a_word_is_only_possible_without_year_and_venue(judge: Judge, string: str) -> None:
    assert verdict(judge, string).status is not Status.MATCHED


@pytest.mark.parametrize(
    "string",
    [
        "Ada Kovalenko, Bo Verma. Gulls with Recurrent Woollen Memory. 2016",
        "Ada Kovalenko, Bo Verma. Gulls with Recurrent Woollen Memory. ICASSP",
        "Ekdahl, Kovalenko, Verma. Lipreading Gulls with Recurrent Woollen Memory",
        "Ekdahl, Kovalenko, Verma. Lipreading Gulls with Recurrent Woollen…",
        "Ekdahl, Kovalenko, Verma. Lipreading Gul1s with Recurrent Woolen Mernory",
        "Ada Kovalenko, Bo Verma. Slow Felting of Mountain Wool",
        "Kovalenko and Verma: Slow Felting of the Mountain Wool",
    ],
)
def test_it_is_matched_with_either_or_where_no_word_is_lacking(judge: Judge, string: str) -> None:
    assert verdict(judge, string).status is Status.MATCHED


@pytest.mark.parametrize("end", [": Part I", ": Part", ", I", ": P 1"])
def test_another_part_is_no_title_that_is_cut(judge: Judge, end: str) -> None:
    assert verdict(judge, f"{LONG}{end}").status is not Status.MATCHED
    assert verdict(judge, LONG[:-4]).status is Status.MATCHED


def test_an_entry_has_its_title_whole(judge: Judge) -> None:
    own = Record(title="Gulls with Recurrent Woollen Memory", author=(read_name("Cy Ekdahl"), *map(read_name, TWO)))
    assert judge.judge(Wanted("1", claim=own)).status is Status.MATCHED


@pytest.mark.parametrize("where", ["", " NAACL.", " Conference on Woollen Oracles (oral)."])
def test_a_work_at_two_meetings_of_one_year_is_possible_where_neither_is_named(judge: Judge, where: str) -> None:
    found = verdict(judge, f"Ada Kovalenko, Bo Verma. Barnacles in Slow Water.{where} 2019.")
    assert found.status is Status.POSSIBLE
    assert found.probability == pytest.approx(0.5)
    assert found.record is not None
    assert found.runner_up is not None
    assert {found.record.key, found.runner_up.key} == {"conf/a/KV19", "conf/b/KV19"}
    assert found.also == ()


@pytest.mark.parametrize(
    ("string", "key"),
    [
        ("Ada Kovalenko, Bo Verma. Barnacles in Slow Water. Conference on Tidal Vision, 2019.", "conf/b/KV19"),
        ("Ada Kovalenko, Bo Verma. Barnacles in Slow Water. Symposium on Harbour Acoustics, 2019.", "conf/a/KV19"),
        ("Bo Verma. Mussels Behind Quiet Rocks. 2011.", "conf/c/V11"),
        ("Bo Verma. Mussels Behind Quiet Rocks. 2012.", "conf/c/V12"),
    ],
)
def test_a_meeting_or_a_year_tells_which(judge: Judge, string: str, key: str) -> None:
    found = verdict(judge, string)
    assert found.status is Status.MATCHED
    assert found.record is not None
    assert found.record.key == key


def test_an_article_behind_a_title_begins_no_names(judge: Judge) -> None:
    own = "FELTER: Slow Felting of Mountain Wool{} — Ada Kovalenko, Bo Verma — AAAI 2018"
    assert verdict(judge, own.format("")).status is Status.MATCHED
    assert verdict(judge, own.format(": A Survey")).status is not Status.MATCHED
