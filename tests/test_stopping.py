"""A run that is stopped, killed or short of room: what stands afterwards, and how the same command goes on."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from reconcile import output
from reconcile.cli import UNANSWERED, UNUSABLE, main
from reconcile.documents.outputs import FILES as OUTPUTS
from reconcile.gather import STOPPED, Asking, gather
from reconcile.gather.threads import side_by_side
from reconcile.terminal.interrupts import Interrupts
from sources.polite import Manners, Payload, Request, Stopped, polite
from sources.store import MemoryStore
from sources.throttle import Limit
from tests.make import mention, record
from tests.services import Services
from tests.shelves import CatalogShelf, Shelf

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "tests" / "documents" / "001_6e6d8e8cf15adcf3.txt"
FILES = tuple(sorted(OUTPUTS))
# The command line, with limits that let a test end in seconds.
DRIVER = """
import sys
from sources.manners import LIMITS
from sources.throttle import Limit
LIMITS.update(dict.fromkeys(LIMITS, Limit(200, 1.0, 3)))
from reconcile.cli import main
sys.exit(main(sys.argv[1:]))
"""


def arguments(services: Services, folder: Path) -> list[str]:
    urls = [
        word for name in ("crossref", "dblp", "sparql", "anthology") for word in (f"--{name}-url", services.url(name))
    ]
    options = ["--cache", str(folder / "answers.sqlite"), "--out", str(folder / "out"), "--mailto", "me@example.org"]
    return ["run", str(DOCUMENT), *options, "--json", *urls]


def begin(services: Services, folder: Path, **more: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", DRIVER, *arguments(services, folder)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT, stdout=subprocess.DEVNULL, **more)  # type: ignore[call-overload, no-any-return]


def until_asked(services: Services, count: int) -> None:
    """Wait until the server has had so many requests."""
    ends = time.monotonic() + 30
    while len(services.log) < count and time.monotonic() < ends:
        threading.Event().wait(0.005)
    assert len(services.log) >= count


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def kept(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "answers.sqlite")) as database:
        return int(database.execute("SELECT count(*) FROM answer").fetchone()[0])


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("undisturbed")
    with Services() as services:
        process = begin(services, folder)
        assert process.wait(60) in (0, 1), process.stderr.read() if process.stderr else ""
    return files(folder)


@pytest.fixture
def slow(services: Services) -> Services:
    """Services that take a moment for each answer, in which one can be stopped."""
    services.misbehave("stall", detail="0.05")
    return services


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM], ids=lambda each: each.name)
def test_stopped_once_it_writes_what_is_known_and_goes_on(
    ending: signal.Signals, slow: Services, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    process = begin(slow, tmp_path)
    until_asked(slow, 4)
    process.send_signal(ending)
    _, said = process.communicate(timeout=30)
    assert process.returncode == UNANSWERED
    assert "stopping: what is under way is finished" in said
    assert "mentions were not asked for everywhere" in said
    assert "the same command goes on from the answers so far" in said
    assert tuple(files(tmp_path)) == FILES
    lines = [
        json.loads(line) for line in (tmp_path / "out" / "mentions.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert {line["status"] for line in lines} <= {"not-checked", "skipped", "matched", "possible"}
    log = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert any(row["reason"] == STOPPED for row in log["sources"]["crossref"]["not_answered"])
    answered, before = kept(tmp_path), len(slow.log)
    assert answered == before  # what was under way was finished, and kept
    slow.behave()
    assert begin(slow, tmp_path).wait(60) in (0, 1)
    assert files(tmp_path) == undisturbed
    assert len(slow.log) == kept(tmp_path) - answered


def test_stopped_twice_it_stops_at_once(services: Services, tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    services.misbehave("stall", detail="20", first=3)
    process = begin(services, tmp_path)
    until_asked(services, 1)
    threading.Event().wait(0.5)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    threading.Event().wait(0.3)
    assert process.poll() is None, "it waits for what is under way"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert time.monotonic() - begun < 10
    assert process.returncode == UNUSABLE
    assert said.splitlines()[-1] == (
        "reconcile: stopped, nothing was written; the same command goes on from the answers so far"
    )
    assert "Traceback" not in said
    services.behave()
    assert begin(services, tmp_path).wait(60) in (0, 1)
    assert files(tmp_path) == undisturbed


def test_two_runs_on_one_cache_at_once(slow: Services, tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    (tmp_path / "other").mkdir()
    for name in ("answers.sqlite",):
        (tmp_path / "other" / name).symlink_to(tmp_path / name)
    processes = [begin(slow, tmp_path), begin(slow, tmp_path / "other")]
    assert [process.wait(60) in (0, 1) for process in processes] == [True, True]
    assert files(tmp_path) == files(tmp_path / "other") == undisturbed


# --- Without a process of its own ---------------------------------------------------------------------------------

CLAIMS = [mention(f"Study Number {at} of Many Things", "Ann Author", 2020, line=at) for at in range(1, 6)]
RECORDS = [record(claim.claim.title, "Ann Author", 2020, ids=f"doi:10.1234/{at}") for at, claim in enumerate(CLAIMS)]


class Stopping(Shelf):
    """A source during whose third search the caller stops."""

    def __init__(self, asking: Asking) -> None:
        super().__init__("crossref", RECORDS)
        self.asking = asking

    def search(self, **asked: object):  # type: ignore[no-untyped-def, override]
        if self.asking.stop.is_set():
            raise Stopped("nothing more is asked")
        if len(self.searches) == 2:
            self.asking.stop.set()
        return super().search(**asked)  # type: ignore[arg-type]


def test_what_was_not_asked_is_a_gap_that_says_so() -> None:
    asking = Asking()
    catalog = CatalogShelf({"dblp": 5}, RECORDS)
    found = gather(CLAIMS, [Stopping(asking)], asking)
    assert [[gap.reason for gap in answer.gaps] for answer in found] == [[], [], [], [STOPPED], [STOPPED]]
    assert [len(answer.records) > 0 for answer in found] == [True, True, True, False, False]
    assert [gap.reason for answer in gather(CLAIMS, [catalog], asking) for gap in answer.gaps] == [STOPPED] * 5
    assert catalog.searches == []


def test_a_stopped_source_answers_from_what_is_kept() -> None:
    manners, store = Manners(), MemoryStore()
    known, unknown = (Request("dblp", "dblp", f"https://dblp.example/{name}") for name in "ab")
    ask = polite(lambda request: Payload(b"answer"), manners, store)
    ask(known)
    manners.stop.set()
    assert ask(known) == Payload(b"answer")
    with pytest.raises(Stopped):
        ask(unknown)


def test_who_waits_for_a_turn_or_for_another_try_is_stopped() -> None:
    manners = Manners(limits=(("dblp", Limit(1, 60.0)),))
    threading.Timer(0.1, manners.stop.set).start()
    requests = [Request("dblp", "dblp", f"https://dblp.example/{at}") for at in range(2)]
    ask = polite(lambda request: Payload(b"answer"), manners)
    begun = time.monotonic()
    ask(requests[0])
    with pytest.raises(Stopped):  # the limit is one a minute
        ask(requests[1])
    assert time.monotonic() - begun < 30


def test_side_by_side_raises_what_a_call_raises_and_begins_no_other() -> None:
    made: list[int] = []

    def call(at: int) -> int:
        made.append(at)
        if at == 2:
            raise MemoryError
        return at * at

    assert side_by_side([lambda at=at: call(at) for at in (0, 1, 3, 4)], 3) == [0, 1, 9, 16]  # type: ignore[misc]
    made.clear()
    with pytest.raises(MemoryError):
        side_by_side([lambda at=at: call(at) for at in range(9)], 1)  # type: ignore[misc]
    assert made == [0, 1, 2]


def test_with_room_for_few_threads_few_do_all_and_with_none_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    room = [True, False]
    start = threading.Thread.start

    def started(thread: threading.Thread) -> None:
        if not room.pop(0):
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", started)
    assert side_by_side([lambda at=at: at for at in range(5)], 3) == [0, 1, 2, 3, 4]  # type: ignore[misc]
    room.append(False)
    with pytest.raises(MemoryError):
        side_by_side([lambda: 1], 1)


def test_interrupts_are_keyboard_interrupts_unless_one_is_awaited(capfd: pytest.CaptureFixture[str]) -> None:
    before = signal.getsignal(signal.SIGTERM)
    interrupts = Interrupts("stopping")
    with interrupts.heeded():
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGTERM)
        with interrupts.awaited():
            os.kill(os.getpid(), signal.SIGTERM)
            assert interrupts.first.is_set()
            with pytest.raises(KeyboardInterrupt):
                os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGTERM) is before
    assert capfd.readouterr().err == "reconcile: stopping\n"


def test_out_of_memory_is_one_line(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_anything: object, **_more: object) -> None:
        raise MemoryError

    monkeypatch.setattr("reconcile.pipeline.judge", full)
    assert main(arguments(services, tmp_path)) == UNUSABLE
    said = capsys.readouterr().err
    assert "out of memory, nothing was written" in said
    assert "the same command goes on from the answers so far" in said


def test_what_a_killed_run_left_beside_its_files_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / ".run.json.ab12_xyz").write_text("half", encoding="utf-8")
    (tmp_path / ".bibliography.bib.mine-too-long").write_text("not ours", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not ours", encoding="utf-8")
    output.prepare(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".bibliography.bib.mine-too-long", "notes.txt"]


def test_what_is_left_and_cannot_be_taken_away_stops_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".run.json.ab12_xyz").write_text("half", encoding="utf-8")
    opened = Path.open
    refused = []
    for fault in (PermissionError, FileNotFoundError):

        def refuse(path: Path, *how: object, fault: type[OSError] = fault, **more: object) -> object:
            if path.name.startswith(".run.json."):
                refused.append(fault)
                raise fault
            return opened(path, *how, **more)  # type: ignore[call-overload]

        monkeypatch.setattr(Path, "open", refuse)
        output.prepare(tmp_path)
    assert set(refused) == {PermissionError, FileNotFoundError}


def test_where_one_file_has_no_place_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    with pytest.raises(output.Unwritable, match=r"report\.html in it is a folder"):
        output.prepare(tmp_path)
    with pytest.raises(output.Unwritable, match=r"report\.html in it is a folder"):
        output.write({"bibliography.bib": "", "report.html": ""}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_files_have_the_mode_of_those_before_them_or_that_of_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "run.json").touch(0o600)
    before = os.umask(0o027)
    try:
        output.write({"run.json": "", "works.jsonl": ""}, tmp_path)
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"run.json": 0o600, "works.jsonl": 0o640}


def test_files_are_written_where_there_are_no_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sources.locks.fcntl", None)
    monkeypatch.setattr(output, "MOVES_OPEN_FILES", False)
    output.prepare(tmp_path)
    output.write({"run.json": "{}\n"}, tmp_path)
    assert (tmp_path / "run.json").read_bytes() == b"{}\n"


def test_of_two_runs_that_write_into_one_folder_one_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    others: list[threading.Thread] = []

    def meanwhile(_aside: Path, path: Path) -> None:
        if path.name == "run.json" and not others:
            others.append(threading.Thread(target=output.write, args=(dict.fromkeys(FILES, "other"), tmp_path)))
            others[0].start()
            others[0].join(0.3)

    monkeypatch.setattr(output, "take_over", meanwhile)
    output.write(dict.fromkeys(FILES, "one"), tmp_path)
    others[0].join()
    assert {path.read_text() for path in tmp_path.iterdir()} == {"other"}


def test_what_another_run_is_writing_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = Path.write_text

    def meanwhile(path: Path, text: str, **more: object) -> int:
        output.prepare(tmp_path)  # another run begins
        return written(path, text, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", meanwhile)
    output.write({"run.json": "{}\n", "mentions.csv": "a,b\n"}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mentions.csv", "run.json"]
    assert (tmp_path / "run.json").read_bytes() == b"{}\n"
