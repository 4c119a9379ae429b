"""Calls made side by side, by threads that nobody waits for who wants to leave."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


class GivenUp(Exception):
    """Calls were not made, because another of those beside them failed or whoever wanted them has left."""


def side_by_side(calls: Sequence[Callable[[], T]], workers: int, given_up: threading.Event | None = None) -> list[T]:
    """Make calls in their order, so many at once; return what they return, in the same order.

    What one of them raises is raised here, and no further call is begun; so it is with Ctrl-C. Crews that share
    `given_up` give up together, with `GivenUp`. The threads are daemons: a program that is told twice to stop does not
    wait for a service.
    """
    given_up = given_up or threading.Event()
    returned: dict[int, T] = {}
    raised: list[BaseException] = []
    left = iter(enumerate(calls))
    lock = threading.Lock()

    def work() -> None:
        while True:
            with lock:
                at, call = next(left, (-1, None))
            if call is None or given_up.is_set():
                return
            try:
                returned[at] = call()
            except BaseException as fault:  # noqa: BLE001 - it is raised in the thread that asked for the call
                raised.append(fault)
                given_up.set()

    try:
        for each in _begun(work, min(workers, len(calls))):
            each.join()
    except BaseException:
        given_up.set()
        raise
    if raised:
        raise next((fault for fault in raised if not isinstance(fault, GivenUp)), raised[0])
    if len(returned) < len(calls):
        raise GivenUp
    return [returned[at] for at in range(len(calls))]


def _begun(work: Callable[[], None], count: int) -> list[threading.Thread]:
    """Begin so many threads, or as many as there is room for; raises MemoryError where there is none at all."""
    begun: list[threading.Thread] = []
    for _ in range(count):
        thread = threading.Thread(target=work, daemon=True)
        try:
            thread.start()
        except RuntimeError as fault:  # that no thread can be begun has no exception of its own
            if not begun:
                raise MemoryError("no room for a thread") from fault
            break
        begun.append(thread)
    return begun
