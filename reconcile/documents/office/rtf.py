"""RTF documents: paragraphs, bold, italics, links and table cells; striprtf decodes the characters.

striprtf gives plain text. What would be lost is put into the document before, as numbers between two characters of
private use, and what striprtf would be slow at (pictures, styles, fonts, fields) is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from striprtf.striprtf import rtf_to_text

from reconcile.documents.blocks.block import BAR, Document, Kind
from reconcile.documents.blocks.encoding import check_size
from reconcile.documents.blocks.owner import as_person, owner_of
from reconcile.documents.blocks.runs import Style, clean, live_url
from reconcile.documents.blocks.unreadable import MAX_DEPTH, MAX_MARKUP, Unreadable
from reconcile.documents.pages.extracted import Draft, Piece, blocks_of

SIGN = b"{\\rtf"
# Braces, binary data, and the control words that are heeded; `\{` and `\'7b` are text.
_TOKEN = re.compile(
    r"[{}]|\\(?:(?P<word>bin|b|i|plain|line|cell|nestcell|fldrslt)(?P<number>-?\d{1,9})?(?![A-Za-z\d]) ?|[\\{}])"
)
# Groups that hold no text of the document. Of the fonts and of a field's address their readers make something.
_DROPPED = re.compile(
    r"\s{0,9}(?:\\\*|\\(?:pict|object|fonttbl|colortbl|stylesheet|info|listtable|header[lrf]?|footer[lrf]?|fldinst"
    r"|themedata|datastore|nonshppict)(?![a-z]))"
)
_FONTS = re.compile(r"\s{0,9}\\fonttbl")
_FONT = re.compile(r"\\(f|fcharset)(\d{1,5})(?![\da-z])")
_ADDRESS = re.compile(r"HYPERLINK\s{1,9}\"([^\"{}\s]{1,2000})\"")
_AUTHOR = re.compile(r"\{\\author ([^{}\\]{3,80})\}")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_MACINTOSH = range(78, 90)  # character sets for which Python has no codec
_REASON = 200

# How bold, italics and links come through striprtf: the number of a state between the first two signs.
_OPEN, _CLOSE, _CELL, _LINE = "\ue000", "\ue001", "\ue002", "\ue003"
_OWN_SIGNS = re.compile(f"[{_OPEN}-{_LINE}]")
_STATE = re.compile(rf"{_OPEN}(\d{{1,9}}){_CLOSE}")
_SIGNS: Mapping[str, str] = {"line": _LINE, "cell": _CELL, "nestcell": _CELL}
# What striprtf raises on a document that is none: a number that is no character, a code page that nobody knows.
_BROKEN = (ValueError, TypeError, LookupError, OverflowError)


class _Look(NamedTuple):
    """How the text of a group is set."""

    bold: bool = False
    italic: bool = False
    url: str = ""


def read_rtf(name: str, content: bytes) -> Document:
    """Return the blocks of an RTF document; raises `Unreadable` for one that is broken, too deep or too large."""
    if not content.lstrip().startswith(SIGN):
        raise Unreadable(f"{name}: this is no RTF document; save it anew as RTF, DOCX or PDF")
    walk = _Walk(name)
    walk.walk(_OWN_SIGNS.sub("", _decoded(content)))
    prepared = "".join(walk.kept)
    check_size(len(prepared), MAX_MARKUP, name)
    try:
        text: str = rtf_to_text(prepared, errors="replace")  # type: ignore[no-untyped-call]  # it has no types
    except _BROKEN as error:
        reason = " ".join(str(error).split())[:_REASON] or type(error).__name__
        raise Unreadable(f"{name}: this RTF document is broken ({reason}); save it anew or as DOCX") from error
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # each half of an emoji came by itself
    blocks = blocks_of(_drafts(text, walk.looks))
    cut = (f"{name}: this RTF document breaks off, and was read up to there; save it anew",) if walk.open else ()
    return Document(name, blocks, cut, owner=owner_of(blocks) or as_person(walk.author))


def _decoded(content: bytes) -> str:
    """Return the characters of a document, which should all be ASCII; others are of its code page, or UTF-8."""
    try:
        return content.decode("ascii" if b"\\bin" in content else "utf-8")  # data are counted in bytes
    except UnicodeDecodeError:
        told = _CODE_PAGE.search(content)
    try:
        return content.decode(f"cp{int(told[1])}" if told else "cp1252", errors="replace")
    except LookupError:
        return content.decode("cp1252", errors="replace")


@dataclass(slots=True)
class _Walk:
    """One way through a document: what is kept of it, and the looks that the signs in it mean, by number."""

    name: str
    kept: list[str] = field(default_factory=list)
    looks: list[_Look] = field(default_factory=lambda: [_Look()])
    groups: list[_Look] = field(default_factory=list)
    dropped: tuple[int, int] | None = None  # how deep a group that is left out is, and where it begins
    url: str = ""  # of the field that is open
    author: str = ""
    open: bool = False

    def walk(self, text: str) -> None:
        """Go through `text` up to the brace that closes it."""
        at, done = 0, 0
        while token := _TOKEN.search(text, at):
            at = token.end()
            check_size(len(self.kept), MAX_MARKUP, self.name)  # pieces, each of a character and more
            if self.dropped is None:
                self.kept.append(text[done : token.start()])
            if token["word"] == "bin":
                at += max(0, int(token["number"] or 0))
            elif token[0] == "{":
                self._begin(text, at)
            elif token[0] == "}":
                self._end(text, token.start())
                if not self.groups:
                    return
            elif self.dropped is None:
                self._word(token)
            done = at
        self.kept.append(text[done:] if self.dropped is None else "")
        self.open = True

    def _begin(self, text: str, at: int) -> None:
        self.groups.append(self.looks[-1])
        if len(self.groups) > MAX_DEPTH:
            raise Unreadable(f"{self.name}: this RTF document is nested too deep; save it anew or as DOCX")
        if self.dropped is None and _DROPPED.match(text, at):
            self.dropped = len(self.groups), at
        elif self.dropped is None:
            self.kept.append("{")

    def _end(self, text: str, at: int) -> None:
        look = self.groups.pop() if self.groups else _Look()
        if self.dropped is None:
            self.kept.append("}")
            self._show(look)
        elif len(self.groups) < self.dropped[0]:
            begin, self.dropped = self.dropped[1], None
            self.kept.append(_font_table(text[begin:at]) if _FONTS.match(text, begin) else "")
            address, author = _ADDRESS.search(text, begin, at), _AUTHOR.search(text, begin, at)
            self.author = author[1] if author else self.author
            self.url = live_url(address[1]) if address else self.url

    def _word(self, token: re.Match[str]) -> None:
        word, look = token["word"], self.looks[-1]
        if word == "b":
            self._show(look._replace(bold=token["number"] != "0"))
        elif word == "i":
            self._show(look._replace(italic=token["number"] != "0"))
        elif word == "plain":
            self.kept.append(token[0])
            self._show(_Look(url=look.url))
        elif word == "fldrslt":
            self._show(look._replace(url=self.url))
            self.url = ""
        else:
            self.kept.append(_SIGNS.get(word or "", token[0]))

    def _show(self, look: _Look) -> None:
        if look != self.looks[-1]:
            self.kept.append(f"{_OPEN}{len(self.looks)}{_CLOSE}")
            self.looks.append(look)


def _font_table(text: str) -> str:
    """Return a table of fonts that has of each its number and its character set, from which its encoding follows."""
    found = [(kind, int(number)) for kind, number in _FONT.findall(text)]
    sets = [(font, number) for (kind, font), (other, number) in pairwise(found) if (kind, other) == ("f", "fcharset")]
    fonts = "".join(f"{{\\f{font}\\fcharset{number} x;}}" for font, number in sets if number not in _MACINTOSH)
    return f"{{\\fonttbl{fonts}}}"


def _drafts(text: str, looks: list[_Look]) -> Iterator[Draft]:
    """Return the paragraphs of a text and the rows of its tables."""
    look = _Look()
    for paragraph in text.split("\n"):
        pieces: list[Piece] = []
        for at, part in enumerate(_STATE.split(paragraph)):
            if at % 2:
                # A document may spell such signs itself (`\u57344?99\u57345?`), and then no state stands behind them.
                look = looks[int(part)] if int(part) < len(looks) else look
            elif part:
                pieces.append(Piece(part.replace(_LINE, "\n"), _styles(look)))
        yield _row(pieces) if _CELL in paragraph else Draft(Kind.PARAGRAPH, tuple(pieces))


def _row(pieces: list[Piece]) -> Draft:
    """Return a row of a table; bars part its cells, but for empty ones."""
    cells = "".join(piece.text for piece in pieces).removesuffix(_CELL).split(_CELL)
    parted: list[Piece] = []
    ended = False
    for text, styles in pieces:
        for at, part in enumerate(text.split(_CELL)):
            ended = ended or at > 0
            if part.strip():
                parted += [Piece(BAR)] if ended and parted else []
                parted.append(Piece(part, styles))
                ended = False
    return Draft(Kind.ROW, tuple(parted), cells=tuple(clean(cell).strip() for cell in cells))


def _styles(look: _Look) -> tuple[Style, ...]:
    link = (Style("link", look.url),) if look.url else ()
    return (*([Style("strong")] if look.bold else []), *([Style("emphasis")] if look.italic else []), *link)
