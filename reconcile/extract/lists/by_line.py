"""A file of one reference a line and nothing else: there a line is an entry, whatever the one above it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from reconcile.documents.blocks.block import Block, Kind
from reconcile.extract.cutting.joining import goes_on
from reconcile.extract.cutting.parts import Part, part_of
from reconcile.extract.cutting.splitting import without_label
from reconcile.extract.lines.stretch import Line, lines_of
from reconcile.extract.looks.likeness import is_button_line, likeness
from reconcile.extract.placing.sections import Placed, placed
from reconcile.extract.refusing.outcasts import reason_against
from reconcile.extract.words import cues

Judged = tuple[Placed, str | None]

_FEWEST = 8  # entries of such a file
_LOOKED_AT = 400  # lines, at most
_WHOLE = 0.8  # and how many of its lines say by themselves all that an entry must
# What stands below an entry and is no other: `doi:10.1/2`, `https://…`, `Code: …`, `* equal contribution`.
_BESIDE = re.compile(
    r"\s*(?:[(*†‡§¹²∗#]|(?:arxiv|available|code|data|doi|isbn|https?|pdf|slides|url|video)\s?:)", re.IGNORECASE
)


def is_by_line(blocks: Sequence[Block]) -> bool:
    """Whether a document has no headings, and nearly every line of it is a whole entry."""
    if any(block.kind not in (Kind.PARAGRAPH, Kind.ITEM) for block in blocks):
        return False
    if all("\n" not in block.text.strip() for block in blocks):
        return False  # whatever they are, they are parted
    every = (line for index, block in enumerate(blocks) for line in lines_of(block, index) if line.text.strip())
    lines = list(islice(every, _LOOKED_AT))
    whole = sum(_is_whole(part_of(line)) for line in lines)
    return whole >= _FEWEST and whole >= _WHOLE * len(lines)


def entries_by_line(blocks: Sequence[Block]) -> Iterator[Placed]:
    """Yield a stretch for each line, with those below that only go on."""
    for item in placed(blocks):
        group: list[Line] = []
        for line in item.stretch.lines:
            if group and not _is_more(line):
                yield Placed(item.stretch.with_lines(group), item.place)
                group = []
            group.append(line)
        yield Placed(item.stretch.with_lines(group), item.place)


def _is_more(line: Line) -> bool:
    """Whether a line says more of the entry above it: where it is, or where it appeared and no name or title."""
    if goes_on(line) or _BESIDE.match(line.text) or is_button_line(line.text):
        return True
    return part_of(line).only_venue and cues.VENUE_OR_STATE_FIRST.match(line.text) is not None


def with_bare_titles(found: Iterable[Judged]) -> list[Judged]:
    """Return the judgements on such lines, with those that are a title and no more, or say what else they are."""
    return [(item, _judged(item) if reason is None else reason) for item, reason in found]


def _judged(item: Placed) -> str | None:
    bare = without_label(item.stretch)
    like = likeness(bare.text, bare.marks)
    reason = reason_against(bare, item.place, like)
    return reason if reason or (like.title >= 1 and not like.against) else None


def _is_whole(part: Part) -> bool:
    """Whether a line is a whole entry, or one whose title its venue hides: `[SIGSHEEP 2020] Felt. Anna Bee, C. Dee.`"""
    return part.whole or (part.names and part.venue and part.year)
