"""A document that was packed by itself: `dump.xml.bz2`, as the wikis publish theirs."""

from __future__ import annotations

from pathlib import PurePath

from reconcile.documents.blocks.unreadable import MAX_BYTES, Unreadable

PACKED = frozenset({".bz2", ".gz", ".xz"})


def inner_name(name: str) -> str:
    """Return the name of a document without the suffix of what packed it.

    >>> inner_name("wiki.xml.bz2"), inner_name("wiki.xml")
    ('wiki.xml', 'wiki.xml')
    """
    path = PurePath(name)
    return str(path.with_suffix("")) if path.suffix.lower() in PACKED else name


def content_of(name: str, content: bytes) -> bytes:
    """Return what was packed; raises `Unreadable` where it is broken, or more than is read of a document."""
    from sources.dump import DumpError, unpacked  # here, because it takes as long to load as all else, and few need it

    try:
        return unpacked(name, content, MAX_BYTES)
    except DumpError as error:
        raise Unreadable(str(error)) from error
