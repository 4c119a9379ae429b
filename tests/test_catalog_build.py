"""Building: what goes in and is counted, what is refused, and that the old catalogue outlives whatever goes wrong."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sources import Unavailable
from sources.catalog import Catalog, CatalogError, digest, versions
from sources.catalog.build import Dump, Progress, add, build
from sources.catalog.index import IndexWriter
from sources.catalog.rows import RowsWriter
from sources.dump import DumpError
from sources.text import words
from tests.cataloguing import PAPERS, dblp_xml, paper, small_catalog


def keys(folder: Path) -> list[str]:
    with Catalog.open(folder) as catalog:
        return [catalog.row(number).key for number in range(len(catalog))]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_what_a_dump_held_is_counted(tmp_path: Path) -> None:
    entries = [*PAPERS, PAPERS[1], paper("conf/x/NoTitle", "")]
    told: list[Progress] = []
    contents = build([dblp_xml(tmp_path / "dblp.xml", entries)], tmp_path / "catalog", progress=told.append)
    (dump,) = contents.dumps
    assert contents.records == {"dblp": 5}
    assert (contents.rows, dump.records, dump.repeated, sum(dump.skipped.values())) == (5, 5, 1, 2)
    assert len(dump.skipped) == 2
    assert any("homepages/a/AlonAltman" in sentence for sentence in dump.examples)
    assert (dump.source, dump.name, dump.size) == ("dblp", "dblp.xml", (tmp_path / "dblp.xml").stat().st_size)
    assert told[-1] == Progress("dblp.xml", 5, 2)
    with Catalog.open(tmp_path / "catalog") as catalog:
        assert catalog.contents == contents


def test_the_first_of_two_records_with_one_key_stays(tmp_path: Path) -> None:
    first = dblp_xml(tmp_path / "new.xml", [paper("conf/x/A", "The New Title"), paper("conf/x/B", "Other")])
    second = dblp_xml(tmp_path / "old.xml", [paper("conf/x/A", "The Old Title"), paper("conf/x/C", "Third")])
    build([first, second], tmp_path / "catalog")
    with Catalog.open(tmp_path / "catalog") as catalog:
        assert [catalog.row(number).title for number in range(3)] == ["The New Title", "Other", "Third"]
        assert not catalog.candidates(["old"])


def test_added_records_replace_those_of_the_same_key(tmp_path: Path) -> None:
    small_catalog(tmp_path).close()
    more = dblp_xml(tmp_path / "more.xml", [paper("conf/aaai/Other12", "Quite Another"), paper("conf/x/N", "Newest")])
    contents = add([more], tmp_path / "catalog")
    assert contents.records == {"dblp": 6}
    assert [dump.name for dump in contents.dumps] == ["more.xml", "dblp.xml"]
    assert keys(tmp_path / "catalog")[:2] == ["conf/aaai/Other12", "conf/x/N"]
    with Catalog.open(tmp_path / "catalog") as catalog:
        assert catalog.row(catalog.candidates(["quite"])[0].number).key == "conf/aaai/Other12"
        assert [catalog.row(hit.number).key for hit in catalog.candidates(["weighted"])] == ["conf/aaai/AnsoteguiBL10"]
        assert catalog.search(title="GTPA").records[0].event.startswith("Proceedings")


def test_nothing_is_added_to_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="no such catalogue"):
        add([dblp_xml(tmp_path / "dblp.xml")], tmp_path / "catalog")
    assert names(tmp_path) == {"dblp.xml"}


def test_two_builds_give_the_same_rows_and_answers(tmp_path: Path) -> None:
    entries = [paper(f"conf/x/A{n}", f"Some title number{n % 7} of part{n % 3}", f"Ann O{n % 5}") for n in range(5000)]
    dump = dblp_xml(tmp_path / "dblp.xml", entries)
    answers = []
    for name, processes in (("one", 1), ("two", 2), ("three", 2)):
        build([dump], tmp_path / name, processes=processes)
        with Catalog.open(tmp_path / name) as catalog:
            hits = [catalog.candidates(words(f"number{n} part{n % 3} title o3"), 20) for n in range(7)]
        answers.append((keys(tmp_path / name), hits))
    assert answers[0] == answers[1] == answers[2]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "empty"),
        ("<!DOCTYPE html><html><body>Are you a robot?</body></html>", "web page"),
        ('<?xml version="1.0"?><dblp><article key="journals/x/1"><title>Cut', "cut short"),
        (f"<dblp>{PAPERS[5]}</dblp>", "holds no record of dblp"),
    ],
)
def test_a_refused_dump_leaves_the_old_catalogue(tmp_path: Path, content: str, message: str) -> None:
    small_catalog(tmp_path).close()
    before = keys(tmp_path / "catalog")
    bad = tmp_path / "bad.xml"
    bad.write_text(content)
    for change in (build, add):
        with pytest.raises(DumpError, match=message) as refused:
            change([Dump("dblp", bad)], tmp_path / "catalog")
        assert "\n" not in str(refused.value)
        assert "bad.xml" in str(refused.value)
    assert keys(tmp_path / "catalog") == before
    assert names(tmp_path / "catalog") == {"CURRENT", "lock", "version-1"}


def test_a_dump_with_far_too_few_records_does_not_replace_a_catalogue(tmp_path: Path) -> None:
    small_catalog(tmp_path).close()
    few = dblp_xml(tmp_path / "few.xml", PAPERS[:2])
    with pytest.raises(DumpError, match="far too few records, 2 where the catalogue has 5 of dblp"):
        build([few], tmp_path / "catalog")
    assert len(keys(tmp_path / "catalog")) == 5
    add([few], tmp_path / "catalog")
    assert len(keys(tmp_path / "catalog")) == 5


@pytest.mark.parametrize(
    ("dumps", "message"),
    [
        ([], "at least one dump"),
        ([Dump("openalex", Path("x"))], "“openalex” can be read"),
        ([Dump("dblp", Path("/nowhere/dblp.xml"))], "no such file"),
    ],
)
def test_what_cannot_be_built_is_said_before_anything_is_made(tmp_path: Path, dumps: list[Dump], message: str) -> None:
    with pytest.raises((CatalogError, DumpError), match=message):
        build(dumps, tmp_path / "catalog")
    assert not (tmp_path / "catalog").exists()


class Interrupted(BaseException):
    """Stands for Ctrl-C."""


def _full(*_: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def _interrupted(*_: object) -> int:
    raise Interrupted


@pytest.mark.parametrize(
    ("broken", "method", "fault", "raised"),
    [
        (RowsWriter, "extend", _full, CatalogError),
        (RowsWriter, "finish", _full, CatalogError),
        (IndexWriter, "extend", _interrupted, Interrupted),
        (IndexWriter, "finish", _interrupted, Interrupted),
        (versions, "_swap", _full, CatalogError),
    ],
)
def test_a_build_that_breaks_off_leaves_the_old_catalogue(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    broken: object,
    method: str,
    fault: Callable[..., int],
    raised: type,
) -> None:
    small_catalog(tmp_path).close()
    with monkeypatch.context() as patch:
        patch.setattr(broken, method, fault)
        for change, out in ((build, "catalog"), (add, "catalog"), (build, "new")):
            with pytest.raises(raised) as stopped:
                change([dblp_xml(tmp_path / "dblp.xml")], tmp_path / out)
    assert raised is Interrupted or "No space left" in str(stopped.value)
    assert names(tmp_path / "catalog") == {"CURRENT", "lock", "version-1"}
    assert len(keys(tmp_path / "catalog")) == 5
    assert not (tmp_path / "new").exists()


_KILLED = """
import os, signal, sys, time
from pathlib import Path
from sources.catalog import build
def halt(progress):
    print("half", flush=True)
    time.sleep(600)
