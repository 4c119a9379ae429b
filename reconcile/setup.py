"""Which sources there are, at which addresses, made ready for a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from reconcile.arguments import InputError, sources_of
from sources.record import Identifier
from sources.source import Answer, Source, Unavailable

if TYPE_CHECKING:
    from sources.polite import Manners, Store

SOURCES = ("crossref", "dblp", "anthology")
CATALOG = "catalog"
ADDRESSES: dict[str, str] = {
    "crossref": "https://api.crossref.org",
    "dblp": "https://dblp.org",
    "sparql": "https://sparql.dblp.org/sparql",
    "anthology": "https://aclanthology.org",
}
# What a run depends on for its results; their versions go into run.json.
_LIBRARIES = ("bibreconcile", "bibtexparser", "habanero", "rapidfuzz", "markdown-it-py", "pylatexenc")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where each service is; a mirror or a test server can stand in."""

    crossref: str = ADDRESSES["crossref"]
    dblp: str = ADDRESSES["dblp"]
    sparql: str = ADDRESSES["sparql"]
    anthology: str = ADDRESSES["anthology"]

    def true_hosts(self) -> dict[str, str]:
        """Return, for each service that something stands in for, its address here -> its true address."""
        pairs = ((getattr(self, name), address) for name, address in ADDRESSES.items())
        return {here: true for here, true in pairs if here != true}


@dataclass(frozen=True, slots=True)
class Unasked:
    """A source that is not asked, and says so each time: a live one offline, of which no answers are kept."""

    name: str
    reason: str = "offline, and no answers are kept"

    def search(self, *, title: str, author: Sequence[str] = (), year: int | None = None) -> Answer:  # noqa: ARG002 - the protocol's names
        """Raise `Unavailable`."""
        raise Unavailable(self.name, f"search {title}", self.reason)

    def look_up(self, identifiers: Sequence[Identifier]) -> Answer:
        """Raise `Unavailable`."""
        raise Unavailable(self.name, f"look up {', '.join(map(str, identifiers))}", self.reason)


def make_sources(
    names: Sequence[str],
    manners: Manners,
    store: Store,
    addresses: Addresses | None = None,
    catalog: Path | None = None,
) -> tuple[Source, ...]:
    """Return the sources of those names, in that order; each loads its own libraries.

    Raises `ValueError` for an unknown name, and for "catalog" without a path; what `Catalog.open` raises, passes.
    """
    at = addresses or Addresses()
    return tuple(_catalog(catalog) if name == CATALOG else _live(name, manners, store, at) for name in names)


def sources_for(sources: object, mailto: str = "", stop: Event | None = None) -> tuple[Source, ...]:
    """Return the sources that a caller names, or all live ones where that is None; these keep answers in his cache.

    The live ones are asked with his address, until `stop` is set. Raises InputError for what is no source, for what is
    no address, and for an address given with sources that have their own.
    """
    if sources is not None:
        if mailto:
            raise InputError("mailto= is for the sources that are asked where none are named; give it to those named")
        return sources_of(sources)
    # Here, because what asks services takes longer to load than a run with a catalogue takes.
    from sources.polite import Manners
    from sources.store import DiskStore

    try:
        manners = Manners(mailto=mailto, stop=stop or Event())
    except ValueError as fault:
        raise InputError(str(fault)) from fault
    return make_sources(SOURCES, manners, DiskStore())


def make_unasked(names: Sequence[str], catalog: Path | None = None) -> tuple[Source, ...]:
    """Return the sources of those names for work offline without kept answers: only the catalogue knows anything."""
    return tuple(_catalog(catalog) if name == CATALOG else Unasked(name) for name in names)


def _catalog(path: Path | None) -> Source:
    from sources.catalog import Catalog  # its index need not be there for those who have no catalogue

    if path is None:
        raise ValueError("the source “catalog” is named, but no catalogue is given")
    return Catalog.open(path)


def _live(name: str, manners: Manners, store: Store, at: Addresses) -> Source:
    # Each is loaded when it is asked for: together they take longer to load than a run with a catalogue takes.
    if name == "crossref":
        from sources.crossref import Crossref

        return Crossref(base_url=at.crossref, manners=manners, store=store)
    if name == "dblp":
        from sources.dblp import Dblp

        return Dblp(base_url=at.dblp, sparql_url=at.sparql, manners=manners, store=store)
    if name == "anthology":
        from sources.anthology import Anthology

        return Anthology(base_url=at.anthology, manners=manners, store=store)
    raise ValueError(f"unknown source {name}")


def versions() -> dict[str, str]:
    """Return the versions of this project and of the libraries that its results depend on."""
    from importlib.metadata import version  # here, because only a whole run says them

    return {name: version(name) for name in _LIBRARIES}
