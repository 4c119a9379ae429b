"""BibTeX of the Anthology to records. Pure: no network, no clock, no file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from sources.anthology.bib import Fields, Unread, entries
from sources.anthology.latex import plain
from sources.identifiers import from_url, normalize
from sources.months import SHORT
from sources.name_reading import read_name
from sources.name_words import AND
from sources.record import Date, Identifier, Name, Record, Scheme, Type
from sources.source import Answer

NAME = "anthology"
VOLUME = "proceedings"
_MOST_UNREAD = 100

_TYPES: Mapping[str, Type] = MappingProxyType(
    {
        "article": Type.ARTICLE,
        "book": Type.BOOK,
        "inbook": Type.CHAPTER,
        "incollection": Type.CHAPTER,
        "inproceedings": Type.PAPER,
        "phdthesis": Type.THESIS,
        "proceedings": Type.BOOK,
    }
)
_MONTH = re.compile("|".join(SHORT), re.IGNORECASE)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NUMBERS = re.compile(r"(?<=[0-9])\s?(?:--?-?|[–—])\s?(?=[0-9])")


def read(payload: bytes) -> Answer:
    """Return the records of a `.bib` or `.bib.gz` file of the Anthology, whole volumes among them.

    Raises `bib.NotBibtex` where the payload is neither.
    """
    records: list[Record] = []
    unread: list[str] = []
    for found in entries(payload):
        if isinstance(found, Unread):
            unread.append(found.says)
        elif acl_id(found) is None:
            unread.append(f"entry {found.key[:80]}: no address in the Anthology")
        else:
            records.append(record_of(found))
    return Answer(tuple(records), tuple(unread[:_MOST_UNREAD]))


def acl_id(fields: Fields) -> str | None:
    """Return the Anthology's id of an entry, which only its address tells; a mirror's address tells it too."""
    url = fields.values.get("url", "").strip()
    found = from_url(url)
    if found is None or found.scheme is not Scheme.ACL:
        found = normalize(Scheme.ACL, _last_part(url))
    return found.value if found else None


def _last_part(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""


def title_of(fields: Fields) -> str:
    """Return the title of an entry as text."""
    return plain(fields.values.get("title", ""))


def record_of(fields: Fields) -> Record:
    """Return the record of one entry."""
    values = fields.values
    key = acl_id(fields) or ""
    authors, cut_short = _names(values.get("author", ""))
    editors, _ = _names(values.get("editor", ""))
    url = values.get("url", "").strip()
    return Record(
        type=_TYPES.get(fields.kind, Type.OTHER),
        title=title_of(fields),
        author=authors,
        author_et_al=cut_short,
        editor=editors,
        issued=issued(values),
        container_title=plain(values.get("journal") or values.get("booktitle") or ""),
        collection_title=plain(values.get("series", "")),
        volume=plain(values.get("volume", "")),
        issue=plain(values.get("number", "")),
        page=page_numbers(plain(values.get("pages", ""))),
        publisher=plain(values.get("publisher", "")),
        identifiers=_identifiers(fields, key),
        urls=(url,) if url else (),
        source=NAME,
        key=key,
    )


def _identifiers(fields: Fields, key: str) -> tuple[Identifier, ...]:
    """Return the id, the DOI and, of a volume, the ISBN; old entries have handles in the place of the DOI."""
    found = [normalize(Scheme.ACL, key), normalize(Scheme.DOI, fields.values.get("doi", ""))]
    if _TYPES.get(fields.kind) is Type.BOOK:
        found.append(normalize(Scheme.ISBN, fields.values.get("isbn", "")))
    return tuple(identifier for identifier in found if identifier)


def _names(written: str) -> tuple[tuple[Name, ...], bool]:
    """Return the names of `Gao, Lei  and Niu, Yue`, and whether `and others` cuts them short."""
    spelled = [plain(part) for part in AND.split(written.strip())]
    names = tuple(read_name(part) for part in spelled if part and part != "others")
    return names, "others" in spelled


def page_numbers(text: str) -> str:
    """Return `1–11` or `1--11` as `1-11`."""
    return _NUMBERS.sub("-", text)


def issued(values: Mapping[str, str]) -> Date | None:
    """Return year and month; of `17--20 jun` (the days of a meeting) the first month."""
    year = _YEAR.search(values.get("year", ""))
    if not year:
        return None
    month = _MONTH.search(values.get("month", ""))
    return Date(int(year[0]), SHORT.index(month[0].lower()) + 1 if month else 0)
