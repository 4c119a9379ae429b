"""Exports that tag their lines: MEDLINE (PubMed's `.nbib`), Web of Science (`savedrecs.txt`, `.ciw`), RIS, ADS, refer.

What the tags mean stands in `tags.py`; here is how entries are taken out of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reconcile.documents.blocks.block import Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.runs import clean
from reconcile.documents.blocks.unreadable import MAX_PARAGRAPH
from reconcile.documents.exports.gathered import BETWEEN, Gathered
from reconcile.documents.exports.tags import (
    ADS,
    DATABASE,
    ENDNOTE_TYPE,
    MEDLINE,
    REFER,
    RIS,
    WEB_OF_SCIENCE,
    Fields,
    Format,
)


def read_medline(name: str, lines: Lines) -> Document:
    """Return the entries of an export in MEDLINE's format."""
    return _read(name, lines, MEDLINE)


def read_web_of_science(name: str, lines: Lines) -> Document:
    """Return the entries of a "full record" of the Web of Science; the works that they cite are none."""
    return _read(name, lines, WEB_OF_SCIENCE)


def read_ris(name: str, lines: Lines) -> Document:
    """Return the entries of an RIS file: `TY  - JOUR`, one tag a line, closed by `ER  -`."""
    return _read(name, lines, RIS)


def read_refer(name: str, lines: Lines) -> Document:
    """Return the entries of an export for EndNote, which has refer's tags (`%A`, `%T`), or of a database of refer's.

    Entries for EndNote begin with `%0`, refer's behind a blank line; what its fields say is meant for troff.
    """
    for_endnote = any(ENDNOTE_TYPE.match(line) for line in lines.text)
    return _read(name, lines, REFER if for_endnote else DATABASE)


def read_ads(name: str, lines: Lines) -> Document:
    """Return the entries of the Astrophysics Data System's tagged text: `%R` and a bibcode, `%T`, `%A`."""
    return _read(name, lines, ADS)


def _read(name: str, lines: Lines, form: Format) -> Document:
    blocks = []
    for entry, last in _entries(lines, form):
        fields = form.finish(_with_groups(entry.fields(form.names), entry, form.groups), entry)
        if fields:
            blocks.append(entry_block(_with_last_page(fields), entry.first, last, lines))
    return Document(name, tuple(blocks))


_RANGE = re.compile(r"\d\s?[-–—]+\s?\w")  # `123-130`, but not the page `S-12`


def _with_last_page(fields: Fields) -> Fields:
    """Return the fields with the last page joined to the first, which may name both."""
    first, last = fields.get("pages", ""), fields.get("endpage", "")
    whole = _RANGE.search(first) and not _RANGE.search(last)
    joined = {"pages": first if whole else f"{first}--{last}".strip("-")} if last else {}
    return {name: value for name, value in {**fields, **joined}.items() if name != "endpage"}


def _with_groups(fields: Fields, entry: Gathered, tags: tuple[str, ...]) -> Fields:
    """Return the fields with the groups of people that tags name behind the authors."""
    named = [f"{{{group}}}" for tag in tags for group in entry.of(tag)]
    authors = [fields["author"]] if "author" in fields else []
    return {**fields, "author": BETWEEN["author"].join([*authors, *named])} if named else fields


def _entries(lines: Lines, form: Format) -> Iterator[tuple[Gathered, int]]:
    """Return the entries with the last line that each has; in double spacing no blank line parts any."""
    parted = form.parted and any(above.strip() and below.strip() for above, below in pairwise(lines.text))
    entry: Gathered | None = None
    tag = ""
    last = 0
    for number, row in enumerate(lines.text, 1):
        line = row[:MAX_PARAGRAPH]
        found = form.tag.match(line)
        if found and found[1].strip() in (form.opens, *form.closes):
            if entry:
                yield entry, number if found[1].strip() in form.closes else last
            entry, tag = None, ""
        if found and found[1].strip() not in form.closes:
            tag = found[1].strip()
            entry = entry or Gathered(number)
            entry.put(tag, clean(found[2] or "").strip())
        elif parted and entry and not line.strip():
            yield entry, last
            entry, tag = None, ""
        elif entry and tag and (more := form.more.match(line)):
            put = entry.put if tag in form.listed else entry.continue_with
            put(tag, clean(more[1]).strip())
        last = number if line.strip() else last
    if entry:
        yield entry, last
