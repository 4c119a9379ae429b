"""Weights from labelled pairs: what is learnt, what stays, what is refused."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from reconcile.evidence.side import Side, side_of_cells
from reconcile.evidence.weights import shipped
from reconcile.fitting import LEAST, TooFew, fit, reliability

WORDS = "memristor crossbar stochastic lattice parsing wavelet tensor hashing bandit quantile polyglot sparse".split()


def rows(count: int, *, of_the_same_year: float) -> Iterator[tuple[Side, Side, bool]]:
    """Pairs of one title and team, of which those are one work whose years agree, as often as said."""
    rng = random.Random(7)
    for number in range(count):
        same = number % 2 == 0
        agree = rng.random() < of_the_same_year if same else rng.random() < 1 - of_the_same_year
        title, year = " ".join(rng.sample(WORDS, 4)), rng.randrange(1990, 2010)
        left = side_of_cells(title, "Ada Bee, Cy Dee", "", str(year))
        yield left, side_of_cells(title, "Ada Bee, Cy Dee", "", str(year if agree else year + 9)), same


def test_a_field_that_tells_gains_weight_and_one_that_nobody_shows_keeps_its() -> None:
    fitted = fit(rows(600, of_the_same_year=0.95), shipped(), says="a test")
    year = fitted.weights.of("year", "same")
    assert year.bits - fitted.weights.of("year", "far").bits > 5
    assert (year.pairs, year.comes_from) == (sum(fitted.counts["year", "same"]), "a test")
    assert fitted.weights.of("venue", "same") == shipped().of("venue", "same")
    assert fitted.counts["venue", "same"] == (0, 0)


def test_levels_that_are_held_keep_their_numbers_and_origins() -> None:
    held = fit(rows(600, of_the_same_year=0.95), shipped(), says="a test", only=[("year", "far")]).weights
    assert held.of("year", "far").bits != shipped().of("year", "far").bits
    assert held.of("year", "far").comes_from == "a test"
    assert held.changed({("year", "far"): shipped().of("year", "far")}).levels == shipped().levels


def test_probabilities_are_what_they_say_on_pairs_not_seen() -> None:
    after = fit(rows(1000, of_the_same_year=0.9), shipped()).after
    assert after.error < 0.05
    assert after.f1 == pytest.approx(0.9, abs=0.04)


def test_the_same_pairs_give_the_same_table() -> None:
    first, second = (fit(rows(LEAST, of_the_same_year=0.9), shipped()).weights for _ in range(2))
    assert {f: dict(row) for f, row in first.levels.items()} == {f: dict(row) for f, row in second.levels.items()}


def test_no_slope_is_negative() -> None:
    fitted = fit(((right, left, not same) for left, right, same in rows(600, of_the_same_year=0.95)), shipped())
    assert all(weight.per_bit >= 0 for row in fitted.weights.levels.values() for weight in row.values())


@pytest.mark.parametrize("count", [0, 1, LEAST - 1])
def test_too_few_pairs_are_refused(count: int) -> None:
    with pytest.raises(TooFew, match=f"^{count} labelled pairs"):
        fit(rows(count, of_the_same_year=0.9), shipped())


def test_pairs_of_one_kind_alone_are_refused() -> None:
    with pytest.raises(TooFew, match="0 of them the same"):
        fit(((left, right, False) for left, right, _ in rows(400, of_the_same_year=0.9)), shipped())


def test_reliability_counts_what_was_said_against_what_was_found() -> None:
    found = reliability([0.05, 0.95, 0.95, 0.95], [False, True, True, False])
    assert (found.bins[0].pairs, found.bins[9].pairs) == (1, 3)
    assert found.bins[9].said == pytest.approx(0.95)
    assert found.bins[9].found == pytest.approx(2 / 3)
    assert found.error == pytest.approx((0.05 + abs(2.85 - 2)) / 4)
    assert (found.precision, found.recall) == (pytest.approx(2 / 3), 1.0)
