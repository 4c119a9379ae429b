"""What a line has of an entry: its names, its title, its venue, its year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.documents.blocks.labels import label_end
from reconcile.extract.lines.stretch import Line, cut
from reconcile.extract.looks.likeness import is_button_line, likeness
from reconcile.extract.words import cues

# A journal with its place and nothing else: "Nature Reviews Chemistry 5, 210-225, 2021", "Ocean Research, 112, 102586."
_JOURNAL_LINE = re.compile(
    r"[A-Z][^\d,:“\"]{2,80}(?:,? \d{1,4}(?: ?\(\d{1,4}\))?, (?:\d{1,6}[-–]\d{1,6}|e?\d{5,7})|, e?\d{5,7})"
    r"(?:, (?:19|20)\d\d| \((?:19|20)\d\d\))?\.?\Z"
)
_JOURNAL_START = re.compile(r"[^\W\da-z_][^\d,:“\"]{2,80}(?<!\s)")
# Four words and a full stop before more: a title, and no journal as `Proc. Natl. Acad. Sci.` is.
SENTENCE = re.compile(r"(?:\b[\w'’-]{1,40},? \(?){3}[\w'’-]{1,40}\)?[.?!]”? [A-ZÀ-Ž]")
_NAMED_BEFORE_QUOTE = re.compile(r"[^\W\d_][^\d“”\"„«»]{2,40}[.,:] [“\"„«]")  # `Fox, Eva. "Felt in cold water." …`
_DEGREE_WORDS = 8  # blanks of a line that says of a thesis where and when it was written
# Such a line without a year: `PhD thesis, School of Wool, University of Rieti`.
_DEGREE_AND_SCHOOL = re.compile(
    rf"(?:{cues.THESIS.pattern}),\s[^:]{{0,80}}\b(?:universi|hochschule|polit[eé]cn|school|college|institut)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """What one line, or several together, have of an entry."""

    names: bool = False
    title: bool = False
    venue: bool = False
    year: bool = False
    linked: bool = False
    leads: str = ""

    def __or__(self, other: Part) -> Part:
        return Part(
            self.names or other.names,
            self.title or other.title,
            self.venue or other.venue,
            self.year or other.year,
            self.linked or other.linked,
            self.leads or other.leads,
        )

    @property
    def complete(self) -> bool:
        """Whether nothing more must follow: a title, and two of names, venue, year, identifier."""
        return self.title and (self.names + (self.venue or self.linked) + self.year) > 1

    @property
    def whole(self) -> bool:
        """Whether it is an entry by itself: complete, with its venue or its year."""
        return self.complete and (self.venue or self.year)

    @property
    def only_names(self) -> bool:
        """Whether it has names and nothing else."""
        return self.names and not (self.title or self.venue)

    @property
    def only_venue(self) -> bool:
        """Whether it has a venue or a year and nothing else."""
        return (self.venue or self.year) and not (self.title or self.names)


def parts_of(lines: Sequence[Line]) -> Part:
    """Return what several lines have together."""
    whole = Part()
    for line in lines:
        whole = whole | part_of(line)
    return whole


@lru_cache(maxsize=4096)
def part_of(line: Line) -> Part:
    """Return what a line has of an entry, and what it begins with."""
    line = cut(line, past_label(line.text), len(line.text))
    advised = cues.ADVISED.search(line.text)
    if advised and advised.start() and cues.THESIS.search(line.text, 0, advised.start()):
        line = cut(line, 0, advised.start())
    like = likeness(line.text, line.marks)
    named = like.dated_names or _NAMED_BEFORE_QUOTE.match(line.text) is not None
    names = like.first > 1 or like.names > 1 or like.only_names or (like.first > 0 and named)
    located = _is_located(line.text) or (not like.names and _begins_with_a_journal(line.text))
    degree = like.thesis and not (like.names or like.title > 1) and line.text.count(" ") <= _DEGREE_WORDS
    degree = degree and (like.year or _DEGREE_AND_SCHOOL.match(line.text) is not None)
    located = located or degree
    venue = (like.venue >= 1 and not like.only_names) or like.status or located
    short = like.title > 0 and like.first > 0 and (venue or like.pages or like.year)
    title = (like.title >= 0.75 or short) and not (like.only_names or located or is_button_line(line.text))
    placed = like.year and not like.names and cues.VENUE_OR_STATE_FIRST.match(line.text) is not None
    leads = "venue" if placed else "title" if title else "venue" if venue or like.year else ""
    leads = "names" if like.first > 1 or like.only_names or (like.first > 0 and named) else leads
    return Part(names, title, venue, like.year, like.identified, leads)


def past_label(text: str) -> int:
    """Return where the text behind the bullet or number before it begins; 0 where there is none."""
    indent = len(text) - len(text.lstrip())
    end = label_end(text[indent:])
    return indent + end if end else 0


def _begins_with_a_journal(text: str) -> bool:
    """Whether a line begins with a journal and its volume: `Genome Research, 32, 1540–1552 (2022), open access`."""
    found = _JOURNAL_START.match(text)
    if found is None or SENTENCE.search(found.group()):
        return False
    return cues.AFTER_JOURNAL.match(text, found.end()) is not None


def _is_located(text: str) -> bool:
    """Say whether a line is a journal with volume and pages, and nothing before it."""
    found = _JOURNAL_LINE.match(text)
    return found is not None and SENTENCE.search(found.group()) is None
