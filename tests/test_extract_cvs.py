"""What stands in ordinary CVs beside publications, and where their headings are."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.blocks.owner import as_person
from reconcile.extract import extract
from reconcile.parse import parse

WOOL = "A. Bee and C. Dee. Weaving with undyed wool. Journal of Gulls 12(3), 2019, 1-9."
FELT = "C. Dee and A. Bee. Felt in cold water. Journal of Gulls 14(1), 2021, 20-31."


def found(text: str, suffix: str = ".md") -> list[tuple[str, str]]:
    """The titles of a document's entries, each with the reason why it may be none."""
    return [(parse(entry).claim.title, entry.reason) for entry in extract(read_text(text, f"x{suffix}", suffix))]


@pytest.mark.parametrize("heading", ["Op-Eds and Public Writing", "Journalism", "Opinion Pieces", "Artigos de jornal"])
@pytest.mark.parametrize(
    ("entry", "is_press"),
    [
        ("“What a Mill Run Teaches Us Now.” Olmo Courier, March 19, 2023.", True),
        ("“What a Mill Run Teaches Us Now”, El Espectador Nuevo, 3 December 2023", True),
        ("BEE, A. O preço da lã crua. Diário da Serra, Olmo, 12 ago. 2022. Opinião, p. 2.", True),
        ("“What a Mill Run Teaches Us Now.” Olmo Quarterly, Fall 2021.", False),
        ("A. Bee. What a mill run teaches us. Gulls 12 (3 May 2021): 45–61.", False),
    ],
)
def test_what_newspapers_print_is_no_publication_below_a_heading_of_them(
    heading: str, entry: str, is_press: bool
) -> None:
    reasons = [reason for _, reason in found(f"# Publications\n\n## {heading}\n\n- {entry}\n")]
    assert reasons == (["a piece in a newspaper or a blog"] if is_press else [""])
    assert [reason for _, reason in found(f"# Publications\n\n## Articles\n\n- {entry}\n")] == [""]


def test_papers_that_were_presented_are_talks() -> None:
    text = "# Papers Presented\n\n- Bee, A. (2023, May). Reading camps that last. Paper presented at the Wool Days, Rieti.\n"
    assert found(text) == [("Reading camps that last", "a talk")]


@pytest.mark.parametrize("style", ["textbf", "emph"])
def test_a_label_set_apart_over_the_first_item_is_a_heading(style: str) -> None:
    text = (
        "\\begin{document}\\section{Publications}\\begin{itemize}"
        f"\\item \\{style}{{Edited books}}\\\\{WOOL}\n\\item {FELT}\n\\end{{itemize}}\\end{{document}}"
    )
    assert [title for title, _ in found(text, ".tex")] == ["Weaving with undyed wool", "Felt in cold water"]


def test_a_title_of_three_words_with_its_press_or_school_needs_no_author() -> None:
    works = ["Sheep in Kent. Leeds: Olmo Press, 2009.", "Gulls in chains. Ph.D. thesis, University of Olmo, 1988."]
    lines = "".join(f"- {work}\n" for work in works)
    assert [title for title, _ in found(f"# Publications\n\n{lines}")] == ["Sheep in Kent", "Gulls in chains"]
    assert found(f"# Experience\n\n{lines}") == []


def test_a_button_is_the_heading_of_a_list_that_folds() -> None:
    dated = "<h4>2014</h4><ul><li>A. Bee. Weaving with undyed wool. Journal of Gulls 12(3), 1-9.</li></ul>"
    in_press = "<li>A. Bee. Felt in cold water and its keepers. To appear in: Journal of Gulls (in press)</li>"
    text = f"<h2>Publications</h2>{dated}<h3><button>In press</button></h3><ul>{in_press}</ul>"
    entries = extract(read_text(text, "x.html", ".html"))
    assert [parse(entry).claim.year for entry in entries] == [2014, None]
    assert [entry.section.rpartition(" / ")[2] for entry in entries] == ["2014", "In press"]


def test_a_title_goes_on_below_its_question() -> None:
    text = (
        "# Publications\n\nManuscripts Under Review\nBee, C., & Dee, A. J. (under review). Do gulls forgive sheep?\n"
        "Wool repair with felted robots at ages 4 to 9.\n"
    )
    assert [title for title, _ in found(text)] == [
        "Do gulls forgive sheep? Wool repair with felted robots at ages 4 to 9"
    ]