build.build([build.Dump("dblp", Path(sys.argv[1]))], Path(sys.argv[2]), progress=halt, processes=2)
"""


def test_a_killed_build_holds_no_lock_and_its_rest_is_removed(tmp_path: Path) -> None:
    small_catalog(tmp_path).close()
    catalog = tmp_path / "catalog"
    command = [sys.executable, "-c", _KILLED, str(tmp_path / "dblp.xml"), str(catalog)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == b"half\n"
        with pytest.raises(CatalogError, match="another process is building this catalogue"):
            build([dblp_xml(tmp_path / "other.xml")], catalog)
        builder.send_signal(signal.SIGKILL)
    assert len(names(catalog)) == 4
    assert len(keys(catalog)) == 5
    _until_unlocked(lambda: build([dblp_xml(tmp_path / "other.xml")], catalog))
    assert names(catalog) == {"CURRENT", "lock", "version-2"}


def _until_unlocked(attempt: Callable[[], object]) -> None:
    """Try until the processes of the killed builder are gone too, which takes them a moment."""
    deadline = time.monotonic() + 20
    while True:
        try:
            attempt()
        except CatalogError:
            assert time.monotonic() < deadline
            continue
        return


@pytest.mark.parametrize(
    "files", [{"thesis.tex": "mine"}, {"CURRENT": "MANIFEST-000001"}, {"lock": "", "notes": "mine"}], ids=str
)
def test_a_foreign_folder_is_refused_and_not_touched(tmp_path: Path, files: dict[str, str]) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_text(content)
    with pytest.raises(CatalogError, match="something else"):
        build([dblp_xml(tmp_path / "dblp.xml")], folder)
    with pytest.raises(CatalogError, match="not a catalogue"):
        Catalog.open(folder)
    assert {path.name: path.read_text() for path in folder.iterdir()} == files


def test_an_empty_folder_is_taken_and_a_file_is_not(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    dump = dblp_xml(tmp_path / "dblp.xml")
    build([dump], tmp_path / "empty")
    assert len(keys(tmp_path / "empty")) == 5
    with pytest.raises(CatalogError, match="something else"):
        build([dump], tmp_path / "dblp.xml")
    with pytest.raises(CatalogError, match="cannot be made"):
        build([dump], tmp_path / "dblp.xml" / "below")


def test_a_catalogue_is_its_owners(tmp_path: Path) -> None:
    small_catalog(tmp_path).close()
    assert (tmp_path / "catalog").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "catalog" / "version-1").stat().st_mode & 0o777 == 0o700


def _damages() -> Iterator[tuple[str, Callable[[Path], object], str]]:
    yield (
        "nothing there",
        lambda version: version.parent.rename(version.parent.parent / "gone"),
        "no such catalogue",
    )
    yield "no version", lambda version: version.rename(version.parent.parent / "gone"), "damaged"
    yield "never built", lambda version: (version.parent / "CURRENT").unlink(), "never built to its end"
    yield "no contents", lambda version: (version / "catalog.json").unlink(), "damaged .*catalog.json"
    yield "torn contents", lambda version: (version / "catalog.json").write_text('{"schema": 1, "bui'), "damaged"
    yield "poor contents", lambda version: (version / "catalog.json").write_text('{"schema": 1}'), "damaged"
    yield "no rows", lambda version: (version / "rows").unlink(), "damaged .*rows"
    yield "rows cut", lambda version: os.truncate(version / "rows", 100), "damaged .*rows"
    yield "offsets cut", lambda version: os.truncate(version / "offsets", 16), "damaged .*offsets"
    yield "no index", lambda version: (version / "index").rename(version.parent.parent / "gone"), "damaged"
    yield "index cut", lambda version: os.truncate(next(version.glob("index/*.term")), 10), "damaged .*term"
    yield "another schema", _of_another_schema, "made by another version of this program"


def _of_another_schema(version: Path) -> None:
    contents = json.loads((version / "catalog.json").read_text())
    (version / "catalog.json").write_text(json.dumps({"schema": contents["schema"] + 1, "else": True}))


@pytest.mark.parametrize(("damage", "message"), [each[1:] for each in _damages()], ids=[each[0] for each in _damages()])
def test_a_damaged_catalogue_is_one_clear_line(tmp_path: Path, damage: Callable[[Path], object], message: str) -> None:
    small_catalog(tmp_path).close()
    damage(tmp_path / "catalog" / "version-1")
    with pytest.raises(CatalogError, match=message) as refused:
        Catalog.open(tmp_path / "catalog")
    assert "\n" not in str(refused.value)
    assert str(tmp_path / "catalog") in str(refused.value)
    build([dblp_xml(tmp_path / "dblp.xml")], tmp_path / "catalog")
    assert len(keys(tmp_path / "catalog")) == 5


def test_a_catalogue_that_may_only_be_read_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_catalog(tmp_path).close()
    # A copy, because the index that was open may still be watched, with a lock that comes and goes.
    copy = shutil.copytree(tmp_path / "catalog", tmp_path / "copy", ignore=shutil.ignore_patterns(".*.lock"))
    before = names(copy / "version-1" / "index")
    monkeypatch.setattr(os, "access", lambda *_: False)  # the tests may be run by root, who may do all
    with Catalog.open(copy) as catalog:
        assert len(catalog.candidates(["weighted"])) == 2
    assert names(copy / "version-1" / "index") == before


class PanicException(BaseException):
    """What Rust's panics come out of pyo3 as; it cannot be imported there."""


