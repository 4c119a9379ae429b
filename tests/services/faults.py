"""The ways in which a service can go wrong: a table from a name to what it makes of the right answer."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.services.reply import Reply

_FOREVER = 3600.0
_WALL = (
    b"<!DOCTYPE html>\n<html lang=en><head><title>Making sure you're not a bot!</title></head>"
    b"<body><noscript>Please enable JavaScript</noscript></body></html>\n"
)

Change = Callable[[Reply, str], Reply]


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault on the way: on requests whose path begins so, from the `first` one on, for `times` of them.

    `detail` is the fault's own: the value of `Retry-After`, seconds, bytes. `times` 0 means from then on.
    """

    mode: str
    path: str = "/"
    first: int = 1
    times: int = 0
    detail: str = ""

    def applies(self, nth: int) -> bool:
        """Whether the nth request under this path (from 1) is concerned."""
        return nth >= self.first and (not self.times or nth < self.first + self.times)


def _status(code: int) -> Change:
    def change(_reply: Reply, detail: str) -> Reply:
        return Reply(code, "text/plain", headers=(("Retry-After", detail),) if detail else ())

    return change


def _with(**changed: object) -> Change:
    return lambda reply, _detail: replace(reply, **changed)  # type: ignore[arg-type]


def _garbled(reply: Reply, _detail: str) -> Reply:
    """Return what looks like the right answer at first, and is not well-formed."""
    if reply.body.startswith(b"\x1f\x8b"):
        return replace(reply, body=reply.body[:10] + b"\xff" * (len(reply.body) - 10))
    return replace(reply, body=reply.body[:1] + b"<dblp {{,&;" + reply.body[1:].replace(b'"', b""))


def _wrongly_encoded(reply: Reply, _detail: str) -> Reply:
    coding = "deflate" if reply.body.startswith(b"\x1f\x8b") else "gzip"
    return replace(reply, headers=(*reply.headers, ("Content-Encoding", coding)))


def _half(reply: Reply) -> bytes:
    return reply.body[: len(reply.body) // 2]


# What a service on a bad day does, each as often as any other: a mode and its detail.
ANY_DAY: tuple[tuple[str, str], ...] = (
    *((str(code), "") for code in (404, 429, 500, 502, 503, 504)),
    *((code, after) for code in ("429", "503") for after in ("1", "Thu, 01 Jan 1970 00:00:00 GMT", "soon")),
    *((mode, "") for mode in ("bot-wall", "empty", "encoding-lie", "garbled", "half-gzip", "hang-up", "other-json")),
    *((mode, "") for mode in ("redirect-loop", "reset", "short", "truncated")),
    ("page-type", "text/html"),
    ("stall", "8"),
    ("stall", "0.05"),
    ("drip", "0.3"),
    ("huge", "200000000"),
)


# A wall is met with 200 or with 500 (both were seen before dblp.org in autumn 2026).
FAULTS: dict[str, Change] = {
    **{str(code): _status(code) for code in (400, 401, 403, 404, 429, 500, 501, 502, 503, 504)},
    "bot-wall": lambda _reply, detail: Reply(int(detail or 200), "text/html; charset=utf-8", _WALL),
    "drip": lambda reply, detail: replace(reply, drip=float(detail or 0.05)),
    "empty": lambda reply, _detail: replace(reply, body=b""),
    "encoding-lie": _wrongly_encoded,
    "garbled": _garbled,
    "hang-up": _with(cut=0, silent=True),
    "half-gzip": lambda reply, _detail: replace(
        reply, body=gzip.compress(reply.body, mtime=0)[:-20], headers=(*reply.headers, ("Content-Encoding", "gzip"))
    ),
    "huge": lambda reply, detail: replace(reply, padding=int(detail or 1 << 30)),
    "other-json": lambda reply, detail: replace(reply, body=detail.encode() or b'{"error":"try later"}'),
    "page-type": lambda reply, detail: replace(reply, media_type=detail or "text/html"),
    "redirect-loop": lambda _reply, detail: Reply(302, "text/plain", headers=(("Location", detail or "?again=1"),)),
    "reset": lambda reply, _detail: replace(reply, cut=len(reply.body) // 2),
    "short": lambda reply, _detail: replace(reply, body=_half(reply), length=len(reply.body)),
    "stall": lambda reply, detail: replace(reply, pause=float(detail or _FOREVER)),
    "truncated": lambda reply, _detail: replace(reply, body=_half(reply)),
}
