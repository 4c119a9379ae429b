"""Waiting one's turn: the limits hold, whoever asks, however many at once, and however slow the answers are."""

from __future__ import annotations

import heapq
import math
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.polite import Busy, Manners, Payload, Request, polite, throttled
from sources.throttle import Limit, Throttle, Turn, Turns
from sources.transport import Transport
from tests.answering import Asked as Seen
from tests.answering import Canned, answering
from tests.services import Asked, Services
from tests.test_polite import ANSWER, OTHER_SERVICE, REQUEST, Clock, Service


@given(
    count=st.integers(1, 10),
    seconds=st.floats(0.05, 60),
    pauses=st.lists(st.floats(0, 5), min_size=1, max_size=60),
)
@settings(max_examples=60, deadline=None)
def test_no_window_holds_more_than_the_limit(count: int, seconds: float, pauses: list[float]) -> None:
    clock = Clock()
    turns = Throttle(Limit(count, seconds), clock=clock, sleep=clock.sleep)
    begun = []
    for pause in pauses:
        clock.now += pause
        with turns.turn():
            begun.append(clock.now)
    assert all(later - earlier >= seconds for earlier, later in zip(begun, begun[count:], strict=False))


@given(pauses=st.lists(st.floats(0, 3), min_size=1, max_size=30))
@settings(deadline=None)
def test_nobody_waits_who_is_slow_enough(pauses: list[float]) -> None:
    clock = Clock()
    turns = Throttle(Limit(1, 1.0), clock=clock, sleep=clock.sleep)
    for pause in pauses:
        clock.now += 1.001 + pause
        with turns.turn():
            pass
    assert clock.slept == []


def test_the_limit_that_an_answer_names_is_kept_from_then_on() -> None:
    clock = Clock()
    ask = throttled(Service(Payload(b"", limit=Limit(1, 5.0))), Manners(), clock=clock, sleep=clock.sleep)
    ask(REQUEST)
    ask(REQUEST)
    assert sum(clock.slept) == pytest.approx(5.0)


def test_lanes_do_not_wait_for_each_other() -> None:
    clock = Clock()
    ask = throttled(Service(ANSWER), Manners(), clock=clock, sleep=clock.sleep)
    ask(REQUEST)
    ask(OTHER_SERVICE)
    assert clock.slept == []


