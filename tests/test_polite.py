"""Politeness: what is asked again, how long one waits, whom one leaves alone."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.polite import Blocked, BotWall, Manners, Missing, Payload, Request, cached, polite, retried, understood
from sources.record import Record, Type
from sources.source import Answer, Unavailable, Unreached
from sources.store import MemoryStore
from sources.throttle import Limit
from sources.transport import Transport, retry_after
from tests.answering import Canned, answering

REQUEST = Request("dblp", "dblp", "https://dblp.example/search", (("q", "ethos"),))
OTHER_SERVICE = Request("dblp", "sparql", "https://sparql.example/sparql", (("query", "ethos"),))
ANSWER = Payload(b"{}")


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class Service:
    """Answers with each of its answers in turn, and with the last one ever after."""

    def __init__(self, *answers: Payload | Unavailable, takes: float = 0.0, clock: Clock | None = None) -> None:
        self.answers = list(answers)
        self.asked = 0
        self.takes = takes
        self.clock = clock

    def __call__(self, request: Request) -> Payload:
        self.asked += 1
        if self.clock:
            self.clock.now += self.takes
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Unavailable):
            raise answer
        return answer


def passing(after: float | None = None) -> Unavailable:
    return Unavailable("dblp", "ethos", "HTTP 503", passing=True, retry_after=after)


def patient(service: Service, clock: Clock, **manners: float) -> Callable[[Request], Payload]:
    settled = Manners(**manners)  # type: ignore[arg-type]
    return retried(service, settled, clock=clock, sleep=clock.sleep, chance=lambda: 1.0)


# --- Asking again ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        pytest.param([ANSWER], 1, id="an answer"),
        pytest.param([passing(), ANSWER], 2, id="a failure that passes"),
        pytest.param([passing(), passing(), passing(), ANSWER], 4, id="as often as tries allow"),
    ],
)
def test_is_answered(answers: list[Payload | Unavailable], asked: int) -> None:
    service, clock = Service(*answers), Clock()
    assert patient(service, clock)(REQUEST) is ANSWER
    assert service.asked == asked


@pytest.mark.parametrize(
    ("failure", "asked", "says"),
    [
        pytest.param(passing(), 4, "HTTP 503", id="tries are bounded"),
        pytest.param(Unavailable("dblp", "q", "HTTP 400"), 1, "HTTP 400", id="our own mistake is not asked again"),
        pytest.param(BotWall("dblp", "q", "bot wall"), 1, "bot wall", id="nor a bot wall"),
        pytest.param(Blocked("dblp", "q", "HTTP 403"), 1, "HTTP 403", id="nor where we are refused"),
        pytest.param(passing(61.0), 1, "asks to wait 61 s", id="nor where the wait is longer than our patience"),
        pytest.param(passing(1e12), 1, "asks to wait 1000000000000 s", id="nor where it is absurd"),
        pytest.param(passing(25.0), 3, "HTTP 503", id="waits add up, and are bounded in all"),
    ],
)
def test_is_given_up(failure: Unavailable, asked: int, says: str) -> None:
    service, clock = Service(failure), Clock()
    with pytest.raises(Unavailable, match=says):
        patient(service, clock)(REQUEST)
    assert service.asked == asked
    assert sum(clock.slept) <= 60.0


UNREACHED = Unreached("dblp", "q", "no connection to dblp.org: is there a network?", passing=True)


def test_a_host_that_nobody_knows_is_set_aside_at_once_and_long() -> None:
    service, clock = Service(UNREACHED, ANSWER), Clock()
    ask = patient(service, clock)
    with pytest.warns(UserWarning, match="is there a network"), pytest.raises(Unreached):
        ask(REQUEST)
    with pytest.raises(Unavailable, match="set aside: no connection") as caught:
        ask(REQUEST)
    assert (service.asked, clock.slept) == (1, [])
    assert caught.value.retry_after == 600.0
    clock.now += 600.0
    assert ask(REQUEST) is ANSWER


def test_a_host_that_answered_before_is_looked_for_again() -> None:
    service, clock = Service(ANSWER, UNREACHED, UNREACHED, ANSWER), Clock()
    ask = patient(service, clock)
    assert [ask(REQUEST), ask(replace(REQUEST, params=()))] == [ANSWER, ANSWER]
    assert service.asked == 4


def test_waits_grow() -> None:
    clock = Clock()
    patient(Service(passing(), passing(), passing(), ANSWER), clock)(REQUEST)
    assert clock.slept == [1.0, 2.0, 4.0]


def test_waits_as_long_as_the_service_asks() -> None:
    clock = Clock()
    patient(Service(passing(7.0), ANSWER), clock)(REQUEST)
    assert 7.0 <= clock.slept[0] <= 8.0


def test_slow_failures_use_up_patience() -> None:
    clock = Clock()
    service = Service(passing(), takes=20.0, clock=clock)
    with pytest.raises(Unavailable):
        patient(service, clock, tries=10)(REQUEST)
    assert service.asked == 3


@given(tries=st.integers(1, 8), patience=st.floats(0, 120), takes=st.floats(0, 30), asks=st.none() | st.floats(0, 200))
def test_one_question_is_bounded_in_tries_and_time(tries: int, patience: float, takes: float, asks: float) -> None:
    clock = Clock()
    service = Service(passing(asks), takes=takes, clock=clock)
    with pytest.raises(Unavailable):
        patient(service, clock, tries=tries, patience=patience)(REQUEST)
    assert service.asked <= tries
    assert sum(clock.slept) <= patience + 1e-6


def test_in_a_hurry_nobody_waits() -> None:
    service, clock = Service(passing(30.0), ANSWER), Clock()
    ask = polite(service, Manners(hurry=True), MemoryStore(), clock=clock, sleep=clock.sleep)
    assert ask(REQUEST) is ANSWER
    assert clock.slept == []


# --- Leaving alone --------------------------------------------------------------------------------------------


def failures(ask: Callable[[Request], Payload], times: int, request: Request = REQUEST) -> list[Unavailable]:
    raised = []
    for _ in range(times):
        with pytest.raises(Unavailable) as caught:
            ask(request)
        raised.append(caught.value)
    return raised


def test_a_service_that_keeps_failing_is_set_aside() -> None:
    service, clock = Service(Unavailable("dblp", "q", "not JSON")), Clock()
    raised = failures(patient(service, clock), 8)
    assert service.asked == 3
    assert [failure.reason for failure in raised[3:]] == ["set aside after 3 failures in a row, the last: not JSON"] * 5


def test_an_answer_in_between_is_a_new_start() -> None:
    bad = Unavailable("dblp", "q", "not JSON")
    service, clock = Service(*[bad] * 2, ANSWER, *[bad] * 2, ANSWER), Clock()
    ask = patient(service, clock)
    for _ in range(2):
        failures(ask, 2)
        assert ask(REQUEST) is ANSWER


def test_on_a_tape_every_question_stands_alone() -> None:
    service = Service(*[Unavailable("dblp", "q", "not on tape")] * 9, ANSWER)
    ask = retried(service, Manners(hurry=True))
    failures(ask, 9)
    assert ask(REQUEST) is ANSWER


def test_a_thing_that_does_not_exist_is_no_failure_of_the_service() -> None:
    service, clock = Service(Missing("dblp", "q", "HTTP 404")), Clock()
    failures(patient(service, clock), 8)
    assert service.asked == 8


def test_a_refusal_is_final_and_stays_a_refusal() -> None:
    service, clock = Service(Blocked("dblp", "q", "HTTP 403"), ANSWER), Clock()
    raised = failures(patient(service, clock), 3)
    assert service.asked == 1
    assert all(isinstance(failure, Blocked) for failure in raised)
    assert len({failure.reason for failure in raised[1:]}) == 1


def test_other_services_of_the_source_are_still_asked() -> None:
    service, clock = Service(Blocked("dblp", "q", "HTTP 403"), ANSWER), Clock()
    ask = patient(service, clock)
    failures(ask, 2)
    assert ask(OTHER_SERVICE) is ANSWER


def test_a_service_is_one_whatever_is_asked_of_it() -> None:
    single = Request("crossref", "crossref-single", "https://api.example/works/10.1000/a")
    listed = Request("crossref", "crossref-list", "https://api.example/works", (("rows", "10"),))
    service, clock = Service(Blocked("crossref", "q", "HTTP 403"), ANSWER), Clock()
    ask = patient(service, clock)
    failures(ask, 1, single)
    failures(ask, 1, listed)
    assert service.asked == 1


def test_a_long_wait_is_kept_to_and_then_over() -> None:
    service, clock = Service(passing(600.0), ANSWER), Clock()
    ask = patient(service, clock)
    failures(ask, 3)
    assert service.asked == 1
    clock.now += 601.0
    assert ask(REQUEST) is ANSWER


# --- Keeping --------------------------------------------------------------------------------------------------


def test_the_same_question_is_asked_once() -> None:
    service = Service(ANSWER)
    ask = cached(service, MemoryStore())
    assert [ask(REQUEST), ask(REQUEST), ask(OTHER_SERVICE)] == [ANSWER] * 3
    assert service.asked == 2


def test_a_failure_is_not_kept() -> None:
    service = Service(BotWall("dblp", "q", "bot wall"), ANSWER)
    ask = cached(service, MemoryStore())
    failures(ask, 1)
    assert ask(REQUEST) is ANSWER


def test_what_is_kept_is_found_while_the_service_is_set_aside() -> None:
    service, clock = Service(ANSWER, Blocked("dblp", "q", "HTTP 403")), Clock()
    ask = polite(service, Manners(), MemoryStore(), clock=clock, sleep=clock.sleep)
    ask(REQUEST)
    failures(ask, 1, Request("dblp", "dblp", "https://dblp.example/other"))
    assert ask(REQUEST) is ANSWER


# --- Limits ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lane", "mailto", "limit"),
    [
        ("crossref-single", "", Limit(5, 1.0, 1)),
        ("crossref-single", "me@example.org", Limit(10, 1.0, 3)),
        ("crossref-list", "", Limit(1, 1.0, 1)),
        ("crossref-list", "me@example.org", Limit(3, 1.0, 3)),
        ("dblp", "me@example.org", Limit(1, 1.0, 1)),
        ("sparql", "", Limit(1, 1.0, 1)),
        ("anthology", "", Limit(1, 1.0, 1)),
        ("somebody-new", "", Limit(1, 1.0, 1)),
    ],
)
def test_limits_are_the_published_ones(lane: str, mailto: str, limit: Limit) -> None:
    assert Manners(mailto=mailto).limit(lane) == limit


@pytest.mark.parametrize("mailto", ["me", "me@", "me@example.org\r\nX-Evil: 1", "ich@exämple.org", "a b@example.org"])
def test_an_address_that_is_none_is_refused(mailto: str) -> None:
    with pytest.raises(ValueError, match="not a mail address"):
        Manners(mailto=mailto)


# --- The way to the web ---------------------------------------------------------------------------------------

NOW = 1_795_000_000.0  # Wednesday, 18 November 2026, 11:06:40 GMT


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Wed, 18 Nov 2026 11:07:40 GMT", 60.0),
        ("Wed, 18 Nov 2026 09:00:00 GMT", 0.0),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        ("9" * 400, 999_999_999_999.0),
        ("Wed, 99 Nov 2026 99:00:00 GMT", None),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@given(st.text())
def test_no_retry_after_header_does_harm(header: str) -> None:
    seconds = retry_after(header, NOW)
    assert seconds is None or seconds >= 0


PAGE = b"<!DOCTYPE html><title>Making sure you're not a bot!</title>"


@pytest.mark.parametrize(
    ("canned", "kind", "says", "passes"),
    [
        pytest.param(Canned(PAGE, media_type="text/html"), BotWall, "bot wall", False, id="a page"),
        pytest.param(Canned(PAGE, 500, "text/html"), BotWall, "bot wall", False, id="a page with 500"),
        pytest.param(Canned(b"\xef\xbb\xbf \n<HTML>"), BotWall, "bot wall", False, id="a page that says it is JSON"),
        pytest.param(Canned(PAGE, 503, "text/html"), Unavailable, "HTTP 503", True, id="a page of an outage"),
        pytest.param(Canned(b"", 429), Unavailable, "HTTP 429", True, id="too many"),
        pytest.param(Canned(b"", 403), Blocked, "HTTP 403", False, id="refused"),
        pytest.param(Canned(b"{}", 400), Unavailable, "HTTP 400", False, id="our mistake"),
        pytest.param(
            Canned(b"no gzip", headers={"Content-Encoding": "gzip"}), Unavailable, "compressed", True, id="a gzip lie"
        ),
        pytest.param(Canned(b"1234567890" * 200), Unavailable, "larger than", False, id="too large"),
        pytest.param(
            Canned(b"{", headers={"Content-Length": "9"}), Unavailable, "no connection|in time", True, id="broken off"
        ),
    ],
)
def test_what_is_no_answer_is_unavailable(canned: Canned, kind: type[Unavailable], says: str, passes: bool) -> None:
    transport = Transport(Manners(timeout=0.5), largest=1000)
    with answering(lambda asked: canned) as server, pytest.raises(kind, match=says) as caught:
        transport.get(Request("dblp", "dblp", server.address + "/search"))
    transport.close()
    assert caught.value.passing is passes
    assert caught.value.source == "dblp"


def test_a_service_that_is_not_there_may_come_back() -> None:
    with answering(lambda asked: Canned()) as server:
        address = server.address
    with pytest.raises(Unavailable, match="no connection") as caught:
        Transport(Manners()).get(Request("dblp", "dblp", address))
    assert caught.value.passing


def test_a_name_that_is_not_found_asks_for_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    said = r"no connection to dblp\.example \(Name or service not known\): is there a network\?"
    with pytest.raises(Unreached, match=said):
        Transport(Manners()).get(REQUEST)


def test_an_answer_carries_the_limit_that_the_service_names() -> None:
    canned = Canned(b"{}", headers={"x-rate-limit-limit": "3", "x-rate-limit-interval": "2s", "Retry-After": "5"})
    with answering(lambda asked: canned) as server:
        reply = Transport(Manners()).get(Request("dblp", "dblp", server.address))
    assert (reply.found, reply.body, reply.limit) == (True, b"{}", Limit.named(3, 2.0))


@pytest.mark.parametrize("headers", [{}, {"x-rate-limit-limit": "0"}, {"x-rate-limit-limit": "x"}])
def test_a_limit_that_is_none_is_passed_over(headers: dict[str, str]) -> None:
    with answering(lambda asked: Canned(b"{}", headers=headers)) as server:
        assert Transport(Manners()).get(Request("dblp", "dblp", server.address)).limit is None


def test_one_says_who_one_is() -> None:
    with answering(lambda asked: Canned(b"{}")) as server:
        Transport(Manners(mailto="me@example.org")).get(Request("dblp", "dblp", server.address))
    assert server.asked[0].headers["User-Agent"].startswith("bibreconcile")
    assert "(mailto:me@example.org)" in server.asked[0].headers["User-Agent"]


@pytest.mark.parametrize(
    ("answer", "empty"),
    [(Answer((Record(Type.ARTICLE, "Wool"),)), False), (Answer(), True), (Answer(unread=("dblp x: no title",)), False)],
)
def test_an_answer_is_empty_where_the_service_knows_of_nothing(answer: Answer, empty: bool) -> None:
    assert understood(REQUEST, ANSWER, lambda _payload: answer, ValueError).empty is empty


def test_an_answer_that_its_reader_does_not_understand_is_none() -> None:
    def read(_payload: Payload) -> Answer:
        raise ValueError("this is a web page")

    with pytest.raises(Unavailable, match="this is a web page"):
        understood(REQUEST, ANSWER, read, ValueError)
