"""The fields of a work that the reader of a source has read, as an entry has them."""

from __future__ import annotations

from reconcile.documents.fields.kinds import meaning_of
from reconcile.documents.fields.people import people
from sources.record import Record, Type


def fields_of_record(record: Record) -> dict[str, str]:
    """Return the fields of a record that say anything."""
    said = {
        "type": str(meaning_of(record.type) or ""),
        "title": record.title,
        "author": people([*record.author, *(["others"] if record.author and record.author_et_al else [])]),
        "editor": people(record.editor),
        "date": str(record.issued or ""),
        ("journal" if record.type is Type.ARTICLE else "booktitle"): record.container_title,
        "series": record.collection_title,
        "volume": record.volume,
        "issue": record.issue,
        "pages": record.page,
        "publisher": record.publisher,
        **{str(one.scheme): one.value for one in reversed(record.identifiers)},
        "url": " ".join(record.urls),
    }
    return {name: value for name, value in said.items() if value}
