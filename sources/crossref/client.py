"""habanero, with our own way to the web.

habanero knows Crossref's addresses, parameters, filters and field queries, and checks them. Its requests, though,
are bare calls of `httpx2.get` (2.9.2): a new connection each, and 18 ms for its certificates; no bound on the size
of an answer or on the time it takes in all; headers thrown away; timeouts that are `ReadTimeout` or `RuntimeError`
depending on the call. So what habanero has made ready is sent by `Transport`, in the method in which it would send.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import habanero  # type: ignore[import-untyped]
from habanero.request_class import Request as HabaneroRequest  # type: ignore[import-untyped]

from sources.polite import Manners, Request, product
from sources.source import Unavailable
from sources.transport import Reply, Transport


class Client(habanero.Crossref):  # type: ignore[misc]
    """habanero's client, which sends through a `Transport`."""

    def __init__(self, base_url: str, manners: Manners) -> None:
        super().__init__(base_url=base_url, mailto=manners.mailto or None, ua_string=product(), timeout=manners.timeout)
        self._transport = Transport(manners)

    def put(self, request: Request, **asked: Any) -> Reply:
        """Send `request` with what habanero makes of `asked` (`filter`, `limit`, `query_title` …)."""
        path = request.address.removeprefix(self.base_url)
        sent = _Sent(self.mailto, self.ua_string, self.timeout, self.base_url, path, **asked)
        sent.transport, sent.request = self._transport, request
        sent.do_request()
        if sent.reply is None:
            raise Unavailable(request.source, str(request), "habanero sent nothing")
        return sent.reply


class _Sent(HabaneroRequest):  # type: ignore[misc]
    """One of habanero's requests; `reply` is what came."""

    transport: Transport
    request: Request
    reply: Reply | None = None

    def _req(self, payload: Mapping[str, str], should_warn: bool = False) -> None:
        """Send, and give habanero nothing to take apart: it would do so unchecked."""
        del should_warn
        request = replace(self.request, address=self._url(), params=tuple(payload.items()))
        self.reply = self.transport.get(request, accept="application/json")
