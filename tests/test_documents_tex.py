r"""TeX sources: the macros that a document defines itself, with options and what they ask of them."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.tex.conditions import decided


def items(preamble: str, body: str) -> list[str]:
    """The blocks of a source with a list of a document's own macros."""
    text = f"{preamble}\\begin{{document}}\\begin{{itemize}}\n{body}\n\\end{{itemize}}\\end{{document}}"
    return [" ".join(block.text.split()) for block in read_text(text, "x.tex", ".tex").blocks]


@pytest.mark.parametrize(
    "test",
    [
        r"\ifx&#1&\else{} [#1]\fi",
        r"\ifx\\#1\\\else{} [#1]\fi",
        r"\ifx\empty#1\else{} [#1]\fi",
        r"\ifx#1\empty\else{} [#1]\fi",
        r"\if\relax\detokenize{#1}\relax\else{} [#1]\fi",
        r"\ifthenelse{\equal{#1}{}}{}{ [#1]}",
        r"\ifthenelse{\not\isempty{#1}}{ [#1]}{}",
        r"\ifstrempty{#1}{}{ [#1]}",
        r"\ifblank{#1} {} { [#1]}",
        r"\notblank{#1}{ [#1]}{}",
        r"\IfBlankF{#1}{ [#1]}",
    ],
)
def test_an_option_may_be_asked_for(test):
    macro = rf"\newcommand{{\pub}}[4][]{{\item #2. \emph{{#3}}. #4{test}.}}"
    pubs = "\\pub[long, 21\\% accepted]{\\textbf{A. Bee}}\n  {Wool} {Loom, 2020}\n\\pub{B. Dee}{Felt}%\n{Loom, 2019}"
    assert items(macro, pubs) == ["A. Bee. Wool. Loom, 2020 [long, 21% accepted].", "B. Dee. Felt. Loom, 2019."]


@pytest.mark.parametrize(
    ("body", "given", "found"),
    [
        (r"\ifx&#1&\ifx&#2&a\else b\fi\else c\fi.", ("", "x"), "b."),
        (r"\ifx&#1&\ifx&#2&a\else b\fi\else c\fi.", ("x", ""), "c."),
        (r"\ifthenelse{\equal{#1}{long}}{Long}{Short} paper", ("long",), "Long paper"),
        (r"\ifstrequal{#1}{long}{Long}{Short} paper", ("demo",), "Short paper"),
        (r"\IfNoValueTF{#1}{none}{#1}", ("-NoValue-",), "none"),
        (r"\ifnum1=1 one\fi", (), r"\ifnum1=1 one\fi"),
        (r"\ifx&#1&never ends", ("",), "never ends"),
    ],
)
def test_the_half_that_stands(body, given, found):
    assert decided(body, given) == found


def test_signatures_of_xparse():
    macro = r"\NewDocumentCommand{\pub}{s o m +m O{2020}}{\item \IfValueT{#2}{(#2) }#3. #4. Loom, #5.\IfBooleanT{#1}{ Prize.}}"
    pubs = "\\pub*{A. Bee}{Wool}\n\\pub[short]{B. Dee}{Felt}[2019] More."
    assert items(macro, pubs) == ["A. Bee. Wool. Loom, 2020. Prize.", "(short) B. Dee. Felt. Loom, 2019. More."]


def test_what_stands_behind_an_option_that_is_the_last_argument():
    assert items(r"\newcommand{\me}[1][]{A. Bee#1}", r"\item \me[*], B. Dee. \me and more") == [
        "A. Bee*, B. Dee. A. Bee and more"
    ]


def test_quotation_marks_by_name():
    text = r"\item \og Du coup\fg{}. \glqq Filz\grqq. \enquote{Wool}. \guillemotleft Felt\guillemotright"
    assert items("", text) == ["« Du coup ». „Filz“. “Wool”. «Felt»"]
