"""Tasks through worker processes and back in order, with no more of them under way than a window holds.

Each worker opens its own judge: what a catalogue maps into memory is shared by the system, and nothing else is.
"""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from sources.processes import METHOD, in_order, pool_of

_COLLECTED = (500_000, 20, 20)  # as of the command line, for workers that are no forks of it

J = TypeVar("J")
T = TypeVar("T")
R = TypeVar("R")
# What is done with a judge, or whatever else a worker opens once and keeps, and a task; and how it is opened.
Work = Callable[[J, T], R]
Opener = Callable[[], J]


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
    return _ended(_spread(every, work, opener, jobs, method), faults)


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


def _alone(tasks: Iterable[T], work: Work[J, T, R], opener: Opener[J]) -> Iterator[R]:
    judge = opener()
    for task in tasks:
        yield work(judge, task)


def _spread(tasks: Iterable[T], work: Work[J, T, R], opener: Opener[J], jobs: int, method: str) -> Iterator[R]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        with pool_of(jobs, partial(_begin, pickle.dumps(opener)), method) as pool:
            yield from in_order(pool, partial(_do, work), tasks, jobs)
    except BrokenProcessPool as fault:
        raise WorkerDied("a worker process was ended from outside, perhaps because the memory was full") from fault


class _Worker:
    """What a worker process keeps between tasks: how to open its judge, pickled, and the judge once it is open."""

    opener: bytes = b""
    judge: Any = None


def _begin(opener: bytes) -> None:
    _Worker.opener, _Worker.judge = opener, None
    gc.freeze()  # what was there before needs no looking through, and few verdicts hold each other
    gc.set_threshold(*_COLLECTED)


def _do(work: Work[J, T, R], task: T) -> R:
    # At the first task and not in `_begin`, where an exception would end the worker without saying why.
    if _Worker.judge is None:
        # Pickled even where processes are forked, so that none shares what this one has open.
        _Worker.judge = pickle.loads(_Worker.opener)()  # noqa: S301 -- of our own making
    return work(_Worker.judge, task)
