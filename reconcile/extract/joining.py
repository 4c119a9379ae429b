"""Lines and blocks put together to one stretch an entry: wrapped lines, stacked lines, page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.documents.block import Kind
from reconcile.documents.labels import BEFORE_NAMES
from reconcile.extract import cues
from reconcile.extract.likeness import begins_with_buttons, is_abstract, is_button_line, is_prose, likeness, titles_in
from reconcile.extract.sections import Placed
from reconcile.extract.stretch import Line, Stretch, cut
from reconcile.extract.topics import Topic
from sources.east_asian import SIGN

LABEL = re.compile(
    r"\s{0,8}(?:\[[A-Za-z]{0,4}[ -]?\d{1,3}[a-z]?\]|\(?[A-Z]{0,3}\d{1,3}[.)](?=\s)(?!\s(?:ed|edn|aufl)\b)"
    rf"|\(?[A-Z]{{0,3}}\d{{1,3}}[.)]{BEFORE_NAMES}"
    r"|[A-Z][ACJPRTW]?-?\d{1,3}[.:](?=\s)"
    rf"|[•▪◦‣●○■□➢➤►✓·∙*–-](?=\s)|・(?=\S)|（\d{{1,3}}）|\d{{1,3}}(?:[．）]|[.)、](?=[「『]|{SIGN}))"
    r"|[①-⑳])\s{0,20}"
)
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:page|seite|p\.)?\s{0,3}\d{1,3}(?:\s{0,3}(?:of|/|von)\s{0,3}\d{1,3})?\W{0,3}\Z", re.IGNORECASE
)
_OPEN_END = re.compile(
    r"(?:\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|over|the|through|to|under|using|via|with|und|für|der|die|das"
    r"|von|de|la|et|y)|[,&:‐–—-])\s{0,9}\Z",
    re.IGNORECASE,
)
_OPEN_QUOTE = re.compile(r"[“„«‘「『][^“”„«»‘’「」『』]{0,80}\Z")  # that a line does not close
_QUOTE_FIRST = re.compile(r"[*†‡§ ]{0,4}[“„«]")
_CLOSED_END = re.compile(r"[.!?)\]\d”\"。]\s{0,9}\Z")
_GOES_ON = re.compile(r"\s{0,9}(?:[a-zà-ÿ,;:&|)\]”]|In[: ]|(?:pp?|vol|no|pages)\b)")
_ASIDE = re.compile(r"\s*[(*†‡§¹²∗#]")
_NOTE = re.compile(
    r"\W{0,4}(?:oral|poster|spotlight|talk|long|short|full|best|award|honou?rable|runner|nomin|finalist|winner|highlight"
    r"|invited|acceptance|also|code|doi|arxiv|isbn|url|https?:)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…]\W{0,2}\Z")
# A note on the authors' marks, and a page's header: "* equal contribution", "A. Bee    Page 3 of 4".
_ASIDE_LINE = re.compile(
    r"\W{0,6}(?:(?:denotes?|indicates?|means?|marks?|stands for|these authors|authors|with)\s)?(?:joint|co-?)?\W?"
    r"(?:equal(?:ly)?\b.{0,12}\bcontribut|contributed equally|corresponding authors?|first authors?\W{0,3}\Z"
    r"|alphabetical order|authors? (?:in|ordered|listed))"
    r"|[^\n]{0,80}\b(?:page|seite)\s\d{1,3}\s?(?:of|/|von)\s?\d{1,3}\W{0,3}\Z",
    re.IGNORECASE,
)
# A journal with its place and nothing else: "Nature Reviews Chemistry 5, 210-225, 2021", "Ocean Research, 112, 102586."
_JOURNAL_LINE = re.compile(
    r"[A-Z][^\d,:“\"]{2,80}(?:,? \d{1,4}(?: ?\(\d{1,4}\))?, (?:\d{1,6}[-–]\d{1,6}|e?\d{5,7})|, e?\d{5,7})"
    r"(?:, (?:19|20)\d\d| \((?:19|20)\d\d\))?\.?\Z"
)
_JOURNAL_START = re.compile(r"[^\W\da-z_][^\d,:“\"]{2,80}(?<!\s)")
_DEGREE_WORDS = 8  # blanks of a line that says of a thesis where and when it was written
# Such a line without a year: `PhD thesis, School of Wool, University of Rieti`.
_DEGREE_AND_SCHOOL = re.compile(
    rf"(?:{cues.THESIS.pattern}),\s[^:]{{0,80}}\b(?:universi|hochschule|polit[eé]cn|school|college|institut)",
    re.IGNORECASE,
)
_FEW_WORDS = 3  # of a link that may be a button
_BIBTEX = re.compile(r"\s*@[A-Za-z]{3,20}\s*\{")
_BAR = re.compile(r"[\s|·•,;]{0,20}\Z")


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
    def only_names(self) -> bool:
        """Whether it has names and nothing else."""
        return self.names and not (self.title or self.venue)

    @property
    def only_venue(self) -> bool:
        """Whether it has a venue or a year and nothing else."""
        return (self.venue or self.year) and not (self.title or self.names)


def segments(stretch: Stretch) -> tuple[Stretch, ...]:
    """Return the stretches that a block holds, one an entry, without its abstracts and embedded BibTeX."""
    if stretch.kind in (Kind.ENTRY, Kind.HEADING):
        return (stretch,)
    lines = _without_asides(without_bibtex(stretch.lines))
    grown = _grown(lines)
    if stretch.kind is Kind.PARAGRAPH or len(grown) == 1:
        return tuple(stretch.with_lines(group) for group in grown)
    if all(part.complete and (part.venue or part.year) for part in map(_part_of, grown)):
        return tuple(stretch.with_lines(group) for group in grown)
    kept = [line for line in lines if not (_is_long(line.text) and is_prose(line.text))]
    return (stretch.with_lines(kept or lines),)


def joined(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return the stretches with those joined that are one entry in several blocks."""
    done: list[Placed] = []
    for item in placed:
        if _PAGE_NUMBER.match(item.stretch.text) and done:
            continue
        before = done[-1] if done else None
        if before and before.place == item.place and _belong(before, item):
            done[-1] = Placed(before.stretch.joined(item.stretch), before.place)
        else:
            done.append(item)
    return tuple(done)


