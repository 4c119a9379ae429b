"""Processes that work beside this one: how they are begun, that they end with it, and what they make in order."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

# What begins processes is imported where one is begun: it takes a tenth of the start, and few rows need none.
if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")

# Elsewhere than on Linux a process that has used the system's libraries cannot be forked safely.
METHOD = "fork" if sys.platform == "linux" else "spawn"
# Tasks under way for each process: one being done, the others waiting, so that none is ever idle.
_WINDOW = 4


@contextmanager
def pool_of(processes: int, begin: Callable[[], None], method: str = METHOD) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of processes, each of which makes itself ready by `begin`."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(processes, multiprocessing.get_context(method), _begin, (begin,))
    try:
        yield pool
    finally:
        with _uninterrupted():
            pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold off a second Ctrl-C: between two of them the workers are left waiting for this process, and it for them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {each: signal.signal(each, signal.SIG_IGN) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, signal.SIG_DFL if handler is None else handler)


def in_order(pool: ProcessPoolExecutor, do: Callable[[T], R], tasks: Iterable[T], processes: int) -> Iterator[R]:
    """Yield what is made of each task, in the order of the tasks, with a bounded number of them under way."""
    under_way: deque[Future[R]] = deque()
    for task in tasks:
        under_way.append(pool.submit(do, task))
        if len(under_way) >= processes * _WINDOW:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


def _begin(begin: Callable[[], None]) -> None:
    """Make ready a process. Ctrl-C is for the main one, which ends it; with that, even a killed one, it ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # in the main process it is another Ctrl-C, and is inherited
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
