"""An archive of documents (.zip): an Overleaf project, a site's source, a library's export with its files.

It is opened in memory and nothing of it is written to disk, so that no name in it leads anywhere.
"""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from reconcile.documents.blocks.encoding import check_size
from reconcile.documents.blocks.unreadable import MAX_BYTES, Unreadable
from reconcile.documents.office.package import BAD_PACKAGE, check_unpacked, told

# An archive with more files is a copy of a disk.
MAX_MEMBERS = 10_000
_ENTRY = b"PK\x01\x02"
# What an archive of macOS has beside the files, hidden in a folder with a name of its own.
_HIDDEN = (".", "~$", "__MACOSX")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its name, what reads its bytes, and whether it is a link."""

    name: str
    read: Callable[[], bytes]
    is_link: bool = False


def members(name: str, content: bytes, wanted: Callable[[str], bool]) -> Iterator[Member]:
    """Yield the files of an archive of which the names are `wanted`, in the order of their names, without hidden ones.

    Their names begin with the archive's. Raises `Unreadable` for what is no archive, or is a bomb; so does reading a
    file that is broken or has a password.
    """
    if content.count(_ENTRY) > MAX_MEMBERS:
        raise Unreadable(
            f"{name}: more than {MAX_MEMBERS:,} files are in this archive; unpack it and name the documents"
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except BAD_PACKAGE as error:
        raise Unreadable(f"{name}: this archive is broken ({told(error)}); pack it anew, or unpack it") from error
    found: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        path = _path(info.filename)
        if not info.is_dir() and wanted(path) and not any(part.startswith(_HIDDEN) for part in path.split("/")):
            found[_unlike(path, found)] = info
    unpacked = sum(info.file_size for info in found.values())
    check_unpacked(name, len(content), unpacked, "unpack it and name the documents")
    for path, info in sorted(found.items()):
        yield _member(f"{name}/{path}", archive, info)


def _member(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    def read() -> bytes:
        check_size(info.file_size, MAX_BYTES, name)
        try:
            return archive.read(info)
        except BAD_PACKAGE as error:
            reason = f"{name}: this file of the archive is broken, or has a password ({told(error)}); pack it anew"
            raise Unreadable(reason) from error

    return Member(name, read, stat.S_ISLNK(info.external_attr >> 16))


def _path(name: str) -> str:
    """Return the path of a file within its archive, which leads nowhere else."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("/", "//", ".", ".."))


def _unlike(path: str, taken: dict[str, zipfile.ZipInfo]) -> str:
    """Return a path, told apart from those before it: an archive may have two files of one name."""
    stem, suffix = PurePosixPath(path).with_suffix(""), PurePosixPath(path).suffix
    number, other = 1, path
    while other in taken:
        number += 1
        other = f"{stem} ({number}){suffix}"
    return other
