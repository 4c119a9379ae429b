"""Rows of one table held against rows of another: candidates, each judged, and the best of them against its rivals."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from reconcile import workers
from reconcile.cells import as_cell
from reconcile.comparison import Decision, Judged, judge, share
from reconcile.evidence.side import Side
from reconcile.pairing.blocking import Candidates, indexed
from reconcile.pairing.blocks import Dialect
from reconcile.pairing.columns import side_of
from reconcile.pairing.guards import Guard, guard_between, guard_within
from reconcile.pairing.rows import Rows, unpack
from reconcile.pairing.scoring import written
from reconcile.settings import Settings

COLUMNS = (
    "left_id",
    "right_id",
    "probability",
    "decision",
    "why",
    "left_title",
    "right_title",
    "left_row",
    "right_row",
)
_TOGETHER = 128  # rows that travel to a worker at once
_SIDES = 1 << 14  # rows of the table that a worker keeps ready, some 4.5 KB each


@dataclass(frozen=True, slots=True)
class Link:
    """Two rows that may be one work, by their numbers from 0; `probability` is that of the row among its rivals."""

    left: int
    right: int
    probability: float
    decision: Decision
    why: str

    @property
    def is_same(self) -> bool:
        """Whether the rows are taken for one work."""
        return self.decision is Decision.SAME


@dataclass(frozen=True, slots=True)
class Run:
    """Rows one after the other, packed, from the number `first` on."""

    first: int
    packed: tuple[str, ...]


Links = tuple[Link, ...]


class Linker:
    """Finds the rows of a table that given rows may mean; each worker makes its own."""

    def __init__(self, folder: Path, packed: Sequence[str], guard: Guard, settings: Settings) -> None:
        self._candidates, self._guard, self._settings = Candidates(folder), guard, settings

        @lru_cache(maxsize=_SIDES)
        def side(number: int) -> Side:
            return side_of(unpack(packed[number]))

        self._side = side

    def links(self, run: Run) -> list[Links]:
        """Return for each row the likely rows of the table, those that are the same first; rivals share the odds."""
        return [self._among(self._likely(number, packed)) for number, packed in enumerate(run.packed, run.first)]

    def neighbours(self, run: Run) -> list[Links]:
        """Return for each row of the table itself the other likely rows, the likeliest first."""
        return [
            tuple([link for link in self._likely(number, packed) if link.right != number])
            for number, packed in enumerate(run.packed, run.first)
        ]

    def _likely(self, number: int, packed: str) -> Links:
        mine = side_of(unpack(packed))
        found: list[tuple[float, Link]] = []
        for other in self._candidates.of(packed):
            judged = self._guard.judge(mine, self._side(other), self._settings)
            if judged.decision is not Decision.DIFFERENT:
                found.append((judged.weight, _link(number, other, judged)))
        return tuple(
            [link for _, link in sorted(found, key=lambda each: (not each[1].is_same, -each[0], each[1].right))]
        )

    def _among(self, links: Links) -> Links:
        """Return links with the probability that each has if a row means one work at most.

        Rows that are one work among themselves are no rivals.
        """
        if len(links) < 2:
            return links
        return tuple([self._against(link, [other for other in links if other is not link]) for link in links])

    def _against(self, link: Link, others: Sequence[Link]) -> Link:
        mine = self._side(link.right)
        rivals = [
            each for each in others if judge(mine, self._side(each.right), self._settings).decision is not Decision.SAME
        ]
        if not rivals:
            return link
        chance = share(link.probability, [each.probability for each in rivals])
        if link.decision is not Decision.SAME or chance >= 1 - self._settings.wrong:
            return replace(link, probability=chance)
        return replace(link, probability=chance, decision=Decision.POSSIBLE, why=f"another row fits too; {link.why}")


def _link(left: int, right: int, judged: Judged) -> Link:
    return Link(left, right, judged.probability, judged.decision, judged.why)


def linked(left: Rows, right: Rows, settings: Settings, jobs: int) -> Iterator[Links]:
    """Yield for each left row its likely right rows, the likeliest first. Raises BlockingFault, WorkerDied."""
    yield from _held_against(left, right, Linker.links, guard_between(left, right), settings, jobs)


def neighbours(rows: Rows, settings: Settings, jobs: int) -> Iterator[Links]:
    """Yield for each row of a table its other likely rows, the likeliest first. Raises BlockingFault, WorkerDied."""
    yield from _held_against(rows, rows, Linker.neighbours, guard_within(rows), settings, jobs)


def _held_against(
    left: Rows, right: Rows, work: Callable[[Linker, Run], list[Links]], guard: Guard, settings: Settings, jobs: int
) -> Iterator[Links]:
    if not len(right):
        yield from ((),) * len(left)
        return
    runs = (Run(first, left.packed[first : first + _TOGETHER]) for first in range(0, len(left), _TOGETHER))
    with indexed(right) as folder:
        for several in workers.ordered(runs, work, partial(Linker, folder, right.packed, guard, settings), jobs):
            yield from several


def best_of_each(every: Sequence[Links]) -> list[Link]:
    """Return the likeliest right row of each left row, in the order of the left rows."""
    return [links[0] for links in every if links]


def one_to_one(every: Sequence[Links]) -> list[Link]:
    """Return links in which no row of either table stands twice, the likeliest first come, in the order of the left."""
    taken: set[int] = set()
    found: dict[int, Link] = {}
    every_link = [link for links in every for link in links]
    for link in sorted(every_link, key=lambda each: (not each.is_same, -each.probability, each.left)):
        if link.left not in found and link.right not in taken:
            found[link.left] = link
            taken.add(link.right)
    return [found[left] for left in sorted(found)]


def written_links(links: Iterable[Link], left: Rows, right: Rows, delimiter: str = "", *, excel: bool = False) -> bytes:
    """Return links as a table with the columns of `COLUMNS`, in which no cell but an id can be a formula.

    For Excel it begins with the byte order mark.
    """
    dialect = Dialect(delimiter or ",", "\n", "", BOM_UTF8 if excel else b"")
    return dialect.mark + written([COLUMNS, *(_line(link, left, right) for link in links)], dialect)


def _line(link: Link, left: Rows, right: Rows) -> list[str]:
    ids = (left.id(link.left), right.id(link.right))
    said = (f"{link.probability:.4f}", str(link.decision), as_cell(link.why))
    titles = (as_cell(left.title(link.left)), as_cell(right.title(link.right)))
    return [*ids, *said, *titles, str(link.left + 1), str(link.right + 1)]
