"""Under which headings every line of a document stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reconcile.documents.blocks.block import BAR, Block, Kind
from reconcile.documents.blocks.labels import label_end, without_legend
from reconcile.documents.fields.columns import canonical
from reconcile.extract.lines.stretch import Line, Stretch, cut, lines_of
from reconcile.extract.looks.likeness import likeness
from reconcile.extract.placing.headings import (
    ENDS_SENTENCE,
    FEW_WORDS,
    LONGEST,
    is_citing,
    is_of_journalism,
    is_unfinished,
    known_topic,
    reads_as_heading,
    says,
    spans_years,
    year_of,
)
from reconcile.extract.placing.once import YEAR_ALONE, Once, once_in
from reconcile.extract.placing.portals import is_class
from reconcile.extract.words.topics import OF_ALL, REVIEWED, THESES, Topic

# A heading of as many words may be a title; one of as many letters even if it has names in it.
_TITLE_WORDS = 3
_LONG_TITLE = 60
_WHOLE_ENTRY = 14  # an entry with its title has more words
_FEWEST_BOLD = 3  # headings in bold letters of a document that has no others
_NEAR = 8  # blocks below a heading that are looked at
_BELOW_ITEMS = frozenset({Topic.PUBLICATIONS, Topic.SUPERVISION, Topic.TEACHING, Topic.GRANTS, Topic.EDUCATION})
_OF_WORKS = frozenset({Topic.PUBLICATIONS, Topic.PATENTS})
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


def placed(blocks: Sequence[Block]) -> Iterator[Placed]:
    """Yield the document's stretches, a block each (or its part between two headings), each with its place."""
    stack: list[_Heading] = []
    once = once_in(blocks)
    bold = _has_bold_headings(blocks)
    for index, block in enumerate(blocks):
        lines = _lines(block, index)
        if block.kind is Kind.ENTRY:
            yield Placed(Stretch(lines, block.kind, block.level, block.fields), _place(stack))
            continue
        if block.kind is Kind.HEADING and not _is_in_entry(block, blocks, index, _place(stack)):
            _push(stack, block.text.strip(), block.level, cites=_cites(block.text, _under(blocks, index)))
            continue
        if _is_bold_heading(lines, block, blocks[index + 1 : index + 2], among=bold):
            _push(stack, block.text.strip(), 0, cites=_cites(block.text, _under(blocks, index)))
            continue
        rest: list[Line] = []
        for line in lines:
            if _ends_entry(line, rest) or not _is_heading(line, lines, block, once):
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
    head, bar, rest = line.text[: 2 * LONGEST].partition(BAR)
    columns = rest.split(BAR)
    if not bar or len(rest.split()) < 2 or not reads_as_heading(head) or all(map(canonical, columns)):
        return (line,)
    return cut(line, 0, len(head)), cut(line, len(head) + len(bar), len(line.text))


def _parted_heading(line: Line) -> tuple[Line, ...]:
    """Return a line in two where it begins with a heading: `Publications: [1] A. Bee …`."""
    head, colon, rest = line.text[:LONGEST].partition(":")
    if not colon or len(rest.split()) < 2 or not reads_as_heading(head):
        return (line,)
    if known_topic(head) != (Topic.PUBLICATIONS, False):
        return (line,)
    return cut(line, 0, len(head)), cut(line, len(head) + 1, len(line.text))


def _is_heading(line: Line, lines: Sequence[Line], block: Block, once: Once) -> bool:
    """Whether a line of a block that is no heading by markup is one all the same; a button (`[Project]`) is none."""
    said = len(without_legend(line.text)) if len(line.text) < 4 * LONGEST else len(line.text)
    if any(mark.url and mark.start < said for mark in line.marks):
        return False
    if spans_years(line.text):
        return len(lines) == 1 or (once.dated and block.kind is Kind.PARAGRAPH)
    if block.kind is Kind.ROW:
        if len(lines) > 1:
            return line is lines[0] and reads_as_heading(line.text)
        if BAR in line.text:
            return year_of(line.text) is not None
        return year_of(line.text) is not None or reads_as_heading(line.text) or _is_bold_cell(line)
    if block.kind is Kind.ITEM:
        if len(lines) == 1:
            return YEAR_ALONE.match(line.text) is not None or reads_as_heading(line.text)
        if line is lines[0]:
            # `5. GRANTS` over lines that hang on it; in Europass a label set apart; `5. Grants` is no kind of work
            apart = line.text.isupper() or _is_set_apart(line)
            return reads_as_heading(line.text) and (apart or _is_of_no_work(line.text, once))
        return _ends_the_list(line, lines, once)
    if YEAR_ALONE.match(line.text):
        return (once.years and line.text.strip()[:1] != "(") or len(lines) == 1
    if line is lines[0] and len(lines) > 1 and _is_bold(line) and label_end(lines[1].text) and not label_end(line.text):
        return known_topic(line.text)[0] is not None
    apart = len(lines) == 1 or line is lines[0] or line.text.isupper() or _is_set_apart(line)
    return apart and reads_as_heading(line.text)


