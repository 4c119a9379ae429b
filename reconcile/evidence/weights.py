"""The table of weights: what each level of agreement of each field says, in bits, and where its number came from.

A weight is log2 of how much likelier the level is for two records of one work than for two that are alike and are
not. The table has two columns of numbers, a file each, because what is likely depends on who speaks: `data/pairs.toml`
for rows of tables held side by side, `data/claims.toml` for what people say of their own work in a document.
`reconcile fit` writes others in the same form.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reconcile.evidence import precedents
from reconcile.evidence.levels import Both, Letters, Order, Pages, Same, Team, Venues, Years
from reconcile.evidence.precedents import Precedents
from reconcile.titles import Relation

MOST_BITS = 60.0  # no weight is more, either way: 2**60 is as good as never
_LONGEST_FILE = 1 << 22
_DATA = Path(__file__).parent.parent / "data"
_KEYS = frozenset({"bits", "per_bit", "most", "pairs", "from"})

# The fields of the table, in order, with their levels.
FIELDS: Mapping[str, type[StrEnum]] = MappingProxyType(
    {
        "title": Relation,
        "letters": Letters,
        "author": Team,
        "order": Order,
        "both": Both,
        "year": Years,
        "venue": Venues,
        "page": Pages,
        "volume": Same,
        "identifier": Same,
    }
)


class WeightsError(ValueError):
    """A table of weights that cannot be used; the message is one line."""


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of one level: `bits`, and `per_bit` for each bit that the shared words or names have, `most` at most.

    `pairs` is how many labelled pairs the number rests on, 0 where it is reasoned; `comes_from` says more.
    """

    bits: float
    per_bit: float = 0.0
    most: float = MOST_BITS
    pairs: int = 0
    comes_from: str = ""

    def of(self, shared: float) -> float:
        """Return the weight where so many bits are shared."""
        return self.bits + min(self.most, self.per_bit * shared) if self.per_bit else self.bits


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Weights:
    """The table, and the prior with which the sum is a probability. `Weights.load` reads one that `fit` made.

    `prior` is the log2 odds that two records which are held side by side describe one work before anything is seen of
    them. A fit leaves it as it is: every pair that has titles has one level of theirs, which takes up the difference.
    `precedents` are what labelled pairs teach beyond the table, None where there are none.
    """

    levels: Mapping[str, Mapping[str, Weight]]
    prior: float
    precedents: Precedents | None = None

    @classmethod
    def load(cls, path: str | Path) -> Weights:
        """Return the table in a file that `to_toml` or `reconcile fit` wrote. Raises `WeightsError`."""
        return load(Path(path))

    def to_toml(self) -> str:
        """Return the table as the text of a file."""
        return written(self)

    def __eq__(self, other: object) -> bool:
        """Say whether two tables are the same, number by number."""
        if not isinstance(other, Weights):
            return NotImplemented
        return self is other or _all_of(self) == _all_of(other)

    def __hash__(self) -> int:
        """Return that of two numbers: tables are few, and one is asked for with each pair."""
        return hash((self.prior, self.levels["title"][Relation.SAME].bits))

    def __repr__(self) -> str:
        """Return what tells tables apart at a glance; `written` gives all of one."""
        trees = f", {len(self.precedents.trees)} trees" if self.precedents else ""
        return f"<Weights: {sum(map(len, self.levels.values()))} levels, prior {self.prior:g}{trees}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process needs to have the same table; a proxy of a mapping does not travel."""
        return _rebuilt, ({field: dict(row) for field, row in self.levels.items()}, self.prior, self.precedents)

    def of(self, field: str, level: str) -> Weight:
        """Return the weight of a field's level."""
        return self.levels[field][level]

    def probability(self, weight: float) -> float:
        """Return the probability that belongs to a sum of weights."""
        bits = max(-MOST_BITS, min(MOST_BITS, weight + self.prior))
        return 1.0 / (1.0 + math.pow(2.0, -bits))

    def changed(self, changes: Mapping[tuple[str, str], Weight]) -> Weights:
        """Return the table with other weights for some levels."""
        levels = {
            field: MappingProxyType({level: changes.get((field, level), weight) for level, weight in row.items()})
            for field, row in self.levels.items()
        }
        return replace(self, levels=MappingProxyType(levels))


def _all_of(weights: Weights) -> tuple[Any, ...]:
    return weights.prior, weights.levels, weights.precedents


def _rebuilt(levels: Mapping[str, Mapping[str, Weight]], prior: float, taught: Precedents | None) -> Weights:
    return Weights(MappingProxyType({field: MappingProxyType(row) for field, row in levels.items()}), prior, taught)


