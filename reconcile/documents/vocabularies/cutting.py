"""Where the records stand in an XML file: found by their tags, so that a broken one costs only itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from reconcile.documents.blocks.unreadable import MAX_RECORDS
from reconcile.documents.vocabularies.form import Vocabulary

# What hides tags, and where it ends.
_HIDING = {"<!--": "-->", "<![CDATA[": "]]>"}
_MOST_SCANS = 5
_MOST_UNENDED = 30  # more than are told


class Piece(NamedTuple):
    """A record: the name of its element without the prefix, and where it stands."""

    name: str
    start: int
    stop: int


def cut(text: str, form: Vocabulary) -> tuple[list[Piece], list[int]]:
    """Return the records of a text in their order, and where those begin that have no end.

    Of an element within one of its own name the inner one is the record, as where a protocol wraps a `record` into
    another; within one of another name it is a part of it.
    """
    names = form.records | form.shared
    tag = re.compile(
        rf"<(?P<close>/?)(?:[\w.-]+:)?(?P<name>{'|'.join(map(re.escape, sorted(names | form.apart)))})(?=[\s/>])"
        r"(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+>|<!--|<!\[CDATA\["
    )
    found: dict[int, Piece] = {}
    unended: list[int] = []
    at = 0
    for _ in range(_MOST_SCANS):
        walk = _Walk(form.apart, found)
        walk.over(text, at, tag)
        unended += [start for start, _ in walk.open[: 1 if len(names) > 1 else _MOST_UNENDED]]
        if not walk.open or len(names) == 1:
            break
        at = unended[-1] + 1  # those of other names were taken for parts of it
    return sorted(found.values(), key=lambda piece: piece.start), unended


class _Walk:
    """One way over the tags: `open` are the starts of open records, and whether each has one of its name in it."""

    def __init__(self, apart: frozenset[str], found: dict[int, Piece]) -> None:
        self.apart = apart
        self.found = found
        self.open: list[list[int]] = []
        self.name = ""
        self.depth = 0  # of elements that are apart
        self.inside = 0  # of elements named like the open record within these

    def over(self, text: str, at: int, tag: re.Pattern[str]) -> None:
        """Note the records from a place on, one more of them than are read at most."""
        while tagged := tag.search(text, at):
            if len(self.found) > MAX_RECORDS:
                self.open.clear()
                return
            at = tagged.end()
            if end := _HIDING.get(tagged[0]):
                past = text.find(end, at)
                if past < 0:
                    return
                at = past + len(end)
            elif not tagged[0].endswith("/>"):
                self._pass(tagged["name"], tagged.start(), at, closing=bool(tagged["close"]))

    def _pass(self, name: str, start: int, end: int, *, closing: bool) -> None:
        if name in self.apart:
            self.depth = max(0, self.depth + (-1 if closing else 1))
        elif self.depth and (self.inside or not closing) and name == self.name:
            self.inside += -1 if closing else 1
        elif closing and self.open and name == self.name:
            self._end(end)
        elif not closing and not self.depth and (not self.open or name == self.name):
            if self.open:
                self.open[-1][1] = 1
            self.open.append([start, 0])
            self.name = name

    def _end(self, end: int) -> None:
        start, holds = self.open.pop()
        self.depth = self.inside = 0
        if not holds:
            self.found[start] = Piece(self.name, start, end)
        self.name = self.name if self.open else ""
