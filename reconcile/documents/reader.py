"""A file, a folder or standard input to documents, by the table of readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from reconcile.documents.bib import read_bib
from reconcile.documents.block import Document
from reconcile.documents.docx import read_docx
from reconcile.documents.encoding import Lines, check_size, number, read_bytes
from reconcile.documents.html import read_html
from reconcile.documents.jsontree import read_json
from reconcile.documents.markdown import read_markdown
from reconcile.documents.org import read_org
from reconcile.documents.pdf import read_pdf
from reconcile.documents.plain import read_plain
from reconcile.documents.ris import read_ris
from reconcile.documents.rst import read_rst
from reconcile.documents.sniff import sniff
from reconcile.documents.table import read_table
from reconcile.documents.tex import read_tex
from reconcile.documents.unreadable import MAX_BYTES, Unreadable
from reconcile.documents.yamltree import read_yaml

TEXT_READERS: Mapping[str, Callable[[str, Lines], Document]] = {
    ".bib": read_bib,
    ".csv": read_table,
    ".htm": read_html,
    ".html": read_html,
    ".json": read_json,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".org": read_org,
    ".qmd": read_markdown,
    ".ris": read_ris,
    ".rst": read_rst,
    ".tex": read_tex,
    ".tsv": read_table,
    ".yaml": read_yaml,
    ".yml": read_yaml,
}
BINARY_READERS: Mapping[str, Callable[[str, bytes], Document]] = {".docx": read_docx, ".pdf": read_pdf}
_SNIFFED = ".txt"
SUFFIXES = frozenset({_SNIFFED, *TEXT_READERS, *BINARY_READERS})
# The first bytes of files without a telling name.
_SIGNATURES = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx"))


def read(path: str | Path) -> tuple[Document, ...]:
    """Return the document in a file, or those in a folder (with its folders) in the order of their names.

    Raises `Unreadable` for a file that cannot be read, and for a folder without any document; a file of a folder that
    cannot be read is a complaint of its document instead. Files of other formats and hidden ones in a folder are
    passed over.
    """
    path = Path(path)
    if path.is_dir():
        found = tuple(_read_folder(path))
        if not found:
            raise Unreadable(f"{path}: no document in this folder; the formats read are {' '.join(sorted(SUFFIXES))}")
        return found
    try:
        return (_read_file(path, path.name),)
    except Unreadable as reason:
        raise Unreadable(f"{path}{str(reason).removeprefix(path.name)}") from reason


def read_text(text: str, name: str, suffix: str = _SNIFFED) -> Document:
    """Return the document that `text` in the format of `suffix` is; `.txt` is looked into."""
    return _read_lines(name, number(text), suffix)


def read_stdin(content: bytes, name: str = "-") -> Document:
    """Return the document that came over standard input, its format guessed from the content."""
    check_size(len(content), MAX_BYTES, name)
    return _read_content(name, content, _SNIFFED)


def _read_folder(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        inside = path.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) for part in inside.parts)
        if hidden or path.suffix.lower() not in SUFFIXES or not path.is_file():
            continue
        name = inside.as_posix()
        try:
            yield _read_file(path, name)
        except Unreadable as reason:
            yield Document(name, (), (str(reason),))


def _read_file(path: Path, name: str) -> Document:
    suffix = path.suffix.lower()
    try:
        size = path.stat().st_size
        if suffix not in SUFFIXES:
            raise Unreadable(f"{name}: this format is not read; export it as PDF, DOCX or text")
        check_size(size, MAX_BYTES, name)
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror or error}; check the path and its permissions") from error
    return _read_content(name, content, suffix)


def _read_content(name: str, content: bytes, suffix: str) -> Document:
    if not content.strip():
        return Document(name, (), (f"{name}: this document is empty",))
    if suffix == _SNIFFED:
        suffix = next((known for sign, known in _SIGNATURES if content.startswith(sign)), suffix)
    if suffix in BINARY_READERS:
        return BINARY_READERS[suffix](name, content)
    return _read_lines(name, read_bytes(content, name), suffix)


def _read_lines(name: str, lines: Lines, suffix: str) -> Document:
    suffix = sniff(lines.joined()) if suffix == _SNIFFED else suffix
    return TEXT_READERS.get(suffix, read_plain)(name, lines)