@pytest.mark.parametrize(("at_once", "threads"), [(1, 4), (3, 8)])
def test_no_more_at_once_than_allowed(at_once: int, threads: int) -> None:
    lock, under_way, most = threading.Lock(), 0, 0
    full = threading.Event()

    def service(request: Request) -> Payload:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
            if under_way == at_once:
                full.set()
        assert full.wait(5)
        with lock:
            under_way -= 1
        return ANSWER

    ask = throttled(service, Manners(limits=(("dblp", Limit(1000, 1.0, at_once)),)))
    workers = [threading.Thread(target=ask, args=(REQUEST,)) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(5)
    assert most == at_once


# --- The law, in any order of events ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Job:
    """One request of a made-up worker: when it wants to begin, after how long it comes in, and is answered."""

    thinks: float
    way: float
    takes: float


JOBS = st.builds(Job, st.floats(0, 2), st.floats(0, 3), st.floats(0, 3))
LIMITS = st.builds(Limit, st.integers(1, 6), st.floats(0.05, 10), st.integers(1, 5))


@dataclass
class World:
    """Workers that put their requests through `Turns`, in a time of its own."""

    turns: Turns
    at_once: int
    came: list[float] = field(default_factory=list)
    begun: list[float] = field(default_factory=list)
    most: int = 0

    def run(self, workers: list[list[Job]], events: list[tuple[float, Callable[[Turns], None]]]) -> None:
        left = [list(jobs) for jobs in workers]
        order = iter(range(10**9))
        queue: list[tuple[float, int, Callable[[float], None]]] = []
        waiting: list[Callable[[float], None]] = []
        under_way = 0

        def at(time: float, what: Callable[[float], None]) -> None:
            heapq.heappush(queue, (time, next(order), what))

        def begin(worker: int, job: Job, now: float) -> None:
            nonlocal under_way
            if under_way >= self.at_once:
                waiting.append(lambda later: begin(worker, job, later))
                return
            turn = self.turns.begin(now)
            if not isinstance(turn, Turn) and math.isinf(turn):
                waiting.append(lambda later: begin(worker, job, later))
                return
            if not isinstance(turn, Turn):
                at(now + turn, lambda later: begin(worker, job, later))
                return
            under_way += 1
            self.most = max(self.most, under_way)
            self.begun.append(now)
            self.came.append(now + min(job.way, job.takes))
            at(now + job.takes, lambda later: end(worker, turn, later))

        def end(worker: int, turn: Turn, now: float) -> None:
            nonlocal under_way
            under_way -= 1
            self.turns.end(turn, now)
            for again in waiting:
                at(now, again)
            waiting.clear()
            go_on(worker, now)

        def go_on(worker: int, now: float) -> None:
            if left[worker]:
                job = left[worker].pop(0)
                at(now + job.thinks, lambda later: begin(worker, job, later))

        for time, what in events:
            at(time, lambda _now, what=what: what(self.turns))  # type: ignore[misc]
        for worker in range(len(workers)):
            go_on(worker, 0.0)
        while queue:
            now, _, what = heapq.heappop(queue)
            what(now)


def densest(came: list[float], seconds: float) -> int:
    """Return the most that came in within any stretch of so many seconds, a hair shorter."""
    return max((sum(first <= other < first + seconds - 1e-6 for other in came) for first in came), default=0)


@given(limit=LIMITS, workers=st.lists(st.lists(JOBS, min_size=1, max_size=8), min_size=1, max_size=10))
@settings(max_examples=150, deadline=None)
def test_no_window_exceeds_the_limit_under_any_concurrency(limit: Limit, workers: list[list[Job]]) -> None:
    world = World(Turns(limit), limit.at_once)
    world.run(workers, [])
    assert len(world.came) == sum(map(len, workers)), "nobody is forgotten"
    assert densest(world.came, limit.seconds) <= limit.count
    assert world.most <= limit.at_once


@given(
    limit=LIMITS,
    workers=st.lists(st.lists(JOBS, min_size=1, max_size=6), min_size=1, max_size=6),
    at=st.floats(0, 5),
    seconds=st.floats(0, 20),
)
@settings(max_examples=100, deadline=None)
def test_nobody_begins_while_the_service_asks_to_wait(
    limit: Limit, workers: list[list[Job]], at: float, seconds: float
) -> None:
    world = World(Turns(limit), limit.at_once)
    world.run(workers, [(at, lambda turns: turns.hold(at + seconds))])
    assert not [begun for begun in world.begun if at < begun < at + seconds]


@given(
    limit=LIMITS,
    named=st.builds(Limit, st.integers(1, 20), st.floats(0.1, 60), st.integers(1, 5)),
    workers=st.lists(st.lists(JOBS, min_size=1, max_size=6), min_size=1, max_size=6),
    at=st.floats(0, 3),
)
@settings(max_examples=100, deadline=None)
def test_from_when_a_service_names_a_limit_both_hold(
    limit: Limit, named: Limit, workers: list[list[Job]], at: float
) -> None:
    world = World(Turns(limit), limit.at_once)
    world.run(workers, [(at, lambda turns: setattr(turns, "named", named))])
    assert densest(world.came, limit.seconds) <= limit.count
    later = [came for begun, came in zip(world.begun, world.came, strict=True) if begun > at]
    assert densest(later, named.seconds) <= named.count


# --- The law, by the server's own log -----------------------------------------------------------------------------


def ask_all(manners: Manners, requests: list[Request], workers: int) -> None:
    transport = Transport(manners)

    def put(request: Request) -> Payload:
        reply = transport.get(request)
        return Payload(reply.body, limit=reply.limit)

    ask = polite(put, manners)
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(ask, requests))


def lane_log(services: Services, path: str) -> list[Asked]:
    return [asked for asked in services.log if asked.path.startswith(path)]


def singles(services: Services, count: int) -> list[Request]:
    base = services.url("crossref")
    known = ("10.18653/v1/2024.findings-naacl.132", "10.1109/cvpr42600.2020.01201")
    return [
        Request("crossref", "crossref-single", f"{base}/works/{known[at % 2]}", (("at", str(at)),))
        for at in range(count)
    ]


