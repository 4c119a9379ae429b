"""What was left open, and why: of one mention, and of a whole run by source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.mention import Gap, Match, Status


@dataclass(frozen=True, slots=True)
class Silence:
    """A source that leaves mentions open, because it did not answer or holds a part: how many, and why.

    Of these `unchecked` have no likely record; the others have one, beside which the source may have another.
    """

    source: str
    mentions: int
    unchecked: int
    reasons: tuple[str, ...]

    @property
    def cost(self) -> str:
        """What it comes to: `5 mentions not checked; 13 have a record, which it might have added to`."""
        return what_it_cost(self.mentions, self.unchecked)


def what_it_cost(mentions: int, unchecked: int) -> str:
    """Say what becomes of mentions that a source leaves open.

    >>> what_it_cost(18, 5), what_it_cost(1, 1)
    ('5 mentions not checked; 13 have a record, to which it might add', '1 mention not checked')
    """
    settled = mentions - unchecked
    said = [f"{unchecked:,} mention{'' if unchecked == 1 else 's'} not checked"] if unchecked else []
    if settled:
        of = "" if unchecked else f" mention{'' if settled == 1 else 's'}"
        said.append(f"{settled:,}{of} {'has' if settled == 1 else 'have'} a record, to which it might add")
    return "; ".join(said)


def silences(matches: Sequence[Match]) -> tuple[Silence, ...]:
    """Return what was left open in a run, by source."""
    gaps: dict[str, list[Gap]] = defaultdict(list)
    hit: dict[str, set[int]] = defaultdict(set)
    unchecked = {at for at, match in enumerate(matches) if match.status is Status.NOT_CHECKED}
    for at, match in enumerate(matches):
        for gap in match.gaps:
            gaps[gap.source].append(gap)
            hit[gap.source].add(at)
    return tuple(
        Silence(
            source, len(hit[source]), len(hit[source] & unchecked), tuple(sorted({gap.reason for gap in gaps[source]}))
        )
        for source in sorted(gaps)
    )


def open_lines(match: Match) -> tuple[str, ...]:
    """Return what is left open of a mention, a line a reason: who, and why."""
    sources: dict[str, dict[str, None]] = defaultdict(dict)
    for gap in match.gaps:
        sources[gap.reason][gap.source] = None
    return tuple(f"{', '.join(names)}: {reason}" for reason, names in sources.items())
