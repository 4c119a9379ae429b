"""Documents that are packages, ZIP files of XML: their sizes looked at before anything is unpacked."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib

from reconcile.documents.blocks.encoding import check_size
from reconcile.documents.blocks.unreadable import MAX_UNPACK_RATIO, MAX_UNPACKED_BYTES, Unreadable

# Small documents may be packed tightly; a bomb is both large and tight.
_SMALL = 10_000_000
_REASON = 200

# What zipfile raises on a package that is damaged, encrypted or packed in a way of its own (RuntimeError has
# NotImplementedError and RecursionError below it, ValueError what is no UTF-8).
BAD_PACKAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
)


def check_package(name: str, content: bytes, otherwise: str) -> None:
    """Raise `Unreadable` for a package that unpacks to too much, and, saying `otherwise`, for what is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            unpacked = sum(member.file_size for member in package.infolist())
    except BAD_PACKAGE as error:
        raise Unreadable(f"{name}: {otherwise}") from error
    check_unpacked(name, len(content), unpacked, "save the document anew")


def check_unpacked(name: str, packed: int, unpacked: int, remedy: str) -> None:
    """Raise `Unreadable`, saying the `remedy`, where so many bytes unpack to too many."""
    check_size(unpacked, MAX_UNPACKED_BYTES, name)
    if unpacked > max(_SMALL, MAX_UNPACK_RATIO * packed):
        raise Unreadable(f"{name}: {packed:,} bytes unpack to {unpacked:,}; {remedy}")


def told(error: Exception) -> str:
    """Return what an error says, in one short line."""
    return " ".join(str(error).split())[:_REASON] or type(error).__name__


# The XML of packages has no document type (ECMA-376 part 2, 8.1.4); one could only name entities that grow.
_PROLOG = re.compile(
    rb"[^<]{0,1000}(?:<\?[^>]{0,2000}\?>[^<]{0,1000}|<!--(?:[^-]|-(?!->)){0,20000}-->[^<]{0,1000}){0,20}<[A-Za-z]"
)
_PROLOG_LENGTH = 64_000


def check_prologs(package: zipfile.ZipFile) -> None:
    """Raise ValueError for a package with a part of XML that has a document type."""
    for member in package.infolist():
        if member.filename.lower().endswith((".xml", ".rels")) and member.file_size:
            with package.open(member) as part:
                head = part.read(_PROLOG_LENGTH).replace(b"\0", b"")
            if not _PROLOG.match(head):
                raise ValueError(f"{' '.join(member.filename.split())[-60:]} is no XML of a package")
