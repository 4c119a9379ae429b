"""What was left open, and why: of one mention, and of a whole run by source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.mention import Gap, Match


@dataclass(frozen=True, slots=True)
class Silence:
    """A source that leaves mentions open, because it did not answer or holds a part: how many, and why."""

    source: str
    mentions: int
    reasons: tuple[str, ...]


def silences(matches: Sequence[Match]) -> tuple[Silence, ...]:
    """Return what was left open in a run, by source."""
    gaps: dict[str, list[Gap]] = defaultdict(list)
    hit: dict[str, set[int]] = defaultdict(set)
    for at, match in enumerate(matches):
        for gap in match.gaps:
            gaps[gap.source].append(gap)
            hit[gap.source].add(at)
    return tuple(
        Silence(source, len(hit[source]), tuple(sorted({gap.reason for gap in gaps[source]})))
        for source in sorted(gaps)
    )


def open_lines(match: Match) -> tuple[str, ...]:
    """Return what is left open of a mention, a line a reason: who, and why."""
    sources: dict[str, dict[str, None]] = defaultdict(dict)
    for gap in match.gaps:
        sources[gap.reason][gap.source] = None
    return tuple(f"{', '.join(names)}: {reason}" for reason, names in sources.items())
