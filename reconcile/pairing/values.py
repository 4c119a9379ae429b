"""Two records held side by side in a program: records of the project, or mappings with the columns' names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reconcile.bulk.rows import InputError
from reconcile.bulk.table import cell_text
from reconcile.comparison import Judged, judge
from reconcile.pairing.columns import FIELDS, side_of
from reconcile.settings import EVEN, Settings, for_pairs
from reconcile.side import Side, side_of_record
from sources.record import Record

Described = Record | Mapping[str, object]


def compare(left: Described, right: Described, *, weights: Path | str | None = None, wrong: float = EVEN) -> Judged:
    """Return how likely two records are one work: `probability`, `decision`, `why`, and `evidence` field by field.

    A record is a `sources.Record`, or a mapping with the keys title, authors (a text or a list), venue, year, doi,
    volume, pages; what is missing says nothing. `weights` is a file that `reconcile fit` wrote; `wrong` is the share
    of wrong ones accepted among the least sure that are called same. Raises InputError, which is a ValueError, for a
    mapping with none of the keys and for what is no mapping, WeightsError.

    >>> compare({"title": "Attention is all you need", "year": 2017}, {"title": "Attention Is All You Need."}).decision
    ... # doctest: +SKIP
    <Decision.SAME: 'same'>
    """
    return judge(_side(left), _side(right), settings_of(weights, wrong))


def settings_of(weights: Path | str | None, wrong: float) -> Settings:
    """Return the settings with a file of weights, where one is given, and an accepted rate of wrong ones."""
    return for_pairs(Path(weights) if weights is not None else None, wrong)


def side_of_mapping(described: Mapping[str, object]) -> Side:
    """Return a mapping made ready to compare. Raises InputError where it has none of the keys."""
    named = {str(key).strip().casefold(): value for key, value in described.items()}
    known = [name for names in FIELDS.values() for name in names]
    if not any(name in named for name in known):
        raise InputError(
            f"a record has none of the keys {', '.join(FIELDS)}; it has {', '.join(named) or 'none at all'}"
        )
    return side_of([next((cell_text(named[name]) for name in names if name in named), "") for names in FIELDS.values()])


def _side(described: Described) -> Side:
    if isinstance(described, Record):
        return side_of_record(described)
    if not isinstance(described, Mapping):
        said = "a mapping such as {'title': …, 'authors': …} or a sources.Record"
        raise InputError(f"a record is {said}, and not of type {type(described).__name__}")
    return side_of_mapping(described)
