"""The network closed, and every request refused by name: for work offline, and beneath whatever is played back.

Each context holds for the whole process while it lasts, whatever others begin and end meanwhile.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any, NoReturn

import httpx2


class NotOnTape(httpx2.TransportError):
    """A request that no cassette answers. Sources say it as `Unavailable`, like any trouble of the network."""


class NetworkClosed(OSError):
    """Somebody reached for the network while it was closed."""


@contextmanager
def silence() -> Iterator[None]:
    """Let every request raise `NotOnTape`, and close the network: for work offline."""
    with _OFFLINE.held(), closed():
        yield


# For each context in which the network is closed whom it lets through. Where several overlap, all have to.
_BUT: list[Collection[str]] = []


@contextmanager
def closed(but: Collection[str] = ()) -> Iterator[None]:
    """Let nobody in this process look up a host or connect to one, except those in `but`."""
    _BUT.append(but)
    try:
        with _CLOSED.held():
            yield
    finally:
        _BUT.remove(but)


@contextmanager
def _offline() -> Iterator[None]:
    def refuse(_transport: httpx2.HTTPTransport, _request: httpx2.Request) -> NoReturn:
        raise NotOnTape("offline, and no answer is kept")

    with _instead(httpx2.HTTPTransport, handle_request=refuse):
        yield


@contextmanager
def _guarded() -> Iterator[None]:
    look_up, connect, connect_ex = socket.getaddrinfo, socket.socket.connect, socket.socket.connect_ex

    def refuse(host: object) -> NoReturn:
        raise NetworkClosed(f"the network is closed: no connection to {host}")

    def guarded_look_up(host: Any, *rest: Any, **more: Any) -> Any:
        return look_up(host, *rest, **more) if _is_let(host) else refuse(host)

    def guarded_connect(self: socket.socket, address: Any) -> None:
        return connect(self, address) if _is_open(self, address) else refuse(address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        return connect_ex(self, address) if _is_open(self, address) else refuse(address)

    with (
        _instead(socket, getaddrinfo=guarded_look_up),
        _instead(socket.socket, connect=guarded_connect, connect_ex=guarded_connect_ex),
    ):
        yield


class _Shared:
    """A change to the whole process that several contexts share, in whatever order they begin and end.

    The first makes it and the last undoes it: each for itself would bring back what another had made.
    """

    def __init__(self, change: Callable[[], AbstractContextManager[None]]) -> None:
        self._change = change
        self._lock = threading.Lock()
        self._holders = 0
        self._undo = ExitStack()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Have the change made while the context lasts."""
        with self._lock:
            if not self._holders:
                self._undo.enter_context(self._change())
            self._holders += 1
        try:
            yield
        finally:
            with self._lock:
                self._holders -= 1
                if not self._holders:
                    self._undo.close()


_OFFLINE, _CLOSED = _Shared(_offline), _Shared(_guarded)


@contextmanager
def _instead(owner: Any, **functions: Any) -> Iterator[None]:
    """Put functions in the place of a module's or a class's own, and take them away again."""
    # As `unittest.mock.patch.object` does, which takes longer to load than all else here.
    with ExitStack() as back:
        for name, function in functions.items():
            own = vars(owner).get(name)
            back.callback(*((setattr, owner, name, own) if own is not None else (delattr, owner, name)))
            setattr(owner, name, function)
        yield


def _is_let(host: object) -> bool:
    return all(host in but for but in tuple(_BUT))


def _is_open(connection: socket.socket, address: Any) -> bool:
    inside = connection.family not in (socket.AF_INET, socket.AF_INET6)
    return inside or (isinstance(address, tuple) and _is_let(address[0]))
