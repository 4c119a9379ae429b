"""Questions put to one source, and put once more where it did not answer and may do so later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from threading import Event
from time import monotonic

from reconcile.gather.threads import side_by_side
from sources.record import Identifier
from sources.source import Answer, Blocked, Stopped, Unavailable

# How often what stayed unanswered is asked for again, and for how long (seconds) a service set aside is waited for.
_ROUNDS, _LONGEST_WAIT = 4, 60.0
_GLANCE = 0.2  # seconds after which one who waits looks whether the answer is still wanted

Outcome = Answer | Unavailable | Stopped


@dataclass(frozen=True, slots=True)
class Asking:
    """How sources are asked: so many questions of one live source side by side, until `stop` is set.

    `step` is told of each mention asked. `sleep` stands in for waiting; without it, a wait ends when `stop` is set. A
    live source whose manners have the same `stop` still answers from what it has kept, and raises `Stopped` itself for
    the rest; others are not asked any more. `given_up` is set where no answer is wanted any more.
    """

    workers: int = 1
    stop: Event = field(default_factory=Event)
    step: Callable[[str], None] = lambda _source: None
    sleep: Callable[[float], object] | None = None
    given_up: Event = field(default_factory=Event)

    def pause(self, seconds: float) -> None:
        """Wait."""
        if self.sleep:
            self.sleep(seconds)
            return
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0 and not self.given_up.is_set():
            if self.stop.wait(min(left, _GLANCE)):
                return


@dataclass(frozen=True, slots=True)
class Question:
    """What a source is asked for the mentions at `places`: `asked` says it in words.

    `identifiers` are those of a look-up, none for a search.
    """

    places: tuple[int, ...]
    asked: str
    put: Callable[[], Answer]
    identifiers: tuple[Identifier, ...] = ()


def put_all(
    questions: Sequence[Question], workers: int, asking: Asking, told: Callable[[Question], None]
) -> list[Outcome]:
    """Put questions to a source; return what became of each. `told` is called once for each question.

    What stayed unanswered is asked once more at the end, and again as long as that brings answers.
    """
    outcomes = _put(questions, workers, asking, told)
    for nth in range(_ROUNDS):
        again = [at for at, outcome in enumerate(outcomes) if _may_come(outcome, again=nth > 0)]
        waits = [wait for at in again if (wait := getattr(outcomes[at], "retry_after", None)) is not None]
        answered = _answered(outcomes)
        if not again or asking.stop.is_set() or not (waits or answered):
            break
        asking.pause(max(waits, default=0.0))
        for at, outcome in zip(again, _put([questions[at] for at in again], workers, asking), strict=True):
            outcomes[at] = outcome
        if _answered(outcomes) == answered:
            break
    return outcomes


def _answered(outcomes: Sequence[Outcome]) -> int:
    return sum(isinstance(outcome, Answer) for outcome in outcomes)


def _may_come(outcome: Outcome, *, again: bool) -> bool:
    """Say whether a question may be answered later: unless the service refuses us, or is set aside for long.

    What does not look as if it would pass, such as a page for people, is asked once more only.
    """
    if not isinstance(outcome, Unavailable) or isinstance(outcome, Blocked):
        return False
    if outcome.retry_after is not None:
        return outcome.retry_after <= _LONGEST_WAIT
    return outcome.passing or not again


def _put(
    questions: Sequence[Question],
    workers: int,
    asking: Asking,
    told: Callable[[Question], None] = lambda _question: None,
) -> list[Outcome]:
    def call(question: Question) -> Outcome:
        try:
            return question.put()
        except (Unavailable, Stopped) as fault:
            return fault
        finally:
            told(question)

    return side_by_side([partial(call, question) for question in questions], workers, asking.given_up)
