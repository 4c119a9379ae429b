"""Cassettes: what is kept, what is played back, and that nothing slips past them."""

from __future__ import annotations

import gc
import gzip
import re
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

import httpx2
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vcr.request import Request  # type: ignore[import-untyped]

from sources import tape
from sources.anthology import Anthology
from sources.crossref import Crossref
from sources.dblp import Dblp
from sources.polite import Manners
from sources.source import Source, Unavailable
from tests import transcribe
from tests.services import Services

ETHOS = "Ethos: Rectifying Language Models in Orthogonal Parameter Space"
TRUE = {
    "crossref": "https://api.crossref.org",
    "dblp": "https://dblp.org",
    "sparql": "https://sparql.dblp.org/sparql",
    "anthology": "https://aclanthology.org",
}
CASSETTE = """\
version: 1
interactions:
- request: {method: GET, uri: 'https://api.crossref.org/works?query.title=ethos&rows=5', body: null, headers: {}}
  response:
    status: {code: 200, message: OK}
    headers: {content-type: [application/json]}
    body: {string: first}
- request: {method: GET, uri: 'https://dblp.org/rec/conf/cvpr/HeZRS16.xml', body: null, headers: {}}
  response:
    status: {code: 404, message: Not Found}
    headers: {}
    body: {string: ''}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one cassette of two answers."""
    (tmp_path / "some.yaml").write_text(CASSETTE, encoding="utf-8")
    return tmp_path


def stand_in(services: Services) -> dict[str, str]:
    return {services.url(name): address for name, address in TRUE.items()}


def sources(address: Callable[[str], str], mailto: str = "") -> tuple[Source, ...]:
    manners = Manners(mailto=mailto, tries=1, hurry=True)
    return (
        Crossref(base_url=address("crossref"), manners=manners),
        Dblp(base_url=address("dblp"), sparql_url=address("sparql"), manners=manners),
        Anthology(base_url=address("anthology"), manners=manners),
    )


def answers(found: tuple[Source, ...]) -> list[tuple[str, ...]]:
    return [tuple(map(repr, source.search(title=ETHOS, author=["Gao"]).records)) for source in found]


# --- Playing --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "status", "body"),
    [
        ("https://api.crossref.org/works?query.title=ethos&rows=5", 200, "first"),
        ("https://api.crossref.org/works?rows=5&query.title=ethos", 200, "first"),
        ("https://API.crossref.org/works?rows=5&query.title=ethos&mailto=me@example.org", 200, "first"),
        ("https://api.crossref.org/works?query.title=%65thos&rows=5", 200, "first"),
        ("https://dblp.org/rec/conf/cvpr/HeZRS16.xml", 404, ""),
    ],
)
def test_a_request_is_known_by_what_it_asks(folder: Path, address: str, status: int, body: str) -> None:
    with tape.replay(folder):
        found = [httpx2.get(address, headers={"User-Agent": f"somebody/{nth}"}) for nth in range(3)]
    assert [(answer.status_code, answer.text) for answer in found] == [(status, body)] * 3


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", "https://api.crossref.org/works?query.title=ethos"),
        ("GET", "https://api.crossref.org/works?query.title=Ethos&rows=5"),
        ("GET", "https://api.crossref.org/works?query.title=ethos&query.title=ethos&rows=5"),
        ("GET", "http://api.crossref.org/works?query.title=ethos&rows=5"),
        ("GET", "https://api.crossref.org:444/works?query.title=ethos&rows=5"),
        ("GET", "https://example.org/works?query.title=ethos&rows=5"),
        ("POST", "https://api.crossref.org/works?query.title=ethos&rows=5"),
    ],
)
def test_any_other_request_is_an_error_that_names_it(folder: Path, method: str, address: str) -> None:
    with tape.replay(folder), pytest.raises(tape.NotOnTape) as caught:
        httpx2.request(method, address)
    assert str(caught.value) == f"not on a cassette: {method} {address}"
    assert isinstance(caught.value, httpx2.HTTPError)


def test_a_source_says_a_request_that_is_not_there_as_unavailable(folder: Path) -> None:
    with tape.replay(folder):
        for source in sources(TRUE.__getitem__):
            with pytest.raises(Unavailable, match="not on a cassette"):
                source.search(title=ETHOS)


