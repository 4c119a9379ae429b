"""Plain papers of the Anthology's XML as rows and terms (see `ready`): those that take the most from their volume.

A paper of which something became (retracted, removed, corrected), or that says itself what its volume says of all
others, is given as a record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from sources.anthology.dump import found_in_chunk
from sources.anthology.dump_xml import Paper, Volume, addresses_of, name_of, read_paper, spelled, text_of, volume_of
from sources.anthology.read import NAME, page_numbers
from sources.anthology.variants import key_of
from sources.catalog.ready import LONGEST_TITLE, MOST_AUTHORS, Ready, encode, words_in
from sources.catalog.rows import name_parts
from sources.catalog.terms import further
from sources.dump import WithVariants
from sources.identifiers import normalize
from sources.name_reading import plain_parts
from sources.record import Record, Scheme
from sources.text import fold

# What a record is made of beside the fields that are read here.
_NOT_PLAIN = frozenset({"editor", "journal", "volume", "issue", "retracted", "removed", "erratum"})
_PARTS_OF_A_NAME = 2


class _Person(NamedTuple):
    """A name as a row has it (`family` is an organisation's too), and its key in the table of variants.

    `odd` are its parts but the given name where it has others than that and a family name.
    """

    family: str
    given: str
    folded: str
    odd: tuple[str, ...]
    key: str


class _Shared(NamedTuple):
    """What the rows of a volume's papers have in common, as they have it."""

    volume: Volume
    year: int
    issued: tuple[int, int] | None
    editor: tuple[tuple[str, ...], ...]


# Some 20 MB of names.
_MOST_PERSONS = 2**16
_persons: dict[tuple[str, str], _Person] = {}


def ready_in(chunk: bytes) -> Iterator[Ready | Record | WithVariants | str]:
    """Yield what `dump.read_chunk` returns of a piece of the dump, plain papers ready."""
    shared: _Shared | None = None
    for found in found_in_chunk(chunk):
        if not isinstance(found, Paper):
            yield found
            continue
        if shared is None or shared.volume is not found.volume:
            shared = _shared(found.volume)
        yield _ready(found, shared) or read_paper(found)


def _shared(volume: Volume) -> _Shared:
    issued = volume.issued
    return _Shared(
        volume,
        issued.year if issued else 0,
        (issued.month, issued.day) if issued else None,
        tuple(map(name_parts, volume.editor)),
    )


def _ready(paper: Paper, shared: _Shared) -> Ready | None:
    """Return a paper as a catalogue keeps it; None for one that is not plain."""
    volume, element, variants = paper
    fields, authors = _parted(element)
    if not _NOT_PLAIN.isdisjoint(fields) or len(element.attrib) > 1 or len(authors) > MOST_AUTHORS:
        return None
    title = text_of(fields.get("title"))
    folded = fold(title)
    key = volume.paper(element.get("id") or "")
    named = _named(key, fields.get("doi"))
    within = volume_of(key)
    persons = [_person(author) for author in authors]
    if not (named and within and folded) or len(title) > LONGEST_TITLE or None in persons:
        return None
    known = [person for person in persons if person]
    families = _other_families(known, variants)
    # The fields of a `rows.Row`, and at its end those of the rest.
    row = (
        title,
        [person.family for person in known],
        shared.year,
        volume.type._value_,
        NAME,
        key,
        volume.title,
        (
            [person.given for person in known],
            [(place, *person.odd) for place, person in enumerate(known) if person.odd],
            shared.issued,
            named,
            addresses_of(key, text_of(fields.get("url"))),
            page_numbers(text_of(fields.get("pages"))),
            volume.volume,
            volume.issue,
            "",
            volume.event,
            volume.publisher,
            "",
            False,
            shared.editor,
            (),
            (("is-part-of", within.scheme._value_, within.value, "", "", None),),
            families,
        ),
    )
    names = [person.folded for person in known]
    if families:
        names.append(further(" ".join(names), families))
    keys = (*named, f"title:{folded.replace(' ', '')}")
    return Ready(encode(row), words_in(folded, names, shared.year), keys, shared.year, key)


def _parted(paper: etree._Element) -> tuple[dict[str, etree._Element], list[etree._Element]]:
    """Return the elements of a paper by their names, of several the first, and its authors."""
    fields: dict[str, etree._Element] = {}
    authors: list[etree._Element] = []
    for child in paper:
        tag = str(child.tag)
        if tag == "author":
            authors.append(child)
        elif tag not in fields:
            fields[tag] = child
    return fields, authors


def _named(key: str, doi: etree._Element | None) -> tuple[str, ...] | None:
    """Return the keys of a paper's identifiers; None where its own is none."""
    own = normalize(Scheme.ACL, key)
    further_one = normalize(Scheme.DOI, text_of(doi)) if doi is not None else None
    return tuple([f"{each.scheme._value_}:{each.value}" for each in (own, further_one) if each]) if own else None


def _person(author: etree._Element) -> _Person | None:
    """Return a person; None for one with names beside the printed one, and for nobody."""
    names = spelled(author)
    person = _persons.get(names)
    if person is None:
        if len(_persons) >= _MOST_PERSONS:
            _persons.clear()
        person = _persons[names] = _divided(*names)
    return person if person.family and len(author) <= _PARTS_OF_A_NAME else None


def _divided(first: str, last: str) -> _Person:
    plain_one = plain_parts([f"{first} {last}"])
    if plain_one and plain_one[0] == [last]:
        return _Person(last, first, last.lower().replace("-", " "), (), f"{first}|{last}")
    name = name_of(first, last)
    family = name.family or name.literal
    odd = (name.family, name.particle, name.suffix, name.literal)
    return _Person(family, name.given, fold(family), odd if any(odd[1:]) else (), key_of(first, last))


def _other_families(persons: Sequence[_Person], variants: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the family names under which the authors are printed elsewhere, each once."""
    if not variants:
        return ()
    return tuple(dict.fromkeys([family for person in persons for family in variants.get(person.key, ())]))
