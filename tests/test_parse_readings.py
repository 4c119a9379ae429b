"""The search for the best reading: what it leaves out could not have won."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.parse.layouts.frame import Frame, Reading
from reconcile.parse.layouts.readings import LAYOUTS, best_reading
from reconcile.parse.names.pieces import blank_marks
from reconcile.parse.text.marks import view

CITATIONS = [
    "Smith, J., Doe, A., & van der Berg, C. (2020). Node.js in the wild. Software Practice, 25(3), 123-145.",
    "The Law of Small Numbers. Ann Lee, Bob Ray. In Proceedings of the 3rd Workshop on Counting, 2019. Outstanding paper",
    "Lee, Ann: Maps and Rivers: A Social History of Water. Berlin: Harbour Press, 1988.",
    "Ray B, Lee A. Sleep in children. A cohort study. J Sleep Res. 1998;52(1):3-9.",
    "Roe v. Wade, 410 U.S. 113 (1973)",
    "Ann Lee. “What Counts?” New Review 12, no. 3 (2001): 44–51.",
    "Ann Lee\nCounting Rivers\nNeurIPS 2021",
    "Introduction, in Ann Lee and Bob Ray (eds.), Rivers of the North (Oxford: Harbour, 2003), 1-12.",
]

_PIECES = st.sampled_from(
    "Ann Lee|Lee, A.|, |. |: |; | and | & |(2020)|2019|In |Proceedings of |the |Journal of |“|”|Rivers|Vol. 3|pp. 1-9"
    "|Berlin: |Press|\n|A Study|of Maps|et al.|Roe v. Wade|(eds.)|Preface|II|?".split("|")
)


def frame(text: str) -> Frame:
    return Frame(view(text, ()), blank_marks(text), 0, len(text))


def every(text: str) -> list[Reading]:
    return [reading for layout in LAYOUTS for reading in layout(frame(text), lambda _most: True)]


@pytest.mark.parametrize("text", CITATIONS)
def test_the_best_reading_is_the_best_of_all(text: str) -> None:
    readings = every(text)
    assert len(readings) > 1
    assert best_reading(frame(text)) == max(readings, key=lambda reading: reading.score)


@given(st.lists(_PIECES, min_size=1, max_size=25).map("".join))
def test_no_text_hides_a_better_reading(text: str) -> None:
    assert best_reading(frame(text)) == max(every(text), key=lambda reading: reading.score, default=None)


def test_a_reading_that_is_no_better_than_another_text_has_is_none() -> None:
    best = best_reading(frame(CITATIONS[0]))
    assert best is not None
    assert best_reading(frame(CITATIONS[0]), above=best.score) is None
    assert best_reading(frame(CITATIONS[0]), above=best.score - 0.1) == best
