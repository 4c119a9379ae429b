"""Plain entries of DBLP as rows and terms, without the `Record` in between: four times as fast, and the same bytes.

Nearly all of the millions of entries are papers with a key, a title, persons and a link; `ready` makes of these what
`rows.pack` and `terms.terms_of` make of their records. All other entries are left to those.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

from sources.dblp.record import NAMING, Said, addresses_of, issued_in, part_of, repeated, title_of
from sources.identifiers import from_url, implied
from sources.markup import plain
from sources.name_reading import plain_parts, read_name
from sources.record import Type
from sources.text import fold

_TYPES = {"article": Type.ARTICLE.value, "inproceedings": Type.PAPER.value}
# Keys that are in their normal form, and no preprint's.
_KEY = re.compile(
    r"(?!journals/(?:corr|eccc|iacr)/)(?:conf|journals)/[A-Za-z0-9_+-]{1,60}/(?=[a-z_+-]*[A-Z0-9])[A-Za-z0-9_+-]{1,60}"
)
# Links to the resolver of which nothing is to be decoded or cut; the DOI is no pseudo-DOI, and names no preprint.
_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.(?!5555/|48550/)[0-9]{4,9}/[A-Za-z0-9._-]{0,250}[A-Za-z0-9-])")
_PAGES = re.compile("[0-9:-]*")
# Of more the terms are only some (`terms_of`), and no longer title is a plain one.
_MOST_AUTHORS = 30
_LONGEST_TITLE = 1000
# A name as a row has it (`family` is an organisation's too): family, given, folded family, what else it has, its parts.
_Person = tuple[str, str, str, tuple[str, ...] | None, tuple[str, ...]]
# Some 20 MB of names, in a dictionary as its `get` takes a third of the time of `lru_cache`.
_MOST_PERSONS = 2**16
_persons: dict[str, _Person] = {}
_encode = msgspec.msgpack.Encoder().encode


class Ready(NamedTuple):
    """What a catalogue keeps of an entry: its row, words and keys (`terms_of`), and its year, 0 if not said.

    The last key is the title's, the one before that of the entry's own identifier.
    """

    row: bytes
    words: str
    keys: tuple[str, ...]
    year: int


def ready(said: Said) -> Ready | None:
    """Return an entry as a catalogue keeps it; None for one that is not plain."""
    key, links = said.key, said.links
    if said.kind not in _TYPES or said.doi or said.isbn or len(said.author) > _MOST_AUTHORS or not _KEY.fullmatch(key):
        return None
    title = title_of(said.title)
    folded = fold(title)
    named = _named(key, links)
    if named is None or not folded or len(title) > _LONGEST_TITLE:
        return None
    known = _persons.get
    persons = [known(name) or _person(name) for name in said.author]
    year = _year(said.year)
    # The fields of a `rows.Row`, and at its end those of the rest.
    row = (
        title,
        [person[0] for person in persons],
        year or 0,
        _TYPES[said.kind],
        "dblp",
        key,
        repeated(said.venue),
        (
            [person[1] for person in persons],
            [(place, *person[3]) for place, person in enumerate(persons) if person[3]],
            year and (0, 0),
            *named,
            *_others(said),
        ),
    )
    names = " ".join([person[2] for person in persons if person[2]])
    words = f"{folded} {names} {year}" if year else f"{folded} {names}"
    return Ready(_encode(row), words, (*named[0], f"title:{folded.replace(' ', '')}"), year or 0)


def _others(said: Said) -> tuple[object, ...]:
    """Return the fields of a row from the page on."""
    _, _, _, _, editor, _, series, volume, number, pages, publisher, _, _, _, _, within = said
    return (
        pages if _PAGES.fullmatch(pages) else plain(pages),
        volume and plain(volume),
        number and plain(number),
        series and repeated(series),
        "",
        publisher and repeated(publisher),
        "",
        False,
        _parts(editor) if editor else (),
        (),
        _related(within) if within else (),
        (),
    )


def _named(key: str, links: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the keys of an entry's identifiers, its own the last, and its addresses.

    None where other identifiers follow from these.
    """
    own = f"dblp:{key}"
    if len(links) == 1:
        resolved = _RESOLVER.fullmatch(links[0])
        if resolved:
            return (f"doi:{resolved[1].lower()}", own), links
    found: list[str] = []
    for link in links:
        identifier = from_url(link)
        if identifier and identifier.scheme in NAMING:
            if implied(identifier):
                return None
            found.append(f"{identifier.scheme._value_}:{identifier.value}")
    found.append(own)
    return tuple(found) if len(found) < 3 else tuple(dict.fromkeys(found)), addresses_of(links)


def _person(text: str) -> _Person:
    """Return a name, and keep it: the same persons come again and again, but not all of them."""
    if len(_persons) >= _MOST_PERSONS:
        _persons.clear()
    person = _persons[text] = _divided(text)
    return person


def _divided(text: str) -> _Person:
    two = plain_parts(text)
    if two:
        family, given = two
        return family, given, family.lower().replace("-", " "), None, two
    name = read_name(plain(text))
    family = name.family or name.literal
    parts: tuple[str, ...] = (name.family, name.given)
    if not (name.particle or name.literal or name.suffix):
        return family, name.given, fold(family), None, parts
    others = (name.particle, name.suffix, name.literal)
    return family, name.given, fold(family), (name.family, *others), (*parts, *others)


@lru_cache(maxsize=2**8)
def _parts(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple([_divided(name)[4] for name in names])


@lru_cache(maxsize=2**10)
def _year(text: str) -> int | None:
    issued = issued_in(text)
    return issued.year if issued else None


@lru_cache(maxsize=2**13)
def _related(key: str) -> tuple[tuple[str, str, str, str, str, None], ...]:
    return tuple(
        [
            (each.kind, each.target.scheme._value_, each.target.value, each.direction, each.asserted_by, None)
            for each in part_of(key)
        ]
    )
