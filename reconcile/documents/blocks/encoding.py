"""Bytes to numbered lines: encodings, line endings, and mojibake repaired line by line.

Line numbers are those of an editor: a line ends at CR LF, LF or CR, and at nothing else.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from reconcile.documents.blocks.unreadable import Unreadable

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings that people's publication lists come in when they are not Unicode; cp1252 wins where it fits.
_LEGACY = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "koi8_r", "mac_roman", "shift_jis", "euc_jp", "euc_kr"]
_LEGACY += ["gb18030", "big5", "iso8859_2"]
# What a page says that it is written in: `<meta … charset=iso-8859-2">`, `<?xml version="1.0" encoding="koi8-r"?>`.
_DECLARED = re.compile(
    rb"<(?:meta\b[^<>]{0,300}?\bcharset|\?xml\b[^<>]{0,200}?\bencoding)\s?=\s?[\"']?([\w-]{3,20})", re.I
)
_DECLARED_WITHIN = 5000
# Encodings that pages name and mean another by, as browsers read them; and those that editors name unasked.
_MEANT = {"gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "cp932", "iso8859-9": "cp1254"}
_NAMED_BY_DEFAULT = frozenset({"ascii", "cp1252", "iso8859-1", "utf-8"})
# Encodings of names and of source code, in which no text is written; the first takes time by the square of its length.
_NO_CHARSETS = frozenset({"punycode", "idna", "raw-unicode-escape", "undefined", "unicode-escape"})
# Places of the code pages in which those of Unix have nothing.
_UNUSED = re.compile("[\x80-\x9f]")
# How much less mess another encoding must leave to be believed.
_CLEARLY = 0.02
_SAMPLE = 200_000
LINE_END = re.compile(r"\r\n|\r|\n")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BINARY_SHARE = 0.05
# Letters that begin UTF-8 text which was read as a single-byte code page: a first sieve, `repair` decides.
SUSPECT = re.compile(r"[âÃÂÄÅğðïÎÏÐÑØÙãäåæçèé][^\x00-\x7f]")
# A right quotation mark whose last byte (0x9D) the code page lacks, before ftfy takes the next space for a part of it.
_LOST_QUOTE = re.compile("â€(?=[\\x00-\\x7f]|$)")
# What ftfy must leave when the code page had no character for a byte, which is then lost.
_TRUNCATED = (
    (re.compile("ï¬(?=[\\x00-\\x7f]|$)"), "fi"),
    (re.compile("[ğð]Ÿ[^\\x00-\\x7fğð]{0,2}"), ""),
)


# Characters of a line that each of its entries may have for its source, above any entry alone: a service's answer is
# one line, and as many copies of it as it has entries are no source.
_LONGEST_SHARED = 20_000


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text document: `raw` as decoded, `text` repaired; both have the same length."""

    raw: tuple[str, ...]
    text: tuple[str, ...]

    def source(self, first: int, last: int) -> str:
        """Return lines `first` to `last` (from 1, inclusive) verbatim."""
        return "\n".join(self.raw[first - 1 : last])

    def source_of(self, text: str, first: int, last: int) -> str:
        """Return the lines of an entry; the `text` read of it where it shares one with all of an export's others."""
        shared = first == last and len(self.raw[first - 1]) > _LONGEST_SHARED + 10 * len(text)
        return text if shared else self.source(first, last)

    def joined(self) -> str:
        """Return the repaired text with newlines."""
        return "\n".join(self.text)


def read_bytes(content: bytes, name: str) -> Lines:
    """Return the numbered lines of `content`; raises `Unreadable` for binary content."""
    return number(decode(content, name))


def number(text: str) -> Lines:
    """Return the numbered lines of `text`."""
    raw = tuple(LINE_END.split(text))
    return Lines(raw, tuple(map(repair, raw)))


def decode(content: bytes, name: str) -> str:
    """Return the characters of `content`, whatever its encoding; raises `Unreadable` for binary content."""
    text = _decode(content)
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _BINARY_SHARE * len(sample):
        raise Unreadable(f"{name}: this is no text but binary content; export it as PDF, DOCX or text")
    return text


def repair(line: str) -> str:
    """Return `line` without mojibake, control characters and letters in pieces.

    >>> repair("â€œNAS-LIDâ€ by MÃ¼ller")
    '“NAS-LID” by Müller'
    """
    if line.isascii():
        return _CONTROLS.sub("", line)
    if SUSPECT.search(line):
        import ftfy  # here, because it takes as long to load as a document to read, and few lines need it

        line = ftfy.fix_encoding(_LOST_QUOTE.sub("”", line))
        for pattern, replacement in _TRUNCATED:
            line = pattern.sub(replacement, line)
    return _CONTROLS.sub("", unicodedata.normalize("NFC", line))


def _decode(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if encoding := unmarked_utf16(content[:_SAMPLE]):
        return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(content)


def unmarked_utf16(sample: bytes) -> str:
    """Return the UTF-16 encoding of a sample in which every other byte is mostly zero, else nothing."""
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else ""


def _decode_legacy(content: bytes) -> str:
    """Decode a mixture of UTF-8 and cp1252 line by line, anything else in the one encoding that fits."""
    rows = content.split(b"\n")
    foreign = [row for row in rows if not row.isascii()]
    valid = sum(map(is_utf8, foreign))
    if valid * 2 >= len(foreign) and valid:
        return "\n".join(row.decode("utf-8" if is_utf8(row) else "cp1252", errors="replace") for row in rows)
    told = _declared(content)
    return (
        told if told is not None else content.decode(legacy_encoding(b"\n".join(foreign)[:_SAMPLE]), errors="replace")
    )


def _declared(content: bytes) -> str | None:
    """Return the characters of a page in the encoding that it names itself; nothing where its bytes do not fit."""
    found = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    name = found[1].decode("ascii") if found else ""
    return None if _codec(name) in _NAMED_BY_DEFAULT else decode_as(content, name)


def decode_as(content: bytes, charset: str) -> str | None:
    """Return the characters of `content` in a named encoding; nothing where there is none, or its bytes do not fit."""
    codec = _codec(charset)
    try:
        text = content.decode(codec) if codec and codec not in _NO_CHARSETS else None
    except (LookupError, ValueError):
        return None
    return None if text is None or _UNUSED.search(text) else text


def _codec(charset: str) -> str:
    """Return what Python calls an encoding as it is meant; nothing for one that it does not know."""
    try:
        name = codecs.lookup(charset).name if charset else ""
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(name, name)


def is_utf8(row: bytes) -> bool:
    """Say whether bytes are UTF-8 as they stand."""
    try:
        row.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def legacy_encoding(sample: bytes) -> str:
    """Return the encoding that makes most sense of a sample; cp1252 unless another makes clearly more."""
    from charset_normalizer import from_bytes  # here for the same reason

    matches = from_bytes(sample, cp_isolation=_LEGACY)
    best = matches.best()
    western = next((match for match in matches if "cp1252" in match.could_be_from_charset), None)
    if best is None or (western is not None and western.chaos <= best.chaos + _CLEARLY):
        return "cp1252"
    return best.encoding


def check_size(size: int, limit: int, name: str) -> None:
    """Raise `Unreadable` where `size` bytes are more than `limit`."""
    if size > limit:
        raise Unreadable(f"{name}: {size:,} bytes are more than the {limit:,} that are read; split the document")
