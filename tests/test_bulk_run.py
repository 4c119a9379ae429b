"""A whole match with judges that are not the real one: order, processes, lines, resuming, ends that come too early."""

from __future__ import annotations

import codecs
import csv
import errno
import gzip
import io
import json
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from reconcile import workers
from reconcile.arguments import InputError
from reconcile.bulk import Broken, Opener, Progress, Request, Stopped, Tally, match_file, run
from reconcile.bulk.judging import Done, Task, encoded, judged
from reconcile.mention import Status
from reconcile.streaming import part, repeats, shapes
from reconcile.streaming.opening import Form, Input, batches
from reconcile.streaming.part import OutputError
from reconcile.streaming.rows import MOST_ROWS, Columns
from tests.bulk_judges import BUG, FATAL, STOP, closed, fragile, plain

MANY = 2 * MOST_ROWS + 50
INPUTS: dict[str, str] = {
    "x.txt": "".join(f"Title {at}\n\n" for at in range(MANY)),
    "x.csv": "id,text\n" + "".join(f"r{at},Title {at}\n" for at in range(MANY)),
    "x.jsonl": "".join(f'{{"text": "Title {at}"}}\n' if at % 7 else "{broken\n" for at in range(MANY)),
    "x.bib": "".join(f"@misc{{k{at % 200},\n title={{Title {at}}}\n}}\n" if at % 7 else f"@misc{{b{at} x\n" for at in range(MANY)),
}  # fmt: skip


def request(tmp_path: Path, name: str = "x.txt", content: str = "", **more: Any) -> Request:
    path = tmp_path / name
    if not path.exists():
        path.write_text(content or INPUTS[name], encoding="utf-8")
    return Request(Input(str(path)), tmp_path / "out.jsonl", **more)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_lines_of_an_output(tmp_path: Path) -> None:
    asked = request(tmp_path, content="A Üben\n\nnothing like it\n", evidence=True)
    tally = match_file(asked, plain)
    found, absent = lines(tmp_path / "out.jsonl")
    assert found == {
        "id": "1",
        "status": "matched",
        "probability": 0.9877,
        "record": {
            "source": "dblp", "key": "conf/acl/LeeW19", "title": "A Üben", "authors": ["Ann Lee", "B. Wu"],
            "container_title": "ACL", "year": 2019, "doi": "10.1234/x", "type": "paper-conference", "volume": "",
            "issue": "", "page": "", "publisher": "", "url": "", "identifiers": {"doi": "10.1234/x"},
        },
        "also": [],
        "runner_up": None,
        "reason": "",
        "evidence": [{
            "field": "title", "level": "agree", "weight": 12.3457, "left": "A Üben", "right": "A Üben",
            "says": "the title is the same",
        }],
    }  # fmt: skip
    assert absent == {
        "id": "3", "status": "not-found", "probability": 0.01, "record": None, "also": [], "runner_up": None, "reason": "", "evidence": [],
    }  # fmt: skip
    assert dict(tally.counts)[Status.MATCHED] == dict(tally.counts)[Status.NOT_FOUND] == 1
    assert (tally.rows, tally.resumed) == (2, 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "x.txt"]


@pytest.mark.parametrize("name", INPUTS)
def test_every_row_has_its_line_in_order_whatever_the_number_of_processes(tmp_path: Path, name: str) -> None:
    asked = request(tmp_path, name)
    match_file(asked, plain)
    alone = (tmp_path / "out.jsonl").read_bytes()
    match_file(replace(asked, jobs=3), plain)
    assert (tmp_path / "out.jsonl").read_bytes() == alone
    found = lines(tmp_path / "out.jsonl")
    assert len(found) == MANY
    for at, line in enumerate(found):
        assert line["status"] == "skipped" or line["record"]["title"] == f"Title {at}"


def test_workers_that_are_spawned_say_the_same(tmp_path: Path) -> None:
    asked = request(tmp_path)

    def lines_by(method: str) -> bytes:
        with batches(asked.source) as found:
            done = workers.ordered((Task(batch) for batch in found), judged, plain, 2, method)
            return b"".join(each.lines for each in done)

    assert lines_by("spawn") == lines_by("fork") != b""


