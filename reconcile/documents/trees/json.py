"""JSON files, CSL-JSON among them: a reader that keeps the line of every value, which the standard one drops."""

from __future__ import annotations

import bisect
import json
import re
from dataclasses import replace

from reconcile.documents.blocks.block import Document
from reconcile.documents.blocks.encoding import Lines
from reconcile.documents.text.plain import as_plain
from reconcile.documents.trees.nodes import Branch, Budget, Leaf, Overgrown, Tree
from reconcile.documents.trees.values import document_of, overgrown

_SPACE = re.compile(r"\s*")
_LITERAL = re.compile(r"[^\s,\]}\[{\":]{1,400}")
_STRINGS = json.JSONDecoder(strict=False)
_NOTHING = frozenset({"null", "true", "false"})


def read_json(name: str, lines: Lines) -> Document:
    """Return the entries and lists of a JSON file; one that is no JSON is read as plain text.

    One that breaks off is read up to there, without the work that it breaks off within.
    """
    reader = _Reader(lines.joined())
    try:
        tree = reader.read()
    except Overgrown:
        return Document(name, (), (overgrown(name),))
    except json.JSONDecodeError as error:
        document = document_of(name, [reader.broken], lines) if reader.broken else None
        if document and document.blocks:
            reason = f"{name}, line {error.lineno}: this JSON breaks off and was read up to there; export it anew"
            return replace(document, complaints=(reason, *document.complaints))
        why = f"this is no JSON ({error.msg}) and was read as plain text; mend the line"
        return as_plain(name, lines, why, error.lineno)
    return document_of(name, [tree], lines)


def read_json_lines(name: str, lines: Lines) -> Document:
    """Return the entries of a file of one JSON value a line; lines that are none are left out and told."""
    budget = Budget()
    trees: list[Tree] = []
    broken: list[int] = []
    for number, line in enumerate(lines.text, 1):
        if not line.strip():
            continue
        try:
            trees.append(_Reader(line, number, budget).read())
        except Overgrown:
            return Document(name, (), (overgrown(name),))
        except json.JSONDecodeError:
            broken.append(number)
    if broken and not trees:
        return read_json(name, lines)
    document = document_of(name, trees, lines)
    if not broken:
        return document
    reason = f"{name}, line {broken[0]}: {len(broken)} lines are no JSON and are left out, the first of them here"
    return replace(document, complaints=(f"{reason}; mend them", *document.complaints))


class _Reader:
    """Reads a value; `broken` is what was read of one that breaks off, with what it breaks off within left open."""

    def __init__(self, text: str, first: int = 1, budget: Budget | None = None) -> None:
        self.text = text
        self.at = 0
        self.end = len(text.rstrip())
        self.first = first
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.budget = budget or Budget()
        self.broken: Tree | None = None

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
        return self.first - 1 + bisect.bisect_right(self.starts, self.at)

    def _value(self, depth: int) -> Tree:
        self.budget.spend(depth)
        sign = self._next()
        first = self._line()
        if sign in ("[", "{"):
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

    def _key(self, sign: str) -> str:
        if sign != '"':
            raise json.JSONDecodeError("key in quotes expected", self.text, self.at)
        return self._string()

    def _branch(self, sign: str, first: int, depth: int) -> Branch:
        closing = "]" if sign == "[" else "}"
        pairs: list[tuple[str, Tree]] = []
        self.at += 1
        key = ""
        try:
            while (found := self._next()) != closing:
                key, line = "", self._line()
                if closing == "}":
                    key = self._key(found)
                    self._expect(":")
                child = self._value(depth + 1)
                pairs.append((key, replace(child, first=line) if key and isinstance(child, Branch) else child))
                if self._next() != closing:
                    self._expect(",")
        except json.JSONDecodeError as error:
            if self._breaks_off(error):
                pairs += [(key, self.broken)] if self.broken else []
                self.broken = Branch(tuple(pairs), first, len(self.starts), sign == "[", is_open=True)
            raise
        last = self._line()
        self.at += 1
        return Branch(tuple(pairs), first, last, sign == "[")

    def _breaks_off(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated") or error.pos >= self.end

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise json.JSONDecodeError(f"{sign!r} expected", self.text, self.at)
        self.at += 1
