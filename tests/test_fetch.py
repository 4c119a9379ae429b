"""The public dumps downloaded: a server on this machine that breaks off, lies, changes the file and blocks robots."""

from __future__ import annotations

import gzip
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sources.catalog.fetch import NOT_OFFERED, OFFERS, Fetched, Offer, fetch
from sources.catalog.versions import CatalogError
from sources.polite import Blocked, BotWall, Manners, Missing
from sources.source import Unavailable

BODY = gzip.compress(random.Random(3).randbytes(400_000), mtime=0)
OTHER = gzip.compress(random.Random(4).randbytes(400_000), mtime=0)
DATE = "Sun, 01 Nov 2026 05:00:00 GMT"
SECONDS = 1793509200.0
HTML = b"<!DOCTYPE html><html><title>Making sure you're not a bot!</title></html>"


@dataclass
class Server:
    """What is served, and the faults that the next requests meet, in turn; then it is a good server."""

    body: bytes = BODY
    etag: str = '"one"'
    modified: str = DATE
    faults: list[Callable[[Server, BaseHTTPRequestHandler], None]] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def answer(self, to: BaseHTTPRequestHandler) -> None:
        self.asked.append(dict(to.headers.items()))
        (self.faults.pop(0) if self.faults else well)(self, to)

    @property
    def ranges(self) -> list[str]:
        return [headers.get("Range", "") for headers in self.asked]

    def send(self, to: BaseHTTPRequestHandler, status: int, body: bytes, cut: int | None = None, **more: str) -> None:
        """Answer with a body, of which only `cut` bytes are sent though all are announced."""
        headers = {"Content-Type": "application/gzip", "Content-Length": str(len(body)), "ETag": self.etag}
        headers |= {"Last-Modified": self.modified, **{name.replace("_", "-"): value for name, value in more.items()}}
        to.send_response(status)
        for name, value in headers.items():
            if value:
                to.send_header(name, value)
        to.end_headers()
        to.wfile.write(body[:cut])
        to.close_connection = True


def well(server: Server, to: BaseHTTPRequestHandler, cut: int | None = None) -> None:
    """Answer as RFC 9110 has it: the rest of the file if it is still the same one, all of it otherwise."""
    if server.modified and to.headers.get("If-Modified-Since") == server.modified:
        return server.send(to, 304, b"", Content_Length="")
    start = int(to.headers.get("Range", "bytes=0-").removeprefix("bytes=").removesuffix("-"))
    if not start or to.headers.get("If-Range") not in (None, server.etag, server.modified):
        return server.send(to, 200, server.body, cut)
    size = len(server.body)
    if start >= size:
        return server.send(to, 416, b"", Content_Range=f"bytes */{size}")
    return server.send(to, 206, server.body[start:], cut, Content_Range=f"bytes {start}-{size - 1}/{size}")


def dies(after: int) -> Callable[[Server, BaseHTTPRequestHandler], None]:
    return lambda server, to: well(server, to, cut=after)


def says(status: int, body: bytes = b"", **headers: str) -> Callable[[Server, BaseHTTPRequestHandler], None]:
    return lambda server, to: server.send(to, status, body, **headers)


def without_ranges(server: Server, to: BaseHTTPRequestHandler) -> None:
    server.send(to, 200, server.body)


def changed(server: Server, to: BaseHTTPRequestHandler) -> None:
    server.body, server.etag, server.modified = OTHER, '"two"', "Mon, 02 Nov 2026 05:00:00 GMT"
    well(server, to)


def changed_and_careless(server: Server, to: BaseHTTPRequestHandler) -> None:
    """Another file lies there now, and the server sends its rest, whatever `If-Range` says."""
    server.body, server.etag = OTHER, '"two"'
    to.headers.replace_header("If-Range", '"two"')
    well(server, to)


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path == "/moved.gz":
                self.send_response(302)
                self.send_header("Location", "/dump.gz")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            state.answer(self)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    state.address = f"http://127.0.0.1:{http.server_port}/dump.gz"
    yield state
    http.shutdown()
    http.server_close()
    thread.join()


