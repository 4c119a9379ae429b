"""What is found in an entry's text, before it becomes a record: its best reading, numbers, venue and year."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from reconcile.entry import Entry
from reconcile.parse.dating import year_of
from reconcile.parse.layouts.frame import Frame, Reading
from reconcile.parse.layouts.readings import best_reading
from reconcile.parse.layouts.together import named_first, named_last, named_within, reviewer_first, with_all_stated
from reconcile.parse.names.people import is_known
from reconcile.parse.names.pieces import blank_marks
from reconcile.parse.place.container import Container, read_container
from reconcile.parse.place.numbers import Numbers, read_numbers
from reconcile.parse.preamble import (
    REVIEW,
    Preamble,
    past_reviewed_name,
    read_preamble,
    reviews_another,
    title_of_reviewed,
    without_imprint_of_reviewed,
)
from reconcile.parse.text.lines import is_stacked, unwrapped
from reconcile.parse.text.marks import View, rejoined, view
from reconcile.parse.words.dates import Piece

_DASH = re.compile(r"\s[–—-]\s")
# A volume as a work of its own, whose people are its editors.
_VOLUME = re.compile(r"\W*(?:Proceedings|Findings|Actes|Atti|Actas) (?:of|de|d[ei]l|des) ")
_THESIS_LABEL = re.compile(r"(?:thesis|dissertation)\b", re.IGNORECASE)  # `Thesis Title:` is followed by one
# How much better an entry must read as one text than as lines, where either may be; and where its title fills a line.
_WRAPPED, _STACKED = 0.1, 1.5


@dataclass(frozen=True, slots=True)
class Parts:
    """What was found in an entry's reading, before it becomes a record."""

    view: View
    preamble: Preamble
    reading: Reading
    numbers: Numbers
    container: Container
    year: Piece | None
    date: tuple[int, int] | None


def read_parts(entry: Entry) -> Parts | None:
    """Return what an entry's text holds, None where it cannot be read as a publication."""
    seen, preamble, reading = _best_view(view(entry.reading, entry.marks), of_another=reviews_another(entry))
    if reading is None:
        return None
    text = seen.text
    reading = with_all_stated(text, reading)
    start, end = reading.rest
    numbers = read_numbers(text, start, min(end, start + 1000))
    container = read_container(text, start, end, numbers)
    if container.span is None and numbers.volume and numbers.page and (dash := _last_dash(text, reading)):
        reading = replace(reading, title=(reading.title[0], dash[0]), rest=(dash[1], end))
        container = read_container(text, dash[1], end, numbers)  # `Ann Lee – Felt – Wool Review, vol. 3`
    if preamble.venue and preamble.date and numbers == Numbers():
        numbers = read_numbers(text, preamble.venue[0], preamble.date[1])  # `MNRAS 535, 2210 (2024) — Title`
    if numbers.page is None and _VOLUME.match(text, *reading.title):
        reading = replace(reading, editors=True)
    year, date = year_of(seen, reading, preamble, numbers, container)
    return Parts(seen, preamble, reading, numbers, container, year, date)


def _last_dash(text: str, reading: Reading) -> tuple[int, int] | None:
    """Return where the last dash of a title stands, behind which a journal may."""
    dashes = list(_DASH.finditer(text, *reading.title))
    return dashes[-1].span() if dashes and dashes[0].start() > reading.title[0] else None


def _best_view(seen: View, *, of_another: bool = False) -> tuple[View, Preamble, Reading | None]:
    """Return the entry's best reading, its lines taken for fields, or for wraps of one text if that reads better."""
    preamble = read_preamble(seen)
    named = past_reviewed_name(seen.text, preamble.start) if of_another and not preamble.genre else preamble.start
    if named > preamble.start:
        preamble = replace(preamble, genre=REVIEW, start=named)
    if preamble.genre == REVIEW:
        seen = replace(seen, text=without_imprint_of_reviewed(seen.text, preamble.start))
    if reviewer := reviewer_first(seen.text, preamble.start):
        preamble = replace(preamble, genre=REVIEW, start=reviewer.at)
        seen = replace(seen, text=without_imprint_of_reviewed(seen.text, preamble.start))
        best = _best_reading(seen, preamble)
        return seen, preamble, reviewer.joined(best) if best else None
    if within := named_within(seen.text, preamble.start):
        beside, text = within
        seen = replace(seen, text=text)
        best = _best_reading(seen, preamble, owner_left_out=True)
        return seen, preamble, beside.joined(best) if best else None
    best = _best_reading(seen, preamble)
    text = seen.text[: preamble.start] + unwrapped(seen.text[preamble.start :])
    if best is None or text == seen.text:
        return seen, preamble, best
    joined = rejoined(seen, text)
    margin = _STACKED if is_stacked(seen.text, seen.marks) else _WRAPPED
    other = _best_reading(joined, preamble, above=best.score + margin)
    return (joined, preamble, other) if other else (seen, preamble, best)


def _best_reading(
    seen: View, preamble: Preamble, above: float = -math.inf, *, owner_left_out: bool = False
) -> Reading | None:
    text, start = seen.text, preamble.start
    names = text[:start] + blank_marks(text[start : start + 8000]) + text[start + 8000 :]
    unnamed = preamble.genre == REVIEW or bool(_THESIS_LABEL.match(preamble.genre))
    before, behind = named_first(text, start), named_last(text, start)
    reviewed = preamble.genre == REVIEW
    begin = before.at if before else past_reviewed_name(text, start) if reviewed else start
    frame = Frame(seen, names, begin, behind.at if behind else len(text))
    best = best_reading(frame, above=above, unnamed=unnamed or owner_left_out or before is not None)
    beside = before or behind
    if best and reviewed:
        best = replace(
            best, title=title_of_reviewed(text, start if best.title[0] == begin else best.title[0], best.title[1])
        )
    if best is None or beside is None:
        return best
    if best.people.persons and not any(map(is_known, best.people.persons)):
        best = best_reading(frame, unnamed=True) or best
    return beside.joined(best)
