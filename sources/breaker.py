"""Services set aside for a while: after failures in a row, after a refusal, or for as long as one asks.

A service that failed so often in a row is left alone for its rest. Then one question is put to try it, while the
others wait: where that is answered, all goes on; where it fails, the rest begins anew, twice as long.
"""

from __future__ import annotations

import math
import threading
import warnings
from collections.abc import Callable
from dataclasses import dataclass

# A service that is down for hours is tried six times an hour.
_LONGEST_REST = 600.0


class Aside(Exception):
    """A service is set aside: `reason` is one plain clause, `seconds` the time until it may be tried (or infinity)."""

    def __init__(self, reason: str, seconds: float) -> None:
        super().__init__(reason)
        self.reason = reason
        self.seconds = seconds


@dataclass(slots=True)
class _Service:
    """What is known of one service. It is set aside where `reason` says why, until it may be tried.

    `trying` is the thread that tries it, 0 where none does; `times` is how often it was set aside, `last` why.
    `is_known` says that it answered once.
    """

    in_a_row: int = 0
    reason: str = ""
    until: float = -math.inf
    rest: float = 0.0
    trying: int = 0
    times: int = 0
    is_known: bool = False
    last: str = ""

    @property
    def is_mine(self) -> bool:
        """Whether this thread is the one that tries it."""
        return self.trying == threading.get_ident()


class Breaker:
    """Who is set aside, by the service's name. Safe for threads; the clock is the caller's.

    After `failures` in a row a service rests for `rest` seconds. Only the first time is said, in a warning.
    """

    def __init__(self, failures: float, rest: float, clock: Callable[[], float]) -> None:
        self._most = failures
        self._rest = rest
        self._clock = clock
        self._services: dict[str, _Service] = {}
        self._changed = threading.Condition()

    @property
    def notices(self) -> tuple[str, ...]:
        """A sentence for each service that was set aside, in the order of their names."""
        with self._changed:
            known = sorted(self._services.items())
            return tuple(f"{name}, {_times(service)}: {service.last}" for name, service in known if service.times)

    def check(self, name: str) -> None:
        """Raise `Aside` where a service is set aside, except to the thread that tries it."""
        with self._changed:
            service = self._of(name)
            if service.reason and not service.is_mine:
                raise self._aside(service)

    def enter(self, name: str) -> bool:
        """Return whether this thread is to try a rested service with its question; raise `Aside` where it rests.

        Who was told true calls `answered`, `failed`, `refused` or `left` afterwards.
        """
        with self._changed:
            service = self._of(name)
            self._changed.wait_for(lambda: not service.trying or service.is_mine)
            if not service.reason:
                return False
            if self._clock() < service.until:
                raise self._aside(service)
            service.trying = threading.get_ident()
            return True

    def answered(self, name: str) -> None:
        """Forget the failures of a service that answers; a late answer ends no rest, only a trial does."""
        with self._changed:
            service = self._of(name)
            service.in_a_row = 0
            service.is_known = True
            if service.is_mine:
                service.reason = ""
                self._tried(service)

    def failed(self, name: str, reason: str) -> None:
        """Count a failure, and set the service aside where that is enough."""
        with self._changed:
            service = self._of(name)
            service.in_a_row += 1
            if service.is_mine:
                service.rest = min(service.rest * 2, _LONGEST_REST)
                service.until = self._clock() + service.rest
                self._tried(service)
            elif not service.reason and service.in_a_row >= self._most:
                service.rest = self._rest
                said = f"set aside after {service.in_a_row} failures in a row, the last: {reason}"
                self._set_aside(name, service, said, self._rest)

    def is_known(self, name: str) -> bool:
        """Say whether a service has answered yet."""
        with self._changed:
            return self._of(name).is_known

    def unreached(self, name: str, reason: str) -> None:
        """Set a service aside at once, and long, whose host is not found before it ever answered; else count that."""
        with self._changed:
            service = self._of(name)
            if service.is_known or service.reason:
                self.failed(name, reason)
            else:
                service.rest = _LONGEST_REST
                self._set_aside(name, service, f"set aside: {reason}", _LONGEST_REST)

    def refused(self, name: str, reason: str, seconds: float = math.inf) -> None:
        """Set a service aside that refuses us, for good or for as long as it says."""
        with self._changed:
            service = self._of(name)
            service.rest = service.rest or self._rest
            self._set_aside(name, service, reason, seconds)
            if service.is_mine:
                self._tried(service)

    def left(self, name: str) -> None:
        """Note that the thread goes away that tried a service, with neither an answer nor a failure."""
        with self._changed:
            service = self._of(name)
            if service.is_mine:
                self._tried(service)

    def _of(self, name: str) -> _Service:
        return self._services.setdefault(name, _Service())

    def _tried(self, service: _Service) -> None:
        service.trying = 0
        self._changed.notify_all()

    def _set_aside(self, name: str, service: _Service, reason: str, seconds: float) -> None:
        service.reason = service.last = reason
        service.until = self._clock() + seconds
        service.times += 1
        if service.times == 1:
            again = "it is not asked again in this run" if math.isinf(seconds) else f"tried again after {seconds:.0f} s"
            warnings.warn(f"{name}: {reason}; {again}", stacklevel=1)

    def _aside(self, service: _Service) -> Aside:
        return Aside(service.reason, max(service.until - self._clock(), 0.0))


def _times(service: _Service) -> str:
    return "once" if service.times == 1 else f"{service.times} times"
