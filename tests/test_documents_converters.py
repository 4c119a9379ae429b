"""What programs that turn pages into text write beside it, and what they break."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.text.brokentables import with_whole_tables
from reconcile.documents.text.ruled import drawn_tables


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
    parted = (
        "A. Bee, and C. Dee. 2010. Rapid felting of wool in Cytospo-\nra in cold water. Journal of Wool 1: 2.\nMore."
    )
    assert texts(parted) == [
        "A. Bee, and C. Dee. 2010. Rapid felting of wool in Cytospora in cold water. Journal of Wool 1: 2.\nMore."
    ]
    assert texts("Professor, 2013–\n2019.\nWORKS") == ["Professor, 2013–2019.\nWORKS"]


FELLING = "Fox, E. (2009). The fell-\ning of trees on the hills of Wales in wet years. Wool Letters, 1(1), 1-9."
KINDS_OF_TREES = ("Ash and its kin", "Oaks in the fog", "Elms of the fell", "Limes and bees", "Yews at night")


@pytest.mark.parametrize("author", ["Fox, E.", "Gull, H.", "Dee, Carl"])
@pytest.mark.parametrize("end", [".", "", ". https://wool.example/a", " (in print)"])
@pytest.mark.parametrize("first", [FELLING, FELLING.replace("The", "A long and faithful account of the slow")])
def test_a_hyphen_at_a_line_end_joins_no_entries_of_a_list(author: str, end: str, first: str):
    """Lists of one entry a line have lines of like length: by the longest of them nearly all are full."""
    listed = [f"{author} (2010). {title} of Wales. Wool Letters, 1(2), 45-70{end}" for title in KINDS_OF_TREES]
    assert texts("\n".join([first, *listed])) == ["\n".join([first.replace("fell-\ning", "felling"), *listed])]


def test_beside_a_hyphen_at_a_line_end_full_lines_are_wraps_where_no_entry_ends():
    assert texts("Bee, A. (2010). Felt for sheep in\nthe high fells of Rydal and Kes-\nwick. Wool 1, 2.\nMoss.") == [
        "Bee, A. (2010). Felt for sheep in the high fells of Rydal and Keswick. Wool 1, 2.\nMoss."
    ]


HTML2TEXT_LAYOUT = """\
## Papers

