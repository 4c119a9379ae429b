"""What two records show of each other: cells read, and a level for each field."""

from __future__ import annotations

import time

import pytest

from reconcile.comparison import judge
from reconcile.evidence.levels import Same
from reconcile.evidence.mending import mended
from reconcile.evidence.seeing import identifiers, look
from reconcile.evidence.side import Side, side_of_cells
from reconcile.settings import for_pairs
from sources.record import Identifier, Scheme

TITLE = "Adaptive Query Routing in Memristive Sensor Networks"
TEAM = "Ada Bee, Cy Dee, Eve Fox, Gus Hall"


def shown(left: Side, right: Side) -> dict[str, str]:
    return {seen.field: seen.level for seen in look(left, right).seen}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Gao, L., Niu, Y. and Avestimehr, S.", ["lgao", "yniu", "savestimehr"]),
        ("Gao, Lei and Niu, Yue", ["leigao", "yueniu"]),
        ("Lei Gao; Yue Niu", ["leigao", "yueniu"]),
        ("Lei Gao, Yue Niu & S. Avestimehr", ["leigao", "yueniu", "savestimehr"]),
        ("c &#233; sar a. galindo-legaria , k bohm", ["cesaragalindolegaria", "kbohm"]),
        ("portal.acm.org", []),
        ("?", []),
        (", r marciano", ["rmarciano"]),
        ("Ludwig van Beethoven", ["ludwigbeethoven"]),
        ("Y Zhou , X Lu", ["yzhou", "xlu"]),
        ("zhou, y, lu, x", ["yzhou", "xlu"]),
        ("王 芳, 李伟", ["王芳", "李伟"]),
    ],
)
def test_authors_are_read_from_a_cell(cell: str, names: list[str]) -> None:
    assert [one.letters for one in side_of_cells("x", cell).people] == names


@pytest.mark.parametrize("cell", ["A. Bee et al.", "A. Bee and others", "A. Bee, ...", "A. Bee …"])
def test_a_list_that_goes_on_says_so(cell: str) -> None:
    side = side_of_cells("x", cell)
    assert side.cut
    assert [one.letters for one in side.people] == ["abee"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trees &amp; forests", "trees & forests"),
        ("g &#252; ther & h &#xe9; l &#232; ne", "güther & hélène"),
        ("r&eacute;my", "rémy"),
        ("a & b", "a & b"),
        ("&#" + "9" * 5000 + ";", None),
    ],
)
def test_letters_that_are_given_as_numbers_are_mended(text: str, expected: str | None) -> None:
    assert expected is None or mended(text) == expected
    assert isinstance(mended(text), str)


@pytest.mark.parametrize(
    ("doi", "level"),
    [("10.48550/arxiv.1901.00001", None), ("10.48550/arxiv.cs/9901001", None), ("10.1000/arxiv.1", Same.OTHER)],
)
def test_the_doi_that_arxiv_gave_is_none_of_the_publication(doi: str, level: Same | None) -> None:
    published, other = Identifier(Scheme.DOI, "10.1000/b"), Identifier(Scheme.DOI, doi)
    assert identifiers([published], [other]) is level
    assert identifiers([published, other], [other]) is Same.SAME


@pytest.mark.parametrize("venue", ["vldb", "VLDB", "sigmod conference", "very large data bases"])
def test_a_venue_in_small_letters_is_known_by_its_acronym(venue: str) -> None:
    (place,) = side_of_cells("x", "", venue).venues
    assert place.venue.series in ("vldb", "sigmod")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (TITLE, TITLE.upper() + ".", "same"),
        (TITLE + " (demo abstract)", TITLE, "remark"),
        (TITLE, "Bee. " + TITLE, "beside"),
        (TITLE, TITLE + ". Technical report", "beside"),
        (TITLE, TITLE[:40], "cut"),
        ("describingandusingquerycapabilities", "Describing and Using Query Capabilities of Things and More", "cut"),
        (TITLE + " II", TITLE + " I", "part"),
        ("Supervised " + TITLE, "Unsupervised " + TITLE, "opposed"),
        (TITLE, "Bounds for Matroid Secretaries", "unrelated"),
    ],
)
def test_titles(left: str, right: str, relation: str) -> None:
    mine, theirs = side_of_cells(left, TEAM), side_of_cells(right, TEAM)
    assert shown(mine, theirs)["title"] == shown(theirs, mine)["title"] == relation


@pytest.mark.parametrize(
    ("left", "right", "team", "order"),
    [
        (TEAM, "A. Bee, C. Dee, E. Fox, G. Hall", "all", "same"),
        (TEAM, "Cy Dee, Ada Bee, Eve Fox, Gus Hall", "all", "other-first"),
        (TEAM, "Ada Bee, Eve Fox, Cy Dee, Gus Hall", "all", "other"),
        (TEAM, "Ada Bee et al.", "cut", "same"),
        (TEAM, "Ada Bee, Cy Dee, Eve Fox", "fewer", "same"),
        (TEAM, "Ada Bee", "fewest", "same"),
        (TEAM, "Gus Hall", "fewest", "lacks-first"),
        (TEAM, "Ada Bee, Cy Dee, Ian Jay", "most", "same"),
        (TEAM, "Ian Jay, Kim Lee, Gus Hall", "some", "lacks-first"),
        (TEAM, "Ian Jay, Kim Lee", "none", None),
        ("K. Chueng, Ada Fu", "K. Cheung, Ian Jay", "garbled", None),
        ("M. Garofalakis, P. Gibbons", "G. Minos, G. Phillip", "garbled", None),
        ("V. Vassalos, Y. Papakonstantinou", "vassalosandpapa", "garbled", None),
    ],
)
def test_authors(left: str, right: str, team: str, order: str | None) -> None:
    mine, theirs = side_of_cells(TITLE, left), side_of_cells(TITLE, right)
    for found in (shown(mine, theirs), shown(theirs, mine)):
        assert (found["author"], found.get("order")) == (team, order)


