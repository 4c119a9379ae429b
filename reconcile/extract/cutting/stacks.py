"""Lists whose entries stand on lines of their own, with no empty line between: title, names, where it appeared.

`Wool in Rain` / `Ann Bee, Otto Fane` / `SIGSHEEP 2020, Lund` / `pdf` / `Felt` / … What says where each begins are the
lines of names: the title stands above each. Headings between two entries belong to neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from reconcile.documents.blocks.labels import label_end
from reconcile.extract.cutting.parts import part_of
from reconcile.extract.lines.stretch import Line, as_title
from reconcile.extract.looks.likeness import is_button_line
from reconcile.extract.placing.headings import reads_as_heading

_BETWEEN = re.compile(r"\s*(?:,(?: and)?|\band\b|&)\s+")
_FEWEST = 3  # entries of such a list
_LONGEST_BETWEEN = 50  # characters of a heading or a note between two entries; a title that is wrapped has more


def stacks(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in groups, an entry or what stands between two each; nothing where they are no such list."""
    only_names = [part_of(line).only_names and not label_end(line.text) for line in lines]
    lists = [_BETWEEN.split(line.text.strip()) for line, names in zip(lines, only_names, strict=True) if names]
    listed = {name for people in lists if len(people) > 1 for name in people}
    named = [at for at, line in enumerate(lines) if only_names[at] and _names_people(line.text.strip(), listed)]
    if len(named) < _FEWEST or named[0] == 0 or not all(_is_title(lines[at - 1]) for at in named):
        return []
    starts = [at - 1 for at in named]
    groups = [list(lines[: starts[0]])]
    for start, after in pairwise([*starts, len(lines)]):
        end = _end(lines, start + 2, after)
        between = lines[end:after]
        if after < len(lines) and any(len(line.text) > _LONGEST_BETWEEN for line in between):
            return []
        groups += [[as_title(lines[start]), *lines[start + 1 : end]], list(between)]
    return [group for group in groups if group]


def _end(lines: Sequence[Line], at: int, limit: int) -> int:
    """Return where an entry ends of which line `at` is the first below its names."""
    first = at
    while at < limit:
        part, text = part_of(lines[at]), lines[at].text
        located = (part.venue or part.year or part.linked) and not (at > first and reads_as_heading(text))
        if not (located or is_button_line(text)):
            break
        at += 1
    return at


def _names_people(text: str, listed: Set[str]) -> bool:
    """Whether a line that reads as names is some: one alone where others name that person beside others."""
    return text in listed or _BETWEEN.search(text) is not None


def _is_title(line: Line) -> bool:
    part = part_of(line)
    return part.title and not (part.names or part.year or part.linked) and not label_end(line.text)
