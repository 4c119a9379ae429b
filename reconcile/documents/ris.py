"""RIS files, as reference managers export them: `TY  - JOUR`, one tag a line, closed by `ER  -`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.documents.block import Block, Document, Kind
from reconcile.documents.encoding import Lines
from reconcile.documents.runs import clean

_TAG = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*)|$)")
# The tags as named in BibTeX; several authors are joined as BibTeX joins them.
_NAMES = {
    **dict.fromkeys(("AU", "A1"), "author"),
    **dict.fromkeys(("ED", "A2"), "editor"),
    **dict.fromkeys(("TI", "T1", "CT"), "title"),
    **dict.fromkeys(("JO", "JF", "JA", "J2"), "journal"),
    **dict.fromkeys(("T2", "BT", "C3"), "booktitle"),
    **dict.fromkeys(("PY", "Y1", "DA"), "year"),
    "DO": "doi",
    "EP": "endpage",
    "ID": "ID",
    "IS": "number",
    "KW": "keywords",
    "N1": "note",
    "PB": "publisher",
    "SN": "isbn",
    "SP": "pages",
    "TY": "ENTRYTYPE",
    "UR": "url",
    "VL": "volume",
}
_JOINED = {"author": " and ", "editor": " and ", "keywords": ", "}
_READABLE = ("author", "title", "journal", "booktitle", "volume", "pages", "year", "doi", "url")


def read_ris(name: str, lines: Lines) -> Document:
    """Return the entries of an RIS file."""
    return Document(name, tuple(_entries(lines)))


def _entries(lines: Lines) -> Iterator[Block]:
    fields: dict[str, str] = {}
    first = 0
    for number, line in enumerate((*lines.text, "ER  - "), 1):
        match = _TAG.match(line)
        if match is None:
            continue
        tag, value = match[1], clean(match[2] or "").strip()
        if tag in ("TY", "ER") and fields:
            last = min(number - (tag == "TY"), len(lines.raw))
            yield _block(fields, first, last, lines)
            fields = {}
        if tag == "ER":
            continue
        first = number if not fields else first
        field = _NAMES.get(tag, "")
        if field and value:
            known = fields.get(field, "")
            joined = f"{known}{_JOINED[field]}{value}" if known and field in _JOINED else known or value
            fields[field] = joined


def _block(fields: dict[str, str], first: int, last: int, lines: Lines) -> Block:
    if "endpage" in fields:
        fields["pages"] = f"{fields.get('pages', '')}--{fields.pop('endpage')}".strip("-")
    text = ". ".join(fields[name] for name in _READABLE if name in fields)
    source = lines.source(first, last)
    return Block(Kind.ENTRY, first, last, text, source, lines=(first,), fields=tuple(fields.items()))
