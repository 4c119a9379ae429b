"""Pages that are another paper's, years of one volume, and an article whose place only its claim gives."""

from __future__ import annotations

import pytest

from reconcile.gather import Found
from reconcile.mention import Flag, Gap, Kind, Mention
from reconcile.parse import parse_string
from reconcile.pipeline import reconcile_mentions
from sources.record import Record
from tests.make import mention, record

TITLE = "Counting Undyed Sheep by Night in Narrow Valleys"
TEAM = "Ada Tulkens; Wei Zhang; Bo Ekström"
PAPER = record(TITLE, TEAM, 2016, "ICASSP", page="770-778")
ARTICLE = record(TITLE, TEAM, 2006, "PLoS Biology", type="article-journal", volume="5", issue="1", page="e2")
OPEN = Gap("dblp", "search", "HTTP 503")


def flags(claim: Mention, known: Record, gaps: tuple[Gap, ...] = ()) -> tuple[Flag, ...]:
    (match,), _ = reconcile_mentions([claim], [Found((known,), ("crossref", "dblp"), gaps=gaps)])
    return match.flags


def graded(claim: Mention, known: Record, gaps: tuple[Gap, ...] = ()) -> list[tuple[str, str]]:
    return [(flag.code, flag.severity.value) for flag in flags(claim, known, gaps)]


@pytest.mark.parametrize(
    ("pages", "venue", "told"),
    [
        pytest.param("1901--1908", "ICASSP 2016", True, id="another paper's"),
        pytest.param("770--778", "ICASSP 2016", False, id="the record's"),
        pytest.param("778--786", "ICASSP 2016", False, id="a page in common"),
        pytest.param("1--9", "ICASSP 2016", False, id="its own count"),
        pytest.param("e770--e778", "ICASSP 2016", False, id="letters"),
        pytest.param("1901", "ICASSP 2016", False, id="no range"),
        pytest.param("1901--1909", "", False, id="nobody says where"),
    ],
)
def test_the_pages_of_another_paper(pages: str, venue: str, told: bool) -> None:
    found = graded(mention(TITLE, TEAM, 2016, venue, page=pages), PAPER)
    assert found == ([("pages-mismatch", "warning")] if told else [])


def test_both_ranges_are_quoted() -> None:
    (flag,) = flags(mention(TITLE, TEAM, 2016, "ICASSP", page="1901-1908"), PAPER)
    assert flag.says.startswith("claimed pages 1901-1908, ")
    assert flag.says.endswith(" says 770-778")


def test_as_many_pages_elsewhere_may_be_another_printing_of_the_volume() -> None:
    assert graded(mention(TITLE, TEAM, 2016, "ICASSP", page="761-769"), PAPER) == [("pages-mismatch", "info")]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        pytest.param("ICASSP 2016, 25-29, Cádiz, Spain.", False, id="days before a town"),
        pytest.param("ICASSP 2016, Cádiz, 7-12.", False, id="days behind a town"),
        pytest.param("ICASSP 2016, Cádiz, pp. 7-12.", True, id="pages by a mark"),
        pytest.param("ICASSP 2016, Cádiz, S. 7-12.", True, id="pages by a German mark"),
        pytest.param("ICASSP 2016, Cádiz, 27-35.", True, id="no such day"),
    ],
)
def test_days_of_a_meeting_are_no_pages(place: str, told: bool) -> None:
    claim = parse_string(f"Ada Tulkens, Wei Zhang, Bo Ekström. {TITLE}. {place}")
    assert claim.claim.page
    assert [code for code, _ in graded(claim, PAPER) if code == "pages-mismatch"] == ["pages-mismatch"] * told


def article(year: int, **more: str) -> Mention:
    return mention(TITLE, TEAM, year, "PLoS Biol.", kind=Kind.ARTICLE, type="article-journal", **more)


@pytest.mark.parametrize(
    ("claim", "severity"),
    [
        pytest.param(article(2007, volume="5", issue="1"), "info", id="the same issue"),
        pytest.param(article(2007, volume="5", page="e2"), "info", id="the same page"),
        pytest.param(article(2007, volume="5"), "warning", id="a volume of many pages"),
        pytest.param(article(2007, volume="6", issue="1"), "warning", id="another volume"),
        pytest.param(article(2007), "warning", id="no volume"),
        pytest.param(article(2008, volume="5", issue="1"), "error", id="two years"),
    ],
)
def test_a_volume_is_dated_online_and_in_print(claim: Mention, severity: str) -> None:
    assert ("year-mismatch", severity) in graded(claim, ARTICLE)


@pytest.mark.parametrize(("volume", "severity"), [("34", "info"), ("35", "warning")])
def test_a_volume_a_year_tells_the_year(volume: str, severity: str) -> None:
    known = record(TITLE, TEAM, 2021, "NeurIPS", page="15895-15907")
    claim = mention(TITLE, TEAM, 2022, "Advances in Neural Information Processing Systems", volume=volume)
    assert graded(claim, known) == [("year-mismatch", severity)]


@pytest.mark.parametrize(
    ("more", "gaps", "severity"),
    [
        pytest.param({"volume": "3", "page": "993-1022"}, (OPEN,), "info", id="a place of its own"),
        pytest.param({"volume": "3"}, (OPEN,), "warning", id="a volume is soon said"),
        pytest.param({"volume": "3", "page": "770-778"}, (OPEN,), "warning", id="the paper's pages"),
        pytest.param({"volume": "3", "page": "993-1022"}, (), "warning", id="everybody was asked"),
    ],
)
def test_an_article_may_have_a_place_of_its_own(more: dict[str, str], gaps: tuple[Gap, ...], severity: str) -> None:
    venue = "Journal of Machine Learning Research"
    claim = mention(TITLE, TEAM, 2018, venue, kind=Kind.ARTICLE, type="article-journal", **more)
    assert [grade for code, grade in graded(claim, PAPER, gaps) if code == "venue-mismatch"] == [severity]
