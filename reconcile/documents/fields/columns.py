"""What people and programs call the fields of a publication: table headers, mapping keys, the terms of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reconcile.documents.blocks.block import Block, Kind
from reconcile.documents.fields.dublin import field_named
from reconcile.documents.fields.names import NAMES, NUMBERS_OF_STAFF, OF_COURSES, OF_MONEY, STAFF
from sources.text import letters_of

_CANONICAL = {name: key for key, names in reversed(tuple(NAMES.items())) for name in names}
# Words that name a title only beside a column of authors: a paper may be the whole reference.
_VAGUE = frozenset({"paper", "article", "work", "publication", "name", "publicationname"})
_WHOLE_REFERENCES = _VAGUE - {"name", "publicationname"}
_BESIDE_A_WORK = frozenset({"author", "journal", "booktitle"})
# What a column of whole references is called.
_REFERENCES = frozenset({"citation", "citations", "reference", "references", "fullcitation", "fullreference"})
# A column that only counts the rows.
_COUNTERS = frozenset(
    map(
        letters_of,
        "|no|nr|number|num|sno|slno|srno|sl|sr|sn|serialno|serial|serialnumber|n|lfdnr|lp|rbr|sirano|stt|nourut|bil|nrcrt|por"
        "|noпп|noзп|序号|序號|番号|순번|번호|ردیف".split("|"),
    )
)
# Columns of the authors in full, beside which another has their initials (Scopus, Web of Science).
_IN_FULL = frozenset({"af", "authorfullnames", "authorsfullnames", "fullauthors"})
_VENUES = frozenset({"journal", "booktitle"})
# What may stand behind a venue in its column: `Conference, place, date`, `Journal, Vol., pages`.
_WITH_A_VENUE = _VENUES | {"date", "year", "volume", "issue", "page", "publisher"}
_NUMBERS = frozenset({"volume", "issue", "page"})
_BEHIND_A_VENUE = {"v": "volume", "n": "issue", "p": "page"}  # letters that alone say nothing
_PLACES = frozenset({"place", "city", "country", "location", "town", "ort", "lieu", "lugar", "tempat", "kota"})
# What may stand beside a publisher in its column, which then tells the place of a book as a whole.
_WITH_A_PUBLISHER = frozenset({"publisher", "isbn", "year", "page"})
# `Título do artigo`, `Titre de l'article`, `Titel des Beitrags`.
_QUALIFIED = re.compile(
    r"(\w{3,20})\s(?:d[aeo]s?|del|dell|della|du|des|der)[\s'’](?:l['’]|la\s)?(?:artigo|trabalho|artículo|articulo|trabajo"
    r"|article|articolo|lavoro|beitrag|artikel|aufsatze|publikation|publicación|publicação|publication)(?:e?s|en)?\Z",
    re.IGNORECASE,
)
# Over the works in a form, at any length: `Наименование учебных изданий, научных трудов и патентов на изобретения`.
_OF_WORKS = re.compile(
    r"(?:наименование|название|назва)\s(?:учебн|навчальн|научн|науков|работ|робот|труд|прац)", re.IGNORECASE
)
# One of several columns of authors: `Author 2`, `Further authors`, `Third author`.
_ONE_OF_SEVERAL = re.compile(
    r"(?<=\D)\s?\d{1,2}\Z|\A(?:first|second|third|fourth|fifth|last|further|other|additional|remaining|weitere|autres"
    r"|overige|\d(?:st|nd|rd|th))\s",
    re.IGNORECASE,
)
# What such a column is called in a header behind the first of them; its cells are joined to those of the first.
MORE_AUTHORS = "more authors"
_NAME_OF = re.compile(r"\A(?:names?|titles?)\s+of\s+(?=\w)", re.IGNORECASE)  # `Name of the Proceedings`
_THE = re.compile(r"\bthe\b", re.IGNORECASE)
_EITHER = re.compile(r"\s*(?:/|&|\bor\b|\band\b|\boder\b|\bou\b|\bund\b|\bet\b|,)\s*", re.IGNORECASE)
# What a label says of its column in brackets: `Contributors (as printed)`; behind a question it names it.
_REMARK = re.compile(r"\s?[(\[]([^()\[\]]{1,40})[)\]][\s:*!?]*\Z")
_ASKED = frozenset({"what", "was", "quoi", "que", "wat"})
AROUND = " :*.#"  # what may stand around a label: `* Title:`
_LONGEST = 40
# A header without any of these is one of grants, courses or projects, which have titles as well.
_PUBLISHED = frozenset({"author", "journal", "booktitle", "imprint", "doi"})
# What says where a work appeared: no list of grants has any of these.
_PLACED = frozenset({"journal", "booktitle", "imprint", "doi", "volume", "issue", "isbn"})
# Columns that are known, of which no row of works has as many; then labels may be long, as those of Dimensions are.
_MANY = 4
# A row that says no more than its title is a heading across the table.
_FEWEST = 2


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """Return a field's name as names are compared.

    >>> key_of("Author(s)")
    'authors'
    """
    return letters_of(name[: 2 * _LONGEST])


def _is_one_of_several(name: str) -> bool:
    return _CANONICAL.get(key_of(_ONE_OF_SEVERAL.sub("", name))) == "author" and bool(_ONE_OF_SEVERAL.search(name))


@lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """Return the field that a header or key stands for, empty where it is none.

    >>> canonical("Conference/Journal"), canonical("Title of the paper"), canonical("Conference, place, date")
    ('booktitle', 'title', 'booktitle')
    """
    if _OF_WORKS.match(name):
        return "title"
    if not name or len(name) > 2 * _LONGEST:
        return ""
    known: str | None = _CANONICAL.get(key_of(name)) or field_named(name)
    if known:
        return known
    qualified = _QUALIFIED.match(name)
    if known := _CANONICAL.get(key_of(qualified[1] if qualified else _THE.sub(" ", name))):
        return known
    if _is_one_of_several(name):
        return "author"
    if known := _CANONICAL.get(key_of(_NAME_OF.sub("", _THE.sub(" ", name)))):
        return known
    if len(name) > _LONGEST:
        return ""
    if remark := _REMARK.search(name):
        said = name[: remark.start()]
        return canonical(remark[1] if key_of(said) in _ASKED else said)
    keys = [key for key in map(key_of, _EITHER.split(_THE.sub(" ", name))) if key not in _PLACES | NUMBERS_OF_STAFF]
    each = [(_BEHIND_A_VENUE.get(key) if len(keys) > 1 else "") or _CANONICAL.get(key, "") for key in keys]
    parts = set(each)
    if len(parts) == 1:
        return parts.pop()
    if parts == _NUMBERS:
        return "numbering"
    if each[:1] == ["publisher"] and parts <= _WITH_A_PUBLISHER:
        return "imprint"
    return "booktitle" if parts <= _VENUES or (set(each[:1]) <= _VENUES and parts <= _WITH_A_VENUE) else ""


def header(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the fields that the cells of a header row name, unknown columns by their own words; else nothing.

    >>> header(["Year", "Paper title", "Author(s)", "Award"])
    ('year', 'title', 'author', 'award')
    >>> header(["Year", "Publication"])
    ()
    """
    named = _meant(cells)
    if "title" not in named or not _PUBLISHED.intersection(named) or _is_of_grants(cells, named):
        return ()
    if max(map(len, cells)) > _LONGEST and "imprint" not in named and len(set(named) - {""}) < _MANY:
        return ()
    if "author" not in named and _titles(cells, named) <= _VAGUE:
        return ()
    return _columns(cells, named)


