"""Kept answers: found again while fresh, and never a reason to stop."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import threading
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.kept import holds_any
from sources.polite import Payload, Request, Store
from sources.store import DAY, KEEP, KEEP_EMPTY, DiskStore, MemoryStore, clear, contents

REQUEST = Request("crossref", "crossref-list", "https://api.example/works", (("query.title", "ethos"), ("rows", "10")))
PAYLOAD = Payload("{“answer”}".encode())


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> DiskStore:
    return DiskStore(tmp_path / "kept" / "answers.sqlite", clock=clock)


def test_what_was_kept_is_found(store: DiskStore) -> None:
    assert store.get(REQUEST) is None
    store.put(REQUEST, PAYLOAD)
    assert store.get(REQUEST) == PAYLOAD


def test_it_is_found_by_the_next_run(store: DiskStore, clock: Clock) -> None:
    store.put(REQUEST, PAYLOAD)
    store.close()
    assert DiskStore(store.path, clock=clock).get(REQUEST) == PAYLOAD


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Request("dblp", "crossref-list", REQUEST.address, REQUEST.params), id="another source"),
        pytest.param(
            Request("crossref", "crossref-list", "https://mirror.example/works", REQUEST.params), id="address"
        ),
        pytest.param(Request("crossref", "crossref-list", REQUEST.address, REQUEST.params[:1]), id="fewer parameters"),
        pytest.param(
            Request("crossref", "crossref-list", REQUEST.address, (("query.title", "ethos&rows=10"),)), id="look-alike"
        ),
    ],
)
@pytest.mark.parametrize("kind", ["disk", "memory"])
def test_another_question_has_another_answer(other: Request, kind: str, store: DiskStore) -> None:
    kept: Store = store if kind == "disk" else MemoryStore()
    kept.put(REQUEST, PAYLOAD)
    assert kept.get(REQUEST) == PAYLOAD
    assert kept.get(other) is None


@pytest.mark.parametrize(
    ("empty", "age", "fresh"),
    [
        pytest.param(False, KEEP - 1, True, id="records are kept for a month"),
        pytest.param(False, KEEP + 1, False, id="and no longer"),
        pytest.param(True, KEEP_EMPTY - 1, True, id="an empty answer for three days"),
        pytest.param(True, KEEP_EMPTY + 1, False, id="and no longer, for a paper may appear"),
    ],
)
def test_answers_grow_old(store: DiskStore, clock: Clock, empty: bool, age: float, fresh: bool) -> None:
    store.put(REQUEST, Payload(b"{}", empty=empty))
    clock.now += age
    assert (store.get(REQUEST) is not None) is fresh


def test_old_answers_are_thrown_away(store: DiskStore, clock: Clock) -> None:
    store.put(REQUEST, PAYLOAD)
    store.close()
    clock.now += 31 * DAY
    DiskStore(store.path, clock=clock).get(REQUEST)
    with sqlite3.connect(store.path) as database:
        assert database.execute("SELECT count(*) FROM answer").fetchone() == (0,)


def test_only_the_owner_can_read_them(store: DiskStore) -> None:
    store.put(REQUEST, PAYLOAD)
    assert store.path.parent.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in store.path.parent.iterdir()} == {0o600}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"this is no database, whatever its name says", id="something else"),
        pytest.param(b"SQLite format 3\x00" + b"\xff" * 5000, id="a wreck"),
    ],
)
def test_a_damaged_file_is_set_aside(store: DiskStore, content: bytes) -> None:
    store.path.parent.mkdir()
    store.path.write_bytes(content)
    with pytest.warns(UserWarning, match="damaged and was set aside"):
        assert store.get(REQUEST) is None
    assert store.path.with_name("answers.sqlite.damaged").read_bytes() == content
    store.put(REQUEST, PAYLOAD)
    assert store.get(REQUEST) == PAYLOAD


def test_a_file_damaged_half_way_through_is_set_aside(store: DiskStore, clock: Clock) -> None:
    for number in range(200):
        request = Request("crossref", "crossref-single", f"https://api.example/works/{number}")
        store.put(request, Payload(bytes(range(256)) * number))
    store.close()
    content = bytearray(store.path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    store.path.write_bytes(content)
    again = DiskStore(store.path, clock=clock)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        for _ in range(3):
            again.get(REQUEST)
            again.put(REQUEST, PAYLOAD)
    assert ["set aside" in str(warning.message) for warning in said] == [True]
    assert again.get(REQUEST) == PAYLOAD


def test_the_new_file_of_another_process_is_not_set_aside(store: DiskStore, clock: Clock) -> None:
    requests = [Request("crossref", "crossref-single", f"https://api.example/works/{number}") for number in range(200)]
    for number, request in enumerate(requests):
        store.put(request, Payload(bytes(range(256)) * number))
    store.close()
    mine, theirs = (DiskStore(store.path, stale=True, clock=clock) for _ in range(2))
    assert mine.get(requests[1]) == theirs.get(requests[1])
    with store.path.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(b"\xa5" * (store.path.stat().st_size - file.tell()))
    for each in (mine, theirs):
        with pytest.warns(UserWarning, match="damaged and was set aside"):
            assert not all(list(map(each.get, requests)))
        each.put(REQUEST if each is mine else requests[0], PAYLOAD)
    assert DiskStore(store.path, clock=clock).get(REQUEST) == PAYLOAD
    assert mine.get(requests[0]) == theirs.get(REQUEST) == PAYLOAD


def test_a_row_that_cannot_be_unpacked_is_no_answer(store: DiskStore) -> None:
    store.put(REQUEST, PAYLOAD)
    with sqlite3.connect(store.path) as database:
        database.execute("UPDATE answer SET body = ?", (b"not packed",))
    assert store.get(REQUEST) is None


def test_a_place_that_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = DiskStore(tmp_path / "file" / "answers.sqlite")
    with pytest.warns(UserWarning, match="answers are not kept"):
        assert store.get(REQUEST) is None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        store.put(REQUEST, PAYLOAD)
        assert store.get(REQUEST) is None


def test_a_file_of_the_first_version_is_gone_on_with(store: DiskStore, clock: Clock) -> None:
    store.put(REQUEST, PAYLOAD)
    store.close()
    with sqlite3.connect(store.path) as database:
        database.execute("PRAGMA application_id = 0")
        database.execute("PRAGMA user_version = 1")
    assert DiskStore(store.path, clock=clock).get(REQUEST) == PAYLOAD


FOREIGN = [
    pytest.param("PRAGMA user_version = 99", "a later version", id="a later version"),
    pytest.param("CREATE TABLE answer (whatever TEXT)", "not a file of answers", id="somebody else's table"),
    pytest.param("PRAGMA user_version = 7; CREATE TABLE t (x)", "not a file of answers", id="another program"),
]


@pytest.mark.parametrize(("made", "says"), FOREIGN)
def test_a_file_that_is_not_ours_is_left_as_it_is(store: DiskStore, made: str, says: str) -> None:
    store.path.parent.mkdir()
    with sqlite3.connect(store.path) as database:
        database.executescript(made)
    with pytest.warns(UserWarning, match=f"answers are not kept.*{says}"):
        store.put(REQUEST, PAYLOAD)
    assert store.get(REQUEST) is None
    with sqlite3.connect(store.path) as database:
        tables = [row[0] for row in database.execute("SELECT sql FROM sqlite_master")]
        assert [f"{table};" for table in tables] == [part + ";" for part in made.split("; ") if "TABLE" in part]


def _many(store: DiskStore, clock: Clock, count: int = 600) -> list[Request]:
    """Keep answers of 4 kB that cannot be packed, one a second."""
    requests = [Request("crossref", "crossref-single", f"https://api.example/works/{at}") for at in range(count)]
    for at, request in enumerate(requests):
        clock.now += 1
        store.put(request, Payload(random.Random(at).randbytes(4_000)))
    return requests


def test_the_oldest_answers_go_where_the_file_grows_too_large(tmp_path: Path, clock: Clock) -> None:
    store = DiskStore(tmp_path / "answers.sqlite", largest=1_000_000, clock=clock)
    requests = _many(store, clock)
    store.close()
    kept = [store.get(request) is not None for request in requests]
    assert 100 < sum(kept) < 300
    assert kept == sorted(kept), "the newest are kept"
    store.close()
    assert store.path.stat().st_size < 1_300_000


def test_what_is_kept_is_told_by_source(store: DiskStore, clock: Clock) -> None:
    store.put(REQUEST, PAYLOAD)
    clock.now += DAY
    store.put(Request("dblp", "dblp", "https://dblp.example/a"), Payload(b"", empty=True))
    store.put(Request("dblp", "dblp", "https://dblp.example/b"), PAYLOAD)
    told = [(row.source, row.answers, row.empty, row.oldest, row.newest) for row in contents(store.path)]
    assert told == [
        ("crossref", 1, 0, clock.now - DAY, clock.now - DAY),
        ("dblp", 2, 1, clock.now, clock.now),
    ]


@pytest.mark.parametrize(("source", "gone", "left"), [("", 2, []), ("dblp", 1, ["crossref"]), ("anthology", 0, ["crossref", "dblp"])])  # fmt: skip
def test_what_is_kept_is_thrown_away(store: DiskStore, source: str, gone: int, left: list[str]) -> None:
    store.put(REQUEST, PAYLOAD)
    store.put(Request("dblp", "dblp", "https://dblp.example/a"), PAYLOAD)
    assert clear(store.path, source) == gone
    assert [row.source for row in contents(store.path)] == left
    assert (store.get(REQUEST) is None) is (not left)  # an open store sees it at once


def test_a_full_disk_ends_keeping_and_nothing_else(store: DiskStore, clock: Clock) -> None:
    store.put(REQUEST, PAYLOAD)
    with sqlite3.connect(store.path) as database:
        pages = database.execute("PRAGMA page_count").fetchone()[0]
    assert store._database is not None
    store._database.execute(f"PRAGMA max_page_count = {pages}")  # SQLite's own word for a disk without room
    with pytest.warns(UserWarning, match="answers are not kept: .*full"):
        _many(store, clock, 20)
    assert DiskStore(store.path, clock=clock).get(REQUEST) == PAYLOAD


def test_threads_share_a_store(store: DiskStore) -> None:
    requests = [Request("dblp", "dblp", f"https://dblp.example/rec/{number}.xml") for number in range(40)]

    def work(part: list[Request]) -> None:
        for request in part:
            store.put(request, Payload(request.address.encode()))
            assert store.get(request) == Payload(request.address.encode())

    threads = [threading.Thread(target=work, args=(requests[start::4],)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [store.get(request) for request in requests] == [Payload(request.address.encode()) for request in requests]


def _fill(path: Path, start: int) -> None:
    store = DiskStore(path)
    for number in range(start, start + 20):
        store.put(Request("dblp", "dblp", f"https://dblp.example/{number}"), Payload(str(number).encode()))


def test_processes_share_a_file(tmp_path: Path) -> None:
    path = tmp_path / "answers.sqlite"
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_fill, args=(path, start)) for start in (0, 20)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
        assert process.exitcode == 0
    store = DiskStore(path)
    found = [store.get(Request("dblp", "dblp", f"https://dblp.example/{number}")) for number in range(40)]
    assert found == [Payload(str(number).encode()) for number in range(40)]


@given(body=st.binary(max_size=2000), empty=st.booleans(), title=st.text(st.characters(codec="utf-8"), max_size=50))
def test_every_answer_comes_back_as_it_was(body: bytes, empty: bool, title: str) -> None:
    store = _ROUND_TRIPS
    request = Request("crossref", "crossref-list", "https://api.example/works", (("query.title", title),))
    store.put(request, Payload(body, empty=empty))
    assert store.get(request) == Payload(body, empty=empty)


class _InMemory(DiskStore):
    """The same store on a database that needs no file."""

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(":memory:", check_same_thread=False)
        database.execute(
            "CREATE TABLE answer (source, request, body, empty, fetched, expires, PRIMARY KEY (source, request))"
        )
        return database


_ROUND_TRIPS = _InMemory(Path("nowhere"))


def test_a_file_without_answers_holds_none_and_one_that_cannot_be_read_may_hold_some(tmp_path: Path) -> None:
    path = tmp_path / "answers.sqlite"
    assert not holds_any(path)
    store = DiskStore(path)
    assert store.get(Request("dblp", "dblp", "https://dblp.org/x")) is None
    assert path.exists()
    assert not holds_any(path)
    store.put(Request("dblp", "dblp", "https://dblp.org/x"), Payload(b"x"))
    store.close()
    assert holds_any(path)
    path.write_bytes(b"no database at all, and long enough to be told from one" * 40)
    assert holds_any(path)
