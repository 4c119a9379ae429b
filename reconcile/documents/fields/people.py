"""The people of a record as a field holds them: a list in JSON, as a comma or an "and" may be an institution's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from reconcile.documents.blocks.owner import as_person
from sources.et_al import is_et_al
from sources.name_words import AND
from sources.record import Name

# A text as it is written, or the parts of a name by the names that CSL has for them.
Person = str | Mapping[str, str]

_SHOWN = ("literal", "family", "suffix", "given")
_BETWEEN = re.compile(r"\s?;\s?")
# In the rows of PubMed and Europe PMC: `Bee A, van Dee CD Jr; Wool Study Group.`
_INITIALS_BEHIND = re.compile(r"[^\W\d].*\s[A-ZÀ-ÞĀ-ž-]{1,5}(?:\s(?:Jr|Sr|\d(?:st|nd|rd|th)))?")
_BETWEEN_PERSONS = re.compile(r",\s")
_BETWEEN_GROUPS = re.compile(r";\s")
_SMALL = re.compile(r"(?<![\w'’-])[a-zß-ÿ]{5,}")  # of which the name of a group has none, and a sentence some


def people(names: Iterable[Name | Person]) -> str:
    """Return the field of people.

    >>> people([Name("Lee", "Ann", "van"), "Dee, Bo"])
    '[{"non-dropping-particle": "van", "family": "Lee", "given": "Ann"}, "Dee, Bo"]'
    """
    listed = [_parts(name) if isinstance(name, Name) else name for name in names]
    return json.dumps(listed, ensure_ascii=False) if listed else ""


def shown(field: str) -> str:
    """Return the people of a field as a person reads them.

    >>> shown('[{"family": "Lee", "given": "Ann"}, "Dee, Bo"]')
    'Lee, Ann; Dee, Bo'
    """
    return "; ".join(one if isinstance(one, str) else _shown(one) for one in json.loads(field))


def _shown(person: Mapping[str, str]) -> str:
    family = " ".join(filter(None, map(person.get, ("non-dropping-particle", "family"))))
    return ", ".join(filter(None, map({**person, "family": family}.get, _SHOWN)))


def _parts(name: Name) -> dict[str, str]:
    parts = {
        "literal": name.literal,
        "non-dropping-particle": name.particle,
        "family": name.family,
        "suffix": name.suffix,
        "given": name.given,
    }
    return {part: text for part, text in parts.items() if text}


def persons_in(text: str) -> list[Person]:
    """Return who stands in the place of one person: several who were written there, or an institution with an "and".

    >>> persons_in("Rosa Kline and Per Banner; Dee, Bo"), persons_in("Food and Wool Agency")
    (['Rosa Kline', 'Per Banner', 'Dee, Bo'], [{'literal': 'Food and Wool Agency'}])
    """
    found: list[Person] = []
    for one in _BETWEEN.split(text):
        parts = AND.split(one)
        whole = len(parts) > 1 and any(" " in part for part in parts) and not all(map(_is_person, parts))
        found += [{"literal": one}] if whole else parts
    return [person for person in found if person]


def _is_person(text: str) -> bool:
    return "," in text or bool(as_person(text)) or is_et_al(text)


def persons_in_row(text: str) -> list[Person]:
    """Return the persons and groups of a row of names with their initials; nobody where a sentence stands.

    >>> persons_in_row("Bee MÁ, van Dee CD Jr, Wool Group; Felt Study.")
    ['Bee MÁ', 'van Dee CD Jr', {'literal': 'Wool Group'}, {'literal': 'Felt Study'}]
    """
    found: list[Person] = []
    for group in _BETWEEN_GROUPS.split(text.rstrip(".")):
        persons = _BETWEEN_PERSONS.split(group)
        if any(map(_INITIALS_BEHIND.fullmatch, persons)):
            found += [one if _INITIALS_BEHIND.fullmatch(one) else {"literal": one} for one in persons]
        elif _SMALL.search(group):
            return []
        else:
            found.append({"literal": group})
    return found


def is_row(text: str) -> bool:
    """Say whether a text is a row of names, which begins with a person: `Bee A, Dee CD`, not `Bee, Ann D`."""
    return _INITIALS_BEHIND.fullmatch(_BETWEEN_PERSONS.split(text.rstrip("."))[0]) is not None
