"""The public dumps, downloaded: DBLP's and the Anthology's, in one file each, resumed where a download broke off.

A download grows in `NAME.part`, with what says which file it is part of in `NAME.part.json`; it becomes `NAME` at
the end, by one rename, with the date that the server gave it. Whatever is no such dump is refused before that.
"""

from __future__ import annotations

import email.utils
import json
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import httpx2

from sources.catalog.offers import NOT_OFFERED, OFFERS, Offer
from sources.catalog.versions import CatalogError
from sources.locks import lock
from sources.polite import Blocked, BotWall, Clock, Manners, Missing, Payload, Request, Sleep, retried
from sources.source import NO_NETWORK, Unavailable
from sources.transport import is_page, retry_after

__all__ = ["NOT_OFFERED", "OFFERS", "Fetched", "Offer", "fetch"]

MEGABYTE = 1 << 20
# Asked of the reader: how many bytes are here, and how many there will be, where the server said.
Told = Callable[[int, int | None], None]

_MOST_REDIRECTS = 5
# One break of the connection: four tries within five minutes. A download that got further meanwhile may break again.
_TRIES, _PATIENCE = 4, 300.0
# A reader of a gigabyte waits for hours, not for days: slower than this over a minute is given up, and tried again.
_SLOWEST, _MINUTE = 4096, 60.0
_MAGIC = b"\x1f\x8b\x08"
_GOOD = (httpx2.codes.OK, httpx2.codes.PARTIAL_CONTENT)
_WALL = "a web page instead of the file (bot wall"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A dump on disk: where, how many bytes, and whether the one that was there already is the newest."""

    path: Path
    size: int
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """What is here of a file: its length, and what the server called the file it belongs to."""

    size: int = 0
    etag: str = ""
    modified: str = ""

    @property
    def name(self) -> str:
        """What `If-Range` may ask for: a strong ETag, else the date (RFC 9110, 13.1.5)."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.modified


