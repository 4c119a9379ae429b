"""A file, a folder or standard input to documents, by the table of readers."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import cast

from reconcile.arguments import InputError
from reconcile.documents.archive import members
from reconcile.documents.blocks.block import Document
from reconcile.documents.blocks.encoding import Lines, check_size, decode, number, read_bytes
from reconcile.documents.blocks.unreadable import MAX_BYTES, MAX_UNPACKED_BYTES, Unreadable
from reconcile.documents.markup.accounts import with_accounts_named
from reconcile.documents.outputs import are_outputs, is_hidden, is_output
from reconcile.documents.packed import PACKED, content_of, inner_name
from reconcile.documents.sniff import sniff
from reconcile.documents.vocabularies.telling import HEAD, vocabulary_of
from reconcile.piped import STANDARD_INPUT

# The module that reads a suffix, and the function in it. A module is loaded when the first document of its kind is
# read: all of them together take most of a second.
TEXT_READERS: Mapping[str, tuple[str, str]] = {
    ".bbl": ("latex.bbl", "read_bbl"),
    ".bib": ("bib.read", "read_bib"),
    ".ciw": ("exports.tagged", "read_web_of_science"),
    ".csljson": ("trees.json", "read_json"),
    ".csv": ("text.table", "read_table"),
    ".enw": ("exports.tagged", "read_refer"),
    ".htm": ("markup.html", "read_html"),
    ".html": ("markup.html", "read_html"),
    ".json": ("trees.json", "read_json"),
    ".jsonl": ("trees.json", "read_json_lines"),
    ".markdown": ("markup.markdown", "read_markdown"),
    ".md": ("markup.markdown", "read_markdown"),
    ".mediawiki": ("wiki.read", "read_wikitext"),
    ".nbib": ("exports.tagged", "read_medline"),
    ".ndjson": ("trees.json", "read_json_lines"),
    ".nxml": ("vocabularies.read", "read_xml"),
    ".org": ("markup.org", "read_org"),
    ".qmd": ("markup.markdown", "read_markdown"),
    ".rdf": ("vocabularies.read", "read_xml"),
    ".refer": ("exports.tagged", "read_refer"),
    ".ris": ("exports.tagged", "read_ris"),
    ".rst": ("markup.rst", "read_rst"),
    ".tex": ("latex.read", "read_tex"),
    ".tsv": ("text.table", "read_table"),
    ".typ": ("typst.read", "read_typst"),
    ".wiki": ("wiki.read", "read_wikitext"),
    ".wikitext": ("wiki.read", "read_wikitext"),
    ".xml": ("vocabularies.read", "read_xml"),
    ".yaml": ("trees.yaml", "read_yaml"),
    ".yml": ("trees.yaml", "read_yaml"),
}
BINARY_READERS: Mapping[str, tuple[str, str]] = {
    ".docx": ("office.docx", "read_docx"),
    ".eml": ("mail", "read_mail"),
    ".fods": ("office.sheets", "read_fods"),
    ".fodt": ("office.odt", "read_fodt"),
    ".ods": ("office.sheets", "read_ods"),
    ".odt": ("office.odt", "read_odt"),
    ".pdf": ("pdf.read", "read_pdf"),
    ".rtf": ("office.rtf", "read_rtf"),
    ".xlsm": ("office.sheets", "read_workbook"),
    ".xlsx": ("office.sheets", "read_workbook"),
}
# Formats that only the content of a text tells (see `sniff`).
SNIFFED_READERS: Mapping[str, tuple[str, str]] = {
    "academia page": ("portals.profiles", "read_profile"),
    "ads text": ("exports.tagged", "read_ads"),
    "dblp page": ("portals.pages", "read_dblp_page"),
    "endnote text": ("exports.labelled", "read_labelled"),
    "linkedin page": ("portals.profiles", "read_profile"),
    "openreview page": ("portals.openreview", "read_openreview_page"),
    "orcid page": ("portals.pages", "read_orcid_page"),
    "pubmed text": ("exports.pubmed", "read_pubmed"),
    "researchgate page": ("portals.researchgate", "read_gate_page"),
    "scopus text": ("exports.scopus", "read_scopus"),
    "semantic scholar page": ("portals.semanticscholar", "read_semantic_scholar_page"),
}
# What is read of packed files in a folder, where people keep packed data as well: dumps of wikis, bibliographies.
_READ_PACKED = frozenset({".bib", ".enw", ".mediawiki", ".nbib", ".ris", ".wiki", ".wikitext", ".xml"})
_PLAIN = ("text.plain", "read_plain")
_SNIFFED = ".txt"
_MARKED_UP = frozenset({".nxml", ".rdf", ".xml"})
_ARCHIVE = ".zip"
# EndNote's libraries are a database; what other programs give that name is text.
_LIBRARY = ".enl"
SUFFIXES = frozenset({_SNIFFED, _ARCHIVE, _LIBRARY, *PACKED, *TEXT_READERS, *BINARY_READERS})
# Formats in which lists of publications are kept, and what they can be saved as.
_NOT_READ: Mapping[str, str] = {
    **dict.fromkeys(".doc .docm .dot .ott .pages .sxw .wpd .wps".split(), ".docx or .pdf"),
    **dict.fromkeys(".djvu .epub .ps".split(), ".pdf"),
    **dict.fromkeys(".numbers .xls .xlsb".split(), ".xlsx or .csv"),
}
_LINKED = "this link leads out of the folder and is not followed; name the file itself"
_CLOSED = "Permission denied; check the permissions of this folder"
# The first bytes of files without a telling name.
_SIGNATURES = (
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", re.DOTALL), ".odt"),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet", re.DOTALL), ".ods"),
    (re.compile(rb"PK\x03\x04.*PK\x01\x02.{42}xl/workbook\.xml", re.DOTALL), ".xlsx"),
    (re.compile(rb"PK\x03\x04"), ".docx"),
    (re.compile(rb"\{\\rtf"), ".rtf"),
)


def read(path: str | Path) -> tuple[Document, ...]:
    """Return the document in a file, or those in a folder (with its folders) in the order of their names.

    Raises `Unreadable` for a file that cannot be read, and for a folder without any document; a file of a folder that
    cannot be read is a complaint of its document instead, and so is one of a format for documents that is not read.
    Other files in a folder are passed over, and so are hidden ones and those that a run wrote. An archive is read as
    a folder is; its documents are called `archive.zip/path`.
    """
    path = Path(path)
    if path.is_dir():
        if _is_closed(path):
            raise Unreadable(f"{path}: {_CLOSED}")
        found = with_accounts_named(tuple(_read_folder(path)))
        if not any(_CLOSED in "".join(document.complaints) for document in found) and not any(
            Path(document.name).suffix.lower() in SUFFIXES for document in found
        ):
            raise Unreadable(f"{path}: no document in this folder; the formats read are {' '.join(sorted(SUFFIXES))}")
        return found
    try:
        found = with_accounts_named(tuple(_read_file(path, path.name)))
    except Unreadable as reason:
        raise Unreadable(f"{path}{str(reason).removeprefix(path.name)}") from reason
    if not any(Path(document.name).suffix.lower() in SUFFIXES for document in found):
        raise Unreadable(f"{path}: no document in this archive; the formats read are {' '.join(sorted(SUFFIXES))}")
    return found


def read_text(text: str, name: str, suffix: str = _SNIFFED) -> Document:
    """Return the document that `text` in the format of `suffix` is; `.txt` is looked into."""
    return _read_lines(name, number(text), suffix)


def read_document(content: str | bytes, name: str = "text.txt") -> Document:
    r"""Return the document that a content is, to be given to `reconcile.run` in the place of a path.

    `name` is what it is called in the result; its suffix names the format, as that of a file does, and what is called
    `.txt` is looked into. Raises `Unreadable` where the format is not read or the content is none of it,
    InputError for what is neither text nor bytes.

    >>> read_document("# Publications\n\n- Ann Lee. On Wool. 2020.", "cv.md").blocks[1].text
    'Ann Lee. On Wool. 2020.'
    """
    if not isinstance(content, str | bytes):
        raise InputError(f"the content is of type {type(content).__name__}; give a text or bytes")
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise Unreadable(f"{name}: this format is not read; give a name with one of {' '.join(sorted(SUFFIXES))}")
    if suffix == _ARCHIVE:
        raise Unreadable(f"{name}: this is an archive of documents; give each of them by itself")
    if isinstance(content, bytes):
        check_size(len(content), MAX_BYTES, name)
        return _read_content(name, content, suffix)
    if suffix in BINARY_READERS or suffix in PACKED:
        raise Unreadable(f"{name}: this format is no text; give its bytes")
    check_size(len(content), MAX_BYTES, name)
    return read_text(content, name, suffix) if content.strip() else _empty(name)


def read_stdin(content: bytes) -> Document:
    """Return the document that came over standard input, its format guessed from the content."""
    check_size(len(content), MAX_BYTES, STANDARD_INPUT)
    return _read_content(STANDARD_INPUT, content, _SNIFFED)


def _read_folder(folder: Path) -> Iterator[Document]:
    root = folder.resolve()
    closed: set[Path] = set()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if not closed.isdisjoint(path.parents):
            continue
        name, suffix = path.relative_to(folder).as_posix(), path.suffix.lower()
        if not is_hidden(path, folder) and _is_closed(path):
            closed.add(path)
            yield Document(name, (), (f"{name}: {_CLOSED}",))
            continue
        if not _is_wanted(name) or is_hidden(path, folder) or not path.is_file() or is_output(path):
            continue
        if suffix in _NOT_READ:
            yield Document(name, (), (f"{name}: {_saved_as(suffix)}",))
            continue
        if suffix in _MARKED_UP and not _is_bibliographic(path):  # a feed, a site's map
            continue
        if not path.resolve().is_relative_to(root):  # a folder that a stranger packed may link to any file
            yield Document(name, (), (f"{name}: {_LINKED}",))
            continue
        try:
            yield from _read_file(path, name)
        except Unreadable as reason:
            yield Document(name, (), (str(reason),))


def _read_archive(name: str, content: bytes) -> Iterator[Document]:
    """Yield the documents of an archive as those of a folder."""
    found = list(members(name, content, _is_wanted))
    passed = are_outputs(member.name for member in found)
    for member in found:
        suffix = Path(member.name).suffix.lower()
        if member.name in passed:
            continue
        if suffix in _NOT_READ:
            yield Document(member.name, (), (f"{member.name}: {_saved_as(suffix)}",))
        elif suffix == _ARCHIVE:
            yield Document(
                member.name, (), (f"{member.name}: this archive is in another and is not opened; unpack it",)
            )
        elif member.is_link:
            yield Document(member.name, (), (f"{member.name}: {_LINKED}",))
        else:
            try:
                content = member.read()
                if suffix not in _MARKED_UP or _begins_as_bibliographic(content, name):
                    yield _read_content(member.name, content, suffix)
            except Unreadable as reason:
                yield Document(member.name, (), (str(reason),))


def _is_wanted(name: str) -> bool:
    """Say whether a file of a folder is a document by its name, read or told that it is not."""
    suffix = Path(name).suffix.lower()
    if suffix in PACKED:
        return Path(inner_name(name)).suffix.lower() in _READ_PACKED
    return suffix in SUFFIXES or suffix in _NOT_READ


def _saved_as(suffix: str) -> str:
    return f"this format is not read; save it as {_NOT_READ[suffix]}"


def _is_closed(path: Path) -> bool:
    """Say whether a path is a folder whose files may not be seen; its silence is not that there are none."""
    return path.is_dir() and not os.access(path, os.R_OK | os.X_OK)


def _is_bibliographic(path: Path) -> bool:
    """Say whether an XML file is of a kind that is read; one that cannot be opened is left for the reader to name."""
    try:
        with path.open("rb") as file:
            return _begins_as_bibliographic(file.read(HEAD), path.name)
    except OSError:
        return True


def _begins_as_bibliographic(content: bytes, name: str) -> bool:
    try:
        return bool(vocabulary_of(decode(content[:HEAD], name)))
    except Unreadable:
        return False


def _read_file(path: Path, name: str) -> Iterator[Document]:
    """Yield the document in a file, or those in an archive."""
    suffix = path.suffix.lower()
    most = MAX_UNPACKED_BYTES if suffix == _ARCHIVE else MAX_BYTES
    try:
        size = path.stat().st_size
        if suffix not in SUFFIXES:
            raise Unreadable(f"{name}: this format is not read; export it as PDF, DOCX or text")
        check_size(size, most, name)
        with path.open("rb") as file:
            content = file.read(most + 1)  # a device has no size and no end
        check_size(len(content), most, name)
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror or error}; check the path and its permissions") from error
    if suffix == _ARCHIVE:
        yield from _read_archive(name, content)
    else:
        yield _read_content(name, content, suffix)


def _read_content(name: str, content: bytes, suffix: str) -> Document:
    if not content.strip():
        return _empty(name)
    if suffix in PACKED:
        return _read_packed(name, content_of(name, content))
    if suffix in (_SNIFFED, _LIBRARY):
        suffix = next((known for sign, known in _SIGNATURES if sign.match(content)), _SNIFFED)
    if suffix in BINARY_READERS:
        read_binary = cast(Callable[[str, bytes], Document], _reader(*BINARY_READERS[suffix]))
        return read_binary(name, content)
    return _read_lines(name, read_bytes(content, name), suffix)


def _read_packed(name: str, content: bytes) -> Document:
    """Return the document that was packed, called as the file is; its format is that of the name within."""
    within = Path(inner_name(name)).suffix.lower()
    if within in PACKED or within == _ARCHIVE:
        raise Unreadable(f"{name}: what is packed in it is packed again; unpack it and name the documents")
    return _read_content(name, content, within if within in SUFFIXES else _SNIFFED)


def _empty(name: str) -> Document:
    return Document(name, (), (f"{name}: this document is empty",))


def _read_lines(name: str, lines: Lines, suffix: str) -> Document:
    suffix = sniff(lines.joined()) if suffix == _SNIFFED else suffix
    read_lines = cast(
        Callable[[str, Lines], Document], _reader(*(TEXT_READERS.get(suffix) or SNIFFED_READERS.get(suffix, _PLAIN)))
    )
    return read_lines(name, lines)


def _reader(module: str, function: str) -> object:
    return getattr(import_module(f"reconcile.documents.{module}"), function)
