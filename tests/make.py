"""Short ways to make records and mentions for tests."""

from __future__ import annotations

from typing import Any

from reconcile.mention import Mention
from reconcile.venues import read_venues
from sources import identifiers
from sources.names import read_name
from sources.record import Date, Identifier, Record, Scheme, Type


def record(title: str = "", authors: str = "", year: int | None = None, venue: str = "", **more: Any) -> Record:
    """A record; `authors` are parted by semicolons, `ids` written as `doi:10.1234/x arxiv:2301.00001`."""
    ids = more.pop("ids", "")
    source, key = more.pop("source", "crossref"), more.pop("key", "")
    kind = Type(more.pop("type", "paper-conference"))
    names = tuple(read_name(name.strip()) for name in authors.split(";") if name.strip())
    issued = Date(year) if year else None
    found = tuple(sorted(identifier(text) for text in ids.split()))
    return Record(
        kind, title, names, issued=issued, container_title=venue, identifiers=found, source=source,
        key=key or (found[0].value if found else fold_key(title)), **more,
    )  # fmt: skip


def fold_key(title: str) -> str:
    """A key that differs with the title."""
    return "-".join(title.lower().split())


def preprint(
    title: str = "", authors: str = "", year: int | None = None, number: str = "2301.00001", **more: Any
) -> Record:
    """An arXiv preprint as DBLP lists it."""
    return record(
        title, authors, year, "CoRR", type="article", source="dblp", ids=f"arxiv:{number}",
        key=f"journals/corr/abs-{number.replace('.', '-')}", **more,
    )  # fmt: skip


def identifier(text: str) -> Identifier:
    """The identifier that `scheme:value` names."""
    scheme, _, value = text.partition(":")
    found = identifiers.normalize(Scheme(scheme), value)
    assert found is not None, text
    return found


def mention(title: str = "", authors: str = "", year: int | None = None, venue: str = "", **more: Any) -> Mention:
    """A mention that claims just this."""
    kind = more.pop("kind", "paper-conference")
    document, line = more.pop("document", "cv.txt"), more.pop("line", 1)
    reason = more.pop("reason", "")
    more.setdefault("type", "article" if kind == "preprint" else "paper-conference")
    claim = record(title, authors, year, venue, source="claim", key=f"{document}:{line}", **more)
    text = ", ".join(part for part in (authors, title, venue, str(year or "")) if part)
    return Mention(document, line, line, text, text, kind, claim, read_venues(venue) if venue else (), (), reason)