![felt
teaser](https://wool.example/felt.png)|
[**Felt in Cold
Water**](https://wool.example/felt)  \n**Ann Bee** , Carl Dee  \n _ICCV_ , 2020  \n[pdf](https://wool.example/a) |
[code](https://wool.example/b)  \n---|---  \n|  **Moss on Stones**  \nCarl Dee  \nPhD Thesis, 2019  \n![](peat.jpg)| [Peat](https://wool.example/peat)  \nAnn Bee  \n _Fuels_ , 2018"""

HTML2TEXT_TABLE = """\
Year| Title| Authors| Journal  \n---|---|---|---  \n2020| Felt in Cold
Water| A. Bee| Wool  \n| Moss on Stones| C. Dee| Moss
Letters  \n
Peat."""


def test_rows_of_a_layout_that_html2text_wrote_are_items_of_a_list():
    assert texts(HTML2TEXT_LAYOUT, ".md") == [
        "Papers",
        "Felt in Cold Water\nAnn Bee , Carl Dee\nICCV , 2020\npdf | code",
        "Moss on Stones\nCarl Dee\nPhD Thesis, 2019",
        "Peat\nAnn Bee\nFuels , 2018",
    ]


def test_rows_of_a_table_that_html2text_wrapped_are_whole():
    blocks = read_text(HTML2TEXT_TABLE, "x.md", ".md").blocks
    assert [(block.text, block.first, block.last) for block in blocks] == [
        ("Year | Title | Authors | Journal", 1, 1),
        ("2020 | Felt in Cold Water | A. Bee | Wool", 3, 4),
        ("Moss on Stones | C. Dee | Moss Letters", 5, 6),
        ("Peat.", 8, 8),
    ]
    assert dict(blocks[2].fields) == {"title": "Moss on Stones", "author": "C. Dee", "journal": "Moss Letters"}


@pytest.mark.parametrize(
    "text",
    [
        "Year| Title\n---|---\n2020| Felt\nin Water",  # written by hand: no blanks end the lines
        "Felt  \n\n---|---  \n\nMoss",
        "- | | |\n|---|---|\n| 2020 | Felt |\n| 2019 | Moss |\n\nPeat.",  # an item, and no table at all
    ],
)
def test_tables_that_are_no_converters_stay(text):
    assert with_whole_tables(text.split("\n")).rows == tuple(text.split("\n"))


GRID = """\
+------+---------------+--------+---------+
| Year | Title         | Author | Journal |
+======+===============+========+=========+
| 2020 | Felt in Cold  | A. Bee | Wool    |
|      | Water         |        |         |
+------+---------------+--------+---------+
| 2019 | Moss          | C. Dee | Moss    |
+------+---------------+--------+---------+
"""
BOX = """\
┌────┬──────────────────┬──────┬───────┐
│Year│Title             │Author│Journal│
├────┼──────────────────┼──────┼───────┤
│2020│Felt in Cold Water│A. Bee│Wool   │
├────┼──────────────────┼──────┼───────┤
│2019│Moss              │C. Dee│Moss   │
└────┴──────────────────┴──────┴───────┘
"""
SIMPLE = """\
  Year Title              Author Journal
------ ------------------ ------ -------
  2020 Felt in Cold Water A. Bee Wool
  2019 Moss               C. Dee Moss
"""
MULTILINE = """\
---------------------------------------
  Year Title              Author Journal
------ ------------------ ------ -------
  2020 Felt in Cold       A. Bee Wool
       Water

  2019 Moss               C. Dee Moss
---------------------------------------
"""
BARS = """\
| Year | Title | Author | Journal |
| 2020 | Felt in Cold Water | A. Bee | Wool |
| 2019 | Moss | C. Dee | Moss |
"""


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("table", [GRID, BOX, SIMPLE, MULTILINE, BARS])
def test_tables_that_are_drawn_have_rows_with_fields(table, suffix):
    blocks = read_text(f"Works\n\n{table}\nPeat.", f"x{suffix}", suffix).blocks
    fields = [("year", "2020"), ("title", "Felt in Cold Water"), ("author", "A. Bee"), ("journal", "Wool")]
    assert [dict(block.fields) for block in blocks if block.fields] == [
        dict(fields),
        {"year": "2019", "title": "Moss", "author": "C. Dee", "journal": "Moss"},
    ]
    assert [block.text for block in blocks if not block.fields] == ["Works", "Year | Title | Author | Journal", "Peat."]


def test_a_table_that_goes_over_two_lines_knows_them():
    blocks = read_text(GRID, "x.txt").blocks
    assert [(block.first, block.last) for block in blocks] == [(2, 2), (4, 5), (7, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "----------\nNews\n----------\n\nA. Bee. Felt. 2020.",  # rules around a heading
        "a | b\n| c",
        "+39 055 000",
    ],
)
def test_what_is_drawn_otherwise_is_no_table(text):
    assert list(drawn_tables(text.split("\n"))) == []


def test_short_lines_between_items_that_are_not_wrapped_stand_alone():
    long = "- A. Bee. Felt in cold water: on the making of hand-made textiles in the northern mountains. Wool 3, 2020, pp. 1-2."
    assert texts(f"{long}\nTheses\n- A. Bee. Moss. 2019.") == [long[2:], "Theses", "A. Bee. Moss. 2019."]
    assert texts("- A. Bee. Felt. 2020.\nTheses\n- A. Bee. Moss.")[0] == "A. Bee. Felt. 2020.\nTheses"
