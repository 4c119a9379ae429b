"""Mails: of what is said in several forms the plain one, decoded and its flowed lines joined; nothing of the headers."""

from __future__ import annotations

import time
from base64 import b64encode
from quopri import encodestring

import pytest

from reconcile.documents import Unreadable, read_document
from reconcile.documents.blocks.block import Document, Kind

HEAD = (
    b"Return-Path: <ada@wool.example>\r\nFrom: Ada Bee <ada@wool.example>\r\nSubject: The list\r\nMIME-Version: 1.0\r\n"
)
FELT = "* A. Bee. Felt in Cold Water. Fleece Letters 3 (2020), 1-9."
MOSS = "* C. Dée. Moss for Sheep. Wool Review 7 (2021), 11-19."


def mail(body: bytes, kind: str = "text/plain; charset=utf-8", coded: str = "8bit") -> Document:
    told = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {coded}\r\n\r\n".encode()
    return read_document(HEAD + told + body, "list.eml")


def part(body: str, kind: str, *told: str) -> str:
    return "\r\n".join([f"Content-Type: {kind}", *told, "", body, ""])


def parted(kind: str, *parts: str, boundary: str = "seam") -> str:
    """The content type of a mail in parts and, behind an empty line, its body."""
    return (
        f'{kind}; boundary="{boundary}"\r\n\r\n'
        + "".join(f"--{boundary}\r\n{each}" for each in parts)
        + f"--{boundary}--"
    )


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def in_parts(content: str) -> Document:
    return read_document(HEAD + b"Content-Type: " + content.encode(), "list.eml")


@pytest.mark.parametrize(
    ("kind", "coded", "body"),
    [
        ("text/plain; charset=utf-8", "8bit", MOSS.encode()),
        ("text/plain; charset=utf-8", "quoted-printable", encodestring(MOSS.encode())),
        ("text/plain; charset=iso-8859-15", "base64", b64encode(MOSS.encode("iso-8859-15"))),
        ("text/plain; charset=us-ascii", "8bit", MOSS.encode()),  # programs say so of anything
        ("text/plain; charset=nobody-knows", "8bit", MOSS.encode("cp1252")),
        ("text/plain; charset=punycode", "8bit", MOSS.encode()),
        ("text/html; charset=utf-8", "quoted-printable", encodestring(f"<ul><li>{MOSS[2:]}</ul>".encode())),
    ],
)
def test_the_body_is_decoded_as_it_says_or_as_it_must_be(kind: str, coded: str, body: bytes) -> None:
    assert texts(mail(body, kind, coded)) == [MOSS[2:]]


def test_of_the_headers_only_the_subject_says_what_a_mail_is_about() -> None:
    document = mail(MOSS.encode())
    assert "ada" not in str(document).casefold()
    assert "The list" not in str(document.blocks)
    assert document.subject == "The list"


@pytest.mark.parametrize(
    ("header", "subject"),
    [
        ("Re: AW: Fwd: Publikationsliste", "Publikationsliste"),
        ("=?utf-8?q?Re=3A_Ver=C3=B6ffentlichungen?=", "Veröffentlichungen"),
        ("=?nobody-knows?q?Wool?=", ""),
        ("=?utf-8?b?W?=", ""),
    ],
)
def test_what_programs_put_before_a_subject_is_taken_off(header: str, subject: str) -> None:
    content = f"From: ada@wool.example\r\nSubject: {header}\r\n\r\n{MOSS}".encode()
    assert read_document(content, "list.eml").subject == subject


def test_flowed_lines_are_joined_and_those_of_a_quotation_by_themselves() -> None:
    body = "Dear all, \nhere it is.\n\n* A. Bee. Felt in \nCold Water. \n2020.\n* C. Dee. Moss. 2021.\n-- \nAda\n"
    found = mail(body.encode(), "text/plain; format=flowed")
    assert texts(found) == [
        "Dear all, here it is.",
        "A. Bee. Felt in Cold Water. 2020.",
        "C. Dee. Moss. 2021.\n--\nAda",
    ]
    assert [block.kind for block in found.blocks[1:]] == [Kind.ITEM] * 2
    assert texts(mail(b"> Felt \n> in wa \nNo.", "text/plain; format=flowed; delsp=yes")) == ["> Feltin wa\nNo."]


