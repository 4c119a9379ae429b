"""Claims whose title has another word than a record's: the paper retitled, or another work of the same people."""

from __future__ import annotations

import pytest

from reconcile.decide import doubt
from reconcile.gather import Found
from reconcile.mention import Match, Mention, Status
from reconcile.pipeline import reconcile_mentions
from reconcile.retitled import has_other_words
from sources.record import Record
from tests.make import mention, preprint, record

ASKED = ("crossref", "dblp")
TEAM = "Ada Tulkens; Bo Ekström; Ines Varga"
TITLE = "Waterproof Felting Models for Upland Sheep"
SHORTER = "Felting Models for Upland Sheep"
RECORD = record(TITLE, TEAM, 2016, "ICML", page="113-120", ids="doi:10.1000/felt")
BOOK = "Handbook of Woollen Systems"


def judge(claim: Mention, *records: Record) -> Match:
    return reconcile_mentions([claim], [Found(records, ASKED)])[0][0]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(mention(SHORTER, TEAM, 2019, BOOK, kind="chapter"), id="a chapter of three years later"),
        pytest.param(mention(SHORTER, TEAM, 2019, "AAAI"), id="a paper at another meeting"),
        pytest.param(mention(SHORTER, TEAM, 2013), id="of another year, and no venue"),
        pytest.param(mention(SHORTER, TEAM), id="neither year nor venue, and a word is lacking"),
        pytest.param(mention(SHORTER, TEAM, None, "AAAI"), id="another meeting, and no year"),
        pytest.param(mention("Waterproof Felting Models for Fat Upland Sheep", TEAM, 2019, BOOK, kind="chapter"), id="a word more"),
        pytest.param(mention("Hydrophobic Felting Models for Upland Sheep", TEAM, 2019, BOOK, kind="chapter"), id="a word in the place of another"),
        pytest.param(mention(f"{TITLE} and Mountain Goats", TEAM, 2019, BOOK, kind="chapter"), id="a title that goes on"),
    ],
)  # fmt: skip
def test_another_title_is_only_possible_where_neither_year_nor_venue_agrees(claim: Mention) -> None:
    match = judge(claim, RECORD)
    assert match.status is not Status.MATCHED
    assert all(flag.severity != "error" for flag in match.flags if match.status is Status.POSSIBLE)
    if match.best is not None:
        assert match.probability < 0.95


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(mention(SHORTER, TEAM, 2016, BOOK, kind="chapter"), id="the year"),
        pytest.param(mention(SHORTER, TEAM, 2017, BOOK), id="the year but one"),
        pytest.param(mention(SHORTER, TEAM, 2019, "ICML"), id="the venue"),
        pytest.param(mention(SHORTER, TEAM, 2019, "Woollen Letters", page="113-120"), id="the pages"),
        pytest.param(mention(SHORTER, TEAM, 2019, BOOK, ids="doi:10.1000/felt"), id="the DOI"),
        pytest.param(mention(f"{TITLE} and Goats", TEAM), id="words behind a title, and nothing against it"),
        pytest.param(mention(TITLE, TEAM, 2019, BOOK), id="the title itself"),
        pytest.param(mention(f"The {TITLE}", TEAM, 2019, BOOK), id="an article more"),
        pytest.param(mention(f"WAFEMO: {TITLE}", TEAM, 2019, BOOK), id="a coined name more"),
        pytest.param(mention(f"{TITLE}: A Study", TEAM, 2019, BOOK), id="a subtitle more"),
        pytest.param(mention(f"{TITLE}. Notes on a Northern Trade", TEAM, 2019, BOOK), id="a subtitle behind a full stop"),
        pytest.param(mention(f"{TITLE} (Modelle wasserdichten Filzes für Schafe)", TEAM, 2019, BOOK), id="in a second language"),
        pytest.param(mention(f"{TITLE} (Extended Abstract)", TEAM, 2018, BOOK), id="a remark"),
    ],
)  # fmt: skip
def test_it_is_the_work_where_something_else_agrees_or_no_word_tells(claim: Mention) -> None:
    assert judge(claim, RECORD).status is Status.MATCHED


def test_a_preprint_may_be_retitled_until_it_appears() -> None:
    assert judge(mention(SHORTER, TEAM, 2014, "arXiv", kind="preprint"), RECORD).status is Status.MATCHED
    assert judge(mention(SHORTER, TEAM, 2018, "ICML"), preprint(TITLE, TEAM, 2016)).status is Status.MATCHED
    both = (RECORD, preprint(SHORTER, TEAM, 2014))
    assert judge(mention(SHORTER, TEAM, 2014, "arXiv", kind="preprint"), *both).status is Status.MATCHED


def test_the_reason_is_given() -> None:
    match = judge(mention("Felting Models for Sheep of the Uplands", TEAM, 2013), RECORD)
    assert match.status is Status.POSSIBLE
    assert doubt(match).endswith("neither year nor venue speaks for one work")
    against = [flag.says for flag in match.flags if flag.code in ("title-changed", "year-mismatch")]
    assert against
    assert all(says.startswith("if this is the record meant: ") for says in against)


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        pytest.param(mention("Models of Felting for Hill Sheep", "Ada Tulkens", 2016, kind="thesis", type="thesis"), Status.NOT_FOUND, id="another title"),
        pytest.param(mention(SHORTER, "Ada Tulkens", 2016, kind="thesis", type="thesis"), Status.NOT_FOUND, id="a word less"),
        pytest.param(mention(f"{TITLE}. A Thesis in Felting", "Ada Tulkens", 2016, kind="thesis", type="thesis"), Status.MATCHED, id="the paper's title and a subtitle"),
        pytest.param(mention(TITLE, "Ada Tulkens", 2016, kind="thesis", type="thesis"), Status.MATCHED, id="the paper's title"),
        pytest.param(mention(SHORTER, TEAM, 2016), Status.MATCHED, id="no thesis"),
    ],
)  # fmt: skip
def test_the_thesis_of_one_is_no_paper_of_several_by_another_title(claim: Mention, status: Status) -> None:
    assert judge(claim, RECORD).status is status


def test_a_thesis_of_one_may_be_a_thesis_by_a_longer_title() -> None:
    thesis = record(TITLE, "Ada Tulkens", 2016, "University of Wool", type="thesis")
    claim = mention(SHORTER, "Ada Tulkens", 2016, kind="thesis", type="thesis")
    assert judge(claim, thesis).status is Status.MATCHED


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("Felt for Sheep", "Waterproof Felt for Sheep", True),
        ("Felt for Sheep", "Felt for Sheep and Gulls", True),
        ("Felt for Sheep", "Felt for the Sheep", False),
        ("Felt for Sheep", "Felts for sheep", False),
        ("Felt for Sheep", "Felt for Sheep (Demo)", False),
        ("Felt for Sheep", "Felt for Sheep: Wool and Gulls", False),
        ("Felt for Sheep", "FELTER - Felt for Sheep", False),
        ("Felt for Sheep", "FELTER: Felt for Sheep and Gulls", True),
    ],
)
def test_a_word_tells(left: str, right: str, other: bool) -> None:
    assert has_other_words(left, right) is has_other_words(right, left) is other
