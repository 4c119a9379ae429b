"""A unified diff of a text of which is known piece by piece what became of it: in linear time, however long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_CONTEXT = 3
# Pairs of lines: an entry of a thousand lines that are all changed. Beyond, they are one change.
_MOST_COMPARED = 1_000_000
_NO_END = "\\ No newline at end of file\n"
Operation = tuple[str, int, int, int, int]


def unified(pieces: Iterable[tuple[str, str]], name: str) -> str:
    """Return the diff of pieces before and after, in the form that `patch` reads; empty where nothing differs."""
    before: list[str] = []
    after: list[str] = []
    every: list[Operation] = []
    for left, right in _whole_lines(pieces):
        mine, theirs = _LINE.findall(left), _LINE.findall(right)
        at, other = len(before), len(after)
        every += [(tag, a + at, b + at, c + other, d + other) for tag, a, b, c, d in _operations(mine, theirs)]
        before += mine
        after += theirs
    if all(operation[0] == "equal" for operation in every):
        return ""
    return "".join([f"--- {name}\n+++ {name}\n", *_hunks(_merged(every), before, after)])


def _whole_lines(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield pieces joined to such that end where lines end, on both sides."""
    left: list[str] = []
    right: list[str] = []
    for before, after in pieces:
        left.append(before)
        right.append(after)
        if before.endswith("\n") and after.endswith("\n"):
            yield "".join(left), "".join(right)
            left, right = [], []
    if left:
        yield "".join(left), "".join(right)


def _operations(before: list[str], after: list[str]) -> Iterator[Operation]:
    """Yield what makes the lines after of those before; what is alike at both ends is not compared with all else."""
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    tail = next((at for at in range(shorter - head) if before[-1 - at] != after[-1 - at]), shorter - head)
    if head:
        yield "equal", 0, head, 0, head
    left, right = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(left) * len(right) > _MOST_COMPARED:
        yield "replace", head, head + len(left), head, head + len(right)
    elif left or right:
        operations = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        yield from ((tag, a + head, b + head, c + head, d + head) for tag, a, b, c, d in operations)
    if tail:
        yield "equal", len(before) - tail, len(before), len(after) - tail, len(after)


def _merged(every: Iterable[Operation]) -> list[Operation]:
    """Return the operations with equal neighbours joined."""
    merged: list[Operation] = []
    for operation in every:
        if merged and merged[-1][0] == operation[0] == "equal":
            merged[-1] = ("equal", merged[-1][1], operation[2], merged[-1][3], operation[4])
        elif operation[2] > operation[1] or operation[4] > operation[3]:
            merged.append(operation)
    return merged


def _hunks(every: list[Operation], before: list[str], after: list[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, "", "")
    matcher.opcodes = every  # type: ignore[attr-defined]  # the grouping is difflib's, the operations are known
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for tag, a, b, c, d in group:
            if tag == "equal":
                yield from (_line(" ", text) for text in before[a:b])
                continue
            yield from (_line("-", text) for text in before[a:b])
            yield from (_line("+", text) for text in after[c:d])


def _line(sign: str, text: str) -> str:
    return sign + text if text.endswith("\n") else f"{sign}{text}\n{_NO_END}"


def _range(start: int, stop: int) -> str:
    length = stop - start
    return f"{start + 1}" if length == 1 else f"{start + 1 if length else start},{length}"