def test_of_two_forms_the_plain_one_is_read_where_it_says_anything() -> None:
    plain, page = part(FELT, "text/plain"), part(f"<p>{MOSS[2:]}</p>", "text/html; charset=utf-8")
    assert texts(in_parts(parted("multipart/alternative", plain, page))) == [FELT[2:]]
    assert texts(in_parts(parted("multipart/alternative", part(" ", "text/plain"), page))) == [MOSS[2:]]


STUB = "Your program shows no page."
WIDE = "<style>p { color: #000; margin: 0 auto; font-family: serif }</style><!-- made by nobody for nothing at all -->"
LONG = part(f"{WIDE}<p>{MOSS[2:]}</p><p>{FELT[2:]}</p>", "text/html; charset=utf-8")


def test_a_plain_form_that_says_little_is_no_other_form_of_the_page() -> None:
    said = texts(in_parts(parted("multipart/alternative", part(STUB, "text/plain"), LONG)))
    assert said == [MOSS[2:], FELT[2:]]
    short = part(f"{WIDE}<p>{MOSS[2:]}&nbsp;&zwnj;&nbsp;</p>", "text/html; charset=utf-8")
    assert texts(in_parts(parted("multipart/alternative", part(STUB, "text/plain"), short))) == [STUB]


def test_what_a_page_says_may_stand_far_below_what_is_not_seen_of_it() -> None:
    page = part(f"{WIDE * 9}<p>{MOSS[2:]}</p>", "text/html; charset=utf-8")
    assert texts(in_parts(parted("multipart/alternative", part(STUB[:9], "text/plain"), page))) == [MOSS[2:]]


def test_a_text_beside_a_page_and_its_pictures_is_read_too() -> None:
    related = parted("multipart/related", part(f"<p>{MOSS[2:]}</p>", "text/html"), part(FELT, "text/plain"))
    assert texts(in_parts(related)) == [MOSS[2:], FELT[2:]]


def test_a_page_may_stand_behind_its_pictures() -> None:
    pictured = parted("multipart/related", part("R0lG", "image/gif"), part(f"<p>{MOSS[2:]}</p>", "text/html"))
    found = in_parts(pictured)
    assert (texts(found), found.complaints) == ([MOSS[2:]], ())


def test_a_byte_order_mark_before_the_headers_is_none_of_the_text() -> None:
    told = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    document = read_document(b"\xef\xbb\xbf" + HEAD + told + b64encode(MOSS.encode()), "list.eml")
    assert texts(document) == [MOSS[2:]]


@pytest.mark.parametrize(
    ("kind", "disposition", "named"),
    [
        ("application/pdf", "inline; filename=felt.pdf", "felt.pdf"),
        ("application/pdf; name=felt.pdf", "inline", "felt.pdf"),
        ("application/pdf", "attachment", "application/pdf"),
        ("text/x-bibtex", "inline; filename=felt.bib", "felt.bib"),
        ("text/plain", "attachment; filename*=undefined''felt", "text/plain"),
        ("image/png", "attachment; filename=scan.png", "scan.png"),
        ("image/png", "inline; filename=sheep.png", ""),
        ("application/pgp-signature", "attachment; filename=signature.asc", ""),
        ("text/plain", "inline; filename=felt.txt", ""),
        ("text/calendar", "inline", ""),
    ],
)
def test_what_is_not_read_is_told(kind: str, disposition: str, named: str) -> None:
    beside = part("Felt.", kind, f"Content-Disposition: {disposition}")
    complaints = in_parts(parted("multipart/mixed", part("See below.", "text/plain"), beside)).complaints
    assert complaints == (
        (f"list.eml: what is attached to this mail is not read ({named}); save it and name it",) if named else ()
    )


@pytest.mark.parametrize(
    "kind",
    [
        'text/plain; charset="a\0b"',
        "text/plain; charset*=a\0b''abc",
        "text/plain; charset*=undefined''abc",
        "text/plain; format*1=x; format*=y",
    ],
)
def test_a_parameter_that_python_stumbles_over_is_none(kind: str) -> None:
    assert texts(mail(MOSS.encode(), kind)) == [MOSS[2:]]


@pytest.mark.parametrize("boundary", ["*=undefined''seam", "*=a\0b''seam", "*1=x; boundary*=y"])
def test_a_boundary_that_python_stumbles_over_makes_it_no_mail(boundary: str) -> None:
    with pytest.raises(Unreadable, match=r"list\.eml: this mail is broken"):
        mail(b"--seam\n\nFelt.\n--seam--\n", f"multipart/mixed; boundary{boundary}")


