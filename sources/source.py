"""What every source answers to, and the three ways in which it can answer.

"Nothing found" is an `Answer` without records; "could not ask" is the exception `Unavailable`; "could not read
one item" is an entry in `Answer.unread`. A source never returns an empty answer for an error. That a caller wants
nothing more asked is none of the three: it is the exception `Stopped`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sources.record import Identifier, Record

NO_NETWORK = "is there a network?"  # what a reason ends with where a host's name cannot be looked up


class Unavailable(Exception):
    """A source could not be asked, or answered something that is not what it speaks.

    `source` and `asked` name who was asked and for what; `reason` is one plain clause. `passing` is true where
    the same question may be answered later (timeout, 429, 5xx); `retry_after` are seconds, where the source said.
    """

    def __init__(
        self, source: str, asked: str, reason: str, *, passing: bool = False, retry_after: float | None = None
    ) -> None:
        super().__init__(f"{source}: {reason} ({asked})")
        self.source = source
        self.asked = asked
        self.reason = reason
        self.passing = passing
        self.retry_after = retry_after

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what another process needs to raise the same: by its message alone it could not be made anew."""
        return _raised_again, (type(self), self.args), self.__dict__


def _raised_again(kind: type[Unavailable], arguments: tuple[Any, ...]) -> Unavailable:
    return kind.__new__(kind, *arguments)


class Unreached(Unavailable):
    """The name of the service's host cannot be looked up, as it is where there is no network."""


class Blocked(Unavailable):
    """The service refused us for good (403): it is not asked again in this run."""


class Stopped(Exception):
    """The caller wants nothing more asked: this question was not put. It says nothing of the source."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a source knows: records in the order the source gave them, and a sentence for each item unread."""

    records: tuple[Record, ...] = ()
    unread: tuple[str, ...] = ()


class Source(Protocol):
    """A place that knows records: any object with a `name` and these two calls.

    Both raise `Unavailable` where the source could not be asked. A fault of the network (an OSError, such as
    TimeoutError and ConnectionError) is taken for that; any other exception ends the run, with a note of the source and
    the question. Identifiers are best made by `sources.normalize`, which returns one in its normal form; those of an
    answer are normalised when it comes in, and what is no identifier of its scheme is left out and said to be unread.
    A source is asked one question after another, unless a run asks for more, and several sources side by side.
    """

    @property
    def name(self) -> str:
        """The source's name, as in `Record.source`."""

    def search(self, *, title: str, author: Sequence[str] = (), year: int | None = None) -> Answer:
        """Return the records most like the title, with any of the family names in `author`."""

    def look_up(self, identifiers: Sequence[Identifier]) -> Answer:
        """Return the records of those identifiers that the source knows; others are simply not in the answer."""
