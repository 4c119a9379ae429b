"""RIS files, as reference managers export them: `TY  - JOUR`, one tag a line, closed by `ER  -`.

A line without a tag goes on with the value above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.documents.block import Block, Document
from reconcile.documents.encoding import Lines
from reconcile.documents.exports.gathered import Gathered, entry_block
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


def read_ris(name: str, lines: Lines) -> Document:
    """Return the entries of an RIS file."""
    return Document(name, tuple(_entries(lines)))


def _entries(lines: Lines) -> Iterator[Block]:
    entry = Gathered(0)
    field = ""
    for number, line in enumerate((*lines.text, "ER  - "), 1):
        match = _TAG.match(line)
        if match is None:
            if field and entry.values:
                entry.continue_with(field, clean(line).strip())
            continue
        tag, value = match[1], clean(match[2] or "").strip()
        if tag in ("TY", "ER") and entry.values:
            last = min(number - (tag == "TY"), len(lines.raw))
            yield entry_block(entry.fields({field: (field,) for field in entry.values}), entry.first, last, lines)
            entry = Gathered(0)
        field = _NAMES.get(tag, "")
        if tag == "ER":
            continue
        entry.first = entry.first if entry.values else number
        if field and value:
            entry.put(field, value)
