"""Reading the answers of DBLP's search (JSON), of its records (XML) and of its SPARQL service (JSON)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
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
# What an element's `publtype` may say of its kind; any other is of no concern here.
_PUBLTYPES = frozenset({"informal", "withdrawn", "data"})
_NONE = ("",)


class NotDblp(ValueError):
    """The body is not what this service of DBLP speaks."""


def read(payload: Payload) -> Answer:
    """Return the records of an answer of the search API; raise `NotDblp` where it is none."""
    try:
        result = json.loads(payload.body)["result"]
        hits = result["hits"]
        total = int(hits["@total"])
        sent = int(hits.get("@sent", total))
        found = _several(hits.get("hit"))
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as trouble:
        raise NotDblp("not an answer of DBLP's search") from trouble
    if total and sent and not found:
        raise NotDblp("an answer of DBLP's search without its hits")
    infos = [hit.get("info") for hit in found if isinstance(hit, Mapping)]
    return _answer(read_info(info) for info in infos if isinstance(info, Mapping))


def read_record(payload: Payload) -> Answer:
    """Return the record of a `rec/KEY.xml`; raise `NotDblp` where it is none."""
    if payload.empty and not payload.body:
        return Answer()
    # Entities are never expanded and nothing is fetched; the named ones of dblp.dtd are those of HTML.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    try:
        root = etree.fromstring(number_entities(payload.body), parser)
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


def number_entities(document: bytes) -> bytes:
    """Return XML with its named entities written as numbers; those that HTML does not know become plain text."""
    return _ENTITY.sub(_numbered, document)


def read_element(element: etree._Element) -> Record | str:
    """Return the record of one element of DBLP's XML (also of its dump), or a sentence that says why it is none."""
    texts: dict[str, list[str]] = {}
    for child in element:
        text = "".join(map(str, child.itertext())) if len(child) else child.text or ""
        texts.setdefault(str(child.tag), []).append(text)
    return record_of(said_of(element.get("key") or "", element.get("publtype") or "", str(element.tag), texts))


def said_of(key: str, publtype: str, tag: str, texts: Mapping[str, Sequence[str]]) -> Said:
    """Return what an entry of DBLP's XML says: its two attributes, its tag, and its texts by theirs."""
    several = texts.get
    return Said(
        key,
        publtype if publtype in _PUBLTYPES else tag,
        several("title", _NONE)[0],
        tuple(several("author", ())),
        tuple(several("editor", ())),
        several("journal", _NONE)[0] or several("booktitle", _NONE)[0],
        several("series", _NONE)[0],
        several("volume", _NONE)[0],
        several("number", _NONE)[0],
        several("pages", _NONE)[0],
        several("publisher", _NONE)[0] or several("school", _NONE)[0],
        several("year", _NONE)[0],
        isbn=tuple(several("isbn", ())),
        links=tuple(several("ee", ())),
        within=several("crossref", _NONE)[0],
    )


def read_info(info: Mapping[str, object]) -> Record | str:
    """Read the `info` of one hit of the search: a single author is a dict, several are a list, and so on."""
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
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _numbered(match: re.Match[bytes]) -> bytes:
    """Write a named entity by its number; one that nobody knows as its name."""
    if match[1] in _XML_ENTITIES:
        return match[0]
    letters = html.unescape(match[0].decode("ascii"))
    if letters.startswith("&"):
        return b"&amp;" + match[0][1:]
    return "".join(f"&#{ord(letter)};" for letter in letters).encode("ascii")
