"""Whole documents: every entry found once, at its lines, and nothing else. The table is extract_cases/expected.toml."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.documents import read_text
from reconcile.documents.blocks.block import Block, Document, Kind, Mark
from reconcile.extract import extract
from sources.text import fold

CASES = Path(__file__).parent / "extract_cases"
EXPECTED = tomllib.loads((CASES / "expected.toml").read_text(encoding="utf-8"))["document"]


def entries_of(file: str):
    path = CASES / file
    return extract(read_text(path.read_text(encoding="utf-8"), file, path.suffix))


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["file"])
def test_a_document_gives_its_publications_and_no_more(case):
    found = [entry for entry in entries_of(case["file"]) if not entry.reason]
    assert [f"{entry.first}-{entry.last}" for entry in found] == [row.split()[0] for row in case["entries"]]
    for entry, row in zip(found, case["entries"], strict=True):
        assert fold(row.split(" ", 1)[1]) in fold(entry.reading)


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["file"])
def test_what_only_looks_like_an_entry_comes_with_the_reason(case):
    found = [f"{entry.first} {entry.reason}" for entry in entries_of(case["file"]) if entry.reason]
    assert found == case.get("outcasts", [])


@pytest.mark.parametrize("case", [case for case in EXPECTED if "years" in case], ids=lambda case: case["file"])
def test_headings_and_date_labels_give_the_year(case):
    assert [entry.year or 0 for entry in entries_of(case["file"]) if not entry.reason] == case["years"]


@pytest.mark.parametrize("case", [case for case in EXPECTED if "sections" in case], ids=lambda case: case["file"])
def test_the_headings_above_an_entry_are_its_section(case):
    assert [entry.section for entry in entries_of(case["file"]) if not entry.reason] == case["sections"]


def test_every_case_is_in_the_table():
    assert sorted(path.name for path in CASES.iterdir() if path.suffix != ".toml") == sorted(
        case["file"] for case in EXPECTED
    )


# Lines of CVs that are no publications, whatever heading they stand under.
NO_ENTRIES = """
2015 – 2019 PhD in Computer Science, Stanford University, Advisor: Andrew Ng
Research Intern, Google Brain, Mountain View, CA, May 2018 - August 2018
Built a distributed training system on top of PyTorch and Ray, used by 20 teams
Key Achievements: Three conference papers in [ICCAD'17] [ICS'19] [DAC'20] and one U.S. patent.
Teaching assistant for CS229: Machine Learning, Stanford University, Fall 2017
NSF Graduate Research Fellowship, 2016
Best Paper Award at ICML 2021
Best Paper Candidate, 39th International Conference on Computer Design (ICCD)
Reviewer for NeurIPS, ICML, ICLR, AAAI, IJCAI, TPAMI, JMLR
Program Committee Member: ACL 2020, EMNLP 2021, NAACL 2022
Area chair, Conference on Empirical Methods in Natural Language Processing (EMNLP), 2022
Invited talk at the Simons Institute, Berkeley, March 2020
Keynote: "The Future of Federated Learning", AI Summit, London, 2021
Guest lecture "Graph Neural Networks", CS224W, Stanford University, Winter 2020
Programming: Python, C++, Java, CUDA, MATLAB
My research interests lie in machine learning, optimization and computer vision.
H-index 20, 4800 citations, 30 publications in top-tier venues such as NeurIPS, ICML and CVPR
Google Scholar | GitHub | LinkedIn | Twitter
(* equal contribution, † corresponding author)
NSF Award #1234567, "CAREER: Robust Learning", PI, $500,000, 2020–2025
Supervised PhD students: Alice Johnson (2019), Bob Smith (2021), Carla Gomez (2022)
Organizer, ICML 2021 Workshop on Federated Learning for User Privacy and Data Confidentiality
Developed FedML, an open research library with 2.6k stars on GitHub
Associate Editor, ACM Transactions on Intelligent Systems and Technology, 2020–present
Served on the thesis committee of Maria Lopez, University of Somewhere, 2020
Moved to Seattle and joined Microsoft Research as a senior researcher!
I will serve as an area chair for NeurIPS 2023
References available upon request
""".strip().splitlines()


@pytest.mark.parametrize("heading", ["", "Publications", "News", "Experience", "Awards", "Service", "Talks"])
def test_lines_of_the_rest_of_a_cv_are_no_publications(heading):
    text = f"# {heading}\n\n" * bool(heading) + "\n".join(f"- {line}" for line in NO_ENTRIES)
    found = extract(read_text(text, "cv.md", ".md"))
    assert [entry.reading for entry in found if not entry.reason] == []


# One item each under "Publications": all of them are publications.
ENTRIES = """
A. Bee and C. Dee. Counting sheep. In FUN, 2020.
Bee, A., & Dee, C. (2020). Counting sheep in the dark. Journal of Sheep, 4(2), 1-10.
"Counting Sheep in the Dark," Anna Bee and Carl Dee, IEEE Transactions on Sheep, vol. 4, no. 2, pp. 1-10, 2020.
**Counting Sheep in the Dark**. Anna Bee, Carl Dee. *SIGSHEEP 2020*. [pdf](https://example.org/x.pdf)
[Counting Sheep in the Dark](https://arxiv.org/abs/2001.00001)
Anna Bee. Counting sheep in the dark. PhD thesis, University of Somewhere, 2020.
Anna Bee, Carl Dee, Eve Fox. Counting sheep in the dark. Under review.
Bee A, Dee C, van der Berg K. Counting sheep in the dark. Nature Sheep. 2020;4(2):1-10.
Anna Bee; Carl Dee. Counting sheep in the dark. arXiv:2001.00001
Counting Sheep in the Dark. SIGSHEEP 2020.
BEE Anna, DEE Carl, "Compter les moutons la nuit", Revue du mouton, 2020, pp. 1-10.
Anna Bee and Carl Dee. A study of U.S. sheep patents. ACM Computing Surveys, 2020. Best Paper Award.
Anna Bee. Deep reviewers and awards: a survey. In Proceedings of the Workshop on Sheep, 2020 (invited talk).
""".strip().splitlines()


@pytest.mark.parametrize("line", ENTRIES)
def test_an_item_among_publications_is_an_entry(line):
    (entry,) = extract(read_text(f"# Publications\n\n- {line}\n", "cv.md", ".md"))
    assert (entry.reason, entry.first, entry.last, entry.section) == ("", 3, 3, "Publications")
    assert entry.text == f"- {line}"


PATENTS = [
    "A. Bee and C. Dee. (2024). **Method for counting sheep.** U.S. Patent, 18/651,218 (Filed).",
    'Anna Bee, Carl Dee, "Method for counting sheep", China Patent CN111814983A, October 23, 2020.',
    "Anna Bee. Sheep counter. European patent application EP 1234567 A1, 2019.",
    "Anna Bee, Carl Dee. Sheep counter. US11531877B2, 2022.",
    "A. Bee. Sheep counting device. Patent pending, 2021.",
]


@pytest.mark.parametrize("line", PATENTS)
@pytest.mark.parametrize("heading", ["Publications", "Patents", "Output"])
def test_a_patent_is_kept_out_under_any_heading(line, heading):
    (entry,) = extract(read_text(f"# {heading}\n\n- {line}\n", "cv.md", ".md"))
    assert entry.reason == "a patent"


SAMPLE = """# Publications

<div class="badge">CVPR 2016</div>

[Deep Residual Learning for Image Recognition](https://arxiv.org/abs/1512.03385)

**Kaiming He**, Xiangyu Zhang, Shaoqing Ren, Jian Sun

- Lorem ipsum dolor sit amet, consectetur adipiscing elit.
- [Lorem ipsum dolor sit amet](https://github.com), A, B, C, **CVPR 2020**
"""


def test_a_templates_sample_paper_beside_filler_text_is_a_placeholder():
    found = extract(read_text(SAMPLE, "home.md", ".md"))
    assert [(entry.first, entry.reason) for entry in found] == [(n, "a placeholder") for n in (3, 9, 10)]


def test_the_owners_own_paper_beside_filler_text_is_real():
    found = extract(read_text(f"---\nauthor: Kaiming He\n---\n{SAMPLE}", "home.md", ".md"))
    assert [entry.reason for entry in found] == ["", "a placeholder", "a placeholder"]


def test_bibtex_that_repeats_a_listed_entry_is_dropped_and_other_bibtex_stays():
    listed = Block(Kind.ITEM, 1, 1, 'A. Bee. "Counting Sheep." FUN 2020.', "", 1)
    repeat = Block(
        Kind.ENTRY, 2, 4, "x", "", fields=(("title", "Counting Sheep"), ("author", "Bee, A."), ("year", "2020"))
    )
    other = Block(
        Kind.ENTRY, 5, 7, "y", "", fields=(("title", "Counting Goats"), ("author", "Bee, A."), ("year", "2021"))
    )
    found = extract(Document("x.md", (listed, repeat, other)))
    assert [entry.first for entry in found] == [1, 5]


def test_the_same_structured_entry_twice_in_a_bibliography_is_kept_twice():
    block = Block(Kind.ENTRY, 1, 1, "x", "", fields=(("title", "Counting Sheep"), ("author", "Bee, A.")))
    assert len(extract(Document("x.bib", (block, block)))) == 2


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("patent", "a patent"),
        ("lecture-speech", "a talk"),
        ("journal-article", ""),
        ("grant", "a grant"),
        ("attachment", "a file or note of a library"),
        ("data-set", ""),
    ],
)
def test_a_structured_entry_says_its_kind(kind, reason):
    block = Block(Kind.ENTRY, 1, 1, "x", "", fields=(("title", "Counting Sheep"), ("type", kind)))
    (entry,) = extract(Document("x.csv", (block,)))
    assert entry.reason == reason


def test_a_note_in_a_journal_is_a_publication():
    block = Block(Kind.ENTRY, 1, 1, "x", "", fields=(("title", "Counting Sheep"), ("type", "Note")))
    (note,) = extract(Document("x.csv", (block,)))
    (paper,) = extract(Document("x.csv", (replace(block, fields=(*block.fields, ("Source title", "Wool"))),)))
    assert (note.reason, paper.reason) == ("a file or note of a library", "")


blocks = st.builds(
    lambda kind, text, level, marks: (kind, text, level, marks),
    st.sampled_from([Kind.HEADING, Kind.ITEM, Kind.PARAGRAPH, Kind.ROW]),
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            ENTRIES + NO_ENTRIES + PATENTS + ["2020", "Publications", "|", "Lorem ipsum", "Anna Bee\nCarl Dee"]
        ),
    ),
    st.integers(0, 3),
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 40), st.sampled_from(["strong", "link"])), max_size=2),
)


def document_of(drawn) -> Document:
    made, line = [], 1
    for kind, text, level, marks in drawn:
        rows = text.split("\n")
        marked = tuple(Mark(a, min(a + n, len(text)), k) for a, n, k in marks if a < len(text))
        numbers = tuple(range(line, line + len(rows)))
        made.append(Block(kind, line, numbers[-1], text, text, level, marked, numbers))
        line += len(rows)
    return Document("drawn.md", tuple(made))


@given(st.lists(blocks, max_size=12))
def test_laws_of_any_document(drawn):
    document = document_of(drawn)
    found = extract(document)
    assert found == extract(document)
    assert [entry.first for entry in found] == sorted(entry.first for entry in found)
    total = "\n".join(block.text for block in document.blocks)
    for entry in found:
        assert 1 <= entry.first <= entry.last <= document.blocks[-1].last
        assert all(0 <= mark.start <= mark.end <= len(entry.reading) for mark in entry.marks)
        assert entry.reading.strip()
        assert all(line in total for line in entry.text.split("\n"))


@pytest.mark.parametrize(
    "text", ["a", " ", ".", ",", '"', "“", "(", "[", "1", "A. ", "2020 ", "[1] ", "@a{", "* ", "’", "论"]
)
def test_a_line_of_one_character_repeated_ends_and_gives_nothing(text):
    long = text * (200_000 // len(text))
    block = Block(Kind.PARAGRAPH, 1, 1, long, long, lines=(1,))
    assert extract(Document("x.txt", (block,))) == ()


def test_many_entries_in_one_paragraph():
    rows = [f"A. Bee and C. Dee. Counting sheep, part {n}. In Proceedings of FUN, 2020." for n in range(400)]
    text = "\n".join(rows)
    block = Block(Kind.PARAGRAPH, 1, 400, text, text, lines=tuple(range(1, 401)))
    assert [(entry.first, entry.text) for entry in extract(Document("x.txt", (block,)))] == list(enumerate(rows, 1))


def test_a_title_that_its_class_tells_is_marked():
    entry = next(iter(entries_of("titles_by_class.html")))
    marked = [entry.reading[mark.start : mark.end] for mark in entry.marks if mark.kind == "strong"]
    assert marked[0] == "Microscopics of harbour entropy from precise holography"


def test_a_paragraph_that_an_editor_wrapped_has_no_lines_and_one_that_a_person_broke_has():
    wrapped = next(iter(entries_of("wrapped_in_bold.md")))
    assert "\n" not in wrapped.reading
    broken = extract(
        read_text(
            "- **A Long Account of Gulls that Wraps\n  Within Bold**\n  Ann Lee, Bo Weir\n  CHI 2020\n", "x.md", ".md"
        )
    )
    assert broken[0].reading == "A Long Account of Gulls that Wraps Within Bold\nAnn Lee, Bo Weir\nCHI 2020"


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_a_formula_in_a_title_reads_as_a_browser_shows_it(suffix):
    item = r"Ann Lee, Bo Weir. “Robust $H_\infty$ Control of $n^2$ Gulls for Less than $5.” CHI 2020."
    page = {".md": f"# Publications\n\n- {item}\n", ".html": f"<h1>Publications</h1><ul><li>{item}</li></ul>"}[suffix]
    entry = extract(read_text(page, "x", suffix))[0]
    assert "“Robust H∞ Control of n2 Gulls for Less than $5.”" in entry.reading