def test_no_more_is_read_ahead_than_the_window_holds(tmp_path: Path) -> None:
    taken = []

    def tasks() -> Any:
        with batches(request(tmp_path, content="A\n" * MOST_ROWS * 30).source) as found:
            for at, batch in enumerate(found):
                taken.append(at)
                yield Task(batch)

    results = workers.ordered(tasks(), judged, plain, 2)
    assert isinstance(next(results), Done)
    assert len(taken) <= 8
    assert len(list(results)) == 29


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"id": "é\u2028\x85\x7f"}, '{"id":"é\\u2028\\u0085\\u007f"}\n'),
        ({"id": "\ud800é\n"}, '{"id":"?é\\n"}\n'),
        ({"id": "a\nb"}, '{"id":"a\\nb"}\n'),
    ],
)
def test_a_line_is_one_line_for_every_reader(line: dict[str, str], expected: str) -> None:
    assert encoded(line).decode() == expected
    assert msgspec.json.decode(encoded(line)) == {"id": line["id"].replace("\ud800", "?")}


def part_of(tmp_path: Path, asked: Request, keep: Callable[[bytes], bytes]) -> bytes:
    """Leave behind what a run would that was killed: the whole output, of which `keep` keeps a beginning."""
    broken = replace(asked, source=asked.source)
    note = tmp_path / "out.jsonl.part.json"

    def remember(_size: int | None, _done: int) -> None:
        note.with_suffix(".kept").write_bytes(note.read_bytes())

    match_file(broken, plain, Progress(begin=remember))
    whole = (tmp_path / "out.jsonl").read_bytes()
    (tmp_path / "out.jsonl").unlink()
    note.with_suffix(".kept").rename(note)
    (tmp_path / "out.jsonl.part").write_bytes(keep(whole))
    return whole


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("kept", [0, 1, 63, 64, 65, MOST_ROWS, 200, MANY - 1, MANY])
@pytest.mark.parametrize("more", [0, 30])
def test_a_killed_run_is_gone_on_with_and_gives_the_same_bytes(tmp_path: Path, name: str, kept: int, more: int) -> None:
    asked = request(tmp_path, name)

    def first(whole: bytes) -> bytes:
        end = sum(map(len, whole.splitlines(keepends=True)[:kept]))
        return whole[: end + more]

    whole = part_of(tmp_path, asked, first)
    told: list[str] = []
    tally = match_file(asked, plain, Progress(tell=told.append))
    assert (tmp_path / "out.jsonl").read_bytes() == whole
    assert (tally.rows, tally.resumed) == (MANY, kept)
    assert [f"after the {kept} lines" in each for each in told if "several rows" not in each] == [True] * bool(kept)
    assert not list(tmp_path.glob("*.part*"))


def test_what_was_judged_before_is_not_judged_again(tmp_path: Path) -> None:
    asked = request(tmp_path)
    part_of(tmp_path, asked, lambda whole: b"".join(whole.splitlines(keepends=True)[:200]))
    (tmp_path / "out.jsonl.part").write_bytes((tmp_path / "out.jsonl.part").read_bytes().replace(b"Title", b"Other"))
    steps: list[int] = []
    match_file(asked, plain, Progress(step=lambda rows, _place: steps.append(rows)))
    assert sum(steps) == MANY - 200
    assert [line["record"]["title"].split()[0] for line in lines(asked.out or Path())] == ["Other"] * 200 + [
        "Title"
    ] * (MANY - 200)


OTHERS: list[tuple[str, Callable[[Request], Request], str]] = [
    ("catalogue", lambda asked: replace(asked, rests_on={"catalogue": "another"}), "the catalogue changed since"),
    ("settings", lambda asked: replace(asked, evidence=True), "the settings changed since"),
    (
        "columns",
        lambda asked: replace(asked, source=replace(asked.source, form=Form.CSV, columns=Columns("Title 0"))),
        "the settings changed since",
    ),
]


