"""Sources made of a few records that write down what they were asked; one of them plays a catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sources.record import Identifier, Record
from sources.source import Answer, Unavailable
from sources.text import content_words


class Shelf:
    """A source that finds records by the words of their titles."""

    def __init__(self, name: str, records: Sequence[Record] = (), *, down: bool = False) -> None:
        self.name, self.records, self.down = name, tuple(records), down
        self.searches: list[str] = []
        self.look_ups: list[tuple[Identifier, ...]] = []

    def search(self, *, title: str, author: Sequence[str] = (), year: int | None = None) -> Answer:
        self.searches.append(title)
        if self.down:
            raise Unavailable(self.name, f"search {title}", "HTTP 503")
        wanted = set(content_words(title))
        return Answer(
            tuple(each for each in self.records if 2 * len(wanted & set(content_words(each.title))) > len(wanted))
        )

    def look_up(self, identifiers: Sequence[Identifier]) -> Answer:
        self.look_ups.append(tuple(identifiers))
        if self.down:
            raise Unavailable(self.name, "look-up", "HTTP 503")
        return Answer(tuple(record for record in self.records if set(record.identifiers) & set(identifiers)))


@dataclass(frozen=True)
class Dump:
    source: str
    changed: str
    records: int


@dataclass(frozen=True)
class Holds:
    """What a catalogue says of itself, as far as a run reads it."""

    records: Mapping[str, int]
    dumps: Sequence[Dump]
    newest: Mapping[str, int] = field(default_factory=dict)


WHOLE = {"dblp": 8_500_000, "anthology": 110_000, "crossref": 170_000_000}
PART = {"dblp": 164_518, "anthology": 1_000, "crossref": 1_747}


class CatalogShelf(Shelf):
    """A catalogue: `counts` are the records that it says it holds of each source, all of them up to the end of 2025."""

    def __init__(self, counts: Mapping[str, int], records: Sequence[Record] = (), *, newest: int | None = 2026) -> None:
        super().__init__("catalog", records)
        known = dict.fromkeys(counts, newest) if newest is not None else {}
        self.contents = Holds(counts, [Dump(source, "2026-11-01", count) for source, count in counts.items()], known)  # type: ignore[arg-type]