def test_the_motto_below_the_name_at_the_head_of_a_page_is_no_title() -> None:
    assert found(f"Edda Sampaio Bee\n\nGulls, mills and the wool of Kent\n\n# Publications\n\n- {WOOL}\n") == [
        ("Weaving with undyed wool", "")
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("CURRICULUM VITAE\n\nAnna L. Bee-Dee, PhD\n\n# Educational Background\n\n2014 PhD\n", "Anna L. Bee-Dee"),
        ("# BIOGRAPHICAL SKETCH\n\nFelt is made.\n", ""),
        ("# Prof. Dr.-Ing. Anna Bee-Dee\n\nFelt is made.\n", "Anna Bee-Dee"),
    ],
)
def test_whose_list_a_document_is(text: str, owner: str) -> None:
    assert read_text(text, "x.md", ".md").owner == owner


@pytest.mark.parametrize("text", ["Educational Background", "Akademischer Werdegang", "Google Scholar"])
def test_a_heading_of_two_words_is_nobody(text: str) -> None:
    assert as_person(text) == ""


def test_a_title_in_quotes_that_ends_in_a_comma_goes_on_in_brackets() -> None:
    text = (
        "PUBLISHED PAPERS\n\n“Efficiency of Non-Truthful Shepherds in Auto-bidding with Sheep,”\n"
        "(with Orla Fane, Aranyak Lund and Wennan Rye), Proceedings of the Loom\nWeb Conference, 2024, 223–234.\n"
    )
    assert found(text, ".txt") == [("Efficiency of Non-Truthful Shepherds in Auto-bidding with Sheep", "")]


def test_where_somebody_spoke_is_no_paper() -> None:
    text = (
        "SEMINARS AND CONFERENCES\n\n2024: ASSA (San Antonio), Castlebridge, Toulouse (scheduled). 2023: EC'23\n"
        "(London), NBER-Wool SI, Rieti, Mannheim. 2022: EEA-ESEM (Milan), Zurich.\n"
    )
    assert [reason for _, reason in found(text, ".txt")] == ["a talk"]


def test_the_years_before_a_year_are_a_heading_where_years_are() -> None:
    listed = f"2021\n{FELT}\n2019\n{WOOL}\n2017 and earlier\nC. Dee. Looms in Kent. Journal of Gulls, 1999.\n"
    entries = extract(read_text(f"Publications\n{listed}", "x.txt", ".txt"))
    assert [(entry.section.rpartition(" / ")[2], entry.first) for entry in entries] == [
        ("2021", 3),
        ("2019", 5),
        ("2017 and earlier", 7),
    ]


def test_a_badge_below_a_remark_belongs_to_the_next_paper() -> None:
    box = (
        "<div class='paper-box'><div><div class=\"badge\">SHEEP {year}</div><img src='a.png'></div></div>\n"
        "<div class='paper-box-text' markdown=\"1\">\n\n[{title}](https://felt.example/{year})\n\nAnn Bee, **Carla Dee**\n\n"
        "- A simple way to {title} again.\n</div>\n</div>\n\n"
    )
    boxes = [("2023", "Weave with Undyed Wool"), ("2024", "Felt in Cold Water"), ("2021", "Count Gulls by Ear")]
    text = "# Publications\n\n" + "".join(
        box.replace("{year}", year).replace("{title}", title) for year, title in boxes
    )
    claims = [parse(entry).claim for entry in extract(read_text(text, "x.md", ".md"))]
    assert [(str(claim.year), claim.title) for claim in claims] == boxes


LOOM = "“Looms in the dark,” *Journal of Gulls* 12 (2020): 4–9."
BOLD = (
    f"**Ann Bee**\n\n**Education**\n\nPhD, Olmo, 2011\n\n**Books**\n\n{WOOL}\n\n**Articles in journals**\n\n{FELT}\n\n"
)


def test_a_line_in_bold_is_a_heading_where_all_headings_are() -> None:
    entries = extract(read_text(f"{BOLD}**Digital and open wool**\n\n{LOOM}\n", "x.md", ".md"))
    assert [entry.section for entry in entries] == ["Books", "Books / Articles in journals", "Digital and open wool"]


def test_what_somebody_advised_is_no_work_of_theirs() -> None:
    assert found("**Other**\n\nConsultant, *Rivers of Wool* (Olmo Four, 2018), episode 3\n") == []


def test_a_page_rule_of_a_converter_parts_no_title() -> None:
    rule = "{4}------------------------------------------------"
    text = f'# Publications\n\n- [C8] Ann Bee, Carla Dee. "Wool from\n\n{rule}\n\nHuman Looms." *Journal of Gulls*, 2023.\n'
    assert found(text) == [("Wool from Human Looms", "")]
