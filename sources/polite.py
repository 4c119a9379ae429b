"""Politeness, wrapped around once: `cached(retried(followed(throttled(ask))))`.

An `Ask` is one callable that puts a `Request` to a service and gives back a `Payload` that is already known to be
what the service speaks. The wrappers turn one `Ask` into another and know nothing of any service.
"""

from __future__ import annotations

import math
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import tenacity

from sources.breaker import Aside, Breaker
from sources.manners import (
    LIMITS,
    Ask,
    BotWall,
    Busy,
    Manners,
    Missing,
    Moved,
    Payload,
    Request,
    Store,
    Wordless,
    product,
    understood,
)
from sources.source import Blocked, Stopped, Unavailable, Unreached
from sources.throttle import Room, Throttle

__all__ = [
    "LIMITS", "Ask", "Blocked", "BotWall", "Busy", "Clock", "Manners", "Missing", "Moved", "Payload", "Polite",
    "Request", "Sleep", "Stopped", "Store", "Wordless", "cached", "followed", "polite", "product", "retried",
    "throttled", "understood",
]  # fmt: skip

Clock = Callable[[], float]
Sleep = Callable[[float], None]

_FIRST_WAIT, _LONGEST_WAIT = 1.0, 20.0
_MOST_REDIRECTS = 5


class Polite:
    """`ask` with all wrappers around it, or without the first where there is no store."""

    def __init__(self, ask: Ask, store: Store | None, breaker: Breaker) -> None:
        self._ask = ask if store is None else cached(ask, store)
        self._breaker = breaker

    def __call__(self, request: Request) -> Payload:
        """Return the answer; raise `Unavailable` or `Stopped`."""
        return self._ask(request)

    @property
    def notices(self) -> tuple[str, ...]:
        """A sentence for each service that was set aside so far."""
        return self._breaker.notices


def polite(
    ask: Ask,
    manners: Manners,
    store: Store | None = None,
    *,
    clock: Clock = time.monotonic,
    sleep: Sleep | None = None,
    chance: Callable[[], float] = random.random,
) -> Polite:
    """Return `ask` with all wrappers around it. Waiting ends with `Stopped` as soon as `manners.stop` is set."""
    breaker = _breaker(manners, clock)
    careful = followed(throttled(_guarded(ask, breaker), manners, clock=clock, sleep=sleep))
    return Polite(retried(careful, manners, breaker, clock=clock, sleep=sleep, chance=chance), store, breaker)


def cached(ask: Ask, store: Store) -> Ask:
    """Ask only what is not in the store, and keep what was answered. Failures raise, and are never kept.

    Of several that put one question at once, one asks, and the others wait for its answer.
    """
    flights = _Flights()

    def answer(request: Request) -> Payload:
        kept = store.get(request)
        if kept is not None:
            return kept
        with flights.alone(request) as waited:
            kept = store.get(request) if waited else None
            if kept is not None:
                return kept
            payload = ask(request)
            store.put(request, payload)
            return payload

    return answer


class _Flights:
    """Which questions are being asked right now."""

    def __init__(self) -> None:
        self._under_way: set[Request] = set()
        self._changed = threading.Condition()

    @contextmanager
    def alone(self, request: Request) -> Iterator[bool]:
        """Wait until nobody else asks the same, and yield whether somebody did."""
        with self._changed:
            waited = request in self._under_way
            self._changed.wait_for(lambda: request not in self._under_way)
            self._under_way.add(request)
        try:
            yield waited
        finally:
            with self._changed:
                self._under_way.discard(request)
                self._changed.notify_all()


def throttled(ask: Ask, manners: Manners, *, clock: Clock = time.monotonic, sleep: Sleep | None = None) -> Ask:
    """Ask no faster than each lane allows, slower where the service says so, and not while it asks to wait."""
    if manners.hurry:
        return ask
    lanes = _Lanes(manners, clock, manners.sleep if sleep is None else sleep)

    def answer(request: Request) -> Payload:
        lane = lanes.of(request)
        try:
            with lane.turn():
                manners.check()
                payload = ask(request)
        except Busy as failure:
            lanes.slow_down(request, failure)
            raise
        if payload.limit is not None:
            lane.heed(payload.limit)
        return payload

    return answer


class _Lanes:
    """The lanes of all services, made when first asked for; those of one service share its room."""

    def __init__(self, manners: Manners, clock: Clock, sleep: Sleep) -> None:
        self._manners = manners
        self._clock = clock
        self._sleep = sleep
        self._lanes: dict[str, dict[str, Throttle]] = {}
        self._rooms: dict[str, Room] = {}
        self._held: dict[str, float] = {}
        self._lock = threading.Lock()

    def of(self, request: Request) -> Throttle:
        """Return the lane of a request."""
        with self._lock:
            lanes = self._lanes.setdefault(request.service, {})
            if request.lane not in lanes:
                room = self._rooms.setdefault(request.service, Room())
                limit = self._manners.limit(request.lane)
                lane = lanes[request.lane] = Throttle(limit, clock=self._clock, sleep=self._sleep, room=room)
                lane.hold(self._held.get(request.service, -math.inf) - self._clock())
            return lanes[request.lane]

    def slow_down(self, request: Request, failure: Busy) -> None:
        """Do as a service says that cannot now: hold the limit that it names, and leave all its lanes alone."""
        lane = self.of(request)
        if failure.limit is not None:
            lane.heed(failure.limit)
        asked_for = failure.retry_after or (_FIRST_WAIT if failure.too_many else 0.0)
        seconds = min(asked_for, self._manners.patience)
        with self._lock:
            self._held[request.service] = max(self._held.get(request.service, -math.inf), self._clock() + seconds)
            for each in self._lanes[request.service].values():
                each.hold(seconds)


