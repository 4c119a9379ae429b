"""biblatex's extended name format, in which each part of a name is called what it is: `given=Rico, family=Sennrich`."""

from __future__ import annotations

import re

from sources.record import Name

_PARTS = "family|given|prefix|suffix"
# What else may stand there: initials, options and the key of a list of authors.
_OTHERS = rf"(?:{_PARTS})-i|useprefix|sortingnamekeytemplatename|nametemplates|id|hash|gender"
_PART = re.compile(rf"(?:\A|,)[\s\"“”]*({_PARTS}|{_OTHERS})\s*=", re.IGNORECASE)
_MARKS = " \t\n\"“”'{}"


def is_in_parts(text: str) -> bool:
    """Say whether a name names its parts."""
    return "=" in text and _PART.match(text) is not None


def name_of_parts(text: str) -> Name | None:
    """Return the name whose parts a text names; None for any other text.

    >>> name_of_parts('given={Jean Paul}, prefix=de la, family="Fontaine, Sr"')
    Name(family='Fontaine, Sr', given='Jean Paul', particle='de la', suffix='', literal='')
    """
    if not is_in_parts(text):
        return None
    pieces = _PART.split(text)
    said = {name.lower(): value.strip(_MARKS) for name, value in zip(pieces[1::2], pieces[2::2], strict=True)}
    family, given = said.get("family", ""), said.get("given", "")
    if not family:
        return Name(literal=given) if given else None
    return Name(family, given, said.get("prefix", ""), said.get("suffix", ""))
