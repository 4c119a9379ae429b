"""The entries of a piece of BibTeX, as every command reads them: whole, flawed, or what is left of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reconcile.documents.bib.pieces import Kind, Piece, pieces_of
from reconcile.documents.bib.salvage import salvaged
from reconcile.documents.bib.scan import TWICE
from reconcile.documents.bib.values import joined, macro_of, plain, undefined_in
from reconcile.documents.tex.macros import Definition, definitions, expanded

Macros = Mapping[str, str]

BROKEN = "an unbalanced brace, or a missing comma or quote"
DEFINES = re.compile(r"@string", re.IGNORECASE)
_NONE: Macros = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry: type in small letters, key, and fields by their names in small letters, their values as characters.

    Of a field that comes twice the first counts; `twice` names it. `line` is the line of the text, from 1, on which
    `text` begins. `trouble` says what breaks the syntax; `fields` are then what could be made out, or none.
    `undefined` are macros that nobody defines, each behind its field's name.
    """

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]
    line: int
    text: str
    trouble: str = ""
    twice: tuple[str, ...] = ()
    undefined: tuple[tuple[str, str], ...] = ()


def entries_of(text: str, macros: Macros = _NONE) -> Iterator[BibEntry]:
    """Yield the entries of a text in order, those included that break the syntax; `macros` are defined outside of it.

    A macro counts from where it is defined, and before that, too, if it is not defined there otherwise.
    """
    defined = {**macros_of(text), **macros} if DEFINES.search(text) else dict(macros)
    own: Mapping[str, Definition] = {}
    for piece in pieces_of(text):
        if piece.kind is Kind.STRING and (macro := macro_of(text[piece.start : piece.end], defined)):
            defined[macro[0]] = macro[1]
        elif piece.kind is Kind.PREAMBLE:
            own = {**own, **definitions(text[piece.start : piece.end])}
        elif piece.is_entry:
            yield _entry(text, piece, defined, own)


def macros_of(text: str) -> dict[str, str]:
    """Return what each macro of a text stands for where it is first defined, by its name in small letters."""
    macros: dict[str, str] = {}
    for piece in pieces_of(text):
        if piece.kind is Kind.STRING and (macro := macro_of(text[piece.start : piece.end], macros)):
            macros.setdefault(*macro)
    return macros


def count_entries(text: str) -> int:
    """Return how many entries a text has, good and broken, for less than it costs to read them."""
    return sum(piece.is_entry for piece in pieces_of(text))


def _entry(text: str, piece: Piece, macros: Macros, own: Mapping[str, Definition]) -> BibEntry:
    """Return an entry; `own` are the macros of TeX that the file's preamble defines."""
    raw = text[piece.start : piece.end].rstrip()
    if piece.kind is Kind.BROKEN:
        key, fields = salvaged(raw, macros)
        return BibEntry(piece.type, key, fields, piece.line, raw, BROKEN)
    named: dict[str, str] = {}
    twice: set[str] = set()
    undefined: list[tuple[str, str]] = []
    for field in piece.fields:
        if field.name in named:
            twice.add(field.name)
            continue
        value = text[field.value_start : field.value_end]
        said = joined(value, macros)
        named[field.name] = plain(field.name, expanded(said, own) if own and "\\" in said else said)
        undefined += [(field.name, name) for name in undefined_in(value, macros)]
    trouble = "; ".join(flaw for flaw in piece.inside.flaws if flaw != TWICE)
    return BibEntry(
        piece.type, piece.key, tuple(named.items()), piece.line, raw, trouble, tuple(sorted(twice)), tuple(undefined)
    )
