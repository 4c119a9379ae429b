"""Politeness, wrapped around once: `cached(retried(throttled(ask)))`.

An `Ask` is one callable that puts a `Request` to a service and gives back a `Payload` that is already known to be
what the service speaks. The three wrappers turn one `Ask` into another and know nothing of any service.
"""

from __future__ import annotations

import math
import random
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol
from urllib.parse import urlencode, urlsplit

import tenacity

from sources.source import Unavailable
from sources.throttle import Limit, Throttle

Clock = Callable[[], float]
Sleep = Callable[[float], None]

# https://www.crossref.org/blog/announcing-changes-to-rest-api-rate-limits/ (since 2025-12-01);
# https://dblp.org/faq/1474706.html asks for one to two seconds between requests;
# the Anthology and sparql.dblp.org publish no figure and get the same.
LIMITS: dict[str, Limit] = {
    "crossref-single": Limit(5, 1.0, at_once=1),
    "crossref-single-polite": Limit(10, 1.0, at_once=3),
    "crossref-list": Limit(1, 1.0, at_once=1),
    "crossref-list-polite": Limit(3, 1.0, at_once=3),
    "dblp": Limit(1, 1.0),
    "sparql": Limit(1, 1.0),
    "anthology": Limit(1, 1.0),
}
_STRANGER = Limit(1, 1.0)
_ADDRESS = re.compile(r"[!-~]+@[!-~]+")
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 20.0


class Blocked(Unavailable):
    """The service refused us for good (403): it is not asked again in this run."""


class Missing(Unavailable):
    """The service answered that there is no such thing (404), where only the thing itself would do."""


class BotWall(Unavailable):
    """A page for people came where an answer for programs was due."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question: who is asked (`source`), under which limit (`lane`), at what address, with what."""

    source: str
    lane: str
    address: str
    params: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """Return the request as one address, which is also what an answer is kept under."""
        return f"{self.address}?{urlencode(self.params, errors='replace')}" if self.params else self.address

    @property
    def service(self) -> str:
        """The service that is asked: the host, and the lane up to its first hyphen (one host may serve several)."""
        return f"{urlsplit(self.address).netloc} {self.lane.partition('-')[0]}"


@dataclass(frozen=True, slots=True)
class Payload:
    """An answer as it came. `empty` says that the service knows nothing; `limit` is one that it named itself."""

    body: bytes
    empty: bool = False
    limit: Limit | None = None

    @property
    def text(self) -> str:
        """The body as text; bytes that are not UTF-8 become U+FFFD."""
        return self.body.decode("utf-8", errors="replace")


Ask = Callable[[Request], Payload]


class Store(Protocol):
    """Where answers are kept."""

    def get(self, request: Request) -> Payload | None:
        """Return the kept answer, or None where there is none that is fresh."""

    def put(self, request: Request, payload: Payload) -> None:
        """Keep an answer."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How services are asked.

    `tries` and `patience` (seconds in all) bound one question; `timeout` is for one try. After `failures` in a
    row a service is set aside. `hurry` never waits and sets nobody aside for failing: for replay, where nobody is at
    the other end.
    """

    mailto: str = ""
    tries: int = 4
    patience: float = 60.0
    timeout: float = 20.0
    failures: int = 5
    hurry: bool = False
    limits: tuple[tuple[str, Limit], ...] = ()

    def __post_init__(self) -> None:
        if self.mailto and not _ADDRESS.fullmatch(self.mailto):
            raise ValueError(f"mailto is not a mail address: {self.mailto!r}; write it as name@example.org")
        if self.tries < 1 or self.failures < 1 or self.patience < 0 or self.timeout <= 0:
            raise ValueError(f"tries, failures and timeout must be positive: {self}")

    @property
    def user_agent(self) -> str:
        """What we call ourselves: `bibreconcile/0.1.0 (mailto:me@example.org)`."""
        return product() + (f" (mailto:{self.mailto})" if self.mailto else "")

    def limit(self, lane: str) -> Limit:
        """Return the limit of a lane: the caller's own, else the published one, the polite one with a mailto."""
        known = LIMITS | dict(self.limits)
        own = dict(self.limits).get(lane)
        return own or (known.get(f"{lane}-polite") if self.mailto else None) or known.get(lane, _STRANGER)


def polite(
    ask: Ask,
    manners: Manners,
    store: Store | None = None,
    *,
    clock: Clock = time.monotonic,
    sleep: Sleep = time.sleep,
    chance: Callable[[], float] = random.random,
) -> Ask:
    """Return `ask` with all three wrappers around it, or without the first where there is no store."""
    patient = retried(
        throttled(ask, manners, clock=clock, sleep=sleep), manners, clock=clock, sleep=sleep, chance=chance
    )
    return patient if store is None else cached(patient, store)


