"""What a BibTeX entry takes from the one that it refers to by `crossref` or `xdata`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Named = Mapping[str, str]

PARENTS = ("crossref", "xdata")
REFERS = re.compile(r"\b(?:crossref|xdata)\s*=", re.IGNORECASE)
# What describes a work in the entry of its volume (btxdoc.tex, section 3.2; biblatex's manual, appendix B). BibTeX
# hands down every field that a child lacks, a DOI and pages too; those of the volume are never the child's.
_INHERITED = tuple("booktitle editor publisher address location series volume year date isbn organization".split())


def parent_keys(own: Named) -> list[str]:
    """Return the keys of the entries that an entry refers to, in small letters."""
    return [key.strip().lower() for name in PARENTS for key in own.get(name, "").split(",") if key.strip()]


def parents_among(entries: Iterable[tuple[str, Named]]) -> dict[str, Named]:
    """Return the fields of those of some entries, keys and fields, that others refer to, by key in small letters."""
    every: dict[str, Named] = {}
    wanted: set[str] = set()
    for key, named in entries:
        wanted.update(parent_keys(named))
        every.setdefault(key.lower(), named)
    return {key: every[key] for key in sorted(wanted) if key in every}


def inherited(own: Named, parents: Mapping[str, Named]) -> dict[str, str]:
    """Return what an entry takes from the entries that it refers to; `parents` are their fields, by small keys."""
    taken: dict[str, str] = {}
    for name in PARENTS:
        for key in own.get(name, "").split(","):
            parent = parents.get(key.strip().lower(), {})
            taken |= parent if name == "xdata" else _handed_down(parent)
    return {name: value for name, value in taken.items() if value and not own.get(name) and name not in PARENTS}


def is_handed_down_rightly(name: str) -> bool:
    """Say whether what a volume's entry gains in a field is true of the works in it, too."""
    return name in _INHERITED


def _handed_down(parent: Named) -> dict[str, str]:
    handed = {name: parent[name] for name in _INHERITED if parent.get(name)}
    if "booktitle" not in handed and parent.get("title"):
        handed["booktitle"] = parent["title"]
    return handed
