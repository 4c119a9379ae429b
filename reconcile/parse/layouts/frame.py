"""What the layouts of a citation share: its text, the places where parts may end, and their scores, found once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reconcile.parse.layouts.rest import rest_score
from reconcile.parse.layouts.title import title_score
from reconcile.parse.names.people import People
from reconcile.parse.text.marks import View
from reconcile.parse.text.segments import End, author_ends, title_ends

TITLE_FIRST = -0.5  # the title first is the rarer layout

# Whether a reading that has at most this score may still be the best: what cannot be is not looked at any closer.
MayWin = Callable[[float], bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to divide a citation: where its title and its rest stand, who its people are, and how good it is.

    `date` is the date between authors and title; `editors` says that the people are editors.
    """

    people: People
    title: tuple[int, int]
    rest: tuple[int, int]
    score: float
    layout: str
    date: tuple[int, int] | None = None
    editors: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What the layouts share: the view, the text for names (marks blanked), and the stretch to be read."""

    view: View
    names: str
    start: int
    end: int
    scores: dict[tuple[str, int, int], float] = field(default_factory=dict)
    ends: dict[int, list[End]] = field(default_factory=dict)
    names_end: dict[int, list[tuple[End, People]]] = field(default_factory=dict)

    def title_ends(self, start: int) -> list[End]:
        """Return `title_ends` of what begins at `start`, found once."""
        if start not in self.ends:
            self.ends[start] = title_ends(self.view, start, self.end)
        return self.ends[start]

    def author_ends(self, start: int) -> list[tuple[End, People]]:
        """Return `author_ends` of what begins at `start`, found once."""
        if start not in self.names_end:
            self.names_end[start] = author_ends(self.view, self.names, start, self.end)
        return self.names_end[start]

    def title_score(self, start: int, end: int, *, set_apart: bool = False) -> float:
        """Return `title_score` of a stretch, reckoned once."""
        key = ("apart" if set_apart else "title", start, end)
        if key not in self.scores:
            self.scores[key] = title_score(self.view.text, self.names, start, end, set_apart=set_apart)
        return self.scores[key]

    def rest_score(self, start: int) -> float:
        """Return `rest_score` of what begins at `start`, reckoned once."""
        key = ("rest", start, self.end)
        if key not in self.scores:
            self.scores[key] = rest_score(self.view.text, start, self.end)
        return self.scores[key]