@pytest.mark.parametrize(
    ("left", "right", "year", "venue"),
    [
        (("VLDB", "2001"), ("Very Large Data Bases", "2001"), "same", "same"),
        (("VLDB", "2001"), ("VLDB", "2002"), "edition", "same"),
        (("VLDB", "2001"), ("SIGMOD Conference", "2002"), "next", "other"),
        (("VLDB", "2001"), ("VLDB J.", "2003"), "near", "namesake"),
        (("VLDB", "2001"), ("IEEE Trans. Knowl. Data Eng.", "2003"), "near", "extension"),
        (("vldb", "2001"), ("proc . conf . vldb , COL year VAL", "2001"), "same", "same"),
        (
            ("VLDB", "2001"),
            ("proceedings of 24th international conference on very large & hellip ; ,", ""),
            None,
            "same",
        ),
        (("VLDB", "2001"), ("CoRR", "1999"), "preprint", "preprint"),
        (("VLDB", "2001"), ("SIGMOD Conference", "1990"), "far", "other"),
        (("VLDB", "2001.0"), ("", "COL year VAL"), None, None),
    ],
)
def test_years_and_venues(left: tuple[str, str], right: tuple[str, str], year: str | None, venue: str | None) -> None:
    mine, theirs = side_of_cells(TITLE, TEAM, *left), side_of_cells(TITLE, TEAM, *right)
    for found in (shown(mine, theirs), shown(theirs, mine)):
        assert (found.get("year"), found.get("venue")) == (year, venue)


@pytest.mark.parametrize(
    ("right", "both"),
    [
        ((TITLE, "Ian Jay, Kim Lee", "", ""), "title"),
        (("Adaptive Storage for Sensor Networks", TEAM, "", ""), "team"),
        ((TITLE, "Gus Hall", "", "2003"), "series"),
        ((TITLE, TEAM, "", "2003"), None),
    ],
)
def test_what_title_and_authors_mean_together(right: tuple[str, str, str, str], both: str | None) -> None:
    assert shown(side_of_cells(TITLE, TEAM, "", "2001"), side_of_cells(*right)).get("both") == both


def test_more_than_the_title_is_shown_of_full_rows() -> None:
    left = side_of_cells(TITLE, TEAM, doi="10.1145/1.2", volume="12", pages="17-20")
    right = side_of_cells(TITLE, TEAM, doi="https://doi.org/10.1145/1.2", volume="13", pages="17")
    found = shown(left, right)
    assert (found["identifier"], found["volume"], found["page"]) == ("same", "other", "same")
    assert shown(left, side_of_cells(TITLE, TEAM, doi="10.1145/9.9"))["identifier"] == "other"


def test_a_notice_is_not_the_paper_whatever_agrees() -> None:
    judged = judge(side_of_cells("Erratum: " + TITLE, TEAM), side_of_cells(TITLE, TEAM), for_pairs(None, 0.5))
    assert judged.probability < 1e-6
    assert "notice" in judged.why


def test_nothing_to_compare_is_said_and_is_no_match() -> None:
    judged = judge(side_of_cells("", ""), side_of_cells("", ""), for_pairs(None, 0.5))
    assert (judged.decision, judged.why) == ("different", "nothing to compare")


@pytest.mark.parametrize(
    "cell",
    [
        "a" + " " * 19_900 + "b ...",
        "a " + "and " * 4_900 + "...",
        "a" + "." * 19_900 + "x",
        "a" + "," * 19_900 + " et al",
        " " * 19_900 + "COL a VAL x",
        "â ? " * 5_000,
        "a. " * 6_600,
        "& # 1 " * 3_300,
        "ab cd-" * 3_300,
    ],
    ids=lambda cell: cell[-8:],
)
def test_a_cell_of_one_mark_is_read_in_linear_time(cell: str) -> None:
    begun = time.process_time()
    side_of_cells(cell, cell, cell, cell)
    assert time.process_time() - begun < 5


def test_a_list_that_was_cut_within_a_name_says_so() -> None:
    side = side_of_cells("x", "s andler , j hansson , m")
    assert side.cut
    assert [one.letters for one in side.people] == ["sandler", "jhansson"]
    assert not side_of_cells("x", "Zhang, Wang, Li").cut


def test_people_in_signs_that_nobody_here_reads_say_nothing_of_those_in_letters() -> None:
    latin = side_of_cells(TITLE, "Wei Bee; Fang Dee")
    assert "author" not in shown(side_of_cells(TITLE, "王芳; 李伟"), latin)
    assert "author" not in shown(latin, side_of_cells(TITLE, "김철수; 이영희"))
    assert shown(side_of_cells(TITLE, "王芳; 李伟"), side_of_cells(TITLE, "游和正; 陳信希"))["author"] == "none"
    assert shown(side_of_cells(TITLE, "Ada Fox; Gus Hall"), latin)["author"] == "none"
