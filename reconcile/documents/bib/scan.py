"""One block of a .bib file scanned: where its type, key, fields and values stand.

The form is `@article{key, title = {Nested {Braces}}, year = 2019, journal = acl # " 2019" }`, or with parentheses.
Braces count as BibTeX counts them, escaped ones too; where that leads nowhere, they are counted as bibtexparser does,
escaped ones not, and the block has a flaw.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

CLOSING = {"{": "}", "(": ")"}
_BETWEEN = re.compile(r"(?:\s+|%[^\r\n]*)*")
_KEY = {"}": re.compile(r'[^,{}="]*'), ")": re.compile(r'[^,{}=")]*')}
NAME = re.compile(r'([^\s={}(),"#%]+)\s*=\s*')
_PLAIN = re.compile(r"\{[^{}\\]*\}")
# A field as most are, up to the comma behind it: the short way.
_SIMPLE = re.compile(r"""\s*([^\s={}(),"#%]+)\s*=\s*((?:\{[^{}\\]*(?:\{[^{}\\]*\}[^{}\\]*)*\}|"[^"{}\\]*"|\w+)),""")
_BARE = re.compile(r'[^\s"{}(),=#%]+')
_JOINT = re.compile(r"\s*#\s*")
_BRACES = re.compile(r"[{}]")
_QUOTED = re.compile(r'[{}"]')
_IN_PARENTHESES = re.compile(r'[{}")]')
_UNESCAPED = re.compile(r"(?<!\\)[{}]")
_UNESCAPED_QUOTE = re.compile(r'(?<!\\)"')

ESCAPED = "an escaped brace or quote is not balanced"
NO_COMMA = "a comma is missing between two fields"
STRAY_COMMA = "a comma stands where a field was due"
TWICE = "a field comes twice"


class Broken(Exception):
    """A block that cannot be read; says why."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in small letters, and where its name begins, its value begins and ends (with delimiters)."""

    name: str
    start: int
    name_end: int
    value_start: int
    value_end: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """What stands in an entry: key, where it ends, fields, where the block ends, and what is wrong with it."""

    key: str
    key_end: int
    fields: tuple[Field, ...]
    end: int
    flaws: tuple[str, ...] = ()


End = Callable[[str, int, int], int]  # text, where a delimited value begins, where the block must end -> its end


def scan_entry(text: str, opening: int, stop: int) -> Scanned:
    """Scan an entry whose opening delimiter is at `opening` and that ends before `stop`; raises `Broken`."""
    try:
        return _scan(text, opening, stop, end_of_value)
    except Broken:
        found = _scan(text, opening, stop, _lenient_end)
        return Scanned(found.key, found.key_end, found.fields, found.end, (ESCAPED, *found.flaws))


def _scan(text: str, opening: int, stop: int, end_of: End) -> Scanned:
    closing = CLOSING[text[opening]]
    found = _KEY[closing].match(text, opening + 1, stop)
    key, at = (found[0].strip(), found.end()) if found else ("", stop)
    if at >= stop or text[at] not in (",", closing):
        raise Broken("no comma after the key")
    fields: list[Field] = []
    flaws: list[str] = []
    parted = text[at] == ","
    key_end = at
    at += parted
    while True:
        while parted and (simple := _SIMPLE.match(text, at, stop)):
            (start, name_end), (value_start, value_end) = simple.span(1), simple.span(2)
            fields.append(Field(simple[1].lower(), start, name_end, value_start, value_end))
            at = simple.end()
        at = skip(text, at, stop)
        if at >= stop:
            raise Broken("the closing delimiter is missing")
        if text[at] == closing:
            break
        if text[at] == ",":
            flaws.append(STRAY_COMMA)
            at += 1
            continue
        if not parted:
            flaws.append(NO_COMMA)
        field = _field(text, at, stop, end_of)
        fields.append(field)
        at = skip(text, field.value_end, stop)
        parted = text[at : at + 1] == ","
        at += parted
    if len({field.name for field in fields}) < len(fields):
        flaws.append(TWICE)
    return Scanned(key, key_end, tuple(fields), at + 1, tuple(dict.fromkeys(flaws)))


def skip(text: str, at: int, stop: int) -> int:
    """Return where the next sign stands that is no space and in no comment."""
    found = _BETWEEN.match(text, at, stop)
    return found.end() if found else at


def _field(text: str, at: int, stop: int, end_of: End) -> Field:
    named = NAME.match(text, at, stop)
    if named is None:
        raise Broken("a field was due")
    return Field(named[1].lower(), at, named.end(1), named.end(), value_end(text, named.end(), stop, end_of))


def value_end(text: str, at: int, stop: int, end_of: End) -> int:
    """Return where a value ends whose pieces `#` joins."""
    while True:
        at = _piece(text, at, stop, end_of)
        joint = _JOINT.match(text, at, stop)
        if joint is None:
            return at
        at = joint.end()


def _piece(text: str, at: int, stop: int, end_of: End) -> int:
    if at < stop and text[at] in '{"':
        plain = _PLAIN.match(text, at, stop)
        return plain.end() if plain else end_of(text, at, stop)
    bare = _BARE.match(text, at, stop)
    if bare is None:
        raise Broken("a value was due")
    return bare.end()


def end_of_value(text: str, at: int, stop: int) -> int:
    """Return where a value in braces or quotes ends, every brace counted."""
    quoted = text[at] == '"'
    level = 0
    for mark in (_QUOTED if quoted else _BRACES).finditer(text, at + quoted, stop):
        sign = mark[0]
        if sign == '"':
            if level == 0:
                return mark.end()
            continue
        level += 1 if sign == "{" else -1
        if level < 0:
            raise Broken("a brace in quotes is not balanced")
        if level == 0 and not quoted:
            return mark.end()
    raise Broken("a value does not end")


def _lenient_end(text: str, at: int, stop: int) -> int:
    r"""Return where a value ends if `\{`, `\}` and `\"` count for nothing, and braces in quotes neither."""
    if text[at] == '"':
        for mark in _UNESCAPED_QUOTE.finditer(text, at + 1, stop):
            if text[mark.start() - 1] != "{" or text[mark.end() : mark.end() + 1] != "}":
                return mark.end()
        raise Broken("a value in quotes does not end")
    level = 0
    for mark in _UNESCAPED.finditer(text, at, stop):
        level += 1 if mark[0] == "{" else -1
        if level == 0:
            return mark.end()
    raise Broken("a value in braces does not end")


def end_of_block(text: str, opening: int, stop: int) -> int:
    """Return where a block of text (`@comment`, `@preamble`, `@string`) ends; raises `Broken`."""
    if text[opening] == "{":
        for end_of in (end_of_value, _lenient_end):
            try:
                return end_of(text, opening, stop)
            except Broken:
                continue
        raise Broken("the closing brace is missing")
    level = 0
    quoted = False
    for mark in _IN_PARENTHESES.finditer(text, opening + 1, stop):
        sign = mark[0]
        level += (sign == "{") - (sign == "}")
        if sign == '"' and level == 0:
            quoted = not quoted
        if sign == ")" and level == 0 and not quoted:
            return mark.end()
    raise Broken("the closing parenthesis is missing")
