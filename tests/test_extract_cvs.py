"""What stands in ordinary CVs beside publications, and where their headings are."""

from __future__ import annotations

import pytest

from reconcile.documents import read_text
from reconcile.documents.owner import as_person
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
