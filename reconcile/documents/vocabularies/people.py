"""The people of a record as a field holds them: a list in JSON, as a comma or an "and" may be an institution's own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sources.record import Name

Person = str | Mapping[str, str]


def people(names: Iterable[Name | Person]) -> str:
    """Return the field of people who are texts, or parts by the names that CSL has for them.

    >>> people([Name("Lee", "Ann"), "Dee, Bo"])
    '[{"family": "Lee", "given": "Ann"}, "Dee, Bo"]'
    """
    listed = [_parts(name) if isinstance(name, Name) else name for name in names]
    return json.dumps(listed, ensure_ascii=False) if listed else ""


def shown(field: str) -> str:
    """Return the people of a field as a person reads them.

    >>> shown('[{"family": "Lee", "given": "Ann"}, "Dee, Bo"]')
    'Lee, Ann; Dee, Bo'
    """
    return "; ".join(
        one if isinstance(one, str) else ", ".join(one[part] for part in _SHOWN if one.get(part))
        for one in json.loads(field)
    )


_SHOWN = ("literal", "family", "suffix", "given")


def _parts(name: Name) -> dict[str, str]:
    parts = {
        "literal": name.literal,
        "family": f"{name.particle} {name.family}".strip(),
        "suffix": name.suffix,
        "given": name.given,
    }
    return {part: text for part, text in parts.items() if text}