def cached(ask: Ask, store: Store) -> Ask:
    """Ask only what is not in the store, and keep what was answered. Failures raise, and are never kept."""

    def answer(request: Request) -> Payload:
        kept = store.get(request)
        if kept is not None:
            return kept
        payload = ask(request)
        store.put(request, payload)
        return payload

    return answer


def throttled(ask: Ask, manners: Manners, *, clock: Clock = time.monotonic, sleep: Sleep = time.sleep) -> Ask:
    """Ask no faster than each lane allows, and slower where the service says so in its answers."""
    if manners.hurry:
        return ask
    lanes: dict[str, Throttle] = {}
    lock = threading.Lock()

    def answer(request: Request) -> Payload:
        with lock:
            if request.lane not in lanes:
                lanes[request.lane] = Throttle(manners.limit(request.lane), clock=clock, sleep=sleep)
            lane = lanes[request.lane]
        with lane.turn():
            payload = ask(request)
        if payload.limit is not None:
            lane.tighten(payload.limit)
        return payload

    return answer


def retried(
    ask: Ask,
    manners: Manners,
    *,
    clock: Clock = time.monotonic,
    sleep: Sleep = time.sleep,
    chance: Callable[[], float] = random.random,
) -> Ask:
    """Ask again where that may help, within bounds; set a service aside that keeps failing or refuses us."""
    # On a tape every request has its own answer, whatever became of the ones before.
    services = _Services(math.inf if manners.hurry else manners.failures, clock)

    def once(request: Request) -> Payload:
        try:
            return ask(request)
        except Unavailable as failure:
            if failure.retry_after is None or failure.retry_after <= manners.patience:
                raise
            reason = f"{failure.reason}, asks to wait {failure.retry_after:.0f} s"
            raise Unavailable(failure.source, failure.asked, reason, retry_after=failure.retry_after) from failure

    def wait(state: tenacity.RetryCallState) -> float:
        failure = state.outcome.exception() if state.outcome else None
        asked_for = getattr(failure, "retry_after", None) or 0.0
        doubled = min(_FIRST_WAIT * 2 ** (state.attempt_number - 1), _LONGEST_WAIT)
        # Full jitter on our own wait; a little on top of what the service asked for, so that callers part.
        return float(asked_for + chance()) if asked_for else doubled * (0.5 + chance() / 2)

    def answer(request: Request) -> Payload:
        services.check(request)
        begun = clock()

        def enough(state: tenacity.RetryCallState) -> bool:
            spent = clock() - begun + (0.0 if manners.hurry else state.upcoming_sleep)
            return state.attempt_number >= manners.tries or spent > manners.patience

        again = tenacity.Retrying(
            retry=tenacity.retry_if_exception(lambda failure: isinstance(failure, Unavailable) and failure.passing),
            wait=wait,
            stop=enough,
            sleep=_no_sleep if manners.hurry else sleep,
            reraise=True,
        )
        try:
            payload = again(once, request)
        except Missing:
            services.answered(request)
            raise
        except Unavailable as failure:
            services.failed(request, failure)
            raise
        services.answered(request)
        return payload

    return answer


class _Services:
    """Who is set aside: after so many failures in a row, after a refusal, or for as long as one asked."""

    def __init__(self, failures: float, clock: Clock) -> None:
        self._most = failures
        self._clock = clock
        self._in_a_row: dict[str, int] = {}
        self._aside: dict[str, tuple[float, str, type[Unavailable]]] = {}
        self._lock = threading.Lock()

    def check(self, request: Request) -> None:
        """Raise where the service is set aside."""
        with self._lock:
            until, reason, kind = self._aside.get(request.service, (0.0, "", Unavailable))
            if reason and self._clock() < until:
                raise kind(request.source, str(request), reason)

    def failed(self, request: Request, failure: Unavailable) -> None:
        """Count a failure, and set the service aside where that is enough."""
        with self._lock:
            row = self._in_a_row[request.service] = self._in_a_row.get(request.service, 0) + 1
            if isinstance(failure, Blocked):
                self._aside[request.service] = (math.inf, f"set aside after it refused us ({failure.reason})", Blocked)
            elif failure.retry_after is not None and not failure.passing:
                until = self._clock() + failure.retry_after
                self._aside[request.service] = (until, f"set aside: {failure.reason}", Unavailable)
            elif row >= self._most:
                reason = f"set aside after {row} failures in a row, the last: {failure.reason}"
                self._aside[request.service] = (math.inf, reason, Unavailable)

    def answered(self, request: Request) -> None:
        """Forget the failures of a service that answers."""
        with self._lock:
            self._in_a_row.pop(request.service, None)


def _no_sleep(_seconds: float) -> None:
    """Wait for nobody."""


def product() -> str:
    """Return our name and version: `bibreconcile/0.1.0`."""
    try:
        return f"bibreconcile/{version('bibreconcile')}"
    except PackageNotFoundError:
        return "bibreconcile"
