"""An entry edited where it stands: a value set, a field added or removed; every other character stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.documents.bib.scan import Broken, Field, Scanned, scan_entry

_OPENING = re.compile(r"\s*@(\w*)\s*([{(])")
_PARTING = re.compile(r"\s*,\s*")
_BALANCE = re.compile(r"[{}]")
_DEFAULT_PARTING = ",\n  "


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` to `end` are to be replaced."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry by itself: its characters from `@` to the closing delimiter, and where in them everything stands.

    >>> entry = Entry.read("@misc{a, title = {B}}")
    >>> entry.applied([add_field(entry, "year", "2019")])
    '@misc{a, title = {B}, year = {2019}}'
    """

    text: str
    type: str
    type_end: int
    inside: Scanned

    @classmethod
    def read(cls, text: str) -> Entry:
        """Return the entry that a text is; raises `Broken` where it is none, or more than one."""
        opened = _OPENING.match(text)
        if opened is None:
            raise Broken("no entry")
        inside = scan_entry(text, opened.end() - 1, len(text))
        if inside.end != len(text):
            raise Broken("something stands behind the entry")
        return cls(text, opened[1].lower(), opened.end(1), inside)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields in order."""
        return self.inside.fields

    def field(self, name: str) -> Field | None:
        """Return the first field of a name, which is the one that counts."""
        return next((field for field in self.fields if field.name == name), None)

    def value(self, field: Field) -> str:
        """Return a field's value as it stands there, with its delimiters."""
        return self.text[field.value_start : field.value_end]

    def applied(self, edits: Iterable[Edit]) -> str:
        """Return the text with edits made; raises ValueError where two overlap."""
        pieces: list[str] = []
        at = 0
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            if edit.start < at:
                raise ValueError("two edits overlap")
            pieces += [self.text[at : edit.start], edit.text]
            at = edit.end
        return "".join([*pieces, self.text[at:]])


def is_balanced(value: str) -> bool:
    """Say whether the braces of a value are balanced, as BibTeX counts and as bibtexparser does."""
    for escaped in (True, False):
        level = 0
        for mark in _BALANCE.finditer(value):
            if not escaped and value[max(0, mark.start() - 1) : mark.start()] == "\\":
                continue
            level += 1 if mark[0] == "{" else -1
            if level < 0:
                return False
        if level:
            return False
    return True


def delimited(value: str, like: str) -> str:
    """Return a value in the delimiters of another one, in braces where quotes would not hold it.

    Raises ValueError for a value that would break out of any.
    """
    if not is_balanced(value) or value.endswith("\\"):
        raise ValueError(f"this value cannot stand in a field: {value!r}")
    return f'"{value}"' if like.startswith('"') and '"' not in value else f"{{{value}}}"


def set_value(entry: Entry, field: Field, value: str) -> Edit:
    """Return the edit that gives a field a value; a value of macros or of pieces becomes one in braces."""
    old = entry.value(field)
    return Edit(field.value_start, field.value_end, delimited(value, "{" if "#" in old else old))


def add_field(entry: Entry, name: str, value: str) -> Edit:
    """Return the edit that adds a field behind the last one of an entry that has any, set as its own are."""
    last = entry.fields[-1]
    written = delimited(value, '"' if _quotes(entry) else "{")
    parting = _parting(entry, entry.fields)
    return Edit(last.value_end, last.value_end, parting + _named(entry, name) + written)


def remove_field(entry: Entry, field: Field) -> Edit:
    """Return the edit that removes a field, which is not the only one, with the comma beside it."""
    place = entry.fields.index(field)
    if place + 1 < len(entry.fields):
        return Edit(field.start, entry.fields[place + 1].start, "")
    return Edit(entry.fields[place - 1].value_end, field.value_end, "")


def rename_field(entry: Entry, field: Field, name: str) -> Edit:
    """Return the edit that gives a field another name; the sign `=` stays in its column where spaces allow."""
    end = field.name_end
    spaces = len(entry.text[end : field.value_start]) - len(entry.text[end : field.value_start].lstrip(" "))
    longer = len(name) - (field.name_end - field.start)
    if _column(entry) is None or longer == 0:
        return Edit(field.start, end, name)
    if longer > 0:
        return Edit(field.start, end + min(longer, max(0, spaces - 1)), name)
    return Edit(field.start, end, name + " " * -longer)


def set_type(entry: Entry, kind: str) -> Edit:
    """Return the edit that makes an entry one of another type."""
    start = entry.text.index("@") + 1
    return Edit(start, entry.type_end, kind.upper() if entry.text[start : entry.type_end].isupper() else kind)


def _quotes(entry: Entry) -> bool:
    """Say whether most of the delimited values stand in quotes."""
    signs = [entry.text[field.value_start] for field in entry.fields]
    return signs.count('"') > signs.count("{")


def _parting(entry: Entry, fields: Sequence[Field]) -> str:
    """Return what stands between two fields of the entry."""
    ends = [entry.inside.key_end, *(field.value_end for field in fields[:-1])]
    found = [entry.text[end : field.start] for end, field in zip(ends, fields, strict=True)]
    usual = [parting for parting in found[1:] or found if _PARTING.fullmatch(parting)]
    if usual:
        return usual[-1]
    return ",\r\n  " if "\r\n" in entry.text else _DEFAULT_PARTING


def _named(entry: Entry, name: str) -> str:
    """Return a field's name and sign, spaced as the last field's; in their column where the signs stand in one."""
    last = entry.fields[-1]
    sign = entry.text[last.name_end : last.value_start]
    column = _column(entry)
    if column is None or sign.strip(" ") != "=":
        return name + (sign if sign.strip(" ") == "=" else " = ")
    after = sign.partition("=")[2]
    return f"{name:<{column}}={after}" if len(name) < column else f"{name} ={after}"


def _column(entry: Entry) -> int | None:
    """Return how many characters behind the start of each name the sign stands; None where that differs."""
    places = {entry.text.index("=", field.name_end) - field.start for field in entry.fields}
    lengths = {field.name_end - field.start for field in entry.fields}
    return places.pop() if len(places) == 1 and len(lengths) > 1 else None