@cache
def shipped() -> Weights:
    """Return the weights for rows of tables, estimated by `bench/fit.py`."""
    return load(_DATA / "pairs.toml")


@cache
def of_claims() -> Weights:
    """Return the weights for what documents claim, held against records."""
    return load(_DATA / "claims.toml")


def load(path: Path) -> Weights:
    """Return the table in a file. Raises `WeightsError` where it cannot be read or lacks a level."""
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_FILE + 1)
    except OSError as fault:
        raise WeightsError(f"{path}: {fault.strerror or fault}; name a file that `reconcile fit` wrote") from fault
    if len(content) > _LONGEST_FILE:
        raise WeightsError(f"{path}: more than {_LONGEST_FILE:,} bytes, so no table of weights")
    try:
        read = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as fault:
        raise WeightsError(f"{path}: not TOML ({fault}); name a file that `reconcile fit` wrote") from fault
    return _weights(read, str(path))


def _weights(read: Mapping[str, Any], name: str) -> Weights:
    levels = {field: MappingProxyType(_row(read, field, kind, name)) for field, kind in FIELDS.items()}
    odds = read.get("odds")
    if not isinstance(odds, dict):
        raise WeightsError(f"{name}: there is no table [odds]; name a file that `reconcile fit` wrote")
    prior = _number(odds, "prior", f"{name}: odds")
    try:
        taught = precedents.of_lists(read["precedents"]) if "precedents" in read else None
    except ValueError as fault:
        raise WeightsError(f"{name}: precedents: {fault}") from fault
    return Weights(MappingProxyType(levels), prior, taught)


def _row(read: Mapping[str, Any], field: str, kind: Iterable[StrEnum], name: str) -> dict[str, Weight]:
    table = read.get(field)
    if not isinstance(table, dict):
        raise WeightsError(f"{name}: there is no table [{field}.…]; name a file that `reconcile fit` wrote")
    if missing := [level for level in kind if not isinstance(table.get(level), dict)]:
        raise WeightsError(f"{name}: the level {field}.{missing[0]} is missing")
    if unknown := [level for level in table if level not in list(kind)]:
        raise WeightsError(f"{name}: {field}.{str(unknown[0])[:40]} is no level of {field}")
    return {level: _weight(table[level], f"{name}: {field}.{level}") for level in kind}


def _weight(row: Mapping[str, Any], place: str) -> Weight:
    if unknown := set(row) - _KEYS:
        raise WeightsError(f"{place}: {min(unknown)[:40]!r} is none of {', '.join(sorted(_KEYS))}")
    pairs = row.get("pairs", 0)
    if not isinstance(pairs, int) or isinstance(pairs, bool) or pairs < 0:
        raise WeightsError(f"{place}: pairs is no count")
    return Weight(
        _number(row, "bits", place),
        _number(row, "per_bit", place) if "per_bit" in row else 0.0,
        _number(row, "most", place) if "most" in row else MOST_BITS,
        pairs,
        str(row.get("from", "")),
    )


def _number(row: Mapping[str, Any], key: str, place: str) -> float:
    value = row.get(key)
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) <= MOST_BITS:
        raise WeightsError(f"{place}.{key} is no number of bits between {-MOST_BITS:g} and {MOST_BITS:g}")
    return float(value)


def written(weights: Weights, heading: str = "") -> str:
    """Return a table as TOML; `heading` becomes comments at its top."""
    lines = [f"# {line}".rstrip() for line in heading.splitlines()]
    lines += ["", "[odds]", f"prior = {_shown(weights.prior)}"]
    for field, row in weights.levels.items():
        for level, weight in row.items():
            lines += ["", f"[{field}.{level}]", f"bits = {_shown(weight.bits)}"]
            if weight.per_bit:
                lines += [f"per_bit = {_shown(weight.per_bit)}", f"most = {_shown(weight.most)}"]
            lines += [f"pairs = {weight.pairs}"] if weight.pairs else []
            lines += [f"from = {_quoted(weight.comes_from)}"] if weight.comes_from else []
    if weights.precedents:
        held = precedents.as_lists(weights.precedents)
        lines += ["", "[precedents]", f"numbers = {json.dumps(held['numbers'])}"]
        lines += ["trees = [", *[f"  {json.dumps(tree)}," for tree in held["trees"]], "]"]
    return "\n".join(lines).lstrip("\n") + "\n"


def _shown(number: float) -> str:
    return f"{number:.3f}".rstrip("0").removesuffix(".") + (".0" if number == int(number) else "")


def _quoted(text: str) -> str:
    plain = "".join(char for char in text if char.isprintable())
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
