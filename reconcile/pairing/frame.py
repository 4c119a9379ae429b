"""Pandas frames: pairs compared, two tables linked, one table grouped, as the commands of these names do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reconcile import workers
from reconcile.comparison import Decision, judge
from reconcile.frames import Kinds, framed, refuse_taken, refuse_unusable, widened
from reconcile.pairing import linking
from reconcile.pairing.columns import pair_fields, record_fields, side_of
from reconcile.pairing.grouping import Place, grouped, holding, left_open, numbers_of
from reconcile.pairing.linking import Link, Links, linked, neighbours
from reconcile.pairing.rows import Rows, pack, unpack
from reconcile.settings import DEFAULT, EVEN, Settings, Table, for_pairs
from reconcile.streaming.table import cell_text

if TYPE_CHECKING:
    import pandas as pd

# The columns that are added or given, with the type of each.
COMPARED: Kinds = {"probability": "float64", "decision": Decision, "why": "string"}
LINKED: Kinds = {
    "left": "object",
    "right": "object",
    **COMPARED,
    "left_position": "int64",
    "right_position": "int64",
}
GROUPED: Kinds = {"group": "int64", "probability": "float64"}
_TOGETHER = 1_024  # pairs that travel to a worker at once

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PairJudge:
    """Judges pairs of packed records; this much can be sent to a worker."""

    settings: Settings

    def judge(self, pairs: Pairs) -> list[tuple[float, str, str]]:
        """Return probability, decision and why of each pair."""
        found = [judge(side_of(unpack(left)), side_of(unpack(right)), self.settings) for left, right in pairs]
        return [(judged.probability, str(judged.decision), judged.why) for judged in found]


def compare_frame(
    frame: pd.DataFrame, *, prefix: str = "", weights: Table | None = None, wrong: float = EVEN, jobs: int = 1
) -> pd.DataFrame:
    """Return a copy of a frame of pairs with `probability`, `decision` (same, possible, different) and `why`.

    Its columns are those of `reconcile compare`: left_title, left_authors, left_venue, left_year, right_title … The
    index stays; with `prefix="score_"` the added ones are `score_probability` and so on, for a frame that has columns
    of these names, of which none is replaced. `weights` and `wrong` are as for `compare`. Raises InputError where there
    are no titles and where a column would be replaced, WeightsError.

    >>> compare_frame(pairs)[["probability", "decision"]]  # doctest: +SKIP
    """
    refuse_unusable(frame, "the frame", jobs)
    refuse_taken(frame, COMPARED, prefix)
    settings = for_pairs(weights, wrong)
    names = [str(name) for name in frame.columns]
    fields = pair_fields(names, "the frame")
    left, right = (_packed(frame, each.places) for each in fields)
    pairs = tuple(zip(left, right, strict=True))
    runs = (pairs[first : first + _TOGETHER] for first in range(0, len(pairs), _TOGETHER))
    found = workers.ordered(runs, PairJudge.judge, partial(PairJudge, settings), jobs)
    return widened(frame, [row for several in found for row in several], COMPARED, prefix)


def link(
    left: pd.DataFrame,
    right: pd.DataFrame,
    *,
    one_to_one: bool = False,
    weights: Table | None = None,
    wrong: float = DEFAULT.wrong,
    jobs: int = 1,
) -> pd.DataFrame:
    """Return the rows of two frames that are one work: `left` and `right` are labels of their indexes.

    A row a link, with `probability`, `decision` (same, possible) and `why`; `left_position` and `right_position` are
    for `iloc`, whatever the labels. Each left row is given its likeliest right row; with `one_to_one` no row stands in
    two links. Columns are those of `reconcile link`: title, authors, venue, year, doi … Raises InputError where there
    are no titles, WeightsError, BlockingFault.

    >>> links = link(mine, theirs)  # doctest: +SKIP
    """
    refuse_unusable(left, "left", jobs)
    refuse_unusable(right, "right", jobs)
    settings = for_pairs(weights, wrong)
    every = list(linked(_rows(left, "left"), _rows(right, "right"), settings, jobs))
    found = linking.one_to_one(every) if one_to_one else linking.best_of_each(every)
    return _links(found, left, right)


def dedupe(
    frame: pd.DataFrame,
    *,
    prefix: str = "",
    weights: Table | None = None,
    wrong: float = DEFAULT.wrong,
    jobs: int = 1,
) -> pd.DataFrame:
    """Return a copy of a frame with `group`, the same number for rows that are one work, and `probability`.

    `probability` is that of the row and the best row of its group being one work, missing for that row itself. Columns
    are those of `reconcile dedupe`: title, authors, venue, year, doi …; `prefix` is as for `compare_frame`. Raises
    InputError where there are no titles and where a column would be replaced, WeightsError, BlockingFault.

    >>> dedupe(frame).drop_duplicates("group")  # doctest: +SKIP
    """
    refuse_unusable(frame, "the frame", jobs)
    refuse_taken(frame, GROUPED, prefix)
    _, places = _repeats(frame, for_pairs(weights, wrong), jobs)
    added = [(number, place.probability) for number, place in zip(numbers_of(places), places, strict=True)]
    return widened(frame, added, GROUPED, prefix)


def possible_duplicates(
    frame: pd.DataFrame, *, weights: Table | None = None, wrong: float = DEFAULT.wrong, jobs: int = 1
) -> pd.DataFrame:
    """Return what `dedupe` leaves to a person: of each two groups that are possibly one the likeliest pair of rows.

    The columns are those of `link`: labels, `probability`, `decision`, `why`, positions. Everything is given as for
    `dedupe`, and raises what it raises.

    >>> possible_duplicates(frame)[["left", "right", "why"]]  # doctest: +SKIP
    """
    every, places = _repeats(frame, for_pairs(weights, wrong), jobs)
    return _links(left_open(every, places), frame, frame)


def _repeats(frame: pd.DataFrame, settings: Settings, jobs: int) -> tuple[list[Links], list[Place]]:
    """Return the likely links among the rows of a frame, and where each row belongs."""
    refuse_unusable(frame, "the frame", jobs)
    rows = _rows(frame, "the frame")
    every = list(neighbours(rows, settings, jobs))
    return every, grouped(rows, every, holding(rows, settings))


def _links(found: Iterable[Link], left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    """Return links as a frame, with the labels and the positions of their rows."""
    mine, theirs = left.index, right.index
    rows = [
        (mine[each.left], theirs[each.right], each.probability, str(each.decision), each.why, each.left, each.right)
        for each in found
    ]
    return framed(rows, LINKED)


def _rows(frame: pd.DataFrame, name: str) -> Rows:
    fields = record_fields([str(each) for each in frame.columns], name)
    return Rows(tuple(_packed(frame, fields.places)))


def _packed(frame: pd.DataFrame, places: Sequence[int]) -> list[str]:
    """Return the fields of each row; a place after the last column is one that the frame lacks."""
    absent = [""] * len(frame)
    width = len(frame.columns)
    columns = [list(map(cell_text, frame.iloc[:, at].tolist())) if at < width else absent for at in places]
    return [pack(cells) for cells in zip(*columns, strict=True)]
