"""Bibliographic records, and the services that have them, asked politely.

>>> from sources import Crossref, MemoryStore
>>> crossref = Crossref(mailto="me@example.org", store=MemoryStore())
>>> answer = crossref.search(title="Ethos: Rectifying Language Models", author=["Gao"])  # doctest: +SKIP
>>> [record.title for record in answer.records]  # doctest: +SKIP
['Ethos: Rectifying Language Models in Orthogonal Parameter Space', …]
"""

from importlib import import_module
from typing import TYPE_CHECKING

from sources.record import Date, Identifier, Name, Record, Relation, Scheme, Type
from sources.source import Answer, Source, Unavailable

if TYPE_CHECKING:
    from sources.anthology import Anthology
    from sources.catalog import Catalog, CatalogError
    from sources.crossref import Crossref
    from sources.dblp import Dblp
    from sources.identifiers import normalize
    from sources.polite import Manners
    from sources.store import DiskStore, MemoryStore

__all__ = [
    "Answer",
    "Anthology",
    "Catalog",
    "CatalogError",
    "Crossref",
    "Date",
    "Dblp",
    "DiskStore",
    "Identifier",
    "Manners",
    "MemoryStore",
    "Name",
    "Record",
    "Relation",
    "Scheme",
    "Source",
    "Type",
    "Unavailable",
    "normalize",
]

# Imported when first asked for: a catalogue is opened in less time than the libraries for the network take to load.
_LATER = {
    "Anthology": "sources.anthology",
    "Catalog": "sources.catalog",
    "CatalogError": "sources.catalog",
    "Crossref": "sources.crossref",
    "Dblp": "sources.dblp",
    "DiskStore": "sources.store",
    "Manners": "sources.polite",
    "MemoryStore": "sources.store",
    "normalize": "sources.identifiers",
}


if not TYPE_CHECKING:  # a checker that saw it would take every name for one that is there

    def __getattr__(name: str) -> object:
        """Return a public name that is imported later (PEP 562)."""
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_LATER[name]), name)


def __dir__() -> list[str]:
    """Return the public names, those imported later too."""
    return sorted({*globals(), *__all__})