def _is_of_no_work(label: str, once: Once) -> bool:
    """Whether a label says of no work of which kind it is: it stands there once, and names something else."""
    other = known_topic(label)[0] not in _OF_WORKS or is_of_journalism(label)
    return other and label.strip() not in once.firsts


def _ends_entry(line: Line, before: Sequence[Line]) -> bool:
    """Whether a year alone on a line is the last word of the entry above: `Firenze, Olmo,` and below it `2013.`"""
    return bool(before) and before[-1].text.rstrip().endswith(",") and bool(YEAR_ALONE.match(line.text))


def _is_bold(line: Line) -> bool:
    """Whether the whole of a line is in bold letters."""
    return any(mark.kind == "strong" and mark.end - mark.start >= len(line.text.strip()) for mark in line.marks)


def _is_set_apart(line: Line) -> bool:
    """Whether the whole of a line is in bold letters or in italics."""
    return _is_bold(line) or any(
        mark.kind == "emphasis" and mark.end - mark.start >= len(line.text.strip()) for mark in line.marks
    )


def _is_bold_cell(line: Line) -> bool:
    """Whether the only cell of a row is a few bold words that name a topic."""
    return _is_bold(line) and len(line.text.split()) <= FEW_WORDS + 1 and known_topic(line.text)[0] is not None


def _is_emphatic(block: Block) -> bool:
    """Whether the whole of a heading is in italics."""
    return any(mark.kind == "emphasis" and mark.end - mark.start >= len(block.text.strip()) for mark in block.marks)


def _ends_the_list(line: Line, lines: Sequence[Line], once: Once) -> bool:
    """Whether a line of an item that has several, as a copied page has them, is the heading of what follows.

    In capitals it may stand anywhere. Else it is the last, names what no entry says of itself, stands there once, and
    below a full stop.
    """
    if not reads_as_heading(line.text):
        return False
    if line.text.isupper():
        return True
    if line is not lines[-1] or len(line.text.split()) < 2 or line.text.strip() in once.lasts:
        return False
    if is_unfinished(line.text) or is_class(line.text):
        return False  # the work's own state or kind
    return known_topic(line.text)[0] in _BELOW_ITEMS and lines[-2].text.rstrip()[-1:] in ".)0123456789"


def _has_bold_headings(blocks: Sequence[Block]) -> bool:
    """Whether the headings of a document are lines in bold letters, and nothing else of its markup says it."""
    headings = [lines_of(block, at) for at, block in enumerate(blocks) if block.kind is Kind.HEADING]
    return len(headings) >= _FEWEST_BOLD and all(len(lines) == 1 and _is_bold(lines[0]) for lines in headings)


def _is_bold_heading(lines: Sequence[Line], block: Block, after: Sequence[Block], *, among: bool = False) -> bool:
    """Whether a paragraph of a few words in bold letters says what follows, and is no title above its authors.

    `among` others that are headings, it is one over a whole entry, whatever it says.
    """
    if block.kind is not Kind.PARAGRAPH or len(lines) != 1 or not after or not _is_bold(lines[0]):
        return False
    if any(mark.url for mark in lines[0].marks) or len(lines[0].text.split()) > FEW_WORDS + 1:
        return False
    if ENDS_SENTENCE.search(lines[0].text.rstrip()):
        return False
    if known_topic(lines[0].text)[0] is None:
        below = likeness(after[0].text, after[0].marks)
        return among and below.title >= 1 and below.year
    following = likeness(after[0].text)
    return not following.first or following.title >= 1


