"""Calls made side by side, by threads that nobody waits for who wants to leave."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def side_by_side(calls: Sequence[Callable[[], T]], workers: int) -> list[T]:
    """Make calls in their order, so many at once; return what they return, in the same order.

    What one of them raises is raised here, and no further call is begun; so it is with Ctrl-C. The threads are
    daemons: a program that is told twice to stop does not wait for a service.
    """
    returned: dict[int, T] = {}
    raised: list[BaseException] = []
    left = iter(enumerate(calls))
    lock = threading.Lock()

    def work() -> None:
        while True:
            with lock:
                at, call = next(left, (-1, None))
            if call is None or raised:
                return
            try:
                returned[at] = call()
            except BaseException as fault:  # noqa: BLE001 - it is raised in the thread that asked for the call
                raised.append(fault)

    try:
        for each in _begun(work, min(workers, len(calls))):
            each.join()
    except BaseException as fault:
        raised.append(fault)
        raise
    if raised:
        raise raised[0]
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