def without_bibtex(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without an embedded BibTeX entry, if anything else is left."""
    kept: list[Line] = []
    depth = 0
    for line in lines:
        if depth > 0 or _BIBTEX.match(line.text):
            depth += line.text.count("{") - line.text.count("}")
            continue
        kept.append(line)
    return tuple(kept or lines)


def _without_asides(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines without abstracts, notes, page headers and the links' names above, if others are left."""
    kept: list[Line] = []
    in_abstract = False
    for line in lines:
        ends = _SENTENCE_END.search(line.text) is not None
        if in_abstract or (is_abstract(line.text, line.marks) and (kept or cues.ABSTRACT.match(line.text))):
            in_abstract = _is_wrapped(line.text) and not ends
            continue
        linked = any(mark.url for mark in line.marks)
        if not (_ASIDE_LINE.match(line.text) or (not kept and not linked and is_button_line(line.text))):
            kept.append(line)
    return tuple(kept or lines)


def _grown(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in groups, one an entry."""
    groups: list[list[Line]] = []
    group: list[Line] = []
    so_far = Part()
    stacked = False
    for line in lines:
        if group and so_far.title and (so_far.names or so_far.venue) and _is_long(line.text) and is_prose(line.text):
            groups.append(group)
            group, so_far, stacked = [], Part(), False
            continue
        part = part_of(line)
        if group and _begins_anew(group, so_far, line, part, stacked=stacked):
            groups.append(group)
            group, so_far, stacked = [], Part(), False
        group.append(line)
        so_far = so_far | part
        stacked = len(group) > 1 and (stacked or part.only_names or part_of(group[0]).only_names)
    if group:
        groups.append(group)
    return groups or [list(lines)]


def _begins_anew(group: list[Line], so_far: Part, line: Line, part: Part, *, stacked: bool) -> bool:
    """Whether a line begins another entry than the lines before it."""
    text, last = line.text, group[-1].text
    if LABEL.match(text):
        return LABEL.match(group[0].text) is not None or so_far.complete
    if LABEL.match(group[0].text) and not stacked:
        return False
    if _OPEN_QUOTE.search(last):
        return False
    if _GOES_ON.match(text) or _ASIDE.match(text) or _OPEN_END.search(last) or _BAR.match(text) or _BAR.match(last):
        return False
    if _QUOTE_FIRST.match(text) and _QUOTE_FIRST.match(group[0].text) and _CLOSED_END.search(last):
        return True
    if is_button_line(text) or _NOTE.match(text) or (part.only_names and not so_far.names):
        return False
    # an entry ends with its buttons, whatever its title reads as: `Code` above the next one's `AISTATS`
    finished = so_far.complete or (is_button_line(last) and so_far.names and (so_far.venue or so_far.year))
    if part == Part():
        return finished and stacked
    if is_linked_title(line) and all(map(is_linked_title, group)):
        return True
    if part.only_venue:
        return finished and so_far.leads == "venue"
    if stacked:
        repeats = (part.leads == "title" and so_far.title) or (part.leads == "names" and so_far.names)
        return repeats and so_far.title and (so_far.names or so_far.venue)
    if part.complete and part.leads == so_far.leads == "names" and _CLOSED_END.search(last):
        return True
    if not so_far.complete:
        closed = so_far.title and so_far.year and _CLOSED_END.search(last) is not None
        return part.complete and part.year and part.leads == "names" and closed
    return part.leads == "names" or (part.leads == "title" and _CLOSED_END.search(last) is not None)


def is_linked_title(line: Line) -> bool:
    """Whether a line is a title with a link on all of it, as where a page lists nothing but titles."""
    part = part_of(line)
    whole = any(mark.kind == "link" and mark.end - mark.start >= len(line.text.strip()) for mark in line.marks)
    return whole and part.title and not (part.names or part.venue) and line.text.count(" ") > _FEW_WORDS


def _belong(before: Placed, after: Placed) -> bool:
    """Whether two neighbouring stretches are one entry."""
    left, right = before.stretch, after.stretch
    if Kind.ENTRY in (left.kind, right.kind) or LABEL.match(right.text):
        return False
    nested = left.kind is Kind.ITEM and right.kind is Kind.ITEM and right.level > left.level
    if right.kind is Kind.ITEM and not nested:
        return False
    if (left.kind is Kind.ROW) != (right.kind is Kind.ROW):
        return False
    if len(right.text) > 1200 or len(left.text) > 2500 or is_prose(right.text) or begins_with_buttons(right.text):
        return False
    if any(is_abstract(text) or _ASIDE_LINE.match(text) for text in (left.text, right.text)):
        return False
    first, second = _part_of(left.lines), _part_of(right.lines)
    if right.kind is Kind.PARAGRAPH and _is_broken(left.text, right.text, first, second):
        return True
    if is_button_line(right.text):
        return first.title and right.kind is Kind.PARAGRAPH
    if left.kind is Kind.HEADING and first.title and part_of(right.lines[0]).leads == "names":
        return not titles_in(right.text, right.marks)  # a heading comes here only where it is a title
    if left.kind is Kind.ROW and not (first.title and (second.only_names or (first.names and second.only_venue))):
        return False
    return _complement(first, second, before.place.topic)


def _is_broken(left: str, right: str, first: Part, second: Part) -> bool:
    """Whether a page break parts an entry: the first half ends in the middle, the second does not begin anew."""
    if second.leads == "names" and not _OPEN_END.search(left):
        return False
    if not first.names and not first.venue:
        return False
    if _OPEN_END.search(left):
        return not first.complete or not second.complete or not second.names
    return not _CLOSED_END.search(left) and not first.complete and bool(_GOES_ON.match(right))


def _complement(first: Part, second: Part, topic: Topic) -> bool:
    """Whether a second block has what the first lacks, in one of the orders in which entries are stacked."""
    if second.only_names and first.title and not first.names:
        return True
    if first.complete and (first.venue or not second.only_venue):
        return False
    if first.title and not first.names:
        return (second.leads == "names" and not second.title) or (second.only_venue and not first.venue)
    if first.title and first.names:
        return second.only_venue or (second.leads == "venue" and not (first.venue or second.names))
    if first.year and second.year:
        return False
    if first.only_venue:
        return second.leads in ("title", "names") and not second.venue
    if first.only_names:
        return topic in (Topic.PUBLICATIONS, Topic.UNKNOWN) and second.title and second.leads == "title"
    return False


def _part_of(lines: Sequence[Line]) -> Part:
    """Return what several lines have together."""
    whole = Part()
    for line in lines:
        whole = whole | part_of(line)
    return whole


@lru_cache(maxsize=4096)
def part_of(line: Line) -> Part:
    """Return what a line has of an entry, and what it begins with."""
    label = LABEL.match(line.text)
    line = cut(line, label.end() if label else 0, len(line.text))
    advised = cues.ADVISED.search(line.text)
    if advised and advised.start() and cues.THESIS.search(line.text, 0, advised.start()):
        line = cut(line, 0, advised.start())
    like = likeness(line.text, line.marks)
    names = like.first > 1 or like.names > 1 or like.only_names or (like.first > 0 and like.dated_names)
    located = _JOURNAL_LINE.match(line.text) is not None or (not like.names and _begins_with_a_journal(line.text))
    degree = like.thesis and not (like.names or like.title > 1) and line.text.count(" ") <= _DEGREE_WORDS
    degree = degree and (like.year or _DEGREE_AND_SCHOOL.match(line.text) is not None)
    located = located or degree
    venue = (like.venue >= 1 and not like.only_names) or like.status or located
    short = like.title > 0 and like.first > 0 and (venue or like.pages or like.year)
    title = (like.title >= 0.75 or short) and not (like.only_names or located or is_button_line(line.text))
    placed = like.year and not like.names and cues.VENUE_FIRST.match(line.text) is not None
    leads = "venue" if placed else "title" if title else "venue" if venue or like.year else ""
    leads = "names" if like.first > 1 or like.only_names or (like.first > 0 and like.dated_names) else leads
    return Part(names, title, venue, like.year, like.identified, leads)


def _begins_with_a_journal(text: str) -> bool:
    """Whether a line begins with a journal and its volume: `Genome Research, 32, 1540–1552 (2022), open access`."""
    found = _JOURNAL_START.match(text)
    return found is not None and cues.AFTER_JOURNAL.match(text, found.end()) is not None


def _is_long(text: str) -> bool:
    return len(text) > 160


def _is_wrapped(text: str) -> bool:
    """Whether a line is so long that its sentence may go on in the next."""
    return 60 < len(text) < 130
