"""A .bib file cut into pieces gives the identical bytes, whatever is in it, and reads as bibtexparser reads it."""

from __future__ import annotations

import logging
import re

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconcile.bibtex.source import Kind, Source, characters
from reconcile.cleaning import clean
from reconcile.documents.bib.scan import ESCAPED, NO_COMMA, STRAY_COMMA, TWICE
from reconcile.documents.bib.values import joined, plain
from tests import bibs

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
MANY = settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ENCODINGS = ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"]


def rejoined(content: bytes) -> bytes:
    source = Source.of_bytes(content)
    return source.to_bytes("".join(source.text[piece.start : piece.end] for piece in source.pieces()))


def read(text: str) -> list[tuple[str, str, list[tuple[str, str]], tuple[str, ...]]]:
    """Type, key, raw fields and flaws of each entry."""
    return [
        (
            piece.type,
            piece.key,
            [(field.name, text[field.value_start : field.value_end]) for field in piece.fields],
            piece.inside.flaws,
        )
        for piece in Source(text).pieces()
        if piece.kind is Kind.ENTRY
    ]


@MANY
@given(bibs.file(), st.sampled_from(ENCODINGS))
def test_pieces_joined_are_the_file(text: str, encoding: str) -> None:
    content = text.encode(encoding, "ignore")
    assert rejoined(content) == content
    assert clean(text).to_bibtex() == text.removeprefix("\ufeff")


@MANY
@given(st.binary(max_size=200))
def test_any_bytes_are_a_file(content: bytes) -> None:
    assert rejoined(content) == content


@MANY
@given(bibs.file(rubbish=False))
def test_entries_are_read_as_bibtexparser_reads_them(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    theirs = []
    for block in parse_string(text, parse_stack=[]).blocks:
        twice = isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock)
        block = block.ignore_error_block if twice else block
        if isinstance(block, Entry):
            fields = [(field.key.lower(), field.value) for field in block.fields]
            theirs.append((block.entry_type, block.key, fields))
    assert [each[:3] for each in read(text)] == theirs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{a, t = {B}}", ("misc", "a", [("t", "{B}")], ())),
        ("@MISC(a, t = {B)}, y = 1)", ("misc", "a", [("t", "{B)}"), ("y", "1")], ())),
        ('@misc{a, t = "x {"} y", y=jan # "~1"}', ("misc", "a", [("t", '"x {"} y"'), ("y", 'jan # "~1"')], ())),
        ("@misc{a, t = {{B}, {C}},}", ("misc", "a", [("t", "{{B}, {C}}")], ())),
        ("@misc{a}", ("misc", "a", [], ())),
        ("@misc{,t={B}}", ("misc", "", [("t", "{B}")], ())),
        ("@misc{a, % c, d = {e}\n t = {B} % f\n}", ("misc", "a", [("t", "{B}")], ())),
        ("@misc{a, t = {B} y = 1}", ("misc", "a", [("t", "{B}"), ("y", "1")], (NO_COMMA,))),
        ("@misc{a,, t = {B}}", ("misc", "a", [("t", "{B}")], (STRAY_COMMA,))),
        (r"@misc{a, t = {b \} c}}", ("misc", "a", [("t", r"{b \} c}")], (ESCAPED,))),
        ("@misc{a, t = {B}, T = {C}}", ("misc", "a", [("t", "{B}"), ("t", "{C}")], (TWICE,))),
        ("@misc{a, t = {x @ {y} and a@b.org}}", ("misc", "a", [("t", "{x @ {y} and a@b.org}")], ())),
    ],
)  # fmt: skip
def test_an_entry_is_read(text: str, expected: tuple[object, ...]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", []),
        ("just text", ["text"]),
        ("@misc{a}@misc{b}", ["entry", "entry"]),
        ("@misc{a, t = {b\n@misc{c}", ["broken", "entry"]),
        ("@string(a = {b}) @preamble{{c}}\n@comment{d{e}}", ["string", "text", "preamble", "text", "comment"]),
        ("% @misc{a, b={c}}\n@misc{d}", ["text", "entry"]),
        ("\ufeff@misc{a}", ["text", "entry"]),
        ("mail me@home.org {x}", ["text"]),
    ],
)
def test_a_file_is_cut(text: str, kinds: list[str]) -> None:
    assert [piece.kind.value for piece in Source(text).pieces()] == kinds


@pytest.mark.parametrize(
    ("text", "lines"), [("\n\n@misc{a}\r\n\r\n@misc{b}", [3, 5]), ("a\r@misc{a}\r@misc{b}", [2, 3])]
)
def test_lines_are_an_editors(text: str, lines: list[int]) -> None:
    assert [piece.line for piece in Source(text).pieces() if piece.kind is Kind.ENTRY] == lines


def test_a_hostile_line_is_read_in_linear_time() -> None:
    for text in (
        "@a{" * 200_000,
        "@misc{a, t = {" + "{" * 400_000,
        "@" + " " * 500_000,
        "@misc{a, t = " + '"{' * 200_000,
    ):
        assert "".join(text[piece.start : piece.end] for piece in Source(text).pieces()) == text


@pytest.mark.parametrize(
    ("encoding", "text", "named", "holds"),
    [
        ("ascii", "@misc{a}", "ascii", False),
        ("utf-8", "% é", "utf-8", True),
        ("cp1252", "% Müller’s", "cp1252", False),
        ("utf-16", "@misc{a}", "utf-16-le", True),
    ],
)
def test_the_encoding_is_told(encoding: str, text: str, named: str, holds: bool) -> None:
    source = Source.of_bytes(text.encode(encoding))
    assert (source.encoding, source.holds("ł")) == (named, holds)
    assert source.text.removeprefix("\ufeff") == text


def test_lines_of_another_encoding_in_a_utf8_file_stay() -> None:
    content = "% é\n@misc{a, author = {Müller}}\n% ü\n".encode() + b"@misc{b, author = {M\xfcller}}"
    source = Source.of_bytes(content)
    assert source.to_bytes() == content
    values = [source.text[f.value_start : f.value_end] for p in source.pieces() for f in p.fields]
    assert [plain("author", characters(joined(value, {}))) for value in values] == ["Müller", "Müller"]


def test_macros_and_pieces_are_joined() -> None:
    assert joined('acl # " 2019, " # {Florence}', {"acl": "Proc. ACL"}) == "Proc. ACL 2019, Florence"
    assert joined("ACL", {"acl": "Proc. ACL"}) == "Proc. ACL"
    assert re.sub(r"\s", "", joined("{a} # {b}", {})) == "ab"
