"""The readings of a citation: several ways in which it may fall into authors, title and rest, and the best of them.

Every layout proposes readings; every reading has a score, the sum of how well its authors read as names, its title
as a title, its rest as a venue, and of how plain the delimiters between them are.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterator

from reconcile.parse.layouts.authors_first import authors_first
from reconcile.parse.layouts.bracketed import authors_in_brackets
from reconcile.parse.layouts.coherence import coherence
from reconcile.parse.layouts.frame import Frame, MayWin, Reading
from reconcile.parse.layouts.lined import lined
from reconcile.parse.layouts.title_first import title_first
from reconcile.parse.layouts.untitled import title_last, untitled, untitled_row
from reconcile.parse.layouts.weighing import NO_AUTHORS, TITLE_END, inside_quote
from reconcile.parse.names.people import People
from reconcile.parse.text.segments import End
from sources.east_asian import SIGN

_ROUNDING = 1e-6  # of sums of the same numbers in another order
_FILLER = re.compile(
    r"(?:\b(?:our|we|my|the|new|one|two|paper|papers|article|work|preprint|excited|happy"
    r"|glad|news|accepted|published|survey|report|manuscript|chapter|publication"
    r"|thesis|dissertation|release[ds]?|titled|entitled|on|is|has|have|been|to|a|an|and"
    r"|about|topic|title|ph\.?d|master|long|short|full|poster|demo|journal|conference"
    r"|workshop|congrats|congratulations|oral|first|latest|recent|joint|with)\b|[^\w])+\Z",
    re.IGNORECASE,
)
_QUOTE = re.compile(rf"(?:(?<=[\s.,:;(\[*_])|(?<={SIGN})|^)(?:``|[“„«\"《「『]|(?<=\s)[‘'](?=[A-Z]))(?=\S)")


def best_reading(frame: Frame, *, above: float = -math.inf, unnamed: bool = False) -> Reading | None:
    """Return the reading with the highest score that is higher than `above`; the earlier layout where two are equal.

    `unnamed` prefers the readings without people, as for a review: the names there are those of another's book.
    """
    if unnamed:
        readings = [reading for layout in LAYOUTS for reading in layout(frame, lambda _most: True)]
        first = [one for one in readings if not one.people.persons and one.title[0] - frame.start < 2]
        best = max(first or readings, key=lambda reading: reading.score, default=None)
        return best if best and best.score > above else None
    best, floor = None, above

    def may_win(most: float) -> bool:
        return most > floor - _ROUNDING

    for reading in itertools.chain.from_iterable(layout(frame, may_win) for layout in LAYOUTS):
        if reading.score > floor:
            best, floor = reading, reading.score
    return best


def _quoted(frame: Frame, _may_win: MayWin) -> Iterator[Reading]:
    """Propose `Our paper “Title” is accepted at Venue`: words of no weight, then a title set apart."""
    view = frame.view
    starts = [match.start() for match in _QUOTE.finditer(view.text, frame.start, min(frame.end, frame.start + 3000))][
        :4
    ]
    starts += [
        mark.start
        for mark in view.marks
        if mark.kind in ("link", "strong", "emphasis") and frame.start <= mark.start < frame.end
    ][:6]
    books = {mark.start for mark in view.marks if mark.kind == "emphasis"}
    outer = max((end.at for end in frame.title_ends(frame.start) if end.kind == "quote"), default=0)
    for start in starts:
        if frame.start < start < outer:
            continue  # quotes within the title: `« Stuck et la “réunion des goûts” »`
        if outer and start in books:
            continue  # what holds the work: `“Panic of 1857.” *Companion to Mills*`
        if view.text.endswith(("[w:] ", ", w: "), frame.start, start):
            continue  # what holds the work
        before = view.text[frame.start : start]
        filler = bool(_FILLER.match(before[-300:]))
        if not filler and len(before) > 400:
            continue
        for title in frame.title_ends(start):
            if title.kind not in ("quote", "link-mark", "strong-mark", "emphasis-mark"):
                continue
            inner = inside_quote(view.text, start) if title.kind == "quote" else start
            score = (
                TITLE_END[title.kind]
                + frame.title_score(inner, title.at, set_apart=True)
                + frame.rest_score(title.next)
            )
            score += NO_AUTHORS + (0.8 if filler else -1.2)
            end = End(start, "quote", start)
            yield Reading(
                People(),
                (inner, title.at),
                (title.next, frame.end),
                score + coherence(end, title, view.text, frame.rest_score(title.next)),
                "quoted",
            )


Layout = Callable[[Frame, MayWin], Iterator[Reading]]
LAYOUTS: tuple[Layout, ...] = (
    authors_first,
    title_first,
    _quoted,
    lined,
    untitled,
    title_last,
    untitled_row,
    authors_in_brackets,
)
