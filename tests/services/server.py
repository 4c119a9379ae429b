"""The server itself: one port of this machine, a prefix for each service, a log of every request."""

from __future__ import annotations

import gzip
import random
import select
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qsl, urlsplit

from tests.services import anthology, crossref, dblp, sparql
from tests.services.faults import ANY_DAY, FAULTS, Fault
from tests.services.reply import Params, Question, Reply, as_text

_SERVICES: dict[str, Callable[[Question], Reply]] = {
    "crossref": crossref.answer,
    "dblp": dblp.answer,
    "sparql": sparql.answer,
    "anthology": anthology.answer,
}
_COMPRESS_FROM = 512
_PIECE = b" " * 65_536


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: the path with its prefix, when it came and when its answer began (`time.monotonic`), and its fault."""

    path: str
    params: Params
    headers: dict[str, str]
    begun: float
    answered: float
    status: int
    fault: str = ""


class Services:
    """The running server, as a context. `misbehave` and `behave` may be called at any time."""

    def __init__(self) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler, self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._lock = threading.Lock()
        self._faults: list[tuple[Fault, int]] = []
        self._log: list[Asked] = []
        self._bad_day: tuple[float, int] = (0.0, 0)
        self._times: Counter[str] = Counter()
        self.delay = 0.0
        self.stopping = threading.Event()

    def __enter__(self) -> Services:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()

    def url(self, service: str) -> str:
        """Return the address of `crossref`, `dblp`, `sparql` or `anthology`."""
        return f"http://127.0.0.1:{self._server.server_port}/{service}"

    @property
    def log(self) -> tuple[Asked, ...]:
        """The requests answered so far, in the order in which they came."""
        with self._lock:
            return tuple(sorted(self._log, key=lambda asked: asked.begun))

    def misbehave(self, mode: str, path: str = "/", *, first: int = 1, times: int = 0, detail: str = "") -> None:
        """Let requests whose path begins with `path` meet a fault; the first fault that applies is met."""
        assert mode in FAULTS, f"no such fault: {mode}; there are {', '.join(sorted(FAULTS))}"
        with self._lock:
            self._faults.append((Fault(mode, path, first, times, detail), 0))

    def forget(self) -> None:
        """Begin the log anew."""
        with self._lock:
            self._log.clear()

    def have_a_bad_day(self, rate: float, seed: int = 1) -> None:
        """Let that part of all requests meet one of the faults of any day.

        Which, depends on the question and on how often it was put, not on what else is asked meanwhile.
        """
        with self._lock:
            self._bad_day = (rate, seed)

    def behave(self) -> None:
        """Forget all faults and the log, and let go of whoever is waiting."""
        with self._lock:
            self._bad_day = (0.0, 0)
            self._times.clear()
            self._faults.clear()
            self._log.clear()
        self.stopping.set()
        self.stopping = threading.Event()

    def note(self, asked: Asked) -> None:
        """Keep a request in the log."""
        with self._lock:
            self._log.append(asked)

    def reply(self, path: str, params: Params, headers: dict[str, str]) -> tuple[Reply, str]:
        """Return the right answer, or what a fault makes of it, and the fault's mode."""
        service, _, rest = path.lstrip("/").partition("/")
        known = _SERVICES.get(service)
        if service == "dblp" and rest == "sparql":
            known = sparql.answer
        question = Question(rest, params, headers)
        right = known(question) if known else as_text("no such service", status=404)
        right = replace(right, headers=(*right.headers, *_transcribed(right)))
        fault = self._fault(path) or self._any_fault(path, params)
        if fault:
            return FAULTS[fault.mode](right, fault.detail), fault.mode
        return _compressed(right, headers.get("Accept-Encoding", "")), ""

    def _fault(self, path: str) -> Fault | None:
        """Count the request for every fault of its path, and return the first that applies."""
        with self._lock:
            self._faults = [(fault, nth + path.startswith(fault.path)) for fault, nth in self._faults]
            counted = list(self._faults)
        return next((fault for fault, nth in counted if path.startswith(fault.path) and fault.applies(nth)), None)

    def _any_fault(self, path: str, params: Params) -> Fault | None:
        """Return the fault of a bad day that a question meets, this time that it is put."""
        rate, seed = self._bad_day
        if not rate:
            return None
        if ("again", "1") in params:  # a circle is one, and its other end has no answer to give
            return Fault("redirect-loop", path)
        question = f"{path} {params}"
        with self._lock:
            self._times[question] += 1
            nth = self._times[question]
        luck = random.Random(f"{seed} {nth} {question}")
        if luck.random() >= rate:
            return None
        mode, detail = luck.choice(ANY_DAY)
        return Fault(mode, path, detail=detail)