def test_a_list_of_works_on_boundaries_is_read() -> None:
    assert len(texts(mail(b"* A. Bee. A boundary layer in wool. 2020.\n" * 200))) == 200


def test_a_page_with_pictures_and_what_the_list_adds_below_are_both_read() -> None:
    pictured = parted(
        "multipart/related", part(f"<p>{MOSS[2:]}</p>", "text/html"), part("R0lG", "image/gif"), boundary="in"
    )
    found = in_parts(parted("multipart/mixed", f"Content-Type: {pictured}\r\n", part(FELT, "text/plain")))
    assert texts(found) == [MOSS[2:], FELT[2:]]
    assert [block.first for block in found.blocks] == [1, 2]


def test_what_is_forwarded_is_read_and_what_is_attached_is_told() -> None:
    forwarded = part(f"Subject: Fwd\r\n\r\n{FELT}", "message/rfc822")
    attached = part("JVBERg==", "application/pdf", 'Content-Disposition: attachment; filename="felt list.pdf"')
    found = in_parts(parted("multipart/mixed", part("See below.", "text/plain"), forwarded, attached))
    assert texts(found) == ["See below.", FELT[2:]]
    assert found.complaints == (
        "list.eml: what is attached to this mail is not read (felt list.pdf); save it and name it",
    )
    empty = in_parts(parted("multipart/mixed", part(" ", "text/plain")))
    assert empty.complaints == ("list.eml: this mail says nothing; save what is attached and name it",)


def test_what_is_no_mail_is_read_as_the_text_that_it_is() -> None:
    assert texts(read_document(FELT.encode(), "list.eml")) == [FELT[2:]]


BROKEN = "this mail is broken, or no mail; save its text"
DEEP = "this mail has too many parts within one another; save the text of those that list works"


def nested(parts: int) -> bytes:
    return b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (at, at) for at in range(parts))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (nested(5000), DEEP),
        (b"Content-Type: message/rfc822\n\n" * 5000, DEEP),
        (b"Content-Type: multipart/digest; boundary=x\n\n--x\n" + b"\nContent-Type:\n message/rfc822\n" * 5000, DEEP),
        (nested(90) + b"\nx" * 900_000, DEEP),
        (b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\nContent-Type: message/rfc822\n\n" * 200_000, DEEP),
        (b'Content-Type: text/plain; x="' + b";" * 400_000, BROKEN),
        (b"Content-Type: text/plain;\n" + b" x=1;\n" * 100_000, BROKEN),
        (b"a\n" * 2_000_000, BROKEN),
    ],
)
def test_what_is_made_to_take_long_is_refused(content: bytes, why: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(Unreadable, match=rf"list\.eml: {why}"):
        read_document(HEAD + content, "list.eml")
    assert time.perf_counter() - begun < 2


def forwarded(times: int) -> str:
    """A mail that holds the one before, and so on."""
    said = part(FELT, "text/plain")
    for at in range(times):
        inner = (
            f"Content-Type: message/rfc822\r\n\r\nSubject: Fwd\r\nContent-Type: {said.removeprefix('Content-Type: ')}"
        )
        said = (
            f"Content-Type: {parted('multipart/mixed', part('See below.', 'text/plain'), inner, boundary=f's{at}')}\r\n"
        )
    return said.removeprefix("Content-Type: ")


def test_a_thread_of_mails_each_forwarded_with_the_one_before_is_read() -> None:
    assert texts(in_parts(forwarded(60))) == ["See below."] * 60 + [FELT[2:]]


def test_many_forwarded_mails_beside_a_long_attachment_are_read() -> None:
    mails = [part(f"Content-Type: {forwarded(1)}", "message/rfc822") for _ in range(20)]
    scan = part("QUJD\r\n" * 270_000, "application/pdf", "Content-Transfer-Encoding: base64")
    assert texts(in_parts(parted("multipart/mixed", *mails, scan, boundary="all"))) == ["See below.", FELT[2:]] * 20


def test_a_text_that_speaks_of_parts_has_none() -> None:
    said = "* A. Bee. Felt as a message/rfc822 with boundary = 3; boundary=x. 2020.\n"
    assert len(texts(mail(said.encode() * 300))) == 300
