"""Typst's code as far as a list of publications needs it: where an expression ends, and the arguments of a call.

    #let pub(authors, title, doi: none) = block[#authors. _#title _.]
    #pub([A. Bee], [On Wool], doi: "10.1/x")

All is told by places in the source: nothing is copied, and every place has its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

# In code: strings, comments, brackets and line ends. In content: what is escaped, raw text, brackets.
_CODE = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*|[()\[\]{},;\n]', re.DOTALL)
_CONTENT = re.compile(r"\\.|`{1,9}|[\[\]]", re.DOTALL)
_LONGEST_RAW = 5000
_MOST_PARTS = 100  # of an address
_NEXT_PART = re.compile(r"\s{0,99}\+?\s{0,99}")
_NAME = re.compile(r"[^\W\d][\w-]{0,60}(?:\.[^\W\d][\w-]{0,60}){0,4}")
_NAMED = re.compile(r"\s{0,99}([^\W\d][\w-]{0,60})\s{0,9}:(?!:)\s{0,99}")
_LET = re.compile(r"let\s{1,9}([^\W\d][\w-]{0,60})\s{0,9}(\(?)")
_IS = re.compile(r"\s{0,9}=\s{0,99}")
# What stands between arguments and is none: `[Wool], // mine, and yours`.
_BLANKS = re.compile(r"(?:\s|//[^\n]{0,999}|/\*(?:[^*]|\*(?!/)){0,999}\*/){0,999}")
_PARAMETER = re.compile(r"(?:\.\.)?([^\W\d][\w-]{0,60})")

_METHOD = re.compile(r"\.[a-z][\w-]{0,60}\(")

# Typst's own functions: those that set their text apart, that only place it, and that print none of it.
STYLED = {"strong": "strong", "emph": "emphasis", "underline": "emphasis", "raw": "code"}
PLACING = frozenset(
    "align block box columns hide highlight move pad par place scale smallcaps stack strike sub super text upper"
    " title".split()
)
SILENT = frozenset(
    "bibliography circle cite colbreak counter datetime ellipse footnote h image label line linebreak lorem measure"
    " metadata outline pagebreak parbreak polygon rect ref square state v".split()
)
LISTS = frozenset({"enum", "list"})
TABLES = frozenset({"grid", "table"})
# What a template calls the function that sets a heading.
HEADING_NAME = re.compile(r"heading|sect(?:ion)?(?:-?(?:title|head|name))?\Z", re.IGNORECASE)

STRING = re.compile(r'"((?:[^"\\]|\\.){0,5000})"', re.DOTALL)
INTEGER = re.compile(r"\d{1,9}(?![\w%.])")
PLUS = re.compile(r"\s{0,99}\+\s{0,99}")
_ESCAPED = re.compile(r"\\(u\{([0-9A-Fa-f]{1,6})\}|.)", re.DOTALL)


class Span(NamedTuple):
    """A piece of the source, half open."""

    start: int
    end: int


class Argument(NamedTuple):
    """What is given to a function; the name is empty where its place says what it is."""

    name: str
    value: Span


class Call(NamedTuple):
    """A name, and what is given to it: none where it is not called."""

    name: str
    arguments: tuple[Argument, ...] | None
    end: int


class Definition(NamedTuple):
    """What a name stands for: an expression, for a function with the names and values of its parameters."""

    parameters: tuple[Argument, ...] | None
    body: Span


class Value(NamedTuple):
    """What a name stands for, with the names that were known where it was given."""

    definition: Definition
    known: Mapping[str, Value]


Known = Mapping[str, Value]


def content_end(text: str, at: int, limit: int) -> int:
    """Return where the content ends whose bracket stands before `at`: at its closing bracket, or at the limit."""
    level = 0
    while token := _CONTENT.search(text, at, limit):
        at = token.end()
        if token[0][0] == "`":
            closing = text.find(token[0], at, min(limit, at + _LONGEST_RAW))
            at = closing + len(token[0]) if closing >= 0 else at
        elif token[0] == "[":
            level += 1
        elif token[0] == "]":
            if not level:
                return token.start()
            level -= 1
    return limit


def _commas(text: str, at: int, limit: int, ends: str) -> Iterator[int]:
    """Yield the places of the commas in code, and at last where one of the signs `ends` it, or its bracket closes."""
    level = 0
    while token := _CODE.search(text, at, limit):
        at, sign = token.end(), token[0]
        if sign == "[":
            at = content_end(text, at, limit) + 1
        elif sign == "/*":
            closing = text.find("*/", at, limit)
            at = closing + 2 if closing >= 0 else limit
        elif sign in "({":
            level += 1
        elif not level and (sign in ")}]" or sign in ends):
            yield token.start()
            return
        elif sign in ")}":
            level -= 1
        elif sign == "," and not level:
            yield token.start()
    yield limit


def code_end(text: str, at: int, limit: int, ends: str = "") -> int:
    """Return where code ends: at the bracket that closes it, at one of the signs `ends`, or at the limit."""
    return list(_commas(text, at, limit, ends))[-1]


def statement_end(text: str, at: int, limit: int) -> int:
    """Return where a statement ends: at the end of its line, or of that on which its brackets close."""
    return code_end(text, at, limit, "\n;")


def arguments(text: str, start: int, end: int) -> Iterator[Argument]:
    """Yield what stands between the brackets of a call, or of what defines a function."""
    at = start
    for comma in _commas(text, start, end, ""):
        begin = _past_blanks(text, at, comma)
        named = _NAMED.match(text, begin, comma)
        begin = _past_blanks(text, named.end(), comma) if named else begin
        if begin < comma:
            yield Argument(named[1] if named else "", Span(begin, comma))
        at = comma + 1


def _past_blanks(text: str, at: int, limit: int) -> int:
    found = _BLANKS.match(text, at, limit)
    return found.end() if found else at


def call_at(text: str, at: int, limit: int) -> Call | None:
    """Return the call, or the bare name, that begins at a place; None where none does."""
    name = _NAME.match(text, at, limit)
    if name is None:
        return None
    at, given = name.end(), list[Argument]()
    called = False
    if text.startswith("(", at, limit):
        end = code_end(text, at + 1, limit)
        given += arguments(text, at + 1, end)
        called, at = True, min(end + 1, limit)
    while text.startswith("[", at, limit):
        end = min(content_end(text, at + 1, limit) + 1, limit)
        given.append(Argument("", Span(at, end)))
        called, at = True, end
    while called and (method := _METHOD.match(text, at, limit)):
        at = min(code_end(text, method.end(), limit) + 1, limit)
    return Call(name[0], tuple(given) if called else None, at)


def definition_at(text: str, at: int, limit: int) -> tuple[str, Definition] | None:
    """Return the name that a `let` defines, and what it stands for."""
    let = _LET.match(text, at, limit)
    if let is None:
        return None
    at, parameters = let.end(), None
    if let[2]:
        end = code_end(text, at, limit)
        names = (_as_parameter(text, each) for each in arguments(text, at, end))
        parameters, at = tuple(names), end + 1
    equals = _IS.match(text, at, limit)
    if equals is None:
        return None
    return let[1], Definition(parameters, Span(equals.end(), statement_end(text, equals.end(), limit)))


def _as_parameter(text: str, argument: Argument) -> Argument:
    """Return a parameter with its name, and the value that it has where none is given: of a bare one none."""
    if argument.name:
        return argument
    start, end = argument.value
    name = _PARAMETER.match(text, start, end)
    return Argument(name[1] if name else "", Span(end, end))


def bound(parameters: Sequence[Argument], given: Sequence[Argument], known: Known) -> dict[str, Value]:
    """Return what a function's parameters stand for in a call."""
    by_name = {argument.name: argument.value for argument in given if argument.name}
    by_place = iter([argument.value for argument in given if not argument.name])
    found: dict[str, Value] = {}
    for parameter in parameters:
        bare = parameter.value.start == parameter.value.end
        value = next(by_place, parameter.value) if bare else by_name.get(parameter.name, parameter.value)
        found[parameter.name] = Value(Definition(None, value), known)
    return found


def unescaped(text: str) -> str:
    """Return a text with what is escaped in it as it is meant."""
    return _ESCAPED.sub(lambda found: _character(found[2]) if found[2] else found[1], text)


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number < 0x110000 and chr(number).isprintable() else ""


def address(text: str, span: Span, known: Known) -> str:
    """Return the characters of an expression that is made of strings: `"https://doi.org/" + doi`."""
    found, left = "", [(span, known)]
    for _ in range(_MOST_PARTS):
        if not left:
            break
        (at, end), known = left.pop()
        at = _NEXT_PART.match(text, at, end).end()  # type: ignore[union-attr]  # it can match nothing
        if plain := STRING.match(text, at, end):
            found += unescaped(plain[1])
            left.append((Span(plain.end(), end), known))
        elif (name := _NAME.match(text, at, end)) and (value := known.get(name[0])):
            left += [(Span(name.end(), end), known), (value.definition.body, value.known)]
    return found
