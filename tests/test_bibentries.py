"""BibTeX has one reader: what it makes of broken entries and of macros, and that every command reads them alike."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from reconcile.bibtex.edit import Entry
from reconcile.checking.bibfile import BibTask
from reconcile.cleaning.reading import fields_of
from reconcile.documents import read_text
from reconcile.documents.bib.entries import count_entries, entries_of
from reconcile.documents.bib.scan import ESCAPED, NO_COMMA, STRAY_COMMA
from reconcile.documents.bib.values import joined, plain
from reconcile.streaming.entries import EntryBatch
from reconcile.wanted import Wanted
from tests import bibs

LACKING = "an unbalanced brace, or a missing comma or quote"
SHEEP = {"title": "Three things about sheep", "author": "Smith, A.", "year": "2017"}
HEAD = "@misc{a, title={Three things about sheep}"

# What breaks the syntax, which fields are read all the same, and what is said.
BROKEN = [
    (HEAD + ", author={Smith, A.}, year={2017}}", SHEEP, ""),
    (HEAD + " author={Smith, A.}, year={2017}}", SHEEP, NO_COMMA),
    (HEAD + ", author={Smith, A.} year=2017}", SHEEP, NO_COMMA),
    (HEAD + ",, author={Smith, A.}, year={2017}}", SHEEP, STRAY_COMMA),
    (HEAD + ", author={Smith, A.}, year={2017}, note={a \\} b}}", {**SHEEP, "note": "a } b"}, ESCAPED),
    (HEAD + ",\n author={Smith, A.},\n year={2017}\n\n", SHEEP, LACKING),
    (HEAD[:-1] + ",\n author={Smith, A.},\n year={2017}\n}\n", SHEEP, LACKING),
    ('@misc{a, title = "Three things about sheep,\n author={Smith, A.},\n year={2017}\n}\n', SHEEP, LACKING),
    ("@misc{a, title = Three things about sheep, author={Smith, A.}, year=2017}", SHEEP, LACKING),
    ("@misc{a, title={Three things} about {sheep}, author={Smith, A.}, year=2017}", SHEEP, LACKING),
    ("@misc{a, title={Three things about} sheep}, author={Smith, A.}, year=2017}", SHEEP, LACKING),
    ("@misc{a title={Three things about sheep}, author={Smith, A.}, year=2017}", SHEEP, LACKING),
    (HEAD + ', "note"={b}, author={Smith, A.}, year=2017}', SHEEP, LACKING),
    ('@misc{a, title="A "quoted" thing", year={2019}}', {"title": 'A "quoted" thing', "year": "2019"}, LACKING),
    ("@misc{a, abstract={Here, n = 3}, title={T} x, n={4}}", {"abstract": "Here, n = 3", "title": "T x", "n": "4"}, LACKING),
    ("@misc{a, {{{", {}, LACKING),
    ("@misc{a, author={B}, year={2019}", {}, LACKING),
]  # fmt: skip
IDS = [f"{trouble or 'whole'}: {text[8:40]}" for text, _, trouble in BROKEN]


def batch(text: str, macros: str = "") -> EntryBatch:
    return EntryBatch(1, text.encode(), macros.encode(), "cp1252", 0)


@pytest.mark.parametrize(("text", "fields", "trouble"), BROKEN, ids=IDS)
def test_what_is_read_of_a_broken_entry(text: str, fields: dict[str, str], trouble: str) -> None:
    (entry,) = entries_of(text)
    assert (entry.type, entry.key, dict(entry.fields), entry.trouble) == ("misc", "a", fields, trouble)


@pytest.mark.parametrize(("text", "fields", "trouble"), BROKEN, ids=IDS)
def test_every_command_reads_it_alike(text: str, fields: dict[str, str], trouble: str) -> None:
    document = read_text(text, "x.bib", ".bib")
    assert [dict(block.fields[2:]) for block in document.blocks] == [fields] * bool(fields)
    assert [f"({trouble})" in said for said in document.complaints] == [True] * bool(trouble)
    (item,) = BibTask("x.bib", batch(text)).items()
    assert (dict(item.fields[2:]), item.trouble) == (fields, trouble)
    (row,) = batch(text).rows()
    assert isinstance(row, Wanted) == bool(fields)
    assert not fields or (row.claim is not None and row.claim.title == fields["title"])  # type: ignore[union-attr]
    if trouble != LACKING:
        assert fields_of(Entry.read(text), {}) == fields


def test_a_page_keeps_what_its_broken_entry_says() -> None:
    page = "Text\n```bibtex\n@misc{k,\n title={T}\n author={B. Lee}\n```\n"
    assert [dict(block.fields).get("author") for block in read_text(page, "x", ".md").blocks][1:] == ["B. Lee"]


def test_an_entry_that_is_left_out_is_named() -> None:
    (said,) = read_text("\n@misc{a, {{{", "x.bib", ".bib").complaints
    assert said == f"x.bib, line 2: this BibTeX entry is broken ({LACKING}) and is left out; mend it: @misc{{a, {{{{{{"


MACROS = [
    ('@string{acl = "Annual Meeting"}', '"Proceedings of the 57th " # acl', "Proceedings of the 57th Annual Meeting"),
    ('@string{a = "ACL"}\n@STRING(Long = "Meeting of the " # A)', "long # { 2019}", "Meeting of the ACL 2019"),
    ('@string{v = "One"}\n@string{v = "Two"}', "v", "Two"),
    ("", "acl # { 2019}", "acl 2019"),
    ("", "{C#} # {: }", "C#:"),
]


@pytest.mark.parametrize(("before", "value", "expected"), MACROS)
def test_macros_and_pieces_are_read_by_every_command(before: str, value: str, expected: str) -> None:
    text = f"{before}\n@misc{{a, title = {{T}}, booktitle = {value}}}\n"
    (block,) = read_text(text, "x.bib", ".bib").blocks
    (item,) = BibTask("x.bib", batch(text)).items()
    (entry,) = entries_of(text)
    assert dict(block.fields)["booktitle"] == item.field("booktitle") == dict(entry.fields)["booktitle"] == expected


def test_a_macro_of_another_batch_and_one_that_is_defined_too_late() -> None:
    text = "@misc{a, title = one}\n@string{two = {Two}}\n@misc{b, title = two}\n@misc{c, title = three}\n@string{three={3}}"
    titles = [item.field("title") for item in BibTask("x", batch(text, "@string{one = {One}}\n")).items()]
    assert titles == ["One", "Two", "3"]


VALUES = [
    ("title", r"50% of \'etudes", "50% of études"),
    ("title", r"50\% of {\"A}pfel", "50% of Äpfel"),
    ("title", r"R&D of {\"A}pfel \& Rye\&amp;Oats", "R&D of Äpfel & Rye&Oats"),
    ("author", r"{{\"A}pfel and Rye Panel} and {\"O}zg{\"u}r {Bee}", "{Äpfel and Rye Panel} and Özgür Bee"),
    ("author", r"{Bee}, {Ada} and {Lee} and {\relax van} {Dee}", "Bee, Ada and Lee and van Dee"),
    ("editor", "{{Rye Panel}}", "{Rye Panel}"),
    ("title", "Allocation &amp; Rest", "Allocation & Rest"),
    ("title", r"Allocation \& Rest", "Allocation & Rest"),
    ("author", "Shin Ch&apos;ng and A.~B. {van Lee}", "Shin Ch'ng and A. B. van Lee"),
    ("author", "M\u00fcller, Bj\u00f8rn\u200b", "Müller, Bjørn"),
    ("title", "So~{it}\n   goes ``on''", "So it goes “on”"),
    ("url", "https://x.org/~a?b=1&amp;c\\_d", "https://x.org/~a?b=1&amp;c_d"),
    ("crossref", "conf/acl/2019~x", "conf/acl/2019~x"),
]


@pytest.mark.parametrize(("name", "value", "expected"), VALUES)
def test_what_a_value_says(name: str, value: str, expected: str) -> None:
    assert plain(name, joined(f"{{{value}}}", {})) == expected


COMMENTED = [
    ("% @misc{a, title={T}}\n@misc{b, title={U}}", ["b"]),
    ("@misc\n{a, title={T}}\n@misc{b, title={U}}", ["a", "b"]),
    ("@misc{a, title={T}} @misc{b, title={U}}", ["a", "b"]),
    ("@comment{x}\n@preamble{{y}}\n@string{z = {{}\n@misc{b, title={U}}", ["b"]),
]


@pytest.mark.parametrize(("text", "keys"), COMMENTED)
def test_which_entries_there_are(text: str, keys: list[str]) -> None:
    assert [entry.key for entry in entries_of(text)] == keys
    assert [row.id for row in batch(text).rows()] == keys
    assert batch(text).count() == count_entries(text) == len(keys)


@given(bibs.file())
def test_any_file_is_read_and_counted(text: str) -> None:
    found = list(entries_of(text))
    assert len(found) == count_entries(text)
    assert all(entry.text in text for entry in found)


LONG = [
    "@misc{a, title = {T}, " + "x = {" * 20_000,
    "@misc{a, title = {T}, " + "x = {y} z, " * 20_000,
    "@misc{a, title = {T}, " + 'x = "{' * 20_000,
    "@misc{" + "a, " * 60_000,
    "@misc{" + "a b" * 60_000 + "=",
]


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[20:30])
def test_a_long_broken_entry_is_read_in_linear_time(text: str) -> None:
    begun = time.process_time()
    list(entries_of(text))
    assert time.process_time() - begun < 10


def test_many_macros_are_read_in_linear_time() -> None:
    text = "".join(f'@string{{m{number} = "M" # m{number - 1}}}\n' for number in range(20_000))
    begun = time.process_time()
    (entry,) = entries_of(text + "@misc{a, title = m3}")
    assert dict(entry.fields)["title"].startswith("MMM")
    assert time.process_time() - begun < 10
