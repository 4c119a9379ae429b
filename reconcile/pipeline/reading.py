"""The documents of a run: files and folders, each read once, told apart by their names, copies said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from reconcile.documents import Unreadable, read
from reconcile.documents.blocks.block import Document


def read_all(paths: Iterable[str | Path | Document]) -> list[Document]:
    """Read files and folders, each once. Documents that have one name are told apart by their paths.

    Raises `reconcile.documents.Unreadable`.
    """
    documents, unreadable = read_each(paths)
    if unreadable:
        raise unreadable[0]
    return documents


def read_each(paths: Iterable[str | Path | Document]) -> tuple[list[Document], list[Unreadable]]:
    """Read files and folders as `read_all` does, and return beside them why some cannot be read at all.

    Such a one has its place among the documents, with the reason as its complaint, and so has a copy of another file.
    A file that is named and lies in a folder that is named is read once. Documents stay as they are.
    """
    given = [path if isinstance(path, Document) else Path(path) for path in paths]
    once = {path if isinstance(path, Document) else path.resolve(): path for path in reversed(given)}
    found: dict[Path | Document, tuple[Path, Document]] = {}
    unreadable: list[Unreadable] = []
    for path in reversed(once.values()):
        if isinstance(path, Document):
            found[path] = Path(path.name), path
            continue
        whole = path.resolve()
        try:
            for document in read(path):
                found.setdefault(_place(path, whole, document), (path, document))
        except Unreadable as reason:
            unreadable.append(reason)
            found[whole] = path, Document(str(path), (), (str(reason),))
    names = Counter(document.name for _, document in found.values())
    told_apart = [each if names[each.name] == 1 else _with_path(path, each) for path, each in found.values()]
    return list(_without_copies(found, told_apart)), unreadable


def _without_copies(files: Iterable[Path | Document], documents: Iterable[Document]) -> Iterator[Document]:
    """Yield the documents, of two files with the same bytes the second as a complaint only."""
    first: dict[bytes, str] = {}
    for file, document in zip(files, documents, strict=True):
        content = _digest(file) if isinstance(file, Path) and document.blocks else b""
        if content and first.setdefault(content, document.name) != document.name:
            same = f"{document.name}: this is {first[content]}, byte for byte, and is read once"
            yield Document(document.name, (), (same,))
        else:
            yield document


def _digest(file: Path) -> bytes:
    """Return what tells a file's bytes from those of any other; nothing for what is no file to be read again."""
    try:
        return sha256(file.read_bytes()).digest() if file.is_file() else b""
    except OSError:
        return b""


def _place(path: Path, whole: Path, document: Document) -> Path:
    """Return where a document of a file or a folder lies; one of an archive beneath the archive."""
    return whole / document.name if path.is_dir() else whole / Path(document.name).relative_to(path.name)


def _with_path(path: Path, document: Document) -> Document:
    return replace(document, name=str(_place(path, path, document)))