@pytest.mark.parametrize("workers", [1, 3, 12])
def test_by_the_log_no_window_exceeds_the_limit(workers: int, services: Services) -> None:
    limit = Limit(6, 0.3, at_once=2)
    services.misbehave("stall", "/crossref", detail="0.04")
    ask_all(Manners(limits=(("crossref-single", limit),)), singles(services, 20), workers)
    log = lane_log(services, "/crossref")
    assert len(log) == 20
    assert densest([asked.begun for asked in log], limit.seconds) <= limit.count
    ends = sorted([(asked.begun, 1) for asked in log] + [(asked.answered, -1) for asked in log])
    assert max(sum(step for _, step in ends[: at + 1]) for at in range(len(ends))) <= limit.at_once


def test_by_the_log_a_redirect_waits_for_its_turn(services: Services) -> None:
    limit = Limit(2, 0.3)
    services.misbehave("redirect-loop", "/crossref", times=3)
    ask_all(Manners(limits=(("crossref-single", limit),)), singles(services, 1), 1)
    log = lane_log(services, "/crossref")
    assert len(log) == 4
    assert densest([asked.begun for asked in log], limit.seconds) <= limit.count


def test_by_the_log_nobody_asks_while_the_service_asks_to_wait() -> None:
    times: list[float] = []
    clock = threading.Lock()

    def answer(asked: Seen) -> Canned:
        import time

        with clock:
            times.append(time.monotonic())
            return Canned(b"", 429, headers={"Retry-After": "1"}) if len(times) == 2 else Canned(b"{}")

    limit = Limit(1000, 1.0, at_once=1)
    with answering(answer) as server:
        requests = [Request("dblp", "dblp", f"{server.address}/{at}") for at in range(8)]
        ask_all(Manners(limits=(("dblp", limit),)), requests, 4)
    assert len(times) == 9
    assert times[2] - times[1] >= 1.0


def test_by_the_log_the_limit_that_the_service_names_is_held() -> None:
    times: list[float] = []

    def answer(asked: Seen) -> Canned:
        import time

        times.append(time.monotonic())
        return Canned(b"{}", headers={"x-rate-limit-limit": "2", "x-rate-limit-interval": "200ms"})

    with answering(answer) as server:
        requests = [Request("dblp", "dblp", f"{server.address}/{at}") for at in range(8)]
        ask_all(Manners(limits=(("dblp", Limit(1000, 1.0)),)), requests, 1)
    assert densest(times[1:], 0.2) <= 2


LIMITS_NAMED = [
    ({"x-rate-limit-limit": "3", "x-rate-limit-interval": "1s"}, Limit.named(3, 1.0)),
    ({"x-rate-limit-limit": "50", "x-rate-limit-interval": "1m"}, Limit.named(50, 60.0)),
    ({"x-rate-limit-limit": "5", "x-rate-limit-interval": "250ms"}, Limit.named(5, 0.25)),
    ({"x-rate-limit-limit": "5"}, Limit.named(5, 1.0)),
    ({"x-rate-limit-limit": "10", "x-rate-limit-interval": "1s", "x-concurrency-limit": "3"}, Limit.named(10, 1.0, 3)),
    ({"x-rate-limit-limit": "10", "x-rate-limit-interval": "soon"}, None),
    ({"x-rate-limit-limit": "10", "x-rate-limit-interval": "0s"}, None),
    ({"x-rate-limit-limit": "99999999"}, None),
    ({"x-rate-limit-limit": "-1"}, None),
]


@pytest.mark.parametrize(("headers", "limit"), LIMITS_NAMED)
@pytest.mark.parametrize("status", [200, 429])
def test_the_limit_that_a_service_names_is_read(headers: dict[str, str], limit: Limit | None, status: int) -> None:
    with answering(lambda _: Canned(b"{}", status, headers=headers)) as server:
        request = Request("dblp", "dblp", server.address)
        try:
            named = Transport(Manners()).get(request).limit
        except Busy as busy:
            named = busy.limit
    assert named == limit


def test_lanes_of_one_service_share_how_many_may_be_under_way() -> None:
    lock, under_way, most = threading.Lock(), 0, 0

    def service(request: Request) -> Payload:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        threading.Event().wait(0.01)
        with lock:
            under_way -= 1
        return ANSWER

    limits = tuple((f"crossref-{kind}", Limit(1000, 1.0, 2)) for kind in ("single", "list"))
    ask = throttled(service, Manners(limits=limits))
    requests = [Request("crossref", limits[at % 2][0], f"https://api.example/{at}") for at in range(20)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(ask, requests))
    assert most == 2