def labels(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the fields that the first row of a table file names, as `header` does; nothing where it is a row.

    Such a file is a table for sure, so a title is enough beside any other column that is known. A word that may stand
    for a whole reference ("Paper") is a title only beside authors or a venue.

    >>> labels(["Title", "Year", "My rating"]), labels(["J. Smith", "On name resolution in networks", "ACL", "2019"])
    (('title', 'year', 'my rating'), ())
    """
    named = _meant(cells)
    known = set(named) - {""}
    if "title" not in known or (max(map(len, cells)) > _LONGEST and len(known) < _MANY):
        return ()
    if _is_of_grants(cells, named):
        return ()
    titles, others = _titles(cells, named), known - {"title"}
    if titles <= _WHOLE_REFERENCES and not others & _BESIDE_A_WORK:
        return ()
    if titles <= _VAGUE and not others:
        return ()
    return _columns(cells, named)


def _meant(cells: Sequence[str]) -> list[str]:
    return [canonical(cell.strip(AROUND)) for cell in cells]


def _is_of_grants(cells: Sequence[str], named: Sequence[str]) -> bool:
    """Say whether a header has a column of money, and none of where a work appeared."""
    keys = {key_of(part) for cell in cells for part in (cell, _REMARK.sub("", cell))}
    return not OF_MONEY.isdisjoint(keys) and _PLACED.isdisjoint(named)


def _titles(cells: Sequence[str], named: Sequence[str]) -> set[str]:
    """Return what the columns of titles are called."""
    return {key_of(cell) for cell, name in zip(cells, named, strict=True) if name == "title"}


def _columns(cells: Sequence[str], named: Sequence[str]) -> tuple[str, ...]:
    plain = bool(_titles(cells, named) - _VAGUE)
    full = any(key_of(cell) in _IN_FULL for cell in cells)
    beside = any(name == "author" and not _is_of_staff(cell) for cell, name in zip(cells, named, strict=True))
    return tuple(
        ""
        if not at and is_counter(cell)
        else MORE_AUTHORS
        if name in named[:at] and _is_one_of_several(cell.strip(AROUND))
        else _named(cell, name, vague=plain, full=full, staff=beside)
        for at, (cell, name) in enumerate(zip(cells, named, strict=True))
    )


def fields_of_row(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Return the cells of a row by the names of their columns; of authors in several columns one list.

    >>> fields_of_row(("author", "more authors", "title"), ("Bee, Ada", "Dee, Bo", "Wool"))
    {'author': 'Bee, Ada; Dee, Bo', 'title': 'Wool'}
    """
    fields: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        if name == MORE_AUTHORS and cell:
            fields["author"] = "; ".join(filter(None, (fields.get("author"), cell)))
        elif name and cell:
            fields.setdefault(name, cell)
    return fields


def is_counter(label: str) -> bool:
    """Say whether a column of this name only counts the rows."""
    return key_of(label) in _COUNTERS


def names_column(label: str) -> bool:
    """Say whether a cell names a column of works, money, staff or courses.

    >>> names_column("Title"), names_column("Course name"), names_column("Gulls in rivers")
    (True, True, False)
    """
    key = key_of(label)
    return key in OF_MONEY or key in STAFF or key in OF_COURSES or bool(canonical(label))


def is_only_labels(cells: Sequence[str]) -> bool:
    """Say whether every cell names a field or a whole reference: `Year, Citation`.

    >>> is_only_labels(["Year", "Citation"]), is_only_labels(["2019", "Citation"])
    (True, False)
    """
    words = [cell.strip(AROUND) for cell in cells if cell.strip()]
    return bool(words) and all(is_counter(word) or key_of(word) in _REFERENCES or canonical(word) for word in words)


def _is_of_staff(cell: str) -> bool:
    """Say whether a column says whose works these are: `Nama Dosen / NIDN`."""
    return not STAFF.isdisjoint(map(key_of, _EITHER.split(_REMARK.sub("", cell))))


def _named(cell: str, name: str, *, vague: bool, full: bool, staff: bool) -> str:
    """Return a column's name; a vague one beside a plain title keeps its word (`Publication` is the venue then).

    So does one of authors beside that of their full names, which counts before it, and one of whose works these are
    beside that of all authors.
    """
    if name == "author" and staff and _is_of_staff(cell):
        return key_of(cell)
    if name == "author" and full and key_of(cell) not in _IN_FULL:
        return key_of(cell)
    if name == "title" and vague and key_of(cell) in _VAGUE:
        return key_of(cell)
    return name or cell.strip().lower()


def as_entry(block: Block, cells: Sequence[str], names: Sequence[str]) -> Block:
    """Return a table row under a header as an entry with fields; a row of another shape as it is."""
    if not names or len(cells) > len(names) or counts_columns(cells):
        return block
    fields = fields_of_row(names, [" ".join(cell.split()) for cell in cells])
    if "title" not in fields or len(fields) < _FEWEST:
        return block
    urls = dict.fromkeys(mark.url for mark in block.marks if mark.url)
    if urls and "url" not in fields:
        fields["url"] = " ".join(urls)
    return replace(block, kind=Kind.ENTRY, fields=tuple(fields.items()))


def counts_columns(cells: Sequence[str]) -> bool:
    """Say whether a row only counts the columns, as the second of an official form does.

    >>> counts_columns(["1", "2", "3"]), counts_columns(["(1)", "(2)"]), counts_columns(["1"])
    (True, True, False)
    """
    said = [cell.strip().strip(" ().") for cell in cells]
    return len(said) > 1 and said == [str(number) for number in range(1, len(said) + 1)]
