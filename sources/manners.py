"""How services are asked: the question, the answer, the limits, and what may go wrong.

`sources.polite` asks by these; nothing here waits, keeps or talks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from threading import Event
from typing import Protocol
from urllib.parse import urlencode, urlsplit

from sources.source import Answer, Stopped, Unavailable
from sources.throttle import Limit

# https://www.crossref.org/blog/announcing-changes-to-rest-api-rate-limits/ (since 2025-12-01);
# https://dblp.org/faq/1474706.html asks for one to two seconds between requests;
# the Anthology and sparql.dblp.org publish no figure and get the same.
LIMITS: dict[str, Limit] = {
    "crossref-single": Limit(5, 1.0, at_once=1),
    "crossref-single-polite": Limit(10, 1.0, at_once=3),
    "crossref-list": Limit(1, 1.0, at_once=1),
    "crossref-list-polite": Limit(3, 1.0, at_once=3),
    "dblp": Limit(1, 1.0),
    "sparql": Limit(1, 1.0),
    "anthology": Limit(1, 1.0),
}
_STRANGER = Limit(1, 1.0)
_ADDRESS = re.compile(r"[!-~]+@[!-~]+")


class Missing(Unavailable):
    """The service answered that there is no such thing (404), where only the thing itself would do."""


class Wordless(Missing):
    """A 404 without a body: who knows that there is no such thing says so. It is asked again before it is believed."""

    def __init__(self, source: str, asked: str) -> None:
        super().__init__(source, asked, "HTTP 404 without a word", passing=True)


class Busy(Unavailable):
    """The service answers that it cannot now (408, 425, 429, 5xx).

    `limit` is one that it named with that; `too_many` says that it has too much of us, and not only of this question.
    """

    def __init__(self, source: str, asked: str, reason: str, retry_after: float | None = None) -> None:
        super().__init__(source, asked, reason, passing=True, retry_after=retry_after)
        self.limit: Limit | None = None
        self.too_many = False


class Moved(Exception):
    """The service sends us to another `address`, which is one more request."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class BotWall(Unavailable):
    """A page for people came where an answer for programs was due."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question: who is asked (`source`), under which limit (`lane`), at what address, with what.

    `sent_to` is where the service sent us on to; it is the same question still.
    """

    source: str
    lane: str
    address: str
    params: tuple[tuple[str, str], ...] = ()
    sent_to: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return the request as one address, which is also what an answer is kept under."""
        return f"{self.address}?{urlencode(self.params, errors='replace')}" if self.params else self.address

    @property
    def service(self) -> str:
        """The service that is asked: the lane up to its first hyphen, and the host (which may serve several)."""
        return f"{self.lane.partition('-')[0]} at {urlsplit(self.address).netloc}"


@dataclass(frozen=True, slots=True)
class Payload:
    """An answer as it came. `empty` says that the service knows nothing; `limit` is one that it named itself."""

    body: bytes
    empty: bool = False
    limit: Limit | None = None

    @property
    def text(self) -> str:
        """The body as text; bytes that are not UTF-8 become U+FFFD."""
        return self.body.decode("utf-8", errors="replace")


Ask = Callable[[Request], Payload]


class Store(Protocol):
    """Where answers are kept."""

    def get(self, request: Request) -> Payload | None:
        """Return the kept answer, or None where there is none that is fresh."""

    def put(self, request: Request, payload: Payload) -> None:
        """Keep an answer."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How services are asked.

    `tries` and `patience` (seconds in all) bound one question; `timeout` is for one try. After `failures` in a
    row a service is set aside for `rest` seconds. `hurry` never waits and sets nobody aside for failing: for replay,
    where nobody is at the other end. Once `stop` is set nothing more is asked, and whoever waits raises `Stopped`.
    """

    mailto: str = ""
    tries: int = 4
    patience: float = 60.0
    timeout: float = 20.0
    failures: int = 3
    rest: float = 30.0
    hurry: bool = False
    limits: tuple[tuple[str, Limit], ...] = ()
    stop: Event = field(default_factory=Event, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.mailto and not _ADDRESS.fullmatch(self.mailto):
            raise ValueError(f"mailto is not a mail address: {self.mailto!r}; write it as name@example.org")
        if self.tries < 1 or self.failures < 1 or self.patience < 0 or self.timeout <= 0 or self.rest <= 0:
            raise ValueError(f"tries, failures, timeout and rest must be positive: {self}")

    @property
    def user_agent(self) -> str:
        """What we call ourselves: `bibreconcile/0.1.0 (mailto:me@example.org)`."""
        return product() + (f" (mailto:{self.mailto})" if self.mailto else "")

    def limit(self, lane: str) -> Limit:
        """Return the limit of a lane: the caller's own, else the published one, the polite one with a mailto."""
        known = LIMITS | dict(self.limits)
        own = dict(self.limits).get(lane)
        return own or (known.get(f"{lane}-polite") if self.mailto else None) or known.get(lane, _STRANGER)

    def sleep(self, seconds: float) -> None:
        """Wait, unless nothing more is to be asked. Raises `Stopped`."""
        if self.stop.wait(seconds):
            raise Stopped("nothing more is asked")

    def check(self) -> None:
        """Raise `Stopped` where nothing more is to be asked."""
        if self.stop.is_set():
            raise Stopped("nothing more is asked")


def product() -> str:
    """Return our name and version: `bibreconcile/0.1.0`."""
    try:
        return f"bibreconcile/{version('bibreconcile')}"
    except PackageNotFoundError:
        return "bibreconcile"


def understood(request: Request, payload: Payload, read: Callable[[Payload], Answer], no: type[Exception]) -> Payload:
    """Return an answer that its reader understands, marked as empty where the service knows of nothing.

    Raises `Unavailable` where the reader raises `no`: it is nothing that the service says, and nobody keeps it. An
    answer of which something could not be read is not empty.
    """
    try:
        answer = read(payload)
    except no as trouble:
        raise Unavailable(request.source, str(request), str(trouble), passing=True) from trouble
    return replace(payload, empty=not answer.records and not answer.unread)
