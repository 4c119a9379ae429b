"""DBLP's SPARQL service: the two questions that are asked of it, by words of a title and by keys.

This is no SPARQL engine. It takes the keys or the words out of the query and answers with all the bindings that
QLever would give: a row for each class, author and page of each publication.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

from tests.services.dblp import authors_of, fields_of, kind_of
from tests.services.ranking import words
from tests.services.reply import Question, Reply, as_json
from tests.services.rows import Row, of_dblp

_REC, _SCHEMA = "https://dblp.org/rec/", "https://dblp.org/rdf/schema#"
_CLASSES = {"inproceedings": "Inproceedings", "article": "Article", "informal": "Informal"}
_VALUES = re.compile(r"VALUES\s+\?\w+\s*\{(?P<values>[^}]*)\}")
_WORDS = re.compile(r'contains-word\s+"(?P<words>[^"]*)"')
_FAMILY = re.compile(r'CONTAINS\(LCASE\(\?\w+\),\s*"(?P<word>[^"]*)"\)')
_LIMIT = re.compile(r"LIMIT\s+(?P<count>[0-9]+)")
_FIELDS = {"title": "title", "year": "year", "venue": "venue", "volume": "volume", "number": "issue", "pages": "pages"}

Binding = dict[str, dict[str, str]]


def answer(question: Question) -> Reply:
    """Answer a query that names keys, or words of a title."""
    query = question.get("query")
    values, wanted = _VALUES.search(query), _WORDS.search(query)
    if values:
        found = _by_address(re.findall(r"<([^>]*)>", values["values"]))
    elif wanted:
        found = _by_words(wanted["words"].split(), _FAMILY.findall(query))
    else:
        message = {"status": "ERROR", "exception": "Invalid SPARQL query", "query": query}
        return as_json(message, status=400)
    limit = _LIMIT.search(query)
    found = found[: int(limit["count"])] if limit else found
    names = re.findall(r"\?(\w+)", query.partition("SELECT")[2].partition("WHERE")[0])
    bindings = [_asked(binding, names) for key, row in sorted(found) for binding in _bindings(key, row)]
    reply = as_json({"head": {"vars": names}, "results": {"bindings": bindings}})
    return replace(reply, media_type="application/sparql-results+json", rows=tuple(row.row for _, row in found))


def _by_address(addresses: list[str]) -> list[tuple[str, Row]]:
    """Return the rows of keys, and of DOIs, which stand in upper case after the prefix."""
    dois = {f"https://doi.org/{fields_of(key, row).get('doi')}": key for key, row in of_dblp().items()}
    keys = [dois.get(address, address.removeprefix(_REC)) for address in addresses]
    return [(key, of_dblp()[key]) for key in dict.fromkeys(keys) if key in of_dblp()]


def _by_words(wanted: list[str], families: list[str]) -> list[tuple[str, Row]]:
    found = [
        (key, row)
        for key, row in of_dblp().items()
        if all(_matches(word, row.title) for word in wanted)
        and all(any(family in name.lower() for name in row.named) for family in families)
    ]
    return sorted(found, key=lambda pair: (len(pair[1].title), pair[0]))


def _matches(wanted: str, title: str) -> bool:
    start = wanted.rstrip("*")
    known = words(title)
    return any(word.startswith(start) for word in known) if wanted.endswith("*") else start in known


def _bindings(key: str, row: Row) -> list[Binding]:
    fields = fields_of(key, row)
    same: Binding = {"publ": _iri(_REC + key)}
    same |= {said: _literal(fields[name]) for name, said in _FIELDS.items() if name in fields}
    if "doi" in fields:
        same["doi"] = _iri(f"https://doi.org/{fields['doi']}")
    if "ee" in fields:
        same["page"] = _iri(fields["ee"])
    classes = ("Publication", _CLASSES[kind_of(key, row)])
    people = enumerate(authors_of(key, row), start=1)
    return [
        same | {"type": _iri(_SCHEMA + kind), "ordinal": _literal(str(place)), "name": _literal(name)}
        for (place, name), kind in product(people, classes)
    ]


def _asked(binding: Binding, names: list[str]) -> Binding:
    return {name: binding[name] for name in names if name in binding}


def _iri(value: str) -> dict[str, str]:
    return {"type": "uri", "value": value}


def _literal(value: str) -> dict[str, str]:
    return {"type": "literal", "value": value}
