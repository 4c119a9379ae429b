"""Names as BibTeX divides them: `van Beethoven, Ludwig and King, Jr., Martin and {The ATLAS Collaboration}`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reconcile.bibtex.latex import escape
from sources.record import Name

# What BibTeX would read as a division within a name, or as more than one name.
_DIVIDES = re.compile(r",|(?:^|\s)(?:and|others)(?:\s|$)", re.IGNORECASE)
_COMMAND = re.compile(r"\\[&%$#_]")


def persons(names: Iterable[Name], *, et_al: bool = False, ascii: bool = False) -> str:  # noqa: A002
    """Return a field of names; `others` stands at its end where the list is known to be cut short.

    >>> persons([Name("Beethoven", "Ludwig", "van"), Name("King", "Martin", suffix="Jr.")], et_al=True)
    'van Beethoven, Ludwig and King, Jr., Martin and others'
    """
    every = [text for name in names if (text := person(name, ascii=ascii))]
    return " and ".join([*every, "others"] if et_al and every else every)


def person(name: Name, *, ascii: bool = False) -> str:  # noqa: A002
    """Return one name in the form with commas, in which BibTeX cannot take a particle or suffix for something else."""
    given, suffix, particle, family, literal = (
        # bibtexparser loses a command at the start of a name unless it stands in braces.
        _COMMAND.sub(r"{\g<0>}", escape(part, ascii=ascii))
        for part in (name.given, name.suffix, name.particle, name.family, name.literal)
    )
    if literal or not family:
        whole = literal or " ".join(part for part in (given, particle, suffix) if part)
        return f"{{{whole}}}" if whole else ""
    particle, family = _whole(particle), _whole(family)
    if not given and not suffix:  # BibTeX would divide "Garcia Molina" at the blank
        return f"{{{particle} {family}}}" if particle else f"{{{family}}}" if " " in family else family
    last = f"{particle} {family}" if particle else family
    return ", ".join(part for part in (last, _whole(suffix), _whole(given) or "{}") if part)


def _whole(part: str) -> str:
    """Return a part of a name, in braces where BibTeX would divide it."""
    return f"{{{part}}}" if _DIVIDES.search(part) else part
