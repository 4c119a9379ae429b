"""Entries checked against a small catalogue: what is claimed, the status, and the flags that must follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

import reconcile
from reconcile.checking import judgement
from reconcile.checking.item import Checked
from reconcile.checking.lines import reason_of
from reconcile.checking.verbs import Request, check, check_files
from reconcile.mention import Status
from sources.catalog import Catalog
from sources.catalog.build import Dump, build
from sources.record import Identifier, Record
from sources.source import Answer, Unavailable
from tests.cataloguing import dblp_xml, paper, small_catalog
from tests.make import record

TULKENS = "Gradient Descent in Hyperbolic Gardens"
TEAM = "Ada Tulkens; Wei Zhang; Bo Ekström; Mary Hale"


def held(key: str, title: str, authors: str, year: int, venue: str, address: str) -> str:
    return paper(
        key, title, *authors.split("; "), year=year, more=f"<booktitle>{venue}</booktitle><ee>https://{address}</ee>"
    )


PAPERS = (
    held("conf/iclr/Tulk18", TULKENS, TEAM, 2018, "ICLR", "openreview.net/forum?id=abc"),
    held("conf/cvpr/Hale20", "Segmenting Glaciers from Airborne Lidar", "Mary Hale; Bo Ek", 2020, "CVPR", "doi.org/10.1109/CVPR42600.2020.00123"),
    held("conf/cvpr/Moss20", "Counting Lichens from Airborne Lidar", "Kate Moss; Li Wu", 2020, "CVPR", "doi.org/10.1109/CVPR42600.2020.00124"),
    held("conf/kdd/Moss21", "Quantized Gossip for Librarians", "Katherine Millican; Li Wu", 2021, "KDD", "doi.org/10.1145/3447548.3467001"),
    held("conf/coling/A16", "Introduction", "Nicola Bianchi", 2016, "COLING", "aclanthology.org/C16-0001/"),
)  # fmt: skip


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with small_catalog(tmp_path_factory.mktemp("catalog"), PAPERS) as opened:
        yield opened


def bib(title: str, authors: str, year: str, venue: str, **more: str) -> str:
    fields = {"title": title, "author": " and ".join(authors.split("; ")), "year": year, "booktitle": venue, **more}
    return "@inproceedings{a,\n" + "".join(f" {name} = {{{text}}},\n" for name, text in fields.items()) + "}\n"


def tulkens(authors: str = TEAM, year: str = "2018", venue: str = "ICLR", **more: str) -> str:
    return bib(TULKENS, authors, year, venue, **more)


def hale(doi: str, authors: str = "Mary Hale; Bo Ek") -> str:
    return bib("Segmenting Glaciers from Airborne Lidar", authors, "2020", "CVPR", doi=doi)


MATCHED, POSSIBLE, NOT_CHECKED = Status.MATCHED, Status.POSSIBLE, Status.NOT_CHECKED
ROWS = [
    pytest.param(tulkens(), MATCHED, [], id="agrees"),
    pytest.param(tulkens("Ada Tulkens; Wei Zhang; Bo Ekström"), MATCHED, [("authors-differ", "warning")], id="an author missing"),
    pytest.param(tulkens("Ada Tulkens et al."), MATCHED, [("et-al", "warning")], id="et al."),
    pytest.param(tulkens(TEAM.replace("Hale", "Hlae")), MATCHED, [("authors-differ", "warning")], id="a misspelt family name"),
    pytest.param(bib(TULKENS, "Ada Tulkenz", "2018", "ICLR"), MATCHED, [("authors-differ", "warning")], id="one misspelt is no other person"),
    pytest.param(tulkens("Ada Tulkens; others"), MATCHED, [], id="and others"),
    pytest.param(tulkens(TEAM + "; Petra Silva"), MATCHED, [("authors-differ", "error")], id="an author added"),
    pytest.param(tulkens(TEAM + "; Petra Silva", doi="10.48550/arXiv.1801.00001"), MATCHED, [("authors-differ", "info")], id="a preprint nobody holds is named"),
    pytest.param(
        tulkens("Ada Tulkens; Wei Zhang; Bo Ekström; Jo Hale", doi="10.48550/arXiv.1801.00001"), MATCHED,
        [("authors-differ", "error")], id="a person misnamed is no other version",
    ),
    pytest.param(
        tulkens("Petra Silva; " + TEAM, doi="10.48550/arXiv.1801.00001"), MATCHED,
        [("authors-differ", "error")], id="another first author is no other version",
    ),
    pytest.param(tulkens("Petra Silva; Yuki Sato"), POSSIBLE, [("authors-differ", "error")], id="the title by other people"),
    pytest.param(tulkens("Wool Research Group"), POSSIBLE, [("authors-differ", "warning")], id="the title by a group"),
    pytest.param(tulkens("OpenWool"), POSSIBLE, [("authors-differ", "warning")], id="the title by a firm"),
    pytest.param(bib("Introduction", "Petra Silva", "2019", "ACL"), NOT_CHECKED, [], id="a title that many works have"),
    pytest.param(bib("Introduction", "Petra Silva", "2016", "COLING"), POSSIBLE, [("authors-differ", "error")], id="and the same place and time"),
    pytest.param(tulkens(venue="UAI"), MATCHED, [("venue-mismatch", "error")], id="another conference"),
    pytest.param(tulkens(venue="International Journal of Garden Representation"), MATCHED, [("venue-mismatch", "warning")], id="a venue nobody knows"),
    pytest.param(tulkens(venue="Conference on Learning Representations, Vancouver"), MATCHED, [], id="the venue in other words"),
    pytest.param(tulkens(year="2019"), MATCHED, [("year-mismatch", "warning")], id="a year off"),
    pytest.param(tulkens(year="2015"), MATCHED, [("year-mismatch", "error")], id="three years off"),
    pytest.param(tulkens(doi="10.47281/bed.57189"), MATCHED, [("identifier-mismatch", "warning")], id="a DOI where the publisher gives none"),
    pytest.param(tulkens(doi="10.5281/zenodo.57189"), MATCHED, [], id="a deposit may have one"),
    pytest.param(hale("10.1109/CVPR42600.2020.00123"), MATCHED, [], id="the DOI"),
    pytest.param(hale("10.99999/ilq.04962"), MATCHED, [("identifier-mismatch", "warning")], id="a DOI that nobody holds"),
    pytest.param(hale("10.1109/CVPR42600.2020.00124"), MATCHED, [("identifier-mismatch", "warning")], id="the DOI of the next paper: a slip"),
    pytest.param(hale("10.1145/3447548.3467001"), MATCHED, [("identifier-mismatch", "error")], id="a DOI of something else"),
    pytest.param(
        bib("Quantized Gossip for Librarians", "Katie Millican; L. Wu", "2021", "KDD"), MATCHED, [], id="short forms and initials",
    ),
    pytest.param(bib("An Unheard Symphony of Turtles", "Ada Tulkens", "2018", "ICLR"), NOT_CHECKED, [], id="not in a part of DBLP"),
]  # fmt: skip


def checked(text: str, catalog: Catalog) -> Checked:
    (found,) = check(text, sources=(catalog,))
    return found


@pytest.mark.parametrize(("text", "status", "expected"), ROWS)
def test_an_entry_beside_its_record(
    text: str, status: Status, expected: Sequence[tuple[str, str]], catalog: Catalog
) -> None:
    found = checked(text, catalog)
    assert (found.status, [(flag.code, flag.severity.value) for flag in found.flags]) == (status, list(expected))


@pytest.mark.parametrize(
    ("venue", "partial", "codes"),
    [
        pytest.param("EMNLP", {"dblp"}, ["no-record"], id="the Anthology has all of EMNLP"),
        pytest.param("EMNLP", {"dblp", "anthology"}, [], id="not in this catalogue"),
        pytest.param("ICLR", {"dblp"}, [], id="not of ICLR"),
    ],
)
def test_a_source_that_holds_a_whole_venue_says_something_by_its_silence(
    venue: str, partial: set[str], codes: list[str], catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [SimpleNamespace(source=name) for name in ("anthology", "dblp")]
    monkeypatch.setattr(judgement, "holdings", lambda _catalog: sources)
    monkeypatch.setattr(judgement, "doubt", lambda held, _claim: "only a part" if held.source in partial else "")
    found = checked(bib("Felting Wool by Candlelight in Winter", "Petra Silva; Yuki Sato", "2018", venue), catalog)
    assert found.status is NOT_CHECKED
    assert [flag.code for flag in found.flags] == codes
    volume = bib("Proceedings of the 2018 Conference on Wool", "Petra Silva; Yuki Sato", "2018", venue)
    volume = volume.replace("inproceedings", "proceedings").replace("author", "editor")
    assert not checked(volume, catalog).flags


def test_a_catalogue_that_has_the_whole_of_a_source_says_that_there_is_nothing(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judgement, "holdings", lambda _catalog: [SimpleNamespace(source="dblp")])
    monkeypatch.setattr(judgement, "doubt", lambda _held, _claim: "")
    found = checked(bib("Felting Wool by Candlelight in Winter", "Petra Silva; Yuki Sato", "2018", "ICLR"), catalog)
    assert (found.status, [flag.code for flag in found.flags]) == (Status.NOT_FOUND, ["no-record"])


JOURNAL = paper(
    "journals/tacl/Moss17", "Enriching Lichens with Subword Moss", "Kate Moss", year=2017,
    more="<journal>Trans. Assoc. Comput. Linguistics</journal><volume>5</volume><number>2</number><pages>135-146</pages>",
).replace("inproceedings", "article")  # fmt: skip
PAGED = paper(
    "conf/cvpr/Wool16", "Deep Residual Combing of Alpine Wool", "Ada Wool", year=2016,
    more="<booktitle>CVPR</booktitle><pages>770-778</pages>",
)  # fmt: skip
MOSS = "@{kind}{{a, title={{Enriching Lichens with Subword Moss}}, author={{Kate Moss}}, year={{2017}}, {more}}}"
LONG = "Proceedings of ACL 2016 (Volume 1: Long Papers)"
VOLUMED = paper(
    "conf/acl/Felt16", "Rare Felts with Subword Wool", "Rico Felt", year=2016, more=f"<booktitle>{LONG}</booktitle>"
)
FELT = "@{kind}{{a, title={{Rare Felts with Subword Wool}}, author={{Rico Felt}}, year={{2016}}, {more}}}"
WOOL = "@{kind}{{a, title={{Deep Residual Combing of Alpine Wool}}, author={{Ada Wool}}, year={{2016}}, {more}}}"
TACL = "journal={Transactions of the Association for Computational Linguistics}"
AGAINST = [
    (MOSS, "article", f"{TACL}, volume={{5}}, number={{2}}, pages={{135--146}}", []),
    (MOSS, "article", f"{TACL}, volume={{8}}, number={{2}}", [("volume-mismatch", "warning")]),
    (MOSS, "article", f"{TACL}, volume={{5}}, number={{3}}", [("volume-mismatch", "warning")]),
    (MOSS, "article", f"{TACL}, volume={{5}}, pages={{135--46}}", []),
    (MOSS, "article", f"{TACL}, volume={{5}}, pages={{135--150}}", [("pages-mismatch", "info")]),
    (WOOL, "inproceedings", "booktitle={CVPR}, pages={770--778}", []),
    (WOOL, "inproceedings", "booktitle={CVPR}, pages={770}", []),
    (WOOL, "inproceedings", "booktitle={CVPR}, pages={700--708}", [("pages-mismatch", "warning")]),
    (WOOL, "inproceedings", "booktitle={CVPR}, pages={761--769}", [("pages-mismatch", "info")]),
    (WOOL, "inproceedings", "booktitle={ICML}, pages={700--708}", [("venue-mismatch", "error")]),
    (FELT, "inproceedings", f"booktitle={{{LONG}}}", []),
    (FELT, "inproceedings", "booktitle={ACL}", []),
    (
        FELT,
        "inproceedings",
        "booktitle={Proceedings of ACL 2016 (Volume 2: Short Papers)}",
        [("track-mismatch", "warning")],
    ),
    (WOOL, "article", "journal={CVPR}", [("type-mismatch", "info")]),
    (WOOL, "techreport", "institution={Moss}", [("type-mismatch", "warning")]),
    (WOOL, "phdthesis", "school={Moss}", [("type-mismatch", "warning")]),
    (WOOL, "book", "publisher={Moss}", [("type-mismatch", "warning")]),
]


@pytest.mark.parametrize(("text", "kind", "more", "expected"), AGAINST)
def test_what_only_a_references_fields_claim(
    text: str, kind: str, more: str, expected: Sequence[tuple[str, str]], tmp_path: Path
) -> None:
    with small_catalog(tmp_path, (JOURNAL, PAGED, VOLUMED)) as opened:
        found = checked(text.format(kind=kind, more=more), opened)
    assert [(flag.code, flag.severity.value) for flag in found.flags] == list(expected)


def test_what_a_part_of_a_register_does_not_hold_may_exist(tmp_path: Path) -> None:
    works = tmp_path / "crossref.jsonl"
    works.write_text('{"DOI": "10.1234/cats", "type": "journal-article", "title": ["On Cats"]}\n', encoding="utf-8")
    build([dblp_xml(tmp_path / "dblp.xml", PAPERS), Dump("crossref", works)], tmp_path / "catalog")
    with Catalog.open(tmp_path / "catalog") as opened:
        (flag,) = checked(hale("10.99999/ilq.04962"), opened).flags
    assert (flag.code, flag.severity.value) == ("identifier-mismatch", "warning")


def test_flags_quote_both_sides(catalog: Catalog) -> None:
    says = checked(tulkens("Petra Silva; Yuki Sato"), catalog).flags[0].says
    assert "Petra Silva" in says
    assert "Ada Tulkens" in says
    assert "conf/iclr/Tulk18" in says


def test_what_was_not_checked_says_why(catalog: Catalog) -> None:
    found = checked(bib("An Unheard Symphony of Turtles", "Ada Tulkens", "2018", "ICLR"), catalog)
    assert "holds only a part of DBLP" in found.gaps[0].reason


def test_a_work_listed_twice_is_told(catalog: Catalog) -> None:
    found = check(tulkens() + tulkens().replace("{a,", "{b,"), sources=(catalog,))
    assert [[flag.code for flag in each.flags] for each in found] == [[], ["duplicate"]]
    assert "<string>:1" in found[1].flags[0].says


class Fake:
    """A live source that holds one record, or does not answer."""

    def __init__(self, *records: Record, down: bool = False) -> None:
        self.name = "crossref"
        self.asked: list[str] = []
        self._records = records
        self._down = down

    def search(self, *, title: str, author: Sequence[str] = (), year: int | None = None) -> Answer:
        self.asked.append(title)
        if self._down:
            raise Unavailable(self.name, title, "down")
        return Answer(tuple(each for each in self._records if each.title == title))

    def look_up(self, identifiers: Sequence[Identifier]) -> Answer:
        if self._down:
            raise Unavailable(self.name, "look up", "down")
        return Answer(())


TURTLES = record("An Unheard Symphony of Turtles", "Ada Tulkens", 2018, "KDD", ids="doi:10.1234/turtles")
UNHEARD = bib("An Unheard Symphony of Turtles", "Ada Tulkens", "2018", "KDD").replace("{a,", "{b,")


def test_live_sources_are_asked_for_what_the_catalogue_leaves_open(catalog: Catalog) -> None:
    live = Fake(TURTLES)
    found = check("@xdata{x, title={Wool}}" + tulkens() + UNHEARD, sources=(catalog, live))
    assert [each.status for each in found] == [Status.SKIPPED, MATCHED, MATCHED]
    assert live.asked == ["An Unheard Symphony of Turtles"]


def test_a_source_that_is_down_is_not_one_that_has_nothing(catalog: Catalog) -> None:
    (down,) = check(UNHEARD, sources=(catalog, Fake(down=True)))
    assert (down.status, {flag.code for flag in down.flags}) == (NOT_CHECKED, set())
    assert any(gap.source == "crossref" for gap in down.gaps)
    assert "crossref: down" in reason_of(down)


def test_processes_give_the_same_in_the_same_order(catalog: Catalog, tmp_path: Path) -> None:
    refs = tmp_path / "refs.bib"
    refs.write_text("".join(tulkens(year=str(2015 + at % 5)).replace("{a,", f"{{k{at},") for at in range(150)))
    one, two = (check_files(Request((refs,), catalog.path, jobs=jobs)) for jobs in (1, 2))
    assert one == two
    assert [each.key for each in one] == [f"k{at}" for at in range(150)]


def test_the_library_offers_it(catalog: Catalog) -> None:
    assert reconcile.check(tulkens(), sources=(catalog,))[0].status is MATCHED
