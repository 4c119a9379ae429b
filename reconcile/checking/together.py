"""Two persons where BibTeX reads one: between two `and` of a list, with a comma or less between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.lexicon.given_names import GIVEN_NAMES
from reconcile.lexicon.rarity import is_surname
from reconcile.parse.names.halves import are_one, is_joined
from sources.name_parts import is_in_parts
from sources.name_words import ORGANISATION, parted
from sources.names import NameAgreement, compare_names, read_name
from sources.record import Name
from sources.suffixes import is_suffix
from sources.text import fold

GROUPS = re.compile(rf"\b(?:{'|'.join(sorted(ORGANISATION))})\b", re.IGNORECASE)


def together(text: str, people: Sequence[Name] = ()) -> Iterator[str]:
    """Yield what stands between two `and` of a list and is more than one person; `people` are a record's authors."""
    parts = parted(text)
    straight = any("," not in part and _is_whole(part) for part in parts)
    for part in parts:
        if holds_two(part, people, straight=straight):
            yield part


def holds_two(part: str, people: Sequence[Name] = (), *, straight: bool = False) -> bool:
    """Say whether what stands between two `and` is more than one person.

    `straight` says that others of the list are written `Given Family`, so that two words before a comma are that too.

    >>> holds_two("Anna Smith; Wei Zhang"), holds_two("Prado Vega, Ada Luz"), holds_two("Anna Smith, Wei Zhang")
    (True, False, True)
    """
    if part.strip().startswith("{") or GROUPS.search(part) or is_in_parts(part):
        return False
    if ";" in part or is_joined(part):
        return True
    halves = [half.strip() for half in part.split(",") if half.strip()]
    halves = [half for half in halves if not is_suffix(half)]
    if len(halves) < 2 or any(_are_one(read_name(part), person) for person in people):
        return False
    if len(halves) > 2:
        return True
    return all(map(_is_whole, halves)) and (_are_on(people, halves) or _are_in_order(halves, straight=straight))


def _are_one(left: Name, right: Name) -> bool:
    return compare_names(left, right) in (NameAgreement.SAME, NameAgreement.INITIALS)


def _is_whole(name: str) -> bool:
    """Say whether a name has a given and a family name: two words or more, none a particle, the last no initial."""
    found = name.split()
    capital = [word for word in found if word[:1].isupper()]
    return len(found) == len(capital) >= 2 and len(found[-1].rstrip(".")) > 1 and len(found[0].rstrip(".")) > 1


def _are_on(people: Sequence[Name], halves: Sequence[str]) -> bool:
    """Say whether each half is a person of a record's."""
    return all(any(_are_one(read_name(half), person) for person in people) for half in halves)


def _are_in_order(halves: Sequence[str], *, straight: bool) -> bool:
    """Say whether both halves begin with a given name and end with none: `Pérez Ortiz, Juan Antonio` is one person."""
    (first, *_, last), (second, *_, end) = (fold(half).split() for half in halves)
    if end in GIVEN_NAMES or are_one(*halves) or not (straight or first in GIVEN_NAMES):
        return False
    return straight or is_surname(end) or (second in GIVEN_NAMES and last not in GIVEN_NAMES)
