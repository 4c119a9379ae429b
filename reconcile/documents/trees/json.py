"""JSON files, CSL-JSON among them: a reader that keeps the line of every value, which the standard one drops."""

from __future__ import annotations

import bisect
import json
import re
from dataclasses import replace

from reconcile.documents.block import Document
from reconcile.documents.encoding import Lines
from reconcile.documents.text.plain import read_plain
from reconcile.documents.trees.values import Branch, Budget, Leaf, Overgrown, Tree, document_of, overgrown

_SPACE = re.compile(r"\s*")
_LITERAL = re.compile(r"[^\s,\]}\[{\":]{1,400}")
_STRINGS = json.JSONDecoder(strict=False)
_NOTHING = frozenset({"null", "true", "false"})


def read_json(name: str, lines: Lines) -> Document:
    """Return the entries and lists of a JSON file; one that is no JSON is read as plain text."""
    reader = _Reader(lines.joined())
    try:
        tree = reader.read()
    except Overgrown:
        return Document(name, (), (overgrown(name),))
    except json.JSONDecodeError as error:
        document = read_plain(name, lines)
        reason = f"{name}, line {error.lineno}: this is no JSON ({error.msg}) and was read as plain text; mend the line"
        return Document(name, document.blocks, (reason,))
    return document_of(name, [tree], lines)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.budget = Budget()

    def read(self) -> Tree:
        tree = self._value(1)
        if self._next():
            raise json.JSONDecodeError("more after the end", self.text, self.at)
        return tree

    def _next(self) -> str:
        """Skip space and return the next character; nothing at the end."""
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.text[self.at : self.at + 1]

    def _line(self) -> int:
        return bisect.bisect_right(self.starts, self.at)

    def _value(self, depth: int) -> Tree:
        self.budget.spend(depth)
        sign = self._next()
        first = self._line()
        if sign in ("[", "{") and sign:
            return self._branch(sign, first, depth)
        if sign == '"':
            text = self._string()
            return Leaf(text, first, self._line())
        match = _LITERAL.match(self.text, self.at)
        if match is None:
            raise json.JSONDecodeError("value expected", self.text, self.at)
        self.at = match.end()
        return Leaf("" if match[0] in _NOTHING else match[0], first, first)

    def _string(self) -> str:
        text, self.at = _STRINGS.raw_decode(self.text, self.at)
        return str(text)

    def _branch(self, sign: str, first: int, depth: int) -> Branch:
        closing = "]" if sign == "[" else "}"
        pairs: list[tuple[str, Tree]] = []
        self.at += 1
        while (found := self._next()) != closing:
            key, line = "", self._line()
            if closing == "}":
                if found != '"':
                    raise json.JSONDecodeError("key in quotes expected", self.text, self.at)
                key = self._string()
                self._expect(":")
            child = self._value(depth + 1)
            pairs.append((key, replace(child, first=line) if key and isinstance(child, Branch) else child))
            if self._next() != closing:
                self._expect(",")
        last = self._line()
        self.at += 1
        return Branch(tuple(pairs), first, last, sign == "[")

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise json.JSONDecodeError(f"{sign!r} expected", self.text, self.at)
        self.at += 1
