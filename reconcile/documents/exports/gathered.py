"""The fields of an exported entry while its lines are read: RIS, MEDLINE, Web of Science, EndNote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.documents.blocks.unreadable import MAX_PARAGRAPH

# What parts the values of a field that may be given several times; persons as BibTeX parts them.
BETWEEN: Mapping[str, str] = {"author": " and ", "editor": " and ", "keywords": ", ", "type": "; ", "ENTRYTYPE": "; "}


@dataclass(slots=True)
class Gathered:
    """The values by tag, each in the pieces of its lines; `first` is the line, from 1, on which the entry begins.

    What a tag holds beyond `MAX_PARAGRAPH` characters is dropped.
    """

    first: int
    values: dict[str, list[list[str]]] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def put(self, tag: str, value: str) -> None:
        """Append a value of a tag."""
        if self._has_room(tag, value):
            self.values.setdefault(tag, []).append([value])

    def continue_with(self, tag: str, value: str) -> None:
        """Append to the last value of a tag; a tag without one gets its first."""
        if self.values.get(tag) and self._has_room(tag, value):
            self.values[tag][-1].append(value)
        elif tag not in self.values:
            self.put(tag, value)

    def _has_room(self, tag: str, value: str) -> bool:
        self.sizes[tag] = self.sizes.get(tag, 0) + len(value) + 1
        return self.sizes[tag] <= MAX_PARAGRAPH

    def of(self, tag: str) -> list[str]:
        """Return the values of a tag that are not empty."""
        texts = (" ".join(" ".join(pieces).split()) for pieces in self.values.get(tag, ()))
        return [text for text in texts if text]

    def fields(self, names: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
        """Return the values by field: of the tags that mean one, the first that has any."""
        found: dict[str, str] = {}
        for name, tags in names.items():
            texts = next(filter(None, map(self.of, tags)), [])
            if texts:
                found[name] = BETWEEN[name].join(texts) if name in BETWEEN else texts[0]
        return found
