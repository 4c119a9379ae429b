"""What a catalogue says of itself (`catalog.json`): its dumps, what they held, and when and how it was built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

# A catalogue of another number is built anew: its rows, its terms or its index were made otherwise.
SCHEMA = 2
CONTENTS = "catalog.json"
# A year counts for a source where at least one record in so many is of it.
_ONE_IN = 1000


@dataclass(frozen=True, slots=True)
class DumpRead:
    """A dump that went into a catalogue.

    `size` is in bytes (of a folder: of all its files), `sha256` is empty for a folder; `changed` is the file's own
    date and `read` when it was read (ISO 8601, UTC). `skipped` counts by reason what is no record, `repeated` are
    records that were there already; `examples` are the first sentences on what was skipped.
    """

    source: str
    name: str
    size: int
    sha256: str
    changed: str
    read: str
    records: int = 0
    repeated: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """What a version of a catalogue holds.

    `records` counts by source; `seconds` is what the build took; `files` are the sizes of its files in bytes, by their
    path in the version. `newest` is, by source, the newest year of issue that at least one in a thousand of its records
    have, so that a wrong 2099 is not taken for it; a source without dated records is left out.
    """

    schema: int
    built: str
    seconds: float
    rows: int
    records: Mapping[str, int]
    dumps: tuple[DumpRead, ...]
    files: Mapping[str, int]
    newest: Mapping[str, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """The catalogue's size in bytes."""
        return sum(self.files.values())


def newest(years: Mapping[tuple[str, int], int]) -> dict[str, int]:
    """Return `Contents.newest` of how many records there are by source and year; the year 0 is none.

    >>> newest({("dblp", 2019): 5000, ("dblp", 2020): 10, ("dblp", 2099): 1, ("crossref", 0): 3})
    {'dblp': 2020}
    """
    totals: Counter[str] = Counter()
    for (source, _), count in years.items():
        totals[source] += count
    found: dict[str, int] = {}
    for (source, year), count in sorted(years.items()):
        if year and count * _ONE_IN >= totals[source]:
            found[source] = year
    return found


@dataclass(frozen=True, slots=True)
class _Schema:
    schema: int


def written(contents: Contents) -> bytes:
    """Return the contents as JSON, a line for each value, to be read by people too."""
    return msgspec.json.format(msgspec.json.encode(contents), indent=1) + b"\n"


def read_schema(content: bytes) -> int:
    """Return the number of the schema; raise `ValueError` where the file is no `catalog.json`."""
    return msgspec.json.decode(content, type=_Schema).schema


def read_contents(content: bytes) -> Contents:
    """Return the contents of a catalogue of this schema; raise `ValueError` where the file is damaged."""
    return msgspec.json.decode(content, type=Contents)
