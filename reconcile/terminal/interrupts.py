"""Ctrl-C, and the signal by which a system ends a program: the first asks to stop, the second stops."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def ended_like_ctrl_c() -> Iterator[None]:
    """Let SIGTERM be a KeyboardInterrupt, so that what is under way is put in order; in the main thread only."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL if before is None else before)


def unheeded() -> None:
    """Let Ctrl-C do nothing any more, where the program is at its end: its status is known."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)


class Interrupts:
    """The interrupts of one run. `first` is set by the first that comes while it is awaited.

    Any other interrupt is a KeyboardInterrupt, wherever the program is.
    """

    def __init__(self, says: str) -> None:
        self.first = threading.Event()
        self._says = f"reconcile: {says}\n".encode()
        self._awaited = False

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """Heed Ctrl-C and SIGTERM; nothing where this is not the main thread, which alone gets signals."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = [signal.signal(each, self._heed) for each in _SIGNALS]
        try:
            yield
        finally:
            for each, handler in zip(_SIGNALS, before, strict=True):
                signal.signal(each, signal.SIG_DFL if handler is None else handler)

    @contextmanager
    def awaited(self) -> Iterator[None]:
        """Let the first interrupt set `first` and go on."""
        self._awaited = True
        try:
            yield
        finally:
            self._awaited = False

    def _heed(self, _signal: int, _frame: FrameType | None) -> None:
        if not self._awaited or self.first.is_set():
            raise KeyboardInterrupt
        self.first.set()
        with suppress(OSError):  # nobody reads it any more
            os.write(2, self._says)  # not through sys.stderr, which may be in the middle of a line of its own
