"""Candidates weighed once in a run: a mention is judged several times, and mostly by the records that it had before."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.byhand.decisions import Decisions
from reconcile.byhand.persons import NOBODY, Persons
from reconcile.decide import weigh
from reconcile.mention import Candidate, Mention
from reconcile.settings import DEFAULT, Settings
from sources.record import Record

_Weighed = tuple[Mention, tuple[Record, ...], tuple[Candidate, ...]]


class Scales:
    """What weighs the records found for mentions, and remembers what it has weighed; one for a run."""

    def __init__(
        self, settings: Settings = DEFAULT, decisions: Decisions | None = None, persons: Persons = NOBODY
    ) -> None:
        """Weigh by settings, and by what a person decided and says of who is who."""
        self.settings = settings
        self.decisions = decisions or Decisions()
        self.persons = persons
        self._known: dict[tuple[int, ...], _Weighed] = {}

    def weigh(self, mention: Mention, records: Sequence[Record]) -> tuple[Candidate, ...]:
        """Return the candidates of a mention, likeliest first."""
        # By where they are in memory: to look at every field of every record takes long. What is weighed is kept, so
        # no other comes to stand in its place.
        key = (id(mention), *map(id, records))
        if key not in self._known:
            own = self.decisions.heeded(mention, weigh(mention, records, self.settings, self.persons))
            self._known[key] = (mention, tuple(records), own)
        return self._known[key][2]
