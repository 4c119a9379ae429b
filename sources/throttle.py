"""Waiting one's turn: so many requests in any stretch of time, so many under way at once, none while told to wait.

`Turns` is the reckoning, without a clock and without threads; `Throttle` waits by it.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

# A clock that wakes a little early must not spin; nobody's limit is finer than this.
_SHORTEST_WAIT = 0.001
# A service that names a longer stretch than this in its headers is not believed.
_LONGEST_STRETCH = 60.0
# More than any service would allow at once: for a limit that says nothing of it.
_ANY_NUMBER = 1_000


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` requests come in within any `seconds`, and at most `at_once` are under way together."""

    count: int
    seconds: float = 1.0
    at_once: int = 1

    def __post_init__(self) -> None:
        if self.count < 1 or self.seconds <= 0 or self.at_once < 1:
            raise ValueError(f"a limit needs positive numbers: {self}")

    @classmethod
    def named(cls, count: int, seconds: float, at_once: int | None = None) -> Limit:
        """Return a limit that a service named itself; what it does not say is not limited."""
        return cls(count, seconds, at_once or _ANY_NUMBER)

    def believed(self) -> Limit:
        """Return the limit, over a stretch of time that is believed of a service.

        >>> Limit.named(1, 86_400.0, 3).believed()
        Limit(count=1, seconds=60.0, at_once=3)
        """
        if self.seconds <= _LONGEST_STRETCH:
            return self
        return replace(self, count=max(1, int(self.count * _LONGEST_STRETCH / self.seconds)), seconds=_LONGEST_STRETCH)


@dataclass(slots=True, eq=False)
class Turn:
    """One request: when it has come in at the latest, which is not known before its answer is here."""

    came_in: float = math.inf


class Turns:
    """Who may begin when, under our own limit and the one that the service named last, if any.

    So a service can make us slower, never faster. A service counts a request when it comes in, which is after it begun
    here and before its answer is here; so it counts from its beginning until a limit's stretch of time after its
    answer. Times are seconds of any clock that does not go back.
    """

    def __init__(self, limit: Limit) -> None:
        self.limit = limit
        self.named: Limit | None = None
        self._counted: list[Turn] = []
        self._held_until = float("-inf")

    @property
    def limits(self) -> tuple[Limit, ...]:
        """The limits that hold."""
        return (self.limit, self.named) if self.named else (self.limit,)

    @property
    def at_once(self) -> int:
        """How many may be under way."""
        return min(limit.at_once for limit in self.limits)

    def begin(self, now: float) -> Turn | float:
        """Return a turn that begins now, or the seconds after which to ask again: infinity where one must end first."""
        # As long as any service may name, because what is past may count under a limit that is not named yet.
        longest = max(self.limit.seconds, _LONGEST_STRETCH)
        self._counted = [turn for turn in self._counted if now - turn.came_in < longest]
        wait = max(self._held_until - now, *(self._crowded(limit, now) for limit in self.limits))
        if wait > 0:
            return wait
        turn = Turn()
        self._counted.append(turn)
        return turn

    def end(self, turn: Turn, now: float) -> None:
        """Note that a request is answered, and so has come in."""
        turn.came_in = now

    def hold(self, until: float) -> None:
        """Let none begin before `until`."""
        self._held_until = max(self._held_until, until)

    def _crowded(self, limit: Limit, now: float) -> float:
        """Return the seconds until fewer than the limit's count came in within its stretch of time."""
        came_in = sorted(turn.came_in for turn in self._counted if now - turn.came_in < limit.seconds)
        if len(came_in) < limit.count:
            return 0.0
        return max(came_in[-limit.count] + limit.seconds - now, _SHORTEST_WAIT)


class Room:
    """How many requests are under way at one service, in all its lanes."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.under_way = 0


class Throttle:
    """The turns of one lane. Safe for threads; clock and sleep are the caller's.

    Lanes of one service share its `room`: what one of them has under way counts for all.

    >>> turns = Throttle(Limit(2, 1.0), clock=lambda: 0.0, sleep=lambda seconds: None)
    >>> with turns.turn():
    ...     turns.limit.count
    2
    """

    def __init__(
        self, limit: Limit, *, clock: Callable[[], float], sleep: Callable[[float], None], room: Room | None = None
    ) -> None:
        self._turns = Turns(limit)
        self._clock = clock
        self._sleep = sleep
        self._room = room or Room()

    @property
    def limit(self) -> Limit:
        """Our own limit."""
        return self._turns.limit

    def heed(self, named: Limit) -> None:
        """Hold the limit that the service names, beside our own."""
        with self._room.changed:
            self._turns.named = named.believed()

    def hold(self, seconds: float) -> None:
        """Let nobody begin for so many seconds."""
        with self._room.changed:
            self._turns.hold(self._clock() + seconds)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and hold it while the request is under way."""
        while isinstance(turn := self._begin(), float):
            self._sleep(turn)
        try:
            yield
        finally:
            with self._room.changed:
                self._room.under_way -= 1
                self._turns.end(turn, self._clock())
                self._room.changed.notify_all()

    def _begin(self) -> Turn | float:
        room = self._room
        with room.changed:
            while True:
                room.changed.wait_for(lambda: room.under_way < self._turns.at_once)
                turn = self._turns.begin(self._clock())
                if isinstance(turn, Turn):
                    room.under_way += 1
                elif math.isinf(turn):
                    room.changed.wait()
                    continue
                return turn
