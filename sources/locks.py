"""Locks on files that one process at a time may write; a killed process loses its own.

Windows has no such locks: there every lock is given, and processes that write one file are not kept apart.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

# Where files cannot be locked so, an open one cannot be moved either.
MOVES_OPEN_FILES = fcntl is not None


def lock(file: int | IO[bytes]) -> bool:
    """Lock an open file, and say whether that was possible: not where another process has it locked."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def unlock(file: int | IO[bytes]) -> None:
    """Unlock an open file for all processes that hold it open, as those that were forked meanwhile do."""
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Do something in a folder while whoever else does so waits; nobody does where a folder cannot be locked."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a folder of another machine may be none that can be locked
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
