"""Processes beside this one: their results in order, no more under way than a few each, and none that outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sources.processes import in_order, pool_of

WAITS = """
import os, sys, time
from sources.processes import pool_of
with pool_of(2, int) as pool:
    print(*{pool.submit(os.getpid).result() for _ in range(9)}, flush=True)
    time.sleep(60)
"""


def test_results_come_in_order_and_few_are_ahead() -> None:
    begun: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(40):
            begun.append(number)
            yield number

    with pool_of(2, int) as pool:
        for done, result in enumerate(in_order(pool, str, tasks(), 2)):
            assert result == str(done)
            assert len(begun) <= done + 9


@pytest.mark.skipif(sys.platform != "linux", reason="what runs is looked up in /proc")
@pytest.mark.parametrize("stopped", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_none_outlives_the_one_that_began_it(stopped: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITS], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as main:
        assert main.stdout
        workers = main.stdout.readline().split()
        assert workers
        os.kill(main.pid, stopped)
        main.wait(20)
    until = time.monotonic() + 20
    while left := [pid for pid in workers if Path("/proc", pid).exists()]:
        assert time.monotonic() < until, f"{left} are left"
        time.sleep(0.05)
