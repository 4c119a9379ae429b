"""From candidates to a judgement: sure, possible, or refused."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.comparison import compare, probability
from reconcile.decide import doubt, other_publication_of, weigh
from reconcile.gather import Found
from reconcile.mention import Gap, Level, Mention, Status
from reconcile.pipeline import reconcile_mentions
from sources.record import Record
from tests.make import identifier, mention, preprint, record

ASKED = ("crossref", "dblp")
AEP = "AEP: An Error-bearing Neural Network Accelerator for Energy Efficiency and Model Protection"
TEAM = "Lei Zhao; Youtao Zhang; Jun Yang"
CLAIM = mention(AEP, TEAM, 2017, "International Conference On Computer Aided Design")
RECORD = record(AEP, TEAM, 2017, "ICCAD", ids="doi:10.1109/iccad.2017.1")
NOISE = record(
    "MATIC: Adaptation and In-situ Canaries for Energy-Efficient Neural Network Acceleration", "Sung Kim", 2017
)

ROWS = [
    pytest.param(CLAIM, [RECORD, NOISE], Status.MATCHED, id="all agrees"),
    pytest.param(mention(AEP, "", 2017), [RECORD], Status.MATCHED, id="a long title and the year suffice where no author is named"),
    pytest.param(mention(AEP), [RECORD], Status.POSSIBLE, id="a title alone is never sure"),
    pytest.param(CLAIM, [NOISE], Status.NOT_FOUND, id="only a neighbour"),
    pytest.param(CLAIM, [], Status.NOT_FOUND, id="nothing"),
    pytest.param(
        CLAIM, [record(AEP, "Kaiming He; Jian Sun", 2017, "CVPR")], Status.NOT_FOUND, id="the title alone never decides against the authors"
    ),
    pytest.param(mention("Introduction", "", 2017), [record("Introduction", "Jun Yang", 2017)], Status.NOT_FOUND, id="a title that says nothing"),
    pytest.param(
        mention("Graph Minors. II", "Neil Robertson", 1986), [record("Graph Minors. III", "Neil Robertson", 1984)], Status.NOT_FOUND, id="another part"
    ),
    pytest.param(
        mention(AEP, TEAM, 2019, "IEEE Transactions on Computers", kind="article-journal"), [RECORD], Status.POSSIBLE,
        id="the journal version of a conference paper may be missing in the sources",
    ),
    pytest.param(CLAIM, [record("Erratum to: " + AEP, TEAM, 2017, "ICCAD")], Status.NOT_FOUND, id="an erratum is not the paper"),
    pytest.param(
        mention("The Art of Computer Programming", "Donald Knuth", 1968), [record("Review of: The Art of Computer Programming", "Donald Knuth", 1969, type="review")],
        Status.NOT_FOUND, id="a review is not the book",
    ),
    pytest.param(
        mention("", TEAM, 2017, "ICCAD", page="337-344"), [replace(RECORD, page="337-344")], Status.MATCHED,
        id="pages, people and venue suffice where no title is given",
    ),
    pytest.param(
        mention("", TEAM, 2017, "ICCAD"), [replace(RECORD, page="337-344")], Status.POSSIBLE,
        id="people and venue do not: a team has several papers at one meeting",
    ),
]  # fmt: skip


def judge(claim: Mention, records: list[Record], **answer: object):  # type: ignore[no-untyped-def]
    found = Found(tuple(records), ASKED, **answer)  # type: ignore[arg-type]
    return reconcile_mentions([claim], [found])[0][0]


@pytest.mark.parametrize(("claim", "records", "status"), ROWS)
def test_status(claim: Mention, records: list[Record], status: Status) -> None:
    assert judge(claim, records).status is status


WITH = "Counting Lambs of Mountain Flocks with Line Search"
WITHOUT = WITH.replace("with", "without")
RARE = "Ada Tulkens; Bo Ekström; Ines Varga"
TURNED = record(WITH, RARE, 2019, "NeurIPS", page="101-110", ids="doi:10.1000/turned")


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        pytest.param(mention(WITHOUT, RARE, 2019, "NeurIPS", page="101-110"), Status.POSSIBLE, id="pages and all else agree"),
        pytest.param(mention(WITHOUT, RARE, 2019, "NeurIPS"), Status.POSSIBLE, id="a whole team at its venue and year"),
        pytest.param(mention(WITHOUT, RARE, 2019, page="101-110"), Status.POSSIBLE, id="a whole team on its pages"),
        pytest.param(mention(WITHOUT, RARE, 2019, "NeurIPS", page="201-210"), Status.NOT_FOUND, id="other pages"),
        pytest.param(mention(WITHOUT, RARE, 2018, "NeurIPS"), Status.NOT_FOUND, id="another year"),
        pytest.param(mention(WITHOUT, RARE, 2019, "ICML"), Status.NOT_FOUND, id="another venue"),
        pytest.param(mention(WITHOUT, RARE, 2019), Status.NOT_FOUND, id="no venue"),
        pytest.param(mention(WITHOUT, "Ada Tulkens; Bo Ekström", 2019, "NeurIPS"), Status.NOT_FOUND, id="not the whole team"),
        pytest.param(mention(WITHOUT, "", 2019, "NeurIPS", page="101-110"), Status.NOT_FOUND, id="nobody"),
    ],
)  # fmt: skip
def test_a_title_turned_into_its_opposite_is_possible_where_all_else_agrees(claim: Mention, status: Status) -> None:
    (match,), _ = reconcile_mentions([claim], [Found((TURNED,), ASKED)])
    assert match.status is status
    if status is Status.POSSIBLE:
        assert [flag.code for flag in match.flags] == ["title-changed"]
        assert match.probability < 0.95


def test_of_a_title_and_its_opposite_the_one_that_is_claimed_is_meant() -> None:
    both = (TURNED, record(WITHOUT, RARE, 2019, "NeurIPS", page="111-120", ids="doi:10.1000/right"))
    (match,), _ = reconcile_mentions([mention(WITHOUT, RARE, 2019, "NeurIPS")], [Found(both, ASKED)])
    assert match.status is Status.MATCHED
    assert match.best is not None
    assert match.best.record is both[1]


SECOND = record(
    "Reeling of Wet Wool Part II: Influence of the Spindle", "Ada Tulkens; Bo Ekström", 2019, "Textile Letters",
    page="103-112", volume="9", ids="doi:10.1000/reel2",
)  # fmt: skip
FIRST = SECOND.title.replace("II", "I")


@pytest.mark.parametrize(
    ("more", "status"),
    [
        pytest.param({"page": "103-112"}, Status.POSSIBLE, id="its pages"),
        pytest.param({"page": "103-112", "ids": "doi:10.1000/reel2"}, Status.POSSIBLE, id="its pages and its DOI"),
        pytest.param({"page": "93-102"}, Status.NOT_FOUND, id="other pages"),
        pytest.param({"page": "103-112", "volume": "8"}, Status.NOT_FOUND, id="another volume"),
        pytest.param({}, Status.NOT_FOUND, id="no pages: the other part stands in the same volume"),
        pytest.param({"ids": "doi:10.1000/reel2"}, Status.NOT_FOUND, id="the DOI alone, which may be what is wrong"),
    ],
)
def test_another_part_is_possible_where_it_stands_on_the_pages_claimed(more: dict[str, str], status: Status) -> None:
    claim = mention(FIRST, "Ada Tulkens; Bo Ekström", 2019, "Textile Letters", **more)
    match = judge(claim, [SECOND])
    assert match.status is status
    if status is Status.POSSIBLE:
        assert [flag.code for flag in match.flags] == ["title-changed"]
        assert match.probability < 0.95
        assert doubt(match) == "the titles name different parts or numbers, all else agrees"


def test_page_1_is_every_parts() -> None:
    claim = mention(FIRST, "Ada Tulkens; Bo Ekström", 2019, "Textile Letters", page="1-10")
    assert judge(claim, [replace(SECOND, page="1-10")]).status is Status.NOT_FOUND


def test_another_subtitle_is_possible_where_all_else_agrees_and_no_more_for_it() -> None:
    known = record("Counting Lambs at Night: A Difficult Task", "Ada Tulkens; Bo Ekström", 2019, "NeurIPS")
    title = "Counting Lambs at Night: Ten Years in the Fold"
    for venue, year, status in (("NeurIPS", 2019, Status.POSSIBLE), ("NeurIPS", 2018, Status.NOT_FOUND)):
        match = judge(mention(title, "Ada Tulkens; Bo Ekström", year, venue), [known])
        assert match.status is status
    doi = {"ids": "doi:10.1234/lambs"}
    match = judge(
        mention(title, "Ada Tulkens; Bo Ekström", 2019, "NeurIPS", **doi),
        [replace(known, identifiers=(identifier(doi["ids"]),))],
    )
    assert match.status is Status.MATCHED


def test_an_article_claimed_where_only_the_paper_is_known_is_said_to_be_possible_for_that() -> None:
    claim = mention(AEP, TEAM, 2019, "IEEE Trans. Computers", kind="article-journal", type="article-journal")
    match = judge(claim, [RECORD])
    assert (match.status, doubt(match)) == (Status.POSSIBLE, other_publication_of(claim, RECORD))
    assert doubt(match)


LONG, SHORT = "Tidal Clocks for Barnacle Role Labeling of Gulls", "Tidal Clocks for BRL of Gulls"
OTHERWISE = "Tidal Clocks for Bold Reindeer Leaps of Gulls"


@pytest.mark.parametrize(
    ("claimed", "recorded", "venue", "status"),
    [
        pytest.param(SHORT, LONG, "ICCAD", Status.MATCHED, id="the claim has them, and all else agrees"),
        pytest.param(SHORT, LONG, "", Status.POSSIBLE, id="the claim has them, of no venue"),
        pytest.param(OTHERWISE, SHORT, "ICCAD", Status.POSSIBLE, id="the record has them, perhaps for other words"),
    ],
)
def test_initials_that_nobody_knows(claimed: str, recorded: str, venue: str, status: Status) -> None:
    claim = mention(claimed, TEAM, 2017, venue)
    (match,), _ = reconcile_mentions([claim], [Found((record(recorded, TEAM, 2017, "ICCAD"),), ASKED)])
    assert match.status is status
    assert [flag.code for flag in match.flags] == ["title-changed"]


def test_two_works_that_fit_alike_are_only_possible() -> None:
    title = "Deep Learning for Time Series Forecasting"
    twins = [
        record(title, authors, 2020, ids=f"doi:10.1234/{n}")
        for n, authors in enumerate(("Jun Yang; Wei Li", "Mi Zhang"))
    ]
    match = judge(mention(title, "", 2020), twins)
    assert match.status is Status.POSSIBLE
    assert match.runner_up is not None
    assert doubt(match) == "another record fits as well, the next best"


def test_the_venue_tells_a_paper_from_a_workshops_abstract_of_its_title() -> None:
    paper = record(AEP, TEAM, 2017, "EMNLP 2017", ids="doi:10.1234/paper")
    for workshop in ("BlackboxNLP Workshop 2017", "Proceedings of the 2017 Workshop on Woolly Sheep"):
        abstract = record(AEP, TEAM, 2017, workshop, ids="doi:10.1234/abstract")
        for venue, meant in (("EMNLP 2017", paper), (workshop, abstract)):
            claim = mention(AEP, TEAM, 2017, venue)
            (match,), _ = reconcile_mentions([claim], [Found((paper, abstract), ASKED)])
            assert (match.status, match.best and match.best.record) == (Status.MATCHED, meant)
    (match,), _ = reconcile_mentions([mention(AEP, TEAM, 2017)], [Found((paper, abstract), ASKED)])
    assert match.status is Status.POSSIBLE


def test_a_source_that_is_silent_makes_it_not_checked_never_not_found() -> None:
    gap = Gap("dblp", "https://dblp.org/search/publ/api?q=aep", "HTTP 503")
    assert judge(CLAIM, [], gaps=(gap,)).status is Status.NOT_CHECKED
    assert judge(CLAIM, [RECORD], gaps=(gap,)).status is Status.MATCHED


def test_a_claim_of_a_publication_means_the_publication_and_of_a_preprint_the_preprint() -> None:
    draft = preprint(AEP, TEAM, 2017)
    assert judge(CLAIM, [draft, RECORD]).best.record == RECORD
    assert judge(replace(CLAIM, kind="preprint"), [draft, RECORD]).best.record == draft


def test_the_order_of_answers_does_not_matter() -> None:
    records = [RECORD, NOISE, preprint(AEP, TEAM, 2017), record(AEP, "Kaiming He", 2012)]
    expected = judge(CLAIM, records)
    for seed in range(5):
        random.Random(seed).shuffle(records)
        assert judge(CLAIM, records) == expected


def test_the_weight_is_the_sum_of_the_evidence_and_nothing_else() -> None:
    for candidate in weigh(CLAIM, [RECORD, NOISE]):
        assert candidate.comparison.weight == pytest.approx(
            sum(piece.weight for piece in candidate.comparison.evidence)
        )
        assert candidate.probability == pytest.approx(probability(candidate.comparison.weight))


records = st.builds(
    record,
    title=st.sampled_from([AEP, "AEP", "Graph Minors. II", "Deep learning", ""]),
    authors=st.sampled_from(["", TEAM, "Jun Yang; Lei Zhao", "L. Zhao", "Kaiming He"]),
    year=st.sampled_from([None, 2016, 2017, 2021]),
    venue=st.sampled_from(["", "ICCAD", "CVPR", "NAACL Findings 2024", "Journal of Odd Things"]),
    ids=st.sampled_from(["", "doi:10.1234/x", "doi:10.1234/y", "arxiv:2301.00001"]),
)


@given(records, records)
def test_comparison_is_symmetric(left: Record, right: Record) -> None:
    forth, back = compare(left, right), compare(right, left)
    for one in forth.evidence:
        other = back.of(one.field)
        assert other is not None
        assert (one.level, one.field) == (other.level, other.field)
        if one.field != "author":  # an author added to a claim weighs more than one left out
            assert one.weight == pytest.approx(other.weight)


@given(records, records)
def test_missing_weighs_nothing(left: Record, right: Record) -> None:
    for piece in compare(left, right).evidence:
        if piece.level is Level.MISSING:
            assert piece.weight == 0.0


@given(records, records)
def test_an_agreeing_identifier_never_lowers(left: Record, right: Record) -> None:
    shared = (identifier("openreview:hvimyM6JOe"),)
    more = [replace(one, identifiers=one.identifiers + shared) for one in (left, right)]
    assert compare(*more).weight >= compare(left, right).weight
