"""One way to the web: GET with a name, a limit on everything, and every trouble said as `Unavailable`."""

from __future__ import annotations

import email.utils
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import httpx2

from sources.polite import Blocked, BotWall, Manners, Missing, Payload, Request, Store, polite
from sources.source import Unavailable
from sources.throttle import Limit

MEGABYTE = 1 << 20
_LARGEST = 64 * MEGABYTE
_MOST_REDIRECTS = 5
_PASSING = (httpx2.TimeoutException, httpx2.NetworkError, httpx2.RemoteProtocolError, httpx2.ProxyError)
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")

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
            follow_redirects=True,
            max_redirects=_MOST_REDIRECTS,
            verify=_certificates(),
        )

    def get(self, request: Request, *, accept: str = "*/*", pages: bool = False) -> Reply:
        """Return the reply; raise `Unavailable` for anything that is neither an answer nor a 404.

        With `pages` a page for people (HTML) is an answer too; otherwise it is a bot wall.
        """
        try:
            with self._client.stream(
                "GET", request.address, params=request.params or None, headers={"Accept": accept}
            ) as response:
                body = self._body(request, response)
        except _TROUBLE as trouble:
            raise _unavailable(request, trouble) from trouble
        return _reply(request, response, body, pages=pages)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _body(self, request: Request, response: httpx2.Response) -> bytes:
        begun = time.monotonic()
        pieces: list[bytes] = []
        size = 0
        for piece in response.iter_bytes():
            pieces.append(piece)
            size += len(piece)
            if size > self._largest:
                reason = f"the answer is larger than {self._largest // MEGABYTE} MB"
                raise Unavailable(request.source, str(request), reason)
            if time.monotonic() - begun > max(self._manners.patience, self._manners.timeout):
                raise Unavailable(request.source, str(request), "the answer came too slowly", passing=True)
        return b"".join(pieces)


@cache
def _certificates() -> ssl.SSLContext:
    """Return the certificates that are trusted, read once: it takes 18 ms."""
    return httpx2.create_ssl_context()


def _unavailable(request: Request, trouble: BaseException) -> Unavailable:
    """Say a trouble of the network as `Unavailable`: what happened, and whether it may pass."""
    asked = str(request)
    if isinstance(trouble, httpx2.TimeoutException):
        return Unavailable(request.source, asked, "no answer in time", passing=True)
    if isinstance(trouble, httpx2.DecodingError):
        return Unavailable(request.source, asked, "the answer is not compressed as it says")
    if isinstance(trouble, httpx2.TooManyRedirects):
        return Unavailable(request.source, asked, "sent from address to address without end")
    says = str(trouble)[:200] or type(trouble).__name__
    if isinstance(trouble, _PASSING):
        return Unavailable(request.source, asked, f"no connection ({says})", passing=True)
    return Unavailable(request.source, asked, f"could not be asked ({says})")


def _refusal(request: Request, response: httpx2.Response) -> Unavailable:
    """Say an answer with an error status as `Unavailable`."""
    status, asked = response.status_code, str(request)
    if status == httpx2.codes.FORBIDDEN:
        return Blocked(request.source, asked, "HTTP 403, it refuses us")
    passing = status == httpx2.codes.TOO_MANY_REQUESTS or status >= httpx2.codes.INTERNAL_SERVER_ERROR
    after = retry_after(response.headers.get("Retry-After", ""), time.time()) if passing else None
    return Unavailable(request.source, asked, f"HTTP {status}", passing=passing, retry_after=after)


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


def fetcher(
    source: str,
    manners: Manners | None = None,
    store: Store | None = None,
    *,
    largest: int = _LARGEST,
) -> Callable[[str], bytes]:
    """Return a polite `fetch(address) -> bytes` for a source of plain files; a 404 raises `Missing`."""
    manners = manners or Manners()
    transport = Transport(manners, largest=largest)

    def ask(request: Request) -> Payload:
        reply = transport.get(request)
        if not reply.found:
            raise Missing(request.source, str(request), "HTTP 404, no such thing")
        return Payload(reply.body, limit=reply.limit)

    answer = polite(ask, manners, store)
    return lambda address: answer(Request(source, source, address)).body


def _reply(request: Request, response: httpx2.Response, body: bytes, *, pages: bool) -> Reply:
    media_type = response.headers.get("Content-Type", "")
    status = response.status_code
    if status == httpx2.codes.NOT_FOUND:
        return Reply(found=False, media_type=media_type, body=body)
    wall = is_page(media_type, body) and not pages
    if wall and status in (httpx2.codes.OK, httpx2.codes.INTERNAL_SERVER_ERROR):
        raise BotWall(request.source, str(request), f"a web page instead of an answer (bot wall, HTTP {status})")
    if status != httpx2.codes.OK:
        raise _refusal(request, response)
    return Reply(found=True, media_type=media_type, body=body, limit=_limit(response.headers))


def _limit(headers: httpx2.Headers) -> Limit | None:
    """Read `x-rate-limit-limit: 10` and `x-rate-limit-interval: 1s`."""
    count, seconds = headers.get("x-rate-limit-limit", ""), headers.get("x-rate-limit-interval", "1s").rstrip("sS ")
    if not (count.isascii() and count.isdigit() and seconds.isascii() and seconds.isdigit()):
        return None
    if not 0 < len(count) < 7 or not 0 < len(seconds) < 7 or not int(count) or not int(seconds):
        return None
    return Limit(int(count), float(seconds))
