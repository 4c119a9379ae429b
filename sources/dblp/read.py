"""Reading the answers of DBLP's search (JSON), of its records (XML) and of its SPARQL service (JSON)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from lxml import etree

from sources.dblp.record import Said, record_of
from sources.polite import Payload
from sources.record import Record
from sources.source import Answer

_REC = "https://dblp.org/rec/"
_SCHEMA = "https://dblp.org/rdf/schema#"
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML_ENTITIES = frozenset({b"amp", b"apos", b"gt", b"lt", b"quot"})
# RDF names a publication's class and the BibTeX type of a record that has none of DBLP's own classes.
_RDF_KINDS = {"Inproceedings": "inproceedings", "Article": "article", "Incollection": "incollection"}


class NotDblp(ValueError):
    """The body is not what this service of DBLP speaks."""


def read(payload: Payload) -> Answer:
    """Return the records of an answer of the search API; raise `NotDblp` where it is none."""
    try:
        result = json.loads(payload.body)["result"]
        hits = result["hits"]
        total = int(hits["@total"])
    except (ValueError, LookupError, TypeError, RecursionError) as trouble:
        raise NotDblp("not an answer of DBLP's search") from trouble
    found = _several(hits.get("hit"))
    if total and not found and int(hits.get("@sent", total)):
        raise NotDblp("an answer of DBLP's search without its hits")
    infos = [hit.get("info") for hit in found if isinstance(hit, Mapping)]
    return _answer(_of_info(info) for info in infos if isinstance(info, Mapping))


def read_record(payload: Payload) -> Answer:
    """Return the record of a `rec/KEY.xml`; raise `NotDblp` where it is none."""
    if payload.empty and not payload.body:
        return Answer()
    # Entities are never expanded and nothing is fetched; the named ones of dblp.dtd are those of HTML.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    try:
        root = etree.fromstring(_ENTITY.sub(_numbered, payload.body), parser)
    except (etree.XMLSyntaxError, ValueError) as trouble:
        raise NotDblp("not DBLP's XML") from trouble
    if root.tag != "dblp":
        raise NotDblp("not DBLP's XML")
    return _answer(read_element(element) for element in root if isinstance(element.tag, str))


def read_sparql(payload: Payload) -> Answer:
    """Return the records of a SPARQL answer with a row for each author of each publication; else raise `NotDblp`."""
    try:
        bindings = json.loads(payload.body)["results"]["bindings"]
        rows = [{name: str(value["value"]) for name, value in row.items()} for row in bindings]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as trouble:
        raise NotDblp("not an answer of DBLP's SPARQL service") from trouble
    order = {key: place for place, key in reversed(list(enumerate(row.get("publ", "") for row in rows)))}
    rows.sort(key=lambda row: order[row.get("publ", "")])
    return _answer(_of_rows(list(group)) for _, group in groupby(rows, key=lambda row: row.get("publ", "")))


def read_element(element: etree._Element) -> Record | str:
    """Return the record of one element of DBLP's XML (also of its dump), or a sentence that says why it is none."""
    texts: dict[str, list[str]] = {}
    for child in element:
        if isinstance(child.tag, str):
            texts.setdefault(child.tag, []).append("".join(map(str, child.itertext())))
    first = {name: values[0] for name, values in texts.items()}
    publtype = element.get("publtype") or ""
    said = Said(
        key=element.get("key") or "",
        kind=publtype if publtype in {"informal", "withdrawn", "data"} else str(element.tag),
        title=first.get("title", ""),
        author=tuple(texts.get("author", ())),
        editor=tuple(texts.get("editor", ())),
        venue=first.get("journal", "") or first.get("booktitle", ""),
        series=first.get("series", ""),
        volume=first.get("volume", ""),
        number=first.get("number", ""),
        pages=first.get("pages", ""),
        publisher=first.get("publisher", "") or first.get("school", ""),
        year=first.get("year", ""),
        isbn=tuple(texts.get("isbn", ())),
        links=tuple(texts.get("ee", ())),
    )
    return record_of(said)


def _of_info(info: Mapping[str, object]) -> Record | str:
    """Read one hit of the search: a single author is a dict, several are a list, and so on."""
    authors = info.get("authors")
    venues = [_plain(venue) for venue in _several(info.get("venue"))]
    said = Said(
        key=_plain(info.get("key")),
        kind=_plain(info.get("type")).lower(),
        title=_plain(info.get("title")),
        author=tuple(map(_plain, _several(authors.get("author") if isinstance(authors, Mapping) else authors))),
        venue=venues[0] if venues else "",
        series=venues[1] if len(venues) > 1 else "",
        volume=_plain(info.get("volume")),
        number=_plain(info.get("number")),
        pages=_plain(info.get("pages")),
        publisher=_plain(info.get("publisher")),
        year=_plain(info.get("year")),
        doi=_plain(info.get("doi")),
        links=tuple(map(_plain, _several(info.get("ee")))),
    )
    return record_of(said)


def _of_rows(rows: list[dict[str, str]]) -> Record | str:
    """Read the rows of one publication, of which each names one author and repeats the rest."""
    row = rows[0]
    named = {_ordinal(each): each["name"] for each in rows if "name" in each}
    types = {each.get("type", "").removeprefix(_SCHEMA) for each in rows} - {"Publication", ""}
    said = Said(
        key=row.get("publ", "").removeprefix(_REC),
        kind=_RDF_KINDS.get(min(types, default=""), min(types, default="").lower()),
        title=row.get("title", ""),
        author=tuple(named[place] for place in sorted(named)),
        venue=row.get("venue", ""),
        volume=row.get("volume", ""),
        number=row.get("issue", ""),
        pages=row.get("pages", ""),
        year=row.get("year", ""),
        doi=row.get("doi", ""),
        links=tuple(dict.fromkeys(each["page"] for each in rows if "page" in each)),
    )
    return record_of(said)


def _answer(results: Iterable[Record | str]) -> Answer:
    found = list(results)
    records = tuple(result for result in found if isinstance(result, Record))
    return Answer(records, tuple(result for result in found if isinstance(result, str)))


def _several(value: object) -> list[object]:
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def _plain(value: object) -> str:
    """Return the text of a value of DBLP's JSON: a string, or `{"@pid": …, "text": …}`."""
    if isinstance(value, Mapping):
        value = value.get("text")
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _ordinal(row: Mapping[str, str]) -> int:
    text = row.get("ordinal", "")
    return int(text) if text.isascii() and text.isdigit() else 0


def _numbered(match: re.Match[bytes]) -> bytes:
    """Write a named entity by its number; one that nobody knows as its name."""
    if match[1] in _XML_ENTITIES:
        return match[0]
    letters = html.unescape(match[0].decode("ascii"))
    if letters.startswith("&"):
        return b"&amp;" + match[0][1:]
    return "".join(f"&#{ord(letter)};" for letter in letters).encode("ascii")
