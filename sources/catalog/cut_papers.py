"""Papers of the Anthology's XML that need no XML parser: cut out of a document before it is parsed.

A form that is narrower than XML tells them: attributes in double quotes, no element within another but `<fixed-case>`
in the title and marks in an abstract, no references but the five of XML. What fits it means the same to a parser, and
is read in half the time. In the place of those that follow each other stays one empty `<paper>`, whose id is a mark and
the number of this run. What stands around them (volumes, front matter, other papers) is for the parser, which so still
says whether the file is XML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sources.possessive import compiled

# A character for private use; a document that has it is left as it is.
_MARK = "\ue000"
_PLACE = f'<paper id="{_MARK}%d"/>'
_ATTRIBUTES = r'(?: (?!xmlns)(?P<{0}>[a-z]++)="[^"<]*+"(?: (?!xmlns|(?P={0})=)[a-z]++="[^"<]*+")?+)?+ ?+'
_FIRST_LAST = r"<first(?:/>|>{0}</first>)\s*+<last>{0}</last>\s*+"
_MARKED = r"[^<]*+(?:<(?P<mark>[a-z-]++)>[^<]*+</(?P=mark)>[^<]*+)*+"
# Elements that are read in another way, or say that something became of the paper, are for the parser.
_UNREAD = "(?!author|title|doi|url|pages|editor|journal|volume|issue|retracted|removed|erratum|paper)[a-z]++"


def _authors(group: str) -> str:
    person = _FIRST_LAST.format("[^<]*+") + r"(?:<affiliation>[^<]*+</affiliation>\s*+)?+"
    return rf"(?P<{group}>(?:<author{_ATTRIBUTES.format(f'of_{group}')}>\s*+{person}</author>\s*+)*+)"


def _field(tag: str) -> str:
    return rf"<{tag}{_ATTRIBUTES.format(f'of_{tag}')}>(?P<{tag}>[^<]*+)</{tag}>\s*+"


_READ = ("doi", "url", "pages")
_PAPER = compiled(
    rf'<paper id="(?P<number>[0-9]++)">\s*+{_authors("before")}'
    r"<title>(?P<title>[^<]*+(?:<fixed-case>[^<]*+</fixed-case>[^<]*+)*+)</title>\s*+"
    rf"{_authors('after')}"
    rf"(?:{'|'.join(map(_field, _READ))}"
    rf"|<(?P<tag>{_UNREAD}){_ATTRIBUTES.format('attribute')}(?:/>|>{_MARKED}</(?P=tag)>)\s*+)*+"
    r"</paper>\s*+"
)
_PERSONS = compiled(_FIRST_LAST.format("([^<]*+)"))
# A parser takes no more of text in one piece.
_LONGEST = 1 << 20
_ENCODING = re.compile(rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"'](?!(?i:utf-8|us-ascii)[\"'])")
# Each behind a rarer letter of it, which is looked for sooner: comments, in which nothing is a paper; document types,
# which may give all of it another meaning; an end that has no beginning; characters by number, which may be the mark.
_OTHERWISE = (("!", "<!"), ("]", "]]>"), ("#", "&#"))
# What XML does not allow, and ends of lines that it changes.
_CONTROLS = bytes({*range(32)} - {9, 10})
_NO_CHARACTERS = ("\ufffe", "\uffff")
_REFERENCES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_UNKNOWN = re.compile(f"&(?!{'|'.join(reference[1:] for reference, _ in _REFERENCES)})")


class Said(NamedTuple):
    """What a paper says: its number, its title in one line, first and last names, and three fields, empty if not said.

    `xml` is all of a paper that was cut out, for a parser after all.
    """

    number: str
    title: str
    names: Sequence[tuple[str, str]]
    doi: str
    url: str
    pages: str
    xml: str = ""


def without_papers(document: bytes) -> tuple[bytes, list[list[Said]]]:
    """Return a document without those of its papers that need no parser, and by runs what these say."""
    runs: list[list[Said]] = []
    kept: list[str] = []
    text = _text(document)
    end = 0
    for paper in _PAPER.finditer(text):
        said = _said(paper)
        if not said:
            continue
        if not runs or paper.start() != end:
            kept += text[end : paper.start()], _PLACE % len(runs)
            runs.append([])
        runs[-1].append(said)
        end = paper.end()
    return "".join([*kept, text[end:]]).encode() if runs else document, runs


def _text(document: bytes) -> str:
    """Return a document as text; empty where a paper in it may be none, or another, to a parser."""
    if _ENCODING.match(document) or len(document.translate(None, _CONTROLS)) < len(document):
        return ""
    try:
        text = document.decode()
    except UnicodeDecodeError:
        return ""
    if _MARK in text or any(sign in text for sign in _NO_CHARACTERS):
        return ""
    return "" if any(letter in text and sign in text for letter, sign in _OTHERWISE) else text


def run_at(number: str) -> int | None:
    """Return which run of papers an empty one stands for, by its id; None where it is a paper of its own."""
    return int(number[1:]) if number.startswith(_MARK) else None


def _said(paper: re.Match[str]) -> Said | None:
    """Return what a paper says; None where a field stands in it twice, or something is written as a reference."""
    xml = paper[0]
    number, before, title, after, *read = paper.group("number", "before", "title", "after", *_READ)
    # Each field has an end; what stands in it twice was found once.
    ends = xml.count("</doi>") + xml.count("</url>") + xml.count("</pages>")
    if ends != len(_READ) - read.count(None) or len(xml) > _LONGEST:
        return None
    names = _PERSONS.findall(before + after)
    if "<" in title:
        title = title.replace("<fixed-case>", "").replace("</fixed-case>", "")
    if "&" in xml:
        if _UNKNOWN.search(xml):
            return None
        title = _unescaped(title)
        names = [(_unescaped(first), _unescaped(last)) for first, last in names]
        read = [text and _unescaped(text) for text in read]
    doi, url, pages = [_in_one_line(text) if text else "" for text in read]
    return Said(number, _in_one_line(title), names, doi, url, pages, xml)


def _in_one_line(text: str) -> str:
    """Return a text as the Anthology's reader does (`dump_xml.text_of`): single spaces, straight apostrophes."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(text.replace("\u2018", "'").replace("\u2019", "'").split())


def _unescaped(text: str) -> str:
    if "&" in text:
        for reference, sign in _REFERENCES:
            text = text.replace(reference, sign)
    return text
