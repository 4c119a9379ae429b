"""DBLP's dump (https://dblp.org/xml/, CC0): dblp.xml cut into pieces, and the records of a piece.

The file is one element `<dblp>` of some eight million records, ISO-8859-1, with the named entities of dblp.dtd:

    <inproceedings mdate="2017-11-06" key="conf/aaai/AhmadHWTPS10">
    <author>Muhammad Aurangzeb Ahmad</author><title>GTPA: A Generative Model.</title> ... </inproceedings>

Its DOCTYPE is passed over with all that it declares: the entities are those of HTML, and nothing is fetched.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from sources.dblp.entries import entries
from sources.dblp.read import number_entities, read_element
from sources.dblp.record import Said, record_of
from sources.dump import MEGABYTE, DumpError, Part, by_reason, parts
from sources.record import Record

# What DBLP calls its records (dblp.dtd); `www` and `person` are persons' pages.
_KINDS = rb"article|inproceedings|proceedings|book|incollection|phdthesis|mastersthesis|www|person|data"
_START = re.compile(rb"<(?:" + _KINDS + rb")\s")
_KEY = re.compile(rb"\skey\s*=\s*[\"']([^\"'<>]{1,200})")
_ENCODING = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_ROOT = re.compile(rb"<dblp[\s>]")
_END = b"</dblp>"
_PIECE = MEGABYTE
# The last records of a piece are looked for in its last bytes.
_TAIL = 64 * 1024
_LONGEST_RECORD = 16 * MEGABYTE
_LONGEST_HEAD = MEGABYTE
_ROOT_TAG = b"<dblp>"
# In others, a parser and Python may take some bytes for different characters.
_PLAIN_ENCODINGS = frozenset({"ISO-8859-1", "US-ASCII", "UTF-8"})
_HEADER = b'<?xml version="1.0" encoding="%s"?>\n<dblp>'


def chunks(path: Path) -> Iterator[bytes]:
    """Yield dblp.xml (plain, or packed) in pieces of some 1 MB: each a whole document of whole records.

    Raises `DumpError` where the file is no dblp.xml, holds no record, or is cut short (which shows at its end).
    """
    found = False
    for part in parts(path, lambda name: name.endswith((".xml", ".xml.gz"))):
        found = True
        yield from _cut(part)
    if not found:
        raise DumpError(f"{path}: holds no .xml file; give dblp.xml.gz as it was downloaded")


def read_chunk(chunk: bytes) -> list[Record | str]:
    """Return what each record of a piece says: a Record, or a sentence of why it is none.

    A record that is no XML costs only itself.
    """
    return [read_said(each) if isinstance(each, Said) else each for each in said_in_chunk(chunk)]


def said_in_chunk(chunk: bytes) -> Iterator[Said | Record | str]:
    """Yield what `read_chunk` returns, with the fields of plain entries for what `read_said` makes of them."""
    chunk = number_entities(chunk)
    try:
        # All of them before the first is read, as the fault of one may be that there is none in truth.
        found = list(entries(_text(chunk)))
    except ValueError:
        yield from _read_parsed(chunk)
        return
    for entry in found:
        if isinstance(entry, str):
            yield from _read_single((_HEADER % b"UTF-8") + entry.encode() + _END)
        else:
            yield entry


def read_said(said: Said) -> Record | str:
    """Return the record of a plain entry, or the sentence of why it is none."""
    result = record_of(said)
    return by_reason(result) if isinstance(result, str) else result


def _text(chunk: bytes) -> str:
    """Return what a piece holds within `<dblp>`; raise `ValueError` where only a parser may say which text it is."""
    header, _, body = chunk.partition(_ROOT_TAG)
    declared = _ENCODING.search(header)
    name = declared[1].decode("ascii").upper() if declared else ""
    if name not in _PLAIN_ENCODINGS:
        raise ValueError("in an encoding of many dialects")
    return body.removesuffix(_END).decode(name)


def _read_parsed(chunk: bytes) -> list[Record | str]:
    try:
        return _read(chunk)
    except etree.XMLSyntaxError:
        return [result for single in _singles(chunk) for result in _read_single(single)]


def _cut(part: Part) -> Iterator[bytes]:
    """Cut one file before the start tags of records, so that no record is parted."""
    blocks = part.blocks()
    header, held = _head(part, blocks)
    for block in blocks:
        held += block
        if len(held) < _PIECE:
            continue
        place = _last_start(held)
        if place:
            yield header + held[:place] + _END
            held = held[place:]
        elif len(held) > _LONGEST_RECORD:
            raise DumpError(f"{part.place}: a record of more than {_LONGEST_RECORD // MEGABYTE} MB; it is no dblp.xml")
    body, end, _ = held.rpartition(_END)
    if not end:
        raise DumpError(f"{part.place}: cut short, there is no </dblp> at its end; download it again")
    yield header + body + _END


def _head(part: Part, blocks: Iterator[bytes]) -> tuple[bytes, bytes]:
    """Return the header that every piece gets, and what was read from the first record on."""
    held = b""
    for block in blocks:
        held += block
        start = _START.search(held)
        if start:
            if not _ROOT.search(held, 0, start.start()):
                break
            return _HEADER % _encoding(part, held[: start.start()]), held[start.start() :]
        if len(held) > _LONGEST_HEAD:
            break
    if _ROOT.search(held):
        raise DumpError(f"{part.place}: a dblp.xml without a record; download it again")
    raise DumpError(f"{part.place}: not dblp.xml, it has no <dblp> before its first record; give dblp.xml.gz")


def _encoding(part: Part, head: bytes) -> bytes:
    """Return the encoding that the file declares; one in which tags are not ASCII cannot be cut."""
    declared = _ENCODING.search(head)
    name = declared[1] if declared else b"UTF-8"
    try:
        readable = "<article >".encode(codecs.lookup(name.decode("ascii")).name) == b"<article >"
    except (LookupError, UnicodeError):
        readable = False
    if not readable:
        raise DumpError(f"{part.place}: in the encoding {name.decode()}, which is not read; convert it to UTF-8")
    return name


def _last_start(held: bytes) -> int:
    """Return where the last record begins that `held` has a start tag of; 0 where that is the first."""
    place = 0
    for tail in (len(held) - _TAIL, 0):
        for start in _START.finditer(held, max(tail, 0)):
            place = start.start()
        if place:
            break
    return place


def _read(document: bytes) -> list[Record | str]:
    # A parser of its own for each piece: lxml's keep the names they have seen.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(document, parser)
    results = (read_element(element) for element in root)
    return [by_reason(result) if isinstance(result, str) else result for result in results]


def _singles(chunk: bytes) -> Iterator[bytes]:
    """Yield each record of a piece as a document of its own."""
    starts = [start.start() for start in _START.finditer(chunk)]
    body = len(chunk) - len(_END)
    for start, end in zip(starts, [*starts[1:], body], strict=True):
        yield chunk[: starts[0]] + chunk[start:end] + _END


def _read_single(document: bytes) -> list[Record | str]:
    try:
        return _read(document)
    except etree.XMLSyntaxError as fault:
        key = _KEY.search(document)
        name = key[1].decode("latin-1") if key else "without a key"
        return [f"malformed record: dblp {name} ({' '.join(str(fault.msg).split())[:80]})"]
