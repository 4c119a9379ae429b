"""Typst sources: what is read of them, and that none takes long."""

import time

import pytest

from reconcile.documents import Kind, read, read_text


def blocks(source: str) -> list[tuple[Kind, int, str]]:
    return [(block.kind, block.level, block.text) for block in read_text(source, "x", ".typ").blocks]


def texts(source: str) -> list[str]:
    return [block.text for block in read_text(source, "x", ".typ").blocks]


KINDS = [
    ("= Books <sec>\n== Edited // all of them\nText /* no\ntext */ more", [(Kind.HEADING, 1, "Books"), (Kind.HEADING, 2, "Edited"), (Kind.PARAGRAPH, 0, "Text more")]),
    ("- A. Bee, On Wool,\n  Olmo 2020\n  - C. Dee\n+ Eff\n3. Gee\n\nAfter", [(Kind.ITEM, 1, "A. Bee, On Wool, Olmo 2020"), (Kind.ITEM, 2, "C. Dee"), (Kind.ITEM, 1, "Eff"), (Kind.ITEM, 1, "Gee"), (Kind.PARAGRAPH, 0, "After")]),
    ("- A. Bee\nnot of the item", [(Kind.ITEM, 1, "A. Bee"), (Kind.PARAGRAPH, 0, "not of the item")]),
    ("A~Bee \\\nOn -- Wool --- \\#1 \\u{e9}t\\u{e9} snake_case @ref 2*3", [(Kind.PARAGRAPH, 0, "A Bee\nOn – Wool — #1 été snake_case 2*3")]),
    ("#set page(header: [\n no text ])\n#show heading: it => [#it]\n#import \"a.typ\": *\nText", [(Kind.PARAGRAPH, 0, "Text")]),
    ("#table(columns: 2, [2020], [On Wool], [2021], [])\n", [(Kind.ROW, 0, "2020 | On Wool"), (Kind.ROW, 0, "2021")]),
    ("#grid(columns: (1fr, 2fr), [\n= Left\nA], [= Right\nB])", [(Kind.HEADING, 1, "Left"), (Kind.PARAGRAPH, 0, "A"), (Kind.HEADING, 1, "Right"), (Kind.PARAGRAPH, 0, "B")]),
    ("#heading(level: 2)[Books]\n#cv-section(\"Articles\")\n#list([A], [B])", [(Kind.HEADING, 2, "Books"), (Kind.HEADING, 1, "Articles"), (Kind.ITEM, 1, "A"), (Kind.ITEM, 1, "B")]),
    ("#align(center)[#text(22pt, weight: \"bold\")[Ada Bee] #h(1em) #datetime.today().display() Olmo]", [(Kind.PARAGRAPH, 0, "Ada Bee Olmo")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), KINDS)
def test_the_blocks_of_a_source(source, expected):
    assert blocks(source) == expected


def test_what_is_set_apart_and_links():
    source = '*A. Bee*, _On *Wool*_, #emph[Felt], #link("https://x.org/1")[pdf], https://x.org/2, `code`'
    (block,) = read_text(source, "x", ".typ").blocks
    assert [(mark.kind, block.text[mark.start : mark.end], mark.url) for mark in block.marks] == [
        ("strong", "A. Bee", ""),
        ("emphasis", "On Wool", ""),
        ("strong", "Wool", ""),
        ("emphasis", "Felt", ""),
        ("link", "pdf", "https://x.org/1"),
        ("link", "https://x.org/2", "https://x.org/2"),
        ("code", "code", ""),
    ]


OWN = r"""
#let me = [*A. Bee*]
#let press = "Olmo"
#let pub(authors, title, year, where: press, doi: none) = block(below: 1em)[
  #authors. "#title". _#where _, #year.
  #if doi != none [ #link("https://doi.org/" + doi)[doi] ] else [ no doi ]
]
#pub([#me, C. Dee], [On Wool [again]], 2020, doi: "10.1000/x")
#pub([#me], "On \"Felt\"", 2021, where: [Ulmo])
#let dated(y, t) = { strong(y); t }
#dated("2022", [On Looms])
#unknown-entry(title: [On Sheep], year: 2023)
#let talk(t, y) = [- #t, #y]
#talk([On Goats], 2024)
"""


def test_what_the_functions_of_a_document_print():
    assert blocks(OWN) == [
        (Kind.ITEM, 1, 'A. Bee, C. Dee. "On Wool [again]". Olmo , 2020. doi'),
        (Kind.ITEM, 1, 'A. Bee. "On "Felt"". Ulmo , 2021.'),
        (Kind.ITEM, 1, "2022\nOn Looms"),
        (Kind.ITEM, 1, "On Sheep\n2023"),
        (Kind.ITEM, 1, "On Goats, 2024"),
    ]
    found = read_text(OWN, "x", ".typ").blocks
    assert [(block.first, block.last) for block in found] == [(8, 8), (9, 9), (11, 11), (12, 12), (14, 14)]
    assert [mark.url for mark in found[0].marks if mark.url] == ["https://doi.org/10.1000/x"]


OWNERS = [
    ('#show: resume.with(author: (firstname: "Ada", lastname: "Bee"))\n= CV', "Ada Bee"),
    ('#set document(author: "Ada Bee", title: "CV")\n= CV', "Ada Bee"),
    ('#show: cv.with(\n  name: "Ada Bee",\n)\n= CV', "Ada Bee"),
    ("= Ada Bee\n== Books", "Ada Bee"),
]


@pytest.mark.parametrize(("source", "owner"), OWNERS)
def test_whose_list_it_is(source, owner):
    assert read_text(source, "x", ".typ").owner == owner


def test_a_file(tmp_path):
    (tmp_path / "cv.typ").write_text("- A. Bee, On Wool")
    assert read(tmp_path)[0].blocks[0].text == "A. Bee, On Wool"


@pytest.mark.parametrize(
    "source",
    [
        "#let a = [#a]\n#a",
        "#let f(x) = [#f([#x])]\n#f([a])",
        "#let z = [x]\n" + "".join(f"#let a{n} = [#a{n - 1}#a{n - 1}]\n" for n in range(1, 60)).replace("a0", "z") + "#a59",
        "#f(" * 500,
        "[" * 100_000,
    ],
)  # fmt: skip
def test_what_has_no_end_is_read_as_plain_text(source):
    (complaint,) = read_text(source, "x", ".typ").complaints
    assert complaint == "x: this Typst source is nested too deep or too long and was read as plain text; simplify it"


@pytest.mark.parametrize(
    "piece",
    ["#", "#f(", '#f("', "#let a = ", "#if a [", "`", "``` `", "*", "_a", "$", "/*", "\\", "- ", "= ", "~", "#a.b", "#f[]", "@a<b>", "#f(a,", '#let a = "\n', "#(", "#{"],
)  # fmt: skip
def test_a_long_source_of_one_sign_is_read_in_time(piece):
    start = time.process_time()
    read_text(piece * (300_000 // len(piece)), "x", ".typ")
    read_text((piece + ")]\n") * (300_000 // (len(piece) + 3)), "x", ".typ")
    assert time.process_time() - start < 20
