"""Services set aside: when, for how long, who tries them again, and that it is said once."""

from __future__ import annotations

import math
import threading
import warnings

import pytest

from sources.breaker import Aside, Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    """A breaker that opens after two failures, for 30 seconds, and has just done so."""
    made = Breaker(2, 30.0, clock)
    assert made.enter("dblp.org") is False
    made.failed("dblp.org", "HTTP 503")
    says = "dblp.org: set aside after 2 failures in a row, the last: HTTP 503; tried again after 30 s"
    with pytest.warns(UserWarning, match=says):
        made.failed("dblp.org", "HTTP 503")
    return made


def rest(breaker: Breaker) -> float:
    with pytest.raises(Aside, match="set aside after 2 failures in a row") as aside:
        breaker.enter("dblp.org")
    return aside.value.seconds


def test_a_service_rests(breaker: Breaker, clock: Clock) -> None:
    assert rest(breaker) == 30.0
    clock.now = 29.0
    assert rest(breaker) == 1.0
    assert breaker.enter("api.crossref.org") is False


def test_a_service_that_answers_its_trial_is_asked_again(breaker: Breaker, clock: Clock) -> None:
    clock.now = 30.0
    assert breaker.enter("dblp.org") is True
    breaker.check("dblp.org")  # who tries it may
    breaker.answered("dblp.org")
    assert breaker.enter("dblp.org") is False


def test_a_service_that_fails_its_trials_rests_longer_and_longer(breaker: Breaker, clock: Clock) -> None:
    rests = []
    for _ in range(6):
        clock.now += rest(breaker)
        assert breaker.enter("dblp.org") is True
        breaker.failed("dblp.org", "HTTP 502")
        rests.append(rest(breaker))
    assert rests == [60.0, 120.0, 240.0, 480.0, 600.0, 600.0]


def test_a_late_answer_ends_no_rest_and_a_late_failure_makes_it_no_longer(breaker: Breaker, clock: Clock) -> None:
    clock.now = 10.0
    breaker.answered("dblp.org")
    assert rest(breaker) == 20.0
    for _ in range(5):
        breaker.failed("dblp.org", "no answer in time")
    assert rest(breaker) == 20.0


def test_one_tries_and_the_others_wait_for_what_comes_of_it(breaker: Breaker, clock: Clock) -> None:
    clock.now = 30.0
    assert breaker.enter("dblp.org") is True
    told: list[bool] = []
    others = [threading.Thread(target=lambda: told.append(breaker.enter("dblp.org"))) for _ in range(3)]
    for other in others:
        other.start()
    with pytest.raises(Aside):
        _in_a_thread(lambda: breaker.check("dblp.org"))
    assert told == []
    breaker.answered("dblp.org")
    for other in others:
        other.join(5)
    assert told == [False] * 3


def _in_a_thread(call) -> None:  # type: ignore[no-untyped-def]
    raised: list[Exception] = []

    def work() -> None:
        try:
            call()
        except Aside as aside:
            raised.append(aside)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(5)
    if raised:
        raise raised[0]


def test_a_trial_that_was_broken_off_leaves_the_next_one_to_try(breaker: Breaker, clock: Clock) -> None:
    clock.now = 30.0
    assert breaker.enter("dblp.org") is True
    breaker.left("dblp.org")
    assert breaker.enter("dblp.org") is True


def test_a_refusal_is_for_good(clock: Clock) -> None:
    breaker = Breaker(2, 30.0, clock)
    with pytest.warns(UserWarning, match="it is not asked again in this run"):
        breaker.refused("dblp.org", "set aside after it refused us (HTTP 403)")
    clock.now = 1e9
    with pytest.raises(Aside) as aside:
        breaker.enter("dblp.org")
    assert math.isinf(aside.value.seconds)


def test_being_set_aside_is_said_once(breaker: Breaker, clock: Clock) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(3):
            clock.now += 1000.0
            assert breaker.enter("dblp.org") is True
            breaker.answered("dblp.org")
            for _ in range(2):
                breaker.failed("dblp.org", "HTTP 500")
    assert breaker.notices == ("dblp.org, 4 times: set aside after 2 failures in a row, the last: HTTP 500",)


def test_an_answer_in_between_is_a_new_start(clock: Clock) -> None:
    breaker = Breaker(2, 30.0, clock)
    for _ in range(5):
        breaker.failed("dblp.org", "HTTP 503")
        breaker.answered("dblp.org")
    assert breaker.enter("dblp.org") is False
    assert breaker.notices == ()
