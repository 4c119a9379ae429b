"""What a heading says, and under which headings every line of a document stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from reconcile.documents.block import BAR, Block, Kind
from reconcile.documents.labels import without_legend
from reconcile.extract.likeness import likeness
from reconcile.extract.stretch import Line, Stretch, cut, lines_of
from reconcile.extract.topics import CITING, FILLERS, REST, REVIEWED, STRONG, WEAK, Topic
from sources.text import fold

_YEAR_ALONE = re.compile(r"\W{0,3}((?:19|20)\d\d)\W{0,3}\Z")
_YEAR_HEADING = re.compile(
    r"\W{0,3}(?:year|jahr|papers|publications|in|since|published in|año|année)?\W{0,3}"
    r"((?:19|20)\d\d)(?:\W{0,3}(?:publications|papers|年|\(\d{1,3}\)))?\W{0,3}\Z",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,40}\]|\d+")
_LETTERED = re.compile(r"\A[A-Z][.)]\s+")
_ORNAMENT = re.compile(r"^[^\w(\[\u201c\"-]+")
_UNSPACED = re.compile(r"[\u3040-\u9fff\uac00-\ud7af、与和及 ]{2,12}\Z")
_UNSPACED_FIRST = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_LONGEST_HEADING = 80
# A heading of more words must consist of a heading's words, to be no title.
_FEW_WORDS = 4
# A heading of as many words may be a title; one of as many letters even if it has names in it.
_TITLE_WORDS = 3
_LONG_TITLE = 60
_NEAR = 8  # blocks below a heading that are looked at
_SENTENCE_END = (".", "!", "?", ";", ",")
# How deep a heading without a level is taken to be: a section, a kind of publication in it, a year.
_MAJOR, _MINOR, _YEAR = 10, 20, 30


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: the headings above it (outermost first), what they say, and the year they give."""

    path: tuple[str, ...] = ()
    topic: Topic = Topic.UNKNOWN
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch of a document with its place."""

    stretch: Stretch
    place: Place


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    text: str
    topic: Topic | None
    year: int | None
    weak: bool = False


def topic_of(heading: str) -> Topic:
    """Return what a heading says.

    >>> topic_of("Selected Publications (2020-present)"), topic_of("Paper reviewing"), topic_of("On sheep")
    (<Topic.PUBLICATIONS: 'publications'>, <Topic.SERVICE: 'service'>, <Topic.UNKNOWN: 'unknown'>)
    """
    return _topic(heading)[0] or Topic.UNKNOWN


def year_of(heading: str) -> int | None:
    """Return the year that a heading consists of.

    >>> year_of("— 2021 —"), year_of("2019 - 2021")
    (2021, None)
    """
    found = _YEAR_HEADING.match(heading.strip())
    return int(found.group(1)) if found else None


def reads_as_heading(line: str) -> bool:
    """Whether a line without heading markup is one by its words: all of them are those of section headings.

    >>> reads_as_heading("PUBLICATIONS (2020-PRESENT, SELECTED)"), reads_as_heading("Journal of Sheep")
    (True, False)
    """
    text = without_legend(_ORNAMENT.sub("", line[: 4 * _LONGEST_HEADING]).rstrip(" :：")).rstrip(" :：")
    if not text or len(text) > _LONGEST_HEADING or text.endswith(_SENTENCE_END):
        return False
    if _UNSPACED.match(text):
        return _topic(text)[0] is not None
    known, words = _vocabulary(), fold(_ASIDE.sub(" ", _LETTERED.sub("", text))).split()
    return bool(words) and all(word in known for word in words) and _topic(text)[0] is not None


def placed(blocks: Sequence[Block]) -> Iterator[Placed]:
    """Yield the document's stretches, a block each (or its part between two headings), each with its place."""
    stack: list[_Heading] = []
    years_once = _years_stand_once(blocks)
    for index, block in enumerate(blocks):
        lines = _lines(block, index)
        if block.kind is Kind.ENTRY:
            yield Placed(Stretch(lines, block.kind, block.level, block.fields), _place(stack))
            continue
        if block.kind is Kind.HEADING and not _is_in_entry(block, blocks, index, _place(stack)):
            _push(stack, block.text.strip(), block.level, cites=_cites(block.text, _under(blocks, index)))
            continue
        rest: list[Line] = []
        for line in lines:
            if not _is_heading(line, lines, block, years_once=years_once):
                rest.append(line)
                continue
            if rest:
                yield Placed(Stretch(tuple(rest), block.kind, block.level), _place(stack))
                rest = []
            _push(stack, line.text.strip(), 0, cites=_cites(line.text, _under(blocks, index)))
        if rest:
            yield Placed(Stretch(tuple(rest), block.kind, block.level), _place(stack))


