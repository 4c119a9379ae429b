"""Reading ahead of a build: in order, as far as allowed, faults passed on; and what one dump of several says."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sources.catalog import Catalog
from sources.catalog.ahead import read_ahead
from sources.catalog.build import Dump, Progress, build
from sources.dump import DumpError
from tests.cataloguing import PAPERS, dblp_xml, paper


@pytest.mark.parametrize("most", [1, 3, 20])
def test_pieces_come_in_order(most: int) -> None:
    assert list(read_ahead(iter(range(1, 11)), most)) == list(range(1, 11))


def test_no_more_is_read_than_allowed() -> None:
    read: list[int] = []
    enough = threading.Event()

    def pieces() -> Iterator[int]:
        for number in range(1, 100):
            read.append(number)
            if number == 4:
                enough.set()
            yield number

    ahead = read_ahead(pieces(), 3)
    assert next(ahead) == 1
    assert enough.wait(10)
    ahead.close()
    assert read == [1, 2, 3, 4]


def test_a_fault_comes_where_the_piece_would() -> None:
    def pieces() -> Iterator[int]:
        yield 1
        raise DumpError("cut short")

    ahead = read_ahead(pieces(), 5)
    assert next(ahead) == 1
    with pytest.raises(DumpError, match="cut short"):
        next(ahead)


def test_each_of_several_dumps_is_counted_by_itself(tmp_path: Path) -> None:
    dumps = [
        dblp_xml(tmp_path / "one.xml", [paper("conf/x/A1", "First"), paper("conf/x/NoTitle", "")]),
        dblp_xml(tmp_path / "two.xml", [paper("conf/x/A1", "Again"), paper("conf/x/B2", "Second")]),
        dblp_xml(tmp_path / "three.xml", [paper("conf/x/C3", "Third")]),
    ]
    told: list[Progress] = []
    contents = build(dumps, tmp_path / "catalog", progress=told.append)
    assert [(each.name, each.records, each.repeated, sum(each.skipped.values())) for each in contents.dumps] == [
        ("one.xml", 1, 0, 1),
        ("two.xml", 1, 1, 0),
        ("three.xml", 1, 0, 0),
    ]
    assert told == [Progress("one.xml", 1, 1), Progress("two.xml", 1, 0), Progress("three.xml", 1, 0)]
    with Catalog.open(tmp_path / "catalog") as catalog:
        assert [catalog.row(number).title for number in range(3)] == ["First", "Second", "Third"]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_dump_without_a_record_is_refused_among_others(tmp_path: Path, place: int) -> None:
    dumps = [dblp_xml(tmp_path / f"{name}.xml", [paper(f"conf/x/{name}1", name)]) for name in ("A", "B")]
    dumps.insert(place, dblp_xml(tmp_path / "persons.xml", [PAPERS[5]]))
    with pytest.raises(DumpError, match=r"persons\.xml: holds no record of dblp"):
        build(dumps, tmp_path / "catalog")
    assert not (tmp_path / "catalog" / "CURRENT").exists()


@pytest.mark.parametrize("processes", [1, 2])
def test_dumps_of_two_sources_in_any_number_of_processes(tmp_path: Path, processes: int) -> None:
    xml = (
        '<collection id="P18"><volume id="1"><meta><booktitle>Proceedings</booktitle><year>2018</year></meta>'
        '<paper id="1"><title>A Paper</title><author><first>Ann</first><last>Lee</last></author></paper>'
        '<paper id="2"><title>A Second</title><retracted/></paper></volume></collection>'
    )
    (tmp_path / "P18.xml").write_text(xml, encoding="utf-8")
    dumps = [dblp_xml(tmp_path / "dblp.xml", PAPERS), Dump("anthology", tmp_path / "P18.xml")]
    contents = build(dumps, tmp_path / "catalog", processes=processes)
    assert contents.records == {"anthology": 3, "dblp": 5}
    with Catalog.open(tmp_path / "catalog") as catalog:
        found = {catalog.row(number).key for number in range(len(catalog))}
        assert {"P18-1000", "P18-1001", "P18-1002"} < found
        assert [catalog.record(hit.number).key for hit in catalog.candidates(["second"])] == ["P18-1002"]


def test_a_build_that_breaks_off_leaves_no_thread_for_the_collector_of_garbage(tmp_path: Path) -> None:
    before = threading.active_count()

    def breaks_off(_: Progress) -> None:
        raise KeyboardInterrupt

    # The exception holds all that was under way, as a caller does that looks at it.
    with pytest.raises(KeyboardInterrupt) as caught:
        build([dblp_xml(tmp_path / "dblp.xml", PAPERS)], tmp_path / "catalog", progress=breaks_off)
    assert caught.tb is not None
    assert threading.active_count() == before
