"""What every test has: no network but this machine, and, for those that ask for it, the services on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sources import tape
from tests.services import Services

_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with tape.closed(but=_THIS_MACHINE):
        yield


@pytest.fixture(scope="session")
def _running() -> Iterator[Services]:
    with Services() as services:
        yield services


@pytest.fixture
def services(_running: Services) -> Iterator[Services]:
    """Crossref, DBLP and the Anthology on this machine, well-behaved and with an empty log."""
    _running.behave()
    yield _running
    _running.behave()
