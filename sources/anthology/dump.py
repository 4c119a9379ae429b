"""The Anthology's dumps: its data folder (XML), as a folder or a tar, single files of it, and its bulk `.bib`.

A piece is one XML file behind two lines of JSON, its name and the names of persons that are printed under several, or
entries of a `.bib` behind the macros that they use. The
records are those that `read` makes of the `.bib`; the XML says beside it what was retracted, removed or corrected.
"""

from __future__ import annotations

import codecs
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path

from lxml import etree

from sources.anthology.bib import NotBibtex
from sources.anthology.dump_xml import Paper, in_collection, read_paper, volume_of
from sources.anthology.read import VOLUME, read
from sources.anthology.variants import FILES, LARGEST, read_variants
from sources.dump import MEGABYTE, DumpError, Part, WithVariants, parts
from sources.record import Record, Relation, Type

_FILES = re.compile(r"(?:.*/)?xml/[^/]+\.xml|[^/]+\.xml(?:\.gz)?|[^/]+\.bib(?:\.gz)?")
_PIECE = MEGABYTE
# So much of a dump is held; that of 2021 has 73 MB.
_HELD = 96 * MEGABYTE
# The longest file of 2024 has 20 MB, abstracts and all.
_LARGEST = 128 * MEGABYTE
# Before the name of an XML file; no `.bib` begins with it.
_NAME = b"\x00"
_COLLECTION = re.compile(rb"<collection[\s>]")
_STRING = re.compile(r"^@string\s*\{\s*(?P<name>[^\s={}\"]{1,200})\s*=[^\n]{0,2000}$", re.MULTILINE | re.IGNORECASE)
_USED = re.compile(r"[=#]\s*([A-Za-z][^\s\"{}#,]*)")


def chunks(path: Path) -> Iterator[bytes]:
    """Yield the pieces of a dump: its XML files one by one, the `.bib` in pieces of some 1 MB.

    Raises `DumpError` where there is neither, where a file given by itself is no file of the Anthology, and where an
    archive is damaged or cut short.
    """
    table: dict[str, list[str]] = {}
    pieces = _pieces(path, table)
    # The table stands behind the XML, and every file needs it. An archive that is too large to be held is read twice.
    held = deque(_first(pieces))
    if not held:
        raise DumpError(
            f"{path}: holds nothing of the Anthology; give its data folder, a tar of it, or anthology.bib.gz"
        )
    if sum(map(len, held)) >= _HELD:
        table |= _variants(path)
    variants = json.dumps(table).encode()
    while held:
        yield _with_table(held.popleft(), variants)
    for piece in pieces:
        yield _with_table(piece, variants)


def _pieces(path: Path, table: dict[str, list[str]]) -> Iterator[bytes]:
    """Yield the pieces of a dump, XML still without the table of variants, which is put into `table` where it comes."""
    for part in parts(path, lambda name: bool(_FILES.fullmatch(name) or FILES.fullmatch(name))):
        if FILES.fullmatch(part.name) and not part.alone:
            table |= read_variants(part.whole(LARGEST))
        else:
            yield from _of_part(part)


