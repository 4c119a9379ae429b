"""Opening a dump, whatever it is packed in: plain, gzip, xz, bzip2, a tar of files, or a folder.

What a file is, its first bytes say, not its name. Everything streams; nothing is written to disk, no member of an
archive is a path here. A dump is downloaded by strangers from strangers, so a file that is no dump is refused
with a `DumpError` that says what it is; a file cut short is refused where its end is missed.
"""

from __future__ import annotations

import bz2
import io
import lzma
import re
import tarfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from sources.record import Record

MEGABYTE = 1 << 20
_BLOCK = 256 * 1024
_FED = 64 * 1024
# Dumps pack to a tenth, JSON of Crossref to a twentieth; what grows more than this is made to fill memory or time.
_STEEPEST = 250
_UNQUESTIONED = 64 * MEGABYTE
# An xz file may ask its reader for 4 GB of dictionary; `xz -9` needs 65 MB.
_XZ_MEMORY = 128 * MEGABYTE
# Packed within packed (a tar.gz of json.gz) is as deep as dumps go.
_DEEPEST = 3
_LONGEST_HEADER = MEGABYTE
_WEB_PAGE = re.compile(rb"<!doctype html|<html[\s>]", re.IGNORECASE)
_AGAIN = "download it again"


class DumpError(ValueError):
    """A file is no dump that can be read; one line with the path, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class WithVariants:
    """A record, and the family names under which its persons are printed elsewhere: it is found under them too."""

    record: Record
    families: tuple[str, ...]


class Readable(Protocol):
    """What bytes are read from: a file, an unpacked stream, a member of an archive."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, and none only at the end."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a dump, to be read before the next is asked for.

    `place` is how messages name it, `name` its path in the dump; `alone` says that it is all of the dump.
    """

    place: str
    name: str
    stream: Readable
    alone: bool = False

    def blocks(self) -> Iterator[bytes]:
        """Yield the part's bytes in blocks of some 256 KB."""
        while block := self.stream.read(_BLOCK):
            yield block

    def whole(self, largest: int) -> bytes:
        """Return all of the part; raise `DumpError` where it is longer than `largest` bytes."""
        content = bytearray()
        for block in self.blocks():
            content += block
            if len(content) > largest:
                raise DumpError(f"{self.place}: larger than {largest // MEGABYTE} MB, which no such file is")
        return bytes(content)


def parts(path: Path, fits: Callable[[str], bool]) -> Iterator[Part]:
    """Yield the files of a dump, unpacked: the file itself, or those in the folder or tar whose names fit.

    A name is the path below the folder or within the tar, with `/`. A file given by itself needs no fitting name.
    Raises `DumpError` for what cannot be opened, is packed wrongly or cut short, and for a dump of one file that is
    empty or a web page; what is no good among many is for the reader to judge.
    """
    try:
        if path.is_dir():
            yield from _in_folder(path, fits)
            return
        with path.open("rb") as file:
            yield from _unpacked_parts(Part(str(path), path.name, file, alone=True), fits)
    except OSError as trouble:
        raise DumpError(f"{path}: cannot be read ({trouble.strerror or trouble}); check the path") from trouble


def unpacked(place: str, content: bytes, largest: int) -> bytes:
    """Return what a packed file of that content holds; raise `DumpError` where it is damaged, or longer than that."""
    packing = next((packing for magic, packing in _PACKINGS if content.startswith(magic)), None)
    if packing is None:
        raise DumpError(f"{place}: this is not packed as its name says; name the document itself")
    part = Part(place, place, io.BytesIO(content))
    return replace(part, stream=_Unpacked(part, packing)).whole(largest)


def _in_folder(folder: Path, fits: Callable[[str], bool]) -> Iterator[Part]:
    """Yield the files of a folder in the order of their names; a link that leads out of the folder is passed over."""
    root = folder.resolve()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not fits(name) or not path.is_file() or not path.resolve().is_relative_to(root):
            continue
        with path.open("rb") as file:
            yield from _unpacked_parts(Part(str(path), name, file), fits)


def _unpacked_parts(part: Part, fits: Callable[[str], bool]) -> Iterator[Part]:
    """Yield what a file holds once all that packs it is taken off."""
    for _ in range(_DEEPEST):
        stream = _Peeked(part)
        if part.alone:
            refuse_what_is_no_dump(part.place, stream.head)
        part = replace(part, stream=stream)
        if stream.head[257:262] == b"ustar":
            yield from _in_tar(part, fits)
            return
        packing = next((packing for magic, packing in _PACKINGS if stream.head.startswith(magic)), None)
        if packing is None:
            yield part
            return
        part = replace(part, stream=_Unpacked(part, packing))
    raise DumpError(f"{part.place}: packed more than {_DEEPEST - 1} times over; unpack it")


def refuse_what_is_no_dump(place: str, head: bytes) -> None:
    """Raise `DumpError` for the first bytes of a file that is empty, a web page, or an archive that is not read."""
    if not head.strip():
        raise DumpError(f"{place}: the file is empty; {_AGAIN}")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _WEB_PAGE.search(head[:1024]):
        raise DumpError(f"{place}: a web page, not a dump (the server answered something else); {_AGAIN}")
    if head.startswith((b"PK\x03\x04", b"7z\xbc\xaf\x27\x1c", b"\x28\xb5\x2f\xfd", b"Rar!")):
        raise DumpError(f"{place}: packed in a way that is not read here; unpack it, or pack it with gzip or xz")