def fetch(
    offer: Offer,
    folder: Path,
    manners: Manners | None = None,
    *,
    told: Told = lambda _here, _all: None,
    clock: Clock = time.monotonic,
    sleep: Sleep = time.sleep,
    chance: Callable[[], float] = random.random,
) -> Fetched:
    """Download a dump into a folder, going on from what an earlier download left there.

    Raises `Unavailable` where the source cannot be asked or answers something that is not this dump (the part that
    is good stays for the next time), `CatalogError` where another process fetches it into this folder, and `OSError`
    where the folder cannot be written.
    """
    manners = replace(manners or Manners(), tries=_TRIES, patience=_PATIENCE)
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder / offer.name), _client(manners) as client:
        job = _Job(offer, folder, client, told, clock)
        while True:
            before = job.here()
            ask = retried(job.go_on, manners, clock=clock, sleep=sleep, chance=chance)
            try:
                answer = ask(Request(offer.source, offer.source, offer.address))
            except Unavailable as failure:
                if not failure.passing or job.here() < before + MEGABYTE:
                    raise
            else:
                return Fetched(job.path, job.path.stat().st_size, unchanged=answer.empty)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold what keeps two downloads of one file apart; raise `CatalogError` at once where another has it."""
    held = path.with_name(f".{path.name}.lock")
    with held.open("ab") as file:
        # One that has just ended takes its lock's file away with it, and with that what was locked here.
        if not lock(file) or not held.exists() or not os.path.samestat(os.fstat(file.fileno()), held.stat()):
            raise CatalogError(f"{path}: another process is fetching it; wait for its end")
        try:
            yield
        finally:
            with suppress(OSError):  # Windows takes no open file away
                held.unlink()


def _client(manners: Manners) -> httpx2.Client:
    # `identity`: a server that packs the packed file again would make ranges and sizes those of another file.
    return httpx2.Client(
        headers={"User-Agent": manners.user_agent, "Accept-Encoding": "identity"},
        timeout=manners.timeout,
        follow_redirects=True,
        max_redirects=_MOST_REDIRECTS,
    )


class _Job:
    """One dump on its way into one folder."""

    def __init__(self, offer: Offer, folder: Path, client: httpx2.Client, told: Told, clock: Clock) -> None:
        self.path = folder / offer.name
        self._offer = offer
        self._client = client
        self._told = told
        self._clock = clock
        self._part = folder / f"{offer.name}.part"
        self._named = folder / f"{offer.name}.part.json"

    def here(self) -> int:
        """Return how many bytes of the file are here."""
        return self._part.stat().st_size if self._part.exists() else 0

    def go_on(self, request: Request) -> Payload:
        """Ask for what is not here yet, and keep it; the payload is empty where nothing has changed."""
        part = self._kept()
        with self._asked(part) as response:
            if response.status_code == httpx2.codes.NOT_MODIFIED and self.path.exists():
                return Payload(b"", empty=True)
            if _is_all(part, response):
                self._finish(part.modified)
                return Payload(b"")
            self._refuse(request, response)
            coming = self._placed(part, response)
            self._check_size(coming, response)
            self._write(coming, response)
        self._finish(coming.modified)
        return Payload(b"")

    @contextmanager
    def _asked(self, part: _Part) -> Iterator[httpx2.Response]:
        headers = {"Range": f"bytes={part.size}-", "If-Range": part.name} if part.size else self._newer()
        try:
            with self._client.stream("GET", self._offer.address, headers=headers) as response:
                yield response
        except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as trouble:
            raise self._unavailable(trouble) from trouble

    def _newer(self) -> dict[str, str]:
        """Ask for a file only if it is newer than the one that is here, which bears the date the server gave it."""
        if not self.path.exists() or self.path.stat().st_size < self._offer.least:
            return {}
        return {"If-Modified-Since": email.utils.formatdate(self.path.stat().st_mtime, usegmt=True)}

    def _kept(self) -> _Part:
        """Return what is here of the file; what nobody can say the file of is thrown away."""
        try:
            named = json.loads(self._named.read_text(encoding="utf-8"))
            same = named["address"] == self._offer.address
            part = _Part(self._part.stat().st_size, str(named["etag"]), str(named["modified"]))
        except (OSError, ValueError, KeyError, TypeError):
            same, part = False, _Part()
        if same and part.size and part.name:
            return part
        self._drop()
        return _Part()

    def _drop(self) -> None:
        self._part.unlink(missing_ok=True)
        self._named.unlink(missing_ok=True)

    def _refuse(self, request: Request, response: httpx2.Response) -> None:
        """Raise for whatever is neither the file nor a piece of it."""
        status = response.status_code
        if urlsplit(self._offer.address).scheme == "https" and response.url.scheme != "https":
            raise self._no(f"sent on to {response.url}, which is not encrypted")
        page = is_page(response.headers.get("Content-Type", ""), b"")
        if page and status in (*_GOOD, httpx2.codes.INTERNAL_SERVER_ERROR):
            raise BotWall(request.source, str(request), self._advised(f"{_WALL}, HTTP {status})"))
        if status in _GOOD:
            return
        if status == httpx2.codes.NOT_FOUND:
            raise Missing(request.source, str(request), self._advised("HTTP 404, there is no such file"))
        if status == httpx2.codes.FORBIDDEN:
            raise Blocked(request.source, str(request), self._advised("HTTP 403, it refuses us"))
        if status == httpx2.codes.RANGE_NOT_SATISFIABLE:
            self._drop()
            raise self._no("what is here is not of the file that is there now; it is fetched anew", passing=True)
        passing = status == httpx2.codes.TOO_MANY_REQUESTS or status >= httpx2.codes.INTERNAL_SERVER_ERROR
        after = retry_after(response.headers.get("Retry-After", ""), time.time()) if passing else None
        raise Unavailable(
            request.source, str(request), self._advised(f"HTTP {status}"), passing=passing, retry_after=after
        )

    def _placed(self, part: _Part, response: httpx2.Response) -> _Part:
        """Return where the answer goes on from: the part that is here, or the beginning."""
        etag, modified = response.headers.get("ETag", ""), response.headers.get("Last-Modified", "")
        if response.status_code == httpx2.codes.OK:
            self._drop()
            return _Part(0, etag, modified)
        start = _whole(response.headers.get("Content-Range", "").removeprefix("bytes ").partition("-")[0])
        named = ((etag, part.etag), (modified, part.modified))
        changed = any(now and then and now != then for now, then in named)
        if not part.size or start != part.size or changed:
            self._drop()
            raise self._no("the file has changed since its first part was fetched; it is fetched anew", passing=True)
        return part

    def _check_size(self, coming: _Part, response: httpx2.Response) -> None:
        """Raise where the file as announced is far too small or large, or would not fit on the disk."""
        whole = _announced(coming, response)
        if whole is None:
            return
        self._check_whole(whole)
        free = shutil.disk_usage(self.path.parent).free
        if whole - coming.size > free:
            needed = (whole - coming.size) // MEGABYTE
            raise OSError(28, f"needs {needed} MB more than are there ({free // MEGABYTE} MB are free)")

    def _check_whole(self, size: int) -> None:
        due = self._offer
        if size < due.least:
            raise self._dropped(f"only {size:,} bytes, where at least {due.least:,} are due")
        if size > due.largest:
            raise self._dropped(f"{size:,} bytes, where at most {due.largest:,} are due")

    def _write(self, coming: _Part, response: httpx2.Response) -> None:
        """Append what comes to what is here; a piece that came stays, whatever happens to the next."""
        whole = _announced(coming, response)
        here, begun = coming.size, self._clock()
        self._told(here, whole)
        self._named.write_text(
            json.dumps({"address": self._offer.address, "etag": coming.etag, "modified": coming.modified}),
            encoding="utf-8",
        )
        with self._part.open("ab") as file:
            for piece in response.iter_raw():
                if not here:
                    self._check_start(piece)
                file.write(piece)
                here += len(piece)
                if here > self._offer.largest:
                    raise self._dropped(f"more than {self._offer.largest:,} bytes, which are the most that are due")
                self._told(here, whole)
                self._check_speed(here - coming.size, self._clock() - begun)
            file.flush()
            os.fsync(file.fileno())
        if whole is not None and here != whole:
            raise self._no(f"the answer ended after {here:,} of {whole:,} bytes", passing=True)
        if self.here() != here:
            raise self._dropped(f"{self.here():,} bytes are here where {here:,} came: somebody else wrote them")

    def _check_start(self, piece: bytes) -> None:
        if is_page("", piece):
            raise BotWall(self._offer.source, self._offer.address, self._advised(f"{_WALL})"))
        if not piece.startswith(_MAGIC[: len(piece)]):
            raise self._no("what came is not packed with gzip, as the file is")

    def _check_speed(self, received: int, seconds: float) -> None:
        if seconds > _MINUTE and received < _SLOWEST * seconds:
            raise self._no("the answer came too slowly", passing=True)

    def _finish(self, modified: str) -> None:
        """Put the file in its place, with the date that the server gave it."""
        self._check_whole(self.here())
        try:
            date = email.utils.parsedate_to_datetime(modified).timestamp()
        except (TypeError, ValueError, IndexError, OverflowError):
            date = None
        if date is not None:
            os.utime(self._part, (date, date))
        self._part.replace(self.path)
        self._named.unlink(missing_ok=True)

    def _unavailable(self, trouble: BaseException) -> Unavailable:
        """Say a trouble of the network: what happened, and whether it may pass."""
        says = str(trouble)[:200] or type(trouble).__name__
        if isinstance(trouble, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.ProxyError):
            host = urlsplit(self._offer.address).netloc
            return self._no(f"no connection to {host} ({says}): {NO_NETWORK}", passing=True)
        if isinstance(trouble, httpx2.TimeoutException):
            return self._no("no answer in time", passing=True)
        if isinstance(trouble, httpx2.NetworkError | httpx2.RemoteProtocolError):
            return self._no(f"the connection broke after {self.here():,} bytes ({says})", passing=True)
        if isinstance(trouble, httpx2.TooManyRedirects):
            return self._no("sent from address to address without end")
        return self._no(f"could not be asked ({says})")

    def _no(self, reason: str, *, passing: bool = False) -> Unavailable:
        return Unavailable(self._offer.source, self._offer.address, self._advised(reason), passing=passing)

    def _dropped(self, reason: str) -> Unavailable:
        """Throw away what is here, as no part of the file, and return why."""
        self._drop()
        return self._no(reason)

    def _advised(self, reason: str) -> str:
        return f"{reason}; {self._offer.otherwise}" if self._offer.otherwise else reason


def _announced(coming: _Part, response: httpx2.Response) -> int | None:
    """Return the size of the whole file as the answer announces it, or None."""
    whole = _whole(response.headers.get("Content-Range", "").rpartition("/")[2])
    if response.status_code == httpx2.codes.PARTIAL_CONTENT and whole is not None:
        return whole
    length = _whole(response.headers.get("Content-Length", ""))
    return None if length is None else coming.size + length


def _is_all(part: _Part, response: httpx2.Response) -> bool:
    """Whether the server has nothing to add to the part, which is the file then (`Content-Range: bytes */SIZE`)."""
    if response.status_code != httpx2.codes.RANGE_NOT_SATISFIABLE:
        return False
    return bool(part.size) and _whole(response.headers.get("Content-Range", "").rpartition("/")[2]) == part.size


def _whole(text: str) -> int | None:
    """Read a number of a header; None for anything else.

    >>> _whole("1107081001"), _whole("-1"), _whole("")
    (1107081001, None, None)
    """
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
