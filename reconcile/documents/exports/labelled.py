"""EndNote's "Show All Fields" text: `Reference Type:  Journal Article`, then a field a line with its name before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.blocks.entries import entry_block
from reconcile.documents.blocks.runs import clean
from reconcile.documents.blocks.unreadable import MAX_PARAGRAPH
from reconcile.documents.exports.gathered import Gathered

_OPENS = "Reference Type"
_FIELD = re.compile(r"([A-Z][A-Za-z/'().# -]{1,40}):(?:\s+(.*)|\s*$)")
# EndNote's names for the fields of its types of reference; of several for one field the first counts.
_NAMES = {
    "type": (_OPENS,),
    "author": ("Author", "Authors", "Reporter", "Name", "Corporate Author"),
    "editor": ("Editor", "Editors", "Series Editor"),
    "title": ("Title", "Book Title"),
    "journal": ("Journal", "Periodical Title", "Newspaper", "Magazine", "Journal/Secondary Title"),
    "booktitle": ("Book Title", "Proceedings Title", "Conference Name", "Secondary Title", "Series Title"),
    "year": ("Year", "Year of Conference", "Date"),
    "volume": ("Volume",),
    "number": ("Issue", "Number"),
    "pages": ("Pages", "Article Number", "E-Pub Number", "Start Page"),
    "publisher": ("Publisher",),
    "school": ("University", "Academic Department", "Institution"),
    "doi": ("DOI",),
    "isbn": ("ISBN",),
    "url": ("URL",),
    "note": ("Status",),
}
# Fields whose lines may begin like another field's.
_OTHERS = frozenset(
    "Record Number|Place Published|Number of Pages|Number of Volumes|Keywords|Abstract|Notes|Research Notes|Short Title"
    "|Author Address|Accession Number|Call Number|Label|Language|Edition|Epub Date|Issue Date|Date Accessed|ISSN|PMCID"
    "|Thesis Type|Report Number|Conference Location|Alternate Journal|Original Publication|Type of Work|Type of Article"
    "|Translated Author|Translated Title|Name of Database|Database Provider|Link to PDF|File Attachments|Figure|Caption"
    "|Access Date|Type of Medium|Section|Reviewed Item|Legal Note|Custom 1|Custom 2|Custom 3|Last Updated|Description"
    "|Last Modified Date|Added to Library|Document Number|NIHMSID|Reprint Edition|Country|City|Sponsor".split("|")
)
_KNOWN = {name for names in _NAMES.values() for name in names} | _OTHERS
_PAST_AUTHOR = re.compile(r"\s*;\s*")


def read_labelled(name: str, lines: Lines) -> Document:
    """Return the entries of EndNote's text with all fields."""
    blocks = (_block(entry, last, lines) for entry, last in _entries(lines))
    return Document(name, tuple(block for block in blocks if block))


def _entries(lines: Lines) -> Iterator[tuple[Gathered, int]]:
    """Return the entries with the last line that each has."""
    entry: Gathered | None = None
    label = ""
    last = 0
    for number, row in enumerate(lines.text, 1):
        line = clean(row[:MAX_PARAGRAPH]).strip()
        found = _FIELD.match(line)
        if found and found[1] == _OPENS:
            if entry:
                yield entry, last
            entry = Gathered(number)
        if entry and found and found[1] in _KNOWN:
            label = found[1]
            entry.put(label, found[2] or "")
        elif entry and line:
            entry.continue_with(label, line)
        last = number if line else last
    if entry:
        yield entry, last


def _block(entry: Gathered, last: int, lines: Lines) -> Block | None:
    fields = entry.fields(_NAMES)
    if "title" not in fields:
        return None
    if "author" in fields:
        fields["author"] = _PAST_AUTHOR.sub(" and ", fields["author"].strip("; "))
    if fields.get("booktitle") == fields["title"]:
        del fields["booktitle"]
    return entry_block(fields, entry.first, last, lines)
