"""What a field's value, as it stands in a file, says: without delimiters, macros put in, TeX read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reconcile.documents import latex
from reconcile.documents.encoding import repair

# Fields whose characters are an address or a key, not TeX text.
VERBATIM = frozenset({"doi", "eprint", "file", "pdf", "url", "html", "link", "code", "biburl", "bibsource", "crossref"})
_PEOPLE = frozenset({"author", "editor"})
_MARK = re.compile(r'[{}"]')
_PIECE = re.compile(r'\s*(?:"|\{|[^\s"{}#]+|#)')
_LONGEST = 20_000  # characters of a value that are read
# Characters that macros put into one value; macros made of macros double with every line. Beyond, their names stand.
_MOST_EXPANDED = 4_000
_MARKED = re.compile(r"[\\$`]|''|--")
_BRACES = str.maketrans({"{": None, "}": None, "~": " "})
_LEGACY = "cp1252"  # of bytes in a UTF-8 file that are none


def joined(value: str, macros: Mapping[str, str]) -> str:
    """Return a value without its delimiters, macros put in and pieces that `#` joins put together.

    >>> joined('acl # " 2019, " # {Florence}', {"acl": "Proceedings of ACL"})
    'Proceedings of ACL 2019, Florence'
    """
    ends = value[:1] + value[-1:]
    if "#" not in value:
        return value[1:-1] if len(value) > 1 and ends in ("{}", '""') else macros.get(value.lower(), value)
    return "".join(_pieces(value, macros))


def _pieces(value: str, macros: Mapping[str, str]) -> Iterator[str]:
    place = expanded = 0
    while fit := _PIECE.match(value, place):
        place = fit.end()
        mark = fit[0].strip()
        if mark in ("{", '"'):
            end = _end(value, place, "}" if mark == "{" else '"')
            yield value[place:end]
            place = end + 1
        elif mark != "#":
            text = macros.get(mark.lower(), mark)
            expanded += len(text)
            yield text if expanded <= _MOST_EXPANDED else mark


def _end(value: str, place: int, closing: str) -> int:
    """Return where the piece that begins at `place` ends: at the first closing mark outside of braces."""
    level = 0
    for found in _MARK.finditer(value, place):
        if found[0] == closing and level == 0:
            return found.start()
        level += (found[0] == "{") - (found[0] == "}")
    return len(value)


def plain(name: str, value: str) -> str:
    r"""Return the characters that a field's value without delimiters stands for.

    >>> plain("title", r"Schr{\"o}dinger's {BERT}"), plain("doi", r"10.1000/a\_b")
    ("Schrödinger's BERT", '10.1000/a_b')
    """
    value = _whole(value[:_LONGEST]).strip()
    if name in VERBATIM:
        return value.strip("{} \r\n").replace("\\", "")
    if _MARKED.search(value) is None:
        return " ".join(value.translate(_BRACES).split())
    read = latex.plain if name in _PEOPLE else latex.field
    return " ".join(read(value).split())


def _whole(value: str) -> str:
    """Return a value with the bytes read that were no UTF-8, and without mojibake and control characters."""
    if value.isascii():
        return value if value.isprintable() else " ".join(value.split())
    raw = value.encode("utf-8", "surrogateescape") if any("\udc80" <= char <= "\udcff" for char in value) else b""
    text = raw.decode(_LEGACY, "replace") if raw else value
    return repair(" ".join(text.split()))
