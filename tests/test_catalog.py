"""The catalogue as a source: what it finds by words, by title and by identifier, and what it never finds."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import sources
from sources import Catalog, CatalogError, Identifier, Scheme, Source, Unavailable
from sources.catalog.build import Dump, add, build
from sources.catalog.rows import Row
from sources.catalog.terms import title_key, volume_key, words_of
from sources.text import words
from tests.cataloguing import AAAI, dblp_xml, paper, small_catalog

GTPA, MAXSAT, TOURNAMENT, OTHER = (f"conf/aaai/{key}" for key in ("AhmadH10", "AnsoteguiBL10", "AltmanK10", "Other12"))


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with small_catalog(tmp_path_factory.mktemp("catalogue")) as catalog:
        yield catalog


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("GTPA: A Generative Model For Online Mentor-Apprentice Networks", GTPA),
        ("gtpa a genertive modle for onlien mentor apprentice", GTPA),
        ("- Huffaker, D., Ahmad: **Mentor networks**. AAAI, 2010", GTPA),
        ("C. Ansotegui and J. Levy. weighted partial maxsat. 2010.", MAXSAT),
        ("Carlos Ansótegui, Weighted Algorithm", MAXSAT),
        ("NONMANIPULABLE TOURNAMENT", TOURNAMENT),
        ("Zhang, a new algorithm for weighted networks, 2012", OTHER),
    ],
)
def test_a_noisy_string_finds_its_record(catalog: Catalog, text: str, first: str) -> None:
    hits = catalog.candidates(words(text))
    assert catalog.row(hits[0].number).key == first
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("text", ["", "zzz", "{}[]:^~*?\\\"' OR AND NOT", "words:weighted row:1"])
def test_what_is_no_word_of_the_catalogue_finds_nothing_and_is_no_operator(catalog: Catalog, text: str) -> None:
    assert all(catalog.row(hit.number).key in (MAXSAT, OTHER) for hit in catalog.candidates(words(text)))


@pytest.mark.parametrize(
    ("title", "author", "year", "keys"),
    [
        ("A new algorithm for weighted networks", [], None, [OTHER, MAXSAT, GTPA]),
        ("A NEW algorithm for: weighted partial Max-SAT", ["Levy"], 2010, [MAXSAT, OTHER]),
        ("Tournament", ["Altman"], None, [TOURNAMENT]),
        ("", ["Zhang"], None, [OTHER]),
        ("Unheard of", [], None, []),
    ],
)
def test_search(catalog: Catalog, title: str, author: list[str], year: int | None, keys: list[str]) -> None:
    found = [record.key for record in catalog.search(title=title, author=author, year=year).records]
    assert found[: len(keys)] == keys
    assert bool(found) == bool(keys)


@pytest.mark.parametrize(
    ("identifiers", "keys"),
    [
        ([Identifier(Scheme.DOI, "10.1609/aaai.v24i1.7536")], [GTPA]),
        ([Identifier(Scheme.DBLP, MAXSAT), Identifier(Scheme.DBLP, GTPA)], [GTPA, MAXSAT]),
        ([Identifier(Scheme.DBLP, "conf/aaai/2010")], ["conf/aaai/2010"]),
        ([Identifier(Scheme.DOI, "10.1/none")], []),
        ([Identifier(Scheme.DOI, "10.1/" + "x" * 100_000)], []),
        ([], []),
    ],
)
def test_look_up(catalog: Catalog, identifiers: list[Identifier], keys: list[str]) -> None:
    assert [record.key for record in catalog.look_up(identifiers).records] == keys


def test_many_identifiers_are_looked_up_at_once(catalog: Catalog) -> None:
    unknown = [Identifier(Scheme.DOI, f"10.1/{number}") for number in range(2000)]
    found = catalog.look_up([*unknown, Identifier(Scheme.DBLP, MAXSAT)])
    assert [record.key for record in found.records] == [MAXSAT]


def test_a_volume_is_found_by_its_whole_title_asked_for_as_a_volume_and_never_by_words(catalog: Catalog) -> None:
    assert catalog.contents.records == {"dblp": 5}
    every = catalog.candidates(words(f"{AAAI} Fox 2010 artificial intelligence atlanta"), limit=10)
    assert all(catalog.row(hit.number).key != "conf/aaai/2010" for hit in every)
    assert catalog.find([title_key(AAAI)]) == ()
    assert [catalog.row(number).key for number in catalog.find([volume_key(AAAI)])] == ["conf/aaai/2010"]
    assert catalog.find([volume_key("GTPA: A Generative Model For Online Mentor-Apprentice Networks")]) == ()


def test_a_paper_names_its_volume_and_keeps_the_short_venue(catalog: Catalog) -> None:
    record = catalog.search(title="GTPA").records[0]
    assert (record.container_title, record.event) == ("AAAI", AAAI)
    alone = catalog.search(title="Nonmanipulable Tournament").records[0]
    assert alone.event == ""


def test_a_row_is_the_front_of_its_record(catalog: Catalog) -> None:
    row = catalog.row(0)
    assert isinstance(row, Row)
    assert (row.title, row.families, row.year, row.source, row.key) == (
        "GTPA: A Generative Model For Online Mentor-Apprentice Networks",
        ("Ahmad", "Huffaker"),
        2010,
        "dblp",
        GTPA,
    )
    assert row.record().author[1].given == "David A."


@pytest.mark.parametrize("number", [-1, 5, 1 << 70])
def test_a_number_that_no_row_has(catalog: Catalog, number: int) -> None:
    with pytest.raises(IndexError, match="only 5"):
        catalog.record(number)


def test_it_is_a_source(catalog: Catalog) -> None:
    source: Source = catalog
    assert source.name == "catalog"
    assert catalog.sources == {"dblp"}
    assert len(catalog) == 5


def test_ties_are_in_the_order_of_the_rows(tmp_path: Path) -> None:
    entries = [paper(f"conf/x/A{number}", "Twice Told Tales", "Ann Other") for number in range(50)]
    with small_catalog(tmp_path, entries) as catalog:
        hits = catalog.candidates(words("twice told tales other"), limit=10)
        assert [hit.number for hit in hits] == list(range(10))
        assert len(catalog.find([title_key("Twice-told tales")])) == 50


def test_common_words_are_left_out_when_the_budget_is_spent(tmp_path: Path) -> None:
    entries = [
        paper(f"conf/x/A{number}", f"Common plain usual words number{number}", "Ann Other") for number in range(50)
    ]
    with small_catalog(tmp_path, entries) as catalog:
        asked = words("common plain usual words number7")
        assert len(catalog.candidates(asked, limit=50, budget=10)) == 50  # three words are asked for at the least
        assert catalog.candidates(["number7", "number8", "number9", "common"], limit=50, budget=10)[0].number == 7
        assert len(catalog.candidates(["number7", "number8", "number9", "common"], limit=50, budget=10)) == 3


def test_threads_read_one_catalogue(catalog: Catalog) -> None:
    wrong: list[str] = []

    def read() -> None:
        for _ in range(200):
            hits = catalog.candidates(words("weighted partial maxsat"))
            key = catalog.record(hits[0].number).key
            if key != MAXSAT:
                wrong.append(key)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_a_closed_catalogue_says_so(tmp_path: Path) -> None:
    catalog = small_catalog(tmp_path)
    catalog.close()
    with pytest.raises(Unavailable, match="the catalogue is closed; open it again"):
        catalog.search(title="GTPA")


def test_the_words_of_a_long_list_of_authors_are_bounded() -> None:
    found = words_of("Title", [f"Name{number}" for number in range(3000)], 2020)
    assert len(found) == 34
    assert found[-2:] == ["name2999", "2020"]


def test_opening_loads_none_of_the_heavy_libraries() -> None:
    heavy = ("lxml", "pandas", "habanero", "vcr", "httpx2", "multiprocessing", "platformdirs")
    code = f"import sys; from sources import Catalog; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_path_may_be_text(tmp_path: Path) -> None:
    small_catalog(tmp_path).close()
    with Catalog.open(str(tmp_path / "catalog")) as catalog:
        assert (catalog.path, len(catalog)) == (tmp_path / "catalog", 5)


def test_names_that_are_imported_later_are_listed() -> None:
    assert set(sources.__all__) <= set(dir(sources))
    with pytest.raises(AttributeError, match="no_such"):
        sources.no_such  # noqa: B018


def test_the_newest_year_leaves_out_what_few_records_have(tmp_path: Path) -> None:
    papers = [paper(f"conf/x/A{n}", f"Title {n}", year=2000 + n % 10) for n in range(1990)]
    papers += [paper("conf/x/B1", "Soon", year=2011), paper("conf/x/B2", "Soon", year=2011)]
    with small_catalog(tmp_path, [*papers, paper("conf/x/B3", "Wrong", year=2099)]) as catalog:
        assert catalog.contents.newest == {"dblp": 2011}


def test_a_paper_is_found_under_other_names_of_its_authors_and_stays_as_printed(tmp_path: Path) -> None:
    author = "<author><first>Wei</first><last>Lu</last><variant><first>伟</first><last>卢</last></variant></author>"
    document = (
        "<collection id='P18'><volume id='1'><meta><booktitle>Proc</booktitle><year>2018</year></meta>"
        f"<paper id='7'><title>Parsing</title>{author}<author><first>S.</first><last>Abate</last></author></paper>"
        "</volume></collection>"
    )
    table = "- {canonical: {first: S., last: Abate}, variants: [{first: S., last: Teferra}]}"
    for name, content in (("xml/P18.xml", document), ("yaml/name_variants.yaml", table)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(content, encoding="utf-8")
    out = tmp_path / "catalog"
    build([Dump("anthology", tmp_path)], out)
    for _ in ("built", "added to"):
        with Catalog.open(out) as catalog:
            for words_asked in (["teferra"], ["卢"], ["lu"]):
                (hit,) = catalog.candidates(words_asked)
                record = catalog.record(hit.number)
                assert [str(name) for name in record.author] == ["Wei Lu", "S. Abate"]
        add([dblp_xml(tmp_path / "dblp.xml")], out)


def asked_of(path: Path) -> None:
    """Open a catalogue and ask it by title and by words."""
    with Catalog.open(path) as opened:
        opened.find([title_key("Nonmanipulable Randomized Tournament Selections")])
        opened.candidates(["tournament"])


@pytest.mark.parametrize("pattern", ["key_rows", "index/*.fast"])
def test_a_file_overwritten_is_said_to_be_damaged(tmp_path: Path, pattern: str) -> None:
    small_catalog(tmp_path).close()
    asked_of(tmp_path / "catalog")
    damaged = next((tmp_path / "catalog").glob(f"version-*/{pattern}"))
    with damaged.open(
        "r+b"
    ) as file:  # in place: to shorten a file that a thread of the index still maps is a bus error
        file.write(b"\xff" * damaged.stat().st_size)
    with pytest.raises(CatalogError, match="damaged"):
        asked_of(tmp_path / "catalog")
