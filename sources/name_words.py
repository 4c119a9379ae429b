"""The small words of personal names, as tables: particles, suffixes, titles, what says that no person is named.

And what parts the persons of a list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

# Words before a family name. Written small they begin it anywhere; written large only between two other words.
PARTICLES = frozenset(
    "a af al am an ap at auf aus av ben bin bint d da dal dalla dall de degli dei del della delle dello den der des di"
    " do dos du el ibn im la las le li lo los mac of op san santa st ten ter to t und v.d van vande vander ver vom von"
    " vor vonder y e zu zum zur".split()
)
# Those that a list of names may have: the others are words of any text first.
IN_LISTS = (PARTICLES - frozenset("a am an at auf aus of to und".split())) | frozenset(
    "'t ’t abu das les mac st. vanden".split()
)
LARGE_PARTICLES = frozenset(
    "al da dal dalla de degli dei del della den der des di do dos du el la le los ten ter van vande vander von"
    " zu".split()
)
# Between the two halves of a Spanish, Portuguese or Catalan family name: `Ortega y Gasset`.
JOINING = frozenset("y e i".split())
LOUD_JOINING = frozenset("YEI")
# After these family names' given names "Van" is a middle name ("Thang Van Doan"), not a Dutch particle.
VIETNAMESE = frozenset("bui dang dinh do doan duong hoang ho huynh le ly ngo nguyen pham phan tran trinh vo vu".split())
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {"jr": "Jr.", "junior": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV", "2nd": "II", "3rd": "III"}
)
NUMERALS = frozenset("ii iii iv".split())  # suffixes that are written in capitals: `Yuki Ii` is nobody's second
TITLES = frozenset("dr prof professor mr mrs ms miss sir dame".split())
DEGREES = frozenset("phd md msc bsc ma mba dphil esq frs".split())
ALSO_GIVEN = frozenset("ma md".split())  # degrees that are initials or a given name behind a family name's comma
# A name with one of these is a body's; all are folded.
ORGANISATION = frozenset(
    "agency association authors center centre collaboration committee community consortium contributors corp"
    " corporation council department foundation gmbh group inc initiative institute lab laboratories laboratory labs"
    " llc ltd ministry organisation organization project society team university"
    " academy alliance biobank coalition collaborators editors experiment experiments federation investigators library"
    " museum network networks observatory participants partnership registry secretariat studies subcommittee"
    " taskforce trialists"
    " arbeitsgruppe equipe equipo gesellschaft groupe grupo gruppo institut instituto istituto ministere ministerio"
    " ministerium universidad universidade universita universitat universite universiteit".split()
)
# Family names too: a body's where they end three words or more, and no initial or comma stands among them.
BODIES_OF_SEVERAL = frozenset("study survey".split())
_FEWEST_OF_BODY = 3
# Words that are family names too, or any text's, and that name a body where no given name stands beside them.
BODIES_ALONE = ORGANISATION | BODIES_OF_SEVERAL | frozenset("and co company for of staff the".split())
SPECIAL = ORGANISATION | BODIES_OF_SEVERAL | TITLES | DEGREES | LARGE_PARTICLES | SUFFIXES.keys()
# Small words that are no part of a person's name, or not the part that their place says.
UNUSUAL = SPECIAL | PARTICLES | VIETNAMESE | JOINING

# What parts persons in BibTeX. It begins only where a run of blanks begins: else such a run takes time by its square.
AND = re.compile(r"(?<!\s)\s++and\s+", re.IGNORECASE)


def ends_as_body(words: Sequence[str]) -> bool:
    """Say whether words without a comma, in small letters, end with one that is a body's only behind others.

    >>> ends_as_body(["rieti", "wool", "survey"]), ends_as_body(["e.", "f.", "study"])
    (True, False)
    """
    if len(words) < _FEWEST_OF_BODY or words[-1] not in BODIES_OF_SEVERAL:
        return False
    return all(len(word.strip(".")) > 1 for word in words)


def parted(text: str) -> list[str]:
    """Return what "and" parts in a list of people, outside of braces.

    >>> parted("{Panel on Gulls and Ducks} and Ada Bee")
    ['{Panel on Gulls and Ducks}', 'Ada Bee']
    """
    if "{" not in text or text.count("{") != text.count("}"):
        return AND.split(text)
    parts: list[list[str]] = []
    level = 0
    for part in AND.split(text):
        if level > 0:
            parts[-1].append(part)
        else:
            parts.append([part])
        level += part.count("{") - part.count("}")
    return [" and ".join(pieces) for pieces in parts]
