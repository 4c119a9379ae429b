"""What a run makes of each fault of a service: a right answer after all, or `not-checked` with the reason."""

from __future__ import annotations

import json
import re
import socket
from dataclasses import dataclass
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.gather import Asking
from reconcile.mention import Status
from reconcile.result import Result
from reconcile.setup import ADDRESSES, SOURCES, Addresses, make_sources
from reconcile.tables import rows
from sources.polite import Manners
from sources.store import DiskStore, MemoryStore
from sources.throttle import Limit
from tests.services import FAULTS, Services

CV = """Publications

- Lei Gao, Yue Niu, Tingting Tang, Salman Avestimehr, Murali Annavaram. Ethos: Rectifying Language Models in Orthogonal
  Parameter Space. Findings of the Association for Computational Linguistics: NAACL 2024.
"""
# All that is asked of a source stands under one of these; DBLP is asked by its search and, where that fails, by SPARQL.
PATHS = {"crossref": ("/crossref",), "dblp": ("/dblp", "/sparql"), "anthology": ("/anthology",)}
RIGHT = ""


@dataclass(frozen=True)
class Row:
    """A fault, how many requests meet it (0: all), and what the run says: nothing where it is right in the end."""

    mode: str
    says: str
    times: int = 0
    detail: str = ""


ROWS = (
    Row("429", "HTTP 429"),
    Row("429", "HTTP 429", detail="0"),
    Row("429", "HTTP 429, asks to wait 120 s", detail="120"),
    Row("429", "HTTP 429, asks to wait 999999999999 s", detail="9" * 40),
    Row("429", r"HTTP 429, asks to wait \d{9,} s", detail="Wed, 31 Dec 2098 23:59:59 GMT"),
    Row("429", "HTTP 429", detail="Thu, 01 Jan 1970 00:00:00 GMT"),
    Row("429", "HTTP 429", detail="-1e9, or soon"),
    Row("400", "HTTP 400"),
    Row("401", "HTTP 401"),
    Row("403", "HTTP 403, it refuses us"),
    Row("404", "HTTP 404"),
    *(Row(str(code), f"HTTP {code}") for code in (500, 501, 502, 503, 504)),
    Row("hang-up", "no connection"),
    Row("reset", "no connection"),
    Row("short", "no connection"),
    Row("truncated", "not a message|not an answer|not .*JSON|is gzip cut short|web page"),
    Row("garbled", "not a message|not an answer|not .*JSON|is gzip|is damaged|gzip"),
    Row("other-json", "not a message|not an answer|holds no BibTeX"),
    Row("empty", "not a message|not an answer|not .*JSON|is empty|holds no BibTeX"),
    Row("encoding-lie", "not compressed as it says"),
    Row("half-gzip", "not compressed as it says|not a message|not an answer|cut short|no connection"),
    Row("bot-wall", "a web page instead of an answer"),
    Row("bot-wall", "a web page instead of an answer", detail="500"),
    Row("page-type", "a web page instead of an answer"),
    Row("page-type", RIGHT, detail="application/octet-stream"),
    Row("redirect-loop", "from address to address without end"),
    Row("redirect-loop", "could not be asked|no connection|to nowhere", detail="http://[broken/"),
    Row("stall", "no answer in time"),
    Row("stall", RIGHT, detail="0.05"),
    Row("drip", "came too slowly|no answer in time", detail="0.1"),
    Row("huge", "larger than", detail="300000000"),
    # A right answer after three failures.
    *(Row(mode, RIGHT, times=3) for mode in ("429", "500", "501", "502", "503", "504", "404", "hang-up", "reset")),
    *(Row(mode, RIGHT, times=3) for mode in ("short", "truncated", "garbled", "other-json", "empty", "encoding-lie")),
    *(Row(mode, RIGHT, times=3) for mode in ("half-gzip", "stall")),
)


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    path = tmp_path / "cv.md"
    path.write_text(CV, encoding="utf-8")
    return path


def run(cv: Path, services: Services, name: str, manners: Manners, **addresses: str) -> Result:
    at = {each: services.url(each) for each in ADDRESSES} | addresses
    return pipeline.run([cv], sources=make_sources((name,), manners, MemoryStore(), Addresses(**at)))


def hasty(row: Row) -> Manners:
    """As patient as a test may be: no waiting between tries, and little for an answer."""
    return Manners(hurry=True, tries=4 if row.times else 2, timeout=0.25, patience=2.0 if row.times else 0.5)


