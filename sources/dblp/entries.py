"""Entries of dblp.xml that need no XML parser: fields with plain text in them, as nearly all are.

A form that is narrower than XML tells them: attributes in double quotes, fields without fields in them, characters that
XML allows. What fits it means the same to a parser, and is read in a quarter of the time; all else is left to one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import cast

from sources.dblp.read import said_of
from sources.dblp.record import Said
from sources.possessive import compiled

_KINDS = "article|inproceedings|proceedings|book|incollection|phdthesis|mastersthesis|www|person|data"
_ATTRIBUTES = r'(?:\s++[A-Za-z]++="[^"<>&]*+")'
_FIELD = rf"<([a-z]++){_ATTRIBUTES}*+>([^<]*+)</"
_ENTRY = compiled(
    rf"<(?P<kind>{_KINDS})(?P<attributes>{_ATTRIBUTES}++)\s*+>\s*+"
    rf"(?P<fields>(?:<(?P<tag>[a-z]++){_ATTRIBUTES}*+>[^<]*+</(?P=tag)>\s*+)++)</(?P=kind)>\s*+"
)
_FIELDS = compiled(_FIELD)


def _single(tag: str) -> str:
    return rf"<{tag}>(?P<{tag}>[^<]*+)</{tag}>\s*+"


# A paper as most are: its persons first, then its title. What stands in it twice is found once; the ends tell.
_PAPER = compiled(
    r'<(?P<kind>inproceedings|article)(?: mdate="[^"<>&]*+")?+ key="(?P<key>[^"<>&]*+)">\s*+'
    rf"(?P<author>(?:<author{_ATTRIBUTES}*+>[^<]*+</author>\s*+)*+)"
    rf"(?P<editor>(?:<editor{_ATTRIBUTES}*+>[^<]*+</editor>\s*+)*+)"
    r"<title>(?P<title>[^<]*+)</title>\s*+"
    rf"(?:{'|'.join(map(_single, ('pages', 'year', 'booktitle', 'volume', 'journal', 'number', 'crossref', 'url')))}"
    rf"|(?P<ee>(?:<ee{_ATTRIBUTES}*+>[^<]*+</ee>\s*+)++))*+"
    r"</(?P=kind)>\s*+"
)
_GROUPS = _PAPER.groups
# Said(...) is a function written in Python that does no more.
_new_said = cast(Callable[[type[Said], tuple[object, ...]], Said], tuple.__new__)
_TEXTS = re.compile(r">([^<]*+)</")
_START = re.compile(rf"<(?:{_KINDS})\s")
_NOT_PLAIN = "not plain entries"
_KEY = re.compile(r'\skey="([^"]*)"')
_PUBLTYPE = re.compile(r'\spubltype="([^"]*)"')
_NUMBERED = re.compile(r"&#([0-9]{1,7});")
# What hides entries from whoever does not parse it. It fits no form of an entry, so it stands between those that do.
_HIDING = ("<!", "<?")
_UNKNOWN = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)")
# What XML does not allow.
_UNSAFE = ("]]>", *map(chr, {*range(32)} - {9, 10}), "\ufffe", "\uffff")
# Below these numbers are the signs of markup, and controls; among the others are halves of pairs, and no characters.
_LEAST, _HALVES, _PRIVATE, _LAST, _MOST = 0xA0, 0xD800, 0xE000, 0xFFFE, 0x10FFFF


def entries(text: str) -> Iterator[Said | str]:
    """Yield what each of the entries of a text says, or the XML of one that is for a parser.

    `text` is what stands within `<dblp>`, named entities as numbers. Raises `ValueError` where a parser has to read
    all of it.
    """
    if any(sign in text for sign in _UNSAFE):
        raise ValueError(_NOT_PLAIN)
    if "&#" in text:
        text = _NUMBERED.sub(_character, text)
    place = len(text) - len(text.lstrip())
    paper_at, entry_at = _PAPER.match, _ENTRY.match
    while place < len(text):
        paper = paper_at(text, place)
        said = _said_of_paper(paper) if paper else None
        if paper and said:
            yield said
            place = paper.end()
            continue
        entry = entry_at(text, place)
        if entry:
            yield _said(entry)
            place = entry.end()
            continue
        following = _START.search(text, place + 1)
        end = following.start() if following else len(text)
        odd = text[place:end]
        if any(sign in odd for sign in _HIDING):
            raise ValueError(_NOT_PLAIN)
        yield odd
        place = end


def _said_of_paper(paper: re.Match[str]) -> Said | None:
    """Return what a paper says; None where a field stands in it twice, or something is written as a reference."""
    whole = paper[0]
    found = paper.groups()
    kind, key, author, editor, title, pages, year, booktitle, volume, journal, number, within, _, links = found
    authors, editors, addresses = _texts(author), _editors(editor), _texts(links)
    # Each field has an end, and so has the paper; its key has none.
    singles = _GROUPS - found.count(None) - (4 if links else 3)
    if "&" in whole or whole.count("</") != singles + len(authors) + len(editors) + len(addresses):
        return None
    return _new_said(
        Said,
        (
            key,
            kind,
            title,
            authors,
            editors,
            journal or booktitle or "",
            "",
            volume or "",
            number or "",
            pages or "",
            "",
            year or "",
            "",
            (),
            addresses,
            within or "",
        ),
    )


def _texts(fields: str | None) -> tuple[str, ...]:
    return tuple(_TEXTS.findall(fields)) if fields else ()


# The papers of a volume stand together, and all name its editors.
_editors = lru_cache(maxsize=2**8)(_texts)


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
