"""Scopus' plain-text export: a work's head, line by line, and below it paragraphs that begin with a name in capitals.

    Bee A.; Dee C.
    AUTHOR FULL NAMES: Bee, Ada (57…); Dee, Cy (57…)
    57…; 57…
    On Wool
    (2020) Journal of Felt, 7 (2), pp. 1 - 9, Cited 3 times.
    DOI: 10.1000/x
    https://www.scopus.com/inward/record.uri?eid=…

    ABSTRACT: …
    REFERENCES: Eff G., Looms, J. Felt, 1, (1995); …
    DOCUMENT TYPE: Article

Until 2022 the names stood as `Bee, A., Dee, C.`, without full ones, and the count of citations behind a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.runs import clean
from reconcile.documents.blocks.unreadable import MAX_PARAGRAPH
from reconcile.documents.exports.gathered import BETWEEN, Gathered
from reconcile.documents.text.plain import read_plain

_FULL_NAMES = "AUTHOR FULL NAMES"
# The names of the fields that say what a work is; whatever else is written in capitals before a colon is another.
_NAMES = {
    "type": ("DOCUMENT TYPE",),
    "editor": ("EDITORS",),
    "publisher": ("PUBLISHER",),
    "doi": ("DOI",),
    "isbn": ("ISBN",),
    "url": ("url",),
    "note": ("PUBLICATION STAGE",),
}
_FIELD = re.compile(r"([A-Z][A-Z /&()-]{1,50}\d{0,3}):(?:\s+(.*)|\s*$)")
_SOURCE = re.compile(
    r"\((?P<year>(?:1[89]|20)\d\d)\)\s?(?P<venue>[^\n]{0,600}?)"
    r"(?:,\s(?P<volume>[A-Z]{0,4}-?\d[\w./-]{0,30}|[A-Z]{1,4}|PART\s[\w-]{1,9})?(?:\s?\((?P<number>[^()]{1,40})\))?)?"
    r"(?:,\sart\.\sno\.\s(?P<article>[^,]{1,40}))?(?:,\spp?\.\s(?P<pages>[^,]{1,40}?))?"
    r"(?:[.,]?\sCited\s\d{1,7}\stimes)?[.,\s]*"
)
_ADDRESS = re.compile(r"https?://\S+")
_AUTHOR_KEYS = re.compile(r"(?:\d{6,12}[;,]?\s?)+|\[No author id available\]")
_UNNAMED = re.compile(r"\[No author name available\]", re.IGNORECASE)
_KEY_BEHIND = re.compile(r"\s?\(\d{6,12}\)")
_BETWEEN_NAMES = re.compile(r"\s?;\s?")
_BETWEEN_OLDER = re.compile(r"(?<=\.),\s")  # `Bee, A., van Dee, C.-D.`
_IN_BOOKS = ("conference", "book chapter")
_CLOSES = "SOURCE: Scopus"


def read_scopus(name: str, lines: Lines) -> Document:
    """Return the works of an export; the last one, where the file breaks off within it, is named by a complaint.

    A text that has only the signs of one is read as plain text.
    """
    rows = [clean(row[:MAX_PARAGRAPH]).strip() for row in lines.text]
    heads = [(start, at) for start, end in _paragraphs(rows) if (at := _source_line(rows[start:end], start))]
    if not heads:
        return read_plain(name, lines)
    every = pairwise([*heads, (len(rows), 0)])
    blocks = tuple(_block(rows, start, at, end, lines) for (start, at), (end, _) in every)
    last = next((row for row in reversed(rows) if row), "")
    whole = last.startswith(_CLOSES) or not any(row.startswith(_CLOSES) for row in rows)
    reason = f"{name}, line {len(rows)}: this export breaks off within its last record; export it anew"
    return Document(name, blocks, () if whole else (reason,))


def _paragraphs(rows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the stretches between empty rows begin and end."""
    start = 0
    for at, row in enumerate((*rows, "")):
        if not row:
            if start < at:
                yield start, at
            start = at + 1


def _source_line(rows: Sequence[str], start: int) -> int:
    """Return where a head that begins at `start` says where the work appeared; 0 where its rows are no head.

    A title stands above, and below nothing but identifiers.
    """
    at = next((at for at, row in enumerate(rows) if at and _SOURCE.fullmatch(row)), 0)
    opens = _FIELD.match(rows[0])
    if not at or (opens and opens[1] != _FULL_NAMES):
        return 0
    return start + at if all(_ADDRESS.match(row) or row.startswith("DOI:") for row in rows[at + 1 :]) else 0


def _block(rows: Sequence[str], start: int, at: int, end: int, lines: Lines) -> Block:
    """Return the work whose head begins at `start` and says at row `at` where it appeared."""
    entry = Gathered(start + 1)
    label = ""
    for row in (*rows[start : at - 1], *rows[at + 1 : end]):
        found = _FIELD.match(row)
        if found:
            label = found[1]
            entry.put(label, found[2] or "")
        elif _ADDRESS.match(row) and not label.startswith("REF"):
            entry.put("url", row)
        elif label != _FULL_NAMES and row:
            entry.continue_with(label, row)
    fields = {"author": _people(rows[start : at - 1], entry), "title": rows[at - 1]} | entry.fields(_NAMES)
    fields |= _place(rows[at], fields)
    if "editor" in fields:
        fields["editor"] = _joined(fields["editor"])
    fields["isbn"] = fields.get("isbn", "").partition(";")[0]
    while end > start and not rows[end - 1]:
        end -= 1
    return entry_block({name: value for name, value in fields.items() if value}, start + 1, end, lines)


def _people(head: Sequence[str], entry: Gathered) -> str:
    """Return the authors, in full where the export has them so."""
    full = _KEY_BEHIND.sub("", " ".join(entry.of(_FULL_NAMES)))
    short = next((row for row in head if not _FIELD.match(row) and not _AUTHOR_KEYS.fullmatch(row)), "")
    return _joined(full or ("" if _UNNAMED.match(short) else short))


def _joined(names: str) -> str:
    parts = _BETWEEN_NAMES.split(names)
    return BETWEEN["author"].join(_BETWEEN_OLDER.split(names) if len(parts) == 1 else filter(None, parts))


def _place(source: str, fields: dict[str, str]) -> dict[str, str]:
    """Return what the line says of where a work appeared; a book's is its own title."""
    found = _SOURCE.fullmatch(source)
    if found is None:
        return {}
    said = {name: value.strip() for name, value in found.groupdict("").items()}
    venue, article = said.pop("venue"), said.pop("article")
    said["pages"] = said["pages"] or article
    if venue.casefold() != fields["title"].casefold():
        said["booktitle" if fields.get("type", "").casefold().startswith(_IN_BOOKS) else "journal"] = venue
    return said