def _lines(block: Block, index: int) -> tuple[Line, ...]:
    """Return the lines of a block that have text; those of a paragraph with a heading before the text parted."""
    lines = tuple(line for line in lines_of(block, index) if line.text.strip() or block.fields)
    if block.kind is Kind.PARAGRAPH and lines:
        return (*_parted_heading(lines[0]), *lines[1:])
    if block.kind is Kind.ROW and lines:
        return (*_parted_cell(lines[0]), *lines[1:])
    return lines


def _parted_cell(line: Line) -> tuple[Line, ...]:
    """Return a line in two where a table has a heading in its first column: `Publications | A. Bee …`."""
    head, bar, rest = line.text[: 2 * _LONGEST_HEADING].partition(BAR)
    if not bar or len(rest.split()) < 2 or not reads_as_heading(head):
        return (line,)
    return cut(line, 0, len(head)), cut(line, len(head) + len(bar), len(line.text))


def _parted_heading(line: Line) -> tuple[Line, ...]:
    """Return a line in two where it begins with a heading: `Publications: [1] A. Bee …`."""
    head, colon, rest = line.text[:_LONGEST_HEADING].partition(":")
    if not colon or len(rest.split()) < 2 or not reads_as_heading(head):
        return (line,)
    if _topic(head) != (Topic.PUBLICATIONS, False):
        return (line,)
    return cut(line, 0, len(head)), cut(line, len(head) + 1, len(line.text))


def _is_heading(line: Line, lines: Sequence[Line], block: Block, *, years_once: bool) -> bool:
    """Whether a line of a block that is no heading by markup is one all the same; a button (`[Project]`) is none."""
    if any(mark.url for mark in line.marks):
        return False
    if block.kind is Kind.ROW:
        if len(lines) > 1:
            return line is lines[0] and reads_as_heading(line.text)
        return year_of(line.text) is not None
    if block.kind is Kind.ITEM:
        return len(lines) == 1 and (_YEAR_ALONE.match(line.text) is not None or reads_as_heading(line.text))
    if _YEAR_ALONE.match(line.text):
        return (years_once and line.text.strip()[:1] != "(") or len(lines) == 1
    return reads_as_heading(line.text) and (len(lines) == 1 or line is lines[0] or line.text.isupper())


def _years_stand_once(blocks: Sequence[Block]) -> bool:
    """Whether no year stands twice alone on a line: then they are headings, else the last lines of entries."""
    years = [
        line.strip()
        for block in blocks
        if block.kind is Kind.PARAGRAPH
        for line in block.text.split("\n")
        if _YEAR_ALONE.match(line)
    ]
    return len(years) == len(set(years))


def _is_in_entry(block: Block, blocks: Sequence[Block], index: int, place: Place) -> bool:
    """Whether a heading is a line of an entry: its title, or a venue in capitals that was taken for a heading."""
    venue = block.level == 0 and _topic(block.text)[0] is None and year_of(block.text) is None
    return (venue and likeness(block.text).venue >= 1) or _is_title(block, blocks, index, place)


def _is_title(block: Block, blocks: Sequence[Block], index: int, place: Place) -> bool:
    """Whether a heading is the title of a publication: long, of unknown topic, and followed by names."""
    text = block.text.strip()
    if year_of(text) or len(text.split()) < _TITLE_WORDS or _topic(text)[0] is not None:
        return False
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if after is None or after.kind is Kind.HEADING:
        return False
    if sum(likeness(under.text).first > 0 for under in _under(blocks, index)) > 1:
        return False  # a list of works under the name of their topic
    this, following = likeness(text), likeness(after.text)
    if this.first or (len(text) > _LONG_TITLE and this.names):
        return place.topic is Topic.PUBLICATIONS
    return following.first > 1 or (place.topic is Topic.PUBLICATIONS and following.first > 0)


def _under(blocks: Sequence[Block], index: int) -> Iterator[Block]:
    """Yield the blocks between a heading and the next one, a few at most."""
    return takewhile(lambda block: block.kind is not Kind.HEADING, blocks[index + 1 : index + 1 + _NEAR])