def _transcribed(reply: Reply) -> tuple[tuple[str, str], ...]:
    return (("X-Transcribed", ", ".join(dict.fromkeys(reply.rows)) or "no row"),)


def _compressed(reply: Reply, accepted: str) -> Reply:
    if "gzip" not in accepted or len(reply.body) < _COMPRESS_FROM or reply.body.startswith(b"\x1f\x8b"):
        return reply
    body = gzip.compress(reply.body, mtime=0)
    return replace(
        reply, body=body, headers=(*reply.headers, ("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding"))
    )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler], services: Services) -> None:
        self.services = services
        super().__init__(address, handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that went away is what many tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        """Answer a GET."""
        self._answer(urlsplit(self.path).query)

    def do_POST(self) -> None:
        """Answer a POST of a form."""
        length = int(self.headers.get("Content-Length") or 0)
        self._answer(self.rfile.read(length).decode("utf-8", errors="replace"))

    def _answer(self, query: str) -> None:
        begun = time.monotonic()
        services, path = self.server.services, urlsplit(self.path).path
        params = tuple(parse_qsl(query, keep_blank_values=True))
        headers = {name.title(): value for name, value in self.headers.items()}
        reply, fault = services.reply(path, params, headers)
        if services.delay:
            time.sleep(services.delay)
        let_go = bool(reply.pause) and self._pause(reply.pause, services.stopping)
        # Noted before it is sent: whoever has the answer finds the request in the log.
        services.note(Asked(path, params, headers, begun, time.monotonic(), reply.status, fault))
        self.close_connection = self.close_connection or let_go or reply.length is not None
        if not let_go:
            self._send(reply, services.stopping)

    def _pause(self, seconds: float, stopping: threading.Event) -> bool:
        """Be silent for a while; return whether that ended early, because all is to stop or nobody waits any more."""
        ends = time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            if stopping.wait(min(left, 0.02)) or self._is_alone():
                return True
        return False

    def _is_alone(self) -> bool:
        """Whether the other side has gone."""
        readable, _, _ = select.select([self.connection], [], [], 0)
        try:
            return bool(readable) and not self.connection.recv(1, socket.MSG_PEEK)
        except OSError:
            return True

    def _send(self, reply: Reply, stopping: threading.Event) -> None:
        if reply.silent:
            self._reset()
            return
        length = len(reply.body) + reply.padding if reply.length is None else reply.length
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media_type)
        self.send_header("Content-Length", str(length))
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        if reply.drip:
            self._drip(reply, stopping)
        else:
            self.wfile.write(reply.body[: reply.cut])
        for _ in range(reply.padding // len(_PIECE)):
            self.wfile.write(_PIECE)
        self.wfile.write(_PIECE[: reply.padding % len(_PIECE)])
        self.wfile.flush()
        if reply.cut is not None:
            self._reset()

    def _drip(self, reply: Reply, stopping: threading.Event) -> None:
        for byte in reply.body:
            self.wfile.write(bytes((byte,)))
            self.wfile.flush()
            if stopping.wait(reply.drip):
                self.close_connection = True
                return

    def _reset(self) -> None:
        """End the connection with a reset instead of a goodbye."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def version_string(self) -> str:
        """Return a name without versions, so that answers are the same everywhere."""
        return "services"

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Return always the same date: an answer says nothing of when it was given."""
        return "Thu, 01 Jan 1970 00:00:00 GMT"

    def log_message(self, *_message: object) -> None:
        """Write no log to the terminal."""
