"""Persons printed under several names, as the Anthology's tables have them.

Until 2025 `yaml/name_variants.yaml`, a list of `{canonical: {first, last}, variants: [{first, last}, …]}`; since then
`yaml/people.yaml`, a mapping of ids to `{names: [{first, last}, …]}`. A paper keeps the names that it prints; the
tables only say under which family names it may be looked for too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from sources.text import words

FILES = re.compile(r"(?:.*/)?yaml/(?:name_variants|people)\.yaml")
# The table of 2026 has about 1 MB; in memory it takes eighty times as much while it is read.
LARGEST = 8 << 20
# Of one person; a table that says more is none.
_MOST_NAMES = 20
# Without types: tags (`!!timestamp x`, `!!python/object`) and merge keys (`<<: [*a, *a]` doubles with every line) mean
# nothing, every value is a text, and an empty one none.
_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# The table is four levels deep. libyaml's reader follows nesting on the stack of the process, which ends with it.
_DEEPEST = 500
_BRACKET = re.compile(rb"[\[\]{}]")
_STEEP = re.compile(rb"^ {200}|(?:[-?:][ \t]+){50}", re.MULTILINE)


def key_of(first: str, last: str) -> str:
    """Return the key of a name as printed in a table of variants."""
    return f"{' '.join(first.split())}|{' '.join(last.split())}"


def read_variants(content: bytes) -> dict[str, list[str]]:
    """Return of each name the other family names of the same person, where these have other words.

    Empty for a file that is no such table: papers are then found under the names that they print.
    """
    if _is_deep(content):
        return {}
    try:
        table = yaml.load(content, _Loader)  # noqa: S506 -- it makes nothing but texts, lists and mappings
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    persons = table if isinstance(table, list) else list(table.values()) if isinstance(table, dict) else []
    found: dict[str, list[str]] = {}
    for person in persons:
        names = list(_names(person)) if isinstance(person, dict) else []
        for first, last in names[:_MOST_NAMES]:
            others = dict.fromkeys(other for _, other in names[:_MOST_NAMES] if _adds(other, last))
            if others:
                found.setdefault(key_of(first, last), []).extend(others)
    return found


def _is_deep(content: bytes) -> bool:
    level = deepest = 0
    for bracket in _BRACKET.finditer(content):
        level = max(0, level + (1 if bracket[0] in b"[{" else -1))
        deepest = max(deepest, level)
    return deepest > _DEEPEST or _STEEP.search(content) is not None


def _names(person: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    several = [person.get("canonical"), *_listed(person.get("variants")), *_listed(person.get("names"))]
    for name in several:
        if isinstance(name, dict) and name.get("last"):
            yield str(name.get("first") or ""), str(name["last"])


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _adds(other: str, last: str) -> bool:
    """Return whether one family name has words that the other has not."""
    return not set(words(other)) <= set(words(last))
