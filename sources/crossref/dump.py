"""Crossref's dumps: messages as JSON lines, or files `{"items": [...]}` as in the public data file, or REST answers.

https://www.crossref.org/learning/public-data-file/: a torrent of some thirty thousand `.json.gz` (since 2025
`.jsonl.gz`) files, taken here as a folder, as a tar, or one by one. A piece is JSON lines, whatever they came from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from sources.crossref.read import read_work
from sources.dump import MEGABYTE, DumpError, Part, by_reason, parts
from sources.record import Record

_FILES = re.compile(r".*\.(?:json|jsonl|ndjson)(?:\.gz|\.xz|\.bz2)?", re.DOTALL)
_PIECE = MEGABYTE
_LIST = ord("[")
# The largest messages, with ten thousand references, have some 5 MB.
_LONGEST = 32 * MEGABYTE
# The next bracket that stands in no string; strings are passed over whole, and only whole ones.
_BRACKET = re.compile(rb'(?:[^"{}\[\]]++|"(?:[^"\\]++|\\.)*+")*+([{}\[\]])', re.DOTALL)
_ITEMS = re.compile(rb'"items"\s*:\s*\[\Z')
# Types of which `read_work` makes a record, and that describe what somebody said of a publication.
_REVIEWS = frozenset({"peer-review"})


def chunks(path: Path) -> Iterator[bytes]:
    """Yield the messages of a dump as JSON lines in pieces of some 1 MB.

    Raises `DumpError` where there is none, where a file is none of Crossref's, and where one is cut short.
    """
    found = False
    for part in parts(path, lambda name: bool(_FILES.fullmatch(name))):
        for piece in _pieces(part):
            if part.alone and not found and b'"DOI"' not in piece:
                raise DumpError(f"{path}: JSON, but without a DOI; give Crossref's works as .jsonl.gz or .json.gz")
            found = True
            yield piece
    if not found:
        raise DumpError(f"{path}: holds no message of Crossref; give .jsonl.gz or .json.gz files or a folder of them")


def read_chunk(chunk: bytes) -> list[Record | str]:
    """Return what each message of a piece says: a Record, or a sentence of why it is none."""
    return [result for line in chunk.splitlines() if line.strip() for result in _read_line(line)]


def _read_line(line: bytes) -> Iterator[Record | str]:
    try:
        works = _works(json.loads(line))
    except (ValueError, RecursionError) as fault:
        yield f"malformed message: crossref ({str(fault)[:80]})"
        return
    for work in works:
        doi = work.get("DOI") if isinstance(work, Mapping) else None
        if not isinstance(work, Mapping) or not isinstance(doi, str):
            yield "no DOI: crossref"
        elif work.get("type") in _REVIEWS:
            yield f"a {work['type']}, not a publication: {doi.lower()}"
        else:
            result = read_work(work)
            yield by_reason(result) if isinstance(result, str) else result


def _works(message: object) -> list[object]:
    """Return the works of a message, of a REST answer around one, or of a list of them."""
    if isinstance(message, Mapping) and isinstance(message.get("message"), Mapping):
        message = message["message"]
    items = message.get("items") if isinstance(message, Mapping) else None
    return items if isinstance(items, list) else [message]


def _pieces(part: Part) -> Iterator[bytes]:
    """Yield the pieces of one file: of JSON lines cut at line ends, of any other JSON its works line by line."""
    blocks = part.blocks()
    first = b""
    for block in blocks:
        first += block
        if b"\n" in first.strip() or len(first) > _PIECE:
            break
    whole = chain([first], blocks)
    if not first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        if part.alone:
            raise DumpError(f"{part.place}: not JSON; give Crossref's .jsonl.gz or .json.gz files")
        yield b'"not JSON"\n'
    elif _is_line(first):
        yield from _lines(part, whole)
    else:
        yield from _gathered(_documents(part, whole))


def _is_line(first: bytes) -> bool:
    """Return whether a file begins with a message in one line and more lines behind it."""
    line, _, rest = first.lstrip().partition(b"\n")
    try:
        return bool(rest.strip()) and isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(part: Part, blocks: Iterator[bytes]) -> Iterator[bytes]:
    held = b""
    for block in blocks:
        held += block
        place = held.rfind(b"\n") + 1
        if len(held) >= _PIECE and place:
            yield held[:place]
            held = held[place:]
        elif len(held) > _LONGEST:
            raise DumpError(f"{part.place}: a line of more than {_LONGEST // MEGABYTE} MB; it is no dump of Crossref")
    last = held.rstrip().rpartition(b"\n")[2]
    if last and not held.endswith(b"\n") and not last.endswith(b"}"):
        raise DumpError(f"{part.place}: cut short within a line; download it again")
    if last:
        yield held


def _gathered(works: Iterator[bytes]) -> Iterator[bytes]:
    """Yield works, one a line, in pieces."""
    held: list[bytes] = []
    size = 0
    for work in works:
        held.append(work.replace(b"\n", b" ").replace(b"\r", b" "))
        size += len(work)
        if size >= _PIECE:
            yield b"\n".join(held) + b"\n"
            held, size = [], 0
    if held:
        yield b"\n".join(held) + b"\n"


class _Scan:
    """How far a JSON text has been followed.

    `level` is the depth at which an object is a work: 0 while the whole text may be one, that of the list's elements
    once a list of works has begun, -1 behind it.
    """

    def __init__(self) -> None:
        self.depth = self.level = 0
        self.place = self.start = 0

    def works(self, held: bytes) -> Iterator[bytes]:
        """Follow the brackets of `held` as far as whole strings go, and yield the works that close in it."""
        while bracket := _BRACKET.match(held, self.place):
            self.place = bracket.end()
            if bracket[1] in b"{[":
                self._open(held)
            elif self._close():
                yield held[self.start : self.place]

    def rest(self, held: bytes) -> bytes:
        """Return what is still wanted of `held`: the work at hand, or what has not been followed."""
        kept = self.start if 0 <= self.level < self.depth else self.place
        self.place, self.start = self.place - kept, 0
        return held[kept:]

    def _open(self, held: bytes) -> None:
        if self.level == 0 and held[self.place - 1] == _LIST and self._is_of_works(held):
            self.level = self.depth + 1
        elif self.depth == self.level:
            self.start = self.place - 1
        self.depth += 1

    def _is_of_works(self, held: bytes) -> bool:
        """Return whether the list that begins here is a bare one, or one of `items` in a text or its `message`."""
        within = held[max(self.place - 80, 0) : self.place]
        return self.depth == 0 or (self.depth <= 2 and bool(_ITEMS.search(within)))

    def _close(self) -> bool:
        """Close a bracket, and return whether a work ends there."""
        self.depth = max(self.depth - 1, 0)
        ends = self.depth == self.level
        if self.depth < self.level:
            self.level = -1
        if self.depth == 0:
            self.level = 0
        return ends


def _documents(part: Part, blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the works of JSON texts: the objects in an `items` list or in a bare list, else the text itself."""
    scan = _Scan()
    held = b""
    for block in blocks:
        held += block
        yield from scan.works(held)
        held = scan.rest(held)
        if len(held) > _LONGEST:
            raise DumpError(f"{part.place}: a message of more than {_LONGEST // MEGABYTE} MB; it is none of Crossref's")
    if scan.depth:
        raise DumpError(f"{part.place}: cut short, its brackets are not closed; download it again")
