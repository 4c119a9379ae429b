"""An entry read: what its fields say, what it takes from another entry, what it claims, and whether of a preprint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from urllib.parse import urlsplit

from reconcile.bibtex.edit import Entry
from reconcile.bibtex.source import characters
from reconcile.documents.bib.parents import PARENTS, Named, inherited
from reconcile.documents.bib.scan import end_of_value
from reconcile.documents.bib.values import joined, plain
from reconcile.streaming.claims import ENTRY_TYPE, KEY, claim_of
from reconcile.venues import is_server, servers_in
from sources.identifiers import arxiv_of_doi, normalize
from sources.record import Record, Scheme

Macros = Mapping[str, str]

CONTAINERS = ("journal", "journaltitle", "booktitle")
_PLACES = (*CONTAINERS, "howpublished")
_HOUSES = ("publisher", "institution")
_TYPES = frozenset("misc online electronic unpublished".split())
_PUBLISHED = ("school", "isbn", "issn", "editor", "series", "chapter", "edition")  # what no preprint has
_HOSTS = frozenset("arxiv.org www.arxiv.org export.arxiv.org doi.org dx.doi.org".split())


@dataclass(frozen=True)
class Reading:
    """An entry, its fields' plain text, and the same with what it takes from the entry that it refers to.

    `is_parent` says that others refer to it.
    """

    entry: Entry
    own: Named
    known: Named
    is_parent: bool = False

    @cached_property
    def claim(self) -> Record:
        """What the entry claims."""
        return claim_of(((ENTRY_TYPE, self.entry.type), (KEY, self.entry.inside.key), *self.claimed))

    @property
    def claimed(self) -> tuple[tuple[str, str], ...]:
        """The fields that describe the work, those of the entry itself first."""
        return tuple((name, value) for name, value in self.known.items() if name not in PARENTS)

    @cached_property
    def is_preprint(self) -> bool:
        """Whether the entry claims a preprint, or a work of no place at all, which may have appeared since."""
        places = [is_server(place) for name in _PLACES if (place := self.known.get(name))]
        places += [_serves_papers(house) for name in _HOUSES if (house := self.known.get(name))]
        if not all(places) or any(self.known.get(name) for name in _PUBLISHED):
            return False
        served = bool(places) or bool(self.claim.identifier(Scheme.ARXIV))
        if self.entry.type in _TYPES:
            return served or _is_placeless(self.known)
        return served and self.entry.type in ("article", "techreport", "report", "")

    def raw(self, name: str) -> str:
        """Return a field's value as it stands in the file, without its delimiters; empty where there is none."""
        field = self.entry.field(name)
        if field is None:
            return ""
        value = self.entry.value(field)
        return value[1:-1] if self.is_delimited(name) else value

    def is_delimited(self, name: str) -> bool:
        """Say whether a field's value is one text in braces or quotes: no macro, nothing that `#` joins."""
        field = self.entry.field(name)
        value = self.entry.value(field) if field else ""
        return value[:1] in ("{", '"') and "#" not in value[end_of_value(value, 0, len(value)) :]

    def is_free(self, *names: str) -> bool:
        """Say whether the entry neither has nor inherits any of the fields."""
        return not any(self.known.get(name) for name in names)


def read(entry: Entry, macros: Macros, parents: Mapping[str, Named] = MappingProxyType({})) -> Reading:
    """Return what an entry says; `parents` are the fields of the entries that others refer to, by key."""
    own = fields_of(entry, macros)
    known = {name: value for name, value in own.items() if value}
    return Reading(entry, own, known | inherited(own, parents), entry.inside.key.lower() in parents)


def fields_of(entry: Entry, macros: Macros) -> Named:
    """Return the plain text of an entry's fields; of a field that comes twice the first counts."""
    named: dict[str, str] = {}
    for field in entry.fields:
        if field.name not in named:
            named[field.name] = plain(field.name, characters(joined(entry.value(field), macros)))
    return named


def _serves_papers(house: str) -> bool:
    """Say whether a publisher is a server that some source indexes: what others hold is as often data or a program."""
    return is_server(house) and (not (servers := servers_in(house)) or any(server.sources for server in servers))


def _is_placeless(known: Named) -> bool:
    """Say whether an entry gives no address, or one of arXiv or a DOI's."""
    address = known.get("url", "")
    try:
        host = (urlsplit(address).hostname or "").lower() if address else ""
    except ValueError:
        return False
    doi = normalize(Scheme.DOI, known.get("doi", "")) if known.get("doi") else None
    return (not address or host in _HOSTS) and (doi is None or arxiv_of_doi(doi.value) is not None)
