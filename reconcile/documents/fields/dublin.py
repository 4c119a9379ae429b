"""Dublin Core's names as the columns of a repository's export have them: `dc.contributor.author[en]`."""

from __future__ import annotations

import re
from collections.abc import Mapping

# By element and qualifier, without the language in brackets; the fields are those of `columns`.
_FIELDS: Mapping[str, str] = {
    "contributor": "author",
    "contributor.author": "author",
    "contributor.editor": "editor",
    "creator": "author",
    "citation.endpage": "last page",
    "citation.issue": "issue",
    "citation.startpage": "first page",
    "citation.title": "booktitle",
    "citation.volume": "volume",
    "date": "date",
    "date.issued": "date",
    "identifier.doi": "doi",
    "identifier.isbn": "isbn",
    "identifier.uri": "url",
    "publisher": "publisher",
    "relation.ispartof": "booktitle",
    "relation.ispartofbook": "booktitle",
    "relation.ispartofjournal": "journal",
    "relation.ispartofseries": "series",
    "source": "booktitle",
    "title": "title",
    "type": "type",
}
_NAME = re.compile(r"(?:dc|dcterms|oaire|local)[.:_](\w{3,20}(?:[.:_]\w{3,24})?)(?:\[\w{0,9}\])?", re.IGNORECASE)


def field_named(column: str) -> str:
    """Return the field that a column of Dublin Core's holds, empty where it is none.

    >>> field_named("dc.date.issued[]"), field_named("dc.title[en_US]"), field_named("dc.rights")
    ('date', 'title', '')
    """
    found = _NAME.fullmatch(column.strip())
    return _FIELDS.get(re.sub("[:_]", ".", found[1]).casefold(), "") if found else ""