class _Overwritten:
    """A searcher over files that somebody wrote into."""

    def __init__(self, fault: BaseException) -> None:
        self.fault = fault

    def doc_freq(self, *_: object) -> int:
        raise self.fault


@pytest.mark.parametrize(
    "fault", [PanicException("index out of bounds\nat"), ValueError("Data corrupted"), OSError("read")]
)
def test_an_overwritten_index_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    with small_catalog(tmp_path) as catalog:
        monkeypatch.setattr(catalog._version.index, "_doc_freq", _Overwritten(fault).doc_freq)
        with pytest.raises(CatalogError, match="damaged") as refused:
            catalog.candidates(["weighted"])
        assert "\n" not in str(refused.value)
        with pytest.raises(Unavailable, match="damaged"):
            catalog.search(title="Weighted")


def test_overwritten_rows_are_an_error_where_they_are_read(tmp_path: Path) -> None:
    small_catalog(tmp_path).close()
    rows = tmp_path / "catalog" / "version-1" / "rows"
    rows.write_bytes(b"\xc1" * rows.stat().st_size)
    with Catalog.open(tmp_path / "catalog") as catalog, pytest.raises(CatalogError, match="damaged"):
        catalog.record(0)


def _read_on(folder: Path, stop: object, wrong: object) -> None:
    """Open and read until stopped; each time all records are of one version, whose number every title holds."""
    while not stop.is_set():  # type: ignore[attr-defined]
        with Catalog.open(folder) as catalog:
            found = {catalog.record(hit.number).title for hit in catalog.candidates(["version"], 30)}
            if len(catalog) != 20 or len({title.split()[-1] for title in found}) != 1:
                wrong.put(sorted(found))  # type: ignore[attr-defined]