def is_citing(heading: str) -> bool:
    """Whether a heading is one over what a text cites, or over people: `7 References`.

    >>> is_citing("7 References"), is_citing("Publications")
    (True, False)
    """
    return fold(_ASIDE.sub(" ", heading[: 2 * _LONGEST_HEADING])) in CITING


def _cites(heading: str, under: Iterable[Block]) -> bool:
    """Whether a heading stands over the works that a text cites; over people who speak for somebody, no years stand."""
    if not is_citing(heading):
        return False
    found = [likeness(block.text) for block in under]
    works = sum(like.year and bool(like.first or like.title) for like in found)
    return works * 2 > len(found)


def _push(stack: list[_Heading], text: str, level: int, *, cites: bool) -> None:
    """Put a heading on the stack in place of those that it ends."""
    topic, weak = (Topic.PUBLICATIONS, False) if cites else _topic(text)
    year = year_of(text)
    depth = level if level else _depth(stack, topic, year, reviewed=weak and _says(text, REVIEWED))
    while stack and stack[-1].level >= depth:
        stack.pop()
    stack.append(_Heading(depth, " ".join(text.split()), topic, year, weak))


def _depth(stack: list[_Heading], topic: Topic | None, year: int | None, *, reviewed: bool) -> int:
    """Return how deep a heading stands whose document does not say it."""
    if year is not None:
        return _YEAR
    over = next((heading for heading in reversed(stack) if heading.level <= _MAJOR), None)
    if over and topic is Topic.PUBLICATIONS and over.topic is Topic.PUBLICATIONS:
        return _MINOR
    if over and reviewed and over.topic is Topic.SERVICE:
        return _MINOR
    return _MAJOR


def _place(stack: list[_Heading]) -> Place:
    """Return the place under the headings of the stack; a weak heading yields to an outer one that is sure."""
    topic = Topic.UNKNOWN
    for heading in stack:
        if heading.topic is not None and not (heading.weak and topic is not Topic.UNKNOWN):
            topic = heading.topic
    year = next((heading.year for heading in reversed(stack) if heading.year is not None), None)
    return Place(tuple(heading.text for heading in stack), topic, year)


@lru_cache(maxsize=5000)
def _topic(heading: str) -> tuple[Topic | None, bool]:
    """Return the topic of a heading, and whether only a weak word says it."""
    heading = without_legend(heading)
    if len(heading) > _LONGEST_HEADING:
        return None, False
    plain = fold(heading)
    if len(plain.split()) > _FEW_WORDS and not _is_mostly_known(heading):
        return None, False
    strong = _says(heading, STRONG)
    rest = next((topic for topic, phrases in REST if _says(heading, phrases)), None)
    if strong and (rest not in (Topic.SERVICE, Topic.AWARDS, Topic.SUPERVISION) or "and" in plain.split()):
        return Topic.PUBLICATIONS, False
    if rest is not None or strong:
        return rest or Topic.PUBLICATIONS, False
    return (Topic.PUBLICATIONS, True) if _says(heading, WEAK) else (None, False)


def _is_mostly_known(heading: str) -> bool:
    """Whether half of a long heading's words, or all before its colon, are those of headings: titles are not."""
    words, before = fold(heading).split(), fold(heading.partition(":")[0]).split()
    known = _vocabulary()
    return 2 * sum(word in known for word in words) >= len(words) or all(word in known for word in before)


def _says(heading: str, phrases: str) -> bool:
    """Whether a heading has one of the phrases."""
    spaced, unspaced = _parted(phrases)
    words = fold(heading).split()
    if any(phrase in heading for phrase in unspaced):
        return True
    return any(" ".join(words[at : at + length]) in spaced for length in range(1, 5) for at in range(len(words)))


@cache
def _parted(phrases: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the phrases of a row: those of scripts with spaces, and those without."""
    every = phrases.split("|")
    unspaced = tuple(phrase for phrase in every if _UNSPACED_FIRST.match(phrase))
    return frozenset(fold(phrase) for phrase in every if phrase not in unspaced), unspaced


@cache
def _vocabulary() -> frozenset[str]:
    """Return every word that headings without markup may consist of."""
    rows = [STRONG, WEAK, *(phrases for _, phrases in REST)]
    return FILLERS | {word for row in rows for phrase in row.split("|") for word in fold(phrase).split()}
