"""Mails as mail programs save them: what is said in the body, in plain text where that says as much as the page.

Headers stay out, and so do the addresses in them; only the subject says what the text is about. Line numbers are those
of the text as decoded, its flowed lines (RFC 3676) joined. The library's older policy is used, which takes headers as
they are: its newer one parses them, and each of its releases mends what a header made by nobody's program can raise
there.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import collapse_rfc2231_value
from typing import NamedTuple

from reconcile.documents.blocks.block import Block, Document
from reconcile.documents.blocks.encoding import decode, decode_as, number
from reconcile.documents.blocks.unreadable import MAX_NODES, Unreadable
from reconcile.documents.mailparts import is_too_deep
from reconcile.documents.markup.html import read_html
from reconcile.documents.text.plain import read_plain

_PLAIN, _HTML = "text/plain", "text/html"
# The headers that the library takes apart, with the lines that go on with them, and how long they are at most.
_TOLD = re.compile(rb"^content-(?:type|disposition):[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_LONGEST_TOLD = 4000
_QUOTED = re.compile(r">*")
_SIGNATURE = "-- "
# What programs put before the subject of a mail that is answered or passed on: `Re: AW: `, `Fwd: `.
_ANSWERED = re.compile(r"(?:(?:re|aw|sv|vs|antw|ref|fwd?|wg|tr|rv|vb|i|r)\s?(?:\[\d{1,3}\])?:\s*){1,20}", re.IGNORECASE)
_LONGEST_SUBJECT = 300
# Parts that sign a mail, or say how it was made secret.
_SIGNING = frozenset(
    f"application/{kind}"
    for kind in ("pgp-signature", "pgp-keys", "pgp-encrypted", "pkcs7-signature", "x-pkcs7-signature")
)
# What of a page is not seen; and how much of a text is looked at for what it says.
_UNSEEN = re.compile(
    r"<(?:style|script|title)\b[^<]*(?:<(?!/)[^<]*)*|<!--[^-]*(?:-(?!->)[^-]*)*|<[^<>]*>|&#?\w{1,12};", re.IGNORECASE
)
_SAMPLE = 200_000
_BROKEN = "this mail is broken, or no mail; save its text"
_TOO_DEEP = "this mail has too many parts within one another; save the text of those that list works"


class _Body(NamedTuple):
    """A part of a mail that is read: its type, its text, and how many letters that says."""

    kind: str
    text: str
    letters: int


def read_mail(name: str, content: bytes) -> Document:
    """Return the blocks of a mail's body; raises `Unreadable` for one that is made to be no mail."""
    mail = _taken_apart(name, content.removeprefix(codecs.BOM_UTF8))
    blocks: list[Block] = []
    complaints: list[str] = []
    owner, above = "", 0
    for body in _bodies(name, mail):
        lines = number(body.text)
        document = (read_html if body.kind == _HTML else read_plain)(name, lines)
        blocks += [_moved(block, above) for block in document.blocks]
        complaints += document.complaints
        owner, above = owner or document.owner, above + len(lines.raw)
    return Document(
        name, tuple(blocks), (*complaints, *_complaints(name, mail, said=bool(blocks))), owner, _subject(mail)
    )


def _taken_apart(name: str, content: bytes) -> Message:
    told = max((len(found[0]) for found in _TOLD.finditer(content)), default=0)
    if told > _LONGEST_TOLD or content.count(b"\n") > MAX_NODES:
        raise Unreadable(f"{name}: {_BROKEN}")
    if is_too_deep(content):
        raise Unreadable(f"{name}: {_TOO_DEEP}")
    try:
        return message_from_bytes(content)
    except (LookupError, TypeError, ValueError) as error:  # of a boundary: see `_parameter`
        raise Unreadable(f"{name}: {_BROKEN}") from error


def _bodies(name: str, part: Message) -> Iterator[_Body]:
    """Yield what a part says; of what it says in several forms one."""
    kind = part.get_content_type()
    if part.is_multipart():
        forms = [form for each in _children(part) if (form := tuple(_bodies(name, each)))]
        if kind == "multipart/alternative":
            forms = [_telling(forms)] if forms else []
        for form in forms:
            yield from form
    elif _is_read(part):
        text = _text(name, part)
        if text.strip():
            yield _Body(kind, text, _letters(text, kind))


def _telling(forms: Sequence[tuple[_Body, ...]]) -> tuple[_Body, ...]:
    """Return the plain one of several forms; the other where the plain one says less than half as much.

    Some programs put there no more than that they cannot show the page.
    """
    plain = next((form for form in forms if all(body.kind == _PLAIN for body in form)), ())
    other = next((form for form in forms if any(body.kind != _PLAIN for body in form)), ())
    said, said_there = (sum(body.letters for body in form) for form in (plain, other))
    return plain if plain and 2 * said >= said_there else other


def _letters(text: str, kind: str) -> int:
    seen = _UNSEEN.sub(" ", text[:_SAMPLE]) if kind == _HTML else text[:_SAMPLE]
    return sum(map(str.isalpha, seen))


def _children(part: Message) -> Sequence[Message]:
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _is_read(part: Message) -> bool:
    return part.get_content_type() in (_PLAIN, _HTML) and not _is_attached(part)


def _parameter(part: Message, name: str, header: str = "content-type") -> str:
    """Return a parameter of a part's header; nothing where it has none, or one that the library stumbles over.

    It decodes `name*=charset''text` in any encoding that Python knows, and sorts `name*1=` with `name*=`.
    """
    try:
        return collapse_rfc2231_value(part.get_param(name, "", header)).strip()
    except (LookupError, TypeError, ValueError):
        return ""


def _subject(mail: Message) -> str:
    """Return what a mail is about in its own words; nothing where that is coded as nobody can read it."""
    try:
        said = str(make_header(decode_header(str(mail.get("subject", ""))[:_LONGEST_SUBJECT])))
    except (HeaderParseError, LookupError, ValueError):
        return ""
    return _ANSWERED.sub("", " ".join(said.split()), count=1)


def _text(name: str, part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
    except (LookupError, TypeError, ValueError):  # some releases ask for the charset here
        return ""
    content = payload if isinstance(payload, bytes) else b""
    text = decode_as(content, _parameter(part, "charset"))
    text = decode(content, name) if text is None else text
    if part.get_content_type() == _PLAIN and _parameter(part, "format").lower() == "flowed":
        return unflowed(text, blank_goes=_parameter(part, "delsp").lower() == "yes")
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
    named = ", ".join(_called(part) for part in mail.walk() if _is_told(part))
    if named:
        yield f"{name}: what is attached to this mail is not read ({named}); save it and name it"
    elif not said:
        yield f"{name}: this mail says nothing; save what is attached and name it"


def _is_told(part: Message) -> bool:
    """Whether a part is not read and may list works: no picture or signature, no form that a text has as well."""
    kind = part.get_content_type()
    if part.is_multipart() or _is_read(part):
        return False
    if kind.startswith("image/"):
        return _is_attached(part)
    return kind not in _SIGNING and (_is_attached(part) or bool(_name(part)) or not kind.startswith("text/"))


def _called(part: Message) -> str:
    return _name(part) or part.get_content_type()


def _name(part: Message) -> str:
    return " ".join((_parameter(part, "filename", "content-disposition") or _parameter(part, "name")).split())
