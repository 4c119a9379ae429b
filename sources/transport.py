"""One way to the web: GET with a name, a limit on everything, and every trouble said as `Unavailable`."""

from __future__ import annotations

import email.utils
import re
import socket
import ssl
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urlsplit

import httpx2

from sources.polite import Blocked, BotWall, Busy, Manners, Moved, Request, Wordless
from sources.source import NO_NETWORK, Unavailable, Unreached
from sources.throttle import Limit

MEGABYTE = 1 << 20
_LARGEST = 64 * MEGABYTE
# Bytes a second below which an answer is not waited for any longer: the Anthology's 12 MB take four minutes at that.
_SLOWEST = 50_000
_PASSING = (httpx2.TimeoutException, httpx2.NetworkError, httpx2.RemoteProtocolError, httpx2.ProxyError)
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")
# Beside 5xx, the statuses of a service that cannot answer now: request timeout, too early, too many requests.
_NOT_NOW = frozenset({408, 425, 429})
_STRETCH = re.compile(r"([0-9]{1,6}) ?(ms|s|m|h|)")
_SECONDS = {"ms": 0.001, "s": 1.0, "": 1.0, "m": 60.0, "h": 3600.0}

_TROUBLE = (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: `found` is false for a 404."""

    found: bool
    media_type: str
    body: bytes
    limit: Limit | None = None


class Transport:
    """A connection to one source."""

    def __init__(self, manners: Manners, *, largest: int = _LARGEST) -> None:
        self._manners = manners
        self._largest = largest
        self._client = httpx2.Client(
            headers={"User-Agent": manners.user_agent},
            timeout=manners.timeout,
            follow_redirects=False,  # the next address is one more request, and so waits for its turn
            verify=_certificates(),
        )

    def get(self, request: Request, *, accept: str = "*/*", pages: bool = False) -> Reply:
        """Return the reply; raise `Unavailable` for what is neither an answer nor a 404 that says so, or `Moved`.

        With `pages` a page for people (HTML) is an answer too; otherwise it is a bot wall.
        """
        address, params = (request.sent_to, None) if request.sent_to else (request.address, request.params or None)
        try:
            with self._client.stream("GET", address, params=params, headers={"Accept": accept}) as response:
                if response.has_redirect_location:
                    raise _moved(request, response)
                body = self._body(request, response)
        except _TROUBLE as trouble:
            raise _unavailable(request, trouble) from trouble
        return _reply(request, response, body, pages=pages)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _body(self, request: Request, response: httpx2.Response) -> bytes:
        begun, in_all = time.monotonic(), max(self._manners.patience / 2, self._manners.timeout)
        pieces: list[bytes] = []
        announced = response.headers.get("Content-Length", "")
        size = int(announced) if announced.isascii() and announced.isdigit() and len(announced) < 20 else 0
        self._check_size(request, size)
        size = 0
        for piece in response.iter_bytes():
            pieces.append(piece)
            size += len(piece)
            self._check_size(request, size)
            if time.monotonic() - begun > in_all + size / _SLOWEST:
                raise Unavailable(request.source, str(request), "the answer came too slowly", passing=True)
        return b"".join(pieces)

    def _check_size(self, request: Request, size: int) -> None:
        if size > self._largest:
            reason = f"the answer is larger than {self._largest // MEGABYTE} MB"
            raise Unavailable(request.source, str(request), reason)


@cache
def _certificates() -> ssl.SSLContext:
    """Return the certificates that are trusted, read once: it takes 18 ms."""
    return httpx2.create_ssl_context()


def _moved(request: Request, response: httpx2.Response) -> Moved | Unavailable:
    """Return where a redirect leads; to nowhere, that the request could not be asked."""
    if response.next_request is None:
        return Unavailable(request.source, str(request), f"HTTP {response.status_code} to nowhere")
    return Moved(str(response.next_request.url))


def _unavailable(request: Request, trouble: BaseException) -> Unavailable:
    """Say a trouble of the network as `Unavailable`: what happened, and whether it may pass."""
    asked = str(request)
    if isinstance(trouble, httpx2.TimeoutException):
        return Unavailable(request.source, asked, "no answer in time", passing=True)
    if isinstance(trouble, httpx2.DecodingError):
        return Unavailable(request.source, asked, "the answer is not compressed as it says", passing=True)
    if fault := _not_looked_up(trouble):
        reason = f"no connection to {urlsplit(asked).netloc} ({fault.strerror or fault}): {NO_NETWORK}"
        return Unreached(request.source, asked, reason, passing=True)
    says = str(trouble)[:200] or type(trouble).__name__
    if isinstance(trouble, _PASSING):
        return Unavailable(request.source, asked, f"no connection ({says})", passing=True)
    return Unavailable(request.source, asked, f"could not be asked ({says})")


def _not_looked_up(trouble: BaseException | None) -> socket.gaierror | None:
    """Return the fault by which the name of a host is unknown, where one is behind a trouble."""
    while trouble is not None and not isinstance(trouble, socket.gaierror):
        trouble = trouble.__cause__ or trouble.__context__
    return trouble


def _refusal(request: Request, response: httpx2.Response) -> Unavailable:
    """Say an answer with an error status as `Unavailable`."""
    status, asked = response.status_code, str(request)
    if status == httpx2.codes.FORBIDDEN:
        return Blocked(request.source, asked, "HTTP 403, it refuses us")
    if status not in _NOT_NOW and status < httpx2.codes.INTERNAL_SERVER_ERROR:
        return Unavailable(request.source, asked, f"HTTP {status}")
    after = retry_after(response.headers.get("Retry-After", ""), time.time())
    busy = Busy(request.source, asked, f"HTTP {status}", after)
    busy.limit = _limit(response.headers)
    busy.too_many = status == httpx2.codes.TOO_MANY_REQUESTS
    return busy


def retry_after(header: str, now: float) -> float | None:
    """Return the seconds that a `Retry-After` header asks for, given in seconds or as a date.

    >>> retry_after("120", 0.0)
    120.0
    >>> retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 0.0)
    60.0
    >>> retry_after("soon", 0.0) is None
    True
    """
    header = header.strip()
    if header.isascii() and header.isdigit():
        return float(header[:12])
    try:
        when = email.utils.parsedate_to_datetime(header)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max((aware - datetime.fromtimestamp(now, UTC)).total_seconds(), 0.0)


def is_page(media_type: str, body: bytes) -> bool:
    """Whether a body is a page for people, by what it is called or how it begins."""
    start = body[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" in media_type.lower() or start.startswith(_PAGE_STARTS)


def _reply(request: Request, response: httpx2.Response, body: bytes, *, pages: bool) -> Reply:
    media_type = response.headers.get("Content-Type", "")
    status = response.status_code
    if status == httpx2.codes.NOT_FOUND:
        if not body.strip():
            raise Wordless(request.source, str(request))
        return Reply(found=False, media_type=media_type, body=body, limit=_limit(response.headers))
    wall = is_page(media_type, body) and not pages
    if wall and status in (httpx2.codes.OK, httpx2.codes.INTERNAL_SERVER_ERROR):
        raise BotWall(request.source, str(request), f"a web page instead of an answer (bot wall, HTTP {status})")
    if status != httpx2.codes.OK:
        raise _refusal(request, response)
    return Reply(found=True, media_type=media_type, body=body, limit=_limit(response.headers))


def _limit(headers: httpx2.Headers) -> Limit | None:
    """Read `x-rate-limit-limit: 10`, `x-rate-limit-interval: 1s` and `x-concurrency-limit: 3`."""
    count = headers.get("x-rate-limit-limit", "")
    stretch = _STRETCH.fullmatch(headers.get("x-rate-limit-interval", "1s").strip().lower())
    if not (stretch and _is_count(count) and int(stretch[1])):
        return None
    at_once = headers.get("x-concurrency-limit", "")
    seconds = int(stretch[1]) * _SECONDS[stretch[2]]
    return Limit.named(int(count), seconds, int(at_once) if _is_count(at_once) else None)


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 7 and int(text) > 0
