"""Waiting one's turn: so many requests in any stretch of time, so many under way at once."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

# A clock that wakes a little early must not spin; nobody's limit is finer than this.
_SHORTEST_WAIT = 0.001
# A service that names a longer stretch than this in its headers is not believed.
_LONGEST_STRETCH = 60.0


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` requests begin in any `seconds`, and at most `at_once` are under way together."""

    count: int
    seconds: float = 1.0
    at_once: int = 1

    def __post_init__(self) -> None:
        if self.count < 1 or self.seconds <= 0 or self.at_once < 1:
            raise ValueError(f"a limit needs positive numbers: {self}")

    def tightened(self, other: Limit) -> Limit:
        """Return the stricter of two limits; a service can make us slower, never faster."""
        seconds = min(other.seconds, _LONGEST_STRETCH)
        if other.count / seconds >= self.count / self.seconds:
            return self
        return Limit(other.count, seconds, self.at_once)


class Throttle:
    """The turns of one lane. Safe for threads; clock and sleep are the caller's.

    >>> turns = Throttle(Limit(2, 1.0), clock=lambda: 0.0, sleep=lambda seconds: None)
    >>> with turns.turn():
    ...     turns.limit.count
    2
    """

    def __init__(self, limit: Limit, *, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self.limit = limit
        self._clock = clock
        self._sleep = sleep
        self._begun: deque[float] = deque()
        self._lock = threading.Lock()
        self._under_way = threading.BoundedSemaphore(limit.at_once)

    def tighten(self, limit: Limit) -> None:
        """Slow down to `limit` where it is stricter than the present one."""
        with self._lock:
            self.limit = self.limit.tightened(limit)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and hold it while the request is under way."""
        with self._under_way:
            while wait := self._wait():
                self._sleep(wait)
            yield

    def _wait(self) -> float:
        """Take the turn and return 0, or return the seconds until one may be free."""
        with self._lock:
            now = self._clock()
            while self._begun and now - self._begun[0] >= self.limit.seconds:
                self._begun.popleft()
            if len(self._begun) < self.limit.count:
                self._begun.append(now)
                return 0.0
            free = self._begun[-self.limit.count] + self.limit.seconds
            return max(free - now, _SHORTEST_WAIT)