@pytest.mark.parametrize(("what", "change", "says"), OTHERS, ids=[row[0] for row in OTHERS])
def test_a_part_of_something_else_is_not_thrown_away(
    tmp_path: Path, what: str, change: Callable[[Request], Request], says: str
) -> None:
    asked = request(tmp_path, rests_on={"catalogue": "one"})
    part_of(tmp_path, asked, lambda whole: whole[:5000])
    kept = (tmp_path / "out.jsonl.part").read_bytes()
    with pytest.raises(
        OutputError, match=rf"part holds \d+ lines of an earlier run, and {says}; add --restart to throw"
    ):
        match_file(change(asked), plain)
    assert (tmp_path / "out.jsonl.part").read_bytes() == kept
    assert match_file(asked, plain).resumed > 0


def test_a_part_is_begun_anew_where_that_is_asked_for(tmp_path: Path) -> None:
    asked = request(tmp_path)
    part_of(tmp_path, asked, lambda whole: whole[:5000])
    told: list[str] = []
    assert match_file(replace(asked, restart=True, evidence=True), plain, Progress(tell=told.append)).resumed == 0
    assert told == []


def test_an_input_that_has_grown_is_gone_on_with(tmp_path: Path) -> None:
    asked = request(tmp_path)
    part_of(tmp_path, asked, lambda whole: b"".join(whole.splitlines(keepends=True)[:200]))
    with (tmp_path / "x.txt").open("a", encoding="utf-8") as file:
        file.write("One more\n")
    tally = match_file(asked, plain)
    assert (tally.resumed, tally.rows) == (200, MANY + 1)
    assert lines(asked.out or Path())[-1]["record"]["title"] == "One more"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "Other\n",
        lambda text: text.replace("Title 7\n", "Title 8\n") + "One more\n",
        lambda text: text[:-1] + " goes on\n",
        lambda text: "One more\n" + text,
    ],
    ids=["another", "also within", "in its last line", "at its beginning"],
)
def test_an_input_that_was_changed_is_not_gone_on_with(tmp_path: Path, change: Callable[[str], str]) -> None:
    asked = request(tmp_path)
    part_of(tmp_path, asked, lambda whole: whole[:5000])
    text = (tmp_path / "x.txt").read_text(encoding="utf-8")
    (tmp_path / "x.txt").write_text(change(text), encoding="utf-8")
    with pytest.raises(OutputError, match="the input changed since; add --restart"):
        match_file(asked, plain)


def test_a_file_that_was_only_touched_is_gone_on_with(tmp_path: Path) -> None:
    asked = request(tmp_path)
    part_of(tmp_path, asked, lambda whole: whole[:5000])
    os.utime(tmp_path / "x.txt", (1, 1))
    assert match_file(asked, plain).resumed > 0


def test_what_was_read_from_standard_input_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    for text, judge in ((f"{'Title' + chr(10)}" * 300 + STOP + chr(10), fragile), ("Title\n", plain)):
        stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(text.encode())))  # type: ignore[arg-type]
        monkeypatch.setattr(sys, "stdin", stream)
        asked = Request(Input("-"), tmp_path / "out.jsonl")
        if judge is fragile:
            with pytest.raises(Stopped, match=r"lines are done and stand in .*; only a file can be gone on with"):
                match_file(asked, judge)
        else:
            assert match_file(asked, judge, Progress(tell=told.append)).rows == 1
    assert told[0].endswith("is begun anew: standard input cannot be gone on with")


def test_a_part_that_holds_rubbish_is_gone_on_with_before_it(tmp_path: Path) -> None:
    asked = request(tmp_path)
    whole = part_of(tmp_path, asked, lambda whole: whole[:5000] + b"\x00" * 4000 + b"\n")
    assert match_file(asked, plain).resumed > 0
    assert (tmp_path / "out.jsonl").read_bytes() == whole


def ended_early(tmp_path: Path, at: str, **more: Any) -> Request:
    text = "Title\n" * 300 + at + "\n" + "Title\n" * 300
    return request(tmp_path, content=text, **more)


def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(tmp_path: Path) -> None:
    asked = ended_early(tmp_path, STOP)
    with pytest.raises(Stopped, match=r"stopped; 256 lines are done and stand in .*out\.jsonl\.part; the same command"):
        match_file(asked, fragile)
    assert match_file(asked, plain).resumed == 256


