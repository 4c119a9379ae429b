"""Mails as mail programs save them: what is said in the body, in plain text where it is said twice.

Headers stay out, and so do the addresses in them. Line numbers are those of the text as decoded, its flowed lines
(RFC 3676) joined. The library's older policy is used, which takes headers as they are: its newer one parses them, and
each of its releases mends what a header made by nobody's program can raise there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from reconcile.documents.block import Block, Document
from reconcile.documents.encoding import decode, decode_as, number
from reconcile.documents.markup.html import read_html
from reconcile.documents.text.plain import read_plain
from reconcile.documents.unreadable import MAX_NODES, Unreadable

_PLAIN, _HTML = "text/plain", "text/html"
# Parts that hold others: the library looks at every line once for each that is open, and goes one call deeper.
_PARTED = re.compile(rb"\bboundary\b|\bmessage/[a-z]", re.IGNORECASE)
_MOST_PARTED = 100
# The headers that the library takes apart, with the lines that go on with them, and how long they are at most.
_TOLD = re.compile(rb"^content-(?:type|disposition):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_LONGEST_TOLD = 4000
_QUOTED = re.compile(r">*")
_SIGNATURE = "-- "
_BROKEN = "this mail is broken, or no mail; save its text"


class _Body(NamedTuple):
    """A part of a mail that is read: its type, and its text."""

    kind: str
    text: str


def read_mail(name: str, content: bytes) -> Document:
    """Return the blocks of a mail's body; raises `Unreadable` for one that is made to be no mail."""
    parted = sum(1 for _ in _PARTED.finditer(content))
    told = max((len(found[0]) for found in _TOLD.finditer(content)), default=0)
    if parted > _MOST_PARTED or told > _LONGEST_TOLD or content.count(b"\n") > MAX_NODES:
        raise Unreadable(f"{name}: {_BROKEN}")
    mail = message_from_bytes(content)
    blocks: list[Block] = []
    owner, above = "", 0
    for body in _bodies(name, mail):
        lines = number(body.text)
        document = (read_html if body.kind == _HTML else read_plain)(name, lines)
        blocks += [_moved(block, above) for block in document.blocks]
        owner, above = owner or document.owner, above + len(lines.raw)
    return Document(name, tuple(blocks), tuple(_complaints(name, mail, said=bool(blocks))), owner)


def _bodies(name: str, part: Message) -> Iterator[_Body]:
    """Yield what a part says; of what is said in several forms the plain one, where it is not empty."""
    kind = part.get_content_type()
    if part.is_multipart():
        forms = [tuple(_bodies(name, each)) for each in _children(part)]
        if kind == "multipart/alternative":
            plain = [form for form in forms if form and all(body.kind == _PLAIN for body in form)]
            forms = (plain or [form for form in forms if form])[:1]
        elif kind == "multipart/related":
            forms = forms[:1]
        for form in forms:
            yield from form
    elif kind in (_PLAIN, _HTML) and not _is_attached(part):
        text = _text(name, part)
        if text.strip():
            yield _Body(kind, text)


def _children(part: Message) -> Sequence[Message]:
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _text(name: str, part: Message) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    text = decode_as(content, str(part.get_content_charset("")))
    text = decode(content, name) if text is None else text
    if part.get_content_type() == _PLAIN and str(part.get_param("format", "")).lower() == "flowed":
        return unflowed(text, blank_goes=str(part.get_param("delsp", "")).lower() == "yes")
    return text


def unflowed(text: str, *, blank_goes: bool = False) -> str:
    r"""Return a text with lines that end in a blank joined with the next of the same quotation; see RFC 3676.

    >>> unflowed("* A. Bee. Sheep in \nWales.\n> So \n> it is.\n-- \nAda")
    '* A. Bee. Sheep in Wales.\n> So it is.\n-- \nAda'
    """
    made: list[list[str]] = []
    above = ""  # how the line above is quoted, where it goes on
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        quoted = _QUOTED.match(line)[0]  # type: ignore[index]  # it matches anywhere
        said = line[len(quoted) :].removeprefix(" ")
        if goes_on and quoted == above and said != _SIGNATURE:
            made[-1].append(said)
        else:
            made.append([f"{quoted} " if quoted else "", said])
        above, goes_on = quoted, said.endswith(" ") and said != _SIGNATURE
        if goes_on and blank_goes:
            made[-1][-1] = said[:-1]
    return "\n".join("".join(parts) for parts in made)


def _moved(block: Block, by: int) -> Block:
    lines = tuple(line + by for line in block.lines)
    return replace(block, first=block.first + by, last=block.last + by, lines=lines)


def _complaints(name: str, mail: Message, *, said: bool) -> Iterator[str]:
    """Yield what of a mail was not read."""
    attached = [part.get_filename() for part in mail.walk() if _is_attached(part)]
    named = ", ".join(" ".join(each.split()) for each in attached if each)
    if named:
        yield f"{name}: what is attached to this mail is not read ({named}); save it and name it"
    elif not said:
        yield f"{name}: this mail says nothing; save what is attached and name it"
