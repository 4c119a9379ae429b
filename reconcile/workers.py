"""Tasks through worker processes and back in order, with no more of them under way than a window holds.

Each worker opens its own judge: what a catalogue maps into memory is shared by the system, and nothing else is.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

# What begins processes is imported where one is begun: it takes a tenth of the start, and few rows need none.
if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

J = TypeVar("J")
T = TypeVar("T")
R = TypeVar("R")
# What is done with a judge, or whatever else a worker opens once and keeps, and a task; and how it is opened.
Work = Callable[[J, T], R]
Opener = Callable[[], J]

# Tasks under way for each worker: one being judged, the others waiting, so that none is ever idle.
_WINDOW = 4


# Elsewhere than on Linux a process that has used the system's libraries cannot be forked safely.
METHOD = "fork" if sys.platform == "linux" else "spawn"


class WorkerDied(RuntimeError):
    """A worker process ended by itself: most likely the system killed it for its memory."""


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ordered(tasks: Iterable[T], work: Work[J, T, R], opener: Opener[J], jobs: int, method: str = METHOD) -> Iterator[R]:
    """Yield what `work` makes of each task, in the order of the tasks.

    With one job, or one task, everything happens in this process. `work` and `opener` are importable by name, so that
    they can be sent to a worker. An exception in a worker is raised here; raises WorkerDied where one is gone. One of
    the tasks' own is raised when all that came before it are done. `method` is how processes are begun: `fork` or
    `spawn`.
    """
    faults: list[Exception] = []
    coming = _until_fault(tasks, faults)
    first = tuple(islice(coming, 2)) if jobs > 1 else ()
    every = chain(first, coming)
    if len(first) < 2:
        return _ended(_alone(every, work, opener), faults)
    return _ended(_spread(every, work, _pool(opener, jobs, method), jobs * _WINDOW), faults)


def _until_fault(tasks: Iterable[T], faults: list[Exception]) -> Iterator[T]:
    """Yield tasks until one cannot be had; why is put among the faults."""
    try:
        yield from tasks
    except Exception as fault:  # noqa: BLE001 -- raised by `_ended`
        faults.append(fault)


def _ended(results: Iterator[R], faults: Sequence[Exception]) -> Iterator[R]:
    yield from results
    if faults:
        raise faults[0]


def _pool(opener: Opener[J], jobs: int, method: str) -> ProcessPoolExecutor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(pickle.dumps(opener),))


def _alone(tasks: Iterable[T], work: Work[J, T, R], opener: Opener[J]) -> Iterator[R]:
    judge = opener()
    for task in tasks:
        yield work(judge, task)


def _spread(tasks: Iterable[T], work: Work[J, T, R], pool: ProcessPoolExecutor, window: int) -> Iterator[R]:
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Future[R]] = deque()
    try:
        for task in tasks:
            waiting.append(pool.submit(_do, work, task))
            if len(waiting) >= window:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as fault:
        raise WorkerDied("a worker process was ended from outside, perhaps because the memory was full") from fault
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


class _Worker:
    """What a worker process keeps between tasks: how to open its judge, pickled, and the judge once it is open."""

    opener: bytes = b""
    judge: Any = None


def _begin(opener: bytes) -> None:
    """Make ready a worker. Ctrl-C is for the main process, which ends the workers; without it they end too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # in the main process it is another Ctrl-C, and is inherited
    _Worker.opener, _Worker.judge = opener, None
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()  # what was there before needs no looking through, and few verdicts hold each other
    gc.set_threshold(50_000, 20, 20)


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(work: Work[J, T, R], task: T) -> R:
    # At the first task and not in `_begin`, where an exception would end the worker without saying why.
    if _Worker.judge is None:
        # Pickled even where processes are forked, so that none shares what this one has open.
        _Worker.judge = pickle.loads(_Worker.opener)()  # noqa: S301 -- of our own making
    return work(_Worker.judge, task)
