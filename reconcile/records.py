"""What a record says of itself: whether it is a preprint, and every year that it names."""

from __future__ import annotations

from sources.record import Record, Type


def is_preprint(record: Record) -> bool:
    """Say whether a record describes a preprint."""
    return record.type is Type.PREPRINT


def years_of(record: Record) -> tuple[int, ...]:
    """Return every year that a record's dates name, the earliest first."""
    every = {date.year for _, date in record.dates} | ({record.issued.year} if record.issued else set())
    return tuple(sorted(every))
