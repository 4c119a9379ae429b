"""The nouns: what a table says of a vocabulary. Paths are XPath, names of elements without their prefixes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reconcile.documents.blocks.xml import Element
from reconcile.documents.fields.kinds import Own

Fields = dict[str, str]
Paths = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Persons:
    """How a vocabulary writes a person: paths from the person's element; one with none of the parts is a text.

    A given name is all that `given` finds, in order. Where `lone` is true, a family name alone is an institution's.
    """

    family: Paths = ()
    given: Paths = ()
    suffix: Paths = ()
    institution: Paths = ()
    text: Paths = (".",)
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How records are written in a vocabulary.

    `records` are the elements of records, none of which is one within an element of `apart`; `shared` are those that
    records refer to. `works` are the works in a record, `as_text` is where one is written out as people cite.
    `fields` gives for each field its paths, of which the first that finds anything counts, `by_kind` those that are
    others in works of a kind. `container` is a journal or a book by the kind. `kinds` are the words of `type` that mean
    something else elsewhere; where `et_al` finds anything, there are more authors. `finish` is what no path says.
    """

    records: frozenset[str]
    fields: Mapping[str, Paths]
    persons: Persons = Persons()
    kinds: Own = field(default_factory=dict)
    by_kind: Mapping[str, Mapping[str, Paths]] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    works: str = "."
    as_text: str = ""
    et_al: str = ""
    finish: Callable[[Fields, Element], Fields] | None = None
