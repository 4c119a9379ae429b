"""Entries of dblp.xml that need no XML parser: fields with plain text in them, as nearly all are.

A form that is narrower than XML tells them: attributes in double quotes, fields without fields in them, characters that
XML allows. What fits it means the same to a parser, and is read in a quarter of the time; all else is left to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sources.dblp.read import said_of
from sources.dblp.record import Said

_KINDS = "article|inproceedings|proceedings|book|incollection|phdthesis|mastersthesis|www|person|data"
_ATTRIBUTES = r'(?:\s++[A-Za-z]++="[^"<>&]*+")'
_FIELD = rf"<([a-z]++){_ATTRIBUTES}*+>([^<]*+)</"
_ENTRY = re.compile(
    rf"<(?P<kind>{_KINDS})(?P<attributes>{_ATTRIBUTES}++)\s*+>\s*+"
    rf"(?P<fields>(?:<(?P<tag>[a-z]++){_ATTRIBUTES}*+>[^<]*+</(?P=tag)>\s*+)++)</(?P=kind)>\s*+"
)
_FIELDS = re.compile(_FIELD)
_START = re.compile(rf"<(?:{_KINDS})\s")
_SPACE = re.compile(r"\s*")
_KEY = re.compile(r'\skey="([^"]*)"')
_PUBLTYPE = re.compile(r'\spubltype="([^"]*)"')
_NUMBERED = re.compile(r"&#([0-9]{1,7});")
_UNKNOWN = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)")
# What XML does not allow, or what hides entries from whoever does not parse it.
_UNSAFE = ("<!", "<?", "]]>", *map(chr, {*range(32)} - {9, 10}), "\ufffe", "\uffff")
# Below these numbers are the signs of markup, and controls; among the others are halves of pairs, and no characters.
_LEAST, _HALVES, _PRIVATE, _LAST, _MOST = 0xA0, 0xD800, 0xE000, 0xFFFE, 0x10FFFF


def entries(text: str) -> Iterator[Said | str]:
    """Yield what each of the entries of a text says, or the XML of one that is for a parser.

    `text` is what stands within `<dblp>`, named entities as numbers. Raises `ValueError` where a parser has to read
    all of it.
    """
    if any(sign in text for sign in _UNSAFE):
        raise ValueError("not plain entries")
    if "&#" in text:
        text = _NUMBERED.sub(_character, text)
    place = _end_of_space(text, 0)
    while place < len(text):
        entry = _ENTRY.match(text, place)
        if entry:
            yield _said(entry)
            place = entry.end()
            continue
        following = _START.search(text, place + 1)
        end = following.start() if following else len(text)
        yield text[place:end]
        place = end


def _said(entry: re.Match[str]) -> Said | str:
    kind, attributes, fields = entry.group("kind", "attributes", "fields")
    found: list[tuple[str, str]] = _FIELDS.findall(fields)
    if "&" in fields:
        if _UNKNOWN.search(fields):
            return entry[0]
        found = [(tag, _unescaped(text)) for tag, text in found]
    texts: dict[str, list[str]] = {}
    for tag, text in found:
        if tag in texts:
            texts[tag].append(text)
        else:
            texts[tag] = [text]
    key = _KEY.search(attributes)
    publtype = _PUBLTYPE.search(attributes) if "publtype" in attributes else None
    return said_of(key[1] if key else "", publtype[1] if publtype else kind, kind, texts)


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text


def _character(number: re.Match[str]) -> str:
    """Return the character of a number, or the number of one that is for a parser."""
    code = int(number[1])
    if _LEAST <= code < _HALVES or _PRIVATE <= code < _LAST or _LAST + 1 < code <= _MOST:
        return chr(code)
    return number[0]


def _end_of_space(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place
