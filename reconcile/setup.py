"""Which sources there are, at which addresses, made ready for a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from sources.anthology import Anthology
from sources.crossref import Crossref
from sources.dblp import Dblp
from sources.polite import Manners, Store
from sources.source import Source

SOURCES = ("crossref", "dblp", "anthology")
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


def make_sources(
    names: Sequence[str], manners: Manners, store: Store, addresses: Addresses | None = None
) -> tuple[Source, ...]:
    """Return the sources of those names, in that order."""
    at = addresses or Addresses()
    made: dict[str, Callable[[], Source]] = {
        "crossref": lambda: Crossref(base_url=at.crossref, manners=manners, store=store),
        "dblp": lambda: Dblp(base_url=at.dblp, sparql_url=at.sparql, manners=manners, store=store),
        "anthology": lambda: Anthology(base_url=at.anthology, manners=manners, store=store),
    }
    return tuple(made[name]() for name in names)


def versions() -> dict[str, str]:
    """Return the versions of this project and of the libraries that its results depend on."""
    return {name: version(name) for name in _LIBRARIES}
