"""Two records of a publication held side by side: evidence whose weights add up, and the judgement that follows.

`compare` explains every field in sentences; `judge` gives the same sum and one line, for tables of many pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reconcile.evidence.levels import (
    BOTH_SAYS,
    LETTERS_SAYS,
    ORDER_SAYS,
    PAGES_SAYS,
    SAME_SAYS,
    TEAM_SAYS,
    VENUES_SAYS,
    YEARS_SAYS,
)
from reconcile.evidence.precedents import UNASKED, numbers_of
from reconcile.evidence.seeing import Seen, Sight, look
from reconcile.evidence.side import Side, claiming, side_of_record
from reconcile.evidence.weights import Weights
from reconcile.mention import Comparison, Evidence, Level, Venue
from reconcile.settings import DEFAULT, Settings
from reconcile.titles import OF_CLAIM, OF_ROWS, RELATION_SAYS, Relation, say_titles
from sources.names import NameAgreement
from sources.record import Record

_QUOTE = 120  # characters of a value that evidence quotes
_SAYS = {
    "title": RELATION_SAYS,
    "letters": LETTERS_SAYS,
    "author": TEAM_SAYS,
    "order": ORDER_SAYS,
    "both": BOTH_SAYS,
    "year": YEARS_SAYS,
    "venue": VENUES_SAYS,
    "page": PAGES_SAYS,
    "volume": SAME_SAYS,
    "identifier": SAME_SAYS,
}
# Fields whose silence is told too: a reader asks for them.
_TOLD = ("title", "author", "year", "venue")
_NEVER = -60.0  # what a veto weighs
_NOTHING = "nothing to compare"
_PRECEDENT = "precedent"
_TAUGHT = "what labelled pairs that look like this one turned out to be"


class Decision(StrEnum):
    """What is decided of two records."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


class Judged(NamedTuple):
    """The judgement on two sides: the sum of the weights in bits, the probability, the decision and one line of why."""

    weight: float
    probability: float
    decision: Decision
    why: str
    left: Side
    right: Side
    settings: Settings
    sight: Sight

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What each field says, in sentences; made when it is asked for."""
        return _evidence_of(self.sight, self.left, self.right, self.settings)


def judge(left: Side, right: Side, settings: Settings = DEFAULT) -> Judged:
    """Return whether two sides describe one work; the order of the two does not matter."""
    table = _flat(settings.weights)
    total, parts = 0.0, []
    sight = look(left, right)
    seen = sight.seen
    for field, level, shared in seen:
        bits, per_bit, most, text = table[field][level]
        if per_bit:
            bits += min(most, per_bit * shared)
            text = f"{field} {level} {bits:+.1f}"
        total += bits
        parts.append(text)
    if taught := _taught(left, right, seen, settings):
        total += taught
        parts.append(f"{_PRECEDENT} {taught:+.1f}")
    if reason := _vetoed(left, right):
        total += _NEVER
        parts.append(f"{reason} {_NEVER:+.0f}")
    chance = settings.weights.probability(total)
    decision = decided(chance, settings)
    if decision is Decision.SAME and _may_mean_others(sight, left, right):
        decision = Decision.POSSIBLE
    why = "; ".join(filter(None, parts)) or _NOTHING
    return Judged(total, chance, decision, why, left, right, settings, sight)


def _taught(left: Side, right: Side, seen: Iterable[Seen], settings: Settings) -> float:
    """Return what the precedents of the weights add to what is seen of two sides, in bits; 0 where there are none.

    They know of no pages, volumes and identifiers: what those say is added to theirs, so that it says as much as ever.
    """
    weights = settings.weights
    if weights.precedents is None or (numbers := numbers_of(left, right)) is None:
        return 0.0
    odds = sum([weights.of(each.field, each.level).of(each.bits) for each in seen if each.field not in UNASKED])
    return weights.precedents.bits(odds + weights.prior, numbers)


Flat = dict[str, dict[str, tuple[float, float, float, str]]]


@lru_cache(maxsize=8)
def _flat(weights: Weights) -> Flat:
    """Return a table as tuples, with the words of why where they are always the same: a pair is judged in no time."""
    return {
        field: {
            level: (
                weight.bits,
                weight.per_bit,
                weight.most,
                f"{field} {level} {weight.bits:+.1f}" if weight.bits else "",
            )
            for level, weight in row.items()
        }
        for field, row in weights.levels.items()
    }


def decided(chance: float, settings: Settings) -> Decision:
    """Return the decision that belongs to a probability."""
    if chance >= 1 - settings.wrong:
        return Decision.SAME
    return Decision.POSSIBLE if chance >= settings.possible else Decision.DIFFERENT


def _may_mean_others(sight: Sight, left: Side, right: Side) -> bool:
    """Say whether initials in one title may be those of other words than the other's, and no identifier is one."""
    initials = sight.titles is not None and sight.titles.relation is Relation.INITIALS
    return initials and left.identifiers.isdisjoint(right.identifiers)


def _vetoed(left: Side, right: Side) -> str:
    """Return why two sides cannot be one work, whatever agrees; the empty string where nothing forbids it."""
    if not left.title or not right.title:
        return ""
    if left.title.is_notice is not right.title.is_notice:
        return "one is a notice or comment on the other"
    return "one is a review of the other" if left.title.is_review is not right.title.is_review else ""


