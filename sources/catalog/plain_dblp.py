"""Plain entries of DBLP as rows and terms (see `ready`): papers with a key, a title, persons and a link.

Nearly all of the millions of entries are such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sources.catalog.ready import LONGEST_TITLE, MOST_AUTHORS, Ready, new_ready, words_in
from sources.catalog.rows import encode
from sources.dblp.dump import read_said, said_in_chunk
from sources.dblp.record import NAMING, Said, addresses_of, issued_in, part_of, repeated, title_of
from sources.identifiers import from_url, implied
from sources.markup import plain
from sources.name_reading import plain_parts, read_name
from sources.record import Record, Type
from sources.text import fold

_TYPES = {"article": Type.ARTICLE.value, "inproceedings": Type.PAPER.value}
# Keys that are in their normal form, and no preprint's.
_KEY = re.compile(
    r"(?!journals/(?:corr|eccc|iacr)/)(?:conf|journals)/[A-Za-z0-9_+-]{1,60}/(?=[a-z_+-]*[A-Z0-9])[A-Za-z0-9_+-]{1,60}"
)
# Links to the resolver of which nothing is to be decoded or cut; the DOI is no pseudo-DOI, and names no preprint.
_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.(?!5555/|48550/)[0-9]{4,9}/[A-Za-z0-9._-]{0,250}[A-Za-z0-9-])")
_PAGES = re.compile("[0-9:-]*")
# A name as a row has it (`family` is an organisation's too): family, given, folded family, what else it has, its parts.
_Person = tuple[str, str, str, tuple[str, ...] | None, tuple[str, ...]]


def ready_in(chunk: bytes) -> Iterator[Ready | Record | str]:
    """Yield what `dump.read_chunk` returns of a piece of the dump, plain entries ready."""
    for found in said_in_chunk(chunk):
        yield (ready(found) or read_said(found)) if isinstance(found, Said) else found


def ready(said: Said) -> Ready | None:
    """Return an entry as a catalogue keeps it; None for one that is not plain."""
    key, links = said.key, said.links
    if said.kind not in _TYPES or said.doi or said.isbn or len(said.author) > MOST_AUTHORS or not _KEY.fullmatch(key):
        return None
    title = title_of(said.title)
    folded = fold(title)
    named = _named(key, links)
    if named is None or not folded or len(title) > LONGEST_TITLE:
        return None
    people = _people(said.author)
    year = _year(said.year)
    # The fields of a `rows.Row`, and at its end those of the rest.
    row = (
        title,
        people.families,
        year or 0,
        _TYPES[said.kind],
        "dblp",
        key,
        repeated(said.venue),
        (
            people.given,
            people.odd,
            year and (0, 0),
            *named,
            *_others(said),
        ),
    )
    words = words_in(folded, people.folded, year)
    return new_ready((encode(row), words, (*named[0], f"title:{folded.replace(' ', '')}"), year or 0, key))


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


class _People(NamedTuple):
    """The persons of an entry as a row has them: `odd` are those with more than two parts, each behind its place."""

    families: Sequence[str]
    given: Sequence[str]
    odd: Sequence[tuple[object, ...]]
    folded: Sequence[str]


def _people(names: tuple[str, ...]) -> _People:
    plain_ones = plain_parts(names)
    if plain_ones:
        families, given = plain_ones
        return _People(families, given, (), (" ".join(families).lower().replace("-", " "),))
    persons = list(map(_divided, names))
    return _People(
        [person[0] for person in persons],
        [person[1] for person in persons],
        [(place, *person[3]) for place, person in enumerate(persons) if person[3]],
        [person[2] for person in persons],
    )


# The same persons come again and again, but not all of them; some 20 MB of names.
@lru_cache(maxsize=2**16)
def _divided(text: str) -> _Person:
    plain_one = plain_parts([text])
    if plain_one:
        (family,), (given,) = plain_one
        return family, given, family.lower().replace("-", " "), None, (family, given)
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