def test_several_threads_get_their_own_answers(services: Services, tmp_path: Path) -> None:
    addresses = [f"/dblp/search/publ/api?q={word}&format=json" for word in ("ethos", "fedml", "residual", "mobizo")]
    here = services.url("dblp").removesuffix("/dblp")
    with tape.record(tmp_path, stand_in(services)):
        kept = {address: httpx2.get(here + address).content for address in addresses}
    with tape.replay(tmp_path), ThreadPoolExecutor(8) as pool, httpx2.Client() as client:
        true = [address.replace("/dblp", "https://dblp.org", 1) for address in addresses]
        found = list(pool.map(lambda address: client.get(address).content, true * 25))
    assert found == list(kept.values()) * 25


# --- The network, closed ----------------------------------------------------------------------------------------


def _connect(family: socket.AddressFamily, address: tuple[str, int]) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.connect(address)


_WAYS_OUT: dict[str, Callable[[], object]] = {
    "look-up": lambda: socket.getaddrinfo("dblp.org", 443),
    "by name": lambda: socket.create_connection(("dblp.org", 443)),
    "by number": lambda: _connect(socket.AF_INET, ("192.0.2.1", 443)),
    "by number, IPv6": lambda: _connect(socket.AF_INET6, ("2001:db8::1", 443)),
    "without exception": lambda: socket.socket().connect_ex(("192.0.2.1", 443)),
}


@pytest.mark.parametrize("way", _WAYS_OUT)
@pytest.mark.parametrize("context", ["replay", "silence", "closed"])
def test_nothing_slips_past(folder: Path, way: str, context: str) -> None:
    contexts: dict[str, Callable[[], AbstractContextManager[None]]] = {
        "replay": lambda: tape.replay(folder),
        "silence": tape.silence,
        "closed": tape.closed,
    }
    with contexts[context](), pytest.raises(tape.NetworkClosed, match="the network is closed"):
        _WAYS_OUT[way]()


def test_not_even_this_machine_is_reached_while_a_tape_is_played(services: Services, folder: Path) -> None:
    port = int(services.url("dblp").split(":")[2].partition("/")[0])
    with tape.replay(folder), pytest.raises(tape.NetworkClosed):
        _connect(socket.AF_INET, ("127.0.0.1", port))
    assert services.log == ()


def test_tests_reach_this_machine_only(services: Services) -> None:
    assert httpx2.get(f"{services.url('dblp')}/rec/conf/cvpr/HeZRS16.xml").status_code == 200
    with pytest.raises(httpx2.ConnectError):
        httpx2.get("https://dblp.org/")


def test_everything_is_as_before_afterwards(services: Services, folder: Path) -> None:
    before = (socket.getaddrinfo, socket.socket.connect, httpx2.HTTPTransport.handle_request)
    with pytest.raises(LookupError), tape.replay(folder):
        raise LookupError
    with tape.silence():
        pass
    assert (socket.getaddrinfo, socket.socket.connect, httpx2.HTTPTransport.handle_request) == before
    assert httpx2.get(f"{services.url('crossref')}/works?rows=0").status_code == 200


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_contexts_that_overlap_end_in_any_order(services: Services, order: tuple[int, int]) -> None:
    before = (socket.getaddrinfo, socket.socket.connect, httpx2.HTTPTransport.handle_request)
    both = (tape.silence(), tape.silence())
    for one in both:
        one.__enter__()
    both[order[0]].__exit__(None, None, None)
    with pytest.raises(tape.NotOnTape):
        httpx2.get("https://dblp.org/x")
    with pytest.raises(tape.NetworkClosed):
        _connect(socket.AF_INET, ("127.0.0.1", 9))
    both[order[1]].__exit__(None, None, None)
    assert (socket.getaddrinfo, socket.socket.connect, httpx2.HTTPTransport.handle_request) == before
    assert httpx2.get(f"{services.url('crossref')}/works?rows=0").status_code == 200


def test_silence_refuses_every_request_by_name() -> None:
    with tape.silence(), pytest.raises(tape.NotOnTape, match="offline, and no answer is kept"):
        httpx2.get("https://dblp.org/x")


