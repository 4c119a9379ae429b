r"""The Anthology's BibTeX, taken apart into entries, in pieces so that memory stays small.

The bulk file (`anthology.bib.gz`, some 120,000 entries) is machine-written in two layouts: readable, and since
acl-org/acl-anthology#3045 squeezed, with `@string` macros (a colon in their names) and concatenation:

    @string{FINDINGS:2024:naacl = {Findings of the Association for Computational Linguistics: NAACL 2024}}
    @inproceedings{gao-etal-2024-ethos,title = "...",booktitle = FINDINGS:2024:naacl,url = anth # {2024...132/}

bibtexparser 2 splits both without a fault at 85 microseconds an entry, so there is no splitter of our own. Its
middleware leaves concatenations as they are; values are therefore put together here.
"""

from __future__ import annotations

import codecs
import logging
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String

from sources.months import SHORT

# The parser logs every failed block; here they are values. A handler that does nothing keeps them off stderr.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

MEGABYTE = 1 << 20
# The bulk file of 2026 unpacks to some 70 MB, with abstracts to 200 MB; beyond this it is no such file.
LARGEST = 1024 * MEGABYTE
_PIECE = MEGABYTE
# No field of the Anthology is longer; a macro that doubles itself soon would be.
_LONGEST_VALUE = 50_000
_GZIP = b"\x1f\x8b"
_MONTHS: Mapping[str, str] = {month: month for month in SHORT}


class NotBibtex(ValueError):
    """A payload is not what the Anthology gives: not gzip, cut short, a web page, without entries."""


@dataclass(frozen=True, slots=True)
class Fields:
    """One entry as written: its kind (`inproceedings`), its BibTeX key, and its fields in TeX, macros resolved."""

    kind: str
    key: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Unread:
    """An entry that could not be read, in one sentence."""

    says: str


def entries(payload: bytes) -> Iterator[Fields | Unread]:
    """Yield the entries of a `.bib` or `.bib.gz` file in order; raise `NotBibtex` where it is neither.

    The file is read as it is consumed, so that the fault of a file cut short comes at its end.
    """
    macros: dict[str, str] = dict(_MONTHS)
    seen = False
    for piece in _pieces(_text(payload)):
        for block in parse_string(piece, parse_stack=[]).blocks:
            if isinstance(block, String):
                macros[block.key.lower()] = _macro(block, macros)
                continue
            found = _entry(block, macros)
            seen = seen or isinstance(found, Fields)
            if found:
                yield found
    if not seen:
        raise NotBibtex("holds no BibTeX entry")


def check(payload: bytes) -> None:
    """Raise `NotBibtex` for a payload that is not gzip or text with the start of a BibTeX entry, or is cut short."""
    found = False
    for text in _text(payload):
        found = found or "@" in text
    if not found:
        raise NotBibtex("holds no BibTeX entry")


def _text(payload: bytes) -> Iterator[str]:
    """Yield the text of a payload in pieces, unpacked where it is gzip."""
    if not payload.strip():
        raise NotBibtex("is empty")
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    start = True
    for unpacked in _unpacked(payload) if payload.startswith(_GZIP) else (payload,):
        text = decoder.decode(unpacked)
        if start and text.lstrip("\ufeff \t\r\n")[:1] == "<":
            raise NotBibtex("is a web page")
        start = start and not text.strip()
        yield text.replace("\r\n", "\n")
    yield decoder.decode(b"", final=True)


def _unpacked(payload: bytes) -> Iterator[bytes]:
    """Yield what a gzip file holds, one member after the other, never more than `LARGEST` bytes in all."""
    size = 0
    while payload.startswith(_GZIP):
        member = zlib.decompressobj(wbits=31)
        while not member.eof:
            try:
                piece = member.decompress(payload, _PIECE)
            except zlib.error as fault:
                raise NotBibtex(f"is damaged gzip ({fault})") from fault
            payload = member.unconsumed_tail
            if not piece and not payload and not member.eof:
                raise NotBibtex("is gzip cut short")
            size += len(piece)
            if size > LARGEST:
                raise NotBibtex(f"unpacks to more than {LARGEST // MEGABYTE} MB")
            yield piece
        payload = member.unused_data


def _pieces(texts: Iterator[str]) -> Iterator[str]:
    """Yield the text again in pieces of whole entries: each begins with an `@` at the start of a line."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size < _PIECE:
            continue
        whole = "".join(held)
        cut = whole.rfind("\n@") + 1
        if cut:
            yield whole[:cut]
            whole = whole[cut:]
        held, size = [whole], 0 if cut else len(whole)
    yield "".join(held)


def _entry(block: Block, macros: Mapping[str, str]) -> Fields | Unread | None:
    """Return what a block holds, or None for a comment; an entry whose key came twice is read all the same."""
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) and isinstance(
        block.ignore_error_block, Entry
    ):
        block = block.ignore_error_block
    if isinstance(block, ParsingFailedBlock):
        return Unread(f"no BibTeX: {' '.join((block.raw or '').split())[:80]}")
    if not isinstance(block, Entry):
        return None
    try:
        values = {field.key.lower(): _value(str(field.value), macros) for field in block.fields}
    except ValueError as fault:
        return Unread(f"entry {block.key[:80]}: {fault}")
    return Fields(block.entry_type.lower(), block.key, values)


def _macro(block: String, macros: Mapping[str, str]) -> str:
    try:
        return _value(str(block.value), macros)
    except ValueError:
        return ""


def _value(written: str, macros: Mapping[str, str]) -> str:
    """Return the value of a field as written: `"…"`, `{…}`, a number, a macro, or several joined by `#`.

    >>> _value('anth # {P18-1007/}', {"anth": "https://aclanthology.org/"})
    'https://aclanthology.org/P18-1007/'
    """
    written = written.strip()
    if written[:1] == '"' and "#" not in written:
        return written[1:-1]
    parts: list[str] = []
    size = place = 0
    while place < len(written):
        part, place = _part(written, place, macros)
        size += len(part)
        if size > _LONGEST_VALUE:
            raise ValueError("a field is longer than any of the Anthology's")
        parts.append(part)
    return "".join(parts)


_MACRO = re.compile(r"[\s#]*(?P<name>[^\s#\"{}]*)")
_BRACE_OR_QUOTE = re.compile(r"[{}\"]")


def _part(written: str, place: int, macros: Mapping[str, str]) -> tuple[str, int]:
    """Return the part of a concatenation that begins at `place`, and where the next begins."""
    name = _MACRO.match(written, place)
    if name and name["name"]:
        word = name["name"]
        return (word if word.isdigit() else macros.get(word.lower(), "")), name.end()
    start = name.end() if name else place
    quoted = written[start : start + 1] == '"'
    depth = 0
    for mark in _BRACE_OR_QUOTE.finditer(written, start + quoted):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if (mark[0] == '"' and depth == 0 and quoted) or (mark[0] == "}" and depth == 0 and not quoted):
            return written[start + 1 : mark.start()], mark.end()
    return written[start + 1 :], len(written)