def _first(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the first pieces, until they are as many bytes together as are held."""
    size = _HELD
    while size > 0 and (piece := next(pieces, None)) is not None:
        size -= len(piece)
        yield piece


def _variants(path: Path) -> dict[str, list[str]]:
    """Return the table of persons with several names."""
    found: dict[str, list[str]] = {}
    for part in parts(path, lambda name: bool(FILES.fullmatch(name))):
        if part.alone:
            break
        found |= read_variants(part.whole(LARGEST))
    return found


def _with_table(piece: bytes, variants: bytes) -> bytes:
    """Return a piece of XML with the table of variants behind its name; one of a `.bib` as it is."""
    if not piece.startswith(_NAME):
        return piece
    name, _, document = piece.partition(b"\n")
    return b"\n".join([name, variants, document])


def read_chunk(chunk: bytes) -> list[Record | WithVariants | str]:
    """Return what a piece holds: papers and volumes, and a sentence for each thing that is no record.

    A file that is no XML costs only itself.
    """
    return [read_paper(each) if isinstance(each, Paper) else each for each in found_in_chunk(chunk)]


def found_in_chunk(chunk: bytes) -> Iterable[Paper | Record | str]:
    """Return what `read_chunk` does, with the papers of XML unread, for what `read_paper` makes of them."""
    if not chunk.startswith(_NAME):
        return _of_bib(chunk)
    name, table, document = chunk.removeprefix(_NAME).split(b"\n", 2)
    # No entity of the file's own is expanded and nothing is fetched.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(document, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        return [f"malformed file: anthology {json.loads(name)} ({' '.join(str(fault).split())[:80]})"]
    return in_collection(root, _table(table)) if root.tag == "collection" else []


@lru_cache(maxsize=2)
def _table(written: bytes) -> Mapping[str, list[str]]:
    """Return the table of variants that stands before each of a dump's files."""
    table: dict[str, list[str]] = json.loads(written)
    return table


def _of_part(part: Part) -> Iterator[bytes]:
    """Yield the pieces of one file, whichever of the two kinds it is of."""
    blocks = part.blocks()
    first = b""
    for block in blocks:
        first += block
        if first.strip():
            break
    if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        yield from _of_file(part, first)
    elif b"@" in first and b"\x00" not in first:
        yield from _cut(part, chain([first], blocks))
    elif part.alone:
        raise DumpError(
            f"{part.place}: neither XML nor BibTeX of the Anthology; give its data folder or anthology.bib.gz"
        )


def _of_file(part: Part, first: bytes) -> Iterator[bytes]:
    """Yield an XML file behind its name, unless it is of another kind."""
    document = first + part.whole(_LARGEST)
    if part.alone and not _COLLECTION.search(document[: 64 * 1024]):
        raise DumpError(f"{part.place}: XML, but no <collection> of the Anthology; give its data folder")
    if part.alone and not document.rstrip().endswith(b"</collection>"):
        raise DumpError(f"{part.place}: cut short, there is no </collection> at its end; download it again")
    if _COLLECTION.search(document[: 64 * 1024]):
        yield b"\n".join([_NAME + json.dumps(part.name).encode(), document])


def _cut(part: Part, blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Cut a `.bib` before entries, and put before each piece the macros that it uses."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    macros: dict[str, str] = {}
    held = ""
    for block in blocks:
        held += decoder.decode(block).replace("\r\n", "\n")
        place = held.rfind("\n@") + 1
        if len(held) >= _PIECE and place:
            yield _with_macros(held[:place], macros)
            held = held[place:]
        elif len(held) > _LARGEST:
            raise DumpError(f"{part.place}: an entry of more than {_LARGEST // MEGABYTE} MB; it is no .bib")
    held += decoder.decode(b"", final=True)
    if held.strip():
        if part.alone and not held.rstrip().endswith("}"):
            raise DumpError(f"{part.place}: cut short within an entry; download it again")
        yield _with_macros(held, macros)


def _with_macros(piece: str, macros: dict[str, str]) -> bytes:
    """Return a piece behind the macros that it uses and does not define; add those that it defines to `macros`."""
    used = _closure(_USED.findall(piece), macros)
    own = {found["name"].lower(): found[0] for found in _STRING.finditer(piece)}
    before = [macros[name] for name in used if name not in own]
    macros.update(own)
    return "\n".join([*before, piece]).encode()


def _closure(names: list[str], macros: Mapping[str, str]) -> list[str]:
    """Return the macros that are used, in the order of their definition, with those that they use themselves."""
    wanted = set()
    open_names = {name.lower() for name in names}
    while open_names:
        name = open_names.pop()
        if name in macros and name not in wanted:
            wanted.add(name)
            open_names.update(used.lower() for used in _USED.findall(macros[name]))
    return [name for name in macros if name in wanted]


def _of_bib(chunk: bytes) -> list[Record | str]:
    try:
        answer = read(chunk)
    except NotBibtex:
        return []
    unread = (f"unread entry: anthology {sentence}" for sentence in answer.unread)
    return [*map(_placed, answer.records), *unread]


def _placed(record: Record) -> Record:
    """Return a record of the `.bib` with its volume, as the XML gives it."""
    if record.type is Type.BOOK:
        return replace(record, genre=VOLUME)
    volume = volume_of(record.key)
    return replace(record, relations=(Relation("is-part-of", volume),)) if volume else record
