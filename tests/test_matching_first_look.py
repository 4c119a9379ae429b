"""What has the very title is looked at first: it settles most, and nothing where the title may be part of another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.matching.judge import Judge
from reconcile.matching.strings.sought import seek
from reconcile.mention import Status
from reconcile.wanted import Wanted
from sources.record import Date, Identifier, Name, Record, Scheme, Type
from tests.cataloguing import paper, small_catalog

TEAM = ("Ada Tulkens", "Wei Zhang")
PAPERS = (
    paper("conf/icml/Tulk18", "How Was Your Shearing?", *TEAM, year=2018, more="<booktitle>ICML</booktitle>"),
    paper(
        "conf/icml/Tulk18a",
        "'How was your shearing?' A companion for shepherds",
        *TEAM,
        year=2018,
        more="<booktitle>ICML</booktitle>",
    ),
    paper(
        "conf/taln/Tulk20",
        "Analyse des moutons (Parsing Sheep by Night)",
        *TEAM,
        year=2018,
        more="<booktitle>ICML</booktitle>",
    ),
    paper("conf/naacl/Tulk18", "Parsing Sheep by Night", *TEAM, year=2018, more="<booktitle>ICML</booktitle>"),
    paper("conf/cikm/Yang18", "Cross-Shore Tide/Sheep Aware Gull Summaries", "Min Yang", "Bo Lund", year=2018),
    paper("conf/coling/Yang18", "Tide and Sheep Aware Gull Summaries", "Min Yang", "Eva Rye", year=2018),
    *(
        paper(f"conf/icml/Many{at}", "Editorial", f"Bo Ek{chr(97 + at)}", year=2000 + at)
        for at in range(12)
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with small_catalog(tmp_path_factory.mktemp("first"), PAPERS) as catalog:
        yield Judge(catalog)


@pytest.mark.parametrize(
    ("string", "key"),
    [
        ("A. Tulkens, W. Zhang: How Was Your Shearing? ICML 2018", "conf/icml/Tulk18"),
        (
            "A. Tulkens, W. Zhang. “'How was your shearing?' A companion for shepherds”. ICML, 2018.",
            "conf/icml/Tulk18a",
        ),
        ("A. Tulkens, W. Zhang. Parsing Sheep by Night. ICML, 2018.", "conf/naacl/Tulk18"),
        ("A. Tulkens, W. Zhang. Analyse des moutons (Parsing Sheep by Night). ICML, 2018.", "conf/taln/Tulk20"),
    ],
)
def test_a_title_within_a_longer_one_settles_nothing(judge: Judge, string: str, key: str) -> None:
    found = judge.judge(Wanted("1", string))
    assert found.status is Status.MATCHED
    assert found.record is not None
    assert found.record.key == key


def test_a_record_with_words_more_does_not_end_the_search_for_one_without(judge: Judge) -> None:
    found = judge.judge(Wanted("1", '18;"Tide and sheep aware gull sumaries";"Yang, Min";2018;COLING'))
    assert found.record is not None
    assert found.record.key == "conf/coling/Yang18"


def test_the_identifier_of_another_work_outweighs_no_title_people_and_year(judge: Judge) -> None:
    claim = Record(
        Type.PAPER,
        "Parsing Sheep by Night",
        tuple(Name(*reversed(name.split())) for name in TEAM),
        issued=Date(2018),
        container_title="ICML",
        identifiers=(Identifier(Scheme.DBLP, "conf/icml/Many3"),),
    )
    found = judge.judge(Wanted("1", "", claim))
    assert found.record is not None
    assert (found.status, found.record.key) == (Status.MATCHED, "conf/naacl/Tulk18")


def test_the_record_of_an_identifier_is_looked_at_with_what_has_the_title(judge: Judge) -> None:
    claim = Record(Type.PAPER, "Words of No Title", identifiers=(Identifier(Scheme.DBLP, "conf/icml/Many3"),))
    assert [each.row.key for each in judge._called_so(seek(Wanted("1", "", claim)), {})] == ["conf/icml/Many3"]


def test_a_title_that_many_have_is_sought_by_all_its_words(judge: Judge) -> None:
    wanted = Wanted("1", "Bo Ekc. Editorial. ICML 2002")
    assert judge._called_so(seek(wanted), {}) == []
    found = judge.judge(wanted)
    assert found.record is not None
    assert found.record.key == "conf/icml/Many2"