def _is_in_entry(block: Block, blocks: Sequence[Block], index: int, place: Place) -> bool:
    """Whether a heading is a line of an entry: its title, or a venue in capitals that was taken for a heading."""
    venue = block.level == 0 and known_topic(block.text)[0] is None and year_of(block.text) is None
    return (venue and likeness(block.text).venue >= 1) or _is_title(block, blocks, index, place)


def _is_title(block: Block, blocks: Sequence[Block], index: int, place: Place) -> bool:
    """Whether a heading is the title of a publication: long, of unknown topic, and followed by names."""
    text = block.text.strip()
    if year_of(text) or len(text.split()) < _TITLE_WORDS or known_topic(text)[0] is not None:
        return False
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if after is None or after.kind is Kind.HEADING:
        return False
    if sum(likeness(under.text).first > 0 for under in _under(blocks, index)) > 1:
        return False  # a list of works under the name of their topic
    this, following = likeness(text), likeness(after.text)
    if this.only_names and this.names == 1:
        return False  # whose page it is
    if place.topic is Topic.PUBLICATIONS and _is_emphatic(block) and following.year and following.title < 1:
        return True  # a book's title in italics over its imprint
    whole = following.year and following.title >= 1 and len(after.text.split()) > _WHOLE_ENTRY
    if whole and len(text.split()) == _TITLE_WORDS:
        return False  # the name of a kind, over its only work
    if this.first or (len(text) > _LONG_TITLE and this.names):
        return place.topic is Topic.PUBLICATIONS
    return following.first > 1 or (place.topic is Topic.PUBLICATIONS and following.first > 0)


def _under(blocks: Sequence[Block], index: int) -> Iterator[Block]:
    """Yield the blocks between a heading and the next one, a few at most."""
    return takewhile(lambda block: block.kind is not Kind.HEADING, blocks[index + 1 : index + 1 + _NEAR])


def _cites(heading: str, under: Iterable[Block]) -> bool:
    """Whether a heading stands over the works that a text cites; over people who speak for somebody, no years stand."""
    if not is_citing(heading):
        return False
    found = [likeness(block.text) for block in under]
    works = sum(like.year and bool(like.first or like.title) for like in found)
    return works * 2 > len(found)


def _push(stack: list[_Heading], text: str, level: int, *, cites: bool) -> None:
    """Put a heading on the stack in place of those that it ends."""
    topic, weak = (Topic.PUBLICATIONS, False) if cites else known_topic(text)
    year = year_of(text)
    depth = level if level else _depth(stack, topic, year, within=_kinds_of(text) if weak else None)
    if not level and spans_years(text):
        depth = _YEAR
    while stack and stack[-1].level >= depth:
        stack.pop()
    stack.append(_Heading(depth, " ".join(text.split()), topic, year, weak))


def _kinds_of(heading: str) -> Topic | None:
    """Return under which other topic a heading names a kind of it: journals that are reviewed, theses advised."""
    if says(heading, REVIEWED):
        return Topic.SERVICE
    return Topic.SUPERVISION if says(heading, THESES) else None


def _depth(stack: list[_Heading], topic: Topic | None, year: int | None, *, within: Topic | None) -> int:
    """Return how deep a heading stands whose document does not say it.

    One that names publications and their year stands over their kinds, unless another names publications over it.
    """
    over = next((heading for heading in reversed(stack) if heading.level <= _MAJOR), None)
    if year is not None:
        first = topic is Topic.PUBLICATIONS and (over is None or over.topic is not topic or over.year is not None)
        return _MAJOR if first else _YEAR
    if over and topic is Topic.PUBLICATIONS and over.topic is Topic.PUBLICATIONS:
        return _MINOR
    if over and within is not None and over.topic is within:
        return _MINOR
    return _MAJOR


def _place(stack: list[_Heading]) -> Place:
    """Return the place under the headings of the stack; a weak heading yields to an outer one that is sure.

    What a page's title says of the whole of it, `CV and publications`, yields to any other.
    """
    topic = Topic.UNKNOWN
    telling = [heading for heading in stack if heading.topic is not None]
    for heading in [heading for heading in telling if not says(heading.text, OF_ALL)] or telling:
        if heading.topic is not None and not (heading.weak and topic is not Topic.UNKNOWN):
            topic = heading.topic
    year = next((heading.year for heading in reversed(stack) if heading.year is not None), None)
    return Place(tuple(heading.text for heading in stack), topic, year)
