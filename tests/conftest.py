"""What every test has: no network but this machine, and, for those that ask for it, the services on it."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from sources import tape
from tests.services import Services

# A test run says the same each time; to look for more, `pytest --hypothesis-profile=search`.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile(
    "search", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("repeatable")

# A shell lets what it runs in the background not hear Ctrl-C, nor what that begins; these tests send it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with tape.closed(but=_THIS_MACHINE):
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_answers_of_others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the user's own cache be an empty folder: what was kept there would answer offline."""
    with pytest.MonkeyPatch.context() as patching:
        patching.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
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
