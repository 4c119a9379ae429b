"""What formats allow and few people write: what is printed of it is read. To add a case, add a line."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text

CASES = [
    (".md", "```\nA. Bee. Wool. 2019.\n```\n", ["A. Bee. Wool. 2019."]),
    (".org", "- A. Bee. Wool. 2019.\n\n  A note below it.\n- A. Bee. Felt. 2018.\n", ["A. Bee. Wool. 2019.", "A note below it.", "A. Bee. Felt. 2018."]),
    (
        ".rst",
        "+------+---------------+\n| 2019 | A. Bee. Wool. |\n|      |               |\n|      | Wool Letters. |\n+------+---------------+\n",
        ["2019 | A. Bee. Wool.\nWool Letters."],
    ),
    (".typ", "#let who = [Ada `]Bee`]\n#let what\n- #who. Wool. 2019.\n", ["Ada ]Bee. Wool. 2019."]),
    (".typ", "#let f(x, y /* two, no three */) = [#x in #y]\n- #f([Wool], [Felt])\n", ["Wool in Felt"]),
    (".typ", "#let f(x, // mine, no yours\n  y) = [#x in #y]\n- #f(\n  [Wool], // a, b\n  [Felt] /* c, d */\n)\n", ["Wool in Felt"]),
    (".typ", "#let f(x, ..more, y: 2) = [#x in #y]\n- #f([Wool], /* a, b */ y: /* c */ [Felt])\n", ["Wool in Felt"]),
    (".typ", "= Wool\n#if doi != none\n- A. Bee. Felt. 2018.\n", ["Wool", "A. Bee. Felt. 2018."]),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "text", "said"), CASES)
def test_what_is_printed_is_read(suffix: str, text: str, said: list[str]) -> None:
    assert [block.text for block in read_text(text, f"x{suffix}", suffix).blocks] == said


@pytest.mark.parametrize("entry", ["@misc{a, title = }", "@misc{a, title = {B}, year = #}"])
def test_a_field_without_a_value_is_told(entry: str) -> None:
    document = read_text(entry, "x.bib", ".bib")
    assert len(document.complaints) == 1


def test_a_comment_in_parentheses_that_does_not_end_takes_no_entry_along() -> None:
    text = "@comment(mine\n@misc{a, title = {Wool}, year = 2019}\n"
    (block,) = read_text(text, "x.bib", ".bib").blocks
    assert dict(block.fields)["title"] == "Wool"
