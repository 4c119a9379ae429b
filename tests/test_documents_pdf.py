"""PDFs: what the places, fonts and links of characters say about lines, blocks, words and lists."""

from __future__ import annotations

import pypdfium2
import pytest

from reconcile.documents.blocks.block import Kind
from reconcile.documents.blocks.unreadable import Unreadable
from reconcile.documents.pages.extracted import Piece
from reconcile.documents.pdf.lines import drafts_of
from reconcile.documents.printed.gaps import Line
from reconcile.documents.reader import read, read_stdin

Shown = tuple[float, float, float, str]


def pdf_bytes(pages: list[list[Shown]], *, drawn: str = "", producer: str = "") -> bytes:
    """Return a PDF of text at places: x, y, size and text of every line of every page; `drawn` on each page."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        content = drawn + "".join(f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines)
        objects.append(f"<</Length {len(content)}>>\nstream\n{content}endstream")
        font = "/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{font}/Contents {len(objects)} 0 R>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    objects.append(f"<</Producer({producer})>>")
    body = "%PDF-1.4\n" + "".join(f"{at} 0 obj\n{text}\nendobj\n" for at, text in enumerate(objects, 1))
    return f"{body}trailer<</Root 1 0 R/Info {len(objects)} 0 R/Size {len(objects) + 1}>>\n%%EOF".encode()


def test_pdf(tmp_path):
    head = (50, 780, 10, "Ada Lovelace - Curriculum Vitae")
    first = [
        (50, 740, 20, "Ada Lovelace"),
        (50, 700, 14, "Publications"),
        (50, 680, 10, "[1] A. Lovelace. The efficient charac-"),
        (70, 668, 10, "teristics of engines. 1843."),
        (50, 656, 10, "[2] B. Ray. Second paper. 2020."),
        (50, 20, 10, "1"),
    ]
    second = [(50, 740, 10, "[3] C. Doe. Third paper. 2021."), (50, 700, 10, "A paragraph"), (50, 20, 10, "2")]
    (tmp_path / "cv.pdf").write_bytes(pdf_bytes([[head, *first], [head, *second]]))
    (document,) = read(tmp_path / "cv.pdf")
    assert [(block.kind, block.text) for block in document.blocks] == [
        (Kind.HEADING, "Ada Lovelace"),
        (Kind.HEADING, "Publications"),
        (Kind.ITEM, "A. Lovelace. The efficient characteristics of engines. 1843."),
        (Kind.ITEM, "B. Ray. Second paper. 2020."),
        (Kind.ITEM, "C. Doe. Third paper. 2021."),
        (Kind.PARAGRAPH, "A paragraph"),
    ]
    assert document.owner == "Ada Lovelace"


def test_pdf_fonts_links_and_columns():
    left = [(50, 700 - 12 * n, 10, f"Left line {n}") for n in range(3)]
    right = [(320, 700 - 12 * n, 10, f"right line {n}") for n in range(3)]
    content = pdf_bytes([[*left, *right]]).decode()
    content = content.replace("/BaseFont/Helvetica>>", "/BaseFont/Helvetica-Bold>>")
    link = "/Annots[<</Type/Annot/Subtype/Link/Rect[45 695 120 712]/A<</S/URI/URI(https://x.org)>>>>]"
    (block,) = read_stdin(content.replace("/MediaBox", f"{link}/MediaBox").encode()).blocks
    assert block.text.split("\n") == [*(f"Left line {n}" for n in range(3)), *(f"right line {n}" for n in range(3))]
    marks = [(mark.kind, block.text[mark.start : mark.end], mark.url) for mark in block.marks]
    assert marks == [("link", "Left line 0", "https://x.org"), ("strong", block.text, "")]


def lines(*texts: str, left: float = 50, top: float = 700) -> list[Shown]:
    """Lines under each other, of one size."""
    return [(left, top - 12 * at, 10, text) for at, text in enumerate(texts)]


def texts(pages: list[list[Shown]], **options: str) -> list[str]:
    """The texts of the blocks of a PDF."""
    return [block.text for block in read_stdin(pdf_bytes(pages, **options)).blocks]


def test_kerned_letters_stand_once():
    # As browsers set them: "Wang" in two pieces, of which the second begins under the end of the first.
    row = [(50, "Zirui W"), (80.9, "ang and Y"), (125.6, "ue T"), (144.8, "o")]
    assert texts([[(left, 700, 10, text) for left, text in row]]) == ["Zirui Wang and Yue To"]


def test_figures_that_are_shown_one_by_one_are_a_number():
    # As browsers set them: `1` by itself, which has much white on both sides. A figure is 5.56 wide here.
    row = [(50, "In 20"), (72.23, "1"), (77.79, "1"), (86.13, "or 1"), (103.36, "7")]
    assert texts([[(left, 700, 10, text) for left, text in row]]) == ["In 2011 or 17"]


def test_two_links_on_one_word():
    link = "<</Type/Annot/Subtype/Link/Rect[45 695 70 712]/A<</S/URI/URI(https://x.org)>>>>"
    content = pdf_bytes([lines("Text")]).decode().replace("/MediaBox", f"/Annots[{link}{link}]/MediaBox")
    (block,) = read_stdin(content.encode()).blocks
    assert (block.text, [mark.url for mark in block.marks]) == ("Text", ["https://x.org"])


# Squares of four points left of the first, third and fifth line; the one far right and the large one are no bullets.
BULLETS = "38 701 4 4 re f 50 677 4 4 re f 38 665 4 4 re f 580 677 4 4 re f 20 660 18 18 re f\n"


def test_drawn_bullets_make_items_and_nest():
    page = [*lines("First work of all"), *lines("goes on here", top=688), *lines("its code", left=62, top=676)]
    blocks = read_stdin(pdf_bytes([[*page, *lines("Second work", top=664)]], drawn=BULLETS)).blocks
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        (Kind.ITEM, 1, "First work of all\ngoes on here"),
        (Kind.ITEM, 2, "its code"),
        (Kind.ITEM, 1, "Second work"),
    ]


FULL = "Ann Lee and Bo Weir. Gulls that have been seen at sea by those"
WRAPPED = [
    ([FULL, "who were looking for them."], f"{FULL} who were looking for them."),
    ([FULL, "who", "saw them."], f"{FULL} who\nsaw them."),  # the second line had room for more
    (["Short lines", "of a title"], "Short lines\nof a title"),
    ([f"{FULL} looking.", "In Journal of Gulls, 2020"], f"{FULL} looking.\nIn Journal of Gulls, 2020"),
    ([f"{FULL} in Proc.", "Gulls, 2020"], f"{FULL} in Proc. Gulls, 2020"),
    ([f"{FULL}. doi:10.1234/", "gulls.2020"], f"{FULL}. doi:10.1234/gulls.2020"),
    ([f"{FULL}, https://gulls.", "org/2020"], f"{FULL}, https://gulls.org/2020"),
    ([f"{FULL} Monachi", ", M., and Roe, T. 2020."], f"{FULL} Monachi, M., and Roe, T. 2020."),
]


@pytest.mark.parametrize(("rows", "text"), WRAPPED)
def test_a_full_line_goes_on(rows, text):
    assert texts([lines(*rows)]) == [text]


# Upper line, lower line, and what is made of them by TeX and by what does not hyphenate.
HYPHENS = [
    ("charac-", "teristics here", "characteristics\nhere", "charac-teristics\nhere"),
    ("in-", "memory computing, in-memory", "in-memory\ncomputing, in-memory", "in-memory\ncomputing, in-memory"),
    ("state", "of the art", "state\nof the art", "state\nof the art"),
    ("Smith-", "Jones et al.", "Smith-Jones\net al.", "Smith-Jones\net al."),
    ("data flow and data-", "flow", "data flow and data-flow", "data flow and data-flow"),
    ("a phoneme-", "level net", "a phoneme-level\nnet", "a phoneme-level\nnet"),
    ("self-", "supervised", "self-supervised", "self-supervised"),
    ("GPT-", "4 of", "GPT-4\nof", "GPT-4\nof"),
    ("FPSO-", "like structures", "FPSO-like\nstructures", "FPSO-like\nstructures"),
    ("the COL-", "ING, COLING", "the COLING,\nCOLING", "the COL-ING,\nCOLING"),
    ("pages 1731–", "1735, 2018", "pages 1731–1735,\n2018", "pages 1731–1735,\n2018"),
    ("pages 11-", "gulls", "pages 11-\ngulls", "pages 11-\ngulls"),
    ("e-", "mail", "e-mail", "e-mail"),
]


@pytest.mark.parametrize(("upper", "lower", "hyphenated", "whole"), HYPHENS)
def test_words_parted_at_line_ends(upper, lower, hyphenated, whole):
    page = [Line((Piece(upper),), 0, 50, 100, 200, 110, 10), Line((Piece(lower),), 0, 50, 88, 200, 98, 10)]
    for said, joined in ((False, hyphenated), (True, whole)):
        (draft,) = drafts_of([page], whole=said)
        assert "".join(piece.text for piece in draft.pieces) == joined


@pytest.mark.parametrize(
    ("producer", "word"), [("Skia/PDF m156", "charac-teristics"), ("pdfTeX-1.40", "characteristics")]
)
def test_who_made_a_pdf_says_whether_words_are_hyphenated(producer, word):
    assert texts([lines("Their charac-", "teristics")], producer=producer) == [f"Their {word}"]


PAGES = [
    # An item's further lines stand right of its label; the page's last entry goes on at the head of the next one.
    ([[(38, 60, 10, "[1] Gulls at sea"), (50, 48, 10, "by Ann Lee.")], [(50, 740, 10, "Journal of Gulls, 2020.")]],
     ["Gulls at sea\nby Ann Lee.\nJournal of Gulls, 2020."]),
    ([[(38, 60, 10, "[1] Gulls at sea"), (50, 48, 10, "by Ann Lee.")], [(38, 740, 10, "Terns at sea.")]],
     ["Gulls at sea\nby Ann Lee.", "Terns at sea."]),
    # A full line that ends within a sentence.
    ([lines("Short.", f"{FULL} of the 9th International", top=60), [(50, 740, 10, "Conference on Gulls, 2020.")]],
     [f"Short.\n{FULL} of the 9th International Conference on Gulls, 2020."]),
    # The label at the head of the next column, far right of the one before.
    ([[*lines("Gulls", "Terns", "Auks", "Rooks"), (38, 60, 10, f"[1] {FULL} in Bird."), (340, 740, 10, "[2] Terns.")]],
     ["Gulls\nTerns\nAuks\nRooks", f"{FULL} in Bird.", "Terns."]),
    # A volume at the head of a hanging line is no label.
    ([[(38, 700, 10, f"7. {FULL} in Bird."), (50, 688, 10, "41: 832-833.")]], [f"{FULL} in Bird. 41: 832-833."]),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "blocks"), PAGES)
def test_what_goes_on_beneath_or_overleaf(pages, blocks):
    assert texts(pages) == blocks


def test_a_number_beneath_a_full_line_is_a_word_of_an_unlabelled_entry():
    shown = [
        (50, 700, 10, "Bee A. (2022) Sheep on the move: a book for the"),
        (62, 688, 10, "60. birthday of Ada Moss. Rieti: Olmo. 288 pp. On"),
        (62, 676, 10, "sheep and on moss in the wool of early days, 3."),
        (50, 664, 10, "Dee C. (2023) A file of sheep and of moss. Version"),
        (62, 652, 10, "2. Data set. Olmo."),
        (50, 620, 10, "Those whose papers are under review at present:"),
        (62, 608, 10, "2. Fane E. (2023) Moss in wool."),
    ]
    (*_, colon, item) = blocks = read_stdin(pdf_bytes([shown])).blocks
    assert [block.text.split(" (")[0] for block in blocks[:2]] == ["Bee A.", "Dee C."]
    assert "for the 60. birthday" in blocks[0].text
    assert blocks[1].text.endswith("Version 2. Data set. Olmo.")
    assert colon.text.endswith(":")
    assert item.kind is Kind.ITEM


def test_signs_of_bitmap_fonts():
    assert texts([[(50, 700, 10, r"\020Gulls\021, pages 12\02517, e\035ne")]]) == ["“Gulls”, pages 12–17, eflne"]


def test_a_long_pdf_is_read_up_to_the_limit(monkeypatch):
    monkeypatch.setattr("reconcile.documents.pdf.read.MAX_PAGES", 1)
    document = read_stdin(pdf_bytes([[(50, 700, 10, "One page")], [(50, 700, 10, "Two page")]]))
    assert [block.text for block in document.blocks] == ["One page"]
    assert document.complaints == ("standard input: only the first 1 of 2 pages were read; split the document",)


def test_a_pdf_without_text_says_so():
    assert "text recognition" in read_stdin(pdf_bytes([[]])).complaints[0]


def test_a_pdf_with_a_password(monkeypatch):
    def locked(content):
        raise pypdfium2.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    monkeypatch.setattr(pypdfium2, "PdfDocument", locked)
    with pytest.raises(Unreadable, match=r"^standard input: this PDF has a password; save it without one$"):
        read_stdin(b"%PDF-1.4")


def test_an_accent_that_stands_apart_from_its_letter_is_no_fault():
    shown = [(50, 700, 10, "A. Bee. Wool"), (120, 700, 10, "\\302"), (130, 700, 10, "and felt. 2019.")]
    (block,) = read_stdin(pdf_bytes([shown])).blocks
    assert block.text == "A. Bee. Wool and felt. 2019."


# How wide Helvetica's capitals are, in thousandths of the size.
WIDTHS = {"A": 667, "B": 667, "C": 722, "D": 722, "E": 667, "I": 278, "L": 556, "N": 722, "O": 778, "P": 667, "S": 667}
WIDTHS |= {"T": 611, "U": 722, " ": 278}


def test_a_heading_whose_letters_are_set_apart_is_made_of_words():
    shown: list[Shown] = []
    x = 50.0
    for letter in "SELECTED PUBLICATIONS":
        shown += [(x, 700, 12, letter)] if letter != " " else []
        x += 12 * WIDTHS[letter] / 1000 + 2.4
    document = read_stdin(pdf_bytes([[*shown, (50, 670, 10, "A. Bee: Wool in Wales. Journal of Gulls 12, 2019.")]]))
    assert next(block.text for block in document.blocks) == "SELECTED PUBLICATIONS"


def test_labels_in_a_column_of_their_own_and_in_another_size_are_lines():
    beside = [
        (60, 700, 8, "Articles"),
        (120, 698, 11, "A. Bee. Felt in cold water. 2019."),
        (120, 684, 11, "Journal of Wool."),
        (66, 662, 8, "Talks"),
        (120, 660, 11, "Moss on stones. Rieti."),
        (55, 638, 8, "2010-2012"),
        (120, 636, 11, "Weaver in Olmo."),
    ]
    blocks = read_stdin(pdf_bytes([beside])).blocks
    assert [block.text for block in blocks] == [
        "Articles",
        "A. Bee. Felt in cold water. 2019.\nJournal of Wool.",
        "Talks",
        "Moss on stones. Rieti.",
        "2010-2012 Weaver in Olmo.",
    ]


def test_labels_that_the_file_shows_last_stand_before_their_items():
    # As WeasyPrint has it: the numbers of a list when all else is printed.
    items = [(60, 700, 10, "A. Bee. Felt in cold water. 2019."), (60, 688, 10, "B. Rye. Wool at sea. 2020.")]
    labels = [(46, 700, 10, "1. "), (46, 688, 10, "2. ")]
    assert texts([[*items, *labels]]) == [row[3] for row in items]
    minus = [(60, 700, 10, "Decays K"), (104, 700, 10, "+"), (114, 700, 10, "seen"), (107, 703, 6, "-")]
    assert texts([[*minus]])[0] == "Decays K+ seen"


def test_letters_that_count_a_list_begin_its_items():
    rows = ["Ewes are counted in three papers:", "a. Bee A. Felt. 2019.", "goes on", "b. Rye B. Wool. 2020."]
    assert texts([lines(*rows[:1]) + lines(*rows[1:], top=688)]) == [
        rows[0],
        "Bee A. Felt. 2019.\ngoes on",
        rows[3][3:],
    ]
    assert texts([lines("a. Bee, one of many", "and others")]) == ["a. Bee, one of many\nand others"]


def test_a_year_at_the_head_of_a_page_is_no_page_number():
    first = lines(
        "Publications", "A. Bee. Counting sheep at night. 2020.", "A. Bee. Felt. 2020.", "B. Dee. Wool. 2020."
    )
    second = lines("2019", "C. Doe. Third paper. 2019.", "D. Eve. More. 2019.", "E. Fox. End.")
    assert "2019\n" in "\n".join(texts([first, second]))
    numbered = [[*lines(*"abcdef", top=600), (300, 20, 10, str(year))] for year in (2019, 2020, 2021)]
    assert "2020" not in " ".join(texts(numbered))


def test_a_cvs_name_and_number_at_the_head_of_its_second_page_is_left_out_and_a_law_journals_page_goes_on():
    first = [(50, 740, 14, "Ada S. Bee"), *lines("Articles", "Bee on Sheep in the Doorway, 118 Gull L.J.", top=600)]
    second = lines(
        "Ada S. Bee - Curriculum Vitae 2", "1642 (2009).", "Counting Sheep, 12 Gull L.J. 3 (2010).", "Talks", "x"
    )
    assert "Bee on Sheep in the Doorway, 118 Gull L.J. 1642 (2009)." in " ".join(
        "\n".join(texts([first, second])).split()
    )


def test_a_narrow_column_beside_the_main_one_is_read_last():
    main = lines(*(f"Line {at} of the works that fill the main column of this page" for at in range(8)))
    news = lines("Alumni", "Ada Bee", "Bo Dee", "Eve Fox", left=480)
    beneath = lines("More works of the main column overleaf, wide as those above it", "and no less than these")
    shown = "\n".join(texts([[*main, *news], beneath]))
    assert shown.index("overleaf") < shown.index("Alumni")
    assert "\n".join(texts([[*main, *news]])).endswith("Eve Fox")
