"""Plain papers of the Anthology's XML as rows and terms (see `ready`): those that take the most from their volume.

A paper of which something became (retracted, removed, corrected), or that says itself what its volume says of all
others, is given as a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from sources.anthology.dump import found_in_chunk
from sources.anthology.dump_xml import Paper, Volume, addresses_of, name_of, read_paper, spelled, text_of, volume_of
from sources.anthology.read import NAME, page_numbers
from sources.anthology.variants import key_of
from sources.catalog.ready import LONGEST_TITLE, MOST_AUTHORS, Ready, new_ready, words_in
from sources.catalog.rows import encode, name_parts
from sources.catalog.terms import further
from sources.dump import WithVariants
from sources.identifiers import normalize
from sources.name_reading import plain_parts
from sources.normal_forms import ACL
from sources.record import Record, Scheme
from sources.text import fold

# What a record is made of beside the fields that are read here.
_NOT_PLAIN = frozenset({"editor", "journal", "volume", "issue", "retracted", "removed", "erratum"})
_PARTS_OF_A_NAME = 2
_KEY = re.compile(ACL)


class _Person(NamedTuple):
    """A name as a row has it (`family` is an organisation's too), and its key in the table of variants.

    `odd` are its parts but the given name where it has others than that and a family name. Nobody has no `family`.
    """

    family: str
    given: str
    folded: str
    odd: tuple[str, ...]
    key: str


class _Said(NamedTuple):
    """What a paper says: number, title in one line, first and last names, and three fields, empty where not said."""

    number: str
    title: str
    names: Sequence[tuple[str, str]]
    doi: str
    url: str
    pages: str


class _Shared(NamedTuple):
    """What the rows of a volume's papers have in common, as they have it; `within` is empty where it has no id.

    A paper's id is `head` and its number in at least so many `digits`.
    """

    volume: Volume
    head: str
    digits: int
    within: tuple[tuple[str, str, str, str, str, None], ...]
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
        said = _said(found.element)
        yield (said and _ready(said, shared, found.variants)) or read_paper(found)


def _shared(volume: Volume) -> _Shared:
    issued = volume.issued
    # All papers of a volume are in that of its front matter.
    front = volume.paper("0")
    within = volume_of(front)
    # Ids have one length in old collections, and so a number of three digits fits or does not.
    digits = 1 if not volume.collection[:1].isalpha() else 3 if len(volume.paper("100")) == len(front) else 2
    return _Shared(
        volume,
        front[:-digits],
        digits,
        (("is-part-of", within.scheme._value_, within.value, "", "", None),) if within else (),
        issued.year if issued else 0,
        (issued.month, issued.day) if issued else None,
        tuple(map(name_parts, volume.editor)),
    )


def _ready(said: _Said, shared: _Shared, variants: Mapping[str, Sequence[str]]) -> Ready | None:
    """Return a paper as a catalogue keeps it; None for one that is not plain."""
    number, title, names, doi, url, pages = said
    volume = shared.volume
    folded = fold(title)
    key = volume.paper(number)
    if (
        not (folded and shared.within and _KEY.fullmatch(key))
        or len(title) > LONGEST_TITLE
        or len(names) > MOST_AUTHORS
    ):
        return None
    known = [_persons.get(name) or _person(name) for name in names]
    families = [person.family for person in known]
    if not all(families):
        return None
    others = _other_families(known, variants) if variants else ()
    named = _named(key, doi)
    # The fields of a `rows.Row`, and at its end those of the rest.
    row = (
        title,
        families,
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
            addresses_of(key, url),
            page_numbers(pages) if pages else "",
            volume.volume,
            volume.issue,
            "",
            volume.event,
            volume.publisher,
            "",
            False,
            shared.editor,
            (),
            shared.within,
            others,
        ),
    )
    surnames = [person.folded for person in known]
    if others:
        surnames.append(further(" ".join(surnames), others))
    keys = (*named, f"title:{folded.replace(' ', '')}")
    return new_ready((encode(row), words_in(folded, surnames, shared.year), keys, shared.year, key))


def _said(paper: etree._Element) -> _Said | None:
    """Return what a parsed paper says; None where it says more than a plain one, of itself or its authors."""
    fields: dict[str, etree._Element] = {}
    authors: list[etree._Element] = []
    for child in paper:
        tag = str(child.tag)
        if tag == "author":
            authors.append(child)
        elif tag not in fields:
            fields[tag] = child
    if not _NOT_PLAIN.isdisjoint(fields) or len(paper.attrib) > 1:
        return None
    if any(len(author) > _PARTS_OF_A_NAME for author in authors):
        return None
    title, doi, url, pages = (text_of(fields.get(tag)) for tag in ("title", "doi", "url", "pages"))
    return _Said(paper.get("id") or "", title, list(map(spelled, authors)), doi, url, pages)


def _named(key: str, doi: str) -> tuple[str, ...]:
    """Return the keys of a paper's identifiers."""
    own = f"{Scheme.ACL._value_}:{key}"
    further_one = normalize(Scheme.DOI, doi) if doi else None
    return (own, f"doi:{further_one.value}") if further_one else (own,)


def _person(names: tuple[str, str]) -> _Person:
    if len(_persons) >= _MOST_PERSONS:
        _persons.clear()
    person = _persons[names] = _divided(*names)
    return person


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
    return tuple(dict.fromkeys([family for person in persons for family in variants.get(person.key, ())]))