def test_readers_see_one_whole_version_while_it_is_replaced(tmp_path: Path) -> None:
    catalog = tmp_path / "catalog"

    def rebuilt(number: int) -> None:
        entries = [paper(f"conf/x/A{key}", f"Title{key} of version v{number}") for key in range(20)]
        build([dblp_xml(tmp_path / "dblp.xml", entries)], catalog)

    rebuilt(0)
    held = Catalog.open(catalog)
    context = multiprocessing.get_context("spawn")
    stop, wrong = context.Event(), context.Queue()
    readers = [context.Process(target=_read_on, args=(catalog, stop, wrong)) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(1, 13):
        rebuilt(number)
    stop.set()
    for reader in readers:
        reader.join(60)
    assert [reader.exitcode for reader in readers] == [0, 0, 0]
    assert wrong.empty()
    assert held.record(held.candidates(["title3"])[0].number).title == "Title3 of version v0"
    assert names(catalog) == {"CURRENT", "lock", "version-13"}


def test_every_source_has_its_reader() -> None:
    for source in digest.READERS:
        assert callable(digest.reader(source).chunks)
        assert callable(digest.reader(source).read_chunk)


def test_what_is_no_file_is_refused_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(DumpError, match="neither a file nor a folder"):
            build([Dump("dblp", path)], tmp_path / "catalog")
    assert not (tmp_path / "catalog").exists()
