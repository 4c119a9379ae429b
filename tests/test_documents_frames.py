"""Headings drawn in plain text, panes and letters styled by hand in HTML, a document's own macros within formulas."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.blocks.block import Kind
from reconcile.documents.markup.tags import inline_style
from reconcile.documents.tex.characters import plain_math
from reconcile.documents.tex.macros import Definition, in_formula


def headings(text: str) -> list[tuple[int, str]]:
    blocks = read_text(text, "x.txt", ".txt").blocks
    return [(block.level, block.text) for block in blocks if block.kind is Kind.HEADING]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jaarverslag 2021\n================\n\nWord.", [(1, "Jaarverslag 2021")]),
        ("4. Lezingen en meer\n-------------------\nBee, A. Gulls.", [(2, "Lezingen en meer")]),
        ("Onder\n~~~~~\n\nWord.", [(3, "Onder")]),
        ("Gulls\n--------------------------\n\nWord.", []),
        ("Name   Year\n-----------\nA. Bee   2019", []),
        ("One line\nand another\n-----------\n\nWord.", []),
    ],
)
def test_a_line_of_signs_as_long_as_the_line_above_makes_it_a_heading(text, found):
    assert headings(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("> 1) A. Bee. On\n>    sheep.\n> 2) C. Dee. On\n>    wool.", ["A. Bee. On\nsheep.", "C. Dee. On\nwool."]),
        (">> ARTICLES\n>>\n>> Bee, A. Gulls.", ["ARTICLES", "Bee, A. Gulls."]),
        ("> > Articles\n> > ========\n>\n> Bee, A.", ["Articles", "Bee, A."]),
        # a sign or two are no margin
        ("Sheep > goats\n> and cows", ["Sheep > goats\n> and cows"]),
    ],
)
def test_the_margin_of_a_quoted_mail_is_no_text(text, found):
    assert [block.text for block in read_text(text, "x.txt", ".txt").blocks] == found


def in_panes(controls: str, first: str, second: str = "") -> list[tuple[int, str]]:
    """The headings of a page with controls above two panes, `a` and `b`."""
    panes = f"<div id=a {first}><h2>Journals</h2><p>Wool.</div><div id=b {second or first}><p>Felt.</div>"
    text = f"<h1>Ann Bee</h1>{controls}<div>{panes}</div><h2>Contact</h2>"
    blocks = read_text(text, "x.html", ".html").blocks
    return [(block.level, block.text) for block in blocks if block.kind is Kind.HEADING]


BOTH_PANES = [(1, "Ann Bee"), (2, "Papers"), (3, "Journals"), (2, "Talks & more"), (2, "Contact")]
NO_PANES = [(1, "Ann Bee"), (2, "Journals"), (2, "Contact")]


@pytest.mark.parametrize(
    ("controls", "first", "found"),
    [
        ("<a href='#a'>Papers</a><a href='#b'>Talks &amp; more</a>", "class='tab-pane fade'", BOTH_PANES),
        (
            "<button data-bs-target='#a'>Papers <span class='badge'>9</span></button>"
            "<button data-bs-target='#b'><b>Talks</b> &amp; more</button>",
            "class='accordion-collapse collapse'",
            BOTH_PANES,
        ),
        ("<a aria-controls=a>Papers</a><a aria-controls=b>Talks &amp; more</a>", "role=tabpanel", BOTH_PANES),
        ("<a href='#a'>Abstract</a><a href='#b'>Abstract</a>", "class='tab-pane'", NO_PANES),
        ("<a href='#a'>Papers</a><a href='#b'>Talks</a>", "class='collapse'", NO_PANES),
        ("<a href='#c'>Papers</a><a>Talks</a>", "class='tab-pane'", NO_PANES),
    ],
)
def test_what_shows_a_pane_is_its_heading(controls, first, found):
    assert in_panes(controls, first) == found


def test_a_pane_without_a_name_has_no_heading():
    assert in_panes("<a href='#'>Papers</a>", "class='tab-pane'").count((2, "Papers")) == 0
    text = "<a href='#'>Paper</a><div class='tab-pane'>Wool.</div>"
    assert [block.kind for block in read_text(text, "x.html", ".html").blocks] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_a_heading_right_above_a_pane_is_not_said_again():
    head = "<h2><a href='#a'>Papers</a></h2>"
    blocks = read_text(f"{head}<div id=a class='panel-collapse'><p>Wool.</div>", "x.html", ".html").blocks
    assert [block.text for block in blocks] == ["Papers", "Wool."]


@pytest.mark.parametrize(
    ("css", "kind"),
    [
        ("font-weight: 700", "strong"),
        ("color:#b00;font-weight:bold", "strong"),
        ("font-style: italic;", "emphasis"),
        ("font-weight: 400", None),
        ("color: red", None),
    ],
)
def test_letters_styled_by_hand(css, kind):
    style = inline_style("span", {"style": css})
    assert (style.kind if style else None) == kind


def test_a_divisions_style_marks_nothing():
    assert inline_style("div", {"style": "font-weight: 700"}) is None


def test_own_macros_in_a_formula():
    tex = (
        r"\newcommand{\eps}{\varepsilon}\begin{document}\section{Publications}\begin{itemize}"
        r"\item On $(1+\eps)$-Nets. 2016.\end{itemize}\end{document}"
    )
    assert any("(1+ε)-Nets" in block.text for block in read_text(tex, "x.tex", ".tex").blocks)


def test_macros_that_call_each_other_in_a_formula_come_to_an_end():
    known = {"a": Definition(0, r"\b\b" * 200), "b": Definition(0, r"\a\a" * 200)}
    assert len(in_formula(r"\a", known)) < 5000
    assert in_formula(r"\c{x}", {"c": Definition(1, "#1")}) == r"\c{x}"


@pytest.mark.parametrize(
    ("formula", "text"), [(r"\mathbb{S}^2", "S2"), (r"\mathbb{R} ^n", "Rn"), (r"\ell_1", "ℓ1"), (r"^\dagger", "†")]
)
def test_letters_of_a_formula_are_plain_ones(formula, text):
    assert plain_math(formula) == text


@pytest.mark.parametrize(
    ("row", "text", "kinds"),
    [
        ("*[[file:wool.pdf][Wool and Weather?]]* (2019)", "Wool and Weather? (2019)", ["link", "strong"]),
        ("/[[https://a.example/~bee?x=1][Wool]]/, 2019", "Wool, 2019", ["emphasis", "link"]),
        ("*On [[file:a.pdf][wool]]*, 2019", "On wool, 2019", ["link", "strong"]),
        ("*Wool*, pp. 1--9 --- [[https://a--b.example][felt]]", "Wool, pp. 1–9 — felt", ["link", "strong"]),
        ("=[[file:a.pdf][wool]]=", "[[file:a.pdf][wool]]", ["code"]),
    ],
)
def test_a_link_of_an_org_file_may_be_set_apart(row, text, kinds):
    block = read_text(f"- {row}\n", "x.org", ".org").blocks[0]
    assert (block.text, sorted(mark.kind for mark in block.marks)) == (text, kinds)
