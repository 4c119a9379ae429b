"""RTF documents: what is kept of them, and what a broken or hostile one may not do."""

from __future__ import annotations

import time

import pytest

from reconcile.documents import Block, Kind, Unreadable, read, read_stdin
from reconcile.documents.office.rtf import read_rtf
from reconcile.extract import extract
from reconcile.parse import parse

HEAD = b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fcharset204 Arial Cyr;}}"
BOOK = b"{\\b Publications}\\par\n1.\\tab Bee, A.: {\\i Wool and \\'c4rger in Wales}, Olmo, Rieti, 2019.\\par\n"
LONGEST = 6.0  # seconds; each takes a third of that or less


def blocks(body: bytes) -> tuple[Block, ...]:
    return read_rtf("cv.rtf", HEAD + body + b"}").blocks


def marked(block: Block) -> list[tuple[str, str, str]]:
    return [(mark.kind, block.text[mark.start : mark.end], mark.url) for mark in block.marks]


TEXTS = [
    (b"caf\\'e9 \\ldblquote a\\rdblquote\\endash b", "café “a”–b"),
    (b"\\f1\\'ee\\'e2\\'f6\\'fb", "овцы"),
    (b"\\u1086 ?\\u8217?s", "о’s"),
    (b"{\\uc0\\u-10179\\u-9079 }x", "x"),  # two halves of one sign that is only decoration
    (b"a{\\*\\unknown x}{\\pict 0a0b}{\\footer p. 1}{\\header A. Bee}b", "ab"),
    (b"a{\\pict\\bin4 }}}}}b", "ab"),
    (b"one\\line two", "one\ntwo"),
    ("wool, Ärger".encode(), "wool, Ärger"),
    ("wool, Ärger".encode("cp1252"), "wool, Ärger"),
    (b"set \\{a, b\\} \\\\ c", "set {a, b} \\ c"),
]


@pytest.mark.parametrize(("body", "text"), TEXTS)
def test_the_text_of_a_paragraph(body, text):
    assert [block.text for block in blocks(body)] == [text]


def test_bold_italics_and_links_are_kept_to_the_end_of_their_group():
    link = b'{\\field{\\*\\fldinst{HYPERLINK "https://doi.org/10.5555/1"}}{\\fldrslt {\\ul here}}}'
    (block,) = blocks(b"{\\b Bee}, A. \\i Wool\\i0 , {\\b0 and} " + link + b" \\b\\i all\\plain  x")
    assert block.text == "Bee, A. Wool, and here all x"
    assert marked(block) == [
        ("strong", "Bee", ""),
        ("emphasis", "Wool", ""),
        ("link", "here", "https://doi.org/10.5555/1"),
        ("emphasis", "all", ""),
        ("strong", "all", ""),
    ]


def test_rows_of_a_table_and_the_items_of_a_list():
    row, first, second = blocks(b"\\trowd 2019\\cell {\\i Wool}\\cell\\row\n1.\\tab Felt\\par 2.\\tab Silk\\par")
    assert (row.kind, row.text) == (Kind.ROW, "2019 | Wool")
    assert [(block.kind, block.text, block.first) for block in (first, second)] == [
        (Kind.ITEM, "Felt", 2),
        (Kind.ITEM, "Silk", 3),
    ]


def test_an_rtf_document_is_read_by_its_name_and_by_its_first_letters(tmp_path):
    (tmp_path / "cv.RTF").write_bytes(HEAD + BOOK + b"}")
    (document,) = read(tmp_path)
    assert document == read(tmp_path / "cv.RTF")[0]
    assert read_stdin(HEAD + BOOK + b"}").blocks == document.blocks
    (entry,) = extract(document)
    assert (parse(entry).claim.title, parse(entry).claim.year) == ("Wool and Ärger in Wales", 2019)


def test_a_document_that_breaks_off_is_read_so_far_and_says_so():
    document = read_rtf("cv.rtf", HEAD + BOOK)
    assert len(document.blocks) == 2
    assert document.complaints == ("cv.rtf: this RTF document breaks off, and was read up to there; save it anew",)


def test_the_author_of_a_document_is_its_owner():
    assert read_rtf("cv.rtf", HEAD + b"{\\info{\\author Ann Bee}}" + BOOK + b"}").owner == "Ann Bee"


LARGE = 5_000_000
REFUSED = [
    (b"PK\x03\x04", "is no RTF document"),
    (b"{\\rtf1" + b"{" * LARGE, "nested too deep"),
    (b"{\\rtf1" + b"{}" * (LARGE // 2), "are read; split the document"),
    (b"{\\rtf1 " + b"wool " * (LARGE // 5), "are read; split the document"),
    (b"{\\rtf1 " + b"\\\\" * LARGE, "are read; split the document"),
    (b"{\\rtf1 \\u99999999?}", r"is broken \(.*\); save it anew"),
    (b"{\\rtf1 \\uc x}", r"is broken \(.*\); save it anew"),
]


@pytest.mark.parametrize(("content", "message"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_read_is_one_message(content, message):
    begun = time.process_time()
    with pytest.raises(Unreadable, match=message):
        read_rtf("cv.rtf", content)
    assert time.process_time() - begun < LONGEST


HOSTILE = [
    b"{\\rtf1 a" + b"}" * LARGE,
    b"{\\rtf1 a" + b"\\bin" * 200_000 + b"}",
    b"{\\rtf1 a\\bin999999999 b}",
    b"{\\rtf1 a\\bin-9 b}",
    b"{\\rtf1 a{\\pict\\bin}" + b"{\\pict " + b"0a" * LARGE + b"}}",
    b"{\\rtf1{\\fonttbl" + b"\\f1" * 100_000 + b"}a}",
    b"{\\rtf1{\\fonttbl{\\f1\\fcharset78 x;}}\\f1 a\\'88}",
    b'{\\rtf1 a{\\field{\\*\\fldinst ' + b'HYPERLINK "' * 100_000 + b"}}}",
    b'{\\rtf1 a' + b'{\\field{\\*\\fldinst{HYPERLINK "x"}}' * 90,
    b"{\\rtf1\\ansicpg99999 a}",
    b"{\\rtf1 a\\u-10179?}",
    b"{\\rtf1 a\\u57344?99\\u57345? b}",
    b"{\\rtf1 a" + b"\x00" * 1000,
]  # fmt: skip


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_hostile_is_read_as_far_as_it_goes_and_in_time(content):
    begun = time.process_time()
    document = read_rtf("cv.rtf", content)
    assert time.process_time() - begun < LONGEST
    assert document.blocks[0].text.startswith("a")
