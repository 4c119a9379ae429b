"""Meetings of which a catalogue has every paper: what it counts, and what its silence then says of a claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import check
from reconcile.gather import Listing, listings
from reconcile.mention import Flag, Mention, Status
from reconcile.pipeline.asking import ask_sources
from reconcile.pipeline.judgement import reconcile_mentions
from reconcile.settings import DEFAULT
from sources.catalog.build import add, build
from sources.catalog.catalog import Catalog
from sources.catalog.versions import CatalogError
from tests.cataloguing import dblp_xml, paper
from tests.make import mention, preprint
from tests.shelves import Shelf

TEAM = "Gina Gruber; Hal Holt"
UNWRITTEN = "Entirely Unwritten Thoughts on Nothing Whatever"
KINDS = ("Felted", "Carded", "Combed", "Spun", "Dyed", "Woven", "Washed", "Shorn", "Knitted", "Matted")
THINGS = ("Wool", "Silk", "Flax", "Hemp", "Jute")


def volume(meeting: str, year: int, papers: int = 50) -> list[str]:
    """Papers of one meeting."""
    titles = [f"{kind} {thing} in Round {number}" for kind in KINDS for thing in THINGS for number in ("One", "Two")]
    more = f"<booktitle>{meeting.upper()}</booktitle>"
    return [
        paper(f"conf/{meeting}/Lee{year}x{at}", title, "Ada Lee", year=year, more=more)
        for at, title in enumerate(titles[:papers])
    ]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("meetings")
    papers = [*volume("icml", 2018), *volume("icml", 2019, 49), *volume("cvpr", 2018, 60)]
    build([dblp_xml(folder / "dblp.xml", papers)], folder / "catalog")
    return Catalog.open(folder / "catalog")


def test_papers_are_counted_by_meeting_and_year(catalog: Catalog) -> None:
    assert catalog.papers_of("icml", 2018) == {"dblp": 50}
    assert catalog.papers_of("icml", 2019) == {"dblp": 49}
    assert catalog.papers_of("icml", 2020) == catalog.papers_of("colt", 2018) == {}


def test_what_is_added_is_counted_too(tmp_path: Path) -> None:
    build([dblp_xml(tmp_path / "dblp.xml", volume("icml", 2018, 3))], tmp_path / "catalog")
    add([dblp_xml(tmp_path / "more.xml", [*volume("icml", 2018, 5), *volume("colt", 2018, 2)])], tmp_path / "catalog")
    with Catalog.open(tmp_path / "catalog") as catalog:
        assert (catalog.papers_of("icml", 2018), catalog.papers_of("colt", 2018)) == ({"dblp": 5}, {"dblp": 2})


def test_a_catalogue_built_before_they_were_counted_says_nothing(tmp_path: Path) -> None:
    build([dblp_xml(tmp_path / "dblp.xml", volume("icml", 2018))], tmp_path / "catalog")
    with Catalog.open(tmp_path / "catalog") as catalog:
        (counts,) = (tmp_path / "catalog").glob("version-*/meetings.json")
        counts.unlink()
        assert catalog.papers_of("icml", 2018) == {}


def test_counts_that_cannot_be_read_are_a_damaged_catalogue(tmp_path: Path) -> None:
    build([dblp_xml(tmp_path / "dblp.xml", volume("icml", 2018))], tmp_path / "catalog")
    with Catalog.open(tmp_path / "catalog") as catalog:
        (counts,) = (tmp_path / "catalog").glob("version-*/meetings.json")
        counts.write_text('{"icml": 50}')
        with pytest.raises(CatalogError, match="damaged"):
            catalog.papers_of("icml", 2018)


CLAIMS = [
    pytest.param(mention(UNWRITTEN, TEAM, 2018, "ICML 2018"), (Listing("DBLP", "ICML", 2018, 50),), id="whole"),
    pytest.param(
        mention(UNWRITTEN, TEAM, 2018, "International Conference on Machine Learning"),
        (Listing("DBLP", "ICML", 2018, 50),),
        id="by its name, the year beside",
    ),
    pytest.param(mention(UNWRITTEN, TEAM, 2019, "ICML 2019"), (), id="too few: a workshop's perhaps"),
    pytest.param(mention(UNWRITTEN, TEAM, 2021, "ICML 2021"), (), id="not listed yet"),
    pytest.param(mention(UNWRITTEN, TEAM, None, "ICML"), (), id="of no year"),
    pytest.param(mention(UNWRITTEN, TEAM, 2018, "ICML 2018 Workshop on Wool"), (), id="a workshop"),
    pytest.param(mention(UNWRITTEN, TEAM, 2018, "Conference on Wool and Silk"), (), id="a venue that nobody knows"),
    pytest.param(mention(UNWRITTEN, TEAM, 2018, "arXiv", kind="preprint"), (), id="a preprint"),
    pytest.param(mention(UNWRITTEN, TEAM, 2018), (), id="no venue"),
]


@pytest.mark.parametrize(("claim", "expected"), CLAIMS)
def test_what_a_catalogue_lists_of_the_meetings_claimed(
    claim: Mention, expected: tuple[Listing, ...], catalog: Catalog
) -> None:
    assert listings(catalog, claim) == expected


def judged(claim: Mention, catalog: Catalog, *others: Shelf) -> tuple[Status, tuple[Flag, ...]]:
    found = ask_sources([claim], (catalog, *others), DEFAULT)
    (match,), _ = reconcile_mentions([claim], found)
    return match.status, tuple(flag for flag in match.flags if flag.code == "no-record")


def test_a_paper_that_a_whole_volume_lacks_is_told_and_stays_unchecked(catalog: Catalog) -> None:
    status, flags = judged(mention(UNWRITTEN, TEAM, 2018, "CVPR 2018"), catalog, Shelf("crossref", down=True))
    assert status is Status.NOT_CHECKED
    (flag,) = flags
    assert flag.severity.value == "warning"
    assert flag.says.startswith(f"no record of “{UNWRITTEN}” among the 60 papers of CVPR 2018 in DBLP; crossref did")


@pytest.mark.parametrize(("venue", "told"), [("CVPR 2018", 1), ("CVPR 2019", 0)])
def test_a_preprint_claimed_for_a_volume_that_lacks_it(venue: str, told: int, catalog: Catalog) -> None:
    claim = mention(UNWRITTEN, TEAM, int(venue[-4:]), venue)
    arxiv = Shelf("crossref", [preprint(UNWRITTEN, TEAM, int(venue[-4:]), "1801.00001")])
    found = ask_sources([claim], (catalog, arxiv, Shelf("dblp", down=True)), DEFAULT)
    (match,), _ = reconcile_mentions([claim], found)
    says = [flag.says for flag in match.flags if flag.code == "venue-mismatch"]
    assert match.status is Status.MATCHED
    assert len(says) == told
    assert all(each.endswith("and among the 60 papers of CVPR 2018 in DBLP none") for each in says)


def test_a_paper_of_a_meeting_that_is_not_listed_is_not_told(catalog: Catalog) -> None:
    assert judged(mention(UNWRITTEN, TEAM, 2021, "ICML 2021"), catalog) == (Status.NOT_CHECKED, ())


def test_an_entry_that_is_checked_is_told_the_same(catalog: Catalog) -> None:
    entry = f"@inproceedings{{a, title={{{UNWRITTEN}}}, author={{Gruber, Gina}}, booktitle={{ICML}}, year={{2018}}}}"
    (found,) = check(entry, sources=(catalog,))
    assert found.status is Status.NOT_CHECKED
    assert [(flag.code, flag.says) for flag in found.flags] == [
        ("no-record", f"no record of “{UNWRITTEN}” among the 50 papers of ICML 2018 in DBLP")
    ]