@pytest.mark.parametrize("jobs", [2, 4])
def test_a_worker_that_dies_is_an_error_and_no_hang(tmp_path: Path, jobs: int) -> None:
    asked = ended_early(tmp_path, FATAL, jobs=jobs)
    with pytest.raises(
        Broken, match=rf"ended from outside.* (lines are|no line is) done.* --jobs {jobs // 2} for less memory"
    ):
        match_file(asked, fragile)
    resumed = match_file(asked, plain)
    assert resumed.rows == 601
    with pytest.raises(Broken, match="fewer --jobs"):
        match_file(replace(asked, out=None), fragile)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_of_the_judge_comes_through(tmp_path: Path, jobs: int) -> None:
    with pytest.raises(ZeroDivisionError, match=BUG):
        match_file(ended_early(tmp_path, BUG, jobs=jobs), fragile)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_judge_that_cannot_be_opened_says_why(tmp_path: Path, jobs: int) -> None:
    with pytest.raises(LookupError, match="no such catalogue"):
        match_file(request(tmp_path, jobs=jobs), closed)


def to_stdout(asked: Request, opener: Opener, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, Tally]:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written))
    tally = match_file(replace(asked, out=None), opener)
    return written.getvalue(), tally


def test_standard_output_gets_the_same_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = request(tmp_path)
    written, tally = to_stdout(asked, plain, monkeypatch)
    match_file(asked, plain)
    assert written == (tmp_path / "out.jsonl").read_bytes()
    assert tally.rows == MANY


def test_standard_output_that_is_closed_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.BytesIO):
        def write(self, _: object, /) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Closed()))
    with pytest.raises(OutputError, match="closed"):
        match_file(replace(request(tmp_path), out=None), plain)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size to stand for a full disk")
def test_a_full_disk_is_told_where_it_is_met_and_not_again_where_the_part_is_closed(tmp_path: Path) -> None:
    import resource

    kept = part.Part(tmp_path / "out.jsonl", {})
    kept.begin(restart=False)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(OutputError, match="make room, then the same command goes on"):
            kept.write(b"x" * 1999 + b"\n")
        kept.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert kept.path.stat().st_size == 1000


def test_standard_output_that_takes_nothing_is_an_error_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.BytesIO):
        def write(self, _: object, /) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Full()))
    with pytest.raises(OutputError, match="standard output: No space left on device; not all lines are written"):
        match_file(replace(request(tmp_path), out=None), plain)


def test_standard_input_that_is_closed_is_an_error_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="-: standard input is closed; pipe something in"):
        match_file(Request(Input("-"), tmp_path / "out.jsonl"), plain)


def test_an_input_without_strings_gives_an_empty_output(tmp_path: Path) -> None:
    assert match_file(request(tmp_path, content="\n"), plain).rows == 0
    assert (tmp_path / "out.jsonl").read_bytes() == b""


def test_an_output_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"there is no folder .*no; make it, or choose another --out"):
        match_file(replace(request(tmp_path), out=tmp_path / "no" / "out.jsonl"), plain)
    with pytest.raises(OutputError, match="this is a folder"):
        match_file(replace(request(tmp_path), out=tmp_path), plain)


def test_two_runs_do_not_write_one_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(part, "_PATIENCE", 0.0)
    first = part.Part(tmp_path / "out.jsonl", {})
    first.begin(restart=False)
    first.write(b"{}\n")
    with pytest.raises(OutputError, match=r"out\.jsonl\.part: another run is writing it; wait for its end"):
        match_file(request(tmp_path, restart=True), plain)
    first.finish(Path.replace)
    assert (tmp_path / "out.jsonl").read_bytes() == b"{}\n"
    assert match_file(request(tmp_path), plain).rows == MANY


def test_a_part_of_another_version_is_not_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = request(tmp_path)
    part_of(tmp_path, asked, lambda whole: whole[:5000])
    monkeypatch.setattr(run, "__version__", "another")
    with pytest.raises(OutputError, match="the program changed since"):
        match_file(asked, plain)


def test_an_input_that_is_not_there_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.txt: No such file"):
        match_file(Request(Input(str(tmp_path / "no.txt")), tmp_path / "out.jsonl"), plain)
    assert not list(tmp_path.iterdir())


