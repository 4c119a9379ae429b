"""What the server answers with: one frozen noun, which a fault turns into another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

Params = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One request as it came, without the prefix of the service."""

    path: str
    params: Params
    headers: Mapping[str, str]

    def get(self, name: str, otherwise: str = "") -> str:
        """Return the first value of a parameter."""
        return next((value for key, value in self.params if key == name), otherwise)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer. The lower fields are how it goes over the wire.

    `length` is the length that is announced where it is not the true one; after `cut` bytes the connection is
    reset; `pause` are seconds before the first byte, `drip` those between one byte and the next; `padding` is how
    many bytes of white space follow the body; a `silent` one is cut before its first byte. `rows` are the rows of the
    table that it was made from.
    """

    status: int = 200
    media_type: str = "application/json"
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    rows: tuple[str, ...] = ()
    length: int | None = None
    cut: int | None = None
    pause: float = 0.0
    drip: float = 0.0
    padding: int = 0
    silent: bool = False


def as_json(message: object, *, status: int = 200, rows: tuple[str, ...] = ()) -> Reply:
    """Return a reply of JSON on one line, with spaces, so that a cassette can fold it."""
    body = json.dumps(message, ensure_ascii=False).encode()
    return Reply(status, "application/json", body, rows=rows)


def as_text(text: str, media_type: str = "text/plain", *, status: int = 200, rows: tuple[str, ...] = ()) -> Reply:
    """Return a reply of text."""
    return Reply(status, f"{media_type};charset=UTF-8", text.encode(), rows=rows)
