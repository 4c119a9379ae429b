"""The persons and bodies of a Crossref message: `{"given", "family", "suffix", "sequence"}` or `{"name"}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sources.et_al import is_et_al
from sources.markup import plain
from sources.name_words import BODIES_ALONE
from sources.names import read_name
from sources.record import Name
from sources.text import fold

# Middle initials that stand before the family name in `family` (https://github.com/CrossRef/rest-api-doc/issues/541).
_INITIALS = re.compile(r"((?:[^\W\d_]\.[\s-]?){1,4})\s?([^\W\d_]{2}.*)")
_SUFFIX = re.compile(r",?\s(Jr|Sr|II|III|IV)\.?\Z")
_LONGEST_PERSON = 4


@dataclass(frozen=True, slots=True)
class Names:
    """Names in order, and whether the list says that there are more."""

    people: tuple[Name, ...] = ()
    et_al: bool = False


def read_names(contributors: Iterable[object]) -> Names:
    """Return the names of a list of contributors, the one who is marked as the first in the first place."""
    named = [(person, _read(person)) for person in contributors if isinstance(person, Mapping)]
    first = [place for place, (person, _) in enumerate(named) if person.get("sequence") == "first"]
    if len(first) == 1:
        named.insert(0, named.pop(first[0]))
    names = [name for _, name in named if name != Name()]
    people = tuple(name for name in names if not is_et_al(str(name)))
    return Names(people, et_al=len(people) < len(names))


def _read(person: Mapping[str, object]) -> Name:
    given, family, suffix, body = (_part(person, field) for field in ("given", "family", "suffix", "name"))
    if not family and not given:
        return Name(literal=body)
    if not family or not given:
        alone = family or given
        # With neither a word of a body's name nor a given name beside it, a family name is a whole person's.
        is_body = not BODIES_ALONE.isdisjoint(fold(alone).split()) or len(alone.split()) > _LONGEST_PERSON
        return Name(literal=alone) if is_body else _with_suffix(read_name(alone), suffix)
    if fit := _SUFFIX.search(family):
        family, suffix = family[: fit.start()], suffix or fit[0].strip(", ")
    if fit := _INITIALS.fullmatch(family):
        given, family = f"{given} {fit[1].strip()}", fit[2]
    return _with_suffix(read_name(f"{family.replace(',', ' ')}, {given.replace(',', ' ')}"), suffix)


def _with_suffix(name: Name, suffix: str) -> Name:
    return replace(name, suffix=suffix) if suffix and not name.literal else name


def _part(person: Mapping[str, object], field: str) -> str:
    value = person.get(field)
    return plain(value) if isinstance(value, str) else ""