def test_progress_is_told_of_rows_and_bytes(tmp_path: Path) -> None:
    asked = request(tmp_path)
    begun: list[object] = []
    steps: list[tuple[int, int]] = []
    match_file(asked, plain, Progress(lambda size, done: begun.extend((size, done)), lambda *step: steps.append(step)))
    size = (tmp_path / "x.txt").stat().st_size
    assert begun == [size, 0]
    assert [rows for rows, _ in steps] == [MOST_ROWS, MOST_ROWS, 50]
    assert sorted(place for _, place in steps) == [place for _, place in steps]
    assert steps[-1][1] == size


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("id,text\n3,A\n,B\n", "x.csv: 1 id stands in several rows ('3'), a row's own or the number of one without;"),
        ("id,text\n" + "a,A\nb,B\nc,C\nd,D\n" * 2, "x.csv: 4 ids stand in several rows ('a', 'b', 'c', …),"),
        ("id,text\na,A\n,B\n", ""),
    ],
)
def test_ids_of_several_rows_are_told(tmp_path: Path, content: str, says: str) -> None:
    told: list[str] = []
    match_file(request(tmp_path, "x.csv", content), plain, Progress(tell=told.append))
    assert [says in each for each in told] == [True] * bool(says)


def test_ids_are_remembered_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeats, "_REMEMBERED", 2)
    found = repeats.Repeats()
    found.take("abccab")
    assert found.said() == "2 ids stand in several rows ('a', 'b')"


def test_a_device_is_never_replaced_by_the_output(tmp_path: Path) -> None:
    device = tmp_path / "out.jsonl"
    os.mkfifo(device)
    with pytest.raises(OutputError, match="a device or a pipe; write to standard output"):
        match_file(request(tmp_path, content="A\n"), plain)
    assert device.is_fifo()


def test_the_file_that_a_link_leads_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out.jsonl").symlink_to(tmp_path / "real" / "file")
    match_file(request(tmp_path, content="A\n"), plain)
    assert (tmp_path / "out.jsonl").is_symlink()
    assert len(lines(tmp_path / "real" / "file")) == 1


def test_a_run_that_fails_before_its_first_line_leaves_nothing_behind(tmp_path: Path) -> None:
    asked = request(tmp_path, "y.csv", "a,b\n1,2\n")
    with pytest.raises(InputError, match="no column is called"):
        match_file(asked, plain)
    assert [path.name for path in tmp_path.iterdir()] == ["y.csv"]


def test_a_part_that_was_taken_away_is_an_error_in_a_line(tmp_path: Path) -> None:
    asked = request(tmp_path, content="A\n" * 3)
    taken = Progress(step=lambda _rows, _place: (tmp_path / "out.jsonl.part").unlink())
    with pytest.raises(OutputError, match=r"out\.jsonl\.part: No such file or directory, so .* is not written"):
        match_file(asked, plain, taken)


def test_a_second_ctrl_c_does_not_keep_the_workers_from_ending(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    end = ProcessPoolExecutor.shutdown

    def interrupted(self: ProcessPoolExecutor, **how: bool) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        end(self, **how)

    monkeypatch.setattr(ProcessPoolExecutor, "shutdown", interrupted)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert match_file(request(tmp_path, content="A\n" * (MOST_ROWS + 1), jobs=2), plain).rows == MOST_ROWS + 1
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


def csv_of(path: Path, delimiter: str = ",") -> list[list[str]]:
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return list(csv.reader(io.StringIO(text.decode(), newline=""), delimiter=delimiter))


@pytest.mark.parametrize(("name", "delimiter"), [("m.csv", ","), ("m.TSV", "\t"), ("m.csv.gz", ",")])
def test_matches_are_written_as_the_name_of_the_output_says(tmp_path: Path, name: str, delimiter: str) -> None:
    asked = request(tmp_path, "x.csv", "id,text\n-12,A\nb,\nc,=A;,B\n")
    match_file(replace(asked, out=tmp_path / name), plain)
    header, first, second, third = csv_of(tmp_path / name, delimiter)
    assert header == list(shapes.COLUMNS)
    rows = [dict(zip(header, row, strict=True)) for row in (first, second, third)]
    assert [row["id"] for row in rows] == ["-12", "b", "c"]
    assert [row["status"] for row in rows] == ["matched", "skipped", "skipped"]
    assert (rows[0]["title"], rows[0]["probability"]) == ("A", "0.9877")
    assert rows[2]["reason"].startswith("line 4: this row has 3 cells")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "x.csv"])


