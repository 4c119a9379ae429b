"""Asking the sources: who is asked for what, and what becomes of silence."""

from __future__ import annotations

import pytest

from reconcile.gather import BATCH, Asking, Holding, could_know, doubt, gather, holdings
from tests.make import mention, record
from tests.shelves import PART, WHOLE, CatalogShelf, Dump, Holds, Shelf

AEP = record("AEP: An Error-bearing Neural Network Accelerator", "Lei Zhao", 2017, ids="doi:10.1109/aep")
CLAIM = mention(AEP.title, "Lei Zhao", 2017)


def test_a_search_finds_the_record() -> None:
    found = gather([CLAIM], [Shelf("crossref", [AEP])])[0]
    assert found.records == (AEP,)
    assert found.asked == ("crossref",)
    assert found.gaps == ()


def test_an_identifier_is_looked_up_and_its_record_goes_to_the_mention_that_names_it() -> None:
    named = mention("Another Title", "Lei Zhao", 2017, ids="doi:10.1109/aep")
    found = gather([named, CLAIM], [Shelf("crossref", [AEP])])
    assert [AEP in answer.records for answer in found] == [True, True]


def test_a_catalogue_is_asked_for_people_alone_where_no_title_is_given() -> None:
    untitled = mention("", "Lei Zhao; Youtao Zhang; Jun Yang; Bo Hale", 2017, "ICCAD")
    catalog, live = CatalogShelf(PART), Shelf("crossref")
    gather([untitled], [catalog, live])
    assert (catalog.searches, live.searches) == ([""], [untitled.reading])


def test_identifiers_are_looked_up_in_batches() -> None:
    shelf = Shelf("crossref")
    gather([mention(f"Title {n}", ids=f"doi:10.1234/{n}") for n in range(BATCH + 1)], [shelf])
    assert [len(batch) for batch in shelf.look_ups] == [BATCH, 1]


def test_silence_is_a_gap_that_names_the_request_and_the_reason() -> None:
    found = gather([CLAIM], [Shelf("crossref", down=True), Shelf("dblp", [AEP])])[0]
    assert [(gap.source, gap.asked, gap.reason) for gap in found.gaps] == [
        ("crossref", f"search {AEP.title}", "HTTP 503")
    ]
    assert found.asked == ("dblp",)
    assert found.records == (AEP,)


def test_the_silence_of_a_source_that_could_not_know_the_work_is_no_gap() -> None:
    hardware = mention("SRA: A Secure Accelerator", "Lei Zhao", 2022, "Design Automation Conference")
    language = mention("Ethos", "Lei Gao", 2024, "NAACL Findings 2024")
    assert not could_know("anthology", hardware)
    assert could_know("anthology", language)
    found = gather([hardware, language], [Shelf("anthology", down=True)])
    assert [bool(answer.gaps) for answer in found] == [False, True]
    answered = gather([hardware, language], [Shelf("anthology")])
    assert [answer.asked for answer in answered] == [(), ("anthology",)]


def test_what_is_no_publication_is_not_asked_for() -> None:
    shelf = Shelf("crossref")
    found = gather([mention("Widget", kind="patent", reason="a patent")], [shelf])
    assert shelf.searches == []
    assert found[0].asked == ()


def test_every_mention_asked_is_told() -> None:
    told: list[str] = []
    gather([CLAIM, CLAIM], [Shelf("crossref"), Shelf("dblp")], Asking(step=told.append))
    assert sorted(told) == ["crossref", "crossref", "dblp", "dblp"]


def test_the_answer_of_a_catalogue_is_not_yet_the_answer_of_a_source() -> None:
    """What its silence is worth is judged from what it holds, not from its having answered."""
    found = gather([CLAIM], [CatalogShelf(WHOLE, [AEP])])[0]
    assert found.records == (AEP,)
    assert (found.by, found.asked, found.gaps) == (("catalog",), (), ())


def test_a_catalogue_could_know_what_its_dumps_could_know() -> None:
    hardware = mention("SRA: A Secure Accelerator", "Lei Zhao", 2022, "Design Automation Conference")
    assert gather([hardware], [CatalogShelf({"anthology": 110_000})])[0].by == ()
    assert gather([hardware], [CatalogShelf({"anthology": 110_000, "dblp": 5})])[0].by == ("catalog",)


DOUBTS = [
    (Holding("dblp", 164_518, 2024), 2010, "the catalogue holds only a part of DBLP (164,518 records)"),
    (Holding("crossref", 1_747, 2024), 2010, "the catalogue holds only a part of Crossref (1,747 records)"),
    (Holding("dblp", 8_500_000, 2025), 2010, ""),
    (Holding("dblp", 8_500_000, 2025), 2025, ""),
    (Holding("anthology", 61_686, 2020), 2020, ""),
    (Holding("anthology", 61_686, 2020), 2021, "the catalogue's dump of the ACL Anthology is whole until 2020, the claim is of 2021"),
    (Holding("anthology", 61_686, 2020), 2025, "the catalogue's dump of the ACL Anthology is whole until 2020, the claim is of 2025"),
    (Holding("anthology", 61_686, 2020), None, "the catalogue's dump of the ACL Anthology is whole until 2020, the claim has no year"),
    (Holding("dblp", 8_500_000), 2010, "the catalogue does not say how far its dump of DBLP reaches"),
]  # fmt: skip


@pytest.mark.parametrize(("held", "year", "reason"), DOUBTS)
def test_the_silence_of_a_dump_counts_where_it_is_whole_and_reaches_the_claim(
    held: Holding, year: int | None, reason: str
) -> None:
    assert doubt(held, mention("A Study of Things", "Ann Author", year)) == reason


def _holds(dumps: list[Dump], newest: dict[str, int]) -> CatalogShelf:
    shelf = CatalogShelf({})
    shelf.contents = Holds({"dblp": 6_000_000}, [*dumps, Dump("anthology", "1999-01-01", 60_000)], newest)
    return shelf


REACHES = [
    ([Dump("dblp", "2026-11-21T14:42:00+00:00", 6_000_000)], {"dblp": 2021}, 2020),  # copied long after it was made
    ([Dump("dblp", "2024-03-01", 6_000_000)], {"dblp": 2025}, 2023),  # records of years to come
    ([Dump("dblp", "2026-03-01", 6_000_000), Dump("dblp", "2020-03-01", 5_500_000)], {"dblp": 2027}, 2025),  # renewed
    ([Dump("dblp", "2026-03-01", 1_000), Dump("dblp", "2020-03-01", 5_999_000)], {"dblp": 2027}, 2019),  # added to
    ([Dump("dblp", "2024-03-01", 6_000_000)], {}, None),
    ([Dump("dblp", "", 6_000_000)], {"dblp": 2021}, None),
]


@pytest.mark.parametrize(("dumps", "newest", "until"), REACHES)
def test_how_far_a_dump_reaches_is_told_by_its_file_and_by_its_records(
    dumps: list[Dump], newest: dict[str, int], until: int | None
) -> None:
    assert holdings(_holds(dumps, newest)) == (Holding("dblp", 6_000_000, until),)


def test_a_live_source_holds_nothing_of_others() -> None:
    assert holdings(Shelf("dblp")) == ()
    assert [held.source for held in holdings(CatalogShelf(PART))] == ["anthology", "crossref", "dblp"]
