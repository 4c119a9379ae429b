"""Bibliographic records, and the services that have them, asked politely.

>>> from sources import Crossref, MemoryStore
>>> crossref = Crossref(mailto="me@example.org", store=MemoryStore())
>>> answer = crossref.search(title="Ethos: Rectifying Language Models", author=["Gao"])  # doctest: +SKIP
>>> [record.title for record in answer.records]  # doctest: +SKIP
['Ethos: Rectifying Language Models in Orthogonal Parameter Space', …]
"""

from sources.crossref import Crossref
from sources.dblp import Dblp
from sources.polite import Manners
from sources.record import Date, Identifier, Name, Record, Relation, Scheme, Type
from sources.source import Answer, Source, Unavailable
from sources.store import DiskStore, MemoryStore

__all__ = [
    "Answer",
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
]
