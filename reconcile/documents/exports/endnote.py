"""EndNote's XML export, which other programs write, too: `<xml><records><record>`, styled text in its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reconcile.documents.block import Block, Document
from reconcile.documents.encoding import Lines
from reconcile.documents.exports.gathered import Gathered, entry_block
from reconcile.documents.exports.xmlroot import NOT_XML, Element, root_of
from reconcile.documents.runs import clean
from reconcile.documents.sniff import ENDNOTE_XML

_OPENS, _CLOSES = "<record>", "</record>"
# The elements of a record by field; where several stand for one, the first that has any text counts.
_NAMES: Mapping[str, tuple[str, ...]] = {
    "author": ("contributors/authors/author",),
    "editor": ("contributors/secondary-authors/author",),
    "title": ("titles/title",),
    "journal": ("periodical/full-title", "titles/secondary-title"),
    "year": ("dates/year", "dates/pub-dates/date"),
    "volume": ("volume",),
    "number": ("number", "issue"),
    "pages": ("pages",),
    "publisher": ("publisher",),
    "doi": ("electronic-resource-num",),
    "isbn": ("isbn",),
    "url": ("urls/related-urls/url", "urls/web-urls/url"),
}
# What other elements mean in records of a kind, by its name in small letters; of the rest the secondary title is that
# of the book or the meeting.
_IN_BOOK: Mapping[str, tuple[str, ...]] = {"journal": (), "booktitle": ("titles/secondary-title",)}
_OF_BOOK: Mapping[str, tuple[str, ...]] = {"journal": (), "editor": (), "series": ("titles/secondary-title",)}
_OF_THESIS: Mapping[str, tuple[str, ...]] = {"journal": (), "editor": (), "publisher": (), "school": ("publisher",)}
_IN_JOURNAL: Mapping[str, tuple[str, ...]] = {}
_BY_KIND: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "journal article": _IN_JOURNAL,
    "electronic article": _IN_JOURNAL,
    "magazine article": _IN_JOURNAL,
    "newspaper article": _IN_JOURNAL,
    "book": _OF_BOOK,
    "edited book": {**_OF_BOOK, "author": (), "editor": ("contributors/authors/author",)},
    "thesis": _OF_THESIS,
}
_KINDS = {"dataset": "data set"}  # by the name that ORCID has for it
# EndNote's sign for the name of an institution, which has no parts: `World Health Organization,`.
_INSTITUTION = re.compile(r"([^,]*\s[^,]*),\Z")


def read_endnote(name: str, lines: Lines) -> Document:
    """Return the records of an export; one that is broken is a complaint, and so is XML of any other kind."""
    text = lines.joined()
    if text.strip() and not ENDNOTE_XML.match(text):
        return Document(name, (), (f"{name}: this XML is no export of EndNote's; export it as PDF, DOCX or text",))
    blocks, complaints = [], []
    line, end = 1, 0
    for (start, stop), (said, until) in zip(_records(text), _records(raw := "\n".join(lines.raw)), strict=False):
        line += text.count("\n", end, start)
        end = start
        try:
            record = root_of(text[start:stop].encode())
        except NOT_XML as error:
            reason = " ".join(str(error).split())[:80]
            complaints.append(f"{name}, line {line}: this record is no XML ({reason}) and was left out; export it anew")
            continue
        block = _block(record, line, line + text.count("\n", start, stop), lines)
        if block:
            blocks.append(replace(block, source=raw[said:until]))
    if (open_at := text.rfind(_OPENS)) > text.rfind(_CLOSES):
        line = text.count("\n", 0, open_at) + 1
        complaints.append(
            f"{name}, line {line}: this export breaks off within the record; it was left out; export it anew"
        )
    return Document(name, tuple(blocks), tuple(complaints))


def _records(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the records stand in a file, which EndNote writes on one line."""
    start = text.find(_OPENS)
    while start >= 0 and (stop := text.find(_CLOSES, start)) >= 0:
        yield start, stop + len(_CLOSES)
        start = text.find(_OPENS, stop)


def _block(record: Element, first: int, last: int, lines: Lines) -> Block | None:
    kind = next((kind.get("name", "") for kind in record.iterfind("ref-type")), "")
    names = {**_NAMES, **_BY_KIND.get(kind.casefold(), _IN_BOOK)}
    entry = Gathered(first)
    entry.put("type", _KINDS.get(kind.casefold(), kind))
    for path in {path for paths in names.values() for path in paths}:
        for element in record.iterfind(path):
            value = clean("".join(map(str, element.itertext()))).strip()
            entry.put(path, _INSTITUTION.sub(r"{\1}", value) if path.endswith("author") else value)
    fields = entry.fields({"type": ("type",), **names})
    return entry_block(fields, first, last, lines) if "title" in fields else None