def compare(left: Record, right: Record, *, venues: Iterable[Venue] = (), settings: Settings = DEFAULT) -> Comparison:
    """Return the evidence for two records describing the same work.

    `venues` are the venues that the left record claims, where they were read already; a record that matches
    any of them agrees.
    """
    mine = side_of_record(left)
    if claimed := tuple(venues):
        mine = claiming(mine, claimed)
    theirs = side_of_record(right)
    return Comparison(_evidence_of(look(mine, theirs), mine, theirs, settings))


def _evidence_of(sight: Sight, left: Side, right: Side, settings: Settings) -> tuple[Evidence, ...]:
    """Return what each field of two sides says, in sentences, and which of the main fields say nothing."""
    told = {seen.field for seen in sight.seen}
    values = _values(left), _values(right)
    found = [_evidence(seen, sight, (left, right), values, settings) for seen in sight.seen]
    silent = [_missing(field, values[0][field], values[1][field]) for field in _TOLD if field not in told]
    if taught := round(_taught(left, right, sight.seen, settings), 1):
        found.append(Evidence(_PRECEDENT, Level.AGREE if taught > 0 else Level.DIFFER, taught, "", "", _TAUGHT))
    order = [*_SAYS, _PRECEDENT]
    shown = [piece for piece in found if piece.weight or piece.field not in ("letters", "order")]
    return tuple(sorted([*shown, *silent], key=lambda piece: order.index(piece.field)))


def probability(weight: float, settings: Settings = DEFAULT) -> float:
    """Return the probability that belongs to a sum of weights in bits, the prior added."""
    return settings.weights.probability(weight)


def share(probability: float, others: Iterable[float]) -> float:
    """Return the probability of one of several that exclude each other: its share of the odds.

    >>> round(share(0.9, [0.5]), 3), round(share(0.9, [0.9]), 3)
    (0.818, 0.474)
    """
    odds = [each / max(1e-18, 1 - each) for each in (probability, *others)]
    return odds[0] / (1 + sum(odds))


Values = dict[str, str]
Sides = tuple[Side, Side]


def _values(side: Side) -> Values:
    """Return what each field of a side says, as evidence quotes it."""
    title = side.title.text if side.title else ""
    names = ", ".join([str(one.name) for one in side.people])
    return {
        "title": title,
        "letters": title,
        "author": names,
        "order": names,
        "both": title,
        "year": "/".join(map(str, side.years)),
        "venue": "; ".join([each.venue.name or each.venue.series for each in side.venues]),
        "page": side.page,
        "volume": side.volume,
        "identifier": ", ".join(map(str, sorted(side.identifiers))),
    }


def _evidence(seen: Seen, sight: Sight, sides: Sides, values: tuple[Values, Values], settings: Settings) -> Evidence:
    weight = settings.weights.of(seen.field, seen.level).of(seen.bits)
    level, says = _SAYS[seen.field][seen.level]  # type: ignore[index]
    left, right = values[0][seen.field], values[1][seen.field]
    if seen.field == "identifier" and level is Level.AGREE:
        left = right = str(min(sides[0].identifiers & sides[1].identifiers))
    if teller := _TELLERS.get(seen.field):
        says = teller(sight, sides) or says
    return Evidence(seen.field, level, round(weight, 1), _cut(left), _cut(right), says)


def _tell_title(sight: Sight, sides: Sides) -> str:
    return say_titles(sight.titles, _called(sides))[1] if sight.titles else ""


def _called(sides: Sides) -> tuple[str, str]:
    return OF_CLAIM if sides[0].claim else OF_ROWS


def _tell_authors(sight: Sight, sides: Sides) -> str:
    """Return what sets the lists apart, each person named; empty where the level says it all."""
    found = sight.authors
    if found is None or not found.pairs:
        return ""
    left, right = ([str(one.name) for one in side.people] for side in sides)
    mine, theirs = _called(sides)
    said = []
    if found.only_left:
        said.append(f"only {mine}: " + ", ".join([left[i] for i in found.only_left]))
    if found.only_right:
        said.append(f"only {theirs}: " + ", ".join([right[j] for j in found.only_right]))
    variants = [pair for pair in found.pairs if pair.agreement is NameAgreement.VARIANT]
    if variants:
        said.append("spelt otherwise: " + ", ".join(f"{left[p.left]} / {right[p.right]}" for p in variants))
    return "; ".join(said) or f"all {len(found.pairs)} authors agree"


def _tell_years(sight: Sight, _sides: Sides) -> str:
    gap = sight.gap or 0
    return "same year" if not gap else f"{gap} year{'' if gap == 1 else 's'} apart"


_TELLERS: dict[str, Callable[[Sight, Sides], str]] = {
    "title": _tell_title,
    "author": _tell_authors,
    "year": _tell_years,
}


def _missing(field: str, left: str, right: str) -> Evidence:
    silent = "neither side says" if not left and not right else f"the {'right' if left else 'left'} side does not say"
    return Evidence(field, Level.MISSING, 0.0, _cut(left), _cut(right), silent)


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
