"""Lists whose entries stand on lines of their own, with no empty line between: title, names, where it appeared.

`Wool in Rain` / `Ann Bee, Otto Fane` / `SIGSHEEP 2020, Lund` / `pdf` / `Felt` / … What says where each begins are the
lines of names: the title stands above each. Headings between two entries belong to neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reconcile.documents.block import Mark
from reconcile.documents.labels import label_end
from reconcile.extract.headings import reads_as_heading
from reconcile.extract.likeness import is_button_line
from reconcile.extract.parts import part_of
from reconcile.extract.stretch import Line

_FEWEST = 3  # entries of such a list
_LONGEST_BETWEEN = 50  # characters of a heading or a note between two entries; a title that is wrapped has more


def stacks(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in groups, an entry or what stands between two each; nothing where they are no such list."""
    named = [at for at, line in enumerate(lines) if _are_names(line, lines)]
    if len(named) < _FEWEST or named[0] == 0 or not all(_is_title(lines[at - 1]) for at in named):
        return []
    starts = [at - 1 for at in named]
    groups = [list(lines[: starts[0]])]
    for start, after in pairwise([*starts, len(lines)]):
        end = _end(lines, start + 2, after)
        between = lines[end:after]
        if after < len(lines) and any(len(line.text) > _LONGEST_BETWEEN for line in between):
            return []
        groups += [[_as_title(lines[start]), *lines[start + 1 : end]], list(between)]
    return [group for group in groups if group]


def _as_title(line: Line) -> Line:
    """Return a line marked as a title, so that a full one is not taken to go on in the names below it."""
    return replace(line, marks=(Mark(0, len(line.text), "strong"), *line.marks))


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


def _are_names(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is names and nothing else; one alone is some if others name that person beside others."""
    if not part_of(line).only_names or label_end(line.text):
        return False
    text = line.text.strip()
    return "," in text or " and " in text or any(text in other.text for other in lines if other is not line)


def _is_title(line: Line) -> bool:
    part = part_of(line)
    return part.title and not (part.names or part.year or part.linked) and not label_end(line.text)