def followed(ask: Ask) -> Ask:
    """Ask where the service sends us to, each time as a request of its own."""

    def answer(request: Request) -> Payload:
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                return ask(request)
            except Moved as moved:
                request = replace(request, sent_to=moved.address)
        raise Unavailable(request.source, str(request), "sent from address to address without end")

    return answer


def retried(
    ask: Ask,
    manners: Manners,
    breaker: Breaker | None = None,
    *,
    clock: Clock = time.monotonic,
    sleep: Sleep | None = None,
    chance: Callable[[], float] = random.random,
) -> Ask:
    """Ask again where that may help, within bounds; set a service aside that keeps failing or refuses us."""
    breaker = breaker or _breaker(manners, clock)
    rest = manners.sleep if sleep is None else sleep

    def once(request: Request) -> Payload:
        try:
            return ask(request)
        except Unavailable as failure:
            if not failure.passing or failure.retry_after is None or failure.retry_after <= manners.patience:
                raise
            reason = f"{failure.reason}, asks to wait {failure.retry_after:.0f} s"
            raise Unavailable(failure.source, failure.asked, reason, retry_after=failure.retry_after) from failure

    def wait(state: tenacity.RetryCallState) -> float:
        failure = state.outcome.exception() if state.outcome else None
        asked_for = getattr(failure, "retry_after", None) or 0.0
        doubled = min(_FIRST_WAIT * 2 ** (state.attempt_number - 1), _LONGEST_WAIT)
        # Full jitter on our own wait; a little on top of what the service asked for, so that callers part.
        return float(asked_for + chance()) if asked_for else doubled * (0.5 + chance() / 2)

    def put(request: Request, tries: int) -> Payload:
        begun = clock()

        def enough(state: tenacity.RetryCallState) -> bool:
            spent = clock() - begun + (0.0 if manners.hurry else state.upcoming_sleep)
            return state.attempt_number >= tries or spent > manners.patience

        def may_pass(failure: BaseException) -> bool:
            if isinstance(failure, Unreached) and not breaker.is_known(request.service):
                return False  # without a network no service is found, however often one looks
            return isinstance(failure, Unavailable) and failure.passing

        again = tenacity.Retrying(
            retry=tenacity.retry_if_exception(may_pass),
            wait=wait,
            stop=enough,
            sleep=_no_sleep if manners.hurry else rest,
            reraise=True,
        )
        return again(once, request)

    def answer(request: Request) -> Payload:
        manners.check()
        with _watched(request, breaker) as is_trial:
            return put(request, 1 if is_trial else manners.tries)

    return answer


def _breaker(manners: Manners, clock: Clock) -> Breaker:
    # On a tape every request has its own answer, whatever became of the ones before.
    return Breaker(math.inf if manners.hurry else manners.failures, manners.rest, clock)


def _guarded(ask: Ask, breaker: Breaker) -> Ask:
    """Ask nothing of a service that was set aside while the question waited for its turn."""

    def answer(request: Request) -> Payload:
        try:
            breaker.check(request.service)
        except Aside as aside:
            raise _set_aside(request, aside) from aside
        return ask(request)

    return answer


@contextmanager
def _watched(request: Request, breaker: Breaker) -> Iterator[bool]:
    """Tell the breaker what becomes of a question; yield whether it tries a service that was set aside."""
    name = request.service
    try:
        is_trial = breaker.enter(name)
    except Aside as aside:
        raise _set_aside(request, aside) from aside
    try:
        yield is_trial
        breaker.answered(name)
    except Missing:
        breaker.answered(name)
        raise
    except _SetAside:
        raise
    except Blocked as failure:
        breaker.refused(name, f"set aside after it refused us ({failure.reason})")
        raise
    except Unreached as failure:
        breaker.unreached(name, failure.reason)
        raise
    except Unavailable as failure:
        if failure.retry_after is not None and not failure.passing:
            breaker.refused(name, f"set aside: {failure.reason}", failure.retry_after)
        else:
            breaker.failed(name, failure.reason)
        raise
    finally:
        breaker.left(name)


class _SetAside(Unavailable):
    """The service was not asked, because it is set aside."""


class _SetAsideForGood(Blocked, _SetAside):
    """The service was not asked, because it refused us."""


def _set_aside(request: Request, aside: Aside) -> Unavailable:
    if math.isinf(aside.seconds):
        return _SetAsideForGood(request.source, str(request), aside.reason)
    return _SetAside(request.source, str(request), aside.reason, retry_after=aside.seconds)


def _no_sleep(_seconds: float) -> None:
    """Wait for nobody."""