def by_reason(sentence: str) -> str:
    """Return what a reader of single records says of one that is none with its reason in front, to be counted by.

    >>> by_reason("dblp homepages/12/34: a person's page, not a publication")
    "a person's page, not a publication: homepages/12/34"
    """
    named, _, reason = sentence.rpartition(": ")
    return f"{reason}: {named.partition(' ')[2]}"


class _Peeked:
    """A stream whose first bytes (`head`, up to 4 KB) have been looked at and are still to be read."""

    def __init__(self, part: Part) -> None:
        self._stream = part.stream
        self.head = b""
        while len(self.head) < 4096 and (more := self._stream.read(4096 - len(self.head))):
            self.head += more
        self._held = self.head

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes."""
        if not self._held:
            return self._stream.read(size)
        block, self._held = self._held[:size], self._held[size:]
        return block


class _Unpacker(Protocol):
    """What the decompressors of lzma and bz2 have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gunzip:
    """zlib's decompressor with the face of the two others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


_PACKINGS: tuple[tuple[bytes, Callable[[], _Unpacker]], ...] = (
    (b"\x1f\x8b", _Gunzip),
    (b"\xfd7zXZ\x00", lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)),
    (b"BZh", bz2.BZ2Decompressor),
)


class _Unpacked:
    """The bytes that a packed part holds, of all its members (gzip and xz files may be chained)."""

    def __init__(self, part: Part, packing: Callable[[], _Unpacker]) -> None:
        self._part = part
        self._packing = packing
        self._member = packing()
        self._held = b""  # the block that was read last, of which the bytes from `_at` on are still to be unpacked
        self._at = self._packed = self._made = 0
        self._ended = False

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes; raise `DumpError` where the packing is damaged or ends too soon."""
        while True:
            if self._ended or (self._member.eof and not self._next_member()):
                return b""
            more = b""
            if self._member.needs_input:
                more = self._more()
                if not more:
                    raise DumpError(f"{self._part.place}: cut short, the packed data end too soon; {_AGAIN}")
            if block := self._decompressed(more, size):
                return block

    def _decompressed(self, more: bytes, size: int) -> bytes:
        try:
            block = self._member.decompress(more, size)
        except (zlib.error, lzma.LZMAError, OSError, EOFError) as fault:
            raise DumpError(f"{self._part.place}: the packed data are damaged ({fault}); {_AGAIN}") from fault
        self._made += len(block)
        if self._made > _UNQUESTIONED + _STEEPEST * self._packed:
            raise DumpError(f"{self._part.place}: unpacks to more than {_STEEPEST} times its size; it is no dump")
        return block

    def _next_member(self) -> bool:
        """Begin the next member, if anything but padding follows the last."""
        self._at -= len(self._member.unused_data)
        while more := self._more():
            if rest := more.lstrip(b"\x00"):
                self._at -= len(rest)
                self._member = self._packing()
                return True
        self._ended = True
        return False

    def _more(self) -> bytes:
        """Return the next packed bytes: few at a time, because what a member leaves of them is copied."""
        if self._at == len(self._held):
            self._held, self._at = self._part.stream.read(_BLOCK), 0
            self._packed += len(self._held)
        more = self._held[self._at : self._at + _FED]
        self._at += len(more)
        return more


class _Cut(ValueError):
    """A tar ends within a header, or has one that is longer than any."""


class _Header(tarfile.TarInfo):
    """A header of a tar that is bounded: tarfile reads long names and pax headers into memory, whatever they say."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        """Return the header in 512 bytes; raise `_Cut` for fewer, and for one that would take memory."""
        if len(buf) < tarfile.BLOCKSIZE:
            raise _Cut("cut short")
        header = super().frombuf(buf, encoding, errors)
        if header.type == tarfile.GNUTYPE_SPARSE or (header.type in _NAMING and header.size > _LONGEST_HEADER):
            raise _Cut("a header of a kind that no dump has")
        return header


_NAMING = frozenset({tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE})


def _in_tar(part: Part, fits: Callable[[str], bool]) -> Iterator[Part]:
    """Yield the regular files of a tar whose names fit; one with a name that leads elsewhere is passed over."""
    try:
        with tarfile.open(fileobj=part.stream, mode="r|", bufsize=MEGABYTE, tarinfo=_Header) as tar:  # type: ignore[call-overload]
            for member in tar:
                tar.members = []
                name = member.name.removeprefix("./")
                if not member.isreg() or ".." in name.split("/") or name.startswith("/") or not fits(name):
                    continue
                content = tar.extractfile(member)
                if content is not None:
                    yield from _unpacked_parts(Part(f"{part.place}:{name}", name, content), fits)
    except (tarfile.TarError, _Cut, EOFError) as fault:
        raise DumpError(f"{part.place}: the tar is damaged or cut short ({fault}); {_AGAIN}") from fault
