"""What programs that turn pages into text write beside it, and what they break."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text


def texts(text: str, suffix: str = ".txt") -> list[str]:
    return [block.text for block in read_text(text, f"x{suffix}", suffix).blocks]


LYNX = """\
   [1]Home [2]CV

Papers

     * A. Bee, C. Dee
       [3]Felt in Cold
       Water
       Journal of Wool, 2020 [4][pdf] [5][bib]
     * C. Dee, [6]Moss. 2019.
          + [7]Moss, again
"""


@pytest.mark.parametrize(
    "listed",
    [
        "References\n\n" + "".join(f"   {at}. https://wool.example/{at}\n" for at in range(1, 8)),
        "Verweise\n\n   Visible links:\n"
        + "".join(f"   {at}. https://wool.example/{at}\n" for at in range(1, 8))
        + "\n   Hidden links:\n   8. mailto:bee@wool.example\n",
        "Links:\n------\n" + "".join(f"[{at}] https://wool.example/{at}\n" for at in range(1, 8)),
    ],
)
def test_numbers_of_links_and_the_list_of_their_addresses_are_no_text(listed):
    assert texts(LYNX + "\n" + listed) == [
        "Home CV",
        "Papers",
        "A. Bee, C. Dee\nFelt in Cold\nWater\nJournal of Wool, 2020 [pdf] [bib]",
        "C. Dee, Moss. 2019.",
        "Moss, again",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # works that are cited by number, with nothing but addresses at the end
        "Felt is wool [2], and moss is not.\n\n[1] A. Bee. Felt. 2020. https://a.example\n[2] https://b.example",
        "[1] A. Bee. Felt in Cold Water. 2020.\n[2] C. Dee. Moss. 2019.\n\n1. https://a.example\n2. https://b.example",
    ],
)
def test_numbers_of_works_stay_where_no_list_of_addresses_ends_the_page(text):
    assert "".join(texts(text)).count("https") == text.count("https")


def test_a_hyphen_at_a_line_end_tells_a_wrapped_line():
    parted = "A. Bee, and C. Dee. 2010. Rapid felting of wool in Cytospo-\nra in cold water. Journal of Wool 1: 2.\nMore."
    assert texts(parted) == [
        "A. Bee, and C. Dee. 2010. Rapid felting of wool in Cytospora in cold water. Journal of Wool 1: 2.\nMore."
    ]
    assert texts("Professor, 2013–\n2019.\nWORKS") == ["Professor, 2013–2019.\nWORKS"]
