"""The rows of one table that are one work, grouped: each row of a group is held against the group's best.

Links are not followed from row to row: a row joins a group only where it and the best row of the group are the same
work, so that no chain of likenesses ties two works together. The best row is the one that says most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reconcile.comparison import Decision
from reconcile.pairing.blocks import Table, rows_of
from reconcile.pairing.columns import side_of
from reconcile.pairing.guards import guard_within
from reconcile.pairing.linking import Link, Links
from reconcile.pairing.rows import Rows, unpack
from reconcile.pairing.scoring import header_line, kept, written
from reconcile.settings import Settings

# How likely two rows are one work, by their numbers, and whether they are taken for one.
Held = Callable[[int, int], tuple[float, Decision]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row belongs: the number of its group's best row, and how likely the two are one work; None for itself."""

    best: int
    probability: float | None


ADDED = ("group", "probability")


def holding(rows: Rows, settings: Settings) -> Held:
    """Return what holds two rows of a table side by side."""
    guard = guard_within(rows)

    def held(left: int, right: int) -> tuple[float, Decision]:
        judged = guard.judge(side_of(unpack(rows.packed[left])), side_of(unpack(rows.packed[right])), settings)
        return judged.probability, judged.decision

    return held


def grouped(rows: Rows, every: Sequence[Links], held: Held) -> list[Place]:
    """Return where each row belongs. `every` has the likely links of each row."""
    near = _both_ways(every)
    order = sorted(range(len(rows)), key=lambda number: (-_said(rows.packed[number]), number))
    places: dict[int, Place] = {}
    for number in order:
        places[number] = _place(number, near.get(number, {}), places, held)
    return [places[number] for number in range(len(rows))]


def _place(number: int, near: dict[int, Link], places: dict[int, Place], held: Held) -> Place:
    """Return the group that a row joins, or one of its own."""
    heads = sorted({places[other].best for other in near if other in places})
    found = [(*_known(number, head, near, held), head) for head in heads]
    same = [(probability, -head) for probability, decision, head in found if decision is Decision.SAME]
    if not same:
        return Place(number, None)
    probability, head = max(same)
    return Place(-head, probability)


def _known(number: int, head: int, near: dict[int, Link], held: Held) -> tuple[float, Decision]:
    link = near.get(head)
    return (link.probability, link.decision) if link else held(head, number)


def _both_ways(every: Sequence[Links]) -> dict[int, dict[int, Link]]:
    """Return for each row its links by the other row; a link that was found from one side is one of both."""
    near: dict[int, dict[int, Link]] = {}
    for link in (link for links in every for link in links):
        near.setdefault(link.left, {})[link.right] = link
        near.setdefault(link.right, {}).setdefault(link.left, link)
    return near


def _said(packed: str) -> int:
    """Return how many fields of a row say something."""
    return sum(map(bool, map(str.strip, unpack(packed))))


def numbers_of(places: Iterable[Place]) -> list[int]:
    """Return the number of each row's group, from 1, in the order in which groups first appear."""
    known: dict[int, int] = {}
    return [known.setdefault(place.best, len(known) + 1) for place in places]


def left_open(every: Iterable[Links], places: Sequence[Place]) -> list[Link]:
    """Return the likeliest link of each two groups that are possibly one, in the order of the rows.

    A link that says why they may be two comes before one of rows that are the same, whose groups' best rows are not.
    """
    found: dict[frozenset[int], Link] = {}
    for link in (link for links in every for link in links):
        pair = frozenset((places[link.left].best, places[link.right].best))
        if len(pair) == 2 and (pair not in found or _tells_more(link, found[pair])):
            found[pair] = link
    return sorted(found.values(), key=lambda link: (link.left, link.right))


def _tells_more(link: Link, other: Link) -> bool:
    return (not link.is_same, link.probability) > (not other.is_same, other.probability)


def written_groups(table: Table, rows: Rows, places: Sequence[Place]) -> Iterator[bytes]:
    """Yield a table whose rows were kept, with the columns of `ADDED`."""
    yield header_line(table, ADDED)
    numbers = iter(numbers_of(places))
    added = ([str(next(numbers)), "" if place.probability is None else f"{place.probability:.4f}"] for place in places)
    chosen = kept(table.header, ADDED)
    for block in rows.blocks:
        lines = [cells + next(added) for cells in rows_of(block, table.name, table.dialect, len(table.header))]
        yield written(lines if chosen is None else [[row[at] for at in chosen] for row in lines], table.target)
