"""Documents that are packages, ZIP files of XML: their sizes looked at before anything is unpacked."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from reconcile.documents.encoding import check_size
from reconcile.documents.unreadable import MAX_UNPACK_RATIO, MAX_UNPACKED_BYTES, Unreadable

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
    check_size(unpacked, MAX_UNPACKED_BYTES, name)
    if unpacked > max(_SMALL, MAX_UNPACK_RATIO * len(content)):
        raise Unreadable(f"{name}: {len(content):,} bytes unpack to {unpacked:,}; save the document anew")


def told(error: Exception) -> str:
    """Return what an error says, in one short line."""
    return " ".join(str(error).split())[:_REASON] or type(error).__name__
