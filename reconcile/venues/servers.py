"""Preprint servers named where a bibliography has a place: those of the venue table, in whatever letters."""

from __future__ import annotations

import re
from functools import cache

from reconcile.mention import Track
from reconcile.venues.read import read_venues
from reconcile.venues.table import Series, all_series

_SPACE = re.compile(r"\\?\s+")
# `Preprint submitted to Elsevier`, `MPI preprint`; no `Journal of Preprint Studies`, `Preprints of the IFAC Congress`
_SPOKEN = re.compile(r"\A\W*(?:pre|e)-?prints?\b(?! of\b)|\b(?:pre|e)-?prints?\W*\Z", re.IGNORECASE)


def is_server(text: str) -> bool:
    """Say whether the text of a place names a preprint server and no publication, or says no more than `preprint`.

    >>> is_server("arxiv:1901.00001"), is_server("ICML 2020 (arXiv)"), is_server("Journal of Preprint Studies")
    (True, False, False)
    """
    if not (servers_in(text) or _SPOKEN.search(text)):
        return False
    return not any(venue.track is not Track.PREPRINT and (venue.series or venue.host) for venue in read_venues(text))


def servers_in(text: str) -> tuple[Series, ...]:
    """Return the servers that a text names."""
    return tuple(dict.fromkeys(_servers()[_folded(found[0])] for found in _named().finditer(text)))


@cache
def server_names() -> str:
    """Return a pattern of every name of every server, in small letters and capitals alike."""
    names = sorted(_servers(), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(_SPACE.sub(r"\\s+", re.escape(name)) for name in names) + ")"


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){server_names()}(?!\w)", re.IGNORECASE)


@cache
def _servers() -> dict[str, Series]:
    rows = [row for row in all_series().values() if row.kind == "preprint-server"]
    return {_folded(name): row for row in rows for name in row.every_name}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