def say(row: Row) -> str:
    return " ".join([row.mode, f"{row.times} times" if row.times else "always", row.detail[:12]]).strip()


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("row", ROWS, ids=say)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_fault_ends_right_or_is_said(row: Row, name: str, services: Services, cv: Path) -> None:
    for path in PATHS[name]:
        services.misbehave(row.mode, path, times=row.times, detail=row.detail)
    result = run(cv, services, name, hasty(row))
    (match,) = result.matches
    log = json.loads(json.dumps(result.log))["sources"][name]
    if row.says == RIGHT:
        assert (match.status, log["not_answered"]) == (Status.MATCHED, [])
        return
    assert match.status is Status.NOT_CHECKED
    assert match.gaps
    (said,) = log["not_answered"]
    assert re.search(row.says, said["reason"])
    assert said["times"] == len(match.gaps)


def test_the_table_has_every_fault() -> None:
    assert {row.mode for row in ROWS} == set(FAULTS)


@pytest.mark.parametrize("name", SOURCES)
def test_nobody_there(name: str, services: Services, cv: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}"
        result = run(cv, services, name, Manners(hurry=True), **{name: nowhere}, sparql=nowhere)
    assert result.matches[0].status is Status.NOT_CHECKED
    assert "no connection" in result.matches[0].gaps[0].reason


def test_what_does_not_look_as_if_it_would_pass_is_asked_once_more_at_the_end(services: Services, cv: Path) -> None:
    other = "- Ann Author. A Study of Many Things. ACL 2020."
    cv.write_text(CV + other + "\n", encoding="utf-8")
    services.misbehave("bot-wall", "/crossref", times=1)
    result = run(cv, services, "crossref", Manners(hurry=True))
    assert [match.status for match in result.matches] == [Status.MATCHED, Status.NOT_FOUND]
    assert len(services.log) == 3


def test_answers_in_any_order_give_the_same_bytes(services: Services, tmp_path: Path) -> None:
    document = Path(__file__).parent / "documents" / "001_6e6d8e8cf15adcf3.txt"

    def bytes_of(workers: int) -> tuple[str, str, str]:
        addresses = Addresses(**{each: services.url(each) for each in ADDRESSES})
        sources = make_sources(SOURCES, Manners(hurry=True), MemoryStore(), addresses)
        result = pipeline.judge(pipeline.read_all([document]), sources=sources, asking=Asking(workers=workers))
        return rows.mentions_jsonl(result.matches), result.to_bibtex(), json.dumps(result.log, sort_keys=True)

    one_by_one = bytes_of(1)
    services.behave()
    for nth in range(1, 60):  # answers that overtake each other
        services.misbehave("stall", first=nth, times=1, detail=str(0.02 * (nth * 7 % 5)))
    assert bytes_of(8) == one_by_one


@pytest.mark.parametrize("name", SOURCES)
def test_every_request_says_who_asks(name: str, services: Services, cv: Path) -> None:
    for path in PATHS[name][:1]:
        services.misbehave("503", path, times=1)  # asked again, and where it is got round too
    run(cv, services, name, Manners(mailto="me@example.org", hurry=True))
    assert services.log
    for asked in services.log:
        assert ("mailto", "me@example.org") in asked.params or "mailto:me@example.org" in asked.headers["User-Agent"]


def test_a_service_that_keeps_failing_is_said_once_and_asked_again_when_it_is_back(
    services: Services, tmp_path: Path
) -> None:
    lines = [
        f"- Ann Author. Study Number {word} of Many Things. ICML 2020." for word in "One Two Three Four Five".split()
    ]
    path = tmp_path / "cv.md"
    path.write_text("Publications\n\n" + "\n".join([*lines, *CV.splitlines()[2:]]), encoding="utf-8")
    services.misbehave("503", "/crossref", times=2)
    manners = Manners(tries=1, failures=2, rest=1.0, limits=(("crossref-list", Limit(1000)),))
    addresses = Addresses(crossref=services.url("crossref"))
    sources = make_sources(("crossref",), manners, DiskStore(tmp_path / "answers.sqlite"), addresses)
    with pytest.warns(UserWarning, match="set aside") as said:
        result = pipeline.judge(pipeline.read_all([path]), sources=sources)
    assert [str(each.message).partition(": ")[2] for each in said] == [
        "set aside after 2 failures in a row, the last: HTTP 503; tried again after 1 s"
    ]
    log = result.log["sources"]["crossref"]
    assert log["not_answered"] == []
    assert [sentence.partition(", ")[2] for sentence in log["set_aside"]] == [
        "once: set aside after 2 failures in a row, the last: HTTP 503"
    ]
    # Two that failed, the two again, and one each for the others: nobody was asked while it rested.
    assert len(services.log) == 2 + len(result.matches)