# --- Folders that cannot be played ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, r"no cassettes in .*; make them with --record"),
        ({"README.md": "words"}, r"no cassettes in"),
        ({"a.yaml": "interactions: [\n"}, r"not a cassette: .*a\.yaml, line 2"),
        ({"a.yaml": "- just\n- a list\n"}, r"not a cassette: .*a\.yaml"),
        ({"a.yaml": ""}, r"not a cassette: .*a\.yaml"),
        ({"a.yaml": "interactions:\n- request: {}\n"}, r"not a cassette: .*a\.yaml"),
        ({"a.yaml": "x: !!python/object/apply:os.getcwd []\n"}, r"not a cassette: .*a\.yaml"),
        ({"a.yaml": CASSETTE, "b.yaml": "\x00"}, r"not a cassette: .*b\.yaml"),
    ],
)
def test_a_folder_that_is_none_is_named(tmp_path: Path, files: dict[str, str], says: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(tape.NoTape, match=says), tape.replay(tmp_path):
        pytest.fail("it was played")


# --- Recording --------------------------------------------------------------------------------------------------


def test_what_was_recorded_is_played_back_to_the_sources(services: Services, tmp_path: Path) -> None:
    with tape.record(tmp_path, stand_in(services)):
        live = answers(sources(services.url, mailto="me@example.org"))
    asked = len(services.log)
    with tape.replay(tmp_path):
        assert answers(sources(TRUE.__getitem__)) == live
    assert all(live)
    assert len(services.log) == asked


def test_each_source_has_its_cassette_under_its_true_address(services: Services, tmp_path: Path) -> None:
    with tape.record(tmp_path, stand_in(services)):
        answers(sources(services.url, mailto="me@example.org"))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["anthology.yaml", "crossref.yaml", "dblp.yaml"]
    text = "".join(file.read_text(encoding="utf-8") for file in sorted(tmp_path.iterdir()))
    assert "127.0.0.1" not in text
    assert "me@example.org" not in text
    assert "me%40example.org" not in text
    assert set(re.findall(r"^    uri: (https?://[^/]+)", text, re.MULTILINE)) == {
        *("https://aclanthology.org", "https://api.crossref.org", "https://dblp.org")
    }


def test_of_the_headers_those_that_matter_are_kept(services: Services, tmp_path: Path) -> None:
    with tape.record(tmp_path, stand_in(services)):
        httpx2.get(f"{services.url('crossref')}/works?query.title=ethos", headers={"Cookie": "secret=1"})
    ((question, answer),) = tape.read_folder(tmp_path)
    assert dict(question.headers) == {}
    assert sorted(answer["headers"]) == [
        *("content-type", "x-api-pool", "x-concurrency-limit", "x-rate-limit-interval", "x-rate-limit-limit"),
        "x-transcribed",
    ]


def test_bodies_are_kept_to_be_read(services: Services, tmp_path: Path) -> None:
    with tape.record(tmp_path, stand_in(services)):
        packed = httpx2.get(f"{services.url('dblp')}/rec/conf/cvpr/HeZRS16.xml").content
        bulk = httpx2.get(f"{services.url('anthology')}/anthology.bib.gz").content
    assert "        <author>Kaiming He</author>\n" in (tmp_path / "dblp.yaml").read_text(encoding="utf-8")
    kept = {question.path: answer["body"]["string"] for question, answer in tape.read_folder(tmp_path)}
    assert kept == {"/rec/conf/cvpr/HeZRS16.xml": packed, "/anthology.bib.gz": bulk}
    assert gzip.decompress(bulk).startswith(b"@string")


@pytest.mark.parametrize(
    ("faults", "asked", "kept"),
    [
        ([("429", 1)], 2, 200),  # refused, then answered
        ([("503", 0)], 2, 503),  # never answered
        ([("404", 1)], 1, 404),
    ],
)
def test_of_several_answers_to_a_question_the_last_good_one_is_kept(
    services: Services, tmp_path: Path, faults: list[tuple[str, int]], asked: int, kept: int
) -> None:
    for mode, times in faults:
        services.misbehave(mode, times=times)
    with tape.record(tmp_path, stand_in(services)):
        for _ in range(asked):
            httpx2.get(f"{services.url('dblp')}/rec/conf/cvpr/HeZRS16.xml")
    assert [answer["status"]["code"] for _, answer in tape.read_folder(tmp_path)] == [kept]


def test_an_answer_is_not_lost_to_a_later_failure(services: Services, tmp_path: Path) -> None:
    services.misbehave("503", first=2)
    with tape.record(tmp_path, stand_in(services)):
        for _ in range(2):
            httpx2.get(f"{services.url('dblp')}/rec/conf/cvpr/HeZRS16.xml")
    assert [answer["status"]["code"] for _, answer in tape.read_folder(tmp_path)] == [200]


def test_a_redirection_is_kept_with_the_true_address(services: Services, tmp_path: Path) -> None:
    services.misbehave("redirect-loop", "/dblp/old", detail=f"{services.url('dblp')}/rec/conf/cvpr/HeZRS16.xml")
    with tape.record(tmp_path, stand_in(services)):
        live = httpx2.get(f"{services.url('dblp')}/old", follow_redirects=True)
    with tape.replay(tmp_path):
        played = httpx2.get("https://dblp.org/old", follow_redirects=True)
    assert played.text == live.text
    assert str(played.url) == "https://dblp.org/rec/conf/cvpr/HeZRS16.xml"


def test_what_was_there_stays_unless_it_is_asked_again(services: Services, tmp_path: Path) -> None:
    services.misbehave("404", times=1)
    for words in ("ethos", "fedml", "ethos"):
        with tape.record(tmp_path, stand_in(services)):
            httpx2.get(f"{services.url('dblp')}/search/publ/api?q={words}&format=json")
    statuses = [
        (dict(question.query)["q"], answer["status"]["code"]) for question, answer in tape.read_folder(tmp_path)
    ]
    assert statuses == [("ethos", 200), ("fedml", 200)]


def test_a_conversation_that_ends_badly_is_kept(services: Services, tmp_path: Path) -> None:
    def conversation() -> None:
        with tape.record(tmp_path, stand_in(services)):
            httpx2.get(f"{services.url('dblp')}/rec/conf/cvpr/HeZRS16.xml")
            raise LookupError

    with pytest.raises(LookupError):
        conversation()
    assert len(tape.read_folder(tmp_path)) == 1


def test_a_folder_that_cannot_be_recorded_in_is_refused_before_anybody_is_asked(
    services: Services, tmp_path: Path
) -> None:
    (tmp_path / "crossref.yaml").write_text("damaged: [", encoding="utf-8")
    with pytest.raises(tape.NoTape, match="not a cassette"), tape.record(tmp_path, stand_in(services)):
        pytest.fail("it was recorded")
    with pytest.raises(tape.NoTape, match="cannot be written there"), tape.record(tmp_path / "crossref.yaml"):
        pytest.fail("it was recorded")
    assert services.log == ()


def test_a_fault_while_cassettes_are_written_leaves_those_of_before(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask() -> None:
        with tape.record(tmp_path, stand_in(services)):
            httpx2.get(f"{services.url('dblp')}/rec/conf/cvpr/HeZRS16.xml")
            httpx2.get(f"{services.url('crossref')}/works?rows=0")

    ask()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    texts = ["half"]
    monkeypatch.setattr(tape, "_text", lambda _: texts.pop())
    with pytest.raises(IndexError):
        ask()
    gc.collect()  # vcrpy takes back what it has patched, here and not in the middle of another test
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_host_that_is_no_source_has_a_cassette_of_its_own(services: Services, tmp_path: Path) -> None:
    with tape.record(tmp_path, {services.url("dblp"): "https://mirror.example.org/dblp"}):
        httpx2.get(f"{services.url('dblp')}/rec/conf/cvpr/HeZRS16.xml")
    assert [file.name for file in tmp_path.iterdir()] == ["mirror.example.org.yaml"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.one_of(st.text(), st.binary(), st.text().map(lambda text: f"line\n{text}\nline")))
def test_any_body_is_played_back_as_it_came(tmp_path: Path, body: str | bytes) -> None:
    payload = body.encode(errors="ignore") if isinstance(body, str) else body
    answer = {"status": {"code": 200, "message": "OK"}, "headers": {}, "body": {"string": payload}}
    question = Request("GET", "https://dblp.org/x", None, {})
    tape._write([(question, answer)], tmp_path)
    with tape.replay(tmp_path):
        assert httpx2.get("https://dblp.org/x").content == payload


# --- The cassettes that are shipped, and how they are made --------------------------------------------------------


def test_the_same_run_gives_the_same_cassettes_which_say_what_they_are(services: Services, tmp_path: Path) -> None:
    document = tmp_path / "list.txt"
    document.write_text(f"Publications\n\n- Lei Gao, Yue Niu. “{ETHOS}”. NAACL Findings 2024.\n", encoding="utf-8")
    for name in ("one", "two"):
        assert transcribe.rebuild([document], tmp_path / name, services) == ()
    for file in sorted((tmp_path / "one").iterdir()):
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()
        head = yaml.safe_load(file.read_text(encoding="utf-8"))["transcribed"]
        assert head["table"] == "tests/services/records.json"
        assert "aclanthology.org" in head["rows"].get("ethos-2024/published", "aclanthology.org")
    assert "ethos-2024/published" in (tmp_path / "one" / "crossref.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["crossref", "dblp", "anthology"])
def test_a_source_that_did_not_answer_keeps_its_old_cassette(services: Services, tmp_path: Path, name: str) -> None:
    document = tmp_path / "list.txt"
    document.write_text(f"Publications\n\n- Lei Gao, Yue Niu. “{ETHOS}”. NAACL Findings 2024.\n", encoding="utf-8")
    out = tmp_path / "cassettes"
    transcribe.rebuild([document], out, services)
    before = {file.name: file.read_bytes() for file in sorted(out.iterdir())}
    services.misbehave("403", f"/{name}")
    services.misbehave("403", "/sparql" if name == "dblp" else f"/{name}")
    gaps = transcribe.rebuild([document], out, services)
    assert gaps
    assert all(gap.startswith(name) for gap in gaps)
    assert {file.name: file.read_bytes() for file in sorted(out.iterdir())} == before


def test_shipped_cassettes_name_the_source_of_every_answer() -> None:
    kept = tape.read_folder(transcribe.CASSETTES)
    assert len({(question.method, question.uri) for question, _ in kept}) == len(kept)
    for file in sorted(transcribe.CASSETTES.glob("*.yaml")):
        head = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        if "transcribed" not in head:
            continue  # recorded live
        said = [interaction["response"]["headers"]["x-transcribed"][0] for interaction in head["interactions"]]
        named = {row for text in said for row in text.split(", ")} - {"no row"}
        assert named <= head["transcribed"]["rows"].keys()


def test_shipped_cassettes_are_those_of_todays_run_over_the_shipped_documents(
    services: Services, tmp_path: Path
) -> None:
    shipped = {file.name: file.read_text(encoding="utf-8") for file in sorted(transcribe.CASSETTES.glob("*.yaml"))}
    if not all(text.startswith("transcribed:") for text in shipped.values()):
        pytest.skip("recorded live: only the services could tell")
    assert transcribe.rebuild([transcribe.DOCUMENTS], tmp_path, services) == ()
    again = {file.name: file.read_text(encoding="utf-8") for file in sorted(tmp_path.iterdir())}
    stale = sorted(name for name in shipped | again if shipped.get(name) != again.get(name))
    assert stale == [], "rebuild them: python -m tests.transcribe"


@pytest.mark.parametrize(
    ("what", "folder", "pattern"),
    [
        ("phone numbers", transcribe.DOCUMENTS, r"\d{3}[-. ]\d{3}[-. ]\d{4}|\(\+\d"),
        ("mail addresses", transcribe.DOCUMENTS, r"[\w.+-]+@[\w-]+\.\w+"),
        ("mail addresses", transcribe.CASSETTES, r"[\w.+-]+(?:@|%40)[\w-]+\.\w+"),
        ("abstracts", transcribe.DOCUMENTS, r"(?i)in this work, we|in this paper, we"),
    ],
)
def test_nothing_private_is_shipped(what: str, folder: Path, pattern: str) -> None:
    shipped = sorted(folder.glob("*.[ty][xa][tm]*"))
    assert shipped
    assert [(file.name, re.findall(pattern, file.read_text(encoding="utf-8"))) for file in shipped] == [
        (file.name, []) for file in shipped
    ], what
