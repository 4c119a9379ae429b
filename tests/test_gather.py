"""Asking the sources: who is asked for what, and what becomes of silence."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.gather import BATCH, could_know, gather
from sources.record import Identifier, Record
from sources.source import Answer, Unavailable
from tests.make import mention, record

AEP = record("AEP: An Error-bearing Neural Network Accelerator", "Lei Zhao", 2017, ids="doi:10.1109/aep")
CLAIM = mention(AEP.title, "Lei Zhao", 2017)


class Shelf:
    """A source that knows a few records and writes down what it was asked."""

    def __init__(self, name: str, records: Sequence[Record] = (), *, down: bool = False) -> None:
        self.name, self.records, self.down = name, tuple(records), down
        self.searches: list[str] = []
        self.look_ups: list[tuple[Identifier, ...]] = []

    def search(self, *, title: str, author: Sequence[str] = (), year: int | None = None) -> Answer:
        self.searches.append(title)
        if self.down:
            raise Unavailable(self.name, f"search {title}", "HTTP 503")
        return Answer(tuple(record for record in self.records if record.title == title))

    def look_up(self, identifiers: Sequence[Identifier]) -> Answer:
        self.look_ups.append(tuple(identifiers))
        if self.down:
            raise Unavailable(self.name, "look-up", "HTTP 503")
        return Answer(tuple(record for record in self.records if set(record.identifiers) & set(identifiers)))


def test_a_search_finds_the_record() -> None:
    found = gather([CLAIM], [Shelf("crossref", [AEP])])[0]
    assert found.records == (AEP,)
    assert found.asked == ("crossref",)
    assert found.gaps == ()


def test_an_identifier_is_looked_up_and_its_record_goes_to_the_mention_that_names_it() -> None:
    named = mention("Another Title", "Lei Zhao", 2017, ids="doi:10.1109/aep")
    found = gather([named, CLAIM], [Shelf("crossref", [AEP])])
    assert [AEP in answer.records for answer in found] == [True, True]


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
    gather([CLAIM, CLAIM], [Shelf("crossref"), Shelf("dblp")], told.append)
    assert sorted(told) == ["crossref", "crossref", "dblp", "dblp"]