class Waits(list[float]):
    """The seconds that were to be slept, which nobody did."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def dump(server: Server) -> Offer:
    return Offer("dblp", server.address, "dump.gz", least=200_000, largest=500_000, otherwise="take another")


def get(server: Server, folder: Path, waits: Waits | None = None, what: Offer | None = None) -> Fetched:
    manners = Manners(mailto="me@example.org", timeout=5)
    return fetch(what or dump(server), folder, manners, sleep=waits if waits is not None else Waits())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_dump_is_put_in_place_with_its_date(server: Server, tmp_path: Path) -> None:
    got = get(server, tmp_path / "new" / "folder")
    assert got == Fetched(tmp_path / "new" / "folder" / "dump.gz", len(BODY))
    assert got.path.read_bytes() == BODY
    assert got.path.stat().st_mtime == SECONDS
    assert names(got.path.parent) == ["dump.gz"]
    assert server.asked[0]["User-Agent"].startswith("bibreconcile")
    assert "mailto:me@example.org" in server.asked[0]["User-Agent"]
    assert server.asked[0]["Accept-Encoding"] == "identity"


def test_the_newest_dump_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    get(server, tmp_path)
    assert get(server, tmp_path).unchanged
    changed(server, _Nobody())
    assert not get(server, tmp_path).unchanged
    assert (tmp_path / "dump.gz").read_bytes() == OTHER


class _Nobody:
    """A request that no one waits for."""

    def __init__(self) -> None:
        self.headers: dict[str, str] = {}
        self.wfile = self

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_: None


# Faults met in turn -> the ranges then asked for, and the file that is there in the end.
MENDED = {
    "dies half-way": ([dies(150_000)], ["", "bytes=150000-"], BODY),
    "dies three times": (
        [dies(100_000), dies(50_000), dies(7)],
        ["", "bytes=100000-", "bytes=150000-", "bytes=150007-"],
        BODY,
    ),
    "dies at once": ([dies(0)], ["", ""], BODY),
    "503 then right": ([says(503, HTML, Content_Type="text/html", Retry_After="7")], ["", ""], BODY),
    "429 then right": ([says(429)], ["", ""], BODY),
    "ignores the range": ([dies(150_000), without_ranges], ["", "bytes=150000-"], BODY),
    "changed between parts": ([dies(150_000), changed], ["", "bytes=150000-"], OTHER),
    "changed, and careless": ([dies(150_000), changed_and_careless], ["", "bytes=150000-", ""], OTHER),
    "another start": (
        [dies(150_000), says(206, BODY[9:], Content_Range=f"bytes 9-{len(BODY) - 1}/{len(BODY)}")],
        ["", "bytes=150000-", ""],
        BODY,
    ),
    "a part of the rest": (
        [dies(150_000), says(206, BODY[150_000:160_000], Content_Range=f"bytes 150000-159999/{len(BODY)}")],
        ["", "bytes=150000-", "bytes=160000-"],
        BODY,
    ),
    "shorter now": ([dies(150_000), says(416, Content_Range="bytes */9")], ["", "bytes=150000-", ""], BODY),
}


@pytest.mark.parametrize(("faults", "ranges", "body"), MENDED.values(), ids=MENDED)
def test_what_can_be_mended_is(server: Server, tmp_path: Path, faults: list, ranges: list[str], body: bytes) -> None:  # type: ignore[type-arg]
    server.faults = list(faults)
    waits = Waits()
    assert get(server, tmp_path, waits).path.read_bytes() == body
    assert server.ranges == ranges
    assert names(tmp_path) == ["dump.gz"]
    assert len(waits) == len(ranges) - 1
    assert all(0 < wait < 30 for wait in waits)


def test_retry_after_is_obeyed(server: Server, tmp_path: Path) -> None:
    server.faults = [says(503, Retry_After="7")]
    waits = Waits()
    get(server, tmp_path, waits)
    assert 7 <= waits[0] < 9


# One answer -> the exception, and what its message says beside the name and the address.
REFUSED = {
    "bot wall": (says(200, HTML, Content_Type="text/html; charset=utf-8"), BotWall, "a web page instead of the file"),
    "bot wall as 500": (says(500, HTML, Content_Type="text/html"), BotWall, "bot wall, HTTP 500"),
    "bot wall in disguise": (says(200, HTML * 5000), BotWall, "bot wall"),
    "not gzip": (says(200, b"<dblp>" * 50_000), Unavailable, "not packed with gzip"),
    "404": (says(404, HTML, Content_Type="text/html"), Missing, "404"),
    "403": (says(403), Blocked, "403"),
    "410": (says(410), Unavailable, "HTTP 410"),
    "too small": (says(200, BODY[:100_000]), Unavailable, "only 100,000 bytes, where at least 200,000 are due"),
    "empty": (says(200, b""), Unavailable, "only 0 bytes"),
    "too small, unannounced": (says(200, BODY[:100_000], Content_Length=""), Unavailable, "only 100,000 bytes"),
    "too large": (says(200, BODY * 2), Unavailable, "at most 500,000"),
    "too large, unannounced": (says(200, BODY * 2, Content_Length=""), Unavailable, "more than 500,000 bytes"),
    "asks for an hour": (says(503, Retry_After="3600"), Unavailable, "asks to wait 3600 s"),
}


@pytest.mark.parametrize(("fault", "kind", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_dump_is_refused(
    server: Server,
    tmp_path: Path,
    fault: Callable[[Server, BaseHTTPRequestHandler], None],
    kind: type[Unavailable],
    reason: str,
) -> None:
    (tmp_path / "dump.gz").write_bytes(OTHER)
    server.faults = [fault]
    with pytest.raises(kind) as refused:
        get(server, tmp_path, waits := Waits())
    assert reason in str(refused.value)
    assert "take another" in str(refused.value)
    assert str(refused.value).startswith("dblp: ")
    assert server.address in str(refused.value)
    assert "\n" not in str(refused.value)
    assert len(server.asked) == 1
    assert not waits
    assert (tmp_path / "dump.gz").read_bytes() == OTHER
    assert get(server, tmp_path).path.read_bytes() == BODY


def test_a_service_that_stays_away_is_left_in_peace(server: Server, tmp_path: Path) -> None:
    server.faults = [says(503)] * 50
    with pytest.raises(Unavailable, match="HTTP 503"):
        get(server, tmp_path)
    assert len(server.asked) == 4


def test_a_connection_that_breaks_for_good_leaves_its_part_for_the_next_time(server: Server, tmp_path: Path) -> None:
    server.faults = [dies(150_000), *[dies(0)] * 3]
    with pytest.raises(Unavailable, match="150,000 bytes"):
        get(server, tmp_path)
    assert names(tmp_path) == ["dump.gz.part", "dump.gz.part.json"]
    get(server, tmp_path)
    assert server.ranges[-1] == "bytes=150000-"
    assert (tmp_path / "dump.gz").read_bytes() == BODY
    assert names(tmp_path) == ["dump.gz"]


def test_a_long_download_may_break_as_often_as_it_gets_on(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sources.catalog.fetch.MEGABYTE", 50_000)
    server.faults = [dies(20_000)] * 12
    assert get(server, tmp_path).path.read_bytes() == BODY


def test_a_part_that_is_whole_is_put_in_place(server: Server, tmp_path: Path) -> None:
    server.faults = [dies(150_000), *[dies(0)] * 3]
    with pytest.raises(Unavailable):
        get(server, tmp_path)
    (tmp_path / "dump.gz.part").write_bytes(BODY)
    assert get(server, tmp_path).path.read_bytes() == BODY
    assert server.ranges[-1] == f"bytes={len(BODY)}-"


def test_two_downloads_into_one_folder_are_kept_apart(server: Server, tmp_path: Path) -> None:
    def meanwhile(server: Server, to: BaseHTTPRequestHandler) -> None:
        with pytest.raises(CatalogError, match=r"dump\.gz: another process is fetching it; wait for its end"):
            get(server, tmp_path)
        well(server, to)

    server.faults = [meanwhile]
    assert get(server, tmp_path).path.read_bytes() == BODY
    assert (names(tmp_path), len(server.asked)) == (["dump.gz"], 1)


def test_a_part_that_somebody_else_wrote_to_is_no_dump(server: Server, tmp_path: Path) -> None:
    def meanwhile(here: int, _whole: int | None) -> None:
        if here == len(BODY):
            with (tmp_path / "dump.gz.part").open("ab") as file:
                file.write(b"x")

    with pytest.raises(Unavailable, match="somebody else wrote them"):
        fetch(dump(server), tmp_path, Manners(timeout=5), told=meanwhile, sleep=Waits())
    assert names(tmp_path) == []


# What lies beside the part -> it is not gone on with.
STRANGE = {
    "nothing": None,
    "no JSON": "{",
    "a list": "[]",
    "another address": '{"address": "http://elsewhere/dump.gz", "etag": "\\"one\\"", "modified": ""}',
    "no name": '{"address": "ADDRESS", "etag": "", "modified": ""}',
    "a weak name": '{"address": "ADDRESS", "etag": "W/\\"one\\"", "modified": ""}',
}


@pytest.mark.parametrize("beside", STRANGE.values(), ids=STRANGE)
def test_a_part_of_nobody_knows_what_is_thrown_away(server: Server, tmp_path: Path, beside: str | None) -> None:
    (tmp_path / "dump.gz.part").write_bytes(OTHER[:150_000])
    if beside is not None:
        (tmp_path / "dump.gz.part.json").write_text(beside.replace("ADDRESS", server.address), encoding="utf-8")
    assert get(server, tmp_path).path.read_bytes() == BODY
    assert server.ranges == [""]


@pytest.mark.parametrize(("etag", "named"), [('"one"', '"one"'), ('W/"one"', DATE), ("", DATE)])
def test_a_part_is_named_by_a_strong_etag_or_the_date(server: Server, tmp_path: Path, etag: str, named: str) -> None:
    server.etag, server.faults = etag, [dies(150_000)]
    get(server, tmp_path)
    assert server.asked[1]["If-Range"] == named


def test_a_redirect_is_followed(server: Server, tmp_path: Path) -> None:
    moved = replace(dump(server), address=server.address.replace("dump.gz", "moved.gz"))
    assert get(server, tmp_path, what=moved).path.read_bytes() == BODY


def test_no_network_is_said_plainly(server: Server, tmp_path: Path) -> None:
    nobody = replace(dump(server), address="http://127.0.0.1:1/dump.gz")
    with pytest.raises(Unavailable, match=r"no connection to 127\.0\.0\.1:1 .*is there a network\?"):
        get(server, tmp_path, waits := Waits(), what=nobody)
    assert len(waits) == 3


def test_a_disk_that_is_too_small_is_told_before(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: type("Usage", (), {"free": 1000})())
    with pytest.raises(OSError, match="MB are free"):
        get(server, tmp_path)
    assert len(server.asked) == 1


def test_an_answer_that_drips_is_given_up(server: Server, tmp_path: Path) -> None:
    ticks = iter(range(0, 10**9, 1000))
    with pytest.raises(Unavailable, match="too slowly"):
        fetch(dump(server), tmp_path, Manners(), clock=lambda: float(next(ticks)), sleep=Waits())


def test_progress_is_told_from_what_is_here_to_the_end(server: Server, tmp_path: Path) -> None:
    server.faults = [dies(150_000)]
    told: list[tuple[int, int | None]] = []
    fetch(dump(server), tmp_path, told=lambda here, whole: told.append((here, whole)), sleep=Waits())
    assert told[0] == (0, len(BODY))
    assert told[-1] == (len(BODY), len(BODY))
    assert (150_000, len(BODY)) in told
    assert told == sorted(told)


def test_the_public_dumps_are_asked_over_https_and_crossref_is_not_pretended() -> None:
    assert {name: (each.address, each.name) for name, each in OFFERS.items()} == {
        "dblp": ("https://dblp.org/xml/dblp.xml.gz", "dblp.xml.gz"),
        "anthology": ("https://aclanthology.org/anthology.bib.gz", "anthology.bib.gz"),
    }
    assert "drops.dagstuhl.de" in OFFERS["dblp"].otherwise
    assert "torrent" in NOT_OFFERED["crossref"]
