"""The network closed, and every request refused by name: for work offline, and beneath whatever is played back.

Each context holds for the whole process while it lasts.
"""

from __future__ import annotations

import socket
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, NoReturn

import httpx2


class NotOnTape(httpx2.TransportError):
    """A request that no cassette answers. Sources say it as `Unavailable`, like any trouble of the network."""


class NetworkClosed(OSError):
    """Somebody reached for the network while it was closed."""


@contextmanager
def silence() -> Iterator[None]:
    """Let every request raise `NotOnTape`, and close the network: for work offline."""

    def refuse(_transport: httpx2.HTTPTransport, request: httpx2.Request) -> NoReturn:
        raise NotOnTape(f"offline, nobody is asked: {request.method} {request.url}")

    with _instead(httpx2.HTTPTransport, handle_request=refuse), closed():
        yield


@contextmanager
def closed(but: Collection[str] = ()) -> Iterator[None]:
    """Let nobody in this process look up a host or connect to one, except those in `but`."""
    look_up, connect, connect_ex = socket.getaddrinfo, socket.socket.connect, socket.socket.connect_ex

    def refuse(host: object) -> NoReturn:
        raise NetworkClosed(f"the network is closed: no connection to {host}")

    def guarded_look_up(host: Any, *rest: Any, **more: Any) -> Any:
        return look_up(host, *rest, **more) if host in but else refuse(host)

    def guarded_connect(self: socket.socket, address: Any) -> None:
        return connect(self, address) if _is_open(self, address, but) else refuse(address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        return connect_ex(self, address) if _is_open(self, address, but) else refuse(address)

    with (
        _instead(socket, getaddrinfo=guarded_look_up),
        _instead(socket.socket, connect=guarded_connect, connect_ex=guarded_connect_ex),
    ):
        yield


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


def _is_open(connection: socket.socket, address: Any, but: Collection[str]) -> bool:
    inside = connection.family not in (socket.AF_INET, socket.AF_INET6)
    return inside or (isinstance(address, tuple) and address[0] in but)