@pytest.mark.parametrize("name", ["m.csv", "m.tsv", "m.csv.gz"])
def test_for_excel_a_table_begins_with_the_byte_order_mark(tmp_path: Path, name: str) -> None:
    found = []
    for excel in (False, True):
        match_file(replace(request(tmp_path, "x.txt", "A\nB\n"), out=tmp_path / name, excel=excel), plain)
        raw = (tmp_path / name).read_bytes()
        found.append(gzip.decompress(raw) if name.endswith(".gz") else raw)
    assert found[1] == codecs.BOM_UTF8 + found[0]


def test_no_cell_but_an_id_can_be_a_formula(tmp_path: Path) -> None:
    ids = ["-abc", "=A1", "@key", "+49x"]
    content = "id,text\n" + "".join(f"{name},=B\n" for name in ids)
    match_file(replace(request(tmp_path, "x.csv", content), out=tmp_path / "m.csv"), plain)
    _, *found = csv_of(tmp_path / "m.csv")
    assert [row[0] for row in found] == ids
    assert {row[shapes.COLUMNS.index("title")] for row in found} == {"'=B"}


def test_a_list_and_gzipped_lines_are_those_of_the_plain_file(tmp_path: Path) -> None:
    for name in ("m.jsonl", "m.json", "m.jsonl.gz", "m.json.gz", "again.jsonl.gz"):
        match_file(replace(request(tmp_path, "x.jsonl"), out=tmp_path / name), plain)
    plainly = lines(tmp_path / "m.jsonl")
    assert json.loads((tmp_path / "m.json").read_bytes()) == plainly
    assert gzip.decompress((tmp_path / "m.jsonl.gz").read_bytes()) == (tmp_path / "m.jsonl").read_bytes()
    assert gzip.decompress((tmp_path / "m.json.gz").read_bytes()) == (tmp_path / "m.json").read_bytes()
    assert (tmp_path / "again.jsonl.gz").read_bytes() == (tmp_path / "m.jsonl.gz").read_bytes()


def test_half_a_surrogate_pair_in_an_id_ends_no_table(tmp_path: Path) -> None:
    asked = request(tmp_path, "x.jsonl", '{"id": "a", "text": "A"}\n{"id": "\\ud800", "text": "B"}\n')
    match_file(replace(asked, out=tmp_path / "out.csv"), plain)
    assert [row[0] for row in csv_of(tmp_path / "out.csv")] == ["id", "a", "?"]


def test_no_lines_are_an_empty_table_or_list(tmp_path: Path) -> None:
    for name in ("m.json", "m.csv"):
        match_file(replace(request(tmp_path, "x.txt", "\n"), out=tmp_path / name), plain)
    assert json.loads((tmp_path / "m.json").read_bytes()) == []
    assert csv_of(tmp_path / "m.csv") == [list(shapes.COLUMNS)]


def test_evidence_is_a_column(tmp_path: Path) -> None:
    match_file(replace(request(tmp_path, "x.txt", "A\n"), out=tmp_path / "m.csv", evidence=True), plain)
    header, row = csv_of(tmp_path / "m.csv")
    assert header == [*shapes.COLUMNS, "evidence"]
    assert row[-1].startswith("title agree +")


def test_a_stopped_run_is_gone_on_with_whatever_form_it_has(tmp_path: Path) -> None:
    asked = replace(ended_early(tmp_path, STOP), out=tmp_path / "m.csv")
    with pytest.raises(Stopped):
        match_file(asked, fragile)
    assert match_file(asked, plain).resumed == 256
    assert len(csv_of(tmp_path / "m.csv")) == 602


@pytest.mark.parametrize("name", ["m.parquet", "m.xlsx", "m.csv.zip", "m.bib"])
def test_a_form_that_is_not_written_is_refused_before_anything_is_done(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"is not written; name a \.jsonl, \.json, \.csv or \.tsv, gzipped or not"):
        match_file(replace(request(tmp_path), out=tmp_path / name), plain)
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]
